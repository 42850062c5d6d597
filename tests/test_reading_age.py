"""How old a reader must be for our words: measured, and held."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer
import yaml
from textstat import textstat  # type: ignore[import-untyped]

from leedshelp.bundled import bundled_data
from leedshelp.cli.app import app
from leedshelp.guide.pages import Page
from leedshelp.model.directory import Directory
from leedshelp.model.words import Topic
from leedshelp.triage import in_words

OLDEST = 13.0
"""The reading age that no page of the guide may be above."""

USUAL = 12.0
"""The reading age that pages on average, and all other words together, may not be above."""

_NOT_WORDS = {"sources", "talk_to", "also", "harm", "for", "contact"}


def reading_age(texts: Iterator[str]) -> float:
    """Five years more than the school grade of Flesch and Kincaid; each text is at least a sentence."""
    sentences = (text if text.endswith((".", "?", "!")) else f"{text}." for text in texts)
    grade: float = textstat.flesch_kincaid_grade(" ".join(sentences))
    return grade + 5


def of_page(page: Page) -> float:
    """The reading age of a page, with its title and headings."""
    sections = ([section.heading, *(part.says for part in section.parts)] for section in page.sections)
    return reading_age(
        text for text in (page.title, page.about, *(text for texts in sections for text in texts))
    )


def texts(value: Any) -> Iterator[str]:
    """Every text that a file of the data has for its readers; what is filled in is a word."""
    match value:
        case str():
            yield re.sub("[{}]", "", value)
        case dict():
            for name, inner in value.items():
                if name not in _NOT_WORDS or isinstance(inner, dict):
                    yield from texts(inner)
        case list():
            for inner in value:
                yield from texts(inner)


@pytest.mark.parametrize("topic", Topic)
def test_a_page_can_be_read_at_thirteen(pages: dict[str, Page], topic: Topic) -> None:
    assert of_page(pages[topic]) <= OLDEST


def test_pages_can_be_read_at_twelve_on_average(pages: dict[str, Page]) -> None:
    """One harder page needs easier ones beside it."""
    assert sum(map(of_page, pages.values())) / len(pages) <= USUAL


@pytest.mark.parametrize(
    ("file", "least"),
    [("questions.yaml", 15), ("advice.yaml", 30), ("concerns.yaml", 30), ("sheet.yaml", 40)],
)
def test_the_words_of_a_file_can_be_read_at_twelve(file: str, least: int) -> None:
    text = (bundled_data() / file).read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    assert len(list(texts(words))) > least
    assert reading_age(texts(words)) <= USUAL


def helped() -> Iterator[str]:
    """What `--help` says of each command, and of each of its options; not the examples."""
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    for command in (group, *group.commands.values()):
        paragraphs = (command.help or "").split("\b")[0].split("\n\n")
        options = (getattr(option, "help", None) or "" for option in command.params)
        yield from filter(str.strip, [*paragraphs, *options])


def test_what_helps_with_the_commands_can_be_read_at_twelve() -> None:
    assert len(list(helped())) > 40
    assert reading_age(helped()) <= USUAL
    assert reading_age(iter(in_words.COMMANDS.values())) <= USUAL


def test_what_teams_do_can_be_read_at_twelve(leeds: Directory) -> None:
    assert reading_age(contact.helps for contact in leeds.contacts.values()) <= USUAL
