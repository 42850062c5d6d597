"""The JSON face: a schema that programs can rely on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leedshelp.faces import jsondata
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.notice import notice
from leedshelp.triage.search import look_up
from leedshelp.triage.table import table
from tests.conftest import MOMENTS, ROOT, Run


def advice(leeds: Directory, answers: Answers, moment: str) -> dict[str, Any]:
    """An advice as a program reads it."""
    read: dict[str, Any] = json.loads(jsondata.advice(advise(leeds, answers, MOMENTS[moment].at)))
    return read


def test_an_advice_has_the_fields_of_its_schema(leeds: Directory) -> None:
    """All that the design promises, under the names it gives."""
    given = advice(leeds, Answers(Consent.REFUSED, Harm.NO, TierAnswer.TARGETED), "night")
    assert given["schema"] == "leedshelp/advice/2"
    assert given["answers"] == {"consent": "refused", "harm": "no", "tier": "targeted", "concern": None}
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
    assert (given["ready"], given["after"]) == (leeds.words.in_the_talk.says, [])
    assert given["sources"]["ready"] == ["leeds-2013", "leeds-2015"]
    assert [entry["purpose"] for entry in given["ring"]] == ["fear harm", *["when open"] * 3]


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
    assert given["answers"] == {"consent": None, "harm": "unsure", "tier": None, "concern": None}
    assert (given["tier"], given["services"]) == (None, [])


def test_contacts_have_every_number_superseded_ones_too(leeds: Directory) -> None:
    """Each with its standing, so that no program rings the wrong one."""
    read = json.loads(jsondata.contacts(look_up(leeds, "edt", MOMENTS["office hours"].at)))
    assert read["schema"] == "leedshelp/contacts/2"
    numbers = {each["number"]: each["standing"] for each in read["contacts"][0]["numbers"]}
    assert numbers == {
        "0113 535 0600": "last seen",
        "0113 240 9536": "superseded",
        "0113 376 0469": "superseded",
    }
    assert read["contacts"][0]["otherwise"] == "duty-and-advice"


def test_contacts_found_by_a_service_say_whom_to_ring_about_it(leeds: Directory) -> None:
    """The ids are those of the contacts beside it."""
    read = json.loads(jsondata.contacts(look_up(leeds, "speech", MOMENTS["office hours"].at)))
    (found,) = read["found"]
    assert (found["id"], found["tier"]) == ("speech-and-language", "targeted")
    assert found["ring"] == [contact["id"] for contact in read["contacts"]]


def test_tiers_have_the_whole_table_with_inherited_people(leeds: Directory) -> None:
    """Nobody who reads it has to know the rule of inheritance."""
    read = json.loads(jsondata.tiers(table(leeds, MOMENTS["office hours"].at)))
    assert read["schema"] == "leedshelp/tiers/1"
    assert [tier["id"] for tier in read["tiers"]] == ["universal", "targeted", "specialist"]
    targeted = read["tiers"][1]
    assert targeted["talk_to"][:1] == ["Line manager"]
    assert targeted["starter"]["numbers"][0]["number"] == "0113 247 6830"
    assert "Speech and Language" in targeted["services"]


def test_an_email_address_is_given_where_there_is_one(leeds: Directory) -> None:
    """And is null elsewhere."""
    read = json.loads(jsondata.contacts(look_up(leeds, "", MOMENTS["office hours"].at)))
    emails = {contact["id"]: contact["email"] for contact in read["contacts"]}
    assert emails["lscp-office"] == "lscp.info@leeds.gov.uk"
    assert emails["family-hubs"] is None


def test_the_numbers_to_ring_now_have_a_schema_of_their_own(leeds: Directory) -> None:
    moment = MOMENTS["night"].at
    read = json.loads(jsondata.now(notice(leeds, moment), moment))
    assert (read["schema"], read["moment"]) == ("leedshelp/now/1", "2026-11-24T23:15:00+00:00")
    assert read["emergency"]["number"] == "999"
    assert [(call["number"], call["open_now"]) for call in read["ring"]] == [
        ("0113 535 0600", True),
        ("0113 376 0336", False),
    ]


NAME = "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN} \N{LATIN CAPITAL LETTER L WITH STROKE}uka"
AT = "2026-11-24T11:00"
COMMANDS = {
    "ask": ("ask", "--consent", "agreed", "--harm", "no", "--tier", "universal", "--at", AT),
    "contacts": ("contacts", "lead"),
    "tiers": ("tiers",),
    "check": ("check", str(ROOT / "tests" / "example")),
}
BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENCODINGS = [BARE, *({"PYTHONIOENCODING": encoding} for encoding in ("cp1252", "cp850", "gbk", "utf-16"))]


@pytest.fixture
def written(tmp_path: Path) -> str:
    """An agency's own file with a name that few encodings have."""
    text = (ROOT / "tests" / "leeds" / "own-contacts.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own-contacts.yaml"
    path.write_text(text.replace("Sam Sample", NAME), encoding="utf-8")
    tmp_path.chmod(0o700)
    path.chmod(0o600)
    return str(path)


def piped(written: str, *args: str, **environment: str) -> bytes:
    """The bytes that a real process writes to a pipe."""
    usual = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONUTF8", "PYTHONIOENCODING")
    }
    command = [sys.executable, "-m", "leedshelp", *args, "--json"]
    ran = subprocess.run(
        command, env={**usual, "LEEDSHELP_OWN": written, **environment}, capture_output=True, check=False
    )
    assert ran.stderr == b""
    return ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_the_same_ascii_bytes_in_every_encoding(written: str, command: str) -> None:
    """With a name that the encoding does not have, and where nothing is known of the language."""
    usual = piped(written, *COMMANDS[command], PYTHONIOENCODING="utf-8")
    assert usual.isascii()
    read = json.loads(usual)
    assert command == "check" or NAME in str(read)
    few = ENCODINGS if command == "contacts" else ENCODINGS[1:2]
    for environment in few:
        assert piped(written, *COMMANDS[command], **environment) == usual, environment


def test_a_byte_that_is_no_text_is_still_json(run: Run) -> None:
    """As in the name of a folder; a lone surrogate stands for it."""
    found = run("check", "/nowhere-\udcff", "--json").out
    assert found.isascii()
    assert "nowhere" in json.loads(found)["problems"][0]["what"]
