"""The styles, tables, lists and prose of Rich that the screen face is made of.

A text from the data is always put into a `Text`, in which Rich looks for no markup, emoji or links.
"""

import io
from collections.abc import Iterable

from rich.box import ROUNDED
from rich.console import Console, RenderableType, detect_legacy_windows
from rich.table import Table
from rich.text import Text

from leedshelp.faces.whole import kept, released

# The styles: for the number to ring and the headline, for what must be seen, and for what may be skipped.
ACTION = "bold green"
DANGER = "bold red"
STRONG = "bold"
QUIET = "dim"


def prose(text: str, style: str = "") -> Text:
    """A text that wraps, though not within a number."""
    return Text(kept(text), style)


def hung(rows: Iterable[tuple[str, Text]]) -> Table:
    """Texts whose marks hang out to the left."""
    table = Table.grid(padding=(0, 1))
    for mark, text in rows:
        table.add_row(Text(mark), text)
    return table


def bulleted(texts: Iterable[str]) -> Table:
    """A list in a cell; the lines of an item hang below its mark."""
    return hung(("-", Text(text)) for text in texts)


def ruled(*headings: str, lines: bool = True) -> Table:
    """A table with quiet borders, with headings and rules between the rows if `lines`.

    A column of numbers is never narrower than a number, which has 13 columns at most: 11 digits in three
    groups.
    """
    table = Table(box=ROUNDED, border_style=QUIET, show_lines=lines, show_header=lines, expand=True)
    for heading in headings:
        has_numbers = heading == "Number"
        table.add_column(
            heading,
            no_wrap=has_numbers,
            overflow="fold",
            min_width=14 if has_numbers else None,
            ratio=None if has_numbers else 1,
        )
    return table


def rendered(width: int | None, *parts: RenderableType) -> str:
    """The parts, with a blank line after every one, as text with the terminal's colours in it."""
    console = Console(
        file=io.StringIO(),
        width=width,
        height=25,  # unused; else Rich would read it, and the width with it, from the environment
        force_terminal=True,
        legacy_windows=False,
        color_system=None if detect_legacy_windows() else "auto",
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part, crop=False)
            console.print()
    return released(capture.get())
