"""The model of the words: of the questions, the answers, the outcomes and the concerns.

The words are in `data/questions.yaml`, `data/advice.yaml` and `data/concerns.yaml`. Which of them apply
is a rule, in `model/answers.py` and in `triage`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from leedshelp.model.answers import Answers, Consent, Harm, OutcomeId, Question
from leedshelp.model.document import Document


class Topic(StrEnum):
    """The topics of the guide, in the order they are listed; a page is about one of them."""

    CONVERSATIONS = "conversations"
    CONSENT = "consent"
    DISAGREEMENT = "disagreement"
    RECORDING = "recording"
    MOVING = "moving"
    AFTER_THE_CALL = "after-the-call"
    WHERE_TO_LOOK = "where-to-look"


class Statement(NamedTuple):
    """A text for people to read, and the documents that it rests on."""

    says: str
    documents: tuple[Document, ...]


def documents_of(statements: Iterable[Statement]) -> tuple[Document, ...]:
    """The documents that statements rest on, without repeats, in the order in which they come first."""
    return tuple(dict.fromkeys(document for statement in statements for document in statement.documents))


class QuestionWords(NamedTuple):
    """The words of a question. `options` has the label of every answer, in the order they are offered.

    `also` has other words that people type for an answer.
    """

    asks: str
    hint: str
    why: Statement
    options: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]


class ConsentWords(NamedTuple):
    """What an answer about consent means for the call, the rule behind that, and the page to read on."""

    means: Statement
    because: Statement
    guide: Topic | None


class OutcomeWords(NamedTuple):
    """The words of an outcome.

    `headlines` are by case: "headline", and where they differ, "out_of_hours" when the daytime team is
    closed, "not_asked" when the family is still to be asked, "refused" when they do not agree, "unsafe" when
    it is not safe to ask them, and "unsafe_out_of_hours" when that is so at such an hour. `why_ring` is the
    reason to ring the outcome's own contact. `talk_to` holds ids of people, the most important first. `guide`
    is the page to read on.
    """

    headlines: Mapping[str, str]
    why_ring: str
    because: Statement
    talk_to: tuple[str, ...]
    next_steps: tuple[Statement, ...]
    guide: Topic | None


class Concern(NamedTuple):
    """What people are worried about, which leads to an advice of its own, without a tier.

    `also` has the words that people use for it. `briefly` is its name in a few words, where it is one of
    those offered at the question about harm. `danger` is where a life is in danger in it. `harm` is yes where
    the concern counts as harm that is feared, and `consent` unsafe where the family may not be asked. It
    `begins_elsewhere` where its first step is with somebody whose number leedshelp does not have;
    `outcome` is where it leads if no harm is feared. The headlines of its `words` are the first step.
    `contacts` has the ids of the contacts to ring besides the two teams, with the reason for each, and
    `words.why_ring` the reason to ring Duty and Advice. `always` are the steps that end its advice; it is
    empty where they are those of every other advice.
    """

    id: str
    name: str
    briefly: str | None
    also: tuple[str, ...]
    danger: str | None
    harm: Harm | None
    consent: Consent | None
    begins_elsewhere: bool
    outcome: OutcomeId
    contacts: Mapping[str, str]
    words: OutcomeWords
    always: tuple[Statement, ...]

    def added_to(self, answers: Answers) -> Answers:
        """Some answers with this concern, and with the answers that it implies."""
        return answers._replace(
            concern=self.id, harm=self.harm or answers.harm, consent=self.consent or answers.consent
        )


class Words(NamedTuple):
    """All words but those of the concerns, the guide and the call sheet.

    `consent` is by answer; "at-risk", "concern", "concern-refused" and "public" take the place of
    the answer's own words. `feared` says what to do about the family where harm is feared, by answer.
    `no_harm_feared` is the rule for that answer. `have_ready` is for a call, `in_the_talk` for a
    conversation. `calling` are the steps of a call about harm that is feared by day, `calling_out_of_hours`
    those of a call to the Emergency Duty Team; `record` ends the advice where no call is made, `always`
    every advice. `in_a_concern` is the call that stands before the first step of a concern. `reasons` say why
    to ring a contact that is not the outcome's own: "must", "otherwise", "unsafe", "cannot-wait", "in-need"
    and, where the family need not be asked, "in-need-asked".
    """

    questions: Mapping[Question, QuestionWords]
    outcomes: Mapping[OutcomeId, OutcomeWords]
    consent: Mapping[str, ConsentWords]
    feared: Mapping[str, Statement]
    no_harm_feared: Statement
    have_ready: Statement
    in_the_talk: Statement
    calling: tuple[Statement, ...]
    calling_out_of_hours: tuple[Statement, ...]
    record: Statement
    always: tuple[Statement, ...]
    in_a_concern: Statement
    reasons: Mapping[str, str]


class Purpose(StrEnum):
    """Why a number is in an advice."""

    RING = "ring"
    """To ring now, for this."""
    THEN = "then"
    """To ring now, after what the headline says comes first."""
    NO_ANSWER = "no answer"
    """To ring now, if the one before does not answer."""
    FOR_OTHERS = "for others"
    """To give to somebody else, such as a child, who can ring it now."""
    FEAR_HARM = "fear harm"
    """To ring now if somebody comes to fear significant harm: then they MUST."""
    WHEN_OPEN = "when open"
    """To ring when it opens."""


class Command(StrEnum):
    """A command of the dialogue, which a person types in place of an answer, as its word or its key."""

    HARM = "harm"
    OTHER = "other"
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
COMMANDS |= {"999": Command.PHONE, "exit": Command.QUIT, "finish": Command.QUIT}
COMMANDS |= dict.fromkeys(
    ("i fear harm", "i fear harm now", "fear harm", "danger", "in danger"), Command.HARM
)

# The commands that work through a pipe, too, where nobody sees the screen: they change no answer.
ALWAYS = (Command.PHONE, Command.QUIT, Command.HELP)
