"""Look-up over contacts, services, tiers and the people to talk to.

A query finds what it names: whole, by the beginnings of its words, by other names people use, or by
part of a number. Where nothing is named so, a small misspelling is forgiven.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from leedshelp.model.answers import one_of
from leedshelp.model.directory import Contact, Directory, OwnPerson, Person, Service, Tier, TierId
from leedshelp.model.phone import digits_of
from leedshelp.model.words import Circumstance

_FORGIVEN = 0.8
"""How alike (0 to 1) two words must be for one to pass as a misspelling of the other."""

_LESS = 0.5
"""How much less it counts to be found by another name than by one's own."""


class Found(NamedTuple):
    """A service, a person or a whole tier that a query names, or a circumstance; and who to ring about it.

    `tier` is the tier it is found in; a circumstance is in none.
    """

    subject: Service | Person | Tier | Circumstance
    tier: Tier | None
    ring: tuple[Contact, ...]

    @property
    def name(self) -> str:
        """The subject's whole name."""
        match self.subject:
            case Service():
                return self.subject.full_name
            case Circumstance():
                return self.subject.when
            case _:
                return self.subject.name

    @property
    def people(self) -> tuple[OwnPerson, ...]:
        """The agency's own people who have the role, where it is one."""
        return self.subject.own if isinstance(self.subject, Person) else ()


class Findings(NamedTuple):
    """What a query found, best first, and the contacts to ring about it, best first.

    `people` are the roles of an agency's own people, where everyone was asked for: they come last.
    """

    subjects: tuple[Found, ...]
    contacts: tuple[Contact, ...]
    people: tuple[Found, ...] = ()


def look_up(directory: Directory, query: str, tier: str | None = None) -> Findings:
    """What a query names, in one tier or in all; an empty query names everyone who can be rung.

    Raises `ValueError` where `tier` is none of the tiers.
    """
    only = None if tier is None else one_of(TierId, tier)
    entries = [entry for entry in _entries(directory) if only is None or only in entry.tiers]
    asked = _words(query)
    digits = digits_of(query) if re.fullmatch("[0-9 ()+.-]+", query.strip()) else ""
    if not query.strip():
        everyone = _findings(directory, (each for each in entries if each.digits))
        return Findings((), everyone.contacts, everyone.subjects)
    if digits:
        found = [each for each in entries if any(digits in number for number in each.digits)]
    elif asked:
        found = _best_first(entries, asked, _exactness) or _best_first(entries, asked, _likeness)
    else:
        found = []
    return _findings(directory, found)


def nearest(directory: Directory, query: str) -> str:
    """The name most like a query that found nothing."""
    names = [name for entry in _entries(directory) for name in entry.names]
    return max(names, key=lambda name: SequenceMatcher(None, query.casefold(), name.casefold()).ratio())


class _Entry(NamedTuple):
    """Something to be found: its names, the first its own, its digits, and the tiers it belongs to."""

    subject: Contact | Service | Person | Tier | Circumstance
    names: tuple[str, ...]
    digits: tuple[str, ...]
    tiers: tuple[str, ...]


def _entries(directory: Directory) -> Iterator[_Entry]:
    ring_about = {tier: directory.ring_about(tier) for tier in TierId}
    for contact in directory.contacts.values():
        digits = tuple(number.text.replace(" ", "") for number in contact.numbers)
        tiers = tuple(tier for tier in TierId if contact in ring_about[tier])
        yield _Entry(contact, (contact.name, *contact.also), digits, tiers)
    teams = {contact.name for contact in directory.contacts.values()}
    for tier in directory.tiers.values():
        yield _Entry(tier, (tier.name,), (), (tier.id,))
        for service in tier.services:
            yield _Entry(service, (service.full_name, service.name, *service.also), (), (tier.id,))
        for person in tier.talk_to:
            if person.name not in teams:
                names = (person.name, *person.also, *(each.who for each in person.own))
                digits = tuple(each.number.replace(" ", "") for each in person.own)
                yield _Entry(person, names, digits, (tier.id,))
    for each in directory.circumstances.values():
        yield _Entry(each, (each.when, *each.also), (), ())


def _findings(directory: Directory, found: Iterable[_Entry]) -> Findings:
    """Contacts as found; for anything else, who to ring about it, and its tier where it has one."""
    subjects: list[Found] = []
    contacts: dict[str, Contact] = {}
    for entry in found:
        match entry.subject:
            case Contact() as contact:
                ring = directory.and_otherwise(contact)
            case Circumstance() as circumstance:
                ring = directory.ring_within(circumstance)
                subjects.append(Found(circumstance, None, ring))
            case subject:
                (tier,) = entry.tiers
                ring = directory.ring_about(tier)
                subjects.append(Found(subject, directory.tiers[tier], ring))
        contacts |= {contact.id: contact for contact in ring if contact.id not in contacts}
    return Findings(tuple(subjects), tuple(contacts.values()))


def _best_first(
    entries: Iterable[_Entry], asked: list[str], score: Callable[[list[str], list[str]], float]
) -> list[_Entry]:
    """The entries that score at all; an entry's own name counts for a little more than its others."""
    scored = []
    for entry in entries:
        own, *others = (score(asked, _words(name)) for name in entry.names)
        best = max([own, *(each - _LESS for each in others if each)])
        if best:
            scored.append((best, entry))
    return [entry for _, entry in sorted(scored, key=lambda pair: -pair[0])]


def _exactness(asked: list[str], words: list[str]) -> float:
    """3: the same words; 2: each is a word of the name; 1: each begins a word of the name; else 0."""
    if asked == words:
        return 3
    if set(asked) <= set(words):
        return 2
    return float(all(any(word.startswith(each) for word in words) for each in asked))


def _likeness(asked: list[str], words: list[str]) -> float:
    """How like (0 to 1) the words are to those of a name; 0 where one of them is like none."""
    likest = [max(SequenceMatcher(None, each, word).ratio() for word in words) for each in asked]
    return sum(likest) / len(likest) if min(likest) >= _FORGIVEN else 0


def _words(text: str) -> list[str]:
    """The words of a text, without case, apostrophes or punctuation."""
    return re.findall(r"\w+", text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
