"""The guide: what its pages say of Leeds, and `leedshelp guide` in every face."""

import re
import shutil
from pathlib import Path

import pytest

from leedshelp.guide.pages import Page
from leedshelp.model.words import Topic
from leedshelp.triage.in_words import UNOFFICIAL
from tests.conftest import EXAMPLE, ROOT, Run, change, ids, words_of

FACES = [{}, {"tty": True, "columns": 40}, {"tty": True, "columns": 60}, {"tty": True, "columns": 120}]

# Words that each page must have, copied from the facts by hand.
FACTS = {
    "conversations": ["Universal, Targeted and Specialist Services", "2018 and 2023", "2026", "bias"],
    "consent": [
        "Always think about consent",
        "ask the family before the call",
        "do not need consent",
        "Early help is a free choice",
        "2024",
    ],
    "disagreement": [
        "line manager or your agency's safeguarding lead",
        "concerns resolution procedures",
        "between the two of you",
    ],
    "recording": [
        "that it took place",
        "what was agreed",
        "your own agency's system",
        "meet the child's needs",
    ],
    "moving": ["planned and safe", "Family Information Service", "Integrated Processes Team", "Family Hubs"],
    "where-to-look": ["no page was seen live", "Every document", "look there for what is new"],
    "after-the-call": [
        "within 24 hours",
        "within one working day",
        "option 2",
        "by 2020",
        "Contact form",
        "next working day",
        "Tell the LADO",
    ],
}
MUST = (
    "fear that a child may be a child in need, or has suffered or is likely to suffer significant harm, you "
    "MUST call the Duty and Advice Team"
)


def text_of(page: Page) -> str:
    """All that a page says, in one line."""
    sections = ([section.heading, *(part.says for part in section.parts)] for section in page.sections)
    return " ".join([page.title, page.about, *(text for section in sections for text in section)])


@pytest.mark.parametrize("topic", Topic)
def test_each_page_holds_the_rule_and_its_facts(pages: dict[str, Page], topic: Topic) -> None:
    """Whoever fears harm reads on every page that they MUST call, and what has changed since 2015."""
    text, last = text_of(pages[topic]), pages[topic].sections[-1]
    assert MUST in text
    assert [fact for fact in FACTS[topic] if fact not in text] == []
    if topic == Topic.WHERE_TO_LOOK:
        return
    assert last.heading == "What has changed since 2015"
    assert {source for part in last.parts for source in ids(part.documents)} - {"leeds-2013", "leeds-2015"}


@pytest.mark.parametrize("topic", Topic)
def test_no_page_gives_a_number_or_false_comfort(pages: dict[str, Page], topic: Topic) -> None:
    """Numbers are where their standing is; and there is always something to do."""
    text = text_of(pages[topic])
    digits = re.sub("[^0-9]", "", re.sub(r"\b20[0-9]{2}\b", "", text))
    assert len(digits) <= 4
    comfort = "no action|nothing to do|need not|no need to|do not worry|is current|up to date|not your"
    assert not re.search(comfort, text, re.IGNORECASE)


def test_the_list_has_every_topic_with_its_line(run: Run, pages: dict[str, Page]) -> None:
    assert list(pages) == list(Topic)
    lines = [f"{page.id}: {page.about}\n" for page in pages.values()]
    assert run("guide").out == "".join(lines) + "\nTo read one: leedshelp guide TOPIC\n"
    words = words_of(run("guide", tty=True, columns=80).out)
    assert all(page.id in words and page.about in words for page in pages.values())


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("topic", Topic)
def test_every_face_shows_all_of_a_page(
    run: Run, pages: dict[str, Page], topic: Topic, face: dict[str, int]
) -> None:
    ran = run("guide", topic, **face)
    words, page = words_of(ran.out), pages[topic]
    assert (ran.code, ran.err) == (0, "")
    assert words.startswith(page.title)
    for part in (part for section in page.sections for part in section.parts):
        assert " ".join(filter(None, page.with_notes(part))) in words
    for number, document in enumerate(page.documents, 1):
        assert f"[{number}] {document.title} ({document.dated})" in words
    assert words.split(UNOFFICIAL)[1].strip().startswith("Afraid for a child now? Ring 0113 ")
    assert "\N{NO-BREAK SPACE}" not in ran.out


def test_the_plain_face_of_a_page(run: Run) -> None:
    page, afraid = run("guide", "consent", "--data", str(EXAMPLE)).out.split("Afraid for a child now? Ring ")
    assert afraid.startswith("0113 496 000")
    assert page == (
        "Asking first\n\n"
        "What to do\nAsk the family first. [1]\n\n"
        "- Ask again. [1,2]\n- Go on asking. [2]\n\n"
        "Why\nIt is their choice. [1]\n\n"
        "Documents:\n[1] An old page (2013)\n[2] A new page (9 February 2023)\n\n"
        f"{UNOFFICIAL}\n\n"
    )


def test_lines_of_prose_are_never_too_long_to_read(run: Run) -> None:
    out = run("guide", "moving", tty=True, columns=200).out
    assert 80 < max(map(len, out.splitlines())) <= 100


def test_nothing_on_a_page_acts_on_a_screen(run: Run, folder: Path) -> None:
    """What looks like an emoji or markup to Rich stays text."""
    change(folder / "guide.yaml", "Asking first", "'[bold]Asking[/] :phone:'")
    change(folder / "guide.yaml", "Ask again.", "'Ask :phone: again.'")
    words = words_of(run("guide", "consent", "--data", str(folder), tty=True, columns=80).out)
    assert words.startswith("[bold]Asking[/] :phone: ")
    assert "- Ask :phone: again. [1,2]" in words


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        *(("consent", "Consent"), ("cons", "Consent"), ("2", "Consent")),
        *(("CONV", "Conversations"), ("a", "After the call"), (" moving ", "Moving")),
    ],
)
def test_a_topic_is_named_by_any_beginning_that_only_it_has(run: Run, typed: str, title: str) -> None:
    assert run("guide", typed).out.startswith(title)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("con", '"con" could be conversations or consent; write one of them.'),
        ("consnt", "Did you mean consent?"),
        ("", '"" is not one of: conversations, consent,'),
        ("\x1b[2J", '"\\x1b[2J" is not one of: conversations,'),
        ("xyz", f'"xyz" is not one of: {", ".join(Topic)}.'),
    ],
)
def test_a_topic_that_is_none_is_told_with_those_there_are(run: Run, typed: str, message: str) -> None:
    ran = run("guide", typed)
    assert (ran.code, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())


def test_data_without_a_guide_is_not_shown_that_of_leeds(run: Run, folder: Path) -> None:
    (folder / "guide.yaml").unlink()
    for topic in ([], ["consent"]):
        ran = run("guide", *topic, "--data", str(folder))
        assert (ran.code, ran.out) == (3, "")
        assert f"The data in {str(folder)!r} has no guide." in ran.err
        assert "0113 496 0001" in ran.err


def test_a_broken_page_is_told_with_the_numbers_to_ring(run: Run, folder: Path, tmp_path: Path) -> None:
    """Exit 1 for the guide and for the check, with what is wrong elsewhere; every other command goes on."""
    (folder / "guide.yaml").write_text("Ask first.\n", encoding="utf-8")
    own = tmp_path / "own-contacts.yaml"
    own.write_text("agency: A school\nchild: Nobody\n", encoding="utf-8")
    own.chmod(0o600)
    problem = "guide.yaml:1:1: this line has no colon; write it as name: value"
    read, checked = run("guide", "--data", str(folder)), run("check", str(folder), "--own", str(own))
    assert (read.code, read.out, checked.code) == (1, "", 1)
    assert problem in read.err
    assert "999" in read.err
    assert problem in checked.out
    assert "own-contacts.yaml:2:1: " in checked.out
    assert "The data is NOT in order. Problems: 2. Broken rules: 0." in checked.out
    assert run("tiers", "--data", str(folder)).code == 0


def test_a_check_tells_a_page_that_an_advice_points_to_and_that_is_not_there(
    run: Run, tmp_path: Path
) -> None:
    """Whichever words point to it; other pages may be missing."""
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    assert run("check", str(folder)).code == 0
    (folder / "guide.yaml").unlink()
    ran = run("check", str(folder))
    message = "an advice points to this page, and it is not there; write it, or take out each `guide: {}`"
    missing = re.findall(r"^guide[.]yaml:1:1: pages[.]([a-z-]+): (.*)$", ran.out, re.MULTILINE)
    pointed_to = ["conversations", "consent", "recording", "moving", "after-the-call"]
    assert missing == [(topic, message.format(topic)) for topic in pointed_to]
    assert ran.code == 1
