"""What can go wrong, as values; nothing here prints."""

from typing import NamedTuple, Self

LAST_RESORT = (
    ("Emergency services", "999"),
    ("Duty and Advice Team", "0113 376 0336"),
    ("Children's Emergency Duty Team (EDT)", "0113 535 0600"),
)
"""Who to ring when the data cannot be read at all. The only numbers typed in code; a test holds them
equal to the data."""


LAST_RESORT_LINES = "".join(f"{number}: {name}\n" for name, number in LAST_RESORT)
"""The same as a person reads it."""


_LONGEST = 100
"""The characters of a text that a message quotes."""


HOW_TO_READ = "Each line says where it is (file:line:column), which field, what is wrong, and what to do."
"""What goes before problems, for those who have never seen any."""


class LeedshelpError(Exception):
    """Something a person can put right. Its text says what, where and how."""


class Problem(NamedTuple):
    """One thing wrong in the data: its place, what is written there, and what to do about it.

    Lines and columns count from 1. `path` is where it stands among the fields, "" for the whole file;
    `value` is the text at fault, where there is one.
    """

    file: str
    line: int
    column: int
    path: str
    value: str | None
    what: str

    def __str__(self) -> str:
        where = f"{_visible(self.file)}:{self.line}:{self.column}: {_short(self.path)}".removesuffix(": ")
        said = "" if self.value is None else f'"{_short(self.value)}" '
        return f"{where}: {said}{_visible(self.what)}"


def _short(text: str) -> str:
    """The beginning of a text, as one line."""
    words = _visible(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}..."


def _visible(text: str) -> str:
    """A text as one line that cannot act on a terminal."""
    return harmless(" ".join(text.split()))


def harmless(line: str) -> str:
    """A line that cannot act on a terminal: what cannot be seen is written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


class DataError(LeedshelpError):
    """The data is broken: every problem at once, in the order of the files and their lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnsafeError(DataError):
    """The data breaks safety rules: each by its name, with the first case, and the reason for it."""

    def __init__(self, broken: tuple[str, ...]) -> None:
        LeedshelpError.__init__(
            self, "\n".join(f"The data breaks a rule of safety: {each}" for each in broken)
        )
        self.problems = ()


class NobodyToAskError(LeedshelpError):
    """An answer is needed and there is nobody to give it; its text names the options."""

    @classmethod
    def without(cls, options: list[str]) -> Self:
        """The error where the answers that these options give are missing."""
        enough = "; --harm yes or unsure, or --circumstance, is enough" if "--harm" in options else ""
        return cls(f"An answer is needed, and there is nobody to ask. Give {', '.join(options)}{enough}.")


class HungUpError(LeedshelpError):
    """The terminal went away."""


class StoppedError(LeedshelpError):
    """The person stopped with Ctrl-C, and has the numbers on the screen."""


class LeftError(LeedshelpError):
    """The person chose to leave before the end."""


class NotUnderstoodError(LeedshelpError):
    """Too many answers in a row could not be understood."""


class OutputError(LeedshelpError):
    """The result could not be written."""

    @classmethod
    def nowhere(cls) -> "OutputError":
        """There is no standard output."""
        return cls("The result has nowhere to go: standard output is closed. Open it, and run again.")

    @classmethod
    def because(cls, error: Exception) -> "OutputError":
        """What the system says of it, and what to do."""
        reason = getattr(error, "strerror", None) or error
        return cls(f"The result cannot be written: {reason}. Send it somewhere else.")


class NotSavedError(LeedshelpError):
    """A file was not written; its text says why, and what to do."""


class ReaderGoneError(LeedshelpError):
    """Whoever read the result stopped before its end, as `head` does; nothing is wrong."""
