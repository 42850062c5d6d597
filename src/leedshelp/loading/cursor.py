"""Where the check of a text is: its line, the field it is in, and what is wrong so far."""

from typing import NamedTuple, NoReturn

from leedshelp.loading.nodes import joined

MAX_DEPTH = 20


class StopError(Exception):
    """Nothing after the last fault can be relied on."""


class Block(NamedTuple):
    """Names, or the items of a list, that start in one column."""

    column: int
    is_list: bool
    outer: "Block | None"
    step: str | int
    """The name, or the position of the item, that was read last."""

    @property
    def depth(self) -> int:
        """How many blocks there are from the outermost to this one."""
        return 1 + (self.outer.depth if self.outer else 0)

    @property
    def path(self) -> str:
        """Where the field that was read last stands: "people.line-manager[0].name"."""
        return joined(self.outer.path if self.outer else "", self.step)


class Cursor:
    """A text, line by line."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.row = 0
        self.block: Block | None = None
        """The innermost block that the line belongs to."""
        self.steps: list[str | int] = []
        """The name or the position between each of the brackets that are open."""
        self.faults: list[tuple[int, int, str, str]] = []
        """Line and column (from 1), what is wrong there, and the path of the field."""

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.row]

    @property
    def depth(self) -> int:
        """How many lists and groups of names are around what is read."""
        return (self.block.depth if self.block else 0) + len(self.steps)

    def report(self, column: int, what: str) -> None:
        """Report a fault in the line."""
        path = self.block.path if self.block else ""
        for step in self.steps:
            path = joined(path, step)
        self.faults.append((self.row + 1, column + 1, what, path))

    def stop(self, column: int, what: str) -> NoReturn:
        """Report a fault after which nothing can be relied on."""
        self.report(column, what)
        raise StopError

    def go_deeper(self, column: int) -> None:
        """Refuse one more list or group of names where there are more than any data needs."""
        if self.depth == MAX_DEPTH:
            what = f"the file is nested deeper than {MAX_DEPTH} levels"
            self.stop(column, f"{what}; no field is that deep, so take the inner ones out")
