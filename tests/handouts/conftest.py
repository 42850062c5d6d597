"""What the tests of handouts share: one browser for those of a file."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.handouts.browser import browser


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    """The browser."""
    with browser() as opened:
        yield opened
