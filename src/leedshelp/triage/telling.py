"""The telling words of a text: those by which people look for something, in whatever form they type them."""

import re
from functools import cache

FILLERS = frozenset(
    """
    a about advice after all also am an and another any anyone are as asked asking at be been before
    being boy brother but by can cant case child children childs come coming concern contact could
    daughter did didnt do does doesnt doing done dont else feel female for from get gets getting girl go
    goes going got guidance had has hasnt have having he help helped her here hers herself him himself
    his how i if im in into is isnt issue it its ive just keep keeps kid kids know lad
    lass leeds like male man may maybe me men might mine more most my need needs no not now number of
    off old on one or our out over people person phone please possibly problem pupil query question
    really ring said saw say says see seems seen shall she should sister so some somebody someone
    something son speak still student suspect suspected suspicion talk telephone tell than thank that
    the their them then there these they thing think thinks this those to today told too under up us
    very want wants was wasnt we well went were what when where which while who whom whose why will with
    without woman women wont worried worries worry would year years yes yet you young youngster your yr
    """.split()  # noqa: SIM905 - a list of 200 strings is not easier to read
)
"""Words that tell nothing apart: with or without them, people look for the same."""

PARENT = "parent"
"""What every word for a parent stands for. It narrows a query down, and finds nothing by itself."""

_PARENTS = dict.fromkeys(
    ("mum", "mummy", "mother", "dad", "daddy", "father", "parent", "stepdad", "stepfather"), PARENT
)

_SLIP_FROM = 5  # the letters from which a word may be misspelt
_LONG = 8  # the letters from which two letters may be wrong, and not one
_ALIKE = 2  # how many letters at the beginning must be right

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes; "0-19" is two words."""
    plain = text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return [_PARENTS.get(word.removesuffix("s"), word) for word in _WORD.findall(plain)]


def telling(words: list[str]) -> list[str]:
    """The words that are no filler, in their order."""
    return [word for word in words if word not in FILLERS]


@cache
def stem(word: str) -> str:
    """What the forms of a word have in common: "cut" of "cutting", "bruis" of "bruised"."""
    if len(word) < 3 or word[-1].isdigit():
        return word
    # Little is taken from a short word. A look-up goes through a thousand words: expressions would be slow.
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    for end in ("ing", "ed"):
        if word.endswith(end) and len(word) >= 4 + len(end):
            word = word.removesuffix(end)
            break
    if word[-1] == "e" and len(word) > 4:
        word = word[:-1]
    is_doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] in "bcdfghjkmnopqrtuvwxyz"
    return word[:-1] if is_doubled else word


def is_slip(typed: str, word: str) -> bool:
    """Whether a typed word may be a misspelling: it begins alike, and a letter or two are wrong."""
    shorter = min(len(typed), len(word))
    return (
        shorter >= _SLIP_FROM
        and typed[:_ALIKE] == word[:_ALIKE]
        and wrong(typed, word) <= 1 + (shorter >= _LONG)
    )


def is_near(typed: str, word: str) -> bool:
    """Whether a word may be meant by a typed one, though nobody can be sure of it."""
    return min(len(typed), len(word)) > 3 and typed[0] == word[0] and wrong(typed, word) <= _ALIKE


def wrong(typed: str, word: str) -> int:
    """How many letters to put in, take out, change or swap to make one word of the other; at most 3.

    More than two make another word of it, so that nobody has to count on.
    """
    if abs(len(typed) - len(word)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(word, 1):
            changed = before[j - 1] + (letter != other)
            row.append(min(before[j] + 1, row[j - 1] + 1, changed))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                row[j] = min(row[j], last[j - 2] + 1)
    return min(row[-1], 3)
