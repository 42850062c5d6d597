"""Whether a screen shows every number and every name whole, and which there are to show."""

import re
from collections.abc import Iterable

from leedshelp.model.directory import Number, Person
from leedshelp.triage.advice import Advice


def is_whole(shown: str, names: Iterable[str], numbers: Iterable[str]) -> bool:
    """Whether every number is whole on one line of what is shown, and every word of every name whole."""
    seen = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    words = set(seen.split())
    return all(number in seen for number in numbers) and all(words.issuperset(name.split()) for name in names)


def told_first(advice: Advice) -> tuple[list[str], list[str]]:
    """The names and the numbers on the first screen of an advice."""
    calls = (*advice.ring, advice.emergency)
    return [f"{call.contact.name}." for call in advice.ring], [
        n for call in calls for n in given(call.number)
    ]


def names(talk_to: Iterable[Person]) -> list[str]:
    """The names of people, and of those of the agency among them."""
    return [name for each in talk_to for name in (each.name, *(one.who for one in each.own))]


def numbers(talk_to: Iterable[Person]) -> list[str]:
    """The numbers of those of the agency among some people."""
    return [one.number for each in talk_to for one in each.own]


def given(number: Number) -> list[str]:
    """The numbers that are shown for one: itself, and the one that an agency's file replaced."""
    return [number.text, number.replaces] if number.corrected and number.replaces else [number.text]
