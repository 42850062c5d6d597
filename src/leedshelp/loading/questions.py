"""`questions.yaml` and `advice.yaml`: the words of the questions, of the answers and of every outcome."""

import re
from collections.abc import Iterable

from leedshelp.loading.fields import Fields
from leedshelp.loading.texts import FALSE_COMFORT
from leedshelp.model.answers import OPTIONS, Consent, Harm, OutcomeId, Question
from leedshelp.model.words import COMMANDS, ConsentWords, OutcomeWords, QuestionWords, Statement, Topic, Words

ALWAYS = ("first", "duty", "edt")
"""What any text of an advice can be filled in with."""

_WITH_DEADLINES = (*ALWAYS, "rung", "form_by", "reply_by")
_WITH_TIER = (*ALWAYS, "starter", "tier")
_OF_CIRCUMSTANCES = (OutcomeId.SPECIAL_CIRCUMSTANCE, OutcomeId.MEMBER_OF_THE_PUBLIC)
_OUTCOMES = [outcome for outcome in OutcomeId if outcome not in _OF_CIRCUMSTANCES]
_CALLS = {
    OutcomeId.CALL_NOW: ("MUST (ring|call) the {first}", "You MUST ring the {first} now."),
    OutcomeId.TALK_IT_THROUGH_NOW: (
        "(ring|call|to|with) the {first}",
        "Talk it through now: ring the {first}.",
    ),
}
"""What the headlines say where harm is feared, and an example of each."""

_AT_RISK, _WITHIN, _PUBLIC = "at-risk", "circumstance", "public"
"""What is said of consent where harm is feared, within a circumstance, and to members of the public."""

_NOT_NEEDED = ("do not need|not needed", "You do not need consent.")
# Why a number is in the list, each with the words in curly brackets that it is filled in with.
_REASONS: dict[str, tuple[str, ...]] = {"otherwise": ("other",), "cannot-wait": (), "unsafe": (), "must": ()}
_MUST = ("MUST (ring|call)", "you MUST ring.")


def words(questions: Fields, advice: Fields) -> Words:
    """All the wording that `questions.yaml` and `advice.yaml` hold."""
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
    """The label of an answer; a yes begins with yes."""
    label = options.text(option)
    refuse_beginning(options, option, label, COMMANDS)
    if kind is Harm:
        refuse_weak(options, option, label, f"(?i)^{option}\\b", option.capitalize())
    return label


def refuse_beginning(fields: Fields, name: str, label: str, keys: Iterable[str]) -> None:
    """Refuse a label that begins with a key that means something else at a question."""
    if label[:1].casefold() in keys:
        what = f'begins with "{label[0]}", which means something else there; begin it with another letter'
        fields.refuse(name, what)


def _consent(fields: Fields, *, at_risk: bool) -> ConsentWords:
    """What an answer about consent means; where a child is at risk, that it is not needed."""
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
    """The words of one outcome; the people of a conversation are the tier's, of the others their own."""
    of_a_tier = outcome == OutcomeId.START_THE_CONVERSATION
    words = outcome_words(fields, _WITH_TIER if of_a_tier else ALWAYS, "why_ring", _CALLS.get(outcome))
    return words if of_a_tier else words._replace(talk_to=fields.references("talk_to", "person"))


def outcome_words(
    fields: Fields, allowed: tuple[str, ...], why_ring: str, call: tuple[str, str] | None
) -> OutcomeWords:
    """The words of a place the answers lead to, the people apart.

    `why_ring` is the field that says why to ring; where `call` is given, it is what every headline must say,
    and an example.
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
    """The page of the guide that fits, if one does."""
    return fields.choice("guide", Topic) if fields.has("guide") else None


def statements(fields: Fields, name: str, allowed: tuple[str, ...]) -> tuple[Statement, ...]:
    """A list of statements."""
    return tuple(statement(each, allowed) for each in fields.items(name))


def statement(fields: Fields, allowed: tuple[str, ...]) -> Statement:
    """Something said, and the documents it rests on."""
    with fields:
        return Statement(template(fields, "says", allowed), fields.documents("sources"))


def _reasons(advice: Fields) -> dict[str, str]:
    with advice.fields("reasons") as fields:
        reasons = {name: template(fields, name, allowed) for name, allowed in _REASONS.items()}
        refuse_weak(fields, "otherwise", reasons["otherwise"], "{other}", "{other}")
        refuse_weak(fields, "must", reasons["must"], *_MUST)
    return reasons


def refuse_weak(fields: Fields, name: str, text: str, needed: str, example: str) -> None:
    """Refuse a text that leaves out what it is there to say."""
    if text and not re.search(needed, text):
        fields.refuse(name, f"leaves out what it is for; write: {example}")


def comfortless(fields: Fields, name: str, text: str) -> str:
    """A text, which may not say that there is nothing to do: that is the harm this could do most easily."""
    if found := FALSE_COMFORT.search(text):
        what = f"gives false comfort ({found[0]}); say what to do"
        fields.refuse(name, what)
    return text


def template(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    """A text in which only the allowed words stand in curly brackets."""
    text = fields.text(name)
    if not _fits(text, allowed):
        choice = " or ".join(f"{{{word}}}" for word in allowed) or "no curly brackets"
        fields.refuse(name, f"cannot be filled in; use {choice} here")
        return ""
    return text


def _fits(text: str, allowed: tuple[str, ...]) -> bool:
    """Whether a text holds no more in curly brackets than the allowed words."""
    names = {f"{{{word}}}" for word in allowed}
    return not {"{", "}"} & set("".join(part for part in re.split("({[a-z_]+})", text) if part not in names))
