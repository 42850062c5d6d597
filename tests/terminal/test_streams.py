"""The streams: what they can show, what happens when they fail, and reading an answer from them."""

import errno
import io
import os
import select
import sys
from typing import TextIO

import pytest

from leedshelp.model.errors import OutputError, ReaderGoneError
from leedshelp.terminal import streams
from leedshelp.terminal.streams import TOO_LONG, Terminal, discard_waiting_input, is_on, visible
from tests.conftest import Stream


class Failing(Stream):
    """A stream that fails as a full disk or a closed pipe does."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        """Fail."""
        raise self._error

    def close(self) -> None:
        """Go quietly, as it cannot be flushed."""


def closed() -> io.StringIO:
    """A stream that was closed on the way."""
    stream = io.StringIO("yes")
    stream.close()
    return stream


def test_the_result_goes_to_stdout_and_notices_to_stderr() -> None:
    out, err = Stream(), Stream()
    terminal = Terminal(None, out, err)
    terminal.result("the result\n")
    terminal.notice("a notice\n")
    assert out.is_written
    assert err.is_written
    assert (out.written(), err.written()) == ("the result\n", "a notice\n")


@pytest.mark.parametrize(
    ("out", "error", "told"),
    [
        (Failing(BrokenPipeError()), ReaderGoneError, "nobody reads on"),
        (Failing(OSError(errno.ENOSPC, "No space")), OutputError, "cannot be written: No space"),
        (closed(), OutputError, "closed file"),
        (None, OutputError, "standard output is closed"),
    ],
)
def test_a_result_that_cannot_be_written_is_told(
    out: TextIO | None, error: type[Exception], told: str
) -> None:
    """A reader that stopped reading, as with `| head -1`, is told apart: it is no error."""
    terminal = Terminal(None, out, None)
    with pytest.raises(error, match=told):
        terminal.result("text")
    assert terminal.has_output is (out is not None)


def test_a_notice_that_nobody_can_read_is_let_go() -> None:
    for err in (None, Failing(OSError(errno.EIO, "gone"))):
        terminal = Terminal(None, None, err)
        terminal.notice("text")
        terminal.notice("text")


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", "Ren\\xe9 - \\u4e16 ->"),
        ("latin-1", "Ren\u00e9 - \\u4e16 ->"),
        ("cp1252", "Ren\u00e9 - \\u4e16 ->"),
        ("utf-8", "Ren\u00e9 \u2013 \u4e16 \u2192"),
    ],
)
def test_what_an_encoding_cannot_show_is_written_out(encoding: str, shown: str) -> None:
    """No dash and no name can stop an answer; dashes and arrows have plain stand-ins."""
    out, err = Stream(encoding=encoding), Stream(encoding=encoding)
    terminal = Terminal(None, out, err)
    terminal.result("Ren\u00e9 \u2013 \u4e16 \u2192")
    terminal.notice("Ren\u00e9 \u2013 \u4e16 \u2192")
    assert out.written() == err.written() == shown


@pytest.mark.parametrize(
    ("tty", "encoding", "term", "columns", "width"),
    [
        (True, "utf-8", "xterm", "77", 77),
        (True, "utf-8", "dumb", "77", None),
        (True, "ascii", "xterm", "77", None),
        (True, "cp1252", "xterm", "77", None),
        (False, "utf-8", "xterm", "77", None),
        (True, "utf-8", "xterm", "59", None),
        (True, "utf-8", "xterm", "60", 60),
        (True, "utf-8", "xterm", "250", 250),
        (True, "utf-8", "xterm", "100000", 250),
    ],
)
def test_tables_need_a_terminal_that_can_show_them(
    monkeypatch: pytest.MonkeyPatch, tty: bool, encoding: str, term: str, columns: str, width: int | None
) -> None:
    """It has sixty columns at least; plain lines need none."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", term)
    out = Stream(tty=tty, encoding=encoding)
    assert Terminal(None, out, None).table_width() == width
    assert Terminal(None, out, None).result_width() == (min(int(columns), 250) if tty else None)
    assert Terminal(None, out, None, plain=True).table_width() is None


@pytest.mark.parametrize("columns", ["0", "-3", "wide", "", "\N{SUPERSCRIPT TWO}"])
def test_nonsense_in_columns_is_passed_over(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """The width is then the terminal's own, or eighty."""
    monkeypatch.setenv("COLUMNS", columns)
    assert Terminal(None, Stream(tty=True), None).result_width() == 80


@pytest.mark.parametrize(("lines", "height"), [(50, 50), (24, 24), (0, 24)])
def test_the_height_is_the_terminals_own(monkeypatch: pytest.MonkeyPatch, lines: int, height: int) -> None:
    """Or 24, where it has none, as a serial line, or is no terminal."""
    monkeypatch.setattr(Stream, "fileno", lambda _self: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((80, lines)))
    assert Terminal(None, Stream(tty=True), None).height() == height
    monkeypatch.undo()
    assert Terminal(None, Stream(), None).height() == 24
    assert Terminal(None, None, None).height() == 24


@pytest.mark.parametrize(
    ("environment", "plain", "styled"),
    [
        ({"TERM": "xterm"}, False, True),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
    ],
)
def test_bold_is_only_for_those_who_can_see_and_want_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], plain: bool, styled: bool
) -> None:
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Terminal(None, None, Stream(tty=True), plain=plain).has_styles is styled
    assert not Terminal(None, None, Stream(), plain=plain).has_styles


@pytest.mark.parametrize(
    ("stdin", "stdout", "has_stderr", "talks", "is_on_screen"),
    [
        (True, True, True, True, True),  # the questions would go nowhere
        (True, True, True, False, False),  # errors of other commands stay where they were sent
        (False, True, True, True, False),
        (True, False, True, True, False),
        (False, True, False, False, True),
        (False, False, False, False, False),  # a file on stdout still gets the result alone
    ],
)
def test_a_person_who_does_not_see_stderr_is_talked_to_on_stdout(
    stdin: bool, stdout: bool, has_stderr: bool, talks: bool, is_on_screen: bool
) -> None:
    """Which of the streams are terminals, whether stderr is a file or closed, and where a notice goes."""
    out, err = Stream(tty=stdout), Stream()
    terminal = Terminal(Stream(tty=stdin), out, err if has_stderr else None, talks=talks)
    terminal.notice("999\n")
    assert (out.written() == "999\n") is is_on_screen
    assert (err.written() == "999\n") is (has_stderr and not is_on_screen)
    assert terminal.shows_all is (stdin and stdout)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (b"x" * 999 + b"\n" + b"y" * 1000, ["x" * 999 + "\n", "y" * 1000]),
        *((b"1" * length + b"\nyes\n", [TOO_LONG, "yes\n"]) for length in (1000, 1001, 500_000)),
        (b"\xff\xfe\nyes\n", ["\\xff\\xfe\n", "yes\n"]),
        (b"x" * 1_000_000 + b"yes\nyes\n", []),
        (b"", []),
    ],
)
def test_a_line_is_read_whole_and_one_that_is_too_long_is_none_of_its_words(
    typed: bytes, lines: list[str]
) -> None:
    """Not its beginning, and not its end. Input without lines has ended; bytes that are no text have not."""
    terminal = Terminal(io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8", newline=""), None, None)
    assert [terminal.ask("") for _ in range(len(lines) + 2)] == [*lines, None, None]


def test_input_that_is_closed_has_ended() -> None:
    for stdin in (None, closed()):
        assert Terminal(stdin, None, Stream()).ask("> ") is None


def test_a_terminal_that_was_closed_is_no_terminal() -> None:
    assert Terminal(closed(), closed(), closed()).result_width() is None


def test_waiting_input_is_thrown_away_only_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paste must not answer; a pipe must. Nor is the end of input thrown away."""
    waiting: list[object] = []
    monkeypatch.setattr(streams, "discard_waiting_input", waiting.append)
    typed = Stream("yes\nno\n", tty=True)
    assert Terminal(typed, None, Stream(tty=True)).ask("> ") == "yes\n"
    assert Terminal(Stream("yes\n"), None, Stream()).ask("> ") == "yes\n"
    assert waiting == [typed]
    monkeypatch.setattr(streams, "discard_waiting_input", lambda _stream: True)
    assert Terminal(typed, None, Stream(tty=True)).ask("> ") is None


def test_input_is_thrown_away_by_the_systems_own_means(monkeypatch: pytest.MonkeyPatch) -> None:
    """By `tcflush` on POSIX, by reading every waiting key on Windows."""
    flushed = []
    keys = list("12")

    class Msvcrt:
        kbhit = staticmethod(lambda: bool(keys))
        getwch = staticmethod(lambda: keys.pop())

    class Termios:
        TCIFLUSH = 7
        tcflush = staticmethod(lambda stream, what: flushed.append((stream, what)))

    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    monkeypatch.setitem(sys.modules, "termios", Termios)
    stream = Stream()
    waiting = [b"first line\n", b"second line\n"]
    monkeypatch.setattr(select, "select", lambda *_: ([stream] if waiting else [], [], []))
    monkeypatch.setattr(os, "read", lambda *_: waiting.pop(0))
    monkeypatch.setattr(Stream, "fileno", lambda _self: 0)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not discard_waiting_input(stream)
    assert flushed == [(stream, 7)]
    assert waiting == []
    waiting += [b"a line\n", b""]
    assert discard_waiting_input(stream)
    waiting += [b"without end\n"] * 20_000
    assert not discard_waiting_input(stream)
    monkeypatch.setattr(sys, "platform", "win32")
    assert not discard_waiting_input(stream)
    assert keys == []
    keys += ["\x1a", "1"]
    assert discard_waiting_input(stream)


@pytest.mark.parametrize(
    ("values", "switched_on"),
    [
        (["", " ", "0", "false", "False", "NO", "no", "off", "Off", "n", "f"], False),
        (["1", "true", "yes", "on", "screen reader"], True),
    ],
)
def test_a_variable_switches_something_on_unless_it_says_no(
    monkeypatch: pytest.MonkeyPatch, values: list[str], switched_on: bool
) -> None:
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    assert not is_on("ACCESSIBLE")
    for value in values:
        monkeypatch.setenv("ACCESSIBLE", value)
        assert is_on("ACCESSIBLE") is switched_on


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("yes\n", "yes"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\u202eb\u200b", "a\\u202eb\\u200b"),
        ("[bold]", "[bold]"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 40 + "..."),
    ],
)
def test_typed_text_never_acts_on_the_terminal(typed: str, shown: str) -> None:
    """What cannot be seen is written out."""
    assert visible(typed) == shown
