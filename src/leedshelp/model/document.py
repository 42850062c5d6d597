"""The documents that facts were read in, their dates, and what their age says about a number."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.dates import date_in_words

# The year of the later of the two Leeds documents (`leeds-2015`). Numbers have changed since, so that one
# which no later document gives is unconfirmed.
LAST_UNCONFIRMED_YEAR = 2015


class Standing(StrEnum):
    """How far a number can be relied on, worked out from the dates of its documents and never typed."""

    NATIONAL = "national"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    LAST_SEEN = "last seen"
    OWN = "agency's own"


class Document(NamedTuple):
    """A document in which a fact was read.

    `date` is its own date; `not_before` is the earliest that its text allows, for a page that gives none.
    Both are ISO dates that may stop at the year or the month. The day on which somebody read a copy of it
    dates nothing. `address` is where it stands on the web, without "https://". Each is `None` where it is not
    known.
    """

    id: str
    title: str
    publisher: str
    date: str | None = None
    not_before: str | None = None
    address: str | None = None

    @property
    def since(self) -> str:
        """The earliest ISO date that it can be of; "" where nobody knows. These sort by age."""
        return self.date or self.not_before or ""

    @property
    def is_old(self) -> bool:
        """Whether the document is known to be no later than the two Leeds documents."""
        return self.date is not None and int(self.date[:4]) <= LAST_UNCONFIRMED_YEAR

    @property
    def dated(self) -> str:
        """What is known of its date: "October 2020", "undated; written in July 2018 or later", "undated"."""
        if self.date:
            return date_in_words(self.date)
        return (
            f"undated; written in {date_in_words(self.not_before)} or later" if self.not_before else "undated"
        )


class Review(NamedTuple):
    """That somebody with a role looked over a file of the data on a day."""

    file: str
    day: date
    role: str


def newest(documents: Iterable[Document]) -> Document:
    """The document of which it is known that it is the latest; the first, where two are equally late."""
    return max(documents, key=lambda document: document.since)
