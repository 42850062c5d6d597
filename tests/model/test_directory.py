"""The facts of Leeds as the data gives them, and what is worked out from them."""

import pytest

from leedshelp.model.directory import Directory, TierId
from leedshelp.model.document import Document, Standing
from leedshelp.model.errors import LAST_RESORT
from leedshelp.triage import in_words
from tests.conftest import ids

SERVICES = {
    "universal": [
        "Midwifery",
        "GP",
        "Health Visiting",
        "School Nursing",
        "Schools (primary, secondary and higher education)",
        "Early Years provision",
        "Youth Services",
        "Children's Centres",
        "Careers Advice",
    ],
    "targeted": [
        "Family Intervention and Support Services",
        "Attendance Advisors",
        "Targeted Mental Health Services",
        "Youth Offending Service",
        "Speech and Language",
        "Area Inclusion Partnerships",
        "Behaviour Support",
        "Short Breaks and activities for children and young people with disabilities",
    ],
    "specialist": [
        "Children's Social Work Service (Child in Need, Child Protection and Looked after Children and "
        "Care Leavers)",
        "Specialist Health Services including Continuing Care and Child & Adolescent Mental Health "
        "Service (CAMHS) Tier 3 and 4",
        "Complex Needs Service",
        "Multi-Systemic Therapy Service",
    ],
}
PEOPLE = {
    "universal": [
        "Line manager",
        "Own agency practitioners",
        "Own agency Safeguarding Lead",
        "Other universal agencies",
    ],
    "targeted": [
        "Cluster Managers",
        "Targeted Service Leaders",
        "Cluster based groups",
        "Integrated Processes Officers",
        "Scope",
    ],
    "specialist": [
        "Duty and Advice Team",
        "Multi-agency practitioner meetings (e.g. Core Group meetings)",
        "Allocated Social Worker",
        "Specialist health workers",
        "Complex Needs Service",
    ],
}
TIER_NAMES = {
    "universal": ("Universal Services", "Family Information Service"),
    "targeted": ("Cluster Based Targeted Services", "Integrated Processes Team"),
    "specialist": ("Specialist Services", "Duty and Advice Team"),
}

# Contact, number, line, audience, menu option last seen, sources, standing: the table of the facts.
NUMBERS = [
    ("Emergency services", "999", "any-hour", "anyone", None, None, "national"),
    (
        "Duty and Advice Team",
        "0113 376 0336",
        "office-hours",
        "practitioners",
        "option 2",
        "leeds-2013 leeds-2015 lhp-2020 procedures-2023 lscp-practitioners omg-edt",
        "last seen",
    ),
    (
        "Children's Emergency Duty Team (EDT)",
        "0113 535 0600",
        "out-of-hours",
        "practitioners only",
        None,
        "lhp-2020 lscp-practitioners gp-practice-page",
        "last seen",
    ),
    (
        "Children's Emergency Duty Team (EDT)",
        "0113 240 9536",
        "out-of-hours",
        None,
        None,
        "leeds-2013 leeds-2015",
        "superseded",
    ),
    ("Integrated Processes Team", "0113 247 6830", "office-hours", None, None, "leeds-2013", "unconfirmed"),
    ("Family Information Service", "0800 731 0640", "office-hours", None, None, "leeds-2013", "unconfirmed"),
    (
        "Early Help Assessment: help registering or completing one",
        "0113 378 1840",
        "office-hours",
        None,
        "option 1",
        "leeds-2015",
        "unconfirmed",
    ),
    ("Family Hubs (early help)", "0113 535 0185", "office-hours", None, None, "lscp-early-help", "last seen"),
    (
        "Leeds social care for members of the public",
        "0113 222 4403",
        "office-hours",
        "anyone",
        None,
        "procedures-2023",
        "last seen",
    ),
    (
        "LADO (allegation about an adult who works with children)",
        "0113 378 9687",
        "office-hours",
        "practitioners",
        None,
        "omg-lado",
        "last seen",
    ),
    ("Police (not an emergency)", "101", "any-hour", "anyone", None, "home-office-fgm", "national"),
    (
        "LSCP office (not for referrals)",
        "0113 378 6018",
        "office-hours",
        None,
        None,
        "gp-practice-page",
        "last seen",
    ),
]
DOCUMENTS = {
    "leeds-2013": ("How we respond to the needs of children and families in Leeds", "2013"),
    "leeds-2015": ("Right conversation, right people, right time", "2015"),
    "lhp-2020": ("Leeds Health Pathways: Safeguarding Children \N{EN DASH} Leeds", "October 2020"),
    "procedures-2023": ("Leeds children's services procedures: Contacts and Referrals", "9 February 2023"),
    "lscp-practitioners": ("Reporting a concern for practitioners", "read November 2026"),
    "omg-edt": ("One minute guide: Children's Emergency Duty Team", "read November 2026"),
    "omg-duty-and-advice": ("One minute guide: Duty and Advice Team", "read November 2026"),
    "omg-lado": ("One minute guide: LADO", "read November 2026"),
    "lscp-early-help": ("Early help: additional support (Family Hubs)", "read November 2026"),
    "lscp-concerns-resolution": ("Concerns resolution", "read November 2026"),
    "dfe-2024": ("Information sharing: advice for practitioners providing safeguarding services", "2024"),
    "working-together": ("Working Together to Safeguard Children", "2023"),
    # Two pages that the facts name as sources without a row of their own.
    "omg-early-help": ("One minute guide: Early help", "no date known"),
    "lscp-bruising": ("Bruising in Non-independently Mobile Children Protocol", "September 2021"),
    "home-office-fgm": (
        "Mandatory reporting of female genital mutilation: procedural information",
        "22 January 2020",
    ),
    "children-act-1989": ("Children Act 1989, section 47", "1989"),
    "gp-practice-page": ("A GP practice's page of safeguarding numbers", "no date known"),
}


@pytest.mark.parametrize("tier", TierId)
def test_each_tier_is_exactly_that_of_the_2013_table(leeds: Directory, tier: TierId) -> None:
    """Names, services, the people it adds and its starter, in the order of the table."""
    held = leeds.tiers[tier]
    assert (held.name, leeds.contacts[held.starter].name) == TIER_NAMES[tier]
    assert [service.full_name for service in held.services] == SERVICES[tier]
    assert [person.name for person in held.talk_to] == PEOPLE[tier]


def test_numbers_are_exactly_those_of_the_facts(leeds: Directory) -> None:
    """Every contact, number, line, audience, option, source and standing, and no number besides."""
    held = []
    for contact in leeds.contacts.values():
        for number in contact.numbers:
            option = (in_words.menu(number) or "").removesuffix(" when last seen; listen to the menu") or None
            sources = None if number.text == "999" else " ".join(ids(number.documents))
            standing = contact.standing(number)
            held.append((contact.name, number.text, number.line, number.audience, option, sources, standing))
    assert held == NUMBERS


def test_documents_are_exactly_those_of_the_facts(leeds: Directory) -> None:
    """Each with its title and date, or when the copy was read."""
    assert {key: (each.title, each.when) for key, each in leeds.documents.items()} == DOCUMENTS


def test_the_email_of_the_lscp_office_has_its_source(leeds: Directory) -> None:
    email = leeds.contacts["lscp-office"].email
    assert email is not None
    assert (email.address, ids(email.documents)) == ("lscp.info@leeds.gov.uk", ("lscp-concerns-resolution",))


def test_the_number_to_ring_is_never_one_that_was_replaced(leeds: Directory) -> None:
    """The Emergency Duty Team has two numbers, and only the newer is rung."""
    edt = leeds.contacts["emergency-duty-team"]
    newer, older = edt.numbers
    assert edt.number == newer
    assert newer.replaces == older.text
    assert edt.successor(older) == newer
    assert edt.successor(newer) is None


def test_a_standing_in_words_names_its_document_and_date(leeds: Directory) -> None:
    """Last seen, unconfirmed or superseded: each says by what, and when."""

    def told(contact_id: str, position: int = 0) -> str:
        contact = leeds.contacts[contact_id]
        return in_words.standing(contact, contact.numbers[position])

    assert told("lado") == 'Last seen in "One minute guide: LADO", read November 2026.'
    assert told("early-help-assessment").startswith(
        'Unconfirmed: last seen in "Right conversation, right people, right time", 2015.'
    )
    assert told("emergency-duty-team", 1) == (
        "Old number: a newer one was in use by October 2020. Do not ring it."
    )


def test_a_menu_option_is_the_one_last_seen(leeds: Directory) -> None:
    """Option 3 in 2015, option 2 in the latest page: the latest is given, with a warning."""
    duty = leeds.contacts["duty-and-advice"].number
    assert duty.options == {"leeds-2015": "option 3", "lscp-practitioners": "option 2"}
    assert in_words.menu(duty) == "option 2 when last seen; listen to the menu"
    assert in_words.menu(leeds.contacts["lado"].number) is None


def test_every_unconfirmed_number_has_a_confirmed_one_to_turn_to(leeds: Directory) -> None:
    """The early-help numbers of 2013 and 2015 lead on to the Family Hubs."""
    for contact in leeds.contacts.values():
        if contact.standing(contact.number) is Standing.UNCONFIRMED:
            assert [each.id for each in leeds.and_otherwise(contact)] == [contact.id, "family-hubs"]


@pytest.mark.parametrize(
    ("date", "read", "when", "is_old"),
    [
        ("2013", None, "2013", True),
        ("2015-12-31", None, "31 December 2015", True),
        ("2016", None, "2016", False),
        ("2020-10", None, "October 2020", False),
        (None, "2026-11", "read November 2026", False),
        (None, None, "no date known", False),
    ],
)
def test_a_document_is_dated_by_itself_or_by_when_it_was_read(
    date: str | None, read: str | None, when: str, is_old: bool
) -> None:
    """A page without a date never looks as if it had one."""
    document = Document("page", "A page", "Somebody", date, read)
    assert (document.when, document.is_old) == (when, is_old)


def test_the_last_resort_is_what_the_data_says(leeds: Directory) -> None:
    """The only numbers typed in code are the data's own."""
    known = [
        leeds.contacts[each] for each in ("emergency-services", "duty-and-advice", "emergency-duty-team")
    ]
    assert [(contact.name, contact.number.text) for contact in known] == list(LAST_RESORT)
