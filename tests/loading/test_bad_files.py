"""Every mistake in the table of bad files is told where it is and how to put it right."""

from pathlib import Path

import pytest

from tests.loading.bad_files import Bad, table

_, ROWS = table()


# A mistake's name holds no backslash: pytest doubles one each time it collects, and mutmut does so twice.
@pytest.mark.parametrize(
    "bad", ROWS, ids=lambda bad: f"{bad.file} {bad.bad.strip()!a}".replace("\\", "/")[:60]
)
def test_a_mistake_is_told_where_and_how_to_put_it_right(tmp_path: Path, bad: Bad) -> None:
    """Exactly these problems, in the order of the file."""
    assert bad.problems
    assert bad.told(tmp_path / "data") == bad.problems


def test_every_file_has_mistakes() -> None:
    """The table is whole."""
    counts = {file: sum(row.file == file for row in ROWS) for file in {row.file for row in ROWS}}
    assert counts.keys() == {
        "contacts.yaml",
        "services.yaml",
        "questions.yaml",
        "advice.yaml",
        "circumstances.yaml",
        "own.yaml",
        "guide.yaml",
    }
    assert sum(counts.values()) >= 190
