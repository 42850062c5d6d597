"""Where files are: as people name them, and as they can be shown."""

import os
from pathlib import Path

from leedshelp.terminal.streams import visible

# The characters of a file's name that a message shows.
_LONGEST_NAME = 500


def place(name: str | Path) -> Path:
    """The path that a person names, in which `~` is their home, where a shell has not seen to that."""
    # pathlib's own way fails for a person without a home.
    return Path(os.path.expanduser(name))  # noqa: PTH111


def visible_path(path: Path) -> str:
    """A path as a message can show it; no character of it acts on a terminal."""
    return visible(str(path), _LONGEST_NAME)
