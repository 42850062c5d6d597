"""The nodes of a data file, each with its place and its path, and the report of what is wrong with them.

A place is a line and a column, both from 1. A path leads through the fields: "contacts.lado.numbers[0]".
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from leedshelp.model.errors import DataError, Problem

if TYPE_CHECKING:
    from leedshelp.model.document import Document, Review

MAX_PROBLEMS = 100
"""How many problems a file is told of: whoever has a hundred to put right will ask again."""

MAX_SUGGESTED = 20
"""How many ids a message lists, where it does not know which was meant."""


class Scalar(NamedTuple):
    """A text as it was written, without its quotes."""

    line: int
    column: int
    path: str
    text: str


class Sequence(NamedTuple):
    """A list, whose items are nodes."""

    line: int
    column: int
    path: str
    items: list["Node"]


class Mapping(NamedTuple):
    """Names, each with its node. A name has the path of its node."""

    line: int
    column: int
    path: str
    fields: dict[str, tuple[Scalar, "Node"]]


Node = Scalar | Sequence | Mapping


class TooManyError(Exception):
    """A file has more problems than are told."""


class Report:
    """The problems of one file so far, and the references to check when all files are read.

    Raises `TooManyError` where a problem is one more than `MAX_PROBLEMS`.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.references: list[tuple[str, Scalar]] = []
        """Each id that the file refers to, and of what: a "contact", a "document" or a "person"."""
        self.documents: dict[str, Document] = {}
        """The documents that the file may refer to, by their ids."""
        self.review: Review | None = None
        """Who looked it over last, where it says so."""

    def known(self, ids: Iterable[str]) -> "tuple[Document, ...]":
        """The documents with these ids; leaves out those that do not exist."""
        return tuple(self.documents[key] for key in ids if key in self.documents)

    def at(self, line: int, column: int, fault: str, path: str = "") -> None:
        """Report a fault at a place, and the path of its field if that is known."""
        self._tell(Problem(self.file, line, column, path, None, fault))

    def add(self, node: Node, fault: str) -> None:
        """Report a fault of a node, with its place, its path, and its text if it is a scalar."""
        value = node.text if isinstance(node, Scalar) else None
        self._tell(Problem(self.file, node.line, node.column, node.path, value, fault))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            raise TooManyError
        self.problems.append(problem)


@contextmanager
def raising_problems(*reports: Report) -> Iterator[None]:
    """At the end of a `with`, raise `DataError` with every problem of the reports, if there is any.

    The problems come in the order of the reports, and of their lines and columns.
    """
    with suppress(TooManyError):
        yield
    in_order = [
        sorted(report.problems, key=lambda problem: (problem.line, problem.column)) for report in reports
    ]
    if any(in_order):
        raise DataError(tuple(chain(*in_order)))


def joined(path: str, step: str | int) -> str:
    """The path of what a name or a position (from 0) leads to, inside the node at a path."""
    return f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}".removeprefix(".")


def suggestion(word: str, known: Iterable[str]) -> str:
    """A question whether the nearest of the known words was meant; if none is near, a list of them."""
    from difflib import get_close_matches  # here, as only a fault needs it

    known = list(known)
    if close := get_close_matches(word, known, n=1):
        return f"did you mean `{close[0]}`?"
    more = ", ..." if len(known) > MAX_SUGGESTED else ""
    return f"use one of: {', '.join(known[:MAX_SUGGESTED])}{more}"
