"""The page: the questions as one HTML file, which works without a network and keeps nothing.

All that leedshelp would say is worked out beforehand, for every set of answers and for every state that the
clock can bring about: which teams answer by their hours. The script of the page knows only the clock. It
finds the state, and puts the times of the moment where an advice names one.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from leedshelp.faces.first import Group, first
from leedshelp.faces.plain import notice as notice_lines
from leedshelp.faces.plain import rest_of
from leedshelp.handouts.flow import flow
from leedshelp.handouts.flow import text as flow_text
from leedshelp.handouts.paper import must, numbers_at_any_hour, trusted_until
from leedshelp.handouts.rendering import rendered, source
from leedshelp.model import dates
from leedshelp.model.answers import Answers, Consent, Harm, paths
from leedshelp.model.directory import Directory, Hours, TierId, Window
from leedshelp.model.phone import dial
from leedshelp.safety.moments import boundaries
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.entry import Entry
from leedshelp.triage.hours import YEAR, Daytime, daytime, disputed_window, is_out_of_date
from leedshelp.triage.notice import notice
from leedshelp.triage.table import table
from leedshelp.triage.times import Times

# How many of the words that people use stand below the name of a concern: enough to know it by.
_WORDS = 4


class Slots(Times):
    """In the place of times, names that the script of the page knows. No data has the marks round them."""

    def __init__(self, schedules: list[Hours]) -> None:
        self._schedules = schedules

    @property
    def when(self) -> str:
        """The slot of the moment."""
        return _slot("when")

    def opens(self, hours: Hours | None = None) -> str:
        """The slot for when a line can be rung."""
        return _slot(f"opens{self._schedules.index(hours or self._schedules[0])}")

    def deadlines(self) -> dict[str, str]:
        """The slots of the deadlines."""
        return {name: _slot(name) for name in ("form_by", "reply_by", "again")}


def _slot(name: str) -> str:
    return f"\x02{name}\x03"


def page(directory: Directory, moment: datetime, title: str) -> str:
    """The page as one HTML file, made at a moment in London time; `title` stands on it without a script."""
    until = dates.day_in_words(trusted_until(moment, directory.hours))
    style = source("page.css")
    known = json.dumps(contents(directory, moment), separators=(",", ":")).replace("<", "\\u003c")
    script = f"const PAGE = {known};\n{source('clock.js')}{source('page.js')}"
    return rendered(
        "page.html",
        title=title,
        made=f"Made on {dates.day_in_words(moment.date())}.",
        until=f"Do not use this page after {until}. Numbers change: get a new one.",
        agency=directory.agency,
        style=style,
        script=script,
        policy=(
            f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'"
        ),
        teams=numbers_at_any_hour(directory, moment),
        tiers=table(directory, moment).rows,
        flow=flow_text(flow(directory)),
        must=must(directory, moment),
    )


def _hash(text: str) -> str:
    """What a policy names a style or a script by: the hash of its very bytes."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def contents(directory: Directory, moment: datetime) -> dict[str, Any]:
    """All that the script of a page knows, made at a moment in London time."""
    schedules, nodes = schedules_of(directory), _Nodes()
    moments = {state(schedules, directory, at): at for at in boundaries(directory)}
    slots = Slots(schedules)
    hours = directory.hours
    return {
        "advices": {
            key(answers): nodes.number(
                [view(advise(directory, answers, at, times=slots)) for at in moments.values()]
            )
            for answers in ways(directory)
        },
        "notices": nodes.number([notice_lines(notice(directory, at)) for at in moments.values()]),
        "states": {name: position for position, name in enumerate(moments)},
        "nodes": nodes.all,
        "questions": [
            {"id": question, "asks": words.asks, "hint": words.hint, "why": words.why.says}
            | {"options": list(words.options.items())}
            for question, words in directory.words.questions.items()
        ],
        "concerns": [
            {"id": concern.id, "name": concern.name, "also": ", ".join(concern.also[:_WORDS])}
            for concern in directory.concerns.values()
        ],
        "schedules": [
            {"agreed": _windows(schedule.agreed), "disputed": _windows(schedule.disputed)}
            for schedule in schedules
        ],
        "holidays": {str(day): name for day, name in hours.bank_holidays.items()},
        "known": [str(hours.known_from), str(hours.known_until)],
        "dated": str(hours.reviewed + timedelta(days=YEAR)),
        "made": str(moment.date()),
        "until": str(trusted_until(moment, hours)),
        "dial": {text: dial(text) for text in _numbers(directory)},
        "days": dates.DAYS,
        "months": dates.MONTHS,
        "may_move": in_words.MAY_MOVE,
    }


def schedules_of(directory: Directory) -> list[Hours]:
    """The hours of Duty and Advice, then the others that a contact has."""
    own = (contact.hours for contact in directory.contacts.values() if contact.hours)
    schedules = [directory.hours]
    for hours in own:
        schedules += [] if hours in schedules else [hours]
    return schedules


def state(schedules: Iterable[Hours], directory: Directory, at: datetime) -> str:
    """What an advice at a moment depends on, besides the answers and the times that it names."""
    age = "dated" if is_out_of_date(at, directory.hours) else "new"
    return ", ".join([*(_daytime(hours, at) for hours in schedules), age])


def _daytime(hours: Hours, at: datetime) -> str:
    """Whether a team answers by its hours, and if nobody can be sure, why; the script has the same names."""
    match daytime(at, hours):
        case Daytime.UNLISTED:
            return "before" if at.date() < hours.known_from else "after"
        case Daytime.DISPUTED:
            window = disputed_window(at, hours)
            return f"disputed {[*hours.disputed].index(window)}"  # type: ignore[arg-type] # there is one
        case known:
            return known.name.lower()


def ways(directory: Directory) -> Iterator[Answers]:
    """All answers that the page can lead to: every path, feared harm alone, and every concern."""
    yield from paths()
    yield Answers(harm=Harm.YES)
    for concern in directory.concerns:
        for consent in (None, *Consent):
            for harm in (None, Harm.YES):
                yield Answers(consent, harm, concern=concern)


def key(answers: Answers) -> str:
    """The name of answers in the script."""
    return "/".join(answer or "" for answer in answers)


def view(advice: Advice) -> list[Any]:
    """What the page shows of an advice: the first screen, and the rest in blocks of a heading and lines."""
    screen = first(advice)
    return [
        screen.danger,
        screen.headline,
        [_group(group) for group in screen.groups],
        screen.facts,
        screen.unofficial,
        rest_of(advice),
    ]


def _group(group: Group) -> list[Any]:
    return [
        group.heading,
        [_entry(entry, has_heading=bool(group.heading)) for entry in group.entries],
        group.below,
    ]


def _entry(entry: Entry, *, has_heading: bool) -> list[Any]:
    before = "" if has_heading else entry.before
    return [before, entry.number.text, entry.contact.name, entry.glance, entry.answers_now]


def _windows(windows: Iterable[Window]) -> list[dict[str, Any]]:
    """Windows: their first and last day, and when they open and close, in minutes from midnight."""
    return [
        {
            "days": [window.days[0], window.days[-1]],
            "opens": window.opens.hour * 60 + window.opens.minute,
            "closes": window.closes.hour * 60 + window.closes.minute,
        }
        for window in windows
    ]


def _numbers(directory: Directory) -> Iterator[str]:
    """Every number that may be rung."""
    for contact in directory.contacts.values():
        yield from (number.text for number in contact.to_ring)
    for person in directory.people(TierId.SPECIALIST):
        yield from (own.number for own in person.own)


class _Nodes:
    """Texts and lists, each held once, under a number; a list holds the numbers of what is in it."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._known: dict[Any, int] = {}

    def number(self, value: Any) -> int:  # Any: a tree of lists and texts
        """The number of a value, which is added where it is not known."""
        node = tuple(map(self.number, value)) if isinstance(value, list | tuple) else value
        if (type(node), node) not in self._known:
            self._known[type(node), node] = len(self.all)
            self.all.append(node)
        return self._known[type(node), node]
