"""How a text reads, whatever characters it is spelled with.

A rule that looks for words or digits must find them in capitals, with accents, in letters of another alphabet
that look the same, and in digits of another script.
"""

import re

# Letters of Cyrillic and Greek, and the Latin ones that people take them for.
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅԀԚԜаеорсухіјѕԁԛԝһӏвкмтΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεινορτυχκ",
    "ABEKMHOPCTYXIJSDQWaeopcyxijsdqwhlbkmtABEZHIKMNOPTYXaeivoptuxk",
)
# What people type for an apostrophe.
_APOSTROPHES = re.compile(
    "['`\N{ACUTE ACCENT}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}]"
)
_LATIN = re.compile("(?:.* )?(?:LATIN|REGIONAL INDICATOR) .*LETTER (?:[A-Z]+ )*([A-Z])(?: WITH .*)?")
"""The name in Unicode of a letter that is one of A to Z in another shape, such as "ł"."""


def plain(text: str) -> str:
    """A text in small letters without accents, with digits 0 to 9, single spaces and no apostrophes."""
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        import unicodedata  # here, as most texts are ASCII

        text = unicodedata.normalize("NFKD", text).translate(_LOOK_ALIKES)
        text = "".join(map(_ascii, text))
    return " ".join(text.casefold().replace("&", " and ").split())


def mixes_alphabets(text: str) -> bool:
    """Whether a word has letters of Latin and of another alphabet: only a word in disguise has both."""
    if text.isascii():
        return False
    import unicodedata  # here, as most texts are ASCII

    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text))
    alphabets = [
        {unicodedata.name(c, "").split(" ")[0] for c in word if unicodedata.category(c) != "Lm"}
        for word in words
    ]
    return any("LATIN" in names and len(names) > 1 for names in alphabets)


def spaced(text: str) -> str:
    """A pattern of letters or digits with the same gap between all of them: "999", "9 9 9", "9-9-9"."""
    first, second, *rest = filter(str.isalnum, text)
    return rf"{first}(?P<gap>[^a-z0-9]*){second}" + "".join(f"(?P=gap){character}" for character in rest)


def _ascii(character: str) -> str:
    """The ASCII character that people take a character for, or itself if there is none; "" for an accent."""
    import unicodedata  # here, as most texts are ASCII

    category = unicodedata.category(character)
    if category.startswith("M"):
        return ""
    digit = unicodedata.digit(character, None)
    latin = _LATIN.fullmatch(unicodedata.name(character, ""))
    if digit is not None:
        return str(digit)
    if latin:
        return latin[1]
    return "-" if category == "Pd" else character
