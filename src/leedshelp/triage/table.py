"""The reference table of 2013: for each tier its services, who to talk to, and whom to ring."""

from typing import NamedTuple

from leedshelp.model.directory import Directory, Person, Tier, TierId
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card


class Row(NamedTuple):
    """A tier, everyone to talk to in it, and whom to ring: its starter, then who to ring instead."""

    tier: Tier
    talk_to: tuple[Person, ...]
    ring: tuple[Card, ...]


class Table(NamedTuple):
    """The table, or some rows of it, and the documents it comes from, in words."""

    rows: tuple[Row, ...]
    source: str


def table(directory: Directory, tier_id: str | None = None) -> Table:
    """The table, whole or with the row of one tier alone."""
    tiers = [directory.tiers[known] for known in TierId if tier_id in (None, known)]
    rows = (
        Row(tier, directory.people(tier.id), tuple(map(card, directory.ring_about(tier.id))))
        for tier in tiers
    )
    return Table(tuple(rows), in_words.cited(directory.tier_documents))
