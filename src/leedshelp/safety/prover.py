"""The proof of the safety rules for any data: over every path, at moments of every kind.

A rule that the data or the code breaks is reported by its name, with the first case that breaks it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, paths
from leedshelp.model.dates import moment_in_words
from leedshelp.model.directory import Directory
from leedshelp.model.errors import UnsafeError
from leedshelp.safety.rule import Case, Cases, Rule
from leedshelp.safety.rules import RULES, no_outcome_says_that_nothing_is_to_be_done
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.notice import notice


class Proof(NamedTuple):
    """The proof of a rule: how many cases it was tried on, how many break it, and the first that does."""

    name: str
    reason: str
    cases: int
    broken: int
    example: str | None


def refuse_unsafe(directory: Directory) -> None:
    """Prove the one rule that needs only the data. Raises `UnsafeError` where the data breaks it."""
    refuse_broken([_proof(no_outcome_says_that_nothing_is_to_be_done, Cases(directory))])


def refuse_broken(proofs: Iterable[Proof]) -> None:
    """Raises `UnsafeError`, with every rule that is broken, where one is."""
    broken = [f"{proof.name}: {proof.example}. {proof.reason}" for proof in proofs if proof.broken]
    if broken:
        raise UnsafeError(tuple(broken))


def cases(directory: Directory, at: Iterable[datetime]) -> Cases:
    """The cases to try the rules on: every advice and every notice, at moments in London time."""
    moments, ways = tuple(at), tuple(_all_ways(directory))
    return Cases(
        directory,
        tuple(advise(directory, answers, moment) for moment in moments for answers in ways),
        tuple((moment, notice(directory, moment)) for moment in moments),
    )


def prove(cases: Cases) -> tuple[Proof, ...]:
    """The proof of every rule, tried on the cases that it is about."""
    return tuple(_proof(rule, cases) for rule in RULES)


def _all_ways(directory: Directory) -> Iterator[Answers]:
    """All answers that lead to an advice.

    They are every path, feared harm as the only answer, and every concern with every answer about
    consent and about harm.
    """
    yield from paths()
    yield from (Answers(harm=harm) for harm in FEARED)
    before = [Answers(consent, harm) for consent in (None, *Consent) for harm in (None, *Harm)]
    for concern in directory.concerns.values():
        yield from dict.fromkeys(concern.added_to(answers) for answers in before)


def _proof(rule: Rule, cases: Cases) -> Proof:
    """The proof of one rule."""
    verdicts = list(rule.verdicts(cases))
    broken = [case for holds, case in verdicts if not holds]
    return Proof(
        name=rule.name,
        reason=rule.reason,
        cases=len(verdicts),
        broken=len(broken),
        example=_in_words(broken[0]) if broken else None,
    )


def _in_words(case: Case) -> str:
    """A case in words: the text itself, the command to try and the moment, or the moment of a notice."""
    if isinstance(case, str):
        return case
    if isinstance(case, Advice):
        return f"{case.command}, {moment_in_words(case.moment)}"
    return f"the notice, {moment_in_words(case[0])}"
