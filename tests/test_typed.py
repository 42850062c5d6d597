"""What typed words mean: an answer of a question, or a moment."""

from datetime import date

import pytest

from leedshelp.model.answers import Question
from leedshelp.model.directory import Directory
from leedshelp.terminal.typed import moment, nearest, options_of, understood

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
    ],
)
def test_a_day_without_a_time_and_other_words_name_no_moment(text: str) -> None:
    """A day alone would be taken for its midnight, when nobody asked about the night."""
    assert moment(text, TODAY) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00+10:00", "9999-12-31T23:59-10:00"])
def test_a_moment_before_or_after_all_calendars_is_none(text: str) -> None:
    """In London it would be in a year that cannot be written."""
    assert moment(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1899-12-31T23:59", False),
        ("1900-01-01T00:00", True),
        ("9000-01-01T10:00", True),
        ("9000-01-02T00:00", False),
        ("9999-12-31T10:00", False),
    ],
)
def test_a_moment_is_one_that_somebody_can_mean(text: str, is_one: bool) -> None:
    """What is due after it must be on the calendar, too."""
    assert (moment(text, TODAY) is not None) is is_one


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
        (Question.HARM, "unsuer" * 20, None),
    ],
)
def test_a_slip_is_near_to_the_answer_that_was_meant(
    leeds: Directory, question: Question, typed: str, answer: str | None
) -> None:
    """It is only ever offered: no slip is an answer."""
    options = options_of(leeds, question)
    assert nearest(typed, options) == answer
    assert understood(typed, options) == []
