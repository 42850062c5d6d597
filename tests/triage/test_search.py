"""Look-up: by team, service, other name, role, tier, part of a number, and in spite of a misspelling."""

import pytest

from leedshelp.model.directory import Directory
from leedshelp.triage.search import Findings, look_up, nearest

DUTY_AND_EDT = ["duty-and-advice", "emergency-duty-team"]
TARGETED = ["integrated-processes-team", "family-hubs"]
UNIVERSAL = ["family-information-service", "family-hubs"]
CAMHS = (
    "Specialist Health Services including Continuing Care and Child & Adolescent Mental Health Service "
    "(CAMHS) Tier 3 and 4"
)
BRUISE = "Suspicious mark or bruise on a child who cannot yet move on their own"
FGM = "Female genital mutilation (FGM) that is known, under 18"
ALLEGATION = "Allegation about an adult who works with children"


def names(findings: Findings) -> list[tuple[str, str]]:
    """What was found beside contacts, and in which tier."""
    return [(subject.name, subject.tier.id if subject.tier else "no tier") for subject in findings.subjects]


def ring(findings: Findings) -> list[str]:
    """The contacts found, best first."""
    return [card.contact.id for card in findings.contacts]


@pytest.mark.parametrize(
    ("query", "subject", "tier", "contacts"),
    [
        ("speech", "Speech and Language", "targeted", TARGETED),
        ("SALT", "Speech and Language", "targeted", TARGETED),
        ("YOS", "Youth Offending Service", "targeted", TARGETED),
        ("health visitor", "Health Visiting", "universal", UNIVERSAL),
        ("Midwifery", "Midwifery", "universal", UNIVERSAL),
        ("midwifry", "Midwifery", "universal", UNIVERSAL),
        ("childrens centre", "Children's Centres", "universal", UNIVERSAL),
        ("children\N{RIGHT SINGLE QUOTATION MARK}s centre", "Children's Centres", "universal", UNIVERSAL),
        ("cluster manager", "Cluster Managers", "targeted", TARGETED),
        ("DSL", "Own agency Safeguarding Lead", "universal", UNIVERSAL),
        ("saferguarding", "Own agency Safeguarding Lead", "universal", UNIVERSAL),
        ("CAMHS", CAMHS, "specialist", DUTY_AND_EDT),
        ("bruising", BRUISE, "no tier", DUTY_AND_EDT),
        ("FGM", FGM, "no tier", [*DUTY_AND_EDT, "police"]),
        ("position of trust", ALLEGATION, "no tier", ["lado", *DUTY_AND_EDT]),
        ("cluster based targeted", "Cluster Based Targeted Services", "targeted", TARGETED),
    ],
)
def test_a_service_a_role_or_a_tier_shows_its_tier_and_who_to_ring(
    leeds: Directory, query: str, subject: str, tier: str, contacts: list[str]
) -> None:
    """Its starter comes first, then who to ring when the starter does not answer."""
    findings = look_up(leeds, query)
    assert names(findings)[0] == (subject, tier)
    assert ring(findings)[: len(contacts)] == contacts


@pytest.mark.parametrize(
    ("queries", "first"),
    [
        ("duty; DUTY AND ADVICE; dut adv; front door; 0336; 376 0336; +44 113 376 0336", "duty-and-advice"),
        ("EDT; out of hours; 240 9536", "emergency-duty-team"),
        ("lado", "lado"),
        ("family hub", "family-hubs"),
        ("emergancy; 999", "emergency-services"),
    ],
)
def test_a_contact_is_found_by_name_other_name_or_number(leeds: Directory, queries: str, first: str) -> None:
    """Case, beginnings and a small misspelling do not matter; the earlier number finds its team too."""
    for query in queries.split("; "):
        assert ring(look_up(leeds, query))[0] == first, query


def test_a_contact_brings_the_one_to_ring_when_it_does_not_answer(leeds: Directory) -> None:
    """Nobody is left with one number that may be closed or gone."""
    assert ring(look_up(leeds, "duty and advice")) == DUTY_AND_EDT


def test_an_exact_name_comes_before_a_part_of_one(leeds: Directory) -> None:
    """Best match first: the whole name, then its own words, then other names."""
    assert names(look_up(leeds, "complex needs service")) == [
        ("Complex Needs Service", "specialist"),
        ("Complex Needs Service", "specialist"),
    ]
    assert names(look_up(leeds, "social worker"))[0] == ("Allocated Social Worker", "specialist")


def test_without_a_query_every_contact_is_there(leeds: Directory) -> None:
    """Once each, the emergency services first, and a confirmed number right after an unconfirmed one."""
    contacts = ring(look_up(leeds, " "))
    assert sorted(contacts) == sorted(leeds.contacts)
    assert contacts[:3] == ["emergency-services", *DUTY_AND_EDT]
    assert contacts[3:5] == TARGETED


@pytest.mark.parametrize(
    ("tier", "contacts"), [("universal", UNIVERSAL), ("targeted", TARGETED), ("specialist", DUTY_AND_EDT)]
)
def test_a_tier_alone_has_its_own_contacts(leeds: Directory, tier: str, contacts: list[str]) -> None:
    assert sorted(ring(look_up(leeds, "", tier))) == sorted(contacts)


def test_a_tier_narrows_a_query(leeds: Directory) -> None:
    assert names(look_up(leeds, "mental health", "targeted")) == [
        ("Targeted Mental Health Services", "targeted")
    ]
    assert not look_up(leeds, "midwifery", "specialist").contacts


@pytest.mark.parametrize("query", ["xyzzy", "!!", "00000000", "zz duty"])
def test_what_nothing_is_called_finds_nothing(leeds: Directory, query: str) -> None:
    """Every word of the query has to be like some word of a name."""
    assert look_up(leeds, query) == Findings((), ())


def test_the_nearest_name_is_suggested(leeds: Directory) -> None:
    assert nearest(leeds, "midwhyfery") == "Midwifery"
    assert look_up(leeds, nearest(leeds, "!!")).contacts


def test_every_name_finds_what_it_names(leeds: Directory) -> None:
    for contact in leeds.contacts.values():
        for name in (contact.name, *contact.also):
            assert contact.id in ring(look_up(leeds, name))
    for tier in leeds.tiers.values():
        for service in tier.services:
            for name in (service.full_name, service.name, *service.also):
                assert (service.full_name, tier.id) in names(look_up(leeds, name))
