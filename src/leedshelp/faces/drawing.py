"""What the screen face draws with: styles, tables, lists and paragraphs of Rich.

Text from the data is only ever `Text`: Rich reads no markup, emoji or links into it.
"""

import io
from collections.abc import Iterable

from rich.box import ROUNDED
from rich.console import Console, RenderableType, detect_legacy_windows
from rich.table import Table
from rich.text import Text

ACTION = "bold green"
STRONG = "bold"
QUIET = "dim"
PROSE = 80  # the columns above which lines of prose are tiring to read


def hung(rows: Iterable[tuple[str, Text]]) -> Table:
    """Texts, each with its mark hanging out to the left."""
    table = Table.grid(padding=(0, 1))
    for mark, said in rows:
        table.add_row(Text(mark), said)
    return table


def paragraph(says: str, style: str = "", label: str = "") -> Text:
    """Text that wraps, with a label before it where it has one."""
    return Text.assemble((f"{label}: ", STRONG) if label else "", (says, style))


def unbroken(says: str, style: str = "") -> Text:
    """A line that is never broken, such as a command that is to be copied."""
    return Text(says, style, no_wrap=True, overflow="ignore")


def bulleted(texts: Iterable[str]) -> Text:
    """A list in a cell, each item marked, as an item may take several lines."""
    return Text("\n".join(f"- {text}" for text in texts))


def ruled(*headings: str, lines: bool = True) -> Table:
    """A table with quiet borders; a first column of numbers is never narrower than a number."""
    table = Table(box=ROUNDED, border_style=QUIET, show_lines=lines, show_header=lines, expand=True)
    for heading in headings:
        number = heading == "Number"
        table.add_column(
            heading,
            no_wrap=number,
            overflow="fold",
            min_width=14 if number else None,
            ratio=None if number else 1,
        )
    return table


def rendered(width: int | None, *parts: RenderableType) -> str:
    """The parts, a blank line between them, as text with the terminal's colours in it."""
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
    return capture.get()
