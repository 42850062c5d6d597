"""What holds for any conversation: proved over many of them, against a model of the dialogue."""

import os
import re
from typing import NamedTuple
from unittest import mock

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from leedshelp.bundled import bundled_data
from leedshelp.loading import load
from leedshelp.model.answers import OPTIONS, Answers, Question, next_question
from leedshelp.model.errors import LeftError, NotUnderstoodError
from leedshelp.model.words import COMMANDS, Command
from leedshelp.terminal import streams
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.prompt import PATIENCE, Prompt
from leedshelp.terminal.streams import Terminal
from tests.conftest import MOMENTS, Stream

AT = MOMENTS["office hours"].at
LEEDS = load(bundled_data())
NUMBERS = ["999", "0113 376 0336", "0113 535 0600"]
RUBBISH = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=12).filter(
    lambda text: not re.search("[a-z0-9?]", text.casefold())
)
ANY = settings(print_blob=True)


# People's own words, and the answer that each means at a question; at the others it means none.
OWN_WORDS = {
    "yes please": {"consent": "agreed", "harm": "yes"},
    "they refuse": {"consent": "refused"},
    "maybe": {"harm": "unsure", "tier": "unsure"},
    "don't know": {"consent": "not-asked", "harm": "unsure", "tier": "unsure"},
    "Bradford": {"harm": "outside-leeds"},
}


class Line(NamedTuple):
    """A typed line, and what is meant by it: an option's position, own words, a command, or nothing."""

    typed: str
    means: int | dict[str, str] | Command | None


LINES = st.one_of(
    st.sampled_from([Line(str(number), number) for number in range(1, 11)]),
    st.sampled_from([Line(name, command) for name, command in COMMANDS.items()]),
    st.sampled_from([Line(typed, means) for typed, means in OWN_WORDS.items()]),
    st.builds(Line, RUBBISH, st.none()),
)

BACK = Line("b", Command.BACK)
END = Line("", 0)
"""What is picked where no line comes any more: at a review, that is leaving."""

# Harm is answered a second time: it is still one step on the way back.
ANSWERED_TWICE = [Line("1", 1), Line("3", 3), Line("c", Command.CHANGE), Line("2", 2), Line("3", 3)]


def as_answers(answers: dict[str, str]) -> Answers:
    """Answers from a plain mapping."""
    made = Answers()
    for question, answer in answers.items():
        if concern := LEEDS.concerns.get(answer):
            made = concern.added_to(made)
        else:
            made = made.with_answer(Question(question), answer)
    return made


def expected(lines: list[Line]) -> tuple[str, dict[str, str], str | None]:
    """How a conversation ends, what is answered then, and where it is: the dialogue once more, plainly."""
    order = {question: [str(option) for option in OPTIONS[question]] for question in Question}
    order[Question.HARM] += [concern.id for concern in LEEDS.concerns.values() if concern.briefly]
    answers: dict[str, str] = {}
    waiting = iter(lines)
    at, misunderstood = "consent", 0
    trail: list[str] = []
    for line in waiting:
        before = [question for question in order if question in answers]
        match line.means:
            case int(number) if number <= len(order[Question(at)]):
                answers[at] = order[Question(at)][number - 1]
            case dict(means) if at in means:
                answers[at] = means[at]
            case Command.HARM:
                return "advice", answers | {"harm": "yes"}, None
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
                    picked = next(waiting, END)
                    for _ in range(PATIENCE):
                        if picked.means in (Command.PHONE, Command.HELP, Command.HARM):
                            picked = next(waiting, END)
                    if picked == END or picked.means is Command.QUIT:
                        return "left", answers, at
                    if isinstance(picked.means, int) and picked.means <= len(before):
                        at = before[picked.means - 1]
                continue
            case Command() if means_something(line, at):
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
    return "no more lines", answers, at


def means_something(line: Line, at: str) -> bool:
    """Whether a command is one at a question."""
    return line.means != Command.OTHER or at == "harm"


def actual(lines: list[Line]) -> tuple[str, Answers | None, str]:
    """How a conversation at a terminal ends, with what answers, and all that was shown.

    Where no more lines come, the person has left.
    """
    screen = Stream(tty=True)
    stdin = Stream("".join(f"{line.typed}\n" for line in lines), tty=True)
    ends = {LeftError: "left", NotUnderstoodError: "not understood"}
    with (
        mock.patch.object(streams, "discard_waiting_input", return_value=False),
        mock.patch.dict(os.environ, {"COLUMNS": "250", "TERM": "dumb"}),
    ):
        prompt = Prompt(Terminal(stdin, Stream(), screen), LEEDS, lambda: AT)
        prompt.numbers()
        dialogue = Dialogue(prompt, LEEDS)
        try:
            return "advice", dialogue.ask(Answers()), screen.written()
        except tuple(ends) as end:
            return ends[type(end)], None, screen.written()


@settings(ANY, max_examples=150)
@example([*ANSWERED_TWICE, BACK, BACK])
@given(lines=st.lists(LINES, max_size=25))
def test_any_conversation_ends_as_its_lines_mean(lines: list[Line]) -> None:
    """No line, in any order, gives a traceback or a wrong outcome, or leaves nobody with the numbers."""
    ended, answers, at = expected(lines)
    how, given_answers, screen = actual(lines)
    assert how == ("left" if ended == "no more lines" else ended)
    assert [line.split(": ")[0] for line in screen.splitlines()[:3]] == NUMBERS
    if given_answers is not None:
        assert given_answers.answered() == answers
        assert next_question(given_answers) is None
    else:
        assert [line.split(": ")[0] for line in screen.rstrip().splitlines()[-3:]] == NUMBERS
        position = [str(question) for question in Question].index(str(at)) + 1
        assert screen.rsplit("Question ", 1)[1].startswith(f"{position} of 3")
    assert not any(character < " " for character in screen.replace("\n", ""))


@settings(ANY, max_examples=80)
@given(lines=st.lists(LINES, max_size=8), number=st.integers(1, 4))
def test_back_after_an_answer_is_where_one_was(lines: list[Line], number: int) -> None:
    """Whatever came before: the same question, with the answer that was just given."""
    there = expected(lines)
    here = expected([*lines, Line(str(number), number)])
    assume(there[0] == here[0] == "no more lines" and there[1] != here[1])
    _, _, screen = actual([*lines, Line(str(number), number), BACK])
    (question,) = [each for each in here[1] if here[1][each] != there[1].get(each)]
    labels = dict(LEEDS.words.questions[Question(question)].options)
    labels |= {each.id: each.name for each in LEEDS.concerns.values()}
    position = list(Question).index(Question(question)) + 1
    last = screen.rsplit("Question ", 1)[1]
    assert last.startswith(f"{position} of 3")
    assert f"Your answer so far: {labels[here[1][question]]}" in last
