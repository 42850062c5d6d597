"""Telephone numbers in the midst of a text, in any digits or in words, and with any signs between them."""

import re

from leedshelp.loading.spelling import spaced
from leedshelp.model.phone import SHORT

# What may stand between the digits of one number: any sign but those of lists and times. No letter may. The
# limits of 20 keep a hostile text from taking long.
_SIGN = r"(?:(?![,:;])[\W_])"
_GAP = _SIGN + "{1,20}"
_MAYBE = _SIGN + "{0,20}"

_LIKE_A_NUMBER = re.compile(
    "|".join(
        (
            "[0-9](?: {0,20}[0-9]){6}",  # seven digits, in groups or not: 376 0336
            rf"(?<![0-9])0[0-9]{{2,4}}{_GAP}[0-9]{{3}}",  # an area code and more: (0113) 496
            rf"(?<![0-9])0[0-9](?:{_MAYBE}[0-9]){{7}}",  # any other groups: 01/13/49/60/00/1
            rf"(?<![0-9])[0-9]{{3}}{_SIGN}{{1,3}}[0-9]{{4}}(?![0-9])",  # without the area code: 376-0336
            rf"\+{_MAYBE}[1-9][0-9]{{0,2}}(?![0-9])(?:{_MAYBE}[0-9]){{8}}",  # from abroad: +44 (0)113
            rf"(?<![0-9])[0-9](?:{_GAP}[0-9](?![0-9])){{6}}",  # digit by digit: 3-7-6-0-3-3-6
        )
    )
)
"""What looks like a telephone number, in ASCII digits."""

# Dates, which are no numbers: 02/11/2026 and 2026-11-02.
_DATE = re.compile(
    r"\b(?:[0-3]?[0-9]([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])\b"
)

_DIGITS = {"zero": "0", "nought": "0", "o": "0", "oh": "0", "one": "1", "two": "2", "nine": "9"}
"""The digits of the short numbers by the words that people say for them."""


def holds_number(text: str) -> bool:
    """Whether a text holds what looks like a telephone number; a short one, such as 999, does not count."""
    text = text if text.isascii() else "".join(map(_ascii_digit, text))
    return bool(_LIKE_A_NUMBER.search(_DATE.sub("a date", text)))


def _ascii_digit(character: str) -> str:
    """A digit of any script as one of 0 to 9, a letter as it is, and another sign beyond ASCII as "-"."""
    import unicodedata  # here, as hardly any text needs it

    value = unicodedata.numeric(character, -1)
    if value in range(10):
        return str(int(value))
    return character if character.isascii() or character.isalpha() else "-"


def short_number_in(text: str) -> str | None:
    """The first of the short numbers with three digits that a text holds, in digits or in words, or `None`.

    The text must be `plain`.
    """
    text = re.sub("(?<=[a-z])[^a-z0-9 ]+(?=[a-z])", " ", text)
    text = re.sub(r"\b(nine|one|two|zero|nought|oh?)(s?)\b", lambda word: _DIGITS[word[1]] + word[2], text)
    # "3 9" is a time, and "3 9s" is not.
    text = re.sub(r"\b3 ?(?=x|times|[0-9]s\b)", "three ", text)
    text = re.sub(r"\b(?:triple|treble|three)(?: ?x| times)? ?([0-9])s?\b", r"\1\1\1", text)
    text = re.sub(r"\bdouble ([0-9])s?\b", r"\1\1", text)
    text = re.sub("(?<=9) +(?=9)", "", text)  # "99 9" is never a time
    for number in SHORT:
        # "1-1-2" is 112, and "11-2" is a time.
        if len(number) == 3 and re.search(rf"(?<![0-9]){spaced(number)}(?![0-9])", text):
            return number
    return None
