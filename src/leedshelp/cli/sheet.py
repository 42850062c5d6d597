"""The call sheet at the command line: `sheet`, and what `ask --sheet` names."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import AtOption, DataOption, ForceOption, OwnOption, VersionOption
from leedshelp.terminal.places import place
from leedshelp.terminal.streams import Terminal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.handouts.sheet import SheetWords
    from leedshelp.model.directory import Directory
    from leedshelp.triage.advice import Advice

_NOT_WRITTEN = 1
_FORCE = ", or add --force"


class SheetFile:
    """The file that was named for a call sheet. Its kind must be known."""

    def __init__(
        self,
        terminal: Terminal,
        directory: "Directory",
        folder: "Traversable",
        path: Path,
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
        """The words of a sheet, read once, when they are needed first. Raises `DataError`."""
        from leedshelp.handouts.loading import load_sheet

        return load_sheet(self._folder, self._directory)

    def look_ahead(self) -> None:
        """See that the file is new and the words are in order, so that nobody answers questions in vain."""
        from leedshelp.handouts.saving import taken_fault

        if not self._replaces and (fault := taken_fault(self._path, _FORCE)):
            raise context.without_result(self._terminal, self._directory, fault, _NOT_WRITTEN)
        _ = self._words

    def write(self, moment: datetime, given: "Advice | None" = None) -> None:
        """Write a sheet, and say so; what was written here before is out of date by then.

        Raises `NotSavedError` where it cannot be written.
        """
        from leedshelp.handouts.saving import save
        from leedshelp.handouts.sheet import sheet
        from leedshelp.terminal.places import visible_path

        shown = sheet(self._directory, self._words, moment, given)
        save(shown, self._path, replaces=self._replaces, also=_FORCE)
        self._replaces = True
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
        named = SheetFile(terminal, directory, folder, file, force=force, hint="FILE")
        named.look_ahead()
        named.write(moment)
        return
    width = min(text.COLUMNS, terminal.result_width() or text.COLUMNS)
    made = blank(directory, load_sheet(folder, directory), moment)
    terminal.result(text.text(made, width))
