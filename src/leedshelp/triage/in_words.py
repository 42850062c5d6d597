"""The sentences about numbers, moments, hours, deadlines and an agency's own contacts.

They are labels of the tool. What a safeguarding lead answers for (questions, outcomes, consent, steps) is in
the data.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from leedshelp.model.dates import DAYS, clock_in_words, date_in_words, moment_in_words, soon_in_words
from leedshelp.model.directory import DUTY, EDT, Contact, Directory, Window
from leedshelp.model.document import Document, Standing, newest
from leedshelp.model.number import Line, Number
from leedshelp.model.words import Command, Purpose, Statement, Topic
from leedshelp.triage.hours import Daytime, daytime, disputed_window, is_london, is_out_of_date

if TYPE_CHECKING:
    from leedshelp.triage.deadlines import Due

NOT_OFFICIAL = "Not official."
READ = "Numbers are from documents; nobody rang them."
UNOFFICIAL = f"{NOT_OFFICIAL} {READ}"
MORE = "All that is known of each: add --full."
CAME_WITH = "leedshelp came with {number}"

MAY_MOVE = " (later, if there is a bank holiday)"

# When to ring the emergency services, where the concern does not say it.
DANGER = "In danger this minute"

# What stands with the numbers of an advice.
RING_AGAIN = "No answer? Ring again. In danger: 999."
YOU_MUST = "If you come to fear significant harm, you MUST ring:"
CANNOT_WAIT = "If it cannot wait, ring now. If you fear significant harm, you MUST ring:"
OUT_OF_HOURS = "Out of hours"
MUST_TOO = "If you fear significant harm, you MUST ring the {name} at once."

# The line that stands for the concerns, and what two commands do, in the line of a prompt.
OTHER = "Or type o for something else, such as {concerns}."
SHORT = {Command.HARM: "I fear harm now", Command.OTHER: "something else"}

# What a look-up says of an old number, of somebody whose number nobody else knows, and of what it leaves out.
OLD = "{old} is an old number of {name}. Do not ring it. Ring {number}."
OWN_AGENCY = "Somebody in your own agency. To put them in, with their number: leedshelp setup"
MORE_FOUND = "And {count} more: type more of what you look for."

# What the commands of the dialogue do, as its help lists them.
COMMANDS = {
    Command.HARM: "you fear significant harm: no more questions, straight to the number to ring",
    Command.OTHER: "what has a way of its own, such as a bruise on a baby, or an allegation",
    Command.BACK: "go back to the question before; its answer can be kept or changed",
    Command.KEEP: "keep the answer you gave to this question",
    Command.WHY: "why this is asked, and which document says so",
    Command.CHANGE: "look over your answers and change one",
    Command.PHONE: "the phone numbers, the one that answers now first",
    Command.QUIT: "leave; the numbers stay on the screen",
    Command.HELP: "this list",
}

# What can be done below an advice, besides what its prompt has in common with the others.
BELOW = (
    "Enter: the rest of this advice, a screen at a time",
    "w or why: the reasons, each with its documents",
    "s or sheet: a call sheet, to have in the hand while ringing",
    "c or change: look over your answers and change one",
)

_NOW = {True: "Answers now", False: "Closed now", None: "May answer now"}
_LABELS = {
    Purpose.RING: "Ring",
    Purpose.THEN: "Then ring",
    Purpose.NO_ANSWER: "No answer?",
    Purpose.FOR_OTHERS: "Pass on",
    Purpose.FEAR_HARM: "Fear harm?",
    Purpose.WHEN_OPEN: "When it opens",
}
_LINES = {
    Line.ANY_HOUR: "Any hour, every day",
    Line.OFFICE_HOURS: "Office hours",
    Line.OUT_OF_HOURS: (
        "Whenever daytime services are closed, every day of the year, for what cannot wait until the next "
        "working day"
    ),
    Line.UNKNOWN: "Hours not known",
}
_NO_CLOCK = (
    "The time zones on this computer are damaged, so it cannot tell the time in London, nor who answers now. "
    "If the first does not answer, ring the other."
)
_OLD = "Old number: a newer one{since}. Do not ring it."
_STANDINGS = {
    Standing.NATIONAL: "The same number everywhere in the country.",
    Standing.UNCONFIRMED: (
        'Unconfirmed: last seen in "{document}", {dated}. No later document gives it, so it may not answer.'
    ),
    Standing.LAST_SEEN: 'Last seen in "{document}", {dated}.',
}


def answers_now(is_open: bool | None) -> str:
    """Whether a number answers at the moment, in words; `None` stands for "nobody can be sure"."""
    return _NOW[is_open]


def label(purpose: Purpose, line: Line) -> str:
    """What to do with a number."""
    if purpose == Purpose.WHEN_OPEN and line == Line.OUT_OF_HOURS:
        return OUT_OF_HOURS
    return _LABELS[purpose]


def opens(when: str, *, is_known: bool) -> str:
    """When a line opens that is closed now, or where no document gives its hours, when to try it."""
    return f"{'Opens' if is_known else 'Try'} {when}"


def afraid(number: Number, name: str, is_open: bool | None) -> str:
    """The line for those who fear harm: the number that answers now, whatever else they look for."""
    return f"Afraid for a child now? Ring {number.text}: {name}. {answers_now(is_open)}."


def standing(number: Number) -> str:
    """The standing of a number, with the document that decides it and the date of that."""
    newer = number.replaced_by
    if newer and newer.corrected:
        return correction(newer)[0]
    if newer:
        by = [
            date_in_words(date)
            for date in sorted(document.date for document in newer.documents if document.date)
        ]
        return _OLD.format(since=f" was in use by {by[0]}" if by else " has taken its place")
    decides = newest(number.documents)
    return _STANDINGS[number.standing].format(document=decides.title, dated=decides.dated)


def menu(number: Number) -> str | None:
    """The menu option in the latest document that gives one, or `None`."""
    if not number.options:
        return None
    latest = newest(document for document in number.documents if document.id in number.options)
    return f"{number.options[latest.id]} when last seen; listen to the menu"


def correction(number: Number) -> list[str]:
    """Two texts for a number from an agency's own file: its source, and the number it replaced; else none."""
    if not number.corrected:
        return []
    when, source = date_in_words(number.corrected), newest(number.documents).title
    replaced = f"Replaced by your agency's file on {when}. Its source: {source}"
    return [replaced, CAME_WITH.format(number=number.replaces[0])]


def own_person(agency: str, hours: str, checked: str) -> str:
    """A sentence about a person of an agency: the hours to ring, and the ISO day of the last check."""
    return f"Your agency's own ({agency}): {hours}; last checked {date_in_words(checked)}"


def hours(contact: Contact, number: Number) -> str:
    """When a number is answered, as far as the documents say."""
    if contact.hours is None or number.line == Line.ANY_HOUR:
        return _LINES[number.line]
    if number.line == Line.OUT_OF_HOURS:
        return "At all other times"
    agreed, disputed = windows(contact.hours.agreed), windows(contact.hours.disputed)
    return f"{agreed}. It may also answer {disputed}: the documents differ" if disputed else agreed


def doubt(directory: Directory, at: datetime) -> str | None:
    """Why nobody can be sure which of the two teams answers at `at`, or `None`."""
    hours = directory.hours
    if not is_london(at):
        return _NO_CLOCK
    if daytime(at, hours) == Daytime.UNLISTED:
        since, until = (date_in_words(str(day)) for day in (hours.known_from, hours.known_until))
        days = f"before {since}" if at.date() < hours.known_from else f"after {until}"
        edt = directory.contacts[EDT].name
        return f"Bank holidays {days} are not known here. On one, the {edt} answers all day."
    window = disputed_window(at, hours)
    return window.why if window else None


def dated(directory: Directory, at: datetime) -> str | None:
    """That the data is older than a year at `at`, and where to look for newer numbers, or `None`."""
    addresses = (document.address for document in directory.contacts[DUTY].number.documents)
    where = next((f" Look for newer: {address}" for address in addresses if address), "")
    since = f"Numbers not looked over since {date_in_words(str(directory.hours.reviewed))}.{where}"
    return since if is_out_of_date(at, directory.hours) else None


def cited(documents: Iterable[Document]) -> str:
    """Documents in one line, with title and date."""
    return "; ".join(f"{document.title} ({document.dated})" for document in documents)


def referenced(document: Document) -> str:
    """A document in one line, with title, date and address, so that anybody can look."""
    return ", ".join([cited([document]), *([document.address] if document.address else [])])


def addresses(contact: Contact) -> list[str]:
    """Where a contact can be written to."""
    by = {"E-mail": contact.email, "Form, if you work with children": contact.form}
    return [f"{label}: {known.address}" for label, known in by.items() if known]


def with_titles(statement: Statement) -> str:
    """The text of a statement, with the titles of the documents that it rests on."""
    return f"{statement.says} Source: {'; '.join(document.title for document in statement.documents)}"


def with_documents(statement: Statement) -> str:
    """The text of a statement, with the documents that it rests on."""
    return f"{statement.says} Source: {cited(statement.documents)}"


def read_on(topics: Iterable[Topic]) -> str:
    """The line that names the commands for some pages of the guide."""
    return "Read on: " + ", ".join(f"leedshelp guide {topic}" for topic in topics)


def windows(hours: Iterable[Window]) -> str:
    """Hours: "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30"."""
    return ", ".join(
        f"{_weekdays(window.days)} {clock_in_words(window.opens)} to {clock_in_words(window.closes)}"
        for window in hours
    )


def _weekdays(days: range) -> str:
    """Weekdays: "Friday", "Monday to Thursday"."""
    first, last = DAYS[days[0]], DAYS[days[-1]]
    return first if first == last else f"{first} to {last}"


def moment_and_zone(at: datetime) -> str:
    """A time, with its zone where that is not London's: "Friday 25 December 2026, 10:05"."""
    return moment_in_words(at) + ("" if is_london(at) else ", UTC")


def due(deadline: "Due", now: datetime | None = None) -> str:
    """When something is due: "tomorrow 10:30", "Monday 17:00", "Tuesday 5 January 2027, 17:00"; or later.

    `now` is the day to which "today" and "tomorrow" refer; without it, as on paper, the text has the date.
    """
    when = soon_in_words(deadline.at, now) if now else moment_in_words(deadline.at)
    return f"{when}{MAY_MOVE}" if deadline.may_move else when
