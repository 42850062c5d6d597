"""When something is due after a call: the arithmetic of hours and working days, in London time.

The Contact form is due within 24 hours of a call to Duty and Advice (`omg-duty-and-advice`). A social
worker should reply to whoever rang within one working day (`working-together`). A working day is one on
which the daytime team has agreed hours, and that is no bank holiday; it ends when the team closes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from leedshelp.model.directory import Hours
from leedshelp.triage.hours import Daytime, daytime, holidays_are_known, london

_FORM = timedelta(hours=24)
_DAY = timedelta(days=1)


def form_due(call: datetime) -> datetime:
    """When the Contact form is due after a call: 24 hours on, whatever the clocks do meanwhile."""
    return london(call.astimezone(UTC) + _FORM)


def reply_due(call: datetime, hours: Hours) -> datetime:
    """The end of the first working day after the day of a call."""
    day = next(each for each in _days_from(call.date() + _DAY) if _is_working_day(each, hours))
    closes = max(window.closes for window in hours.agreed if day.weekday() in window.days)
    return _at(day, closes)


def next_open(at: datetime, hours: Hours) -> datetime:
    """When the daytime team can be rung: at once where it may answer, else when it opens next."""
    if daytime(at, hours) != Daytime.CLOSED:
        return at
    opens = (
        _at(day, window.opens)
        for day in _days_from(at.date())
        if _is_working_day(day, hours)
        for window in sorted(hours.agreed, key=lambda each: each.opens)
        if day.weekday() in window.days
    )
    return next(each for each in opens if each > at)


class Due(NamedTuple):
    """When something is due after a call that is `rung` at a moment; London times.

    `may_move` is set where a bank holiday that is not known yet would make it later.
    """

    at: datetime
    rung: datetime
    may_move: bool


def contact_form(moment: datetime, hours: Hours) -> Due:
    """The Contact form, after a call to Duty and Advice at `moment` or when it opens next."""
    rung = next_open(moment, hours)
    return Due(form_due(rung), rung, rung != moment and not holidays_are_known(rung, hours))


def reply(moment: datetime, hours: Hours) -> Due:
    """The reply to a call at `moment`."""
    due = reply_due(moment, hours)
    return Due(due, moment, not holidays_are_known(due, hours))


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += _DAY


def _is_working_day(day: date, hours: Hours) -> bool:
    has_hours = any(day.weekday() in window.days for window in hours.agreed)
    return has_hours and day not in hours.bank_holidays


def _at(day: date, clock: time) -> datetime:
    return london(datetime.combine(day, clock))
