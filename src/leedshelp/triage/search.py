"""Look-up over contacts, services, tiers, concerns and the people to talk to.

A query finds a name, or another name that people use, by whole words or by their beginnings, or a number by a
part of it. Where it finds nothing, a small misspelling is forgiven.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import NamedTuple

from leedshelp.model.answers import Answers, command, one_of
from leedshelp.model.directory import Contact, Directory, OwnPerson, Person, Service, Tier, TierId
from leedshelp.model.phone import digits_of
from leedshelp.model.words import Concern
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card

# How alike (0 to 1) two words must be for one to pass as a misspelling of the other. Two letters that change
# places in a word of six are 0.83 alike, and "midwhyfery" is 0.84 like "midwifery". "Danger" must not find
# "manager" (0.77).
_FORGIVEN = 0.8

# How much less a match by another name counts than one by the item's own. It is less than a step of
# `_exactness`, so that there it decides only between equal matches.
_LESS = 0.5


class Subject(NamedTuple):
    """A service, a person, a whole tier or a concern that a query finds.

    `place` names its `tier`; a concern has none, and stands before the tiers. `ring` has the contacts to
    ring about it, `own` the agency's own people who have the role, and `command` is the line that says how to
    see the advice of a concern.
    """

    id: str
    name: str
    tier: Tier | None
    place: str
    ring: tuple[Contact, ...]
    own: tuple[OwnPerson, ...] = ()
    command: str | None = None


class Findings(NamedTuple):
    """The subjects that a query finds, and the contacts to ring about them, both with the best match first.

    `people` are the roles that people of the agency have; they are set only where everyone was asked for.
    `is_whole` is set where all is to be shown that is known of the contacts, as where one thing was found.
    """

    subjects: tuple[Subject, ...]
    contacts: tuple[Card, ...]
    people: tuple[Subject, ...] = ()
    is_whole: bool = False


def look_up(
    directory: Directory, query: str, tier: str | None = None, moment: datetime | None = None
) -> Findings:
    """The findings of a query, in one tier or in all; an empty query finds everyone who can be rung.

    With a moment, a London time, the findings tell who answers then. Raises `ValueError` where `tier` is none
    of the tiers.
    """
    only = None if tier is None else one_of(TierId, tier)
    items = [item for item in _items(directory) if only is None or only in item.tiers]
    words = _words(query)
    digits = digits_of(query) if re.fullmatch("[0-9 ()+.-]+", query.strip()) else ""
    if not query.strip():
        everyone = _findings(directory, [item for item in items if item.digits], moment)
        return Findings((), everyone.contacts, everyone.subjects)
    if digits:
        hits = [item for item in items if any(digits in number for number in item.digits)]
    elif words:
        hits = _best_first(items, words, _exactness) or _best_first(items, words, _likeness)
    else:
        hits = []
    return _findings(directory, hits, moment)


def nearest(directory: Directory, query: str) -> str:
    """The name of an item that is most like a query."""
    names = [name for item in _items(directory) for name in item.names]
    return max(names, key=lambda name: SequenceMatcher(None, query.casefold(), name.casefold()).ratio())


class _Item(NamedTuple):
    """A record that a query can find: its names, its own first, its numbers in digits, and its tiers."""

    record: Contact | Service | Person | Tier | Concern
    names: tuple[str, ...]
    digits: tuple[str, ...]
    tiers: tuple[str, ...]


def _items(directory: Directory) -> Iterator[_Item]:
    """Everything that a query can find, in the order of the data files."""
    ring_about = {tier: directory.ring_about(tier) for tier in TierId}
    for contact in directory.contacts.values():
        digits = tuple(number.text.replace(" ", "") for number in contact.numbers)
        tiers = tuple(tier for tier in TierId if contact in ring_about[tier])
        yield _Item(contact, (contact.name, *contact.also), digits, tiers)
    teams = {contact.name for contact in directory.contacts.values()}
    for tier in directory.tiers.values():
        yield _Item(tier, (tier.name,), (), (tier.id,))
        for service in tier.services:
            yield _Item(service, (service.full_name, service.name, *service.also), (), (tier.id,))
        for person in tier.talk_to:
            if person.name not in teams:  # else the contact of that name is found
                names = (person.name, *person.also, *(own.who for own in person.own))
                digits = tuple(own.number.replace(" ", "") for own in person.own)
                yield _Item(person, names, digits, (tier.id,))
    for concern in directory.concerns.values():
        yield _Item(concern, (concern.when, *concern.also), (), ())


def _findings(directory: Directory, items: Sequence[_Item], moment: datetime | None) -> Findings:
    """The findings that items make: the contacts among them, and for anything else the contacts to ring."""
    subjects: list[Subject] = []
    contacts: dict[str, Contact] = {}
    for item in items:
        match item.record:
            case Contact() as contact:
                ring = directory.and_otherwise(contact)
            case Concern() as concern:
                ring = directory.ring_within(concern)
                advice = f"Its own advice: {command(Answers(concern=concern.id))}"
                place = in_words.BEFORE_THE_TIERS
                subjects.append(Subject(concern.id, item.names[0], None, place, ring, command=advice))
            case record:
                tier = directory.tiers[item.tiers[0]]
                ring = directory.ring_about(tier.id)
                own = record.own if isinstance(record, Person) else ()
                subjects.append(Subject(record.id, item.names[0], tier, tier.name, ring, own))
        contacts |= {contact.id: contact for contact in ring if contact.id not in contacts}
    cards = (card(contact, moment, directory.hours) for contact in contacts.values())
    return Findings(tuple(subjects), tuple(cards), is_whole=len(items) == 1)


def _best_first(
    items: Iterable[_Item], query: list[str], score: Callable[[list[str], list[str]], float]
) -> list[_Item]:
    """The items with a name that scores, the best first; a score by another name counts `_LESS` less."""
    scored = []
    for item in items:
        own, *others = (score(query, _words(name)) for name in item.names)
        best = max([own, *(other - _LESS for other in others if other)])
        if best:
            scored.append((best, item))
    return [item for _, item in sorted(scored, key=lambda pair: -pair[0])]


def _exactness(query: list[str], name: list[str]) -> float:
    """3 for the same words, 2 for words that are all in the name, 1 for beginnings of such words, else 0."""
    if query == name:
        return 3
    if set(query) <= set(name):
        return 2
    return float(all(any(word.startswith(start) for word in name) for start in query))


def _likeness(query: list[str], name: list[str]) -> float:
    """How like (0 to 1) the words of a query are to those of a name; 0 if one is not like any of them."""
    likest = [max(SequenceMatcher(None, slip, word).ratio() for word in name) for slip in query]
    return sum(likest) / len(likest) if min(likest) >= _FORGIVEN else 0


def _words(text: str) -> list[str]:
    """The words of a text, without case, apostrophes or punctuation."""
    return re.findall(r"\w+", text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
