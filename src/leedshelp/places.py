"""Where files are: as people name them, as they can be shown, and whether anybody may change them."""

import os
import stat
from pathlib import Path

from leedshelp.terminal import visible

# On Windows a file's mode says nothing about who may change it.
_HAS_MODES = os.name != "nt"


# The characters of a file's name that a message shows.
_LONGEST_NAME = 500


def place(name: str | Path) -> Path:
    """The path that a person names, in which `~` is their home, where a shell has not seen to that."""
    # pathlib's own way fails for a person without a home.
    return Path(os.path.expanduser(name))  # noqa: PTH111


def visible_path(path: Path) -> str:
    """A path as a message can show it; no character of it acts on a terminal."""
    return visible(str(path), _LONGEST_NAME)


def open_to_anybody(path: Path) -> Path | None:
    """The part of a file's or a folder's path that anybody on the machine may write to, if one is.

    That is itself, the folder it is in, or where a link leads. A folder such as /tmp, in which people may
    touch only what is theirs, counts as closed. Whoever can write there decides which number a worried person
    sees. Raises `OSError` where the path cannot be looked at.
    """
    if not _HAS_MODES:
        return None
    target = path.resolve()
    parts = dict.fromkeys((path, path.absolute().parent, target, target.parent))
    return next((part for part in parts if _anybody_writes(part.stat().st_mode)), None)


def _anybody_writes(mode: int) -> bool:
    is_shared = stat.S_ISDIR(mode) and mode & stat.S_ISVTX
    return bool(mode & stat.S_IWOTH) and not is_shared
