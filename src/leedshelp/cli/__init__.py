"""The front door: the plain cases at once, everything else through Typer; and the exit codes."""

# Imports inside functions are for start-up: most runs need none of them.
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.cli import commands, context
from leedshelp.model.directory import TierId
from leedshelp.model.errors import (
    LAST_RESORT_LINES,
    DataError,
    EndedError,
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

if TYPE_CHECKING:
    import typer

# The exit codes; 3, for "nothing found", is a command's own.
_FAILED = 1
_MISUSED = 2
_STOPPED = 130
_EXIT_CODES = {ReaderGoneError: 0, LeftError: 0, NobodyToAskError: 4, HungUpError: 4, StoppedError: _STOPPED}

# The characters of a message that repeats what somebody typed: more than anybody types, and a few lines at
# most.
_LONGEST = 500


def main() -> int:
    """Run the command line. The result is its exit code; no error ends in a traceback."""
    terminal = Terminal.of_this_process()
    code = 0
    try:
        code = _run(sys.argv[1:])
    except SystemExit as end:  # Typer ends so after it has completed a word for the shell
        code = int(end.code or 0)
    except EndedError as ended:
        code = ended.code
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


def _run(words: list[str]) -> int:
    """Run a command line; the result is its exit code. Raises whatever the command does."""
    if plainly := _plain_case(words):
        try:
            plainly()
        except KeyboardInterrupt:  # as Typer does
            return _STOPPED
        return 0
    from leedshelp.cli.app import app

    return app(prog_name="leedshelp", standalone_mode=False) or 0


def _plain_case(words: list[str]) -> Callable[[], None] | None:
    """What a command line without any option does, which needs no parser, or `None`."""
    if context.is_completing() or any(word.startswith("-") for word in words):
        return None
    match words:
        case [] | ["now"]:
            return commands.now
        case ["ask"]:
            return commands.ask
        case ["contacts", *query] if commands.is_query(query):
            return partial(commands.contacts, query)
        case ["tiers"]:
            return commands.tiers
        case ["tiers", tier] if tier in set(TierId):
            return partial(commands.tiers, tier)
    return None


def _explain(terminal: Terminal, error: LeedshelpError) -> None:
    """Say what went wrong and whom to ring, unless that is on the screen already."""
    match error:
        case ReaderGoneError() | LeftError() | StoppedError():
            return
        case DataError():
            until_then = "The data cannot be used until that is put right. Until then:"
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
    """The numbers to ring now, one on a line; those of the last resort where the data cannot be used.

    What went wrong may be the command line, so that nothing else has looked for `--data` in it.
    """
    from leedshelp.faces import plain

    words = [part for word in sys.argv for part in word.split("=", 1)]
    data = next((after for word, after in pairwise(words) if word == "--data"), None)
    try:
        numbers = context.numbers_now(context.directory(Path(data) if data else None, None, terminal))
    except LeedshelpError:
        return LAST_RESORT_LINES
    return plain.lines(numbers, terminal.notice_width())
