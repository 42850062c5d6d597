"""The answers to the three questions, which question comes next, and where finished answers lead.

The rules follow the two Leeds documents. Consent is asked first, because they raise it first
(`leeds-2013`, `leeds-2015`), and decides nothing about a child at risk: harm that is feared leads to
a call whatever the family says.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, Self, TypeVar

_Option = TypeVar("_Option", bound=StrEnum)


def one_of(options: type[_Option], text: str) -> _Option:
    """The option with this value. Raises `ValueError`, which names the options, where there is none."""
    try:
        return options(text)
    except ValueError:
        known = ", ".join(options)
        raise ValueError(f"{text!r} is not one of the options; use one of: {known}") from None


class Consent(StrEnum):
    """Whether the family agrees that the concern is shared."""

    AGREED = "agreed"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"
    UNSAFE = "unsafe"


class Harm(StrEnum):
    """Whether significant harm is feared; a child in need counts as a yes (`leeds-2013`)."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


FEARED = (Harm.YES, Harm.UNSURE)
"""The answers that lead to a team, without any other question."""


class TierAnswer(StrEnum):
    """The tier to start the conversation in; `UNSURE` is for those who need help to choose one."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    SPECIALIST = "specialist"
    UNSURE = "unsure"


class Question(StrEnum):
    """The three questions, in the order they are asked."""

    CONSENT = "consent"
    HARM = "harm"
    TIER = "tier"


class OutcomeId(StrEnum):
    """Where answers can lead; `data/advice.yaml` and `data/concerns.yaml` have the words of each."""

    CALL_NOW = "call-now"
    TALK_IT_THROUGH_NOW = "talk-it-through-now"
    CONCERN = "concern"
    MEMBER_OF_THE_PUBLIC = "member-of-the-public"
    START_THE_CONVERSATION = "start-the-conversation"
    ASK_FOR_HELP_CHOOSING = "ask-for-help-choosing"


OPTIONS: dict[Question, type[Consent] | type[Harm] | type[TierAnswer]] = {
    Question.CONSENT: Consent,
    Question.HARM: Harm,
    Question.TIER: TierAnswer,
}
"""The answers that each question can have, in the order in which they are offered."""


class _Answers(NamedTuple):
    """The fields of `Answers`: a named tuple cannot check what it is made of by itself."""

    consent: Consent | None
    harm: Harm | None
    tier: TierAnswer | None
    concern: str | None


class Answers(_Answers):
    """The answers so far; `None` stands for a question that is not answered yet.

    An answer may be handed in as plain text, such as "not-asked". Raises `ValueError` where that is none of
    the options. `concern` is the id of a concern: a person names it in answer to the question about
    harm, or as an option of the command, beside an answer about harm.
    """

    __slots__ = ()

    def __new__(
        cls,
        consent: str | None = None,
        harm: str | None = None,
        tier: str | None = None,
        concern: str | None = None,
    ) -> Self:
        """The answers, with every text turned into its option."""
        match concern:  # `if` with isinstance would do, but mypy calls that redundant
            case None | str() if concern != "":
                pass
            case _:
                raise ValueError(f"{concern!r} is not the id of a concern")
        return super().__new__(
            cls,
            None if consent is None else one_of(Consent, consent),
            None if harm is None else one_of(Harm, harm),
            None if tier is None else one_of(TierAnswer, tier),
            concern,
        )

    @classmethod
    def _make(cls, iterable: Iterable[str | None]) -> Self:  # type: ignore[override] # of any class there
        """The answers, from values in the order of the fields. `_replace` calls this, and so checks them."""
        return cls(*iterable)

    def answer_to(self, question: str) -> str | None:
        """The answer to a question, or `None`; a concern counts as the answer about harm."""
        match one_of(Question, question):
            case Question.CONSENT:
                return self.consent
            case Question.HARM:
                return self.concern or self.harm
            case _:
                return self.tier

    def answered(self) -> dict[Question, str]:
        """The questions that are answered, in their order, with the answer to each."""
        return {question: answer for question in Question if (answer := self.answer_to(question))}

    def counted(self) -> "Answers":
        """These answers. The tier is kept only where harm was answered "no" and there is no concern."""
        is_decided = self.concern or self.harm != Harm.NO
        return self._replace(tier=None) if is_decided else self

    def question_before(self, question: str) -> Question | None:
        """The question to go back to from `question`: the last one before it that is answered, or `None`."""
        questions = list(Question)
        earlier = questions[: questions.index(one_of(Question, question))]
        return next((candidate for candidate in reversed(earlier) if self.answer_to(candidate)), None)

    def with_answer(self, question: str, answer: str) -> "Answers":
        """These answers with one more, or one changed. Raises `ValueError` where `answer` is no option."""
        match one_of(Question, question):
            case Question.CONSENT:
                return self._replace(consent=one_of(Consent, answer))
            case Question.HARM:
                return self._replace(harm=one_of(Harm, answer), concern=None)
            case _:
                return self._replace(tier=one_of(TierAnswer, answer))


def next_question(answers: Answers) -> Question | None:
    """The question to ask now, or `None` where the answers lead to an outcome.

    Harm that is feared ends the questions, so that no question delays a call. A concern ends them, too.
    """
    match answers:
        case Answers(harm=Harm.YES | Harm.UNSURE) | Answers(concern=str()):
            return None
        case Answers(consent=None):
            return Question.CONSENT
        case Answers(harm=None):
            return Question.HARM
        case Answers(tier=None):
            return Question.TIER
    return None


def missing(answers: Answers) -> list[str]:
    """The command-line options of the questions that are not answered yet, in the order of the questions."""
    return [f"--{question}" for question in Question if answers.answer_to(question) is None]


def command(answers: Answers, at: str | None = None) -> str:
    """The command that leads to the same advice again; `at` is the time to advise for, if not now."""
    options = [f"--{name} {answer}" for name, answer in answers._asdict().items() if answer]
    return " ".join(["leedshelp ask", *options, *([f"--at {at}"] if at else [])])


def outcome(answers: Answers) -> OutcomeId:
    """The outcome of finished answers, whatever the concern is.

    That a concern is one of members of the public is looked up later, in `triage.advice`. Raises `ValueError`
    while a question is still to be asked.
    """
    if question := next_question(answers):
        raise ValueError(f"{question} has not been answered")
    match answers:
        case Answers(harm=Harm.YES):
            return OutcomeId.CALL_NOW
        case Answers(harm=Harm.UNSURE):
            return OutcomeId.TALK_IT_THROUGH_NOW
        case Answers(concern=str()):
            return OutcomeId.CONCERN
        case Answers(tier=TierAnswer.UNSURE):
            return OutcomeId.ASK_FOR_HELP_CHOOSING
        case _:
            return OutcomeId.START_THE_CONVERSATION


def paths(answers: Answers | None = None) -> Iterator[Answers]:
    """Every set of finished answers, when the questions that follow `answers` are asked in order."""
    answers = answers or Answers()
    question = next_question(answers)
    if question is None:
        yield answers
    else:
        for option in OPTIONS[question]:
            yield from paths(answers.with_answer(question, option))
