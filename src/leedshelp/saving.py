"""Keeping a call sheet in the file that a person names, and in no other; never over one that is there."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.errors import DataError, NotSavedError
from leedshelp.terminal import Terminal, visible

if TYPE_CHECKING:
    from leedshelp.advice import Advice
    from leedshelp.directory import Directory
    from leedshelp.sheet import Sheet

KINDS = (".html", ".txt")
"""What the name of a sheet's file may end with."""

_LONGEST_NAME = 500
_ASKS = (
    "Name of the file: it ends with .html (to print) or .txt. Do not put the child's name in it. "
    "Enter alone: {usual}. To write none: q."
)
_NONE = "No sheet is written."


def kind_fault(path: Path) -> str | None:
    """What is wrong with the end of a name, if anything is."""
    if path.suffix.lower() in KINDS:
        return None
    return f'"{named(path)}" does not say what to write: end its name with {" or ".join(KINDS)}.'


def taken_fault(path: Path, also: str = "") -> str | None:
    """That something is there already, even a link that leads nowhere; `also` is what else can be done."""
    return _taken(path, also) if os.path.lexists(path) else None


def save(
    directory: "Directory", sheet: "Sheet", path: Path, *, replaces: bool = False, also: str = ""
) -> None:
    """Write a sheet, whole or not at all, in the place of another only where that is wanted.

    Raises `NotSavedError` where it cannot be written.
    """
    from leedshelp.faces.sheets import FACES
    from leedshelp.files import create, replace

    if fault := kind_fault(path):
        raise NotSavedError(fault)
    data = FACES[path.suffix.lower()](directory, sheet).encode()
    try:
        (replace if replaces else create)(path, data)
    except FileExistsError:
        raise NotSavedError(_taken(path, also)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotSavedError(f"{named(path)} cannot be written: {reason}. Name another file.") from None


def offer(terminal: Terminal, directory: "Directory", folder: Path, given: "Advice") -> None:
    """Write the sheet of an advice to a file, unless the person gives it up, or too many names fail."""
    from leedshelp.asking import PATIENCE
    from leedshelp.faces import plain
    from leedshelp.loading.sheets import load_sheet
    from leedshelp.sheet import sheet

    def say(*lines: str) -> None:
        terminal.notice(plain.lines([*lines, ""], terminal.notice_width()))

    try:
        words = load_sheet(folder, directory)
    except DataError as error:
        say(*map(str, error.problems), _NONE)
        return
    usual = f"leedshelp-sheet-{given.moment:%Y-%m-%d-%H%M}.html"
    for _ in range(PATIENCE):
        asks = plain.lines([_ASKS.format(usual=usual)], terminal.notice_width())
        name = (terminal.ask(f"{asks}> ") or "q").strip() or usual
        if name.casefold() in ("q", "quit"):
            break
        path = Path(os.path.expanduser(name))  # noqa: PTH111 - Path's own fails for a person without a home
        try:
            save(directory, sheet(directory, words, given.moment, given), path)
        except NotSavedError as error:
            say(str(error))
        else:
            say(f"Sheet: {named(path.absolute())}")
            return
    say(_NONE)


def _taken(path: Path, also: str) -> str:
    return f"{named(path)} is there already and is left as it is. Name another file{also}."


def named(path: Path) -> str:
    """A file's name, as it can be shown."""
    return visible(str(path), _LONGEST_NAME)
