"""UK telephone numbers: how many digits each has, how people write them, and what a telephone dials."""

import re

SHORT = ("999", "112", "101", "111", "0800 1111")
"""The short numbers, which are the same everywhere in the country."""

# How the messages say what a number may start with.
_ORDINARY = "01, 02, 03, 07 or 0800"

# Prefixes, from Ofcom's numbering plan, of numbers that nobody in a hurry should ring, and why. 07624 is a
# mobile number on the Isle of Man.
_REFUSED = (
    ("070", "is a personal number, which looks like a mobile and costs far more to ring"),
    ("076(?!24)", "is a pager's, which nobody can talk to"),
    ("08(?!0[08])", "costs extra to ring"),
    ("09|118", "costs a lot to ring"),
)

# Prefixes, how many digits the whole number may have, and what messages call it; the first prefix that
# fits decides. The lengths are those of Ofcom's numbering plan: numbers of a few 01 areas, but not of
# Leeds, and some 0800 numbers are a digit shorter than the others.
_PREFIXES = (
    ("0113", (11,), "a Leeds number"),
    ("0800", (10, 11), "an 0800 number"),
    ("0808", (11,), "an 0808 number"),
    ("011", (11,), "a number with this area code"),
    ("01[2-9]", (10, 11), "a number with this area code"),
    ("02[03489]", (11,), "a number with this area code"),
    ("03[0347]", (11,), "an 03 number"),
    ("07", (11,), "a mobile number"),
)


# How the numbers begin that Ofcom keeps for drama: of large cities, of nowhere, mobiles, 0808 and 03.
_MADE_UP = (
    *(f"01{city}4960" for city in (13, 14, 15, 16, 17, 18, 21, 31, 41, 51, 61)),
    *("01914980", "01632960", "02079460", "02896496", "02920180", "07700900", "08081570", "03069990"),
)


def fault(text: str) -> str | None:
    """The fault of a text that is no UK number in readable groups, and how to put it right; else `None`."""
    if text in SHORT:
        return None
    if text.startswith(("+", "00")):
        return "is not written as people dial it; start it with a single 0"
    if re.search("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]", text):
        return "has curly quotes round it; type straight ones"
    if not re.fullmatch("[0-9 ]+", text):
        return "is not a UK number; use only the digits 0 to 9, with single spaces between groups"
    digits = text.replace(" ", "")
    for prefix, reason in _REFUSED:
        if re.match(prefix, digits):
            return f"{reason}; write one that starts with {_ORDINARY}"
    row = next((row for row in _PREFIXES if re.match(row[0], digits)), None)
    if row is None:
        return f"is not a UK number; one starts with {_ORDINARY}, or is 999, 101 or 111"
    _, lengths, name = row
    if len(digits) not in lengths:
        expected = " or ".join(map(str, lengths))
        return f"is not a UK number: {name} has {expected} digits, and this has {len(digits)}; check it"
    if not re.fullmatch("[0-9]{3,5}( [0-9]{3,6})+", text):
        return f'is not in groups that are easy to read; write it as "{grouped(digits)}"'
    return None


def is_made_up(number: str) -> bool:
    """Whether a number is in a range that Ofcom keeps for drama, in which nobody answers."""
    return digits_of(number).startswith(_MADE_UP)


def same(number: str, other: str) -> bool:
    """Whether two numbers have the same digits, in any groups."""
    return digits_of(number) == digits_of(other)


def grouped(digits: str) -> str:
    """The digits of a full UK number in groups: "01134960123" is "0113 496 0123"."""
    match digits[:2]:
        case "02":
            return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
        case "07":
            return f"{digits[:5]} {digits[5:]}"
        case _:
            return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


def digits_of(text: str) -> str:
    """The digits of a number or part of one, as dialled in the UK: "+44 (0)113 496" is "0113496"."""
    return re.sub("[^0-9]", "", re.sub(r"^\s*(\+|00)44\s*(\(0\))?", "0", text))


def dial(number: str) -> str:
    """What a telephone dials for a number: "+441134960123"; for a short one such as 999, its digits."""
    digits = number.replace(" ", "")
    return f"+44{digits[1:]}" if digits.startswith("0") else digits
