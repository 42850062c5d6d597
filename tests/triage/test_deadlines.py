"""When something is due after a call: worked out by hand, at every boundary."""

from datetime import date, datetime

import pytest

from leedshelp.model.dates import moment_in_words
from leedshelp.model.directory import Directory
from leedshelp.triage import in_words
from leedshelp.triage.deadlines import Due, contact_form, form_due, next_open, reply, reply_due
from leedshelp.triage.hours import london


def at(text: str) -> datetime:
    """A London time from text."""
    return london(datetime.fromisoformat(text))


# The call, when the daytime team can be rung, when the Contact form is due after that, when a reply is.
# 2026: 25 and 28 December are bank holidays; 2027: 1 January, 3 May (a Monday).
CASES = [
    ("2026-11-24T10:30", "2026-11-24T10:30", "2026-11-25T10:30", "2026-11-25T17:00"),  # a Tuesday
    ("2026-11-26T16:59", "2026-11-26T16:59", "2026-11-27T16:59", "2026-11-27T16:30"),  # Thursday: Friday
    ("2026-11-27T16:29", "2026-11-27T16:29", "2026-11-28T16:29", "2026-11-30T17:00"),  # Friday afternoon
    ("2026-11-27T16:45", "2026-11-27T16:45", "2026-11-28T16:45", "2026-11-30T17:00"),  # a disputed minute
    ("2026-11-27T18:00", "2026-11-30T09:00", "2026-12-01T09:00", "2026-11-30T17:00"),  # Friday evening
    ("2026-11-28T11:00", "2026-11-30T09:00", "2026-12-01T09:00", "2026-11-30T17:00"),  # Saturday
    ("2026-11-29T23:59", "2026-11-30T09:00", "2026-12-01T09:00", "2026-11-30T17:00"),  # Sunday night
    ("2026-11-30T00:00", "2026-11-30T09:00", "2026-12-01T09:00", "2026-12-01T17:00"),  # Monday, too early
    ("2026-11-30T07:59", "2026-11-30T09:00", "2026-12-01T09:00", "2026-12-01T17:00"),
    ("2026-11-30T08:30", "2026-11-30T08:30", "2026-12-01T08:30", "2026-12-01T17:00"),  # disputed: may answer
    ("2026-11-30T17:00", "2026-12-01T09:00", "2026-12-02T09:00", "2026-12-01T17:00"),  # as it closes
    ("2026-12-23T15:00", "2026-12-23T15:00", "2026-12-24T15:00", "2026-12-24T17:00"),  # before Christmas
    ("2026-12-24T15:00", "2026-12-24T15:00", "2026-12-25T15:00", "2026-12-29T17:00"),  # Christmas Eve
    ("2026-12-25T10:00", "2026-12-29T09:00", "2026-12-30T09:00", "2026-12-29T17:00"),  # Christmas Day
    ("2026-12-31T16:00", "2026-12-31T16:00", "2027-01-01T16:00", "2027-01-04T17:00"),  # New Year's Eve
    ("2027-01-04T10:30", "2027-01-04T10:30", "2027-01-05T10:30", "2027-01-05T17:00"),
    ("2027-04-30T12:00", "2027-04-30T12:00", "2027-05-01T12:00", "2027-05-04T17:00"),  # a Monday off
    ("2027-05-03T12:00", "2027-05-04T09:00", "2027-05-05T09:00", "2027-05-04T17:00"),
    ("2027-03-25T10:30", "2027-03-25T10:30", "2027-03-26T10:30", "2027-03-30T17:00"),  # before Easter
    ("2027-03-27T10:30", "2027-03-30T09:00", "2027-03-31T09:00", "2027-03-30T17:00"),
]


@pytest.mark.parametrize(("call", "rung", "form", "reply_by"), CASES)
def test_what_is_due_when(leeds: Directory, call: str, rung: str, form: str, reply_by: str) -> None:
    """Weekends and bank holidays are no working days; hours are hours on any day."""
    assert next_open(at(call), leeds.hours) == at(rung)
    assert form_due(at(rung)) == at(form)
    assert reply_due(at(call), leeds.hours) == at(reply_by)


@pytest.mark.parametrize(
    ("call", "form"),
    [
        ("2027-03-27T10:30", "2027-03-28T11:30"),  # clocks go forward in between
        ("2027-03-27T00:30", "2027-03-28T00:30"),
        ("2026-10-24T10:30", "2026-10-25T09:30"),  # clocks go back in between
        ("2026-10-25T00:30", "2026-10-25T23:30"),
    ],
)
def test_twenty_four_hours_are_that_whatever_the_clocks_do(call: str, form: str) -> None:
    """The night that is an hour short does not shorten them."""
    assert form_due(at(call)) == at(form)


def test_a_day_with_two_runs_of_hours(leeds: Directory) -> None:
    """A team that closes over lunch opens again in the afternoon, and closes at its last hour."""
    morning = leeds.hours.agreed[0]._replace(closes=at("2026-11-24T12:00").time())
    afternoon = leeds.hours.agreed[0]._replace(opens=at("2026-11-24T13:00").time())
    hours = leeds.hours._replace(agreed=(afternoon, morning), disputed=())
    assert next_open(at("2026-11-24T12:30"), hours) == at("2026-11-24T13:00")
    assert next_open(at("2026-11-24T07:00"), hours) == at("2026-11-24T09:00")
    assert reply_due(at("2026-11-23T10:00"), hours) == at("2026-11-24T17:00")


def test_a_place_where_nothing_is_open_on_most_days(leeds: Directory) -> None:
    """The next open day may be far, over many bank holidays."""
    only_friday = leeds.hours._replace(
        agreed=leeds.hours.agreed[1:], disputed=(), bank_holidays={date(2026, 11, 27): "A holiday"}
    )
    assert next_open(at("2026-11-24T10:00"), only_friday) == at("2026-12-04T09:00")
    assert reply_due(at("2026-11-24T10:00"), only_friday) == at("2026-12-04T16:30")


@pytest.mark.parametrize(
    ("due", "may_move", "says"),
    [
        ("2026-11-24T17:00", False, "today 17:00"),
        ("2026-11-25T00:00", False, "tomorrow 0:00"),
        ("2026-11-25T09:05", False, "tomorrow 9:05"),
        ("2026-11-26T09:00", False, "Thursday 9:00"),
        ("2026-11-30T23:59", False, "Monday 23:59"),
        ("2026-12-01T00:00", False, "Tuesday 1 December 2026, 0:00"),
        (
            "2026-11-26T09:00",
            True,
            "Thursday 9:00 (later, if there is a bank holiday)",
        ),
    ],
)
def test_when_something_is_due_in_words(due: str, may_move: bool, says: str) -> None:
    """As people say it; with its day where it is read on another; and that it may move, if it may."""
    now = at("2026-11-24T23:30")
    assert in_words.due(Due(at(due), now, may_move), now) == says
    assert in_words.due(Due(at(due), now, may_move)).startswith(moment_in_words(at(due)))


@pytest.mark.parametrize(
    ("call", "form", "reply_by"),
    [
        ("2028-12-29T10:00", False, True),
        ("2028-12-29T17:30", True, True),
        ("2028-12-28T17:30", False, False),
        ("2030-01-08T11:00", False, True),
        ("2030-01-08T23:00", True, True),
    ],
)
def test_what_a_bank_holiday_nobody_knows_yet_would_move(
    leeds: Directory, call: str, form: bool, reply_by: bool
) -> None:
    """Never the 24 hours after a call that is made now; but the call itself, where it has to wait."""
    assert contact_form(at(call), leeds.hours).may_move is form
    assert reply(at(call), leeds.hours).may_move is reply_by
