"""The faces: the same advice, look-up and table as Rich tables, as plain lines and as JSON.

A face takes what it shows and a width, and asks the directory nothing, so that no two faces can disagree.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from leedshelp.check.checkup import Checkup
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table

    class Face(Protocol):
        """What every module in `faces` offers: each gives the text to show, for a width in columns."""

        def advice(self, advice: Advice, width: int | None, /) -> str:
            """An advice, whole."""

        def brief(self, advice: Advice, width: int | None, /) -> str:
            """The first screen of an advice: what to do, the numbers, and what consent means."""

        def contacts(self, findings: Findings, width: int | None, /) -> str:
            """What a look-up found."""

        def tiers(self, table: Table, width: int | None, /) -> str:
            """Some tiers of the reference table."""

        def checkup(self, checkup: Checkup, width: int | None, /) -> str:
            """What a check of the data found."""


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
