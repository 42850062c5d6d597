"""YAML bytes to plain nodes with their places: text, maps and lists, and nothing cleverer.

YAML turns an unquoted telephone number into another number, `No` into false and `17:00` into 1020.
Here every scalar stays the text that was written, and everything that could change a fact in silence
(anchors, tags, a key written twice, a comment that swallows the end of a value, an invisible
character) is refused with its place. Reading stops at the parser's events: composing a hostile file
can exhaust memory or crash.
"""

import re
from typing import TYPE_CHECKING, Protocol

import yaml

from leedshelp.loading.nodes import Mapping, Node, Report, Scalar, Sequence

if TYPE_CHECKING:

    class _Mark(Protocol):
        """A place as the parser gives it, from 0."""

        line: int
        column: int


MAX_BYTES = 250_000
MAX_DEPTH = 20

_BLOCKS = ("|", ">")
_NOTE = re.compile(r"\s*#")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# What the parser says, and what the writer of the file most likely needs to do about it. `True` points
# to where the unfinished thing starts, as the parser only notices it further down.
_REMEDIES = (
    ("escape character", False, "a backslash means something else in double quotes; use single quotes"),
    (
        "quoted scalar",
        True,
        "the quote that opens here is not closed properly; close it at the end of the value",
    ),
    (
        "flow",
        True,
        "the bracket that opens here is not closed properly; close it, with commas between the items",
    ),
    (
        "mapping values",
        False,
        "there is a colon too many; put quotes round text with a colon, and line up names",
    ),
    ("could not find expected ':'", True, "this line has no colon; write it as name: value"),
    ("cannot start any token", False, "a value cannot start with this character; put quotes round the value"),
    (
        "block sequence entries",
        False,
        "a list starts on a line of its own, with two spaces more than its name",
    ),
    ("", False, "look at the spaces and quotes here and on the line above; names of one thing line up"),
)

# What people write, and the parser only stumbles over a line later: where it is, and what to do.
_SLIPS = (
    (r"^ *(- )?[a-z][a-z_-]*:(?=[^\s:/])", "there is no space after this colon; put one there"),
    (r"^ *-(?=[^\s-])", "there is no space after this hyphen; put one there"),
    (
        r"^ *[\N{BULLET}\N{EN DASH}\N{EM DASH}](?=\s)",
        "a line of a list starts with a hyphen and a space; type them in place of this",
    ),
)


def read(data: bytes, report: Report) -> Mapping | None:
    """The mapping that a file's bytes hold, or `None` with the reasons reported."""
    before = len(report.problems)
    text = decoded(data, report)
    root = text and _tree(text, report)
    if len(report.problems) > before:
        return None
    if not isinstance(root, Mapping):
        report.at(
            1, 1, "the file is not made of `name: value` lines; start again from the one leedshelp came with"
        )
        return None
    return root


def decoded(data: bytes, report: Report) -> str | None:
    """The text of a file's bytes, or `None` with the reasons reported: too large, not UTF-8, unseen."""
    if len(data) > MAX_BYTES:
        report.at(1, 1, f"the file is larger than {MAX_BYTES:,} bytes; leedshelp's data is far smaller")
        return None
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode())
        report.at(line, column, f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8")
        return None
    unseen = {each for each in set(text) if not each.isprintable()} - set("\t\r\n")
    for position, character in enumerate(text) if unseen else ():
        if character in unseen:
            line, column = _place(text[:position])
            what = f"cannot be told from nothing or a space; {_remedy(character)}"
            report.at(line, column, f"{_name(character)} {what}")
    return None if unseen else text


def _place(before: str) -> tuple[int, int]:
    """The line and column (from 1) that follow some text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _remedy(character: str) -> str:
    """What to do about a character that cannot be seen."""
    import unicodedata

    is_space = unicodedata.category(character) == "Zs"
    return "type an ordinary space in its place" if is_space else "take it out"


def _name(character: str) -> str:
    import unicodedata

    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"the character {code} ({name})" if name else f"the control character {code}"


class _RefusedError(Exception):
    """Reading cannot go on: line, column and why."""


class _TreeBuilder:
    """Events in, a tree of nodes out; depth is held on a list, so no file can exhaust the stack."""

    def __init__(self, text: str, report: Report) -> None:
        self.root: Node | None = None
        self.run_on: list[tuple[int, int, str]] = []
        """Values over several lines: told only if nothing worse, of which they are a sign, follows."""
        self._report = report
        self._lines = [*text.splitlines(), ""]  # what is left out at the end stands on a line of its own
        self._documents = 0
        self._open: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self._key: Scalar | None = None

    def feed(self, event: yaml.Event) -> None:
        """Take one event. Raises `_RefusedError` where nothing after it can be relied on."""
        if isinstance(event, yaml.NodeEvent):
            line, column = _mark(event.start_mark)
            if event.anchor or getattr(event, "tag", None):
                self._refuse_tricks(event, line, column)
            if isinstance(event, yaml.ScalarEvent):
                if event.style not in _BLOCKS:
                    self._refuse_unclear(event, line, column)
                if event.style == '"':
                    self._refuse_unseen(event.value, line, column)
                self._place(Scalar(line, column, event.value))
            elif isinstance(event, yaml.MappingStartEvent):
                self._start(Mapping(line, column, {}))
            else:
                self._start(Sequence(line, column, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            node, self._key = self._open.pop()
            self._place(node)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                what = "`---` starts a second document; a file holds only one"
                raise _RefusedError(*_mark(event.start_mark), what)

    def _refuse_tricks(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        """Anchors and the copies of them, and tags."""
        if event.anchor:
            what = f'"{event.anchor}" stands for another part of the file; write the value out'
            raise _RefusedError(line, column, what)
        tag = getattr(event, "tag", None)
        self._report.at(line, column, f'"{tag}" is a YAML tag; take it out, or put the value in quotes')

    def _refuse_unclear(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        """A value that runs on over lines, or that YAML would cut short, as Duty #1 team to Duty."""
        end_line, end_column = _mark(event.end_mark)
        if end_line != line:
            if event.style:
                what = "the quote that opens here is not closed on its line; close it at the end of the value"
                raise _RefusedError(line, column, what)
            what = (
                "the value that starts here runs on; put it on one line, or write >- and start it on the next"
            )
            self.run_on.append((line, column, what))
        if not event.style and _NOTE.match(self._lines[line - 1], end_column - 1):
            remedy = "put the note on a line of its own, or the whole value in quotes"
            self._report.at(line, column, f'"{event.value}" is cut short by a note (#) after it; {remedy}')

    def _refuse_unseen(self, value: str, line: int, column: int) -> None:
        """A control character or the like that double quotes spell out, and no screen should get."""
        for character in sorted({each for each in value if not each.isprintable()}):
            what = f"{_name(character)} is spelled out in this value; take it out"
            self._report.at(line, column, what)

    def _start(self, node: Mapping | Sequence) -> None:
        if len(self._open) == MAX_DEPTH:
            raise _RefusedError(node.line, node.column, f"the file is nested deeper than {MAX_DEPTH} levels")
        self._open.append((node, self._key))
        self._key = None

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: at the root, in a list, as a name or under one."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1][0]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self._key is None:
            self._key = self._name_in(parent, node)
        else:
            parent.fields.setdefault(self._key.text, (self._key, node))
            self._key = None

    def _name_in(self, parent: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise _RefusedError(node.line, node.column, "a name must be text; write it as name: value")
        if node.text == "<<":
            self._report.at(node.line, node.column, "`<<` copies another part; write the fields out here")
        if node.text in parent.fields:
            first = parent.fields[node.text][0].line
            what = (
                f'"{node.text}" is written twice, here and on line {first}; keep one of them. If something'
                " new starts here, give it its first line (in a list, one that starts with a hyphen)"
            )
            self._report.at(node.line, node.column, what)
        return node


def _tree(text: str, report: Report) -> Node | None:
    """The node of the only document in `text`; what is refused goes to `report`."""
    builder = _TreeBuilder(text, report)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            builder.feed(event)
    except _RefusedError as refused:
        report.at(*refused.args)
    except yaml.MarkedYAMLError as error:
        report.at(*_syntax(error, text.splitlines()))
    else:
        for place_and_what in builder.run_on:
            report.at(*place_and_what)
    return builder.root


def _syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str]:
    """Where the parser stopped, the likeliest remedy in plain words, and what the parser said."""
    said = ": ".join(part for part in (error.context, error.problem) if part)
    _, at_the_start, remedy = next(each for each in _REMEDIES if each[0] in said)
    line, column = _mark((at_the_start and error.context_mark) or error.problem_mark)
    for number in (line, line - 1):
        written = "".join(lines[max(number - 1, 0) : number])
        for slip, what in _SLIPS:
            if found := re.search(slip, written):
                return number, found.end(), what
    if "".join(lines[line - 1 : line])[column - 1 : column] == "\t":
        remedy = "a tab cannot be used here; use spaces"
    return line, column, f"this cannot be read: {remedy} (YAML says: {said})"


def _mark(mark: "_Mark | None") -> tuple[int, int]:
    """Line and column, from 1; the parser counts from 0, and always gives a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
