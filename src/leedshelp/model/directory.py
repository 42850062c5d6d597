"""The model of what leedshelp knows: contacts and their numbers, hours, tiers, services and people.

`loading` makes these records from the data files, and nothing changes them. They are named tuples: as frozen
as a frozen dataclass, and ten times quicker to define, for which a person waits at the start of every run.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Answers, OutcomeId, one_of
from leedshelp.model.document import Document, Standing
from leedshelp.model.phone import dial
from leedshelp.model.words import Concern, Words

EMERGENCY, DUTY, EDT = "emergency-services", "duty-and-advice", "emergency-duty-team"
"""The ids of the contacts that the rules name; the data must have all three."""


class TierId(StrEnum):
    """The tiers, from the widest to the most specialised; a tier includes the people of those before it."""

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
    """A telephone number of a contact.

    `text` has its digits in readable groups, `options` the option of the menu by the id of the document that
    gives it. `replaces` is the text of the older number whose place it took, `corrected` the ISO day on which
    an agency's own file did that. `resolved` works out `replaced_by`, the newer number, and the `standing`.
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
        """Whether this is a short number that is the same everywhere in the country, such as 999."""
        return not self.text.startswith("0")

    @property
    def dial(self) -> str:
        """The digits that a telephone dials."""
        return dial(self.text)


def resolved(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """The numbers of a contact with `replaced_by` and `standing` worked out; newer ones must come first."""
    newer: dict[str | None, Number] = {}
    worked_out = []
    for number in numbers:
        replaced_by = newer.get(number.text)
        worked_out.append(number._replace(replaced_by=replaced_by, standing=_standing(number, replaced_by)))
        newer[number.replaces] = worked_out[-1]
    return tuple(worked_out)


def _standing(number: Number, replaced_by: Number | None) -> Standing:
    """The standing of a number, from the number that replaced it and the dates of its documents."""
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
    """The same hours on weekdays in a row (Monday is 0), in London time; it is closed from `closes` on.

    `documents` give these hours; `why` tells why other documents differ, and is empty where they agree.
    """

    days: range
    opens: time
    closes: time
    why: str
    documents: tuple[Document, ...]


class Hours(NamedTuple):
    """When Duty and Advice answers; the bank holidays from `known_from` to `known_until` are known."""

    agreed: tuple[Window, ...]
    disputed: tuple[Window, ...]
    bank_holidays: Mapping[date, str]
    known_from: date
    known_until: date


class Contact(NamedTuple):
    """A team or service that can be rung; `also` has other names that people use.

    `otherwise` is the id of the contact to ring when it does not answer. `hours` is set where the documents
    give them, which is for Duty and Advice only.
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
    """A person, group or meeting to talk to; `own` are those of the agency who have this role."""

    id: str
    name: str
    also: tuple[str, ...]
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

    def ring_about(self, tier: str) -> tuple[Contact, ...]:
        """The contacts to ring about a tier: its starter, then the one to ring if that does not answer."""
        return self.and_otherwise(self.contacts[self.tiers[one_of(TierId, tier)].starter])

    def and_otherwise(self, contact: Contact) -> tuple[Contact, ...]:
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

    def ring_within(self, concern: Concern) -> tuple[Contact, ...]:
        """The contacts to ring in a concern by day; the teams come first where it counts as harm."""
        is_public = concern.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        teams = [DUTY] if is_public else [DUTY, EDT]  # the EDT takes practitioners only
        own = concern.contacts
        in_order = [*teams, *own] if concern.harm else [*own, *teams]
        return tuple(self.contacts[contact_id] for contact_id in in_order)
