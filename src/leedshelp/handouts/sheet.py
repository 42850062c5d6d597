"""The model of a call sheet: a page that people have in the hand while ringing, and write on.

A sheet holds what an advice says to do, and blank lines to fill in by hand. Nothing about a child is ever in
it. A paper is read on other days, so every deadline has its date, and the sheet says until when to trust it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from leedshelp.faces.first import of_use
from leedshelp.handouts.paper import numbers_at_any_hour, trusted_until
from leedshelp.handouts.rendering import rendered, source
from leedshelp.model.answers import FEARED, OutcomeId
from leedshelp.model.dates import day_in_words, moment_in_words
from leedshelp.model.directory import DUTY, EDT, Directory, Person, TierId
from leedshelp.model.document import Standing, newest
from leedshelp.model.words import Statement
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice
from leedshelp.triage.deadlines import contact_form, reply
from leedshelp.triage.entry import AUDIENCE, SURE, Entry
from leedshelp.triage.hours import london
from leedshelp.triage.notice import Notice

# The rows to fill in with what was agreed.
_ROWS = 2

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
    `ready` is what to have ready for a call, `ask` what to ask on it, and `ask_duty` what to ask besides
    where Duty and Advice, or the Emergency Duty Team, is rung.
    """

    labels: Mapping[str, str]
    ready: tuple[Statement, ...]
    ask_duty: tuple[CallQuestion, ...]
    ask: tuple[CallQuestion, ...]
    statements: Mapping[str, Statement]


class Deadline(NamedTuple):
    """A deadline: its rule, the sentence with its day if that is known, and the labels of lines to fill."""

    rule: str
    due: str | None
    to_fill_in: tuple[str, ...]


class Sheet(NamedTuple):
    """A call sheet, ready to show: what belongs to this call, and nothing else.

    `ring` is in the order to try. `made` and `until` say when it was made and until when to trust it.
    `family` says what to do about the family, and `watches` is the label of the line for who watches over the
    child. `own` are the roles that people of the agency have. `statements` are those of the words, by name,
    with the names of the teams filled in. A call to a team that takes referrals has deadlines, and gives a
    reference number.
    """

    headline: str
    made: str
    until: str
    doubt: str | None
    emergency: Entry
    ring: tuple[Entry, ...]
    own: tuple[Person, ...]
    ready: tuple[str, ...]
    ask: tuple[CallQuestion, ...]
    watches: str
    deadlines: tuple[Deadline, ...]
    family: str | None
    labels: Mapping[str, str]
    statements: Mapping[str, str]

    @property
    def has_reference(self) -> bool:
        """Whether the call gives a reference number."""
        return bool(self.deadlines)


def sheet(directory: Directory, words: SheetWords, moment: datetime, advice: Advice | None = None) -> Sheet:
    """The sheet for an advice at a moment; without an advice, a blank one for any call."""
    moment = london(moment)
    labels, numbers = words.labels, numbers_at_any_hour(directory, moment)
    teams = {"duty": directory.contacts[DUTY].name, "edt": directory.contacts[EDT].name}
    statements = {name: statement.says.format_map(teams) for name, statement in words.statements.items()}
    is_public = advice is not None and advice.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
    if advice and is_public:  # every advice ends with these two; theirs are not a practitioner's
        statements["disagree"], statements["record"] = (step.says for step in advice.next_steps[-2:])
    people = advice.talk_to if advice else directory.people(TierId.SPECIALIST)
    is_feared = advice is not None and advice.answers.harm in FEARED
    is_referral = not is_public and (advice is None or is_feared)
    due = _due(directory, labels, teams, moment) if is_feared else {}
    replied = day_in_words(reply(moment, directory.hours).at.date())
    return Sheet(
        headline=advice.headline if advice else labels["blank"],
        made=labels["made"].format(moment=moment_in_words(moment)),
        until=labels["until"].format(day=day_in_words(trusted_until(moment, directory.hours))),
        doubt=advice.doubt if advice else numbers.doubt,
        emergency=numbers.emergency,
        ring=of_use(advice) if advice else _both_teams(labels, numbers),
        own=tuple(person for person in people if person.own),
        ready=tuple(statement.says for statement in words.ready),
        ask=(*(words.ask_duty if is_referral else ()), *words.ask),
        watches=labels["watches"].format(day=replied) if is_feared else labels["watches-blank"],
        deadlines=tuple(
            Deadline(statements[name], due.get(name), (*([] if name in due else [labels[day]]), labels[met]))
            for name, day, met in (_DEADLINES if is_referral else ())
            if name in statements
        ),
        family=advice.consent.says if advice else None,
        labels=labels,
        statements=statements,
    )


def _both_teams(labels: Mapping[str, str], numbers: Notice) -> tuple[Entry, ...]:
    """The entries of both teams, labelled with when to ring them."""
    when = (labels["by-day"], labels["out-of-hours"])
    return tuple(entry._replace(label=label) for entry, label in zip(numbers.ring, when, strict=True))


def _due(
    directory: Directory, labels: Mapping[str, str], teams: Mapping[str, str], moment: datetime
) -> dict[str, str]:
    """When the form and the reply are due, in words, if the call is made at a moment."""
    deadlines = {"form": contact_form(moment, directory.hours), "reply": reply(moment, directory.hours)}
    return {
        name: labels[f"{name}-due"].format(due=in_words.due(due), rung=moment_in_words(due.rung), **teams)
        for name, due in deadlines.items()
        if f"{name}-due" in labels
    }


def html(sheet: Sheet) -> str:
    """A call sheet as an HTML page that prints on A4, in black on white, and loads no other file.

    The style draws the lines to write on, so that a screen reader passes over them.
    """
    return rendered(
        "sheet.html",
        sheet=sheet,
        labels=sheet.labels,
        rows=_ROWS,
        facts=_in_brief,
        style=source("sheet.css"),
    )


def _in_brief(entry: Entry) -> list[str]:
    """What to know about a number, on little room; whoever asks is of those who may ring it."""
    number = entry.number
    seen = f"Last seen: {newest(number.documents).dated}" if number.standing == Standing.LAST_SEEN else None
    left_out = (AUDIENCE, *([SURE] if number.corrected else []))  # a correction says since when it is so
    return [
        seen if seen and fact.label == SURE else fact.line
        for fact in entry.facts
        if fact.label not in left_out
    ]


def text(sheet: Sheet) -> str:
    """A call sheet as plain text, in which a line to write on is a row of underscores."""
    return rendered("sheet.txt", sheet=sheet, labels=sheet.labels, rows=_ROWS)


FACES: dict[str, Callable[[Sheet], str]] = {".html": html, ".txt": text}
"""The functions that make the text of a sheet's file, by the end of its name."""
