"""What the data files say, put together once more and plainly, to hold the loader to.

A YAML reader of no opinion makes maps, lists and text of them; nothing is checked, as the files are good.
"""

from datetime import date, time
from pathlib import Path
from typing import Any

import yaml

from leedshelp.directory import (
    Audience,
    Contact,
    Directory,
    Document,
    Email,
    Hours,
    Line,
    Number,
    Person,
    Service,
    Tier,
    Window,
)
from leedshelp.triage import Harm, OutcomeId, Question
from leedshelp.wording import Circumstance, ConsentWords, OutcomeWords, QuestionWords, Statement, Topic, Words
from tests.loading.bad_files import CIRCUMSTANCES, CONTACTS, QUESTIONS, SERVICES

DAYS = {"Monday to Thursday": range(4), "Monday to Friday": range(5), "Friday": range(4, 5)}
PHRASES = ("ring", "lines", "now", "moments", "standing", "deadlines", "own", "guide", "circumstances")


def written(folder: Path, file: str) -> dict[str, Any]:
    """What a file says: maps, lists and text."""
    text = (folder / file).read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    return said


def documents(folder: Path) -> dict[str, Document]:
    """Every document; a date that is not known is none."""
    return {
        key: Document(
            key,
            each["title"],
            each["publisher"],
            each.get("date") if each.get("date") != "unknown" else None,
            each.get("read"),
        )
        for key, each in written(folder, CONTACTS)["documents"].items()
    }


def number(each: dict[str, Any]) -> Number:
    """A number; what a file leaves out is none, or empty."""
    audience = Audience(each["for"]) if "for" in each else None
    options, sources = each.get("options", {}), tuple(each["sources"])
    return Number(each["number"], Line(each["line"]), audience, options, sources, each.get("replaces"))


def contacts(folder: Path) -> dict[str, Contact]:
    """Every contact, with its numbers in their order."""
    return {
        key: Contact(
            key,
            each["name"],
            each["helps"],
            tuple(each.get("also", ())),
            each.get("otherwise"),
            tuple(map(number, each["numbers"])),
            Email(each["email"]["address"], tuple(each["email"]["sources"])) if "email" in each else None,
        )
        for key, each in written(folder, CONTACTS)["contacts"].items()
    }


def window(each: dict[str, Any]) -> Window:
    """Some minutes of some weekdays."""
    opens, closes = time.fromisoformat(each["from"]), time.fromisoformat(each["to"])
    return Window(DAYS[each["days"]], opens, closes, each.get("why", ""), tuple(each.get("sources", ())))


def hours(folder: Path) -> Hours:
    """When daytime services answer, and the bank holidays."""
    said = written(folder, CONTACTS)
    holidays = said["bank_holidays"]
    return Hours(
        tuple(map(window, said["hours"]["agreed"])),
        tuple(map(window, said["hours"]["disputed"])),
        {date.fromisoformat(day): name for day, name in holidays["days"].items()},
        date.fromisoformat(holidays["known_from"]),
        date.fromisoformat(holidays["known_until"]),
    )


def tiers(folder: Path) -> dict[str, Tier]:
    """Every tier, with its services and its people."""
    return {
        key: Tier(
            key,
            tier["name"],
            tier["starter"],
            tuple(
                Service(name, each["name"], each.get("includes"), tuple(each.get("also", ())))
                for name, each in tier["services"].items()
            ),
            tuple(
                Person(name, each["name"], tuple(each.get("also", ())))
                for name, each in tier["talk_to"].items()
            ),
        )
        for key, tier in written(folder, SERVICES)["tiers"].items()
    }


def statement(said: dict[str, Any]) -> Statement:
    """A sentence and its sources."""
    return Statement(said["says"], tuple(said["sources"]))


def outcome(each: dict[str, Any], ring: str) -> OutcomeWords:
    """The words of a place the answers lead to."""
    return OutcomeWords(
        each["headline"],
        each.get("out_of_hours"),
        each.get("unsafe"),
        each[ring],
        statement(each["because"]),
        tuple(each.get("talk_to", ())),
        tuple(map(statement, each["next_steps"])),
        Topic(each["guide"]) if "guide" in each else None,
    )


def circumstances(folder: Path) -> dict[str, Circumstance]:
    """The circumstances with a way of their own."""
    return {
        key: Circumstance(
            key,
            each["when"],
            tuple(each.get("also", ())),
            Harm.YES if each.get("harm") == "yes" else None,
            each.get("for") == "anyone",
            {one["contact"]: one["why"] for one in each.get("ring", ())},
            outcome(each, "duty"),
            tuple(map(statement, each.get("always", ()))),
        )
        for key, each in written(folder, CIRCUMSTANCES)["circumstances"].items()
    }


def words(folder: Path) -> Words:
    """Every word of the questions, the answers and the outcomes."""
    said = written(folder, QUESTIONS)
    return Words(
        questions={
            Question(key): QuestionWords(each["asks"], each["hint"], statement(each["why"]), each["options"])
            for key, each in said["questions"].items()
        },
        outcomes={OutcomeId(key): outcome(each, "ring") for key, each in said["outcomes"].items()},
        consent={
            key: ConsentWords(
                statement(each["means"]),
                statement(each["because"]),
                Topic(each["guide"]) if "guide" in each else None,
            )
            for key, each in said["consent"].items()
        },
        no_harm_feared=statement(said["no_harm_feared"]),
        calling=tuple(map(statement, said["calling"])),
        always=tuple(map(statement, said["always"])),
        phrases={
            **{f"{group}.{name}": text for group in PHRASES for name, text in said[group].items()},
            "menu": said["menu"],
            "unofficial": said["unofficial"],
        },
    )


def read(folder: Path) -> Directory:
    """All of it."""
    return Directory(
        documents(folder),
        contacts(folder),
        hours(folder),
        tuple(written(folder, SERVICES)["sources"]),
        tiers(folder),
        words(folder),
        circumstances(folder),
    )
