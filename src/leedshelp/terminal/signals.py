"""What ends a run from outside, and leaves the person with the numbers all the same."""

import signal
from types import FrameType

from leedshelp.model.errors import HungUpError


def end_as_with_ctrl_c() -> None:
    """Let SIGQUIT, SIGTERM and Ctrl-Break do what Ctrl-C does: the person leaves with the numbers."""
    for name in ("SIGQUIT", "SIGBREAK", "SIGTERM"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def leave_on_hang_up() -> None:
    """Let a hang-up end the questions as the end of input does, where the system has such a signal."""
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up and signal.getsignal(hang_up) is signal.SIG_DFL:
        signal.signal(hang_up, _hung_up)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    raise HungUpError("The terminal is gone.")
