"""The command `tiers`: the reference table."""

# Imports inside functions are for start-up: other commands do not need them.
from typing import Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import (
    DataOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    begun,
)
from leedshelp.model.directory import TierId
from leedshelp.terminal.typed import tiers_of


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
    from leedshelp.triage.table import table

    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    directory = context.directory(data, own, terminal)
    tier = tier and context.choice(tier, tiers_of(directory), "TIER")
    terminal.result(face.tiers(table(directory, context.moment(None), tier), width))
