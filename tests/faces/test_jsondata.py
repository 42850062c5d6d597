"""The JSON face: a schema that programs can rely on."""

import json
from typing import Any

from leedshelp.advice import advise
from leedshelp.directory import Directory
from leedshelp.faces import jsondata
from leedshelp.search import look_up
from leedshelp.triage import Answers, Consent, Harm, TierAnswer
from tests.conftest import MOMENTS


def advice(leeds: Directory, answers: Answers, moment: str) -> dict[str, Any]:
    """An advice as a program reads it."""
    read: dict[str, Any] = json.loads(jsondata.advice(leeds, advise(leeds, answers, MOMENTS[moment].at)))
    return read


def test_an_advice_has_the_fields_of_its_schema(leeds: Directory) -> None:
    """All that the design promises, under the names it gives."""
    given = advice(leeds, Answers(Consent.REFUSED, Harm.NO, TierAnswer.TARGETED), "night")
    assert given["schema"] == "leedshelp/advice/1"
    assert given["answers"] == {"consent": "refused", "harm": "no", "tier": "targeted", "circumstance": None}
    assert given["outcome"] == "start-the-conversation"
    assert given["guide"] == ["consent", "conversations"]
    assert given["sources"]["consent"] == ["omg-early-help", "lscp-practitioners"]
    assert [len(given["next_steps"]), ["leeds-2015"]] == [
        len(given["sources"]["next_steps"]),
        given["sources"]["next_steps"][-1],
    ]
    assert given["emergency"]["number"] == "999"
    assert given["moment"] == "2026-11-24T23:15:00+00:00"
    assert given["talk_to"][0] == "Line manager"
    assert given["services"][0] == "Family Intervention and Support Services"
    assert given["tier"] == "targeted"
    assert all(isinstance(step, str) for step in given["next_steps"])
    assert {"says", "sources"} == set(given["because"][0])
    assert {"headline", "consent", "doubt", "unofficial"} <= set(given)


def test_ring_is_in_the_order_to_try_with_all_a_dialler_needs(leeds: Directory) -> None:
    """The number as people read it, and as a telephone dials it."""
    first, second = advice(leeds, Answers(harm=Harm.YES), "office hours")["ring"]
    assert first["contact"] == "duty-and-advice"
    assert first["name"] == "Duty and Advice Team"
    assert first["number"] == "0113 376 0336"
    assert first["dial"] == "+441133760336"
    assert first["option"] == "option 2 when last seen; listen to the menu"
    assert first["line"] == "office-hours"
    assert first["open_now"] is True
    assert first["standing"] == "last seen"
    assert "lscp-practitioners" in first["sources"]
    assert (second["contact"], second["open_now"]) == ("emergency-duty-team", False)


def test_nobody_can_be_sure_is_null(leeds: Directory) -> None:
    """In disputed minutes a number neither answers nor does not."""
    ring = advice(leeds, Answers(harm=Harm.YES), "disputed Friday afternoon")["ring"]
    assert [call["open_now"] for call in ring] == [None, None]


def test_answers_that_were_not_given_are_null(leeds: Directory) -> None:
    """Without a tier there are no services either."""
    given = advice(leeds, Answers(harm=Harm.UNSURE), "night")
    assert given["answers"] == {"consent": None, "harm": "unsure", "tier": None, "circumstance": None}
    assert (given["tier"], given["services"]) == (None, [])


def test_contacts_have_every_number_superseded_ones_too(leeds: Directory) -> None:
    """Each with its standing, so that no program rings the wrong one."""
    read = json.loads(jsondata.contacts(leeds, look_up(leeds, "edt")))
    assert read["schema"] == "leedshelp/contacts/1"
    numbers = {each["number"]: each["standing"] for each in read["contacts"][0]["numbers"]}
    assert numbers == {"0113 535 0600": "last seen", "0113 240 9536": "superseded"}
    assert read["contacts"][0]["otherwise"] == "duty-and-advice"


def test_contacts_found_by_a_service_say_whom_to_ring_about_it(leeds: Directory) -> None:
    """The ids are those of the contacts beside it."""
    read = json.loads(jsondata.contacts(leeds, look_up(leeds, "CAMHS")))
    (found,) = read["found"]
    assert (found["id"], found["tier"]) == ("specialist-health", "specialist")
    assert found["ring"] == [contact["id"] for contact in read["contacts"]]


def test_tiers_have_the_whole_table_with_inherited_people(leeds: Directory) -> None:
    """Nobody who reads it has to know the rule of inheritance."""
    read = json.loads(jsondata.tiers(leeds, leeds.tiers.values()))
    assert read["schema"] == "leedshelp/tiers/1"
    assert [tier["id"] for tier in read["tiers"]] == ["universal", "targeted", "specialist"]
    targeted = read["tiers"][1]
    assert targeted["talk_to"][:1] == ["Line manager"]
    assert targeted["starter"]["numbers"][0]["number"] == "0113 247 6830"
    assert "Speech and Language" in targeted["services"]


def test_an_email_address_is_given_where_there_is_one(leeds: Directory) -> None:
    """And is null elsewhere."""
    read = json.loads(jsondata.contacts(leeds, look_up(leeds, "")))
    emails = {contact["id"]: contact["email"] for contact in read["contacts"]}
    assert emails["lscp-office"] == "lscp.info@leeds.gov.uk"
    assert emails["lado"] is None
