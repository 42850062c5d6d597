"""The words of the call sheet: read as they are written, or every fault with its place."""

import re
import shutil
from pathlib import Path

import pytest

from leedshelp.handouts.loading import load_sheet
from leedshelp.loading import load
from leedshelp.loading.nodes import MAX_PROBLEMS
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError
from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "example"


WEAK = "leaves out what it is for; write:"


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ("after {day}.", "now.", f'5:10: labels.until: "Do not use this now." {WEAK} {{day}}'),
        (
            "after {day}.",
            "{date}",
            '5:10: labels.until: "Do not use this {date}" cannot be filled in; use {day}',
        ),
        ("By {due}, if you ring on", "By", f'24:14: labels.reply-due: "By {{rung}}." {WEAK} {{due}}'),
        ("Call sheet", "All is well", '2:10: labels.title: "All is well" gives false comfort (All is well)'),
        ("Contact or", "NFA or", '33:11: ask[0].asks: "NFA or referral?" gives false comfort (NFA)'),
        (
            "Talk first.",
            "Do nothing.",
            '40:18: disagree.says: "Do nothing." gives false comfort',
        ),
        ("  record: The record\n", "", "2:3: labels.record: is missing; add it as text"),
        (
            "child, sources: [new]",
            "child, sources: [knew]",
            '30:33: ready[0].sources[0]: "knew" is not a',
        ),
        ("labels:", "Labels:", "1:1: labels: is missing; add it as `name: value` lines"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, good: str, bad: str, problem: str) -> None:
    """And what to do about it."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "data"))
    text = (folder / "sheet.yaml").read_text(encoding="utf-8")
    assert good in text
    (folder / "sheet.yaml").write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_sheet(folder, load(folder))
    assert f"sheet.yaml:{problem}" in str(caught.value)


def test_a_folder_without_the_file_is_told(tmp_path: Path, leeds: Directory) -> None:
    """With the files it should hold."""
    with pytest.raises(DataError, match=re.escape("advice.yaml, sheet.yaml")):
        load_sheet(tmp_path, leeds)


def test_no_more_problems_of_a_sheet_are_told_than_anybody_reads(tmp_path: Path) -> None:
    """A hundred of them."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "data"))
    with (folder / "sheet.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"field-{number}: No\n" for number in range(MAX_PROBLEMS + 1))
    with pytest.raises(DataError) as caught:
        load_sheet(folder, load(folder))
    assert len(caught.value.problems) == MAX_PROBLEMS
