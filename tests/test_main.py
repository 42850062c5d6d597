"""`leedshelp` and `python -m leedshelp`: the process from its start to its exit code."""

import gc
import os
import runpy
import sys
from collections.abc import Iterator

import pytest

from leedshelp import __main__, cli


class Ended(BaseException):
    """The process would have ended here."""


@pytest.fixture(autouse=True)
def _process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that ends by `Ended`, and a garbage collector left as it was."""

    def end(code: int) -> None:
        raise Ended(code)

    monkeypatch.setattr(os, "_exit", end)
    yield
    gc.enable()


@pytest.mark.parametrize("code", [0, 3])
def test_the_process_ends_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """As `leedshelp` and as `python -m leedshelp`."""
    monkeypatch.setattr(cli, "main", lambda: code)
    with pytest.raises(Ended, match=str(code)):
        __main__.run()
    monkeypatch.delitem(sys.modules, "leedshelp.__main__")
    with pytest.raises(Ended, match=str(code)):
        runpy.run_module("leedshelp", run_name="__main__")


def test_ctrl_c_before_anything_is_on_the_screen_gives_the_last_resort(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit 130, without a traceback, and with the numbers."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    with pytest.raises(Ended, match="130"):
        __main__.run()
    assert capfd.readouterr().err.startswith("999: Emergency services\n")
