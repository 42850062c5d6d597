"""The options that several commands share, and what Tab completes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from leedshelp import __version__
from leedshelp.cli import context
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError
from leedshelp.terminal.streams import Terminal
from leedshelp.terminal.typed import circumstances_of


def print_version(wanted: bool) -> None:
    """Show the version and end, where `--version` was given."""
    if wanted:
        Terminal.of_this_process().result(f"leedshelp {__version__}\n")
        raise typer.Exit


def completions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of contacts and services that begin so, with their names; none where the data is broken."""

    def names(directory: Directory) -> dict[str, str]:
        services = {each.id: each.name for tier in directory.tiers.values() for each in tier.services}
        return {each.id: each.name for each in directory.contacts.values()} | services

    return _begun(ctx, incomplete, names)


def circumstances(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of circumstances that begin so, with when they apply; none where the data is broken."""
    return _begun(ctx, incomplete, circumstances_of)


def _begun(
    ctx: typer.Context, incomplete: str, names: Callable[[Directory], dict[str, str]]
) -> list[tuple[str, str]]:
    try:
        known = names(context.usual_directory(ctx.params.get("data")))
    except DataError:
        return []
    return [(each, name) for each, name in known.items() if each.startswith(incomplete)]


def begun(options: Iterable[str]) -> Callable[[str], list[str]]:
    """What Tab completes, where there are few answers."""
    return lambda incomplete: [option for option in options if option.startswith(incomplete.casefold())]


def answer_option(options: Iterable[str], help_text: str) -> Any:  # Any: Typer's options have no public type
    """An option that takes an answer, in any way that `context.choice` understands."""
    return typer.Option(metavar=f"[{'|'.join(options)}]", help=help_text, autocompletion=begun(options))


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", readable=False, help="The folder of the data, or in LEEDSHELP_DATA."
    ),
]
OwnOption = Annotated[
    Path | None,
    typer.Option(
        "--own", metavar="FILE", readable=False, help="Your agency's own contacts, or LEEDSHELP_OWN."
    ),
]
PlainOption = Annotated[bool, typer.Option("--plain", help="Plain lines, as for a screen reader.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, for another program.")]
AtOption = Annotated[str | None, typer.Option(metavar="TIME", help="A Leeds date and time, in place of now.")]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Let the sheet take the place of a file that is there.")
]
VersionOption = Annotated[
    bool, typer.Option("--version", callback=print_version, is_eager=True, help="Show the version and exit.")
]
