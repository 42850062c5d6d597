"""The model of the words: of the questions, the answers, the outcomes and the circumstances.

The words are in `data/questions.yaml`, `data/advice.yaml` and `data/circumstances.yaml`. Which of them apply
is a rule, in `model/answers.py` and in `triage`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Harm, OutcomeId, Question
from leedshelp.model.document import Document


class Topic(StrEnum):
    """The topics of the guide, in the order they are listed; a page is about one of them."""

    CONVERSATIONS = "conversations"
    CONSENT = "consent"
    DISAGREEMENT = "disagreement"
    RECORDING = "recording"
    MOVING = "moving"
    AFTER_THE_CALL = "after-the-call"


class Statement(NamedTuple):
    """A text for people to read, and the documents that it rests on."""

    says: str
    documents: tuple[Document, ...]


def documents_of(statements: Iterable[Statement]) -> tuple[Document, ...]:
    """The documents that statements rest on, without repeats, in the order in which they come first."""
    return tuple(dict.fromkeys(document for statement in statements for document in statement.documents))


class QuestionWords(NamedTuple):
    """The words of a question. `options` has the label of every answer, in the order they are offered."""

    asks: str
    hint: str
    why: Statement
    options: Mapping[str, str]


class ConsentWords(NamedTuple):
    """What an answer about consent means for the call, the rule behind that, and the page to read on."""

    means: Statement
    because: Statement
    guide: Topic | None


class OutcomeWords(NamedTuple):
    """The words of an outcome.

    `out_of_hours` takes the place of the headline when the daytime team is closed, `unsafe` when it is not
    safe to ask the family. `why_ring` is the reason to ring the outcome's own contact. `talk_to` holds ids of
    people, and is empty where they are those of the tier. `guide` is the page to read on.
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
    """A circumstance that leads to an advice of its own, without a tier.

    `when` is its label among the answers, `also` are other names people look for. `harm` is yes where the
    circumstance counts as harm that is feared; `outcome` is where it leads if no harm is feared. `contacts`
    has the ids of the contacts to ring besides the two teams, with the reason for each, and `words.why_ring`
    the reason to ring Duty and Advice. `always` are the steps that end its advice; it is empty where they
    are those of every other advice.
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
    """All words but those of the circumstances, the guide and the call sheet.

    `consent` is by answer; "at-risk", "circumstance" and "public" take the place of the answer's own words.
    `no_harm_feared` is the rule for that answer. `calling` are the steps of a call about harm that is feared,
    `always` those that end every advice. `reasons` say why to ring a contact that is not the outcome's own:
    "must", "otherwise", "unsafe" and "cannot-wait".
    """

    questions: Mapping[Question, QuestionWords]
    outcomes: Mapping[OutcomeId, OutcomeWords]
    consent: Mapping[str, ConsentWords]
    no_harm_feared: Statement
    calling: tuple[Statement, ...]
    always: tuple[Statement, ...]
    reasons: Mapping[str, str]


class Command(StrEnum):
    """A command of the dialogue, which a person types in place of an answer, as its word or its key."""

    BACK = "back"
    KEEP = "keep"
    WHY = "why"
    CHANGE = "change"
    PHONE = "phone"
    QUIT = "quit"
    HELP = "help"

    @property
    def key(self) -> str:
        """The key that stands for the command."""
        return "?" if self == Command.HELP else self.value[0]


# The commands by what is typed; the loader refuses an answer that begins with one of these. Whoever types 999
# means to ring it.
COMMANDS = {name: command for command in Command for name in (command.value, command.key)}
COMMANDS["999"] = Command.PHONE

# The commands that work through a pipe, too, where nobody sees the screen: they change no answer.
ALWAYS = (Command.PHONE, Command.QUIT, Command.HELP)
