"""Telephone numbers in the midst of a text, in whatever digits and with whatever between them."""

import re

# What may stand between the digits of one number: all but letters, and what lists and times have. The
# limits keep a hostile text from taking long.
_SIGN = r"(?:(?![,:;])[\W_])"
_GAP = _SIGN + "{1,20}"
_MAYBE = _SIGN + "{0,20}"

LIKE_A_NUMBER = "|".join(
    (
        "[0-9](?: {0,20}[0-9]){6}",  # seven digits, in groups or not: 376 0336
        rf"(?<![0-9])0[0-9]{{2,4}}{_GAP}[0-9]{{3}}",  # an area code and more: (0113) 496
        rf"(?<![0-9])0[0-9](?:{_MAYBE}[0-9]){{7}}",  # any other groups: 01/13/49/60/00/1
        rf"(?<![0-9])[0-9]{{3}}{_SIGN}{{1,3}}[0-9]{{4}}(?![0-9])",  # without the area code: 376-0336
        rf"\+{_MAYBE}[1-9][0-9]{{0,2}}(?![0-9])(?:{_MAYBE}[0-9]){{8}}",  # as dialled from abroad: +44 (0)113
        rf"(?<![0-9])[0-9](?:{_GAP}[0-9](?![0-9])){{6}}",  # digit by digit: 3-7-6-0-3-3-6
    )
)
"""What looks like a telephone number in a text that is `plain`."""

# Dates are no numbers: 02/11/2026 and 2026-11-02.
_DATE = re.compile(
    r"\b(?:[0-3]?[0-9]([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])\b"
)


def holds_number(text: str) -> bool:
    """Whether a text holds what looks like a telephone number."""
    return bool(re.search(LIKE_A_NUMBER, plain(text)))


def plain(text: str) -> str:
    """A text as long as before, with dates crossed out, and every digit of any script as an ASCII one."""
    text = text if text.isascii() else "".join(map(_plain, text))
    return _DATE.sub(lambda date: "x" * len(date[0]), text)


def _plain(character: str) -> str:
    """A digit as an ASCII one, a letter as it is, and all else as a hyphen."""
    import unicodedata  # here, as hardly any text needs it

    value = unicodedata.numeric(character, -1)
    if value in range(10):
        return str(int(value))
    return character if character.isascii() or character.isalpha() else "-"
