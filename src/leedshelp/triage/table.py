"""The reference table of 2013: the services of a tier, the people to talk to, and the contacts to ring."""

from datetime import datetime
from typing import NamedTuple

from leedshelp.model.directory import Directory, Person, Tier, TierId
from leedshelp.triage import in_words
from leedshelp.triage.entry import Card, card
from leedshelp.triage.notice import afraid


class Row(NamedTuple):
    """A tier, everyone to talk to in it, and the contacts to ring, its starter first."""

    tier: Tier
    talk_to: tuple[Person, ...]
    ring: tuple[Card, ...]


class Table(NamedTuple):
    """Rows of the table, the documents it comes from, in words, and the line for those who fear harm now."""

    rows: tuple[Row, ...]
    source: str
    afraid: str


def table(directory: Directory, moment: datetime, tier_id: str | None = None) -> Table:
    """The table at a moment, whole or with the row of one tier alone."""
    rows = (_row(directory, directory.tiers[tier], moment) for tier in TierId if tier_id in (None, tier))
    return Table(tuple(rows), in_words.cited(directory.tier_documents), afraid(directory, moment))


def _row(directory: Directory, tier: Tier, moment: datetime) -> Row:
    """The row of a tier."""
    contacts = directory.with_otherwise(directory.contacts[tier.starter])
    cards = (card(contact, moment, directory.hours) for contact in contacts)
    return Row(tier, directory.people(tier.id), tuple(cards))
