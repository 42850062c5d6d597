"""What holds for any conversation, and for any screen: proved over many of them."""

import os
import re
from types import ModuleType
from typing import NamedTuple
from unittest import mock

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leedshelp.cli import context
from leedshelp.faces import plain, screen
from leedshelp.loading import bundled_data, load
from leedshelp.model.answers import OPTIONS, Answers, Harm, Question, next_question, paths
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError
from leedshelp.model.words import Command
from leedshelp.terminal import streams
from leedshelp.terminal.dialogue import PATIENCE, Dialogue
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import Advice, advise
from tests.conftest import MOMENTS, Stream, no_sheet

AT = MOMENTS["office hours"].at
LEEDS = load(bundled_data())
WAYS = LEEDS.circumstances.values()
WITHIN = dict.fromkeys(
    Answers(harm=harm).within(each.id, each.harm) for each in WAYS for harm in (None, *Harm)
)
EVERY = [*paths(), *WITHIN]
RUBBISH = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=12).filter(
    lambda text: not re.search("[a-z0-9?]", text.casefold())
)
ANY = settings(deadline=None, print_blob=True)


class Line(NamedTuple):
    """A typed line, and what is meant by it: an option's position, a command, or nothing."""

    typed: str
    means: int | Command | None


LINES = st.one_of(
    st.sampled_from([Line(str(number), number) for number in range(1, 11)]),
    st.sampled_from([Line(name, command) for command in Command for name in (command, command.key)]),
    st.builds(Line, RUBBISH, st.none()),
)


def as_answers(answers: dict[str, str]) -> Answers:
    """Answers from a plain mapping."""
    found = Answers()
    for question, answer in answers.items():
        if circumstance := LEEDS.circumstances.get(answer):
            found = found.within(circumstance.id, circumstance.harm)
        else:
            found = found.with_answer(Question(question), answer)
    return found


def expected(lines: list[Line]) -> tuple[str, dict[str, str], str | None]:
    """How a conversation ends, what is answered then, and where it is: the dialogue once more, plainly."""
    order = {question: [str(option) for option in OPTIONS[question]] for question in Question}
    order[Question.HARM] += LEEDS.circumstances
    answers: dict[str, str] = {}
    waiting = iter(lines)
    at, misunderstood = "consent", 0
    trail: list[str] = []
    for line in waiting:
        before = [question for question in order if question in answers]
        match line.means:
            case int(number) if number <= len(order[Question(at)]):
                answers[at] = order[Question(at)][number - 1]
            case Command.KEEP if at in answers:
                pass
            case Command.QUIT:
                return "left", answers, at
            case Command.BACK:
                earlier = [str(each) for each in list(order)[: list(order).index(Question(at))]]
                answered = [at, *(each for each in earlier if each in answers)]
                at, misunderstood = trail.pop() if trail else answered[-1], 0
                continue
            case Command.CHANGE:
                misunderstood = 0
                if before:
                    picked = next(waiting, Line("", None))
                    while picked.means in (Command.PHONE, Command.HELP):
                        picked = next(waiting, Line("", None))
                    if picked.means is Command.QUIT:
                        return "left", answers, at
                    if isinstance(picked.means, int) and picked.means <= len(before):
                        at = before[picked.means - 1]
                continue
            case Command():
                misunderstood = 0
                continue
            case _:
                misunderstood += 1
                if misunderstood == PATIENCE:
                    return "not understood", answers, at
                continue
        trail = [*(each for each in trail if each != at), at]
        following = next_question(as_answers(answers))
        if following is None:
            return "advice", answers, None
        at, misunderstood = following, 0
    return "nobody", answers, at


def actual(lines: list[Line]) -> tuple[str, Answers | None, str]:
    """How a conversation at a terminal ends, with what answers, and all that was shown."""
    shown = Stream(tty=True)
    stdin = Stream("".join(f"{line.typed}\n" for line in lines), tty=True)
    with (
        mock.patch.object(streams, "discard_waiting_input", return_value=False),
        mock.patch.dict(os.environ, {"COLUMNS": "250", "TERM": "dumb"}),
    ):
        dialogue = Dialogue(Terminal(stdin, Stream(), shown), LEEDS, lambda: AT, no_sheet)
        try:
            answers, ended = dialogue.ask(Answers()), "advice"
        except LeftError:
            answers, ended = None, "left"
        except NobodyToAskError:
            answers, ended = None, "nobody"
        except NotUnderstoodError:
            answers, ended = None, "not understood"
    return ended, answers, shown.written()


@settings(ANY, max_examples=150)
@given(lines=st.lists(LINES, max_size=25))
def test_any_conversation_ends_as_its_lines_mean(lines: list[Line]) -> None:
    """No line, in any order, gives a traceback or a wrong outcome, or leaves nobody with the numbers."""
    ended, answers, at = expected(lines)
    how, given_answers, shown = actual(lines)
    assert how == ended
    if given_answers is not None:
        assert given_answers.given() == answers
        assert next_question(given_answers) is None
    else:
        assert shown.rstrip().splitlines()[-3].startswith("999: ")
        position = [str(question) for question in Question].index(str(at)) + 1
        assert shown.rsplit("Question ", 1)[1].startswith(f"{position} of 3")
    assert not any(character < " " for character in shown.replace("\n", ""))


@settings(ANY, max_examples=80)
@given(lines=st.lists(LINES, max_size=8), number=st.integers(1, 4))
def test_back_after_an_answer_is_where_one_was(lines: list[Line], number: int) -> None:
    """Whatever came before: the same question, with the answer that was just given."""
    there = expected(lines)
    here = expected([*lines, Line(str(number), number)])
    assume(there[0] == here[0] == "nobody" and there[1] != here[1])
    _, _, shown = actual([*lines, Line(str(number), number), Line("b", Command.BACK)])
    (question,) = [each for each in here[1] if here[1][each] != there[1].get(each)]
    labels = dict(LEEDS.words.questions[Question(question)].options)
    labels |= {each.id: each.when for each in LEEDS.circumstances.values()}
    label = labels[here[1][question]]
    position = list(Question).index(Question(question)) + 1
    last = shown.rsplit("Question ", 1)[1]
    assert last.startswith(f"{position} of 3")
    assert f"Your answer so far: {label}" in last


ENVIRONMENTS: list[dict[str, str]] = [
    {"TERM": "xterm-256color"},
    {"TERM": "xterm-256color", "NO_COLOR": "1"},
    {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "FORCE_COLOR": "1"},
    {"TERM": "dumb"},
]
ENCODINGS = ["utf-8", "ascii", "cp1252", "latin-1"]


def on_screen(advice: Advice, width: int, encoding: str, environment: dict[str, str]) -> str:
    """An advice as a terminal of this kind gets it."""
    out = Stream(tty=True, encoding=encoding)
    with mock.patch.dict(os.environ, {**environment, "COLUMNS": str(width)}, clear=True):
        streams = Terminal(None, out, None)
        face, columns = context.face_for(streams, json=False)
        streams.result(face.advice(advice, columns))
    return out.written()


def assert_numbers_are_whole(advice: Advice, shown: str) -> None:
    """Each number of the advice is whole, unbroken, on one line."""
    lines = shown.splitlines()
    for call in (*advice.ring, advice.emergency):
        assert any(call.number.text in line for line in lines)


@settings(ANY, max_examples=60)
@given(
    answers=st.sampled_from(EVERY),
    width=st.integers(20, 250),
    encoding=st.sampled_from(ENCODINGS),
    environment=st.sampled_from(ENVIRONMENTS),
)
def test_every_number_is_whole_on_any_screen(
    answers: Answers, width: int, encoding: str, environment: dict[str, str]
) -> None:
    """A few of the screens there are; the slow proof below takes every width of every path."""
    advice = advise(LEEDS, answers, AT)
    assert_numbers_are_whole(advice, on_screen(advice, width, encoding, environment))


@pytest.mark.parametrize(
    "name", ["office hours", "disputed Friday afternoon", "past the known bank holidays"]
)
@pytest.mark.parametrize("face", [plain, screen])
def test_what_to_do_the_numbers_and_consent_fit_a_small_screen(face: ModuleType, name: str) -> None:
    """On every path, in 80 columns and 24 lines, with what follows or without."""
    for answers in EVERY:
        advice = advise(LEEDS, answers, MOMENTS[name].at)
        brief, whole = face.brief(advice, 80), face.advice(advice, 80)
        assert len(brief.rstrip().splitlines()) < 24
        assert whole.startswith(brief)
        assert_numbers_are_whole(advice, brief)


@pytest.mark.slow
@pytest.mark.parametrize("kind", range(len(ENVIRONMENTS)))
def test_every_number_of_every_path_is_whole_on_every_screen(kind: int) -> None:
    """Every width on every kind of terminal; every encoding there with every fourth width."""
    ways = [Answers().within(each.id, each.harm) for each in WAYS]
    advices = [advise(LEEDS, answers, AT) for answers in (*paths(), *ways)]
    for width in (*range(20, 125), *range(130, 251, 15)):
        encoding = ENCODINGS[(kind + width) % len(ENCODINGS)]
        for advice in advices:
            assert_numbers_are_whole(advice, on_screen(advice, width, encoding, ENVIRONMENTS[kind]))
