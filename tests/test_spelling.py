"""How a text reads, whatever letters it is spelled with."""

import re

import pytest

from leedshelp.loading.spelling import mixes_alphabets, plain, spaced


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Do  NOT\tring", "do not ring"),
        ("Don't", "dont"),
        ("Don\N{RIGHT SINGLE QUOTATION MARK}t", "dont"),
        ("Don\N{ACUTE ACCENT}t", "dont"),
        ("Don`t", "dont"),
        ("Duty & Advice", "duty and advice"),
        ("Duty&Advice", "duty and advice"),
        ("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}", "zoe"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoe"),
        ("\N{LATIN CAPITAL LETTER L WITH STROKE}uka", "luka"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER E}DT", "edt"),
        ("\N{LATIN LETTER SMALL CAPITAL E}dt", "edt"),
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
    """In capitals, with accents, in another shape, in letters and digits that only look alike."""
    assert plain(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "n\N{CYRILLIC SMALL LETTER O}t",
        "Team \N{GREEK CAPITAL LETTER EPSILON}DT",
        "\N{CHEROKEE LETTER A}uty",
        "\N{ARMENIAN SMALL LETTER OH}ne",
    ],
)
def test_a_word_of_two_alphabets_is_known(text: str) -> None:
    """Whichever the other one is."""
    assert mixes_alphabets(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sam",
        "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka",
        "Kaua\N{MODIFIER LETTER TURNED COMMA}i",
        "\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC SMALL LETTER EL} Smith",
        "\N{CJK UNIFIED IDEOGRAPH-674E} Lei",
    ],
)
def test_a_name_in_any_one_alphabet_is_a_name(text: str) -> None:
    """And a text may have words of several."""
    assert not mixes_alphabets(text)


@pytest.mark.parametrize(
    ("text", "is_meant"), [("edt", 1), ("e.d.t", 1), ("e - d - t", 1), ("ed t", 0), ("e d.t", 0)]
)
def test_letters_are_spaced_evenly(text: str, is_meant: int) -> None:
    """With something else between each two, they are a name such as "Ed T."."""
    assert bool(re.fullmatch(spaced("edt"), text)) == bool(is_meant)
