"""The command `contacts`: the look-up."""

from typing import Annotated

import typer

from leedshelp.cli import commands
from leedshelp.cli.options import (
    DataOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    answer_option,
    completions,
)
from leedshelp.model.directory import TierId


def contacts(
    query: Annotated[
        list[str] | None,
        typer.Argument(help="A team, service, role, tier or part of a number.", autocompletion=completions),
    ] = None,
    tier: Annotated[str | None, answer_option(TierId, "Only what belongs to this tier.")] = None,
    full: Annotated[bool, typer.Option("--full", help="All that is known of each number.")] = False,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Find who can be rung, by team, service, role, tier or part of a number."""
    commands.contacts(query or [], tier, data, own, full=full, plain=plain, json=json)
