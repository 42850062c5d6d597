"""The page of a call sheet as it is printed by a browser, for every path: on A4, mostly on one side."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from leedshelp.handouts.sheet import html as page
from leedshelp.model.directory import Directory
from tests.conftest import MOMENTS, Make, ways
from tests.handouts.browser import A4, needs_a_browser, printed, sizes_of

MOST_TO_SAY = (
    *("disputed Friday afternoon", "night"),
    *("past the known bank holidays", "a night past the known bank holidays"),
)
"""When there is most to say about the hour and the deadlines."""

pytestmark = [pytest.mark.slow, needs_a_browser]


Print = Callable[[str], list[tuple[int, int]]]


@pytest.fixture
def sides(opened: Browser, tmp_path: Path) -> Print:
    """The sizes of the pages that the browser prints of a page."""

    def printing(html: str) -> list[tuple[int, int]]:
        (tmp_path / "sheet.html").write_text(html, encoding="utf-8")
        return sizes_of(printed(opened, tmp_path / "sheet.html"))

    return printing


def one_after_another(pages: list[str]) -> str:
    """Many pages as one file, each on a sheet of its own."""
    bodies = [re.sub("</?body", lambda found: found[0].replace("body", "div"), each) for each in pages]
    parts = (re.search("<div.*</div>(?=\\s*</html>)", each, re.DOTALL) for each in bodies)
    breaks = "<style>div[class=one] + div[class=one] { break-before: page; }</style>"
    shown = "".join(f'<div class="one">{part[0]}</div>' for part in parts if part)
    return pages[0].split("<body")[0].replace("</head>", f"{breaks}</head>") + f"<body>{shown}</body></html>"


@pytest.mark.parametrize("contacts", ["usual", "own"])
def test_every_sheet_prints_on_both_sides_at_most(
    leeds: Directory, own: Directory, make: Make, sides: Print, contacts: str
) -> None:
    """By day and by night, with an agency's own contacts and without; most of them on one side."""
    directory = {"usual": leeds, "own": own}[contacts]
    pages = {
        page(make(MOMENTS[name].at, answers, directory)): None
        for name in MOST_TO_SAY
        for answers in (*ways(directory), None)
    }
    made = sides(one_after_another(list(pages)))
    assert set(made) == {A4}
    assert len(made) < 1.5 * len(pages)
    for html in list(pages)[::10]:
        assert len(sides(html)) <= 2


def test_a_page_too_many_would_be_seen(make: Make, sides: Print) -> None:
    usual = page(make(MOMENTS["office hours"].at))
    long = usual.replace("<footer>", "<p>More</p>" * 200 + "<footer>")
    assert len(sides(one_after_another([usual, usual, usual]))) == 3
    assert len(sides(one_after_another([usual, long, usual]))) > 3
