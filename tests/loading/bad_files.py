"""`bad_files.txt`: mistakes people make in the data, and exactly what they are told."""

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from leedshelp.guide.loading import FILE as GUIDE
from leedshelp.guide.loading import load_guide
from leedshelp.handouts.loading import FILE as SHEET
from leedshelp.handouts.loading import load_sheet
from leedshelp.loading import load
from leedshelp.model.errors import DataError
from leedshelp.own.loading import with_own
from tests.conftest import EXAMPLE, ROOT

FILE = ROOT / "tests" / "loading" / "bad_files.txt"
OWN = "own.yaml"
TODAY = date(2026, 11, 21)


class Bad(NamedTuple):
    """One mistake: the file, what was there, what is written in its place, and the problems that are told."""

    file: str
    good: str
    bad: str
    problems: list[str]

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        text = (EXAMPLE / self.file).read_text(encoding="utf-8")
        assert self.good in text
        return text.replace(self.good, self.bad, 1)

    def written(self) -> str:
        """The mistake as it stands in the table."""
        parts = {"-": self.good.split("\n"), "+": self.bad.split("\n"), "=": self.problems}
        lines = (f"{mark} {_visible(line)}".rstrip(" ") for mark, lines in parts.items() for line in lines)
        return "".join(f"{line}\n" for line in lines)

    def problems_in(self, folder: Path) -> list[str]:
        """What is told of the mistake, where the example is copied to `folder`, which is not there yet."""
        shutil.copytree(EXAMPLE, folder)
        (folder / self.file).write_text(self.text, encoding="utf-8", newline="")
        try:
            directory = load(folder)
            if self.file == OWN:
                with_own(directory, folder / OWN, TODAY)
            elif self.file == GUIDE:
                load_guide(folder, directory)
            elif self.file == SHEET:
                load_sheet(folder, directory)
        except DataError as error:
            return [str(problem) for problem in error.problems]
        return []


def table() -> tuple[str, list[Bad]]:
    """The notes at the head of the table, and its rows."""
    head, *sections = FILE.read_text(encoding="utf-8").split("\n## ")
    rows = []
    for section in sections:
        file, *blocks = section.strip("\n").split("\n\n")
        for block in blocks:
            parts: dict[str, list[str]] = {"-": [], "+": [], "=": []}
            for line in block.split("\n"):
                parts[line[0]].append(line[2:].encode("latin-1", "backslashreplace").decode("unicode_escape"))
            rows.append(Bad(file, "\n".join(parts["-"]), "\n".join(parts["+"]), parts["="]))
    return head, rows


def renewed(folder: Path) -> str:
    """The table with what is told made anew; `folder` is an empty one to work in."""
    head, rows = table()
    text, file = head, ""
    for count, row in enumerate(rows):
        text += f"\n## {row.file}\n" if row.file != file else ""
        text += "\n" + row._replace(problems=row.problems_in(folder / str(count))).written()
        file = row.file
    return text


def _visible(line: str) -> str:
    """A line in which what cannot be seen is written out, and so is what begins that."""
    return "".join(
        character
        if character.isprintable() and character != "\\"
        else character.encode("unicode_escape").decode()
        for character in line
    )
