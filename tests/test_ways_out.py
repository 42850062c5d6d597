"""Every way out of leedshelp leaves the person with the numbers, and never with a traceback."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leedshelp.cli import context
from leedshelp.model.errors import LAST_RESORT
from tests.conftest import ROOT, Run, time_zones_of
from tests.posix import posix_only

NUMBERS = [number for _, number in LAST_RESORT]


def leedshelp(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, with nobody to ask."""
    return subprocess.run(
        [sys.executable, "-m", "leedshelp", *args],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("ask", "--harm", "purple"), '"purple" is not one of: yes, unsure, no, bruise'),
        (("ask", "--harm", "yess"), "Did you mean yes?"),
        (("ask", "--consent", "n"), '"n" could be not-asked or refused; write one of them.'),
        (("ask", "--consent", ""), '"" is not one of: agreed, not-asked'),
        (("ask", "--tier", "targetted"), "Did you mean targeted?"),
        (("ask", "--circumstance", "brusie"), "Did you mean bruise?"),
        (
            ("ask", "--harm", "yes", "--at", "tomorrow"),
            '"tomorrow" is not a moment; write a time, like 22:00',
        ),
        (("ask", "--harm", "yes", "--at", "x" * 100_000), "is not a moment; write a time"),
        (("ask", "--harm", "yes", "--sheet", "x.pdf"), '"x.pdf" does not say what to write'),
        (("ask", "--harm", "yes", "--force"), "there is no sheet to write"),
        (("ask", "--harm", "yes", "--plain", "--json"), "choose one of them."),
        (("ask", "--harm"), "Option '--harm' requires an argument."),
        (("ask", "--hram", "yes"), "No such option: --hram"),
        (("contacts", "--tier", "uni versal"), '"uni versal" is not one of: universal'),
        (("contacts", "x" * 201), "use fewer than 200 characters"),
        (("tiers", "universl"), "Did you mean universal?"),
        (("tiers", "universal", "specialist"), "Got unexpected extra argument"),
        (("guide", "consnt"), '"consnt" is not one of: conversations'),
        (("sheet", "x.docx"), '"x.docx" does not say what to write'),
        (("sheet", "--force"), "there is no file that it could replace"),
        (("check", "--max-age", "old"), '"old" is not an age'),
        (("chekc",), "No such command 'chekc'"),
        (("--own", "file"), "No such option: --own"),
    ],
)
def test_a_command_line_that_is_wrong_is_told_with_the_numbers(
    run: Run, args: tuple[str, ...], said: str
) -> None:
    """Exit 2; what is wrong comes first, and everything on stderr."""
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert all(f"\n{number}: " in ran.err.split(said)[1] for number in NUMBERS)


@pytest.mark.parametrize(
    "args", [("--\x1b[2J",), ("tiers", "universal", "\x1b]0;x\x07"), ("\x9b2J",), ("ask", "--at", "\x1b[H")]
)
def test_nothing_on_a_command_line_acts_on_a_terminal(run: Run, args: tuple[str, ...]) -> None:
    """Whatever Typer quotes of it."""
    ran = run(*args)
    assert ran.code == 2
    assert all(character.isprintable() for character in ran.err.replace("\n", ""))


def test_a_wrong_command_line_and_broken_data_leave_the_last_resort(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The data is needed only to tell which number answers now."""
    monkeypatch.setenv("LEEDSHELP_DATA", str(tmp_path))
    ran = run("tiers", "--hram")
    assert ran.code == 2
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (("--harm", "Y"), ("--harm", "yes")),
        (("--harm", "YES"), ("--harm", "yes")),
        (("--harm", "2"), ("--harm", "unsure")),
        (("--harm", "Unsure."), ("--harm", "unsure")),
        (("--harm", "bruise"), ("--circumstance", "bruise")),
        (("--circumstance", "outside"), ("--circumstance", "outside-leeds")),
        (("--circumstance", "Allegation about an adult"), ("--circumstance", "allegation")),
        (
            ("--consent", "no", "--harm", "no", "--tier", "Targeted"),
            ("--consent", "refused", "--harm", "no", "--tier", "targeted"),
        ),
        (
            ("--consent", "yes", "--harm", "N", "--tier", "3"),
            ("--consent", "agreed", "--harm", "no", "--tier", "specialist"),
        ),
        (("--consent", "It is not safe", "--harm", "3", "--tier", "help me choose"), None),
        (
            ("--consent", "4", "--harm", "3", "--tier", "4"),
            ("--consent", "unsafe", "--harm", "no", "--tier", "unsure"),
        ),
    ],
)
def test_an_option_takes_what_the_question_takes(
    run: Run, given: tuple[str, ...], meant: tuple[str, ...] | None
) -> None:
    """A word in any case, its beginning, the number or the words of an answer; and nothing else."""
    at = ("--at", "2026-11-24T11:00")
    if meant is None:
        assert run("ask", *given, *at).code == 2
    else:
        assert run("ask", *given, *at) == run("ask", *meant, *at)


@pytest.mark.parametrize("tier", ["Universal", "UNIVERSAL", "u", "1", "Universal Services"])
def test_a_tier_is_named_in_any_way(run: Run, tier: str) -> None:
    """As the first of three, too."""
    assert run("tiers", tier) == run("tiers", "universal")
    assert run("contacts", "--tier", tier) == run("contacts", "--tier", "universal")


@pytest.mark.parametrize("at", ["27/11/2026 22:00", "27/11/2026 10pm", "2026-11-27 22:00"])
def test_a_moment_is_named_in_any_way(run: Run, at: str) -> None:
    """And the command that repeats the advice names it in one."""
    assert run("ask", "--harm", "yes", "--at", at) == run("ask", "--harm", "yes", "--at", "2026-11-27T22:00")


ZONES = {
    "empty": b"",
    "no zone": b"no time zone\n" * 20,
    "cut short": b"TZif2" + b"\0" * 39,
    "broken off": (b"TZif2" + b"\0" * 15 + b"\0\0\0\xff" * 6)[:50],
}


@pytest.fixture(params=[*ZONES, "another place"])
def damaged_zone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """A machine whose file of London's time zone is damaged, or that of another place."""
    folder = tmp_path / "Europe"
    folder.mkdir()
    if request.param == "another place":
        tzdata = pytest.importorskip("tzdata", reason="a zone of elsewhere is needed")
        shutil.copy(Path(tzdata.__file__).parent / "zoneinfo" / "America" / "New_York", folder / "London")
    else:
        (folder / "London").write_bytes(ZONES[request.param])
    with time_zones_of(tmp_path):
        yield


@pytest.mark.usefixtures("damaged_zone")
@pytest.mark.parametrize("args", [("ask", "--harm", "yes"), (), ("ask", "--no-input"), ("sheet",)])
def test_a_damaged_time_zone_gives_both_teams_and_says_why(run: Run, args: tuple[str, ...]) -> None:
    """Nobody is told that a team answers now, or that it does not."""
    ran = run(*args)
    shown = " ".join((ran.out + ran.err).split())
    assert ran.code == (4 if "--no-input" in args else 0)
    assert all(number in shown for number in NUMBERS)
    assert "The time zones on this computer are damaged" in shown
    assert "Answers now" not in shown
    assert "Closed now" not in shown


@pytest.mark.usefixtures("damaged_zone")
@pytest.mark.parametrize(
    "args", [("check",), ("ask", "--harm", "no", "--consent", "yes", "--tier", "1", "--json")]
)
def test_a_damaged_time_zone_breaks_nothing_else(run: Run, args: tuple[str, ...]) -> None:
    """No fault, whatever is asked."""
    ran = run(*args)
    assert "fault" not in ran.err
    assert ran.out


@posix_only
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGQUIT"])
def test_whoever_is_stopped_while_asked_has_the_numbers_last(name: str) -> None:
    """Ctrl-C, a request to end, and Ctrl-backslash: exit 130."""
    with subprocess.Popen(
        [sys.executable, "-m", "leedshelp", "ask"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=_with_its_own_signals,
    ) as process:
        assert process.stdin
        assert process.stderr
        shown = ""
        while "4. It is not safe" not in shown:
            shown += process.stderr.readline()
        process.send_signal(getattr(signal, name))
        rest = process.stderr.read()
        assert process.wait(timeout=20) == 130
    assert all(f"{number}: " in shown + rest for number in NUMBERS)
    assert "Traceback" not in rest


def _with_its_own_signals() -> None:
    """Take the signals as a program at a keyboard does, however the tests were started."""
    for name in ("SIGINT", "SIGTERM", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


# A signal as soon as a module is looked for, so that it comes while the modules before it are loaded.
INTERRUPTED = """
import os, signal, sys
class Press:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.{name})
sys.argv = ["leedshelp", "ask", "--harm", "yes"]
from leedshelp.__main__ import run
sys.meta_path.insert(0, Press())
run()
"""


@posix_only
@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("SIGINT", "leedshelp.terminal"),
        *((name, "leedshelp.cli") for name in ("SIGINT", "SIGTERM", "SIGQUIT")),
        *(("SIGINT", module) for module in ("typer", "typing", "leedshelp.model.directory")),
        *(("SIGTERM", module) for module in ("leedshelp.loading", "yaml")),
        *(("SIGQUIT", module) for module in ("zoneinfo", "leedshelp.faces.plain")),
    ],
)
def test_whoever_is_stopped_in_the_first_moments_has_the_numbers(name: str, module: str) -> None:
    """Whatever is being imported; what comes before is Python's own start."""
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(name=name, module=module)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=_with_its_own_signals,
    )
    assert ran.returncode == 130
    assert "Traceback" not in ran.stderr
    assert all(f"{number}: " in ran.stderr for number in NUMBERS)


@pytest.mark.parametrize("value", ["1", "true"])
def test_a_fault_leaves_a_trace_only_where_that_is_wanted(
    run: Run, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """For those who mend it; never for a worried person."""

    def fails(*_: object) -> None:
        raise RuntimeError("a fault of our own\x1b[31m")

    monkeypatch.setattr(context, "directory", fails)
    usual = run("tiers")
    assert usual.code == 1
    assert "Traceback" not in usual.err
    assert "a fault of our own" in usual.err
    for off in ("0", "", "no"):
        monkeypatch.setenv("LEEDSHELP_TRACEBACK", off)
        assert run("tiers") == usual
    monkeypatch.setenv("LEEDSHELP_TRACEBACK", value)
    traced = run("tiers")
    assert traced.err.startswith(usual.err)
    assert "Traceback (most recent call last):" in traced.err
    assert "\x1b" not in traced.err
    assert all(f"{number}: " in usual.err for number in NUMBERS)


@pytest.mark.parametrize(
    "args", [["x" * 100_000], ["ask", "--" + "x" * 100_000], ["ask", "--harm", "x" * 100_000]]
)
def test_a_mistake_is_told_in_short(run: Run, args: list[str]) -> None:
    """Else the numbers are pushed off the screen."""
    ran = run(*args)
    assert ran.code == 2
    assert len(ran.err) < 2000
    assert all(f"{number}: " in ran.err for number in NUMBERS)


HELP = """
import sys
from leedshelp import cli
for command in ("", "ask", "contacts", "tiers", "sheet", "guide", "check"):
    sys.argv = ["leedshelp", *command.split(), "--help"]
    cli.main()
"""


def test_help_is_whole_where_python_leaves_docstrings_out() -> None:
    """The summary, the examples and the options of every command."""

    def shown(*options: str) -> str:
        return subprocess.run(
            [sys.executable, *options, "-c", HELP], capture_output=True, text=True, check=True
        ).stdout

    usual = shown()
    assert shown("-OO") == usual
    assert usual.count("Examples:\n") == 7


@posix_only
def test_completion_that_cannot_be_installed_is_told_by_its_name(tmp_path: Path) -> None:
    """With the file, the reason and another way; the home folder is a file here."""
    home = tmp_path / "home"
    home.touch()
    ran = leedshelp("--install-completion", "bash", HOME=str(home))
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"Completion is not switched on: {home}")
    assert "leedshelp --show-completion" in ran.stderr
    assert "The result" not in ran.stderr
    assert all(f"{number}: " in ran.stderr for number in NUMBERS)


def test_no_text_that_people_read_is_a_docstring() -> None:
    """Python leaves them out where it is told to."""
    for path in (ROOT / "src").rglob("*.py"):
        assert "__doc__" not in path.read_text(encoding="utf-8")
