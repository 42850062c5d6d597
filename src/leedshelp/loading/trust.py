"""Whether data on the disk can be trusted: not where anybody on the machine may change it."""

import os
import stat
from pathlib import Path

# On Windows a file's mode says nothing about who may change it.
HAS_MODES = os.name != "nt"


def open_to_anybody(*paths: Path) -> Path | None:
    """The part of the paths of files or folders that anybody on the machine may write to, if one is.

    That is itself, any folder above it, or where a link leads. A folder such as /tmp, in which people may
    touch only what is theirs, counts as closed. Whoever can write there decides which number a worried person
    sees. Raises `OSError` where the path cannot be looked at.
    """
    if not HAS_MODES:
        return None
    targets = ((path, path.resolve()) for path in paths)
    parts = dict.fromkeys(
        part for path, target in targets for part in (path, *path.absolute().parents, target, *target.parents)
    )
    return next((part for part in parts if _anybody_writes(part.stat().st_mode)), None)


def _anybody_writes(mode: int) -> bool:
    is_shared = stat.S_ISDIR(mode) and mode & stat.S_ISVTX
    return bool(mode & stat.S_IWOTH) and not is_shared
