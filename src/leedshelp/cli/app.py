"""The Typer application: every command with its options, and what is shown where none was typed."""

import typer

from leedshelp.cli import commands
from leedshelp.cli import help as help_of
from leedshelp.cli.ask import ask
from leedshelp.cli.check import check
from leedshelp.cli.contacts import contacts
from leedshelp.cli.guide import guide
from leedshelp.cli.make import make
from leedshelp.cli.now import now
from leedshelp.cli.options import VersionOption
from leedshelp.cli.setup import setup
from leedshelp.cli.tiers import tiers

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(help=help_of.NOW, short_help="See the numbers to ring now.")(now)
app.command(help=help_of.ASK, short_help="Answer up to three questions, and see who to ring.")(ask)
app.command(help=help_of.CONTACTS, short_help="Find a team, a service or a number.")(contacts)
app.command(help=help_of.TIERS, short_help="Show the three tiers of service.")(tiers)
app.add_typer(
    make, name="make", help=help_of.MAKE, short_help="Make a sheet, a poster, a page, or the data of a place."
)
app.command(help=help_of.SETUP, short_help="Put your agency's own people in, by questions.")(setup)
app.command(help=help_of.GUIDE, short_help="Read short pages on how to go about it.")(guide)
app.command(help=help_of.CHECK, short_help="Check the data, and how old each number is.")(check)


@app.callback(invoke_without_command=True, help=help_of.LEEDSHELP)
def front_door(ctx: typer.Context, version: VersionOption = False) -> None:
    """Show the numbers to ring now and the commands, where no command was typed."""
    if not ctx.invoked_subcommand:
        commands.now()
