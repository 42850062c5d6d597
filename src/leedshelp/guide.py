"""The model of the guide: short pages about a topic, each statement with the documents it rests on.

The words live in `data/guide/`, a file for each topic.
"""

from enum import StrEnum
from typing import NamedTuple

from leedshelp.wording import Topic


class Kind(StrEnum):
    """What a part of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Part(NamedTuple):
    """A heading, a paragraph or an item of a list; only a heading, which states nothing, has no sources."""

    kind: Kind
    text: str
    sources: tuple[str, ...]


class Page(NamedTuple):
    """One page of the guide. `about` is its line in the list of topics."""

    id: Topic
    title: str
    about: str
    sources: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def blocks(self) -> list[list[Part]]:
        """The parts as they stand together: a heading with what it is over, and items in a list."""
        blocks: list[list[Part]] = []
        for before, part in zip((None, *self.parts), self.parts, strict=False):
            if before and (before.kind is Kind.HEADING or before.kind is part.kind is Kind.ITEM):
                blocks[-1].append(part)
            else:
                blocks.append([part])
        return blocks

    def told(self, part: Part) -> tuple[str, str, str]:
        """The mark of an item, the text, and the numbers its documents have on the page: "[1,3]"."""
        numbers = sorted(self.sources.index(source) + 1 for source in part.sources)
        notes = f"[{','.join(map(str, numbers))}]" if numbers else ""
        return "-" if part.kind is Kind.ITEM else "", part.text, notes
