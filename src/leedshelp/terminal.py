"""The streams of one run: what they can show, writing to them safely, reading an answer from them."""

import os
import shutil
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from leedshelp.errors import OutputError, ReaderGoneError


class Terminal:
    """Standard input, output and error, as they are; tests put other streams in their place."""

    def __init__(self, stdin: TextIO | None, stdout: TextIO | None, stderr: TextIO | None) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr
        for stream in (stdin, stdout, stderr):
            if isinstance(stream, TextIOWrapper):
                with suppress(OSError, ValueError):
                    stream.reconfigure(errors="backslashreplace")

    @classmethod
    def of_this_process(cls, *, reads: bool = True) -> "Terminal":
        """The streams this process was started with; one that never reads has no input."""
        return cls(sys.stdin if reads else None, sys.stdout, sys.stderr)

    @property
    def is_interactive(self) -> bool:
        """Whether the answers are typed by a person who sees the questions."""
        return _is_terminal(self._stdin) and _is_terminal(self._stderr)

    @property
    def shows_all(self) -> bool:
        """Whether the same person also sees the result."""
        return self.is_interactive and _is_terminal(self._stdout)

    @property
    def reads(self) -> bool:
        """Whether there is any input at all."""
        return self._stdin is not None

    def table_width(self) -> int | None:
        """The columns tables may use on standard output, or `None` where it cannot show tables."""
        encoding = (getattr(self._stdout, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" or os.environ.get("TERM") == "dumb":
            return None
        return self.result_width()

    def result_width(self) -> int | None:
        """The columns to wrap at on standard output; `None` where it is not a terminal."""
        return _columns() if _is_terminal(self._stdout) else None

    def notice_width(self) -> int | None:
        """The columns to wrap at on standard error; `None` where it is not a terminal."""
        return _columns() if _is_terminal(self._stderr) else None

    def result(self, text: str) -> None:
        """Write what was asked for.

        Raises `ReaderGoneError` where whoever read it has stopped, and `OutputError` where it cannot
        be written.
        """
        if self._stdout is None:
            raise OutputError(
                "The result has nowhere to go: standard output is closed. Open it, and run again."
            )
        try:
            self._stdout.write(text)
            self._stdout.flush()
        except BrokenPipeError:
            raise ReaderGoneError("nobody reads on") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise OutputError(f"The result cannot be written: {reason}. Send it somewhere else.") from None

    def notice(self, text: str) -> None:
        """Write a question, a warning or an error; where nobody can read it, go on without."""
        if self._stderr is not None:
            try:
                self._stderr.write(text)
                self._stderr.flush()
            except (OSError, ValueError):
                self._stderr = None

    def ask(self, text: str) -> str | None:
        """Show a question and read a line; `None` where input has ended.

        What was typed before the question was shown is thrown away at a terminal, so that a paste or
        an impatient Enter never answers it.
        """
        if self._stdin and self.is_interactive:
            discard_waiting_input(self._stdin)
        self.notice(text)
        try:
            line = self._stdin.readline() if self._stdin else ""
        except (OSError, ValueError):
            return None
        return line if line else None


def visible(typed: str) -> str:
    """Typed text that cannot act on a terminal: what cannot be seen is written out, and it is short."""
    kept = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in typed.strip())
    return kept if len(kept) <= 40 else f"{kept[:40]}..."


def discard_waiting_input(stdin: TextIO) -> None:
    """Throw away what was typed and not yet read, on Windows or elsewhere."""
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
    else:
        import termios

        termios.tcflush(stdin, termios.TCIFLUSH)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns() -> int:
    return shutil.get_terminal_size().columns
