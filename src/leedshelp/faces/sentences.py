"""What the faces for people say alike: the sentences about numbers, documents, findings and checks."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leedshelp.directory import Contact, Directory, Document, Number, Standing
from leedshelp.hours import line_in_words
from leedshelp.search import Found
from leedshelp.triage import Answers, Harm, command
from leedshelp.wording import Circumstance, Statement, sources_of

if TYPE_CHECKING:
    from leedshelp.advice import Advice, Call
    from leedshelp.checkup import Checkup, Side
    from leedshelp.guide import Page


CALL = command(Answers(harm=Harm.YES))
"""The command that tells who to ring about harm that is feared."""


def afraid(directory: Directory) -> str:
    """Where those who fear for a child go on."""
    return directory.words.phrases["guide.afraid"].format(command=CALL)


def at_a_glance(directory: Directory, call: "Call") -> str:
    """What to know about a number before one rings it, in short sentences."""
    menu = directory.menu_in_words(call.number)
    doubtful = directory.standing(call.contact, call.number) == Standing.UNCONFIRMED
    told = [
        call.now,
        *([f"Menu: {menu}"] if menu else []),
        *([Standing.UNCONFIRMED.capitalize()] if doubtful else []),
        *directory.correction_in_words(call.number),
    ]
    return " ".join(f"{each}." for each in told)


def about(directory: Directory, contact: Contact, number: Number) -> Iterator[str]:
    """What to know about a number to ring: menu, hours, who may ring it, and its standing."""
    if menu := directory.menu_in_words(number):
        yield f"Menu: {menu}"
    yield f"Hours: {line_in_words(directory, contact, number)}"
    if number.audience:
        yield f"Who can ring: {number.audience}"
    yield f"How sure: {directory.standing_in_words(contact, number)}"
    yield from directory.correction_in_words(number)


def read_on(directory: Directory, given: "Advice") -> str:
    """The commands that show the pages of the guide that fit an advice."""
    commands = ", ".join(f"leedshelp guide {topic}" for topic in given.guide)
    return directory.words.phrases["guide.more"].format(commands=commands)


def steps_rest_on(directory: Directory, given: "Advice") -> str:
    """The documents that an advice's next steps rest on, and what it says of consent."""
    return titles(directory, sources_of((given.consent, *given.next_steps)))


def tier(directory: Directory, found: Found) -> str:
    """The tier of what was found; a circumstance is in none."""
    return found.tier.name if found.tier else directory.words.phrases["circumstances.tier"]


def more(directory: Directory, found: Iterable[Found]) -> Iterator[str]:
    """For each circumstance among what was found, the command that gives its advice."""
    for each in found:
        if isinstance(each.subject, Circumstance):
            given = command(Answers(circumstance=each.subject.id))
            yield directory.words.phrases["circumstances.more"].format(command=given)


def documents(directory: Directory, shown: "Page") -> Iterator[str]:
    """The documents of a page, under the numbers that its statements give."""
    for number, source in enumerate(shown.sources, 1):
        yield f"[{number}] {titles(directory, [source])}"


def verdict(shown: "Checkup") -> str:
    """Whether the data is in order, in one line."""
    if shown.passes:
        return "The data is in order."
    if shown.is_good:
        return f"The data is in order, but too weak for --strict. Weak numbers: {len(shown.too_weak)}."
    broken = sum(1 for proof in shown.proofs if proof.broken)
    rules = f"Broken rules: {broken}." if shown.proofs else "Until they are put right, no rule can be proved."
    return f"The data is NOT in order. Problems: {len(shown.problems)}. {rules}"


def side(said: "Side") -> str:
    """What one side says, and the documents that say so, where they are known one by one."""
    return f"- {said.says}: {dated(said.documents)}" if said.documents else f"- {said.says}"


def with_sources(directory: Directory, statement: Statement) -> str:
    """What is said, and the documents it rests on."""
    return f"{statement.says} Source: {titles(directory, statement.sources)}"


def listed(contact: Contact) -> Iterator[tuple[Number, bool]]:
    """The numbers of a contact, old or not, but those that stand beside an agency's own number for it."""
    for number in contact.numbers:
        newer = contact.successor(number)
        if not (newer and newer.corrected):
            yield number, newer is not None


def titles(directory: Directory, sources: Iterable[str]) -> str:
    """Sources by title and date."""
    return dated(directory.documents[each] for each in sources)


def dated(documents: Iterable[Document]) -> str:
    """Documents by title and date."""
    return "; ".join(f"{each.title} ({each.when})" for each in documents)
