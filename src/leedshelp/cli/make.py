"""The commands of `make`, and the file of a call sheet, which `ask --sheet` writes, too."""

# Imports inside functions are for start-up: other commands do not need them.
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli import help as help_of
from leedshelp.cli.options import AtOption, DataOption, ForceOption, OwnOption, VersionOption
from leedshelp.terminal.places import place as place_of
from leedshelp.terminal.places import visible_path
from leedshelp.terminal.streams import Terminal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.handouts.sheet import SheetWords
    from leedshelp.model.directory import Directory
    from leedshelp.triage.advice import Advice

_NOT_WRITTEN = 1  # the exit code
_FORCE = ", or add --force"  # the end of the sentence that a file is there already

_HtmlFile = Annotated[Path, typer.Argument(metavar="FILE", help="A new file: .html.")]
_SheetFile = Annotated[Path, typer.Argument(metavar="FILE", help="A new file: .html (to print) or .txt.")]


class HandoutFile:
    """The file that a person names for a handout. `hint` is the parameter that names it.

    Raises `typer.BadParameter` where its name does not end with one of the `kinds`.
    """

    def __init__(
        self,
        path: Path,
        terminal: Terminal,
        directory: "Directory",
        *,
        force: bool,
        kinds: Iterable[str] = (".html",),
        hint: str = "FILE",
    ) -> None:
        from leedshelp.handouts.saving import kind_fault

        self._terminal = terminal
        self._directory = directory
        self._path = place_of(path)
        self._replaces = force
        if fault := kind_fault(path, kinds):
            raise typer.BadParameter(fault, param_hint=hint)

    @property
    def kind(self) -> str:
        """The end of its name."""
        return self._path.suffix.lower()

    def look_ahead(self) -> None:
        """Leave with an error if the file is there, before anything is asked or worked out."""
        from leedshelp.handouts.saving import taken_fault

        if not self._replaces and (fault := taken_fault(self._path, _FORCE)):
            raise context.without_result(self._terminal, self._directory, fault, _NOT_WRITTEN)

    def write(self, text: str, what: str) -> None:
        """Write a text, and say what it is. Raises `NotSavedError` if that fails."""
        from leedshelp.handouts.saving import save

        save(text, self._path, replaces=self._replaces, also=_FORCE)
        self._replaces = True  # a sheet for changed answers takes the place of this sheet
        self._terminal.notice(f"{what}: {visible_path(self._path)}\n")


class SheetFile:
    """The file that a person names for a call sheet. Raises as `HandoutFile`."""

    def __init__(
        self,
        path: Path,
        terminal: Terminal,
        directory: "Directory",
        folder: "Traversable",
        *,
        force: bool,
        hint: str = "FILE",
    ) -> None:
        from leedshelp.handouts.sheet import FACES

        self._file = HandoutFile(path, terminal, directory, force=force, kinds=FACES, hint=hint)
        self._directory = directory
        self._folder = folder

    @cached_property
    def _words(self) -> "SheetWords":
        """The words of a sheet, which are read when they are first needed. Raises `DataError`."""
        from leedshelp.handouts.loading import load_sheet

        return load_sheet(self._folder, self._directory)

    def look_ahead(self) -> None:
        """Leave with an error if the file is there or the words are broken, before any question."""
        self._file.look_ahead()
        _ = self._words

    def write(self, moment: datetime, advice: "Advice | None" = None) -> None:
        """Write the sheet of an advice, or a blank one, and say so. Raises `NotSavedError` if that fails."""
        from leedshelp.handouts.sheet import FACES, sheet

        contents = sheet(self._directory, self._words, moment, advice)
        self._file.write(FACES[self._file.kind](contents), "Sheet")


def sheet(
    file: _SheetFile,
    force: ForceOption = False,
    at: AtOption = None,
    data: DataOption = None,
    own: OwnOption = None,
    version: VersionOption = False,
) -> None:
    """Write a blank call sheet, to have in the hand while ringing."""
    terminal = context.terminal(plain=False, json=False)
    directory, folder = context.directory(data, own, terminal), context.data_folder(data)
    moment = context.moment(at)
    sheet_file = SheetFile(file, terminal, directory, folder, force=force)
    sheet_file.look_ahead()
    sheet_file.write(moment)


def poster(
    file: _HtmlFile,
    force: ForceOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    version: VersionOption = False,
) -> None:
    """Write a poster for the wall of a staff room."""
    from leedshelp.handouts.poster import poster as made

    terminal = context.terminal(plain=False, json=False)
    directory = context.directory(data, own, terminal)
    handout = HandoutFile(file, terminal, directory, force=force)
    _write(handout, made, directory, data, "Poster")


def page(
    file: _HtmlFile,
    force: ForceOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    version: VersionOption = False,
) -> None:
    """Write the questions as one page for a browser. An agency's own people are in it only with `own`."""
    from leedshelp.handouts.page import page as made

    terminal = context.terminal(plain=False, json=False)
    directory = context.directory(data, own, terminal) if own else context.usual_directory(data, terminal)
    if own and not directory.agency:
        why = "No page is written, as your agency's file cannot be used."
        raise context.without_result(terminal, directory, why, _NOT_WRITTEN)
    handout = HandoutFile(file, terminal, directory, force=force)
    _write(handout, made, directory, data, "Page")
    if directory.agency:
        terminal.notice("Your agency's own people are in it, with their numbers. Keep it in your agency.\n")


def _write(
    handout: HandoutFile,
    made: "Callable[[Directory, datetime, str], str]",
    directory: "Directory",
    data: Path | None,
    what: str,
) -> None:
    """Make a handout that has the heading of the data, and write it."""
    from leedshelp.handouts.loading import load_sheet

    handout.look_ahead()
    title = load_sheet(context.data_folder(data), directory).labels["worried"]
    handout.write(made(directory, context.moment(None), title), what)


def place(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    version: VersionOption = False,
) -> None:
    """Start a folder of data for another council."""
    from leedshelp.bundled import bundled_data, directory
    from leedshelp.handouts.place import place as made
    from leedshelp.handouts.saving import save_folder

    terminal, path, data = context.terminal(plain=False, json=False), place_of(folder), bundled_data()
    save_folder(made(data, directory(data), context.moment(None).date()), path)
    name = visible_path(path)
    terminal.notice(f"Place: {name}\nTo see what is missing, until nothing is: leedshelp check {name}\n")


make = typer.Typer(rich_markup_mode=None)
make.command(help=help_of.MAKE_SHEET, short_help="Write a blank call sheet.")(sheet)
make.command(help=help_of.MAKE_POSTER, short_help="Write a poster for the wall.")(poster)
make.command(help=help_of.MAKE_PAGE, short_help="Write the questions as a page for a browser.")(page)
make.command(help=help_of.MAKE_PLACE, short_help="Start the data of another council.")(place)
