"""Real processes with streams that are closed, full, gone or of another encoding."""

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from leedshelp.model.errors import LAST_RESORT
from tests.posix import posix_only

pytestmark = [
    posix_only,
    pytest.mark.skipif(not shutil.which("bash"), reason="these tests set streams up with bash"),
]

LEEDSHELP = shlex.join([sys.executable, "-m", "leedshelp"])
ADVICE = "leedshelp ask --harm yes --at 2026-11-24T11:00"
NUMBERS = ("999: ", "0113 376 0336: ", "0113 535 0600: ")


def bash(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `leedshelp` is the program under test."""
    script = f'leedshelp() {{ {LEEDSHELP} "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def usual() -> str:
    """An advice as the environment of the tests has it."""
    return bash(ADVICE).stdout


def test_a_reader_that_stops_early_is_no_error() -> None:
    """Quiet, and exit 0."""
    ran = bash("leedshelp contacts | head -n 1; echo ${PIPESTATUS[0]}")
    assert ran.stdout == "Emergency services\n0\n"
    assert ran.stderr == ""


@pytest.mark.parametrize("command", ["contacts", "ask --harm yes", "", "--version", "--help"])
def test_a_full_disk_is_told_with_the_numbers(command: str) -> None:
    """Exit 1, and no result that looks whole."""
    ran = bash(f"leedshelp {command} > /dev/full")
    assert ran.returncode == 1
    assert ran.stderr.startswith(
        "The result cannot be written: No space left on device. Send it somewhere else."
    )
    assert all(f"\n{number}: " in ran.stderr for _, number in LAST_RESORT)


@pytest.mark.parametrize("command", ["contacts", "ask --harm yes", "", "--version", "--help"])
def test_a_closed_stdout_is_told_with_the_numbers(command: str) -> None:
    """Exit 1."""
    ran = bash(f"leedshelp {command} >&-")
    assert ran.returncode == 1
    assert ran.stderr.startswith("The result has nowhere to go: standard output is closed.")
    assert all(f"\n{number}: " in ran.stderr for _, number in LAST_RESORT)


def test_a_closed_stderr_does_not_stop_the_result() -> None:
    """Nor do notices go where the result belongs."""
    ran = bash("leedshelp ask --harm yes 2>&-")
    assert ran.returncode == 0
    assert "Ring first: " in ran.stdout
    assert bash("leedshelp ask 2>&-").stdout == ""


@pytest.mark.parametrize("stdin", ["<&-", "< /dev/null", "--no-input"])
def test_with_nobody_to_ask_the_numbers_are_given(stdin: str) -> None:
    """Closed, empty or not to be read: exit 4."""
    ran = bash(f"leedshelp ask {stdin}")
    assert (ran.returncode, ran.stdout) == (4, "")
    assert all(number in ran.stderr for number in NUMBERS)
    assert "Give --consent, --harm, --tier; --harm yes or unsure, or --circumstance, is enough." in ran.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"COLUMNS": "0"},
        {"FORCE_COLOR": "1", "COLORTERM": "truecolor"},
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"COLUMNS": "1"},
        {"COLUMNS": "many"},
        {"TERM": "dumb"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"PYTHONWARNINGS": "error"},
    ],
    ids=str,
)
def test_every_environment_gives_the_same_piped_advice(environment: dict[str, str], usual: str) -> None:
    """What is piped has no width and no colour, and our words are in ASCII."""
    ran = bash(ADVICE, **environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == usual


def test_a_pipe_answers_line_by_line() -> None:
    """As the README says."""
    ran = bash("printf '1\\n3\\n2\\n' | leedshelp ask --json")
    assert ran.returncode == 0
    assert '"tier": "targeted"' in ran.stdout
