"""The dialogue: reversible, calm, and unable to leave anybody without a number."""

import re
from collections.abc import Callable

import pytest

from leedshelp.model.answers import OPTIONS, Answers, Consent, Harm, Question, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError, StoppedError
from leedshelp.model.words import COMMANDS, Command
from leedshelp.terminal import streams
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.streams import Terminal
from leedshelp.terminal.typed import understood
from tests.conftest import MOMENTS, Stream, no_sheet

NUMBERS = ("999: ", "0113 376 0336: ", "0113 535 0600: ")
FINISHED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)


class Talk:
    """A dialogue with typed lines, and what it showed."""

    def __init__(self, leeds: Directory, *typed: str, tty: bool = True, reads: bool = True) -> None:
        self.shown = Stream(tty=tty)
        stdin = Stream("".join(f"{line}\n" for line in typed), tty=tty) if reads else None
        streams = Terminal(stdin, Stream(), self.shown)
        self.offered: list[Answers] = []
        self.dialogue = Dialogue(streams, leeds, lambda: MOMENTS["office hours"].at, self.offer)

    def offer(self, answers: Answers, _read: Callable[[str], str | None]) -> None:
        """Note for which answers a call sheet is offered."""
        self.offered.append(answers)

    def text(self) -> str:
        """All that was shown, without the bold."""
        return re.sub("\x1b\\[[01]m", "", self.shown.written())


@pytest.fixture(autouse=True)
def _no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The streams of these tests have no waiting input to throw away."""
    monkeypatch.setattr(streams, "discard_waiting_input", lambda _stream: False)
    monkeypatch.setenv("COLUMNS", "80")


def test_numbers_are_on_the_screen_before_the_first_question(leeds: Directory) -> None:
    """999 first, then the one that answers now."""
    talk = Talk(leeds, "1", "1")
    talk.dialogue.ask(Answers())
    before = talk.text().split("Question 1 of 3")[0]
    positions = [before.index(number) for number in NUMBERS]
    assert positions == sorted(positions)


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (["1", "1"], Answers(Consent.AGREED, Harm.YES)),
        (["2", "2"], Answers(Consent.NOT_ASKED, Harm.UNSURE)),
        (["yes", "no", "targeted"], FINISHED),
        (["Y", "N", "T"], FINISHED),
        (["  not   asked yet. ", "No", "uns"], Answers(Consent.NOT_ASKED, Harm.NO, TierAnswer.UNSURE)),
        (["unsafe", "3", "4"], Answers(Consent.UNSAFE, Harm.NO, TierAnswer.UNSURE)),
        (["it is not safe", "uns"], Answers(Consent.UNSAFE, Harm.UNSURE)),
    ],
)
def test_answers_by_number_by_word_or_by_its_beginning(
    leeds: Directory, typed: list[str], answers: Answers
) -> None:
    """And each is repeated back in words."""
    talk = Talk(leeds, *typed)
    assert talk.dialogue.ask(Answers()) == answers
    for question, answer in answers.given().items():
        assert f"You said: {leeds.words.questions[question].options[answer]}" in talk.text()


@pytest.mark.parametrize("typed", ["5", "allegation", "Allegation about an adult", "a"])
def test_a_circumstance_is_one_key_at_the_question_about_harm(leeds: Directory, typed: str) -> None:
    """It ends the questions, and stands below the answers, which keep their keys."""
    talk = Talk(leeds, "2", typed)
    assert talk.dialogue.ask(Answers()) == Answers(Consent.NOT_ASKED, circumstance="allegation")
    question = talk.text().split("Question 2 of 3")[1]
    assert (
        "3. No\nOr is it one of these? Each says whom to ring if you fear harm:\n4. Suspicious mark"
        in question
    )
    assert (
        "9. I am a member of the public, and do not work with children\n\nType 1 to 9 or a word" in question
    )
    assert "You said: Allegation about an adult who works with children" in question
    assert "Or is it one of these?" not in talk.text().split("Question 2 of 3")[0]


def test_a_circumstance_that_counts_as_harm_is_a_yes(leeds: Directory) -> None:
    """A no that was said before does not outlive it; nor does it outlive another answer."""
    bruised = Answers(Consent.AGREED, Harm.YES, circumstance="bruise")
    assert Talk(leeds, "1", "4").dialogue.ask(Answers()) == bruised
    assert Talk(leeds, "1", "3", "b", "4").dialogue.ask(Answers()) == bruised
    talk = Talk(leeds, "c", "2", "7")
    assert talk.dialogue.change(bruised) == Answers(Consent.AGREED, circumstance="social-worker")
    assert "2. Do you fear that" in talk.text()
    assert "suffer it? Suspicious mark or bruise" in talk.text()
    assert "Your answer so far: Suspicious mark" in talk.text()
    assert Talk(leeds, "c", "2", "3", "1").dialogue.change(bruised) == FINISHED._replace(
        tier=TierAnswer.UNIVERSAL
    )


def test_a_circumstance_can_be_kept(leeds: Directory) -> None:
    """Like any answer."""
    answers = Answers(Consent.AGREED, circumstance="fgm", harm=Harm.YES)
    assert Talk(leeds, "c", "2", "k").dialogue.change(answers) == answers


def test_without_circumstances_there_is_no_offer_of_any(leeds: Directory) -> None:
    """As in a place whose data has none."""
    talk = Talk(leeds._replace(circumstances={}), "1", "4", "1")
    assert talk.dialogue.ask(Answers()).harm is Harm.YES
    assert "Or is it one of these?" not in talk.text()
    assert "3. No\n\nType 1 to 3 or a word" in talk.text()


def test_the_question_and_the_number_that_answers_now_stand_out(
    leeds: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bold, where bold can be shown and is wanted."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    talk = Talk(leeds, "1", "1")
    talk.dialogue.ask(Answers())
    assert "\x1b[1mDo you fear that the child" in talk.shown.written()
    assert re.search("\x1b\\[1m999: .*\n0113 376 0336: .*\x1b\\[0m\n0113 535 0600", talk.shown.written())
    monkeypatch.setenv("NO_COLOR", "1")
    quiet = Talk(leeds, "1", "1")
    quiet.dialogue.ask(Answers())
    assert "\x1b" not in quiet.shown.written()


def test_only_what_is_not_answered_is_asked(leeds: Directory) -> None:
    """Options may answer any question in advance."""
    talk = Talk(leeds, "3")
    assert talk.dialogue.ask(FINISHED._replace(harm=None)) == FINISHED
    assert "Question 2 of 3" in talk.text()
    assert "Question 1 of 3" not in talk.text()


@pytest.mark.parametrize("line", ["", "5", "0", "00", "maybe", "\x1b[2J", "[/]", "9" * 900])
def test_what_is_not_understood_is_asked_again(leeds: Directory, line: str) -> None:
    """There is no default, and nothing typed acts on the terminal."""
    talk = Talk(leeds, line, "1", "1")
    assert talk.dialogue.ask(Answers()).consent is Consent.AGREED
    assert ("is not one of the answers" in talk.text()) is bool(line)
    assert ("Nothing was typed." in talk.text()) is not bool(line)
    assert "\x1b" not in talk.text()


def test_an_answer_that_could_be_two_is_not_guessed(leeds: Directory) -> None:
    """An "n" to consent could be not asked yet or refused, and they are not the same; "no" is not both."""
    talk = Talk(leeds, "n", "no", "yes")
    assert talk.dialogue.ask(Answers()).consent is Consent.REFUSED
    assert '"n" could be "Not asked yet" or "No, they do not agree". Type its number.' in talk.text()


def test_back_shows_the_earlier_answer_and_it_can_be_kept(leeds: Directory) -> None:
    """One key and Enter; keeping goes on where one was."""
    talk = Talk(leeds, "1", "b", "k", "3", "2")
    assert talk.dialogue.ask(Answers()) == FINISHED
    assert "Your answer so far: Yes, they agree" in talk.text()


def test_back_and_change(leeds: Directory) -> None:
    """The earlier answer can be changed, and the next question follows."""
    assert Talk(leeds, "1", "back", "4", "1").dialogue.ask(Answers()) == Answers(Consent.UNSAFE, Harm.YES)


def test_there_is_nothing_before_the_first_question(leeds: Directory) -> None:
    """Back, keep and change say so."""
    talk = Talk(leeds, "b", "k", "c", "1", "1")
    talk.dialogue.ask(Answers())
    assert talk.text().count("There is no earlier answer yet.") == 3


def test_change_reviews_all_answers_and_keeps_the_others(leeds: Directory) -> None:
    """By number, in words, at any question."""
    talk = Talk(leeds, "1", "3", "c", "1", "refused", "2")
    assert talk.dialogue.ask(Answers()) == FINISHED._replace(consent=Consent.REFUSED)
    assert "1. Does the family agree to you talking to others about this? Yes, they agree" in talk.text()


@pytest.mark.parametrize("picked", ["7", "0", "x", "", "\N{SUPERSCRIPT TWO}"])
def test_a_change_of_nothing_changes_nothing(leeds: Directory, picked: str) -> None:
    """The question is asked again."""
    talk = Talk(leeds, "1", "c", picked, "1")
    assert talk.dialogue.ask(Answers()) == Answers(Consent.AGREED, Harm.YES)
    assert "Nothing is changed." in talk.text()


def test_why_gives_the_reason_and_its_document(leeds: Directory) -> None:
    """Every question can say why it is asked."""
    talk = Talk(leeds, "w", "1", "why", "3", "w", "2")
    talk.dialogue.ask(Answers())
    shown = " ".join(talk.text().split())
    for words in leeds.words.questions.values():
        assert words.why.says in shown
    assert "Source: Right conversation, right people, right time (2015)" in shown


def test_phone_shows_the_numbers_again(leeds: Directory) -> None:
    """At any question."""
    talk = Talk(leeds, "p", "1", "1")
    talk.dialogue.ask(Answers())
    assert all(talk.text().count(number) == 2 for number in NUMBERS)


def test_help_lists_every_command(leeds: Directory) -> None:
    """With what each does."""
    talk = Talk(leeds, "?", "1", "1")
    talk.dialogue.ask(Answers())
    for command in Command:
        assert f"{command.key} or {command}: " in talk.text()


def test_only_what_can_be_done_is_offered(leeds: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Back is not offered at the first question, and keep only where there is an answer."""
    monkeypatch.setenv("COLUMNS", "120")
    talk = Talk(leeds, "1", "b", "k", "1")
    talk.dialogue.ask(Answers())
    first, second, third, _ = (part.split("\n")[0] for part in talk.text().split("Or: ")[1:])
    assert first == "w why, p phone, q quit, ? help."
    assert second == "b back, w why, c change, p phone, q quit, ? help."
    assert third == "k keep, w why, c change, p phone, q quit, ? help."


@pytest.mark.parametrize("typed", [["q"], ["1", "quit"], ["1", "3", "Q"]])
def test_quitting_leaves_the_numbers_on_the_screen(leeds: Directory, typed: list[str]) -> None:
    """At every question."""
    talk = Talk(leeds, *typed)
    with pytest.raises(LeftError):
        talk.dialogue.ask(Answers())
    assert_numbers_are_last(talk)


@pytest.mark.parametrize("typed", [[], ["1"], ["1", "3"]])
def test_the_end_of_input_leaves_the_numbers_and_names_the_options(
    leeds: Directory, typed: list[str]
) -> None:
    """At every question."""
    talk = Talk(leeds, *typed)
    with pytest.raises(NobodyToAskError) as caught:
        talk.dialogue.ask(Answers())
    expected = ["--consent", "--harm", "--tier"][len(typed) :]
    assert f"Give {', '.join(expected)}" in str(caught.value)
    assert ("--harm yes or unsure, or --circumstance, is enough" in str(caught.value)) is (
        "--harm" in expected
    )
    assert_numbers_are_last(talk)


def test_ctrl_c_leaves_the_numbers_on_the_screen(leeds: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that it was stopped."""
    talk = Talk(leeds)

    def interrupted(_self: Terminal, _text: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "ask", interrupted)
    with pytest.raises(StoppedError):
        talk.dialogue.ask(Answers())
    assert_numbers_are_last(talk)


def assert_numbers_are_last(talk: Talk) -> None:
    """The last lines on the screen are the numbers."""
    last = talk.text().rstrip().split("\n")[-3:]
    assert [line[: len(number)] for line, number in zip(last, NUMBERS, strict=True)] == list(NUMBERS)


def test_five_lines_that_are_not_understood_are_enough(leeds: Directory) -> None:
    """In a row: a command or an answer in between begins again."""
    with pytest.raises(NotUnderstoodError):
        Talk(leeds, *["what"] * 5, "1", "1").dialogue.ask(Answers())
    patient = Talk(leeds, *["what"] * 4, "?", *["what"] * 4, "1", "1")
    assert patient.dialogue.ask(Answers()) == Answers(Consent.AGREED, Harm.YES)


def test_input_that_is_no_terminal_answers_line_by_line(leeds: Directory) -> None:
    """The keys that change an answer do not get in the way, and none is offered."""
    talk = Talk(leeds, "1", "3", "2", tty=False)
    assert talk.dialogue.ask(Answers()) == FINISHED
    assert "q quit" not in talk.text()
    with pytest.raises(NobodyToAskError):
        Talk(leeds, "b", "k", "c", "w", tty=False).dialogue.ask(Answers())


@pytest.mark.parametrize("tty", [True, False])
@pytest.mark.parametrize(("typed", "numbers"), [("?", 1), ("help", 1), ("p", 2), ("phone", 2), ("999", 2)])
def test_the_numbers_and_the_help_can_be_seen_however_lines_come(
    leeds: Directory, typed: str, numbers: int, *, tty: bool
) -> None:
    """At a terminal and through a pipe; 999 is shown to whoever types it."""
    talk = Talk(leeds, typed, "1", "1", tty=tty)
    assert talk.dialogue.ask(Answers()) == Answers(Consent.AGREED, Harm.YES)
    assert talk.text().count("999: Ring if") == numbers
    assert ("p or phone: " in talk.text()) is (numbers == 1)
    assert ("b or back: " in talk.text()) is (tty and numbers == 1)


def test_help_without_end_through_a_pipe_has_an_end(leeds: Directory) -> None:
    """As with any line that answers nothing."""
    with pytest.raises(NotUnderstoodError):
        Talk(leeds, *["?"] * 10, tty=False).dialogue.ask(Answers())


def test_whoever_quits_through_a_pipe_has_left(leeds: Directory) -> None:
    """It is not taken for an answer."""
    with pytest.raises(LeftError):
        Talk(leeds, "q", tty=False).dialogue.ask(Answers())


@pytest.mark.parametrize("tty", [True, False])
@pytest.mark.parametrize("rest", ["no", " no", "x" * 3000 + "no", "x" * 1_000_000 + "no"])
def test_a_line_that_is_too_long_answers_nothing_and_neither_does_its_end(
    leeds: Directory, rest: str, *, tty: bool
) -> None:
    """It is one line, and no answer: the next one answers the question."""
    talk = Talk(leeds, "1", "x" * 1000 + rest, "unsure", tty=tty)
    if len(rest) > 1_000_000:
        with pytest.raises(NobodyToAskError):
            talk.dialogue.ask(Answers())
    else:
        assert talk.dialogue.ask(Answers()).harm is Harm.UNSURE
        assert '"(a line that is too long)" is not one of the answers.' in talk.text()


def test_a_slip_is_answered_with_what_may_be_meant(leeds: Directory) -> None:
    """It is not taken for it."""
    talk = Talk(leeds, "agred", "1", "1")
    assert talk.dialogue.ask(Answers()).consent is Consent.AGREED
    assert '"agred" is not one of the answers. Did you mean "Yes, they agree"?' in talk.text()


@pytest.mark.parametrize(
    ("typed", "shown"), [("p", "999: Ring if"), ("999", "999: Ring if"), ("?", "q or quit: ")]
)
def test_the_numbers_and_the_help_can_be_seen_at_every_prompt(
    leeds: Directory, typed: str, shown: str
) -> None:
    """When an answer is chosen to be changed, too."""
    talk = Talk(leeds, "1", "c", typed, "1", "2", "1")
    assert talk.dialogue.ask(Answers()) == Answers(Consent.NOT_ASKED, Harm.YES)
    chosen = talk.text().split("Which one?")[1]
    assert shown in chosen


def test_without_any_input_nothing_is_asked(leeds: Directory) -> None:
    """`--no-input` shows the numbers and names the options."""
    talk = Talk(leeds, reads=False)
    with pytest.raises(NobodyToAskError, match="--consent, --harm, --tier"):
        talk.dialogue.ask(Answers())
    assert "Question" not in talk.text()
    assert_numbers_are_last(talk)


@pytest.mark.parametrize("typed", [["q"], ["quit"], [], ["x"] * 5])
def test_after_the_advice_one_can_finish(leeds: Directory, typed: list[str]) -> None:
    """By saying so, by the end of input, or by nothing that is understood."""
    assert Talk(leeds, *typed).dialogue.change(FINISHED) is None


def test_after_the_advice_any_answer_can_be_changed(leeds: Directory) -> None:
    """Later answers that still apply are kept; a question that now arises is asked."""
    changed = Talk(leeds, *"ppppppp", "c", "1", "refused").dialogue.change(FINISHED)
    assert changed == FINISHED._replace(consent=Consent.REFUSED)
    called = Answers(Consent.AGREED, Harm.YES)
    assert Talk(leeds, "b", "2", "no", "2").dialogue.change(called) == FINISHED
    assert Talk(leeds, "c", "9", "q").dialogue.change(FINISHED) is None


@pytest.mark.parametrize("key", ["s", "S", "sheet"])
def test_after_the_advice_a_sheet_is_offered(leeds: Directory, key: str) -> None:
    """For the answers as they are; the same key at a question may begin an answer."""
    talk = Talk(leeds, key, "what", key, "q")
    assert talk.dialogue.change(FINISHED) is None
    assert talk.offered == [FINISHED, FINISHED]
    assert "Call sheet: s." in talk.text()
    assert "Type q, c, p or s." in talk.text()
    talk = Talk(leeds, "1", "3", "s")
    assert talk.dialogue.ask(Answers()).tier is TierAnswer.SPECIALIST
    assert talk.offered == []


def test_the_review_can_be_left_too(leeds: Directory) -> None:
    """By quitting or by the end of input, at a question or after the advice."""
    for typed in (["1", "c", "q"], ["c", "q"], ["c"]):
        talk = Talk(leeds, *typed)
        with pytest.raises(LeftError):
            talk.dialogue.change(FINISHED) if typed[0] == "c" else talk.dialogue.ask(Answers())
        assert_numbers_are_last(talk)
    talk = Talk(leeds, "1", "c")
    with pytest.raises(NobodyToAskError):
        talk.dialogue.ask(Answers())
    assert_numbers_are_last(talk)


def test_the_review_lists_only_answers_that_count(leeds: Directory) -> None:
    """A tier that was answered before harm was feared decides nothing any more."""
    talk = Talk(leeds, "c", "", "q")
    talk.dialogue.change(FINISHED._replace(harm=Harm.YES))
    assert "2. Do you fear" in talk.text()
    assert "Which services" not in talk.text()


@pytest.mark.parametrize(
    "keys", ["\x1b[3~", "\x1b[A", "\x1b[2~", "-3", ":1", "n\u00f3", "no?", "1\x00", "_1"]
)
def test_what_a_key_other_than_a_letter_sends_is_no_answer(leeds: Directory, keys: str) -> None:
    """Delete and Enter must never be heard as No."""
    for words in leeds.words.questions.values():
        assert understood(keys, words.options) == []


def test_time_passes_while_a_person_thinks(leeds: Directory) -> None:
    """The numbers are those of the moment they are shown."""
    moments = iter([MOMENTS["office hours"].at, MOMENTS["night"].at])
    shown = Stream(tty=True)
    streams = Terminal(Stream("q\n", tty=True), Stream(), shown)
    dialogue = Dialogue(streams, leeds, lambda: next(moments), no_sheet)
    with pytest.raises(LeftError):
        dialogue.ask(Answers())
    assert shown.written().index("0113 376 0336") < shown.written().index("0113 535 0600")
    assert shown.written().rindex("0113 535 0600") < shown.written().rindex("0113 376 0336")


def test_no_command_begins_an_answer(leeds: Directory) -> None:
    """Else a key would take an answer away, or an answer a key."""
    for words in leeds.words.questions.values():
        for typed in COMMANDS:
            assert understood(typed, words.options) == []


@pytest.mark.parametrize("question", Question)
def test_every_answer_is_understood_by_its_number_its_word_and_its_label(
    leeds: Directory, question: Question
) -> None:
    """Whole, and without regard to case."""
    words = leeds.words.questions[question]
    for number, option in enumerate(OPTIONS[question], 1):
        for typed in (f"{number}", f" {number}. ", option, option.upper(), words.options[option]):
            assert understood(typed, words.options) == [option]
