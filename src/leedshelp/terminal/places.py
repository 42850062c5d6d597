"""Paths of files: from a name that a person types, and as a text for a message."""

import os
from pathlib import Path

from leedshelp.terminal.streams import visible

# The characters of a path that a message shows: more than any path people use, and a few lines at most.
_LONGEST_NAME = 500


def place(name: str | Path) -> Path:
    """The path that a person names; a `~` is their home, where a shell has not put that in already."""
    # pathlib's own way fails for a person without a home.
    return Path(os.path.expanduser(name))  # noqa: PTH111


def visible_path(path: Path) -> str:
    """A path as a text in which no character acts on a terminal."""
    return visible(str(path), _LONGEST_NAME)
