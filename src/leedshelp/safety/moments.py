"""The moments at which the rules of safety are proved."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from leedshelp.model.directory import Directory, Hours
from leedshelp.triage import in_words
from leedshelp.triage.hours import FIRST_DAY, LAST_DAY, daytime, london

# Its number as a weekday. Every Sunday counts as a kind of its own, as clocks change on some.
_SUNDAY = 6


def moments_of_every_kind(directory: Directory) -> list[datetime]:
    """A moment of every kind: of daytime and doubt, weekday, bank holiday or not, summer or winter time."""
    moments: dict[tuple[object, ...], datetime] = {}
    for moment in _boundaries(directory.hours):
        day = moment.date() if moment.weekday() == _SUNDAY else moment.weekday()
        kind = (
            daytime(moment, directory.hours),
            in_words.doubt(directory, moment),
            day,
            moment.date() in directory.hours.bank_holidays,
            moment.utcoffset(),
        )
        moments.setdefault(kind, moment)
    return list(moments.values())


def _boundaries(hours: Hours) -> Iterator[datetime]:
    """The moments at which something can change, on days of every kind.

    A window opens or closes, a day begins, or the clocks have just changed (2:00). Nothing changes between
    two of them, so that they stand for every moment.
    """
    windows = (*hours.agreed, *hours.disputed)
    clocks = {time.min, time(2), *(clock for window in windows for clock in (window.opens, window.closes))}
    for day in sorted(_days(hours)):
        for clock in sorted(clocks):
            yield london(datetime.combine(day, clock))


def _days(hours: Hours) -> set[date]:
    """Days of every kind.

    A week on both sides of both ends of the known bank holidays, a bank holiday for every weekday that one
    falls on, and the last Sundays of March and October, on which the clocks change.
    """
    ends = hours.known_from.toordinal(), hours.known_until.toordinal()
    near = {end + offset for end in ends for offset in range(-7, 8)}
    days = {date.fromordinal(max(FIRST_DAY, min(day, LAST_DAY))) for day in near}
    holidays = {day.weekday(): day for day in hours.bank_holidays if FIRST_DAY <= day.toordinal() <= LAST_DAY}
    return days | set(holidays.values()) | {_last_sunday(days, month) for month in (3, 10)}


def _last_sunday(days: Iterable[date], month: int) -> date:
    """The last Sunday of a month that has 31 days, in the year of the latest of `days`."""
    last = max(days).replace(month=month, day=31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
