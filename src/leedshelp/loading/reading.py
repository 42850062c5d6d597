"""The bytes of a YAML file as nodes: texts, lists and mappings, each with its place.

YAML turns a telephone number without quotes into another number, `No` into false and `17:00` into 1020. Here
every text stays as it was written. What could change a fact in silence is refused: a copy of another part, a
tag, a name that is written twice, a note that swallows the end of a value, a character that cannot be seen.
The text is held to a grammar of our own first, so that no fault is told in a parser's words. The parser only
gives its events: to let it compose a hostile file can exhaust the memory, or crash.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import cast

import yaml

from leedshelp.loading.grammar import Grammar
from leedshelp.loading.nodes import Mapping, Node, Report, Scalar, Sequence, joined
from leedshelp.loading.values import in_words, is_unseen

MAX_BYTES = 250_000
"""How large a file may be: more than ten times as large as any that leedshelp came with."""

FILL_IN = "FILL IN"
"""What stands in a file of a new place where something is missing."""

# How a file begins that is not plain text in UTF-8, and what it is in place of that.
_OTHER_FILES = (
    (rb"PK\x03\x04", "plain text but a Word, Excel or zip file"),
    (rb"\xd0\xcf\x11\xe0", "plain text but an old Word or Excel file"),
    (rb"%PDF", "plain text but a PDF"),
    (rb"\{\\rtf", "plain text but rich text, as WordPad saves it"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "plain text but a picture"),
    (rb"\s*<[!?A-Za-z]", "plain text but a web page or the like"),
    (rb"\xff\xfe\0\0|\0\0\xfe\xff|(?:[^\0]\0\0\0){2}|(?:\0\0\0[^\0]){2}", "UTF-8 but UTF-32"),
    (rb"\xff\xfe|\xfe\xff|(?:[^\0]\0){2}|(?:\0[^\0]){2}", "UTF-8 but UTF-16, which Windows calls Unicode"),
)
# Half of a character that UTF-16 writes in two halves, in the bytes that UTF-8 would have for it.
_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def read(data: bytes, report: Report) -> Mapping | None:
    """The mapping that the bytes of a file hold, or `None` if they are at fault, and reported."""
    text = _decoded(data, report)
    if text is None:
        return None
    grammar = Grammar(text)
    for fault in grammar.faults:
        report.at(*fault)
    return None if grammar.faults else _tree(text, report)


def _decoded(data: bytes, report: Report) -> str | None:
    """The text of a file, or `None` with a report: it is too large, not UTF-8, or holds unseen characters."""
    if len(data) > MAX_BYTES:
        report.at(1, 1, f"the file is larger than {MAX_BYTES:,} bytes; leedshelp's data is far smaller")
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")  # the mark with which Windows begins UTF-8
    for start, kind in _OTHER_FILES:
        if re.match(start, data):
            report.at(1, 1, f"the file is not {kind}; save it as plain text in UTF-8")
            return None
    try:
        text = _with_plain_ends(data.decode())
    except UnicodeDecodeError as error:
        line, column = _place(_with_plain_ends(data[: error.start].decode()))
        report.at(line, column, _not_utf8(data, error.start), _rough_grammar(data).path(line))
        return None
    unseen = "".join({character for character in set(text) if is_unseen(character)} - {"\n"})
    if not unseen:
        return text
    grammar = _rough_grammar(data)
    for run in re.finditer(rf"([{re.escape(unseen)}])\1*", text):
        line, column = _place(text[: run.start()])
        report.at(line, column, _unseen(run[1]), grammar.path(line))
    return None


def _with_plain_ends(text: str) -> str:
    """A text with line feeds in place of any other line ends, so that every parser counts its lines alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rough_grammar(data: bytes) -> Grammar:
    """The grammar of a damaged text without what cannot be read in it, which names the field of a line."""
    text = _with_plain_ends(data.decode(errors="replace")).replace("\t", "    ")
    return Grammar("".join(" " * c.isspace() if is_unseen(c) and c != "\n" else c for c in text))


def _place(before: str) -> tuple[int, int]:
    """The line and the column (from 1) of what follows a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _not_utf8(data: bytes, start: int) -> str:
    """The fault of a byte that no text in UTF-8 can hold, with the character that it most likely is."""
    byte = data[start : start + 1]
    if half := _HALF.match(data, start):
        character = half[0].decode(errors="surrogatepass")
        return (
            f"half a character (U+{ord(character):04X}) stands here; type the character itself in its place"
        )
    fault = f"byte {byte[0]:#04x} is not UTF-8"
    meant = byte.decode("cp1252", errors="ignore")
    if data[start + 1 : start + 2] < b"\x80" and meant.isprintable() and meant:
        fault += f", but {meant} in Windows-1252, as older programs save it"
    return f"{fault}; save the file as UTF-8"


def _unseen(character: str) -> str:
    """The fault of a character that cannot be seen, and what to do about it."""
    import unicodedata  # here, as only a fault needs it

    if character == "\t":
        return "a tab cannot be told from spaces; type spaces in its place"
    fault = f"{in_words(character)} cannot be told from nothing or a space"
    if unicodedata.category(character) == "Zs":
        return f"{fault}; type an ordinary space in its place"
    return f"{fault}; take it out"


def _tree(text: str, report: Report) -> Mapping | None:
    """The mapping that a text in the grammar holds; `None` with a report of what is doubled or missing."""
    try:
        # The first two events start the file, and its document.
        _, _, start, *events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        report.at(1, 1, "the file cannot be read; start again from the one leedshelp came with")
        return None
    root = cast("Mapping", _node(start, iter(events), "", report))  # as that of the grammar is
    return None if report.problems else root


def _node(start: yaml.Event, events: Iterator[yaml.Event], path: str, report: Report) -> Node:
    """The node at a path that starts with an event; takes the events that follow, up to its end."""
    line, column = _place_of(start)
    if isinstance(start, yaml.ScalarEvent):
        scalar = Scalar(line, column, path, start.value)
        if FILL_IN in scalar.text:
            report.add(scalar, "still has FILL IN in it; write what is true in your place")
        return scalar
    inside = takewhile(lambda event: not isinstance(event, yaml.CollectionEndEvent), events)
    if isinstance(start, yaml.SequenceStartEvent):
        items = [_node(event, events, joined(path, index), report) for index, event in enumerate(inside)]
        return Sequence(line, column, path, items)
    fields: dict[str, tuple[Scalar, Node]] = {}
    for event in inside:
        text = cast("yaml.ScalarEvent", event).value  # every name in the grammar is one
        name = Scalar(*_place_of(event), joined(path, text), text)
        if text in fields:
            first = fields[text][0].line
            fault = (
                f'"{text}" is written twice, here and on line {first}; keep one of them. If something'
                " new starts here, give it its first line (in a list, one that starts with a hyphen)"
            )
            report.at(name.line, name.column, fault, name.path)
        fields.setdefault(text, (name, _node(next(events), events, name.path, report)))
    return Mapping(line, column, path, fields)


def _place_of(event: yaml.Event) -> tuple[int, int]:
    """The line and the column (from 1) at which an event starts; the parser counts from 0."""
    mark = cast("yaml.Mark", event.start_mark)  # the parser gives one with every event
    return mark.line + 1, mark.column + 1
