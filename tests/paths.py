"""Every path, a line each, for a safeguarding lead to review."""

from leedshelp.model.answers import Answers, paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS

HEADING = """\
Where every set of answers leads, and every circumstance. Each line: the answers, the outcome, then who to
ring, in order, in office hours and out of hours. Made from the rules by `python -m
tests.renew`; a test keeps it equal to them. In disputed minutes the order is that of office hours.

"""


def listing(directory: Directory) -> str:
    """The heading, and a line for each path."""
    ways = (Answers().within(each.id, each.harm) for each in directory.circumstances.values())
    return HEADING + "".join(f"{_line(directory, answers)}\n" for answers in (*paths(), *ways))


def _line(directory: Directory, answers: Answers) -> str:
    given = ", ".join(f"{name} {answer}" for name, answer in answers._asdict().items() if answer)
    by_day = advise(directory, answers, MOMENTS["office hours"].at)
    by_night = advise(directory, answers, MOMENTS["night"].at)
    day, night = (" > ".join(call.contact.name for call in each.ring) for each in (by_day, by_night))
    return f"{given}: {by_day.outcome} | office hours: {day} | out of hours: {night}"
