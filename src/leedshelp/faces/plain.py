"""The plain face: `Label: value` lines for narrow screens, pipes and screen readers.

Nothing rests on colour, on position or on columns made of spaces. The important words come first on
the line, a blank line stands between entries, and a number is never broken over two lines.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leedshelp.faces import sentences
from leedshelp.model.directory import Contact, OwnPerson, Person, Tier, TierTable
from leedshelp.model.errors import HOW_TO_READ
from leedshelp.triage import in_words
from leedshelp.triage.search import Findings

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup, Disagreement
    from leedshelp.guide.pages import Page, Section
    from leedshelp.safety.prover import Proof
    from leedshelp.triage.advice import Advice, Call, Notice

_UNBROKEN = "\N{NO-BREAK SPACE}"
_WHOLE = re.compile(r"[0-9]+( [0-9]+)+|leedshelp (ask( --[a-z]+ [\w:-]+)+|guide [a-z-]+)")
"""What is never broken over two lines: a number, and a command."""


def advice(given: "Advice", width: int | None) -> str:
    """The whole of an advice, wrapped to `width` columns, or not at all."""
    blocks = [
        *([f"{call.number.text}, {call.contact.name}", *_call(call)] for call in given.ring),
        *([["Talk to:", *people(given.talk_to)]] if given.talk_to else []),
        *([[f"Services in {given.tier.name}:", *_services(given.tier)]] if given.tier else []),
        ["Next:", *(f"{count}. {step.says}" for count, step in enumerate(given.next_steps, 1))],
        [
            "Why:",
            *(sentences.with_documents(each) for each in given.because),
            f"Sources of the next steps and of consent: {sentences.steps_rest_on(given)}",
        ],
        *([[sentences.read_on(given)]] if given.guide else []),
        [in_words.UNOFFICIAL],
        [f"Again: {given.command}"],
    ]
    return brief(given, width) + "\n" + _joined(blocks, width)


def brief(given: "Advice", width: int | None) -> str:
    """What to do, the numbers and what consent means: the first screen of an advice."""
    from leedshelp.triage.advice import labels

    blocks = [
        [given.headline, f"At: {in_words.moment_and_zone(given.moment)}"],
        [_emergency(given.emergency)],
        *([[given.doubt]] if given.doubt else []),
        [
            f"{label}: {call.number.text}, {call.contact.name}. {sentences.at_a_glance(call)}"
            for label, call in zip(labels(given), given.ring, strict=True)
        ],
        [f"Consent: {given.consent.says}"],
    ]
    return _joined(blocks, width)


def notice(given: "Notice") -> list[str]:
    """The numbers to ring, whatever the question, a line each; then why nobody can be sure, if so."""
    teams = (
        " ".join([f"{call.number.text}: {call.contact.name}. {call.now}.", *corrected])
        for call in given.ring
        for corrected in [[f"{each}." for each in in_words.correction(call.number)]]
    )
    doubt = [given.doubt] if given.doubt else []
    return [_emergency(given.emergency), *teams, *doubt]


def contacts(found: Findings, width: int | None) -> str:
    """What a look-up found: services and people with their tier, then contacts with every number."""
    subjects = [
        [
            each.name,
            f"Tier: {sentences.tier(each)}",
            "Ring about it: " + ", or ".join(contact.name for contact in each.ring),
            *own(each.people),
            *sentences.more([each]),
        ]
        for each in found.subjects
    ]
    people = ([each.name, *own(each.people)] for each in found.people)
    contacts = (_contact(each) for each in found.contacts)
    return _joined([*subjects, *contacts, *people, [in_words.AFRAID]], width)


def tiers(table: TierTable, width: int | None) -> str:
    """The tiers: services, who to talk to, and who helps to start the conversation."""
    blocks = []
    for tier, talk_to, (starter, *others) in table.rows:
        blocks.append([tier.name])
        blocks.append(["Services:", *_services(tier)])
        blocks.append(["Talk to:", *people(talk_to)])
        blocks.append(["Who helps to start the conversation:", *_contact(starter)])
        blocks += (["If they do not answer:", *_contact(other)] for other in others)
    blocks.append([f"Source: {sentences.dated(table.documents)}"])
    return _joined(blocks, width)


def checkup(shown: "Checkup", width: int | None) -> str:
    """What a check found: problems, rules, numbers, disagreements, and whether the data is in order."""
    blocks = [
        [f"Problems: {HOW_TO_READ}", *map(str, shown.problems)] if shown.problems else ["Problems: none"],
        *([["Rules of safety:", *map(_proof, shown.proofs)]] if shown.proofs else []),
        *(
            [
                f"Number: {each.number}",
                f"Who: {each.name}",
                f"Standing: {each.standing}",
                f"Age: {each.age}",
                *([f"Sources: {sentences.dated(each.documents)}"] if each.documents else []),
                *each.corrected,
            ]
            for each in shown.numbers
        ),
        *(
            [f"Documents differ: {each.name}, {each.about}", *map(sentences.side, each.sides), *_why(each)]
            for each in shown.disagreements
        ),
        *([["Too weak for --strict:", *shown.too_weak]] if shown.too_weak else []),
        [sentences.verdict(shown)],
    ]
    return _joined(blocks, width)


def topics(pages: "Iterable[Page]", width: int | None) -> str:
    """What the guide has pages about, a line each, and how to read one."""
    return _joined(
        [(f"{page.id}: {page.about}" for page in pages), ["To read one: leedshelp guide TOPIC"]], width
    )


def page(shown: "Page", width: int | None) -> str:
    """A page of the guide, with the documents that each statement rests on, and the way on."""
    blocks = [
        [shown.title],
        *(block for section in shown.sections for block in _section(shown, section)),
        ["Documents:", *sentences.documents(shown)],
        [in_words.AFRAID],
        [in_words.UNOFFICIAL],
    ]
    return _joined(blocks, width)


def _section(page: "Page", section: "Section") -> Iterator[list[str]]:
    """The blocks of a section; its heading stands with the first."""
    heading = [section.heading]
    for block in section.blocks:
        yield [*heading, *(" ".join(filter(None, page.with_notes(part))) for part in block)]
        heading = []


def _proof(proof: "Proof") -> str:
    if proof.broken:
        return f"BROKEN: {proof.name}, in {proof.broken} of {proof.cases} cases. First: {proof.example}"
    return f"Holds: {proof.name}. Cases: {proof.cases}. {proof.reason}"


def _why(about: "Disagreement") -> list[str]:
    return [f"Why: {about.why}"] if about.why else []


def lines(texts: Iterable[str], width: int | None) -> str:
    """Lines wrapped to `width` columns, or not at all, without breaking a number or a command."""
    return "".join(f"{_wrapped(text, width)}\n" for text in texts)


def people(talk_to: Iterable[Person]) -> Iterator[str]:
    """People to talk to, a line each, and below a role those of the agency who have it."""
    for person in talk_to:
        yield person.name
        yield from own(person.own)


def own(people: Iterable[OwnPerson]) -> Iterator[str]:
    """The agency's own people, a line each."""
    return (f"- {each.who}: {each.number}. {in_words.own_person(each)}" for each in people)


def _services(tier: Tier) -> Iterator[str]:
    return (service.full_name for service in tier.services)


def _emergency(call: "Call") -> str:
    return f"{call.number.text}: {call.why}"


def _call(call: "Call") -> list[str]:
    return [f"Why: {call.why}", *sentences.about(call.contact, call.number)]


def _contact(contact: Contact) -> list[str]:
    told = [contact.name, f"Helps: {contact.helps}"]
    for number, is_old in sentences.listed(contact):
        if is_old:
            told.append(f"Old number: {number.text}")
            told.append(f"How sure: {in_words.standing(contact, number)}")
        else:
            told += [f"Number: {number.text}", *sentences.about(contact, number)]
    if contact.email:
        told.append(f"E-mail: {contact.email.address}")
    return told


def _joined(blocks: Iterable[Iterable[str]], width: int | None) -> str:
    """Blocks of lines with a blank line between them."""
    return "\n".join(lines(block, width) for block in blocks)


def _wrapped(line: str, width: int | None) -> str:
    if width is None:
        return line
    kept = _WHOLE.sub(lambda whole: whole[0].replace(" ", _UNBROKEN), line)
    wrapped = textwrap.wrap(kept, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrapped).replace(_UNBROKEN, " ")
