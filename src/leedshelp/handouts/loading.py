"""Reads `sheet.yaml`, the words of a call sheet, where one is made."""

from typing import TYPE_CHECKING, cast

from leedshelp.handouts.sheet import CallQuestion, SheetWords
from leedshelp.loading import read_beside
from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import comfortless, refuse_weak, statement, template
from leedshelp.model.directory import Directory
from leedshelp.model.words import Statement

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE = "sheet.yaml"

# The headings and short texts of a call sheet, in the order of the file.
_LABELS = (
    *("worried", "title", "blank", "made", "until", "family", "numbers", "by-day", "out-of-hours", "own"),
    *("name", "role", "ring-back", "ready", "by-hand", "ask", "spoken", "reference", "watches"),
    *("watches-blank", "agreed", "who", "does", "by", "again"),
    *("deadlines", "form-due", "form-blank", "form-sent", "reply-due", "reply-blank", "reply-came"),
    *("disagree", "record"),
)

# The labels that say when something is, and the name in curly brackets that stands for it and must be in
# them.
_WHEN = {"made": "moment", "until": "day", "watches": "day", "form-due": "due", "reply-due": "due"}

# The names in curly brackets that stand for the two teams, and all that may be in a label of `_WHEN`.
_TEAMS = ("duty", "edt")
_FILLED_IN = {name: (when, *(("rung", *_TEAMS) if when == "due" else ())) for name, when in _WHEN.items()}

# The statements of a call sheet, each a field of the file; the teams may be named in them.
_STATEMENTS = ("agreed", "needs", "form", "reply", "no_reply", "disagree", "record")

_FORM = ("form", "form-due", "form-blank", "form-sent")
"""What is left out in a place that has no form to send after a call."""


def load_sheet(folder: "Traversable", directory: Directory) -> SheetWords:
    """The words of a call sheet in a folder of data. Raises `DataError` with every problem found."""
    words = read_beside(folder, FILE, directory, _sheet_words)
    return cast("SheetWords", words)  # this file is never left out


def _sheet_words(root: Fields) -> SheetWords:
    """The words of a call sheet, from all fields of the file."""
    with root:
        left_out = () if root.has("form") else _FORM
        with root.fields("labels") as fields:
            labels = {name: _label(fields, name) for name in _LABELS if name not in left_out}
        return SheetWords(
            labels=labels,
            ready=tuple(map(_statement, root.items("ready"))),
            ask_duty=_questions(root, "ask_duty"),
            ask=_questions(root, "ask"),
            statements={
                name: _statement(root.fields(name), _TEAMS) for name in _STATEMENTS if name not in left_out
            },
        )


def _questions(root: Fields, name: str) -> tuple[CallQuestion, ...]:
    """Questions to ask, each with the reason for it."""
    return tuple(
        CallQuestion(comfortless(item, "asks", item.text("asks")), _statement(item.fields("why")))
        for item in root.items(name)
    )


def _label(labels: Fields, name: str) -> str:
    """A label, which holds the name in curly brackets that it needs, if it needs one."""
    text = template(labels, name, _FILLED_IN.get(name, ()))
    if name in _WHEN:
        needed = f"{{{_WHEN[name]}}}"
        refuse_weak(labels, name, text, needed, needed)
    return comfortless(labels, name, text)


def _statement(fields: Fields, allowed: tuple[str, ...] = ()) -> Statement:
    """A statement that gives no false comfort."""
    read = statement(fields, allowed)
    return read._replace(says=comfortless(fields, "says", read.says))
