"""The questions, their order, and every path through them."""

import copy
import pickle
import re
from typing import Any

import pytest

from leedshelp.model.answers import (
    OPTIONS,
    Answers,
    Consent,
    Harm,
    OutcomeId,
    Question,
    TierAnswer,
    command,
    missing,
    next_question,
    outcome,
    paths,
)
from tests.conftest import in_text


def test_there_are_24_paths_each_with_its_own_answers() -> None:
    """Four answers on consent, then two that end there or one followed by four tiers."""
    every = list(paths())
    assert len(every) == len(set(every)) == 24
    assert [answers.counted() for answers in every] == every


def test_options_are_always_offered_in_the_same_order() -> None:
    """The order is part of the design: it is what people learn."""
    offered = [[str(option) for option in OPTIONS[question]] for question in Question]
    assert offered == [
        ["agreed", "not-asked", "refused", "unsafe"],
        ["yes", "unsure", "no"],
        ["universal", "targeted", "specialist", "unsure"],
    ]


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (Answers(), Question.CONSENT),
        (Answers(consent=Consent.REFUSED), Question.HARM),
        (Answers(consent=Consent.AGREED, harm=Harm.NO), Question.TIER),
        (Answers(consent=Consent.AGREED, harm=Harm.YES), None),
        (Answers(consent=Consent.AGREED, harm=Harm.UNSURE), None),
        (Answers(consent=Consent.AGREED, harm=Harm.NO, tier=TierAnswer.UNSURE), None),
        (Answers(harm=Harm.NO, tier=TierAnswer.TARGETED), Question.CONSENT),
        (Answers(tier=TierAnswer.TARGETED), Question.CONSENT),
        (Answers(harm=Harm.YES), None),
        (Answers(harm=Harm.UNSURE), None),
    ],
)
def test_only_what_is_not_answered_is_asked_in_order(answers: Answers, question: Question | None) -> None:
    """Consent first, then harm, then the tier; harm that is feared ends them, even before consent."""
    assert next_question(answers) == question


@pytest.mark.parametrize("consent", [None, *Consent])
@pytest.mark.parametrize("tier", [None, *TierAnswer])
def test_feared_harm_leads_to_a_call_whatever_else_is_said(
    consent: Consent | None, tier: TierAnswer | None
) -> None:
    """A tier that was answered in advance decides nothing, and is not counted."""
    for harm, expected in ((Harm.YES, OutcomeId.CALL_NOW), (Harm.UNSURE, OutcomeId.TALK_IT_THROUGH_NOW)):
        answers = Answers(consent, harm, tier)
        assert outcome(answers) is expected
        assert answers.counted() == Answers(consent, harm)


@pytest.mark.parametrize("consent", Consent)
def test_a_tier_starts_the_conversation_and_unsure_asks_for_help(consent: Consent) -> None:
    """Where no harm is feared, the tier decides; not knowing the tier is an answer too."""
    for tier in TierAnswer:
        expected = (
            OutcomeId.ASK_FOR_HELP_CHOOSING if tier is TierAnswer.UNSURE else OutcomeId.START_THE_CONVERSATION
        )
        assert outcome(Answers(consent, Harm.NO, tier)) is expected


def test_a_concern_ends_the_questions_and_decides_unless_harm_is_feared() -> None:
    """Nothing lengthens its way; harm that is feared still comes first."""
    for consent in (None, *Consent):
        for harm, expected in {
            None: OutcomeId.CONCERN,
            Harm.NO: OutcomeId.CONCERN,
            Harm.UNSURE: OutcomeId.TALK_IT_THROUGH_NOW,
            Harm.YES: OutcomeId.CALL_NOW,
        }.items():
            answers = Answers(consent, harm, TierAnswer.TARGETED, "fire")
            assert next_question(answers) is None
            assert outcome(answers) is expected
            assert answers.counted() == Answers(consent, harm, None, "fire")


def test_a_concern_is_an_answer_to_the_question_about_harm() -> None:
    """It takes the place of one, and another takes its place."""
    within = Answers(Consent.AGREED, Harm.YES, concern="fire")
    assert within.answer_to(Question.HARM) == "fire"
    assert within.answered() == {Question.CONSENT: "agreed", Question.HARM: "fire"}
    assert within.with_answer(Question.HARM, "no") == Answers(Consent.AGREED, Harm.NO)
    assert within.with_answer(Question.CONSENT, "refused").concern == "fire"
    assert command(within) == "leedshelp ask --consent agreed --harm yes --concern fire"


def test_unfinished_answers_lead_nowhere_yet() -> None:
    """Asking for an outcome too early is an error, never a guess."""
    with pytest.raises(ValueError, match="harm has not been answered"):
        outcome(Answers(consent=Consent.AGREED))


NO_ANSWERS: list[Any] = [
    *("", " ", "maybe", "Unsafe", "UNSURE", "yes ", "agreed\n"),
    *(3, 0, True, [], ["no"], b"no"),
]


@pytest.mark.parametrize("answer", NO_ANSWERS)
@pytest.mark.parametrize("name", ["consent", "harm", "tier"])
def test_answers_hold_nothing_but_options(name: str, answer: Any) -> None:
    """However they are made; the error names what is no answer, and what would be one."""
    options = ", ".join(OPTIONS[Question(name)])
    message = re.escape(f"{answer!r} is not one of the options; use one of: {options}")
    for make in (Answers, Answers()._replace):
        with pytest.raises(ValueError, match=message):
            make(**{name: answer})
    with pytest.raises(ValueError, match=message):
        Answers().with_answer(Question(name), answer)


@pytest.mark.parametrize("concern", ["", 3, 0, False, [], b"fire"])
def test_what_is_no_text_names_no_concern(concern: Any) -> None:
    """Else it would end the questions, or be passed over."""
    with pytest.raises(ValueError, match="is not the id of a concern"):
        Answers(concern=concern)


@pytest.mark.parametrize("question", ["", "Harm", "harm ", "concern", "count", 2, None])
def test_what_is_no_question_has_no_answer(question: Any) -> None:
    """The error names the questions."""
    message = re.escape(f"{question!r} is not one of the options; use one of: consent, harm, tier")
    for method in (
        Answers.answer_to,
        Answers.question_before,
        lambda answers, question: answers.with_answer(question, "unsure"),
    ):
        with pytest.raises(ValueError, match=message):
            method(Answers(), question)


@pytest.mark.parametrize("answers", list(paths()), ids=lambda answers: "-".join(answers.answered().values()))
def test_answers_in_plain_text_are_answers(answers: Answers) -> None:
    """They become the same options, so that no rule can tell them apart."""
    for each in (answers, answers._replace(concern="fire"), answers._replace(concern="fire", harm=Harm.YES)):
        text = in_text(each)
        assert repr(text) == repr(each)
        assert [text.answer_to(name) for name in ("consent", "harm", "tier")] == [
            each.answer_to(name) for name in Question
        ]
        assert (text.answered(), text.counted()) == (each.answered(), each.counted())
        assert [text.question_before(name) for name in ("consent", "harm", "tier")] == list(
            map(each.question_before, Question)
        )
        assert (outcome(text), next_question(text)) == (outcome(each), next_question(each))
        assert (missing(text), command(text)) == (missing(each), command(each))
        assert list(paths(text)) == list(paths(each))
        assert repr(copy.deepcopy(text)) == repr(pickle.loads(pickle.dumps(text))) == repr(each)  # noqa: S301 - our own


def test_before_is_the_nearest_answered_question() -> None:
    """Going back skips what was never asked."""
    answers = Answers(consent=Consent.AGREED, tier=TierAnswer.UNSURE)
    assert answers.question_before(Question.CONSENT) is None
    assert answers.question_before(Question.TIER) is Question.CONSENT


def test_missing_names_the_options_and_command_repeats_the_answers() -> None:
    """Both are what a person types, so both are exact."""
    answers = Answers(consent=Consent.NOT_ASKED, harm=Harm.NO)
    assert missing(answers) == ["--tier"]
    assert command(answers) == "leedshelp ask --consent not-asked --harm no"
    at = "2026-12-25T10:00"
    assert command(answers, at) == f"leedshelp ask --consent not-asked --harm no --at {at}"
