"""What an agency's own text may say: who somebody is and when to reach them, and never whom not to ring."""

from typing import Any

import pytest

from leedshelp.loading import load
from leedshelp.loading.agency import own_fault
from leedshelp.loading.numbers import short_number_in
from leedshelp.model.errors import UnsafeError
from leedshelp.own.loading import added
from leedshelp.safety.prover import refuse_unsafe
from tests.conftest import EXAMPLE

PLACE = load(EXAMPLE)
OWN = added(PLACE, (EXAMPLE / "own.yaml").read_bytes())

NUMBERS = [
    *("Do NOT ring 999", "999 is not needed", "ring 101 first", "Room 101", "NHS 111", "dial nine nine nine"),
    *("triple nine", "9-9-9", "\N{FULLWIDTH DIGIT NINE}99", "\N{ARABIC-INDIC DIGIT NINE}" * 3),
    *("\N{CIRCLED DIGIT NINE}" * 3, "\N{SUPERSCRIPT NINE}" * 3),
]
TWO_ALPHABETS = [
    "D\N{CYRILLIC SMALL LETTER O} n\N{CYRILLIC SMALL LETTER O}t ring",
    "\N{CHEROKEE LETTER A}uty",
]
ORDERS = [
    *("do not ring", "DO NOT RING anybody", "Do  NOT\tcall", "do-not-ring", "Do_not_ring", "do not, ring"),
    *("DO **NOT** RING", 'Do "not" ring', "Do (not) ring!", "do.not.ring", "Don't ring the team"),
    *("Don\N{RIGHT SINGLE QUOTATION MARK}t ring", "Don\N{ACUTE ACCENT}t call", "dont call the team"),
    *("do n't ring", "\N{FULLWIDTH LATIN CAPITAL LETTER D}O NOT RING"),
    *("D\N{LATIN SMALL LETTER O WITH ACUTE} n\N{LATIN SMALL LETTER O WITH ACUTE}t ring", "do not even call"),
    *("do not use the team", "Do not contact social care", "Do not rely on them", "do not tell anyone"),
    *("must not call", "mustn't call", "shouldn't ring", "can't call", "cannot ring", "never ring"),
    *("Never phone the police", "You need not ring anybody else", "No need to ring anyone"),
    *("avoid calling Duty and Advice", "Avoid Duty and Advice", "Stop calling the team"),
    *("without calling the police", "rather than ring", "Instead of the team, Sam", "Sam instead"),
    *("no point in ringing", "Not worth ringing", "Under no concerns ring", "before calling anyone"),
    *("Before you ring anyone, ask me", "ring me first, always", "Ring me first", "me first"),
    *("call me before anyone else", "Sam before anybody else", "nobody else", "no-one else", "Call me"),
    *("text us", "Ring Sam first", "Ask Sam first", "report to me first", "come to me before you ring"),
    *("this number only", "Only ring Sam", "Always ring Sam", "Ring Sam always", "just call Sam"),
    *("Everything goes through me", "ask permission", "Tell nobody", "Tell no one", "Say nothing"),
    *("keep it in school", "we deal with it ourselves", "Duty and Advice is closed for good"),
    *("The team is closed", "permanently closed", "EDT has closed", "Duty and Advice was shut down"),
    *("Duty and Advice no longer exists", "disbanded", "never answers", "Useless"),
    *("The team is no longer needed", "No further action", "nothing to worry about", "Wait for me"),
    *("wait until Monday", "Case closed", "No-one should phone Duty", "No calls to Duty", "Not Duty"),
    *("Refuse to ring", "Leave Duty alone", "Keep off the phone to Duty", "Only Sam may refer"),
    *("No referrals without Sam", "All concerns come through the head", "Sam must agree first"),
    *("First ring Sam", "In an emergency ring Sam", "For emergencies use this line", "Hold on until Monday"),
    *("The number above is wrong", "The numbers above are out of date", "The line is dead"),
]
FINE = [
    *("Sam Sample", "Pat Call", "Never", "Ms Ring", "Ringway School", "Ed T Jones", "O'Brien", "D. A. Smith"),
    "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka",
    *("\N{CJK UNIFIED IDEOGRAPH-674E}\N{CJK UNIFIED IDEOGRAPH-96F7}", "Designated safeguarding lead"),
    *("On-call lead", "First point of contact", "Call handler", "Contact for first aid"),
    *("Ring-fenced grants lead", "Nurse", "Monday to Friday 8:00 to 16:00", "Mornings", "Mon-Fri 9-5"),
    *("Mon 11-2", "10-1 on Saturdays", "9-9, 9-5", "24/7", "8.30am\N{EN DASH}4.30pm", "Term time only"),
    *("Here only on Mondays", "Not Fridays. Call the office", "By arrangement", "Not Fridays"),
    *("Closed on Fridays", "School is closed in August", "Not when school is closed", "No need to book"),
    *("Appointment not needed", "Tuesdays; never on Mondays", "Does not work Fridays"),
    *("cannot be reached on Fridays", "Ring after 9", "Ring the office first thing"),
    *("Call mornings before 9:00", "Before 9 ask reception", "Weekdays until 6, then voicemail"),
    *("A letter from the service", "A call to the team", "Email from Duty and Advice"),
    *("The council's Contact us page", "Duty and Advice has a new number"),
    *("Rang it: the number is no longer in use", "Letter of 11.2.2026", "Minutes of 12/11/2026"),
    "1st Leeds Scouts",
]


FAULTS = {
    "which has no place here; take it out": NUMBERS,
    "mixes letters of two alphabets in one word; type the word again": TWO_ALPHABETS,
    "tells people whom to ring, or not to ring; take that out": ORDERS,
}


@pytest.mark.parametrize(("text", "what"), [(text, what) for what, texts in FAULTS.items() for text in texts])
def test_whom_to_ring_is_not_for_an_agency_to_say(text: str, what: str) -> None:
    assert str(own_fault(text)).endswith(what)


@pytest.mark.parametrize("text", FINE)
def test_who_when_and_where_from_can_be_said_plainly(text: str) -> None:
    assert own_fault(text) is None


ORDER = "Do not ring the team."


def rewritten(value: Any, text: str) -> Any:
    """A record, and all in it, with an order in place of a text."""
    match value:
        case str():
            return ORDER if value == text else value
        case dict():
            return {key: rewritten(item, text) for key, item in value.items()}
        case tuple():
            items = (rewritten(item, text) for item in value)
            return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    return value


@pytest.mark.parametrize("text", ["Sam Sample", "Head of year", "Mornings", "A letter from the line"])
def test_the_rules_read_every_text_of_an_agency(text: str) -> None:
    """Whoever made the directory, and not only as the file is loaded."""
    refuse_unsafe(OWN)
    for directory in (OWN._replace(agency=ORDER), rewritten(OWN, text)):
        with pytest.raises(UnsafeError, match=f"no outcome says that nothing is to be done: {ORDER}"):
            refuse_unsafe(directory)


SHORT = {
    "999": "999, 9 9 9, 9-9-9, 9.9.9, 9_9_9, 99 9, 9 99, ring 999., 999s, nine nine nine, nine-nine-nine"
    ", triple nine, treble nine, three nines, three 9s, triple 9, nine double nine, double nine nine"
    ", 9 nine 9, 3 nines, triple-nine, three-nines, 3x9, 3 x 9, nine/nine/nine, nine.nine.nine",
    "101": "101, 1 0 1, 1-0-1, one oh one, one o one, one zero one",
    "111": "111, 1 1 1, nhs 111, one one one, triple one, treble 1",
    "112": "112, 1/1/2, one one two",
}


@pytest.mark.parametrize(("number", "texts"), SHORT.items())
def test_a_short_number_is_known_however_it_is_said(number: str, texts: str) -> None:
    assert [text for text in texts.split(", ") if short_number_in(text) != number] == []


TIMES = [
    *("9 to 5", "9-5", "11-2", "10-1", "1-11", "9-9, 9-5", "9-9 9-5", "11:11 to 11:12", "10:10 to 11:01"),
    *("1999", "9990", "room 1010", "one to one", "1-1 1-2", "11.2.2026", "1.1.2026", "24/7", "9:00", ""),
    *("3 9 till 5", "3 1-hour calls", "room 3 9 to 5", "one 9 to 5"),
]


def test_times_and_dates_are_no_short_numbers() -> None:
    """Else nobody could say when to ring."""
    assert [text for text in TIMES if short_number_in(text)] == []
