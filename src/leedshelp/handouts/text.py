"""A call sheet as plain text, in which a line to write on is a row of underscores."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from leedshelp.faces import plain
from leedshelp.handouts.html import ROWS, page
from leedshelp.triage.in_words import UNOFFICIAL

if TYPE_CHECKING:
    from leedshelp.handouts.sheet import Sheet

COLUMNS = 80  # of a sheet in a file
_WRITE = "_" * 72  # a line to write on


class _Kind(Enum):
    """The kind of a line: a text, an item of a list, labels with room to write behind them, or all room."""

    SAYS = auto()
    ITEM = auto()
    FILL = auto()
    WRITE = auto()


# A line of the sheet: its kind and its texts, which are the labels where there is room to write behind them.
_SheetLine = tuple[_Kind, tuple[str, ...]]


def text(sheet: "Sheet", width: int = COLUMNS) -> str:
    """A call sheet as plain text; no number is broken over two lines.

    A blank line stands above a line, unless both are of one list, or the line is room to write for the one
    above.
    """
    lines, before = "", None
    for kind, texts in _lines(sheet):
        in_list = {kind, before} <= {_Kind.ITEM, _Kind.FILL}
        if before and not in_list and kind != _Kind.WRITE:
            lines += "\n"
        lines += f"{_WRITE[:width]}\n" if kind == _Kind.WRITE else plain.lines([_words(kind, texts)], width)
        before = kind
    return lines


FACES: dict[str, Callable[["Sheet"], str]] = {".html": page, ".txt": text}
"""The functions that make the text of a sheet's file, by the end of its name."""


def _words(kind: _Kind, texts: tuple[str, ...]) -> str:
    """The words of a line, with the mark of an item, and with room to write behind labels."""
    if kind == _Kind.FILL:
        room = "_" * (14 if len(texts) > 1 else 36)  # three labels of a few letters fit on a line of 80
        return "- " + " ".join(f"{label}: {room}" for label in texts)
    return ("- " if kind == _Kind.ITEM else "") + "".join(texts)


def _lines(sheet: "Sheet") -> Iterator[_SheetLine]:
    """Everything on the sheet, in the order of the call."""
    words, labels = sheet.words, sheet.words.labels
    yield _Kind.SAYS, (labels["title"],)
    yield _Kind.SAYS, (sheet.headline,)
    yield _Kind.SAYS, (f"{sheet.emergency.number.text}: {sheet.emergency.why}",)
    yield from ((_Kind.SAYS, (f"Consent: {consent}",)) for consent in [sheet.consent] if consent)
    yield _Kind.SAYS, (sheet.made,)
    yield _Kind.SAYS, (sheet.until,)
    yield from _numbers(sheet)
    yield _Kind.SAYS, (labels["ready"],)
    yield _Kind.SAYS, (labels["by-hand"],)
    for statement in words.ready:
        yield from ((_Kind.ITEM, (statement.says,)), (_Kind.WRITE, ()))
    yield _Kind.SAYS, (labels["ask"],)
    for question in words.ask:
        yield from ((_Kind.ITEM, (f"{question.asks} {question.why.says}",)), (_Kind.WRITE, ()))
    yield from _afterwards(sheet)
    yield _Kind.SAYS, (UNOFFICIAL,)
    yield _Kind.SAYS, (sheet.sources,)


def _numbers(sheet: "Sheet") -> Iterator[_SheetLine]:
    """The numbers to ring with the facts about them, then the agency's own people."""
    yield _Kind.SAYS, (sheet.words.labels["numbers"],)
    yield from ((_Kind.SAYS, (doubt,)) for doubt in [sheet.doubt] if doubt)
    for entry in sheet.ring:
        yield _Kind.SAYS, (f"{entry.before}{entry.number.text}",)
        yield _Kind.ITEM, (f"Who: {entry.contact.name}",)
        yield _Kind.ITEM, (f"Why: {entry.why}",)
        yield from ((_Kind.ITEM, (fact.line,)) for fact in entry.facts)
    if sheet.own:
        yield _Kind.SAYS, (sheet.words.labels["own"],)
    for role in sheet.own:
        for person in role.own:
            yield _Kind.ITEM, (f"{role.name}: {person.who}: {person.number}. {person.about}",)


def _afterwards(sheet: "Sheet") -> Iterator[_SheetLine]:
    """The lines for what was agreed, the next conversation, the deadlines, disagreement and the record."""
    labels, statements = sheet.words.labels, sheet.statements
    yield from ((_Kind.SAYS, (labels["agreed"],)), (_Kind.SAYS, (statements["agreed"],)))
    yield _Kind.FILL, (labels["spoken"],)
    yield from ((_Kind.FILL, (labels["who"], labels["does"], labels["by"])) for _ in range(ROWS))
    yield _Kind.FILL, (labels["again"],)
    yield from ((_Kind.SAYS, (labels["next"],)), (_Kind.SAYS, (statements["needs"],)))
    yield from [(_Kind.WRITE, ())] * 2
    if sheet.deadlines:
        yield _Kind.SAYS, (labels["deadlines"],)
    for deadline in sheet.deadlines:
        yield _Kind.SAYS, (" ".join([deadline.rule, *([deadline.due] if deadline.due else [])]),)
        yield from ((_Kind.FILL, (label,)) for label in deadline.to_fill_in)
    if sheet.deadlines:
        yield _Kind.SAYS, (statements["no_reply"],)
    for name in ("disagree", "record"):
        yield from ((_Kind.SAYS, (labels[name],)), (_Kind.SAYS, (statements[name],)))
