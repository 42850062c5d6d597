"""What a check of the data shows: ages, standings, disagreements, and what a strict check refuses."""

from datetime import date

import pytest

from leedshelp.check import checkup
from leedshelp.check.checkup import Aged, Checkup, check_up
from leedshelp.loading import load
from leedshelp.model.directory import Directory
from leedshelp.model.document import Standing
from leedshelp.model.errors import Problem
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.safety.prover import Proof, cases, prove
from tests.conftest import EXAMPLE, MOMENTS, ids

PLACE = load(EXAMPLE)


@pytest.fixture(autouse=True)
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are proved at every kind of moment in `test_safety`; here one will do."""
    monkeypatch.setattr(checkup, "moments_of_every_kind", lambda _: [MOMENTS["night"].at])


TODAY = date(2026, 11, 21)
TWO_YEARS = 730


def test_every_number_of_leeds_is_there_the_oldest_first(leeds: Directory) -> None:
    """One that nobody can date may be the oldest; the rest follow by the age of their latest document."""
    numbers = check_up(leeds, TODAY, None).numbers
    assert [(number.number, number.standing, number.age) for number in numbers] == [
        ("0113 378 6018", "last seen", "not known"),
        ("0113 247 6830", "unconfirmed", "13 years"),
        ("0800 731 0640", "unconfirmed", "13 years"),
        ("0113 240 9536", "superseded", "11 years"),
        ("0113 378 1840", "unconfirmed", "11 years"),
        ("101", "national", "6 years"),
        ("0113 222 4403", "last seen", "3 years"),
        ("999", "national", "20 days"),
        ("0113 376 0336", "last seen", "20 days"),
        ("0113 535 0600", "last seen", "20 days"),
        ("0113 535 0185", "last seen", "20 days"),
        ("0113 378 9687", "last seen", "20 days"),
    ]
    assert ids(numbers[3].documents) == ("leeds-2013", "leeds-2015")


@pytest.mark.parametrize(
    ("days", "age"),
    [
        *((0, "0 days"), (1, "1 day"), (2, "2 days"), (60, "60 days"), (61, "2 months"), (730, "23 months")),
        *((731, "2 years"), (4000, "10 years"), (None, "not known")),
    ],
)
def test_an_age_is_told_as_people_say_it(days: int | None, age: str) -> None:
    """In years from two years on, in months from two months on; always rounded down."""
    assert Aged("0113 496 0001", "Daytime Team", Standing.LAST_SEEN, (), days).age == age


@pytest.mark.parametrize(
    ("seen", "days"), [("2026", 324), ("2026-11", 20), ("2026-11-01", 20), ("2026-11-21", 0), ("", None)]
)
def test_age_is_counted_from_the_first_day_a_date_allows(seen: str, days: int | None) -> None:
    """So that nothing looks younger than it is."""
    hubs = PLACE.contacts["hubs"]
    number = hubs.number._replace(documents=(PLACE.documents["seen"]._replace(read=seen),))
    contacts = {**PLACE.contacts, "hubs": hubs._replace(numbers=(number,))}
    numbers = check_up(PLACE._replace(contacts=contacts), TODAY, None).numbers
    assert next(number.days for number in numbers if number.name == "Hubs") == days


def test_a_strict_check_tells_which_numbers_are_too_weak(leeds: Directory) -> None:
    """Unconfirmed ones, ones that nobody can date and old ones, but none that is not to be rung."""
    assert list(check_up(leeds, TODAY, TWO_YEARS).too_weak) == [
        "0113 378 6018: LSCP office (not for referrals). No document that gives it has a date.",
        "0113 247 6830: Integrated Processes Team. It is unconfirmed.",
        "0800 731 0640: Family Information Service. It is unconfirmed.",
        "0113 378 1840: Early Help Assessment: help registering or completing one. It is unconfirmed.",
        "101: Police (not an emergency). The latest document is of 6 years ago.",
        "0113 222 4403: Leeds social care for members of the public. The latest document is of 3 years ago.",
    ]
    assert check_up(leeds, TODAY, None).too_weak == ()


def test_documents_that_disagree_are_set_side_by_side(leeds: Directory) -> None:
    duty, edt = "Duty and Advice Team", "Children's Emergency Duty Team (EDT)"
    agreed: tuple[str, tuple[str, ...]] = ("Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30", ())
    disagreements = [
        (one.name, one.about, bool(one.why), *((side.says, ids(side.documents)) for side in one.sides))
        for one in check_up(leeds, TODAY, None).disagreements
    ]
    assert disagreements == [
        (duty, "menu option", False, ("option 3", ("leeds-2015",)), ("option 2", ("lscp-practitioners",))),
        (
            edt,
            "number",
            False,
            ("0113 240 9536", ("leeds-2013", "leeds-2015")),
            ("0113 535 0600", ("lhp-2020", "lscp-practitioners", "gp-practice-page")),
        ),
        (duty, "hours", True, agreed, ("Monday to Friday 8:00 to 9:00", ())),
        (duty, "hours", True, agreed, ("Friday 16:30 to 17:00", ("lscp-practitioners",))),
    ]


def test_documents_that_agree_on_hours_are_named(leeds: Directory) -> None:
    """Each once, where the data says which they are."""
    documents = leeds.documents["lhp-2020"], leeds.documents["omg-edt"]
    windows = tuple(window._replace(documents=documents) for window in leeds.hours.agreed)
    changed = leeds._replace(hours=leeds.hours._replace(agreed=windows))
    disagreements = check_up(changed, TODAY, None).disagreements
    assert ids(disagreements[-1].sides[0].documents) == ("lhp-2020", "omg-edt")


def test_every_pair_of_options_is_a_disagreement_and_none_within_a_side() -> None:

    def pairs(**options: str) -> list[tuple[str, ...]]:
        duty = PLACE.contacts["duty-and-advice"]
        changed = duty._replace(numbers=(duty.number._replace(options=options),))
        contacts = {**PLACE.contacts, duty.id: changed}
        disagreements = check_up(PLACE._replace(contacts=contacts), TODAY, None).disagreements
        return [tuple(s.says for s in one.sides) for one in disagreements if one.about == "menu option"]

    assert pairs(old="1", new="2", seen="2") == [("1", "2")]
    assert pairs(old="1", new="2", seen="3") == [("1", "2"), ("1", "3"), ("2", "3")]
    assert pairs(old="1", seen="1") == []


PROOF = Proof("a rule", "A reason.", 3, 0, None)


@pytest.mark.parametrize(
    ("result", "is_good"),
    [
        (Checkup(proofs=(PROOF,)), True),
        (Checkup(proofs=(PROOF,), too_weak=("0113 496 0001",)), True),
        (Checkup(proofs=(PROOF, PROOF._replace(broken=1))), False),
        (Checkup(problems=(Problem("contacts.yaml", 1, 1, "", None, "is empty"),)), False),
    ],
)
def test_data_is_good_without_problems_and_broken_rules(result: Checkup, is_good: bool) -> None:
    """A weak number is still a right one."""
    assert result.is_good is is_good


def test_a_check_proves_the_rules_at_every_kind_of_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    proofs = check_up(PLACE, TODAY, None).proofs
    assert [proof.cases for proof in proofs] == [
        proof.cases for proof in prove(cases(PLACE, moments_of_every_kind(PLACE)))
    ]
