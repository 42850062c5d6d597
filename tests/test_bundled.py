"""The data that leedshelp came with: compiled where a wheel has that, and else read."""

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import leedshelp
from leedshelp import bundled
from leedshelp.bundled import bundled_data
from leedshelp.loading import FILES
from tests.conftest import EXAMPLE

PAGES: Any = object()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module as the build of a wheel writes it, of the files as they are; what it holds tells it apart."""
    made = ModuleType("leedshelp._compiled")
    files = {file: (bundled_data() / file).read_bytes() for file in FILES}
    made.__dict__.update(FILES=files, DIRECTORY="a directory", pages=lambda: PAGES)
    monkeypatch.setitem(sys.modules, made.__name__, made)
    monkeypatch.setattr(leedshelp, "_compiled", made, raising=False)
    bundled._unchanged.cache_clear()
    yield made
    bundled._unchanged.cache_clear()


def test_what_is_compiled_is_used(compiled: ModuleType) -> None:
    directory = bundled.directory(bundled_data())
    assert directory is compiled.DIRECTORY
    assert bundled.guide(bundled_data(), directory) is PAGES


def test_another_folder_is_read(compiled: ModuleType) -> None:
    assert bundled.directory(EXAMPLE) is not compiled.DIRECTORY
    assert bundled.guide(EXAMPLE, bundled.directory(EXAMPLE)) is not PAGES


@pytest.mark.parametrize("files", [{"advice.yaml": b"other bytes"}, {"no-such-file.yaml": b""}])
def test_where_a_file_was_changed_or_taken_away_they_are_read(
    compiled: ModuleType, files: dict[str, bytes]
) -> None:
    compiled.__dict__["FILES"] |= files
    assert bundled.directory(bundled_data()) is not compiled.DIRECTORY


def test_a_checkout_has_nothing_compiled() -> None:
    assert not hasattr(leedshelp, "_compiled")
    assert bundled.directory(EXAMPLE) == bundled.directory(EXAMPLE)
