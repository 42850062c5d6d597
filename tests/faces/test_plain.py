"""The plain face: lines that a screen reader reads well, and that no width breaks a number of."""

from datetime import timedelta

import pytest

from leedshelp.faces import plain, screen
from leedshelp.faces.first import last
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer, paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.notice import notice
from leedshelp.triage.search import look_up
from leedshelp.triage.table import table
from tests.conftest import MOMENTS

AT = MOMENTS["office hours"].at
CALLED = Answers(harm=Harm.YES)
TARGETED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)


def test_an_answer_from_old_data_says_so_and_where_to_look(leeds: Directory) -> None:
    """From the day after a year without anybody looking it over."""
    hours = leeds.hours._replace(reviewed=(AT - timedelta(days=366)).date())
    fresh = advise(leeds._replace(hours=hours), CALLED, AT)
    old = advise(leeds._replace(hours=hours), CALLED, AT + timedelta(days=1))
    assert plain.first(fresh, None).endswith("Not official. Numbers are from documents; nobody rang them.\n")
    assert plain.first(old, None).endswith(
        "Not official. Numbers not looked over since 23 November 2025. "
        "Look for newer: leedsscp.org.uk/concerned-about-a-child/practitioners\n"
    )


def test_the_first_screen_has_what_to_do_the_numbers_and_what_goes_with_the_call(leeds: Directory) -> None:
    """In this order, and nothing twice."""
    text = plain.first(advise(leeds, Answers(harm=Harm.YES), AT), None)
    assert [block.splitlines() for block in text.split("\n\n")] == [
        ["In danger this minute: ring 999.", "You MUST ring the Duty and Advice Team now."],
        [
            "Ring: 0113 376 0336, Duty and Advice Team. Answers now. Menu: option 2 when last seen.",
            "No answer? Ring again. In danger: 999.",
        ],
        [
            "The family: You do not need their consent. Tell them what you share and why, if that is "
            "practicable and safe.",
            "Have ready: the child, and where they are now; your worry, and how urgent; family, siblings, "
            "others who matter; help so far; do parents know",
            "Also tell: Own agency Safeguarding Lead; Line manager",
            "Afterwards: Record it in your own agency's system. Rang the Duty and Advice Team? Send "
            "the Contact form by tomorrow 11:00. No reply by tomorrow 17:00? Ring again from "
            "Thursday 9:00.",
        ],
        [
            "At Tuesday 24 November 2026, 11:00. Not official. Numbers are from documents; nobody rang them.",
        ],
    ]


@pytest.mark.parametrize(
    ("answers", "name", "lines"),
    [
        (
            TARGETED,
            "office hours",
            [
                "Ring: 0113 535 0185, Family Hubs (early help). May answer now.",
                "No answer? 0113 247 6830, Integrated Processes Team. May answer now. Unconfirmed.",
                "If you come to fear significant harm, you MUST ring:",
                "0113 376 0336, Duty and Advice Team. Answers now. Menu: option 2 when last seen.",
            ],
        ),
        (
            TARGETED,
            "night",
            [
                "When it opens: 0113 535 0185, Family Hubs (early help). Try tomorrow 9:00.",
                "If you come to fear significant harm, you MUST ring:",
                "0113 535 0600, Children's Emergency Duty Team (EDT). Answers now.",
            ],
        ),
        (
            Answers("agreed", "no", "specialist"),
            "office hours",
            [
                "Ring: 0113 376 0336, Duty and Advice Team. Answers now. Menu: option 2 when last seen.",
                "If you fear significant harm, you MUST ring the Duty and Advice Team at once. No answer? "
                "Ring again. In danger: 999.",
            ],
        ),
        (
            Answers(concern="member-of-the-public"),
            "night",
            [
                "Ring: 999, Emergency services. Answers now.",
                "Ring: 0808 800 5000, NSPCC helpline. May answer now.",
                "When it opens: 0113 222 4403, Children's social care, for members of the public. Opens "
                "tomorrow 9:00.",
                "When it opens: 0113 376 0336, Duty and Advice Team. Opens tomorrow 9:00. Menu: option 2 "
                "when last seen.",
            ],
        ),
    ],
)
def test_numbers_stand_together_by_their_purpose(
    leeds: Directory, answers: Answers, name: str, lines: list[str]
) -> None:
    text = plain.first(advise(leeds, answers, MOMENTS[name].at), None)
    assert text.split("\n\n")[1].splitlines() == lines


@pytest.mark.parametrize(
    ("answers", "name", "lines"),
    [
        (
            Answers("refused", "no", "targeted"),
            "office hours",
            ["Then ring: 0113 535 0185: Family Hubs"],
        ),
        (
            Answers("unsafe", "no", "targeted"),
            "night",
            [
                "0113 376 0336: Duty and Advice Team. Opens tomorrow 9:00.",
                "If it cannot wait, ring now. If you fear significant harm, you MUST ring:",
                "0113 535 0600: Children's Emergency Duty Team (EDT). Answers now.",
            ],
        ),
        (
            Answers("agreed", "yes"),
            "night",
            ["0113 535 0600: Children's Emergency Duty Team (EDT). Answers now."],
        ),
        (
            Answers(concern="missing"),
            "office hours",
            ["0113 376 0336: Duty and Advice Team.", "101: Police (not an emergency). Answers now."],
        ),
        (Answers(concern="self-harm"), "office hours", ["0113 376 0336: Duty"]),
        (
            Answers(concern="social-worker"),
            "office hours",
            ["0113 376 0336: Duty and Advice Team. Answers now."],
        ),
    ],
)
def test_what_stays_on_the_screen_is_what_to_do_and_the_number_for_it(
    leeds: Directory, answers: Answers, name: str, lines: list[str]
) -> None:
    """A number to be passed on, which others ring, is none of them."""
    advice = advise(leeds, answers, MOMENTS[name].at)
    headline, *shown = last(advice)
    assert headline == advice.headline
    assert len(shown) == len(lines)
    assert all(line.startswith(begins) for line, begins in zip(shown, lines, strict=True))


def test_where_it_does_not_fit_a_narrow_screen_what_to_do_and_the_number_end_it(leeds: Directory) -> None:
    text = plain.first(advise(leeds, Answers(harm=Harm.YES), AT), 40)
    assert text.splitlines()[-5:] == [
        "",
        "You MUST ring the Duty and Advice Team",
        "now.",
        "0113 376 0336: Duty and Advice Team.",
        "Answers now.",
    ]


def test_the_rest_has_all_that_is_not_on_the_first_screen(leeds: Directory) -> None:
    text = plain.rest(advise(leeds, Answers(harm=Harm.YES), AT), None)
    blocks = [block.splitlines() for block in text.split("\n\n")]
    assert [block[0].split(":")[0] for block in blocks] == [
        *("Next", "Duty and Advice Team", "Children's Emergency Duty Team (EDT)"),
        *("Why", "Documents", "Read on", "Again"),
    ]
    assert blocks[1][0] == "Duty and Advice Team: You MUST make this call, whatever was said about consent."
    assert not any(line.startswith("Menu") for line in blocks[1])
    assert blocks[3][-1].endswith("Source: " + "; ".join(line.split(" (")[0] for line in blocks[4][2:4]))
    assert blocks[4][-1].endswith("), leedsscp.org.uk/practitioners/local-protocols/concerns-resolution")
    assert blocks[5] == ["Read on: leedshelp guide consent, leedshelp guide after-the-call"]
    assert blocks[6] == ["Again: leedshelp ask --harm yes"]


def test_the_rest_names_the_people_who_are_not_on_the_first_screen(leeds: Directory, own: Directory) -> None:
    """And all that is known of the agency's own, who are there with a number alone."""
    text = plain.rest(advise(leeds, TARGETED, AT), None)
    assert "\nTalk to these, too:\nOwn agency practitioners\nOther universal agencies\n" in text
    assert "Line manager" not in text.split("Why:")[0].split("Talk to these, too:")[1]
    assert "\nOwn agency Safeguarding Lead\n- Sam Sample (Deputy): 0113 496 0100. " in plain.rest(
        advise(own, Answers(harm=Harm.YES), AT), None
    )


def test_the_agencys_own_people_and_number_are_on_the_first_screen(own: Directory) -> None:
    text = plain.first(advise(own, Answers(harm=Harm.YES), AT), None)
    assert "Answers now. leedshelp came with 0113 376 0336.\n" in text
    assert "Also tell: Own agency Safeguarding Lead: Sam Sample (Deputy), 0113 496 0100 (" in text


def test_what_there_is_nothing_of_has_no_heading(leeds: Directory) -> None:
    """A member of the public has no colleagues, and may have no page to read on."""
    answers = Answers(concern="member-of-the-public")
    given = advise(leeds, answers, AT)
    for shown in (plain.advice(given, None), screen.advice(given, 80)):
        assert "Talk to" not in shown
        assert "Read on" not in shown


def test_advice_about_a_tier_lists_its_services(leeds: Directory) -> None:
    """The conversation has people and services to start with."""
    text = plain.advice(advise(leeds, TARGETED, AT), None)
    assert "Services in Cluster Based Targeted Services:\nFamily Intervention" in text


def test_advice_in_a_disputed_minute_says_why_both_teams_are_there(leeds: Directory) -> None:
    """The doubt has a line of its own."""
    at = MOMENTS["disputed Friday afternoon"].at
    doubt = "Two documents have the Duty and Advice Team open until 17:00 every day."
    assert f"\nIn doubt: {doubt}\n" in plain.advice(advise(leeds, TARGETED, at), None)
    assert plain.notice(notice(leeds, at))[-1] == doubt


def test_every_because_line_names_its_documents(leeds: Directory) -> None:
    """The date and the address of each follow, so that anybody can judge its age, and look."""
    text = plain.advice(advise(leeds, TARGETED, AT), None)
    assert "Source: How we respond to the needs of children and families in Leeds\n" in text
    assert "\nHow we respond to the needs of children and families in Leeds (2013)\n" in text


@pytest.mark.parametrize("width", [1, 13, 20, 27, 40, 60, 80, 250])
def test_no_width_breaks_a_number(leeds: Directory, width: int) -> None:
    """Each number of every advice is whole on one line, at any width."""
    for answers in paths():
        given = advise(leeds, answers, AT)
        lines = plain.advice(given, width).splitlines()
        for call in (*given.ring, given.emergency):
            assert any(call.number.text in line for line in lines)


def test_lines_keep_to_the_width_where_words_let_them(leeds: Directory) -> None:
    """Forty columns are enough for every word we use; a command, or an address, is one line, to be copied."""
    *lines, label, again = plain.advice(advise(leeds, TARGETED, AT), 40).splitlines()
    assert max(len(line) for line in lines if "/" not in line) <= 40
    assert label == "Again:"
    assert again == "leedshelp ask --consent agreed --harm no --tier targeted"


def test_nothing_is_conveyed_by_columns_of_spaces(leeds: Directory) -> None:
    """No run of spaces, no box, no tab: a screen reader reads lines."""
    everything = plain.advice(advise(leeds, TARGETED, AT), 80) + plain.contacts(look_up(leeds, "", AT), 80)
    assert "  " not in everything
    assert everything.replace("\N{EN DASH}", "-").isascii()


def test_the_notice_has_the_number_first_on_the_line(leeds: Directory) -> None:
    """It is what a person looks for."""
    assert plain.notice(notice(leeds, MOMENTS["night"].at)) == [
        "999: Ring if a child is in danger right now.",
        "0113 535 0600: Children's Emergency Duty Team (EDT). Answers now.",
        "0113 376 0336: Duty and Advice Team. Closed now.",
    ]


def test_a_list_of_contacts_has_a_line_for_each_with_whether_it_answers_and_what_it_is_for(
    leeds: Directory,
) -> None:
    lines = plain.contacts(look_up(leeds, "duty", AT), None).splitlines()
    assert lines == [
        "0113 376 0336: Duty and Advice Team. Answers now. Menu: option 2 when last seen. Talks your "
        "concern over with you and advises the best next step.",
        "0113 535 0600: Children's Emergency Duty Team (EDT). Closed now. Takes calls from practitioners "
        "whenever daytime services are closed, about what cannot wait until the next working day.",
        "",
        "All that is known of each: add --full.",
        "Afraid for a child now? Ring 0113 376 0336: Duty and Advice Team. Answers now.",
    ]


def test_contacts_show_every_number_and_the_earlier_one_as_such(leeds: Directory) -> None:
    """The superseded number is there to be recognised, not to be rung."""
    lines = plain.contacts(look_up(leeds, "edt", AT), None).splitlines()
    assert lines[0] == "Children's Emergency Duty Team (EDT)"
    assert "Number: 0113 535 0600" in lines
    old = lines.index("Old number: 0113 240 9536")
    assert lines[old + 1] == "How sure: Old number: a newer one was in use by October 2020. Do not ring it."


def test_contacts_found_by_a_service_show_its_tier_and_who_to_ring(leeds: Directory) -> None:
    """The service comes first, then the contacts with their numbers."""
    lines = plain.contacts(look_up(leeds, "speech", AT), None).splitlines()
    assert lines[:3] == [
        "Speech and Language",
        "Tier: Cluster Based Targeted Services",
        "Ring about it: Family Hubs (early help), or Integrated Processes Team",
    ]
    number = lines.index("Number: 0113 247 6830")
    assert lines[number + 1] == "May answer now."


def test_contacts_show_an_email_address_where_there_is_one(leeds: Directory) -> None:
    """The LSCP office has one."""
    assert "E-mail: lscp.info@leeds.gov.uk\n" in plain.contacts(look_up(leeds, "lscp office", AT), None)


def test_tiers_have_every_name_and_number_of_the_table(leeds: Directory) -> None:
    """Services, people with those of the tiers before, and the starter with its number."""
    text = plain.tiers(table(leeds, MOMENTS["office hours"].at), None)
    for tier in leeds.tiers.values():
        assert f"\n{tier.name}\n" in f"\n{text}"
        assert all(f"\n{service.full_name}\n" in text for service in tier.services)
        assert all(f"\n{person.name}\n" in text for person in leeds.people(tier.id))
        assert f"Number: {leeds.contacts[tier.starter].number.text}" in text
    assert text.count("\nLine manager\n") == 3
    assert "\n\nSource: How we respond to the needs of children and families in Leeds (2013)\n\n" in text
    assert text.endswith(
        "\n\nAfraid for a child now? Ring 0113 376 0336: Duty and Advice Team. Answers now.\n"
    )
    assert text.count("If they do not answer:") == 2
    assert "\nOut of hours:\nChildren's Emergency Duty Team (EDT)\n" in text
