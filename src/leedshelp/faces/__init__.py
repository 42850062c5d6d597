"""The faces: an advice, a look-up, the table and a check, as Rich tables, as plain lines and as JSON.

A face takes a record that is ready to show, and a width. It asks the directory nothing, so that no two faces
can disagree.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from leedshelp.triage.advice import Advice
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table

    class Face(Protocol):
        """The functions of a face: they give the text to show, for a width in columns; `None` is no limit."""

        def advice(self, advice: Advice, width: int | None, /) -> str:
            """The whole of an advice."""

        def first(self, advice: Advice, width: int | None, /) -> str:
            """The first screen of an advice: what to do, the numbers, and what goes with the call."""

        def rest(self, advice: Advice, width: int | None, /) -> str:
            """All that is not on the first screen of an advice."""

        def contacts(self, findings: Findings, width: int | None, /) -> str:
            """The findings of a look-up."""

        def tiers(self, table: Table, width: int | None, /) -> str:
            """Rows of the reference table."""


def chosen(*, json: bool, tables: bool) -> "Face":
    """The JSON face, the one with tables, or the plain one.

    Only that one is imported, for start-up: Rich is needed for tables alone.
    """
    if json:
        from leedshelp.faces import jsondata

        return jsondata
    if tables:
        from leedshelp.faces import screen

        return screen
    from leedshelp.faces import plain

    return plain
