"""Whether files and folders can be trusted: not if anybody on the machine may change them."""

import os
import stat
from pathlib import Path

# On Windows a file's mode says nothing about who may change it.
HAS_MODES = os.name != "nt"


def open_to_anybody(*paths: Path) -> Path | None:
    """The first part of some paths that anybody on the machine may write to, or `None`.

    The parts of a path are the file or folder itself, each folder above it, and the same of where a link
    leads. A folder such as /tmp, in which people may change only their own files, counts as closed. Whoever
    can write to a part decides which number a worried person sees. Raises `OSError` if a part cannot be seen.
    """
    if not HAS_MODES:
        return None
    targets = ((path, path.resolve()) for path in paths)
    parts = dict.fromkeys(
        part for path, target in targets for part in (path, *path.absolute().parents, target, *target.parents)
    )
    return next((part for part in parts if _anybody_writes(part.stat().st_mode)), None)


def _anybody_writes(mode: int) -> bool:
    """Whether a mode lets anybody write; the sticky bit of a folder keeps what is in it for its owners."""
    is_shared = stat.S_ISDIR(mode) and mode & stat.S_ISVTX
    return bool(mode & stat.S_IWOTH) and not is_shared
