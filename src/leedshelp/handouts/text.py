"""A call sheet as plain text, in which a line to write on is a row of underscores."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from leedshelp.faces import plain
from leedshelp.handouts.html import ROWS, page
from leedshelp.triage.in_words import UNOFFICIAL

if TYPE_CHECKING:
    from leedshelp.handouts.sheet import Sheet

COLUMNS = 80
_WRITE = "_" * 72


class _Kind(Enum):
    """What a line is: `FILL` has labels, each with room to write, and `WRITE` is a whole line of room."""

    SAYS = auto()
    ITEM = auto()
    FILL = auto()
    WRITE = auto()


Line = tuple[_Kind, tuple[str, ...]]


def text(sheet: "Sheet", width: int = COLUMNS) -> str:
    """A call sheet as plain text; no number is broken over two lines."""

    def shown(kind: _Kind, said: tuple[str, ...]) -> str:
        if kind == _Kind.WRITE:
            return f"{_WRITE[:width]}\n"
        mark = "- " if kind in (_Kind.ITEM, _Kind.FILL) else ""
        return plain.lines([mark + _with_room(kind, said)], width)

    return _joined(_lines(sheet), shown)


FACES: dict[str, Callable[["Sheet"], str]] = {".html": page, ".txt": text}
"""The faces by the end of a file's name."""


def _with_room(kind: _Kind, said: tuple[str, ...]) -> str:
    """The words of a line; after each label of one to fill in, some room to write."""
    if kind != _Kind.FILL:
        return "".join(said)
    row = "_" * (14 if len(said) > 1 else 36)
    return " ".join(f"{label}: {row}" for label in said)


def _joined(lines: Iterator[Line], shown: Callable[[_Kind, tuple[str, ...]], str]) -> str:
    """The lines with a blank one between them, but for lists, and for the room below what is to be noted."""
    told, before = "", None
    for kind, said in lines:
        in_list = {kind, before} <= {_Kind.ITEM, _Kind.FILL}
        told += "\n" if before and not in_list and kind != _Kind.WRITE else ""
        told += shown(kind, said)
        before = kind
    return told


def _lines(sheet: "Sheet") -> Iterator[Line]:
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
    for each in words.ready:
        yield from ((_Kind.ITEM, (each.says,)), (_Kind.WRITE, ()))
    yield _Kind.SAYS, (labels["ask"],)
    for asked in words.ask:
        yield from ((_Kind.ITEM, (f"{asked.asks} {asked.why.says}",)), (_Kind.WRITE, ()))
    yield from _afterwards(sheet)
    yield _Kind.SAYS, (UNOFFICIAL,)
    yield _Kind.SAYS, (sheet.sources,)


def _numbers(sheet: "Sheet") -> Iterator[Line]:
    """Whom to ring, each with what to know about the number; then the agency's own people."""
    yield _Kind.SAYS, (sheet.words.labels["numbers"],)
    yield from ((_Kind.SAYS, (doubt,)) for doubt in [sheet.doubt] if doubt)
    for entry in sheet.ring:
        yield _Kind.SAYS, (f"{entry.label}: {entry.number.text}",)
        yield _Kind.ITEM, (f"Who: {entry.contact.name}",)
        yield _Kind.ITEM, (f"Why: {entry.why}",)
        yield from ((_Kind.ITEM, (fact.line,)) for fact in entry.facts)
    if sheet.own:
        yield _Kind.SAYS, (sheet.words.labels["own"],)
    for role in sheet.own:
        for person in role.own:
            yield _Kind.ITEM, (f"{role.name}: {person.who}: {person.number}. {person.about}",)


def _afterwards(sheet: "Sheet") -> Iterator[Line]:
    """What was agreed, the next conversation, the deadlines, what to do if people differ, and the record."""
    labels, said = sheet.words.labels, sheet.said
    yield from ((_Kind.SAYS, (labels["agreed"],)), (_Kind.SAYS, (said["agreed"],)))
    yield _Kind.FILL, (labels["spoken"],)
    yield from ((_Kind.FILL, (labels["who"], labels["does"], labels["by"])) for _ in range(ROWS))
    yield _Kind.FILL, (labels["again"],)
    yield from ((_Kind.SAYS, (labels["next"],)), (_Kind.SAYS, (said["needs"],)))
    yield from [(_Kind.WRITE, ())] * 2
    if sheet.deadlines:
        yield _Kind.SAYS, (labels["deadlines"],)
    for deadline in sheet.deadlines:
        yield _Kind.SAYS, (" ".join([deadline.rule, *([deadline.due] if deadline.due else [])]),)
        yield from ((_Kind.FILL, (label,)) for label in deadline.to_fill_in)
    if sheet.deadlines:
        yield _Kind.SAYS, (said["no_reply"],)
    for name in ("disagree", "record"):
        yield from ((_Kind.SAYS, (labels[name],)), (_Kind.SAYS, (said[name],)))
