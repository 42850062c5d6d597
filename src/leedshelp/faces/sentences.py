"""What the faces for people say alike: the sentences about numbers, documents, findings and checks."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leedshelp.model.answers import Answers, command
from leedshelp.model.directory import Contact, Number
from leedshelp.model.document import Document, Standing
from leedshelp.model.words import Circumstance, Statement, documents_of
from leedshelp.triage import in_words
from leedshelp.triage.search import Found

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup, Side
    from leedshelp.guide.pages import Page
    from leedshelp.triage.advice import Advice, Call


def at_a_glance(call: "Call") -> str:
    """What to know about a number before one rings it, in short sentences."""
    menu = in_words.menu(call.number)
    doubtful = call.contact.standing(call.number) == Standing.UNCONFIRMED
    told = [
        call.now,
        *([f"Menu: {menu}"] if menu else []),
        *([Standing.UNCONFIRMED.capitalize()] if doubtful else []),
        *in_words.correction(call.number),
    ]
    return " ".join(f"{each}." for each in told)


def about(contact: Contact, number: Number) -> Iterator[str]:
    """What to know about a number to ring: menu, hours, who may ring it, and its standing."""
    if menu := in_words.menu(number):
        yield f"Menu: {menu}"
    yield f"Hours: {in_words.line(contact, number)}"
    if number.audience:
        yield f"Who can ring: {number.audience}"
    yield f"How sure: {in_words.standing(contact, number)}"
    yield from in_words.correction(number)


def read_on(given: "Advice") -> str:
    """The commands that show the pages of the guide that fit an advice."""
    commands = ", ".join(f"leedshelp guide {topic}" for topic in given.guide)
    return f"Read on: {commands}"


def steps_rest_on(given: "Advice") -> str:
    """The documents that an advice's next steps rest on, and what it says of consent."""
    return dated(documents_of((given.consent, *given.next_steps)))


def tier(found: Found) -> str:
    """The tier of what was found; a circumstance is in none."""
    return found.tier.name if found.tier else in_words.BEFORE_THE_TIERS


def more(found: Iterable[Found]) -> Iterator[str]:
    """For each circumstance among what was found, the command that gives its advice."""
    for each in found:
        if isinstance(each.subject, Circumstance):
            yield f"Its own advice: {command(Answers(circumstance=each.subject.id))}"


def documents(shown: "Page") -> Iterator[str]:
    """The documents of a page, under the numbers that its statements give."""
    for number, document in enumerate(shown.documents, 1):
        yield f"[{number}] {dated([document])}"


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


def with_documents(statement: Statement) -> str:
    """What is said, and the documents it rests on."""
    return f"{statement.says} Source: {dated(statement.documents)}"


def listed(contact: Contact) -> Iterator[tuple[Number, bool]]:
    """The numbers of a contact, old or not, but those that stand beside an agency's own number for it."""
    for number in contact.numbers:
        newer = contact.successor(number)
        if not (newer and newer.corrected):
            yield number, newer is not None


def dated(documents: Iterable[Document]) -> str:
    """Documents by title and date."""
    return "; ".join(f"{each.title} ({each.when})" for each in documents)
