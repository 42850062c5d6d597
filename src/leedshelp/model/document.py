"""The documents that facts were read in, and how old they are known to be."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.dates import date_in_words

# A number that no later document gives is unconfirmed: numbers have changed since the Leeds documents.
LAST_UNCONFIRMED_YEAR = 2015


class Standing(StrEnum):
    """What the documents' dates say about a number; never typed, always worked out."""

    NATIONAL = "national"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    LAST_SEEN = "last seen"
    OWN = "agency's own"


class Document(NamedTuple):
    """Where a fact was read: with its own `date`, or, on a page that gives none, when it was `read`.

    Both are ISO dates that may stop at the year or the month: "2013", "2026-11", "2023-02-09". A
    document of which neither is known has neither.
    """

    id: str
    title: str
    publisher: str
    date: str | None
    read: str | None

    @property
    def seen(self) -> str:
        """The day, month or year this document speaks for; sorts by age."""
        return self.date or self.read or ""

    @property
    def is_old(self) -> bool:
        """Whether this is known to be no later than the Leeds documents."""
        return bool(self.seen) and int(self.seen[:4]) <= LAST_UNCONFIRMED_YEAR

    @property
    def when(self) -> str:
        """The date in words: "October 2020", or "read November 2026" where the page has no date."""
        if not self.seen:
            return "no date known"
        return date_in_words(self.seen) if self.date else f"read {date_in_words(self.seen)}"


def newest(documents: Iterable[Document]) -> Document:
    """The latest of some documents; the first of them where two are as late."""
    return max(documents, key=lambda document: document.seen)
