"""The front door: the commands, and the exit codes."""

import typer

from leedshelp.cli import opening
from leedshelp.cli.checking import check
from leedshelp.cli.commands import ask, contacts, tiers
from leedshelp.cli.guiding import guide
from leedshelp.cli.options import VersionOption
from leedshelp.cli.sheets import sheet
from leedshelp.errors import (
    LAST_RESORT_LINES,
    DataError,
    HungUpError,
    LeedshelpError,
    LeftError,
    NobodyToAskError,
    OutputError,
    ReaderGoneError,
    StoppedError,
)
from leedshelp.terminal import Terminal

_STOPPED = 130
_EXIT_CODES = {ReaderGoneError: 0, LeftError: 0, NobodyToAskError: 4, HungUpError: 4, StoppedError: _STOPPED}
_FAILED = 1

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(short_help="Answer up to three questions, and see who to ring.")(ask)
app.command(short_help="Find a team, a service or a number.")(contacts)
app.command(short_help="Show the three tiers of service.")(tiers)
app.command(short_help="Write a blank call sheet.")(sheet)
app.command(short_help="Read short pages on how to go about it.")(guide)
app.command(short_help="Check the data, and how old each number is.")(check)

_COMMANDS = (
    "leedshelp ask: answer up to three questions, and see who to ring",
    "leedshelp contacts: find a team, a service or a number",
    "leedshelp tiers: the three tiers of service",
    "leedshelp --help: everything else (leedshelp is not an official service)",
)


@app.callback(invoke_without_command=True)
def front_door(context: typer.Context, version: VersionOption = False) -> None:
    """Worried about a child in Leeds? See who to talk to next, and the number to ring.

    \b
    Examples:
      leedshelp ask                who to ring, after up to three questions
      leedshelp contacts speech    who to ring about speech and language
      leedshelp tiers              the three tiers of service

    leedshelp is not an official service. It keeps nothing: the record belongs in your own agency's
    system.
    """
    if context.invoked_subcommand:
        return
    from leedshelp.faces import plain

    terminal = Terminal.of_this_process()
    numbers = opening.numbers_now(opening.directory(None, None, terminal))
    terminal.result(plain.lines([*numbers, "", *_COMMANDS], terminal.result_width()))


def main() -> int:
    """Run the command line and return its exit code; nothing that goes wrong ends in a traceback."""
    terminal = Terminal.of_this_process()
    code = 0
    try:
        app(prog_name="leedshelp")
    except SystemExit as end:
        code = int(end.code or 0)
        if code == _STOPPED:
            terminal.notice(LAST_RESORT_LINES)
        elif not code and not terminal.has_output:
            code = _FAILED
            terminal.notice(f"{OutputError.nowhere()}\n")
    except LeedshelpError as error:
        code = _EXIT_CODES.get(type(error), _FAILED)
        if code not in (0, _STOPPED):
            terminal.notice(f"{error}\n")
        if isinstance(error, DataError):
            until_then = "The data cannot be used until that is put right. Until then, in Leeds:"
            terminal.notice(f"\n{until_then}\n{LAST_RESORT_LINES}")
    except OSError as error:
        code = _FAILED
        terminal.notice(f"{OutputError.because(error)}\n")
    except Exception as fault:
        code = _FAILED
        terminal.notice(f"leedshelp has a fault and cannot go on ({fault!r}).\n{LAST_RESORT_LINES}")
    return code
