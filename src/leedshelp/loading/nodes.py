"""What a data file is made of, each part with its place and its path, and what is wrong with it.

A place is a line and a column, both from 1. A path leads through the fields: "contacts.lado.numbers[0]".
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from leedshelp.model.errors import DataError, Problem

if TYPE_CHECKING:
    from leedshelp.model.document import Document

MAX_PROBLEMS = 100
MAX_SUGGESTED = 20
"""How many ids a message lists."""


class Scalar(NamedTuple):
    """A value as it was written, without its quotes."""

    line: int
    column: int
    path: str
    text: str


class Sequence(NamedTuple):
    """A list of nodes."""

    line: int
    column: int
    path: str
    items: list["Node"]


class Mapping(NamedTuple):
    """Names and their nodes. A name has the path of its node."""

    line: int
    column: int
    path: str
    fields: dict[str, tuple[Scalar, "Node"]]


Node = Scalar | Sequence | Mapping


class TooManyError(Exception):
    """A file has so many problems that telling more of them would help nobody."""


class Report:
    """The problems found so far in one file, and the references to check when all files are read.

    The problem after the hundredth raises `TooManyError`: whoever has a hundred to put right will ask again.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.references: list[tuple[str, Scalar]] = []
        """The kind of thing referred to, and the reference."""
        self.documents: dict[str, Document] = {}
        """The documents that the file can refer to, by id."""

    def known(self, ids: Iterable[str]) -> "tuple[Document, ...]":
        """The documents with these ids; one that is not known is left out."""
        return tuple(self.documents[each] for each in ids if each in self.documents)

    def at(self, line: int, column: int, fault: str, path: str = "") -> None:
        """Report something about a place, in the field at a path where that is known."""
        self._tell(Problem(self.file, line, column, path, None, fault))

    def add(self, node: Node, fault: str) -> None:
        """Report something about a node, and its own text, where it has one."""
        value = node.text if isinstance(node, Scalar) else None
        self._tell(Problem(self.file, node.line, node.column, node.path, value, fault))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            raise TooManyError
        self.problems.append(problem)


@contextmanager
def raising_problems(*reports: Report) -> Iterator[None]:
    """Raise `DataError` at the end of a `with` in which problems were reported.

    It holds every problem, in the order of the files and their lines.
    """
    with suppress(TooManyError):
        yield
    problems = [
        problem
        for report in reports
        for problem in sorted(report.problems, key=lambda problem: (problem.line, problem.column))
    ]
    if problems:
        raise DataError(tuple(problems))


def joined(path: str, step: str | int) -> str:
    """The path of a name, or of an item by its position, inside the node at a path."""
    return f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}".removeprefix(".")


def suggestion(word: str, known: Iterable[str]) -> str:
    """The nearest of what is known as a question, or where nothing is near, what is known."""
    from difflib import get_close_matches

    known = list(known)
    if close := get_close_matches(word, known, n=1):
        return f"did you mean `{close[0]}`?"
    more = ", ..." if len(known) > MAX_SUGGESTED else ""
    return f"use one of: {', '.join(known[:MAX_SUGGESTED])}{more}"
