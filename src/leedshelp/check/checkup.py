"""What a check of the data shows: problems, rules proved, how old each number is, who disagrees.

Age is counted from the first day that a date allows ("2013" is 1 January 2013), so that nothing looks
younger than it is.
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from leedshelp.model.dates import first_day
from leedshelp.model.directory import DUTY, Directory, TierId
from leedshelp.model.document import Document, Standing, newest
from leedshelp.model.errors import Problem
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.safety.prover import Proof, cases, prove
from leedshelp.triage import in_words

YEAR, MONTH = 365.25, 365.25 / 12


class Aged(NamedTuple):
    """A number, whose it is, its standing, the documents that give it, and the age of the latest in days.

    The age is `None` where none of the documents is dated; that of an agency's own number is the time
    since the agency checked it.
    """

    number: str
    name: str
    standing: Standing
    documents: tuple[Document, ...]
    days: int | None
    corrected: tuple[str, ...] = ()
    """Where an agency's own file gives this number: that it does, and the number it replaced."""

    @property
    def sources(self) -> list[str]:
        """The documents in words."""
        return [in_words.cited([document]) for document in self.documents]

    @property
    def age(self) -> str:
        """The age as people say it: "3 days", "21 months", "13 years"."""
        if self.days is None:
            return "not known"
        for unit, length in (("years", YEAR), ("months", MONTH)):
            if self.days >= 2 * length:
                return f"{int(self.days / length)} {unit}"
        return "1 day" if self.days == 1 else f"{self.days} days"


class Side(NamedTuple):
    """What some documents say where others differ; the documents may not be known one by one."""

    says: str
    documents: tuple[Document, ...]

    @property
    def line(self) -> str:
        """What it says, and the documents that say so, where they are known one by one."""
        return f"- {self.says}: {in_words.cited(self.documents)}" if self.documents else f"- {self.says}"


class Disagreement(NamedTuple):
    """Two sides that differ about a number, a menu option or hours, and whose."""

    name: str
    about: str
    sides: tuple[Side, Side]
    why: str | None


class Checkup(NamedTuple):
    """All that one check found; data with problems has nothing else. `numbers` are the oldest first.

    `too_weak` tells which numbers a strict check does not accept, and why.
    """

    problems: tuple[Problem, ...] = ()
    proofs: tuple[Proof, ...] = ()
    numbers: tuple[Aged, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    too_weak: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong; a number that is weak is not wrong."""
        return not self.problems and not any(proof.broken for proof in self.proofs)

    @property
    def passes(self) -> bool:
        """Whether nothing is wrong, and nothing too weak for a strict check."""
        return self.is_good and not self.too_weak

    @property
    def verdict(self) -> str:
        """Whether the data is in order, in one line."""
        if self.passes:
            return "The data is in order."
        if self.is_good:
            return f"The data is in order, but too weak for --strict. Weak numbers: {len(self.too_weak)}."
        broken = sum(1 for proof in self.proofs if proof.broken)
        rules = (
            f"Broken rules: {broken}." if self.proofs else "Until they are put right, no rule can be proved."
        )
        return f"The data is NOT in order. Problems: {len(self.problems)}. {rules}"


def check_up(directory: Directory, today: date, max_days: int | None) -> Checkup:
    """A check of data without problems on a day; it is strict where an age in days is the most allowed."""
    numbers = _aged(directory, today)
    return Checkup(
        proofs=prove(cases(directory, moments_of_every_kind(directory))),
        numbers=numbers,
        disagreements=tuple(_disagreements(directory)),
        too_weak=() if max_days is None else tuple(_too_weak(numbers, max_days)),
    )


def _aged(directory: Directory, today: date) -> tuple[Aged, ...]:
    """Every number with its age on a day, the oldest first; a number of unknown age may be the oldest."""
    numbers = []
    for contact in directory.contacts.values():
        for number in contact.numbers:
            days = _days(newest(number.documents).seen, today)
            standing, corrected = number.standing, tuple(in_words.correction(number))
            numbers.append(Aged(number.text, contact.name, standing, number.documents, days, corrected))
    for person in directory.people(TierId.SPECIALIST):
        for own in person.own:
            days = _days(own.checked, today)
            numbers.append(Aged(own.number, f"{own.who}, {person.name}", Standing.OWN, (), days))
    return tuple(sorted(numbers, key=lambda each: (each.days is not None, -(each.days or 0))))


def _too_weak(numbers: tuple[Aged, ...], max_days: int) -> Iterator[str]:
    """The numbers to ring that are unconfirmed, or whose latest document is too old or has no date."""
    for each in numbers:
        who = f"{each.number}: {each.name}"
        match each:
            case Aged(standing=Standing.SUPERSEDED):
                continue
            case Aged(standing=Standing.UNCONFIRMED):
                yield f"{who}. It is unconfirmed."
            case Aged(days=None):
                yield f"{who}. No document that gives it has a date."
            case Aged(days=int(days)) if days > max_days:
                since = "It was checked" if each.standing == Standing.OWN else "The latest document is of"
                yield f"{who}. {since} {each.age} ago."


def _disagreements(directory: Directory) -> Iterator[Disagreement]:
    """Every pair of sides that differ: about menu options and numbers of a contact, and about hours."""
    for contact in directory.contacts.values():
        for number in contact.numbers:
            if number.replaces:
                older = next(each for each in contact.numbers if each.text == number.replaces)
                sides = Side(older.text, older.documents), Side(number.text, number.documents)
                yield Disagreement(contact.name, "number", sides, None)
            by_option: dict[str, tuple[Document, ...]] = {}
            for document in number.documents:
                if option := number.options.get(document.id):
                    by_option[option] = (*by_option.get(option, ()), document)
            for (one, its), (other, theirs) in combinations(by_option.items(), 2):
                sides = Side(one, its), Side(other, theirs)
                yield Disagreement(contact.name, "menu option", sides, None)
    hours = directory.hours
    agree = tuple(dict.fromkeys(document for window in hours.agreed for document in window.documents))
    for window in hours.disputed:
        sides = (
            Side(in_words.windows(hours.agreed), agree),
            Side(in_words.windows([window]), window.documents),
        )
        yield Disagreement(directory.contacts[DUTY].name, "hours", sides, window.why)


def _days(seen: str, today: date) -> int | None:
    """Days since the first day of a date that may stop at the year or the month."""
    day = first_day(seen)
    return (today - day).days if day else None
