"""A check of the data: its problems, the proofs of the rules, the age of every number, the disagreements.

Age is counted from the first day of a date ("2013" is 1 January 2013), so that nothing looks younger than it
is.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, starmap
from typing import NamedTuple

from leedshelp.model.dates import date_in_words, first_day
from leedshelp.model.directory import DUTY, Directory, TierId
from leedshelp.model.document import Document, Review, Standing, newest
from leedshelp.model.errors import Problem
from leedshelp.model.phone import is_made_up
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.safety.prover import Proof, cases, prove
from leedshelp.triage import in_words

# In days, on average: a leap year comes every four years.
YEAR, MONTH = 365.25, 365.25 / 12


class Aged(NamedTuple):
    """A number with its age, and the name of the contact or person whose it is.

    `days` is the age of its latest document with a date, or for a person of the agency, the days since the
    agency last checked the number; it is `None` where no document has a date. `since` is the earliest ISO
    date that its latest document can be of, "" where nobody knows. `corrected` has the texts about an
    agency's own file that gives the number in place of another.
    """

    number: str
    name: str
    standing: Standing
    documents: tuple[Document, ...]
    days: int | None
    since: str
    corrected: tuple[str, ...] = ()

    @property
    def sources(self) -> list[str]:
        """The documents with title, date and address."""
        return list(map(in_words.referenced, self.documents))

    @property
    def age(self) -> str:
        """The age as people say it: "3 days", "13 years", "unknown; written in July 2018 or later"."""
        if self.days is None:
            return f"unknown; written in {date_in_words(self.since)} or later" if self.since else "unknown"
        return _age(self.days)


class Side(NamedTuple):
    """What some documents say where others differ; `documents` is empty where the data names none."""

    says: str
    documents: tuple[Document, ...]

    @property
    def line(self) -> str:
        """What the documents say, and which documents they are."""
        return f"- {self.says}: {in_words.cited(self.documents)}" if self.documents else f"- {self.says}"


class Disagreement(NamedTuple):
    """Two sides that differ about a number, a menu option or the hours of the contact that `name` names."""

    name: str
    about: str
    sides: tuple[Side, Side]
    why: str | None


class Checkup(NamedTuple):
    """The result of a check. Where the main data has problems, there is nothing else.

    `reviews` say who looked over each file last, and how long ago. `numbers` are the oldest first. `made_up`
    has a line for every number that nobody answers, `too_weak` one for every number that a strict check does
    not accept.
    """

    problems: tuple[Problem, ...] = ()
    reviews: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    numbers: tuple[Aged, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    made_up: tuple[str, ...] = ()
    too_weak: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether there is no problem, no broken rule and no made-up number; a weak one is not so bad."""
        return not (self.problems or self.made_up or any(proof.broken for proof in self.proofs))

    @property
    def passes(self) -> bool:
        """Whether the data is good, and no number too weak for a strict check."""
        return self.is_good and not self.too_weak

    @property
    def verdict(self) -> str:
        """Whether the data is in order, in a line."""
        if self.passes:
            return "The data is in order."
        if self.is_good:
            return f"The data is in order, but too weak for --strict. Weak numbers: {len(self.too_weak)}."
        broken = sum(1 for proof in self.proofs if proof.broken)
        until_then = "Until they are put right, no rule can be proved, and more may come."
        rules = f"Broken rules: {broken}." if self.proofs else until_then
        made_up = f" Made-up numbers: {len(self.made_up)}." if self.made_up else ""
        return f"The data is NOT in order. Problems: {len(self.problems)}. {rules}{made_up}"


def check_up(
    directory: Directory, today: date, max_days: int | None, reviews: Iterable[Review] = ()
) -> Checkup:
    """A check of data that has no problems, on a day; `reviews` are those of its files.

    It is strict where `max_days` is set, the age in days that the latest document of a number may have.
    """
    numbers = _aged(directory, today)
    return Checkup(
        reviews=tuple(_reviewed(review, today) for review in reviews),
        proofs=prove(cases(directory, moments_of_every_kind(directory))),
        numbers=numbers,
        disagreements=tuple(_disagreements(directory)),
        made_up=tuple(f"{aged.number}: {aged.name}" for aged in numbers if is_made_up(aged.number)),
        too_weak=() if max_days is None else tuple(_too_weak(numbers, max_days)),
    )


def _age(days: int) -> str:
    """A number of days as people say it: "1 day", "21 months", "13 years"; rounded down."""
    for unit, length in (("years", YEAR), ("months", MONTH)):
        if days >= 2 * length:
            return f"{int(days / length)} {unit}"
    return "1 day" if days == 1 else f"{days} days"


def _reviewed(review: Review, today: date) -> str:
    """Who looked over a file, when, and how long ago that is on a day."""
    day, ago = date_in_words(str(review.day)), _age((today - review.day).days)
    return f"{review.file}: {day}, {ago} ago, by {review.role}"


def _aged(directory: Directory, today: date) -> tuple[Aged, ...]:
    """Every number with its age on a day, the oldest knowledge first, and before it an unknown age."""
    numbers = []
    for contact in directory.contacts.values():
        for number in contact.numbers:
            dates, since = (
                [document.date for document in number.documents if document.date],
                newest(number.documents).since,
            )
            days = _days_since(max(dates), today) if dates else None
            standing, corrected = number.standing, tuple(in_words.correction(number))
            numbers.append(
                Aged(number.text, contact.name, standing, number.documents, days, since, corrected)
            )
    for person in directory.people(TierId.SPECIALIST):
        for own in person.own:
            days = _days_since(own.checked, today)
            numbers.append(Aged(own.number, f"{own.who}, {person.name}", Standing.OWN, (), days, own.checked))
    return tuple(sorted(numbers, key=lambda number: number.since))


def _too_weak(numbers: tuple[Aged, ...], max_days: int) -> Iterator[str]:
    """A line for every number that is unconfirmed, or whose latest document is too old or has no date."""
    for number in numbers:
        who = f"{number.number}: {number.name}"
        match number:
            case Aged(standing=Standing.SUPERSEDED):  # nobody rings it
                continue
            case Aged(standing=Standing.UNCONFIRMED):
                yield f"{who}. It is unconfirmed."
            case Aged(days=None):
                yield f"{who}. No document that gives it has a date."
            case Aged(days=int(days)) if days > max_days:
                since = "It was checked" if number.standing == Standing.OWN else "The latest document is of"
                yield f"{who}. {since} {number.age} ago."


def _disagreements(directory: Directory) -> Iterator[Disagreement]:
    """Every disagreement about the numbers and menu options of a contact, and about the hours."""
    for contact in directory.contacts.values():
        for number in contact.numbers:
            for older in (other for other in contact.numbers if other.text in number.replaces):
                sides = Side(older.text, older.documents), Side(number.text, number.documents)
                yield Disagreement(contact.name, "number", sides, None)
            by_option: dict[str, tuple[Document, ...]] = {}
            for document in number.documents:
                if option := number.options.get(document.id):
                    by_option[option] = (*by_option.get(option, ()), document)
            for sides in combinations(starmap(Side, by_option.items()), 2):
                yield Disagreement(contact.name, "menu option", sides, None)
    hours = directory.hours
    agree = tuple(dict.fromkeys(document for window in hours.agreed for document in window.documents))
    for window in hours.disputed:
        sides = (
            Side(in_words.windows(hours.agreed), agree),
            Side(in_words.windows([window]), window.documents),
        )
        yield Disagreement(directory.contacts[DUTY].name, "hours", sides, window.why)


def _days_since(iso: str, today: date) -> int | None:
    """The days since the first day of an ISO date, which may be a year or a month; `None` for no date."""
    day = first_day(iso)
    return (today - day).days if day else None
