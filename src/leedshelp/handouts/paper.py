"""What every handout says: how long it can be trusted, and the rule for feared harm."""

from datetime import date, datetime, timedelta

from leedshelp.model.answers import Answers, Harm
from leedshelp.model.directory import DUTY, Directory, Hours
from leedshelp.triage.advice import advise
from leedshelp.triage.notice import Notice, notice

# Numbers change; leedshelp is then put right, and what was handed out is not.
_TRUSTED = timedelta(days=30)


def trusted_until(moment: datetime, hours: Hours) -> date:
    """The last day to use a handout: 30 days on, or the last day of known bank holidays, if that is sooner.

    After that last day nobody can work out who answers, so one made later is for its own day only.
    """
    known = max(hours.known_until - moment.date(), timedelta())
    return moment.date() + min(_TRUSTED, known)


def numbers_at_any_hour(directory: Directory, moment: datetime) -> Notice:
    """The numbers to ring whatever the question, Duty and Advice first: paper is read by day and by night."""
    numbers = notice(directory, moment)
    return numbers._replace(ring=tuple(sorted(numbers.ring, key=lambda entry: entry.contact.id != DUTY)))


def must(directory: Directory, moment: datetime) -> str:
    """The rule for feared harm, in the words of the data."""
    return advise(directory, Answers(harm=Harm.YES), moment).because[-1].says
