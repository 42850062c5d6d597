"""A form at a prompt: fields that are asked for one after the other, each until it has no fault."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from leedshelp.model.errors import NobodyToAskError, NotUnderstoodError
from leedshelp.model.phone import digits_of, grouped
from leedshelp.model.words import Command
from leedshelp.terminal import typed
from leedshelp.terminal.prompt import PATIENCE, Prompt
from leedshelp.terminal.streams import visible

_LONGEST = 80  # the characters of an answer that are repeated

_FEWEST_DIGITS = 10  # of a whole number

_OTHER_KEY = "That key does nothing here. To change something, type the number of its line in the list."

HELP = (
    "b or back: go back to the question before",
    "Enter alone: keep what is known already",
    "p or phone: the phone numbers, the one that answers now first",
    "q or quit: leave; you are asked whether to save",
)
"""What the commands of a form do."""


class BackError(Exception):
    """The person wants the question before the first of these."""


class Field(NamedTuple):
    """A field to ask for: its name, the question, how to read what is typed, and what is wrong with it.

    `faults` takes all answers so far, with this one, by the names of their fields. `shown` is an answer as
    leedshelp writes it.
    """

    name: str
    asks: str
    read: Callable[[str], str]
    faults: Callable[[dict[str, str]], list[str]]
    shown: Callable[[str], str] = str


def as_text(line: str) -> str:
    """A text with single spaces in it."""
    return " ".join(line.split())


def as_number(line: str) -> str:
    """A number as leedshelp writes it: "01134960001" and "+44 113 496 0001" are "0113 496 0001"."""
    text, digits = as_text(line), digits_of(line)
    is_whole = re.fullmatch("[0-9 ()+./-]+", text) and len(digits) >= _FEWEST_DIGITS
    return grouped(digits).strip() if is_whole else text


class Form:
    """The questions of a form. `leave` is called where the person quits, and raises an error.

    Every question raises `BackError` where the person goes back, or after too many lines that cannot be used;
    through a pipe, those raise `NotUnderstoodError`. It raises `NobodyToAskError` where input ends.
    """

    def __init__(self, prompt: Prompt, leave: Callable[[], None]) -> None:
        self._prompt = prompt
        self._leave = leave

    def read(self, *asks: str) -> str:
        """A line that is no command of the form."""
        for _ in range(PATIENCE):
            line = self._prompt.read("\n".join(asks))
            if line is None:
                raise NobodyToAskError("The answers ended before anything was saved.")
            match self._prompt.command(line):
                case Command.QUIT:
                    self._leave()
                case Command.BACK:
                    raise BackError
                case Command.PHONE | Command.HARM:
                    self._prompt.numbers()
                case Command.HELP:
                    self._prompt.say(*HELP, "")
                case None:
                    return line
                case _:  # a key of the questions that is never meant as a text
                    self._prompt.say(_OTHER_KEY)
        raise self.enough()

    def enough(self) -> Exception:
        """What too many lines that cannot be used lead to: a person goes back, and loses nothing."""
        if self._prompt.terminal.is_interactive:
            return BackError()
        return NotUnderstoodError("leedshelp could not use what was typed.")

    def choice(self, asks: str, options: Mapping[str, str]) -> str:
        """The option that a person chooses from labels, by its number or its words."""
        self._prompt.say(asks, *(f"{count}. {label}" for count, label in enumerate(options.values(), 1)))
        offer = [f"Type 1 to {len(options)}, or a word."]
        for _ in range(PATIENCE):
            line = self.read(*offer)
            match typed.understood(line, options):
                case [answer]:
                    self._prompt.say(f"You said: {options[answer]}", "")
                    return answer
                case _:
                    offer = []
                    self._prompt.say(f'"{visible(line)}" is not one of these. Type its number.')
        raise self.enough()

    def answers(self, fields: tuple[Field, ...], known: dict[str, str]) -> dict[str, str]:
        """The answers to fields by their names; what is known already can be kept."""
        answers, place = dict(known), 0
        while place < len(fields):
            try:
                answers = self._answer(fields[place], answers)
                place += 1
            except BackError:
                if not place:
                    raise
                place -= 1
        return answers

    def _answer(self, field: Field, answers: dict[str, str]) -> dict[str, str]:
        """The answers with one more, once what is typed has no fault."""
        known = answers[field.name]
        asks = [field.asks, *([f"Enter alone keeps: {known}"] if known else [])]
        for _ in range(PATIENCE):
            line = self.read(*asks)
            text = field.read(line) or known
            with_this = {**answers, field.name: text}
            faults = field.faults(with_this) if text else ["Nothing was typed."]
            if not faults:
                self._prompt.say(f"You said: {visible(field.shown(text), _LONGEST)}", "")
                return with_this
            asks = []  # it is in sight, and what is wrong stands just above the prompt
            self._prompt.say(*faults)
        raise self.enough()
