"""The documents that facts were read in, their dates, and what their age says about a number."""

from collections.abc import Iterable
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

    `date` is its own date; `read` is when somebody read it, for a page that gives no date. Both are ISO dates
    that may stop at the year or the month, and `None` where they are not known.
    """

    id: str
    title: str
    publisher: str
    date: str | None
    read: str | None

    @property
    def seen(self) -> str:
        """The date to count the document's age from, "" where none is known; such texts sort by age."""
        return self.date or self.read or ""

    @property
    def is_old(self) -> bool:
        """Whether the document is known to be no later than the two Leeds documents."""
        return bool(self.seen) and int(self.seen[:4]) <= LAST_UNCONFIRMED_YEAR

    @property
    def when(self) -> str:
        """The date in words: "October 2020", or "read November 2026" where the page has no date."""
        if not self.seen:
            return "no date known"
        return date_in_words(self.seen) if self.date else f"read {date_in_words(self.seen)}"


def newest(documents: Iterable[Document]) -> Document:
    """The latest document; the first, where two are equally late."""
    return max(documents, key=lambda document: document.seen)
