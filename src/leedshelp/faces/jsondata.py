"""The JSON face. Its schemas have versions: a program that reads it can rely on their fields.

JSON has no columns, so the width, which every face takes, changes nothing here.
"""

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from leedshelp.model.document import newest
from leedshelp.model.phone import dial
from leedshelp.triage.entry import MENU, SURE
from leedshelp.triage.in_words import UNOFFICIAL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from leedshelp.check.checkup import Checkup
    from leedshelp.model.directory import OwnPerson, Person
    from leedshelp.model.document import Document
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Card, Entry
    from leedshelp.triage.notice import Notice
    from leedshelp.triage.search import Findings
    from leedshelp.triage.table import Table


def advice(advice: "Advice", _width: int | None = None) -> str:
    """An advice, as `leedshelp/advice/2`."""
    return _text(
        {
            "schema": "leedshelp/advice/2",
            "answers": advice.answers._asdict(),
            "outcome": advice.outcome,
            "headline": advice.headline,
            "emergency": _call(advice.emergency),
            "ring": [_call(entry) for entry in advice.ring],
            "doubt": advice.doubt,
            "tier": advice.tier and advice.tier.id,
            "services": [service.full_name for service in advice.tier.services] if advice.tier else [],
            "talk_to": [person.name for person in advice.talk_to],
            "own": _own_of(advice.talk_to),
            "consent": advice.consent.says,
            "ready": advice.ready and advice.ready.says,
            "after": [step.says for step in advice.after],
            "next_steps": [step.says for step in advice.next_steps],
            "sources": {
                "consent": _ids(advice.consent.documents),
                "ready": _ids(advice.ready.documents) if advice.ready else [],
                "after": [_ids(step.documents) for step in advice.after],
                "next_steps": [_ids(step.documents) for step in advice.next_steps],
            },
            "because": [{"says": rule.says, "sources": _ids(rule.documents)} for rule in advice.because],
            "documents": [
                document._asdict()
                for document in dict.fromkeys(
                    (*advice.documents, *chain.from_iterable(entry.number.documents for entry in advice.ring))
                )
            ],
            "guide": advice.guide,
            "moment": advice.moment.isoformat(),
            "command": advice.command,
            "unofficial": UNOFFICIAL,
        }
    )


def now(notice: "Notice", moment: "datetime") -> str:
    """The numbers to ring at a moment, as `leedshelp/now/1`; the one that answers then is the first."""
    return _text(
        {
            "schema": "leedshelp/now/1",
            "moment": moment.isoformat(),
            "emergency": _call(notice.emergency),
            "ring": [_call(entry) for entry in notice.ring],
            "doubt": notice.doubt,
            "unofficial": UNOFFICIAL,
        }
    )


first = rest = advice
"""A program gets the whole advice even for a first screen, and reads as little of it as it likes."""


def contacts(findings: "Findings", _width: int | None = None) -> str:
    """The findings of a look-up, as `leedshelp/contacts/2`.

    `found` has the subjects, which are everything but contacts; their `tier` is null where they have none,
    and so is what only a concern has. `more` counts the findings that are left out.
    """
    subjects = (*findings.subjects, *findings.people)
    return _text(
        {
            "schema": "leedshelp/contacts/2",
            "found": [
                {
                    "id": subject.id,
                    "name": subject.name,
                    "tier": subject.tier and subject.tier.id,
                    "ring": [contact.id for contact in subject.ring],
                    "headline": subject.advice and subject.advice.headline,
                    "command": subject.advice and subject.advice.command,
                    "guide": subject.page,
                }
                for subject in findings.subjects
            ],
            "more": findings.more,
            "old": findings.old,
            "own": [_own(subject.id, person) for subject in subjects for person in subject.own],
            "contacts": [_contact(card) for card in findings.contacts],
        }
    )


def tiers(table: "Table", _width: int | None = None) -> str:
    """Rows of the table, as `leedshelp/tiers/1`; `talk_to` includes the people of the tiers before."""
    return _text(
        {
            "schema": "leedshelp/tiers/1",
            "tiers": [
                {
                    "id": row.tier.id,
                    "name": row.tier.name,
                    "services": [service.full_name for service in row.tier.services],
                    "talk_to": [person.name for person in row.talk_to],
                    "own": _own_of(row.talk_to),
                    "starter": _contact(row.ring[0]),
                    "otherwise": [_contact(card) for card in row.ring[1:]],
                }
                for row in table.rows
            ],
        }
    )


def checkup(checkup: "Checkup", _width: int | None = None) -> str:
    """The result of a check, as `leedshelp/check/1`; `days` is the age of a number, null where unknown."""
    return _text(
        {
            "schema": "leedshelp/check/1",
            "good": checkup.passes,
            "problems": [problem._asdict() for problem in checkup.problems],
            "reviews": checkup.reviews,
            "rules": [proof._asdict() for proof in checkup.proofs],
            "numbers": [
                {
                    "number": number.number,
                    "name": number.name,
                    "standing": number.standing,
                    "days": number.days,
                    "sources": _ids(number.documents),
                    "corrected": number.corrected,
                }
                for number in checkup.numbers
            ],
            "disagreements": [
                {
                    "name": disagreement.name,
                    "about": disagreement.about,
                    "sides": [
                        {"says": side.says, "sources": _ids(side.documents)} for side in disagreement.sides
                    ],
                    "why": disagreement.why,
                }
                for disagreement in checkup.disagreements
            ],
            "made_up": checkup.made_up,
            "too_weak": checkup.too_weak,
        }
    )


def _call(entry: "Entry") -> dict[str, Any]:
    """An entry of an advice."""
    return {
        "contact": entry.contact.id,
        "name": entry.contact.name,
        **_number(entry),
        "purpose": entry.purpose,
        "open_now": entry.answers_now,
        "why": entry.why,
    }


def _contact(card: "Card") -> dict[str, Any]:
    """A contact with all its numbers."""
    contact = card.contact
    return {
        "id": contact.id,
        "name": contact.name,
        "helps": contact.helps,
        "otherwise": contact.otherwise,
        "email": contact.email and contact.email.address,
        "form": contact.form and contact.form.address,
        "numbers": [_number(entry) for entry in card.entries],
    }


def _number(entry: "Entry") -> dict[str, Any]:
    """The fields that a number has in an advice and in a look-up alike."""
    number = entry.number
    return {
        "number": number.text,
        "dial": number.dial,
        "option": entry.fact(MENU),
        "line": number.line,
        "audience": number.audience,
        "callers": number.callers,
        "standing": number.standing,
        "seen": entry.fact(SURE),
        "sources": _ids(number.documents),
        "replaced": number.corrected
        and {
            "number": number.replaces[0],
            "on": number.corrected,
            "source": newest(number.documents).title,
        },
    }


def _own_of(people: "Iterable[Person]") -> list[dict[str, Any]]:
    """The agency's own people who have the roles of the people to talk to."""
    return [_own(person.id, own) for person in people for own in person.own]


def _own(role: str, person: "OwnPerson") -> dict[str, Any]:
    """One of the agency's own people, with the id of the role."""
    return {
        "role": role,
        "name": person.name,
        "title": person.title,
        "number": person.number,
        "hours": person.hours,
        "checked": person.checked,
        "dial": dial(person.number),
    }


def _ids(documents: "Iterable[Document]") -> list[str]:
    return [document.id for document in documents]


def _text(value: dict[str, Any]) -> str:
    """JSON in ASCII, which is the same in every encoding that a pipe or a file may have."""
    return json.dumps(value, indent=2) + "\n"
