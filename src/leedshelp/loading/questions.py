"""`questions.yaml` and `advice.yaml`: the words of the questions, of the answers and of every outcome."""

import re
from collections.abc import Iterable

from leedshelp.loading.fields import Fields
from leedshelp.loading.texts import FALSE_COMFORT
from leedshelp.model.answers import OPTIONS, Consent, Harm, OutcomeId, Question
from leedshelp.model.words import COMMANDS, ConsentWords, OutcomeWords, QuestionWords, Statement, Topic, Words

ALWAYS = ("first", "duty", "edt")
"""The words in curly brackets that any text of an advice may have, to be filled in."""

# The words that texts about deadlines, and about a tier, may have besides.
_WITH_DEADLINES = (*ALWAYS, "rung", "form_by", "reply_by")
_WITH_TIER = (*ALWAYS, "starter", "tier")
# The words of circumstances stand in a file of their own.
_OF_CIRCUMSTANCES = (OutcomeId.SPECIAL_CIRCUMSTANCE, OutcomeId.MEMBER_OF_THE_PUBLIC)
_OUTCOMES = [outcome for outcome in OutcomeId if outcome not in _OF_CIRCUMSTANCES]

_CALLS = {
    OutcomeId.CALL_NOW: ("MUST (ring|call) the {first}", "You MUST ring the {first} now."),
    OutcomeId.TALK_IT_THROUGH_NOW: (
        "(ring|call|to|with) the {first}",
        "Talk it through now: ring the {first}.",
    ),
}
"""What the headlines of an outcome must say where harm is feared, as a pattern, and an example."""

_AT_RISK, _WITHIN, _PUBLIC = "at-risk", "circumstance", "public"
"""The entries about consent besides those of the answers: where harm is feared, within a circumstance, and
for members of the public."""

# What the words about consent must say where a child is at risk, as a pattern, and an example.
_NOT_NEEDED = ("do not need|not needed", "You do not need consent.")
# The reasons why a number is in the list, each with the words in curly brackets that it may have.
_REASONS: dict[str, tuple[str, ...]] = {"otherwise": ("other",), "cannot-wait": (), "unsafe": (), "must": ()}
# What the reason "must" has to say, as a pattern, and an example.
_MUST = ("MUST (ring|call)", "you MUST ring.")


def words(questions: Fields, advice: Fields) -> Words:
    """All the words that `questions.yaml` and `advice.yaml` hold."""
    with questions, advice:
        return Words(
            questions={
                Question(key): _question(fields, Question(key))
                for key, fields in questions.exactly("questions", Question)
            },
            consent={
                key: _consent(fields, at_risk=key in (_AT_RISK, _PUBLIC))
                for key, fields in advice.exactly("consent", (*Consent, _AT_RISK, _WITHIN, _PUBLIC))
            },
            no_harm_feared=statement(advice.fields("no_harm_feared"), ALWAYS),
            outcomes={
                OutcomeId(key): _outcome(fields, OutcomeId(key))
                for key, fields in advice.exactly("outcomes", _OUTCOMES)
            },
            calling=statements(advice, "calling", _WITH_DEADLINES),
            always=statements(advice, "always", ALWAYS),
            reasons=_reasons(advice),
        )


def _question(fields: Fields, question: Question) -> QuestionWords:
    with fields.fields("options") as options:
        labels = {str(option): _label(options, option, OPTIONS[question]) for option in OPTIONS[question]}
    return QuestionWords(
        asks=fields.text("asks"),
        hint=fields.text("hint"),
        why=statement(fields.fields("why"), ()),
        options=labels,
    )


def _label(options: Fields, option: str, kind: type) -> str:
    """The label of an answer. For an answer about harm it begins with the answer: a yes with "Yes"."""
    label = options.text(option)
    refuse_beginning(options, option, label, COMMANDS)
    if kind is Harm:
        refuse_weak(options, option, label, f"(?i)^{option}\\b", option.capitalize())
    return label


def refuse_beginning(fields: Fields, name: str, label: str, keys: Iterable[str]) -> None:
    """Refuse a label whose first letter is a key with another meaning at a question."""
    if label[:1].casefold() in keys:
        what = f'begins with "{label[0]}", which means something else there; begin it with another letter'
        fields.refuse(name, what)


def _consent(fields: Fields, *, at_risk: bool) -> ConsentWords:
    """What an answer about consent means. If a child is at risk, it must say that consent is not needed."""
    means = fields.fields("means")
    meant = statement(means, ALWAYS)
    if at_risk:
        refuse_weak(means, "says", meant.says, *_NOT_NEEDED)
    return ConsentWords(
        means=meant,
        because=statement(fields.fields("because"), ALWAYS),
        guide=_topic(fields),
    )


def _outcome(fields: Fields, outcome: OutcomeId) -> OutcomeWords:
    """The words of one outcome, with the people to talk to, unless these are the people of a tier."""
    of_a_tier = outcome == OutcomeId.START_THE_CONVERSATION
    words = outcome_words(fields, _WITH_TIER if of_a_tier else ALWAYS, "why_ring", _CALLS.get(outcome))
    return words if of_a_tier else words._replace(talk_to=fields.references("talk_to", "person"))


def outcome_words(
    fields: Fields, allowed: tuple[str, ...], why_ring: str, call: tuple[str, str] | None
) -> OutcomeWords:
    """The words of an outcome or a circumstance, without the people to talk to.

    `allowed` are the words that may stand in curly brackets. `why_ring` is the field that says why to ring.
    `call`, if there is one, is what every headline must say, as a pattern, and an example.
    """
    headlines = {"headline": template(fields, "headline", allowed)}
    for name in ("out_of_hours", "unsafe"):
        if fields.has(name):
            headlines[name] = template(fields, name, allowed)
    for name, text in headlines.items():
        if call:
            refuse_weak(fields, name, text, *call)
    return OutcomeWords(
        headline=headlines["headline"],
        out_of_hours=headlines.get("out_of_hours"),
        unsafe=headlines.get("unsafe"),
        why_ring=template(fields, why_ring, allowed),
        because=statement(fields.fields("because"), allowed),
        talk_to=(),
        next_steps=statements(fields, "next_steps", allowed),
        guide=_topic(fields),
    )


def _topic(fields: Fields) -> Topic | None:
    """The page of the guide that the field `guide` names, if there is one."""
    return fields.choice("guide", Topic) if fields.has("guide") else None


def statements(fields: Fields, name: str, allowed: tuple[str, ...]) -> tuple[Statement, ...]:
    """A field that is a list of statements."""
    return tuple(statement(item, allowed) for item in fields.items(name))


def statement(fields: Fields, allowed: tuple[str, ...]) -> Statement:
    """What is said, and the documents that it rests on."""
    with fields:
        return Statement(template(fields, "says", allowed), fields.documents("sources"))


def _reasons(advice: Fields) -> dict[str, str]:
    with advice.fields("reasons") as fields:
        reasons = {name: template(fields, name, allowed) for name, allowed in _REASONS.items()}
        refuse_weak(fields, "otherwise", reasons["otherwise"], "{other}", "{other}")
        refuse_weak(fields, "must", reasons["must"], *_MUST)
    return reasons


def refuse_weak(fields: Fields, name: str, text: str, needed: str, example: str) -> None:
    """Refuse the text of a field without a match for the pattern `needed`: it must say that."""
    if text and not re.search(needed, text):
        fields.refuse(name, f"leaves out what it is for; write: {example}")


def comfortless(fields: Fields, name: str, text: str) -> str:
    """The same text of a field. Refuses what people may take to mean that there is nothing to do."""
    if comfort := FALSE_COMFORT.search(text):
        what = f"gives false comfort ({comfort[0]}); say what to do"
        fields.refuse(name, what)
    return text


def template(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    """The text of a field, in which only the allowed words stand in curly brackets; "" if it has others."""
    text = fields.text(name)
    if not _fits(text, allowed):
        choice = " or ".join(f"{{{word}}}" for word in allowed) or "no curly brackets"
        fields.refuse(name, f"cannot be filled in; use {choice} here")
        return ""
    return text


def _fits(text: str, allowed: tuple[str, ...]) -> bool:
    """Whether a text has curly brackets round the allowed words only."""
    names = {f"{{{word}}}" for word in allowed}
    return not {"{", "}"} & set("".join(part for part in re.split("({[a-z_]+})", text) if part not in names))
