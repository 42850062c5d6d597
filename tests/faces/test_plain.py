"""The plain face: lines that a screen reader reads well, and that no width breaks a number of."""

import pytest

from leedshelp.faces import plain, screen
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer, paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.notice import notice
from leedshelp.triage.search import look_up
from leedshelp.triage.table import table
from tests.conftest import MOMENTS

AT = MOMENTS["office hours"].at
TARGETED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)


def test_advice_says_what_to_do_first_and_labels_everything_else(leeds: Directory) -> None:
    """The headline, then whom to ring, then the rest, a blank line between."""
    text = plain.advice(advise(leeds, Answers(harm=Harm.YES), AT), None)
    blocks = [block.splitlines() for block in text.split("\n\n")]
    assert blocks[0] == [
        "You MUST ring the Duty and Advice Team now.",
        "At: Tuesday 24 November 2026, 11:00, London time",
    ]
    assert blocks[1] == ["999: Ring if a child is in danger right now."]
    assert blocks[2] == [
        "Ring first: 0113 376 0336, Duty and Advice Team. Answers now. Menu: option 2 when last seen; listen "
        "to the menu.",
        "Out of hours, ring: 0113 535 0600, Children's Emergency Duty Team (EDT). Closed now.",
    ]
    assert blocks[3][0].startswith("Consent: ")
    assert blocks[4][:2] == [
        "0113 376 0336, Duty and Advice Team",
        "Why: You MUST make this call, whatever was said about consent.",
    ]
    assert "Menu: option 2 when last seen; listen to the menu" in blocks[4]
    assert blocks[5][0] == "0113 535 0600, Children's Emergency Duty Team (EDT)"
    starts = [block[0].split(":")[0] for block in blocks[6:]]
    assert starts[:-2] == ["Talk to", "Next", "Why", "Read on"]
    assert blocks[-4][-1] == (
        "Sources of the next steps and of consent: Information sharing: advice for practitioners providing "
        "safeguarding services (2024); Reporting a concern for practitioners (read November 2026); How we "
        "respond to the needs of children and families in Leeds (2013); Right conversation, right people, "
        "right time (2015); One minute guide: Duty and Advice Team (read November 2026); Working Together to "
        "Safeguard Children (2023); Concerns resolution (read November 2026)"
    )
    assert blocks[-3] == ["Read on: leedshelp guide consent, leedshelp guide after-the-call"]
    assert "not an official service" in blocks[-2][0]
    assert blocks[-1] == ["Again: leedshelp ask --harm yes"]


def test_what_there_is_nothing_of_has_no_heading(leeds: Directory) -> None:
    """A member of the public has no colleagues, and may have no page to read on."""
    answers = Answers().within("member-of-the-public", None)
    given = advise(leeds, answers, AT)
    for shown in (plain.advice(given, None), screen.advice(given, 80)):
        assert "Talk to" not in shown
        assert "Read on" not in shown


def test_an_unconfirmed_number_is_said_to_be_so_at_first_glance(leeds: Directory) -> None:
    """On the line of the number, and of no other."""
    lines = plain.brief(advise(leeds, TARGETED, AT), None).splitlines()
    assert [line.split(",")[0] for line in lines if "Unconfirmed" in line] == ["Ring first: 0113 247 6830"]


def test_advice_about_a_tier_lists_its_services(leeds: Directory) -> None:
    """The conversation has people and services to start with."""
    text = plain.advice(advise(leeds, TARGETED, AT), None)
    assert "Services in Cluster Based Targeted Services:\nFamily Intervention" in text


def test_advice_in_a_disputed_minute_says_why_both_teams_are_there(leeds: Directory) -> None:
    """The doubt has a line of its own."""
    at = MOMENTS["disputed Friday afternoon"].at
    doubt = "One document has the Duty and Advice Team open until 17:00 every day. So both teams are shown."
    assert f"\n{doubt}\n" in plain.advice(advise(leeds, TARGETED, at), None)
    assert plain.notice(notice(leeds, at))[-1] == doubt


def test_every_because_line_names_its_documents(leeds: Directory) -> None:
    """With the year of each, so that its age can be judged."""
    text = plain.advice(advise(leeds, TARGETED, AT), None)
    assert "Source: How we respond to the needs of children and families in Leeds (2013)" in text


@pytest.mark.parametrize("width", [1, 13, 20, 27, 40, 60, 80, 250])
def test_no_width_breaks_a_number(leeds: Directory, width: int) -> None:
    """Each number of every advice is whole on one line, at any width."""
    for answers in paths():
        given = advise(leeds, answers, AT)
        lines = plain.advice(given, width).splitlines()
        for call in (*given.ring, given.emergency):
            assert any(call.number.text in line for line in lines)


def test_lines_keep_to_the_width_where_words_let_them(leeds: Directory) -> None:
    """Forty columns are enough for every word we use; a command is one line, to be copied."""
    *lines, label, again = plain.advice(advise(leeds, TARGETED, AT), 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert label == "Again:"
    assert again == "leedshelp ask --consent agreed --harm no --tier targeted"


def test_nothing_is_conveyed_by_columns_of_spaces(leeds: Directory) -> None:
    """No run of spaces, no box, no tab: a screen reader reads lines."""
    everything = plain.advice(advise(leeds, TARGETED, AT), 80) + plain.contacts(look_up(leeds, ""), 80)
    assert "  " not in everything
    assert everything.isascii()


def test_the_notice_has_the_number_first_on_the_line(leeds: Directory) -> None:
    """It is what a person looks for."""
    assert plain.notice(notice(leeds, MOMENTS["night"].at)) == [
        "999: Ring if a child is in danger right now.",
        "0113 535 0600: Children's Emergency Duty Team (EDT). Answers now.",
        "0113 376 0336: Duty and Advice Team. Closed now.",
    ]


def test_contacts_show_every_number_and_the_earlier_one_as_such(leeds: Directory) -> None:
    """The superseded number is there to be recognised, not to be rung."""
    lines = plain.contacts(look_up(leeds, "edt"), None).splitlines()
    assert lines[0] == "Children's Emergency Duty Team (EDT)"
    assert "Number: 0113 535 0600" in lines
    old = lines.index("Old number: 0113 240 9536")
    assert lines[old + 1] == "How sure: Old number: a newer one was in use by October 2020. Do not ring it."


def test_contacts_found_by_a_service_show_its_tier_and_who_to_ring(leeds: Directory) -> None:
    """The service comes first, then the contacts with their numbers."""
    lines = plain.contacts(look_up(leeds, "speech"), None).splitlines()
    assert lines[:3] == [
        "Speech and Language",
        "Tier: Cluster Based Targeted Services",
        "Ring about it: Integrated Processes Team, or Family Hubs (early help)",
    ]
    assert "Number: 0113 247 6830" in lines


def test_contacts_show_an_email_address_where_there_is_one(leeds: Directory) -> None:
    """The LSCP office has one."""
    assert "E-mail: lscp.info@leeds.gov.uk\n" in plain.contacts(look_up(leeds, "lscp office"), None)


def test_tiers_have_every_name_and_number_of_the_table(leeds: Directory) -> None:
    """Services, people with those of the tiers before, and the starter with its number."""
    text = plain.tiers(table(leeds), None)
    for tier in leeds.tiers.values():
        assert f"\n{tier.name}\n" in f"\n{text}"
        assert all(f"\n{service.full_name}\n" in text for service in tier.services)
        assert all(f"\n{person.name}\n" in text for person in leeds.people(tier.id))
        assert f"Number: {leeds.contacts[tier.starter].number.text}" in text
    assert text.count("\nLine manager\n") == 3
    assert text.endswith("Source: How we respond to the needs of children and families in Leeds (2013)\n")
