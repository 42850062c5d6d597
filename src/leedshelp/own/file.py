"""What an agency's own file holds, and its text: readable, for those who edit it by hand."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from leedshelp.model.directory import Directory, OwnPerson, TierId
from leedshelp.model.document import newest

_HEAD = """\
# Your agency's own contacts, for leedshelp: people at work, and how to reach them.
# Never write the name of a child or a family here.
#
# To change it by questions: leedshelp setup. To change it by hand: write after the colons, keep the spaces at
# the start of each line, and put quotes round a text with a colon in it. Then run: leedshelp check
"""


class Correction(NamedTuple):
    """A number in the place of the one that leedshelp came with, and where and when it was learned."""

    number: str
    replaces: str
    source: str
    date: str


class OwnFile(NamedTuple):
    """The agency, its people by the ids of their roles, and its corrections by the ids of contacts."""

    agency: str = ""
    people: Mapping[str, tuple[OwnPerson, ...]] = {}
    corrections: Mapping[str, Correction] = {}

    def with_people(self, role: str, people: tuple[OwnPerson, ...]) -> "OwnFile":
        """The same with these people in a role; without the role, where there are none."""
        others = {key: known for key, known in self.people.items() if key != role}
        return self._replace(people={**others, role: people} if people else others)

    def with_correction(self, contact: str, correction: Correction | None) -> "OwnFile":
        """The same with a correction of the number of a contact, or without any."""
        others = {key: known for key, known in self.corrections.items() if key != contact}
        return self._replace(corrections={**others, contact: correction} if correction else others)


def file_of(directory: Directory) -> OwnFile:
    """What an agency's own file holds that was added to a directory."""
    corrected = {
        contact.id: contact.number for contact in directory.contacts.values() if contact.number.corrected
    }
    return OwnFile(
        agency=directory.agency or "",
        people={person.id: person.own for person in directory.people(TierId.SPECIALIST) if person.own},
        corrections={
            key: Correction(
                number.text, number.replaces[0], newest(number.documents).title, str(number.corrected)
            )
            for key, number in corrected.items()
        },
    )


def has_notes(data: bytes) -> bool:
    """Whether somebody has written notes of their own into a file, which `text_of` does not know."""
    lines = (line.strip() for line in data.decode(errors="replace").splitlines())
    return any(line.startswith("#") and line not in _HEAD.splitlines() for line in lines)


def text_of(file: OwnFile) -> str:
    """The text of an agency's own file."""
    import yaml  # for start-up: only what is saved needs it here

    people = {role: list(map(_person, people)) for role, people in file.people.items()}
    corrections = {contact: correction._asdict() for contact, correction in file.corrections.items()}
    parts: dict[str, Any] = {"agency": file.agency}
    parts |= {"people": people} if people else {}
    parts |= {"corrections": corrections} if corrections else {}
    # Of any width, so that no text is broken over two lines.
    return _HEAD + "".join(
        "\n" + yaml.safe_dump({name: part}, allow_unicode=True, sort_keys=False, width=10_000)
        for name, part in parts.items()
    )


def _person(person: OwnPerson) -> dict[str, str]:
    """The fields of a person, without one that is empty."""
    fields = ("name", "title", "number", "hours", "checked")
    return {name: str(value) for name in fields if (value := getattr(person, name))}
