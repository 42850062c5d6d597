"""The streams: what they can show, what happens when they fail, and reading an answer."""

import errno
import io
import os
import select
import signal
import sys

import pytest

from leedshelp.model.errors import OutputError, ReaderGoneError
from leedshelp.terminal import streams
from leedshelp.terminal.signals import end_as_with_ctrl_c, leave_on_hang_up
from leedshelp.terminal.streams import (
    TOO_LONG,
    Terminal,
    discard_waiting_input,
    is_on,
    visible,
)
from tests.conftest import Stream
from tests.posix import posix_only


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


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What `discard_waiting_input` was called with."""
    calls: list[object] = []
    monkeypatch.setattr(streams, "discard_waiting_input", calls.append)
    return calls


def test_the_result_goes_to_stdout_and_notices_to_stderr() -> None:
    """So that a file gets the result and nothing else."""
    out, err = Stream(), Stream()
    streams = Terminal(None, out, err)
    streams.result("the result\n")
    streams.notice("a notice\n")
    assert (out.written(), err.written()) == ("the result\n", "a notice\n")


def test_a_reader_that_stopped_reading_is_not_an_error() -> None:
    """As with `| head -1`."""
    with pytest.raises(ReaderGoneError):
        Terminal(None, Failing(BrokenPipeError()), None).result("text")


def test_a_full_disk_is_told_in_one_line() -> None:
    """With what the system says of it."""
    full = Failing(OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        Terminal(None, full, None).result("text")


def test_a_closed_stdout_is_told() -> None:
    """Whether it was closed before the start or on the way."""
    with pytest.raises(OutputError, match="standard output is closed"):
        Terminal(None, None, None).result("text")
    assert not Terminal(None, None, None).has_output
    closed = io.StringIO()
    closed.close()
    with pytest.raises(OutputError, match="closed file"):
        Terminal(None, closed, None).result("text")


def test_a_notice_that_nobody_can_read_is_let_go() -> None:
    """A closed or broken stderr never stops the result."""
    Terminal(None, None, None).notice("text")
    streams = Terminal(None, None, Failing(OSError(errno.EIO, "gone")))
    streams.notice("text")
    streams.notice("text")


@pytest.mark.parametrize(
    "encoding", ["utf-7", "utf-16", "utf-32-be", "utf-8-sig", "cp037", "cp500", "cp1252", "koi8-r"]
)
def test_what_another_program_reads_is_in_ascii(encoding: str) -> None:
    """Whatever this process was told to write in."""
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding=encoding)
    Terminal(None, out, None, ascii_only=True).result('{"~+": "\\u00e9"}')
    assert written.getvalue() == rb'{"~+": "\u00e9"}'


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_what_an_encoding_cannot_show_is_written_out(encoding: str) -> None:
    """No dash and no name can stop an answer."""
    out = Stream(encoding=encoding)
    Terminal(None, out, None).result("Ren\u00e9 \u2013 \u4e16\n")
    assert out.written().encode(encoding)
    assert "\\u4e16" in out.written() or encoding == "utf-8"


@pytest.mark.parametrize(
    ("tty", "encoding", "term", "width"),
    [
        (True, "utf-8", "xterm", 77),
        (True, "utf-8", "dumb", None),
        (True, "ascii", "xterm", None),
        (True, "cp1252", "xterm", None),
        (False, "utf-8", "xterm", None),
    ],
)
def test_tables_need_a_terminal_that_can_show_them(
    monkeypatch: pytest.MonkeyPatch, tty: bool, encoding: str, term: str, width: int | None
) -> None:
    """Else the plain face serves."""
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setenv("TERM", term)
    streams = Terminal(None, Stream(tty=tty, encoding=encoding), None)
    assert streams.table_width() == width
    assert streams.result_width() == (77 if tty else None)


@pytest.mark.parametrize("columns", ["0", "-3", "wide", "", "\N{SUPERSCRIPT TWO}"])
def test_nonsense_in_columns_is_passed_over(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """The width is then the terminal's own, or eighty."""
    monkeypatch.setenv("COLUMNS", columns)
    assert Terminal(None, Stream(tty=True), None).result_width() == 80


@pytest.mark.parametrize("columns", ["wide", "140"])
def test_a_terminals_own_width_goes_before_what_columns_says(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """Whoever makes a window wider has an environment that still says the old width."""
    reason = "Windows has no pseudo-terminals of this kind"
    pty, termios = (pytest.importorskip(name, reason=reason) for name in ("pty", "termios"))
    monkeypatch.setenv("COLUMNS", columns)
    main, other = pty.openpty()
    termios.tcsetwinsize(other, (50, 47))
    with open(other, "w") as screen:  # noqa: PTH123 - a descriptor, not a path
        assert Terminal(None, screen, None).result_width() == 47
    os.close(main)


@pytest.mark.parametrize(("columns", "width"), [("59", None), ("60", 60), ("250", 250), ("100000", 250)])
def test_tables_need_sixty_columns(monkeypatch: pytest.MonkeyPatch, columns: str, width: int | None) -> None:
    """Plain lines need none."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm")
    assert Terminal(None, Stream(tty=True), None).table_width() == width
    assert Terminal(None, Stream(tty=True), None, plain=True).table_width() is None


@pytest.mark.parametrize(
    ("environment", "options", "styled"),
    [
        ({"TERM": "xterm"}, {}, True),
        ({"TERM": "xterm"}, {"plain": True}, False),
        ({"TERM": "dumb"}, {}, False),
        ({}, {}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, {}, False),
    ],
)
def test_bold_is_only_for_those_who_can_see_and_want_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], options: dict[str, bool], styled: bool
) -> None:
    """Nothing is ever said by it alone."""
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Terminal(None, None, Stream(tty=True), **options).has_styles is styled
    assert not Terminal(None, None, Stream(), **options).has_styles


def test_with_stderr_closed_a_person_is_talked_to_on_stdout() -> None:
    """A file on stdout still gets the result alone."""
    screen, file = Stream(tty=True), Stream()
    Terminal(None, screen, None).notice("999\n")
    Terminal(None, file, None).notice("999\n")
    assert (screen.written(), file.written()) == ("999\n", "")


def test_where_stderr_is_not_seen_a_person_is_talked_to_on_stdout() -> None:
    """Else the questions would go nowhere; errors of other commands stay where they were sent."""
    screen, hidden = Stream(tty=True), Stream()
    Terminal(Stream(tty=True), screen, hidden, talks=True).notice("Question 1\n")
    Terminal(Stream(tty=True), screen, hidden).notice("an error\n")
    Terminal(Stream(), screen, hidden, talks=True).notice("another\n")
    assert (screen.written(), hidden.written()) == ("Question 1\n", "an error\nanother\n")


@pytest.mark.parametrize("length", [1001, 5000, 500_000])
def test_a_line_that_is_too_long_is_none_of_its_words(length: int) -> None:
    """Not its beginning, and not its end; the next line is the next line."""
    streams = Terminal(Stream("1" * length + "\nyes\n"), None, None)
    assert streams.ask("") == TOO_LONG
    assert streams.ask("") == "yes\n"


def test_the_longest_line_is_read_as_it_is() -> None:
    """A thousand characters, with its end or without."""
    streams = Terminal(Stream("x" * 999 + "\n" + "y" * 1000), None, None)
    assert streams.ask("") == "x" * 999 + "\n"
    assert streams.ask("") == "y" * 1000


def test_input_without_any_lines_has_ended() -> None:
    """It must not fill the memory, and nothing of it is ever an answer."""
    streams = Terminal(Stream("x" * 1_000_000 + "yes\nyes\n"), None, None)
    assert streams.ask("") is None
    assert streams.ask("") is None


@posix_only
def test_a_hang_up_ends_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the end of a file does; one that is ignored stays ignored."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        leave_on_hang_up()

        def gone(_longest: int) -> str:
            signal.raise_signal(signal.SIGHUP)
            return "yes\n"

        stdin = Stream()
        monkeypatch.setattr(stdin, "readline", gone)
        assert Terminal(stdin, None, None).ask("> ") is None
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        leave_on_hang_up()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    monkeypatch.delattr(signal, "SIGHUP")
    leave_on_hang_up()


def test_a_terminal_that_was_closed_is_no_terminal() -> None:
    """Asking a closed stream must not fail."""
    closed = io.StringIO()
    closed.close()
    assert Terminal(closed, closed, closed).result_width() is None


def test_waiting_input_is_thrown_away_only_at_a_terminal(waiting: list[object]) -> None:
    """A paste must not answer; a pipe must."""
    typed = Stream("yes\nno\n", tty=True)
    streams = Terminal(typed, None, Stream(tty=True))
    assert streams.ask("> ") == "yes\n"
    assert waiting == [typed]
    assert Terminal(Stream("yes\n"), None, Stream()).ask("> ") == "yes\n"
    assert waiting == [typed]


def test_input_that_has_ended_or_failed_is_none() -> None:
    """However it ended: there is nobody to ask."""
    broken = Stream("yes")
    broken.close()
    for stdin in (None, Stream(""), broken):
        assert Terminal(stdin, None, Stream()).ask("> ") is None


def test_bytes_that_are_not_text_are_still_a_line() -> None:
    """Rubbish is not understood, but it does not end the input."""
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\nyes\n"), encoding="utf-8")
    streams = Terminal(stdin, None, None)
    assert streams.ask("") == "\\xff\\xfe\n"
    assert streams.ask("") == "yes\n"


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
    monkeypatch.setattr(streams, "_TYPED_AHEAD", 3)
    waiting += [b"without end\n"] * 4
    assert not discard_waiting_input(stream)
    monkeypatch.setattr(sys, "platform", "win32")
    assert not discard_waiting_input(stream)
    assert keys == []
    keys += ["\x1a", "1"]
    assert discard_waiting_input(stream)


@pytest.mark.parametrize("value", ["", " ", "0", "false", "False", "NO", "no", "off", "Off", "n", "f"])
def test_a_variable_that_says_no_switches_nothing_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """In any case, and without one."""
    monkeypatch.setenv("ACCESSIBLE", value)
    assert not is_on("ACCESSIBLE")
    monkeypatch.delenv("ACCESSIBLE")
    assert not is_on("ACCESSIBLE")


@pytest.mark.parametrize("value", ["1", "true", "yes", "on", "screen reader"])
def test_a_variable_that_says_anything_else_switches_it_on(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """Whatever that is."""
    monkeypatch.setenv("ACCESSIBLE", value)
    assert is_on("ACCESSIBLE")


@posix_only
def test_a_request_to_end_is_a_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is ignored stays ignored; a system without such signals is left alone."""
    names = ("SIGQUIT", "SIGTERM")
    before = {name: signal.signal(getattr(signal, name), signal.SIG_DFL) for name in names}
    try:
        signal.signal(signal.SIGQUIT, signal.SIG_IGN)
        end_as_with_ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGQUIT)
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
    for name in names:
        monkeypatch.delattr(signal, name)
    end_as_with_ctrl_c()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("yes\n", "yes"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\u202eb\u200b", "a\\u202eb\\u200b"),
        ("[bold]", "[bold]"),
        ("x" * 50, "x" * 40 + "..."),
    ],
)
def test_typed_text_never_acts_on_the_terminal(typed: str, shown: str) -> None:
    """What cannot be seen is written out."""
    assert visible(typed) == shown
