"""`questions.yaml`: the words of the questions, of the answers and of every outcome."""

import re
from collections.abc import Iterable

from leedshelp.directory import DUTY, Line
from leedshelp.loading.fields import Fields
from leedshelp.texts import FALSE_COMFORT
from leedshelp.triage import OPTIONS, Consent, Harm, OutcomeId, Question
from leedshelp.wording import COMMANDS, ConsentWords, OutcomeWords, QuestionWords, Statement, Topic, Words

ALWAYS = ("first", "duty", "edt")
"""What any text of an advice can be filled in with."""

_WITH_DEADLINES = (*ALWAYS, "rung", "form_by", "reply_by")
_WITH_TIER = (*ALWAYS, "starter", "tier")
_OUTCOMES = [each for each in OutcomeId if each != OutcomeId.SPECIAL_CIRCUMSTANCE]
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

_MEANINGS = {
    "must": ("MUST (ring|call)", "you MUST ring."),
    "answers": ("(?i)answer|open", "Answers now"),
    "closed": ("(?i)closed|shut|not open|no answer", "Closed now"),
}
"""What some short phrases say, and an example of each."""

_NOT_NEEDED = ("do not need|not needed", "You do not need consent.")
_PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "ring": {"otherwise": ("other",), "cannot-wait": (), "unsafe": (), "must": ()},
    "lines": {**dict.fromkeys(Line, ()), DUTY: ("agreed", "disputed")},
    "now": {"answers": (), "closed": (), "disputed": ()},
    "moments": {"disputed": ("why",), "unlisted": ("since", "until", "edt")},
    "standing": {
        "national": (),
        "superseded": ("when",),
        "unconfirmed": ("document", "when"),
        "last-seen": ("document", "when"),
    },
    "deadlines": {
        "today": ("clock",),
        "tomorrow": ("clock",),
        "unlisted": ("due",),
        "now": (),
        "opens": (),
    },
    "guide": {"afraid": ("command",), "more": ("commands",)},
    "circumstances": {"offer": (), "tier": (), "more": ("command",)},
    "own": {"person": ("agency", "hours", "when"), "replaced": ("when", "source"), "before": ("number",)},
}
"""The short phrases, each with the words in curly brackets it can be filled in with."""


def words(root: Fields) -> Words:
    """All the wording that the file holds."""
    with root:
        return Words(
            questions={
                Question(key): _question(each, Question(key))
                for key, each in root.exactly("questions", Question)
            },
            consent={
                key: _consent(each, at_risk=key in (_AT_RISK, _PUBLIC))
                for key, each in root.exactly("consent", (*Consent, _AT_RISK, _WITHIN, _PUBLIC))
            },
            no_harm_feared=statement(root.fields("no_harm_feared"), ALWAYS),
            outcomes={
                OutcomeId(key): _outcome(each, OutcomeId(key))
                for key, each in root.exactly("outcomes", _OUTCOMES)
            },
            calling=statements(root, "calling", _WITH_DEADLINES),
            always=statements(root, "always", ALWAYS),
            phrases=_phrases(root),
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
        fields.report.add(fields.scalar(name), fields.at(name), what)


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
    words = outcome_words(fields, _WITH_TIER if of_a_tier else ALWAYS, "ring", _CALLS.get(outcome))
    return words if of_a_tier else words._replace(talk_to=fields.references("talk_to", "person"))


def outcome_words(
    fields: Fields, allowed: tuple[str, ...], ring: str, call: tuple[str, str] | None
) -> OutcomeWords:
    """The words of a place the answers lead to, the people apart.

    `ring` is the field that says why to ring; where `call` is given, it is what every headline must say,
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
        ring=template(fields, ring, allowed),
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
        return Statement(template(fields, "says", allowed), fields.references("sources", "document"))


def _phrases(root: Fields) -> dict[str, str]:
    phrases = {
        "menu": template(root, "menu", ("option",)),
        "unofficial": template(root, "unofficial", ()),
    }
    refuse_weak(root, "menu", phrases["menu"], "{option}", "{option}")
    for group, names in _PHRASES.items():
        with root.fields(group) as fields:
            for name, allowed in names.items():
                phrase = phrases[f"{group}.{name}"] = template(fields, name, allowed)
                for word in allowed:
                    refuse_weak(fields, name, phrase, f"{{{word}}}", f"{{{word}}}")
                if name in _MEANINGS:
                    refuse_weak(fields, name, phrase, *_MEANINGS[name])
    return phrases


def refuse_weak(fields: Fields, name: str, text: str, needed: str, example: str) -> None:
    """Refuse a text that leaves out what it is there to say."""
    if text and not re.search(needed, text):
        fields.report.add(
            fields.scalar(name), fields.at(name), f"leaves out what it is for; write: {example}"
        )


def comfortless(fields: Fields, name: str, text: str) -> str:
    """A text, which may not say that there is nothing to do: that is the harm this could do most easily."""
    if found := FALSE_COMFORT.search(text):
        what = f"gives false comfort ({found[0]}); say what to do"
        fields.report.add(fields.scalar(name), fields.at(name), what)
    return text


def template(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    """A text in which only the allowed words stand in curly brackets."""
    text = fields.text(name)
    if not _fits(text, allowed):
        choice = " or ".join(f"{{{word}}}" for word in allowed) or "no curly brackets"
        fields.report.add(fields.scalar(name), fields.at(name), f"cannot be filled in; use {choice} here")
        return ""
    return text


def _fits(text: str, allowed: tuple[str, ...]) -> bool:
    """Whether a text holds no more in curly brackets than the allowed words."""
    names = {f"{{{word}}}" for word in allowed}
    return not {"{", "}"} & set("".join(part for part in re.split("({[a-z_]+})", text) if part not in names))
