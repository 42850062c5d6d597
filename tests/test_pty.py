"""Real pseudo-terminals, for what only they show: the keyboard, the width, the end of input."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import pexpect
else:
    pexpect = pytest.importorskip("pexpect", reason="Windows has no pseudo-terminals of this kind")

PROMPT = "\n> "
_UNWANTED = ("COLUMNS", "LINES", "NO_COLOR", "ACCESSIBLE", "LEEDSHELP_DATA")
NUMBERS = ("999: ", "0113 376 0336: ", "0113 535 0600: ")


def _as_at_a_keyboard() -> None:
    """Take the keyboard's signals, which a test run in the background was started without."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _environment() -> dict[str, str]:
    """What a terminal of our own would have, whatever the tests are run in."""
    own = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    return {**own, "TERM": "xterm-256color", "PYTHONWARNINGS": "error"}


def _spawned(command: str, *args: str, columns: int, folder: Path | None = None) -> "pexpect.spawn[str]":
    """A program at a terminal of a given width."""
    process: pexpect.spawn[str] = pexpect.spawn(
        command,
        list(args),
        env=_environment(),
        cwd=folder,
        dimensions=(50, columns),
        encoding="utf-8",
        timeout=20,
        preexec_fn=_as_at_a_keyboard,
    )
    return process


class Person:
    """Somebody at a terminal of a given width who runs `leedshelp ask`."""

    def __init__(self, *args: str, columns: int = 80, folder: Path | None = None) -> None:
        self.process = _spawned(sys.executable, "-m", "leedshelp", *args, columns=columns, folder=folder)
        self.process.delaybeforesend = None

    def reads(self, text: str) -> str:
        """Wait until some text is on the screen; what was shown before it."""
        self.process.expect_exact(text)
        return str(self.process.before).replace("\r\n", "\n")

    def types(self, line: str) -> None:
        """Type a line and Enter."""
        self.process.sendline(line)

    def leaves(self) -> tuple[str, int]:
        """The rest of what is shown, and the exit code."""
        self.process.expect(pexpect.EOF)
        rest = str(self.process.before).replace("\r\n", "\n")
        self.process.close()
        return rest, self.process.exitstatus if self.process.exitstatus is not None else -1


@pytest.fixture
def person(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Person]:
    """A person at a terminal in an empty folder, asked for the time of the README's example."""
    somebody = Person("ask", "--at", "2026-11-24T11:00", folder=tmp_path, **getattr(request, "param", {}))
    yield somebody
    somebody.process.close(force=True)


@pytest.mark.parametrize("person", [{"columns": 40}, {"columns": 120}], indirect=True)
def test_from_the_first_question_to_advice_back_and_finish(person: Person) -> None:
    """Answering, going back, changing consent after the advice, and finishing."""
    before = person.reads("Question 1 of 3")
    assert all(number in before for number in NUMBERS)
    for line in ("1", "b", "k", "no", "targeted"):
        person.reads(PROMPT)
        person.types(line)
    advice = person.reads("Finish: q.")
    assert "0113 247 6830" in advice
    for line in ("c", "1", "refused"):
        person.reads(PROMPT)
        person.types(line)
    assert "Early help is voluntary" in " ".join(person.reads("Finish: q.").split())
    person.types("q")
    assert person.leaves()[1] == 0


@pytest.mark.parametrize("person", [{"columns": 40}], indirect=True)
def test_after_the_advice_a_sheet_is_written(person: Person, tmp_path: Path) -> None:
    """By its key; a name that cannot be is told, and Enter takes the one that is shown."""
    for line in ("1", "1"):
        person.reads(PROMPT)
        person.types(line)
    person.reads("Call sheet: s.")
    for line in ("s", "sheet.doc"):
        person.reads(PROMPT)
        person.types(line)
    person.reads("end its name with")
    person.reads(PROMPT)
    person.types("")
    person.reads("Sheet:")
    after = person.reads("Finish: q.")
    assert all(number in after for number in NUMBERS)
    person.types("q")
    assert person.leaves()[1] == 0
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text(encoding="utf-8").endswith("</html>\n")


def test_a_paste_answers_only_the_question_it_was_pasted_at(person: Person) -> None:
    """The lines that wait are thrown away before the next question."""
    person.reads(PROMPT)
    person.process.send("1\n1\n1\n")
    person.reads("Question 2 of 3")
    person.reads(PROMPT)
    person.types("3")
    person.reads("Question 3 of 3")


def test_enter_pressed_in_impatience_answers_nothing(person: Person) -> None:
    """Before the first question is even there."""
    person.process.send("\n\n\n")
    person.reads("Question 1 of 3")
    assert "is not one of the answers" not in person.reads(PROMPT)


@pytest.mark.parametrize("answered", [[], ["1"], ["1", "3"]])
@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 4), ("q\n", 0)])
def test_leaving_at_any_question_leaves_the_numbers(
    person: Person, answered: list[str], key: str, code: int
) -> None:
    """By Ctrl-C, by Ctrl-D or by quitting, each with its exit code."""
    for line in answered:
        person.reads(PROMPT)
        person.types(line)
    person.reads(PROMPT)
    person.process.send(key)
    rest, ended = person.leaves()
    assert ended == code
    assert all(number in rest for number in NUMBERS)
    assert "Traceback" not in rest


def test_ctrl_c_after_the_advice_exits_130_too(person: Person) -> None:
    """The advice is still on the screen."""
    for line in ("1", "1"):
        person.reads(PROMPT)
        person.types(line)
    person.reads("Finish: q.")
    person.reads(PROMPT)
    person.process.send("\x03")
    assert person.leaves()[1] == 130


def test_a_terminal_that_changes_its_width_between_questions(person: Person) -> None:
    """The next question is wrapped to the new width."""
    person.reads(PROMPT)
    person.process.setwinsize(50, 30)
    person.types("1")
    person.reads("Question 2 of 3")
    shown = re.sub("\x1b\\[[01]m", "", person.reads(PROMPT))
    assert max(map(len, shown.splitlines())) <= 30


def test_json_into_a_file_asks_at_the_terminal(tmp_path: Path) -> None:
    """The questions are on the screen, the file holds one clean document."""
    command = f"{shlex.join([sys.executable, '-m', 'leedshelp'])} ask --json > {tmp_path}/advice.json"
    asked = _spawned("bash", "-c", command, columns=40)
    for line in ("1", "1"):
        asked.expect_exact("\n> ")
        assert max(map(len, str(asked.before).splitlines())) <= 40 + len("\x1b[1m")
        asked.sendline(line)
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0
    assert json.loads((tmp_path / "advice.json").read_text())["outcome"] == "call-now"


def test_a_terminal_that_hangs_up_ends_the_run(person: Person) -> None:
    """Nothing is left behind waiting."""
    person.reads(PROMPT)
    person.process.kill(signal.SIGHUP)
    rest, code = person.leaves()
    assert code == 4
    assert all(number in rest for number in NUMBERS)


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 80, 250])
def test_every_number_is_whole_at_a_real_width(columns: int) -> None:
    """Without `COLUMNS`, by the terminal's own word."""
    somebody = Person("contacts", columns=columns)
    shown, code = somebody.leaves()
    assert code == 0
    for number in ("0113 376 0336", "0113 535 0600", "0113 240 9536", "0800 731 0640"):
        assert any(number in line for line in shown.splitlines())


def test_a_terminal_that_became_narrow_gets_lines_for_its_advice(person: Person) -> None:
    """The face is chosen when the advice is shown, not when the questions begin."""
    for line in ("1", "3"):
        person.reads(PROMPT)
        person.types(line)
    person.reads(PROMPT)
    person.process.setwinsize(50, 40)
    person.types("2")
    advice = person.reads("Finish: q.")
    assert "Ring first: 0113 247 6830" in advice
    assert "\N{BOX DRAWINGS LIGHT VERTICAL}" not in advice


@pytest.mark.parametrize("key", ["\x1b[3~", "\x1b[A"])
def test_a_key_that_is_no_letter_answers_nothing(person: Person, key: str) -> None:
    """Delete or an arrow, and Enter."""
    person.reads(PROMPT)
    person.types(key)
    assert "is not one of the answers." in person.reads("Question 1 of 3")


@pytest.mark.parametrize(
    "streams",
    ["2>&1 | cat", "2> {file}", "> {file}"],
)
def test_a_person_has_the_keys_wherever_the_questions_go(tmp_path: Path, streams: str) -> None:
    """Standard input is a terminal, so somebody is there: the line that names the keys, and the keys."""
    command = f"{shlex.quote(sys.executable)} -m leedshelp ask {streams.format(file=tmp_path / 'file')}"
    shell = _spawned("bash", "-c", command, columns=80)
    shell.expect_exact(PROMPT.strip())
    shell.sendline("?")
    shell.expect_exact("b or back: ")
    shell.sendline("1")
    shell.expect_exact("Question 2 of 3")
    shell.sendline("b")
    shell.expect_exact("Your answer so far: Yes, they agree")
    shell.sendline("q")
    shell.expect(pexpect.EOF)
    assert "0113 376 0336: " in str(shell.before)
    shell.close()


@pytest.mark.skipif(
    not shutil.which("script"), reason="util-linux's script makes a terminal whose input has ended"
)
def test_input_that_ended_before_the_question_has_ended() -> None:
    """It is not thrown away with what was typed too early, and nothing waits for ever."""
    command = f"{shlex.quote(sys.executable)} -m leedshelp ask"
    ran = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=_environment(),
    )
    assert ran.returncode == 4
    assert "0113 376 0336: " in ran.stdout
