"""An agency's own contacts: what they add, what they may correct, and what they can never change."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leedshelp.loading import load
from leedshelp.model.answers import Answers, Harm
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory
from leedshelp.model.document import Standing
from leedshelp.model.errors import DataError
from leedshelp.own.loading import added, with_own
from leedshelp.safety import prover
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.triage import in_words
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS, ROOT

EXAMPLE = load(ROOT / "tests" / "example")
TEXT = (ROOT / "tests" / "example" / "own.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 21)


def problems(text: str) -> list[str]:
    """Everything wrong with such a file."""
    with pytest.raises(DataError) as caught:
        added(EXAMPLE, text.encode(), TODAY)
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture
def merged() -> Directory:
    """What is known with the example's own contacts."""
    return added(EXAMPLE, TEXT.encode(), TODAY)


def test_people_stand_beside_their_role(merged: Directory) -> None:
    """In the order of the file, in every tier that has the role."""
    for tier in ("universal", "specialist"):
        manager = merged.people(tier)[0]
        assert [(each.who, each.number, each.hours, each.checked) for each in manager.own] == [
            ("Sam Sample (Head of year)", "0113 496 0100", "Monday to Friday 8:00 to 16:00", "2026-11-02"),
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
    assert corrected.standing is Standing.LAST_SEEN
    assert merged.documents["own:information"].publisher == "Example Primary School"


def test_all_else_stays_as_it_was(merged: Directory) -> None:
    """No word, no hour, no service, and no contact but the one that was corrected."""
    assert merged.words == EXAMPLE.words
    assert merged.hours == EXAMPLE.hours
    assert set(merged.contacts) == set(EXAMPLE.contacts)
    for key, contact in EXAMPLE.contacts.items():
        assert merged.contacts[key]._replace(numbers=()) == contact._replace(numbers=())
        numbers = merged.contacts[key].numbers[-len(contact.numbers) :]
        assert [number.text for number in numbers] == [number.text for number in contact.numbers]
    for key, tier in EXAMPLE.tiers.items():
        assert merged.tiers[key].services == tier.services
        assert [person.name for person in merged.tiers[key].talk_to] == [each.name for each in tier.talk_to]


def test_even_the_number_of_duty_and_advice_is_only_corrected(merged: Directory) -> None:
    """It may have moved; the rule to call the team has not, and its usual number stays in sight."""
    text = TEXT.replace("  information:", f"  {DUTY}:").replace("0113 496 0004", "0113 496 0001")
    text = text.replace("date: 2026-10-01", "date: 2026-11-03")
    directory = added(EXAMPLE, text.encode(), TODAY)
    advice = advise(directory, Answers(harm=Harm.YES), MOMENTS["office hours"].at)
    usual = advise(EXAMPLE, Answers(harm=Harm.YES), MOMENTS["office hours"].at)
    assert advice.headline == usual.headline
    assert [call.contact.id for call in advice.ring] == [DUTY, EDT]
    assert (advice.ring[0].number.text, advice.ring[0].number.replaces) == ("0113 496 0104", "0113 496 0001")
    menu = EXAMPLE.contacts[DUTY].number.options
    assert menu
    assert [number.options for number in directory.contacts[DUTY].numbers] == [{}, menu]
    assert advice.emergency == usual.emergency
    assert merged.contacts[EMERGENCY] == EXAMPLE.contacts[EMERGENCY]


def test_the_rules_of_safety_hold_with_an_agencys_own_contacts(merged: Directory) -> None:
    """Every one of them, at every kind of moment."""
    assert not any(
        proof.broken for proof in prover.prove(prover.cases(merged, moments_of_every_kind(merged)))
    )


def test_a_team_is_no_role_to_put_people_beside(leeds: Directory) -> None:
    """Else another number could stand where the team's own belongs."""
    text = TEXT.replace("  line-manager:", "  duty-and-advice-team:").split("corrections:")[0]
    with pytest.raises(DataError) as caught:
        added(leeds, text.encode(), TODAY)
    assert '"duty-and-advice-team" is not a field here' in str(caught.value)


def test_without_a_day_to_compare_with_no_day_is_to_come() -> None:
    """A machine whose clock is wrong still shows the agency's people."""
    assert added(EXAMPLE, TEXT.replace("2026-11-02", "2027-11-02").encode()).agency


@pytest.mark.parametrize("was", ["2026-11-02", "2026-10-01"])
def test_what_was_checked_today_is_not_to_come(tmp_path: Path, was: str) -> None:
    """Nor is a letter of today; what is of tomorrow is."""
    path = tmp_path / "ours.yaml"
    path.write_text(TEXT.replace(was, str(TODAY)), encoding="utf-8")
    path.chmod(0o600)
    assert with_own(EXAMPLE, path, TODAY).agency
    with pytest.raises(DataError, match=f'"{TODAY}" is still to come'):
        with_own(EXAMPLE, path, date(2026, 11, 20))


@pytest.mark.parametrize("part", ["people", "corrections"])
def test_either_part_can_be_left_out(part: str) -> None:
    """An agency may only have people, or only know better about a number."""
    people, corrections = TEXT.split("corrections:")
    agency = people.split("people:")[0]
    text = people if part == "corrections" else f"{agency}corrections:{corrections}"
    assert added(EXAMPLE, text.encode(), TODAY).agency == "Example Primary School"


def test_a_slip_in_the_very_first_line_is_pointed_at() -> None:
    """The parser only stumbles in the second."""
    assert problems("agency:A school\npeople:\n") == [
        "own-contacts.yaml:1:7: there is no space after this colon; put one there"
    ]


def test_a_hundred_problems_are_told_here_too() -> None:
    """And no more."""
    wrong = "".join(f"  role-{count}:\n    - name: Sam\n" for count in range(150))
    assert len(problems(f"agency: A school\npeople:\n{wrong}")) == 100


def test_a_file_is_told_by_its_name(tmp_path: Path) -> None:
    """Whatever that is."""
    path = tmp_path / "ours.yaml"
    path.write_text("agency:\n", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(DataError) as caught:
        with_own(EXAMPLE, path)
    assert str(caught.value).startswith("ours.yaml:1:8: agency: is empty")


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("agency", "agency: Example Primary School"),
        ("people.line-manager[1].name", "name: Jo Sample"),
        ("people.line-manager[0].title", "title: Head of year"),
        ("people.line-manager[1].hours", "hours: Mornings"),
        ("corrections.information.source", "source: A letter from the line"),
    ],
)
def test_no_text_is_longer_than_eighty_characters(field: str, written: str) -> None:
    """It stands beside numbers, and must not push them away."""
    name = written.split(":")[0]
    assert added(EXAMPLE, TEXT.replace(written, f"{name}: {'x' * 80}").encode(), TODAY)
    (problem,) = problems(TEXT.replace(written, f"{name}: {'x' * 81}"))
    assert f": {field}: " in problem
    assert problem.endswith("is longer than 80 characters; say it in fewer")


@pytest.mark.parametrize(("count", "is_accepted"), [(10, True), (11, False)])
def test_no_role_has_more_than_ten_people(count: int, is_accepted: bool) -> None:
    """Whoever looks for a number must find it."""
    person = '    - {name: Sam, number: "0113 496 0100", hours: Mornings, checked: 2026-11-02}\n'
    text = f"agency: A school\npeople:\n  line-manager:\n{person * count}"
    if is_accepted:
        assert len(added(EXAMPLE, text.encode(), TODAY).person("line-manager").own) == count
    else:
        (problem,) = problems(text)
        assert "people.line-manager: has more than 10 items" in problem


@pytest.mark.parametrize(
    ("field", "written", "bad"),
    [("name", "name: Sam Sample", "name: THE NIGHT TEAM"), ("title", "Head of year", "Hubs, new number")],
)
def test_nobody_is_given_the_name_of_a_team(field: str, written: str, bad: str) -> None:
    """Else another number could stand where the team's own belongs."""
    (problem,) = problems(TEXT.replace(written, bad, 1))
    assert f"people.line-manager[0].{field}: " in problem
    assert "which is a team; write " in problem


def test_a_person_without_a_title_may_have_any_name() -> None:
    """What is not there names no team."""
    hubs = EXAMPLE.contacts["hubs"]._replace(name="XXXX")
    directory = EXAMPLE._replace(contacts={**EXAMPLE.contacts, "hubs": hubs})
    assert added(directory, TEXT.encode(), TODAY)


@pytest.mark.parametrize(("day", "is_accepted"), [("2013-05-06", True), ("2013-05-05", False)])
def test_a_correction_is_no_older_than_what_it_corrects(day: str, is_accepted: bool) -> None:
    """Of the same day, it may be the later of the two."""
    information = EXAMPLE.contacts["information"]
    number = information.number._replace(documents=(EXAMPLE.documents["old"]._replace(date="2013-05-06"),))
    contacts = {**EXAMPLE.contacts, "information": information._replace(numbers=(number,))}
    directory = EXAMPLE._replace(contacts=contacts)
    data = TEXT.replace("date: 2026-10-01", f"date: {day}").encode()
    if is_accepted:
        assert added(directory, data, TODAY).contacts["information"].number.corrected == day
    else:
        with pytest.raises(DataError):
            added(directory, data, TODAY)


PERSON = '"0113 496 0100"'
CORRECTION = '"0113 496 0104"'


def regrouped(number: str) -> str:
    """The same digits in other groups."""
    digits = number.replace(" ", "")
    return f"{digits[:5]} {digits[5:]}"


@pytest.mark.parametrize("group", [str, regrouped])
def test_no_number_of_a_team_is_somebodys_own(leeds: Directory, group: Callable[[str], str]) -> None:
    """In whatever groups; of an old number it tells which one took its place."""
    text = (
        (ROOT / "tests" / "leeds" / "own-contacts.yaml").read_text(encoding="utf-8").split("corrections:")[0]
    )
    for contact in leeds.contacts.values():
        for number in contact.numbers:
            if number.is_national:
                continue
            with pytest.raises(DataError) as caught:
                added(leeds, text.replace(PERSON, f'"{group(number.text)}"').encode(), TODAY)
            if number.replaced_by:
                what = (
                    f"is an old number of {contact.name}, which has {contact.number.text} now; write another"
                )
            else:
                what = f"is already known, as a number of {contact.name}; look at it again"
            assert caught.value.problems[0].what == what


@pytest.mark.parametrize("number", ["0113 496 0003", "01134 960003"])
@pytest.mark.parametrize("place", [PERSON, CORRECTION])
def test_an_old_number_is_nobodys_now(place: str, number: str) -> None:
    """Neither a person's nor a team's, though it was that of another team."""
    (problem,) = problems(TEXT.replace(place, f'"{number}"'))
    assert problem.endswith("is an old number of Night Team, which has 0113 496 0002 now; write another")


def test_a_number_that_was_corrected_is_nobodys_own() -> None:
    """Neither the one a team had, nor the one it has now."""
    for number in ("0113 496 0104", "01134 960104"):
        (problem,) = problems(TEXT.replace(PERSON, f'"{number}"'))
        assert problem.endswith("is already known, as a number of Information Line; look at it again")
    (problem,) = problems(TEXT.replace(PERSON, '"0113 496 0004"'))
    assert problem.endswith(
        "is an old number of Information Line, which has 0113 496 0104 now; write another"
    )


def test_two_teams_do_not_get_one_number() -> None:
    """One of the two is a slip."""
    second = '  hubs: {number: "01134 960104", replaces: "0113 496 0005", source: A page, date: 2026-11-02}\n'
    (problem,) = problems(TEXT + second)
    assert problem.endswith("is already known, as a number of Information Line; look at it again")


def test_the_number_to_replace_is_known_in_any_groups() -> None:
    """It is the same number; the one leedshelp came with is shown in its own groups."""
    directory = added(EXAMPLE, TEXT.replace('"0113 496 0004"', '"01134 960004"').encode(), TODAY)
    assert directory.contacts["information"].number.replaces == "0113 496 0004"


def test_the_usual_number_in_other_groups_is_no_correction() -> None:
    """There is nothing to correct."""
    (problem,) = problems(TEXT.replace(CORRECTION, '"01134 960004"'))
    assert problem.endswith(
        "is the number leedshelp came with; there is nothing to correct, so take this out"
    )


@pytest.mark.parametrize("place", [PERSON, CORRECTION])
@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("0871 496 0123", "costs extra to ring; "),
        ("0844 496 0123", "costs extra to ring; "),
        ("0906 496 0123", "costs a lot to ring; "),
        ("07012 496012", "is a personal number, "),
        ("07699 496012", "is a pager's, "),
        ("999", "is the same everywhere; "),
        ("101", "is the same everywhere; "),
        ("0800 1111", "is the same everywhere; "),
        ("0113-496-0123", "is not a UK number; "),
        ("0113_496_0123", "is not a UK number; "),
        ("\N{FULLWIDTH DIGIT ZERO}113 496 0123", "is not a UK number; "),
        ("\N{ARABIC-INDIC DIGIT ZERO}113 496 0123", "is not a UK number; "),
    ],
)
def test_a_number_of_a_wrong_kind_is_nobodys(place: str, number: str, what: str) -> None:
    """Neither a person's nor a team's."""
    (problem,) = problems(TEXT.replace(place, f'"{number}"'))
    assert f'"{number}" {what}' in problem


@pytest.mark.parametrize(
    "text", ["Do NOT ring 999", "don't call the team", "nine nine nine", "Ring me first, always"]
)
@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("agency", "agency: Example Primary School"),
        ("people.line-manager[1].name", "name: Jo Sample"),
        ("people.line-manager[0].title", "title: Head of year"),
        ("people.line-manager[1].hours", "hours: Mornings"),
        ("corrections.information.source", "source: A letter from the line"),
    ],
)
def test_no_text_says_whom_to_ring(field: str, written: str, text: str) -> None:
    """In any field; it is told where it stands."""
    (problem,) = problems(TEXT.replace(written, f'{written.split(":")[0]}: "{text}"'))
    assert f': {field}: "{text}" ' in problem
    assert problem.endswith(("take that out", "which has no place here; take it out"))


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("agency: Example Primary School", "write the name of your agency"),
        ("name: Jo Sample", "write the name of a person"),
        ("title: Head of year", "write what the person is"),
        ("hours: Mornings", "write when the person can be rung"),
    ],
)
def test_no_text_names_a_team_for_harm(leeds: Directory, written: str, remedy: str) -> None:
    """The remedy is that of the field."""
    text = TEXT.split("corrections:")[0].replace(written, f"{written.split(':')[0]}: The E.D.T.")
    with pytest.raises(DataError) as caught:
        added(leeds, text.encode(), TODAY)
    (problem,) = caught.value.problems
    assert problem.what == f"names Children's Emergency Duty Team (EDT), which is a team; {remedy}"


def test_a_name_in_other_letters_stays_as_it_is() -> None:
    """What is compared is only how it reads."""
    name = "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka"
    directory = added(EXAMPLE, TEXT.replace("Sam Sample", name).encode(), TODAY)
    assert directory.person("line-manager").own[0].name == name
