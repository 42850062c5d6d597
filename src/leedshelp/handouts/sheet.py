"""A call sheet: what is on the one page that somebody has in the hand while ringing, and writes on.

It holds what an advice says to do, and lines that are blank. Nothing about a child is ever in it. What is
on paper stays there, so every deadline has its day, and the sheet says when to stop trusting it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from leedshelp.model.answers import FEARED, OutcomeId
from leedshelp.model.dates import day_in_words
from leedshelp.model.directory import DUTY, EDT, Directory, Hours, Person, TierId
from leedshelp.model.document import Document
from leedshelp.model.words import Statement, documents_of
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice
from leedshelp.triage.deadlines import contact_form, reply
from leedshelp.triage.entry import Entry
from leedshelp.triage.hours import london
from leedshelp.triage.notice import notice

_TRUSTED = timedelta(days=30)
"""How long a sheet is good for: leedshelp is put right when a number changes, and paper is not."""


_DEADLINES = (("form", "form-blank", "form-sent"), ("reply", "reply-blank", "reply-came"))
"""For each, its statement, and what goes before the lines for when it is due and when it was done."""


class CallQuestion(NamedTuple):
    """Something to ask on a call, and why."""

    asks: str
    why: Statement


class SheetWords(NamedTuple):
    """The words of a call sheet: headings and short texts by name, and what is said below the headings."""

    labels: Mapping[str, str]
    ready: tuple[Statement, ...]
    ask: tuple[CallQuestion, ...]
    said: Mapping[str, Statement]


class Deadline(NamedTuple):
    """A rule, the day it gives (`due`) where that is known, and what goes before each line for the hand."""

    rule: str
    due: str | None
    to_fill_in: tuple[str, ...]


class Sheet(NamedTuple):
    """What is on a call sheet. `ring` is in the order to try.

    `own` are the roles that people of the agency have; `said` are the statements of the words, filled in, and
    `documents` are those they rest on. A member of the public has no deadlines.
    """

    headline: str
    made: str
    until: str
    doubt: str | None
    emergency: Entry
    ring: tuple[Entry, ...]
    own: tuple[Person, ...]
    deadlines: tuple[Deadline, ...]
    consent: str | None
    words: SheetWords
    said: Mapping[str, str]
    documents: tuple[Document, ...]
    sources: str


def sheet(directory: Directory, words: SheetWords, moment: datetime, advice: Advice | None = None) -> Sheet:
    """The sheet for an advice that was given at `moment`; without one, for any call."""
    moment = london(moment)
    texts, numbers = words.labels, advice or notice(directory, moment)
    teams = {"duty": directory.contacts[DUTY].name, "edt": directory.contacts[EDT].name}
    said = {name: statement.says.format_map(teams) for name, statement in words.said.items()}
    is_public = advice is not None and advice.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
    if advice and is_public:  # every advice ends with these two; theirs are not a practitioner's
        said["disagree"], said["record"] = (step.says for step in advice.next_steps[-2:])
    people = advice.talk_to if advice else directory.people(TierId.SPECIALIST)
    due = _due(directory, texts, teams, moment) if advice and advice.answers.harm in FEARED else {}
    until = trusted_until(moment, directory.hours)
    first = (*advice.because, advice.consent) if advice else ()
    documents = documents_of((*first, *_statements(words)))
    return Sheet(
        headline=advice.headline if advice else texts["blank"],
        made=texts["made"].format(moment=in_words.moment(moment)),
        until=texts["until"].format(day=day_in_words(until)),
        doubt=numbers.doubt,
        emergency=numbers.emergency,
        ring=advice.ring if advice else _both(texts, numbers.ring),
        own=tuple(person for person in people if person.own),
        deadlines=tuple(
            Deadline(said[name], due.get(name), (*([] if name in due else [texts[blank]]), texts[done]))
            for name, blank, done in ([] if is_public else _DEADLINES)
        ),
        words=words,
        said=said,
        consent=advice.consent.says if advice else None,
        documents=documents,
        sources=f"Sources: {in_words.cited(documents)}",
    )


def trusted_until(moment: datetime, hours: Hours) -> date:
    """The last day to use a sheet: 30 days on, or the end of the known bank holidays, if that is sooner.

    Past that end nobody can work out who answers, so such a sheet is for its own day only.
    """
    known = max(hours.known_until - moment.date(), timedelta())
    return moment.date() + min(_TRUSTED, known)


def _both(texts: Mapping[str, str], ring: Iterable[Entry]) -> tuple[Entry, ...]:
    """Both teams for any hour, so always in one order, each with when to ring it."""
    when = {DUTY: texts["by-day"], EDT: texts["out-of-hours"]}
    entries = {entry.contact.id: entry for entry in ring}
    return tuple(entries[team]._replace(label=label) for team, label in when.items())


def _due(
    directory: Directory, texts: Mapping[str, str], teams: Mapping[str, str], moment: datetime
) -> dict[str, str]:
    """When each is due, if the call is made now: the form after the daytime team has been rung."""
    worked_out = {"form": contact_form(moment, directory.hours), "reply": reply(moment, directory.hours)}
    return {
        name: texts[f"{name}-due"].format(due=in_words.due(due), rung=in_words.moment(due.rung), **teams)
        for name, due in worked_out.items()
    }


def _statements(words: SheetWords) -> Iterator[Statement]:
    yield from words.ready
    yield from (question.why for question in words.ask)
    yield from words.said.values()
