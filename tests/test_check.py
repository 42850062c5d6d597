"""`leedshelp check` from the outside: its options, its faces, its exit codes."""

import json
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from leedshelp.cli import context
from leedshelp.model.answers import Answers, OutcomeId
from leedshelp.model.directory import Directory
from leedshelp.model.errors import HOW_TO_READ
from leedshelp.safety import prover, rules
from leedshelp.triage.advice import Advice, advise
from tests.conftest import EXAMPLE, Run, change, words_of

RULES = len(rules.RULES)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ages are counted to the day; here it is always the same."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2026, 11, 21, 12, tzinfo=tz)

    monkeypatch.setattr(context, "datetime", Clock)


@pytest.mark.parametrize("face", [{}, {"tty": True, "columns": 100}, {"tty": True, "columns": 40}])
def test_good_data_shows_rules_numbers_and_who_disagrees(
    run: Run, leeds: Directory, face: dict[str, int]
) -> None:
    ran = run("check", **face)
    words = words_of(ran.out)
    assert ran.code == 0
    assert words.endswith("The data is in order.")
    for contact in leeds.contacts.values():
        assert all(number.text in ran.out for number in contact.numbers)
    assert words.lower().count("holds") == RULES
    assert "unconfirmed" in words
    assert "13 years" in words
    assert "- option 3: Right conversation" in words


def test_the_plain_face_of_a_check(run: Run) -> None:
    out = run("check", str(EXAMPLE), "--strict", "--max-age", "1y").out
    assert out.startswith("Problems: none\n\nLooked over:\ncontacts.yaml: 2 November 2026, ")
    assert (
        "\n\nNumber: 0113 496 0004\nWho: Information Line\nStanding: unconfirmed\nAge: 13 years\n"
        "Sources: An old page (2013)\n\n"
    ) in out
    assert (
        "\n\nDocuments differ: Daytime Team, menu option\n- option 3: An old page (2013)\n"
        "- option 2: A page without a date (undated; written in September 2020 or later)\n\n"
    ) in out
    undated = "A page without a date (undated; written in September 2020 or later)"
    assert f"\n- Friday 16:30 to 17:00: {undated}\nWhy: One page" in out
    assert (
        "\n\nToo weak for --strict:\n0113 496 0004: Information Line. It is unconfirmed.\n"
        "0113 496 0002: Night Team. No document that gives it has a date.\n"
    ) in out
    assert "\n\nMade up, so that nobody answers; put in the real number:\n0113 496 0003: Night Team\n" in out
    verdict = "The data is NOT in order. Problems: 0. Broken rules: 0. Made-up numbers: 5."
    assert out.endswith(f"\n\n{verdict}\n")


@pytest.mark.parametrize("face", [{}, {"tty": True, "columns": 120}, {"tty": True, "columns": 40}])
def test_broken_data_shows_every_problem_and_nothing_else(
    run: Run, folder: Path, face: dict[str, int]
) -> None:
    change(folder / "contacts.yaml", '"0113 496 0001"', '"0113 496 001"')
    change(folder / "services.yaml", "starter: information", "starter: hub")
    ran = run("check", str(folder), **face)
    words = words_of(ran.out)
    assert (ran.code, ran.err) == (1, "")
    for part in (
        "contacts.yaml:32:17",
        "contacts.duty-and-advice.numbers[0].number",
        '"0113 496 001" is not a UK number',
        "has 11 digits, and this has 10; check it",
        "services.yaml:5:14",
        "did you mean `hubs`?",
        "The data is NOT in order. Problems: 2. Until they are put right, no rule can be proved, and more ",
    ):
        assert part in words
    assert "Holds" not in words


@pytest.mark.parametrize("face", [{}, {"tty": True, "columns": 120}])
def test_a_broken_rule_is_told_by_its_name_with_the_first_case(
    run: Run, monkeypatch: pytest.MonkeyPatch, face: dict[str, int]
) -> None:
    """Exit 1, though every line of the files is well formed."""

    def careless(directory: Directory, answers: Answers, moment: datetime) -> Advice:
        advice = advise(directory, answers, moment)
        is_unsure = advice.outcome == OutcomeId.TALK_IT_THROUGH_NOW
        return advice._replace(headline="Talk.") if is_unsure else advice

    monkeypatch.setattr(prover, "advise", careless)
    ran = run("check", str(EXAMPLE), **face)
    assert ran.code == 1
    words = words_of(ran.out)
    assert "harm that is feared leads to a call" in ran.out
    assert "BROKEN" in words
    assert "First: leedshelp ask --consent agreed --harm unsure" in words
    assert "The data is NOT in order. Problems: 0. Broken rules: 1. Made-up numbers: 5." in words


def test_a_check_as_json(run: Run) -> None:
    report = json.loads(run("check", str(EXAMPLE), "--json", "--strict").out)
    assert (report["schema"], report["good"], report["problems"]) == ("leedshelp/check/1", False, [])
    assert report["rules"][0] == {
        "name": "harm that is feared leads to a call",
        "reason": rules.RULES[0].reason,
        "cases": report["rules"][0]["cases"],
        "broken": 0,
        "example": None,
    }
    assert report["numbers"][0] == {
        "number": "0113 496 0003",
        "name": "Night Team",
        "standing": "superseded",
        "days": 5072,
        "sources": ["old"],
        "corrected": [],
    }
    assert report["disagreements"][0] == {
        "name": "Daytime Team",
        "about": "menu option",
        "sides": [{"says": "option 3", "sources": ["old"]}, {"says": "option 2", "sources": ["seen"]}],
        "why": None,
    }
    assert report["made_up"][0] == "0113 496 0003: Night Team"
    assert report["too_weak"][0] == "0113 496 0004: Information Line. It is unconfirmed."


def test_problems_as_json(run: Run, folder: Path) -> None:
    """Place, path, value and remedy apart, as an editor wants them."""
    change(folder / "contacts.yaml", "line: any-hour", "line: anyhour")
    report = json.loads(run("check", str(folder), "--json").out)
    assert not report["good"]
    assert report["problems"] == [
        {
            "file": "contacts.yaml",
            "line": 23,
            "column": 15,
            "path": "contacts.emergency-services.numbers[0].line",
            "value": "anyhour",
            "what": "is not known here; did you mean `any-hour`?",
        }
    ]


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 0), (["--max-age", "1d"], 0), (["--strict"], 1), (["--strict", "--max-age", "50y"], 1)],
)
def test_only_a_strict_check_fails_on_weak_numbers(run: Run, options: list[str], code: int) -> None:
    """An unconfirmed number fails it however old a source may be."""
    assert run("check", *options).code == code


@pytest.mark.parametrize(
    ("age", "is_weak"),
    [("3y", True), ("4y", False), ("45m", True), ("46m", False), ("1380d", True), ("1381d", False)],
)
def test_the_oldest_source_a_strict_check_accepts(run: Run, folder: Path, age: str, is_weak: bool) -> None:
    """In years, months or days; 999 was last seen 1,381 days ago in the example."""
    change(folder / "contacts.yaml", "date: 2013", "date: 2026")
    change(folder / "contacts.yaml", "not_before: 2020-09", "date: 2026-11")
    assert ("Too weak" in run("check", str(folder), "--strict", "--max-age", age).out) == is_weak


def test_weak_numbers_on_a_screen(run: Run) -> None:
    words = words_of(run("check", str(EXAMPLE), "--strict", tty=True, columns=100).out)
    assert "Too weak for --strict: 0113 496 0004: Information Line. It is unconfirmed." in words


@pytest.mark.parametrize("age", ["", "2", "y", "two years", "2w", "-1y", "99999y", "1.5y", "\x1b[2J"])
def test_an_age_that_is_none_is_refused(run: Run, age: str) -> None:
    ran = run("check", "--strict", "--max-age", age)
    assert (ran.code, ran.out) == (2, "")
    assert "write 2y, 18m or 90d" in " ".join(ran.err.split())
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(("day", "is_told"), [("2026-11-21", False), ("2026-11-22", True)])
def test_a_document_of_a_day_to_come_is_a_problem(run: Run, folder: Path, day: str, is_told: bool) -> None:
    """A mistyped year would make a number look younger than it is."""
    change(folder / "contacts.yaml", "date: 2023-02-09", f"date: {day}")
    heading, problem, *_ = run("check", str(folder)).out.splitlines()
    assert (heading != "Problems: none") == is_told
    if is_told:
        assert heading == f"Problems: {HOW_TO_READ}"
        assert problem.startswith(f'contacts.yaml:10:11: documents.new.date: "{day}" is still to come; ')


def test_a_folder_can_be_named_in_every_way(run: Run) -> None:
    usual = run("check", str(EXAMPLE)).out
    assert "Information Line" in usual
    assert run("check", "--data", str(EXAMPLE)).out == usual
    assert run("check").out != usual
