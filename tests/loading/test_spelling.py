"""How a text reads, whatever letters it is spelled with."""

import re

import pytest

from leedshelp.loading.spelling import mixes_alphabets, plain, spaced


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Do  NOT\tring", "do not ring"),
        *((f"Don{sign}t", "dont") for sign in "'`\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}"),
        ("Duty & Advice", "duty and advice"),
        ("Duty&Advice", "duty and advice"),
        ("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}", "zoe"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoe"),
        ("\N{LATIN CAPITAL LETTER L WITH STROKE}uka", "luka"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER E}DT", "edt"),
        ("\N{LATIN LETTER SMALL CAPITAL E}dt", "edt"),
        ("\N{CIRCLED LATIN CAPITAL LETTER E}dt", "edt"),
        ("\N{SQUARED LATIN CAPITAL LETTER E}dt", "edt"),
        ("\N{REGIONAL INDICATOR SYMBOL LETTER E}dt", "edt"),
        ("\N{NEGATIVE SQUARED LATIN CAPITAL LETTER E}dt", "edt"),
        ("\N{MATHEMATICAL BOLD CAPITAL E}dt", "edt"),
        ("\N{CYRILLIC CAPITAL LETTER IE}D\N{CYRILLIC CAPITAL LETTER TE}", "edt"),
        ("n\N{CYRILLIC SMALL LETTER O}t", "not"),
        ("n\N{GREEK SMALL LETTER OMICRON}t", "not"),
        (
            "9\N{FULLWIDTH DIGIT NINE}\N{ARABIC-INDIC DIGIT NINE}\N{SUPERSCRIPT NINE}\N{CIRCLED DIGIT NINE}",
            "99999",
        ),
        ("9\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}", "9"),
        ("9\N{EN DASH}5", "9-5"),
        ("\N{CYRILLIC CAPITAL LETTER ZHE}", "\N{CYRILLIC SMALL LETTER ZHE}"),
    ],
)
def test_a_text_reads_the_same_however_it_is_spelled(text: str, read: str) -> None:
    assert plain(text) == read


TWO_ALPHABETS = [
    *("n\N{CYRILLIC SMALL LETTER O}t", "Team \N{GREEK CAPITAL LETTER EPSILON}DT"),
    *("\N{CHEROKEE LETTER A}uty", "\N{ARMENIAN SMALL LETTER OH}ne"),
]
ONE_ALPHABET = [
    "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka",
    *("Sam", "Kaua\N{MODIFIER LETTER TURNED COMMA}i", "\N{CJK UNIFIED IDEOGRAPH-674E} Lei"),
    "\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC SMALL LETTER EL} Smith",
]


def test_a_word_of_two_alphabets_is_known_from_words_of_several() -> None:
    assert [text for text in TWO_ALPHABETS + ONE_ALPHABET if mixes_alphabets(text)] == TWO_ALPHABETS


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [("edt", True), ("e.d.t", True), ("e - d - t", True), ("ed t", False), ("e d.t", False)],
)
def test_letters_are_spaced_evenly(text: str, *, is_meant: bool) -> None:
    """With something else between each two, they are a name such as "Ed T."."""
    assert bool(re.fullmatch(spaced("edt"), text)) is is_meant
