"""Real processes: streams that are closed, full or gone, other environments, and requests to end."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leedshelp.model.errors import LAST_RESORT
from tests.conftest import ROOT
from tests.posix import posix_only

pytestmark = [
    posix_only,
    pytest.mark.skipif(not shutil.which("bash"), reason="these tests set streams up with bash"),
]
LEEDSHELP = shlex.join([sys.executable, "-m", "leedshelp"])
ADVICE = "leedshelp ask --harm yes --at 2026-11-24T11:00"
NUMBERS = [number for _, number in LAST_RESORT]


def ended(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process that has ended, which took the signals as at a keyboard, however the tests were started."""
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=with_its_own_signals,
    )


def with_its_own_signals() -> None:
    """Take the signals as a program at a keyboard does."""
    for name in ("SIGINT", "SIGTERM", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def bash(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `leedshelp` is the program under test."""
    return ended("bash", "-c", f'leedshelp() {{ {LEEDSHELP} "$@"; }}; {command}', **environment)


def test_a_reader_that_stops_early_is_no_error() -> None:
    ran = bash("leedshelp contacts | head -n 1; echo ${PIPESTATUS[0]}")
    assert ran.stdout.startswith("999: Emergency services. ")
    assert ran.stdout.endswith("\n0\n")
    assert ran.stderr == ""


@pytest.mark.parametrize("command", ["contacts", "ask --harm yes", "", "--version", "--help"])
@pytest.mark.parametrize(
    ("stdout", "told"),
    [
        ("> /dev/full", "The result cannot be written: No space left on device. Send it somewhere else."),
        (">&-", "The result has nowhere to go: standard output is closed."),
    ],
)
def test_a_result_that_cannot_be_written_is_told_with_the_numbers(
    command: str, stdout: str, told: str
) -> None:
    """Exit 1, on a full disk and with stdout closed."""
    ran = bash(f"leedshelp {command} {stdout}")
    assert ran.returncode == 1
    assert ran.stderr.startswith(told)
    assert all(f"\n{number}: " in ran.stderr for number in NUMBERS)


def test_a_closed_stderr_does_not_stop_the_result() -> None:
    """Nor do notices go where the result belongs."""
    ran = bash("leedshelp ask --harm yes 2>&-")
    assert ran.returncode == 0
    assert "\nRing: " in ran.stdout
    assert bash("leedshelp ask 2>&-").stdout == ""


@pytest.mark.parametrize("stdin", ["<&-", "< /dev/null"])
def test_with_nobody_to_ask_the_numbers_are_given(stdin: str) -> None:
    """Closed or empty: exit 4."""
    ran = bash(f"leedshelp ask {stdin}")
    assert (ran.returncode, ran.stdout) == (4, "")
    assert all(f"{number}: " in ran.stderr for number in NUMBERS)
    assert "Give --consent, --harm, --tier; --harm yes or unsure, or --concern, is enough." in ran.stderr


def test_every_environment_gives_the_same_piped_advice() -> None:
    """What is piped has no width and no colour; a title may have a dash, which ASCII has no sign for."""
    usual = bash(ADVICE)
    in_ascii = usual.stdout.replace("\N{EN DASH}", "-")
    danger, headline, *_ = usual.stdout.splitlines()
    assert danger == "In danger this minute: ring 999."
    assert headline == "You MUST ring the Duty and Advice Team now."
    in_ascii = usual.stdout.replace("\N{EN DASH}", "-")
    for environment in (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C"},
        *({"PYTHONIOENCODING": encoding} for encoding in ("ascii", "latin-1")),
        *({"COLUMNS": columns} for columns in ("0", "1", "many")),
        {"FORCE_COLOR": "1", "COLORTERM": "truecolor"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"TERM": "dumb"},
        {"PYTHONWARNINGS": "error"},
    ):
        ran = bash(ADVICE, **environment)
        assert (ran.returncode, ran.stderr) == (0, ""), environment
        assert ran.stdout in (usual.stdout, in_ascii), environment


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
    ran = ended(sys.executable, "-c", INTERRUPTED.format(name=name, module=module))
    assert ran.returncode == 130
    assert "Traceback" not in ran.stderr
    assert all(f"{number}: " in ran.stderr for number in NUMBERS)


def test_completion_that_cannot_be_installed_is_told_by_its_name(tmp_path: Path) -> None:
    """With the file, the reason and another way; the home folder is a file here."""
    home = tmp_path / "home"
    home.touch()
    ran = bash("leedshelp --install-completion bash; exit $?", HOME=str(home))
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"Completion is not switched on: {home}")
    assert "leedshelp --show-completion" in ran.stderr
    assert "The result" not in ran.stderr
    assert all(f"{number}: " in ran.stderr for number in NUMBERS)


HELP = """
import sys
from leedshelp import cli
for command in ("", "ask", "contacts", "tiers", "make", "make sheet", "guide", "check"):
    sys.argv = ["leedshelp", *command.split(), "--help"]
    cli.main()
"""


def test_help_is_whole_where_python_leaves_docstrings_out() -> None:
    """The summary, the examples and the options of every command; and nothing else is a docstring either."""
    usual = ended(sys.executable, "-c", HELP).stdout
    assert ended(sys.executable, "-OO", "-c", HELP).stdout == usual
    assert usual.count("Examples:\n") == 8
    assert not any("__doc__" in path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
