"""Entries: numbers that are ready to show, with whose they are and what to know before ringing them."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.directory import EMERGENCY, Contact, Directory, Number
from leedshelp.model.document import Standing
from leedshelp.triage import in_words
from leedshelp.triage.hours import answers_now

MENU, HOURS, AUDIENCE, SURE = "Menu", "Hours", "Who can ring", "How sure"
"""The labels of the facts about a number."""

NUMBER, OLD_NUMBER = "Number", "Old number"
"""The labels of an entry in a look-up."""


class Fact(NamedTuple):
    """A text about a number, and its label, which may be empty."""

    label: str
    text: str

    @property
    def line(self) -> str:
        """The text with its label before it."""
        return f"{self.label}: {self.text}" if self.label else self.text


class Entry(NamedTuple):
    """A number, with all that a face shows of it.

    `label` says what to do with the number, such as "Ring first", and `why` gives the reason. `facts` are in
    the order to show them. `answers_now` is whether the number answers at the moment of an advice, `None`
    where nobody can be sure, and `now` says so in words. A look-up is about no moment: there they are `None`
    and "".
    """

    contact: Contact
    number: Number
    label: str
    why: str
    facts: tuple[Fact, ...]
    answers_now: bool | None = None
    now: str = ""

    def fact(self, label: str) -> str | None:
        """The text of the fact with this label, if there is one."""
        return dict(self.facts).get(label)

    @property
    def corrections(self) -> list[str]:
        """The facts that the agency's own file corrected the number, if it did."""
        return [fact.text for fact in self.facts if not fact.label]

    @property
    def glance(self) -> str:
        """What to know first about the number, in short sentences."""
        menu = [fact.line for fact in self.facts if fact.label == MENU]
        standing = self.number.standing
        unconfirmed = [standing.capitalize()] if standing == Standing.UNCONFIRMED else []
        return " ".join(f"{text}." for text in (self.now, *menu, *unconfirmed, *self.corrections))


class Card(NamedTuple):
    """A contact, and an entry for every number it has, the number to ring first."""

    contact: Contact
    entries: tuple[Entry, ...]

    @property
    def to_show(self) -> tuple[Entry, ...]:
        """The entries but those of numbers that an agency's own file replaced: the new entry names them."""
        return tuple(
            entry
            for entry in self.entries
            if not (entry.number.replaced_by and entry.number.replaced_by.corrected)
        )


def card(contact: Contact) -> Card:
    """The card of a contact, at no moment."""
    return Card(contact, tuple(_entry(contact, number, contact.helps) for number in contact.numbers))


def emergency(directory: Directory, moment: datetime) -> Entry:
    """The entry of the emergency services at a moment."""
    return entries(directory, {EMERGENCY: directory.contacts[EMERGENCY].helps}, moment)[0]


def entries(directory: Directory, reasons: Mapping[str, str], moment: datetime) -> tuple[Entry, ...]:
    """An entry for the number to ring of every contact in `reasons`, which has why to ring it by its id."""
    entries_now = []
    for contact_id, why in reasons.items():
        contact = directory.contacts[contact_id]
        is_open = answers_now(contact, moment, directory.hours)
        entry = _entry(contact, contact.number, why)
        entries_now.append(entry._replace(answers_now=is_open, now=in_words.answers_now(is_open)))
    return tuple(entries_now)


def _entry(contact: Contact, number: Number, why: str) -> Entry:
    """The entry of a number, at no moment."""
    facts = (
        (MENU, in_words.menu(number)),
        (HOURS, in_words.hours(contact, number)),
        (AUDIENCE, number.audience),
        (SURE, in_words.standing(number)),
        *(("", text) for text in in_words.correction(number)),
    )
    label = OLD_NUMBER if number.replaced_by else NUMBER
    return Entry(contact, number, label, why, tuple(Fact(name, text) for name, text in facts if text))
