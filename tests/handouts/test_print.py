"""The page of a call sheet as it is printed by a browser, for every path: on A4, mostly on one side."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from leedshelp.handouts.html import page
from leedshelp.model.answers import Answers, Harm
from leedshelp.model.directory import Directory
from tests.conftest import MOMENTS, Make, ways

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIETLY = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-pdf-header-footer"),
)
MOST_TO_SAY = (
    *("disputed Friday afternoon", "night"),
    *("past the known bank holidays", "a night past the known bank holidays"),
)
"""When there is most to say about the hour and the deadlines."""

A4 = (595, 842)
"""In points."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no browser here to print with"),
]


def printed(html: str, folder: Path) -> list[tuple[int, int]]:
    """The size of each page that a browser prints, in whole points."""
    source, pdf = folder / "sheet.html", folder / "sheet.pdf"
    source.write_text(html, encoding="utf-8")
    options = (*QUIETLY, f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={pdf}")
    subprocess.run([str(BROWSER), *options, source.as_uri()], check=True, capture_output=True, timeout=120)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]", pdf.read_bytes())
    assert len(boxes) == pages
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def one_after_another(pages: list[str]) -> str:
    """Many pages as one file, each on a sheet of its own."""
    bodies = [re.sub("</?body", lambda found: found[0].replace("body", "div"), each) for each in pages]
    parts = (re.search("<div.*</div>(?=\\s*</html>)", each, re.DOTALL) for each in bodies)
    breaks = "<style>div[class=one] + div[class=one] { break-before: page; }</style>"
    shown = "".join(f'<div class="one">{part[0]}</div>' for part in parts if part)
    return pages[0].split("<body")[0].replace("</head>", f"{breaks}</head>") + f"<body>{shown}</body></html>"


def test_the_sheet_of_a_call_prints_on_one_page(make: Make, tmp_path: Path) -> None:
    at = MOMENTS["disputed Friday afternoon"].at
    assert printed(page(make(at, Answers(harm=Harm.YES))), tmp_path) == [A4]


@pytest.mark.parametrize("contacts", ["usual", "own"])
def test_every_sheet_prints_on_both_sides_at_most(
    leeds: Directory, own: Directory, make: Make, tmp_path: Path, contacts: str
) -> None:
    """By day and by night, with an agency's own contacts and without; most of them on one side."""
    directory = {"usual": leeds, "own": own}[contacts]
    pages = {
        page(make(MOMENTS[name].at, answers, directory)): None
        for name in MOST_TO_SAY
        for answers in (*ways(directory), None)
    }
    sides = printed(one_after_another(list(pages)), tmp_path)
    assert set(sides) == {A4}
    assert len(sides) < 1.5 * len(pages)
    for html in list(pages)[::10]:
        assert len(printed(html, tmp_path)) <= 2


def test_a_page_too_many_would_be_seen(make: Make, tmp_path: Path) -> None:
    usual = page(make(MOMENTS["office hours"].at))
    long = usual.replace("<footer>", "<p>More</p>" * 200 + "<footer>")
    assert len(printed(one_after_another([usual, usual, usual]), tmp_path)) == 3
    assert len(printed(one_after_another([usual, long, usual]), tmp_path)) > 3
