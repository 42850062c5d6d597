"""The command `sheet`, and the file of a call sheet, which `ask --sheet` writes, too."""

# Imports inside functions are for start-up: other commands do not need them.
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import AtOption, DataOption, ForceOption, OwnOption, VersionOption
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.streams import Terminal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.handouts.sheet import SheetWords
    from leedshelp.model.directory import Directory
    from leedshelp.triage.advice import Advice

_NOT_WRITTEN = 1  # the exit code
_FORCE = ", or add --force"  # the end of the sentence that a file is there already


class SheetFile:
    """The file that a person names for a call sheet. `hint` is the parameter that names it.

    Raises `typer.BadParameter` where the name does not end as a sheet's must.
    """

    def __init__(
        self,
        path: Path,
        terminal: Terminal,
        directory: "Directory",
        folder: "Traversable",
        *,
        force: bool,
        hint: str,
    ) -> None:
        from leedshelp.handouts.saving import kind_fault

        self._terminal = terminal
        self._directory = directory
        self._folder = folder
        self._path = place(path)
        self._replaces = force
        if fault := kind_fault(path):
            raise typer.BadParameter(fault, param_hint=hint)

    @cached_property
    def _words(self) -> "SheetWords":
        """The words of a sheet, which are read when they are first needed. Raises `DataError`."""
        from leedshelp.handouts.loading import load_sheet

        return load_sheet(self._folder, self._directory)

    def look_ahead(self) -> None:
        """Leave with an error if the file is there or the words are broken, before any question."""
        from leedshelp.handouts.saving import taken_fault

        if not self._replaces and (fault := taken_fault(self._path, _FORCE)):
            raise context.without_result(self._terminal, self._directory, fault, _NOT_WRITTEN)
        _ = self._words

    def write(self, moment: datetime, advice: "Advice | None" = None) -> None:
        """Write the sheet of an advice, or a blank one, and say so. Raises `NotSavedError` if that fails."""
        from leedshelp.handouts.saving import save
        from leedshelp.handouts.sheet import sheet

        contents = sheet(self._directory, self._words, moment, advice)
        save(contents, self._path, replaces=self._replaces, also=_FORCE)
        self._replaces = True  # a sheet for changed answers takes the place of this sheet
        self._terminal.notice(f"Sheet: {visible_path(self._path)}\n")


def sheet(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A new file: .html (to print) or .txt.")
    ] = None,
    force: ForceOption = False,
    at: AtOption = None,
    data: DataOption = None,
    own: OwnOption = None,
    version: VersionOption = False,
) -> None:
    """Write a blank call sheet, to have in the hand while ringing; without a FILE, show it."""
    from leedshelp.handouts import text
    from leedshelp.handouts.loading import load_sheet
    from leedshelp.handouts.sheet import sheet as blank

    terminal = context.terminal(plain=False, json=False)
    directory, folder = context.directory(data, own, terminal), context.data_folder(data)
    moment = context.moment(at)
    if file is None and force:
        raise typer.BadParameter("there is no file that it could replace; name one.", param_hint="--force")
    if file:
        sheet_file = SheetFile(file, terminal, directory, folder, force=force, hint="FILE")
        sheet_file.look_ahead()
        sheet_file.write(moment)
        return
    width = min(text.COLUMNS, terminal.result_width() or text.COLUMNS)
    contents = blank(directory, load_sheet(folder, directory), moment)
    terminal.result(text.text(contents, width))
