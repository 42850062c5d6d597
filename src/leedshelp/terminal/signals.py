"""The signals that end a run from outside; the person still leaves with the numbers."""

import signal
from collections.abc import Callable
from types import FrameType

from leedshelp.model.errors import HungUpError


def end_as_with_ctrl_c() -> None:
    """Let SIGQUIT, SIGTERM and Ctrl-Break do what Ctrl-C does."""
    for name in ("SIGQUIT", "SIGBREAK", "SIGTERM"):
        _handle(name, signal.default_int_handler)


def leave_on_hang_up() -> None:
    """Let SIGHUP end the questions as the end of input does, by an error."""
    _handle("SIGHUP", _hung_up)


def _handle(name: str, handler: Callable[[int, FrameType | None], object]) -> None:
    """Handle a signal, unless the system has none of that name, or whoever started the run had it ignored."""
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, handler)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    """Handle SIGHUP."""
    raise HungUpError("The terminal is gone.")
