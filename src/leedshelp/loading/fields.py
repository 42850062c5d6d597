"""The fields of a mapping as typed values, each asked for by its name.

A value at fault is reported, and a stand-in of the same type takes its place, such as "", so that one reading
finds every problem. What is made of stand-ins never leaves the loading: its problems are raised first.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from enum import StrEnum
from typing import Self, TypeVar

from leedshelp.loading.nodes import Mapping, Node, Report, Scalar, Sequence, joined, suggestion
from leedshelp.loading.numbers import holds_number
from leedshelp.model.dates import whole_day
from leedshelp.model.document import Document

E = TypeVar("E", bound=StrEnum)
N = TypeVar("N", Scalar, Sequence, Mapping)

MAX_ENTRIES = 200
MAX_ITEMS = 50
"""How many entries a mapping by ids may have, and how many items a list: far more than a place needs, and few
enough that every rule can be proved over them in a moment."""

MAX_TEXT = 1000
"""How many characters a text may have. `own` allows an agency far fewer, so that its texts hide nothing."""

# The kinds of nodes, as messages call them.
_KINDS = {Scalar: "text", Sequence: "a list", Mapping: "`name: value` lines"}

_REMEDIES: dict[tuple[type, type], str] = {
    (Scalar, Sequence): "put square brackets round it, or a hyphen and a space before each item",
    (Mapping, Sequence): "put a hyphen and a space before the first line of each item",
    (Scalar, Mapping): "write `name: value` lines below it, two spaces further in",
    (Sequence, Mapping): "write `name: value` lines without a hyphen",
    (Sequence, Scalar): "write text here; if it has brackets, put quotes round it",
    (Mapping, Scalar): "write text here; if it has a colon, put quotes round it",
}
"""What to do where the first kind of node stands in the place of the second."""


class Fields:
    """The fields of one mapping. At the end of a `with`, each field that nobody asked for is refused.

    A mapping that is `absent` has been reported already, and none of its fields is reported as missing.
    """

    def __init__(self, node: Mapping, report: Report, *, absent: bool = False) -> None:
        self.node = node
        self.report = report
        self._absent = absent
        self._known: dict[str, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for name, (key, _) in self.node.fields.items():
            if kind is None and name not in self._known:
                self.report.add(key, f"is not a field here; {suggestion(name, self._known)}")

    def has(self, name: str) -> bool:
        """Whether a field is there. It counts as asked for, even if it is not."""
        self._known[name] = None
        return name in self.node.fields

    def refuse(self, name: str, fault: str) -> None:
        """Report a fault of a field's text, at that text."""
        self.report.add(self.scalar(name), fault)

    def refuse_whole(self, name: str, fault: str) -> None:
        """Report a fault of a whole field, such as that it is missing, at the start of these fields."""
        self.report.at(self.node.line, self.node.column, fault, joined(self.node.path, name))

    def scalar(self, name: str) -> Scalar:
        """A field's text as it was written, with its place; "" if it is at fault, and reported."""
        node = self.node
        return self._field(name, Scalar) or Scalar(node.line, node.column, joined(node.path, name), "")

    def text(self, name: str, most: int = MAX_TEXT) -> str:
        """A field's text with single spaces in place of its line breaks.

        Refuses a text of more than `most` characters, without a letter or digit, or with a telephone number.
        """
        node = self.scalar(name)
        text = " ".join(node.text.split())
        self._check_words(node)
        if len(text) > most:
            self.report.add(node, f"is longer than {most} characters; say it in fewer")
        return text

    def optional(self, name: str) -> str | None:
        """A field's text, or `None` if the field is not there."""
        return self.text(name) if self.has(name) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A field that is a list of texts; empty if the field is not there."""
        items = self.scalars(name) if self.has(name) else []
        for item in items:
            self._check_words(item)
        return tuple(item.text for item in items)

    def scalars(self, name: str) -> list[Scalar]:
        """A field that is a list of texts, as they were written, with their places."""
        return list(self._items(name, Scalar))

    def choice(self, name: str, kind: type[E]) -> E:
        """A field whose text is a value of an enumeration; the first of them if it is at fault."""
        text = self.scalar(name).text
        if text in list(kind):
            return kind(text)
        if text:
            self.refuse(name, f"is not known here; {suggestion(text, kind)}")
        return next(iter(kind))

    def is_yes(self, name: str) -> bool:
        """Whether a field that may be left out, and else is "yes", is there."""
        text = self.scalar(name).text if self.has(name) else ""
        if text not in ("", "yes"):
            self.refuse(name, 'is not known here; write "yes", or take this line out')
        return text == "yes"

    def reference(self, name: str, kind: str) -> str:
        """A field that is the id of a "contact", "document" or "person": checked when all files are read."""
        node = self.scalar(name)
        if node.text:
            self.report.references.append((kind, node))
        return node.text

    def references(self, name: str, kind: str) -> tuple[str, ...]:
        """A field that is a list of such ids, none of them twice."""
        items = list(self._items(name, Scalar))
        ids = tuple(item.text for item in items)
        for position, item in enumerate(items):
            if item.text in ids[:position]:
                self.report.add(item, "is in this list already; keep one of the two")
            self.report.references.append((kind, item))
        return ids

    def documents(self, name: str) -> tuple[Document, ...]:
        """A field that is a list of documents, by their ids; leaves out those that do not exist."""
        return self.report.known(self.references(name, "document"))

    def day(self, name: str) -> date | None:
        """A field that is a whole date, such as 2026-12-25; `None` if it is at fault."""
        node = self.scalar(name)
        return self.day_of(node) if node.text else None

    def day_of(self, node: Scalar) -> date | None:
        """The whole date that a text is; `None` if it is at fault."""
        day = whole_day(node.text)
        if not day:
            self.report.add(node, _not_a_day(node.text))
        return day

    def clock(self, name: str) -> time | None:
        """A field that is a time of day in London, such as 09:00; `None` if it is at fault."""
        text = self.scalar(name).text
        if re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text):
            return time.fromisoformat(text)
        if text:
            self.refuse(name, "is not a time of day; write it as 09:00 or 16:30")
        return None

    def fields(self, name: str) -> "Fields":
        """A field that is a mapping with fields of its own."""
        mapping = self._field(name, Mapping)
        nothing = Mapping(self.node.line, self.node.column, joined(self.node.path, name), {})
        return Fields(mapping or nothing, self.report, absent=not mapping)

    def entries(self, name: str) -> Iterator[tuple[str, "Fields"]]:
        """A field that is a mapping by ids: each id, and the fields of its entry."""
        entries = self.fields(name).node
        if len(entries.fields) > MAX_ENTRIES:
            self.report.add(entries, f"has more than {MAX_ENTRIES} entries; keep those that people need")
            return
        for key, node in entries.fields.values():
            if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key.text):
                self.report.add(key, "is not a good id; use small letters, digits and hyphens")
            if mapping := self._as(Mapping, node):
                with Fields(mapping, self.report) as fields:
                    yield key.text, fields

    def exactly(self, name: str, ids: Iterable[str]) -> Iterator[tuple[str, "Fields"]]:
        """A field that is a mapping by these ids and no others: each id in their order, and its fields."""
        with self.fields(name) as entries:
            for entry in ids:
                with entries.fields(entry) as fields:
                    yield entry, fields

    def items(self, name: str, most: int = MAX_ITEMS) -> Iterator["Fields"]:
        """A field that is a list of mappings: the fields of each."""
        for mapping in self._items(name, Mapping, most):
            with Fields(mapping, self.report) as fields:
                yield fields

    def pairs(self, name: str) -> Iterator[tuple[Scalar, Scalar]]:
        """A field that is a mapping from names to texts: each name, and its text."""
        for key, node in self.fields(name).node.fields.values():
            if text := self._as(Scalar, node):
                self._check_words(text)
                yield key, text

    def _items(self, name: str, kind: type[N], most: int = MAX_ITEMS) -> Iterator[N]:
        """The items of a list that are of one kind; the others are reported."""
        sequence = self._field(name, Sequence)
        if sequence and len(sequence.items) > most:
            self.report.add(sequence, f"has more than {most} items; keep those that people need")
            return
        for node in sequence.items if sequence else ():
            if item := self._as(kind, node):
                yield item

    def _check_words(self, node: Scalar) -> None:
        """Refuse a text without a letter or a digit, or with a telephone number."""
        if node.text and not any(character.isalnum() for character in node.text):
            self.report.add(node, "has no letter or digit; write it in words")
        elif holds_number(node.text):
            self.report.add(node, "holds a telephone number; write it under `number`")

    def _field(self, name: str, kind: type[N]) -> N | None:
        """The node of a field, or `None` if it is missing, empty or of another kind, and reported."""
        if self.has(name):
            return self._as(kind, self.node.fields[name][1])
        if not self._absent:
            self.refuse_whole(name, f"is missing; add it as {_KINDS[kind]}")
        return None

    def _as(self, kind: type[N], node: Node) -> N | None:
        """The node, or `None` if it is empty or of another kind, and reported."""
        is_blank = not (node.text.strip() if isinstance(node, Scalar) else node[-1])
        if isinstance(node, kind) and not is_blank:
            return node
        if is_blank:
            self.report.at(node.line, node.column, f"is empty; write {_KINDS[kind]} here", node.path)
        else:
            fault = f"is {_KINDS[type(node)]}, not {_KINDS[kind]}; {_REMEDIES[type(node), kind]}"
            self.report.add(node, fault)
        return None


def _not_a_day(text: str) -> str:
    """The fault of a text that should be a day, and how to write the day that it may mean."""
    fault = "is not a day of the calendar"
    if turned := re.fullmatch("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text):
        day, month, year = turned.groups()
        return f"{fault}; write the year first: did you mean {year}-{month:0>2}-{day:0>2}?"
    return f"{fault}; write year, month and day, as 2026-12-25"
