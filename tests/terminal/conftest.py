"""What the tests of the terminal share."""

import pytest

from leedshelp.terminal import streams


@pytest.fixture
def no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams in memory, which have no waiting input to throw away, and are 80 columns wide."""
    monkeypatch.setattr(streams, "discard_waiting_input", lambda _stream: False)
    monkeypatch.setenv("COLUMNS", "80")
