"""What is on a call sheet: whom to ring, what is due on which day, and until when to trust it."""

from datetime import date, datetime

import pytest

from leedshelp.handouts.paper import trusted_until
from leedshelp.model.answers import FEARED, Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.hours import london
from tests.conftest import MOMENTS, Make, Moment, ways

CALL = Answers(harm=Harm.YES)
TARGETED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)
AT = MOMENTS["office hours"].at


def at(text: str) -> datetime:
    """A London time."""
    return london(datetime.fromisoformat(text))


def test_every_path_has_its_numbers_in_their_order(leeds: Directory, make: Make, moment: Moment) -> None:
    """Those of the advice and no others, 999 beside them, and why nobody can be sure, where that is so.

    Only those that are to be passed on have no place in a call about harm that is feared.
    """
    for answers in ways(leeds):
        given = advise(leeds, answers, moment.at)
        made = make(moment.at, answers)
        assert (made.headline, made.doubt) == (given.headline, given.doubt)
        is_call = given.answers.harm in FEARED
        assert list(made.ring) == [each for each in given.ring if not (is_call and each.number.callers)]
        assert made.emergency.number.text == "999"


def test_a_blank_sheet_has_both_teams_in_one_order_at_any_hour(make: Make, moment: Moment) -> None:
    """It may be used by day and by night."""
    made = make(moment.at)
    assert [(entry.label, entry.number.text) for entry in made.ring] == [
        ("By day, ring", "0113 376 0336"),
        ("Out of hours, ring", "0113 535 0600"),
    ]
    assert made.emergency.number.text == "999"
    assert [deadline.due for deadline in made.deadlines] == [None, None]


@pytest.mark.parametrize(
    ("rung", "form", "opens", "reply"),
    [
        # A call on a Tuesday morning: the form next morning, the reply by the end of Wednesday.
        (
            "2026-11-24T11:00",
            "Wednesday 25 November 2026, 11:00",
            "Tuesday 24 November 2026, 11:00",
            "Wednesday 25 November 2026, 17:00",
        ),
        # On a Friday, Monday is the working day after.
        (
            "2026-11-27T15:00",
            "Saturday 28 November 2026, 15:00",
            "Friday 27 November 2026, 15:00",
            "Monday 30 November 2026, 17:00",
        ),
        # At night before a long weekend: Duty and Advice opens on Tuesday 29 December.
        (
            "2026-12-24T23:00",
            "Wednesday 30 December 2026, 9:00",
            "Tuesday 29 December 2026, 9:00",
            "Tuesday 29 December 2026, 17:00",
        ),
    ],
)
def test_both_deadlines_of_a_call_are_given_with_their_day(
    make: Make, rung: str, form: str, opens: str, reply: str
) -> None:
    """On paper "tomorrow" would mean another day; weekends and bank holidays count."""
    first, second = make(at(rung), CALL).deadlines
    assert first.due == f"Due by {form}, if you ring the Duty and Advice Team on {opens}."
    assert str(second.due).startswith(f"Due by {reply}, if you ring on ")
    assert "24 hours of a call to the Duty and Advice Team" in first.rule
    assert "one working day" in second.rule
    assert (first.to_fill_in, second.to_fill_in) == (("Sent on",), ("Came on",))


def test_past_the_known_bank_holidays_a_deadline_may_be_later(make: Make) -> None:
    """It says so."""
    _, reply = make(MOMENTS["past the known bank holidays"].at, CALL).deadlines
    assert "(later, if there is a bank holiday)" in str(reply.due)


def test_a_member_of_the_public_has_no_form_to_send(make: Make) -> None:
    """The deadlines are those of people at work."""
    public = Answers(harm=Harm.YES, concern="member-of-the-public")
    assert make(AT, public).deadlines == ()
    bruise = Answers(harm=Harm.YES, concern="bruise")
    assert all(deadline.due for deadline in make(AT, bruise).deadlines)


def test_a_blank_sheet_has_the_rules_beside_lines_for_the_hand(make: Make) -> None:
    """Nobody knows when the call will be made."""
    first, second = make(AT).deadlines
    assert (first.due, second.due) == (None, None)
    assert first.to_fill_in == ("24 hours after the call", "Sent on")
    assert second.to_fill_in == ("One working day after the call", "Came on")


def test_only_what_belongs_to_a_call_is_on_its_sheet(make: Make) -> None:
    """A conversation about early help has no Contact form, no reply to wait for and no reference number."""
    talk, call, blank = make(AT, TARGETED), make(AT, CALL), make(AT)
    assert (talk.deadlines, talk.has_reference) == ((), False)
    assert [question.asks for question in talk.ask] == ["Who decides, and when will I hear?"]
    assert (len(call.ask), call.has_reference, len(blank.ask), blank.has_reference) == (3, True, 3, True)
    assert call.watches == "Who watches over the child until Wednesday 25 November 2026"
    assert talk.watches == blank.watches == "Who watches over the child until you talk again"


@pytest.mark.parametrize(
    ("made_on", "until"),
    [
        ("2026-11-24T11:00", date(2026, 12, 24)),  # 30 days on
        ("2028-12-01T23:59", date(2028, 12, 31)),  # 30 days on, which is the last known day
        ("2028-12-20T11:00", date(2028, 12, 31)),  # the end of the known bank holidays is sooner
        ("2028-12-31T11:00", date(2028, 12, 31)),
        ("2029-06-05T11:00", date(2029, 6, 5)),  # past it, a sheet is for its own day
    ],
)
def test_a_sheet_says_until_when_to_trust_it(leeds: Directory, make: Make, made_on: str, until: date) -> None:
    """Numbers change, and paper does not."""
    assert leeds.hours.known_until == date(2028, 12, 31)
    assert trusted_until(at(made_on), leeds.hours) == until
    assert f"{until.day} {until:%B %Y}" in make(at(made_on)).until


def test_an_agencys_own_people_and_numbers_are_on_it(own: Directory, make: Make) -> None:
    """Those of the advice; on a blank sheet, all."""
    names = [person.who for role in make(AT, CALL, own).own for person in role.own]
    assert names == ["Sam Sample (Deputy)"]
    blank = make(AT, None, own)
    assert [person.name for role in blank.own for person in role.own] == ["Sam Sample", "Jo Sample"]
    assert blank.ring[0].number.text == "0113 496 0105"
    assert make(AT).own == ()


def test_what_to_have_ready_and_to_ask_is_that_of_the_source_in_its_order(make: Make) -> None:
    made = make(AT)
    words = ("child", "family", "concern", "given", "where the child is", "parents or carers")
    said = [each.lower() for each in made.ready]
    assert all(word in each for word, each in zip(words, said, strict=True))
    assert [each.asks for each in made.ask] == [
        "Is this logged as a contact or a referral?",
        "Am I speaking to a social worker?",
        "Who decides, and when will I hear?",
    ]
