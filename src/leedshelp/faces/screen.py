"""The screen face: Rich tables. Where one would break a number or a name, the plain face takes its place."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from leedshelp.faces import plain, whole
from leedshelp.faces.drawing import (
    ACTION,
    PROSE,
    QUIET,
    STRONG,
    bulleted,
    hung,
    paragraph,
    rendered,
    ruled,
    unbroken,
)
from leedshelp.triage.entry import HOURS, OLD_NUMBER, SURE
from leedshelp.triage.in_words import AFRAID, UNOFFICIAL

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup
    from leedshelp.guide.pages import Page, Section
    from leedshelp.model.directory import OwnPerson, Person
    from leedshelp.model.words import Statement
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Card, Entry, Fact
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table


def advice(advice: "Advice", width: int | None) -> str:
    """The whole of an advice: the first screen, then about the numbers, the people, the steps, and why."""
    about = ruled("Number", "About it")
    for entry in advice.ring:
        about.add_row(Text(entry.number.text), _about(entry, entry.why))
    services = [service.full_name for service in advice.tier.services] if advice.tier else []
    people = ruled("Talk to", *([f"Services in {advice.tier.name}"] if advice.tier else []))
    people.add_row(_people(advice.talk_to), *([bulleted(services)] if services else []))
    screen = rendered(
        width,
        *_first_screen(advice),
        about,
        *([people] if advice.talk_to else []),
        _steps(advice.next_steps),
        *(paragraph(why, QUIET, label="Why") for why in advice.why),
        paragraph(advice.sources, QUIET, "Sources of the next steps and of consent"),
        *([Text(advice.read_on)] if advice.read_on else []),
        paragraph(UNOFFICIAL, QUIET),
        Group(unbroken(f"Again: {advice.command}", QUIET)),
    )
    names = [*_names_on_first_screen(advice), *whole.names(advice.talk_to), *services]
    numbers = [*_numbers_on_first_screen(advice), *whole.own_numbers(advice.talk_to)]
    return screen if whole.is_whole(screen, names, numbers) else plain.advice(advice, width)


def brief(advice: "Advice", width: int | None) -> str:
    """The first screen of an advice: what to do, the numbers and what consent means."""
    screen = rendered(width, *_first_screen(advice))
    names, numbers = _names_on_first_screen(advice), _numbers_on_first_screen(advice)
    return screen if whole.is_whole(screen, names, numbers) else plain.brief(advice, width)


def _names_on_first_screen(advice: "Advice") -> list[str]:
    """The names on the first screen, with the full stop that stands behind them there."""
    return [f"{entry.contact.name}." for entry in advice.ring]


def _numbers_on_first_screen(advice: "Advice") -> list[str]:
    """The numbers on the first screen."""
    return whole.numbers((*advice.ring, advice.emergency))


def _first_screen(advice: "Advice") -> Iterator[RenderableType]:
    """The parts of the first screen."""
    yield Text.assemble((advice.headline, ACTION), "\n", (f"At {advice.when}", QUIET))
    yield Text.assemble((advice.emergency.number.text, STRONG), f": {advice.emergency.why}")
    if advice.doubt:
        yield paragraph(advice.doubt)
    calls = ruled("Number", "Who", lines=False)
    for position, entry in enumerate(advice.ring):
        number = Text.assemble((entry.number.text, ACTION if position == 0 else STRONG))
        who = (f"{entry.label}: {entry.contact.name}.", STRONG)
        calls.add_row(number, Text.assemble(who, f" {entry.glance}"))
    yield calls
    yield paragraph(advice.consent.says, label="Consent")


def contacts(findings: "Findings", width: int | None) -> str:
    """The findings of a look-up: the subjects with their tier, then the contacts with every number."""
    parts: list[RenderableType] = []
    if findings.subjects:
        subject_table = ruled("Found", "Tier", "Ring about it")
        for subject in findings.subjects:
            name = Text("\n").join([Text(subject.name, STRONG), *_own(subject.own)])
            ring = bulleted(contact.name for contact in subject.ring)
            subject_table.add_row(name, Text(subject.place), ring)
        commands = (subject.command for subject in findings.subjects if subject.command)
        parts += [subject_table, *map(unbroken, commands)]
    number_table = ruled("Number", "Who")
    for card in findings.contacts:
        for entry in card.to_show:
            number_table.add_row(*_row(entry))
    for role in findings.people:
        for person in role.own:
            about = Text.assemble((person.who, STRONG), f"\n{role.name}\n", person.about)
            number_table.add_row(Text.assemble((person.number, STRONG)), about)
    screen = rendered(width, *parts, number_table, unbroken(AFRAID, STRONG))
    subjects = (*findings.subjects, *findings.people)
    names = [*(subject.name for subject in subjects), *(card.contact.name for card in findings.contacts)]
    numbers = [entry.number.text for card in findings.contacts for entry in card.entries]
    numbers += [person.number for subject in subjects for person in subject.own]
    return screen if whole.is_whole(screen, names, numbers) else plain.contacts(findings, width)


def tiers(table: "Table", width: int | None) -> str:
    """The reference table of 2013, drawn as a table for every tier."""
    drawings, names, numbers = [], [], []
    for tier, talk_to, ring in table.rows:
        services = [service.full_name for service in tier.services]
        drawing = ruled("Services", "Talk to", "Who helps to start the conversation")
        drawing.title = Text(tier.name, STRONG)
        drawing.add_row(bulleted(services), _people(talk_to), _who_helps(ring))
        drawings.append(drawing)
        names += [tier.name, *services, *whole.names(talk_to), *(card.contact.name for card in ring)]
        numbers += whole.numbers(card.entries[0] for card in ring) + whole.own_numbers(talk_to)
    screen = rendered(width, *drawings, paragraph(f"Source: {table.source}", QUIET))
    return screen if whole.is_whole(screen, names, numbers) else plain.tiers(table, width)


def checkup(checkup: "Checkup", width: int | None) -> str:
    """The result of a check: problems, rules, numbers, disagreements, and whether the data is in order."""
    parts: list[RenderableType] = []
    if checkup.problems:
        problems = ruled("Where", "What is wrong, and how to put it right")
        for problem in checkup.problems:
            place, what = str(problem).split(": ", 1)
            problems.add_row(Text(place), Text(what, STRONG))
        parts.append(problems)
    if checkup.proofs:
        rules = ruled("Rule of safety", "Cases", "Why")
        for proof in checkup.proofs:
            if proof.broken:
                cases = Text(f"BROKEN in {proof.broken} of {proof.cases}", STRONG)
                rules.add_row(Text(proof.name), cases, Text(f"First: {proof.example}"))
            else:
                rules.add_row(Text(proof.name), Text(f"holds in {proof.cases}"), Text(proof.reason))
        parts.append(rules)
    if checkup.numbers:
        ages = ruled("Number", "Who, standing and age", "Sources")
        for number in checkup.numbers:
            who = Text.assemble((number.name, STRONG), f"\n{number.standing}\nage: {number.age}")
            ages.add_row(Text(number.number), who, bulleted(number.sources))
        parts.append(ages)
        parts += (
            Text("\n".join([f"{number.number}: {number.name}", *number.corrected]))
            for number in checkup.numbers
            if number.corrected
        )
    if checkup.disagreements:
        differences = ruled("Documents differ", "What they say")
        for disagreement in checkup.disagreements:
            sides = [side.line for side in disagreement.sides]
            why = [disagreement.why] if disagreement.why else []
            name = Text(f"{disagreement.name}, {disagreement.about}")
            differences.add_row(name, Text("\n".join([*sides, *why])))
        parts.append(differences)
    if checkup.too_weak:
        parts.append(Text.assemble(("Too weak for --strict\n", STRONG), bulleted(checkup.too_weak)))
    screen = rendered(width, *parts, Text(checkup.verdict, ACTION if checkup.passes else STRONG))
    names = [number.name for number in checkup.numbers]
    numbers = [number.number for number in checkup.numbers]
    return screen if whole.is_whole(screen, names, numbers) else plain.checkup(checkup, width)


def page(page: "Page", width: int | None) -> str:
    """A page of the guide, its documents, and the command for those who fear harm now."""
    return rendered(
        min(width or PROSE, PROSE),
        Text(page.title, ACTION),
        *(Group(*block) for section in page.sections for block in _section(page, section)),
        Text("\n".join(["Documents", *page.notes]), QUIET),
        unbroken(AFRAID, STRONG),
        paragraph(UNOFFICIAL, QUIET),
    )


def _row(entry: "Entry") -> tuple[Text, Text]:
    """The row of a number in a look-up; an old number has no other fact than how sure it is."""
    if entry.label == OLD_NUMBER:
        return Text(entry.number.text, QUIET), Text(f"{entry.contact.name}\n{entry.fact(SURE)}", QUIET)
    email = [entry.contact.email.address] if entry.contact.email else []
    return Text.assemble((entry.number.text, ACTION)), _about(entry, entry.contact.helps, *email)


def _about(entry: "Entry", *lines: str) -> Text:
    """The name of the contact of an entry, then `lines`, then the facts to know before ringing it."""
    facts = (Text(_line(fact), QUIET) for fact in entry.facts)
    return Text("\n").join([Text(entry.contact.name, STRONG), *map(Text, lines), *facts])


def _line(fact: "Fact") -> str:
    """A fact in one line; the hours, and how sure a number is, need no label."""
    return fact.text if fact.label in (HOURS, SURE) else fact.line


def _who_helps(ring: "Iterable[Card]") -> Text:
    """Who helps to start the conversation, and whom to ring if they do not answer."""
    helpers = [
        Text.assemble((entry.number.text, ACTION), "\n", _about(entry, entry.contact.helps))
        for entry in (card.entries[0] for card in ring)
    ]
    return Text("\n\nIf they do not answer:\n").join(helpers)


def _steps(steps: "Iterable[Statement]") -> RenderableType:
    """Numbered steps, indented under their numbers."""
    numbered = hung((f"{n}.", Text(step.says)) for n, step in enumerate(steps, 1))
    return Group(Text("Next", STRONG), numbered)


def _section(page: "Page", section: "Section") -> Iterator[list[RenderableType]]:
    """The blocks of a section of a page, the first with the heading above it."""
    heading: list[RenderableType] = [Text(section.heading, STRONG)]
    for block in section.blocks:
        yield [*heading, *(_part(*page.with_notes(part)) for part in block)]
        heading = []


def _part(mark: str, says: str, notes: str) -> RenderableType:
    """A part of a page: a paragraph, or an item, which has a mark."""
    text = Text.assemble(says, (f" {notes}", QUIET))
    return hung([(mark, text)]) if mark else text


def _people(talk_to: "Iterable[Person]") -> Text:
    """The people to talk to, and below a role the agency's own people who have it."""
    return Text("\n").join(line for role in talk_to for line in (Text(f"- {role.name}"), *_own(role.own)))


def _own(people: "Iterable[OwnPerson]") -> Iterator[Text]:
    """The agency's own people, with the number on a line of its own."""
    for person in people:
        number, about = (person.number, STRONG), (person.about, QUIET)
        yield Text.assemble(f"  {person.who}\n  ", number, "\n  ", about)
