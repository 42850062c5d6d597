"""The screen face: Rich tables for a terminal wide enough to show every number whole."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from leedshelp.faces import plain, sentences, whole
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
from leedshelp.model.directory import Contact, Number, OwnPerson, Person, TierTable
from leedshelp.model.words import Statement
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, labels
from leedshelp.triage.search import Findings

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup
    from leedshelp.guide.pages import Page, Section


def advice(given: Advice, width: int | None) -> str:
    """The whole of an advice: the first screen, then the numbers once more, the people, and why."""
    about = ruled("Number", "About it")
    for call in given.ring:
        said = [(call.contact.name, STRONG), (call.why, "")]
        about.add_row(Text(call.number.text), _told(said, call.contact, call.number))
    services = [service.full_name for service in given.tier.services] if given.tier else []
    people = ruled("Talk to", *([f"Services in {given.tier.name}"] if given.tier else []))
    people.add_row(_people(given.talk_to), *([bulleted(services)] if services else []))
    shown = rendered(
        width,
        *_first_screen(given),
        about,
        *([people] if given.talk_to else []),
        _steps(given.next_steps),
        *(paragraph(sentences.with_documents(each), QUIET, label="Why") for each in given.because),
        paragraph(sentences.steps_rest_on(given), QUIET, "Sources of the next steps and of consent"),
        *([Text(sentences.read_on(given))] if given.guide else []),
        paragraph(in_words.UNOFFICIAL, QUIET),
        Group(unbroken(f"Again: {given.command}", QUIET)),
    )
    names, numbers = whole.told_first(given)
    names += whole.names(given.talk_to) + services
    numbers += whole.numbers(given.talk_to)
    return shown if whole.is_whole(shown, names, numbers) else plain.advice(given, width)


def brief(given: Advice, width: int | None) -> str:
    """What to do, the numbers and what consent means."""
    shown = rendered(width, *_first_screen(given))
    return shown if whole.is_whole(shown, *whole.told_first(given)) else plain.brief(given, width)


def _first_screen(given: Advice) -> Iterator[RenderableType]:
    yield Text.assemble(
        (given.headline, ACTION),
        "\n",
        (f"At {in_words.moment_and_zone(given.moment)}", QUIET),
    )
    yield Text.assemble((given.emergency.number.text, STRONG), f": {given.emergency.why}")
    if given.doubt:
        yield paragraph(given.doubt)
    calls = ruled("Number", "Who", lines=False)
    for position, (label, call) in enumerate(zip(labels(given), given.ring, strict=True)):
        number = Text.assemble((call.number.text, ACTION if position == 0 else STRONG))
        glance = f" {sentences.at_a_glance(call)}"
        calls.add_row(number, Text.assemble((f"{label}: {call.contact.name}.", STRONG), glance))
    yield calls
    yield paragraph(given.consent.says, label="Consent")


def contacts(found: Findings, width: int | None) -> str:
    """What a look-up found: services and people with their tier, then contacts with every number."""
    parts: list[RenderableType] = []
    if found.subjects:
        subjects = ruled("Found", "Tier", "Ring about it")
        for each in found.subjects:
            name = Text("\n").join([Text(each.name, STRONG), *_own(each.people)])
            subjects.add_row(name, Text(sentences.tier(each)), bulleted(one.name for one in each.ring))
        more = sentences.more(found.subjects)
        parts += [subjects, *map(unbroken, more)]
    table = ruled("Number", "Who")
    for contact in found.contacts:
        for row in _rows(contact):
            table.add_row(*row)
    for role, person in ((each.name, person) for each in found.people for person in each.people):
        about = Text.assemble((person.who, STRONG), f"\n{role}\n", in_words.own_person(person))
        table.add_row(Text.assemble((person.number, STRONG)), about)
    shown = rendered(width, *parts, table, unbroken(in_words.AFRAID, STRONG))
    names = [each.name for each in (*found.subjects, *found.people)] + [each.name for each in found.contacts]
    numbers = [number.text for contact in found.contacts for number in contact.numbers]
    numbers += [person.number for each in (*found.subjects, *found.people) for person in each.people]
    return shown if whole.is_whole(shown, names, numbers) else plain.contacts(found, width)


def tiers(table: TierTable, width: int | None) -> str:
    """The reference table of 2013, a table for each tier."""
    drawings, names, numbers = [], [], []
    for tier, talk_to, ring in table.rows:
        services = [service.full_name for service in tier.services]
        drawing = ruled("Services", "Talk to", "Who helps to start the conversation")
        drawing.title = Text(tier.name, STRONG)
        drawing.add_row(bulleted(services), _people(talk_to), _who_helps(ring))
        drawings.append(drawing)
        names += [tier.name, *services, *whole.names(talk_to), *(contact.name for contact in ring)]
        numbers += [number for contact in ring for number in whole.given(contact.number)]
        numbers += whole.numbers(talk_to)
    source = f"Source: {sentences.dated(table.documents)}"
    drawn = rendered(width, *drawings, paragraph(source, QUIET))
    return drawn if whole.is_whole(drawn, names, numbers) else plain.tiers(table, width)


def checkup(shown: "Checkup", width: int | None) -> str:
    """What a check found: problems, rules, numbers, disagreements, and whether the data is in order."""
    parts: list[RenderableType] = []
    if shown.problems:
        problems = ruled("Where", "What is wrong, and how to put it right")
        for problem in shown.problems:
            place, what = str(problem).split(": ", 1)
            problems.add_row(Text(place), Text(what, STRONG))
        parts.append(problems)
    if shown.proofs:
        rules = ruled("Rule of safety", "Cases", "Why")
        for proof in shown.proofs:
            if proof.broken:
                said = (
                    Text(f"BROKEN in {proof.broken} of {proof.cases}", STRONG),
                    f"First: {proof.example}",
                )
            else:
                said = Text(f"holds in {proof.cases}"), proof.reason
            rules.add_row(Text(proof.name), said[0], Text(said[1]))
        parts.append(rules)
    if shown.numbers:
        numbers = ruled("Number", "Who, standing and age", "Sources")
        for each in shown.numbers:
            who = Text.assemble((each.name, STRONG), f"\n{each.standing}\nage: {each.age}")
            numbers.add_row(
                Text(each.number), who, bulleted(sentences.dated([one]) for one in each.documents)
            )
        parts.append(numbers)
        corrected = (each for each in shown.numbers if each.corrected)
        parts += (Text("\n".join([f"{each.number}: {each.name}", *each.corrected])) for each in corrected)
    if shown.disagreements:
        differing = ruled("Documents differ", "What they say")
        for about in shown.disagreements:
            told = [*map(sentences.side, about.sides), *([about.why] if about.why else [])]
            differing.add_row(Text(f"{about.name}, {about.about}"), Text("\n".join(told)))
        parts.append(differing)
    if shown.too_weak:
        parts.append(Text.assemble(("Too weak for --strict\n", STRONG), bulleted(shown.too_weak)))
    drawn = rendered(width, *parts, Text(sentences.verdict(shown), ACTION if shown.passes else STRONG))
    names, rung = [each.name for each in shown.numbers], [each.number for each in shown.numbers]
    return drawn if whole.is_whole(drawn, names, rung) else plain.checkup(shown, width)


def page(shown: "Page", width: int | None) -> str:
    """A page of the guide, with the documents that each statement rests on, and the way on."""
    return rendered(
        min(width or PROSE, PROSE),
        Text(shown.title, ACTION),
        *(Group(*block) for section in shown.sections for block in _section(shown, section)),
        Text("\n".join(["Documents", *sentences.documents(shown)]), QUIET),
        unbroken(in_words.AFRAID, STRONG),
        paragraph(in_words.UNOFFICIAL, QUIET),
    )


def _rows(contact: Contact) -> Iterator[tuple[Text, Text]]:
    """A row for each number of a contact; one that was replaced is shown as the earlier number."""
    for number, is_old in sentences.listed(contact):
        if is_old:
            seen = in_words.standing(contact, number)
            yield Text(number.text, QUIET), Text(f"{contact.name}\n{seen}", QUIET)
        else:
            said = [(contact.name, STRONG), (contact.helps, "")]
            said += [(contact.email.address, "")] if contact.email else []
            yield Text.assemble((number.text, ACTION)), _told(said, contact, number)


def _told(said: list[tuple[str, str]], contact: Contact, number: Number) -> Text:
    """Lines about a contact, then what to know about the number to ring."""
    menu = in_words.menu(number)
    about = [
        menu and f"Menu: {menu}",
        in_words.line(contact, number),
        number.audience and f"Who can ring: {number.audience}",
        in_words.standing(contact, number),
        *in_words.correction(number),
    ]
    lines = said + [(line, QUIET) for line in about if line]
    return Text("\n").join(Text(line, style) for line, style in lines)


def _who_helps(ring: Iterable[Contact]) -> Text:
    """Who helps to start the conversation, and who to ring when they do not answer."""
    told = [
        Text.assemble(
            (contact.number.text, ACTION),
            "\n",
            _told([(contact.name, STRONG), (contact.helps, "")], contact, contact.number),
        )
        for contact in ring
    ]
    return Text("\n\nIf they do not answer:\n").join(told)


def _steps(steps: Iterable[Statement]) -> RenderableType:
    """Numbered steps, each indented under its number."""
    numbered = hung((f"{n}.", Text(step.says)) for n, step in enumerate(steps, 1))
    return Group(Text("Next", STRONG), numbered)


def _section(page: "Page", section: "Section") -> Iterator[list[RenderableType]]:
    """The blocks of a section of a page; its heading stands with the first."""
    heading: list[RenderableType] = [Text(section.heading, STRONG)]
    for block in section.blocks:
        yield [*heading, *(_part(*page.with_notes(part)) for part in block)]
        heading = []


def _part(mark: str, says: str, notes: str) -> RenderableType:
    """A paragraph, or an item, which has a mark."""
    text = Text.assemble(says, (f" {notes}", QUIET))
    return hung([(mark, text)]) if mark else text


def _people(talk_to: Iterable[Person]) -> Text:
    """People to talk to, and below a role those of the agency who have it."""
    return Text("\n").join(line for role in talk_to for line in (Text(f"- {role.name}"), *_own(role.own)))


def _own(people: Iterable[OwnPerson]) -> Iterator[Text]:
    """The agency's own people, each with the number on a line of its own."""
    for each in people:
        number = (each.number, STRONG)
        about = in_words.own_person(each), QUIET
        yield Text.assemble(f"  {each.who}\n  ", number, "\n  ", about)
