"""Saves what is made under the name that a person gives, and over an older file only where that is wanted."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.faces import plain
from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.sheet import FACES, sheet
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError, NotSavedError
from leedshelp.terminal.files import create, create_folder, replace
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.prompt import PATIENCE
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import Advice

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# The prompt for the name of a file, and the sentence where none is written.
_ASKS = (
    "Name of the file: it ends with .html (to print) or .txt. Do not put the child's name in it. "
    "Enter alone: {usual}. To write none: q."
)
_NONE = "No sheet is written."


def kind_fault(path: Path, kinds: Iterable[str]) -> str | None:
    """What is wrong with the end of a file's name, which must be one of the kinds, or `None`."""
    if path.suffix.lower() in kinds:
        return None
    return f'"{visible_path(path)}" does not say what to write: end its name with {" or ".join(kinds)}.'


def taken_fault(path: Path, also: str = "") -> str | None:
    """That a file or a link of this name is there, or `None`; `also` says what else the person can do."""
    return _taken(path, also) if os.path.lexists(path) else None


def save(text: str, path: Path, *, replaces: bool = False, also: str = "") -> None:
    """Write a text whole or not at all; it takes the place of a file only if it `replaces` that.

    Raises `NotSavedError` where it cannot be written; `also` says what else the person can do where a file is
    there.
    """
    with _telling(path, also):
        (replace if replaces else create)(path, text.encode())


def save_folder(texts: Mapping[str, str], path: Path) -> None:
    """Write a new folder of files, each with its text by its name. Raises `NotSavedError` where it cannot."""
    with _telling(path):
        create_folder(path, {name: text.encode() for name, text in texts.items()})


@contextmanager
def _telling(path: Path, also: str = "") -> Iterator[None]:
    """Raise `NotSavedError` in place of the system's error."""
    try:
        yield
    except FileExistsError:
        raise NotSavedError(_taken(path, also)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotSavedError(f"{visible_path(path)} cannot be written: {reason}. Name another.") from None


def offer(
    terminal: Terminal,
    read: Callable[[str], str | None],
    directory: Directory,
    folder: "Traversable",
    advice: Advice,
) -> None:
    """Write the sheet of an advice to a file that the person names, unless they quit or too many names fail.

    `read` shows a prompt and reads a line; it is `None` where input has ended.
    """

    def say(*lines: str) -> None:
        terminal.notice(plain.lines([*lines, ""], terminal.notice_width()))

    try:
        words = load_sheet(folder, directory)
    except DataError as error:
        say(*map(str, error.problems), _NONE)
        return
    usual = f"leedshelp-sheet-{advice.moment:%Y-%m-%d-%H%M}.html"
    for _ in range(PATIENCE):
        name = (read(_ASKS.format(usual=usual)) or "q").strip() or usual
        if name.casefold() in ("q", "quit"):
            break
        path = place(name)
        if fault := kind_fault(path, FACES):
            say(fault)
            continue
        try:
            save(FACES[path.suffix.lower()](sheet(directory, words, advice.moment, advice)), path)
        except NotSavedError as error:
            say(str(error))
        else:
            say(f"Sheet: {visible_path(path.absolute())}")
            return
    say(_NONE)


def _taken(path: Path, also: str) -> str:
    """The sentence for what is there already."""
    return f"{visible_path(path)} is there already and is left as it is. Name another{also}."
