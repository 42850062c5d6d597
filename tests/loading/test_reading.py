"""Reading: what is wrong in a text, where, in which field and what to do, whichever parser reads it."""

import random

import pytest
import yaml

from leedshelp.loading.cursor import MAX_DEPTH
from leedshelp.loading.nodes import Mapping, Report, TooManyError
from leedshelp.loading.reading import MAX_BYTES, read
from tests.conftest import ROOT
from tests.loading.bad_files import table

EXAMPLE = ROOT / "tests" / "example"
OWN = (EXAMPLE / "own.yaml").read_text(encoding="utf-8")
AGAIN = "start again from the one leedshelp came with"
PLAIN = "save it as plain text in UTF-8"
DEEP = f"the file is nested deeper than {MAX_DEPTH} levels; no field is that deep, so take the inner ones out"
CLOSE = "the bracket that opens here is not closed properly; close it, with commas between the items"


def outcome(data: bytes) -> tuple[Mapping | None, list[str]]:
    """What a file holds, and what is wrong with it."""
    report = Report("f")
    try:
        root = read(data, report)
    except TooManyError:
        root = None
    return root, [str(problem).removeprefix("f:") for problem in report.problems]


def problems(text: str) -> list[str]:
    """What is wrong with a text, each with its line, column and field."""
    return outcome(text.encode())[1]


def mutated(text: str, chance: random.Random) -> str:
    """A text with some of its characters and lines taken out, doubled, moved or written over."""
    pieces = [
        *" \n:#-[]{}&*!|>'\"%@,?\\",
        "\n  ",
        "- ",
        ": ",
        " #",
        "---\n",
        "? ",
        "|\n",
        '"\\ud800"',
        "[a, b]",
    ]
    for _ in range(chance.randint(1, 3)):
        lines = text.splitlines(keepends=True)
        line, start = chance.randrange(len(lines)), chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                text = "".join([*lines[:line], *lines[line + 1 :]])
            case 1:
                text = "".join([*lines[:line], " ", *lines[line:]])
            case 2:
                text = text[:start] + chance.choice(pieces) + text[start:]
            case _:
                text = text[:start] + chance.choice(pieces) + text[start + chance.randint(1, 9) :]
    return text


def changed() -> list[bytes]:
    """Every file with a mistake, and some hundred with mistakes at random."""
    chance = random.Random(27)
    _, rows = table()
    return [*(row.text.encode() for row in rows), *(mutated(OWN, chance).encode() for _ in range(600))]


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
    ("data", "told"),
    [
        (b"", f"1:1: nothing is written here; {AGAIN}"),
        (b"\n\n", f"1:1: nothing is written here; {AGAIN}"),
        (b"  \n \n", f"1:1: nothing is written here; {AGAIN}"),
        (b"\xef\xbb\xbf", f"1:1: nothing is written here; {AGAIN}"),
        (b"# a note\n  # another\n", f"1:1: nothing but notes (#) is written here; {AGAIN}"),
        (b"---\n# a note\n", f"1:1: nothing but notes (#) is written here; {AGAIN}"),
        (b"Example School\n", "1:1: this line has no colon; write it as name: value"),
        (b"# a note\n'Example School'\n", "2:1: this line has no colon; write it as name: value"),
        (b"agency,number\nSchool,0113\n", "1:1: this line has no colon; write it as name: value"),
        (b"# a note\n- agency: School\n", f"2:1: the file is one list, not `name: value` lines; {AGAIN}"),
        (b"  [a, b]\n", f"1:3: the file is one list, not `name: value` lines; {AGAIN}"),
        (b"PK\x03\x04\x14\0", f"1:1: the file is not plain text but a Word, Excel or zip file; {PLAIN}"),
        (b"\xd0\xcf\x11\xe0", f"1:1: the file is not plain text but an old Word or Excel file; {PLAIN}"),
        (b"%PDF-1.7", f"1:1: the file is not plain text but a PDF; {PLAIN}"),
        (b"{\\rtf1", f"1:1: the file is not plain text but rich text, as WordPad saves it; {PLAIN}"),
        (b"\x89PNG\r\n", f"1:1: the file is not plain text but a picture; {PLAIN}"),
        (b"\xff\xd8\xff\xe0", f"1:1: the file is not plain text but a picture; {PLAIN}"),
        (b"\n<!DOCTYPE html>", f"1:1: the file is not plain text but a web page or the like; {PLAIN}"),
        (
            b"x" * (MAX_BYTES + 1),
            "1:1: the file is larger than 250,000 bytes; leedshelp's data is far smaller",
        ),
        (b"agency: \x81\n", "1:9: agency: byte 0x81 is not UTF-8; save the file as UTF-8"),
        (b"agency: \xc0\x80\n", "1:9: agency: byte 0xc0 is not UTF-8; save the file as UTF-8"),
        (
            b"agency: St Mary\x92s\n",
            "1:16: agency: byte 0x92 is not UTF-8, but \N{RIGHT SINGLE QUOTATION MARK} in"
            " Windows-1252, as older programs save it; save the file as UTF-8",
        ),
        (
            b"people:\n  role:\n    - name: Zo\xeb\n",
            "3:15: people.role[0].name: byte 0xeb is not UTF-8, but \N{LATIN SMALL LETTER E WITH DIAERESIS}"
            " in Windows-1252, as older programs save it; save the file as UTF-8",
        ),
        (
            b"agency: \xed\xa0\x80\n",
            "1:9: agency: half a character (U+D800) stands here; type the character itself in its place",
        ),
        (
            b"agency: a\0b\n",
            "1:10: agency: the control character U+0000 cannot be told from nothing or a space; take it out",
        ),
        (
            b"people:\n\trole:\n",
            "2:1: people.role: a tab cannot be told from spaces; type spaces in its place",
        ),
        (
            "people:\n\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}role: a\n".encode(),
            "2:1: people.role: the character U+00A0 (NO-BREAK SPACE) cannot be told from nothing or"
            " a space; type an ordinary space in its place",
        ),
        (
            "agency: \N{HANGUL FILLER}\n".encode(),
            "1:9: agency: the character U+3164 (HANGUL FILLER) cannot be told from nothing or a"
            " space; take it out",
        ),
        (
            "agency: Jo\N{BRAILLE PATTERN BLANK}Sample\n".encode(),
            "1:11: agency: the character U+2800 (BRAILLE PATTERN BLANK) cannot be told from nothing"
            " or a space; take it out",
        ),
        (
            "agency: \ue000\n".encode(),
            "1:9: agency: the character U+E000 cannot be told from nothing or a space; take it out",
        ),
    ],
)
def test_a_file_that_is_no_such_file_is_told_what_it_is(data: bytes, told: str) -> None:
    """Its kind, where that can be told, and what to do."""
    assert outcome(data) == (None, [told])


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"], ids=["without a mark", "with a mark"])
@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(
    ("size", "name"), [(16, "UTF-16, which Windows calls Unicode"), (32, "UTF-32")], ids=["16", "32"]
)
def test_another_unicode_is_told_by_its_name(mark: str, order: str, size: int, name: str) -> None:
    """At the top of the file: every line of it is at fault."""
    data = f"{mark}{OWN}".encode(f"utf-{size}-{order}")
    assert outcome(data) == (None, [f"1:1: the file is not UTF-8 but {name}; {PLAIN}"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_lines_are_counted_whatever_they_end_with(end: str) -> None:
    """Old editors of a Mac end them with a carriage return alone."""
    root, told = outcome(OWN.replace("\n", end).encode())
    assert (root, told) == outcome(OWN.encode())
    assert root
    assert problems(OWN.replace("Jo Sample", "Jo: Sample").replace("\n", end)) == [
        "10:15: people.line-manager[1].name: there is a colon too many; put quotes round a text"
        " that has a colon"
    ]


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
    (problem,) = problems(text)
    assert problem.startswith(f"{place}: ")
    assert problem.endswith(f": {DEEP}")


@pytest.mark.parametrize("text", [nested(20), nested(19) + "  " * 19 + "[a]", "a: " + "[" * 19 + "]" * 19])
def test_twenty_levels_are_taken(text: str) -> None:
    """The limit itself is not too deep."""
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            r'"\ud800"',
            r"10: agency: \ud800 spells out half a character; type the character itself in its place",
        ),
        (
            r'"a \uDFFF"',
            r"12: agency: \uDFFF spells out half a character; type the character itself in its place",
        ),
        (
            r'"\U00110000"',
            r"10: agency: \U00110000 spells out no character: there are none after \U0010FFFF; take it out",
        ),
        (
            r'"\UFFFFFFFF"',
            r"10: agency: \UFFFFFFFF spells out no character: there are none after \U0010FFFF; take it out",
        ),
        (r'"\e[2J"', "10: agency: the control character U+001B is spelled out in this value; take it out"),
        (
            r'"a \u202E"',
            "12: agency: the character U+202E (RIGHT-TO-LEFT OVERRIDE) is spelled out in this value;"
            " take it out",
        ),
        (
            r'"\u3164"',
            "10: agency: the character U+3164 (HANGUL FILLER) is spelled out in this value; take it out",
        ),
        (r'"C:\x"', "12: agency: a backslash means something else in double quotes; use single quotes"),
        (r'"\u12"', "10: agency: a backslash means something else in double quotes; use single quotes"),
        (
            "'The council's team'",
            "21: agency: more follows after this quote; put quotes of the other kind round the whole of it",
        ),
        (
            "[Hubs] in Leeds",
            "14: agency: more follows after this bracket; put quotes round the whole of a text that"
            " has brackets",
        ),
        (
            "{first} team",
            "10: agency: between curly brackets, each name has a colon, a space and a value; put"
            " quotes round the whole of a text that has brackets",
        ),
        ("[a", f"9: agency: {CLOSE}"),
        ("[a\n  b]", f"9: agency: {CLOSE}"),
        ("[a: b]", "11: agency[0]: there is a colon too many; put quotes round a text that has a colon"),
        ("{a: b: c}", "14: agency.a: there is a colon too many; put quotes round a text that has a colon"),
        ("[a, 'b': c]", "16: agency[1]: there is a colon too many; put quotes round a text that has a colon"),
        ("{a: [b, [c}", f"17: agency.a[1]: {CLOSE}"),
        (
            "[a, who?]",
            "16: agency[1]: a question mark ends a text between brackets; put quotes round the text",
        ),
        ("[a, @b]", "13: agency[1]: a value cannot start with this character; put quotes round the value"),
        (
            "[a, *b]",
            '13: agency[1]: "*b" stands for another part of the file; write that out, or put the'
            " whole value in quotes",
        ),
        (
            "[a, b #1]",
            '13: agency[1]: "b" is cut short by a note (#) after it; put the note on a line of its'
            " own, or the whole value in quotes",
        ),
        (
            "{a: b, a: c}",
            '16: agency.a: "a" is written twice, here and on line 1; keep one of them. If something'
            " new starts here, give it its first line (in a list, one that starts with a hyphen)",
        ),
        (
            "[{a: b}, {a: b, a: c}]",
            '25: agency[1].a: "a" is written twice, here and on line 1; keep one of them. If'
            " something new starts here, give it its first line (in a list, one that starts with a hyphen)",
        ),
        (
            "|2\n  a",
            "9: agency: a value cannot start with this character; put quotes round the value, or"
            " write only >- here and the value on the next line",
        ),
        (
            "> 5 people",
            "9: agency: a value cannot start with this character; put quotes round the value, or"
            " write only >- here and the value on the next line",
        ),
    ],
    ids=ascii,
)
def test_a_value_that_cannot_be_read_is_told(text: str, told: str) -> None:
    """Each in its field, at the character to look at."""
    assert problems(f"agency: {text}\n") == [f"1:{told}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agency:A school\npeople:\n", "1:7: there is no space after this colon; put one there"),
        ('"agency":A\n', "1:9: there is no space after this colon; put one there"),
        ("a:\n  b:c\n  d: e\n", "2:4: a: there is no space after this colon; put one there"),
        ("a:\n  - b: c\n    d:e\n", "3:6: a[0]: there is no space after this colon; put one there"),
        ("a:\n  -b: c\n", "2:3: a: there is no space after this hyphen; put one there"),
        (
            "a:\n  + b\n",
            "2:3: a: a line of a list starts with a hyphen and a space; type them in place of this",
        ),
        ("a:\n  b c\n  d: e\n", "2:3: a: this line has no colon; write it as name: value"),
        ("a:\n  b: c\n  d e\n", "3:3: a: this line has no colon; write it as name: value"),
        ("a: [b]\n  c\n", "2:3: a: this line has no colon; write it as name: value"),
        ("a: b\n? c\n", "2:1: a name must be text; write it as name: value"),
        ("a:\n  [b]: c\n", "2:3: a: a name must be text; write it as name: value"),
        ("a:\n  !x b: c\n", '2:3: a: "!x" is a YAML tag; take it out, or put the whole value in quotes'),
        ("a: b\n---\nc: d\n", "2:1: `---` starts a second document; a file holds only one"),
        ("--- a: b\n", "1:1: a line cannot start like this; take it out"),
        ("a: b\n...\n", "2:1: a line cannot start like this; take it out"),
        ("%YAML 1.1\n---\na: b\n", "1:1: a line cannot start like this; take it out"),
        (
            "a: b\n  c: d\n",
            "2:3: c: the line above has a value already; take that out, or start this line further"
            " to the left",
        ),
        (
            "a: b\n  - c\n",
            "2:3: a: the line above has a value already; take that out, or start this line further"
            " to the left",
        ),
        (
            "a:\n    b: c\n  d: e\n",
            "3:3: a: names of one thing start in one column, and so do the hyphens of one list; this"
            " does not",
        ),
        (
            "a:\n  b: |-\n      c\n    d\n",
            "4:5: a.b: this line has no colon; write it as name: value",
        ),
        (
            "a:\n  b:\n    c\n    d\n",
            "3:5: a.b: the value that starts here runs on; put it on one line, or write >- and start"
            " it on the next",
        ),
    ],
)
def test_a_line_out_of_place_is_told(text: str, told: str) -> None:
    """The slips of typing that a parser only stumbles over later, each where it was made."""
    assert problems(text) == [told]


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
    root, told = outcome(text.encode())
    assert told == []
    monkeypatch.delattr("yaml.CBaseLoader")
    assert outcome(text.encode()) == (root, [])


def test_every_fault_of_a_value_is_told_at_once() -> None:
    """Those after which the next line can be relied on."""
    assert problems('a: b: c\nd: @e\nf: g # h\ni: !j k\nl: &m\n  n: *o\np: "\\q \\ud800"\n<<: {q: r}\n') == [
        "1:5: a: there is a colon too many; put quotes round a text that has a colon",
        "2:4: d: a value cannot start with this character; put quotes round the value",
        '3:4: f: "g" is cut short by a note (#) after it; put the note on a line of its own, or'
        " the whole value in quotes",
        '4:4: i: "!j" is a YAML tag; take it out, or put the whole value in quotes',
        '5:4: l: "&m" stands for another part of the file; write that out, or put the whole value in quotes',
        '6:6: l.n: "*o" stands for another part of the file; write that out, or put the whole'
        " value in quotes",
        "7:5: p: a backslash means something else in double quotes; use single quotes",
        "7:8: p: \\ud800 spells out half a character; type the character itself in its place",
        "8:1: <<: `<<` copies another part; write the fields out here",
    ]
