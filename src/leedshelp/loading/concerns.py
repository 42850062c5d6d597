"""`concerns.yaml`: what people are worried about, which leads to an advice of its own, and to no tier."""

from enum import StrEnum

from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import ALWAYS, refuse_beginning, statement, statements, template, topic
from leedshelp.model.answers import Consent, Harm, OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY
from leedshelp.model.number import Audience
from leedshelp.model.words import COMMANDS, Concern, OutcomeWords

_MOST = 9 - len(Harm)
"""How many may be offered at the question about harm: they stand below its answers, with a digit for each."""

_LONGEST_DANGER = 21
"""How many characters the danger may have: it stands beside the moment, with the number to ring."""

# The keys of the answers about harm, which none of those offered there may have.
_ANSWERS = {answer[0] for answer in Harm}
# The words in curly brackets of a concern with contacts of its own.
_OWN = (*ALWAYS, "own")
_FIRST_STEP = {"headline": "first_step", "out_of_hours": "out_of_hours"}
"""The fields of the first step, by the case of the headline that they are."""


class _NotToBeAsked(StrEnum):
    """The one value of `consent`: nobody may ask the family."""

    UNSAFE = Consent.UNSAFE.value


class _Public(StrEnum):
    """The one value of `for`: not only those who work with children may ring."""

    ANYONE = Audience.ANYONE.value


def concerns(root: Fields, usual: OutcomeWords | None) -> dict[str, Concern]:
    """The concerns that the file holds by their ids, in the order in which they are offered.

    `usual` has the reason to ring Duty and Advice, and the people to talk to, where a concern has no others;
    it is `None` where they could not be read.
    """
    with root:
        by_id = {key: _concern(key, fields, usual) for key, fields in root.entries("concerns")}
        if sum(1 for concern in by_id.values() if concern.briefly) > _MOST:
            what = f"has more than {_MOST} entries with `briefly`; one key must be enough for each"
            root.refuse_whole("concerns", what)
        return by_id


def _concern(key: str, fields: Fields, usual: OutcomeWords | None) -> Concern:
    name, briefly = fields.text("name"), fields.optional("briefly")
    if briefly:
        refuse_beginning(fields, "name", name, {*COMMANDS, *_ANSWERS})
        if key[:1] in _ANSWERS:
            what = f'begins with "{key[0]}", as another answer does; begin the id with another letter'
            fields.report.add(fields.node, what)
    counts = fields.is_yes("harm")
    is_unsafe = fields.has("consent") and fields.choice("consent", _NotToBeAsked) == _NotToBeAsked.UNSAFE
    is_public = fields.has("for") and fields.choice("for", _Public) == _Public.ANYONE
    contacts = _contacts(fields) if fields.has("contacts") or is_public else {}
    outcome = OutcomeId.CALL_NOW if counts else OutcomeId.CONCERN
    return Concern(
        id=key,
        name=name,
        briefly=briefly,
        also=fields.texts("also"),
        danger=fields.text("danger", _LONGEST_DANGER) if fields.has("danger") else None,
        harm=Harm.YES if counts else None,
        consent=Consent.UNSAFE if is_unsafe else None,
        begins_elsewhere=fields.is_yes("elsewhere"),
        outcome=OutcomeId.MEMBER_OF_THE_PUBLIC if is_public else outcome,
        contacts=contacts,
        words=_words(fields, _OWN if contacts else ALWAYS, None if is_public else usual),
        always=statements(fields, "always", ALWAYS) if is_public and fields.has("always") else (),
    )


def _words(fields: Fields, allowed: tuple[str, ...], usual: OutcomeWords | None) -> OutcomeWords:
    """The words of a concern, with the `usual` ones where it has none of its own."""
    people = fields.references("talk_to", "person") if fields.has("talk_to") else None
    why_ring = (
        template(fields, "why_duty", allowed) if fields.has("why_duty") or not usual else usual.why_ring
    )
    return OutcomeWords(
        headlines={
            case: template(fields, name, allowed)
            for case, name in _FIRST_STEP.items()
            if case == "headline" or fields.has(name)
        },
        why_ring=why_ring,
        because=statement(fields.fields("because"), allowed),
        talk_to=people or (usual.talk_to if usual else ()),
        next_steps=statements(fields, "next_steps", allowed) if fields.has("next_steps") else (),
        guide=topic(fields),
    )


def _contacts(fields: Fields) -> dict[str, str]:
    """The contacts of a concern's own, and why to ring each; not those that are in every advice."""
    contacts: dict[str, str] = {}
    for item in fields.items("contacts"):
        contact = item.reference("contact", "contact")
        if contact in (*contacts, DUTY, EDT, EMERGENCY):
            what = "is in the advice without this; take it out"
            item.refuse("contact", what)
        contacts[contact] = template(item, "why", ())
    return contacts
