"""The model of a telephone number: when it is answered, who rings it, and how far it can be relied on."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.document import Document, Standing
from leedshelp.model.phone import SHORT, dial


class Line(StrEnum):
    """When a number is answered."""

    ANY_HOUR = "any-hour"
    OFFICE_HOURS = "office-hours"
    OUT_OF_HOURS = "out-of-hours"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """Who may ring a number."""

    PRACTITIONERS = "practitioners"
    PRACTITIONERS_ONLY = "practitioners only"
    ANYONE = "anyone"


class Number(NamedTuple):
    """A telephone number of a contact.

    `text` has its digits in readable groups, `options` the option of the menu by the id of the document that
    gives it. `callers` says who rings it, where that is not who asks leedshelp, such as a child; then the
    number is there to be passed on. `replaces` has the texts of the older numbers whose place it took,
    `corrected` the ISO day on which an agency's own file did that. `resolved` works out `replaced_by`, the
    newer number, and the `standing`.
    """

    text: str
    line: Line
    audience: Audience | None
    options: Mapping[str, str]
    documents: tuple[Document, ...]
    replaces: tuple[str, ...]
    callers: str | None = None
    corrected: str | None = None
    replaced_by: "Number | None" = None
    standing: Standing = Standing.LAST_SEEN

    @property
    def is_national(self) -> bool:
        """Whether this is a short number that is the same everywhere in the country, such as 999."""
        return self.text in SHORT

    @property
    def dial(self) -> str:
        """The digits that a telephone dials."""
        return dial(self.text)


def resolved(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """The numbers of a contact with `replaced_by` and `standing` worked out; newer ones must come first."""
    newer: dict[str, Number] = {}
    worked_out = []
    for number in numbers:
        replaced_by = newer.get(number.text)
        worked_out.append(number._replace(replaced_by=replaced_by, standing=_standing(number, replaced_by)))
        newer |= dict.fromkeys(number.replaces, worked_out[-1])
    return tuple(worked_out)


def _standing(number: Number, replaced_by: Number | None) -> Standing:
    """The standing of a number, from the number that replaced it and the dates of its documents."""
    if number.is_national:
        return Standing.NATIONAL
    if replaced_by:
        return Standing.SUPERSEDED
    if all(document.is_old for document in number.documents):
        return Standing.UNCONFIRMED
    return Standing.LAST_SEEN
