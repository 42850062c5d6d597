"""The JSON face, versioned: a program that reads it can rely on the fields of its schema.

JSON has no columns, so a width, which every face is given, changes nothing here.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from leedshelp.model.directory import Contact, Number, Person, TierTable
from leedshelp.model.document import Document, newest
from leedshelp.model.phone import dial
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, Call
from leedshelp.triage.search import Findings

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup


def advice(given: Advice, _width: int | None = None) -> str:
    """An advice, as `leedshelp/advice/1`."""
    return _text(
        {
            "schema": "leedshelp/advice/1",
            "answers": given.answers._asdict(),
            "outcome": given.outcome,
            "headline": given.headline,
            "emergency": _call(given.emergency),
            "ring": [_call(call) for call in given.ring],
            "doubt": given.doubt,
            "tier": given.tier and given.tier.id,
            "services": [each.full_name for each in given.tier.services] if given.tier else [],
            "talk_to": [person.name for person in given.talk_to],
            "own": _own(given.talk_to),
            "consent": given.consent.says,
            "next_steps": [step.says for step in given.next_steps],
            "sources": {
                "consent": _ids(given.consent.documents),
                "next_steps": [_ids(step.documents) for step in given.next_steps],
            },
            "because": [{"says": each.says, "sources": _ids(each.documents)} for each in given.because],
            "guide": given.guide,
            "moment": given.moment.isoformat(),
            "command": given.command,
            "unofficial": in_words.UNOFFICIAL,
        }
    )


brief = advice
"""A program has all of an advice, and reads as little of it as it likes."""


def contacts(found: Findings, _width: int | None = None) -> str:
    """What a look-up found, as `leedshelp/contacts/1`; `found` has all but contacts, `tier` null for none."""
    return _text(
        {
            "schema": "leedshelp/contacts/1",
            "found": [
                {
                    "id": each.subject.id,
                    "name": each.name,
                    "tier": each.tier and each.tier.id,
                    "ring": [contact.id for contact in each.ring],
                }
                for each in found.subjects
            ],
            "own": _own(
                each.subject for each in (*found.subjects, *found.people) if isinstance(each.subject, Person)
            ),
            "contacts": [_contact(contact) for contact in found.contacts],
        }
    )


def tiers(table: TierTable, _width: int | None = None) -> str:
    """Tiers, as `leedshelp/tiers/1`; `talk_to` includes the people of the tiers before."""
    return _text(
        {
            "schema": "leedshelp/tiers/1",
            "tiers": [
                {
                    "id": row.tier.id,
                    "name": row.tier.name,
                    "services": [service.full_name for service in row.tier.services],
                    "talk_to": [person.name for person in row.talk_to],
                    "own": _own(row.talk_to),
                    "starter": _contact(row.ring[0]),
                    "otherwise": [_contact(contact) for contact in row.ring[1:]],
                }
                for row in table.rows
            ],
        }
    )


def checkup(shown: "Checkup", _width: int | None = None) -> str:
    """What a check found, as `leedshelp/check/1`; `days` is the age of a number, null where unknown."""
    return _text(
        {
            "schema": "leedshelp/check/1",
            "good": shown.passes,
            "problems": [problem._asdict() for problem in shown.problems],
            "rules": [proof._asdict() for proof in shown.proofs],
            "numbers": [
                {
                    "number": each.number,
                    "name": each.name,
                    "standing": each.standing,
                    "days": each.days,
                    "sources": _ids(each.documents),
                    "corrected": each.corrected,
                }
                for each in shown.numbers
            ],
            "disagreements": [
                {
                    "name": each.name,
                    "about": each.about,
                    "sides": [{"says": side.says, "sources": _ids(side.documents)} for side in each.sides],
                    "why": each.why,
                }
                for each in shown.disagreements
            ],
            "too_weak": shown.too_weak,
        }
    )


def _call(call: Call) -> dict[str, Any]:
    return {
        "contact": call.contact.id,
        "name": call.contact.name,
        **_number(call.contact, call.number),
        "open_now": call.answers_now,
        "why": call.why,
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": contact.name,
        "helps": contact.helps,
        "otherwise": contact.otherwise,
        "email": contact.email and contact.email.address,
        "numbers": [_number(contact, number) for number in contact.numbers],
    }


def _number(contact: Contact, number: Number) -> dict[str, Any]:
    return {
        "number": number.text,
        "dial": number.dial,
        "option": in_words.menu(number),
        "line": number.line,
        "audience": number.audience,
        "standing": contact.standing(number),
        "seen": in_words.standing(contact, number),
        "sources": _ids(number.documents),
        "replaced": number.corrected
        and {
            "number": number.replaces,
            "on": number.corrected,
            "source": newest(number.documents).title,
        },
    }


def _own(people: Iterable[Person]) -> list[dict[str, Any]]:
    """The agency's own people among some roles."""
    return [
        {
            "role": person.id,
            "name": own.name,
            "title": own.title,
            "number": own.number,
            "hours": own.hours,
            "checked": own.checked,
            "dial": dial(own.number),
        }
        for person in people
        for own in person.own
    ]


def _ids(documents: Iterable[Document]) -> list[str]:
    return [document.id for document in documents]


def _text(value: dict[str, Any]) -> str:
    """JSON in ASCII, which is the same in every encoding that a pipe or a file may have."""
    return json.dumps(value, indent=2) + "\n"
