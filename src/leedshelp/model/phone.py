"""What a UK telephone number is: how many digits each prefix has, how people write it and dial it."""

import re

SHORT = ("999", "112", "101", "111", "0800 1111")
"""The numbers that are the same everywhere."""

_ORDINARY = "01, 02, 03, 07 or 0800"

# Numbers that must not stand where a person in a hurry rings them, by Ofcom's numbering plan. 07624 is a
# mobile number on the Isle of Man.
_REFUSED = (
    ("070", "is a personal number, which looks like a mobile and costs far more to ring"),
    ("076(?!24)", "is a pager's, which nobody can talk to"),
    ("08(?!0[08])", "costs extra to ring"),
    ("09|118", "costs a lot to ring"),
)

# Prefix, the digits the whole number may have, and its name; the first that fits decides. Lengths are
# those of Ofcom's numbering plan: a few 01 areas and 0800 numbers are a digit short, Leeds is not.
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


def fault(text: str) -> str | None:
    """What stops `text` from being a UK number in readable groups, and how to put it right."""
    if text in SHORT:
        return None
    if text.startswith(("+", "00")):
        return "is not written as people in Leeds dial it; start it with a single 0"
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


def same(number: str, other: str) -> bool:
    """Whether two numbers have the same digits, in whatever groups."""
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
    """The digits that someone means by part of a number: "+44 (0)113 496" is "0113496"."""
    return re.sub("[^0-9]", "", re.sub(r"^\s*(\+|00)44\s*(\(0\))?", "0", text))


def dial(number: str) -> str:
    """What a telephone dials: "+441134960123"; a short number such as 999 as it is."""
    digits = number.replace(" ", "")
    return f"+44{digits[1:]}" if digits.startswith("0") else digits
