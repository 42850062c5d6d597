"""Moments of every kind, to prove the rules of safety at."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from leedshelp.model.directory import Directory, Hours
from leedshelp.triage import in_words
from leedshelp.triage.hours import FIRST_DAY, LAST_DAY, daytime, london

# Each Sunday counts by itself, as clocks change on some.
_SUNDAY = 6


def moments_of_every_kind(directory: Directory) -> list[datetime]:
    """A moment of every kind on every weekday, on bank holidays and others, and as the clocks change."""
    found: dict[tuple[object, ...], datetime] = {}
    for moment in _boundaries(directory.hours):
        holiday = moment.date() in directory.hours.bank_holidays
        kind = (daytime(moment, directory.hours), in_words.doubt(directory, moment))
        day = moment.date() if moment.weekday() == _SUNDAY else moment.weekday()
        found.setdefault((kind, day, holiday, moment.utcoffset()), moment)
    return list(found.values())


def _boundaries(hours: Hours) -> Iterator[datetime]:
    """Every boundary of the hours, and of the clocks' change, on days of every kind.

    Nothing changes between two of them, and each belongs to what begins there.
    """
    windows = (*hours.agreed, *hours.disputed)
    turns = {time.min, time(2)} | {each for window in windows for each in (window.opens, window.closes)}
    for day in sorted(_days(hours)):
        for turn in sorted(turns):
            yield london(datetime.combine(day, turn))


def _days(hours: Hours) -> set[date]:
    """Days of every kind.

    A week on both sides of each end of the known bank holidays, a bank holiday for every weekday they
    fall on, and the last Sundays of March and October.
    """
    ends = hours.known_from.toordinal(), hours.known_until.toordinal()
    near = {end + offset for end in ends for offset in range(-7, 8)}
    days = {date.fromordinal(max(FIRST_DAY, min(day, LAST_DAY))) for day in near}
    holidays = {day.weekday(): day for day in hours.bank_holidays if FIRST_DAY <= day.toordinal() <= LAST_DAY}
    return days | set(holidays.values()) | {_last_sunday(days, month) for month in (3, 10)}


def _last_sunday(days: Iterable[date], month: int) -> date:
    """The last Sunday of a month of 31 days, in the year of the latest of some days."""
    last = max(days).replace(month=month, day=31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
