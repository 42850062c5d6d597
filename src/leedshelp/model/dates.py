"""Dates in words, and ISO dates that may stop at the year or the month: "2013", "2020-10", "2023-02-09"."""

import re
from datetime import date

# The names are not Python's own: those follow the language of the machine.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(iso: str) -> str:
    """An ISO date in words: "2013", "October 2020", "9 February 2023"."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(part) - 1] for part in rest[:1]]
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
