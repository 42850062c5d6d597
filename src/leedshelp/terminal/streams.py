"""The streams of a run: what they can show, how a text is written to them, how a line is read from them."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from leedshelp.model.errors import HungUpError, OutputError, ReaderGoneError, harmless
from leedshelp.terminal.program import as_typed
from leedshelp.terminal.signals import shown_again

# The columns below which plain lines are easier to read than tables.
NARROWEST_TABLE = 60

# The columns above which lines are too long to read, and a mistaken `COLUMNS` would fill the memory.
_WIDEST = 250

# The characters after which a typed line is too long to be an answer: far more than any answer has.
_LONGEST_LINE = 1000

# The characters without a line's end after which input, such as /dev/zero, counts as ended: a megabyte fits
# in memory.
_ENDLESS = 1_000_000

# The text in place of a line that is too long. It means nothing at any prompt.
TOO_LONG = "(a line that is too long)"

# How many lines typed before a question are read one by one, to find an end of input among them. More than
# anybody pastes; without a bound, a program that writes on and on would keep the question from being asked.
_TYPED_AHEAD = 10_000

# What is written where a stream's encoding lacks the sign.
_STAND_INS = str.maketrans({"\N{RIGHTWARDS ARROW}": "->", "\N{EN DASH}": "-"})


class Terminal:
    """Standard input, output and error; tests put other streams in their place.

    Questions and notices go to standard error, so that a file gets the result alone. They go to standard
    output where that is a terminal, and standard error is closed, or, in a dialogue (`talks`), is no terminal
    that the person sees.
    """

    def __init__(
        self,
        stdin: TextIO | None,
        stdout: TextIO | None,
        stderr: TextIO | None,
        *,
        plain: bool = False,
        talks: bool = False,
        ascii_only: bool = False,
    ) -> None:
        self._stdin = stdin
        self._has_ended = False
        self._stdout = stdout
        self._plain = plain
        unseen = stderr is None or (talks and _is_terminal(stdin) and not _is_terminal(stderr))
        self._notices = stdout if unseen and _is_terminal(stdout) else stderr
        for stream in (stdin, stdout, stderr):
            if isinstance(stream, TextIOWrapper):
                with suppress(OSError, ValueError):
                    encoding = "ascii" if ascii_only and stream is stdout else None
                    stream.reconfigure(encoding=encoding, errors="backslashreplace")

    @classmethod
    def of_this_process(
        cls, *, reads: bool = True, plain: bool = False, talks: bool = False, ascii_only: bool = False
    ) -> "Terminal":
        """The streams of this process, without standard input unless it `reads`.

        `plain` rules out tables and bold, `talks` is for a dialogue, and `ascii_only` is for a result that
        another program reads, whatever the encoding of this process.
        """
        stdin = sys.stdin if reads else None
        plain = plain or is_on("ACCESSIBLE")
        return cls(stdin, sys.stdout, sys.stderr, plain=plain, talks=talks, ascii_only=ascii_only)

    @property
    def is_interactive(self) -> bool:
        """Whether a person types the answers at a terminal."""
        return _is_terminal(self._stdin)

    @property
    def shows_all(self) -> bool:
        """Whether the person who types the answers also sees the result."""
        return self.is_interactive and _is_terminal(self._stdout)

    @property
    def reads(self) -> bool:
        """Whether there is any input at all."""
        return self._stdin is not None

    @property
    def has_styles(self) -> bool:
        """Whether a notice may be bold. Bold is never all that carries a meaning."""
        return (
            not self._plain
            and _is_terminal(self._notices)
            and os.environ.get("TERM", "dumb") != "dumb"
            and not os.environ.get("NO_COLOR")
            and sys.platform != "win32"  # its consoles may show the codes as text
        )

    @property
    def has_output(self) -> bool:
        """Whether there is anywhere for a result to go."""
        return self._stdout is not None

    def table_width(self) -> int | None:
        """The columns for tables on standard output, or `None` where it cannot show tables."""
        encoding = (getattr(self._stdout, "encoding", None) or "").lower().replace("-", "")
        if self._plain or encoding != "utf8" or os.environ.get("TERM") == "dumb":
            return None
        width = self.result_width()
        return width if width and width >= NARROWEST_TABLE else None

    def result_width(self) -> int | None:
        """The columns to wrap at on standard output; `None` where it is not a terminal."""
        return _columns(self._stdout)

    def height(self) -> int:
        """The rows of the terminal that the result is shown on; 24 where that is not known."""
        with suppress(OSError, ValueError, AttributeError):
            return os.get_terminal_size(self._stdout.fileno()).lines or 24  # type: ignore[union-attr] # or none
        return 24

    def notice_width(self) -> int | None:
        """The columns to wrap at where notices go; `None` where that is not a terminal."""
        return _columns(self._notices)

    def result(self, text: str) -> None:
        """Write a result to standard output.

        Raises `ReaderGoneError` where the program that reads it has ended, and `OutputError` where it cannot
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
        """Write a question, a warning or an error. Where that fails, this and later notices are left out."""
        if self._notices is not None:
            try:
                self._notices.write(_encodable(text, self._notices))
                self._notices.flush()
            except (OSError, ValueError):
                self._notices = None

    def ask(self, text: str) -> str | None:
        """Show a question and read a line; `None` where input has ended.

        At a terminal, lines typed before the question was shown are thrown away, so that a paste or an
        impatient Enter never answers it. A line that is too long is read to its end, which else would answer
        the next question, and `TOO_LONG` takes its place.
        """
        if self._stdin is None or self._has_ended:
            return None
        try:
            has_ended = self.is_interactive and discard_waiting_input(self._stdin)
            self.notice(text)
            with shown_again(lambda: self.notice(text)):
                line = None if has_ended else _line(self._stdin)
        except (OSError, ValueError, HungUpError):
            line = None
        self._has_ended = line is None  # nothing that comes after the end is ever an answer
        return line


def is_on(variable: str) -> bool:
    """Whether an environment variable is set, and not to a word for "off"."""
    off = ("", "0", "false", "no", "off", "n", "f")
    return os.environ.get(variable, "").strip().casefold() not in off


def visible(typed: str, longest: int = 40) -> str:
    """A typed text as a message can repeat it: unseen characters are written out, and it is cut short."""
    text = harmless(typed.strip())
    return text if len(text) <= longest else f"{text[:longest]}..."


def discard_waiting_input(stdin: TextIO) -> bool:
    """Throw away what was typed and not yet read. The result is whether the end of input was among it."""
    if sys.platform == "win32":
        import msvcrt  # here, as other systems have no such module, and Windows lacks the two below

        typed = ""
        while msvcrt.kbhit():
            typed += msvcrt.getwch()
        return "\x1a" in typed  # Ctrl-Z
    import select
    import termios

    # A flush would throw the end of input away, too, and the next read wait for ever: read lines first.
    for _ in range(_TYPED_AHEAD):
        if not select.select([stdin], [], [], 0)[0]:
            break
        if not os.read(stdin.fileno(), _ENDLESS):
            return True
    termios.tcflush(stdin, termios.TCIFLUSH)
    return False


def _line(stream: TextIO) -> str | None:
    """The next line, `TOO_LONG` in place of one that is too long, or `None` where input has ended."""
    line = stream.readline(_ENDLESS)
    if len(line) == _ENDLESS and not line.endswith("\n"):
        return None
    return TOO_LONG if len(line) > _LONGEST_LINE else line or None


def _encodable(text: str, stream: TextIO) -> str:
    """A text with plain signs for its dashes and arrows, where the stream cannot encode the text.

    At a terminal, its commands start as this program was started.
    """
    text = as_typed(text) if _is_terminal(stream) else text
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return text.translate(_STAND_INS)
    return text


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is open, and is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def _columns(stream: TextIO | None) -> int | None:
    """The width of a terminal in columns: the smaller of `COLUMNS` and its own width, else 80."""
    if stream is None or not _is_terminal(stream):
        return None
    widths = []
    with suppress(ValueError):
        widths.append(int(os.environ.get("COLUMNS", "")))
    with suppress(OSError, ValueError):
        widths.append(os.get_terminal_size(stream.fileno()).columns)
    return min(_WIDEST, *([width for width in widths if width > 0] or [80]))
