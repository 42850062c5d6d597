"""The model of the words: what the questions ask, what the answers mean, what each outcome says.

The words live in `data/questions.yaml`; where an answer leads is a rule, in `triage` and `advice`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Harm, OutcomeId, Question
from leedshelp.model.document import Document


class Topic(StrEnum):
    """What there may be a page of the guide about, in the order they are listed."""

    CONVERSATIONS = "conversations"
    CONSENT = "consent"
    DISAGREEMENT = "disagreement"
    RECORDING = "recording"
    MOVING = "moving"
    AFTER_THE_CALL = "after-the-call"


class Statement(NamedTuple):
    """Something said, and the documents it rests on."""

    says: str
    documents: tuple[Document, ...]


def documents_of(statements: Iterable[Statement]) -> tuple[Document, ...]:
    """The documents that some statements rest on, each once."""
    return tuple(dict.fromkeys(document for statement in statements for document in statement.documents))


class QuestionWords(NamedTuple):
    """The words of one question; options are labels by answer, in the order they are offered."""

    asks: str
    hint: str
    why: Statement
    options: Mapping[str, str]


class ConsentWords(NamedTuple):
    """What an answer about consent means here, the rule behind it, and the page to read on."""

    means: Statement
    because: Statement
    guide: Topic | None


class OutcomeWords(NamedTuple):
    """The words of one outcome; without `talk_to`, the people are those of the tier.

    `out_of_hours` is the headline when the daytime team is closed, `unsafe` the one when the family
    cannot safely be asked, where they differ. `guide` is the page to read on.
    """

    headline: str
    out_of_hours: str | None
    unsafe: str | None
    why_ring: str
    because: Statement
    talk_to: tuple[str, ...]
    next_steps: tuple[Statement, ...]
    guide: Topic | None


class Circumstance(NamedTuple):
    """A circumstance with a way of its own, before the tiers.

    `when` is how it stands among the answers; `harm` is yes where it counts as harm that is feared, and
    `outcome` where it leads if none is feared. `contacts` are those of its own, each with why to ring it, and
    `words.why_ring` says why to ring the Duty and Advice Team. `always` are the steps that end its advice,
    where they are not those of every other.
    """

    id: str
    when: str
    also: tuple[str, ...]
    harm: Harm | None
    outcome: OutcomeId
    contacts: Mapping[str, str]
    words: OutcomeWords
    always: tuple[Statement, ...]


class Words(NamedTuple):
    """All wording.

    `consent` is by answer, with "at-risk" for when harm is feared. `reasons` say why a number is in
    the list where the outcome does not: "must", "otherwise", "unsafe", "cannot-wait".
    """

    questions: Mapping[Question, QuestionWords]
    outcomes: Mapping[OutcomeId, OutcomeWords]
    consent: Mapping[str, ConsentWords]
    no_harm_feared: Statement
    calling: tuple[Statement, ...]
    always: tuple[Statement, ...]
    reasons: Mapping[str, str]


class Command(StrEnum):
    """What can be typed in place of an answer: its key or its word."""

    BACK = "back"
    KEEP = "keep"
    WHY = "why"
    CHANGE = "change"
    PHONE = "phone"
    QUIT = "quit"
    HELP = "help"

    @property
    def key(self) -> str:
        """The one key that stands for it."""
        return "?" if self == Command.HELP else self.value[0]


# Commands by what is typed. None of them begins an answer: the loader refuses one that does. A person who
# types 999 means to ring it.
COMMANDS = {name: command for command in Command for name in (command.value, command.key)}
COMMANDS["999"] = Command.PHONE

# The commands that work where lines come through a pipe, too, as they change no answer.
ALWAYS = (Command.PHONE, Command.QUIT, Command.HELP)
