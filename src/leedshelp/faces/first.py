"""The first screen of an advice: what stands on it, in its order, whatever face shows it.

Danger, what to do, the number, who answers instead, the family, what to have ready, whom to tell, and what
comes after the call. It fits a terminal of 80 columns and 24 rows, so that nobody scrolls to find a number.
"""

from typing import TYPE_CHECKING, NamedTuple

from leedshelp.model.answers import FEARED, Consent, OutcomeId
from leedshelp.model.directory import DUTY, EDT
from leedshelp.model.words import Purpose
from leedshelp.triage import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leedshelp.model.directory import Person, Tier
    from leedshelp.triage.advice import Advice
    from leedshelp.triage.entry import Entry

ROWS = 20
"""How many rows a first screen may have: 24 without those of the dialogue's prompt and of a shell's."""

NARROW_ROWS = 22
"""How many rows it may have where it cannot be laid out any tighter: 24 without those of the prompt."""

_SERVICES = 2  # the services of a tier on a first screen, where a tier is to be chosen
PEOPLE = 2
"""The people on the first screen; the others are counted there, and come with the rest."""


class Group(NamedTuple):
    """Numbers for one purpose, what stands above them where they need it, and below, which may be empty."""

    heading: str | None
    entries: tuple["Entry", ...]
    below: str


class First(NamedTuple):
    """What stands on a first screen: `facts` are labels, each with its texts, a text to a line."""

    danger: str
    when: str
    headline: str
    groups: tuple[Group, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    unofficial: str


def first(advice: "Advice") -> First:
    """The first screen of an advice."""
    return First(
        danger=f"{advice.danger}: ring {advice.emergency.number.text}",
        when=advice.when,
        headline=advice.headline,
        groups=tuple(_groups(advice)),
        facts=tuple((label, texts) for label, texts in _facts(advice) if texts),
        unofficial=f"{in_words.NOT_OFFICIAL} {advice.dated or in_words.READ}",
    )


def of_use(advice: "Advice") -> "tuple[Entry, ...]":
    """The numbers in the order to try; where harm is feared, without those to be passed on."""
    is_call = advice.answers.harm in FEARED
    return tuple(entry for entry in advice.ring if not (is_call and entry.number.callers))


def _groups(advice: "Advice") -> "Iterator[Group]":
    """The numbers by purpose. The emergency number is not said twice, unless it is the one to ring.

    Of those that are closed there is the first that opens by day. The others come with the rest, except in a
    concern.
    """
    ring, *others = of_use(advice)
    entries = (ring, *(entry for entry in others if entry.contact != advice.emergency.contact))

    def of(*purposes: Purpose) -> tuple["Entry", ...]:
        return tuple(entry for entry in entries if entry.purpose in purposes)

    ringing = of(Purpose.RING, Purpose.THEN, Purpose.NO_ANSWER)
    waits = of(Purpose.WHEN_OPEN)
    if not advice.concern:
        waits = tuple(entry for entry in waits if entry.label != in_words.OUT_OF_HOURS)[:1]
    is_call = _begins_with_call(advice)
    must = (entry.contact.name for entry in ringing if entry.has_must and not is_call)
    below = [in_words.MUST_TOO.format(name=name) for name in must]
    if ring.contact != advice.emergency.contact and not of(Purpose.NO_ANSWER, Purpose.FEAR_HARM):
        below.append(in_words.RING_AGAIN)
    now, passed_on = Group(None, ringing, " ".join(below)), Group(None, of(Purpose.FOR_OTHERS), "")
    fear = Group(None if is_call else _to_fear(advice), of(Purpose.FEAR_HARM), "")
    is_in_need = advice.outcome == OutcomeId.CALL_NOW and not advice.concern
    in_need = (entry.why for entry in waits if is_in_need and entry.contact.id == DUTY)
    waiting = Group(next(in_need, None), waits, "")
    if is_call:  # said first, so that its number comes first
        order = [fear, now, passed_on, waiting]
    else:
        order = [now, fear, waiting] if ringing else [waiting, fear]
    return (group for group in order if group.entries)


def last(advice: "Advice") -> list[str]:
    """What is to stay on the screen: what to do, and the first number for it.

    Where that is closed, or is for feared harm alone, the first number after it stands there, too.
    """
    begins, *others = _groups(advice)
    is_enough = begins.entries[0].purpose not in (Purpose.FEAR_HARM, Purpose.WHEN_OPEN)
    after = [group for group in others[:1] if group.heading or _is_for_this(group.entries[0])]
    lines = [advice.headline]
    for heading, (entry, *_), _ in [begins, *([] if is_enough else after)]:
        before = entry.before if entry.purpose == Purpose.THEN else ""
        lines += [heading] if heading else []
        lines.append(f"{before}{entry.number.text}: {entry.contact.name}. {entry.now}.")
    return lines


def _is_for_this(entry: "Entry") -> bool:
    """Whether a number is for what the headline says, and neither a team's nor to be passed on."""
    return entry.contact.id not in (DUTY, EDT) and not entry.number.callers


def _begins_with_call(advice: "Advice") -> bool:
    """Whether the headline begins with a call about harm: it is feared, or this is a concern."""
    return bool(advice.concern) or advice.answers.harm in FEARED


def _to_fear(advice: "Advice") -> str:
    """What stands above the number for those who come to fear harm."""
    waits = {entry.contact.id for entry in advice.ring if entry.purpose == Purpose.WHEN_OPEN}
    is_waiting = advice.answers.consent == Consent.UNSAFE and DUTY in waits
    return in_words.CANNOT_WAIT if is_waiting else in_words.YOU_MUST


def _facts(advice: "Advice") -> "Iterator[tuple[str, tuple[str, ...]]]":
    is_call = advice.answers.harm in FEARED
    in_talk = advice.outcome == OutcomeId.START_THE_CONVERSATION
    yield "To choose", tuple(map(_examples, advice.choices))
    forms = () if is_call else (entry.contact.form for entry in advice.ring)
    yield "By form", tuple(form.address for form in forms if form)
    yield "The family", (advice.consent.says,)
    yield "In the talk" if in_talk else "Have ready", (advice.ready.says,) if advice.ready else ()
    yield "Also tell" if is_call else "Talk to", tuple(_people(advice.talk_to))
    yield "In doubt", (advice.doubt,) if advice.doubt else ()
    yield (
        "Afterwards",
        tuple([" ".join(statement.says for statement in advice.after)] if advice.after else []),
    )


def _examples(tier: "Tier") -> str:
    """A tier, with the first of its services."""
    names = [service.name for service in tier.services]
    more = f", and {len(names) - _SERVICES} more" if len(names) > _SERVICES else ""
    return f"{tier.name}: {', '.join(names[:_SERVICES])}{more}"


def _people(talk_to: "tuple[Person, ...]") -> "Iterator[str]":
    """The first people to talk to, each with somebody of the agency, and how many more there are."""
    if talk_to:
        names = [_person(person) for person in talk_to[:PEOPLE]]
        more = [f"{len(talk_to) - PEOPLE} more"] if len(talk_to) > PEOPLE else []
        yield "; ".join([*names, *more])


def _person(person: "Person") -> str:
    """A role, with the first of the agency's own people who have it."""
    if not person.own:
        return person.name
    own, *others = person.own
    more = f" and {len(others)} more" if others else ""
    return f"{person.name}: {own.who}, {own.number} ({own.hours}){more}"
