"""The model of what leedshelp knows: contacts, hours, tiers, services and people.

`loading` makes these records from the data files, and nothing changes them. They are named tuples, which are
quicker to define than frozen dataclasses.
"""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Answers, one_of
from leedshelp.model.document import Document, Standing
from leedshelp.model.number import Number
from leedshelp.model.words import Concern, Words

EMERGENCY, DUTY, EDT = "emergency-services", "duty-and-advice", "emergency-duty-team"
"""The ids of the contacts that the rules name; the data must have all three."""


class TierId(StrEnum):
    """The tiers, from the widest to the most specialised; a tier includes the people of those before it."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    SPECIALIST = "specialist"


class Address(NamedTuple):
    """An e-mail address, or the address of a form on the web, and the documents that give it."""

    address: str
    documents: tuple[Document, ...]


class Window(NamedTuple):
    """The same hours on weekdays in a row (Monday is 0), in London time; it is closed from `closes` on.

    `documents` give these hours; `why` tells why other documents differ, and is empty where they agree.
    """

    days: range
    opens: time
    closes: time
    why: str
    documents: tuple[Document, ...]

    def overlaps(self, other: "Window") -> bool:
        """Whether some minute of a week is in both."""
        share_a_day = not {*self.days}.isdisjoint(other.days)
        return share_a_day and self.opens < other.closes and other.opens < self.closes


class Hours(NamedTuple):
    """When a team answers; the bank holidays from `known_from` to `known_until` are known.

    `reviewed` is the day on which somebody last looked all this over.
    """

    agreed: tuple[Window, ...]
    disputed: tuple[Window, ...]
    bank_holidays: Mapping[date, str]
    known_from: date
    known_until: date
    reviewed: date


class Contact(NamedTuple):
    """A team or service that can be rung; `also` has other names that people use.

    `otherwise` is the id of the contact to ring when it does not answer. `form` is on the web, for those who
    work with children. `hours` is set where the documents give them.
    """

    id: str
    name: str
    helps: str
    also: tuple[str, ...]
    otherwise: str | None
    numbers: tuple[Number, ...]
    email: Address | None
    form: Address | None = None
    hours: Hours | None = None

    @property
    def to_ring(self) -> tuple[Number, ...]:
        """The numbers that no other has replaced, the one to ring first."""
        return tuple(number for number in self.numbers if not number.replaced_by)

    @property
    def number(self) -> Number:
        """The number to ring first."""
        return self.to_ring[0]


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
    """Somebody at the reader's own agency, as last checked by the agency on the ISO day `checked`.

    `hours` says when to ring; `about` says so in a sentence, with the name of the agency and the day.
    """

    name: str
    title: str | None
    number: str
    hours: str
    checked: str
    about: str

    @property
    def who(self) -> str:
        """The name, with the title where there is one."""
        return f"{self.name} ({self.title})" if self.title else self.name


class Person(NamedTuple):
    """A person, group or meeting to talk to; `own` are those of the agency who have this role.

    Nobody but the agency itself knows the number of somebody who `is_of_own_agency`.
    """

    id: str
    name: str
    also: tuple[str, ...]
    is_of_own_agency: bool
    own: tuple[OwnPerson, ...] = ()


class Tier(NamedTuple):
    """A tier of service. `starter` is a contact's id; `talk_to` holds only people of no tier before it."""

    id: str
    name: str
    starter: str
    services: tuple[Service, ...]
    talk_to: tuple[Person, ...]


class Directory(NamedTuple):
    """All that leedshelp knows, by id and in the order of the data files.

    `hours` are those of Duty and Advice, `tier_documents` those of the 2013 table. `agency` is the agency
    whose own contacts are in the directory, or `None`.
    """

    documents: Mapping[str, Document]
    contacts: Mapping[str, Contact]
    hours: Hours
    tier_documents: tuple[Document, ...]
    tiers: Mapping[str, Tier]
    words: Words
    concerns: Mapping[str, Concern]
    agency: str | None = None

    def people(self, tier: str) -> tuple[Person, ...]:
        """Everyone to talk to in a tier: the people of the tiers before it, then its own (`leeds-2013`)."""
        order = list(TierId)
        included = order[: order.index(one_of(TierId, tier)) + 1]
        return tuple(person for tier_id in included for person in self.tiers[tier_id].talk_to)

    def person(self, person_id: str) -> Person:
        """The person, group or meeting with this id, whichever tier names it."""
        return {person.id: person for person in self.people(TierId.SPECIALIST)}[person_id]

    def contacts_for(self, tier: str) -> tuple[Contact, ...]:
        """The contacts to ring about a tier: its starter, and the other one, the better known first."""
        starter = self.contacts[self.tiers[one_of(TierId, tier)].starter]
        return tuple(
            sorted(
                self.with_otherwise(starter),
                key=lambda contact: contact.number.standing == Standing.UNCONFIRMED,
            )
        )

    def with_otherwise(self, contact: Contact) -> tuple[Contact, ...]:
        """The contact, then the one to ring when it does not answer, if the data names one."""
        return (contact, self.contacts[contact.otherwise]) if contact.otherwise else (contact,)

    def concern_of(self, answers: Answers) -> Concern | None:
        """The concern of the answers, or `None`. Raises `ValueError` where it is not a known one."""
        if answers.concern is None:
            return None
        if answers.concern not in self.concerns:
            known = ", ".join(self.concerns) or "none"
            raise ValueError(f"{answers.concern!r} is not a concern here; use one of: {known}")
        return self.concerns[answers.concern]
