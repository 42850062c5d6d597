"""All that one set of answers leads to at one moment: what to do, whom to ring, and why."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import FEARED, Answers, OutcomeId, command
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Contact, Directory, Line, Number, Person, Tier
from leedshelp.model.words import Statement, Topic
from leedshelp.triage import in_words
from leedshelp.triage.case import Case, both_teams, circumstance_of
from leedshelp.triage.hours import answers_now, london


class Call(NamedTuple):
    """A number to ring, why, and whether it answers at the moment (`None`: nobody can be sure)."""

    contact: Contact
    number: Number
    why: str
    answers_now: bool | None
    now: str


class Notice(NamedTuple):
    """The emergency number, then both teams, the one that answers now first.

    `doubt` says why nobody can be sure which of the two answers, where that is so.
    """

    emergency: Call
    ring: tuple[Call, ...]
    doubt: str | None


class Advice(NamedTuple):
    """What to do. `ring` is in the order to try, `next_steps` in the order to take; `command` repeats it.

    `answers` are those that counted, `public` whether a member of the public gave them; `moment` is a
    London time; `tier` is set where the conversation starts in one.
    """

    answers: Answers
    public: bool
    outcome: OutcomeId
    headline: str
    emergency: Call
    ring: tuple[Call, ...]
    doubt: str | None
    tier: Tier | None
    talk_to: tuple[Person, ...]
    consent: Statement
    next_steps: tuple[Statement, ...]
    because: tuple[Statement, ...]
    guide: tuple[Topic, ...]
    moment: datetime
    command: str


def notice(directory: Directory, moment: datetime, answers: Answers | None = None) -> Notice:
    """Who to ring, whatever the question, at `moment`; for the public, where it answered.

    Raises `ValueError` where the answers name a circumstance that is not known.
    """
    moment = london(moment)
    teams: Iterable[str] = both_teams(directory, moment)
    doubt = in_words.doubt(directory, moment)
    circumstance = circumstance_of(directory, answers) if answers else None
    if circumstance and circumstance.public:
        teams, doubt = [*circumstance.contacts, DUTY], None
    return Notice(
        emergency=_emergency(directory, moment),
        ring=_calls(directory, {team: directory.contacts[team].helps for team in teams}, moment),
        doubt=doubt,
    )


def advise(directory: Directory, answers: Answers, moment: datetime, at: str | None = None) -> Advice:
    """What finished answers lead to at `moment`; `at` is set where a person named it.

    Raises `ValueError` while a question is still to be asked, and where the answers name a circumstance
    that is not known.
    """
    moment = london(moment)
    case = Case(directory, answers, moment)
    return Advice(
        answers=case.answers,
        public=case.public,
        outcome=case.outcome,
        headline=case.headline(),
        emergency=_emergency(directory, moment),
        ring=_calls(directory, case.ring(), moment),
        doubt=None if case.public else in_words.doubt(directory, moment),
        tier=case.tier,
        talk_to=case.talk_to(),
        consent=case.filled(case.consent().means),
        next_steps=tuple(map(case.filled, case.next_steps())),
        because=tuple(map(case.filled, case.because())),
        guide=case.guide(),
        moment=moment,
        command=command(case.answers, at),
    )


def labels(given: Advice) -> list[str]:
    """For each number of an advice, in order: whether to ring it first, then, or only in some case."""
    is_feared = given.answers.harm in FEARED
    told = ["Ring first"] + ["Then ring"] * (len(given.ring) - 1)
    only_teams = [call.contact.id for call in given.ring] == [DUTY, EDT]
    if given.outcome == OutcomeId.SPECIAL_CIRCUMSTANCE and only_teams:
        told[0] = "Otherwise, ring"
    for position, call in enumerate(given.ring):
        match call.number.line, call.answers_now:
            case _ if given.public and call.contact.id == DUTY:
                told[position] = "If you work with children, ring"
            case Line.OFFICE_HOURS, False:
                told[position] = "When it opens, ring"
            case Line.OUT_OF_HOURS, False:
                told[position] = "Out of hours, ring"
            case _, True if call.contact.id in (EDT, EMERGENCY) and not is_feared:
                told[position] = "If it cannot wait, ring"
    return told


def _emergency(directory: Directory, moment: datetime) -> Call:
    contact = directory.contacts[EMERGENCY]
    return _calls(directory, {EMERGENCY: contact.helps}, moment)[0]


def _calls(directory: Directory, reasons: Mapping[str, str], moment: datetime) -> tuple[Call, ...]:
    """A call for each contact, on the number that no other has replaced."""
    calls = []
    for contact_id, why in reasons.items():
        contact = directory.contacts[contact_id]
        answers = answers_now(contact, moment, directory.hours)
        calls.append(Call(contact, contact.number, why, answers, in_words.answers_now(answers)))
    return tuple(calls)
