"""Writes a file for its owner only, or a folder of files, whole or not at all, and never through a link.

The bytes are written and handed to the disk first; only then does the file get its name, in one step. So a
full disk or a killed process never leaves half a file under that name.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

# Whether the system lets a folder be opened, to have the disk keep a new name in it. Windows does not.
_HAS_FOLDERS = os.name != "nt"

# The flags to open a new file, and never one that is there or a link.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

# The flags to open a file that has no name yet, in a folder; it is gone with its process. Only Linux has such
# files. Elsewhere these flags fail, as a folder cannot be written to.
_NAMELESS = os.O_WRONLY | getattr(os, "O_TMPFILE", 0)


def replace(path: Path, data: bytes) -> None:
    """Write a file, in the place of any that is there. Raises `OSError` where that fails.

    A process that is killed may leave a hidden file beside it, whose name begins with `.leedshelp-`.
    """
    with _written_beside(path, data) as new:
        new.replace(path)
    _settle(path.parent)


def create(path: Path, data: bytes) -> None:
    """Write a new file. Raises `FileExistsError` where there is one, or a link, and else `OSError`."""
    try:
        _create_at_once(path, data)
    except FileExistsError:
        raise
    except OSError:  # this system or this disk has no files without a name
        _create_beside(path, data)
    _settle(path.parent)


def create_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with files in it, by their names. Raises as `create` does."""
    _refuse_taken(path)
    new = _beside(path)
    new.mkdir()
    try:
        for name, data in files.items():
            (new / name).write_bytes(data)
        new.rename(path)
    finally:
        shutil.rmtree(new, ignore_errors=True)


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
            _refuse_taken(path)
            new.rename(path)


def _refuse_taken(path: Path) -> None:
    """Raise `FileExistsError` where a file, a folder or a link has this name."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _beside(path: Path) -> Path:
    """A name in the same folder that nobody can guess."""
    return path.with_name(f".leedshelp-{os.urandom(8).hex()}")


@contextmanager
def _written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """A file with `data` in the same folder, under a name that nobody can guess; it is deleted afterwards."""
    new = _beside(path)
    try:
        with os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
            _keep(file, data)
        yield new
    finally:
        with suppress(OSError):
            new.unlink()


def _keep(file: BinaryIO, data: bytes) -> None:
    """Write `data` to an open file, and have the disk keep it."""
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
