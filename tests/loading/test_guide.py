"""Loading the guide: its pages whole, and every problem at its place and with its remedy."""

import re
import shutil
from pathlib import Path

import pytest

from leedshelp.directory import Directory
from leedshelp.errors import DataError
from leedshelp.guide import Page, Part, Section
from leedshelp.loading import bundled_data, load
from leedshelp.loading.guide import load_guide
from leedshelp.wording import Topic
from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "example"
COMFORT = "; say what to do"
NUMBER = "holds a telephone number; name the team, and keep its number in contacts.yaml"

# What stands in the guide of the example, what is written in its place, and every problem that is then told.
BAD = [
    ("  consent:", "  consnt:", ['5:3: pages.consnt: "consnt" is not a field here; did you mean `consent`?']),
    ("    title: Asking first\n", "", ["6:5: pages.consent.title: is missing; add it as text"]),
    (
        "about: When to ask.",
        "about: Ring 0113 496 0001.",
        [
            '7:12: pages.consent.about: "Ring 0113 496 0001." holds a telephone number; '
            "write it under `number`"
        ],
    ),
    (
        "Ask again.",
        "Ask again, or ring 999.",
        [f'13:19: pages.consent.sections[0].parts[1].item: "Ask again, or ring 999." {NUMBER}'],
    ),
    ("heading: Why", "heading: Ring 999", [f'17:18: pages.consent.sections[1].heading: "Ring 999" {NUMBER}']),
    (
        "Ask again.",
        "Ask again, or wait until Monday.",
        [
            '13:19: pages.consent.sections[0].parts[1].item: "Ask again, or wait until Monday." gives false '
            f"comfort (wait until){COMFORT}"
        ],
    ),
    (
        "heading: What to do",
        "heading: Nothing to do",
        [
            '9:18: pages.consent.sections[0].heading: "Nothing to do" gives false comfort (Nothing to)'
            f"{COMFORT}"
        ],
    ),
    (
        "            sources: [new]\n",
        "",
        ["15:13: pages.consent.sections[0].parts[2].sources: is missing; add it as a list"],
    ),
    (
        "sources: [new, old]",
        "sources: [new, newest]",
        [
            '14:28: pages.consent.sections[0].parts[1].sources[1]: "newest" is not a document; '
            "did you mean `new`?"
        ],
    ),
    (
        "item: Go on asking.",
        "items: Go on asking.",
        [
            "15:13: pages.consent.sections[0].parts[2].says: is missing; add it as text",
            '15:13: pages.consent.sections[0].parts[2].items: "items" is not a field here; '
            "did you mean `item`?",
        ],
    ),
    (
        "            sources: [new]\n",
        "            says: Go on.\n            sources: [new]\n",
        [
            "15:13: pages.consent.sections[0].parts[2]: has `says` and `item`; "
            "write `says` for a paragraph, or `item` for a line of a list"
        ],
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example, to change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def test_the_example_is_read_whole() -> None:
    """Its title, and each heading, paragraph and item with its documents."""
    sections = (
        Section(
            "What to do",
            (
                Part(False, "Ask the family first.", ("old",)),
                Part(True, "Ask again.", ("new", "old")),
                Part(True, "Go on asking.", ("new",)),
            ),
        ),
        Section("Why", (Part(False, "It is their choice.", ("old",)),)),
    )
    (page,) = load_guide(EXAMPLE, load(EXAMPLE))
    assert page == Page(Topic.CONSENT, "Asking first", "When to ask.", sections)
    assert page.sources == ("old", "new")
    assert [len(block) for section in page.sections for block in section.blocks] == [1, 2, 1]


def test_the_guide_of_leeds_has_a_page_for_every_topic(leeds: Directory) -> None:
    """In the order of the topics."""
    assert [page.id for page in load_guide(bundled_data(), leeds)] == list(Topic)


@pytest.mark.parametrize(
    ("good", "bad", "told"), BAD, ids=[re.sub(r"\W+", " ", bad)[:40] or "gone" for _, bad, _ in BAD]
)
def test_a_mistake_in_the_guide_is_told_where_and_how_to_put_it_right(
    folder: Path, good: str, bad: str, told: list[str]
) -> None:
    """Exactly these problems, in the order of their lines."""
    path = folder / "guide.yaml"
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_guide(folder, load(folder))
    assert str(caught.value).split("\n") == [f"guide.yaml:{problem}" for problem in told]


def test_data_may_have_no_guide(folder: Path) -> None:
    """And then it has no page, not those of another place."""
    (folder / "guide.yaml").unlink()
    assert load_guide(folder, load(folder)) == ()
