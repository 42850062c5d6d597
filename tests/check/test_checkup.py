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
        ("0113 247 8652", "superseded", "unknown"),
        ("0300 555 0324", "last seen", "unknown"),
        ("0113 376 0324", "superseded", "unknown"),
        ("0113 843 4317", "last seen", "unknown"),
        ("0113 222 4401", "last seen", "unknown"),
        ("0113 378 0644", "last seen", "unknown"),
        ("0113 378 6018", "last seen", "unknown"),
        ("0113 247 6830", "unconfirmed", "13 years"),
        ("0800 731 0640", "unconfirmed", "13 years"),
        ("0113 240 9536", "superseded", "11 years"),
        ("0113 378 1840", "unconfirmed", "11 years"),
        ("0800 1111", "national", "10 years"),
        ("0808 2000 247", "last seen", "10 years"),
        ("0113 378 9687", "last seen", "unknown; written in July 2018 or later"),
        ("0113 376 0469", "superseded", "unknown; written in September 2019 or later"),
        ("0113 535 0185", "last seen", "unknown; written in September 2019 or later"),
        ("07712 106378", "superseded", "unknown; written in September 2019 or later"),
        ("0113 843 2358", "last seen", "unknown; written in October 2019 or later"),
        ("0113 843 5683", "last seen", "unknown; written in October 2019 or later"),
        ("101", "national", "6 years"),
        ("0808 800 5000", "last seen", "6 years"),
        ("0113 535 0600", "last seen", "6 years"),
        ("0113 378 9686", "last seen", "3 years"),
        ("999", "national", "3 years"),
        ("0113 376 0336", "last seen", "3 years"),
        ("0113 222 4403", "last seen", "3 years"),
    ]
    assert ids(numbers[9].documents) == ("leeds-2013", "leeds-2015", "council-out-of-hours")


@pytest.mark.parametrize(
    ("days", "age"),
    [
        *((0, "0 days"), (1, "1 day"), (2, "2 days"), (60, "60 days"), (61, "2 months"), (730, "23 months")),
        *((731, "2 years"), (4000, "10 years")),
    ],
)
def test_an_age_is_told_as_people_say_it(days: int, age: str) -> None:
    """In years from two years on, in months from two months on; always rounded down."""
    assert Aged("0113 496 0001", "Daytime Team", Standing.LAST_SEEN, (), days, "2026").age == age


@pytest.mark.parametrize(
    ("since", "age"), [("", "unknown"), ("2018-07", "unknown; written in July 2018 or later")]
)
def test_the_day_on_which_a_page_was_read_is_no_age(since: str, age: str) -> None:
    """A page without a date is as old as it may be."""
    assert Aged("0113 496 0001", "Daytime Team", Standing.LAST_SEEN, (), None, since).age == age


@pytest.mark.parametrize(
    ("date", "days"), [("2026", 324), ("2026-11", 20), ("2026-11-01", 20), ("2026-11-21", 0), (None, None)]
)
def test_age_is_counted_from_the_first_day_a_date_allows(date: str | None, days: int | None) -> None:
    """So that nothing looks younger than it is."""
    hubs = PLACE.contacts["hubs"]
    number = hubs.number._replace(documents=(PLACE.documents["seen"]._replace(date=date),))
    contacts = {**PLACE.contacts, "hubs": hubs._replace(numbers=(number,))}
    numbers = check_up(PLACE._replace(contacts=contacts), TODAY, None).numbers
    assert next(number.days for number in numbers if number.name == "Hubs") == days


def test_a_strict_check_tells_which_numbers_are_too_weak(leeds: Directory) -> None:
    """Unconfirmed ones, ones that nobody can date and old ones, but none that is not to be rung."""
    by_reason: dict[str, list[str]] = {}
    for line in check_up(leeds, TODAY, TWO_YEARS).too_weak:
        by_reason.setdefault(line.rpartition(". ")[2], []).append(line.partition(":")[0])
    assert by_reason == {
        "No document that gives it has a date.": [
            "0300 555 0324",
            "0113 843 4317",
            "0113 222 4401",
            "0113 378 0644",
            "0113 378 6018",
            "0113 378 9687",
            "0113 535 0185",
            "0113 843 2358",
            "0113 843 5683",
        ],
        "It is unconfirmed.": ["0113 247 6830", "0800 731 0640", "0113 378 1840"],
        "The latest document is of 10 years ago.": ["0800 1111", "0808 2000 247"],
        "The latest document is of 6 years ago.": ["101", "0808 800 5000", "0113 535 0600"],
        "The latest document is of 3 years ago.": ["0113 378 9686", "999", "0113 376 0336", "0113 222 4403"],
    }
    assert check_up(leeds, TODAY, None).too_weak == ()


def test_documents_that_disagree_are_set_side_by_side(leeds: Directory) -> None:
    duty, edt = "Duty and Advice Team", "Children's Emergency Duty Team (EDT)"
    disagreements = [
        (one.name, one.about, bool(one.why), *((side.says, ids(side.documents)) for side in one.sides))
        for one in check_up(leeds, TODAY, None).disagreements
    ]
    assert disagreements == [
        (
            duty,
            "menu option",
            False,
            ("option 3", ("leeds-2015", "transition-guide")),
            ("option 2", ("lscp-practitioners",)),
        ),
        (
            edt,
            "number",
            False,
            ("0113 240 9536", ("leeds-2013", "leeds-2015", "council-out-of-hours")),
            ("0113 535 0600", ("lhp-2020", "lscp-practitioners", "gp-practice-page")),
        ),
        (
            edt,
            "number",
            False,
            ("0113 376 0469", ("transition-guide",)),
            ("0113 535 0600", ("lhp-2020", "lscp-practitioners", "gp-practice-page")),
        ),
        (
            "LADO (allegation about an adult who works with children)",
            "number",
            False,
            ("0113 247 8652", ("school-page",)),
            ("0113 378 9687", ("omg-lado",)),
        ),
        (
            "MindMate Single Point of Access (CAMHS and emotional wellbeing)",
            "number",
            False,
            ("0113 376 0324", ("mindmate-older",)),
            ("0300 555 0324", ("camhs-contact", "mindmate-spa")),
        ),
        (
            "Adult social care",
            "number",
            False,
            ("07712 106378", ("gp-practice-page", "transition-guide")),
            ("0113 378 0644", ("council-adults",)),
        ),
        (
            duty,
            "hours",
            True,
            (
                "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30",
                (
                    "lscp-practitioners",
                    "omg-edt",
                    "gp-practice-page",
                    "transition-guide",
                    "council-out-of-hours",
                ),
            ),
            ("Monday to Friday 8:00 to 9:00", ("gp-practice-page", "lhp-2020", "council-out-of-hours")),
        ),
        (
            duty,
            "hours",
            True,
            (
                "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30",
                (
                    "lscp-practitioners",
                    "omg-edt",
                    "gp-practice-page",
                    "transition-guide",
                    "council-out-of-hours",
                ),
            ),
            ("Friday 16:30 to 17:00", ("lscp-practitioners", "transition-guide")),
        ),
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
        (Checkup(proofs=(PROOF,), made_up=("0113 496 0001",)), False),
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
