"""When the Contact form and the reply are due after a call, in London time.

The Contact form is due within 24 hours of a call to Duty and Advice (`omg-duty-and-advice`). A social
worker should reply to whoever rang within one working day (`working-together`). A working day is a day on
which the daytime team has agreed hours and which is no bank holiday; it ends when the team closes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from leedshelp.model.directory import Hours
from leedshelp.triage.hours import Daytime, daytime, holidays_are_known, london

_FORM = timedelta(hours=24)  # `omg-duty-and-advice`
_DAY = timedelta(days=1)


def form_due(call: datetime) -> datetime:
    """When the Contact form is due after a call: 24 hours on, even where the clocks change in between."""
    return london(call.astimezone(UTC) + _FORM)


def reply_due(call: datetime, hours: Hours) -> datetime:
    """The end of the first working day after the day of a call."""
    later_days = _days_from(call.date() + _DAY)
    day = next(day for day in later_days if _is_working_day(day, hours))
    closes = max(window.closes for window in hours.agreed if day.weekday() in window.days)
    return _at(day, closes)


def next_open(at: datetime, hours: Hours) -> datetime:
    """When the daytime team can be rung: at `at`, where it may answer then, else when it opens next."""
    if daytime(at, hours) != Daytime.CLOSED:
        return at
    opens = (
        _at(day, window.opens)
        for day in _days_from(at.date())
        if _is_working_day(day, hours)
        for window in sorted(hours.agreed, key=lambda window: window.opens)
        if day.weekday() in window.days
    )
    return next(opening for opening in opens if opening > at)


def opening(moment: datetime, hours: Hours) -> "Due":
    """When the daytime team can be rung, where it is not open at `moment`."""
    at = next_open(moment, hours)
    return Due(at, at, not holidays_are_known(at, hours))


class Due(NamedTuple):
    """When something is due (`at`) after a call that is made at `rung`; both are London times.

    `may_move` is set where a bank holiday that is not known yet would make it later.
    """

    at: datetime
    rung: datetime
    may_move: bool


def contact_form(moment: datetime, hours: Hours) -> Due:
    """When the Contact form is due, if Duty and Advice is rung at `moment`, or when it opens next."""
    rung = next_open(moment, hours)
    return Due(form_due(rung), rung, rung != moment and not holidays_are_known(rung, hours))


def reply(moment: datetime, hours: Hours) -> Due:
    """When the reply to a call at `moment` is due."""
    due = reply_due(moment, hours)
    return Due(due, moment, not holidays_are_known(due, hours))


def ring_again(moment: datetime, hours: Hours) -> datetime:
    """When to ring again if no reply to a call at `moment` came in time: the working day after it was due."""
    return next_open(_at(reply_due(moment, hours).date() + _DAY, time.min), hours)


def _days_from(day: date) -> Iterator[date]:
    """The days from `day` on, without end."""
    while True:
        yield day
        day += _DAY


def _is_working_day(day: date, hours: Hours) -> bool:
    """Whether the daytime team has agreed hours on a day that is no bank holiday."""
    has_hours = any(day.weekday() in window.days for window in hours.agreed)
    return has_hours and day not in hours.bank_holidays


def _at(day: date, clock: time) -> datetime:
    """A time of day on a day, in London."""
    return london(datetime.combine(day, clock))
