"""The flow of Leeds, in docs, as a picture and as text."""

from pathlib import Path

from leedshelp.bundled import bundled_data
from leedshelp.handouts.flow import flow, text
from leedshelp.handouts.picture import svg
from leedshelp.loading import load
from tests.conftest import ROOT


def files() -> dict[Path, str]:
    """What is in each file."""
    made = flow(load(bundled_data()))
    return {ROOT / "docs" / "flow.svg": svg(made), ROOT / "docs" / "flow.txt": text(made)}
