"""Look-up over contacts, services, people, tiers, concerns and pages of the guide, by any words people use.

A name is found where all its telling words are in what was typed, in any order and form, or else where all
that was typed is in the name. A misspelling is forgiven where nothing is spelled like it. A number is found
by a part of its digits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from leedshelp.model.answers import Answers, command, one_of
from leedshelp.model.directory import Contact, Directory, OwnPerson, Person, Service, Tier, TierId
from leedshelp.model.phone import digits_of
from leedshelp.model.words import Concern, Topic
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card
from leedshelp.triage.names import Names
from leedshelp.triage.notice import afraid

if TYPE_CHECKING:
    from leedshelp.triage.advice import Advice

_MOST = 5
"""How many findings are shown; the others are counted."""

_MOST_MEANT = 3
"""How many words are offered in place of one that finds nothing."""

_FEWEST_DIGITS = 3

_PAGES: Mapping[Topic, tuple[str, ...]] = {}


class Subject(NamedTuple):
    """What a query finds besides contacts: a service, a person, a tier, a concern or a page of the guide.

    `tier` is where it belongs, if it does in one. `ring` has the contacts to ring about it; there are none
    for a person of the reader's own agency, whose number nobody else knows, and for a page. `own` are the
    agency's own people who have the role, `advice` is that of a concern, and `page` the topic of a page.
    """

    id: str
    name: str
    tier: Tier | None = None
    ring: tuple[Contact, ...] = ()
    own: tuple[OwnPerson, ...] = ()
    advice: "Advice | None" = None
    page: Topic | None = None

    @property
    def lines(self) -> list[str]:
        """What to know of it, and where it begins."""
        if self.advice:
            forms = [line for contact in self.ring if contact.form for line in in_words.addresses(contact)]
            return [self.advice.headline, *forms, f"Its own advice: {command(Answers(concern=self.id))}"]
        if self.page:
            return [f"Read: leedshelp guide {self.page}"]
        tier = [f"Tier: {self.tier.name}"] if self.tier else []
        if ring := ", or ".join(contact.name for contact in self.ring):
            return [*tier, f"Ring about it: {ring}"]
        return tier if self.own else [*tier, in_words.OWN_AGENCY]


class Findings(NamedTuple):
    """The subjects that a query finds, and the contacts to ring about them, both with the best match first.

    `more` counts the findings that are not shown. `old` says what the number was that was typed, where
    another took its place. `people` are the roles that people of the agency have; they are set only where
    everyone was asked for. `is_whole` is set where all is to be shown that is known of the contacts, as where
    one thing was found. `afraid` is the line for those who fear harm now.
    """

    subjects: tuple[Subject, ...]
    contacts: tuple[Card, ...]
    afraid: str
    more: int = 0
    old: str | None = None
    people: tuple[Subject, ...] = ()
    is_whole: bool = False

    @property
    def alone(self) -> "Advice | None":
        """The advice of a concern that is all that was found."""
        is_alone = len(self.subjects) == 1 and not self.more
        return self.subjects[0].advice if is_alone else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.subjects and not self.contacts


class _Item(NamedTuple):
    """What a query can find: its names, its own first, its numbers, and the tiers it belongs to."""

    record: Contact | Service | Person | Tier | Concern | Topic
    names: tuple[str, ...]
    digits: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()


def look_up(
    directory: Directory,
    query: str,
    moment: datetime,
    tier: str | None = None,
    pages: Mapping[Topic, tuple[str, ...]] = _PAGES,
) -> Findings:
    """The findings of a query at a moment, in one tier or in all; an empty query finds everyone to ring.

    `pages` has the names of the pages of the guide, the title first. Raises `ValueError` where `tier` is none
    of the tiers.
    """
    only = None if tier is None else one_of(TierId, tier)
    items = [item for item in _items(directory, pages) if only is None or only in item.tiers]
    if not query.strip():
        everyone = _findings(directory, [item for item in items if item.digits], moment)
        return everyone._replace(subjects=(), people=everyone.subjects)
    digits = digits_of(query) if re.fullmatch("[0-9 ()+.-]+", query.strip()) else ""
    hits = [item for item in items if len(digits) >= _FEWEST_DIGITS and any(digits in n for n in item.digits)]
    hits = hits or [items[place] for place in Names(item.names for item in items).fitting(query)]
    findings = _findings(directory, hits[:_MOST], moment)
    return findings._replace(
        more=len(hits[_MOST:]), old=_old(directory, digits), is_whole=len(hits) == 1 and not findings.alone
    )


def meant(directory: Directory, query: str, pages: Mapping[Topic, tuple[str, ...]] = _PAGES) -> list[str]:
    """The words that somebody may have meant by a query that finds nothing: those nearly spelled like it."""
    return Names(item.names for item in _items(directory, pages)).near(query)[:_MOST_MEANT]


def _items(directory: Directory, pages: Mapping[Topic, tuple[str, ...]]) -> Iterator[_Item]:
    """Everything that a query can find, in the order in which equal matches are shown."""
    for concern in directory.concerns.values():
        yield _Item(concern, (concern.name, *concern.also))
    contacts_for = {tier: directory.contacts_for(tier) for tier in TierId}
    for contact in directory.contacts.values():
        digits = tuple(digits_of(number.text) for number in contact.numbers)
        tiers = tuple(tier for tier in TierId if contact in contacts_for[tier])
        yield _Item(contact, (contact.name, *contact.also), digits, tiers)
    teams = {contact.name for contact in directory.contacts.values()}
    for tier in directory.tiers.values():
        yield _Item(tier, (tier.name,), (), (tier.id,))
        for service in tier.services:
            yield _Item(service, (service.full_name, service.name, *service.also), (), (tier.id,))
        for person in tier.talk_to:
            if person.name not in teams:  # else the contact of that name is found
                names = (person.name, *person.also, *(own.who for own in person.own))
                digits = tuple(digits_of(own.number) for own in person.own)
                yield _Item(person, names, digits, (tier.id,))
    for topic, names in pages.items():
        yield _Item(topic, names)


def _findings(directory: Directory, items: Iterable[_Item], moment: datetime) -> Findings:
    """The findings that items make: the contacts among them, and for anything else the contacts to ring."""
    subjects: list[Subject] = []
    contacts: dict[str, Contact] = {}
    for record, (name, *_), _, tiers in items:
        tier = directory.tiers[tiers[0]] if tiers else None
        match record:
            case Contact() as contact:
                teams = directory.with_otherwise(contact)
                contacts |= {team.id: team for team in teams if team.id not in contacts}
                continue
            case Concern() as concern:
                from leedshelp.triage.advice import advise  # here, as most findings are no concern

                advice = advise(directory, concern.added_to(Answers()), moment)
                ring = tuple(entry.contact for entry in advice.ring)
                subject = Subject(concern.id, name, ring=ring, advice=advice)
            case Topic() as topic:
                subject = Subject(topic, name, page=topic)
            case Person(is_of_own_agency=True) as person:
                subject = Subject(person.id, name, tier, own=person.own)
            case _:
                own = record.own if isinstance(record, Person) else ()
                subject = Subject(record.id, name, tier, directory.contacts_for(tiers[0]), own)
        subjects.append(subject)
        contacts |= {contact.id: contact for contact in subject.ring if contact.id not in contacts}
    cards = (card(contact, moment, directory.hours) for contact in contacts.values())
    return Findings(tuple(subjects), tuple(cards), afraid(directory, moment))


def _old(directory: Directory, digits: str) -> str | None:
    """What the one number with these digits was, and what to ring, where another has taken its place."""
    pairs = [(contact, number) for contact in directory.contacts.values() for number in contact.numbers]
    match [(contact, number) for contact, number in pairs if digits and digits in digits_of(number.text)]:
        case [(contact, number)] if number.replaced_by:
            ring = number.replaced_by.text
            return in_words.OLD.format(old=number.text, name=contact.name, number=ring)
    return None
