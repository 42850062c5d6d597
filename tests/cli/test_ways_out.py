"""Every way out leaves the person with the numbers, and never with a traceback."""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leedshelp.cli import context
from leedshelp.model.errors import LAST_RESORT, LAST_RESORT_LINES
from leedshelp.terminal.streams import Terminal
from tests.conftest import Run, Stream, time_zones_of

NUMBERS = [number for _, number in LAST_RESORT]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("ask --harm purple", '"purple" is not one of: yes, unsure, no, bruise'),
        ("ask --harm yess", "Did you mean yes?"),
        ("ask --consent n", '"n" could be not-asked or refused; write one of them.'),
        ("ask --consent=", '"" is not one of: agreed, not-asked'),
        ("ask --tier targetted", "Did you mean targeted?"),
        ("ask --concern brusie", "Did you mean bruise?"),
        ("ask --harm yes --at tomorrow", '"tomorrow" is not a moment; write a time, like 22:00, or a date'),
        ("ask --sheet x.pdf", '"x.pdf" does not say what to write: end its name with .html or .txt.'),
        ("ask --harm yes --force", "there is no sheet to write"),
        ("ask --harm yes --plain --json", "choose one of them."),
        ("ask --harm", "Option '--harm' requires an argument."),
        ("ask --hram yes", "No such option: --hram"),
        ("contacts --tier uni-versal", '"uni-versal" is not one of: universal'),
        (f"contacts {'x' * 201}", "use fewer than 200 characters"),
        ("tiers universl", "Did you mean universal?"),
        ("tiers universal specialist", "Got unexpected extra argument"),
        ("guide consnt", '"consnt" is not one of: conversations'),
        ("make sheet x.docx", '"x.docx" does not say what to write'),
        ("make poster x.txt", '"x.txt" does not say what to write: end its name with .html.'),
        ("make page", "Missing argument 'FILE'."),
        ("check --max-age old", '"old" is not an age'),
        ("chekc", "No such command 'chekc'"),
        ("--own file", "No such option: --own"),
    ],
)
def test_a_command_line_that_is_wrong_is_told_with_the_numbers(run: Run, args: str, told: str) -> None:
    """Exit 2; how to use it and what is wrong come first, all on stderr, and nothing is asked or made."""
    ran = run(*args.split(), typed="1\n1\n", tty=True, columns=250)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: leedshelp") or args == "ask --harm"
    assert told in ran.err
    assert all(f"\n{number}: " in ran.err.split(told)[1] for number in NUMBERS)
    assert "Question" not in ran.err


@pytest.mark.parametrize(
    "args",
    [
        *(["--\x1b[2J"], ["tiers", "universal", "\x1b]0;x\x07"], ["\x9b2J"], ["ask", "--at", "\x1b[H"]),
        *(["x" * 100_000], ["ask", "--" + "x" * 100_000], ["ask", "--harm", "x" * 100_000]),
        *(["ask", "--at", "x" * 100_000], ["ask", "--concern", "\x1bsome"]),
    ],
)
def test_what_is_quoted_of_a_command_line_is_short_and_acts_on_no_terminal(run: Run, args: list[str]) -> None:
    """Else the numbers are pushed off the screen."""
    ran = run(*args)
    assert ran.code == 2
    assert len(ran.err) < 2000
    assert all(character.isprintable() for character in ran.err.replace("\n", ""))
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)


def test_a_wrong_command_line_and_broken_data_leave_the_last_resort(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The data is needed only to tell which number answers now."""
    monkeypatch.setenv("LEEDSHELP_DATA", str(tmp_path))
    ran = run("tiers", "--hram")
    assert ran.code == 2
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)


def test_ctrl_c_while_the_data_is_read_gives_the_last_resort(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(context, "directory", interrupted)
    ran = run("contacts")
    assert (ran.code, ran.out) == (130, "")
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


def test_a_fault_of_our_own_is_one_line_and_the_last_resort(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A traceback is for those who mend it and ask for one; never for a worried person."""

    def fails(*_: object) -> None:
        raise RuntimeError("unforeseen\x1b[31m")

    monkeypatch.setattr(context, "directory", fails)
    usual = run("tiers")
    assert (usual.code, usual.out) == (1, "")
    told, *numbers = usual.err.splitlines()
    assert told == r"leedshelp has a fault and cannot go on (RuntimeError('unforeseen\x1b[31m'))."
    assert numbers == LAST_RESORT_LINES.splitlines()
    for off in ("0", "", "no"):
        monkeypatch.setenv("LEEDSHELP_TRACEBACK", off)
        assert run("tiers") == usual
    monkeypatch.setenv("LEEDSHELP_TRACEBACK", "1")
    traced = run("tiers")
    assert traced.err.startswith(usual.err)
    assert "Traceback (most recent call last):" in traced.err
    assert "\x1b" not in traced.err


def test_help_that_cannot_be_written_is_told_with_the_numbers(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As any other result is, which Typer does not write itself."""
    flush = Stream.flush

    def full(stream: Stream) -> None:
        flush(stream)
        if stream is sys.stdout and stream.is_written:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Stream, "flush", full)
    ran = run("--help")
    assert ran.code == 1
    assert ran.err.startswith("The result cannot be written: No space left on device. Send it somewhere")
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)


def test_help_that_has_nowhere_to_go_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "has_output", False)
    ran = run("--help")
    assert ran.code == 1
    assert "standard output is closed" in ran.err


ZONES = {
    "empty": b"",
    "no zone": b"no time zone\n" * 20,
    "cut short": b"TZif2" + b"\0" * 39,
    "broken off": (b"TZif2" + b"\0" * 15 + b"\0\0\0\xff" * 6)[:50],
}


@pytest.fixture(params=ZONES)
def damaged_zone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """A machine whose file of London's time zone is damaged."""
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "London").write_bytes(ZONES[request.param])
    with time_zones_of(tmp_path):
        yield


@pytest.mark.usefixtures("damaged_zone")
@pytest.mark.parametrize("args", ["ask --harm yes", "", "ask --no-input"])
def test_a_damaged_time_zone_gives_both_teams_and_says_why(run: Run, args: str) -> None:
    """Nobody is told that a team answers now, or that it does not; nothing else is broken."""
    ran = run(*args.split())
    shown = " ".join((ran.out + ran.err).split())
    assert ran.code == (4 if "--no-input" in args else 0)
    assert all(number in shown for number in NUMBERS)
    assert "The time zones on this computer are damaged" in shown
    assert "Answers now" not in shown
    assert "Closed now" not in shown
    for other in ("check", "ask --harm no --consent yes --tier 1 --json"):
        elsewhere = run(*other.split())
        assert "fault" not in elsewhere.err
        assert elsewhere.out
