"""The commands: what they write where, which face they choose, and how they exit."""

import errno
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leedshelp import __version__
from leedshelp.cli import context
from leedshelp.faces import jsondata, plain
from leedshelp.model.answers import Answers, paths
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LAST_RESORT
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS, ROOT, Run, Stream

OFFICE_HOURS = "2026-11-24T11:00"
TARGETED = ("--consent", "agreed", "--harm", "no", "--tier", "targeted")
NUMBERS = ("999", "0113 376 0336", "0113 535 0600")
EXAMPLE = ROOT / "tests" / "example"


def seen(text: str) -> str:
    """What a person sees: the text without colours."""
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def test_alone_it_gives_the_numbers_and_the_commands_in_under_ten_lines(run: Run) -> None:
    """The shortest way to a number."""
    ran = run()
    assert ran.code == 0
    assert all(f"{number}: " in ran.out for number in NUMBERS)
    assert all(f"leedshelp {command}: " in ran.out for command in ("ask", "contacts", "tiers", "--help"))
    assert "not an official service" in ran.out
    assert len(ran.out.splitlines()) < 10


@pytest.mark.parametrize("command", [[], ["ask"], ["contacts"], ["tiers"], ["sheet"], ["guide"]])
def test_version_is_everywhere(run: Run, command: list[str]) -> None:
    """And nothing else happens."""
    ran = run(*command, "--version")
    assert (ran.code, ran.out, ran.err) == (0, f"leedshelp {__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["ask"], ["contacts"], ["tiers"], ["sheet"], ["guide"]])
def test_help_has_examples_that_work(
    run: Run, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example that is shown can be run."""
    monkeypatch.chdir(tmp_path)
    ran = run(*command, "--help")
    assert ran.code == 0
    examples = re.findall(r"^ {4}leedshelp (.*?)(?: {2,}.*)?$", ran.out, re.MULTILINE)
    assert examples
    for example in examples:
        words = example.replace('"', "").removesuffix(" > advice.json").split()
        assert run(*words, typed="1\n3\n2\n").code == 0


@pytest.mark.parametrize("name", ["office hours", "night"])
@pytest.mark.parametrize("answers", list(paths()), ids=lambda answers: "-".join(answers.given().values()))
def test_options_pipes_and_a_terminal_give_the_same_advice(
    run: Run, leeds: Directory, answers: Answers, name: str
) -> None:
    """Every path, by day and by night, by every way of answering."""
    moment = MOMENTS[name]
    at = moment.at.isoformat()
    options = [word for question, answer in answers.given().items() for word in (f"--{question}", answer)]
    typed = "".join(f"{answer}\n" for answer in answers.given().values())
    expected = advise(leeds, answers, moment.at, at[:16])
    by_options = run("ask", "--at", at, *options)
    by_pipe = run("ask", "--at", at, typed=typed)
    by_hand = run("ask", "--at", at, "--plain", typed=typed + "q\n", tty=True)
    assert by_options.out == by_pipe.out == plain.advice(expected, None)
    assert by_hand.out == plain.advice(expected, 80)
    assert (by_options.code, by_pipe.code, by_hand.code) == (0, 0, 0)
    assert by_options.err == ""
    assert run("ask", "--at", at, "--json", *options).out == jsondata.advice(expected)


@pytest.mark.parametrize("harm", ["yes", "unsure"])
def test_feared_harm_alone_is_answered_at_once(run: Run, harm: str) -> None:
    """Nobody who fears harm is asked anything more."""
    ran = run("ask", "--harm", harm, "--at", OFFICE_HOURS)
    assert ran.code == 0
    assert "Ring first: 0113 376 0336" in ran.out


@pytest.mark.parametrize(
    ("args", "answers"),
    [
        (["--circumstance", "allegation"], ("allegation", None, None)),
        (["--circumstance", "bruise"], ("bruise", "yes", None)),
        (["--circumstance", "bruise", "--harm", "no"], ("bruise", "yes", None)),
        (["--circumstance", "outside-leeds", "--harm", "unsure"], ("outside-leeds", "unsure", None)),
        (["--circumstance", "fgm", "--consent", "refused", "--tier", "universal"], ("fgm", "yes", "refused")),
    ],
)
def test_a_circumstance_alone_is_answered_at_once(
    run: Run, args: list[str], answers: tuple[str | None, ...]
) -> None:
    """Nothing is asked; what it says of harm counts, and so does harm that is feared besides."""
    ran = run("ask", *args, "--json")
    given = json.loads(ran.out)["answers"]
    assert (given["circumstance"], given["harm"], given["consent"]) == answers
    assert given["tier"] is None
    assert (ran.code, ran.err) == (0, "")


def test_a_circumstance_that_is_none_is_refused(run: Run) -> None:
    """With those there are."""
    ran = run("ask", "--circumstance", "\x1bsome")
    assert ran.code == 2
    assert '"\\x1bsome" is not one of: bruise, allegation, fgm,' in ran.err


@pytest.mark.parametrize("tty", [True, False])
def test_a_circumstance_is_looked_up_with_the_command_for_its_advice(run: Run, *, tty: bool) -> None:
    """In tables and in lines."""
    ran = run("contacts", "bruising", tty=tty, columns=100)
    assert "leedshelp ask --circumstance bruise" in ran.out
    assert "before the tiers" in ran.out
    assert json.loads(run("contacts", "bruising", "--json").out)["found"] == [
        {
            "id": "bruise",
            "name": "Suspicious mark or bruise on a child who cannot yet move on their own",
            "tier": None,
            "ring": ["duty-and-advice", "emergency-duty-team"],
        }
    ]


def test_at_a_wide_terminal_the_advice_is_in_tables(run: Run) -> None:
    """With the numbers and the people to talk to."""
    ran = run("ask", *TARGETED, "--at", OFFICE_HOURS, tty=True, columns=100)
    assert "\N{BOX DRAWINGS LIGHT VERTICAL}" in ran.out
    assert "0113 247 6830" in seen(ran.out)
    assert "Cluster Managers" in seen(ran.out)


@pytest.mark.parametrize(
    ("options", "environment", "terminal"),
    [
        (["--plain"], {}, {}),
        ([], {"ACCESSIBLE": "1"}, {}),
        ([], {"TERM": "dumb"}, {}),
        ([], {}, {"columns": 59}),
        ([], {}, {"encoding": "ascii"}),
        ([], {}, {"tty": False}),
        ([], {"FORCE_COLOR": "1"}, {"tty": False}),
    ],
)
def test_the_plain_face_is_chosen_where_tables_do_not_serve(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environment: dict[str, str],
    terminal: dict[str, Any],
) -> None:
    """By option, by environment, or by what the terminal can show."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = run("tiers", *options, **{"tty": True, "columns": 80, **terminal})
    assert ran.out.startswith("Universal Services\n")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("value", ["", "0"])
def test_accessible_can_be_switched_off(run: Run, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Other programs set it to nothing or to nought."""
    monkeypatch.setenv("ACCESSIBLE", value)
    assert "\N{BOX DRAWINGS LIGHT VERTICAL}" in run("tiers", tty=True).out


def test_the_advice_can_be_changed_before_one_finishes(run: Run) -> None:
    """From the first question to advice, back, change consent, and finish, at 40 columns."""
    ran = run("ask", "--at", OFFICE_HOURS, typed="1\n3\n2\nc\n1\nrefused\nq\n", tty=True, columns=40)
    assert ran.code == 0
    assert ran.out.count("Start a conversation about the child.") == 2
    assert "Early help is voluntary" in " ".join(ran.out.split())


def test_json_at_a_terminal_is_one_document(run: Run) -> None:
    """Nothing is asked after it, so that a file holds exactly one."""
    ran = run("ask", "--json", typed="1\n1\n", tty=True)
    assert json.loads(ran.out)["outcome"] == "call-now"
    assert "Question 1 of 3" in ran.err


@pytest.mark.parametrize(
    ("typed", "missing"), [("", "--consent, --harm, --tier"), ("1\n", "--harm, --tier"), ("1\n3\n", "--tier")]
)
def test_input_that_ends_too_soon_names_the_options(run: Run, typed: str, missing: str) -> None:
    """Exit 4, with the numbers all the same."""
    ran = run("ask", typed=typed)
    assert (ran.code, ran.out) == (4, "")
    assert f"Give {missing}" in ran.err.splitlines()[-1]
    assert all(f"{number}: " in ran.err for number in NUMBERS)


def test_no_input_never_reads(run: Run) -> None:
    """What waits on standard input is no answer then."""
    ran = run("ask", "--no-input", typed="1\n1\n")
    assert ran.code == 4
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    assert run("ask", "--no-input", "--harm", "yes").code == 0


def test_quitting_is_an_answer_too(run: Run) -> None:
    """Exit 0, with the numbers on the screen and no result."""
    ran = run("ask", typed="1\nq\n", tty=True)
    assert (ran.code, ran.out) == (0, "")
    assert seen(ran.err).rstrip().split("\n")[-3].startswith("999: ")


def test_ctrl_c_exits_130_with_the_numbers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As every shell expects."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leedshelp.terminal.streams.Terminal.ask", interrupted)
    ran = run("ask")
    assert (ran.code, ran.out) == (130, "")
    assert all(f"{number}: " in ran.err for number in NUMBERS)


def test_ctrl_c_anywhere_else_gives_the_last_resort(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the data is read, say."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(context, "directory", interrupted)
    ran = run("contacts")
    assert (ran.code, ran.out) == (130, "")
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


def test_help_into_a_closed_stdout_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any other result would be."""
    monkeypatch.setattr(Terminal, "has_output", False)
    ran = run("--help")
    assert ran.code == 1
    assert "standard output is closed" in ran.err


def test_answers_that_are_not_understood_end_in_the_cautious_advice(run: Run) -> None:
    """Exit 1, and Duty and Advice to talk to."""
    ran = run("ask", "--at", OFFICE_HOURS, typed="what\n" * 5)
    assert (ran.code, ran.out) == (1, "")
    assert "To be on the safe side:\n\nTalk it through now: ring the Duty and Advice Team." in ran.err
    assert "Ring first: 0113 376 0336" in ran.err


@pytest.mark.parametrize(
    "at", ["2026-12-25T10:00", "2026-12-25 10:00", "2026-12-25T10:00:00+00:00", "2026-12-25T11:00+01:00"]
)
def test_at_takes_a_local_date_and_time(run: Run, at: str) -> None:
    """With a zone too, as the JSON face gives it."""
    ran = run("ask", "--harm", "yes", "--at", at)
    assert "At: Friday 25 December 2026, 10:00, London time" in ran.out


@pytest.mark.parametrize(
    "at",
    [
        "9999-12-31T23:59-10:00",
        "9999-12-31T10:00",
        "1899-12-31T10:00",
        "0001-01-01T00:00+10:00",
        "2026-12-25",
        "tomorrow",
        "2026-02-30T10:00",
        "25:00",
        "27/13/2026 22:00",
        "20261225",
        "\x1b[2J",
    ],
)
def test_a_moment_that_is_none_is_refused(run: Run, at: str) -> None:
    """Exit 2, with how to write one."""
    ran = run("ask", "--harm", "yes", "--at", at)
    assert (ran.code, ran.out) == (2, "")
    assert "write a time, like 22:00, or a date and a time" in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ["ask", "--harm", "perhaps"],
        ["ask", "--plain", "--json", "--harm", "yes"],
        ["tiers", "middle"],
        ["tiers", "universal", "targeted"],
        ["aks"],
        ["contacts", "--frobnicate"],
    ],
)
def test_wrong_usage_exits_2(run: Run, args: list[str]) -> None:
    """With a word on what was wrong, and nothing on stdout."""
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: leedshelp" in ran.err


def test_the_command_that_repeats_an_advice_repeats_it(run: Run) -> None:
    """At the moment that was named, or, where none was, at the moment it is then."""
    first = run("ask", "--consent", "refused", "--harm", "no", "--tier", "unsure", "--at", "2026-12-25 10:00")
    command = first.out.splitlines()[-1].removeprefix("Again: leedshelp ")
    assert run(*command.split()).out == first.out
    assert "--at" not in run("ask", "--harm", "yes").out


def test_every_contact_is_listed(run: Run, leeds: Directory) -> None:
    """Each name and number of the facts, superseded ones too."""
    ran = run("contacts")
    for contact in leeds.contacts.values():
        assert contact.name in ran.out
        assert all(number.text in ran.out for number in contact.numbers)


@pytest.mark.parametrize("face", [[], ["--plain"], ["--json"]])
def test_every_name_of_the_table_is_in_tiers(run: Run, leeds: Directory, face: list[str]) -> None:
    """Each service, each person to talk to, each starter."""
    ran = run("tiers", *face)
    for tier in leeds.tiers.values():
        names = [tier.name, leeds.contacts[tier.starter].name, leeds.contacts[tier.starter].number.text]
        names += [service.full_name for service in tier.services]
        names += [person.name for person in tier.talk_to]
        assert all(name in ran.out for name in names)


def test_a_look_up_needs_no_quotes(run: Run) -> None:
    """People type the words as they say them."""
    assert run("contacts", "health", "visitor").out == run("contacts", "health visitor").out


@pytest.mark.parametrize("face", [[], ["--plain"]])
def test_a_brief_advice_ends_with_consent(run: Run, face: list[str]) -> None:
    """It begins as the whole one does."""
    args = ("ask", "--harm", "yes", "--at", OFFICE_HOURS, *face)
    brief, whole = run(*args, "--brief").out, run(*args).out
    assert whole.startswith(brief)
    assert brief.splitlines()[-1].startswith("Consent: ")


def test_a_program_has_all_of_an_advice_however_brief(run: Run) -> None:
    """It reads as little of it as it likes."""
    args = ("ask", "--harm", "yes", "--at", OFFICE_HOURS, "--json")
    assert run(*args, "--brief").out == run(*args).out


def test_one_tier_alone(run: Run) -> None:
    """The others are left out."""
    ran = run("tiers", "targeted")
    assert ran.out.startswith("Cluster Based Targeted Services\n")
    assert "Midwifery" not in ran.out


def test_a_look_up_narrowed_to_a_tier(run: Run) -> None:
    """By option."""
    ran = run("contacts", "--tier", "universal", "--json")
    assert [each["id"] for each in json.loads(ran.out)["contacts"]] == [
        "family-information-service",
        "family-hubs",
    ]


@pytest.mark.parametrize(("query", "nearest"), [("mdwfy", "Midwifery"), ("\x1b[2Jcmhs", "CAMHS")])
def test_nothing_found_exits_3_and_suggests_the_nearest(run: Run, query: str, nearest: str) -> None:
    """On stderr; what was typed does not act on the terminal."""
    ran = run("contacts", query)
    assert (ran.code, ran.out) == (3, "")
    assert f"The nearest name: {nearest}." in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    assert "\x1b" not in ran.err


def test_a_name_of_another_tier_exits_3_and_says_that_it_is_elsewhere(run: Run) -> None:
    """With the numbers on stderr, as for a name that is nowhere."""
    ran = run("contacts", "midwifery", "--tier", "specialist")
    assert (ran.code, ran.out) == (3, "")
    assert 'Nothing is called "midwifery" in this tier, but it is in another: leave out --tier.' in ran.err
    assert all(f"{number}: " in ran.err for number in NUMBERS)


def test_data_from_another_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """By option, after the command, or by environment."""
    assert "Number: 0113 496 0005" in run("contacts", "hubs", "--data", str(EXAMPLE)).out
    monkeypatch.setenv("LEEDSHELP_DATA", str(EXAMPLE))
    assert "Number: 0113 496 0005" in run("contacts", "hubs").out


@pytest.mark.parametrize("args", [[], ["ask", "--harm", "yes"], ["contacts"], ["tiers"]])
def test_broken_data_is_told_whole_and_the_last_resort_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, args: list[str]
) -> None:
    """Exit 1, no traceback, and still somebody to ring."""
    shutil.copytree(EXAMPLE, tmp_path / "data")
    contacts = tmp_path / "data" / "contacts.yaml"
    contacts.write_text(
        contacts.read_text().replace("0113 496 0001", "0113 496 001").replace("any-hour", "x")
    )
    monkeypatch.setenv("LEEDSHELP_DATA", str(tmp_path / "data"))
    ran = run(*args)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("contacts.yaml:22:15: contacts.emergency-services.numbers[0].line: ")
    assert "contacts.yaml:31:17: " in ran.err
    assert "Traceback" not in ran.err
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


@pytest.mark.parametrize("args", [["ask", "--harm", "yes"], ["contacts"]])
def test_data_that_breaks_a_rule_of_safety_is_not_used(run: Run, tmp_path: Path, args: list[str]) -> None:
    """Whatever it says, Duty and Advice is named all the same."""
    shutil.copytree(EXAMPLE, tmp_path / "data")
    advice = tmp_path / "data" / "advice.yaml"
    advice.write_text(advice.read_text().replace("You MUST make this call.", "No action is needed."))
    ran = run(*args, "--data", str(tmp_path / "data"))
    assert (ran.code, ran.out) == (1, "")
    assert "no outcome says that nothing is to be done: No action is needed." in ran.err
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


def test_a_reader_that_goes_away_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`leedshelp contacts | head -1` exits 0 and says nothing."""
    monkeypatch.setattr(Stream, "flush", _fails(BrokenPipeError(), Stream.flush))
    ran = run("contacts")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("command", ["contacts", "--help"])
def test_a_full_disk_exits_1_with_the_numbers(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """As with `> /dev/full`; help is no exception."""
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(Stream, "flush", _fails(full, Stream.flush))
    ran = run(command)
    assert ran.code == 1
    assert ran.err.startswith(
        "The result cannot be written: No space left on device. Send it somewhere else.\n\n999: "
    )


def test_a_fault_of_our_own_is_one_line_and_the_last_resort(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback ever reaches a person."""

    def broken(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(context, "directory", broken)
    ran = run("contacts")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("leedshelp has a fault and cannot go on (RuntimeError('unforeseen')).")
    assert all(f"{number}: {name}" in ran.err for name, number in LAST_RESORT)


def _fails(error: OSError, works: Callable[[Stream], None]) -> Callable[[Stream], None]:
    """A flush that fails for standard output and works for the rest."""

    def flush(stream: Stream) -> None:
        works(stream)
        if stream is sys.stdout and stream.is_written:
            raise error

    return flush
