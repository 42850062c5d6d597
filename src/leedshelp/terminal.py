"""The streams of one run: what they can show, writing to them safely, reading an answer from them."""

import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

from leedshelp.errors import HungUpError, OutputError, ReaderGoneError

NARROWEST_TABLE = 60
"""The columns below which plain lines serve better than tables."""

_WIDEST = 250
"""The columns above which lines are too long to read, and a mistaken `COLUMNS` would fill the memory."""

_LONGEST_LINE = 1000
"""The characters of a typed line after which it is no answer."""

_STAND_INS = str.maketrans({"\N{RIGHTWARDS ARROW}": "->", "\N{EN DASH}": "-"})


class Terminal:
    """Standard input, output and error, as they are; tests put other streams in their place.

    Questions and notices go to standard error, so that a file gets the result alone. Where standard
    error is closed, or a person is talked to and would not see it, and standard output is a terminal,
    they go there: somebody is looking.
    """

    def __init__(
        self,
        stdin: TextIO | None,
        stdout: TextIO | None,
        stderr: TextIO | None,
        *,
        plain: bool = False,
        talks: bool = False,
    ) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._plain = plain
        unseen = stderr is None or (talks and _is_terminal(stdin) and not _is_terminal(stderr))
        self._notices = stdout if unseen and _is_terminal(stdout) else stderr
        for stream in (stdin, stdout, stderr):
            if isinstance(stream, TextIOWrapper):
                with suppress(OSError, ValueError):
                    stream.reconfigure(errors="backslashreplace")

    @classmethod
    def of_this_process(cls, *, reads: bool = True, plain: bool = False, talks: bool = False) -> "Terminal":
        """The streams this process was started with: whether to read, plainly, and to talk to a person."""
        wanted_plain = plain or os.environ.get("ACCESSIBLE", "0") not in ("", "0")
        stdin = sys.stdin if reads else None
        return cls(stdin, sys.stdout, sys.stderr, plain=wanted_plain, talks=talks)

    @property
    def is_interactive(self) -> bool:
        """Whether the answers are typed by a person who sees the questions."""
        return _is_terminal(self._stdin) and _is_terminal(self._notices)

    @property
    def shows_all(self) -> bool:
        """Whether the same person also sees the result."""
        return self.is_interactive and _is_terminal(self._stdout)

    @property
    def reads(self) -> bool:
        """Whether there is any input at all."""
        return self._stdin is not None

    @property
    def has_styles(self) -> bool:
        """Whether what is said to a person may be bold; nothing is ever said by that alone."""
        return (
            not self._plain
            and _is_terminal(self._notices)
            and os.environ.get("TERM", "dumb") != "dumb"
            and not os.environ.get("NO_COLOR")
            and sys.platform != "win32"
        )

    @property
    def has_output(self) -> bool:
        """Whether there is anywhere for a result to go."""
        return self._stdout is not None

    def table_width(self) -> int | None:
        """The columns tables may use on standard output, or `None` where it cannot show tables."""
        encoding = (getattr(self._stdout, "encoding", None) or "").lower().replace("-", "")
        if self._plain or encoding != "utf8" or os.environ.get("TERM") == "dumb":
            return None
        width = self.result_width()
        return width if width and width >= NARROWEST_TABLE else None

    def result_width(self) -> int | None:
        """The columns to wrap at on standard output; `None` where it is not a terminal."""
        return _columns(self._stdout)

    def notice_width(self) -> int | None:
        """The columns to wrap at on standard error; `None` where it is not a terminal."""
        return _columns(self._notices)

    def result(self, text: str) -> None:
        """Write what was asked for.

        Raises `ReaderGoneError` where whoever read it has stopped, and `OutputError` where it cannot
        be written.
        """
        if self._stdout is None:
            raise OutputError.nowhere()
        try:
            self._stdout.write(_encodable(text, self._stdout))
            self._stdout.flush()
        except BrokenPipeError:
            raise ReaderGoneError("nobody reads on") from None
        except (OSError, ValueError) as error:
            raise OutputError.because(error) from None

    def notice(self, text: str) -> None:
        """Write a question, a warning or an error; where nobody can read it, go on without."""
        if self._notices is not None:
            try:
                self._notices.write(_encodable(text, self._notices))
                self._notices.flush()
            except (OSError, ValueError):
                self._notices = None

    def ask(self, text: str) -> str | None:
        """Show a question and read a line; `None` where input has ended.

        What was typed before the question was shown is thrown away at a terminal, so that a paste or
        an impatient Enter never answers it.
        """
        if self._stdin and self.is_interactive:
            discard_waiting_input(self._stdin)
        self.notice(text)
        try:
            line = self._stdin.readline(_LONGEST_LINE) if self._stdin else ""
        except (OSError, ValueError, HungUpError):
            return None
        return line if line else None


def leave_on_hang_up() -> None:
    """Let a hang-up end the questions as the end of input does, where the system has such a signal."""
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up and signal.getsignal(hang_up) is signal.SIG_DFL:
        signal.signal(hang_up, _hung_up)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    raise HungUpError("The terminal is gone.")


def visible(typed: str, longest: int = 40) -> str:
    """Typed text that cannot act on a terminal: what cannot be seen is written out, and it is short."""
    kept = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in typed.strip())
    return kept if len(kept) <= longest else f"{kept[:longest]}..."


def discard_waiting_input(stdin: TextIO) -> None:
    """Throw away what was typed and not yet read, on Windows or elsewhere."""
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
    else:
        import termios

        termios.tcflush(stdin, termios.TCIFLUSH)


def _encodable(text: str, stream: TextIO) -> str:
    """A text with plain stand-ins for its dashes and arrows, where the stream cannot encode them."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return text.translate(_STAND_INS)
    return text


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns(stream: TextIO | None) -> int | None:
    """The width of a terminal: the smaller of what `COLUMNS` and the terminal say, else eighty."""
    if stream is None or not _is_terminal(stream):
        return None
    said = []
    with suppress(ValueError):
        said.append(int(os.environ.get("COLUMNS", "")))
    with suppress(OSError, ValueError):
        said.append(os.get_terminal_size(stream.fileno()).columns)
    return min(_WIDEST, *([each for each in said if each > 0] or [80]))
