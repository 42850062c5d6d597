"""The JSON face, versioned: a program that reads it can rely on the fields of its schema.

JSON has no columns, so a width, which every face is given, changes nothing here.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from leedshelp import in_words
from leedshelp.advice import Advice, Call
from leedshelp.directory import Contact, Directory, Number, Person, Tier
from leedshelp.phone import dial
from leedshelp.search import Findings

if TYPE_CHECKING:
    from leedshelp.checkup import Checkup


def advice(directory: Directory, given: Advice, _width: int | None = None) -> str:
    """An advice, as `leedshelp/advice/1`."""
    return _text(
        {
            "schema": "leedshelp/advice/1",
            "answers": given.answers._asdict(),
            "outcome": given.outcome,
            "headline": given.headline,
            "emergency": _call(directory, given.emergency),
            "ring": [_call(directory, call) for call in given.ring],
            "doubt": given.doubt,
            "tier": given.tier and given.tier.id,
            "services": [each.full_name for each in given.tier.services] if given.tier else [],
            "talk_to": [person.name for person in given.talk_to],
            "own": _own(given.talk_to),
            "consent": given.consent.says,
            "next_steps": [step.says for step in given.next_steps],
            "sources": {
                "consent": given.consent.sources,
                "next_steps": [step.sources for step in given.next_steps],
            },
            "because": [{"says": each.says, "sources": each.sources} for each in given.because],
            "guide": given.guide,
            "moment": given.moment.isoformat(),
            "command": given.command,
            "unofficial": in_words.UNOFFICIAL,
        }
    )


brief = advice
"""A program has all of an advice, and reads as little of it as it likes."""


def contacts(directory: Directory, found: Findings, _width: int | None = None) -> str:
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
            "contacts": [_contact(directory, contact) for contact in found.contacts],
        }
    )


def tiers(directory: Directory, shown: Iterable[Tier], _width: int | None = None) -> str:
    """Tiers, as `leedshelp/tiers/1`; `talk_to` includes the people of the tiers before."""
    return _text(
        {
            "schema": "leedshelp/tiers/1",
            "tiers": [
                {
                    "id": tier.id,
                    "name": tier.name,
                    "services": [service.full_name for service in tier.services],
                    "talk_to": [person.name for person in directory.people(tier.id)],
                    "own": _own(directory.people(tier.id)),
                    "starter": _contact(directory, directory.contacts[tier.starter]),
                    "otherwise": [_contact(directory, each) for each in directory.ring_about(tier.id)[1:]],
                }
                for tier in shown
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
                    "sources": [document.id for document in each.documents],
                    "corrected": each.corrected,
                }
                for each in shown.numbers
            ],
            "disagreements": [
                {
                    "name": each.name,
                    "about": each.about,
                    "sides": [
                        {"says": side.says, "sources": [document.id for document in side.documents]}
                        for side in each.sides
                    ],
                    "why": each.why,
                }
                for each in shown.disagreements
            ],
            "too_weak": shown.too_weak,
        }
    )


def _call(directory: Directory, call: Call) -> dict[str, Any]:
    return {
        "contact": call.contact.id,
        "name": call.contact.name,
        **_number(directory, call.contact, call.number),
        "open_now": call.answers_now,
        "why": call.why,
    }


def _contact(directory: Directory, contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": contact.name,
        "helps": contact.helps,
        "otherwise": contact.otherwise,
        "email": contact.email and contact.email.address,
        "numbers": [_number(directory, contact, number) for number in contact.numbers],
    }


def _number(directory: Directory, contact: Contact, number: Number) -> dict[str, Any]:
    return {
        "number": number.text,
        "dial": number.dial,
        "option": in_words.menu(directory, number),
        "line": number.line,
        "audience": number.audience,
        "standing": directory.standing(contact, number),
        "seen": in_words.standing(directory, contact, number),
        "sources": number.sources,
        "replaced": number.corrected
        and {
            "number": number.replaces,
            "on": number.corrected,
            "source": directory.newest(number.sources).title,
        },
    }


def _own(people: Iterable[Person]) -> list[dict[str, Any]]:
    """The agency's own people among some roles."""
    return [
        {"role": person.id, **own._asdict(), "dial": dial(own.number)}
        for person in people
        for own in person.own
    ]


def _text(value: dict[str, Any]) -> str:
    """JSON in ASCII, which is the same in every encoding that a pipe or a file may have."""
    return json.dumps(value, indent=2) + "\n"
