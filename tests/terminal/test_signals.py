"""Signals: what ends a run from outside; one that is ignored stays ignored."""

import signal
from collections.abc import Iterator

import pytest

from leedshelp.terminal.signals import end_as_with_ctrl_c, leave_on_hang_up
from leedshelp.terminal.streams import Terminal
from tests.conftest import Stream
from tests.posix import posix_only

pytestmark = posix_only
NAMES = ("SIGHUP", "SIGQUIT", "SIGTERM")


@pytest.fixture(autouse=True)
def _signals_as_at_the_start() -> Iterator[None]:
    """Signals that nobody has taken, and that are put back."""
    before = {name: signal.signal(getattr(signal, name), signal.SIG_DFL) for name in NAMES}
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


def test_a_hang_up_ends_the_input_as_the_end_of_a_file_does(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_longest: int) -> str:
        signal.raise_signal(signal.SIGHUP)
        return "yes\n"

    stdin = Stream()
    monkeypatch.setattr(stdin, "readline", gone)
    leave_on_hang_up()
    assert Terminal(stdin, None, None).ask("> ") is None


@pytest.mark.parametrize("has_signal", [True, False])
def test_a_person_who_comes_back_sees_the_prompt_again(
    monkeypatch: pytest.MonkeyPatch, has_signal: bool
) -> None:
    def away(_longest: int) -> str:
        if has_signal:
            signal.raise_signal(signal.SIGCONT)
        return "yes\n"

    stdin, stderr = Stream(), Stream()
    monkeypatch.setattr(stdin, "readline", away)
    if not has_signal:
        monkeypatch.delattr(signal, "SIGCONT")
    assert Terminal(stdin, None, stderr).ask("Which? > ") == "yes\n"
    assert stderr.written() == "Which? > " * (2 if has_signal else 1)


def test_a_request_to_end_is_a_ctrl_c() -> None:
    end_as_with_ctrl_c()
    for name in ("SIGQUIT", "SIGTERM"):
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(getattr(signal, name))


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    for name in NAMES:
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    end_as_with_ctrl_c()
    leave_on_hang_up()
    assert {signal.getsignal(getattr(signal, name)) for name in NAMES} == {signal.SIG_IGN}


def test_a_system_without_such_signals_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patcher:
        for name in NAMES:
            patcher.delattr(signal, name)
        end_as_with_ctrl_c()
        leave_on_hang_up()
