"""`questions.yaml` and `advice.yaml`: the words of the questions, of the answers and of every outcome."""

import re
from collections.abc import Iterable, Iterator

from leedshelp.loading.fields import Fields
from leedshelp.loading.texts import FALSE_COMFORT
from leedshelp.model.answers import OPTIONS, Consent, Harm, OutcomeId, Question
from leedshelp.model.words import COMMANDS, ConsentWords, OutcomeWords, QuestionWords, Statement, Topic, Words

ALWAYS = ("first", "duty", "edt", "opens")
"""The words in curly brackets that any text of an advice may have, to be filled in."""

# The words that texts about deadlines, and about a tier, may have besides.
_WITH_DEADLINES = (*ALWAYS, "form_by", "reply_by", "again")
_WITH_TIER = (*ALWAYS, "starter", "tier")
# The words of concerns stand in a file of their own.
_OF_CONCERNS = (OutcomeId.CONCERN, OutcomeId.MEMBER_OF_THE_PUBLIC)
_OUTCOMES = [outcome for outcome in OutcomeId if outcome not in _OF_CONCERNS]

_CALLS = {
    OutcomeId.CALL_NOW: ("MUST (ring|call) the {first}", "You MUST ring the {first} now."),
    OutcomeId.TALK_IT_THROUGH_NOW: (
        "(ring|call|to|with) the {first}",
        "Talk it through now: ring the {first}.",
    ),
}
"""What the headlines of an outcome must say where harm is feared, as a pattern, and an example."""

_AT_RISK, _PUBLIC = "at-risk", "public"
_WITHIN = ("concern", "concern-refused")
"""The entries about consent besides those of the answers: where harm is feared, for members of the public,
and within a concern."""

# The fields of what to do; all but the first may be left out.
_HEADLINES = ("headline", "out_of_hours", "not_asked", "refused", "unsafe", "unsafe_out_of_hours")

# What stands before the first step of a concern must say this: nobody was asked about harm there.
_FEAR = ("MUST (ring|call) (the )?{first}", "If you fear significant harm, you MUST ring the {first} now.")
# What the words about consent must say where a child is at risk, as a pattern, and an example.
_NOT_NEEDED = ("do not need|not needed", "You do not need consent.")
# The reasons why a number is in the list, each with the words in curly brackets that it may have.
_REASONS: dict[str, tuple[str, ...]] = {
    "otherwise": ("other",),
    "cannot-wait": (),
    "unsafe": (),
    "in-need": (),
    "in-need-asked": (),
    "must": (),
}
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
                for key, fields in advice.exactly("consent", (*Consent, _AT_RISK, *_WITHIN, _PUBLIC))
            },
            feared={key: _not_needed(fields) for key, fields in advice.exactly("feared", Consent)},
            no_harm_feared=statement(advice.fields("no_harm_feared"), ALWAYS),
            have_ready=statement(advice.fields("have_ready"), ()),
            in_the_talk=statement(advice.fields("in_the_talk"), ()),
            outcomes={
                OutcomeId(key): _outcome(fields, OutcomeId(key))
                for key, fields in advice.exactly("outcomes", _OUTCOMES)
            },
            calling=statements(advice, "calling", _WITH_DEADLINES),
            calling_out_of_hours=statements(advice, "calling_out_of_hours", _WITH_DEADLINES),
            record=statement(advice.fields("record"), ALWAYS),
            always=statements(advice, "always", ALWAYS),
            in_a_concern=_in_a_concern(advice.fields("in_a_concern")),
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
        also=dict(_also(fields, OPTIONS[question])),
    )


def _also(fields: Fields, options: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Other words that people type for an answer; each stands for one."""
    if fields.has("also"):
        with fields.fields("also") as also:
            known: set[str] = set()
            for option in options:
                words = also.texts(option) if also.has(option) else ()
                if twice := known & set(words):
                    fault = f"has {sorted(twice)[0]}, which stands for another answer, too; keep one"
                    also.refuse_whole(option, fault)
                known |= set(words)
                yield str(option), words


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
    return ConsentWords(
        means=_not_needed(means) if at_risk else statement(means, ALWAYS),
        because=statement(fields.fields("because"), ALWAYS),
        guide=topic(fields),
    )


def _not_needed(fields: Fields) -> Statement:
    """A statement for when a child is at risk, which says that consent is not needed."""
    means = statement(fields, ALWAYS)
    refuse_weak(fields, "says", means.says, *_NOT_NEEDED)
    return means


def _outcome(fields: Fields, outcome: OutcomeId) -> OutcomeWords:
    """The words of an outcome; in a conversation, the people of the tier follow its own."""
    allowed = _WITH_TIER if outcome == OutcomeId.START_THE_CONVERSATION else ALWAYS
    headlines = {
        name: template(fields, name, allowed) for name in _HEADLINES if name == "headline" or fields.has(name)
    }
    for name, text in headlines.items():
        if call := _CALLS.get(outcome):
            refuse_weak(fields, name, text, *call)
    return OutcomeWords(
        headlines=headlines,
        why_ring=template(fields, "why_ring", allowed),
        because=statement(fields.fields("because"), allowed),
        talk_to=fields.references("talk_to", "person"),
        next_steps=statements(fields, "next_steps", allowed),
        guide=topic(fields),
    )


def topic(fields: Fields) -> Topic | None:
    """The page of the guide that the field `guide` names, if there is one."""
    return fields.choice("guide", Topic) if fields.has("guide") else None


def _in_a_concern(fields: Fields) -> Statement:
    """The call that stands before the first step of a concern."""
    call = statement(fields, ALWAYS)
    refuse_weak(fields, "says", call.says, *_FEAR)
    return call


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
