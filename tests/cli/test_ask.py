"""`ask`: what answers it, what it shows where, and how its questions are left."""

import json
import re

import pytest

from leedshelp.faces import jsondata, plain
from leedshelp.model.answers import Answers, Harm, paths
from leedshelp.model.directory import Directory
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS, Run

AT = ("--at", "2026-11-24T11:00")
NUMBERS = ("999", "0113 376 0336", "0113 535 0600")


@pytest.mark.parametrize("name", ["office hours", "night"])
@pytest.mark.parametrize("answers", list(paths()), ids=lambda answers: "-".join(answers.answered().values()))
def test_options_pipes_and_a_terminal_give_the_same_advice(
    run: Run, leeds: Directory, answers: Answers, name: str
) -> None:
    """Every path, by day and by night, by every way of answering; at a terminal, a screen at a time."""
    moment = MOMENTS[name]
    at = moment.at.isoformat()
    options = [word for question, answer in answers.answered().items() for word in (f"--{question}", answer)]
    typed = "".join(f"{answer}\n" for answer in answers.answered().values())
    expected = advise(leeds, answers, moment.at, at[:16])
    by_options = run("ask", "--at", at, *options)
    by_pipe = run("ask", "--at", at, typed=typed)
    by_hand = run("ask", "--at", at, "--plain", typed=typed + "\n" * 9 + "q\n", tty=True)
    at_once = run("ask", "--at", at, "--plain", "--full", typed=typed + "q\n", tty=True)
    assert by_options.out == by_pipe.out == plain.advice(expected, None)
    assert by_hand.out == plain.first(expected, 80) + plain.rest(expected, 80)
    assert at_once.out == plain.advice(expected, 80)
    assert (by_options.code, by_pipe.code, by_hand.code, at_once.code) == (0, 0, 0, 0)
    assert by_options.err == ""
    assert run("ask", "--at", at, "--json", *options).out == jsondata.advice(expected)


@pytest.mark.parametrize(
    ("args", "answers"),
    [
        (["--harm", "yes"], (None, "yes", None)),
        (["--harm", "unsure"], (None, "unsure", None)),
        (["--concern", "allegation"], ("allegation", None, None)),
        (["--concern", "bruise"], ("bruise", "yes", None)),
        (["--concern", "bruise", "--harm", "no"], ("bruise", "yes", None)),
        (["--concern", "outside-leeds", "--harm", "unsure"], ("outside-leeds", "unsure", None)),
        (["--concern", "fgm", "--consent", "refused", "--tier", "universal"], ("fgm", "yes", "refused")),
    ],
)
def test_feared_harm_or_a_concern_alone_is_answered_at_once(
    run: Run, args: list[str], answers: tuple[str | None, ...]
) -> None:
    """Nothing is asked; what it says of harm counts, and so does harm that is feared besides."""
    ran = run("ask", *args, "--json")
    given = json.loads(ran.out)["answers"]
    assert (given["concern"], given["harm"], given["consent"]) == answers
    assert given["tier"] is None
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("--harm Y", "--harm yes"),
        ("--harm YES", "--harm yes"),
        ("--harm 2", "--harm unsure"),
        ("--harm Unsure.", "--harm unsure"),
        ("--harm bruise", "--concern bruise"),
        ("--concern outside", "--concern outside-leeds"),
        ("--concern Allegation-about-an-adult", "--concern allegation"),
        ("--consent no --harm no --tier Targeted", "--consent refused --harm no --tier targeted"),
        ("--consent yes --harm N --tier 3", "--consent agreed --harm no --tier specialist"),
        ("--consent 4 --harm 3 --tier 4", "--consent unsafe --harm no --tier unsure"),
        ("--harm maybe", "--harm unsure"),
        ("--consent ok --harm bruising", "--consent agreed --concern bruise"),
    ],
)
def test_an_option_takes_what_the_question_takes(run: Run, given: str, meant: str) -> None:
    """A word in any case, its beginning, the number or the words of an answer, and people's own words."""
    ran = run("ask", *given.split(), *AT)
    assert ran.code == 0
    assert ran == run("ask", *meant.split(), *AT)


def test_the_command_that_repeats_an_advice_repeats_it(run: Run) -> None:
    """At the moment that was named, in whatever way, or, where none was, at the moment it is then."""
    first = run("ask", "--consent", "refused", "--harm", "no", "--tier", "unsure", "--at", "25/12/2026 10am")
    assert "At Friday 25 December 2026, 10:00." in first.out
    command = first.out.splitlines()[-1].removeprefix("Again: leedshelp ")
    assert "--at 2026-12-25T10:00" in command
    assert run(*command.split()).out == first.out
    assert "--at" not in run("ask", "--harm", "yes").out


def test_the_questions_are_asked_for_the_moment_that_was_named(run: Run) -> None:
    """The numbers before the first of them are those that answer then."""
    for at, number in (AT[1], "0113 376 0336"), ("2026-12-25T10:00", "0113 535 0600"):
        assert run("ask", "--at", at).err.splitlines()[1].startswith(number)


@pytest.mark.parametrize("face", [[], ["--plain"]])
def test_at_a_terminal_the_first_screen_is_shown_with_the_way_to_the_rest(run: Run, face: list[str]) -> None:
    """Where no question is asked."""
    args = ("ask", "--harm", "yes", *AT, *face)
    ran, full = run(*args, tty=True), run(*args, "--full", tty=True)
    assert ran.code == full.code == 0
    assert ran.out.count("\n") <= 20
    assert ran.err == f"\nThe rest: leedshelp ask --harm yes --at {AT[1]} --full\n"
    assert full.out.startswith(ran.out)
    assert "Why:" in full.out.removeprefix(ran.out)
    assert full.err == ""


def test_whoever_pipes_the_answers_in_is_told_how_to_get_the_rest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The advice is at a terminal, and nobody can press Enter."""
    monkeypatch.setattr(Terminal, "is_interactive", False)
    ran = run("ask", *AT, typed="agreed\nyes\n", tty=True)
    assert ran.out.count("\n") <= 20
    assert ran.err.endswith(f"The rest: leedshelp ask --consent agreed --harm yes --at {AT[1]} --full\n")


def test_in_a_pipe_full_changes_nothing(run: Run) -> None:
    for face in ([], ["--plain"], ["--json"]):
        args = ("ask", "--harm", "yes", *AT, *face)
        assert run(*args, "--full") == run(*args)


def test_json_at_a_terminal_is_one_document(run: Run) -> None:
    """Nothing is asked after it, so that a file holds exactly one."""
    ran = run("ask", "--json", typed="1\n1\n", tty=True)
    assert json.loads(ran.out)["outcome"] == "call-now"
    assert "Question 1 of 3" in ran.err
    assert "q finish" not in ran.err


@pytest.mark.parametrize(
    ("options", "typed", "code"),
    [([], "1\nq\n", 0), ([], "1\n", 4), (["--no-input"], "1\n1\n", 4), ([], "\x03", 130)],
)
@pytest.mark.parametrize("tty", [True, False])
def test_whoever_leaves_the_questions_has_the_numbers_last(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], typed: str, code: int, *, tty: bool
) -> None:
    """By quitting, by the end of input, without any, and by Ctrl-C; below, a program is told the options.

    Whoever ends the input at a terminal has left, and is told of no option.
    """
    code = 0 if tty and typed == "1\n" else code

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    if typed == "\x03":
        monkeypatch.setattr(Terminal, "ask", interrupted)
    ran = run("ask", *AT, *options, typed=typed, tty=tty)
    assert (ran.code, ran.out) == (code, "")
    shown = re.sub("\x1b\\[[01]m", "", ran.err).rstrip()
    if code == 4:
        assert "Give --" in shown.rpartition("\n\n")[2]
        shown = shown.rpartition("\n\n")[0]
    if tty:
        assert [line.split(": ")[0] for line in shown.split("\n")[-3:]] == list(NUMBERS)
    else:
        assert all(f"{number}: " in shown for number in NUMBERS)


def test_answers_that_are_not_understood_end_in_the_cautious_advice(run: Run, leeds: Directory) -> None:
    """Exit 1, and Duty and Advice to talk to; at a terminal its first screen, so that they are last."""
    cautious = advise(leeds, Answers(harm=Harm.UNSURE), MOMENTS["office hours"].at, AT[1])
    for tty, advice in (False, plain.advice(cautious, None)), (True, plain.first(cautious, 80)):
        ran = run("ask", *AT, typed="what\n" * 5, tty=tty)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith(f"To be on the safe side:\n\n{advice}")
