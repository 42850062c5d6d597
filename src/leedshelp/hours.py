"""Which line answers at a moment, in London time.

The documents agree on a core of daytime hours, differ about some minutes around it, and send
everything else to the Children's Emergency Duty Team: nights, weekends, bank holidays
(`lscp-practitioners`, `omg-edt`, `procedures-2023`).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, auto

from leedshelp.dates import DAYS, date_in_words, day_in_words
from leedshelp.directory import DUTY, EDT, Contact, Directory, Hours, Line, Number, Window

FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(9000, 1, 1).toordinal()
"""The days that clocks and calendars agree on; data may name others, and nobody will ask on them."""


_LONDON = "Europe/London"
_NO_CLOCK = (
    "The time zones on this computer are damaged, so it cannot tell the time in Leeds, nor who answers now. "
    "If the first does not answer, ring the other."
)
_SUNDAY = 6
"""Each Sunday counts by itself, as clocks change on some."""


class Daytime(Enum):
    """Whether daytime services answer at a moment."""

    OPEN = auto()
    CLOSED = auto()
    DISPUTED = auto()
    """The documents differ about these minutes."""
    UNLISTED = auto()
    """Open unless this is a bank holiday, and the list of bank holidays does not reach this day."""
    UNKNOWN = auto()
    """This machine cannot tell London's time."""


def london(moment: datetime) -> datetime:
    """A moment on London's clocks. One without a zone is taken to be London time already.

    Where clocks go back, a time that comes twice is the first of the two; where they go forward, a
    time that never comes is moved on by the hour that is left out. Where the machine's time zones are
    damaged, it is the time in UTC, at most an hour less.
    """
    # Its own zone where that is London's: two readings of one zone differ about a time that comes twice.
    zone = (is_london(moment) and moment.tzinfo) or _zone()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC).astimezone(zone)


def _zone() -> tzinfo:
    """London's time zone, or UTC where the machine's file of it cannot be read or is not London's."""
    from zoneinfo import ZoneInfo

    try:
        zone = ZoneInfo(_LONDON)
        offsets = [zone.utcoffset(datetime(2026, month, 1)) for month in (1, 7)]  # noqa: DTZ001 - of no zone
    except Exception:  # a damaged file can fail in any way
        return UTC
    return zone if offsets == [timedelta(), timedelta(hours=1)] else UTC


def is_london(at: datetime) -> bool:
    """Whether a time is on London's clocks, and not in UTC for want of them."""
    return getattr(at.tzinfo, "key", None) == _LONDON


def daytime(at: datetime, hours: Hours) -> Daytime:
    """Whether daytime services answer at `at`, a London time."""
    if not is_london(at):
        return Daytime.UNKNOWN
    if any(_covers(window, at) for window in hours.agreed):
        by_the_clock = Daytime.OPEN
    elif any(_covers(window, at) for window in hours.disputed):
        by_the_clock = Daytime.DISPUTED
    else:
        return Daytime.CLOSED
    if not holidays_are_known(at, hours):
        return Daytime.UNLISTED
    return Daytime.CLOSED if at.date() in hours.bank_holidays else by_the_clock


def holidays_are_known(at: datetime, hours: Hours) -> bool:
    """Whether the list of bank holidays reaches the day of `at`."""
    return hours.known_from <= at.date() <= hours.known_until


def answers_now(contact: Contact, at: datetime, hours: Hours) -> bool | None:
    """Whether a contact's number is answered at `at`; `None` where the documents do not settle it.

    Of the office-hours lines they give the hours of Duty and Advice only. The others are taken to be
    closed when it is, and for the rest nothing is claimed.
    """
    line = contact.number.line
    if line == Line.OFFICE_HOURS and contact.id != DUTY:
        return False if daytime(at, hours) == Daytime.CLOSED else None
    match line, daytime(at, hours):
        case (Line.ANY_HOUR, _) | (Line.OFFICE_HOURS, Daytime.OPEN) | (Line.OUT_OF_HOURS, Daytime.CLOSED):
            return True
        case (_, Daytime.OPEN | Daytime.CLOSED):
            return False
    return None


def doubt_in_words(directory: Directory, at: datetime) -> str | None:
    """Why nobody can be sure which team answers at `at`, or `None` where the documents settle it."""
    hours, phrases = directory.hours, directory.words.phrases
    if not is_london(at):
        return _NO_CLOCK
    if not holidays_are_known(at, hours):
        since, until = (date_in_words(str(day)) for day in (hours.known_from, hours.known_until))
        edt = directory.contacts[EDT].name
        return phrases["moments.unlisted"].format(since=since, until=until, edt=edt)
    if daytime(at, hours) == Daytime.DISPUTED:
        why = next(window.why for window in hours.disputed if _covers(window, at))
        return phrases["moments.disputed"].format(why=why)
    return None


def line_in_words(directory: Directory, contact: Contact, number: Number) -> str:
    """When a number is answered, as far as the documents say: the hours are those of Duty and Advice."""
    phrases = directory.words.phrases
    if contact.id != DUTY:
        return phrases[f"lines.{number.line}"]
    hours = directory.hours
    if not hours.disputed:
        return in_words(hours.agreed)
    return phrases[f"lines.{DUTY}"].format(agreed=in_words(hours.agreed), disputed=in_words(hours.disputed))


def in_words(windows: Iterable[Window]) -> str:
    """Windows as people say them: "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30"."""
    return ", ".join(
        f"{_days_in_words(each.days)} {clock_in_words(each.opens)} to {clock_in_words(each.closes)}"
        for each in windows
    )


def _days_in_words(days: range) -> str:
    """Weekdays as people say them: "Friday", "Monday to Thursday"."""
    first, last = DAYS[days[0]], DAYS[days[-1]]
    return first if first == last else f"{first} to {last}"


def moment_in_words(at: datetime) -> str:
    """A London time as people say it: "Friday 25 December 2026, 10:05"."""
    return f"{day_in_words(at.date())}, {clock_in_words(at.time())}"


def moment_and_clock_in_words(at: datetime) -> str:
    """The same with whose clock it is: "Friday 25 December 2026, 10:05, London time"."""
    return f"{moment_in_words(at)}, {'London time' if is_london(at) else 'UTC'}"


def moments_of_every_kind(directory: Directory) -> list[datetime]:
    """A moment of every kind on every weekday, on bank holidays and others, and as the clocks change."""
    found: dict[tuple[object, ...], datetime] = {}
    for moment in _boundaries(directory.hours):
        holiday = moment.date() in directory.hours.bank_holidays
        kind = (daytime(moment, directory.hours), doubt_in_words(directory, moment))
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


def _covers(window: Window, at: datetime) -> bool:
    return at.weekday() in window.days and window.opens <= at.time() < window.closes


def clock_in_words(moment: time) -> str:
    """A time of day as people say it: "9:05"."""
    return f"{moment.hour}:{moment.minute:02}"
