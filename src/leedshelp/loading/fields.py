"""Nodes to typed values: each field asked for by name, each fault collected with its place and path.

A value at fault is reported and replaced by a stand-in of the right type, so that one reading finds
every problem. Nothing built from a reading with problems ever leaves `loading`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from enum import StrEnum
from types import TracebackType
from typing import Self, TypeVar

from leedshelp.loading.nodes import Mapping, Node, Report, Scalar, Sequence, suggestion
from leedshelp.loading.numbers import holds_number
from leedshelp.model.dates import whole_day
from leedshelp.model.document import Document

E = TypeVar("E", bound=StrEnum)
N = TypeVar("N", Scalar, Sequence, Mapping)

MAX_ENTRIES = 200
MAX_ITEMS = 50
"""How many things of a kind a file may name, and how many a list may hold: far more than a place needs,
and few enough that every rule can be proved over them in a moment."""

MAX_TEXT = 1000
"""How many characters a text may have; what an agency adds may have far fewer, so that it hides nothing."""

_KINDS = {Scalar: "text", Sequence: "a list", Mapping: "`name: value` lines"}

_REMEDIES: dict[tuple[type, type], str] = {
    (Scalar, Sequence): "put square brackets round it, or a hyphen and a space before each item",
    (Mapping, Sequence): "put a hyphen and a space before the first line of each item",
    (Scalar, Mapping): "write `name: value` lines below it, two spaces further in",
    (Sequence, Mapping): "write `name: value` lines without a hyphen",
    (Sequence, Scalar): "write text here; if it has brackets, put quotes round it",
    (Mapping, Scalar): "write text here; if it has a colon, put quotes round it",
}
"""What to do about a kind of node in the place of another."""


class Fields:
    """The fields of one mapping. On leaving a `with`, those that nothing asked for are refused.

    Where the mapping itself is `absent`, and so reported already, its fields are not missed one by one.
    """

    def __init__(self, node: Mapping, path: str, report: Report, *, absent: bool = False) -> None:
        self.node = node
        self.path = path
        self.report = report
        self._absent = absent
        self._known: dict[str, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, (key, _) in self.node.fields.items():
            if kind is None and name not in self._known:
                self.report.add(key, self.at(name), f"is not a field here; {suggestion(name, self._known)}")

    def at(self, name: str) -> str:
        """The path of a field: "contacts.lado.name"."""
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        """Whether a field is there; asking makes it a known field."""
        self._known[name] = None
        return name in self.node.fields

    def scalar(self, name: str) -> Scalar:
        """A field's text as it was written, with its place."""
        return self._field(name, Scalar) or Scalar(self.node.line, self.node.column, "")

    def refuse(self, name: str, what: str) -> None:
        """Report something about the text of a field that is there."""
        self.report.add(self.scalar(name), self.at(name), what)

    def text(self, name: str, most: int = MAX_TEXT) -> str:
        """A field's text of `most` characters, its line breaks folded into spaces.

        One without a letter or a digit, and a telephone number in it, is refused.
        """
        node = self.scalar(name)
        text = " ".join(node.text.split())
        self._check_words(node, self.at(name))
        if len(text) > most:
            self.report.add(node, self.at(name), f"is longer than {most} characters; say it in fewer")
        return text

    def optional(self, name: str, most: int = MAX_TEXT) -> str | None:
        """A field's text, or `None` where the field is not there."""
        return self.text(name, most) if self.has(name) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where the field is not there."""
        items = list(self._items(name, Scalar)) if self.has(name) else []
        for item, path in items:
            self._check_words(item, path)
        return tuple(item.text for item, _ in items)

    def choice(self, name: str, kind: type[E]) -> E:
        """A field whose text is one of an enumeration's values."""
        node = self._field(name, Scalar)
        if node and node.text in list(kind):
            return kind(node.text)
        if node:
            self.report.add(node, self.at(name), f"is not known here; {suggestion(node.text, kind)}")
        return next(iter(kind))

    def reference(self, name: str, kind: str) -> str:
        """The id of a thing of a kind ("contact", "document"), to be checked when all is read."""
        node = self._field(name, Scalar)
        if node:
            self.report.references.append((kind, node, self.at(name)))
        return node.text if node else ""

    def references(self, name: str, kind: str) -> tuple[str, ...]:
        """A list of ids of a kind, to be checked when all is read."""
        items = list(self._items(name, Scalar))
        for position, (item, path) in enumerate(items):
            if item.text in (earlier.text for earlier, _ in items[:position]):
                self.report.add(item, path, "is in this list already; keep one of the two")
            self.report.references.append((kind, item, path))
        return tuple(item.text for item, _ in items)

    def documents(self, name: str) -> tuple[Document, ...]:
        """A list of documents by their ids; one that is not known is left out, and reported in the end."""
        return self.report.known(self.references(name, "document"))

    def day(self, name: str) -> date | None:
        """A field that is a whole date, such as 2026-12-25; `None` where it is at fault."""
        node = self._field(name, Scalar)
        return self.as_day(node, self.at(name)) if node else None

    def as_day(self, node: Scalar, path: str) -> date | None:
        """The whole date that some text is; `None` where it is at fault."""
        day = whole_day(node.text)
        if not day:
            self.report.add(node, path, _not_a_day(node.text))
        return day

    def clock(self, name: str) -> time | None:
        """A field that is a time of day in London, such as 09:00; `None` where it is at fault."""
        node = self._field(name, Scalar)
        if node and re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", node.text):
            return time.fromisoformat(node.text)
        if node:
            self.report.add(node, self.at(name), "is not a time of day; write it as 09:00 or 16:30")
        return None

    def fields(self, name: str) -> "Fields":
        """A field that holds fields of its own."""
        if mapping := self._field(name, Mapping):
            return Fields(mapping, self.at(name), self.report)
        nothing = Mapping(self.node.line, self.node.column, {})
        return Fields(nothing, self.at(name), self.report, absent=True)

    def each(self, name: str) -> Iterator[tuple[str, "Fields"]]:
        """The entries of a mapping from ids to fields."""
        entries = self.fields(name)
        if len(entries.node.fields) > MAX_ENTRIES:
            what = f"has more than {MAX_ENTRIES} entries; keep those that people need"
            self.report.add(entries.node, entries.path, what)
            return
        for key, node in entries.node.fields.values():
            path = entries.at(key.text)
            if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key.text):
                self.report.add(key, path, "is not a good id; use small letters, digits and hyphens")
            if mapping := self._as(Mapping, node, path):
                with Fields(mapping, path, self.report) as fields:
                    yield key.text, fields

    def exactly(self, name: str, ids: Iterable[str]) -> Iterator[tuple[str, "Fields"]]:
        """The entries of a mapping that must have these ids and no others, in the order of the ids."""
        with self.fields(name) as entries:
            for each in ids:
                with entries.fields(each) as fields:
                    yield each, fields

    def items(self, name: str, most: int = MAX_ITEMS) -> Iterator["Fields"]:
        """The items of a list, each with fields of its own."""
        for mapping, path in self._items(name, Mapping, most):
            with Fields(mapping, path, self.report) as fields:
                yield fields

    def pairs(self, name: str) -> Iterator[tuple[Scalar, Scalar, str]]:
        """The entries of a mapping from texts to texts: name, text and path."""
        entries = self.fields(name)
        for key, node in entries.node.fields.values():
            if text := self._as(Scalar, node, entries.at(key.text)):
                self._check_words(text, entries.at(key.text))
                yield key, text, entries.at(key.text)

    def _items(self, name: str, kind: type[N], most: int = MAX_ITEMS) -> Iterator[tuple[N, str]]:
        sequence = self._field(name, Sequence)
        if sequence and len(sequence.items) > most:
            what = f"has more than {most} items; keep those that people need"
            self.report.add(sequence, self.at(name), what)
            return
        for index, node in enumerate(sequence.items if sequence else ()):
            path = f"{self.at(name)}[{index}]"
            if item := self._as(kind, node, path):
                yield item, path

    def _check_words(self, node: Scalar, path: str) -> None:
        """Refuse a text in which there is nothing to read, or a telephone number."""
        if node.text and not any(character.isalnum() for character in node.text):
            self.report.add(node, path, "has no letter or digit; write it in words")
        elif holds_number(node.text):
            self.report.add(node, path, "holds a telephone number; write it under `number`")

    def _field(self, name: str, kind: type[N]) -> N | None:
        """The node of a field, or `None` and a report where it is missing, empty or of another kind."""
        if self.has(name):
            return self._as(kind, self.node.fields[name][1], self.at(name))
        if not self._absent:
            self.report.add(self.node, self.at(name), f"is missing; add it as {_KINDS[kind]}")
        return None

    def _as(self, kind: type[N], node: Node, path: str) -> N | None:
        is_blank = not (node.text.strip() if isinstance(node, Scalar) else node[2])
        if isinstance(node, kind) and not is_blank:
            return node
        if is_blank:
            self.report.add(Mapping(*node[:2], {}), path, f"is empty; write {_KINDS[kind]} here")
        else:
            what = f"is {_KINDS[type(node)]}, not {_KINDS[kind]}; {_REMEDIES[type(node), kind]}"
            self.report.add(node, path, what)
        return None


def _not_a_day(text: str) -> str:
    """What is wrong with text that should be a day, and how to write the day it may mean."""
    what = "is not a day of the calendar"
    if turned := re.fullmatch("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text):
        day, month, year = turned.groups()
        return f"{what}; write the year first: did you mean {year}-{month:0>2}-{day:0>2}?"
    return f"{what}; write year, month and day, as 2026-12-25"
