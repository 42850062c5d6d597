"""What differs between two editions of the data, in words: for a release note, and for a second reader.

Both editions are laid flat, a line for every fact under the name of what it is about, and the lines are
compared. A thing that is new or gone is told once, and not again for each of its parts.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from leedshelp.directory import Contact, Directory, Document, Number, Person, Service, Tier, Window
from leedshelp.guide import Page
from leedshelp.hours import in_words
from leedshelp.sheet import SheetWords
from leedshelp.wording import Circumstance

Key = tuple[str, ...]


class Change(NamedTuple):
    """What a fact was and what it is now; `None` is not there."""

    where: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.where}: added: {self.after}"
        if self.after is None:
            return f"{self.where}: taken out: {self.before}"
        return f"{self.where}: {self.before} \N{RIGHTWARDS ARROW} {self.after}"


class Edition(NamedTuple):
    """One edition of the data: what commands read, the words of the call sheet, and the guide by topic."""

    directory: Directory
    sheet: SheetWords | None
    guide: Mapping[str, Page]


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Every difference, in the order of the new edition; what is gone comes last."""
    was, now = _all_facts(old), _all_facts(new)
    return tuple(
        Change(_where(key, old.directory, new.directory), was.get(key), now.get(key))
        for key in dict.fromkeys((*now, *was))
        if was.get(key) != now.get(key) and not _is_told(key, was, now)
    )


def _all_facts(edition: Edition) -> dict[Key, str]:
    others = {"sheet": edition.sheet, "guide": edition.guide}
    return dict(_facts(edition.directory, ())) | dict(_facts(others, ("others",)))


def _facts(value: object, key: Key) -> Iterator[tuple[Key, str]]:
    """Each fact in a value, under its key; a thing with a name of its own has that for its first fact."""
    match value:
        case None | ():
            return
        case Window():
            yield key, in_words([value])
            yield from _facts(value.why or None, (*key, "why"))
            yield from _facts(value.sources, (*key, "sources"))
        case Mapping():
            for name, item in value.items():
                yield from _facts(item, (*key, str(name)))
        case tuple() if fields := getattr(value, "_fields", ()):
            name = _name(value)
            if name:
                yield key, name
            for field in fields:
                if field != "id" and getattr(value, field) != name:
                    yield from _facts(getattr(value, field), (*key, field))
        case (str(), *_):
            yield key, ", ".join(map(str, value))
        case tuple():
            for position, item in enumerate(value, 1):
                yield from _facts(item, (*key, _id(item) or str(position)))
        case _:
            yield key, str(value)


def _name(value: object) -> str | None:
    """What a thing is told by: a contact by the number to ring, all others by their names."""
    match value:
        case Contact():
            return value.number.text
        case Number():
            return value.text
        case Document():
            return value.title
        case Circumstance():
            return value.when
        case Page():
            return value.title
        case Service() | Person() | Tier():
            return value.name
        case _:
            return None


def _id(value: object) -> str | None:
    """What a thing in a list is known by in both editions."""
    match value:
        case Service() | Person():
            return value.id
        case Number():
            return value.text
        case _:
            return None


def _is_told(key: Key, was: Mapping[Key, str], now: Mapping[Key, str]) -> bool:
    """Whether a difference is told already: with what it is a part of, or as a contact's number to ring."""
    wholes = (key[:length] for length in range(1, len(key)))
    is_part = any((whole in was) != (whole in now) for whole in wholes)
    is_number = key[0] == "contacts" and key[2:3] == ("numbers",)
    is_rung = is_number and key not in was and now.get(key[:2]) == key[3]
    return is_part or is_rung


def _where(key: Key, old: Directory, new: Directory) -> str:
    """A key in words: contacts, tiers and documents by name, the rest by its place in the data files."""
    kind, *rest = key
    names: dict[str, str] = {}
    for directory in (old, new):
        match kind:
            case "contacts":
                names |= {each.id: each.name for each in directory.contacts.values()}
            case "tiers":
                names |= {each.id: each.name for each in directory.tiers.values()}
            case "circumstances":
                names |= {each.id: each.when for each in directory.circumstances.values()}
            case "documents":
                names |= {each.id: f'document "{each.title}"' for each in directory.documents.values()}
    return ", ".join([names.get(rest[0], rest[0]), *rest[1:]] if rest else key)
