"""Loading the guide: its pages whole, bad ones refused with every problem at its place and its remedy."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leedshelp.directory import Directory
from leedshelp.errors import DataError, Problem
from leedshelp.guide import Kind, Page, Part
from leedshelp.loading import bundled_data, load
from leedshelp.loading.guide import load_guide, unwritten
from leedshelp.loading.nodes import MAX_PROBLEMS
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.wording import Topic
from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "example"

MARKDOWN = "is Markdown that not every screen can show; use only headings (##), paragraphs and lists (-)"
DOCUMENT = "needs both words and, at their end, the documents they rest on, like this: [leeds-2015]"
FIELDS = "does not start with its fields between two lines of ---; add them"
INDENTED = "is further in than other lines; start it in the first column"
NUMBER = "is a telephone number; name the team, and keep its number in contacts.yaml"

COMFORT = "may be taken to say that nothing is to be done; say what to do"

# What was on the page of the example, what is written in its place, and every problem that is then told.
BAD = [
    ("---\ntitle", "title", [f"1:1: the page {FIELDS}"]),
    ("sources: [old, new]\n---\n", "sources: [old, new]\n", [f"1:1: the page {FIELDS}"]),
    ("---\ntitle", "# A note\n---\ntitle", [f"1:1: the page {FIELDS}"]),
    ("title: Asking first\n", "", ["2:1: title: is missing; add it as text"]),
    (
        "title: Asking first\nabout: When to ask.\nsources: [old, new]\n",
        "",
        [
            "1:1: nothing is written here; start again from the one leedshelp came with",
        ],
    ),
    (
        "title: Asking first\n",
        "title: Asking first\nauthor: Somebody\n",
        ['3:1: author: "author" is not a field here; use one of: title, about, sources'],
    ),
    (
        "about: When to ask.",
        "about: Ring 0113 496 0001.",
        ['3:8: about: "Ring 0113 496 0001." holds a telephone number; write it under `number`'],
    ),
    (
        "[old, new]\n---",
        "[old, new, seen]\n---",
        ['4:21: sources[2]: "seen" is the source of nothing on this page; refer to it, or take it out'],
    ),
    (
        "[old, new]\n---",
        "[old, new, newest]\n---",
        ['4:21: sources[2]: "newest" is not a document of contacts.yaml; did you mean `new`?'],
    ),
    (
        "[old, new]\n---",
        "[old, new, old]\n---",
        ['4:21: sources[2]: "old" is in this list already; keep one of the two'],
    ),
    (
        "title: Asking first\n",
        "title: *asking\n",
        [
            '2:8: title: "*asking" stands for another part of the file; write that out, or put the'
            " whole value in quotes"
        ],
    ),
    ("first. [old]", "first.", [f'9:1: "Ask the family" {DOCUMENT}']),
    (
        "first. [old]",
        "first. [seen]",
        ['10:9: "seen" is not among the sources of this page; use one of: old, new'],
    ),
    ("first. [old]", "first. [old, old]", ['10:9: "old" is in these brackets already; keep one of the two']),
    (
        "first. [old]",
        "first. [nwe]",
        ['10:9: "nwe" is not among the sources of this page; did you mean `new`?'],
    ),
    ("first. [old]", "first. []", ['10:9: "" is not among the sources of this page; use one of: old, new']),
    ("first. [old]", "first. (old)", [f'9:1: "Ask the family" {DOCUMENT}']),
    ("Ask the family\nfirst. [old]", "[old]", [f'9:1: "[old]" {DOCUMENT}']),
    ("- Ask again. [new, old]", "- Ask again. [new] [old]", [f'12:14: "[" {MARKDOWN}']),
    ("Ask the family", "Ask the family or ring 0113 496\n0001", [f'9:24: "0113 496" {NUMBER}']),
    ("Ask again.", "Ask again, or ring 999.", [f'12:22: "999" {NUMBER}']),
    ("Ask again.", "Ask **again**.", [f'12:7: "*" {MARKDOWN}']),
    ("Ask again.", "Ask <b>again</b>.", [f'12:7: "<" {MARKDOWN}']),
    ("Ask again.", "Ask [again](https://example.org).", [f'12:7: "[" {MARKDOWN}']),
    ("Ask again.", "Ask at https://example.org.", [f'12:15: "://" {MARKDOWN}']),
    ("Ask again.", "Ask at www.example.org.", [f'12:10: "www." {MARKDOWN}']),
    ("Ask again.", "Ask ![again](again.png).", [f'12:8: "[" {MARKDOWN}']),
    ("Ask again.", "Ask `again`.", [f'12:7: "`" {MARKDOWN}']),
    ("Ask again.", "Ask &amp; again.", [f'12:7: "&amp;" {MARKDOWN}']),
    ("Ask again.", "Ask | again.", [f'12:7: "|" {MARKDOWN}']),
    ("## What to do", "# What to do", [f'7:1: "#" {MARKDOWN}']),
    ("## What to do", "### What to do", [f'7:1: "#" {MARKDOWN}']),
    ("## What to do", "##", [f'7:1: "#" {MARKDOWN}']),
    ("## What to do", "## What to do [old]", [f'7:15: "[" {MARKDOWN}']),
    ("## What to do", "What to do\n----------", [f'7:1: "What to do" {DOCUMENT}', f'8:1: "-" {MARKDOWN}']),
    ("- Ask again.", "1. Ask again.", [f'12:1: "1." {MARKDOWN}']),
    ("- Ask again.", "+ Ask again.", [f'12:1: "+" {MARKDOWN}']),
    ("- Ask again.", "* Ask again.", [f'12:1: "*" {MARKDOWN}']),
    ("- Ask again.", "- - Ask again.", [f'12:3: "-" {MARKDOWN}']),
    ("- Ask again.", "- # Ask again.", [f'12:3: "#" {MARKDOWN}']),
    ("- Go on\n  asking.", "- Go on\n  - asking.", [f'14:3: "-" {MARKDOWN}']),
    ("Ask the family\n", "    Ask the family\n", [f'9:5: "Ask the family" {INDENTED}']),
    (
        "Ask the family\n",
        "\tAsk the family\n",
        ["9:1: a tab cannot be told from spaces; type spaces in its place"],
    ),
    ("Ask the family", "Ask \uff10\uff11\uff11\uff13-\uff14\uff19\uff16", [f'9:5: "0113-496" {NUMBER}']),
    (
        "  asking. [new]\n",
        "  asking. [new]\n\n  And again. [new]\n",
        [f'16:3: "And again. [new]" {INDENTED}'],
    ),
    ("Ask again.", "Ask again,\nor wait until Monday.", [f'13:4: "wait until" {COMFORT}']),
    ("## What to do", "## Nothing to do", [f'7:4: "Nothing to" {COMFORT}']),
    ("Ask the family", "> Ask the family", [f'9:1: ">" {MARKDOWN}']),
    (
        "Ask again.",
        "Ask\u202e again.",
        [
            "12:6: the character U+202E (RIGHT-TO-LEFT OVERRIDE) cannot be told from nothing or a space; "
            "take it out"
        ],
    ),
    (
        "Ask again.",
        "Ask\u001b[2J again.",
        ["12:6: the control character U+001B cannot be told from nothing or a space; take it out"],
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example, to change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def problems(folder: Path) -> list[str]:
    """Everything wrong with the guide in a folder, a line each."""
    with pytest.raises(DataError) as caught:
        load_guide(folder, load(folder))
    return str(caught.value).split("\n")


def markdown(page: Page) -> str:
    """A page as it is written below its fields, but for how its lines are broken."""
    marks = {Kind.HEADING: "## ", Kind.ITEM: "- ", Kind.PARAGRAPH: ""}
    ends = (f" [{', '.join(part.sources)}]" if part.sources else "" for part in page.parts)
    return " ".join(f"{marks[part.kind]}{part.text}{end}" for part, end in zip(page.parts, ends, strict=True))


def test_the_example_is_read_whole() -> None:
    """Its fields, and each heading, paragraph and item with its documents."""
    assert load_guide(EXAMPLE, load(EXAMPLE)) == (
        Page(
            Topic.CONSENT,
            "Asking first",
            "When to ask.",
            ("old", "new"),
            (
                Part(Kind.HEADING, "What to do", ()),
                Part(Kind.PARAGRAPH, "Ask the family first.", ("old",)),
                Part(Kind.ITEM, "Ask again.", ("new", "old")),
                Part(Kind.ITEM, "Go on asking.", ("new",)),
                Part(Kind.HEADING, "Why", ()),
                Part(Kind.PARAGRAPH, "It is their choice.", ("old",)),
            ),
        ),
    )


def test_every_word_of_the_bundled_pages_is_read(leeds: Directory) -> None:
    """Each topic has its page, and each page all that is written in its file."""
    pages = load_guide(bundled_data(), leeds)
    assert [page.id for page in pages] == list(Topic)
    for page in pages:
        text = (bundled_data() / "guide" / f"{page.id}.md").read_text(encoding="utf-8")
        assert markdown(page) == " ".join(text.split("---\n", 2)[2].split())


@pytest.mark.parametrize(
    ("good", "bad", "told"), BAD, ids=[re.sub(r"\W+", " ", bad)[:40] for _, bad, _ in BAD]
)
def test_a_mistake_on_a_page_is_told_where_and_how_to_put_it_right(
    folder: Path, good: str, bad: str, told: list[str]
) -> None:
    """Exactly these problems, in the order of the page."""
    path = folder / "guide" / "consent.md"
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    assert problems(folder) == [f"guide/consent.md:{each}" for each in told]


def test_problems_of_all_pages_are_told_at_once(folder: Path) -> None:
    """Page by page."""
    page = folder / "guide" / "consent.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("[old]\n", "\n"), encoding="utf-8")
    (folder / "guide" / "moving.md").write_text("Nothing.\n", encoding="utf-8")
    assert [problem[:20] for problem in problems(folder)] == [
        "guide/consent.md:9:1",
        "guide/consent.md:18:",
        "guide/moving.md:1:1:",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("consnt.md", "guide:1:1: 'consnt.md' is not about a topic; did you mean `consent`?"),
        (
            "README.md",
            "guide:1:1: 'README.md' is not about a topic; use one of: conversations, consent, disagreement, "
            "recording, moving, after-the-call",
        ),
    ],
)
def test_a_page_about_no_topic_is_told(folder: Path, name: str, told: str) -> None:
    """By its name, as nobody could open it."""
    (folder / "guide" / name).touch()
    assert problems(folder) == [told]


def test_a_page_that_cannot_be_read_is_told(folder: Path) -> None:
    """A folder in its place, or the like."""
    (folder / "guide" / "moving.md").mkdir()
    (problem,) = problems(folder)
    assert problem.startswith("guide/moving.md:1:1: cannot be read (")
    assert problem.endswith("); put the page here, or take this out")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b"---\n" + b"x" * MAX_BYTES,
            "1:1: the file is larger than 250,000 bytes; leedshelp's data is far smaller",
        ),
        (b"---\nWhere\x81s", "2:6: byte 0x81 is not UTF-8; save the file as UTF-8"),
        (b"", f"1:1: the page {FIELDS}"),
        (
            b"---\ntitle: A\nabout: B\nsources: [old]\n---\n\n",
            "6:1: the page says nothing; write it below this line",
        ),
    ],
    ids=["too large", "not UTF-8", "empty", "only fields"],
)
def test_a_file_that_is_no_page_is_told(folder: Path, content: bytes, told: str) -> None:
    """Before anything in it is trusted."""
    (folder / "guide" / "consent.md").write_bytes(content)
    assert f"guide/consent.md:{told}" in problems(folder)


def test_no_more_problems_of_a_page_are_told_than_anybody_reads(folder: Path) -> None:
    """A hundred of them."""
    with (folder / "guide" / "consent.md").open("a", encoding="utf-8") as file:
        file.write("\nNobody says so.\n" * (MAX_PROBLEMS + 1))
    assert len(problems(folder)) == MAX_PROBLEMS


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"  \n"),
        lambda text: text.replace(b"  asking", b"asking"),
        lambda text: text.replace(b"do\n\nAsk", b"do\nAsk"),
    ],
    ids=["byte order mark", "Windows", "spaces at the ends", "an item that goes on", "no blank line"],
)
def test_what_changes_nothing_in_markdown_changes_nothing_here(
    folder: Path, change: Callable[[bytes], bytes]
) -> None:
    """Editors differ about these."""
    path = folder / "guide" / "consent.md"
    path.write_bytes(change(path.read_bytes()))
    assert load_guide(folder, load(folder)) == load_guide(EXAMPLE, load(EXAMPLE))


def test_data_may_have_no_guide(folder: Path) -> None:
    """And then it has no page, not those of another place."""
    shutil.rmtree(folder / "guide")
    assert load_guide(folder, load(folder)) == ()


def test_a_page_that_words_point_to_is_missed(folder: Path) -> None:
    """In the order of the topics, whether an answer about consent, an outcome or a circumstance points."""
    known = load(EXAMPLE)
    outcomes = {key: each._replace(guide=Topic.RECORDING) for key, each in known.words.outcomes.items()}
    elsewhere = known.circumstances["elsewhere"]
    words = elsewhere.words._replace(guide=Topic.CONVERSATIONS)
    directory = known._replace(
        words=known.words._replace(outcomes=outcomes),
        circumstances={**known.circumstances, "elsewhere": elsewhere._replace(words=words)},
    )
    assert unwritten(known, load_guide(folder, known)) == ()
    what = "an advice points to this page, and it is not there; write it, or take out what points to it"
    assert unwritten(directory, ()) == tuple(
        Problem(f"guide/{topic}.md", 1, 1, "", None, what)
        for topic in ("conversations", "consent", "recording")
    )


def test_a_page_may_start_in_the_line_below_its_fields(folder: Path) -> None:
    """Without a heading, and without a blank line."""
    page = folder / "guide" / "consent.md"
    fields, body = page.read_text(encoding="utf-8").split("---\n\n## What to do\n\n")
    page.write_text(f"{fields}---\n{body}", encoding="utf-8")
    (shown,) = load_guide(folder, load(folder))
    assert shown.parts[0] == Part(Kind.PARAGRAPH, "Ask the family first.", ("old",))
