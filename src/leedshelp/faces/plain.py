"""The plain face: `Label: value` lines for narrow screens, pipes and screen readers.

Nothing depends on colour, on position or on columns made of spaces. The important words come first on
the line, a blank line stands between entries, and a number is never broken over two lines.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leedshelp.model.errors import HOW_TO_READ
from leedshelp.triage.entry import OLD_NUMBER, SURE
from leedshelp.triage.in_words import AFRAID, UNOFFICIAL

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup
    from leedshelp.guide.pages import Page, Section
    from leedshelp.model.directory import OwnPerson, Person, Tier
    from leedshelp.safety.prover import Proof
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Card, Entry
    from leedshelp.triage.notice import Notice
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table

_UNBROKEN = "\N{NO-BREAK SPACE}"  # stands for a space while lines are wrapped

# The texts that are never broken over two lines: a number, and a command.
_WHOLE = re.compile(r"[0-9]+( [0-9]+)+|leedshelp (ask( --[a-z]+ [\w:-]+)+|guide [a-z-]+)")


def advice(advice: "Advice", width: int | None) -> str:
    """The whole of an advice, wrapped to `width` columns, or not at all."""
    blocks = [
        *(
            [
                f"{entry.number.text}, {entry.contact.name}",
                f"Why: {entry.why}",
                *(fact.line for fact in entry.facts),
            ]
            for entry in advice.ring
        ),
        *([["Talk to:", *_people(advice.talk_to)]] if advice.talk_to else []),
        *([[f"Services in {advice.tier.name}:", *_services(advice.tier)]] if advice.tier else []),
        ["Next:", *(f"{count}. {step.says}" for count, step in enumerate(advice.next_steps, 1))],
        ["Why:", *advice.why, f"Sources of the next steps and of consent: {advice.sources}"],
        *([[advice.read_on]] if advice.read_on else []),
        [UNOFFICIAL],
        [f"Again: {advice.command}"],
    ]
    return brief(advice, width) + "\n" + _joined(blocks, width)


def brief(advice: "Advice", width: int | None) -> str:
    """The first screen of an advice: what to do, the numbers and what consent means."""
    blocks = [
        [advice.headline, f"At: {advice.when}"],
        [_emergency(advice.emergency)],
        *([[advice.doubt]] if advice.doubt else []),
        [
            f"{entry.label}: {entry.number.text}, {entry.contact.name}. {entry.glance}"
            for entry in advice.ring
        ],
        [f"Consent: {advice.consent.says}"],
    ]
    return _joined(blocks, width)


def notice(notice: "Notice") -> list[str]:
    """The numbers of a notice, one on a line, then why nobody can be sure who answers, if that is so."""
    teams = (
        f"{entry.number.text}: "
        + " ".join(f"{text}." for text in (entry.contact.name, entry.now, *entry.corrections))
        for entry in notice.ring
    )
    return [_emergency(notice.emergency), *teams, *([notice.doubt] if notice.doubt else [])]


def contacts(findings: "Findings", width: int | None) -> str:
    """The findings of a look-up: the subjects with their tier, then the contacts with every number."""
    subjects = [
        [
            subject.name,
            f"Tier: {subject.place}",
            "Ring about it: " + ", or ".join(contact.name for contact in subject.ring),
            *_own(subject.own),
            *([subject.command] if subject.command else []),
        ]
        for subject in findings.subjects
    ]
    people = ([subject.name, *_own(subject.own)] for subject in findings.people)
    return _joined([*subjects, *map(_card, findings.contacts), *people, [AFRAID]], width)


def tiers(table: "Table", width: int | None) -> str:
    """The reference table, tier by tier: services, people to talk to, who helps to start the conversation."""
    blocks = []
    for tier, talk_to, (starter, *others) in table.rows:
        blocks.append([tier.name])
        blocks.append(["Services:", *_services(tier)])
        blocks.append(["Talk to:", *_people(talk_to)])
        blocks.append(["Who helps to start the conversation:", *_card(starter)])
        blocks += (["If they do not answer:", *_card(other)] for other in others)
    blocks.append([f"Source: {table.source}"])
    return _joined(blocks, width)


def checkup(checkup: "Checkup", width: int | None) -> str:
    """The result of a check: problems, rules, numbers, disagreements, and whether the data is in order."""
    problems = checkup.problems
    blocks = [
        [f"Problems: {HOW_TO_READ}", *map(str, problems)] if problems else ["Problems: none"],
        *([["Rules of safety:", *map(_proof, checkup.proofs)]] if checkup.proofs else []),
        *(
            [
                f"Number: {number.number}",
                f"Who: {number.name}",
                f"Standing: {number.standing}",
                f"Age: {number.age}",
                *([f"Sources: {'; '.join(number.sources)}"] if number.sources else []),
                *number.corrected,
            ]
            for number in checkup.numbers
        ),
        *(
            [
                f"Documents differ: {disagreement.name}, {disagreement.about}",
                *(side.line for side in disagreement.sides),
                *([f"Why: {disagreement.why}"] if disagreement.why else []),
            ]
            for disagreement in checkup.disagreements
        ),
        *([["Too weak for --strict:", *checkup.too_weak]] if checkup.too_weak else []),
        [checkup.verdict],
    ]
    return _joined(blocks, width)


def topics(pages: "Iterable[Page]", width: int | None) -> str:
    """The topics of the guide, one on a line, and how to read a page."""
    return _joined(
        [(f"{page.id}: {page.about}" for page in pages), ["To read one: leedshelp guide TOPIC"]], width
    )


def page(page: "Page", width: int | None) -> str:
    """A page of the guide, its documents, and the command for those who fear harm now."""
    blocks = [
        [page.title],
        *(block for section in page.sections for block in _section(page, section)),
        ["Documents:", *page.notes],
        [AFRAID],
        [UNOFFICIAL],
    ]
    return _joined(blocks, width)


def _section(page: "Page", section: "Section") -> Iterator[list[str]]:
    """The blocks of a section, the first with the heading above it."""
    heading = [section.heading]
    for block in section.blocks:
        yield [*heading, *(" ".join(filter(None, page.with_notes(part))) for part in block)]
        heading = []


def _proof(proof: "Proof") -> str:
    """The line about a rule: whether it holds, and in how many cases."""
    if proof.broken:
        return f"BROKEN: {proof.name}, in {proof.broken} of {proof.cases} cases. First: {proof.example}"
    return f"Holds: {proof.name}. Cases: {proof.cases}. {proof.reason}"


def lines(texts: Iterable[str], width: int | None) -> str:
    """Lines wrapped to `width` columns, or not at all, without breaking a number or a command."""
    return "".join(f"{_wrapped(text, width)}\n" for text in texts)


def _people(talk_to: "Iterable[Person]") -> Iterator[str]:
    """The people to talk to, one on a line, and below a role the agency's own people who have it."""
    for person in talk_to:
        yield person.name
        yield from _own(person.own)


def _own(people: "Iterable[OwnPerson]") -> Iterator[str]:
    """The agency's own people, one on a line."""
    return (f"- {person.who}: {person.number}. {person.about}" for person in people)


def _services(tier: "Tier") -> Iterator[str]:
    """The services of a tier, one on a line."""
    return (service.full_name for service in tier.services)


def _emergency(entry: "Entry") -> str:
    """The line with the emergency number."""
    return f"{entry.number.text}: {entry.why}"


def _card(card: "Card") -> list[str]:
    """A contact and its numbers; an old number has no other fact than how sure it is."""
    contact = card.contact
    lines = [contact.name, f"Helps: {contact.helps}"]
    for entry in card.to_show:
        facts = (fact.line for fact in entry.facts if entry.label != OLD_NUMBER or fact.label == SURE)
        lines += [f"{entry.label}: {entry.number.text}", *facts]
    return [*lines, *([f"E-mail: {contact.email.address}"] if contact.email else [])]


def _joined(blocks: Iterable[Iterable[str]], width: int | None) -> str:
    """Blocks of lines with a blank line between them."""
    return "\n".join(lines(block, width) for block in blocks)


def _wrapped(line: str, width: int | None) -> str:
    """A line, wrapped to `width` columns, or not at all."""
    if width is None:
        return line
    kept = _WHOLE.sub(lambda whole: whole[0].replace(" ", _UNBROKEN), line)
    wrapped = textwrap.wrap(kept, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrapped).replace(_UNBROKEN, " ")
