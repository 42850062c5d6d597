"""What the commands share: the terminal, the data, the moment, a face, and the choice of an option."""

# Imports inside functions are for start-up: `--help` and `--version` do not need them.
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.model.directory import Directory
from leedshelp.model.errors import HOW_TO_READ, DataError, EndedError
from leedshelp.terminal.places import place, visible_path
from leedshelp.terminal.streams import Terminal, visible

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.faces import Face

NOTHING_FOUND = 3  # the exit code

_MANY = 8  # the options from which a message does not list them all

_NOT_USED = f"WARNING: your agency's own contacts are NOT used. Something is wrong with them. {HOW_TO_READ}"
_LEFT_OUT = f"WARNING: some of your agency's own contacts are NOT used. {HOW_TO_READ}"
_REST_IS_USED = "Put it right as it says there, or with leedshelp setup. The others are used."
_MEANWHILE = "Put it right as it says there. Until then, only what leedshelp came with is shown."


def misused(what: str, hint: str) -> Exception:
    """Typer's error for a wrong value of a parameter, `hint`; the caller raises it."""
    from typer import BadParameter

    return BadParameter(what, param_hint=hint)


def is_completing() -> bool:
    """Whether a shell asks what could be typed."""
    return "_LEEDSHELP_COMPLETE" in os.environ


def terminal(*, plain: bool, json: bool, reads: bool = True, talks: bool = False) -> Terminal:
    """The terminal of a command. Raises `typer.BadParameter` where both `plain` and `json` are wanted."""
    if plain and json:
        raise misused("choose one of them.", "--plain and --json")
    return Terminal.of_this_process(reads=reads, plain=plain, talks=talks, ascii_only=json)


def data_folder(data: Path | None) -> "Traversable":
    """The folder of the data: from the option, from the environment, or the bundled one."""
    from leedshelp.bundled import bundled_data

    path = data or os.environ.get("LEEDSHELP_DATA")
    return place(path) if path else bundled_data()


def own_file(own: Path | None) -> Path | None:
    """The file of the agency's own contacts: from the option, from the environment, or the usual one.

    It is `None` where the usual one is not there.
    """
    if named := named_own_file(own):
        return named
    usual = usual_own_file()
    return usual if usual and os.path.lexists(usual) else None


def options_of(**files: Path | None) -> str:
    """The end of a command line that names the same files, such as " --data our-data"."""
    if not any(files.values()):
        return ""
    import shlex

    return "".join(f" --{name} {shlex.quote(str(path))}" for name, path in files.items() if path)


def named_own_file(own: Path | None) -> Path | None:
    """The same without the usual one."""
    path = own or os.environ.get("LEEDSHELP_OWN")
    return place(path) if path else None


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
    folder = place(_settings())
    return folder / "own-contacts.yaml" if folder.is_absolute() else None


def _settings() -> Path:
    """The folder for the settings of leedshelp on this system, as `typer.get_app_dir` has it.

    Typer is not asked, as it takes longer to import than a look-up takes without it.
    """
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - for somebody without a home it stays "~"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", home)) / "leedshelp"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "leedshelp"
    return Path(os.environ.get("XDG_CONFIG_HOME", home / ".config")) / "leedshelp"


def directory(data: Path | None, own: Path | None, terminal: Terminal) -> Directory:
    """The directory with the agency's own contacts, or a warning where those are not in order.

    Raises `DataError` where the data is broken, or is not the bundled data and breaks a rule of safety.
    """
    usual = usual_directory(data, terminal)
    path = own_file(own)
    if path:
        from leedshelp.own.loading import usable

        try:
            directory, problems = usable(usual, path, moment(None).date())
        except DataError as error:
            terminal.notice(f"{_NOT_USED}\n{error}\n{_MEANWHILE}\n\n")
        else:
            if problems:
                lines = "\n".join(map(str, problems))
                terminal.notice(f"{_LEFT_OUT}\n{lines}\n{_REST_IS_USED}\n\n")
            return directory
    return usual


def warn_of_open_data(terminal: Terminal, folder: "Traversable") -> None:
    """Warn where anybody on the machine can change the data in a folder."""
    from leedshelp.bundled import bundled_data

    if folder == bundled_data() or not isinstance(folder, Path):
        return
    from leedshelp.loading.trust import open_to_anybody

    if path := open_to_anybody(*(file for file in folder.glob("*.yaml") if file.exists())):
        terminal.notice(
            f"WARNING: anybody on this machine can change the numbers in {visible_path(folder)}. "
            f"Stop that first: chmod o-w {str(path)!r}\n\n"
        )


def usual_directory(data: Path | None, terminal: Terminal | None = None) -> Directory:
    """The directory without an agency's own contacts, with warnings on a terminal about data to mistrust.

    Raises as `directory` does.
    """
    from leedshelp.bundled import bundled_data, directory

    folder = data_folder(data)
    usual = directory(folder)
    if folder != bundled_data():  # the tests have proved that one
        from leedshelp.safety.prover import refuse_unsafe

        refuse_unsafe(usual)
        if terminal:
            warn_of_open_data(terminal, folder)
            _warn_of_made_up_numbers(terminal, usual)
    return usual


def _warn_of_made_up_numbers(terminal: Terminal, directory: Directory) -> None:
    """Warn where the data of a place has numbers of its start still."""
    from leedshelp.model.phone import is_made_up

    numbers = (number.text for contact in directory.contacts.values() for number in contact.numbers)
    if made_up := [number for number in numbers if is_made_up(number)]:
        those = f"{', '.join(made_up[:_MANY])}{', ...' if made_up[_MANY:] else ''}"
        terminal.notice(f"WARNING: made-up numbers are in this data, which nobody answers: {those}\n\n")


def moment(at: str | None) -> datetime:
    """The London time to advise for: the one that a person typed as `at`, or now."""
    from leedshelp.triage.hours import london

    now = london(datetime.now(UTC))
    if at is None:
        return now
    from leedshelp.terminal import typed

    moment = typed.moment(at, now.date())
    if moment is None:
        remedy = "write a time, like 22:00, or a date and a time, like 25/12/2026 22:00 or 2026-12-25T22:00"
        raise misused(f'"{visible(at)}" is not a moment; {remedy}.', "--at")
    return moment


def choice(
    text: str, options: Mapping[str, str], hint: str, also: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    """The option that a person types on a command line, in any way that the dialogue understands.

    `options` are the labels of the options, and `also` has other words for them; `hint` is the parameter of
    the command. Raises `typer.BadParameter`.
    """
    from leedshelp.terminal import typed

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
    raise misused(f'"{visible(text)}" {what}', hint)


def tier(text: str, directory: Directory, hint: str) -> str:
    """The id of the tier that a person types. Raises `typer.BadParameter`."""
    return choice(text, {tier.id: tier.name for tier in directory.tiers.values()}, hint)


def numbers_now(directory: Directory) -> list[str]:
    """The numbers to ring now, whatever the question, one on a line."""
    from leedshelp.faces import plain
    from leedshelp.triage.notice import notice

    return plain.notice(notice(directory, moment(None)))


def without_result(terminal: Terminal, directory: Directory, why: str, code: int) -> EndedError:
    """Say why there is no result, and the numbers to ring all the same. The caller raises the exit."""
    from leedshelp.faces import plain

    terminal.notice(plain.lines([why, "", *numbers_now(directory)], terminal.notice_width()))
    return EndedError(code)


def face_for(terminal: Terminal, *, json: bool) -> "tuple[Face, int | None]":
    """The face for a terminal as wide as it is now, or the JSON face, and the width in columns."""
    from leedshelp.faces import chosen

    table_width = terminal.table_width()
    return chosen(json=json, tables=table_width is not None), table_width or terminal.result_width()
