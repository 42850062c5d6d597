"""The command `check`, for those who look after the data."""

# Imports inside functions are for start-up: other commands do not need them.
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

_NOT_GOOD = 1  # the exit code


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
    data_folder = context.data_folder(folder or data)
    context.warn_of_open_data(terminal, data_folder)
    today, max_days = context.moment(None).date(), _days_of(max_age)
    own_file = context.own_file(own) or context.hidden_own_file()
    checkup = _checked(data_folder, own_file, today, max_days if strict else None)
    if json:
        from leedshelp.faces import jsondata

        terminal.result(jsondata.checkup(checkup))
    else:
        from leedshelp.faces.report import report

        terminal.result(report(checkup, terminal.result_width()))
    if not checkup.passes:
        raise typer.Exit(_NOT_GOOD)


def _checked(folder: "Traversable", own_file: Path | None, today: date, max_days: int | None) -> "Checkup":
    """A check of the data in a folder, its call sheet and guide included, and of an agency's own contacts."""
    from leedshelp.check.checkup import Checkup, check_up
    from leedshelp.guide.loading import load_guide, unwritten
    from leedshelp.handouts.loading import load_sheet
    from leedshelp.loading import load, reviews
    from leedshelp.own.loading import with_own

    problems: list[Problem] = []
    try:
        directory = load(folder, today)
    except DataError as error:
        return Checkup(error.problems)
    with _noting(problems):
        problems += unwritten(directory, load_guide(folder, directory))
    with _noting(problems):
        load_sheet(folder, directory)
    with _noting(problems):
        directory = with_own(directory, own_file, today) if own_file else directory
    return check_up(directory, today, max_days, reviews(folder))._replace(problems=tuple(problems))


@contextmanager
def _noting(problems: list[Problem]) -> Iterator[None]:
    """Add the problems of one part of the data to `problems`, so that the next part is checked, too."""
    try:
        yield
    except DataError as error:
        problems += error.problems


def _days_of(age: str) -> int:
    """An age that a person types, such as "18m", in days."""
    from leedshelp.check.checkup import MONTH, YEAR

    match = re.fullmatch("([0-9]{1,4})([ymd])", age)
    if match is None:
        message = f'"{visible(age)}" is not an age; write 2y, 18m or 90d, for years, months or days.'
        raise typer.BadParameter(message, param_hint="--max-age")
    return int(int(match[1]) * {"y": YEAR, "m": MONTH, "d": 1}[match[2]])
