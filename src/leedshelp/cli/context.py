"""What the commands share: the terminal, the data, the moment, a face, and the choice of an option."""

# Imports inside functions are for start-up: `--help` and `--version` do not need them.
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from leedshelp.model.directory import Directory
from leedshelp.model.errors import HOW_TO_READ, DataError
from leedshelp.terminal import typed
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.streams import Terminal, visible

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.faces import Face

NOTHING_FOUND = 3  # the exit code

_MANY = 8  # the options from which a message does not list them all

_NOT_USED = f"WARNING: your agency's own contacts are NOT used. Something is wrong with them. {HOW_TO_READ}"
_MEANWHILE = "Put it right as it says there. Until then, only what leedshelp came with is shown."


def terminal(*, plain: bool, json: bool, reads: bool = True, talks: bool = False) -> Terminal:
    """The terminal of a command. Raises `typer.BadParameter` where both `plain` and `json` are wanted."""
    if plain and json:
        raise typer.BadParameter("choose one of them.", param_hint="--plain and --json")
    return Terminal.of_this_process(reads=reads, plain=plain, talks=talks, ascii_only=json)


def data_folder(data: Path | None) -> "Traversable":
    """The folder of the data: from the option, from the environment, or the bundled one."""
    from leedshelp.loading import bundled_data

    path = data or os.environ.get("LEEDSHELP_DATA")
    return place(path) if path else bundled_data()


def own_file(own: Path | None) -> Path | None:
    """The file of the agency's own contacts: from the option, from the environment, or the usual one.

    It is `None` where the usual one is not there.
    """
    if path := own or os.environ.get("LEEDSHELP_OWN"):
        return place(path)
    usual = usual_own_file()
    return usual if usual and os.path.lexists(usual) else None


def hidden_own_file() -> Path | None:
    """The usual own file, if its folder is closed to the person, such as one that was made with sudo.

    Only `check` reports it: nobody knows whether there is a file at all.
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
    """The usual path of the agency's own contacts on this machine; `None` for a person without a home."""
    folder = place(typer.get_app_dir("leedshelp"))
    return folder / "own-contacts.yaml" if folder.is_absolute() else None


def directory(data: Path | None, own: Path | None, terminal: Terminal) -> Directory:
    """The directory with the agency's own contacts, or a warning where those are not in order.

    Raises `DataError` where the data is broken, or is not the bundled data and breaks a rule of safety.
    """
    usual = usual_directory(data)
    warn_of_open_data(terminal, data_folder(data))
    path = own_file(own)
    if path:
        from leedshelp.own.loading import with_own

        try:
            return with_own(usual, path, moment(None).date())
        except DataError as error:
            terminal.notice(f"{_NOT_USED}\n{error}\n{_MEANWHILE}\n\n")
    return usual


def warn_of_open_data(terminal: Terminal, folder: "Traversable") -> None:
    """Warn where anybody on the machine can change the data in a folder."""
    from leedshelp.loading import bundled_data
    from leedshelp.loading.trust import open_to_anybody

    if folder == bundled_data() or not isinstance(folder, Path):
        return
    if path := open_to_anybody(*(file for file in folder.glob("*.yaml") if file.exists())):
        terminal.notice(
            f"WARNING: anybody on this machine can change the numbers in {visible_path(folder)}. "
            f"Stop that first: chmod o-w {str(path)!r}\n\n"
        )


def usual_directory(data: Path | None) -> Directory:
    """The directory without an agency's own contacts. Raises as `directory` does."""
    from leedshelp.loading import bundled_data, load

    folder = data_folder(data)
    usual = load(folder)
    if folder != bundled_data():  # the tests have proved that one
        from leedshelp.safety.prover import refuse_unsafe

        refuse_unsafe(usual)
    return usual


def moment(at: str | None) -> datetime:
    """The London time to advise for: the one that a person typed as `at`, or now."""
    from leedshelp.triage.hours import london

    now = london(datetime.now(UTC))
    if at is None:
        return now
    moment = typed.moment(at, now.date())
    if moment is None:
        remedy = "write a time, like 22:00, or a date and a time, like 25/12/2026 22:00 or 2026-12-25T22:00"
        raise typer.BadParameter(f'"{visible(at)}" is not a moment; {remedy}.', param_hint="--at")
    return moment


def choice(
    text: str, options: Mapping[str, str], hint: str, also: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    """The option that a person types on a command line, in any way that the dialogue understands.

    `options` are the labels of the options, and `also` has other words for them; `hint` is the parameter of
    the command. Raises `typer.BadParameter`.
    """
    match typed.understood(text, options, also):
        case [option]:
            return option
        case []:
            near = typed.nearest(text, options)
            slip = f" Did you mean {near}?" if near else ""
            known = [*options] if len(options) < _MANY else [*[*options][:_MANY], "..."]
            what = f"is not one of: {', '.join(known)}.{slip}"
        case several:
            what = f"could be {' or '.join(several)}; write one of them."
    raise typer.BadParameter(f'"{visible(text)}" {what}', param_hint=hint)


def numbers_now(directory: Directory) -> list[str]:
    """The numbers to ring now, whatever the question, one on a line."""
    from leedshelp.faces import plain
    from leedshelp.triage.notice import notice

    return plain.notice(notice(directory, moment(None)))


def without_result(terminal: Terminal, directory: Directory, why: str, code: int) -> typer.Exit:
    """Say why there is no result, and the numbers to ring all the same. The caller raises the exit."""
    from leedshelp.faces import plain

    terminal.notice(plain.lines([why, "", *numbers_now(directory)], terminal.notice_width()))
    return typer.Exit(code)


def face_for(terminal: Terminal, *, json: bool) -> "tuple[Face, int | None]":
    """The face for a terminal as wide as it is now, or the JSON face, and the width in columns."""
    from leedshelp.faces import chosen

    table_width = terminal.table_width()
    return chosen(json=json, tables=table_width is not None), table_width or terminal.result_width()
