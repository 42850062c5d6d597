"""Reads `guide.yaml`, the pages of the guide. A folder of data may be without it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from leedshelp.guide.pages import Page, Part, Section
from leedshelp.loading import read_beside
from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import comfortless, template
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
    return read_beside(folder, FILE, directory, _Guide(directory).pages) or ()


def unwritten(directory: Directory, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A problem for every topic that the words of the directory point to, where no page is about it."""
    words = directory.words
    concerns = (concern.words for concern in directory.concerns.values())
    topics = {outcome.guide for outcome in (*words.outcomes.values(), *concerns)}
    topics |= {answer.guide for answer in words.consent.values()}
    missing = topics - {page.id for page in pages}
    what = "an advice points to this page, and it is not there; write it, or take out each `guide: {topic}`"
    return tuple(
        Problem(FILE, 1, 1, f"pages.{topic}", None, what.format(topic=topic))
        for topic in Topic
        if topic in missing
    )


class _Guide:
    """Reads the pages of a guide; none of its texts may give a short number of the directory, such as 999."""

    def __init__(self, directory: Directory) -> None:
        self._documents = tuple(directory.documents.values())
        numbers = (number for contact in directory.contacts.values() for number in contact.numbers)
        short = sorted(rf"\b{number.text}\b" for number in numbers if number.is_national)
        self._short_numbers = re.compile("|".join(short))

    def pages(self, root: Fields) -> tuple[Page, ...]:
        """The pages, in the order of the topics."""
        with root, root.fields("pages") as pages:
            return tuple(self._page(topic, pages.fields(topic)) for topic in Topic if pages.has(topic))

    def _page(self, topic: Topic, fields: Fields) -> Page:
        """The page about a topic."""
        with fields:
            title, about, also = (
                self._text(fields, "title"),
                self._text(fields, "about"),
                fields.texts("also"),
            )
            sections = tuple(
                Section(
                    heading=self._text(section, "heading"),
                    parts=tuple(self._part(part) for part in section.items("parts")),
                )
                for section in fields.items("sections")
            )
        cited = (document for section in sections for part in section.parts for document in part.documents)
        documents = self._documents if topic == Topic.WHERE_TO_LOOK else tuple(dict.fromkeys(cited))
        return Page(topic, title, about, also, sections, documents)

    def _part(self, fields: Fields) -> Part:
        """A paragraph or an item of a list."""
        is_item = fields.has("item")
        if is_item and fields.has("says"):
            what = "has `says` and `item`; write `says` for a paragraph, or `item` for a line of a list"
            fields.report.add(fields.node, what)
        says = self._text(fields, "item" if is_item else "says")
        return Part(is_item, says, fields.documents("sources"))

    def _text(self, fields: Fields, name: str) -> str:
        """A text of a page, which names teams and gives no number."""
        text = comfortless(fields, name, template(fields, name, ()))
        if self._short_numbers.search(text):
            what = "holds a telephone number; name the team, and keep its number in contacts.yaml"
            fields.refuse(name, what)
        return text
