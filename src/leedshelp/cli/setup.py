"""The command `setup`: an agency's own people, by questions."""

# Imports inside functions are for start-up: other commands do not need them.
import os
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.cli import context
from leedshelp.cli.options import DataOption, OwnOption, VersionOption
from leedshelp.model.errors import DataError, NotSavedError, Problem
from leedshelp.terminal.places import visible_path

if TYPE_CHECKING:
    from leedshelp.own.file import OwnFile

_NOT_BEGUN = 1  # the exit code


def setup(data: DataOption = None, own: OwnOption = None, version: VersionOption = False) -> None:
    """Ask for an agency's own people and numbers, and save them in its own file."""
    from leedshelp.own.file import OwnFile, file_of, has_notes
    from leedshelp.own.loading import bytes_to_use, usable_of
    from leedshelp.terminal.prompt import Prompt
    from leedshelp.terminal.setup import Setup
    from leedshelp.terminal.signals import leave_on_hang_up

    terminal = context.terminal(plain=False, json=False, talks=True)
    directory, path, today = context.usual_directory(data, terminal), _path(own), context.moment(None).date()
    before, known = None, OwnFile()
    problems: tuple[Problem, ...] = ()
    try:
        if os.path.lexists(path):
            before = bytes_to_use(path)
            merged, problems = usable_of(directory, before, today, path.name)
            known = file_of(merged)
    except DataError as error:
        why = f"{error}\nPut it right as it says there, or move the file away. Then begin again."
        raise context.without_result(terminal, directory, why, _NOT_BEGUN) from None
    if problems:
        lines = "\n".join(map(str, problems))
        terminal.notice(f"WARNING: these entries cannot be used. The old file will be kept.\n{lines}\n\n")
    keeps_old = bool(problems) or (before is not None and has_notes(before))

    def save(file: "OwnFile") -> str:
        named = f" --own {visible_path(path)}" if own else ""
        try:
            return _save(path, before, file, named, keeps_old=keeps_old)
        except OSError as error:
            why = f"{visible_path(path)} cannot be written: {error.strerror}. Nothing is saved."
            raise NotSavedError(why) from None

    leave_on_hang_up()
    prompt = Prompt(terminal, directory, lambda: context.moment(None))
    Setup(prompt, directory, known, today, save).ask()


def _path(own: Path | None) -> Path:
    """The file to make or change. Raises `typer.BadParameter` for a person without a home."""
    path = context.named_own_file(own) or context.usual_own_file()
    if path is None:
        raise context.misused("you have no home folder to keep the file in; name a file.", "--own")
    return path.resolve()  # a link stays one: what it leads to is written


def _save(path: Path, before: bytes | None, file: "OwnFile", named: str, *, keeps_old: bool) -> str:
    """Write the file, and say so. Where somebody else has changed it meanwhile, it is written beside theirs.

    `before` are its bytes as the questions began. Where it `keeps_old`, they stay in another file. `named` is
    the option that names the file in other commands, if they need it.
    """
    from leedshelp.own.file import text_of
    from leedshelp.own.loading import bytes_to_use
    from leedshelp.terminal.files import create, replace

    data, kept = text_of(file).encode(), ""
    for folder in (*reversed(path.parent.parents), path.parent):
        if not folder.exists():
            folder.mkdir(mode=0o700)
    now = path.read_bytes() if path.exists() else None
    if now not in (None, before):
        return _beside(path, data)
    try:
        if now is None:
            create(path, data)
        else:
            if keeps_old:
                old = path.with_name(f"{path.stem}-{os.urandom(4).hex()}.old")
                create(old, now)
                kept = f" What it said before is kept in {visible_path(old)}."
            replace(path, data)
        bytes_to_use(path)
    except FileExistsError:
        return _beside(path, data)
    except DataError as error:
        return f"Saved: {visible_path(path)}. But it is NOT used:\n{error}"
    return f"Saved: {visible_path(path)}.{kept} To see it: leedshelp ask --harm yes{named}"


def _beside(path: Path, data: bytes) -> str:
    """Write a file beside one that somebody else has changed, and say so."""
    from leedshelp.terminal.files import create

    ours = path.with_name(f"{path.stem}-{os.urandom(4).hex()}{path.suffix}")
    create(ours, data)
    return (
        f"Somebody else has changed {visible_path(path)} meanwhile, and it is left as it is. "
        f"What you typed is in {visible_path(ours)}. Put the two together."
    )
