"""The pictures in README.md, made from the program.

Each is what a person sees at a terminal who types these lines, in a light and in a dark theme.
"""

import io
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.conftest import ROOT
from tests.readme import on_screen

FOLDER = ROOT / "docs"


class Picture(NamedTuple):
    """A command, what is typed, and how many columns wide the terminal is."""

    name: str
    args: str
    typed: tuple[str, ...]
    columns: int


PICTURES = (
    Picture("question", "ask --at 2026-11-24T11:00", ("yes",), 80),
    Picture("advice", "ask --harm yes --at 2026-11-27T19:40", (), 80),
    Picture("narrow", "ask --harm yes --at 2026-11-27T19:40", (), 40),
)
DARK = TerminalTheme(
    (22, 24, 29),
    (222, 224, 228),
    [
        (22, 24, 29),
        (240, 113, 120),
        (126, 200, 120),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (222, 224, 228),
    ],
)
LIGHT = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        (36, 41, 47),
        (207, 34, 46),
        (17, 99, 41),
        (125, 78, 0),
        (9, 105, 218),
        (130, 80, 223),
        (27, 124, 131),
        (110, 119, 129),
    ],
)
FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" xml:space="preserve">
<style>
.{unique_id}-matrix {{
    font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font-size: {char_height}px;
    line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def drawn(picture: Picture, theme: TerminalTheme) -> str:
    """A picture as SVG."""
    shown = on_screen(picture.args, list(picture.typed), picture.columns)
    console = Console(file=io.StringIO(), record=True, width=picture.columns, force_terminal=True)
    console.print(Text.from_ansi(f"$ leedshelp {picture.args}\n{shown.rstrip()}"), soft_wrap=False)
    return console.export_svg(
        title="leedshelp", theme=theme, code_format=FORMAT, unique_id=f"leedshelp-{picture.name}"
    )


def files() -> dict[Path, str]:
    """Every picture in both themes, by the file it belongs in."""
    themes = {"dark": DARK, "light": LIGHT}
    return {
        FOLDER / f"{picture.name}-{name}.svg": drawn(picture, theme)
        for picture in PICTURES
        for name, theme in themes.items()
    }
