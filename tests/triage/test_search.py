"""Look-up: what people type, in their own words, and what each must and must not lead to."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leedshelp.bundled import bundled_data
from leedshelp.guide.loading import load_guide
from leedshelp.loading import load
from leedshelp.model.directory import Directory
from leedshelp.own.loading import with_own
from leedshelp.triage.search import Findings, _items, look_up, meant
from leedshelp.triage.telling import FILLERS, stem, words_of
from tests.conftest import MOMENTS, ROOT

AT = MOMENTS["office hours"].at
LEEDS = load(bundled_data())
PAGES = {page.id: (page.title, *page.also) for page in load_guide(bundled_data(), LEEDS)}
UNIVERSAL = ["family-hubs", "family-information-service"]


WHOLE = {"".join(map(stem, words_of(name))) for item in _items(LEEDS, PAGES) for name in item.names}
"""Every name, to be typed whole."""


class Typed(NamedTuple):
    """A line of `words.txt`: what is typed, what comes first, what comes too, and what must not."""

    words: str
    first: str
    others: tuple[str, ...]
    never: tuple[str, ...]


def typed() -> list[Typed]:
    """The lines of `words.txt` that are no note."""
    rows = []
    for line in (ROOT / "tests" / "triage" / "words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words, must, never = (part.strip() for part in line.split("|"))
            first, *others = must.split() or [""]
            rows.append(Typed(words, first, tuple(others), tuple(never.split())))
    return rows


def found(findings: Findings) -> list[str]:
    """The ids of what was found: the subjects, or where there are none, the contacts."""
    contacts = [card.contact.id for card in findings.contacts]
    return [f"guide:{each.page}" if each.page else each.id for each in findings.subjects] + contacts


@pytest.mark.parametrize("row", typed(), ids=lambda row: row.words)
def test_what_people_type_leads_right_or_nowhere(row: Typed) -> None:
    findings = look_up(LEEDS, row.words, AT, pages=PAGES)
    ids = found(findings)
    if row.first == "-":
        assert ids == []
        return
    assert ids[:1] == [row.first]
    assert set(row.others) <= set(ids)
    assert not set(row.never) & {subject.id for subject in findings.subjects}


def test_there_are_three_hundred_of_them_and_none_twice() -> None:
    words = [row.words for row in typed()]
    assert len(words) >= 300
    assert len(set(words)) == len(words)


@given(st.lists(st.sampled_from(sorted(FILLERS)), min_size=1, max_size=4))
def test_no_filler_word_alone_ever_decides_a_match(words: list[str]) -> None:
    """Unless it is a whole name."""
    if "".join(map(stem, words)) not in WHOLE:
        assert look_up(LEEDS, " ".join(words), AT, pages=PAGES).is_empty


def test_a_filler_word_changes_nothing() -> None:
    usual = found(look_up(LEEDS, "county lines", AT))
    assert found(look_up(LEEDS, f"{' '.join(FILLERS)} county lines", AT)) == usual


def test_a_concern_found_alone_has_its_advice_and_its_command() -> None:
    findings = look_up(LEEDS, "self harm", AT)
    assert findings.alone
    assert not findings.is_whole
    (subject,) = findings.subjects
    assert subject.lines == [
        "If you fear significant harm, you MUST ring the Duty and Advice Team now. Refer to MindMate by its "
        "form.",
        "Form, if you work with children: mindmate.org.uk",
        "Its own advice: leedshelp ask --concern self-harm",
    ]


def test_a_service_shows_its_tier_and_who_to_ring() -> None:
    findings = look_up(LEEDS, "midwife", AT)
    (subject,) = findings.subjects
    assert subject.lines == [
        "Tier: Universal Services",
        "Ring about it: Family Hubs (early help), or Family Information Service",
    ]
    assert [card.contact.id for card in findings.contacts] == UNIVERSAL
    assert findings.is_whole


def test_nobody_elses_number_is_given_for_a_person_of_ones_own_agency(own: Directory) -> None:
    """Their own is, where the agency's file has it; else it is told how to put it in."""
    tier, setup = "Tier: Universal Services", "To put them in, with their number: leedshelp setup"
    for directory, people, lines in (
        (LEEDS, 0, [tier, f"Somebody in your own agency. {setup}"]),
        (own, 1, [tier]),
    ):
        findings = look_up(directory, "dsl", AT)
        (subject,) = findings.subjects
        assert (subject.lines, len(subject.own)) == (lines, people)
        assert findings.contacts == ()


def test_an_old_number_is_told_with_the_one_to_ring() -> None:
    """In any groups, and by a part of it that no other number has."""
    for query in ("0113 240 9536", "01132409536", "+44 113 240 9536", "1132409536", "240-9536"):
        assert look_up(LEEDS, query, AT).old == (
            "0113 240 9536 is an old number of Children's Emergency Duty Team (EDT). Do not ring it. "
            "Ring 0113 535 0600."
        )
    assert look_up(LEEDS, "0113", AT).old is None
    assert look_up(LEEDS, "0113 535 0600", AT).old is None


def test_at_most_five_are_found_and_the_rest_is_counted() -> None:
    findings = look_up(LEEDS, "0113", AT)
    assert findings.more > 0
    everyone = look_up(LEEDS, " ", AT)
    assert len(everyone.contacts) == len(LEEDS.contacts)
    assert everyone.more == 0


def test_a_tier_leaves_out_what_belongs_to_others() -> None:
    ids = [card.contact.id for card in look_up(LEEDS, "", AT, "universal").contacts]
    assert ids == UNIVERSAL
    assert look_up(LEEDS, "midwifery", AT, "specialist").is_empty
    with pytest.raises(ValueError, match="is not one of the options"):
        look_up(LEEDS, "midwifery", AT, "upper")


def test_the_people_of_an_agency_are_found_by_name_and_number() -> None:
    directory = with_own(LEEDS, ROOT / "tests" / "leeds" / "own-contacts.yaml")
    for query in ("sam sample", "0113 496 0100"):
        assert found(look_up(directory, query, AT)) == ["own-agency-safeguarding-lead"]
    assert [role.id for role in look_up(directory, "", AT).people] == [
        "own-agency-safeguarding-lead",
        "cluster-managers",
    ]


def test_what_finds_nothing_offers_three_words_at_most_that_are_nearly_spelled_like_it() -> None:
    assert meant(LEEDS, "dooty")[:1] == ["duty"] or "duty" in meant(LEEDS, "dooty")
    assert len(meant(LEEDS, "dooty")) <= 3
    assert meant(LEEDS, "football") == []


def test_every_contact_and_service_is_found_by_each_of_its_names() -> None:
    for contact in LEEDS.contacts.values():
        for name in (contact.name, *contact.also):
            assert not look_up(LEEDS, name, AT).is_empty
    for tier in LEEDS.tiers.values():
        for service in tier.services:
            for name in (service.full_name, service.name, *service.also):
                assert not look_up(LEEDS, name, AT).is_empty
