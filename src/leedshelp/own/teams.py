"""The team that a text of an agency's own file could be taken for.

The people of an agency stand beside the teams, each with a number. A person called "EDT" or "Duty & Advice"
would be rung in the place of the team.
"""

import re
from collections.abc import Iterable

from leedshelp.loading.spelling import plain, spaced
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Contact

# The teams to ring where harm is feared.
_FOR_HARM = (DUTY, EDT, EMERGENCY)

_NO_NAME = re.compile(
    "(?:an?|and|n|the|our|your|new|old|number|phone|team|line|desk|office|service|call|of|for|leed|child"
    "|children|city|council)s?"
)
"""Words that do not tell names apart: with or without them, people take a name for the same."""

_LIKE_LETTERS = str.maketrans("0135i", "olesl")
"""What people take for another letter, as in "LAD0" or "Adv1ce"."""


def team_in(contacts: Iterable[Contact], field: str, text: str) -> str | None:
    """The name of the team that the text of a field could be taken for, or `None`.

    No field may hold the name of a team for harm, or the letters of a team, such as EDT. The "name" and
    the "title" of a person may not hold the whole name of any team, or be another name for one. An
    "agency" may be called like a team that is not for harm, such as "Leeds Family Hubs". A "source" may
    name any team: it says where a number was read.
    """
    if field == "source":
        return None
    is_person = field in ("name", "title")
    for contact in contacts:
        holds = (is_person or contact.id in _FOR_HARM) and _holds_name(text, contact)
        if holds or _has_letters(text, contact) or (is_person and _is_name(text, contact)):
            return contact.name
    return None


def _holds_name(text: str, contact: Contact) -> bool:
    """Whether a text holds the whole name of a team; of a team for harm, a short form will do."""
    words, name = _words(contact.name), _name(_parts(contact.name)[0])
    if len(words) > 1 and "".join(words) in "".join(_words(text)):
        return True
    if contact.id not in _FOR_HARM or len(name) < 2:
        return False
    initials = " ?(?:and|n|[+/]) ?".join(word[0] for word in name)
    by_initials = " and " in contact.name and re.search(rf"\b{initials}\b", plain(text))
    joined = "".join(_name(text)).replace("and", "")  # as in "DutyAndAdvice"
    return "".join(name) in joined or bool(by_initials)


def _has_letters(text: str, contact: Contact) -> bool:
    """Whether a text has the letters of a team as a word of their own: "EDT", "E.D.T." or "EDTs"."""
    letters = [part for part in _parts(contact.name) if len(part) > 1 and part.isalpha() and part.isupper()]
    patterns = (spaced(plain(part).translate(_LIKE_LETTERS)) for part in letters)
    alike = plain(text).translate(_LIKE_LETTERS)
    return any(re.search(rf"(?<![a-z]){pattern}s?(?![a-z])", alike) for pattern in patterns)


def _is_name(text: str, contact: Contact) -> bool:
    """Whether a text is the name of a team, some words of it, or another name that people look for it by."""
    words, name = _name(text), _name(_parts(contact.name)[0])
    is_of_name = bool(words) and set(words) <= set(name)
    if is_of_name and (len(words) > 1 or len(name) == 1 or contact.id in _FOR_HARM):
        return True
    aliases = [_name(alias) for alias in contact.also]
    # An alias of three words or more is no common expression: it names the team even among other words.
    return any(words == alias or (len(alias) > 2 and "".join(alias) in "".join(words)) for alias in aliases)


def _parts(name: str) -> tuple[str, str]:
    """The name of a team, and what stands after it in brackets: "Children's Emergency Duty Team" and "EDT".

    What follows a colon is not part of the name.
    """
    name, _, note = name.partition(" (")
    return name.partition(":")[0], note.rstrip(")")


def _words(text: str) -> list[str]:
    """The words of a text, each in the singular, and in the letters that people take it for."""
    words = re.findall(r"[^\W_]+", plain(text))
    singular = (word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
    return [word.translate(_LIKE_LETTERS) for word in singular]


def _name(text: str) -> list[str]:
    """The words of a text that tell names apart."""
    words = re.findall(r"[^\W_]+", plain(text))
    return _words(" ".join(word for word in words if not _NO_NAME.fullmatch(word)))
