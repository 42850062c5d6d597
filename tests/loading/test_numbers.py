"""Telephone numbers in a text: each is noticed however it is written, and nothing else is taken for one."""

import pytest

from leedshelp.loading.numbers import holds_number

NUMBERS = [
    *("0113 496 0001", "01134960001", "0113 4960001", "ring 0113  496  0001 now", "tel:0113-496-0001"),
    *("(0113) 496 0001", "[0113]4960001", "(0)113 496 0001", "0-113-496-0001", "0113\n496 0001"),
    *(f"0113{sign}496{sign}0001" for sign in "-_./*~|\\+=\N{MIDDLE DOT}\N{BULLET}\N{HORIZONTAL ELLIPSIS}"),
    *(f"0113{dash}496{dash}0001" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u301c"),
    *("0113 - 496 - 0001", "0113 (496) 0001", "01 13 49 60 00 1", "01.13.49.60.00.1", "01/13/49/60/00/1"),
    *(sign.join("01134960001") for sign in (" ", "-", "_", ".", "/", " - ", "\N{NO-BREAK SPACE}")),
    *("+44 113 496 0001", "+44 (0)113 496 0001", "+441134960001", "+44-113-496-0001", "+44.11.34.96.00.01"),
    *("0044 113 496 0001", "0044-113-496-0001", "44-113-496-0001", "+353 1 496 0001"),
    *("496 0001", "4960001", "496-0001", "496.0001", "496_0001", "4-9-6-0-0-0-1"),
    *("0800 1111", "0800-1111", "0800_1111", "0800.1111", "0808/800/5000", "020-7946-0001", "07700.900.123"),
    "\u0660\u0661\u0661\u0663 \u0664\u0669\u0666 \u0660\u0660\u0660\u0661",  # Arabic-Indic
    "\u0966\u0967\u0967\u0969 \u096a\u096f\u096c \u0966\u0966\u0966\u0967",  # Devanagari
    "\uff10\uff11\uff11\uff13\uff0d\uff14\uff19\uff16\uff0d\uff10\uff10\uff10\uff11",  # full width
    "\U0001d7ce\U0001d7cf\U0001d7cf\U0001d7d1 \U0001d7d2\U0001d7d7\U0001d7d4 0001",  # mathematical
    "\u24ea\u2460\u2460\u2462 \u2463\u2468\u2465 \u24ea\u24ea\u24ea\u2460",  # in circles
    "\u2070\u00b9\u00b9\u00b3 \u2074\u2079\u2076 \u2070\u2070\u2070\u00b9",  # above the line
    "\u3007\u4e00\u4e00\u4e09 \u56db\u4e5d\u516d \u3007\u3007\u3007\u4e00",  # Han
    "".join(f"{digit}\ufe0f\u20e3" for digit in "01134960001"),  # keys
]

OTHERS = [
    *("2026-11-21", "2026-11-21 to 2026-12-24", "2026-01-05 - 2026-02-06", "checked 02/11/2026", "1/2/2026"),
    *("02.11.2026", "01/02/2026 - 05/02/2026", "2013", "2013, 2015", "2013, 2015 and 2018", "2013-2015"),
    *("2013/14", "9:00 to 17:00", "Monday 9:00 to 17:00", "Monday to Friday 8:00-16:30", "08.00-16.30"),
    *("9-5", "08:00-12:00, 13:00-16:00", "24 hours a day, 365 days a year", "24/7", "0.5 miles"),
    *("0-19", "0 to 19", "0-19 (2013-2015)", "ages 0-5, 5-11 and 11-19", "Year 7-11", "Head of Year 10"),
    *("Room 101", "LS1 1UR", "LS11 0NY", "option 2", "option 1, then 3", "option 3; 2", "section 17/47"),
    *("Children Act 1989, section 47", "page 12-14", "A1B2C3D4E5F6G7", "\u00bd day, 1\u20133 weeks", ""),
]


@pytest.mark.parametrize("text", NUMBERS, ids=ascii)
def test_a_number_is_noticed_however_it_is_written(text: str) -> None:
    """With any sign between its digits, in the digits of any script, alone or among words."""
    assert holds_number(text)
    assert holds_number(f"Sam, {text} (work)")


@pytest.mark.parametrize("text", OTHERS, ids=ascii)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    """Dates, years, times, ages, postcodes, menu options and sections of a law."""
    assert not holds_number(text)


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    """Signs without end are looked at once."""
    assert not any(holds_number(sign * 100_000) for sign in ("+", "0 a", "- ", "1-a"))
