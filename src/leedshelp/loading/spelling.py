"""How a text reads, whatever letters it is spelled with.

A rule that looks for words or digits must find them in capitals, with accents, in letters of another
alphabet that look the same, and in digits of another script.
"""

import re

# Letters of other alphabets, and the Latin ones that people take them for.
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅԀԚԜаеорсухіјѕԁԛԝһӏвкмтΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεινορτυχκ",
    "ABEKMHOPCTYXIJSDQWaeopcyxijsdqwhlbkmtABEZHIKMNOPTYXaeivoptuxk",
)
_APOSTROPHES = re.compile(
    "['`\N{ACUTE ACCENT}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}]"
)
_LATIN = re.compile("(?:.* )?(?:LATIN|REGIONAL INDICATOR) .*LETTER (?:[A-Z]+ )*([A-Z])(?: WITH .*)?")
"""The name of a letter that is one of A to Z in another shape, such as "ł"."""


def plain(text: str) -> str:
    """A text in small letters without accents, digits 0 to 9, no apostrophes, and single spaces."""
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        import unicodedata  # here, as most texts are ASCII

        text = unicodedata.normalize("NFKD", text).translate(_LOOK_ALIKES)
        text = "".join(map(_ascii, text))
    return " ".join(text.casefold().replace("&", " and ").split())


def mixes_alphabets(text: str) -> bool:
    """Whether a word has Latin letters and others, which no word has unless it is to look like another."""
    if text.isascii():
        return False
    import unicodedata

    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text))
    alphabets = [
        {unicodedata.name(c, "").split(" ")[0] for c in word if unicodedata.category(c) != "Lm"}
        for word in words
    ]
    return any("LATIN" in each and len(each) > 1 for each in alphabets)


def spaced(text: str) -> str:
    """The pattern of some letters or digits with the same between all of them: "999", "9 9 9", "9-9-9"."""
    first, second, *others = filter(str.isalnum, text)
    return rf"{first}(?P<gap>[^a-z0-9]*){second}" + "".join(f"(?P=gap){other}" for other in others)


def _ascii(character: str) -> str:
    """What people take a character for, in ASCII where there is such a thing; a mark on a letter is none."""
    import unicodedata

    if character.isascii():
        return character
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
