"""Dates and times in words, and ISO dates that may stop at the year or the month: "2013", "2020-10"."""

import re
from datetime import date, datetime, time

# The names are not Python's own: those follow the language of the machine.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_WEEK = 7  # days, after which "Monday" would be another Monday


def date_in_words(iso: str) -> str:
    """An ISO date in words: "2013", "October 2020", "9 February 2023"."""
    year, *rest = iso.split("-")
    month = [MONTHS[int(part) - 1] for part in rest[:1]]
    day = [str(int(part)) for part in rest[1:]]
    return " ".join([*day, *month, year])


def first_day(iso: str) -> date | None:
    """The first day of an ISO date, which may be a year or a month; `None` where the text is no such date."""
    if not re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", iso):
        return None
    try:
        return date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return None


def whole_day(iso: str) -> date | None:
    """The day of an ISO date that names one; `None` for a year, a month, or any other text."""
    return first_day(iso) if len(iso) == len("2026-12-25") else None


def day_in_words(day: date) -> str:
    """A day with its weekday: "Friday 25 December 2026"."""
    return f"{DAYS[day.weekday()]} {date_in_words(str(day))}"


def clock_in_words(at: time) -> str:
    """A time of day: "9:05"."""
    return f"{at.hour}:{at.minute:02}"


def moment_in_words(at: datetime) -> str:
    """A time on a day: "Friday 25 December 2026, 10:05"."""
    return f"{day_in_words(at.date())}, {clock_in_words(at.time())}"


def soon_in_words(at: datetime, now: datetime) -> str:
    """A moment to come, as people say it: "today 9:00", "tomorrow 9:00", "Monday 9:00", or with its date."""
    days = (at.date() - now.date()).days
    if days < _WEEK:
        day = {0: "today", 1: "tomorrow"}.get(days, DAYS[at.weekday()])
        return f"{day} {clock_in_words(at.time())}"
    return moment_in_words(at)
