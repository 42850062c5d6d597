"""`questions.yaml`: the words of the questions, of the answers and of every outcome."""

from leedshelp.directory import DUTY, Line
from leedshelp.loading.fields import Fields
from leedshelp.triage import OPTIONS, Consent, OutcomeId, Question
from leedshelp.wording import COMMANDS, ConsentWords, OutcomeWords, QuestionWords, Statement, Words

_ALWAYS = ("first", "duty", "edt")
_WITH_DEADLINES = (*_ALWAYS, "rung", "form_by", "reply_by")
_WITH_TIER = (*_ALWAYS, "starter", "tier")
_WEAK = "is not strong enough; whoever fears significant harm MUST ring, so say MUST, and name {first}"
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
    "own": {"person": ("hours", "when"), "replaced": ("when", "source"), "before": ("number",)},
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
            consent={key: _consent(each) for key, each in root.exactly("consent", (*Consent, "at-risk"))},
            no_harm_feared=_statement(root.fields("no_harm_feared"), _ALWAYS),
            outcomes={
                OutcomeId(key): _outcome(each, OutcomeId(key))
                for key, each in root.exactly("outcomes", OutcomeId)
            },
            calling=_statements(root, "calling", _WITH_DEADLINES),
            always=_statements(root, "always", _ALWAYS),
            phrases=_phrases(root),
        )


def _question(fields: Fields, question: Question) -> QuestionWords:
    with fields.fields("options") as options:
        labels = {str(option): _label(options, option) for option in OPTIONS[question]}
    return QuestionWords(
        asks=fields.text("asks"),
        hint=fields.text("hint"),
        why=_statement(fields.fields("why"), ()),
        options=labels,
    )


def _label(options: Fields, option: str) -> str:
    """The label of an answer, which no key of the dialogue may begin."""
    label = options.text(option)
    if label[:1].casefold() in COMMANDS:
        what = f'begins with "{label[0]}", a key of the dialogue; begin it with another letter'
        options.report.add(options.scalar(option), options.at(option), what)
    return label


def _consent(fields: Fields) -> ConsentWords:
    return ConsentWords(
        means=_statement(fields.fields("means"), _ALWAYS),
        because=_statement(fields.fields("because"), _ALWAYS),
    )


def _outcome(fields: Fields, outcome: OutcomeId) -> OutcomeWords:
    """The words of one outcome; the people of a conversation are the tier's, of the others their own."""
    of_a_tier = outcome is OutcomeId.START_THE_CONVERSATION
    allowed = _WITH_TIER if of_a_tier else _ALWAYS
    headline = _template(fields, "headline", allowed)
    strong = "MUST" in headline and "{first}" in headline
    if outcome is OutcomeId.CALL_NOW and headline and _fits(headline, allowed) and not strong:
        fields.report.add(fields.scalar("headline"), fields.at("headline"), _WEAK)
    return OutcomeWords(
        headline=headline,
        out_of_hours=_template(fields, "out_of_hours", allowed) if fields.has("out_of_hours") else None,
        unsafe=_template(fields, "unsafe", allowed) if fields.has("unsafe") else None,
        ring=_template(fields, "ring", allowed),
        because=_statement(fields.fields("because"), allowed),
        talk_to=() if of_a_tier else fields.references("talk_to", "person"),
        next_steps=_statements(fields, "next_steps", allowed),
    )


def _statements(fields: Fields, name: str, allowed: tuple[str, ...]) -> tuple[Statement, ...]:
    return tuple(_statement(each, allowed) for each in fields.items(name))


def _statement(fields: Fields, allowed: tuple[str, ...]) -> Statement:
    with fields:
        return Statement(_template(fields, "says", allowed), fields.references("sources", "document"))


def _phrases(root: Fields) -> dict[str, str]:
    phrases = {
        "menu": _template(root, "menu", ("option",)),
        "unofficial": _template(root, "unofficial", ()),
    }
    for group, names in _PHRASES.items():
        with root.fields(group) as fields:
            for name, allowed in names.items():
                phrases[f"{group}.{name}"] = _template(fields, name, allowed)
    return phrases


def _template(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    """A text in which only the allowed words stand in curly brackets."""
    text = fields.text(name)
    if not _fits(text, allowed):
        choice = " or ".join(f"{{{word}}}" for word in allowed) or "no curly brackets"
        fields.report.add(fields.scalar(name), fields.at(name), f"cannot be filled in; use {choice} here")
    return text


def _fits(text: str, allowed: tuple[str, ...]) -> bool:
    """Whether a text holds no more in curly brackets than the allowed words."""
    for word in allowed:
        text = text.replace(f"{{{word}}}", "")
    return not {"{", "}"} & set(text)
