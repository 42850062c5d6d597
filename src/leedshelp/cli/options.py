"""The options that commands share, and the completion of their values by Tab."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from leedshelp import __version__
from leedshelp.cli import context
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError
from leedshelp.terminal.streams import Terminal
from leedshelp.terminal.typed import concerns_of


def _day_of_the_data() -> str:
    """The day of the usual data, to stand after the version; nothing where that is broken."""
    from leedshelp.model.dates import date_in_words

    try:
        hours = context.usual_directory(None).hours
    except DataError:
        return ""
    return f", data of {date_in_words(str(hours.reviewed))}"


def print_version(wanted: bool) -> None:
    """Show the version and end, if `--version` was typed."""
    if wanted:
        Terminal.of_this_process().result(f"leedshelp {__version__}{_day_of_the_data()}\n")
        raise typer.Exit


def completions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of contacts and services that complete a word, with their names."""

    def names(directory: Directory) -> dict[str, str]:
        contacts = {contact.id: contact.name for contact in directory.contacts.values()}
        tiers = directory.tiers.values()
        return contacts | {service.id: service.name for tier in tiers for service in tier.services}

    return _completions(ctx, incomplete, names)


def concerns(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of concerns that complete a word, with their labels."""
    return _completions(ctx, incomplete, concerns_of)


def _completions(
    ctx: typer.Context, incomplete: str, names: Callable[[Directory], dict[str, str]]
) -> list[tuple[str, str]]:
    """The ids that complete a word, with the names that `names` gives them; none where the data is broken."""
    try:
        by_id = names(context.usual_directory(ctx.params.get("data")))
    except DataError:
        return []
    return [(record_id, name) for record_id, name in by_id.items() if record_id.startswith(incomplete)]


def begun(options: Iterable[str]) -> Callable[[str], list[str]]:
    """The completion for an option that has few values: those that begin with a word."""
    return lambda incomplete: [option for option in options if option.startswith(incomplete.casefold())]


def answer_option(options: Iterable[str], help_text: str) -> Any:  # Any: Typer's options have no public type
    """An option whose value is an answer, typed in any way that `context.choice` understands."""
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
AtOption = Annotated[str | None, typer.Option(metavar="TIME", help="A UK date and time, in place of now.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
VersionOption = Annotated[
    bool, typer.Option("--version", callback=print_version, is_eager=True, help="Show the version and exit.")
]
