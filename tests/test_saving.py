"""The call sheet as people get it: by `ask --sheet`, by `sheet`, and by the offer after an advice."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leedshelp.handouts.saving import save
from leedshelp.handouts.text import text
from leedshelp.model.errors import NotSavedError, ReaderGoneError
from leedshelp.terminal.streams import Terminal
from tests.conftest import MOMENTS, ROOT, Make, Run
from tests.posix import posix_only

AT = "2026-11-24T11:00"
CALL = ("ask", "--harm", "yes", "--at", AT)
TAKEN = "sheet.txt is there already and is left as it is. Name another file, or add --force."
NUMBERS = ("999", "0113 376 0336", "0113 535 0600")
USUAL = "leedshelp-sheet-2026-11-24-1100.html"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["sheet.html", "sheet.txt", "SHEET.TXT"])
def test_ask_writes_the_sheet_of_its_advice(run: Run, here: Path, name: str) -> None:
    """Beside the advice, which is shown as ever; it is for its owner only."""
    usual = run(*CALL)
    ran = run(*CALL, "--sheet", name)
    assert (ran.code, ran.out, ran.err) == (0, usual.out, f"Sheet: {name}\n")
    (file,) = here.iterdir()
    written = file.read_text(encoding="utf-8")
    assert "You MUST ring the Duty and Advice Team now." in written
    assert all(number in written for number in NUMBERS)
    assert "Wednesday 25 November 2026" in written
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("args", [("ask", "--sheet", "sheet.pdf"), ("sheet", "sheet"), ("sheet", "-")])
def test_another_kind_of_file_is_wrong_usage(run: Run, here: Path, args: tuple[str, ...]) -> None:
    """It names the three, before anything is asked."""
    ran = run(*args, typed="1\n1\n", tty=True)
    assert ran.code == 2
    assert "end its name with .html or .txt" in " ".join(ran.err.split())
    assert "Question" not in ran.err
    assert list(here.iterdir()) == []


def test_an_advice_that_needs_no_question_comes_first(run: Run, here: Path) -> None:
    """Whatever becomes of the sheet, nobody who fears harm waits for it."""
    (here / "sheet.txt").write_text("precious")
    ran = run(*CALL, "--sheet", "sheet.txt")
    assert ran.code == 1
    assert ran.out.startswith("You MUST ring")
    assert ran.err.startswith(f"{TAKEN}\n\n999: ")
    assert (here / "sheet.txt").read_text() == "precious"


def test_a_sheet_is_written_though_nobody_reads_the_advice(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asked for a file has one."""

    def gone(*_: object) -> None:
        raise ReaderGoneError

    monkeypatch.setattr(Terminal, "result", gone)
    assert run(*CALL, "--sheet", "sheet.txt").code == 0
    assert "You MUST ring" in (here / "sheet.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("args", [("ask", "--harm", "yes"), ("sheet",)])
def test_force_without_a_file_is_wrong_usage(run: Run, here: Path, args: tuple[str, ...]) -> None:
    """There is nothing that it could mean."""
    ran = run(*args, "--force")
    assert ran.code == 2
    assert "--force: there is no " in ran.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("args", [("ask", "--sheet"), ("sheet",)])
def test_a_file_that_is_there_is_left_as_it_is(run: Run, here: Path, args: tuple[str, ...]) -> None:
    """Nobody answers in vain, and nobody leaves without the numbers."""
    (here / "sheet.txt").write_text("precious")
    ran = run(*args, "sheet.txt", typed="1\n1\n", tty=True)
    assert ran.code == 1
    assert ran.err.startswith(
        "sheet.txt is there already and is left as it is. Name another file, or add\n--force.\n"
    )
    assert all(f"\n{number}: " in ran.err for number in NUMBERS)
    assert "Question" not in ran.err
    assert (here / "sheet.txt").read_text() == "precious"


@posix_only
def test_a_link_to_nowhere_is_there_already(run: Run, here: Path) -> None:
    """Nothing is written where it leads."""
    (here / "sheet.txt").symlink_to(here / "elsewhere.txt")
    assert run("sheet", "sheet.txt").code == 1
    assert not (here / "elsewhere.txt").exists()


@pytest.mark.parametrize("args", [CALL, ("sheet", "--at", AT)])
def test_force_replaces_what_is_there(run: Run, here: Path, args: tuple[str, ...]) -> None:
    """And needs nothing to be there."""
    (here / "sheet.txt").write_text("old")
    option = ("--sheet",) if args is CALL else ()
    for _ in range(2):
        assert run(*args, *option, "sheet.txt", "--force").code == 0
        assert "0113 376 0336" in (here / "sheet.txt").read_text(encoding="utf-8")
        (here / "sheet.txt").unlink()
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
@pytest.mark.parametrize("args", [CALL, ("sheet",)])
def test_where_it_cannot_be_written_one_line_says_why(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], code: int
) -> None:
    """The advice is shown all the same, and no part of a sheet is there."""

    def fails(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    ran = run(*args, *(("--sheet",) if args is CALL else ()), "sheet.txt")
    assert ran.code == 1
    assert ran.err.startswith(
        f"sheet.txt cannot be written: {os.strerror(code)}. Name another file.\n\n999: "
    )
    assert ("Ring first: 0113 376 0336" in ran.out) is (args is CALL)
    assert list(here.iterdir()) == []


def test_a_missing_folder_is_told_after_the_advice(run: Run) -> None:
    """At a terminal, too."""
    ran = run("ask", "--at", AT, "--sheet", "nowhere/sheet.txt", typed="1\n1\nq\n", tty=True)
    assert ran.code == 1
    assert "nowhere/sheet.txt cannot be written: No such file or directory. Name another file." in ran.err
    assert "0113 376 0336" in ran.out


def test_one_that_came_in_the_last_moment_is_left_as_it_is(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it was not there before the first question."""
    sync = os.fsync

    def while_another(descriptor: int) -> None:
        sync(descriptor)
        (here / "sheet.txt").write_text("precious")

    monkeypatch.setattr(os, "fsync", while_another)
    ran = run(*CALL, "--sheet", "sheet.txt")
    assert ran.code == 1
    assert ran.err.startswith(f"{TAKEN}\n\n999: ")
    assert {each.name: each.read_text() for each in here.iterdir()} == {"sheet.txt": "precious"}


def test_a_name_that_no_system_takes_is_told(make: Make) -> None:
    """As any other fault."""
    with pytest.raises(NotSavedError, match=r"cannot be written: .*embedded null"):
        save(make(MOMENTS["office hours"].at), Path("a\0b.txt"))


def test_a_changed_answer_changes_the_sheet(run: Run, here: Path) -> None:
    """The one written for the first advice is out of date by then."""
    typed = "1\n3\n2\nc\n2\n1\nq\n"
    ran = run("ask", "--at", AT, "--sheet", "sheet.txt", typed=typed, tty=True)
    assert ran.code == 0
    assert ran.err.count("Sheet: sheet.txt") == 2
    assert "You MUST ring" in (here / "sheet.txt").read_text(encoding="utf-8")


def test_a_blank_sheet_is_shown_or_written(run: Run, here: Path, make: Make) -> None:
    """Without any question."""
    shown = run("sheet", "--at", AT)
    assert (shown.code, shown.out, shown.err) == (
        0,
        text(make(MOMENTS["office hours"].at)),
        "",
    )
    assert max(map(len, run("sheet", tty=True, columns=50).out.splitlines())) <= 50
    assert list(here.iterdir()) == []
    ran = run("sheet", "sheet.txt", "--at", AT)
    assert (ran.code, ran.out, ran.err) == (0, "", "Sheet: sheet.txt\n")
    assert (here / "sheet.txt").read_text(encoding="utf-8") == shown.out


def offered(run: Run, *typed: str) -> str:
    """What is said to somebody who types these lines after an advice, on one line."""
    ran = run(
        "ask", "--at", AT, typed="".join(f"{line}\n" for line in ("1", "1", *typed)), tty=True, columns=250
    )
    assert ran.code == 0
    return " ".join(ran.err.split("Call sheet: s.", 1)[1].split())


@pytest.mark.parametrize("key", ["s", "S", "sheet"])
def test_after_an_advice_a_sheet_is_offered(run: Run, here: Path, key: str) -> None:
    """Enter alone takes the name that is shown."""
    said = offered(run, key, "", "q")
    assert f"Enter alone: {USUAL}." in said
    assert "Do not put the child's name in it." in said
    assert f"Sheet: {here / USUAL}" in said
    assert "You MUST ring" in (here / USUAL).read_text(encoding="utf-8")


def test_another_name_is_asked_for_until_one_is_good(run: Run, here: Path) -> None:
    """One that is there already is left as it is; a name for no kind of sheet, and a missing folder."""
    (here / USUAL).write_text("precious")
    said = offered(run, "s", "", "sheet.doc", "nowhere/a.txt", "a.txt", "q")
    assert f"{USUAL} is there already and is left as it is. Name another file. Name of the file" in said
    assert '"sheet.doc" does not say what to write' in said
    assert "nowhere/a.txt cannot be written: No such file or directory. Name another file." in said
    assert f"Sheet: {here / 'a.txt'}" in said
    assert (here / USUAL).read_text() == "precious"
    assert (here / "a.txt").exists()


@pytest.mark.parametrize("typed", [("s", "q", "q"), ("s", *["x"] * 5, "q"), ("s",)])
def test_no_sheet_is_written_where_none_is_wanted(run: Run, here: Path, typed: tuple[str, ...]) -> None:
    """By q, by too many names that cannot be, by the end of input."""
    assert "No sheet is written." in offered(run, *typed)
    assert list(here.iterdir()) == []


def test_a_name_may_start_from_home(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell would have it."""
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    assert f"Sheet: {here / 'a.txt'}" in offered(run, "s", "~/a.txt", "q")


def test_the_key_is_known_only_after_the_advice(run: Run, here: Path) -> None:
    """At the questions, an answer may begin with it."""
    ran = run("ask", "--at", AT, typed="1\n3\ns\nq\n", tty=True)
    assert "You said: Specialist" in ran.err
    assert list(here.iterdir()) == []


def test_broken_words_stop_the_sheet_only(run: Run, here: Path) -> None:
    """Where one is named, before anybody is asked; else the advice is there, and the check tells all."""
    shutil.copytree(ROOT / "data", here / "data")
    (here / "data" / "sheet.yaml").write_text("labels: []\n")
    data = ("--data", "data")
    ran = run("ask", *data, "--sheet", "sheet.txt", typed="1\n1\nq\n", tty=True)
    assert ran.code == 1
    assert "sheet.yaml:1:9: labels: is empty; write `name: value` lines here" in ran.err
    assert "Question" not in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    ran = run("ask", *data, "--at", AT, typed="1\n1\ns\nq\n", tty=True)
    assert ran.code == 0
    assert "sheet.yaml:1:9: labels: is empty; write" in ran.err
    assert "No sheet is written." in ran.err
    ran = run("check", "data")
    assert ran.code == 1
    assert "sheet.yaml:1:9: labels: is empty" in ran.out


WRITES = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.{action})
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
from leedshelp import cli
sys.argv = ["leedshelp", "sheet", "sheet.html", *{options}]
sys.exit(cli.main())
"""


@posix_only
@pytest.mark.parametrize("action", ["SIG_IGN", "SIG_DFL"])
@pytest.mark.parametrize(("options", "before"), [([], {}), (["--force"], {"sheet.html": "old"})])
def test_where_the_room_ends_there_is_no_part_of_a_sheet(
    here: Path, action: str, options: list[str], before: dict[str, str]
) -> None:
    """Whether the system says so, or kills the process in the middle of the write; an old sheet stays."""
    for name, content in before.items():
        (here / name).write_text(content)
    code = WRITES.format(action=action, options=options)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert ran.returncode == (1 if action == "SIG_IGN" else -signal.SIGXFSZ)
    assert [file.read_text() for file in here.glob("sheet.html")] == list(before.values())
    if action == "SIG_IGN":
        assert ran.stderr.startswith("sheet.html cannot be written: ")
        assert {file.name: file.read_text() for file in here.iterdir()} == before


def test_what_is_shown_of_a_name_does_not_act(run: Run) -> None:
    """Not even in an error."""
    ran = run("sheet", "nowhere/\x1b[2J.txt")
    assert "\x1b" not in ran.err
    assert re.search(r"nowhere/\\x1b\[2J.txt cannot be written", ran.err)
