"""The call sheets in tests/sheets, made from the made-up data."""

from datetime import datetime
from pathlib import Path

from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.sheet import FACES, Sheet, sheet
from leedshelp.loading import load
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory, TierId
from leedshelp.own.loading import added, with_own
from leedshelp.triage.advice import advise
from leedshelp.triage.hours import london
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "sheets"
EXAMPLE = ROOT / "tests" / "example"
DAY = london(datetime.fromisoformat("2026-12-24T16:00"))
"""A Thursday, the last hour before a long weekend of bank holidays."""
NIGHT = london(datetime.fromisoformat("2026-12-24T23:00"))

CONVERSATION = Answers(Consent.REFUSED, Harm.NO, TierAnswer.UNIVERSAL)


def made() -> dict[str, Sheet]:
    """A sheet of every kind: for a call by day, for a conversation at night with own contacts, and blank."""
    usual = load(EXAMPLE)
    words = load_sheet(EXAMPLE, usual)
    own = with_own(usual, EXAMPLE / "own.yaml", DAY.date())
    return {
        "day": sheet(usual, words, DAY, advise(usual, Answers(harm=Harm.YES), DAY)),
        "night": sheet(own, words, NIGHT, advise(own, CONVERSATION, NIGHT)),
        "blank": sheet(usual, words, DAY),
    }


def files() -> dict[Path, str]:
    """Every sheet in every face, by the file it belongs in."""
    return {
        FOLDER / f"{name}{kind}": face(sheet)
        for name, sheet in made().items()
        for kind, face in FACES.items()
    }


def crowded(directory: Directory, length: int) -> Directory:
    """The data with ten people in every role, and every number corrected; each text of some characters."""
    teams = {contact.name for contact in directory.contacts.values()}
    people = directory.people(TierId.SPECIALIST)
    numbers = (f"0113 496 {number:04}" for number in range(1000))
    said = ("Samantha Sample and others " * 3)[:length]
    lines = [f"agency: {said}", "people:"]
    for role in (each for each in people if each.name not in teams):
        lines.append(f"  {role.id}:")
        for _ in range(10):
            lines += [f"    - name: {said}", f"      title: {said}", f'      number: "{next(numbers)}"']
            lines += [f"      hours: {said}", "      checked: 2026-11-02"]
    lines.append("corrections:")
    for contact in directory.contacts.values():
        if not contact.number.is_national:
            lines += [f"  {contact.id}:", f'    number: "{next(numbers)}"', "    date: 2026-11-20"]
            lines += [f'    replaces: "{contact.number.text}"', f"    source: {said}"]
    return added(directory, "\n".join(lines).encode())
