"""What ends a run from outside, and leaves the person with the numbers all the same."""

import signal
from collections.abc import Callable
from types import FrameType

from leedshelp.model.errors import HungUpError


def end_as_with_ctrl_c() -> None:
    """Let SIGQUIT, SIGTERM and Ctrl-Break do what Ctrl-C does: the person leaves with the numbers."""
    for name in ("SIGQUIT", "SIGBREAK", "SIGTERM"):
        _handle(name, signal.default_int_handler)


def leave_on_hang_up() -> None:
    """Let a hang-up end the questions as the end of input does, where the system has such a signal."""
    _handle("SIGHUP", _hung_up)


def _handle(name: str, handler: Callable[[int, FrameType | None], object]) -> None:
    """Handle a signal where the system has it, and nobody has it ignored."""
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, handler)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    raise HungUpError("The terminal is gone.")
