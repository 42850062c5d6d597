"""A text that is read line by line: the line, the field that it belongs to, and the faults so far."""

from typing import NamedTuple, NoReturn

from leedshelp.loading.nodes import joined

MAX_DEPTH = 20
"""How many lists and groups of names may stand inside one another: far more than any data needs, and fewer
than any parser takes."""


class StopError(Exception):
    """The check cannot go on: after the last fault, nobody knows what the rest means."""


class Block(NamedTuple):
    """A group of names, or a list, whose names or hyphens all start in one column (from 0)."""

    column: int
    is_list: bool
    outer: "Block | None"
    step: str | int
    """The name that was read last, or the position (from 0) of the item that was."""

    @property
    def depth(self) -> int:
        """How many blocks there are, from the outermost to this one."""
        return 1 + (self.outer.depth if self.outer else 0)

    @property
    def path(self) -> str:
        """The path of the field that was read last: "people.line-manager[0].name"."""
        return joined(self.outer.path if self.outer else "", self.step)


class Cursor:
    """A text, the line of it that is being read, and the faults so far. Rows and columns count from 0."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.row = 0
        self.block: Block | None = None
        """The innermost block that the line belongs to."""
        self.steps: list[str | int] = []
        """For each bracket that is open, the outermost first: the name or the position that was read last."""
        self.faults: list[tuple[int, int, str, str]] = []
        """The line and the column of each fault (from 1), what it is, and the path of its field."""

    @property
    def line(self) -> str:
        """The text of the line."""
        return self.lines[self.row]

    @property
    def depth(self) -> int:
        """How many lists and groups of names stand around what is read."""
        return (self.block.depth if self.block else 0) + len(self.steps)

    def report(self, column: int, fault: str) -> None:
        """Add a fault in a column of the line."""
        path = self.block.path if self.block else ""
        for step in self.steps:
            path = joined(path, step)
        self.faults.append((self.row + 1, column + 1, fault, path))

    def stop(self, column: int, fault: str) -> NoReturn:
        """Add a fault in a column of the line, and end the check."""
        self.report(column, fault)
        raise StopError

    def check_depth(self, column: int) -> None:
        """Refuse a list or a group of names that starts in a column, if it is one too deep."""
        if self.depth == MAX_DEPTH:
            fault = f"the file is nested deeper than {MAX_DEPTH} levels"
            self.stop(column, f"{fault}; no field is that deep, so take the inner ones out")
