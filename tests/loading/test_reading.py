"""Reading: what is wrong in a text, where, in which field and what to do, whichever parser reads it."""

import random

import pytest
import yaml

from leedshelp.loading.cursor import MAX_DEPTH
from leedshelp.loading.nodes import Mapping, Report, TooManyError
from leedshelp.loading.reading import MAX_BYTES, read
from tests.conftest import EXAMPLE
from tests.loading.bad_files import table
from tests.test_fuzz import mutated

OWN = (EXAMPLE / "own.yaml").read_text(encoding="utf-8")
AGAIN = "start again from the one leedshelp came with"
PLAIN = "save it as plain text in UTF-8"
OPEN = "the bracket that opens here is not closed properly; close it, with commas between the items"
DEEP = f"the file is nested deeper than {MAX_DEPTH} levels; no field is that deep, so take the inner ones out"


def outcome(data: bytes) -> tuple[Mapping | None, list[str]]:
    """What a file holds, and what is wrong with it, each with its line, column and field."""
    report = Report("f")
    try:
        root = read(data, report)
    except TooManyError:
        root = None
    return root, [str(problem).removeprefix("f:") for problem in report.problems]


def changed() -> list[bytes]:
    """Every file with a mistake, and some hundred with mistakes at random."""
    chance = random.Random(27)
    _, rows = table()
    return [*(row.text.encode() for row in rows), *(mutated(OWN, chance) for _ in range(800))]


def test_both_parsers_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml, what is read and what is told are the same: place, field, fault and remedy."""
    files = changed()
    with_c = [outcome(data) for data in files]
    monkeypatch.delattr("yaml.CBaseLoader")
    assert [outcome(data) for data in files] == with_c
    assert sum(root is None for root, _ in with_c) > 300
    assert sum(root is not None for root, _ in with_c) > 200


def test_what_the_grammar_passes_every_parser_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """No parser is the first to find a fault; if one were, the file would be refused all the same."""
    assert not [data for data in changed() if any("cannot be read" in line for line in outcome(data)[1])]

    def gives_up(*_: object, **__: object) -> None:
        raise yaml.YAMLError

    monkeypatch.setattr("yaml.parse", gives_up)
    assert outcome(OWN.encode()) == (None, [f"1:1: the file cannot be read; {AGAIN}"])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", f"nothing is written here; {AGAIN}"),
        (b"\n\n", f"nothing is written here; {AGAIN}"),
        (b"  \n \n", f"nothing is written here; {AGAIN}"),
        (b"\xef\xbb\xbf", f"nothing is written here; {AGAIN}"),
        (b"# a note\n  # another\n", f"nothing but notes (#) is written here; {AGAIN}"),
        (b"---\n# a note\n", f"nothing but notes (#) is written here; {AGAIN}"),
        (b"agency,number\nSchool,0113\n", "this line has no colon; write it as name: value"),
        (b"PK\x03\x04\x14\0", f"the file is not plain text but a Word, Excel or zip file; {PLAIN}"),
        (b"\xd0\xcf\x11\xe0", f"the file is not plain text but an old Word or Excel file; {PLAIN}"),
        (b"%PDF-1.7", f"the file is not plain text but a PDF; {PLAIN}"),
        (b"{\\rtf1", f"the file is not plain text but rich text, as WordPad saves it; {PLAIN}"),
        (b"\x89PNG\r\n", f"the file is not plain text but a picture; {PLAIN}"),
        (b"\xff\xd8\xff\xe0", f"the file is not plain text but a picture; {PLAIN}"),
        (b"\n<!DOCTYPE html>", f"the file is not plain text but a web page or the like; {PLAIN}"),
        (b"x" * (MAX_BYTES + 1), "the file is larger than 250,000 bytes; leedshelp's data is far smaller"),
    ],
)
def test_a_file_that_is_no_such_file_is_told_what_it_is(data: bytes, problem: str) -> None:
    assert outcome(data) == (None, [f"1:1: {problem}"])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"# a note\n'A school'\n", "2:1: this line has no colon; write it as name: value"),
        (b"# a note\n- agency: A\n", f"2:1: the file is one list, not `name: value` lines; {AGAIN}"),
        (b"  [a, b]\n", f"1:3: the file is one list, not `name: value` lines; {AGAIN}"),
        *((f"a: [b{rest}".encode(), f"1:4: a: {OPEN}") for rest in ("", "\n", "\nc", "\n---\n]", "\n...\n]")),
        (b"a: \x81\n", "1:4: a: byte 0x81 is not UTF-8; save the file as UTF-8"),
        (b"a: \xc0\x80\n", "1:4: a: byte 0xc0 is not UTF-8; save the file as UTF-8"),
        (
            b"people:\n  role:\n    - name: St Mary\x92s\n",
            "3:20: people.role[0].name: byte 0x92 is not UTF-8, but \N{RIGHT SINGLE QUOTATION MARK} in"
            " Windows-1252, as older programs save it; save the file as UTF-8",
        ),
        (
            b"a: \xed\xa0\x80\n",
            "1:4: a: half a character (U+D800) stands here; type the character itself in its place",
        ),
    ],
)
def test_a_file_with_a_fault_anywhere_is_told_the_place(data: bytes, problem: str) -> None:
    assert outcome(data) == (None, [problem])


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"], ids=["without a mark", "with a mark"])
@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(
    ("size", "name"), [(16, "UTF-16, which Windows calls Unicode"), (32, "UTF-32")], ids=["16", "32"]
)
def test_another_unicode_is_told_by_its_name(mark: str, order: str, size: int, name: str) -> None:
    """At the top of the file: every line of it is at fault."""
    data = f"{mark}{OWN}".encode(f"utf-{size}-{order}")
    assert outcome(data) == (None, [f"1:1: the file is not UTF-8 but {name}; {PLAIN}"])


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"], ids=["without a mark", "with a mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_lines_are_counted_whatever_they_end_with(mark: str, end: str) -> None:
    """Old editors of a Mac end them with a carriage return alone, and Windows marks the start of a file."""
    root, problems = outcome(f"{mark}{OWN}".replace("\n", end).encode())
    assert root
    assert (root, problems) == outcome(OWN.encode())
    _, problems = outcome(f"{mark}{OWN}".replace("Jo Sample", "Jo: Sample").replace("\n", end).encode())
    (problem,) = problems
    assert problem.startswith("10:15: people.line-manager[1].name: there is a colon too many; ")


def nested(count: int) -> str:
    """Names inside names, a line each."""
    return "".join(f"{'  ' * level}a:\n" for level in range(count))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 21, "1:21"),
        ("[" * 100_000, "1:21"),
        ("[" * 1001 + "]" * 1001, "1:21"),
        ("a: " + "{a: " * 30_000, "1:80"),
        ("a: " + "[a, " * 30_000, "1:80"),
        ("- " * 21 + "a", "1:41"),
        ("- " * 100_000, "1:41"),
        (nested(21), "21:41"),
        (nested(400), "21:41"),
        (nested(19) + "  " * 19 + "- - a", "20:41"),
        (nested(19) + "  " * 19 + "- [a, [b]]", "20:41"),
        (nested(18) + "  " * 18 + "a: [[a], [[b]]]", "19:41"),
    ],
    ids=lambda value: value[:12],
)
def test_nesting_without_end_is_refused(text: str, place: str) -> None:
    """However deep, where it goes too deep, before any parser gives up by itself."""
    _, (problem,) = outcome(text.encode())
    assert problem.startswith(f"{place}: ")
    assert problem.endswith(f": {DEEP}")


@pytest.mark.parametrize("text", [nested(20), nested(19) + "  " * 19 + "[a]", "a: " + "[" * 19 + "]" * 19])
def test_twenty_levels_are_taken(text: str) -> None:
    _, problems = outcome(text.encode())
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n",
        "# note\n--- # note\na: 'b' # note: yes\n",
        "a: # note\n- b\n-   - c\n    - d\n-\n  e: f\n",
        "a:\n  b\nc:\n  - 'd'\n  - [e, # note\n     f,\n\n g ]\n",
        "a: >- # note\n\n   b: c\n     # d\n\n   e\nf: |\n\n g\n",
        '{a: b, "c": {d: 09:00}, e: [],\n f: [g#h, "i: j"] }\n',
        "\"a b\": 'it''s'\nc d : e\nf#g: h\n",
        'a: "\\x41\\u00e9\\U0001F600\\"\\\\\\/\\ "\n',
        "a: b:c\n",
        "a:\nb:\n  c:\nd: -1\n",
    ],
)
def test_plain_yaml_is_taken(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a YAML reader of no opinion takes it, with either parser."""
    root, problems = outcome(text.encode())
    assert problems == []
    monkeypatch.delattr("yaml.CBaseLoader")
    assert outcome(text.encode()) == (root, [])
