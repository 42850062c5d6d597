"""Days and months as people say them, and dates that may stop at the year or the month."""

import re
from datetime import date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(iso: str) -> str:
    """An ISO date, which may stop at the year or the month: "2013", "October 2020", "9 February 2023"."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(each) - 1] for each in rest[:1]]
    return " ".join([*(str(int(each)) for each in rest[1:]), *month, year])


def first_day(iso: str) -> date | None:
    """The first day that an ISO date allows, which may stop at the year or the month; else `None`."""
    if not re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", iso):
        return None
    try:
        return date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return None


def whole_day(iso: str) -> date | None:
    """The day of the calendar that an ISO date is, if it is a whole one."""
    return first_day(iso) if len(iso) == len("2026-12-25") else None


def day_in_words(day: date) -> str:
    """A day with its weekday: "Friday 25 December 2026"."""
    return f"{DAYS[day.weekday()]} {date_in_words(str(day))}"
