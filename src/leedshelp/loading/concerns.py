"""`concerns.yaml`: the concerns that lead to an advice of their own, and to no tier."""

from enum import StrEnum

from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import ALWAYS, outcome_words, refuse_beginning, statements, template
from leedshelp.model.answers import Harm, OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Audience
from leedshelp.model.words import COMMANDS, Concern

_MOST = 9 - len(Harm)
"""How many there may be: they stand below the answers about harm, and one digit chooses each of all these."""

# The keys of the answers about harm, which no concern may have.
_ANSWERS = {answer[0] for answer in Harm}
# The words in curly brackets of a concern with contacts of its own.
_OWN = (*ALWAYS, "own")
_CALL = ("MUST (ring|call) (the )?{first}", "If you fear harm, you MUST ring the {first} now.")
"""What every headline must say, as a pattern, and an example: nobody was asked about harm."""


class _Feared(StrEnum):
    """The one value of `harm`: the concern itself counts as harm."""

    YES = Harm.YES.value


class _Public(StrEnum):
    """The one value of `for`: not only those who work with children may ring."""

    ANYONE = Audience.ANYONE.value


def concerns(root: Fields) -> dict[str, Concern]:
    """The concerns that the file holds by their ids, in the order in which they are offered."""
    with root:
        by_id = {key: _concern(key, fields) for key, fields in root.entries("concerns")}
        if len(by_id) > _MOST:
            what = f"has more than {_MOST} entries; one key must be enough for each"
            root.refuse_whole("concerns", what)
        return by_id


def _concern(key: str, fields: Fields) -> Concern:
    when = fields.text("when")
    refuse_beginning(fields, "when", when, {*COMMANDS, *_ANSWERS})
    if key[:1] in _ANSWERS:
        what = f'begins with "{key[0]}", as another answer does; begin the id with another letter'
        fields.report.add(fields.node, what)
    counts = fields.has("harm") and fields.choice("harm", _Feared) == _Feared.YES
    is_public = fields.has("for") and fields.choice("for", _Public) == _Public.ANYONE
    contacts = _contacts(fields) if fields.has("contacts") or is_public else {}
    outcome = OutcomeId.CALL_NOW if counts else OutcomeId.CONCERN
    words = outcome_words(fields, _OWN if contacts else ALWAYS, "why_duty", _CALL)
    return Concern(
        id=key,
        when=when,
        briefly=fields.text("briefly"),
        also=fields.texts("also"),
        harm=Harm.YES if counts else None,
        outcome=OutcomeId.MEMBER_OF_THE_PUBLIC if is_public else outcome,
        contacts=contacts,
        always=statements(fields, "always", ALWAYS) if is_public and fields.has("always") else (),
        words=words._replace(talk_to=_people(fields, is_public=is_public)),
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


def _people(fields: Fields, *, is_public: bool) -> tuple[str, ...]:
    """Who to talk to. Only a concern for the public may leave them out: they may have no colleagues."""
    return fields.references("talk_to", "person") if fields.has("talk_to") or not is_public else ()
