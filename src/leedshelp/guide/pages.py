"""The model of the guide: short pages about a topic, every part with the documents that it rests on."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from leedshelp.model.document import Document
from leedshelp.model.words import Topic
from leedshelp.triage import in_words


class Part(NamedTuple):
    """A paragraph of a page, or an item of a list, and the documents that it rests on."""

    is_item: bool
    says: str
    documents: tuple[Document, ...]


class Section(NamedTuple):
    """A heading and the parts below it."""

    heading: str
    parts: tuple[Part, ...]

    @property
    def blocks(self) -> Iterator[list[Part]]:
        """The parts in blocks: a paragraph is a block by itself, the items of a list are one block."""
        for is_item, parts in groupby(self.parts, lambda part: part.is_item):
            block = list(parts)
            yield from [block] if is_item else ([part] for part in block)


class Page(NamedTuple):
    """A page of the guide. `about` is its line in the list of topics, `also` other words people look for.

    `documents` are those that the page rests on; the page about where to look has every one.
    """

    id: Topic
    title: str
    about: str
    also: tuple[str, ...]
    sections: tuple[Section, ...]
    documents: tuple[Document, ...]

    @property
    def notes(self) -> list[str]:
        """The documents of the page as numbered notes: "[1] Title (date)"."""
        return [
            f"[{number}] {in_words.referenced(document)}" for number, document in enumerate(self.documents, 1)
        ]

    def with_notes(self, part: Part) -> tuple[str, str, str]:
        """The mark of a part, which is "-" for an item, its text, and the numbers of its notes: "[1,3]"."""
        numbers = sorted(self.documents.index(document) + 1 for document in part.documents)
        return "-" if part.is_item else "", part.says, f"[{','.join(map(str, numbers))}]"
