"""What every command opens: the terminal, the data, the moment and a face."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from leedshelp.model.directory import Directory
from leedshelp.model.errors import HOW_TO_READ, DataError
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.streams import Terminal, visible
from leedshelp.terminal.typed import nearest, understood

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.faces import Face

NOTHING_FOUND = 3


def terminal(*, plain: bool, json: bool, reads: bool = True, talks: bool = False) -> Terminal:
    """The terminal of a command that shows a result in one face; two at once are refused."""
    if plain and json:
        raise typer.BadParameter("choose one of them.", param_hint="--plain and --json")
    return Terminal.of_this_process(reads=reads, plain=plain, talks=talks, ascii_only=json)


def data_folder(data: Path | None) -> "Traversable":
    """The folder of the data to use: as an option says, or the environment, or the bundled one."""
    from leedshelp.loading import bundled_data

    named = data or os.environ.get("LEEDSHELP_DATA")
    return place(named) if named else bundled_data()


def own_file(own: Path | None) -> Path | None:
    """The file of the agency's own contacts: as an option says, or the environment, or the usual one.

    `None` where none was named and the usual one is not there.
    """
    named = own or os.environ.get("LEEDSHELP_OWN")
    path = place(named) if named else usual_own_file()
    return path if named or (path and os.path.lexists(path)) else None


def hidden_own_file() -> Path | None:
    """The usual file, where the person may not look into its folder, such as one that was made with sudo.

    Only `check` tells of it: elsewhere nobody knows whether there is a file at all.
    """
    path = usual_own_file()
    try:
        if path:
            path.lstat()
    except PermissionError:
        return path
    except OSError:
        return None
    return None


def usual_own_file() -> Path | None:
    """Where the agency's own contacts are kept on this machine; `None` for a person without a home."""
    folder = place(typer.get_app_dir("leedshelp"))
    return folder / "own-contacts.yaml" if folder.is_absolute() else None


def directory(data: Path | None, own: Path | None, terminal: Terminal) -> Directory:
    """What leedshelp knows, with the agency's own contacts, where they are in order; else it warns.

    Raises `DataError` where the data is broken, or is not the bundled data and breaks a rule of safety.
    """
    found = usual_directory(data)
    warn_of_open_data(terminal, data_folder(data))
    path = own_file(own)
    if path:
        from leedshelp.own.loading import with_own

        try:
            return with_own(found, path, moment(None).date())
        except DataError as error:
            terminal.notice(f"{_NOT_USED}\n{error}\n{_MEANWHILE}\n\n")
    return found


def warn_of_open_data(terminal: Terminal, folder: "Traversable") -> None:
    """Say loudly where anybody on the machine may change the data that is used."""
    from leedshelp.loading import bundled_data
    from leedshelp.loading.trust import open_to_anybody

    if folder == bundled_data() or not isinstance(folder, Path):
        return
    if part := open_to_anybody(*(file for file in folder.glob("*.yaml") if file.exists())):
        terminal.notice(
            f"WARNING: anybody on this machine can change the numbers in {visible_path(folder)}. "
            f"Stop that first: chmod o-w {str(part)!r}\n\n"
        )


_NOT_USED = f"WARNING: your agency's own contacts are NOT used. Something is wrong with them. {HOW_TO_READ}"
_MEANWHILE = "Put it right as it says there. Until then, only what leedshelp came with is shown."


def usual_directory(data: Path | None) -> Directory:
    """What leedshelp knows without an agency's own contacts. Raises as `directory`."""
    from leedshelp.loading import bundled_data, load

    folder = data_folder(data)
    found = load(folder)
    if folder != bundled_data():
        from leedshelp.safety.prover import refuse_unsafe

        refuse_unsafe(found)
    return found


def moment(at: str | None) -> datetime:
    """The London time to advise for: now, or the one that was named."""
    from leedshelp.terminal import typed
    from leedshelp.triage.hours import london

    now = london(datetime.now(UTC))
    if at is None:
        return now
    named = typed.moment(at, now.date())
    if named is None:
        remedy = "write a time, like 22:00, or a date and a time, like 25/12/2026 22:00 or 2026-12-25T22:00"
        raise typer.BadParameter(f'"{visible(at)}" is not a moment; {remedy}.', param_hint="--at")
    return named


def choice(typed: str, options: Mapping[str, str], hint: str) -> str:
    """The option that is named on a command line, in any way the dialogue understands.

    `options` are labels by what is chosen; `hint` is the name of the option or argument.
    """
    match understood(typed, options):
        case [chosen]:
            return chosen
        case []:
            near = nearest(typed, options)
            slip = f" Did you mean {near}?" if near else ""
            what = f"is not one of: {', '.join(options)}.{slip}"
        case several:
            what = f"could be {' or '.join(several)}; write one of them."
    raise typer.BadParameter(f'"{visible(typed)}" {what}', param_hint=hint)


def numbers_now(directory: Directory) -> list[str]:
    """The numbers to ring now, whatever the question, a line each."""
    from leedshelp.faces import plain
    from leedshelp.triage.notice import notice

    return plain.notice(notice(directory, moment(None)))


def without_result(terminal: Terminal, directory: Directory, why: str, code: int) -> typer.Exit:
    """Say why there is no result, and the numbers to ring all the same; the exit to raise."""
    from leedshelp.faces import plain

    terminal.notice(plain.lines([why, "", *numbers_now(directory)], terminal.notice_width()))
    return typer.Exit(code)


def face_for(terminal: Terminal, *, json: bool) -> "tuple[Face, int | None]":
    """The face that fits what was asked for and what the terminal can show now, and its width."""
    from leedshelp.faces import chosen

    table_width = terminal.table_width()
    return chosen(json=json, tables=table_width is not None), table_width or terminal.result_width()
