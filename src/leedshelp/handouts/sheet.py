"""The model of a call sheet: a page that people have in the hand while ringing, and write on.

A sheet holds what an advice says to do, and blank lines to fill in by hand. Nothing about a child is ever in
it. A paper is read on other days, so every deadline has its date, and the sheet says until when to trust it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from leedshelp.model.answers import FEARED, OutcomeId
from leedshelp.model.dates import day_in_words, moment_in_words
from leedshelp.model.directory import DUTY, EDT, Directory, Hours, Person, TierId
from leedshelp.model.document import Document
from leedshelp.model.words import Statement, documents_of
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice
from leedshelp.triage.deadlines import contact_form, reply
from leedshelp.triage.entry import Entry
from leedshelp.triage.hours import london
from leedshelp.triage.notice import notice

# How long a sheet can be trusted. Numbers change; leedshelp is then put right, and a paper is not.
_TRUSTED = timedelta(days=30)

# The words of a deadline, by their names in `sheet.yaml`: its rule, the label of the line for the day it is
# due (for a sheet without that day, such as a blank one), and the label of the line for the day it was met.
_DEADLINES = (("form", "form-blank", "form-sent"), ("reply", "reply-blank", "reply-came"))


class CallQuestion(NamedTuple):
    """A question to ask on a call, and why to ask it."""

    asks: str
    why: Statement


class SheetWords(NamedTuple):
    """The words of a call sheet.

    `labels` are the headings and short texts, and `statements` the texts below headings, both by name.
    `ready` is what to have ready for a call, and `ask` what to ask on it.
    """

    labels: Mapping[str, str]
    ready: tuple[Statement, ...]
    ask: tuple[CallQuestion, ...]
    statements: Mapping[str, Statement]


class Deadline(NamedTuple):
    """A deadline: its rule, the sentence with its day if that is known, and the labels of lines to fill."""

    rule: str
    due: str | None
    to_fill_in: tuple[str, ...]


class Sheet(NamedTuple):
    """A call sheet, ready to show. `ring` is in the order to try.

    `made` and `until` say when it was made and until when to trust it. `own` are the roles that people of the
    agency have. `statements` are those of the words, by name, with the names of the teams filled in, and
    `documents` those that all on the sheet rests on. A member of the public has no deadlines.
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
    statements: Mapping[str, str]
    documents: tuple[Document, ...]
    sources: str


def sheet(directory: Directory, words: SheetWords, moment: datetime, advice: Advice | None = None) -> Sheet:
    """The sheet for an advice at a moment; without an advice, a blank one for any call."""
    moment = london(moment)
    labels, numbers = words.labels, advice or notice(directory, moment)
    teams = {"duty": directory.contacts[DUTY].name, "edt": directory.contacts[EDT].name}
    statements = {name: statement.says.format_map(teams) for name, statement in words.statements.items()}
    is_public = advice is not None and advice.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
    if advice and is_public:  # every advice ends with these two; theirs are not a practitioner's
        statements["disagree"], statements["record"] = (step.says for step in advice.next_steps[-2:])
    people = advice.talk_to if advice else directory.people(TierId.SPECIALIST)
    is_feared = advice is not None and advice.answers.harm in FEARED
    due = _due(directory, labels, teams, moment) if is_feared else {}
    until = trusted_until(moment, directory.hours)
    first = (*advice.because, advice.consent) if advice else ()
    documents = documents_of((*first, *_all_statements(words)))
    return Sheet(
        headline=advice.headline if advice else labels["blank"],
        made=labels["made"].format(moment=moment_in_words(moment)),
        until=labels["until"].format(day=day_in_words(until)),
        doubt=numbers.doubt,
        emergency=numbers.emergency,
        # A number to be passed on is of no use in a call about feared harm.
        ring=tuple(entry for entry in advice.ring if not (is_feared and entry.number.callers))
        if advice
        else _both_teams(labels, numbers.ring),
        own=tuple(person for person in people if person.own),
        deadlines=tuple(
            Deadline(statements[name], due.get(name), (*([] if name in due else [labels[day]]), labels[met]))
            for name, day, met in ([] if is_public else _DEADLINES)
        ),
        words=words,
        statements=statements,
        consent=advice.consent.says if advice else None,
        documents=documents,
        sources=f"Sources: {'; '.join(map(in_words.referenced, documents))}",
    )


def trusted_until(moment: datetime, hours: Hours) -> date:
    """The last day to use a sheet: 30 days on, or the last day of known bank holidays, if that is sooner.

    After that last day nobody can work out who answers, so a sheet made later is for its own day only.
    """
    known = max(hours.known_until - moment.date(), timedelta())
    return moment.date() + min(_TRUSTED, known)


def _both_teams(labels: Mapping[str, str], ring: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of both teams, labelled with when to ring them; always in one order, as for any hour."""
    when = {DUTY: labels["by-day"], EDT: labels["out-of-hours"]}
    entries = {entry.contact.id: entry for entry in ring}
    return tuple(entries[team]._replace(label=label) for team, label in when.items())


def _due(
    directory: Directory, labels: Mapping[str, str], teams: Mapping[str, str], moment: datetime
) -> dict[str, str]:
    """When the form and the reply are due, in words, if the call is made at a moment."""
    deadlines = {"form": contact_form(moment, directory.hours), "reply": reply(moment, directory.hours)}
    return {
        name: labels[f"{name}-due"].format(due=in_words.due(due), rung=moment_in_words(due.rung), **teams)
        for name, due in deadlines.items()
    }


def _all_statements(words: SheetWords) -> Iterator[Statement]:
    """Every statement that is on a sheet, whatever the advice."""
    yield from words.ready
    yield from (question.why for question in words.ask)
    yield from words.statements.values()
