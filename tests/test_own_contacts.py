"""An agency's own contacts as people meet them: beside their role everywhere, and never in anybody's way."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from leedshelp.cli import context
from leedshelp.model.errors import LAST_RESORT
from tests.conftest import ROOT, Run, words_of

OFFICE_HOURS = "2026-11-24T11:00"
ADVICE = ("ask", "--consent", "agreed", "--harm", "no", "--tier", "universal", "--at", OFFICE_HOURS)
CALL = ("ask", "--harm", "yes", "--at", OFFICE_HOURS)
OWN = (ROOT / "tests" / "leeds" / "own-contacts.yaml").read_text(encoding="utf-8")
SAM = (
    "- Sam Sample (Deputy): 0113 496 0100. Your agency's own (Example Primary School): Monday to Friday "
    "8:00 to 16:00; last checked 2 November 2026"
)
FACES = [{}, {"tty": True, "columns": 120}, {"tty": True, "columns": 72}, {"tty": True, "columns": 40}]


def all_words(text: str) -> set[str]:
    """The words of what is shown: in a narrow table, other columns stand between those of one text."""
    return set(re.findall(r"[\w':]+", words_of(text)))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The agency's own file, which is used."""
    tmp_path.chmod(0o700)
    path = tmp_path / "own-contacts.yaml"
    path.write_text(OWN, encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv("LEEDSHELP_OWN", str(path))
    return path


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "args",
    [
        (*ADVICE, "--full"),
        ("tiers", "universal"),
        ("contacts", "--full"),
    ],
)
def test_people_stand_beside_their_role_and_corrected_numbers_beside_the_usual(
    run: Run, args: tuple[str, ...], face: dict[str, int]
) -> None:
    """Marked as the agency's own, each number whole, with what is known of it, and since when."""
    ran = run(*args, **face)
    assert ran.code == 0
    for number in ("0113 496 0100", "0113 496 0104", "0800 731 0640"):
        assert any(number in line for line in ran.out.splitlines())
    words = all_words(ran.out)
    assert {"Sam", "Sample", "Your", "agency's", "own", "16:00", "checked", "November"} <= words
    assert {"Own", "agency", "Safeguarding", "Lead"} <= words
    assert all_words("leedshelp came with 0800 731 0640") <= words
    assert "Old number: 0800 731 0640" not in ran.out


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("columns", [120, 80, 40])
def test_the_first_screen_has_an_agencys_number_with_the_one_it_replaced_and_its_lead(
    run: Run, columns: int
) -> None:
    """Whoever is told to ring sees both, and whom to tell with that person's number."""
    out = run(*CALL, tty=True, columns=columns).out
    for number in ("0113 496 0105", "0113 376 0336", "0113 496 0100"):
        assert any(number in line for line in out.splitlines())
    assert "leedshelp came with 0113 376 0336." in words_of(out)
    assert "Own agency Safeguarding Lead: Sam Sample (Deputy), 0113 496 0100" in words_of(out)


@pytest.mark.usefixtures("path")
def test_people_are_found_by_name_role_and_number(run: Run) -> None:
    for query in ("sam", "Sample", "deputy", "safeguarding lead", "496 0100", "0100"):
        assert SAM in run("contacts", *query.split()).out
    assert f"Own agency Safeguarding Lead\n{SAM}\n" in run(*ADVICE).out


def test_without_a_file_nothing_is_said_of_one(run: Run) -> None:
    ran = run("contacts")
    assert ran.err == ""
    assert "agency's" not in ran.out


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("args", [(), ("ask", "--no-input"), ("contacts", "nothing-like-it")])
def test_the_notice_shows_both_numbers(run: Run, args: tuple[str, ...]) -> None:
    """Of the team that MUST be called: in one line, the number first, then everything to know about it."""
    ran = run(*args)
    (line,) = (line for line in (ran.out + ran.err).splitlines() if line.startswith("0113 496 0105: "))
    assert line.startswith("0113 496 0105: Duty and Advice Team. ")
    assert line.endswith(
        ". Replaced by your agency's file on 3 November 2026. Its source: A call to the team. "
        "leedshelp came with 0113 376 0336."
    )


@pytest.mark.usefixtures("path")
def test_own_contacts_as_json(run: Run) -> None:
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
    assert advice["talk_to"][1] == "Own agency Safeguarding Lead"
    assert advice["ring"][0]["number"] == "0113 496 0104"
    assert advice["ring"][0]["replaced"] == {
        "number": "0800 731 0640",
        "on": "2026-10-01",
        "source": "A letter from the service",
    }
    assert advice["ring"][1]["replaced"] is None
    assert json.loads(run("tiers", "--json").out)["tiers"][0]["own"] == [sam]
    assert json.loads(run("contacts", "deputy", "--json").out)["own"] == [sam]
    numbers = json.loads(run("contacts", "duty", "--json").out)["contacts"][0]["numbers"]
    assert [number["number"] for number in numbers] == ["0113 496 0105", "0113 376 0336"]


def test_the_file_may_lie_where_each_system_keeps_such_files(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`test_places` names it in every other way."""
    usual = context.usual_own_file()
    assert usual is not None
    assert (usual.parent.name, usual.name) == ("leedshelp", "own-contacts.yaml")
    monkeypatch.delenv("LEEDSHELP_OWN")
    monkeypatch.setattr(context, "usual_own_file", lambda: path)
    assert "Sam Sample" in run("contacts", "lead").out


BROKEN: dict[str, Callable[[Path], object]] = {
    "agency: is empty": lambda path: path.write_text("agency:\n"),
    "is not UTF-8": lambda path: path.write_bytes(b"\xff\xfe"),
    "nested deeper": lambda path: path.write_bytes(b"[" * 100_000),
    "1:1: can be changed by anybody on this machine": lambda path: path.chmod(0o666),
    "cannot be read (No such file or directory)": lambda path: path.unlink(),
}


@pytest.mark.parametrize(("what", "damage"), BROKEN.items(), ids=list(BROKEN))
@pytest.mark.parametrize("args", [CALL, ADVICE, ("contacts",), ("tiers",), (), ("ask", "--no-input")])
def test_a_file_that_is_broken_is_told_loudly_and_everything_works_without_it(
    run: Run,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    what: str,
    damage: Callable[[Path], object],
) -> None:
    """On stderr, before the result; the result and the exit code are as if there were no file."""
    damage(path)
    ran = run(*args)
    assert ran.err.startswith("WARNING: your agency's own contacts are NOT used.")
    assert what in ran.err
    monkeypatch.delenv("LEEDSHELP_OWN")
    usual = run(*args)
    assert (ran.code, ran.out) == (usual.code, usual.out)
    assert "0113 496 0100" not in ran.out


def test_a_broken_file_keeps_a_shell_quiet(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While Tab completes a line."""
    path.write_text("agency:\n")
    monkeypatch.setenv("_LEEDSHELP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "leedshelp contacts emergency-d")
    monkeypatch.setenv("COMP_CWORD", "2")
    ran = run()
    assert (ran.out.strip(), ran.err) == ("emergency-duty-team", "")


def test_no_data_however_broken_stops_the_call_from_being_named(run: Run, path: Path) -> None:
    """The data and the agency's own file at once; the last resort is what remains."""
    path.write_text("agency:\n")
    (path.parent / "contacts.yaml").write_text("contacts: [")
    ran = run("ask", "--harm", "yes", "--data", str(path.parent))
    assert ran.code == 1
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("path")
def test_check_reads_the_agencys_own_file_too(run: Run) -> None:
    """Its people with the age of what is known of them; its corrections beside the rest."""
    ran = run("check")
    assert (
        "\n0113 496 0100: Sam Sample (Deputy), Own agency Safeguarding Lead\n" in ran.out.split("Made up")[1]
    )
    assert "Number: 0113 496 0101\nWho: Jo Sample, Cluster Managers\nStanding: agency's own\nAge: " in ran.out
    assert "Number: 0113 496 0105\nWho: Duty and Advice Team\nStanding: last seen\n" in ran.out
    assert "- 0113 496 0105: A call to the team (3 November 2026)" in ran.out


def test_check_tells_what_is_wrong_with_the_agencys_own_file(run: Run, path: Path) -> None:
    """Exit 1; the data that leedshelp came with is checked all the same."""
    path.write_text(OWN.replace("0113 496 0100", "0113 496 010"))
    ran = run("check")
    assert ran.code == 1
    assert "own-contacts.yaml:7:15: people.own-agency-safeguarding-lead[0].number: " in ran.out
    assert "Holds: harm that is feared leads to a call." in ran.out
    assert "The data is NOT in order. Problems: 1. Broken rules: 0." in ran.out


def test_a_strict_check_wants_people_to_be_checked_again(run: Run, path: Path) -> None:
    """A number at work changes with the person."""
    path.write_text(OWN.replace("2026-10-30", "2020-10-30"))
    ran = run("check", "--strict")
    assert "0113 496 0101: Jo Sample, Cluster Managers. It was checked 6 years ago." in ran.out
