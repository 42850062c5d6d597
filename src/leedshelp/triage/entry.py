"""A number, ready to show: whose it is, and what to know before ringing it, in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.directory import EMERGENCY, Contact, Directory, Hours
from leedshelp.model.document import Standing
from leedshelp.model.number import Number
from leedshelp.model.words import Purpose
from leedshelp.triage import in_words
from leedshelp.triage.hours import answers_now, to_ring_at

MENU, HOURS, AUDIENCE, SURE = "Menu", "Hours", "Who can ring", "How sure"
"""The labels of what to know about a number."""

NUMBER, OLD_NUMBER = "Number", "Old number"


class Fact(NamedTuple):
    """Something to know about a number: a label, which may be empty, and the text."""

    label: str
    text: str

    @property
    def line(self) -> str:
        """The text with its label before it."""
        return f"{self.label}: {self.text}" if self.label else self.text


class Entry(NamedTuple):
    """One number, with all that a face shows of it.

    `label` says what to do with the number, such as "Ring", and `why` for what; `purpose` is why it is in
    an advice; in a look-up there is none. `answers_now` is whether the number answers at the moment that is
    asked about, or `None` where nobody can be sure, and `now` says so.
    """

    contact: Contact
    number: Number
    label: str
    why: str
    answers_now: bool | None
    now: str
    purpose: Purpose | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What to know about the number, in the order to show it."""
        number = self.number
        facts = (
            (MENU, in_words.menu(number)),
            (HOURS, in_words.hours(self.contact, number)),
            (AUDIENCE, number.callers or number.audience),
            (SURE, in_words.standing(number)),
            *(("", text) for text in in_words.correction(number)),
        )
        return tuple(Fact(name, text) for name, text in facts if text)

    def fact(self, label: str) -> str | None:
        """The text of the fact with this label, if there is one."""
        return dict(self.facts).get(label)

    @property
    def before(self) -> str:
        """What stands before the number in a line: "Ring: ", or "No answer? "."""
        return f"{self.label} " if self.label.endswith("?") else f"{self.label}: "

    @property
    def has_must(self) -> bool:
        """Whether it is said that somebody MUST ring the number."""
        return "MUST" in self.why

    @property
    def in_brief(self) -> str:
        """What to know first, and what the number is for, in one sentence."""
        purpose, _, _ = self.why.partition(". ")
        return f"{self.glance} {purpose.rstrip('.')}.".strip()

    @property
    def numbers(self) -> list[str]:
        """The digits that an entry shows: its own, and those that an agency's file replaced."""
        return [self.number.text, *(self.number.replaces if self.number.corrected else ())]

    @property
    def corrections(self) -> list[str]:
        """That an agency's own file gives the number, and the one that leedshelp came with; else nothing."""
        return [fact.text for fact in self.facts if not fact.label]

    @property
    def glance(self) -> str:
        """What to know first, in short sentences."""
        menu = [fact.line.partition(";")[0] for fact in self.facts if fact.label == MENU]
        standing = self.number.standing
        unconfirmed = [standing.capitalize()] if standing == Standing.UNCONFIRMED else []
        replaced = [in_words.CAME_WITH.format(number=number) for number in self.numbers[1:]]
        callers = [f"For {self.number.callers}"] if self.number.callers else []
        return " ".join(f"{text}." for text in (self.now, *callers, *menu, *unconfirmed, *replaced))


class Card(NamedTuple):
    """A contact, and an entry for each of its numbers, the one to ring first."""

    contact: Contact
    entries: tuple[Entry, ...]

    @property
    def to_show(self) -> tuple[Entry, ...]:
        """The entries without one that stands beside an agency's own number already."""
        return tuple(
            entry
            for entry in self.entries
            if not (entry.number.replaced_by and entry.number.replaced_by.corrected)
        )


def card(contact: Contact, moment: datetime, hours: Hours) -> Card:
    """The card of a contact, with whether its numbers answer at a moment; `hours` are Duty and Advice's."""
    states = ((number, answers_now(contact, number, moment, hours)) for number in contact.numbers)
    return Card(contact, tuple(_entry(contact, number, contact.helps, is_open) for number, is_open in states))


def emergency(directory: Directory, moment: datetime) -> Entry:
    """The entry of the emergency services."""
    return entries(directory, {EMERGENCY: directory.contacts[EMERGENCY].helps}, moment)[0]


def entries(directory: Directory, reasons: Mapping[str, str], moment: datetime) -> tuple[Entry, ...]:
    """An entry for each contact, given by id with why to ring it, on the number to ring at a moment."""
    made = []
    for contact_id, why in reasons.items():
        contact = directory.contacts[contact_id]
        number, is_open = to_ring_at(contact, moment, directory.hours)
        made.append(_entry(contact, number, why, is_open))
    return tuple(made)


def _entry(contact: Contact, number: Number, why: str, is_open: bool | None) -> Entry:
    """The entry of a number, which answers, or not, or nobody can be sure (`is_open`)."""
    label = OLD_NUMBER if number.replaced_by else NUMBER
    return Entry(
        contact=contact,
        number=number,
        label=label,
        why=why,
        answers_now=is_open,
        now=in_words.answers_now(is_open),
    )
