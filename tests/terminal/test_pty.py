"""Real pseudo-terminals, for what only they show: the keyboard, the width, the end of input."""

import json
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.person import ASK, PROMPT, Person, environment

NUMBERS = ("999: ", "0113 376 0336: ", "0113 535 0600: ")


@pytest.fixture
def person() -> Iterator[Person]:
    """A person at a terminal who is asked, at the time of the README's example."""
    somebody = Person(f"{ASK} --at 2026-11-24T11:00")
    yield somebody
    somebody.process.close(force=True)


def test_from_the_first_question_to_advice_back_and_finish(person: Person) -> None:
    """Answering, going back, changing consent after the advice, and finishing."""
    before = person.reads("Question 1 of 3")
    assert all(number in before for number in NUMBERS)
    person.types("1", "b", "k", "no", "targeted")
    assert "0113 247 6830" in person.reads("q finish.")
    person.types("c", "1", "refused")
    assert "Early help is voluntary" in " ".join(person.reads("q finish.").split())
    person.types("q")
    assert person.leaves()[1] == 0


def test_a_paste_answers_only_the_question_it_was_pasted_at(person: Person) -> None:
    """The lines that wait are thrown away before the next question."""
    person.types("1\n1\n1")
    person.reads("Question 2 of 3")
    person.types("3")
    person.reads("Question 3 of 3")


def test_enter_pressed_in_impatience_before_the_first_question_answers_nothing(person: Person) -> None:
    person.process.send("\n\n\n")
    person.reads("Question 1 of 3")
    person.types("1")
    assert "Nothing was typed." not in person.reads("Question 2 of 3")


@pytest.mark.parametrize(
    ("answered", "key", "code"),
    [
        (["1", "3"], "\x03", 130),
        (["1"], "\x1c", 130),
        (["1"], "\x04", 0),
        ([], "q\n", 0),
    ],
)
def test_leaving_by_any_key_leaves_the_numbers(
    person: Person, answered: list[str], key: str, code: int
) -> None:
    """By Ctrl-C, by Ctrl-backslash, by Ctrl-D or by quitting, each with its exit code."""
    person.types(*answered)
    person.presses(key)
    rest, ended = person.leaves()
    assert ended == code
    assert all(number in rest for number in NUMBERS)
    assert "Traceback" not in rest
    assert "--" not in rest


@pytest.mark.parametrize(("name", "code"), [("SIGHUP", 0), ("SIGTERM", 130)])
def test_a_hang_up_and_a_request_to_end_leave_the_numbers(person: Person, name: str, code: int) -> None:
    """Nothing is left behind waiting."""
    person.waits()
    person.process.kill(getattr(signal, name))
    rest, ended = person.leaves()
    assert ended == code
    assert all(number in rest for number in NUMBERS)
    assert "Traceback" not in rest


def test_leaving_below_an_advice_leaves_what_to_do(person: Person) -> None:
    person.types("1", "1")
    person.presses("\x03")
    rest, ended = person.leaves()
    assert ended == 130
    assert "You MUST ring the Duty and Advice Team now." in " ".join(rest.split())
    assert "0113 376 0336: Duty and Advice Team." in rest


def test_a_terminal_that_became_narrow_gets_narrow_questions_and_lines(person: Person) -> None:
    """The width and the face are looked at when something is shown, not when the questions begin."""
    person.reads(PROMPT)
    person.process.setwinsize(50, 40)
    person.process.sendline("1")
    person.reads("Question 2 of 3")
    question = re.sub("\x1b\\[[01]m", "", person.reads(PROMPT))
    assert max(map(len, question.splitlines())) <= 40
    person.process.sendline("3")
    person.types("2")
    advice = person.reads("Enter the rest")
    assert "\nNo answer? 0113 247 6830, " in advice
    assert max(map(len, advice.splitlines())) <= 40


def test_json_into_a_file_asks_at_the_terminal(tmp_path: Path) -> None:
    """The questions are on the screen, the file holds one clean document."""
    person = Person(f"{ASK} --json > {tmp_path}/advice.json", columns=40)
    before = person.reads(PROMPT)
    assert max(map(len, before.splitlines())) <= 40 + len("\x1b[1m")
    person.process.sendline("1")
    person.types("1")
    assert person.leaves()[1] == 0
    assert json.loads((tmp_path / "advice.json").read_text())["outcome"] == "call-now"


def test_json_on_the_screen_is_one_document_where_notices_go_to_a_file(tmp_path: Path) -> None:
    """A notice is never put on the screen in the place of one that nobody sees."""
    sheet, notices = tmp_path / "sheet.txt", tmp_path / "notices"
    screen, code = Person(f"{ASK} --harm yes --json --sheet {sheet} 2> {notices}").leaves()
    assert (code, notices.read_text()) == (0, f"Sheet: {sheet}\n")
    assert json.loads(screen)["outcome"] == "call-now"


@pytest.mark.parametrize("streams", ["2>&1 | cat", "2> {file}", "> {file}"])
def test_a_person_has_the_keys_wherever_the_questions_go(tmp_path: Path, streams: str) -> None:
    """Standard input is a terminal, so somebody is there: the line that names the keys, and the keys."""
    person = Person(f"{ASK} {streams.format(file=tmp_path / 'file')}")
    person.types("?")
    person.reads("h or harm: ")
    person.types("1")
    person.reads("Question 2 of 3")
    person.types("b")
    person.reads("Your answer so far: Yes, they agree")
    person.types("q")
    assert "0113 376 0336: " in person.leaves()[0]


@pytest.mark.skipif(
    not shutil.which("script"), reason="util-linux's script makes a terminal whose input has ended"
)
def test_input_that_ended_before_the_question_has_ended() -> None:
    """It is not thrown away with what was typed too early, and nothing waits for ever."""
    ran = subprocess.run(
        ["script", "-qec", ASK, "/dev/null"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=environment(),
    )
    assert ran.returncode == 0
    assert "0113 376 0336: " in ran.stdout
