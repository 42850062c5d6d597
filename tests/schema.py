"""The JSON Schemas of the data files, made from the loader: `python -m tests.schema` writes them anew.

The loader runs on a `Recorder`, which stands where the fields of a file would and writes down each one
that is asked for; so a schema cannot say other than the loader reads. What a field is, in words, comes
from the tables of docs/data.md.
"""

import json
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from leedshelp.dates import DAYS
from leedshelp.directory import DUTY, EDT, EMERGENCY, Audience
from leedshelp.loading import bundled_data, load
from leedshelp.loading.circumstances import circumstances
from leedshelp.loading.contacts import facts
from leedshelp.loading.fields import LIKE_A_NUMBER, MAX_ITEMS, MAX_TEXT, Fields
from leedshelp.loading.nodes import Mapping, Report, Scalar
from leedshelp.loading.own import merge
from leedshelp.loading.questions import words
from leedshelp.loading.services import table
from leedshelp.loading.sheets import sheet_words
from tests.conftest import ROOT

E = TypeVar("E", bound=StrEnum)
Schema = dict[str, Any]
Tell = Callable[[str], str]

READERS: dict[str, Callable[[Fields], object]] = {
    "contacts.yaml": facts,
    "services.yaml": table,
    "questions.yaml": words,
    "circumstances.yaml": circumstances,
    "sheet.yaml": sheet_words,
    "own-contacts.yaml": lambda fields: merge(load(bundled_data()), fields, None),
}
GUIDE = ROOT / "docs" / "data.md"
FOLDER = ROOT / "docs" / "schema"

_DAY = "-(0[1-9]|[12][0-9]|3[01])"
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])"
# To an editor, 2013 is a number and true a truth; the loader takes both as the text that was written.
_WORD = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
DEFINITIONS: dict[str, Schema] = {
    "text": {**_WORD, "not": {"type": "string", "pattern": LIKE_A_NUMBER}},
    "texts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
    "quoted": {"type": "string", "minLength": 1},
    "number": {"type": "string", "pattern": "^[0-9]+( [0-9]+)*$"},
    "email": {"type": "string", "pattern": "^[^@ ]+@[^@ ]+[.][^@ ]+$"},
    "id": {**_WORD, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "ids": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/id"}},
    "date": {**_WORD, "pattern": f"^([0-9]{{4}}|{_MONTH}({_DAY})?|unknown)$"},
    "day": {"type": "string", "format": "date", "pattern": f"^{_MONTH}{_DAY}$"},
    "weekdays": {"enum": [*DAYS, *(" to ".join(run) for run in combinations(DAYS, 2))]},
    "clock": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
}
"""The kinds of value, as the loader takes them."""


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


CHECKED: dict[str, Schema] = {
    "documents.ID": {"oneOf": [{"required": ["date"]}, {"required": ["read"]}]},
    "documents.ID.date": _ref("date"),
    "documents.ID.read": _ref("date"),
    "contacts": {"required": [EMERGENCY, DUTY, EDT]},
    "contacts.ID.numbers[].number": _ref("number"),
    "contacts.ID.numbers[].replaces": _ref("number"),
    "contacts.ID.email.address": _ref("email"),
    "circumstances.ID": {
        "if": {"required": ["for"], "properties": {"for": {"const": Audience.ANYONE}}},
        "then": {"required": ["ring"]},
        "else": {"required": ["talk_to"], "not": {"required": ["always"]}},
    },
    "hours.agreed[].days": _ref("weekdays"),
    "hours.disputed[].days": _ref("weekdays"),
    "bank_holidays.days": {"propertyNames": _ref("day")},
}
"""What the loader checks in a value it has read, and so no recording shows, where an editor can help."""


class Recorder(Fields):
    """Fields of no file: each one asked for is written into `schema`, and a stand-in is handed back.

    A field is needed unless the loader has first asked whether it is there.
    """

    def __init__(self, schema: Schema, path: str, tell: Tell) -> None:
        super().__init__(Mapping(1, 1, {}), path, Report(""))
        self.schema = schema
        self.tell = tell
        schema.update(type="object", properties={}, required=[])

    def __exit__(self, *_: object) -> None:
        self.schema["additionalProperties"] = False

    def has(self, name: str) -> bool:
        """Yes, so that the loader goes on to ask for it."""
        super().has(name)
        return True

    def scalar(self, name: str) -> Scalar:
        """Text kept exactly as it was written: in an editor, text in quotes."""
        self._ask(name, _ref("quoted"))
        return Scalar(1, 1, "")

    def text(self, name: str, most: int = MAX_TEXT) -> str:
        """Text of some length, without a telephone number in it."""
        self._ask(name, {**_ref("text"), "maxLength": most})
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of any texts, which may always be left out."""
        self.has(name)
        self._ask(name, _ref("texts"))
        return ()

    def choice(self, name: str, kind: type[E]) -> E:
        """One of some values."""
        self._ask(name, {"enum": [each.value for each in kind]})
        return next(iter(kind))

    def reference(self, name: str, kind: str) -> str:  # noqa: ARG002 - ids of all kinds are written alike
        """An id."""
        self._ask(name, _ref("id"))
        return ""

    def references(self, name: str, kind: str) -> tuple[str, ...]:  # noqa: ARG002 - the same
        """A list of ids."""
        self._ask(name, _ref("ids"))
        return ()

    def day(self, name: str) -> None:
        """A day of the calendar."""
        self._ask(name, _ref("day"))

    def clock(self, name: str) -> None:
        """A time of day."""
        self._ask(name, _ref("clock"))

    def fields(self, name: str) -> "Recorder":
        """Fields of its own, and no others once the loader has closed them."""
        return Recorder(self._ask(name, {}), self.at(name), self.tell)

    def each(self, name: str) -> Iterator[tuple[str, Fields]]:
        """Fields under ids; one id stands for all."""
        path = f"{self.at(name)}.ID"
        entry = dict(CHECKED.get(path, {}))
        some = {"type": "object", "minProperties": 1}
        self._ask(name, {**some, "propertyNames": _ref("id"), "additionalProperties": entry})
        with Recorder(entry, path, self.tell) as fields:
            yield "id", fields

    def items(self, name: str, most: int = MAX_ITEMS) -> Iterator[Fields]:
        """Fields in a list; one item stands for all."""
        item: Schema = {}
        self._ask(name, {"type": "array", "minItems": 1, "maxItems": most, "items": item})
        with Recorder(item, f"{self.at(name)}[]", self.tell) as fields:
            yield fields

    def pairs(self, name: str) -> Iterator[tuple[Scalar, Scalar, str]]:
        """Any texts under any names."""
        self._ask(name, {"type": "object", "minProperties": 1, "additionalProperties": _ref("text")})
        return iter(())

    def _ask(self, name: str, keywords: Schema) -> Schema:
        """The schema of a field, now written into that of the mapping it is in."""
        if name not in self._known:
            self.schema["required"].append(name)
        path = self.at(name)
        field = {"description": self.tell(path), **keywords, **CHECKED.get(path, {})}
        self.schema["properties"][name] = field
        return field


class Row(NamedTuple):
    """A line of a table in docs/data.md: what one field is; `example` is empty where there is none."""

    path: str
    needed: bool
    what: str
    example: str

    def tells(self, path: str) -> bool:
        """Whether this is about the field at a path; ID in a row stands for any id."""
        return bool(re.fullmatch("[^.]+".join(map(re.escape, self.path.split("ID"))), path))


def tables(guide: str) -> dict[str, list[Row]]:
    """The rows about each file: those under the heading that names it."""
    _, *parts = re.split("^## `(.+[.]yaml)`", guide, flags=re.MULTILINE)
    rows = re.compile("^\\| `(.+)` \\| (yes|no) \\| (.+) \\| (?:`(.+)`|none) \\|$", re.MULTILINE)
    return {
        file: [Row(path, needed == "yes", *rest) for path, needed, *rest in rows.findall(text)]
        for file, text in zip(parts[::2], parts[1::2], strict=True)
    }


def recorded(file: str, tell: Tell) -> Schema:
    """The schema of a file, with what `tell` says of the field at each path."""
    schema: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": file}
    READERS[file](Recorder(schema, "", tell))
    return {**schema, "$defs": DEFINITIONS}


def schemas() -> dict[Path, str]:
    """Every schema as it is written down, by the file it belongs in."""
    told = tables(GUIDE.read_text(encoding="utf-8"))

    def written(file: str) -> str:
        schema = recorded(file, lambda path: "".join(row.what for row in told[file] if row.tells(path)))
        return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"

    return {FOLDER / file.replace(".yaml", ".schema.json"): written(file) for file in READERS}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in schemas().items():
        path.write_text(text, encoding="utf-8")
