"""The model of what leedshelp knows: documents, contacts and their numbers, tiers, hours.

Everything is made by `loading` from the data files, never changes, and does no I/O. Records are named
tuples: as frozen as a frozen dataclass, and ten times quicker to define, which at the start of every
run a person waits for.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Answers, OutcomeId, one_of
from leedshelp.model.document import Document, Standing
from leedshelp.model.phone import dial
from leedshelp.model.words import Circumstance, Words

EMERGENCY, DUTY, EDT = "emergency-services", "duty-and-advice", "emergency-duty-team"
"""The contacts the rules know by name; the data must have all three."""


class TierId(StrEnum):
    """The tiers, from the widest to the most specialised; each includes the people of those before it."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    SPECIALIST = "specialist"


class Line(StrEnum):
    """When a number is answered."""

    ANY_HOUR = "any-hour"
    OFFICE_HOURS = "office-hours"
    OUT_OF_HOURS = "out-of-hours"


class Audience(StrEnum):
    """Who may ring a number."""

    PRACTITIONERS = "practitioners"
    PRACTITIONERS_ONLY = "practitioners only"
    ANYONE = "anyone"


class Number(NamedTuple):
    """Digits in readable groups, the menu option each document gives, when it is answered, for whom.

    `corrected` is the ISO day of an agency's own file that gives this number in place of `replaces`.
    `replaced_by` is the number of the same contact that took its place; `standing` is what that, and the
    dates of its documents, make of it. Both are worked out by `resolved`.
    """

    text: str
    line: Line
    audience: Audience | None
    options: Mapping[str, str]
    documents: tuple[Document, ...]
    replaces: str | None
    corrected: str | None = None
    replaced_by: "Number | None" = None
    standing: Standing = Standing.LAST_SEEN

    @property
    def is_national(self) -> bool:
        """Whether this is one of the short numbers that are the same everywhere, such as 999."""
        return not self.text.startswith("0")

    @property
    def dial(self) -> str:
        """What a telephone dials."""
        return dial(self.text)


def resolved(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """The numbers of one contact, the newer above the older, with what replaced each and its standing."""
    newer: dict[str | None, Number] = {}
    known = []
    for number in numbers:
        replaced_by = newer.get(number.text)
        known.append(number._replace(replaced_by=replaced_by, standing=_standing(number, replaced_by)))
        newer[number.replaces] = known[-1]
    return tuple(known)


def _standing(number: Number, replaced_by: Number | None) -> Standing:
    """What is known of a number, from what replaced it and from the dates of its documents."""
    if number.is_national:
        return Standing.NATIONAL
    if replaced_by:
        return Standing.SUPERSEDED
    if all(document.is_old for document in number.documents):
        return Standing.UNCONFIRMED
    return Standing.LAST_SEEN


class Email(NamedTuple):
    """An e-mail address and the documents that give it."""

    address: str
    documents: tuple[Document, ...]


class Window(NamedTuple):
    """Some minutes of some weekdays (Monday is 0), London time; `closes` is the first minute after.

    `why` and `documents` tell why the documents differ about it, and are empty where they agree.
    """

    days: range
    opens: time
    closes: time
    why: str
    documents: tuple[Document, ...]


class Hours(NamedTuple):
    """When Duty and Advice answers; bank holidays are known from `known_from` to `known_until`."""

    agreed: tuple[Window, ...]
    disputed: tuple[Window, ...]
    bank_holidays: Mapping[date, str]
    known_from: date
    known_until: date


class Contact(NamedTuple):
    """A team or service that can be rung. `otherwise` is the contact to ring when it does not answer.

    `hours` are set where the documents give them, which is for Duty and Advice only.
    """

    id: str
    name: str
    helps: str
    also: tuple[str, ...]
    otherwise: str | None
    numbers: tuple[Number, ...]
    email: Email | None
    hours: Hours | None = None

    @property
    def number(self) -> Number:
        """The number to ring: the first that no other has replaced."""
        return next(number for number in self.numbers if not number.replaced_by)


class Service(NamedTuple):
    """An example of what a tier provides. `includes` is the rest of its name in the 2013 table."""

    id: str
    name: str
    includes: str | None
    also: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """The name exactly as the table gives it, with what it covers."""
        return f"{self.name} {self.includes}" if self.includes else self.name


class OwnPerson(NamedTuple):
    """Somebody at the reader's own agency: `number` as people read it, `checked` on an ISO day.

    `about` says whose person this is, when to ring, and when that was checked.
    """

    name: str
    title: str | None
    number: str
    hours: str
    checked: str
    about: str

    @property
    def who(self) -> str:
        """The name, with what they are."""
        return f"{self.name} ({self.title})" if self.title else self.name


class Person(NamedTuple):
    """A person, group or meeting to talk to: a conversation opportunity; `own` are those of the agency."""

    id: str
    name: str
    also: tuple[str, ...]
    own: tuple[OwnPerson, ...] = ()


class Tier(NamedTuple):
    """A tier of service. `talk_to` holds only the people it adds to the tiers before it."""

    id: str
    name: str
    starter: str
    services: tuple[Service, ...]
    talk_to: tuple[Person, ...]


class Directory(NamedTuple):
    """All that leedshelp knows, by id and in the order of the files.

    `agency` names the agency whose own contacts are in it, if any are.
    """

    documents: Mapping[str, Document]
    contacts: Mapping[str, Contact]
    hours: Hours
    tier_documents: tuple[Document, ...]
    tiers: Mapping[str, Tier]
    words: Words
    circumstances: Mapping[str, Circumstance]
    agency: str | None = None

    def people(self, tier: str) -> tuple[Person, ...]:
        """Everyone to talk to in a tier: those of the tiers before it, then its own (`leeds-2013`)."""
        order = list(TierId)
        included = order[: order.index(one_of(TierId, tier)) + 1]
        return tuple(person for tier_id in included for person in self.tiers[tier_id].talk_to)

    def person(self, person_id: str) -> Person:
        """The person, group or meeting with this id, whichever tier names it."""
        return {person.id: person for person in self.people(TierId.SPECIALIST)}[person_id]

    def ring_about(self, tier: str) -> tuple[Contact, ...]:
        """Who to ring about a tier: its starter, then who to ring when the starter does not answer."""
        return self.and_otherwise(self.contacts[self.tiers[one_of(TierId, tier)].starter])

    def and_otherwise(self, contact: Contact) -> tuple[Contact, ...]:
        """The contact, then the one to ring when it does not answer, if the data names one."""
        return (contact, self.contacts[contact.otherwise]) if contact.otherwise else (contact,)

    def circumstance_of(self, answers: Answers) -> Circumstance | None:
        """The circumstance that answers name, if they name one. Raises `ValueError` where it is not known."""
        if answers.circumstance is None:
            return None
        if answers.circumstance not in self.circumstances:
            known = ", ".join(self.circumstances) or "none"
            raise ValueError(f"{answers.circumstance!r} is not a circumstance here; use one of: {known}")
        return self.circumstances[answers.circumstance]

    def ring_within(self, circumstance: Circumstance) -> tuple[Contact, ...]:
        """Who to ring in a circumstance by day; where it counts as harm, the teams come first."""
        is_public = circumstance.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        teams, own = ([DUTY] if is_public else [DUTY, EDT]), list(circumstance.contacts)
        in_order = [*teams, *own] if circumstance.harm else [*own, *teams]
        return tuple(self.contacts[contact_id] for contact_id in in_order)
