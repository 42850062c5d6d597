"""Putting a file on the disk: whole or not at all, for its owner only, and never through a link.

What is to be kept is written and given to the disk first; only then does it get its name, in one step. So a
full disk or a killed process never leaves half of it there.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_HAS_FOLDERS = os.name != "nt"
"""Whether a folder can be opened, to have the disk keep a new name in it."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""Open a file that is made by this, and no other."""

_NAMELESS = os.O_WRONLY | getattr(os, "O_TMPFILE", 0)
"""Open a file in a folder that has no name, and is gone with its process. Only Linux has such files;
elsewhere this fails, as a folder cannot be written to."""


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file, if there is one. Raises `OSError` where that fails.

    What a killed process left beside it is cleared away by the next.
    """
    new = path.with_name(f".{path.name}.leedshelp-new")
    new.unlink(missing_ok=True)
    try:
        _write(new, data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def create(path: Path, data: bytes) -> None:
    """Put `data` in a new file. Raises `FileExistsError` where there is one, or a link, else `OSError`."""
    try:
        _create_at_once(path, data)
    except FileExistsError:
        raise
    except OSError:
        _create_beside(path, data)
    _settle(path.parent)


def _create_at_once(path: Path, data: bytes) -> None:
    """Write a file without a name, then give it one: a killed process leaves nothing at all."""
    descriptor = os.open(path.parent, _NAMELESS, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        _keep(file, data)
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor)  # so that it follows that link


def _create_beside(path: Path, data: bytes) -> None:
    """Write a file under a name that nobody can guess; then give it its own, if nothing has that name.

    To link is one step, and it takes no other's place. Some disks know no links: there the name is taken
    first, by a file with nothing in it.
    """
    new = path.with_name(f".leedshelp-{os.urandom(8).hex()}")
    try:
        _write(new, data)
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            os.close(os.open(path, _NEW, 0o600))
            _replace_or_remove(new, path)
    finally:
        new.unlink(missing_ok=True)


def _replace_or_remove(new: Path, path: Path) -> None:
    """Put a file in the place of the one with nothing in it."""
    try:
        new.replace(path)
    except OSError:
        path.unlink()
        raise


def _write(new: Path, data: bytes) -> None:
    """Write a file that was not there."""
    with os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
        _keep(file, data)


def _keep(file: BinaryIO, data: bytes) -> None:
    """Have the disk keep what is in an open file."""
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the disk keep the new name too, where it can; where it cannot, the file is whole all the same."""
    if _HAS_FOLDERS:
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
