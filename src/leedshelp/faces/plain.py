"""The plain face: `Label: value` lines for narrow screens, pipes and screen readers.

Nothing depends on colour, on position or on columns made of spaces. The important words come first on
the line, a blank line stands between entries, and a number is never broken over two lines.
"""

# Imports inside functions are for start-up: a look-up shows no advice, and a pipe wraps nothing.
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leedshelp.model.number import Line
from leedshelp.triage.entry import MENU, OLD_NUMBER, SURE
from leedshelp.triage.in_words import MORE, MORE_FOUND, UNOFFICIAL, addresses, referenced

if TYPE_CHECKING:
    from leedshelp.faces.first import Group
    from leedshelp.guide.pages import Page, Section
    from leedshelp.model.directory import OwnPerson, Person, Tier
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Card, Entry
    from leedshelp.triage.notice import Notice
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table

PROSE = 100
"""How many columns a line of prose may have: longer ones are tiring to read."""


def advice(advice: "Advice", width: int | None) -> str:
    """The whole of an advice, wrapped to `width` columns, or not at all."""
    return first(advice, width) + "\n" + rest(advice, width)


def first(advice: "Advice", width: int | None) -> str:
    """The first screen of an advice, without a blank line where that is needed for it to fit.

    On a narrow screen that it does not fit, what to do and the first number stand at its end once more.
    """
    from leedshelp.faces.first import NARROW_ROWS, ROWS, last
    from leedshelp.faces.first import first as first_of

    screen = first_of(advice)
    numbers = [line for group in screen.groups for line in _group(group)]
    facts = [f"{label}: {'; '.join(texts)}" for label, texts in screen.facts]
    blocks = [
        [f"{screen.danger}.", screen.headline],
        numbers,
        facts,
        [f"At {screen.when}. {screen.unofficial}"],
    ]
    text = joined(blocks, width)
    if width is None or text.count("\n") <= ROWS:
        return text
    text = "".join(lines(block, width) for block in blocks)
    return text if text.count("\n") <= NARROW_ROWS else f"{text}\n{lines(last(advice), width)}"


def _group(group: "Group") -> Iterator[str]:
    """The numbers of one purpose, with what stands above and below them."""
    yield from [group.heading] if group.heading else []
    for entry in group.entries:
        before = "" if group.heading else entry.before
        yield f"{before}{entry.number.text}, {entry.contact.name}. {entry.glance}"
    if group.below:
        yield group.below


def rest(advice: "Advice", width: int | None) -> str:
    """What is not on the first screen of an advice."""
    commands = [*([advice.read_on] if advice.read_on else []), f"Again: {advice.command}"]
    return joined([*rest_of(advice), *([command] for command in commands)], width)


def rest_of(advice: "Advice") -> list[list[str]]:
    """The blocks of lines that are not on the first screen, without those about commands."""
    from leedshelp.faces.first import PEOPLE
    from leedshelp.faces.first import first as first_of

    on_first = [entry for group in first_of(advice).groups for entry in group.entries]
    people = [*(person for person in advice.talk_to[:PEOPLE] if person.own), *advice.talk_to[PEOPLE:]]
    return [
        ["Next:", *(f"{count}. {step.says}" for count, step in enumerate(advice.next_steps, 1))],
        *([["Talk to these, too:", *_people(people)]] if people else []),
        *([[f"Services in {advice.tier.name}:", *_services(advice.tier)]] if advice.tier else []),
        *(_about(entry, is_shown=entry in on_first) for entry in advice.ring),
        ["Why:", *advice.why],
        ["Documents:", *map(referenced, advice.documents)],
    ]


def notice(notice: "Notice") -> list[str]:
    """The numbers of a notice, one on a line, then why nobody can be sure who answers, if that is so."""
    teams = (
        f"{entry.number.text}: "
        + " ".join(f"{text}." for text in (entry.contact.name, entry.now, *entry.corrections))
        for entry in notice.ring
    )
    return [_emergency(notice.emergency), *teams, *([notice.doubt] if notice.doubt else [])]


def contacts(findings: "Findings", width: int | None) -> str:
    """The findings of a look-up: the subjects, each with where it begins, then the numbers."""
    subjects = [[subject.name, *subject.lines, *_own(subject.own)] for subject in findings.subjects]
    people = ([subject.name, *_own(subject.own)] for subject in findings.people)
    old = [[findings.old]] if findings.old else []
    if findings.alone and not findings.is_whole:
        from leedshelp.faces.first import first as first_of

        screen = first_of(findings.alone)
        contacts = [
            [f"{screen.danger}."],
            [line for group in screen.groups for line in _group(group)],
        ]
    elif findings.is_whole:
        contacts = [*map(_card, findings.contacts), *people, [findings.afraid]]
    else:
        entries = (card.entries[0] for card in findings.contacts)
        lines = (f"{entry.number.text}: {entry.contact.name}. {entry.in_brief}" for entry in entries)
        more = [MORE_FOUND.format(count=findings.more)] if findings.more else []
        contacts = [[*lines], *people, [*more, *([MORE] if findings.contacts else []), findings.afraid]]
    return joined([*old, *subjects, *filter(None, contacts)], width)


def tiers(table: "Table", width: int | None) -> str:
    """The reference table, tier by tier: services, people to talk to, who helps to start the conversation."""
    blocks = []
    for tier, talk_to, (starter, *others) in table.rows:
        blocks.append([tier.name])
        blocks.append(["Services:", *_services(tier)])
        blocks.append(["Talk to:", *_people(talk_to)])
        blocks.append(["Who helps to start the conversation:", *_card(starter)])
        for other in others:
            is_by_night = other.entries[0].number.line == Line.OUT_OF_HOURS
            blocks.append(["Out of hours:" if is_by_night else "If they do not answer:", *_card(other)])
    blocks += [[f"Source: {table.source}"], [table.afraid]]
    return joined(blocks, width)


def topics(pages: "Iterable[Page]", width: int | None) -> str:
    """The topics of the guide, one on a line, and how to read a page."""
    return joined(
        [(f"{page.id}: {page.about}" for page in pages), ["To read one: leedshelp guide TOPIC"]], width
    )


def page(page: "Page", afraid: str, width: int | None) -> str:
    """A page of the guide, its documents, and last the line for those who fear harm now."""
    blocks = [
        [page.title],
        *(block for section in page.sections for block in _section(page, section)),
        ["Documents:", *page.notes],
        [UNOFFICIAL],
        [afraid],
    ]
    return joined(blocks, width)


def _section(page: "Page", section: "Section") -> Iterator[list[str]]:
    """The blocks of a section, the first with the heading above it."""
    heading = [section.heading]
    for block in section.blocks:
        yield [*heading, *(" ".join(filter(None, page.with_notes(part))) for part in block)]
        heading = []


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


def _about(entry: "Entry", *, is_shown: bool) -> list[str]:
    """Why to ring a contact, and what is not shown: its number, and what to know about it."""
    number = [] if is_shown else [f"{entry.before}{entry.number.text}"]
    facts = (fact.line for fact in entry.facts if not (is_shown and fact.label == MENU))
    return [f"{entry.contact.name}: {entry.why}", *number, *facts]


def _card(card: "Card") -> list[str]:
    """A contact and its numbers; an old number has no other fact than how sure it is."""
    contact = card.contact
    lines = [contact.name, f"Helps: {contact.helps}"]
    for entry in card.to_show:
        is_old = entry.label == OLD_NUMBER
        facts = (fact.line for fact in entry.facts if not is_old or fact.label == SURE)
        now = [] if is_old else [f"{entry.now}."]
        lines += [f"{entry.before}{entry.number.text}", *now, *facts]
    return [*lines, *addresses(contact)]


def joined(blocks: Iterable[Iterable[str]], width: int | None) -> str:
    """Blocks of lines with a blank line between them."""
    return "\n".join(lines(block, width) for block in blocks)


def _wrapped(line: str, width: int | None) -> str:
    """A line, wrapped to `width` columns, though never to more than are easy to read; or not at all."""
    if width is None:
        return line
    import textwrap

    from leedshelp.faces.whole import kept, released

    wrapped = textwrap.wrap(kept(line), min(width, PROSE), break_long_words=False, break_on_hyphens=False)
    return released("\n".join(wrapped))
