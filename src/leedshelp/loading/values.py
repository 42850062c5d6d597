"""The values that a data file may hold: text with and without quotes, and brackets.

A value is refused if parsers of YAML read it in different ways, such as a question mark between brackets, or
if they read something else than what was written, such as a text that a note (#) cuts short.
"""

import re
from typing import NoReturn

from leedshelp.loading.cursor import Cursor, StopError

# A name and its colon. A parser looks no further than 1,024 characters for the colon, and no name that a
# file may have is that long or holds a colon itself.
NAME = re.compile(
    r"""("(?:[^"\\]|\\.){0,200}"|'[^']{0,200}'|"""
    r"""[^\s"'#&*!|>%@`,\[\]{}?:+\u2022\xb7\u2013\u2014-](?:[^:#]|(?<! )\#){0,200}) *:(?= |$)"""
)
# The end of a line, perhaps with a note.
NOTE = re.compile(r" *(?: #.*)?$")

_COLON = re.compile(r" *:(?= |$)")
# A note, which starts a line or follows a space.
_NOTE_IN_BRACKETS = re.compile("(?:^|(?<= ))#")
# A quote in single quotes is written twice; in double quotes, a backslash stands before it.
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
# A backslash in double quotes: the digits of a code, or another character.
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
# A text without quotes, up to what ends it or what parsers differ about.
_TEXT_IN_BRACKETS = re.compile(
    r"""[^\s,\[\]{}:?#&*!|>'"%@`-](?:[^,\[\]{}:?#]|:(?![ ,\[\]{}?]|$)|(?<! )\#)*"""
)

# What a letter after a backslash stands for in double quotes; no screen should get any of these.
_LETTERS = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))

# Characters that count as printable and show nothing: a name of them looks empty, or has a gap in it.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159"

# Faults that more than one check tells of.
_START = "a value cannot start with this character; put quotes round the value"
_TOO_MANY_COLONS = "there is a colon too many; put quotes round a text that has a colon"


def indent(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def unquoted(name: str) -> str:
    """A name without the spaces and the quotes round it."""
    return name.strip().strip("\"'")


def check_text(cursor: Cursor, column: int) -> None:
    """Check the value without quotes that starts in a column, and ends with the line."""
    text, note, _ = cursor.line[column:].partition(" #")
    if re.match("-(?: |$)", text):
        cursor.stop(column, "a list starts on a line of its own, with two spaces more than its name")
    if text[0] in ",]}%@`?:":
        cursor.report(column, _START)
    elif colon := re.search(":(?= |$)", text):
        cursor.report(column + colon.start(), _TOO_MANY_COLONS)
    elif note:
        cursor.report(column, _cut_short(text))


def _cut_short(text: str) -> str:
    """The fault of a text that a note ends early: YAML reads "Duty #1 team" as "Duty"."""
    remedy = "put the note on a line of its own, or the whole value in quotes"
    return f'"{text.strip()}" is cut short by a note (#) after it; {remedy}'


def refuse_copy_or_tag(cursor: Cursor, column: int) -> bool:
    """Refuse a mark in a column that copies another part of the file, or a tag of YAML.

    Gives whether the line ends after it.
    """
    mark = re.split(r"[ ,\[\]{}]", cursor.line[column:], maxsplit=1)[0]
    is_tag = mark.startswith("!")
    fault = "is a YAML tag; take it out" if is_tag else "stands for another part of the file; write that out"
    cursor.report(column, f'"{mark}" {fault}, or put the whole value in quotes')
    return bool(NOTE.match(cursor.line, column + len(mark)))


def check_quoted(cursor: Cursor, column: int) -> int:
    """Check the text in quotes that starts in a column. Gives the column after it."""
    quoted = _QUOTED.match(cursor.line, column)
    if not quoted:
        fault = "the quote that opens here is not closed on its line"
        cursor.stop(column, f"{fault}; close it at the end of the value")
    check_escapes(cursor, column, quoted.end())
    return quoted.end()


def check_escapes(cursor: Cursor, start: int, end: int) -> None:
    """Check the characters that a text between two columns spells out, which only double quotes do."""
    if cursor.line[start] != '"':
        return
    for escape in _ESCAPE.finditer(cursor.line, start, end):
        digits, letter = escape[1] or escape[2] or escape[3], escape[4]
        code = int(digits, 16) if digits else ord(_LETTERS.get(letter, letter))
        if letter and letter not in _LETTERS and letter not in '"/\\ ':
            fault = "a backslash means something else in double quotes; use single quotes"
        elif 0xD800 <= code <= 0xDFFF:
            fault = f"{escape[0]} spells out half a character; type the character itself in its place"
        elif code > 0x10FFFF:
            fault = f"{escape[0]} spells out no character: there are none after \\U0010FFFF; take it out"
        elif is_unseen(chr(code)):
            fault = f"{in_words(chr(code))} is spelled out in this value; take it out"
        else:
            continue
        cursor.report(escape.start(), fault)


def check_brackets(cursor: Cursor, column: int) -> int:
    """Check the bracket that opens in a column, and all up to the one that closes it, even lines below.

    Gives the column after that.
    """
    opens = (cursor.row, column)
    is_list = cursor.line[column] == "["
    closes = "]" if is_list else "}"
    cursor.check_depth(column)
    cursor.steps.append(0)
    column = _go_on(cursor, column + 1, opens)
    while cursor.line[column] != closes:
        if not is_list:
            column = _go_on(cursor, _name_in_brackets(cursor, column), opens)
        check_value = check_brackets if cursor.line[column] in "[{" else _value_in_brackets
        column = _go_on(cursor, check_value(cursor, column), opens)
        if cursor.line[column] == ",":
            position = cursor.steps[-1]
            cursor.steps[-1] = position + 1 if isinstance(position, int) else ""
            column = _go_on(cursor, column + 1, opens)
        elif cursor.line[column] != closes:
            _refuse_bracket(cursor, opens)
    cursor.steps.pop()
    return column + 1


def _go_on(cursor: Cursor, column: int, opens: tuple[int, int]) -> int:
    """Pass over spaces, notes and ends of lines between brackets. Gives the column of what comes next.

    `opens` is the row and the column of the innermost bracket that is open.
    """
    while True:
        while cursor.line.startswith(" ", column):
            column += 1
        if column < len(cursor.line) and not _NOTE_IN_BRACKETS.match(cursor.line, column):
            return column
        if cursor.row + 1 == len(cursor.lines) or cursor.lines[cursor.row + 1].startswith(("---", "...")):
            _refuse_bracket(cursor, opens)
        cursor.row, column = cursor.row + 1, 0


def _refuse_bracket(cursor: Cursor, opens: tuple[int, int]) -> NoReturn:
    """Refuse the innermost bracket that is open, where it opens: that helps more than where it breaks."""
    cursor.row, column = opens
    cursor.steps.pop()
    fault = "the bracket that opens here is not closed properly"
    cursor.stop(column, f"{fault}; close it, with commas between the items")


def _name_in_brackets(cursor: Cursor, column: int) -> int:
    """Check the name between curly brackets that starts in a column. Gives the column after its colon."""
    name = NAME.match(cursor.line, column)
    if not name or (name[1][0] not in "\"'" and re.search(r"[,\[\]{}?]", name[1])):
        cursor.steps.pop()
        fault = "between curly brackets, each name has a colon, a space and a value"
        cursor.stop(column, f"{fault}; put quotes round the whole of a text that has brackets")
    cursor.steps[-1] = unquoted(name[1])
    check_escapes(cursor, column, name.end(1))
    return name.end()


def _value_in_brackets(cursor: Cursor, column: int) -> int:
    """Check the text between brackets that starts in a column. Gives the column after it."""
    if cursor.line[column] in "\"'":
        end = check_quoted(cursor, column)
    elif text := _TEXT_IN_BRACKETS.match(cursor.line, column):
        end = text.end()
        if cursor.line[end : end + 1] == "#":
            cursor.stop(column, _cut_short(text[0]))
        if cursor.line[end : end + 1] == "?":
            cursor.stop(end, "a question mark ends a text between brackets; put quotes round the text")
    elif cursor.line[column] in "&*!":
        refuse_copy_or_tag(cursor, column)
        raise StopError
    else:
        cursor.stop(column, _START)
    if cursor.line[end : end + 1] == ":" or _COLON.match(cursor.line, end):
        cursor.stop(cursor.line.index(":", end), _TOO_MANY_COLONS)
    return end


def is_unseen(character: str) -> bool:
    """Whether a character looks like nothing or like a space, or acts on a screen."""
    return not character.isprintable() or character in _BLANK


def in_words(character: str) -> str:
    """The code of a character, and its name if it has one: "the character U+00A0 (NO-BREAK SPACE)"."""
    import unicodedata  # here, as only a fault needs it

    code, name = f"U+{ord(character):04X}", unicodedata.name(character, "")
    kind = "control character" if unicodedata.category(character) == "Cc" else "character"
    return f"the {kind} {code} ({name})" if name else f"the {kind} {code}"
