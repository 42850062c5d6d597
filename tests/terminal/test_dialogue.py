"""The dialogue: reversible, calm, and unable to leave anybody without a number."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import repeat

import pytest

from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError
from leedshelp.model.words import Command
from leedshelp.terminal import streams
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.streams import Terminal
from tests.conftest import MOMENTS, Stream

DAY, NIGHT = MOMENTS["office hours"].at, MOMENTS["night"].at
NUMBERS = ["999", "0113 376 0336", "0113 535 0600"]
NOBODY = Answers()
FINISHED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)
CALL = Answers(Consent.AGREED, Harm.YES)
BRUISED = Answers(Consent.AGREED, Harm.YES, circumstance="bruise")


class Talk(Dialogue):
    """A dialogue with typed lines; what it showed, and for which answers it offered a call sheet."""

    def __init__(
        self,
        leeds: Directory,
        *typed: str,
        tty: bool = True,
        moments: Iterable[datetime] = repeat(DAY),
    ) -> None:
        self.screen = Stream(tty=tty)
        self.offered: list[Answers] = []
        stdin = Stream("".join(f"{line}\n" for line in typed), tty=tty)
        super().__init__(
            Terminal(stdin, Stream(), self.screen),
            leeds,
            iter(moments).__next__,
            lambda answers, _read: self.offered.append(answers),
        )

    def text(self) -> str:
        """All that was shown, without the bold."""
        return re.sub("\x1b\\[[01]m", "", self.screen.written())

    def numbers(self) -> list[str]:
        """The numbers that were shown, in their order."""
        return re.findall("^(?:> )?(999|0113 ... ....): ", self.text(), re.MULTILINE)

    def last_numbers(self) -> list[str]:
        """The numbers of the last three lines."""
        return [line.split(": ")[0] for line in self.text().rstrip().split("\n")[-3:]]


@pytest.fixture(autouse=True)
def _no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The streams of these tests have no waiting input to throw away."""
    monkeypatch.setattr(streams, "discard_waiting_input", lambda _stream: False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (["1", "1"], CALL),
        (["2", "2"], Answers(Consent.NOT_ASKED, Harm.UNSURE)),
        (["Y", "N", "T"], FINISHED),
        (["  not   asked yet. ", "No", "uns"], Answers(Consent.NOT_ASKED, Harm.NO, TierAnswer.UNSURE)),
        (["it is not safe", "uns"], Answers(Consent.UNSAFE, Harm.UNSURE)),
    ],
)
def test_answers_by_number_by_word_or_by_its_beginning_are_said_back(
    leeds: Directory, typed: list[str], answers: Answers
) -> None:
    talk = Talk(leeds, *typed)
    assert talk.ask(NOBODY) == answers
    for question, answer in answers.given().items():
        assert f"You said: {leeds.words.questions[question].options[answer]}" in talk.text()


@pytest.mark.parametrize("typed", ["5", "allegation", "Allegation about an adult", "a"])
def test_a_circumstance_is_one_key_at_the_question_about_harm(leeds: Directory, typed: str) -> None:
    """It ends the questions, and stands below the answers, which keep their keys."""
    talk = Talk(leeds, "2", typed)
    assert talk.ask(NOBODY) == Answers(Consent.NOT_ASKED, circumstance="allegation")
    consent, harm = talk.text().split("Question 2 of 3")
    assert "3. No\nOr is it one of these? Each says whom to ring if you fear harm:\n4. Suspicious" in harm
    assert "9. I am a member of the public, and do not work with children\n\nType 1 to 9 or a word" in harm
    assert "You said: Allegation about an adult who works with children" in harm
    assert "Or is it one of these?" not in consent


def test_a_circumstance_that_counts_as_harm_is_a_yes(leeds: Directory) -> None:
    """A no that was said before does not outlive it; nor does it outlive another answer."""
    assert Talk(leeds, "1", "4").ask(NOBODY) == BRUISED
    assert Talk(leeds, "1", "3", "b", "4").ask(NOBODY) == BRUISED
    assert Talk(leeds, "c", "2", "k").change(BRUISED) == BRUISED
    assert Talk(leeds, "c", "2", "3", "2").change(BRUISED) == FINISHED
    talk = Talk(leeds, "c", "2", "7")
    assert talk.change(BRUISED) == Answers(Consent.AGREED, circumstance="social-worker")
    assert "suffer it? Suspicious mark or bruise" in talk.text()
    assert "Your answer so far: Suspicious mark" in talk.text()


def test_without_circumstances_there_is_no_offer_of_any(leeds: Directory) -> None:
    talk = Talk(leeds._replace(circumstances={}), "1", "4", "1")
    assert talk.ask(NOBODY) == CALL
    assert "Or is it one of these?" not in talk.text()
    assert "3. No\n\nType 1 to 3 or a word" in talk.text()


def test_only_what_is_not_answered_is_asked(leeds: Directory) -> None:
    talk = Talk(leeds, "3")
    assert talk.ask(FINISHED._replace(harm=None)) == FINISHED
    assert re.findall("Question . of 3", talk.text()) == ["Question 2 of 3"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "Nothing was typed."),
        *((line, f'"{line}" is not one of the answers.\n') for line in ("5", "0", "00", "maybe", "[/]")),
        ("\x1b[2J", '"\\x1b[2J" is not one of the answers.\n'),
        ("9" * 900, f'"{"9" * 40}..." is not one of the answers.\n'),
        ("agred", '"agred" is not one of the answers. Did you mean "Yes, they agree"?'),
        ("n", '"n" could be "Not asked yet" or "No, they do not agree". Type its number.'),
        ("b", "There is no earlier answer yet."),
        ("k", "There is no earlier answer yet."),
        ("c", "There is no earlier answer yet."),
    ],
)
def test_what_is_no_answer_is_told_and_asked_again(leeds: Directory, line: str, told: str) -> None:
    """There is no default, no slip is taken for an answer, and nothing typed acts on the terminal."""
    talk = Talk(leeds, line, "1", "1")
    assert talk.ask(NOBODY) == CALL
    assert told in talk.text()
    assert "\x1b" not in talk.text()


def test_change_reviews_all_answers_and_keeps_the_others(leeds: Directory) -> None:
    talk = Talk(leeds, "1", "3", "c", "1", "refused", "2")
    assert talk.ask(NOBODY) == FINISHED._replace(consent=Consent.REFUSED)
    assert "1. Does the family agree to you talking to others about this? Yes, they agree" in talk.text()


@pytest.mark.parametrize("picked", ["7", "0", "x", "", "\N{SUPERSCRIPT TWO}"])
def test_a_change_of_nothing_changes_nothing(leeds: Directory, picked: str) -> None:
    talk = Talk(leeds, "1", "c", picked, "1")
    assert talk.ask(NOBODY) == CALL
    assert "Nothing is changed." in talk.text()


def test_why_gives_the_reason_and_its_document(leeds: Directory) -> None:
    talk = Talk(leeds, "w", "1", "why", "3", "w", "2")
    talk.ask(NOBODY)
    screen = " ".join(talk.text().split())
    assert all(words.why.says in screen for words in leeds.words.questions.values())
    assert "Source: Right conversation, right people, right time (2015)" in screen


@pytest.mark.parametrize("tty", [True, False])
@pytest.mark.parametrize(("typed", "numbers"), [("?", 1), ("help", 1), ("p", 2), ("phone", 2), ("999", 2)])
def test_the_numbers_and_the_help_can_be_seen_however_lines_come(
    leeds: Directory, typed: str, numbers: int, *, tty: bool
) -> None:
    """The numbers are there before the first question, and again for whoever asks."""
    talk = Talk(leeds, typed, "1", "1", tty=tty)
    assert talk.ask(NOBODY) == CALL
    assert talk.numbers() == NUMBERS * numbers
    assert talk.text().startswith("999: Ring if")
    helped = {command for command in Command if f"{command.key} or {command}: " in talk.text()}
    assert helped == (set() if numbers == 2 else set(Command) if tty else {"phone", "quit", "help"})


@pytest.mark.parametrize(
    ("typed", "told"), [("p", "999: Ring if"), ("999", "999: Ring if"), ("?", "q or quit: ")]
)
def test_the_numbers_and_the_help_can_be_seen_where_an_answer_is_chosen(
    leeds: Directory, typed: str, told: str
) -> None:
    talk = Talk(leeds, "1", "c", typed, "1", "2", "1")
    assert talk.ask(NOBODY) == Answers(Consent.NOT_ASKED, Harm.YES)
    assert told in talk.text().split("Which one?")[1]


def test_only_what_can_be_done_is_offered(leeds: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    talk = Talk(leeds, "1", "b", "k", "1")
    talk.ask(NOBODY)
    assert re.findall("Or: (.*)", talk.text())[:3] == [
        "w why, p phone, q quit, ? help.",
        "b back, w why, c change, p phone, q quit, ? help.",
        "k keep, w why, c change, p phone, q quit, ? help.",
    ]


@pytest.mark.parametrize(("typed", "answered"), [([], 0), (["1"], 1), (["1", "c"], 1), (["1", "3"], 2)])
def test_the_end_of_input_names_the_options(leeds: Directory, typed: list[str], answered: int) -> None:
    with pytest.raises(NobodyToAskError) as caught:
        Talk(leeds, *typed).ask(NOBODY)
    options = ["--consent", "--harm", "--tier"][answered:]
    assert f"Give {', '.join(options)}" in str(caught.value)
    is_enough = "--harm yes or unsure, or --circumstance, is enough" in str(caught.value)
    assert is_enough is ("--harm" in options)


def test_five_lines_in_a_row_that_are_not_understood_are_enough(leeds: Directory) -> None:
    """A command in between begins again, but not through a pipe, where help would have no end."""
    with pytest.raises(NotUnderstoodError):
        Talk(leeds, *["what"] * 5, "1", "1").ask(NOBODY)
    assert Talk(leeds, *["what"] * 4, "?", *["what"] * 4, "1", "1").ask(NOBODY) == CALL
    with pytest.raises(NotUnderstoodError):
        Talk(leeds, *["?"] * 10, tty=False).ask(NOBODY)


def test_input_that_is_no_terminal_answers_line_by_line(leeds: Directory) -> None:
    """The keys that change an answer do not get in the way, and none is offered; quitting is leaving."""
    talk = Talk(leeds, "1", "3", "2", tty=False)
    assert talk.ask(NOBODY) == FINISHED
    assert "q quit" not in talk.text()
    talk = Talk(leeds, "b", "k", "c", "w", tty=False)
    with pytest.raises(NobodyToAskError):
        talk.ask(NOBODY)
    assert talk.text().count("is not one of the answers.") == 4
    leaving = Talk(leeds, "1", "q", tty=False)
    with pytest.raises(LeftError):
        leaving.ask(NOBODY)
    assert leaving.text().count("999: ") == 1


@pytest.mark.parametrize("typed", [["q"], ["quit"], [], ["x"] * 5, ["c", "9", "q"]])
def test_after_the_advice_one_can_finish(leeds: Directory, typed: list[str]) -> None:
    """By saying so, by the end of input, or by nothing that is understood."""
    assert Talk(leeds, *typed).change(FINISHED) is None


def test_after_the_advice_any_answer_can_be_changed(leeds: Directory) -> None:
    """Later answers that still apply are kept; a question that now arises is asked."""
    changed = Talk(leeds, *"ppppppp", "c", "1", "refused").change(FINISHED)
    assert changed == FINISHED._replace(consent=Consent.REFUSED)
    assert Talk(leeds, "b", "2", "no", "2").change(CALL) == FINISHED


@pytest.mark.parametrize("key", ["s", "S", "sheet"])
def test_after_the_advice_a_sheet_is_offered(leeds: Directory, key: str) -> None:
    """For the answers as they are; the same key at a question may begin an answer."""
    talk = Talk(leeds, key, "what", key, "q")
    assert talk.change(FINISHED) is None
    assert talk.offered == [FINISHED, FINISHED]
    assert "Call sheet: s." in talk.text()
    assert "Type q, c, p or s." in talk.text()
    talk = Talk(leeds, "1", "3", "s")
    assert talk.ask(NOBODY).tier == TierAnswer.SPECIALIST
    assert talk.offered == []


@pytest.mark.parametrize("typed", [["c", "q"], ["c"]])
def test_the_review_after_the_advice_can_be_left_too(leeds: Directory, typed: list[str]) -> None:
    talk = Talk(leeds, *typed)
    with pytest.raises(LeftError):
        talk.change(FINISHED)
    assert talk.last_numbers() == NUMBERS


def test_the_public_have_their_own_numbers_after_their_advice_and_on_leaving_it(leeds: Directory) -> None:
    talk = Talk(leeds, "c", "q")
    with pytest.raises(LeftError):
        talk.change(Answers().within("member-of-the-public", None))
    numbers = talk.numbers()
    assert numbers[:2] == ["999", "0113 222 4403"]
    assert numbers == numbers[: len(numbers) // 2] * 2


def test_the_review_lists_only_answers_that_count(leeds: Directory) -> None:
    """A tier that was answered before harm was feared decides nothing any more."""
    talk = Talk(leeds, "c", "", "q")
    talk.change(FINISHED._replace(harm=Harm.YES))
    assert "2. Do you fear" in talk.text()
    assert "Which services" not in talk.text()


def test_time_passes_while_a_person_thinks(leeds: Directory) -> None:
    """The numbers are those of the moment they are shown."""
    talk = Talk(leeds, "q", moments=[DAY, NIGHT])
    with pytest.raises(LeftError):
        talk.ask(NOBODY)
    emergency, duty, edt = NUMBERS
    assert talk.numbers()[:3] == NUMBERS
    assert talk.last_numbers() == [emergency, edt, duty]
