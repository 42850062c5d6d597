"""Loading the guide: its pages whole."""

import shutil
from pathlib import Path

import pytest

from leedshelp.guide.loading import load_guide
from leedshelp.guide.pages import Page, Part, Section
from leedshelp.loading import bundled_data, load
from leedshelp.model.directory import Directory
from leedshelp.model.words import Topic
from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "example"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example, to change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def test_the_example_is_read_whole() -> None:
    """Its title, and each heading, paragraph and item with its documents."""
    example = load(EXAMPLE)
    old, new = example.documents["old"], example.documents["new"]
    sections = (
        Section(
            "What to do",
            (
                Part(False, "Ask the family first.", (old,)),
                Part(True, "Ask again.", (new, old)),
                Part(True, "Go on asking.", (new,)),
            ),
        ),
        Section("Why", (Part(False, "It is their choice.", (old,)),)),
    )
    (page,) = load_guide(EXAMPLE, example)
    assert page == Page(Topic.CONSENT, "Asking first", "When to ask.", sections)
    assert page.documents == (old, new)
    assert [len(block) for section in page.sections for block in section.blocks] == [1, 2, 1]


def test_the_guide_of_leeds_has_a_page_for_every_topic(leeds: Directory) -> None:
    """In the order of the topics."""
    assert [page.id for page in load_guide(bundled_data(), leeds)] == list(Topic)


def test_data_may_have_no_guide(folder: Path) -> None:
    """And then it has no page, not those of another place."""
    (folder / "guide.yaml").unlink()
    assert load_guide(folder, load(folder)) == ()
