"""Every mistake in the table of bad files is told where it is and how to put it right."""

from pathlib import Path

import pytest

from tests.conftest import EXAMPLE
from tests.loading.bad_files import Bad, table

_, ROWS = table()


# A mistake's name holds no backslash: pytest doubles one each time it collects, and mutmut does so twice.
@pytest.mark.parametrize(
    "bad", ROWS, ids=lambda bad: f"{bad.file} {bad.bad.strip()!a}".replace("\\", "/")[:60]
)
def test_a_mistake_is_told_where_and_how_to_put_it_right(tmp_path: Path, bad: Bad) -> None:
    assert bad.problems
    assert bad.problems_in(tmp_path / "data") == bad.problems


def test_every_file_has_mistakes() -> None:
    assert {row.file for row in ROWS} == {path.name for path in EXAMPLE.iterdir()}
    assert len(ROWS) >= 280
