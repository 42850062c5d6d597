"""Putting a file on the disk: whole or not at all, for its owner only, and never through a link.

What is to be kept is written and given to the disk first; only then does it get its name, in one step. So a
full disk or a killed process never leaves half of it there.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

# Whether a folder can be opened, to have the disk keep a new name in it.
_HAS_FOLDERS = os.name != "nt"

# Open a file that is made by this, and no other.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

# Open a file in a folder that has no name, and is gone with its process. Only Linux has such files; elsewhere
# this fails, as a folder cannot be written to.
_NAMELESS = os.O_WRONLY | getattr(os, "O_TMPFILE", 0)


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file, if there is one. Raises `OSError` where that fails.

    A process that is killed may leave a hidden file beside it, whose name begins with `.leedshelp-`.
    """
    with _written_beside(path, data) as new:
        new.replace(path)
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
    """Write a file under a hidden name; then give it its own, if nothing has that name."""
    with _written_beside(path, data) as new:
        try:
            os.link(new, path)  # one step, which takes no other's place
        except FileExistsError:
            raise
        except OSError:
            # A disk that knows no links. To take the name first, with an empty file, would leave that one
            # where a process is killed; so a file that somebody makes in this very moment is the risk left.
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            new.rename(path)


@contextmanager
def _written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """A file with `data` in the same folder, under a name of its own that nobody can guess, for a moment."""
    new = path.with_name(f".leedshelp-{os.urandom(8).hex()}")
    try:
        with os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
            _keep(file, data)
        yield new
    finally:
        with suppress(OSError):
            new.unlink()


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
