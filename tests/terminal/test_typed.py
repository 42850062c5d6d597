"""What typed words mean: an answer of a question, or a moment."""

from datetime import date

import pytest

from leedshelp.model.answers import OPTIONS, Question
from leedshelp.model.directory import Directory
from leedshelp.model.words import COMMANDS
from leedshelp.terminal.streams import TOO_LONG
from leedshelp.terminal.typed import moment, nearest, options_of, other_words, understood

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-12-25T10:00", "2026-12-25T10:00:00+00:00"),
        ("2026-12-25 10:00", "2026-12-25T10:00:00+00:00"),
        ("2026-07-01T10", "2026-07-01T10:00:00+01:00"),
        ("2026-07-01T10:00Z", "2026-07-01T11:00:00+01:00"),
        ("2026-07-01T10:00-05:00", "2026-07-01T16:00:00+01:00"),
        ("22:00", "2026-11-26T22:00:00+00:00"),
        ("9:05", "2026-11-26T09:05:00+00:00"),
        (" 09.05 ", "2026-11-26T09:05:00+00:00"),
        ("10pm", "2026-11-26T22:00:00+00:00"),
        ("9 AM", "2026-11-26T09:00:00+00:00"),
        ("12:30am", "2026-11-26T00:30:00+00:00"),
        ("12pm", "2026-11-26T12:00:00+00:00"),
        ("27/11/2026 22:00", "2026-11-27T22:00:00+00:00"),
        ("1/7/2026, 9:00", "2026-07-01T09:00:00+01:00"),
        ("27.11.26 22.00", "2026-11-27T22:00:00+00:00"),
        ("27-11-2026 10:15 pm", "2026-11-27T22:15:00+00:00"),
        ("1900-01-01T00:00", "1900-01-01T00:00:00+00:00"),
        ("9000-01-01T10:00", "9000-01-01T10:00:00+00:00"),
    ],
)
def test_a_moment_that_is_named_is_read_as_london_time(text: str, clock: str) -> None:
    """Unless it names a zone of its own, and is then turned into London's."""
    at = moment(text, TODAY)
    assert at is not None
    assert at.isoformat() == clock


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-25", "20261225", "2026-02-30T10:00", "at noon, today", "", "22", "24:00", "9:60", "9:5"),
        *("13pm", "0am", "27/11/2026", "11/27/2026 22:00", "27/11/2026 22", "\u0661\u0660:00", "-1:00"),
        *("0001-01-01T00:00+10:00", "1899-12-31T23:59", "9000-01-02T00:00", "9999-12-31T23:59-10:00"),
    ],
)
def test_a_day_without_a_time_a_far_off_year_and_other_words_name_no_moment(text: str) -> None:
    """A day alone would be taken for its midnight; what is due later must be on the calendar, too."""
    assert moment(text, TODAY) is None


@pytest.mark.parametrize("question", Question)
def test_every_answer_is_understood_by_its_number_its_word_and_its_label(
    leeds: Directory, question: Question
) -> None:
    words = leeds.words.questions[question]
    for number, option in enumerate(OPTIONS[question], 1):
        for typed in (f"{number}", f" {number}. ", option, option.upper(), words.options[option]):
            assert understood(typed, words.options) == [option]


@pytest.mark.parametrize(
    "typed",
    [*COMMANDS, TOO_LONG, "\x1b[3~", "\x1b[A", "\x1b[2~", "-3", ":1", "n\u00f3", "no?", "1\x00", "_1"],
)
def test_no_command_and_no_key_other_than_a_letter_is_an_answer(leeds: Directory, typed: str) -> None:
    """Delete and Enter must never be heard as No."""
    for question, words in leeds.words.questions.items():
        assert understood(typed, words.options, other_words(leeds, question)) == []


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("yes please", ["agreed", "yes", None]),
        ("Don't know", ["not-asked", "unsure", "unsure"]),
        ("not sure", ["not-asked", "unsure", "unsure"]),
        ("idk", ["not-asked", "unsure", "unsure"]),
        ("yep", ["agreed", "yes", None]),
        ("nope", ["refused", "no", None]),
        ("Mum refuses", ["refused", None, None]),
        ("It's not safe", ["unsafe", None, None]),
        ("maybe", [None, "unsure", "unsure"]),
        ("they refuse", ["refused", None, None]),
        ("  OK. ", ["agreed", None, None]),
        ("fgm", [None, "fgm", None]),
        ("Bradford", [None, "outside-leeds", None]),
        ("they", [None, None, None]),
    ],
)
def test_peoples_own_words_are_understood_where_they_are_plain(
    leeds: Directory, typed: str, answers: list[str | None]
) -> None:
    """Whole, at each of the three questions; "maybe" is no answer about consent, where it could be two."""
    for question, answer in zip(Question, answers, strict=True):
        expected = [answer] if answer else []
        assert understood(typed, options_of(leeds, question), other_words(leeds, question)) == expected


TWO = ("FGM", "female genital mutilation")


@pytest.mark.parametrize("question", Question)
def test_each_of_the_own_words_means_one_answer(leeds: Directory, question: Question) -> None:
    """But for those that truly mean two: then a person is asked which."""
    also = other_words(leeds, question)
    for answer, words in also.items():
        for typed in words:
            meant = understood(typed, options_of(leeds, question), also)
            assert meant == [answer] or (typed in TWO and meant[0] == "fgm"), typed


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (Question.CONSENT, "agred", "agreed"),
        (Question.CONSENT, "not askd", "not-asked"),
        (Question.CONSENT, "Refusd", "refused"),
        (Question.HARM, "yess", "yes"),
        (Question.HARM, "unsuer", "unsure"),
        (Question.TIER, "univeral", "universal"),
        (Question.TIER, "specalist", "specialist"),
        (Question.HARM, "purple", None),
        (Question.HARM, "", None),
        (Question.HARM, "I am a membr of the public, and do not work with children", None),
    ],
)
def test_a_slip_is_near_to_the_answer_that_was_meant(
    leeds: Directory, question: Question, typed: str, answer: str | None
) -> None:
    """It is only ever offered: no slip is an answer. Nothing is looked for that is as long as a sentence."""
    options = options_of(leeds, question)
    assert nearest(typed, options) == answer
    assert understood(typed, options) == []
