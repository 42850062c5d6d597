"""The dialogue: reversible, calm, and unable to leave anybody without a number."""

import re

import pytest

from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError
from leedshelp.model.words import ALWAYS, Command
from tests.terminal.talk import BRUISED, CALL, DAY, FINISHED, NIGHT, NOBODY, NUMBERS, Talk

pytestmark = pytest.mark.usefixtures("no_keyboard")


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (["1", "1"], CALL),
        (["2", "2"], Answers(Consent.NOT_ASKED, Harm.UNSURE)),
        (["Y", "N", "T"], FINISHED),
        (["  not   asked yet. ", "No", "uns"], Answers(Consent.NOT_ASKED, Harm.NO, TierAnswer.UNSURE)),
        (["it is not safe", "uns"], Answers(Consent.UNSAFE, Harm.UNSURE)),
        (["yes please", "Yes please!"], CALL),
        (["they refuse", "maybe"], Answers(Consent.REFUSED, Harm.UNSURE)),
        (["OK", "not sure"], Answers(Consent.AGREED, Harm.UNSURE)),
        (["not yet", "no", "I don't know"], Answers(Consent.NOT_ASKED, Harm.NO, TierAnswer.UNSURE)),
    ],
)
def test_answers_by_number_by_word_or_by_its_beginning_are_said_back(
    leeds: Directory, typed: list[str], answers: Answers
) -> None:
    """And those by words of people's own."""
    talk = Talk(leeds, *typed)
    assert talk.ask(NOBODY) == answers
    for question, answer in answers.answered().items():
        assert f"You said: {leeds.words.questions[question].options[answer]}" in talk.text()


@pytest.mark.parametrize(
    "typed",
    ["5", "allegation", "Allegation about an adult", "a", "an allegation against staff", "low level concern"],
)
def test_a_concern_is_one_key_at_the_question_about_harm(leeds: Directory, typed: str) -> None:
    """It ends the questions, and stands behind one line, below the answers, which keep their keys."""
    talk = Talk(leeds, "2", typed)
    assert talk.ask(NOBODY) == Answers(Consent.NOT_ASKED, concern="allegation")
    consent, harm = talk.text().split("Question 2 of 3")
    assert "3. No\nOr type o for something else, such as a bruise on a baby, an allegation" in harm
    assert "4. " not in harm
    assert "Type 1 to 3 or a word" in harm
    assert "You said: Allegation about an adult who works with children" in harm
    assert "something else" not in consent


@pytest.mark.parametrize("typed", ["o", "O", "other"])
def test_something_else_lists_the_concerns(leeds: Directory, typed: str) -> None:
    """With the numbers that they have whether they are listed or not."""
    talk = Talk(leeds, "2", typed, "9")
    assert talk.ask(NOBODY) == Answers(Consent.NOT_ASKED, concern="member-of-the-public")
    listed = talk.text().split("Question 2 of 3")[2]
    offered = (concern for concern in leeds.concerns.values() if concern.briefly)
    for number, concern in enumerate(offered, 4):
        assert f"\n{number}. {concern.name}\n" in listed
    assert "Or type o" not in listed
    assert "o something else" not in listed
    assert "Type 1 to 9 or a word" in listed


@pytest.mark.parametrize("typed", ["o", "other"])
def test_something_else_is_there_only_at_the_question_about_harm(leeds: Directory, typed: str) -> None:
    for answered in ([], ["1", "3"]):
        talk = Talk(leeds, *answered, typed, "q")
        with pytest.raises(LeftError):
            talk.ask(NOBODY)
        assert f'"{typed}" is not one of the answers.' in talk.text()


@pytest.mark.parametrize("typed", ["h", "H", "harm", "i fear harm", "I fear harm now", "danger"])
def test_whoever_fears_harm_now_is_asked_no_more(leeds: Directory, typed: str) -> None:
    """At each of the questions; what was said about consent before is kept."""
    talk = Talk(leeds, typed)
    assert talk.ask(NOBODY) == Answers(harm=Harm.YES)
    assert talk.text().count("Question ") == 1
    assert Talk(leeds, "3", "b", typed).ask(NOBODY) == Answers(Consent.REFUSED, Harm.YES)
    assert Talk(leeds, "3", typed).ask(NOBODY) == Answers(Consent.REFUSED, Harm.YES)
    assert Talk(leeds, "3", "no", typed).ask(NOBODY) == Answers(Consent.REFUSED, Harm.YES)


def test_a_concern_that_counts_as_harm_is_a_yes(leeds: Directory) -> None:
    """A no that was said before does not outlive it."""
    assert Talk(leeds, "1", "4").ask(NOBODY) == BRUISED
    assert Talk(leeds, "1", "3", "b", "4").ask(NOBODY) == BRUISED


def test_without_concerns_there_is_no_offer_of_any(leeds: Directory) -> None:
    talk = Talk(leeds._replace(concerns={}), "1", "4", "1")
    assert talk.ask(NOBODY) == CALL
    assert "something else" not in talk.text()
    assert "3. No\n\nType 1 to 3 or a word" in talk.text()


def test_only_what_is_not_answered_is_asked(leeds: Directory) -> None:
    talk = Talk(leeds, "3")
    assert talk.ask(FINISHED._replace(harm=None)) == FINISHED
    assert re.findall("Question . of 3", talk.text()) == ["Question 2 of 3"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "Nothing was typed. Type the number of an answer."),
        *(
            (line, f'"{line}" is not one of the answers. Type its number.')
            for line in ("5", "0", "00", "maybe", "who knows", "[/]")
        ),
        ("\x1b[2J", '"\\x1b[2J" is not one of the answers. Type its number.'),
        ("9" * 900, f'"{"9" * 40}..." is not one of the answers. Type its number.'),
        ("agred", '"agred" is not one of the answers. Did you mean "Yes, they agree"?'),
        ("n", '"n" could be "Not asked yet" or "No, they do not agree". Type its number.'),
    ],
)
def test_what_is_no_answer_is_told_just_above_the_prompt(leeds: Directory, line: str, told: str) -> None:
    """There is no default, no slip is taken for an answer, and nothing typed acts on the terminal.

    The question, which is on the screen, is not shown again, nor what can be typed.
    """
    talk = Talk(leeds, line, "1", "1")
    assert talk.ask(NOBODY) == CALL
    assert f"> {told} > You said" in talk.words()
    assert talk.text().count("Question 1 of 3") == 1
    assert "\x1b" not in talk.text()


@pytest.mark.parametrize("typed", ["b", "k", "c"])
def test_where_nothing_was_answered_there_is_nothing_to_change(leeds: Directory, typed: str) -> None:
    talk = Talk(leeds, typed, "1", "1")
    assert talk.ask(NOBODY) == CALL
    assert "> There is no earlier answer yet.\nType 1 to 4 or a word" in talk.text()


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
    assert all(words.why.says in talk.words() for words in leeds.words.questions.values())
    assert "Source: Right conversation, right people, right time (2015)" in talk.words()


def helped(talk: Talk) -> set[Command]:
    """The commands that the help has listed."""
    return {command for command in Command if f"{command.key} or {command}: " in talk.text()}


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
    assert bool(helped(talk)) is (numbers == 1)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ([], {"harm", "why"}),
        (["1"], {"other", "back", "why", "change"}),
        (["1", "b"], {"harm", "keep", "why", "change"}),
        (["1", "3"], {"harm", "back", "why", "change"}),
    ],
)
def test_the_help_lists_what_works_here_and_now(leeds: Directory, typed: list[str], listed: set[str]) -> None:
    talk = Talk(leeds, *typed, "?", "q")
    with pytest.raises(LeftError):
        talk.ask(NOBODY)
    assert helped(talk) == {Command(name) for name in listed} | set(ALWAYS)


def test_the_help_of_a_pipe_lists_what_changes_no_answer(leeds: Directory) -> None:
    talk = Talk(leeds, "?", "1", "1", tty=False)
    talk.ask(NOBODY)
    assert helped(talk) == {Command.PHONE, Command.QUIT, Command.HELP}


@pytest.mark.parametrize(
    ("typed", "told"),
    [("p", "999: Ring if"), ("999", "999: Ring if"), ("?", "q or quit: "), ("h", "999: Ring if")],
)
def test_the_numbers_and_the_help_can_be_seen_where_an_answer_is_chosen(
    leeds: Directory, typed: str, told: str
) -> None:
    talk = Talk(leeds, "1", "c", typed, "1", "2", "1")
    assert talk.ask(NOBODY) == Answers(Consent.NOT_ASKED, Harm.YES)
    assert told in talk.text().split("Which one?")[1]


def test_the_numbers_are_shown_only_so_often_where_an_answer_is_chosen(leeds: Directory) -> None:
    """Then the line counts as a choice, which is none, so that no flood of lines goes on for ever."""
    talk = Talk(leeds, "1", "c", *["p"] * 6, "1")
    assert talk.ask(NOBODY) == CALL
    assert talk.numbers() == NUMBERS * 6
    assert "Nothing is changed." in talk.text()


def test_only_what_can_be_done_is_offered(leeds: Directory) -> None:
    talk = Talk(leeds, "1", "b", "k", "3", "1")
    talk.ask(NOBODY)
    assert re.findall("Or: (.*?help[.])", talk.words()) == [
        "h I fear harm now, w why, p phone, q quit, ? help.",
        "o something else, b back, w why, c change, p phone, q quit, ? help.",
        "h I fear harm now, k keep, w why, c change, p phone, q quit, ? help.",
        "o something else, b back, w why, c change, p phone, q quit, ? help.",
        "h I fear harm now, b back, w why, c change, p phone, q quit, ? help.",
    ]


@pytest.mark.parametrize(("typed", "answered"), [([], 0), (["1"], 1), (["1", "c"], 1), (["1", "3"], 2)])
def test_the_end_of_input_names_the_options_in_a_pipe(
    leeds: Directory, typed: list[str], answered: int
) -> None:
    with pytest.raises(NobodyToAskError) as caught:
        Talk(leeds, *typed, tty=False).ask(NOBODY)
    options = ["--consent", "--harm", "--tier"][answered:]
    assert f"Give {', '.join(options)}" in str(caught.value)
    is_enough = "--harm yes or unsure, or --concern, is enough" in str(caught.value)
    assert is_enough is ("--harm" in options)


@pytest.mark.parametrize("typed", [[], ["1"], ["1", "c"], ["1", "3"]])
def test_the_end_of_input_is_a_leaving_at_a_terminal(leeds: Directory, typed: list[str]) -> None:
    """Ctrl-D is no mistake: the numbers are last, and nothing is said of options."""
    talk = Talk(leeds, *typed)
    with pytest.raises(LeftError):
        talk.ask(NOBODY)
    assert talk.last_numbers() == NUMBERS
    assert "--" not in talk.text()


@pytest.mark.parametrize("typed", ["q", "quit", "exit", "Exit "])
@pytest.mark.parametrize("tty", [True, False])
def test_whoever_quits_has_left(leeds: Directory, typed: str, *, tty: bool) -> None:
    talk = Talk(leeds, "1", typed, "1", tty=tty)
    with pytest.raises(LeftError):
        talk.ask(NOBODY)
    assert talk.numbers() == NUMBERS * (2 if tty else 1)


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
    talk = Talk(leeds, "h", "o", tty=False)
    with pytest.raises(NobodyToAskError):
        talk.ask(NOBODY)
    assert talk.text().count("is not one of the answers.") == 2


def test_time_passes_while_a_person_thinks(leeds: Directory) -> None:
    """The numbers are those of the moment they are shown."""
    talk = Talk(leeds, "q", moments=[DAY, NIGHT])
    with pytest.raises(LeftError):
        talk.ask(NOBODY)
    emergency, duty, edt = NUMBERS
    assert talk.numbers()[:3] == NUMBERS
    assert talk.last_numbers() == [emergency, edt, duty]
