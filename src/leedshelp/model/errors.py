"""The errors of leedshelp. Each is a value with a text for people; other rooms print it."""

from typing import NamedTuple, Self

LAST_RESORT = (
    ("Emergency services", "999"),
    ("Duty and Advice Team", "0113 376 0336"),
    ("Children's Emergency Duty Team (EDT)", "0113 535 0600"),
)
"""Who to ring when the data cannot be read. No other numbers are typed in code; a test compares these with
the data."""

LAST_RESORT_LINES = "".join(
    f"{number}: {name}{', Leeds' if number != LAST_RESORT[0][1] else ''}\n" for name, number in LAST_RESORT
)
"""The same, a line for each number. It says that the teams are those of Leeds, whatever data is in use."""

_LONGEST = 100
"""How many characters of a text a message quotes."""

HOW_TO_READ = "Each line says where it is (file:line:column), which field, what is wrong, and what to do."
"""What stands above the problems, for those who have never seen any."""


class LeedshelpError(Exception):
    """Something a person can put right. Its text says what, where and how."""


class Problem(NamedTuple):
    """One thing that is wrong in the data: where it is, what it is, and how to put it right.

    `line` and `column` count from 1. `path` leads to its field, and is "" for the whole file. `value` is the
    text at fault, if there is one. `what` says what is wrong, and what to do. In JSON, a problem has the same
    names.
    """

    file: str
    line: int
    column: int
    path: str
    value: str | None
    what: str

    @property
    def fault(self) -> str:
        """The text at fault, if there is one, and what is wrong with it."""
        quoted = "" if self.value is None else f'"{_short(self.value)}" '
        return f"{quoted}{_visible(self.what)}"

    def __str__(self) -> str:
        where = f"{_visible(self.file)}:{self.line}:{self.column}: {_short(self.path)}".removesuffix(": ")
        return f"{where}: {self.fault}"


def _short(text: str) -> str:
    """A text as one line that cannot act on a terminal, cut where it is too long to be quoted."""
    line = _visible(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _visible(text: str) -> str:
    """A text as one line that cannot act on a terminal."""
    return harmless(" ".join(text.split()))


def harmless(line: str) -> str:
    """A line that cannot act on a terminal: a character that cannot be seen is written as its code."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


class DataError(LeedshelpError):
    """The data is broken. It has every problem, in the order of the files and their lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnsafeError(DataError):
    """The data breaks rules of safety. Its text names each rule, its first case and its reason."""

    def __init__(self, broken: tuple[str, ...]) -> None:
        # Not that of `DataError`: there is no problem in a place of a file.
        LeedshelpError.__init__(
            self, "\n".join(f"The data breaks a rule of safety: {rule}" for rule in broken)
        )
        self.problems = ()


class NobodyToAskError(LeedshelpError):
    """An answer is needed, and there is nobody to ask. Its text names the options that give it."""

    @classmethod
    def without(cls, options: list[str]) -> Self:
        """The error for answers that are missing, by the options that would give them."""
        enough = "; --harm yes or unsure, or --concern, is enough" if "--harm" in options else ""
        return cls(f"An answer is needed, and there is nobody to ask. Give {', '.join(options)}{enough}.")


class HungUpError(LeedshelpError):
    """The terminal was closed."""


class StoppedError(LeedshelpError):
    """The person stopped with Ctrl-C. The numbers are on the screen."""


class EndedError(LeedshelpError):
    """All is said that there is to say; the run ends with the exit code `code`."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


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
        """The error with the reason that the system gives, and what to do."""
        reason = getattr(error, "strerror", None) or error
        return cls(f"The result cannot be written: {reason}. Send it somewhere else.")


class NotSavedError(LeedshelpError):
    """A file was not written. Its text says why, and what to do."""


class ReaderGoneError(LeedshelpError):
    """The program that reads the result stopped before its end, as `head` does. Nothing is wrong."""
