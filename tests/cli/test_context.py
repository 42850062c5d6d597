"""What every command opens: its data, its face, its help; and what `contacts` and `tiers` look up in it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from leedshelp import __version__
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LAST_RESORT
from tests.conftest import ROOT, Run, words_of

NUMBERS = [number for _, number in LAST_RESORT]
EXAMPLE = ROOT / "tests" / "example"
COMMANDS = [
    [],
    ["now"],
    ["ask"],
    ["contacts"],
    ["tiers"],
    ["make", "sheet", "sheet.txt"],
    ["guide"],
    ["check"],
]


def test_alone_it_gives_the_numbers_and_the_commands_in_under_ten_lines(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert all(f"{number}: " in ran.out for number in NUMBERS)
    assert all(f"leedshelp {command}: " in ran.out for command in ("ask", "contacts", "tiers", "--help"))
    assert "not an official service" in ran.out
    assert len(ran.out.splitlines()) < 10


def test_now_is_the_same_and_has_json(run: Run) -> None:
    assert run("now") == run() == run("now", "--plain")
    read = json.loads(run("now", "--json").out)
    assert read["emergency"]["number"] == "999"
    assert {call["number"] for call in read["ring"]} == {"0113 376 0336", "0113 535 0600"}


@pytest.mark.parametrize("command", COMMANDS)
def test_version_is_everywhere_and_nothing_else_happens(run: Run, command: list[str]) -> None:
    ran = run(*command, "--version")
    assert (ran.code, ran.out, ran.err) == (0, f"leedshelp {__version__}, data of 26 November 2026\n", "")


@pytest.mark.parametrize("command", COMMANDS[:-1])
def test_help_has_examples_that_work(
    run: Run, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example that is shown can be run; those of `check` need a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    ran = run(*command, "--help")
    assert ran.code == 0
    examples = re.findall(r"^ {4}leedshelp (.*?)(?: {2,}.*)?$", ran.out, re.MULTILINE)
    assert examples
    for example in examples:
        words = example.removesuffix(" > advice.json").split()
        assert run(*words, typed="1\n3\n2\n").code == 0


@pytest.mark.parametrize(
    ("options", "environment", "terminal", "has_tables"),
    [
        ([], {}, {}, True),
        ([], {"ACCESSIBLE": "0"}, {}, True),
        (["--plain"], {}, {}, False),
        ([], {"ACCESSIBLE": "1"}, {}, False),
        ([], {"TERM": "dumb"}, {}, False),
        ([], {}, {"columns": 59}, False),
        ([], {}, {"encoding": "ascii"}, False),
        ([], {}, {"tty": False}, False),
        ([], {"FORCE_COLOR": "1"}, {"tty": False}, False),
    ],
)
def test_the_plain_face_is_chosen_where_tables_do_not_serve(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environment: dict[str, str],
    terminal: dict[str, Any],
    has_tables: bool,
) -> None:
    """By option, by environment, or by what the terminal can show."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = run("tiers", *options, **{"tty": True, "columns": 80, **terminal})
    assert ("\N{BOX DRAWINGS LIGHT VERTICAL}" in ran.out) is has_tables
    assert ("\x1b" in ran.out) is has_tables
    assert ran.out.startswith("Universal Services\n") is not has_tables


def test_every_contact_is_listed(run: Run, leeds: Directory) -> None:
    """Each name and number of the facts, superseded ones too, where all is wanted."""
    assert "0113 240 9536" not in run("contacts").out
    ran = run("contacts", "--full")
    for contact in leeds.contacts.values():
        assert contact.name in ran.out
        assert all(number.text in ran.out for number in contact.numbers)


def test_a_look_up_needs_no_quotes(run: Run) -> None:
    assert run("contacts", "health", "visitor").out == run("contacts", "health visitor").out


@pytest.mark.parametrize("tty", [True, False])
def test_a_concern_is_looked_up_with_the_command_for_its_advice(run: Run, *, tty: bool) -> None:
    ran = run("contacts", "bruising", tty=tty, columns=100)
    assert "leedshelp ask --concern bruise" in ran.out
    assert "Have the child's health reviewed as well." in words_of(ran.out)
    (found,) = json.loads(run("contacts", "bruising", "--json").out)["found"]
    assert (found["id"], found["tier"]) == ("bruise", None)


@pytest.mark.parametrize("tier", ["universal", "Universal", "UNIVERSAL", "u", "1", "Universal Services"])
def test_a_tier_is_named_in_any_way_and_is_shown_alone(run: Run, tier: str) -> None:
    shown = run("tiers", tier).out
    assert shown.startswith("Universal Services\n")
    assert "Midwifery" in shown
    assert "Targeted" not in shown
    found = json.loads(run("contacts", "--tier", tier, "--json").out)["contacts"]
    assert [contact["id"] for contact in found] == ["family-hubs", "family-information-service"]


@pytest.mark.parametrize(("query", "nearest"), [("mdwifry", "midwifery"), ("\x1b[2J dooty", "duty")])
def test_nothing_found_exits_3_and_suggests_the_nearest(run: Run, query: str, nearest: str) -> None:
    """On stderr, with the numbers; what was typed does not act on the terminal."""
    ran = run("contacts", query)
    assert (ran.code, ran.out) == (3, "")
    assert "Did you mean " in ran.err
    assert nearest in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    assert "\x1b" not in ran.err


def test_a_name_of_another_tier_exits_3_and_says_that_it_is_elsewhere(run: Run) -> None:
    ran = run("contacts", "midwifery", "--tier", "specialist")
    assert (ran.code, ran.out) == (3, "")
    assert 'called "midwifery" in this tier, but something in another: leave out --tier.' in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)


def test_data_from_another_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """By option, after the command, or by environment."""
    assert "Number: 0113 496 0005" in run("contacts", "hubs", "--data", str(EXAMPLE)).out
    monkeypatch.setenv("LEEDSHELP_DATA", str(EXAMPLE))
    assert "Number: 0113 496 0005" in run("contacts", "hubs").out


BROKEN = {"0113 496 0001": "0113 496 001", "any-hour": "x"}
BROKEN_TOLD = ["contacts.yaml:23:15: contacts.emergency-services.numbers[0].line: ", "contacts.yaml:32:17: "]
UNSAFE = {"You MUST make this call.": "No action is needed."}
UNSAFE_TOLD = ["no outcome says that nothing is to be done: No action is needed."]


@pytest.mark.parametrize(
    ("file", "changes", "told"),
    [("contacts.yaml", BROKEN, BROKEN_TOLD), ("advice.yaml", UNSAFE, UNSAFE_TOLD)],
)
@pytest.mark.parametrize("args", [[], ["ask", "--harm", "yes"], ["contacts"], ["tiers"]])
def test_data_that_is_broken_or_unsafe_is_not_used_and_the_last_resort_is_given(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    args: list[str],
    file: str,
    changes: dict[str, str],
    told: list[str],
) -> None:
    """Exit 1, with every problem, and Duty and Advice is named, whatever the data says."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "data")
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    (folder / file).write_text(text, encoding="utf-8")
    monkeypatch.setenv("LEEDSHELP_DATA", str(folder))
    ran = run(*args)
    assert (ran.code, ran.out) == (1, "")
    assert all(problem in ran.err for problem in told)
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


def test_the_version_stands_alone_where_the_data_is_broken(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LEEDSHELP_DATA", str(tmp_path))
    assert run("--version").out == f"leedshelp {__version__}\n"


@pytest.mark.parametrize("tty", [True, False])
def test_a_page_of_the_guide_is_found_with_the_command_that_shows_it(run: Run, *, tty: bool) -> None:
    ran = run("contacts", "consent", tty=tty)
    assert "Read: leedshelp guide consent" in ran.out
    assert "0113" not in ran.out.split("Afraid for a child now?")[0]
    assert json.loads(run("contacts", "consent", "--json").out)["found"][0]["guide"] == "consent"


@pytest.mark.parametrize("tty", [True, False])
def test_a_concern_found_alone_has_its_numbers_by_purpose(run: Run, *, tty: bool) -> None:
    """With the first step in a line, and who rings each."""
    words = words_of(run("contacts", "self harm", tty=tty).out)
    assert "MUST ring the " in words
    assert "Refer to MindMate by its form." in words
    assert "For parents of 5 to 17s, and young people of 13 to 17." in words
    assert "Overdose or danger: ring 999" in words
    assert "Its own advice: leedshelp ask --concern self-harm" in words


@pytest.mark.parametrize("tty", [True, False])
def test_what_is_left_out_is_counted_and_an_old_number_is_told(run: Run, *, tty: bool) -> None:
    assert re.search("And [0-9]+ more: type more of what you look for.", run("contacts", "0113", tty=tty).out)
    assert words_of(run("contacts", "376 0469", tty=tty).out).startswith("0113 376 0469 is an old number of ")
