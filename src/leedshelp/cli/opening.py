"""What every command opens: the terminal, the data, the moment and a face."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from leedshelp.directory import Directory
from leedshelp.terminal import Terminal, visible

if TYPE_CHECKING:
    from leedshelp.faces import Face


def terminal(*, plain: bool, json: bool, reads: bool = True, talks: bool = False) -> Terminal:
    """The terminal of a command that shows a result in one face; two at once are refused."""
    if plain and json:
        raise typer.BadParameter("choose one of them.", param_hint="--plain and --json")
    return Terminal.of_this_process(reads=reads, plain=plain, talks=talks)


def directory(context: typer.Context, data: Path | None) -> Directory:
    """What leedshelp knows, from the folder the person names or from its own.

    Raises `DataError` where the data is broken, or is not the bundled data and breaks a rule of safety.
    """
    from leedshelp.loading import bundled_data, load

    folder = data_folder(context, data)
    found = load(folder)
    if folder != bundled_data():
        from leedshelp.safety import refuse_unsafe

        refuse_unsafe(found)
    return found


def data_folder(context: typer.Context, data: Path | None) -> Path:
    """The folder of the data to use: as an option says, or the environment, or the bundled one."""
    from leedshelp.loading import bundled_data

    return data or context.obj or Path(os.environ.get("LEEDSHELP_DATA") or bundled_data())


def moment(at: str | None) -> datetime:
    """The London time to advise for: now, or the one that was named."""
    from leedshelp.hours import london, named_moment

    if at is None:
        return london(datetime.now(UTC))
    named = named_moment(at)
    if named is None:
        remedy = "write a date and a time, like 2026-12-25T10:00"
        raise typer.BadParameter(f'"{visible(at)}" is not a moment; {remedy}.', param_hint="--at")
    return named


def numbers_now(directory: Directory) -> list[str]:
    """The numbers to ring now, whatever the question, a line each."""
    from leedshelp.advice import notice
    from leedshelp.faces import plain

    return plain.notice(notice(directory, moment(None)))


def face_for(terminal: Terminal, *, json: bool) -> "tuple[Face, int | None]":
    """The face that fits what was asked for and what the terminal can show now, and its width."""
    from leedshelp.faces import chosen

    table_width = terminal.table_width()
    return chosen(json=json, tables=table_width is not None), table_width or terminal.result_width()
