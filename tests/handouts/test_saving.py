"""The call sheet as people get it: by `ask --sheet`, by `make`, and by the offer after an advice."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from leedshelp.handouts.saving import save
from leedshelp.handouts.sheet import text
from leedshelp.model.errors import NotSavedError, ReaderGoneError
from leedshelp.terminal.streams import Terminal
from tests.conftest import MOMENTS, ROOT, Make, Run
from tests.posix import posix_only

AT = "2026-11-24T11:00"
CALL = ("ask", "--harm", "yes", "--at", AT, "--sheet")
BLANK = ("make", "sheet", "--at", AT)
TAKEN = "sheet.txt is there already and is left as it is. Name another, or add --force."
NUMBERS = ("999", "0113 376 0336", "0113 535 0600")
USUAL = "leedshelp-sheet-2026-11-24-1100.html"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def held(folder: Path) -> dict[str, str]:
    """What is in a folder."""
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


@pytest.mark.parametrize("name", ["sheet.html", "sheet.txt", "SHEET.TXT"])
def test_ask_writes_the_sheet_of_its_advice(run: Run, here: Path, name: str) -> None:
    """Beside the advice, which is shown as ever; it is for its owner only."""
    usual = run(*CALL[:-1])
    ran = run(*CALL, name)
    assert (ran.code, ran.out, ran.err) == (0, usual.out, f"Sheet: {name}\n")
    (written,) = held(here).values()
    assert "You MUST ring the Duty and Advice Team now." in written
    assert all(number in written for number in NUMBERS)
    assert "Wednesday 25 November 2026" in written
    assert os.name == "nt" or (here / name).stat().st_mode & 0o777 == 0o600


def test_a_blank_sheet_is_written(run: Run, here: Path, make: Make) -> None:
    """Without any question."""
    ran = run(*BLANK, "sheet.txt")
    assert (ran.code, ran.out, ran.err) == (0, "", "Sheet: sheet.txt\n")
    assert held(here) == {"sheet.txt": text(make(MOMENTS["office hours"].at))}


def test_a_sheet_is_written_though_nobody_reads_the_advice(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise ReaderGoneError

    monkeypatch.setattr(Terminal, "result", gone)
    assert run(*CALL, "sheet.txt").code == 0
    assert "You MUST ring" in held(here)["sheet.txt"]


def test_an_advice_that_needs_no_question_comes_before_any_fault_of_the_sheet(run: Run, here: Path) -> None:
    """Nobody who fears harm waits for it."""
    (here / "sheet.txt").write_text("precious")
    ran = run(*CALL, "sheet.txt")
    assert ran.code == 1
    assert "\nYou MUST ring" in ran.out
    assert ran.err.startswith(f"{TAKEN}\n\n999: ")
    assert held(here) == {"sheet.txt": "precious"}


@pytest.mark.parametrize("args", [("ask", "--sheet"), ("make", "sheet")])
def test_a_file_that_is_there_is_left_as_it_is(run: Run, here: Path, args: tuple[str, ...]) -> None:
    """Nobody answers in vain, and nobody leaves without the numbers."""
    (here / "sheet.txt").write_text("precious")
    ran = run(*args, "sheet.txt", typed="1\n1\n", tty=True, columns=100)
    assert ran.code == 1
    assert ran.err.startswith(f"{TAKEN}\n")
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)
    assert "Question" not in ran.err
    assert held(here) == {"sheet.txt": "precious"}


@posix_only
@pytest.mark.parametrize("args", [("ask", "--sheet"), ("make", "sheet")])
def test_a_link_to_nowhere_is_there_already(run: Run, here: Path, args: tuple[str, ...]) -> None:
    (here / "sheet.txt").symlink_to(here / "elsewhere.txt")
    ran = run(*args, "sheet.txt", typed="1\n1\n", tty=True)
    assert ran.code == 1
    assert "Question" not in ran.err
    assert not (here / "elsewhere.txt").exists()


@pytest.mark.parametrize("args", [CALL, BLANK])
def test_force_replaces_what_is_there_and_needs_nothing_there(
    run: Run, here: Path, args: tuple[str, ...]
) -> None:
    (here / "sheet.txt").write_text("old")
    for _ in range(2):
        assert run(*args, "sheet.txt", "--force").code == 0
        assert "0113 376 0336" in held(here)["sheet.txt"]
        (here / "sheet.txt").unlink()
    assert held(here) == {}


@pytest.mark.parametrize("args", [CALL, BLANK])
def test_where_it_cannot_be_written_one_line_says_why(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    """The advice is shown all the same, and no part of a sheet is there."""

    def fails(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    ran = run(*args, "sheet.txt")
    assert ran.code == 1
    assert ran.err.startswith("sheet.txt cannot be written: No space left on device. Name another.\n\n999: ")
    assert ("Ring: 0113 376 0336" in ran.out) is (args is CALL)
    assert held(here) == {}


def test_a_name_that_no_system_takes_is_told() -> None:
    with pytest.raises(NotSavedError, match=r"cannot be written: .*embedded null"):
        save("Text", Path("a\0b.txt"))


def test_a_changed_answer_changes_the_sheet(run: Run, here: Path) -> None:
    """The one written for the first advice is out of date by then."""
    typed = "1\n3\n2\nc\n2\n1\nq\n"
    ran = run("ask", "--at", AT, "--sheet", "sheet.txt", typed=typed, tty=True)
    assert ran.code == 0
    assert ran.err.count("Sheet: sheet.txt") == 2
    assert "You MUST ring" in held(here)["sheet.txt"]


def offered(run: Run, *typed: str) -> str:
    """What is said to somebody who types these lines after an advice, on one line."""
    lines = "".join(f"{line}\n" for line in ("1", "1", *typed))
    ran = run("ask", "--at", AT, typed=lines, tty=True, columns=250)
    assert ran.code == 0
    return " ".join(ran.err.split("s sheet", 1)[1].split())


def test_enter_alone_takes_the_name_that_is_shown(run: Run, here: Path) -> None:
    told = offered(run, "s", "", "q")
    assert f"Enter alone: {USUAL}." in told
    assert "Do not put the child's name in it." in told
    assert f"Sheet: {here / USUAL}" in told
    assert "You MUST ring" in held(here)[USUAL]


def test_another_name_is_asked_for_until_one_is_good(run: Run, here: Path) -> None:
    """One that is there already is left as it is; a name for no kind of sheet, and a missing folder."""
    (here / USUAL).write_text("precious")
    told = offered(run, "s", "", "sheet.doc", "nowhere/a.txt", "a.txt", "q")
    assert f"{USUAL} is there already and is left as it is. Name another. Name of the file" in told
    assert '"sheet.doc" does not say what to write' in told
    assert "nowhere/a.txt cannot be written: No such file or directory. Name another." in told
    assert f"Sheet: {here / 'a.txt'}" in told
    assert held(here)[USUAL] == "precious"
    assert held(here).keys() == {USUAL, "a.txt"}


@pytest.mark.parametrize(
    "typed", [("s", "q", "q"), ("s", "QUIT", "q"), ("s", *["x"] * 5, "late.txt", "q"), ("s",)]
)
def test_no_sheet_is_written_where_none_is_wanted(run: Run, here: Path, typed: tuple[str, ...]) -> None:
    """By q, by too many names that cannot be, by the end of input."""
    told = offered(run, *typed)
    assert "No sheet is written." in told
    assert told.count("does not say what to write") == typed.count("x")
    assert held(here) == {}


def test_a_name_may_start_from_home(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell would have it."""
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    assert f"Sheet: {here / 'a.txt'}" in offered(run, "s", "~/a.txt", "q")


def test_broken_words_stop_the_sheet_only(run: Run, here: Path) -> None:
    """Where one is named, before anybody is asked; else the advice is there."""
    shutil.copytree(ROOT / "data", here / "data")
    (here / "data" / "sheet.yaml").write_text("labels: []\n")
    problem = "sheet.yaml:1:9: labels: is empty; write"
    ran = run("ask", "--data", "data", "--sheet", "sheet.txt", typed="1\n1\nq\n", tty=True)
    assert ran.code == 1
    assert problem in ran.err
    assert "Question" not in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    ran = run("ask", "--data", "data", "--at", AT, typed="1\n1\ns\nq\n", tty=True)
    assert ran.code == 0
    assert problem in ran.err
    assert "No sheet is written." in ran.err
