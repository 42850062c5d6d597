"""The files of a folder of data as a `Directory`, or every problem in them at once.

`reading` checks the text of a file with `grammar`, and gives its `nodes`. `contacts`, `services`, `questions`
and `concerns` each ask the `fields` of their file for what it holds. The data that leedshelp came with
is checked like anybody else's.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from leedshelp.loading.concerns import concerns
from leedshelp.loading.contacts import facts
from leedshelp.loading.fields import Fields
from leedshelp.loading.nodes import Report, raising_problems, suggestion
from leedshelp.loading.questions import words
from leedshelp.loading.reading import MAX_BYTES, read
from leedshelp.loading.services import table
from leedshelp.model.answers import OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory
from leedshelp.model.document import Review, Standing
from leedshelp.model.errors import LAST_RESORT
from leedshelp.model.number import Line
from leedshelp.model.phone import SHORT, digits_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILES = ("contacts.yaml", "services.yaml", "questions.yaml", "advice.yaml")
"""The files that must be there."""

CONCERNS = "concerns.yaml"
"""The file of what people are worried about; a place without it has no such concerns."""

# The files that may be left out.
_OPTIONAL = (CONCERNS, "guide.yaml")

_LINES = {EMERGENCY: Line.ANY_HOUR, DUTY: Line.OFFICE_HOURS, EDT: Line.OUT_OF_HOURS}
"""The contacts that the rules lead to, and the line on which the rules take each to answer."""

_Content = TypeVar("_Content")

# How a file is opened: without waiting for whoever may write to a pipe, and without changing the line ends.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def load(folder: "Traversable", today: date | None = None) -> Directory:
    """The directory that the files of a folder hold.

    If `today` is given, a document of a later day is a problem. Raises `DataError` with every problem, in the
    order of the files and their lines.
    """
    reports = [Report(file) for file in (*FILES, CONCERNS)]
    with raising_problems(*reports):
        directory = _read(folder, reports, today)
    return cast("Directory", directory)  # if there is none, the reason is a problem


def _read(folder: "Traversable", reports: list[Report], today: date | None) -> Directory | None:
    """The directory that the files hold, or `None` if one of them cannot be read; reports what is wrong."""
    contacts, services, questions, advice, special = (_root_of(folder, report, today) for report in reports)
    known = contacts and facts(contacts, today)
    for report in reports:
        report.documents = known[0] if known else {}
    tiers = services and table(services)
    wording = words(questions, advice) if questions and advice else None
    usual = wording and wording.outcomes[OutcomeId.TALK_IT_THROUGH_NOW]
    ways = concerns(special, usual) if special else {}
    if not (contacts and known and tiers and wording):
        return None
    directory = Directory(*known, *tiers, wording, ways)
    _check_references(directory, reports)
    if not any(report.problems for report in reports):
        _check_documents(contacts.fields("documents"), reports)
        _check_contacts(directory, contacts.fields("contacts"))
    return directory


def bytes_of(path: "Traversable") -> bytes:
    """The bytes of a file, up to one more than the reader takes.

    Raises `OSError` if it cannot be read, or is a pipe, a device or a folder; none of these is waited for.
    """
    if not isinstance(path, Path):  # in an archive
        return path.read_bytes()[: MAX_BYTES + 1]
    try:
        descriptor = os.open(path, _READ)
    except ValueError as error:  # a path that no system has, such as one with a NUL in it
        raise OSError(errno.EINVAL, str(error)) from None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(MAX_BYTES + 1)
    finally:
        os.close(descriptor)


def read_beside(
    folder: "Traversable", file: str, directory: Directory, content_of: Callable[[Fields], _Content]
) -> _Content | None:
    """The content of another file in the folder of a directory; `None` if it may be left out, and is.

    `content_of` makes it of the fields of the file. Raises `DataError` with every problem, in the order of
    their lines.
    """
    report = Report(file)
    report.documents = dict(directory.documents)
    with raising_problems(report):
        root = _root_of(folder, report)
        content = content_of(root) if root else None
        _check_references(directory, [report])
    return content


def _root_of(folder: "Traversable", report: Report, today: date | None = None) -> Fields | None:
    """The fields of a file, or `None`: it may be left out, or cannot be read, and is reported."""
    try:
        data = bytes_of(folder / report.file)
    except OSError as error:
        if report.file in _OPTIONAL and isinstance(error, FileNotFoundError):
            return None
        files = ", ".join(dict.fromkeys((*FILES, report.file)))
        fault = f"cannot be read in {str(folder)!r} ({error.strerror}); name a folder that holds {files}"
        report.at(1, 1, fault)
        return None
    node = read(data, report)
    root = Fields(node, report) if node else None
    report.review = _review(root, today) if root else None
    return root


def _review(root: Fields, today: date | None) -> Review:
    """Who looked a file over last, and when."""
    with root.fields("reviewed") as fields:
        day = fields.day("day")
        if day and today and day > today:
            fields.refuse("day", "is still to come; write the day on which somebody looked this file over")
        return Review(root.report.file, day or date.max, fields.text("role"))


def reviews(folder: "Traversable") -> tuple[Review, ...]:
    """Who looked over each file of a folder last, and when; leaves out those that cannot be read."""
    reports = [Report(file) for file in (*FILES, *_OPTIONAL, "sheet.yaml")]
    for report in reports:
        _root_of(folder, report)
    return tuple(report.review for report in reports if report.review)


def _check_references(directory: Directory, reports: list[Report]) -> None:
    """Refuse a reference to what does not exist."""
    people = [person.id for tier in directory.tiers.values() for person in tier.talk_to]
    known = {"contact": directory.contacts, "document": directory.documents, "person": people}
    for report in reports:
        for kind, node in report.references:
            if node.text in _LINES and node.text not in directory.contacts:
                report.add(node, "is a contact that must be there; give it back its id, spelled like this")
            elif node.text not in known[kind]:
                report.add(node, f"is not a {kind}; {suggestion(node.text, known[kind])}")


def _check_documents(documents: Fields, reports: list[Report]) -> None:
    """Refuse a document that is the source of nothing."""
    used = {node.text for report in reports for kind, node in report.references if kind == "document"}
    for key, _ in documents.node.fields.values():
        if key.text not in used:
            documents.report.add(key, "is the source of nothing; refer to it, or take it out")


def _check_contacts(directory: Directory, contacts: Fields) -> None:
    """Refuse data without a contact that the rules lead to, and a contact whose numbers cannot be right."""
    for key in _LINES:
        if key not in directory.contacts:
            what = "is missing; where you have no such team, write who takes its calls"
            contacts.refuse_whole(key, what)
    for key, fault in _faults_of_contacts(directory):
        contacts.report.add(contacts.node.fields[key][0], fault)


def _faults_of_contacts(directory: Directory) -> Iterator[tuple[str, str]]:
    """Each fault of the name and the numbers of a contact, after the id of the contact."""
    names: dict[str, str] = {}
    rung = {digits_of(contact.number.text): contact.name for contact in directory.contacts.values()}
    for key, contact in directory.contacts.items():
        if (other := names.setdefault(contact.name, key)) != key:
            yield key, f"has the name of {other}; write more after it, such as (out of hours)"
        number = contact.number
        old = [digits_of(number.text) for number in contact.numbers[1:]]
        if live := [rung[digits] for digits in old if digits in rung]:
            yield key, f"has an old number that {live[0]} is to be rung on; one of the two is wrong"
        if key in (DUTY, EDT) and number.text in SHORT:
            yield key, f"has the number {number.text}, which is not its own; write the team's number"
        line = _LINES.get(key, number.line)
        if number.line != line:
            yield key, f"rings a number whose line is {number.line}; give it one whose line is {line}"
        if key == EMERGENCY and number.text != LAST_RESORT[0][1]:
            yield key, f"is not {LAST_RESORT[0][1]}, the number for immediate danger; put that back"
        both = directory.with_otherwise(contact)
        if all(other.number.standing == Standing.UNCONFIRMED for other in both):
            remedy = "name a contact with a later number under `otherwise`"
            yield key, f"has only an unconfirmed number; {remedy}"
