"""The front door: the commands, and the exit codes."""

# Imports inside functions are for start-up: `--help` and `--version` do not need them.
import typer

from leedshelp.cli import context
from leedshelp.cli import help as help_of
from leedshelp.cli.ask import ask
from leedshelp.cli.check import check
from leedshelp.cli.contacts import contacts
from leedshelp.cli.guide import guide
from leedshelp.cli.options import VersionOption
from leedshelp.cli.sheet import sheet
from leedshelp.cli.tiers import tiers
from leedshelp.model.errors import (
    LAST_RESORT_LINES,
    DataError,
    HungUpError,
    LeedshelpError,
    LeftError,
    NobodyToAskError,
    OutputError,
    ReaderGoneError,
    StoppedError,
    harmless,
)
from leedshelp.terminal.streams import Terminal, is_on, visible

# The exit codes; 3, for "nothing found", is a command's own.
_FAILED = 1
_MISUSED = 2
_STOPPED = 130
_EXIT_CODES = {ReaderGoneError: 0, LeftError: 0, NobodyToAskError: 4, HungUpError: 4, StoppedError: _STOPPED}

# The characters of a message that repeats what somebody typed: more than anybody types, and a few lines at
# most.
_LONGEST = 500

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(help=help_of.ASK, short_help="Answer up to three questions, and see who to ring.")(ask)
app.command(help=help_of.CONTACTS, short_help="Find a team, a service or a number.")(contacts)
app.command(help=help_of.TIERS, short_help="Show the three tiers of service.")(tiers)
app.command(help=help_of.SHEET, short_help="Write a blank call sheet.")(sheet)
app.command(help=help_of.GUIDE, short_help="Read short pages on how to go about it.")(guide)
app.command(help=help_of.CHECK, short_help="Check the data, and how old each number is.")(check)

# The lines about the commands, where none was typed.
_COMMANDS = (
    "leedshelp ask: answer up to three questions, and see who to ring",
    "leedshelp contacts: find a team, a service or a number",
    "leedshelp tiers: the three tiers of service",
    "leedshelp --help: everything else (leedshelp is not an official service)",
)


@app.callback(invoke_without_command=True, help=help_of.LEEDSHELP)
def front_door(ctx: typer.Context, version: VersionOption = False) -> None:
    """Show the numbers to ring now and the commands, where no command was typed."""
    if ctx.invoked_subcommand:
        return
    from leedshelp.faces import plain

    terminal = Terminal.of_this_process()
    numbers = context.numbers_now(context.directory(None, None, terminal))
    terminal.result(plain.lines([*numbers, "", *_COMMANDS], terminal.result_width()))


def main() -> int:
    """Run the command line. The result is its exit code; no error ends in a traceback."""
    terminal = Terminal.of_this_process()
    code = 0
    try:
        code = app(prog_name="leedshelp", standalone_mode=False) or 0
    except SystemExit as end:  # Typer ends so after it has completed a word for the shell
        code = int(end.code or 0)
    except LeedshelpError as error:
        code = _EXIT_CODES.get(type(error), _FAILED)
        _explain(terminal, error)
    except OSError as error:
        code = _FAILED
        _explain(terminal, _not_written(error))
    except Exception as fault:
        if hasattr(fault, "format_message"):  # Typer's own errors have no public class in common before 0.28
            code = _MISUSED
            _explain_misuse(terminal, fault)
        else:
            code = _FAILED
            _explain_fault(terminal, fault)
    else:
        if code == _STOPPED:
            terminal.notice(LAST_RESORT_LINES)
        elif not code and not terminal.has_output:
            code = _FAILED
            _explain(terminal, OutputError.nowhere())
    return code


def _explain(terminal: Terminal, error: LeedshelpError) -> None:
    """Say what went wrong and whom to ring, unless that is on the screen already."""
    match error:
        case ReaderGoneError() | LeftError() | StoppedError():
            return
        case DataError():
            until_then = "The data cannot be used until that is put right. Until then, in Leeds:"
            terminal.notice(f"{error}\n\n{until_then}\n{LAST_RESORT_LINES}")
        case NobodyToAskError() | HungUpError():
            terminal.notice(f"{error}\n")
        case _:
            terminal.notice(f"{error}\n\n{_numbers(terminal)}")


def _not_written(error: OSError) -> OutputError:
    """The error for a result, or for the file of a shell's completion, that cannot be written."""
    if not error.filename:
        return OutputError.because(error)
    file = visible(str(error.filename), _LONGEST)
    remedy = "Run leedshelp --show-completion, and put what it shows where your shell reads it as it starts"
    return OutputError(
        f"Completion is not switched on: {file} cannot be written ({error.strerror}). {remedy}."
    )


def _explain_fault(terminal: Terminal, fault: Exception) -> None:
    """Say that leedshelp has a fault and whom to ring, with a traceback if `LEEDSHELP_TRACEBACK` is on."""
    terminal.notice(f"leedshelp has a fault and cannot go on ({fault!r}).\n{LAST_RESORT_LINES}")
    if is_on("LEEDSHELP_TRACEBACK"):
        from traceback import format_exc

        terminal.notice("\n" + "".join(f"{harmless(line)}\n" for line in format_exc().splitlines()))


def _explain_misuse(terminal: Terminal, error: Exception) -> None:
    """Say what is wrong with a command line, in Typer's words, and whom to ring."""
    ctx: typer.Context | None = getattr(error, "ctx", None)
    usage = [ctx.get_usage(), f"Try '{ctx.command_path} --help' for help.", ""] if ctx else []
    message = f"Error: {error.format_message()}"  # type: ignore[attr-defined] # see main
    lines = [*map(harmless, usage), *(visible(line, _LONGEST) for line in message.splitlines())]
    terminal.notice("\n".join([*lines, "", _numbers(terminal)]))


def _numbers(terminal: Terminal) -> str:
    """The numbers to ring now, one on a line; those of the last resort where the data cannot be used."""
    from leedshelp.faces import plain

    try:
        numbers = context.numbers_now(context.directory(None, None, terminal))
    except LeedshelpError:
        return LAST_RESORT_LINES
    return plain.lines(numbers, terminal.notice_width())
