"""The safety rules proved for whatever data is given, over every path at every kind of moment.

A rule that the data or the code breaks is caught by its name, with the first case that breaks it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, paths
from leedshelp.model.directory import Directory
from leedshelp.model.errors import UnsafeError
from leedshelp.safety.rules import RULES, Case, Cases, Rule, no_outcome_says_that_nothing_is_to_be_done
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.notice import notice


class Proof(NamedTuple):
    """What became of one rule: the cases it was proved over, how many break it, and the first of them."""

    name: str
    reason: str
    cases: int
    broken: int
    example: str | None


def refuse_unsafe(directory: Directory) -> None:
    """Prove the rule that needs no advice, only the data. Raises `UnsafeError` where the data breaks it."""
    proof = _proof(no_outcome_says_that_nothing_is_to_be_done, Cases(directory))
    if proof.broken:
        raise UnsafeError((f"{proof.name}: {proof.example}. {proof.reason}",))


def cases(directory: Directory, at: Iterable[datetime]) -> Cases:
    """Every advice, for all answers that decide, and every notice, at some moments in London time."""
    at, ways = tuple(at), tuple(_that_decide(directory))
    return Cases(
        directory,
        tuple(advise(directory, answers, moment) for moment in at for answers in ways),
        tuple((moment, notice(directory, moment)) for moment in at),
    )


def prove(cases: Cases) -> tuple[Proof, ...]:
    """What becomes of each rule over some cases."""
    return tuple(_proof(rule, cases) for rule in RULES)


def _that_decide(directory: Directory) -> Iterator[Answers]:
    """Every path, harm alone, and each circumstance with every answer about consent and about harm."""
    yield from paths()
    yield from (Answers(harm=harm) for harm in FEARED)
    before = [Answers(consent, harm) for consent in (None, *Consent) for harm in (None, *Harm)]
    for circumstance in directory.circumstances.values():
        yield from dict.fromkeys(answers.within(circumstance.id, circumstance.harm) for answers in before)


def _proof(rule: Rule, cases: Cases) -> Proof:
    checked = list(rule.verdicts(cases))
    broken = [case for holds, case in checked if not holds]
    return Proof(
        name=rule.name,
        reason=rule.reason,
        cases=len(checked),
        broken=len(broken),
        example=_in_words(broken[0]) if broken else None,
    )


def _in_words(case: Case) -> str:
    """A case as a person can try it."""
    if isinstance(case, str):
        return case
    if isinstance(case, Advice):
        return f"{case.command}, {in_words.moment(case.moment)}"
    return f"the notice, {in_words.moment(case[0])}"
