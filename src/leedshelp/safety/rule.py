"""What a rule of safety is, and what it goes through."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.directory import Directory
from leedshelp.triage.advice import Advice
from leedshelp.triage.notice import Notice


class Cases(NamedTuple):
    """What the rules are tried on: the data, every advice, and every notice with its moment."""

    directory: Directory
    advices: tuple[Advice, ...] = ()
    notices: tuple[tuple[datetime, Notice], ...] = ()


Case = Advice | tuple[datetime, Notice] | str
"""What a rule can hold for: an advice, a notice at a moment, or a text of the data."""

Verdicts = Iterator[tuple[bool, Case]]
"""Whether the rule holds for a case, and the case."""


class Rule(NamedTuple):
    """A rule: what must hold, as a sentence, the reason, and the function that yields the verdicts."""

    name: str
    reason: str
    verdicts: Callable[[Cases], Verdicts]


def because(reason: str) -> Callable[[Callable[[Cases], Verdicts]], Rule]:
    """Make a rule of the function below. `check` shows the reason, and `-OO` would strip a docstring."""

    def rule(verdicts: Callable[[Cases], Verdicts]) -> Rule:
        return Rule(verdicts.__name__.replace("_", " "), reason, verdicts)

    return rule
