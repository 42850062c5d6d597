"""Which team an agency's own text could be taken for.

The people of an agency stand beside the teams, each with a number. Somebody called "EDT" or "Duty & Advice"
would be rung in the place of the team.
"""

import re
from collections.abc import Iterable

from leedshelp.loading.spelling import plain, spaced
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Contact

_FOR_HARM = (DUTY, EDT, EMERGENCY)

_NO_NAME = re.compile(
    "(?:an?|and|n|the|our|your|new|old|number|phone|team|line|desk|office|service|call|of|for|leed|child"
    "|children|city|council)s?"
)
"""Words that a name goes without, or has besides, and is still taken for the same."""

_LIKE_LETTERS = str.maketrans("0135i", "olesl")
"""What looks like another letter: "LAD0", "Adv1ce"."""


def team_in(contacts: Iterable[Contact], field: str, text: str) -> str | None:
    """The name of the team that a text could be taken for, in a field of an agency's own file.

    No text holds the name of a team for harm, nor letters such as EDT. The name or title of a person holds
    no team's whole name, either, and is not all that a team is called. An agency may be called like another
    team, as "Leeds Family Hubs" is. A source may name any team, as it tells where a number was read.
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
    """Whether a text holds the whole name of a team, or the name of a team for harm in short."""
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
    """Whether a text has a team's letters by themselves: EDT, "E.D.T." or "EDTs"."""
    letters = [part for part in _parts(contact.name) if len(part) > 1 and part.isalpha() and part.isupper()]
    patterns = (spaced(plain(each).translate(_LIKE_LETTERS)) for each in letters)
    alike = plain(text).translate(_LIKE_LETTERS)
    return any(re.search(rf"(?<![a-z]){pattern}s?(?![a-z])", alike) for pattern in patterns)


def _is_name(text: str, contact: Contact) -> bool:
    """Whether a text is a team's name, some words of it, or another name that people look for it by."""
    words, name = _name(text), _name(_parts(contact.name)[0])
    some = bool(words) and set(words) <= set(name)
    if some and (len(words) > 1 or len(name) == 1 or contact.id in _FOR_HARM):
        return True
    others = [_name(other) for other in contact.also]
    # Three words and more are no common expression, and name the team though others stand beside them.
    return any(words == other or (len(other) > 2 and "".join(other) in "".join(words)) for other in others)


def _parts(name: str) -> tuple[str, str]:
    """A name without its notes, and what stands in brackets: "Children's Emergency Duty Team" and "EDT"."""
    in_short, _, noted = name.partition(" (")
    return in_short.partition(":")[0], noted.rstrip(")")


def _words(text: str) -> list[str]:
    """The words of a text; one of a thing and more of it are the same."""
    words = re.findall(r"[^\W_]+", plain(text))
    alone = (word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
    return [word.translate(_LIKE_LETTERS) for word in alone]


def _name(text: str) -> list[str]:
    """The words of a text that make a name."""
    words = re.findall(r"[^\W_]+", plain(text))
    return _words(" ".join(word for word in words if not _NO_NAME.fullmatch(word)))
