"""The model of what leedshelp knows: documents, contacts and their numbers, tiers, hours.

Everything is made by `loading` from the data files, never changes, and does no I/O. Records are named
tuples: as frozen as a frozen dataclass, and ten times quicker to define, which at the start of every
run a person waits for.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from leedshelp.dates import date_in_words
from leedshelp.phone import dial
from leedshelp.triage import one_of
from leedshelp.wording import Circumstance, Words

EMERGENCY, DUTY, EDT = "emergency-services", "duty-and-advice", "emergency-duty-team"
"""The contacts the rules know by name; the data must have all three."""

LAST_UNCONFIRMED_YEAR = 2015
"""A number that no later document gives is unconfirmed: numbers have changed since the Leeds documents."""


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


class Standing(StrEnum):
    """What the documents' dates say about a number; never typed, always worked out."""

    NATIONAL = "national"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    LAST_SEEN = "last seen"
    OWN = "agency's own"


class Document(NamedTuple):
    """Where a fact was read: with its own `date`, or, on a page that gives none, when it was `read`.

    Both are ISO dates that may stop at the year or the month: "2013", "2026-11", "2023-02-09". A
    document of which neither is known has neither.
    """

    id: str
    title: str
    publisher: str
    date: str | None
    read: str | None

    @property
    def seen(self) -> str:
        """The day, month or year this document speaks for; sorts by age."""
        return self.date or self.read or ""

    @property
    def is_old(self) -> bool:
        """Whether this is known to be no later than the Leeds documents."""
        return bool(self.seen) and int(self.seen[:4]) <= LAST_UNCONFIRMED_YEAR

    @property
    def when(self) -> str:
        """The date in words: "October 2020", or "read November 2026" where the page has no date."""
        if not self.seen:
            return "no date known"
        return date_in_words(self.seen) if self.date else f"read {date_in_words(self.seen)}"


class Number(NamedTuple):
    """Digits in readable groups, the menu option each document gives, when it is answered, for whom.

    `corrected` is the ISO day of an agency's own file that gives this number in place of `replaces`.
    """

    text: str
    line: Line
    audience: Audience | None
    options: Mapping[str, str]
    sources: tuple[str, ...]
    replaces: str | None
    corrected: str | None = None

    @property
    def is_national(self) -> bool:
        """Whether this is one of the short numbers that are the same everywhere, such as 999."""
        return not self.text.startswith("0")

    @property
    def dial(self) -> str:
        """What a telephone dials."""
        return dial(self.text)


class Email(NamedTuple):
    """An e-mail address and the documents that give it."""

    address: str
    sources: tuple[str, ...]


class Contact(NamedTuple):
    """A team or service that can be rung. `otherwise` is the contact to ring when it does not answer."""

    id: str
    name: str
    helps: str
    also: tuple[str, ...]
    otherwise: str | None
    numbers: tuple[Number, ...]
    email: Email | None

    def successor(self, number: Number) -> Number | None:
        """The number of this contact that replaced `number`, if one did."""
        return next((each for each in self.numbers if each.replaces == number.text), None)

    @property
    def number(self) -> Number:
        """The number to ring: the first that no other has replaced."""
        return next(each for each in self.numbers if not self.successor(each))


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
    """Somebody at the reader's own agency: `number` as people read it, `checked` on an ISO day."""

    name: str
    title: str | None
    number: str
    hours: str
    checked: str

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


class Window(NamedTuple):
    """Some minutes of some weekdays (Monday is 0), London time; `closes` is the first minute after.

    `why` and `sources` tell why the documents differ about it, and are empty where they agree.
    """

    days: range
    opens: time
    closes: time
    why: str
    sources: tuple[str, ...]


class Hours(NamedTuple):
    """When Duty and Advice answers; bank holidays are known from `known_from` to `known_until`."""

    agreed: tuple[Window, ...]
    disputed: tuple[Window, ...]
    bank_holidays: Mapping[date, str]
    known_from: date
    known_until: date


class Directory(NamedTuple):
    """All that leedshelp knows, by id and in the order of the files.

    `agency` names the agency whose own contacts are in it, if any are.
    """

    documents: Mapping[str, Document]
    contacts: Mapping[str, Contact]
    hours: Hours
    tier_sources: tuple[str, ...]
    tiers: Mapping[str, Tier]
    words: Words
    circumstances: Mapping[str, Circumstance]
    agency: str | None = None

    def people(self, tier: str) -> tuple[Person, ...]:
        """Everyone to talk to in a tier: those of the tiers before it, then its own (`leeds-2013`)."""
        order = list(TierId)
        included = order[: order.index(one_of(TierId, tier)) + 1]
        return tuple(person for each in included for person in self.tiers[each].talk_to)

    def person(self, person_id: str) -> Person:
        """The person, group or meeting with this id, whichever tier names it."""
        return {person.id: person for person in self.people(TierId.SPECIALIST)}[person_id]

    def ring_about(self, tier: str) -> tuple[Contact, ...]:
        """Who to ring about a tier: its starter, then who to ring when the starter does not answer."""
        return self.and_otherwise(self.contacts[self.tiers[one_of(TierId, tier)].starter])

    def and_otherwise(self, contact: Contact) -> tuple[Contact, ...]:
        """The contact, then the one to ring when it does not answer, if the data names one."""
        return (contact, self.contacts[contact.otherwise]) if contact.otherwise else (contact,)

    def ring_within(self, circumstance: Circumstance) -> tuple[Contact, ...]:
        """Who to ring in a circumstance by day; where it counts as harm, the teams come first."""
        teams = [DUTY] if circumstance.public else [DUTY, EDT]
        order = (teams, circumstance.contacts) if circumstance.harm else (circumstance.contacts, teams)
        return tuple(self.contacts[each] for some in order for each in some)

    def newest(self, sources: Iterable[str]) -> Document:
        """The latest of some documents; the first of them where two are as late."""
        return max((self.documents[source] for source in sources), key=lambda each: each.seen)

    def standing(self, contact: Contact, number: Number) -> Standing:
        """Whether a number is national, superseded, unconfirmed or last seen, from its sources' dates."""
        if number.is_national:
            return Standing.NATIONAL
        if contact.successor(number):
            return Standing.SUPERSEDED
        if all(self.documents[source].is_old for source in number.sources):
            return Standing.UNCONFIRMED
        return Standing.LAST_SEEN
