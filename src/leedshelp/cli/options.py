"""The options that several commands share, and what Tab completes."""

from pathlib import Path
from typing import Annotated

import typer

from leedshelp import __version__
from leedshelp.cli import opening
from leedshelp.errors import DataError
from leedshelp.terminal import Terminal


def print_version(wanted: bool) -> None:
    """Show the version and end, where `--version` was given."""
    if wanted:
        Terminal.of_this_process().result(f"leedshelp {__version__}\n")
        raise typer.Exit


def completions(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of contacts and services that begin so, with their names; none where the data is broken."""
    try:
        directory = opening.usual_directory(context, context.params.get("data"))
    except DataError:
        return []
    names = {contact.id: contact.name for contact in directory.contacts.values()}
    names |= {each.id: each.name for tier in directory.tiers.values() for each in tier.services}
    return [(each, name) for each, name in names.items() if each.startswith(incomplete)]


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
VersionOption = Annotated[
    bool, typer.Option("--version", callback=print_version, is_eager=True, help="Show the version and exit.")
]
