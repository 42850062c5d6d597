"""A browser of this machine, to look at handouts in as people do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, sync_playwright

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

needs_a_browser = pytest.mark.skipif(PROGRAM is None, reason="there is no browser here to look with")

A4 = (595, 842)
"""In points."""


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser, until it is closed again."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()


def printed(opened: Browser, file: Path) -> Path:
    """The PDF that the browser prints of a file, on the paper that the file asks for."""
    page = opened.new_page()
    page.goto(file.as_uri())
    pdf = file.with_suffix(".pdf")
    page.pdf(path=str(pdf), prefer_css_page_size=True, print_background=True)
    page.close()
    return pdf


def sizes_of(pdf: Path) -> list[tuple[int, int]]:
    """The size of each page, in whole points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            (round(width), round(height))
            for width, height in map(document.get_page_size, range(len(document)))
        ]
