"""The schemas and docs/data.md: they say what the loader reads, of every field and of nothing else."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from leedshelp.directory import Directory
from leedshelp.loading import bundled_data
from tests.conftest import ROOT
from tests.loading.bad_files import BAD, Bad
from tests.schema import FOLDER, GUIDE, READERS, Schema, recorded, schemas, tables

EXAMPLE = ROOT / "tests" / "example"
OWN = ROOT / "tests" / "leeds"
TEXT = GUIDE.read_text(encoding="utf-8")
ROWS = tables(TEXT)
DATA = {
    file: [path for folder in (bundled_data(), OWN, EXAMPLE) if (path := folder / file).exists()]
    for file in READERS
}


class Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # C, where it is there
    """YAML as editors read it, which is version 1.2: `no` is text there, 2013 a number, nothing null."""

    yaml_implicit_resolvers: ClassVar[dict[str, object]] = {}


for kind, pattern, first in (
    ("null", "~|null|", ["~", "n", ""]),
    ("bool", "true|false", ["t", "f"]),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", "[-+]?[0-9]+[.][0-9]*", list("-+0123456789")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), first)


def in_an_editor(text: str) -> Any:
    """What a file's text is to an editor."""
    return Editor(text).get_single_data()


@cache
def validator(file: str) -> Validator:
    """The judge of a file, after its schema."""
    schema = recorded(file, str)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def fields(schema: Schema, path: str = "") -> Iterator[tuple[str, bool]]:
    """The path of every field of a schema, and whether it is needed."""
    for name, field in schema.get("properties", {}).items():
        at = f"{path}.{name}".removeprefix(".")
        yield at, name in schema["required"]
        yield from fields(field, at)
    for inner, step in (("items", "[]"), ("additionalProperties", ".ID")):
        if isinstance(schema.get(inner), dict):
            yield from fields(schema[inner], path + step)


def values(data: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value of a file with its path."""
    yield path, data
    match data:
        case dict():
            for name, inner in data.items():
                yield from values(inner, f"{path}.{name}".removeprefix("."))
        case list():
            for inner in data:
                yield from values(inner, f"{path}[]")


def is_part(example: object, whole: object) -> bool:
    """Whether an example is a value, or some of its names or items."""
    match example, whole:
        case dict(), dict():
            return all(name in whole and is_part(inner, whole[name]) for name, inner in example.items())
        case list(), list():
            return all(any(is_part(inner, each) for each in whole) for inner in example)
        case _:
            return example in (None, whole)


def test_every_schema_is_what_the_loader_reads_and_the_guide_says() -> None:
    """`python -m tests.schema` writes them anew."""
    assert {path: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == schemas()


@pytest.mark.parametrize("file", READERS)
def test_every_field_has_one_row_which_says_whether_it_is_needed(file: str) -> None:
    """And every row is about a field."""
    told = [
        (path, needed, [row for row in ROWS[file] if row.tells(path)])
        for path, needed in fields(recorded(file, str))
    ]
    assert [path for path, _, rows in told if len(rows) != 1] == []
    assert [path for path, needed, (row,) in told if row.needed is not needed] == []
    assert {row.path for row in ROWS[file]} == {row.path for _, _, (row,) in told}


@pytest.mark.parametrize("file", READERS)
def test_every_example_is_from_the_data(file: str) -> None:
    """At a path that the row is about; only where the data has nothing is there none."""
    data = list(values(in_an_editor(DATA[file][0].read_text(encoding="utf-8"))))
    for row in ROWS[file]:
        there = [value for path, value in data if row.tells(path)]
        assert bool(there) is bool(row.example), row
        example = in_an_editor(row.example)
        assert not there or any(is_part(example, value) for value in there), row


@pytest.mark.parametrize(
    "path",
    [path for paths in DATA.values() for path in paths],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_good_data_is_good_in_an_editor(path: Path) -> None:
    """No editor underlines what leedshelp reads."""
    data = in_an_editor(path.read_text(encoding="utf-8"))
    assert list(validator(path.name).iter_errors(data)) == []


# How the problems start that can be seen in one value, or in the names beside it.
SEEN = re.compile(
    "is missing; add it|is not a field here|is empty;|is text, not|is a list, not|lines, not text"
    "|is not known here|is not a good id|is not a time of day|is not a day of the calendar|is not a date"
    "|needs either|telephone number|is missing; leedshelp|is not a run of days"
)


@pytest.mark.parametrize(
    "bad",
    [bad for bad in BAD if any(SEEN.search(problem) for problem in bad.problems)],
    ids=lambda bad: ascii(bad.bad.strip())[:40],
)
def test_a_mistake_in_one_value_is_seen_in_an_editor(bad: Bad) -> None:
    """Before leedshelp has to tell it."""
    text = (EXAMPLE / bad.file).read_text(encoding="utf-8").replace(bad.good, bad.bad, 1)
    assert not validator(bad.file).is_valid(in_an_editor(text))


def test_a_telephone_number_without_quotes_is_seen_in_an_editor() -> None:
    """There, it has become another number."""
    text = (EXAMPLE / "contacts.yaml").read_text(encoding="utf-8").replace('"999"', "999")
    (error,) = validator("contacts.yaml").iter_errors(in_an_editor(text))
    assert error.json_path.endswith("numbers[0].number")


def test_every_number_in_the_guide_is_the_datas_own(leeds: Directory) -> None:
    """Or kept for examples; and none of them is promised to be more than seen."""
    known = {number.text for contact in leeds.contacts.values() for number in contact.numbers}
    written = set(re.findall("0[0-9]{3} [0-9]{3} [0-9]{4}", TEXT))
    assert {number for number in written if not number.startswith("0113 496 0")} <= known
    assert not re.search("current|verified|up to date", TEXT)


def test_the_guide_shows_a_problem_as_it_is_told_and_names_every_schema() -> None:
    """What is copied from it works."""
    (shown,) = re.findall("```text\n(.*)\n```", TEXT)
    assert any(shown in bad.problems for bad in BAD)
    assert set(re.findall("[a-z-]+[.]schema[.]json", TEXT)) == {path.name for path in schemas()}
