"""The file of an agency's own contacts on the disk: whether it can be trusted.

It is its reader's own (or the system's), only its owner may write to it or to its folder, and it is never a
link, so that nobody else decides which number is shown.
"""

import os
import stat
from pathlib import Path

from leedshelp.errors import DataError, Problem
from leedshelp.loading.reading import MAX_BYTES

_HAS_MODES = os.name != "nt"
"""Whether a file has an owner and a mode that say who can change it."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NOTHING_ELSE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open the file itself: no link to another, and no pipe that would have to be waited for."""


def is_there(path: Path) -> bool:
    """Whether there is a file, or something that keeps anybody from telling."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def contents(path: Path) -> bytes:
    """What the file holds, up to one byte more than the reader takes.

    Raises `DataError` where it cannot be read, or others could have written it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NOTHING_ELSE)
        try:
            fault = _fault(os.fstat(descriptor), path)
            data = b"" if fault else _all(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        fault, data = _why(error, path), b""
    if fault:
        raise DataError((Problem(path.name, 1, 1, "", None, fault),))
    return data


def folder_fault(path: Path) -> str | None:
    """What stops the folder of a file from being trusted, and how to put that right."""
    mode = path.parent.stat().st_mode
    if _HAS_MODES and mode & _OTHERS_WRITE and not mode & stat.S_ISVTX:
        return f"is in a folder that other people can change; run: chmod go-w '{path.parent}'"
    return None


def make_private(path: Path) -> None:
    """Let only its owner read and write a file of ours, whatever an editor has made of it."""
    if not path.is_symlink():
        path.chmod(0o600)


def _all(descriptor: int) -> bytes:
    """All of an open file, up to one byte more than a file may have."""
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read(MAX_BYTES + 1)


def _fault(found: os.stat_result, path: Path) -> str | None:
    """What stops a file from being trusted, and how to put that right."""
    if not stat.S_ISREG(found.st_mode):
        return f"is not a file; name the file of your agency's contacts, not '{path}'"
    if _HAS_MODES and found.st_uid not in (os.geteuid(), 0):
        return f"belongs to somebody else, who can change it; use a copy of your own, not '{path}'"
    if _HAS_MODES and found.st_mode & _OTHERS_WRITE:
        return f"can be changed by other people on this machine; run: chmod go-w '{path}'"
    return folder_fault(path)


def _why(error: Exception, path: Path) -> str:
    """Why the file cannot be opened, and what to do."""
    if os.path.islink(path):  # noqa: PTH114 - Path.is_symlink raises where the path cannot be followed
        return f"is a link to another place; put the file itself at '{path}'"
    if isinstance(error, FileNotFoundError):
        return f"is not there ('{path}'); make it with: leedshelp contacts --edit"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}; see who may read '{path}'"
