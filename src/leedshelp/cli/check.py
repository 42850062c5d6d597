"""The command for those who look after the data: `check`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import DataOption, JsonOption, OwnOption, PlainOption, VersionOption
from leedshelp.model.errors import DataError, Problem
from leedshelp.terminal.streams import visible

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.check.checkup import Checkup

_NOT_GOOD = 1


def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", readable=False, help="The folder of the data to check.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on unconfirmed numbers and old sources, too.")
    ] = False,
    max_age: Annotated[
        str, typer.Option(metavar="AGE", help="The oldest source --strict accepts: 2y, 18m or 90d.")
    ] = "2y",
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Check the data: what is wrong, the rules of safety, how old each number is, who disagrees."""
    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    place = context.data_folder(folder or data)
    context.warn_of_open_data(terminal, place)
    today, max_days = context.moment(None).date(), _days(max_age)
    own_file = context.own_file(own) or context.hidden_own_file()
    found = _checked(place, own_file, today, max_days if strict else None)
    terminal.result(face.checkup(found, width))
    if not found.passes:
        raise typer.Exit(_NOT_GOOD)


def _checked(folder: "Traversable", own_file: Path | None, today: date, max_days: int | None) -> "Checkup":
    """A check of the data in a folder, with its sheet, its guide and an agency's own contacts."""
    from leedshelp.check.checkup import Checkup, check_up
    from leedshelp.guide.loading import load_guide, unwritten
    from leedshelp.handouts.loading import load_sheet
    from leedshelp.loading import load
    from leedshelp.own.loading import with_own

    problems: list[Problem] = []
    try:
        directory = load(folder, today)
    except DataError as error:
        return Checkup(error.problems)
    with _noted(problems):
        problems += unwritten(directory, load_guide(folder, directory))
    with _noted(problems):
        load_sheet(folder, directory)
    with _noted(problems):
        directory = with_own(directory, own_file, today) if own_file else directory
    return check_up(directory, today, max_days)._replace(problems=tuple(problems))


@contextmanager
def _noted(problems: list[Problem]) -> Iterator[None]:
    """Note what is wrong with one part of the data, and go on to the next."""
    try:
        yield
    except DataError as error:
        problems += error.problems


def _days(age: str) -> int:
    """The days of an age that a person names."""
    from leedshelp.check.checkup import MONTH, YEAR

    named = re.fullmatch("([0-9]{1,4})([ymd])", age)
    if named is None:
        said = f'"{visible(age)}" is not an age; write 2y, 18m or 90d, for years, months or days.'
        raise typer.BadParameter(said, param_hint="--max-age")
    return int(int(named[1]) * {"y": YEAR, "m": MONTH, "d": 1}[named[2]])
