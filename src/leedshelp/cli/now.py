"""The command `now`: the numbers to ring now, as where no command is typed."""

from leedshelp.cli import commands
from leedshelp.cli.options import DataOption, JsonOption, OwnOption, PlainOption, VersionOption


def now(
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Show the numbers to ring now, and the commands."""
    commands.now(data, own, plain=plain, json=json)
