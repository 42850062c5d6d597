"""The data that leedshelp came with: where it is, and what it holds.

A wheel has it as a Python module as well, `leedshelp._compiled`, which its build wrote from the same files.
That is used as long as the files are, byte for byte, what it was written from, so that an edit by hand counts
at once. Any other folder, and that of a checkout, is read.
"""

# Imports inside functions are for start-up: what is compiled needs none of them.
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from types import ModuleType

    from leedshelp.guide.pages import Page
    from leedshelp.model.directory import Directory


@cache
def bundled_data() -> "Traversable":
    """The folder of the data that came with leedshelp: in its package, or at the top of its checkout.

    Nowhere else: beside a program in one file, anybody could put a folder with other numbers in it.
    """
    package = Path(__file__).parent
    if (package / "data").is_dir():
        return package / "data"
    checkout = package.parents[1]
    if package.is_dir() and package == checkout / "src" / "leedshelp" and _is_ours(checkout):
        return checkout / "data"
    from importlib.resources import files  # slow to import, and needed only in an archive

    return files("leedshelp") / "data"


def _is_ours(checkout: Path) -> bool:
    """Whether a folder is a checkout of leedshelp, as its project file says."""
    project = checkout / "pyproject.toml"
    return project.is_file() and 'name = "leedshelp"' in project.read_text(encoding="utf-8")


def directory(folder: "Traversable") -> "Directory":
    """The directory that a folder of data holds. Raises `DataError` where it is broken."""
    if compiled := _compiled(folder):
        made: Directory = compiled.DIRECTORY
        return made
    from leedshelp.loading import load

    return load(folder)


def guide(folder: "Traversable", directory: "Directory") -> "tuple[Page, ...]":
    """The pages of the guide in the folder of a directory. Raises `DataError` where they are broken."""
    if compiled := _compiled(folder):
        made: tuple[Page, ...] = compiled.pages()
        return made
    from leedshelp.guide.loading import load_guide

    return load_guide(folder, directory)


def _compiled(folder: "Traversable") -> "ModuleType | None":
    """What was compiled from a folder, or `None`: the one place where that is decided."""
    return _unchanged() if folder == bundled_data() else None


@cache
def _unchanged() -> "ModuleType | None":
    """What was compiled of the bundled data, if its files are the same still; they are read once in a run."""
    try:
        from leedshelp import _compiled  # type: ignore[attr-defined] # written by the build of a wheel
    except ImportError:
        return None
    try:
        files = {file: (bundled_data() / file).read_bytes() for file in _compiled.FILES}
    except OSError:
        return None
    return _compiled if files == _compiled.FILES else None
