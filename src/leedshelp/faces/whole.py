"""What is never broken over two lines, and whether a screen shows every number and every name whole."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leedshelp.model.directory import Person
    from leedshelp.triage.entry import Entry


# A number, with the word that leads to it, and a command.
_WHOLE = re.compile(r"(\b(ring|option) )?[0-9]+( [0-9]+)*|leedshelp (ask( --[a-z]+ [\w:-]+)+|guide [a-z-]+)")

# Stands for a space while lines are wrapped. No data has it, and no library breaks a line there.
_SPACE = "\ue000"


def kept(text: str) -> str:
    """A text whose numbers and commands are not broken when it is wrapped; then it is to be `released`."""
    return _WHOLE.sub(lambda whole: whole[0].replace(" ", _SPACE), text)


def released(wrapped: str) -> str:
    """A wrapped text with its spaces again."""
    return wrapped.replace(_SPACE, " ")


def is_whole(screen: str, names: Iterable[str], numbers: Iterable[str]) -> bool:
    """Whether a screen has every number unbroken on a line, and every word of every name unbroken."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    words = set(text.split())
    return all(number in text for number in numbers) and all(words.issuperset(name.split()) for name in names)


def names(talk_to: "Iterable[Person]") -> list[str]:
    """The names of the people to talk to, and of the agency's own people who have those roles."""
    return [name for person in talk_to for name in (person.name, *(own.who for own in person.own))]


def own_numbers(talk_to: "Iterable[Person]") -> list[str]:
    """The numbers of the agency's own people who have the roles of the people to talk to."""
    return [own.number for person in talk_to for own in person.own]


def numbers(entries: "Iterable[Entry]") -> list[str]:
    """The numbers that entries show: their own, and those that an agency's own file replaced."""
    texts = []
    for number in (entry.number for entry in entries):
        texts += [number.text, *(number.replaces if number.corrected else ())]
    return texts
