"""The command `tiers`: the reference table."""

from typing import Annotated

import typer

from leedshelp.cli import commands
from leedshelp.cli.options import (
    DataOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    begun,
)
from leedshelp.model.directory import TierId


def tiers(
    tier: Annotated[
        str | None,
        typer.Argument(metavar=f"[{'|'.join(TierId)}]", help="Only this tier.", autocompletion=begun(TierId)),
    ] = None,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Show the tiers: examples of services, who to talk to, who helps to start the conversation."""
    commands.tiers(tier, data, own, plain=plain, json=json)
