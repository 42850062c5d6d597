"""`sheet.yaml`: the words of a call sheet, which are read only where one is made."""

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

_LABELS = (
    *("title", "blank", "made", "until", "numbers", "by-day", "out-of-hours", "own"),
    *("ready", "by-hand", "ask", "agreed", "spoken", "who", "does", "by", "again", "next"),
    *("deadlines", "form-due", "form-blank", "form-sent", "reply-due", "reply-blank", "reply-came"),
    *("disagree", "record"),
)
_SAYS = {"made": "moment", "until": "day", "form-due": "due", "reply-due": "due"}
"""What some of the short texts are there to say: when."""

_TEAMS = ("duty", "edt")
_FILLED_IN = {name: (when, *(("rung", *_TEAMS) if when == "due" else ())) for name, when in _SAYS.items()}
_STATEMENTS = ("agreed", "needs", "form", "reply", "no_reply", "disagree", "record")


def load_sheet(folder: "Traversable", directory: Directory) -> SheetWords:
    """The words of a call sheet in a folder of data. Raises `DataError` with every problem found."""
    return cast("SheetWords", read_beside(folder, FILE, directory, sheet_words))  # it is never left out


def sheet_words(root: Fields) -> SheetWords:
    """All the wording that the file holds."""
    with root:
        with root.fields("labels") as labels:
            named = {name: _label(labels, name) for name in _LABELS}
        return SheetWords(
            labels=named,
            ready=tuple(_statement(each) for each in root.items("ready")),
            ask=tuple(
                CallQuestion(comfortless(each, "asks", each.text("asks")), _statement(each.fields("why")))
                for each in root.items("ask")
            ),
            said={name: _statement(root.fields(name), _TEAMS) for name in _STATEMENTS},
        )


def _label(labels: Fields, name: str) -> str:
    text = template(labels, name, _FILLED_IN.get(name, ()))
    if name in _SAYS:
        refuse_weak(labels, name, text, f"{{{_SAYS[name]}}}", f"{{{_SAYS[name]}}}")
    return comfortless(labels, name, text)


def _statement(fields: Fields, allowed: tuple[str, ...] = ()) -> Statement:
    said = statement(fields, allowed)
    return said._replace(says=comfortless(fields, "says", said.says))
