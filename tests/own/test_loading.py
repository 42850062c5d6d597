"""An agency's own contacts: what they add, what they may correct, and what they can never change.

What is told of a mistake in such a file stands in `tests/loading/bad_files.txt`.
"""

from collections.abc import Callable
from datetime import date

import pytest

from leedshelp.loading import load
from leedshelp.model.answers import Answers, Harm
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory
from leedshelp.model.document import Standing
from leedshelp.model.errors import DataError
from leedshelp.own.loading import added
from leedshelp.safety import prover
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.triage import in_words
from leedshelp.triage.advice import advise
from tests.conftest import EXAMPLE, MOMENTS, ROOT

PLACE = load(EXAMPLE)
TEXT = (EXAMPLE / "own.yaml").read_text(encoding="utf-8")
OF_LEEDS = (ROOT / "tests" / "leeds" / "own-contacts.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 21)
NAME = "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka"


def problem(text: str, directory: Directory = PLACE) -> str:
    """The one thing wrong with such a file."""
    with pytest.raises(DataError) as caught:
        added(directory, text.encode(), TODAY)
    (problem,) = caught.value.problems
    return str(problem)


@pytest.fixture
def merged() -> Directory:
    """What is known with the example's own contacts."""
    return added(PLACE, TEXT.replace("Sam Sample", NAME).encode(), TODAY)


def test_people_stand_beside_their_role(merged: Directory) -> None:
    for tier in ("universal", "specialist"):
        manager = merged.people(tier)[0]
        assert [(own.who, own.number, own.hours, own.checked) for own in manager.own] == [
            (f"{NAME} (Head of year)", "0113 496 0100", "Monday to Friday 8:00 to 16:00", "2026-11-02"),
            ("Jo Sample", "0113 496 0101", "Mornings", "2026-10-30"),
        ]
    assert merged.agency == "Example Primary School"
    assert merged.person("line-manager").own[1].about == (
        "Your agency's own (Example Primary School): Mornings; last checked 30 October 2026"
    )


def test_a_corrected_number_is_the_one_to_ring_and_brings_the_other_with_it(merged: Directory) -> None:
    """With its source and its day; all else about the contact stays as it was."""
    corrected, usual = merged.contacts["information"].numbers
    assert merged.contacts["information"].number == corrected
    assert (corrected.text, usual.text) == ("0113 496 0104", "0113 496 0004")
    assert (corrected.line, corrected.audience) == (usual.line, usual.audience)
    assert in_words.correction(corrected) == [
        "Replaced by your agency's file on 1 October 2026. Its source: A letter from the line",
        "leedshelp came with 0113 496 0004",
    ]
    assert in_words.correction(usual) == []
    assert in_words.standing(usual) == in_words.correction(corrected)[0]
    assert corrected.standing is Standing.LAST_SEEN
    assert merged.documents["own:information"].publisher == "Example Primary School"


def test_all_else_stays_as_it_was(merged: Directory) -> None:
    """No word, no hour, no service, and no contact but the one that was corrected."""
    assert merged.words == PLACE.words
    assert merged.hours == PLACE.hours
    assert set(merged.contacts) == set(PLACE.contacts)
    for key, contact in PLACE.contacts.items():
        assert merged.contacts[key]._replace(numbers=()) == contact._replace(numbers=())
        numbers = merged.contacts[key].numbers[-len(contact.numbers) :]
        assert [number.text for number in numbers] == [number.text for number in contact.numbers]
    assert merged.contacts[EMERGENCY] == PLACE.contacts[EMERGENCY]
    for key, tier in PLACE.tiers.items():
        assert merged.tiers[key].services == tier.services
        assert [person.name for person in merged.tiers[key].talk_to] == [each.name for each in tier.talk_to]


def test_even_the_number_of_duty_and_advice_is_only_corrected() -> None:
    """It may have moved; the rule to call the team has not, and its usual number stays in sight."""
    text = TEXT.replace("  information:", f"  {DUTY}:").replace("0113 496 0004", "0113 496 0001")
    directory = added(PLACE, text.replace("date: 2026-10-01", "date: 2026-11-03").encode(), TODAY)
    advice, usual = (
        advise(each, Answers(harm=Harm.YES), MOMENTS["office hours"].at) for each in (directory, PLACE)
    )
    assert (advice.headline, advice.emergency) == (usual.headline, usual.emergency)
    assert [call.contact.id for call in advice.ring] == [DUTY, EDT]
    assert (advice.ring[0].number.text, advice.ring[0].number.replaces) == (
        "0113 496 0104",
        ("0113 496 0001",),
    )
    menu = PLACE.contacts[DUTY].number.options
    assert menu
    assert [number.options for number in directory.contacts[DUTY].numbers] == [{}, menu]


def test_the_rules_of_safety_hold_with_an_agencys_own_contacts(merged: Directory) -> None:
    assert not any(
        proof.broken for proof in prover.prove(prover.cases(merged, moments_of_every_kind(merged)))
    )


def test_what_was_checked_today_is_not_to_come() -> None:
    """And without a day to compare with, as where a machine's clock is wrong, no day is."""
    for was in ("2026-11-02", "2026-10-01"):
        assert added(PLACE, TEXT.replace(was, str(TODAY)).encode(), TODAY).agency
        assert added(PLACE, TEXT.replace(was, "2027-11-02").encode()).agency


@pytest.mark.parametrize("part", ["people", "corrections"])
def test_either_part_can_be_left_out(part: str) -> None:
    """An agency may only have people, or only know better about a number."""
    agency, people, corrections = TEXT.replace("corrections:", "people:").split("people:\n")
    kept = f"people:\n{people}" if part == "corrections" else f"corrections:\n{corrections}"
    assert added(PLACE, (agency + kept).encode(), TODAY).agency == "Example Primary School"


def test_no_text_is_longer_than_eighty_characters() -> None:
    """It stands beside numbers, and must not push them away."""
    assert added(PLACE, TEXT.replace("Mornings", "x" * 80).encode(), TODAY)
    assert problem(TEXT.replace("Mornings", "x" * 81)).endswith(
        "is longer than 80 characters; say it in fewer"
    )


def test_no_role_has_more_than_ten_people() -> None:
    """Whoever looks for a number must find it."""
    people = [
        f'    - {{name: Sam, number: "0113 496 010{n}", hours: Mornings, checked: 2026-11-02}}\n'
        for n in "0123456789"
    ]
    text = f"agency: A school\npeople:\n  line-manager:\n{''.join(people)}"
    assert len(added(PLACE, text.encode(), TODAY).person("line-manager").own) == 10
    assert "people.line-manager: has more than 10 items" in problem(text + people[0])


@pytest.mark.parametrize(("day", "is_accepted"), [("2013-05-06", True), ("2013-05-05", False)])
def test_a_correction_is_no_older_than_what_it_corrects(day: str, *, is_accepted: bool) -> None:
    """Of the same day, it may be the later of the two."""
    information = PLACE.contacts["information"]
    number = information.number._replace(documents=(PLACE.documents["old"]._replace(date="2013-05-06"),))
    contacts = {**PLACE.contacts, "information": information._replace(numbers=(number,))}
    directory = PLACE._replace(contacts=contacts)
    text = TEXT.replace("date: 2026-10-01", f"date: {day}")
    if is_accepted:
        assert added(directory, text.encode(), TODAY).contacts["information"].number.corrected == day
    else:
        assert "is earlier than when the other number was seen" in problem(text, directory)


def regrouped(number: str) -> str:
    """The same digits in other groups."""
    digits = number.replace(" ", "")
    return f"{digits[:5]} {digits[5:]}"


def test_the_number_to_replace_is_known_in_any_groups() -> None:
    """It is the same number; the one leedshelp came with is shown in its own groups."""
    directory = added(PLACE, TEXT.replace("0113 496 0004", regrouped("0113 496 0004")).encode(), TODAY)
    assert directory.contacts["information"].number.replaces == ("0113 496 0004",)


@pytest.mark.parametrize("group", [str, regrouped])
def test_no_number_of_a_team_is_somebodys_own(leeds: Directory, group: Callable[[str], str]) -> None:
    """In whatever groups; of an old number it tells which one took its place."""
    people, _ = OF_LEEDS.split("corrections:")
    for contact in leeds.contacts.values():
        for number in (number for number in contact.numbers if not number.is_national):
            what = f"is already known, as a number of {contact.name}; look at it again"
            if number.replaced_by:
                now = contact.number.text
                what = f"is an old number of {contact.name}, which has {now} now; write another"
            assert problem(people.replace("0113 496 0100", group(number.text)), leeds).endswith(f'" {what}')


def test_a_team_is_no_role_to_put_people_beside(leeds: Directory) -> None:
    """Else another number could stand where the team's own belongs."""
    text = OF_LEEDS.replace("  cluster-managers:", "  duty-and-advice-team:")
    assert '"duty-and-advice-team" is not a field here' in problem(text, leeds)


def test_the_example_in_the_documentation_can_be_used(leeds: Directory) -> None:
    """As it stands there."""
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    directory = added(leeds, example.encode(), TODAY)
    assert directory.agency == "Example Primary School"
    assert directory.person("own-agency-safeguarding-lead").own[0].who == "Sam Sample (Deputy)"
    assert directory.contacts["family-information-service"].number.text == "0113 496 0104"
