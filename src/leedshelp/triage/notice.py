"""The notice: the numbers to show whatever the question, 999 and both teams in the order to ring them."""

from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import Answers, OutcomeId
from leedshelp.model.directory import DUTY, EDT, Directory
from leedshelp.triage import in_words
from leedshelp.triage.entry import Entry, emergency, entries
from leedshelp.triage.hours import Daytime, daytime, london


class Notice(NamedTuple):
    """The emergency number, and both teams, the one that answers now first.

    `doubt` says why nobody can be sure which of the two answers, or how old all this is, or is `None`.
    """

    emergency: Entry
    ring: tuple[Entry, ...]
    doubt: str | None


def notice(directory: Directory, moment: datetime, answers: Answers | None = None) -> Notice:
    """The notice at a moment; it has other numbers where the answers are those of a member of the public.

    Raises `ValueError` where the answers name a concern that is not known.
    """
    moment = london(moment)
    teams, doubt = list(both_teams(directory, moment)), in_words.doubt(directory, moment)
    concern = directory.concern_of(answers) if answers else None
    if concern and concern.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC:
        teams, doubt = [*concern.contacts, DUTY], None
    reasons = {team: directory.contacts[team].helps for team in teams}
    doubt = doubt or in_words.dated(directory, moment)
    return Notice(emergency(directory, moment), entries(directory, reasons, moment), doubt)


def afraid(directory: Directory, moment: datetime) -> str:
    """The line for those who fear harm, with the team that answers at a moment."""
    entry = notice(directory, moment).ring[0]
    return in_words.afraid(entry.number, entry.contact.name, entry.answers_now)


def both_teams(directory: Directory, moment: datetime) -> tuple[str, str]:
    """The ids of Duty and Advice and of the Emergency Duty Team, the one that answers at a moment first."""
    is_closed = daytime(moment, directory.hours) == Daytime.CLOSED
    return (EDT, DUTY) if is_closed else (DUTY, EDT)
