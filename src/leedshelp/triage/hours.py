"""Whether a contact's number answers at a moment, in London time.

The documents agree on a core of daytime hours, differ about some minutes around it, and leave all other hours
(nights, weekends, bank holidays) to the Children's Emergency Duty Team (`lscp-practitioners`, `omg-edt`,
`procedures-2023`).
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum, auto

from leedshelp.model.directory import DUTY, Contact, Hours, Window
from leedshelp.model.number import Line, Number

FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(9000, 1, 1).toordinal()
"""The first and the last day that `--at` may name, as ordinals.

Time zones can be relied on between them, and what is due after such a day is within Python's calendar.
"""

YEAR = 366
"""The days after which nothing is known to be up to date."""

_LONDON = "Europe/London"


class Daytime(Enum):
    """Whether daytime services answer at a moment, and if nobody can be sure, why."""

    OPEN = auto()
    CLOSED = auto()
    DISPUTED = auto()
    """The documents differ about these minutes."""
    UNLISTED = auto()
    """They answer unless it is a bank holiday, and the list of bank holidays does not reach this day."""
    UNKNOWN = auto()
    """This machine cannot tell London's time."""


def london(moment: datetime) -> datetime:
    """A moment in London time. A moment without a zone is taken to be in London time already.

    Where clocks go back, a time that comes twice is the first of the two; where they go forward, a
    time that never comes is moved on by the hour that is left out. Where the machine's time zones are
    damaged, it is the time in UTC, at most an hour less.
    """
    # The moment's own zone, where that is London's: two zones read from one file differ about a time that
    # comes twice.
    zone = (is_london(moment) and moment.tzinfo) or _zone()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC).astimezone(zone)


def _zone() -> tzinfo:
    """London's time zone, or UTC where the machine's file of it cannot be read or is not London's."""
    from zoneinfo import ZoneInfo  # for start-up: a look-up needs no time zone

    try:
        zone = ZoneInfo(_LONDON)
        offsets = [zone.utcoffset(datetime(2026, month, 1)) for month in (1, 7)]  # noqa: DTZ001 - of no zone
    except Exception:  # a damaged file can fail in any way
        return UTC
    return zone if offsets == [timedelta(), timedelta(hours=1)] else UTC


def is_london(at: datetime) -> bool:
    """Whether a time is in London's zone, and not in UTC because the machine's time zones are damaged."""
    return getattr(at.tzinfo, "key", None) == _LONDON


def daytime(at: datetime, hours: Hours) -> Daytime:
    """Whether daytime services answer at `at`, a London time."""
    if not is_london(at):
        return Daytime.UNKNOWN
    if _window(hours.agreed, at):
        by_the_clock = Daytime.OPEN
    elif _window(hours.disputed, at):
        by_the_clock = Daytime.DISPUTED
    else:
        return Daytime.CLOSED
    if not holidays_are_known(at, hours):
        return Daytime.UNLISTED
    return Daytime.CLOSED if at.date() in hours.bank_holidays else by_the_clock


def holidays_are_known(at: datetime, hours: Hours) -> bool:
    """Whether the list of bank holidays reaches the day of `at`."""
    return hours.known_from <= at.date() <= hours.known_until


def answers_now(contact: Contact, number: Number, at: datetime, hours: Hours) -> bool | None:
    """Whether a number of a contact is answered at `at`; `None` where the documents do not settle that.

    A contact for which they give no hours is taken to be closed when Duty and Advice, whose `hours` are
    given here, is closed. Nobody but Duty and Advice is known to answer in office hours: the hours of the
    others are from a single page. Where the data was last looked over more than a year ago, only a line
    for any hour, such as 999, is still said to answer.
    """
    match number.line, daytime(at, contact.hours or hours):
        case (Line.OFFICE_HOURS, Daytime.CLOSED) | (Line.OUT_OF_HOURS, Daytime.OPEN):
            return False
        case (Line.ANY_HOUR, _):
            return True
        case (Line.OFFICE_HOURS, Daytime.OPEN) if contact.id == DUTY and not is_out_of_date(at, hours):
            return True
        case (Line.OUT_OF_HOURS, Daytime.CLOSED) if not is_out_of_date(at, hours):
            return True
    return None


def is_out_of_date(at: datetime, hours: Hours) -> bool:
    """Whether nobody looked the data over in the year before `at`."""
    return (at.date() - hours.reviewed).days > YEAR


def to_ring_at(contact: Contact, at: datetime, hours: Hours) -> tuple[Number, bool | None]:
    """The number of a contact to ring at `at`, which is the first that is not closed, and if it answers."""
    states = [(number, answers_now(contact, number, at, hours)) for number in contact.to_ring]
    return next((state for state in states if state[1] is not False), states[0])


def disputed_window(at: datetime, hours: Hours) -> Window | None:
    """The window at `at`, a London time, about which the documents differ, or `None`."""
    return _window(hours.disputed, at) if daytime(at, hours) == Daytime.DISPUTED else None


def _window(windows: tuple[Window, ...], at: datetime) -> Window | None:
    """The window that a time, in London, is within, or `None`."""
    day, clock = at.weekday(), at.time()
    within = (window for window in windows if day in window.days and window.opens <= clock < window.closes)
    return next(within, None)
