"""Keeping a call sheet in the file that a person names, and in no other; never over one that is there."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.model.errors import DataError, NotSavedError
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.streams import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

    from leedshelp.handouts.sheet import Sheet
    from leedshelp.model.directory import Directory
    from leedshelp.triage.advice import Advice

KINDS = (".html", ".txt")
"""What the name of a sheet's file may end with."""

_ASKS = (
    "Name of the file: it ends with .html (to print) or .txt. Do not put the child's name in it. "
    "Enter alone: {usual}. To write none: q."
)
_NONE = "No sheet is written."


def kind_fault(path: Path) -> str | None:
    """What is wrong with the end of a name, if anything is."""
    if path.suffix.lower() in KINDS:
        return None
    return f'"{visible_path(path)}" does not say what to write: end its name with {" or ".join(KINDS)}.'


def taken_fault(path: Path, also: str = "") -> str | None:
    """That something is there already, even a link that leads nowhere; `also` is what else can be done."""
    return _taken(path, also) if os.path.lexists(path) else None


def save(sheet: "Sheet", path: Path, *, replaces: bool = False, also: str = "") -> None:
    """Write a sheet, whole or not at all, in the place of another only where that is wanted.

    Raises `NotSavedError` where it cannot be written.
    """
    from leedshelp.handouts.files import create, replace
    from leedshelp.handouts.text import FACES

    if fault := kind_fault(path):
        raise NotSavedError(fault)
    data = FACES[path.suffix.lower()](sheet).encode()
    try:
        (replace if replaces else create)(path, data)
    except FileExistsError:
        raise NotSavedError(_taken(path, also)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotSavedError(f"{visible_path(path)} cannot be written: {reason}. Name another file.") from None


def offer(
    terminal: Terminal,
    read: "Callable[[str], str | None]",
    directory: "Directory",
    folder: "Traversable",
    given: "Advice",
) -> None:
    """Write the sheet of an advice to a file, unless the person gives it up, or too many names fail.

    `read` shows a prompt and gives what is typed, `None` where input has ended.
    """
    from leedshelp.faces import plain
    from leedshelp.handouts.loading import load_sheet
    from leedshelp.handouts.sheet import sheet
    from leedshelp.terminal.dialogue import PATIENCE

    def say(*lines: str) -> None:
        terminal.notice(plain.lines([*lines, ""], terminal.notice_width()))

    try:
        words = load_sheet(folder, directory)
    except DataError as error:
        say(*map(str, error.problems), _NONE)
        return
    usual = f"leedshelp-sheet-{given.moment:%Y-%m-%d-%H%M}.html"
    for _ in range(PATIENCE):
        name = (read(_ASKS.format(usual=usual)) or "q").strip() or usual
        if name.casefold() in ("q", "quit"):
            break
        path = place(name)
        try:
            save(sheet(directory, words, given.moment, given), path)
        except NotSavedError as error:
            say(str(error))
        else:
            say(f"Sheet: {visible_path(path.absolute())}")
            return
    say(_NONE)


def _taken(path: Path, also: str) -> str:
    return f"{visible_path(path)} is there already and is left as it is. Name another file{also}."
