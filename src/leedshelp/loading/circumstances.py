"""`circumstances.yaml`: the circumstances with a way of their own, before the tiers."""

from enum import StrEnum

from leedshelp.directory import DUTY, EDT, EMERGENCY, Audience
from leedshelp.loading.fields import Fields
from leedshelp.loading.questions import ALWAYS, CALLS, outcome_words, refuse_beginning
from leedshelp.triage import Harm, OutcomeId
from leedshelp.wording import COMMANDS, Circumstance

_MOST = 9 - len(Harm)
"""How many there may be, so that one key is enough for each of them."""

_ANSWERS = {answer[0] for answer in Harm}
_OWN = (*ALWAYS, "own")
_FOR_THE_PUBLIC = ("MUST (ring|call) (the )?{first}", "If you fear harm, you MUST ring the {first}.")
"""What a headline says to a member of the public, and an example."""


class _Feared(StrEnum):
    """What a circumstance may say of harm by itself."""

    YES = Harm.YES.value


def circumstances(root: Fields) -> dict[str, Circumstance]:
    """The circumstances that the file holds, in the order they are offered."""
    with root:
        found = {key: _circumstance(key, fields) for key, fields in root.each("circumstances")}
        if len(found) > _MOST:
            what = f"has more than {_MOST} entries; one key must be enough for each"
            root.report.add(root.node, root.at("circumstances"), what)
        return found


def _circumstance(key: str, fields: Fields) -> Circumstance:
    when = fields.text("when")
    refuse_beginning(fields, "when", when, {*COMMANDS, *_ANSWERS})
    if key[:1] in _ANSWERS:
        what = f'begins with "{key[0]}", as another answer does; begin the id with another letter'
        fields.report.add(fields.node, fields.path, what)
    counts = fields.has("harm") and fields.choice("harm", _Feared) is _Feared.YES
    public = fields.has("for") and fields.choice("for", Audience) is Audience.ANYONE
    ring = _ring(fields) if public or fields.has("ring") else {}
    call = _FOR_THE_PUBLIC if public else CALLS[OutcomeId.CALL_NOW] if counts else None
    words = outcome_words(fields, _OWN if ring else ALWAYS, "duty", call)
    return Circumstance(
        id=key,
        when=when,
        also=fields.texts("also"),
        harm=Harm.YES if counts else None,
        public=public,
        ring=ring,
        words=words._replace(talk_to=_people(fields, public=public)),
    )


def _ring(fields: Fields) -> dict[str, str]:
    """The contacts of its own, each with why; those of every advice are there without it."""
    ring: dict[str, str] = {}
    for each in fields.items("ring"):
        contact = each.reference("contact", "contact")
        if contact in (*ring, DUTY, EDT, EMERGENCY):
            what = "is in the advice without this; take it out"
            each.report.add(each.scalar("contact"), each.at("contact"), what)
        ring[contact] = each.text("why")
    return ring


def _people(fields: Fields, *, public: bool) -> tuple[str, ...]:
    """Who to talk to; a member of the public may have no colleagues."""
    return fields.references("talk_to", "person") if fields.has("talk_to") or not public else ()
