"""The README and the tour: examples are what the program shows, and commands are there to be run."""

import re

from leedshelp.model.directory import Directory
from tests import flows, manpage
from tests.loading.bad_files import table
from tests.pictures import FOLDER, files
from tests.readme import EXAMPLE, README, TOUR, renewed

TEXT = README.read_text(encoding="utf-8")
WALK = TOUR.read_text(encoding="utf-8")


def test_every_example_is_what_the_program_shows() -> None:
    """`python -m tests.renew` writes them anew."""
    assert EXAMPLE.search(WALK)
    assert renewed(WALK) == WALK


def test_the_readme_is_short_and_leads_to_the_tour() -> None:
    assert len(TEXT.splitlines()) <= 220
    assert "(docs/tour.md)" in TEXT


def test_every_picture_is_what_the_program_shows_and_is_in_the_readme() -> None:
    """`python -m tests.renew` writes them anew."""
    drawn = files() | flows.files() | manpage.files()
    assert set(FOLDER.glob("*.svg")) <= drawn.keys()
    assert {path: path.read_text(encoding="utf-8") for path in drawn} == drawn
    shown = {path for path in drawn if path.suffix == ".svg"} - {FOLDER / "narrow-dark.svg"}
    assert all(f"docs/{path.name}" in TEXT for path in shown)


def test_every_number_in_it_is_the_datas_own(leeds: Directory) -> None:
    """An example that went stale would be a wrong number."""
    known = {number.text for contact in leeds.contacts.values() for number in contact.numbers}
    written = set(re.findall("0[0-9]{3} [0-9]{3} [0-9]{4}", TEXT + WALK))
    assert written <= known


def test_the_problem_it_shows_is_told_like_that() -> None:
    (shown,) = re.findall("```text\n(.*)\n```", WALK)
    assert any(shown in row.problems for row in table()[1])


def test_it_has_a_command_that_runs_the_questions_and_one_that_passes_the_tests() -> None:
    """Each is one line that does everything."""
    run, test = re.findall("```sh\n(.*)\n```", TEXT)
    assert run.endswith("leedshelp ask")
    assert "--constraint constraints.txt" in test
    assert test.endswith("pytest -n auto")
    for command in (run, test):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_each_command_is_there_for_windows_too() -> None:
    """PowerShell 5.1 has no `&&`, cmd.exe no single quotes; neither has a folder `bin`."""
    commands = re.findall("```sh\n(.*)\n```", TEXT)
    for windows, posix in zip(re.findall("```bat\n(.*?)\n```", TEXT, re.DOTALL), commands, strict=True):
        assert not re.search("[&'`$%/]", windows)
        plainly = windows.replace("py -m venv", "python3 -m venv").replace('"', "'")
        plainly = plainly.replace("\\", "/").replace("Scripts/python -m ", "Scripts/")
        assert plainly.replace("Scripts", "bin").splitlines() == posix.split(" && ")


def test_every_command_and_exit_code_is_told() -> None:
    assert all(
        f"| `leedshelp {command}" in TEXT
        for command in ("ask", "make", "contacts", "tiers", "guide", "check")
    )
    assert re.findall("^\\| ([0-9]+) \\|", TEXT, re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]
