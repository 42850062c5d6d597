"""`guide.yaml`: the pages of the guide, which a place may leave out."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from leedshelp.guide.pages import Page, Part, Section
from leedshelp.loading import read_beside
from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import comfortless
from leedshelp.model.directory import Directory
from leedshelp.model.errors import Problem
from leedshelp.model.words import Topic

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE = "guide.yaml"


def load_guide(folder: "Traversable", directory: Directory) -> tuple[Page, ...]:
    """The pages of the guide in a folder of data, in the order of the topics; none where it has no guide.

    Raises `DataError` with every problem found, in the order of their lines.
    """
    short_numbers = _short_numbers(directory)
    return read_beside(folder, FILE, directory, lambda root: _pages(root, short_numbers)) or ()


def unwritten(directory: Directory, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A problem for each topic that the words point to, and no page is about."""
    words = directory.words
    ways = [each.words for each in directory.circumstances.values()]
    named = {each.guide for each in words.consent.values()}
    named |= {each.guide for each in (*words.outcomes.values(), *ways)}
    missing = named - {page.id for page in pages} - {None}
    what = "an advice points to this page, and it is not there; write it, or take out what points to it"
    return tuple(Problem(FILE, 1, 1, f"pages.{topic}", None, what) for topic in Topic if topic in missing)


def _pages(root: Fields, short_numbers: re.Pattern[str]) -> tuple[Page, ...]:
    with root, root.fields("pages") as pages:
        return tuple(_page(topic, pages.fields(topic), short_numbers) for topic in Topic if pages.has(topic))


def _page(topic: Topic, fields: Fields, short_numbers: re.Pattern[str]) -> Page:
    with fields:
        return Page(
            id=topic,
            title=_text(fields, "title", short_numbers),
            about=_text(fields, "about", short_numbers),
            sections=tuple(
                Section(
                    heading=_text(section, "heading", short_numbers),
                    parts=tuple(_part(part, short_numbers) for part in section.items("parts")),
                )
                for section in fields.items("sections")
            ),
        )


def _part(fields: Fields, short_numbers: re.Pattern[str]) -> Part:
    """A paragraph or an item of a list."""
    is_item = fields.has("item")
    if is_item and fields.has("says"):
        what = "has `says` and `item`; write `says` for a paragraph, or `item` for a line of a list"
        fields.report.add(fields.node, what)
    says = _text(fields, "item" if is_item else "says", short_numbers)
    return Part(is_item, says, fields.documents("sources"))


def _text(fields: Fields, name: str, short_numbers: re.Pattern[str]) -> str:
    """A text of a page, which names teams and gives no number."""
    text = comfortless(fields, name, fields.text(name))
    if short_numbers.search(text):
        what = "holds a telephone number; name the team, and keep its number in contacts.yaml"
        fields.refuse(name, what)
    return text


def _short_numbers(directory: Directory) -> re.Pattern[str]:
    """The short numbers that the data knows, such as 999."""
    numbers = (number for contact in directory.contacts.values() for number in contact.numbers)
    return re.compile("|".join(sorted(rf"\b{number.text}\b" for number in numbers if number.is_national)))
