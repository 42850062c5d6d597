"""Who answers at a moment: every boundary of the hours, by London's clocks."""

import sys
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from leedshelp.model.dates import moment_in_words
from leedshelp.model.directory import DUTY, EDT, Directory
from leedshelp.model.number import Line
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.triage import in_words
from leedshelp.triage.hours import (
    Daytime,
    answers_now,
    daytime,
    holidays_are_known,
    london,
    to_ring_at,
)
from tests.conftest import time_zones_of

OPEN, CLOSED, DISPUTED, UNLISTED = Daytime.OPEN, Daytime.CLOSED, Daytime.DISPUTED, Daytime.UNLISTED

# 23 to 29 November 2026 is a week from Monday to Sunday without a bank holiday.
BOUNDARIES = [
    ("2026-11-23T00:00", CLOSED),
    ("2026-11-23T07:59", CLOSED),
    ("2026-11-23T08:00", DISPUTED),
    ("2026-11-23T08:59", DISPUTED),
    ("2026-11-23T09:00", OPEN),
    ("2026-11-23T16:30", OPEN),
    ("2026-11-23T16:59:59", OPEN),
    ("2026-11-23T17:00", CLOSED),
    ("2026-11-26T16:59", OPEN),
    ("2026-11-26T17:00", CLOSED),
    ("2026-11-27T08:59", DISPUTED),
    ("2026-11-27T09:00", OPEN),
    ("2026-11-27T16:29", OPEN),
    ("2026-11-27T16:30", DISPUTED),
    ("2026-11-27T16:59", DISPUTED),
    ("2026-11-27T17:00", CLOSED),
    ("2026-11-28T11:00", CLOSED),
    ("2026-11-29T11:00", CLOSED),
    ("2026-11-29T08:30", CLOSED),
]
HOLIDAYS = [
    ("2026-12-24T11:00", OPEN),
    ("2026-12-24T17:00", CLOSED),
    ("2026-12-25T11:00", CLOSED),
    ("2026-12-25T08:30", CLOSED),
    ("2026-12-25T16:45", CLOSED),
    ("2026-12-28T11:00", CLOSED),
    ("2026-12-29T07:59", CLOSED),
    ("2026-12-29T08:00", DISPUTED),
    ("2026-12-29T11:00", OPEN),
    ("2027-03-26T11:00", CLOSED),
    ("2027-12-27T11:00", CLOSED),
    ("2028-01-03T11:00", CLOSED),
    ("2028-04-17T11:00", CLOSED),
    ("2028-12-29T11:00", OPEN),
]
UNKNOWN_YEARS = [
    ("2025-12-30T11:00", UNLISTED),
    ("2026-01-02T11:00", OPEN),
    ("2029-01-01T11:00", UNLISTED),
    ("2029-01-02T08:30", UNLISTED),
    ("2029-01-02T07:59", CLOSED),
    ("2029-01-06T11:00", CLOSED),
]

# England's bank holidays by the rules of the Banking and Financial Dealings Act 1971, typed by hand.
ENGLISH_BANK_HOLIDAYS = [
    *"2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28".split(),
    *"2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28".split(),
    *"2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26".split(),
]


def test_the_bank_holidays_are_those_of_england(leeds: Directory) -> None:
    """Every one from 2026 to the end of 2028, and no other."""
    assert [str(day) for day in leeds.hours.bank_holidays] == ENGLISH_BANK_HOLIDAYS


def at(text: str) -> datetime:
    """A London time from text."""
    return london(datetime.fromisoformat(text))


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES + HOLIDAYS + UNKNOWN_YEARS)
def test_daytime_services_at_every_boundary(leeds: Directory, text: str, expected: Daytime) -> None:
    """The agreed core, the disputed minutes around it, and everything else closed."""
    assert daytime(at(text), leeds.hours) is expected


@pytest.mark.parametrize("day", ["2025-12-31", "2029-01-01"])
def test_bank_holidays_are_not_known_outside_the_list(leeds: Directory, day: str) -> None:
    """The day before the list begins and the day after it ends are both unknown."""
    assert not holidays_are_known(at(f"{day}T12:00"), leeds.hours)


@pytest.mark.parametrize("day", ["2026-01-01", "2028-12-31"])
def test_bank_holidays_are_known_on_the_first_and_last_day_of_the_list(leeds: Directory, day: str) -> None:
    """The list includes both of its ends."""
    assert holidays_are_known(at(f"{day}T12:00"), leeds.hours)


@pytest.mark.parametrize(
    ("utc", "clock"),
    [
        ("2026-03-29T00:59", "2026-03-29T00:59:00+00:00"),
        ("2026-03-29T01:00", "2026-03-29T02:00:00+01:00"),
        ("2026-10-25T00:59", "2026-10-25T01:59:00+01:00"),
        ("2026-10-25T01:00", "2026-10-25T01:00:00+00:00"),
        ("2026-07-01T15:45", "2026-07-01T16:45:00+01:00"),
    ],
)
def test_a_moment_is_read_off_londons_clocks(utc: str, clock: str) -> None:
    """Both clock changes happen at 01:00 UTC."""
    assert london(datetime.fromisoformat(utc).replace(tzinfo=UTC)).isoformat() == clock


def test_local_times_around_the_clock_changes_are_settled() -> None:
    """A time that comes twice is the first of the two; one that never comes moves on by an hour."""
    assert at("2026-10-25T01:30").isoformat() == "2026-10-25T01:30:00+01:00"
    assert at("2026-03-29T01:30").isoformat() == "2026-03-29T02:30:00+01:00"


@pytest.mark.parametrize("day", ["2026-03-30", "2026-10-26"])
def test_hours_keep_to_the_clock_after_it_changes(leeds: Directory, day: str) -> None:
    """The Monday after a change opens at nine by the new time."""
    assert daytime(at(f"{day}T08:59"), leeds.hours) is DISPUTED
    assert daytime(at(f"{day}T09:00"), leeds.hours) is OPEN


@pytest.mark.parametrize(
    ("text", "office", "out_of_hours"),
    [
        ("2026-11-23T11:00", True, False),
        ("2026-11-23T23:00", False, True),
        ("2026-11-27T16:45", None, None),
        ("2029-01-02T11:00", None, None),
    ],
)
def test_which_line_answers(
    leeds: Directory, text: str, office: bool | None, out_of_hours: bool | None
) -> None:
    """Office hours and out of hours take turns; nobody is sure in between; 999 always answers."""
    claimed = False if office is False else None
    expected = {
        DUTY: office,
        EDT: out_of_hours,
        "emergency-services": True,
        "family-hubs": claimed,
        "nspcc": None,
    }
    for contact_id, answers in expected.items():
        contact = leeds.contacts[contact_id]
        assert to_ring_at(contact, at(text), leeds.hours) == (contact.number, answers)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2026-11-23T11:00", None),
        ("2026-11-23T23:00", None),
        ("2026-12-25T16:45", None),
        (
            "2026-11-23T08:30",
            "Three documents have the Duty and Advice Team open at 8:00 or 8:30.",
        ),
        (
            "2026-11-27T16:45",
            "Two documents have the Duty and Advice Team open until 17:00 every day.",
        ),
        (
            "2029-01-02T11:00",
            "Bank holidays after 31 December 2028 are not known here. On one, the Children's Emergency Duty "
            "Team (EDT) answers all day.",
        ),
        (
            "2025-12-30T11:00",
            "Bank holidays before 1 January 2026 are not known here. On one, the Children's Emergency Duty "
            "Team (EDT) answers all day.",
        ),
    ],
)
def test_a_doubt_in_words_says_what_is_not_known(leeds: Directory, text: str, doubt: str | None) -> None:
    """Where the documents differ, what they say; past the bank holidays known, how far they reach."""
    assert in_words.doubt(leeds, at(text)) == doubt


def test_hours_and_moments_in_words(leeds: Directory) -> None:
    """What people read is exactly what the facts say."""
    assert in_words.windows(leeds.hours.agreed) == "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30"
    assert moment_in_words(at("2026-12-25T10:05")) == "Friday 25 December 2026, 10:05"


def test_only_duty_and_advice_has_its_hours_spelled_out(leeds: Directory) -> None:
    """The documents give hours for no other office-hours line, so none are claimed."""
    duty, edt, hubs = (leeds.contacts[each] for each in (DUTY, EDT, "family-hubs"))
    spelled_out = in_words.hours(duty, duty.number)
    assert spelled_out.startswith("Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30.")
    assert "Monday to Friday 8:00 to 9:00, Friday 16:30 to 17:00" in spelled_out
    assert in_words.hours(hubs, hubs.number) == "Office hours"
    assert "closed" in in_words.hours(edt, edt.number)


def test_moments_of_every_kind(leeds: Directory) -> None:
    """What answers at any hour, and what is said of it, is so at one of the moments; none is there twice."""
    moments = moments_of_every_kind(leeds)
    told = {_told(each, leeds) for each in moments}
    hours = (at("2025-12-20T00:00") + timedelta(minutes=30 * half) for half in range(2 * 24 * 365 * 4))
    assert {_told(each, leeds) for each in islice(hours, 0, None, 23)} <= told
    assert {(daytime(each, leeds.hours), bool(each.utcoffset())) for each in moments} == {
        *((state, False) for state in (OPEN, CLOSED, DISPUTED, UNLISTED)),
        *((state, True) for state in (CLOSED, UNLISTED)),
    }
    assert sum(each.date() in leeds.hours.bank_holidays for each in moments) == 3
    assert len(moments) == 27


def _told(moment: datetime, directory: Directory) -> tuple[object, ...]:
    """Which numbers answer at a moment, and why nobody can be sure of the teams."""
    return (
        *(
            answers_now(contact, number, moment, directory.hours)
            for contact in directory.contacts.values()
            for number in contact.to_ring
        ),
        in_words.doubt(directory, moment),
    )


@pytest.mark.parametrize(
    ("until", "changes"),
    [
        ("2027-12-24", ["2027-03-28", "2027-10-31"]),
        ("2028-12-24", ["2028-03-26", "2028-10-29"]),
        ("2028-12-31", ["2029-03-25", "2029-10-28"]),
        ("2030-06-30", ["2030-03-31", "2030-10-27"]),
    ],
)
def test_moments_of_every_kind_go_through_the_change_of_the_clocks(
    leeds: Directory, until: str, changes: list[str]
) -> None:
    """Before it and just after, in the year in which the week after the known bank holidays ends."""
    known = leeds._replace(hours=leeds.hours._replace(known_until=date.fromisoformat(until)))
    moments = moments_of_every_kind(known)
    for day, after in zip(changes, ("+01:00", "+00:00"), strict=True):
        before = "+00:00" if after == "+01:00" else "+01:00"
        told = [each.isoformat() for each in moments if str(each.date()) == day]
        assert told == [f"{day}T00:00:00{before}", f"{day}T02:00:00{after}"]


def test_moments_of_every_kind_begin_a_week_before_the_known_bank_holidays(leeds: Directory) -> None:
    """Nothing is different in the weeks before."""
    assert min(moments_of_every_kind(leeds)) == at("2025-12-25T00:00")


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(9000, 1, 1)])
def test_moments_of_every_kind_reach_the_ends_of_the_calendar(leeds: Directory, day: date) -> None:
    """A bank holiday on the first or the last day that clocks and calendars agree on is one more kind."""
    known = leeds._replace(hours=leeds.hours._replace(bank_holidays={day: "A day off"}))
    assert day in {each.date() for each in moments_of_every_kind(known)}


@pytest.mark.parametrize(
    ("since", "until", "states"),
    [
        (date.min, date.max, {OPEN, CLOSED, DISPUTED}),
        (date(2026, 1, 1), date(2026, 1, 1), {CLOSED, UNLISTED}),
    ],
)
def test_moments_of_every_kind_for_any_list_of_bank_holidays(
    leeds: Directory, since: date, until: date, states: set[Daytime]
) -> None:
    """However long or short; the calendar's own ends are never stepped over."""
    hours = leeds.hours._replace(known_from=since, known_until=until, bank_holidays={since: "A", until: "B"})
    moments = moments_of_every_kind(leeds._replace(hours=hours))
    assert {daytime(each, hours) for each in moments} == states


@pytest.mark.slow
def test_every_minute_of_the_known_years(leeds: Directory) -> None:
    """Against the rule of the facts, written out once more: three years, minute by minute."""
    closed = {each.date() for each in map(datetime.fromisoformat, ENGLISH_BANK_HOLIDAYS)}
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    minutes = 0
    while moment < datetime(2029, 1, 1, tzinfo=UTC):
        here = london(moment)
        clock = here.hour * 60 + here.minute
        friday = here.weekday() == 4
        if here.weekday() > 4 or here.date() in closed or not 8 * 60 <= clock < 17 * 60:
            expected = CLOSED
        elif clock < 9 * 60 or (friday and clock >= 16 * 60 + 30):
            expected = DISPUTED
        else:
            expected = OPEN
        assert daytime(here, leeds.hours) is expected, here
        moment += timedelta(minutes=1)
        minutes += 1
    assert minutes == (365 + 365 + 366) * 24 * 60


@pytest.fixture(params=["nothing", "not London", "no file"])
def no_clock(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A machine whose file of London's time zone is damaged, or is another place's."""
    (tmp_path / "Europe").mkdir()
    utc = (
        b"TZif"
        + b"\0" * 16
        + b"".join(n.to_bytes(4, "big") for n in (0, 0, 0, 0, 1, 4))
        + b"\0" * 6
        + b"UTC\0"
    )
    if request.param != "no file":
        (tmp_path / "Europe" / "London").write_bytes(utc if request.param == "not London" else b"")
    else:
        monkeypatch.setitem(sys.modules, "tzdata", None)
    with time_zones_of(tmp_path):
        yield


@pytest.mark.usefixtures("no_clock")
@pytest.mark.parametrize("clock", ["11:00", "23:00"])
def test_where_the_clock_cannot_be_told_nobody_is_said_to_answer_or_not(leeds: Directory, clock: str) -> None:
    """Both teams are there, and why; 999 answers all the same."""
    moment = at(f"2026-11-24T{clock}")
    assert moment.tzname() == "UTC"
    assert daytime(moment, leeds.hours) is Daytime.UNKNOWN
    for contact in leeds.contacts.values():
        always = True if contact.number.line == Line.ANY_HOUR else None
        assert to_ring_at(contact, moment, leeds.hours) == (contact.number, always)
    assert str(in_words.doubt(leeds, moment)).startswith("The time zones on this computer are damaged")
    assert in_words.moment_and_zone(moment) == f"Tuesday 24 November 2026, {clock}, UTC"


def test_a_london_time_keeps_its_zone() -> None:
    """Two readings of the zone never agree about an hour that comes twice, so it is not read again."""
    again = zoneinfo.ZoneInfo.no_cache("Europe/London")
    for text in ("2026-10-25T01:30", "2026-07-01T12:00"):
        at = datetime.fromisoformat(text).replace(tzinfo=again)
        assert london(at) == at
        assert london(at).tzinfo is again
