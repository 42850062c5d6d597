"""The file of an agency's own contacts, which are added to a directory.

The file may name people for the roles that the tiers name. It may correct the number to ring of a contact,
if it says which number it replaces, where the agency learned of it, and when. The number that leedshelp came
with then stays on the screen. The file can change no national number, no name of a team, and no other word.
"""

from datetime import date
from pathlib import Path

from leedshelp.loading import bytes_of
from leedshelp.loading.fields import Fields
from leedshelp.loading.nodes import Report, raising_problems
from leedshelp.loading.reading import read
from leedshelp.loading.trust import open_to_anybody
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError, Problem
from leedshelp.own.entries import own_text, with_corrections, with_people
from leedshelp.own.file import OwnFile, text_of


def with_own(directory: Directory, path: Path, today: date | None = None) -> Directory:
    """A directory with an agency's own contacts added, from the file at `path`.

    If `today` is given, a later day is a problem. Raises `DataError` if the file cannot be read or trusted,
    and with every problem of it.
    """
    return _strictly(*usable(directory, path, today))


def usable(
    directory: Directory, path: Path, today: date | None = None
) -> tuple[Directory, tuple[Problem, ...]]:
    """The same with what can be used of the file, and the problems of the people and corrections left out.

    Raises `DataError` where nothing can be used.
    """
    return usable_of(directory, bytes_to_use(path), today, path.name)


def bytes_to_use(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises `DataError` if it cannot be read or trusted."""
    try:
        data, open_part = bytes_of(path), open_to_anybody(path)
    except OSError as error:
        remedy = "see that it is there, and that you may read it"
        fault = f"cannot be read ({error.strerror}): {str(path)!r}; {remedy}"
        raise DataError((Problem(path.name or str(path), 1, 1, "", None, fault),)) from None
    if open_part:
        fault = f"can be changed by anybody on this machine; run: chmod o-w {str(open_part)!r}"
        raise DataError((Problem(path.name, 1, 1, "", None, fault),))
    return data


def added(directory: Directory, data: bytes, today: date | None = None) -> Directory:
    """A directory with the bytes of such a file added. Raises `DataError` with every problem of them."""
    return _strictly(*usable_of(directory, data, today))


def usable_of(
    directory: Directory, data: bytes, today: date | None = None, file: str = "own-contacts.yaml"
) -> tuple[Directory, tuple[Problem, ...]]:
    """As `usable`, from the bytes of such a file; `file` is what problems call it."""
    report, merged = Report(file), None
    try:
        with raising_problems(report):
            root = read(data, report)
            merged = _merged(directory, Fields(root, report), today) if root else directory
    except DataError as error:
        if merged is None or not all(map(_is_of_an_entry, error.problems)):
            raise
        return merged, error.problems
    return merged or directory, ()


def faults_of(directory: Directory, file: OwnFile, path: str, today: date) -> list[str]:
    """What is wrong with the field at a path of an agency's own file, in sentences.

    What the rest of its entry lacks is left out.
    """
    try:
        added(directory, text_of(file).encode(), today)
    except DataError as error:
        entry = path.rpartition(".")[0]
        beside = (problem for problem in error.problems if entry and problem.path.startswith(f"{entry}."))
        others = {problem for problem in beside if problem.path != path}
        return [f"{problem.fault}." for problem in error.problems if problem not in others]
    return []


def _strictly(directory: Directory, problems: tuple[Problem, ...]) -> Directory:
    """The directory. Raises `DataError` where there are problems."""
    if problems:
        raise DataError(problems)
    return directory


def _is_of_an_entry(problem: Problem) -> bool:
    """Whether a problem is one of people or of a correction, without which the rest can be used."""
    return problem.path.startswith(("people.", "corrections."))


def _merged(directory: Directory, root: Fields, today: date | None) -> Directory:
    """A directory with all that the fields of such a file add."""
    with root:
        agency = own_text(root, "agency", directory)
        has_people = root.has("people")  # before the corrections, as messages list the fields in this order
        if root.has("corrections"):
            directory = with_corrections(directory, root, agency, today)
        # After the corrections, as a person must not have the new number of a team.
        if has_people:
            directory = with_people(directory, root, agency, today)
    return directory._replace(agency=agency)
