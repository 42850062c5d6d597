"""An agency's own contacts, added to what leedshelp knows.

The file may add people beside the roles that the tiers name. It may correct the number to ring of a
contact, if it names the number it replaces, where the agency learned it, and when; the number that
leedshelp came with then stays on the screen. National numbers, the teams' names and every word stay as
they are.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from leedshelp import phone
from leedshelp.directory import Contact, Directory, Document, Number, OwnPerson, Tier
from leedshelp.errors import DataError, Problem, UnsafeError
from leedshelp.loading import bytes_of
from leedshelp.loading.fields import Fields
from leedshelp.loading.nodes import Report, Scalar, TooManyError
from leedshelp.loading.reading import read
from leedshelp.places import open_to_anybody
from leedshelp.safety import refuse_unsafe

NAME = "own-contacts.yaml"
_MOST_PEOPLE = 10
_MOST = 80
"""How many characters a text may have here: it stands beside numbers, and must not push them away."""


def with_own(directory: Directory, path: Path, today: date | None = None) -> Directory:
    """What leedshelp knows with an agency's own contacts added, from the file at `path`.

    Where `today` is given, a later day is a problem. Raises `DataError` where the file cannot be read,
    trusted or understood, or would break a rule of safety; then none of it is used.
    """
    try:
        data, is_open = bytes_of(path), open_to_anybody(path)
    except OSError as error:
        remedy = "see that it is there, and that you may read it"
        fault = f"cannot be read ({error.strerror}): {str(path)!r}; {remedy}"
        raise DataError((Problem(path.name, 1, 1, "", None, fault),)) from None
    if is_open:
        fault = f"can be changed by anybody on this machine; run: chmod o-w {str(is_open)!r}"
        raise DataError((Problem(path.name, 1, 1, "", None, fault),))
    return added(directory, data, today, path.name)


def added(directory: Directory, data: bytes, today: date | None = None, name: str = NAME) -> Directory:
    """The same, from what such a file holds; problems are reported under `name`."""
    report = Report(name)
    merged = None
    with suppress(TooManyError):
        root = read(data, report)
        merged = merge(directory, Fields(root, "", report), today) if root else None
    if merged is None or report.problems:
        raise DataError(tuple(report.in_order()))
    try:
        refuse_unsafe(merged)
    except UnsafeError as error:
        raise DataError((Problem(name, 1, 1, "", None, str(error)),)) from None
    return merged


def merge(directory: Directory, root: Fields, today: date | None) -> Directory:
    """What is known with all that the fields of such a file add; what is wrong goes to their report."""
    with root:
        agency = root.text("agency", _MOST)
        people = _people(directory, root, today) if root.has("people") else {}
        corrections = _corrections(directory, root, agency, today) if root.has("corrections") else {}
    documents = {document.id: document for document, _ in corrections.values()}
    return directory._replace(
        agency=agency,
        tiers={key: _with_people(tier, people) for key, tier in directory.tiers.items()},
        contacts={
            key: contact._replace(numbers=(corrections[key][1], *contact.numbers))
            if key in corrections
            else contact
            for key, contact in directory.contacts.items()
        },
        documents={**directory.documents, **documents},
    )


def _with_people(tier: Tier, people: Mapping[str, tuple[OwnPerson, ...]]) -> Tier:
    return tier._replace(
        talk_to=tuple(person._replace(own=people.get(person.id, ())) for person in tier.talk_to)
    )


def _people(directory: Directory, root: Fields, today: date | None) -> dict[str, tuple[OwnPerson, ...]]:
    """The agency's people by role. A team that can be rung is no role: its number is only corrected."""
    teams = {contact.name for contact in directory.contacts.values()}
    known = [person for tier in directory.tiers.values() for person in tier.talk_to]
    with root.fields("people") as roles:
        return {
            role.id: tuple(_person(each, teams, today) for each in roles.items(role.id, _MOST_PEOPLE))
            for role in known
            if role.name not in teams and roles.has(role.id)
        }


def _person(fields: Fields, teams: set[str], today: date | None) -> OwnPerson:
    name, title = fields.text("name", _MOST), fields.optional("title", _MOST)
    for field, text in (("name", name), ("title", title or "")):
        if team := next((each for each in teams if each.casefold() in text.casefold()), None):
            what = f"names {team}, which is a team; write the name of a person"
            fields.report.add(fields.scalar(field), fields.at(field), what)
    return OwnPerson(
        name=name,
        title=title,
        number=_number(fields).text,
        hours=fields.text("hours", _MOST),
        checked=_day(fields, "checked", today),
    )


def _corrections(
    directory: Directory, root: Fields, agency: str, today: date | None
) -> dict[str, tuple[Document, Number]]:
    """For each contact that is corrected, the new number, and where the agency learned it."""
    with root.fields("corrections") as entries:
        national = [each.id for each in directory.contacts.values() if each.number.is_national]
        for each in national:
            if each in entries.node.fields and entries.has(each):
                key, _ = entries.node.fields[each]
                what = "is the same everywhere, and stays as it is; take this out"
                entries.report.add(key, entries.at(each), what)
        return {
            contact.id: _correction(directory, contact, fields, agency, today)
            for contact in directory.contacts.values()
            if contact.id not in national and entries.has(contact.id)
            for fields in [entries.fields(contact.id)]
        }


def _correction(
    directory: Directory, contact: Contact, fields: Fields, agency: str, today: date | None
) -> tuple[Document, Number]:
    """A number that takes the place of the one to ring, with all else about it but its menu."""
    with fields:
        node, replaces = _number(fields), fields.scalar("replaces")
        usual = contact.number
        if replaces.text and replaces.text != usual.text:
            what = f"is not the number leedshelp came with, which is {usual.text}; look at both again"
            fields.report.add(replaces, fields.at("replaces"), what)
        elif node.text == usual.text:
            what = "is the number leedshelp came with; there is nothing to correct, so take this out"
            fields.report.add(node, fields.at("number"), what)
        elif name := _whose(directory, node.text):
            what = f"is already known, as a number of {name}; look at it again"
            fields.report.add(node, fields.at("number"), what)
        day, source = _day(fields, "date", today), fields.text("source", _MOST)
        seen = directory.newest(usual.sources)
        if day < seen.seen:
            what = f"is earlier than when the other number was seen ({seen.when}); a correction must be later"
            fields.report.add(fields.scalar("date"), fields.at("date"), what)
    document = Document(f"own:{contact.id}", source, agency, date=day, read=None)
    number = usual._replace(
        text=node.text, options={}, sources=(document.id,), replaces=usual.text, corrected=day
    )
    return document, number


def _whose(directory: Directory, text: str) -> str | None:
    """The contact that has a number, old or new, if one has."""
    contacts = directory.contacts.values()
    return next((each.name for each in contacts if text in (number.text for number in each.numbers)), None)


def _number(fields: Fields) -> Scalar:
    """A number of a person or a team, as it was written."""
    node = fields.scalar("number")
    if node.text and (fault := phone.fault(node.text)):
        fields.report.add(node, fields.at("number"), fault)
    elif node.text and not node.text.startswith("0"):
        fields.report.add(node, fields.at("number"), "is the same everywhere; write a number of their own")
    return node


def _day(fields: Fields, name: str, today: date | None) -> str:
    """A day of the past, as an ISO date."""
    day = fields.day(name)
    if day and today and day > today:
        fields.report.add(fields.scalar(name), fields.at(name), "is still to come; write a day of the past")
    return str(day)
