"""The start of the data of another place: our own files, with FILL IN where they say what only Leeds knows.

What holds all over England stays: most words, the documents of the government, the bank holidays. A sentence
that rests on a document of Leeds keeps its words, and needs one of the other place. What stands below a note
"Leeds's own words." is to be written anew. Every number is from the range kept for drama.
"""

import re
from datetime import date
from importlib.resources.abc import Traversable

from leedshelp.handouts.rendering import rendered
from leedshelp.loading.reading import FILL_IN
from leedshelp.model.directory import EMERGENCY, Directory

_NATIONAL = ("dfe-2024", "working-together", "govuk-bank-holidays")
"""The documents that hold in any place, on which the words or the bank holidays rest."""

_MADE = ("contacts.yaml", "services.yaml")
_COPIED = ("questions.yaml", "advice.yaml", "sheet.yaml")

_BEGUN = f"""\
#
# {FILL_IN} stands where something of yours is missing, and a number that starts with 0113 496 0 is made up:
# nobody answers it. `leedshelp check` tells you where, until nothing is left.

# Who looked this file over last, and when.
reviewed:
  day: {FILL_IN} a day, such as {{today}}
  role: {FILL_IN} who looked it over, such as a safeguarding lead
"""
"""What stands below the first notes of a file."""

_REVIEWED = re.compile(r"\n# Who looked .*\nreviewed:\n(?:  .*\n)+")
_SOURCES = re.compile(r"(?<=sources: )\[[^]]*\]")
_GUIDE = re.compile(r"^ +guide: .*\n", re.MULTILINE)
_OWN_WORDS = re.compile(r"^( *)# Leeds's own words\.\n\1(\S+:) (.*(?:\n\1 +\S.*)*)", re.MULTILINE)


def place(folder: Traversable, directory: Directory, today: date) -> dict[str, str]:
    """The files of a new place by their names, made on a day from the data of Leeds in a folder."""
    texts = {file: (folder / file).read_text(encoding="utf-8") for file in (*_MADE, *_COPIED)}
    begun = _BEGUN.format(today=today)
    made = {
        file: rendered(
            f"place/{file}",
            notes=_notes(texts[file]),
            begun=begun,
            national=[directory.documents[key] for key in _NATIONAL],
            emergency=directory.contacts[EMERGENCY],
            hours=directory.hours,
        )
        for file in _MADE
    }
    return made | {file: _copy(texts[file], begun) for file in _COPIED}


def _notes(text: str) -> list[str]:
    """The notes of a file that have several lines, each as it stands there."""
    return re.findall(r"^ *#.*(?:\n *#.*)+", text, re.MULTILINE)


def _copy(text: str, begun: str) -> str:
    """A file of words without what is only true of Leeds."""
    text = _REVIEWED.sub(lambda _: begun, text)
    text = _SOURCES.sub(_national, text)
    return _OWN_WORDS.sub(_words, _GUIDE.sub("", text))


def _national(sources: re.Match[str]) -> str:
    """The national ones of some sources, and that a document is to be filled in in place of the others."""
    ids = re.findall(r"[\w-]+", sources[0])
    kept = [key for key in ids if key in _NATIONAL]
    other = f"{FILL_IN} a document or take this out" if kept else f"{FILL_IN} a document"
    return f"[{', '.join([*kept, *([other] if len(kept) < len(ids) else [])])}]"


def _words(field: re.Match[str]) -> str:
    """A field to be written anew, below a note of what it says in Leeds."""
    indent, name, value = field.groups()
    old = " ".join(value.removeprefix(">-").split())
    return f"{indent}# Leeds says: {old}\n{indent}{name} {FILL_IN} your own words"
