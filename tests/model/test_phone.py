"""What a UK number is, how it is written, and what part of one somebody means."""

import pytest

from leedshelp.model.phone import dial, digits_of, fault, grouped, is_made_up

GOOD = [
    *("999", "101", "111", "112", "0800 1111", "0113 496 0123", "01204 496 012", "01204 49601"),
    *("020 7946 0123", "023 8096 0123", "024 7796 0123", "028 9096 0123", "029 2096 0123"),
    *("0300 496 0123", "0330 496 0123", "0344 496 0123", "0370 496 0123"),
    *("07700 900123", "07123 496012", "07400 496012", "07911 496012", "07624 496012"),
    *("0800 496 0123", "0800 496 012", "0808 496 0123"),
]
LEEDS_LENGTH = "is not a UK number: a Leeds number has 11 digits, and this has {}; check it"
AREA_LENGTH = "is not a UK number: a number with this area code has {} digits, and this has {}; check it"
GROUPS = 'is not in groups that are easy to read; write it as "{}"'
ABROAD = "is not written as people dial it; start it with a single 0"
SIGNS = "is not a UK number; use only the digits 0 to 9, with single spaces between groups"
NONE = "is not a UK number; one starts with 01, 02, 03, 07 or 0800, or is 999, 101 or 111"
ANOTHER = "write one that starts with 01, 02, 03, 07 or 0800"
PERSONAL = f"is a personal number, which looks like a mobile and costs far more to ring; {ANOTHER}"
PAGER = f"is a pager's, which nobody can talk to; {ANOTHER}"
EXTRA = f"costs extra to ring; {ANOTHER}"
DEAR = f"costs a lot to ring; {ANOTHER}"
BAD = {
    "0113 496 012": LEEDS_LENGTH.format(10),
    "0113 496 01234": LEEDS_LENGTH.format(12),
    "0113 496": LEEDS_LENGTH.format(7),
    "0114 496 012": AREA_LENGTH.format(11, 10),
    "0800 496 01": "is not a UK number: an 0800 number has 10 or 11 digits, and this has 9; check it",
    "07700 90012": "is not a UK number: a mobile number has 11 digits, and this has 10; check it",
    "020 7946 012": AREA_LENGTH.format(11, 10),
    "01204 496": AREA_LENGTH.format("10 or 11", 8),
    "0300 496 012": "is not a UK number: an 03 number has 11 digits, and this has 10; check it",
    "0808 496 012": "is not a UK number: an 0808 number has 11 digits, and this has 10; check it",
    "0113 4960123": GROUPS.format("0113 496 0123"),
    "01134960123": GROUPS.format("0113 496 0123"),
    "02079460123": GROUPS.format("020 7946 0123"),
    "07700900123": GROUPS.format("07700 900123"),
    "0113  496 0123": GROUPS.format("0113 496 0123"),
    "0113 496 0123 ": GROUPS.format("0113 496 0123"),
    **dict.fromkeys(("+44 113 496 0123", "0044 113 496 0123"), ABROAD),
    **dict.fromkeys(("0113-496-0123", "0113_496_0123", "0113 496 O123"), SIGNS),
    **dict.fromkeys(("\uff10113 496 0123", "\N{ARABIC-INDIC DIGIT ZERO}113 496 0123"), SIGNS),
    # A prefix that nobody has, or only those who are not ordinary people.
    **dict.fromkeys(("0413 496 0123", "158327006", "998", "055 4960 0123", "056 4960 0123"), NONE),
    **dict.fromkeys(("0500 496 012", "021 7946 0123", "0313 496 0123"), NONE),
    # A line that costs extra, or that no person answers: nobody in a hurry may be sent there.
    **dict.fromkeys(("070 0496 0123", "07012 496012", "07099 496012"), PERSONAL),
    **dict.fromkeys(("07600 496012", "07699 496012"), PAGER),
    **dict.fromkeys(("0801 496 0123", "0820 496 0123", "0843 496 0123", "0844 496 0123"), EXTRA),
    **dict.fromkeys(("0845 496 0123", "0845 46 47", "0870 496 0123", "0871 496 0123"), EXTRA),
    **dict.fromkeys(("08714960123", "0872 496 0123", "0873 496 0123"), EXTRA),
    **dict.fromkeys(("0900 496 0123", "0906 496 0123", "0911 496 0123", "0982 496 0123"), DEAR),
    **dict.fromkeys(("118 500", "118118"), DEAR),
}


@pytest.mark.parametrize("text", GOOD)
def test_a_uk_number_in_groups_is_good(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize(("text", "what"), BAD.items())
def test_a_bad_number_is_told_what_to_do(text: str, what: str) -> None:
    assert fault(text) == what


@pytest.mark.parametrize("digits", ["01134960123", "02079460123", "07700900123", "08004960123", "0800496012"])
def test_digits_in_groups_are_good_and_keep_every_digit(digits: str) -> None:
    """The writing that is suggested passes the check that suggests it."""
    assert fault(grouped(digits)) is None
    assert grouped(digits).replace(" ", "") == digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0123", "0123"),
        ("496 0123", "4960123"),
        ("+44 113 496", "0113496"),
        ("+44 (0)113 496", "0113496"),
        ("0044 113", "0113"),
        ("(0113) 496-0123", "01134960123"),
    ],
)
def test_part_of_a_number_however_it_is_written(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize(
    ("text", "number"),
    [("0113 496 0123", "+441134960123"), ("0800 496 0123", "+448004960123"), ("999", "999")],
)
def test_what_a_telephone_dials(text: str, number: str) -> None:
    """International form, but for the short numbers, which have none."""
    assert dial(text) == number


@pytest.mark.parametrize(
    ("number", "made_up"),
    [
        ("0113 496 0000", True),
        ("0113 496 0999", True),
        ("0161 496 0123", True),
        ("0191 498 0123", True),
        ("020 7946 0123", True),
        ("01632 960123", True),
        ("07700 900123", True),
        ("0113 496 1000", False),
        ("0113 376 0000", False),
        ("07700 901123", False),
        ("999", False),
    ],
)
def test_a_number_of_a_range_kept_for_drama_is_known(number: str, made_up: bool) -> None:
    """Nobody answers there."""
    assert is_made_up(number) is made_up
