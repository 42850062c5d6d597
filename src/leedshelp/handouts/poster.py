"""The poster: the table of 2013 on one page for the wall of a staff room, with the numbers on top."""

from datetime import datetime

from leedshelp.handouts.paper import must, numbers_at_any_hour, trusted_until
from leedshelp.handouts.rendering import rendered, source
from leedshelp.model.dates import day_in_words
from leedshelp.model.directory import Directory
from leedshelp.triage.hours import london
from leedshelp.triage.table import table


def poster(directory: Directory, moment: datetime, title: str) -> str:
    """The poster as one HTML file, which prints on a page of A4 on its side; `title` stands on top."""
    moment = london(moment)
    teams = numbers_at_any_hour(directory, moment)
    reference, until = table(directory, moment), trusted_until(moment, directory.hours)
    return rendered(
        "poster.html",
        title=title,
        style=source("poster.css"),
        teams=teams,
        on_top=[entry.contact for entry in teams.ring],
        must=must(directory, moment),
        tiers=reference.rows,
        source=f"The tiers: {reference.source}.",
        made=f"Made on {day_in_words(moment.date())}.",
        until=f"Take this down after {day_in_words(until)}: numbers change.",
    )
