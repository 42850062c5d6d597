"""Whether a screen shows every number and every name whole, and which there are to show."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leedshelp.model.directory import Person
    from leedshelp.triage.entry import Entry


def is_whole(screen: str, names: Iterable[str], numbers: Iterable[str]) -> bool:
    """Whether every number is whole on one line of a screen, and every word of every name whole."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    words = set(text.split())
    return all(number in text for number in numbers) and all(words.issuperset(name.split()) for name in names)


def names(talk_to: "Iterable[Person]") -> list[str]:
    """The names of people, and of those of the agency among them."""
    return [name for person in talk_to for name in (person.name, *(own.who for own in person.own))]


def own_numbers(talk_to: "Iterable[Person]") -> list[str]:
    """The numbers of those of the agency among some people."""
    return [own.number for person in talk_to for own in person.own]


def numbers(entries: "Iterable[Entry]") -> list[str]:
    """The numbers that entries show: their own, and those that an agency's file replaced."""
    shown = []
    for number in (entry.number for entry in entries):
        shown += [number.text, *([number.replaces] if number.corrected and number.replaces else [])]
    return shown
