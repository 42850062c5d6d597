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
    Picture("advice", "ask --harm yes --at 2026-11-27T19:40", (), 80),
    Picture("narrow", "ask --harm yes --at 2026-11-27T19:40", (), 40),
)


def theme(background: str, text: str, colours: str) -> TerminalTheme:
    """A theme, from the hexadecimal digits of its colours."""

    def parts(colour: str) -> tuple[int, int, int]:
        red, green, blue = bytes.fromhex(colour)
        return red, green, blue

    return TerminalTheme(parts(background), parts(text), [parts(colour) for colour in colours.split()])


THEMES = {
    "dark": theme("16181d", "dee0e4", "16181d f07178 7ec878 e5c07b 61afef c678dd 56b6c2 dee0e4"),
    "light": theme("ffffff", "24292f", "24292f cf222e 116329 7d4e00 0969da 8250df 1b7c83 6e7781"),
}
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


def drawn(picture: Picture, colours: TerminalTheme) -> str:
    """A picture as SVG."""
    shown = on_screen(picture.args, list(picture.typed), picture.columns)
    console = Console(file=io.StringIO(), record=True, width=picture.columns, force_terminal=True)
    console.print(Text.from_ansi(f"$ leedshelp {picture.args}\n{shown.rstrip()}"), soft_wrap=False)
    return console.export_svg(
        title="leedshelp", theme=colours, code_format=FORMAT, unique_id=f"leedshelp-{picture.name}"
    )


def files() -> dict[Path, str]:
    """Every picture in both themes, by the file it belongs in."""
    return {
        FOLDER / f"{picture.name}-{name}.svg": drawn(picture, colours)
        for picture in PICTURES
        for name, colours in THEMES.items()
    }
