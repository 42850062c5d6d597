"""Look-up over contacts, services, tiers and the people to talk to.

A query finds what it names: whole, by the beginnings of its words, by other names people use, or by
part of a number. Where nothing is named so, a small misspelling is forgiven.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from leedshelp.model.answers import Answers, command, one_of
from leedshelp.model.directory import Contact, Directory, OwnPerson, Person, Service, Tier, TierId
from leedshelp.model.phone import digits_of
from leedshelp.model.words import Circumstance
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card

_FORGIVEN = 0.8
"""How alike (0 to 1) two words must be for one to pass as a misspelling of the other."""

_LESS = 0.5
"""How much less it counts to be found by another name than by one's own."""


class Subject(NamedTuple):
    """What a query names that is no contact: a service, a person, a whole tier, or a circumstance.

    `tier` is the tier it belongs to, which `place` names; a circumstance stands before the tiers. `ring` is
    who to ring about it, `own` are the agency's own people who have the role, and `command` shows the advice
    of a circumstance.
    """

    id: str
    name: str
    tier: Tier | None
    place: str
    ring: tuple[Contact, ...]
    own: tuple[OwnPerson, ...] = ()
    command: str | None = None


class Findings(NamedTuple):
    """What a query found, best first, and the contacts to ring about it, best first.

    `people` are the roles of an agency's own people, where everyone was asked for: they come last.
    """

    subjects: tuple[Subject, ...]
    contacts: tuple[Card, ...]
    people: tuple[Subject, ...] = ()


def look_up(directory: Directory, query: str, tier: str | None = None) -> Findings:
    """What a query names, in one tier or in all; an empty query names everyone who can be rung.

    Raises `ValueError` where `tier` is none of the tiers.
    """
    only = None if tier is None else one_of(TierId, tier)
    items = [item for item in _items(directory) if only is None or only in item.tiers]
    asked = _words(query)
    digits = digits_of(query) if re.fullmatch("[0-9 ()+.-]+", query.strip()) else ""
    if not query.strip():
        everyone = _findings(directory, (item for item in items if item.digits))
        return Findings((), everyone.contacts, everyone.subjects)
    if digits:
        hits = [item for item in items if any(digits in number for number in item.digits)]
    elif asked:
        hits = _best_first(items, asked, _exactness) or _best_first(items, asked, _likeness)
    else:
        hits = []
    return _findings(directory, hits)


def nearest(directory: Directory, query: str) -> str:
    """The name most like a query that found nothing."""
    names = [name for item in _items(directory) for name in item.names]
    return max(names, key=lambda name: SequenceMatcher(None, query.casefold(), name.casefold()).ratio())


class _Item(NamedTuple):
    """Something to be found: its names, the first its own, its digits, and the tiers it belongs to."""

    record: Contact | Service | Person | Tier | Circumstance
    names: tuple[str, ...]
    digits: tuple[str, ...]
    tiers: tuple[str, ...]


def _items(directory: Directory) -> Iterator[_Item]:
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
            if person.name not in teams:
                names = (person.name, *person.also, *(own.who for own in person.own))
                digits = tuple(own.number.replace(" ", "") for own in person.own)
                yield _Item(person, names, digits, (tier.id,))
    for circumstance in directory.circumstances.values():
        yield _Item(circumstance, (circumstance.when, *circumstance.also), (), ())


def _findings(directory: Directory, items: Iterable[_Item]) -> Findings:
    """Contacts as found; for anything else, who to ring about it, and its tier where it has one."""
    subjects: list[Subject] = []
    contacts: dict[str, Contact] = {}
    for item in items:
        match item.record:
            case Contact() as contact:
                ring = directory.and_otherwise(contact)
            case Circumstance() as circumstance:
                ring = directory.ring_within(circumstance)
                advice = f"Its own advice: {command(Answers(circumstance=circumstance.id))}"
                place = in_words.BEFORE_THE_TIERS
                subjects.append(Subject(circumstance.id, item.names[0], None, place, ring, command=advice))
            case record:
                tier = directory.tiers[item.tiers[0]]
                ring = directory.ring_about(tier.id)
                own = record.own if isinstance(record, Person) else ()
                subjects.append(Subject(record.id, item.names[0], tier, tier.name, ring, own))
        contacts |= {contact.id: contact for contact in ring if contact.id not in contacts}
    return Findings(tuple(subjects), tuple(map(card, contacts.values())))


def _best_first(
    items: Iterable[_Item], asked: list[str], score: Callable[[list[str], list[str]], float]
) -> list[_Item]:
    """The items that score at all; an item's own name counts for a little more than its others."""
    scored = []
    for item in items:
        own, *others = (score(asked, _words(name)) for name in item.names)
        best = max([own, *(other - _LESS for other in others if other)])
        if best:
            scored.append((best, item))
    return [item for _, item in sorted(scored, key=lambda pair: -pair[0])]


def _exactness(asked: list[str], words: list[str]) -> float:
    """3: the same words; 2: each is a word of the name; 1: each begins a word of the name; else 0."""
    if asked == words:
        return 3
    if set(asked) <= set(words):
        return 2
    return float(all(any(word.startswith(start) for word in words) for start in asked))


def _likeness(asked: list[str], words: list[str]) -> float:
    """How like (0 to 1) the words are to those of a name; 0 where one of them is like none."""
    likest = [max(SequenceMatcher(None, slip, word).ratio() for word in words) for slip in asked]
    return sum(likest) / len(likest) if min(likest) >= _FORGIVEN else 0


def _words(text: str) -> list[str]:
    """The words of a text, without case, apostrophes or punctuation."""
    return re.findall(r"\w+", text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
