"""An agency's own contacts as people meet them: beside their role everywhere, and never in anybody's way."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from leedshelp.cli import context
from leedshelp.model.errors import LAST_RESORT
from tests.conftest import ROOT, Run

OFFICE_HOURS = "2026-11-24T11:00"
ADVICE = ("ask", "--consent", "agreed", "--harm", "no", "--tier", "universal", "--at", OFFICE_HOURS)
CALL = ("ask", "--harm", "yes", "--at", OFFICE_HOURS)
OWN = (ROOT / "tests" / "leeds" / "own-contacts.yaml").read_text(encoding="utf-8")
REPLACED = "Replaced by your agency's file on 1 October 2026. Its source: A letter from the service"
WARNING = "WARNING: your agency's own contacts are NOT used."

Write = Callable[[str], Path]
FACES = [{}, {"tty": True, "columns": 120}, {"tty": True, "columns": 72}, {"tty": True, "columns": 40}]


def words_of(shown: str) -> set[str]:
    """The words of what is shown, without colours, links and the lines of tables."""
    return set(re.findall(r"[\w':]+", re.sub(r"\x1b\[[0-9;]*m", " ", shown)))


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write the agency's own file, and have it used."""
    tmp_path.chmod(0o700)
    path = tmp_path / "own-contacts.yaml"

    def writing(text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        monkeypatch.setenv("LEEDSHELP_OWN", str(path))
        return path

    return writing


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("args", [ADVICE, ("tiers", "universal"), ("contacts", "lead"), ("contacts",)])
def test_people_are_shown_beside_their_role(
    run: Run, write: Write, args: tuple[str, ...], face: dict[str, int]
) -> None:
    """Marked as the agency's own, with the number whole, the hours, and when that was checked."""
    write(OWN)
    shown = run(*args, **face)
    assert shown.code == 0
    assert any("0113 496 0100" in line for line in shown.out.splitlines())
    words = words_of(shown.out)
    assert {"Sam", "Sample", "Your", "agency's", "own", "16:00", "checked", "November"} <= words
    assert {"Own", "agency", "Safeguarding", "Lead"} <= words


def test_people_in_plain_lines(run: Run, write: Write) -> None:
    """One line a person, below the role."""
    write(OWN)
    lines = run(*ADVICE).out.splitlines()
    assert lines[lines.index("Own agency Safeguarding Lead") + 1] == (
        "- Sam Sample (Deputy): 0113 496 0100. Your agency's own (Example Primary School): Monday to Friday "
        "8:00 to 16:00; last checked 2 November 2026"
    )


@pytest.mark.parametrize("query", ["sam", "Sample", "deputy", "safeguarding lead", "496 0100", "0100"])
def test_people_are_found_by_name_role_and_number(run: Run, write: Write, query: str) -> None:
    """As every other contact is."""
    write(OWN)
    out = run("contacts", *query.split()).out
    assert "- Sam Sample (Deputy): 0113 496 0100. Your agency's own (Example Primary School): " in out


def test_without_a_file_nothing_is_said_of_one(run: Run) -> None:
    """Most people have none."""
    ran = run("contacts")
    assert ran.err == ""
    assert "agency's" not in ran.out


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "args", [ADVICE, ("tiers", "universal"), ("contacts", "family information"), ("contacts",)]
)
def test_a_corrected_number_is_shown_with_the_one_leedshelp_came_with(
    run: Run, write: Write, args: tuple[str, ...], face: dict[str, int]
) -> None:
    """Both whole; it says since when, and where the agency learned it."""
    write(OWN)
    out = run(*args, **face).out
    assert any("0113 496 0104" in line for line in out.splitlines())
    assert any("0800 731 0640" in line for line in out.splitlines())
    assert words_of(REPLACED) <= words_of(out)
    assert "Old number: 0800 731 0640" not in out


@pytest.mark.parametrize("args", [(), ("ask", "--no-input"), ("contacts", "nothing-like-it"), CALL])
def test_even_the_shortest_notice_shows_both_numbers(run: Run, write: Write, args: tuple[str, ...]) -> None:
    """Of the team that MUST be called."""
    write(OWN)
    ran = run(*args)
    shown = ran.out + ran.err
    assert "0113 496 0105" in shown
    assert "0113 376 0336" in shown
    assert "eplaced by your agency's file on 3 November 2026" in shown


def test_the_notice_in_one_line(run: Run, write: Write) -> None:
    """The number first, then everything to know about it."""
    write(OWN)
    (line,) = (line for line in run().out.splitlines() if line.startswith("0113 496 0105: "))
    assert line.startswith("0113 496 0105: Duty and Advice Team. ")
    assert line.endswith(
        "now. Replaced by your agency's file on 3 November 2026. Its source: A call to the team. "
        "leedshelp came with 0113 376 0336."
    )


def test_own_contacts_as_json(run: Run, write: Write) -> None:
    """People with their role; a number with what it replaced."""
    write(OWN)
    advice = json.loads(run(*ADVICE, "--json").out)
    sam = {
        "role": "own-agency-safeguarding-lead",
        "name": "Sam Sample",
        "title": "Deputy",
        "number": "0113 496 0100",
        "hours": "Monday to Friday 8:00 to 16:00",
        "checked": "2026-11-02",
        "dial": "+441134960100",
    }
    assert advice["own"] == [sam]
    assert advice["talk_to"][2] == "Own agency Safeguarding Lead"
    assert advice["ring"][0]["number"] == "0113 496 0104"
    assert advice["ring"][0]["replaced"] == {
        "number": "0800 731 0640",
        "on": "2026-10-01",
        "source": "A letter from the service",
    }
    assert advice["ring"][1]["replaced"] is None
    (universal, *_) = json.loads(run("tiers", "--json").out)["tiers"]
    assert universal["own"] == [sam]
    found = json.loads(run("contacts", "deputy", "--json").out)
    assert found["own"] == [sam]
    numbers = json.loads(run("contacts", "duty", "--json").out)["contacts"][0]["numbers"]
    assert [each["number"] for each in numbers] == ["0113 496 0105", "0113 376 0336"]


@pytest.mark.parametrize("where", ["option", "environment", "usual place"])
def test_the_file_can_be_named_in_every_way(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Or lies where each system keeps such files."""
    path = write(OWN)
    if where != "environment":
        monkeypatch.delenv("LEEDSHELP_OWN")
    if where == "usual place":
        monkeypatch.setattr(context, "usual_own_file", lambda: path)
    option = ("--own", str(path)) if where == "option" else ()
    assert "Sam Sample" in run("contacts", "lead", *option).out


def test_the_usual_place_is_the_systems_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the folder for configuration, under leedshelp's name."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = context.usual_own_file()
    assert path is not None
    assert path.name == "own-contacts.yaml"
    assert path.parent.name == "leedshelp"


BROKEN: list[tuple[str, Callable[[Path], object]]] = [
    ("agency: is empty", lambda path: path.write_text("agency:\n")),
    ("is not UTF-8", lambda path: path.write_bytes(b"\xff\xfe")),
    ("nested deeper", lambda path: path.write_bytes(b"[" * 100_000)),
    ("can be changed by anybody", lambda path: path.chmod(0o666)),
    ("cannot be read (No such file or directory)", lambda path: path.unlink()),
    (
        "the same everywhere",
        lambda path: path.write_text(OWN.replace("duty-and-advice", "emergency-services")),
    ),
]


@pytest.mark.parametrize(("what", "damage"), BROKEN, ids=[what for what, _ in BROKEN])
@pytest.mark.parametrize("args", [CALL, ADVICE, ("contacts",), ("tiers",), (), ("ask", "--no-input")])
def test_a_file_that_is_broken_is_told_loudly_and_everything_works_without_it(
    run: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    what: str,
    damage: Callable[[Path], object],
) -> None:
    """On stderr, before the result; the result and the exit code are as if there were no file."""
    path = write(OWN)
    damage(path)
    ran = run(*args)
    assert ran.err.startswith(WARNING)
    assert what in ran.err
    path.unlink(missing_ok=True)
    path.write_text(OWN)
    monkeypatch.delenv("LEEDSHELP_OWN")
    usual = run(*args)
    assert (ran.code, ran.out) == (usual.code, usual.out)
    assert "0113 496 0100" not in ran.out


def test_a_broken_file_keeps_a_shell_quiet(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """While Tab completes a line."""
    write("agency:\n")
    monkeypatch.setenv("_LEEDSHELP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "leedshelp contacts emergency-d")
    monkeypatch.setenv("COMP_CWORD", "2")
    ran = run()
    assert (ran.out.strip(), ran.err) == ("emergency-duty-team", "")


@pytest.mark.parametrize("damage", ["", "contacts: [", "\x00", "x" * 300_000])
def test_no_data_however_broken_stops_the_call_from_being_named(
    run: Run, write: Write, tmp_path: Path, damage: str
) -> None:
    """The data and the agency's own file at once; the last resort is what remains."""
    write("agency:\n")
    data = tmp_path / "data"
    data.mkdir()
    for name in ("contacts", "services", "questions"):
        (data / f"{name}.yaml").write_text(damage)
    ran = run("ask", "--harm", "yes", "--data", str(data))
    assert ran.code == 1
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)
    assert "Traceback" not in ran.err


def test_check_reads_the_agencys_own_file_too(run: Run, write: Write) -> None:
    """Its people with the age of what is known of them; its corrections beside the rest."""
    write(OWN)
    ran = run("check")
    assert ran.code == 0
    assert "Number: 0113 496 0101\nWho: Jo Sample, Cluster Managers\nStanding: agency's own\nAge: " in ran.out
    assert "Number: 0113 496 0105\nWho: Duty and Advice Team\nStanding: last seen\n" in ran.out
    assert "- 0113 496 0105: A call to the team (3 November 2026)" in ran.out


def test_check_tells_what_is_wrong_with_the_agencys_own_file(run: Run, write: Write) -> None:
    """Exit 1; the data that leedshelp came with is checked all the same."""
    write(OWN.replace("0113 496 0100", "0113 496 010"))
    ran = run("check")
    assert ran.code == 1
    assert "own-contacts.yaml:7:15: people.own-agency-safeguarding-lead[0].number: " in ran.out
    assert "Holds: harm that is feared leads to a call." in ran.out
    assert "The data is NOT in order. Problems: 1. Broken rules: 0." in ran.out


def test_a_strict_check_wants_people_to_be_checked_again(run: Run, write: Write) -> None:
    """A number at work changes with the person."""
    write(OWN.replace("2026-10-30", "2020-10-30"))
    ran = run("check", "--strict")
    assert "0113 496 0101: Jo Sample, Cluster Managers. It was checked 6 years ago." in ran.out
