"""What the build of a wheel does besides: it writes the data as a Python module, `leedshelp._compiled`.

The data is read with the strict loader, and every rule of safety is proved: broken or unsafe data is not
built.
"""

import sys
from collections.abc import Iterator
from datetime import date, time
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg] # its configuration has no public type
    """Adds the module to a wheel; an editable install reads the data as a checkout does."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module where the builder finds it."""
        if self.target_name == "wheel" and version != "editable":
            self._folder = TemporaryDirectory()
            module = Path(self._folder.name) / "_compiled.py"
            module.write_text(compiled(ROOT / "data"), encoding="utf-8")
            build_data["force_include"][str(module)] = "leedshelp/_compiled.py"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - of hatchling
        """Take away what was written."""
        if self.target_name == "wheel" and version != "editable":
            self._folder.cleanup()


def compiled(folder: Path) -> str:
    """The module of a folder of data, always the same for the same data.

    Raises `DataError` where the data is broken, and `UnsafeError` where it breaks a rule of safety.
    """
    sys.path.insert(0, str(ROOT / "src"))
    from leedshelp.guide.loading import FILE, load_guide
    from leedshelp.loading import CONCERNS, FILES, load
    from leedshelp.safety.moments import moments_of_every_kind
    from leedshelp.safety.prover import cases, prove, refuse_broken

    directory = load(folder)
    pages = load_guide(folder, directory)
    refuse_broken(prove(cases(directory, moments_of_every_kind(directory))))
    files = {file: (folder / file).read_bytes() for file in (*FILES, CONCERNS, FILE)}
    records, of_pages = _Records(), _Records()
    made = [f"DIRECTORY = {records.text(directory)}", f"FILES = {files!r}"]
    returned = f"return {of_pages.text(pages)}"
    lines = [
        '"""Written by the build from the files of data: do not edit."""',
        *records.lines(),
        *made,
        "def pages():",  # most commands do without
        *(f"    {line}" for line in (*of_pages.lines(), returned)),
    ]
    return "".join(f"{line}\n" for line in lines)


class _Records:
    """The Python text of records: each that is used in several places is made once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._classes: set[type] = set()

    def lines(self) -> Iterator[str]:
        """The imports, then a line for each record."""
        yield from sorted(f"from {each.__module__} import {each.__qualname__}" for each in self._classes)
        yield from (f"{name} = {text}" for text, name in self._names.items())

    def text(self, value: object) -> str:
        """The text that makes a value."""
        match value:
            case Enum():
                return f"{self._name(type(value))}.{value.name}"
            case date():
                return f"{self._name(date)}({value.year}, {value.month}, {value.day})"
            case time():
                return f"{self._name(time)}({value.hour}, {value.minute})"
            case dict():
                pairs = (f"{self.text(key)}: {self.text(part)}" for key, part in value.items())
                return f"{{{', '.join(pairs)}}}"
            case tuple():
                parts = "".join(f"{self.text(part)}, " for part in value)
                if type(value) is tuple:
                    return f"({parts.rstrip(' ')})" if len(value) == 1 else f"({parts.removesuffix(', ')})"
                record = f"{self._name(type(value))}({parts.removesuffix(', ')})"
                return self._names.setdefault(record, f"r{len(self._names)}")
            case None | bool() | int() | str() | range():
                return ascii(value)
        raise TypeError(f"{type(value)} has no text here yet")

    def _name(self, made: type) -> str:
        self._classes.add(made)
        return made.__qualname__
