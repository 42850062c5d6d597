"""The faces: the same advice and directory as Rich tables, as plain lines and as JSON."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from leedshelp.advice import Advice
    from leedshelp.changes import Change
    from leedshelp.checkup import Checkup
    from leedshelp.directory import Directory, Tier
    from leedshelp.guide import Page
    from leedshelp.search import Findings

    class Face(Protocol):
        """What every module in `faces` offers: each gives the text to show, for a width in columns."""

        def advice(self, directory: Directory, given: Advice, width: int | None, /) -> str:
            """An advice, whole."""

        def brief(self, directory: Directory, given: Advice, width: int | None, /) -> str:
            """The first screen of an advice: what to do, the numbers, and what consent means."""

        def contacts(self, directory: Directory, found: Findings, width: int | None, /) -> str:
            """What a look-up found."""

        def tiers(self, directory: Directory, shown: list[Tier], width: int | None, /) -> str:
            """Some tiers of the reference table."""

        def checkup(self, shown: Checkup, width: int | None, /) -> str:
            """What a check of the data found."""

        def topics(self, pages: Iterable[Page], width: int | None, /) -> str:
            """What the guide has pages about."""

        def page(self, directory: Directory, shown: Page, width: int | None, /) -> str:
            """A page of the guide."""

        def changes(self, shown: Iterable[Change], width: int | None, /) -> str:
            """What differs between two editions of the data."""


def chosen(*, json: bool, tables: bool) -> "Face":
    """The face to show, loaded only now, as the others are not needed."""
    if json:
        from leedshelp.faces import jsondata

        return jsondata
    if tables:
        from leedshelp.faces import screen

        return screen
    from leedshelp.faces import plain

    return plain
