"""The signals that end a run from outside; the person still leaves with the numbers."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from leedshelp.model.errors import HungUpError


def end_as_with_ctrl_c() -> None:
    """Let SIGQUIT, SIGTERM and Ctrl-Break do what Ctrl-C does."""
    for name in ("SIGQUIT", "SIGBREAK", "SIGTERM"):
        _handle(name, signal.default_int_handler)


def leave_on_hang_up() -> None:
    """Let SIGHUP end the questions as the end of input does, by an error."""
    _handle("SIGHUP", _hung_up)


@contextmanager
def shown_again(show: Callable[[], None]) -> Iterator[None]:
    """While a line is awaited, show its prompt again where a person comes back after Ctrl-Z."""
    number = getattr(signal, "SIGCONT", None)
    if number is None:
        yield
        return
    before = signal.signal(number, lambda _number, _frame: show())
    try:
        yield
    finally:
        signal.signal(number, before)


def _handle(name: str, handler: Callable[[int, FrameType | None], object]) -> None:
    """Handle a signal, unless the system has none of that name, or whoever started the run had it ignored."""
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, handler)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    """Handle SIGHUP."""
    raise HungUpError("The terminal is gone.")
