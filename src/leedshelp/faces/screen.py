"""The screen face: Rich tables for a terminal wide enough to show every number whole."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leedshelp.faces import plain, whole
from leedshelp.faces.drawing import (
    ACTION,
    DANGER,
    QUIET,
    STRONG,
    bulleted,
    hung,
    prose,
    rendered,
    ruled,
)
from leedshelp.faces.first import ROWS
from leedshelp.faces.first import first as first_of
from leedshelp.model.words import Purpose
from leedshelp.triage.entry import HOURS, OLD_NUMBER, SURE
from leedshelp.triage.in_words import MORE, MORE_FOUND, addresses

# The columns on the first screen of what stands before a text, and of a number, with one of space.
# The space is no padding, as versions of Rich differ about columns with padding.
_LABEL, _NUMBER = 15, 14

if TYPE_CHECKING:
    from leedshelp.faces.first import First
    from leedshelp.model.directory import OwnPerson, Person
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Entry, Fact
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table as Tiers


def advice(advice: "Advice", width: int | None) -> str:
    """The whole of an advice: the first screen, and the rest."""
    return first(advice, width) + "\n" + rest(advice, width)


def first(advice: "Advice", width: int | None) -> str:
    """The first screen of an advice; lines take its place where it is too long, or a number not whole."""
    width = min(width or plain.PROSE, plain.PROSE)
    screen = first_of(advice)
    danger, headline, *others = _first(screen)
    text = ""
    for parts in (
        [danger, headline, *others],
        [danger, headline, Group(*others)],
        [Group(danger, headline, *others)],
    ):
        text = rendered(width, *parts).rstrip() + "\n"
        if text.count("\n") <= ROWS:
            break
    entries = [entry for group in screen.groups for entry in group.entries]
    names = [f"{entry.contact.name}." for entry in entries]
    numbers = [number for entry in entries for number in entry.numbers]
    numbers += [own.number for person in advice.talk_to[:2] for own in person.own[:1]]
    fits = text.count("\n") <= ROWS and whole.is_whole(text, names, numbers)
    return text if fits else plain.first(advice, width)


def _first(screen: "First") -> Iterator[RenderableType]:
    """The blocks of a first screen."""
    top = Table.grid(expand=True)
    top.add_row(prose(f" {screen.danger}", DANGER), Text(screen.when, QUIET, justify="right"))
    yield top
    yield Padding(prose(screen.headline, DANGER if "MUST" in screen.headline else ACTION), (0, 0, 0, 1))
    for group in screen.groups:
        numbers = _columns()
        for entry in group.entries:
            style = ACTION if entry.purpose == Purpose.RING else STRONG
            number = Text.assemble((entry.number.text, style))
            who = Text.assemble((f"{entry.contact.name}. ", STRONG), prose(entry.glance))
            numbers.add_row("" if group.heading else Text(f" {entry.label}"), number, who)
        style = DANGER if "MUST" in (group.heading or "") else STRONG
        above = [Padding(prose(group.heading, style), (0, 0, 0, 1))] if group.heading else []
        below = [Padding(prose(group.below), (0, 0, 0, _LABEL))] if group.below else []
        yield Group(*above, numbers, *below)
    facts = Table.grid()
    facts.add_column(width=_LABEL)
    for label, texts in screen.facts:
        for position, text in enumerate(texts):
            facts.add_row("" if position else Text(f" {label}", STRONG), prose(text))
    yield facts
    yield Padding(Text(screen.unofficial), (0, 0, 0, 1))


def _columns() -> Table:
    """A table of numbers without a rule: what to do, the number, who answers."""
    table = Table.grid()
    table.add_column(width=_LABEL, no_wrap=True)
    table.add_column(width=_NUMBER, no_wrap=True)
    table.add_column(ratio=1)
    return table


rest = plain.rest
"""What is to be read, and not to be found at a glance, is in lines."""


def contacts(findings: "Findings", width: int | None) -> str:
    """What a look-up found: the subjects, each with where it begins, then the contacts with their numbers."""
    parts: list[RenderableType] = [Text(findings.old, DANGER)] if findings.old else []
    parts += (
        Group(Text(subject.name, STRONG), *map(Text, subject.lines), *_own(subject.own))
        for subject in findings.subjects
    )
    entries = [
        entry
        for card in findings.contacts
        for entry in (card.entries if findings.is_whole else card.entries[:1])
    ]
    if findings.alone and not findings.is_whole:
        entries = list(findings.alone.ring)
        danger, _, *groups = _first(first_of(findings.alone))
        parts += [danger, *groups[:-2]]
    elif entries:
        parts.append(_numbers(findings))
    more = [MORE_FOUND.format(count=findings.more)] if findings.more else []
    more += [MORE] if findings.contacts and not findings.is_whole else []
    is_said = bool(findings.alone and not findings.is_whole)  # with the numbers of the concern
    afraid = [] if is_said else [prose(findings.afraid, STRONG)]
    screen = rendered(width, *parts, *map(Text, more), *afraid)
    subjects = (*findings.subjects, *findings.people)
    end = "" if findings.is_whole else "."
    names = [*(subject.name for subject in subjects), *(f"{entry.contact.name}{end}" for entry in entries)]
    numbers = [entry.number.text for entry in entries]
    numbers += [person.number for subject in subjects for person in subject.own]
    return screen if whole.is_whole(screen, names, numbers) else plain.contacts(findings, width)


def _numbers(findings: "Findings") -> Table:
    """The numbers of a look-up, each whole or in a line, and those of the agency's people."""
    table = ruled("Number", "Who", lines=findings.is_whole)
    for card in findings.contacts:
        for entry in card.to_show if findings.is_whole else card.entries[:1]:
            table.add_row(*(_row(entry) if findings.is_whole else _short_row(entry)))
    for role in findings.people:
        for person in role.own:
            about = Text.assemble((person.who, STRONG), f"\n{role.name}\n", person.about)
            table.add_row(Text.assemble((person.number, STRONG)), about)
    return table


def tiers(table: "Tiers", width: int | None) -> str:
    """The reference table of 2013: for each tier, whom to ring, then its services and who to talk to."""
    drawings: list[RenderableType] = []
    names, numbers = [], []
    for tier, talk_to, ring in table.rows:
        services = [service.full_name for service in tier.services]
        helpers = ruled("Number", "Who helps to start the conversation")
        for card in ring:
            helpers.add_row(*_short_row(card.entries[0]))
        people = ruled("Services", "Talk to")
        people.add_row(bulleted(services), _people(talk_to))
        drawings.append(Group(Text(tier.name, STRONG), helpers, people))
        names += [tier.name, *services, *whole.names(talk_to), *(f"{card.contact.name}." for card in ring)]
        numbers += whole.numbers(card.entries[0] for card in ring) + whole.own_numbers(talk_to)
    source, afraid = prose(f"Source: {table.source}", QUIET), prose(table.afraid, STRONG)
    screen = rendered(width, *drawings, source, afraid)
    return screen if whole.is_whole(screen, names, numbers) else plain.tiers(table, width)


def _short_row(entry: "Entry") -> tuple[Text, Text]:
    """The row of a number in a list: whose it is, whether it answers now, and what it is for."""
    who = Text.assemble((f"{entry.contact.name}. ", STRONG), prose(entry.in_brief))
    return Text(entry.number.text, ACTION if entry.answers_now else STRONG), who


def _row(entry: "Entry") -> tuple[Text, Text]:
    """The row of a number in a look-up; one that was replaced is shown as the earlier number."""
    if entry.label == OLD_NUMBER:
        return Text(entry.number.text, QUIET), Text(f"{entry.contact.name}\n{entry.fact(SURE)}", QUIET)
    about = _about(entry, f"{entry.now}.", entry.contact.helps, *addresses(entry.contact))
    return Text.assemble((entry.number.text, ACTION)), about


def _about(entry: "Entry", *lines: str) -> Text:
    """Whose number it is, some lines about that, then what to know before ringing it."""
    return Text("\n").join([Text(entry.contact.name, STRONG), _facts(entry, *lines)])


def _facts(entry: "Entry", *lines: str) -> Text:
    """Some lines about a number, then what to know before ringing it."""
    return Text("\n").join([*map(Text, lines), *(Text(_line(fact), QUIET) for fact in entry.facts)])


def _line(fact: "Fact") -> str:
    """A fact as one line; hours, and how sure a number is, need no label."""
    return fact.text if fact.label in (HOURS, SURE) else fact.line


def _people(talk_to: "Iterable[Person]") -> Table:
    """People to talk to, and below a role those of the agency who have it."""
    return hung(("-", Text("\n").join([Text(role.name), *_own(role.own)])) for role in talk_to)


def _own(people: "Iterable[OwnPerson]") -> Iterator[Text]:
    """The agency's own people, each with the number on a line of its own."""
    for person in people:
        number, about = (person.number, STRONG), (person.about, QUIET)
        yield Text.assemble(f"{person.who}\n", number, "\n", about)
