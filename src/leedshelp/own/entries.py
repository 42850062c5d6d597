"""The entries of an agency's own file: its people, and its corrections, each with what is wrong with it."""

import re
from datetime import date

from leedshelp.loading.agency import own_fault
from leedshelp.loading.fields import Fields
from leedshelp.loading.nodes import Report, Scalar
from leedshelp.model import phone
from leedshelp.model.directory import Contact, Directory, OwnPerson
from leedshelp.model.document import Document, newest
from leedshelp.model.number import Number, resolved
from leedshelp.own.teams import team_in
from leedshelp.triage import in_words

MOST_PEOPLE = 10
"""How many people a role may have."""

_MOST_CHARACTERS = 80
"""How long a text may be: it stands beside numbers, and must not push them away."""

# What people type in the place of a name that they do not know yet.
_NOBODY = re.compile("na|nil|none|no|yes|null|tba|tbc|tbd|todo|test|unknown|nobody|noone|someone|vacant|name")

_OWN_WORDS = {
    "agency": "write the name of your agency",
    "name": "write the name of a person",
    "title": "write what the person is",
    "hours": "write when the person can be rung",
}
"""What to write in each field in the place of the name of a team."""


def with_people(directory: Directory, root: Fields, agency: str, today: date | None) -> Directory:
    """A directory with the agency's people in their roles. A role that is a team with a number takes none."""
    teams = {contact.name for contact in directory.contacts.values()}
    roles = [role for tier in directory.tiers.values() for role in tier.talk_to if role.name not in teams]
    with root.fields("people") as fields:
        read = {
            role.id: [
                (person.node.path, _person(directory, person, agency, today))
                for person in fields.items(role.id, MOST_PEOPLE)
            ]
            for role in roles
            if fields.has(role.id)
        }
    own = {
        role: tuple(person for path, person in people if _is_good(root.report, path))
        for role, people in read.items()
    }
    tiers = {
        key: tier._replace(talk_to=tuple(role._replace(own=own.get(role.id, ())) for role in tier.talk_to))
        for key, tier in directory.tiers.items()
    }
    return directory._replace(tiers=tiers)


def _person(directory: Directory, fields: Fields, agency: str, today: date | None) -> OwnPerson:
    person = OwnPerson(
        name=_name(fields, directory),
        title=own_text(fields, "title", directory) if fields.has("title") else None,
        number=_number(fields, directory).text,
        hours=own_text(fields, "hours", directory),
        checked=_day(fields, "checked", today),
        about="",
    )
    return person._replace(about=in_words.own_person(agency, person.hours, person.checked))


def _name(fields: Fields, directory: Directory) -> str:
    """A field that is the name of a person, and no blank that somebody meant to fill in later."""
    name = own_text(fields, "name", directory)
    letters = "".join(filter(str.isalpha, name))
    if name and (len(letters) < 2 or _NOBODY.fullmatch(letters.casefold())):
        fields.refuse("name", f"is no name; {_OWN_WORDS['name']}")
    return name


def own_text(fields: Fields, name: str, directory: Directory) -> str:
    """A field that is a text of the agency's own. Refuses what an agency may not say, and names of teams."""
    text = fields.text(name, _MOST_CHARACTERS)
    fault = own_fault(text[:_MOST_CHARACTERS])  # a longer one is refused already
    if not fault and (team := team_in(directory.contacts.values(), name, text)):
        fault = f"names {team}, which is a team; {_OWN_WORDS[name]}"
    if fault:
        fields.refuse(name, fault)
    return text


def with_corrections(directory: Directory, root: Fields, agency: str, today: date | None) -> Directory:
    """A directory with each corrected number before the number that it replaces."""
    with root.fields("corrections") as entries:
        national = [contact.id for contact in directory.contacts.values() if contact.number.is_national]
        for contact_id in national:
            if contact_id in entries.node.fields and entries.has(contact_id):
                key, _ = entries.node.fields[contact_id]
                entries.report.add(key, "is the same everywhere, and stays as it is; take this out")
        for contact in directory.contacts.values():
            if contact.id not in national and entries.has(contact.id):
                fields = entries.fields(contact.id)
                document, number = _correction(directory, contact, fields, agency, today)
                if not _is_good(root.report, fields.node.path):
                    continue
                corrected = contact._replace(numbers=resolved((number, *contact.numbers)))
                directory = directory._replace(
                    contacts={**directory.contacts, contact.id: corrected},
                    documents={**directory.documents, document.id: document},
                )
    return directory


def _correction(
    directory: Directory, contact: Contact, fields: Fields, agency: str, today: date | None
) -> tuple[Document, Number]:
    """The document and the number of a correction. The number has no menu, and the rest of the usual one."""
    with fields:
        usual = contact.number
        node, replaces = _number(fields, directory, usual), fields.scalar("replaces")
        if replaces.text and not phone.same(replaces.text, usual.text):
            what = f"is not the number leedshelp came with, which is {usual.text}; look at both again"
            fields.refuse("replaces", what)
        day, source = _day(fields, "date", today), own_text(fields, "source", directory)
        seen = newest(usual.documents)
        if day and day < seen.since:
            what = (
                f"is earlier than when the other number was seen ({seen.dated}); a correction must be later"
            )
            fields.refuse("date", what)
    document = Document(f"own:{contact.id}", source, agency, date=day or None)
    number = usual._replace(
        text=node.text, options={}, documents=(document,), replaces=(usual.text,), corrected=day
    )
    return document, number


def _number(fields: Fields, directory: Directory, usual: Number | None = None) -> Scalar:
    """The field `number` of a person, or of a team whose `usual` number it corrects."""
    node = fields.scalar("number")
    if node.text and (fault := _number_fault(node.text, directory, usual)):
        fields.refuse("number", fault)
    return node


def _number_fault(text: str, directory: Directory, usual: Number | None) -> str | None:
    """The fault of a number that cannot be a person's own, or a team's new one, and how to put it right."""
    if fault := phone.fault(text):
        return fault
    if text in phone.SHORT:
        return "is the same everywhere; write a number of their own"
    if usual and phone.same(text, usual.text):
        return "is the number leedshelp came with; there is nothing to correct, so take this out"
    for contact in directory.contacts.values():
        for number in contact.numbers:
            if phone.same(text, number.text) and number.replaced_by:
                return (
                    f"is an old number of {contact.name}, which has {contact.number.text} now; write another"
                )
            if phone.same(text, number.text):
                return f"is already known, as a number of {contact.name}; look at it again"
    return None


def _day(fields: Fields, name: str, today: date | None) -> str:
    """A field that is a day of the past, as an ISO date; empty where it is none."""
    day = fields.day(name)
    if day and today and day > today:
        fields.refuse(name, "is still to come; write a day of the past")
    return str(day or "")


def _is_good(report: Report, path: str) -> bool:
    """Whether there is no problem of the entry at a path."""
    return not any(f"{problem.path}.".startswith(f"{path}.") for problem in report.problems)
