"""The reference table of 2013: the services of a tier, the people to talk to, and the contacts to ring."""

from typing import NamedTuple

from leedshelp.model.directory import Directory, Person, Tier, TierId
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card


class Row(NamedTuple):
    """A tier, everyone to talk to in it, and the contacts to ring, its starter first."""

    tier: Tier
    talk_to: tuple[Person, ...]
    ring: tuple[Card, ...]


class Table(NamedTuple):
    """Rows of the table, and the documents that the table comes from, in words."""

    rows: tuple[Row, ...]
    source: str


def table(directory: Directory, tier_id: str | None = None) -> Table:
    """The table, whole or with the row of one tier alone."""
    rows = (
        Row(directory.tiers[tier], directory.people(tier), tuple(map(card, directory.ring_about(tier))))
        for tier in TierId
        if tier_id in (None, tier)
    )
    return Table(tuple(rows), in_words.cited(directory.tier_documents))
