"""The moments at which the rules of safety are proved."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from leedshelp.model.directory import Directory, Hours
from leedshelp.triage import in_words
from leedshelp.triage.hours import FIRST_DAY, LAST_DAY, answers_now, london


def moments_of_every_kind(directory: Directory) -> list[datetime]:
    """A moment of every kind: of lines that answer, of doubt, summer or winter time, holiday or not."""
    moments: dict[tuple[object, ...], datetime] = {}
    for moment in boundaries(directory):
        moments.setdefault(_kind(directory, moment), moment)
    return list(moments.values())


def _kind(directory: Directory, moment: datetime) -> tuple[object, ...]:
    """All that the rules can tell a moment by: which numbers answer, and what is said of the hours.

    A day on which the clocks change is of a kind of its own.
    """
    hours = directory.hours
    answers = (
        answers_now(contact, number, moment, hours)
        for contact in directory.contacts.values()
        for number in contact.to_ring
    )
    midnight = london(datetime.combine(moment.date(), time.min))
    tomorrow = london(datetime.combine(moment.date() + timedelta(days=1), time.min))
    changes = moment.date() if midnight.utcoffset() != tomorrow.utcoffset() else None
    doubt = in_words.doubt(directory, moment), in_words.dated(directory, moment)
    return *answers, *doubt, moment.date() in hours.bank_holidays, moment.utcoffset(), changes


def boundaries(directory: Directory) -> Iterator[datetime]:
    """The moments at which something can change, on days of every kind.

    A window opens or closes, a day begins, or the clocks have just changed (2:00). Nothing changes between
    two of them, so that they stand for every moment.
    """
    own = (contact.hours for contact in directory.contacts.values() if contact.hours)
    windows = [window for hours in (directory.hours, *own) for window in (*hours.agreed, *hours.disputed)]
    clocks = {time.min, time(2), *(clock for window in windows for clock in (window.opens, window.closes))}
    for day in sorted(_days(directory.hours)):
        for clock in sorted(clocks):
            yield london(datetime.combine(day, clock))


def _days(hours: Hours) -> set[date]:
    """Days of every kind.

    A week on both sides of both ends of the known bank holidays and of the day on which the data was last
    looked over, a bank holiday for every weekday that one falls on, and a week from the last Sundays of
    March and October, on which the clocks change.
    """
    ends = [day.toordinal() for day in (hours.known_from, hours.known_until, hours.reviewed)]
    near = [end + offset for end in ends for offset in range(-7, 8)]
    latest = date.fromordinal(min(max(near), LAST_DAY))
    near += [_last_sunday(latest.replace(month=month, day=31)) + day for month in (3, 10) for day in range(7)]
    days = {date.fromordinal(max(FIRST_DAY, min(day, LAST_DAY))) for day in near}
    holidays = {day.weekday(): day for day in hours.bank_holidays if FIRST_DAY <= day.toordinal() <= LAST_DAY}
    return days | set(holidays.values())


def _last_sunday(day: date) -> int:
    """The last Sunday until a day, as an ordinal."""
    return day.toordinal() - (day.weekday() + 1) % 7
