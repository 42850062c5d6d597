"""The flow: every question, answer, outcome and concern, made from the rules, for a lead to check and sign.

Its picture and its text are made of the same boxes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from leedshelp.handouts.rendering import rendered
from leedshelp.model.answers import (
    OPTIONS,
    Answers,
    Consent,
    OutcomeId,
    Question,
    next_question,
    outcome,
    paths,
)
from leedshelp.model.dates import date_in_words
from leedshelp.model.directory import DUTY, Directory
from leedshelp.model.words import Purpose
from leedshelp.safety.moments import boundaries
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.entry import Entry
from leedshelp.triage.hours import Daytime, daytime, is_out_of_date
from leedshelp.triage.notice import notice
from leedshelp.triage.times import Times

_ARROW = "\N{RIGHTWARDS ARROW}"

# The purposes of numbers that are the same in every tier.
_IN_EVERY_TIER = (Purpose.FEAR_HARM, Purpose.WHEN_OPEN)


class Box(NamedTuple):
    """A question, an outcome or a concern: its sign, such as "2" or "A", what it says, and what it leads to.

    A line that ends with a colon is a heading of the lines after it.
    """

    sign: str
    title: str
    lines: tuple[str, ...]


class Flow(NamedTuple):
    """The boxes of a flow, what stands above and below them, and where somebody signs."""

    title: str
    danger: str
    always: str
    questions: tuple[Box, ...]
    outcomes: tuple[Box, ...]
    concerns: tuple[Box, ...]
    made: str
    sign: tuple[str, ...] = ("Checked by (name and role)", "On (date)", "Signature")


class _AtAnyTime(Times):
    """The times of an advice that is not for one moment."""

    def opens(self, *_: object) -> str:
        """When a line can be rung."""
        return "on the next working day"


def flow(directory: Directory) -> Flow:
    """The flow that the rules make of some data."""
    signs = dict(zip(dict.fromkeys(map(outcome, paths())), "ABCDEF", strict=False))
    case = _Case(directory)
    emergency = notice(directory, case.day).emergency
    return Flow(
        title="leedshelp: where every answer leads",
        danger=f"{emergency.number.text}: {emergency.why}",
        always=(
            f'"I fear harm now", at every question and in every concern {_ARROW} {signs[OutcomeId.CALL_NOW]}'
        ),
        questions=tuple(_question(directory, question, signs) for question in Question),
        outcomes=tuple(case.outcome(outcome_id, sign) for outcome_id, sign in signs.items()),
        concerns=tuple(map(case.concern, directory.concerns)),
        made=(
            "Made from the rules, and from data that was looked over on "
            f"{date_in_words(str(directory.hours.reviewed))}. {in_words.UNOFFICIAL}"
        ),
    )


def text(flow: Flow) -> str:
    """The flow as text, in lines that can be read aloud."""
    return rendered("flow.txt", flow=flow)


def _question(directory: Directory, question: Question, signs: Mapping[OutcomeId, str]) -> Box:
    """A question, and where each of its answers leads, whatever was answered before."""
    words = directory.words.questions[question]
    before = [answers for answers in _unfinished(Answers()) if next_question(answers) == question]
    leads = {
        option: {_sign(answers.with_answer(question, option), signs) for answers in before}
        for option in OPTIONS[question]
    }
    answers = (f"{words.options[option]} {_ARROW} {' or '.join(sorted(to))}" for option, to in leads.items())
    other = [f"Something else {_ARROW} a concern, below"] if question == Question.HARM else []
    return Box(_sign(before[0], signs), words.asks, (*answers, *other))


def _unfinished(answers: Answers) -> Iterator[Answers]:
    """All answers, from these on, after which a question is still to be asked."""
    if question := next_question(answers):
        yield answers
        for option in OPTIONS[question]:
            yield from _unfinished(answers.with_answer(question, option))


def _sign(answers: Answers, signs: Mapping[OutcomeId, str]) -> str:
    """The sign of what comes after some answers: a question, or else an outcome."""
    question = next_question(answers)
    return str([*Question].index(question) + 1) if question else signs[outcome(answers)]


class _Case:
    """What the rules make of some data by day and out of hours, when nothing is in doubt."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self.day = self._moment(Daytime.OPEN)
        self.night = self._moment(Daytime.CLOSED)
        self._labels = directory.words.questions[Question.CONSENT].options

    def _moment(self, state: Daytime) -> datetime:
        hours = self._directory.hours
        return next(
            at
            for at in boundaries(self._directory)
            if daytime(at, hours) == state and not is_out_of_date(at, hours)
        )

    def _advice(self, answers: Answers, at: datetime) -> Advice:
        return advise(self._directory, answers, at, times=_AtAnyTime(at, self._directory.hours))

    def outcome(self, outcome_id: OutcomeId, sign: str) -> Box:
        """An outcome: what is said by day and out of hours, about the family, and the numbers."""
        ways = [answers for answers in paths() if outcome(answers) == outcome_id]
        by_consent = [next(way for way in ways if way.consent == consent) for consent in Consent]
        day = {str(answers.consent): self._advice(answers, self.day) for answers in by_consent}
        night = {str(answers.consent): self._advice(answers, self.night) for answers in by_consent}
        agreed = [answers for answers in ways if answers.consent == Consent.AGREED]
        texts = {
            "Out of hours:": {key: advice.headline for key, advice in night.items()},
            "The family:": {key: advice.consent.says for key, advice in day.items()},
        }
        if len({advice.headline for advice in day.values()}) > 1:
            texts = {"By day:": {key: advice.headline for key, advice in day.items()}, **texts}
        numbers = (
            self._numbers(heading, [self._advice(answers, at) for answers in agreed])
            for heading, at in (("By day:", self.day), ("Out of hours:", self.night))
        )
        lines = (self._by_consent(heading, by_answer) for heading, by_answer in texts.items())
        return Box(sign, day[Consent.AGREED].headline, tuple(chain(*lines, *numbers)))

    def _by_consent(self, heading: str, texts: Mapping[str, str]) -> list[str]:
        """Texts by the answer about consent; one alone where they are all the same."""
        if len(set(texts.values())) == 1:
            return [heading, *dict.fromkeys(texts.values())]
        return [heading, *(f"{self._labels[answer]}: {text}" for answer, text in texts.items())]

    def _numbers(self, heading: str, advices: Iterable[Advice]) -> list[str]:
        """The numbers of advices in their order: those of each tier, then those that are in every one."""
        own: list[str] = []
        others: list[str] = []
        for advice in advices:
            of_tier = [_number(entry) for entry in advice.ring if entry.purpose not in _IN_EVERY_TIER]
            tier = [f"{advice.tier.name}:"] if advice.tier and of_tier else []
            own += [*tier, *of_tier]
            others += [_number(entry) for entry in advice.ring if entry.purpose in _IN_EVERY_TIER]
        return [heading, *own, *dict.fromkeys(others)]

    def concern(self, concern_id: str) -> Box:
        """A concern: what comes first in it by day, and the numbers to ring for it."""
        advice = self._advice(Answers(concern=concern_id), self.day)
        ring = [entry for entry in advice.ring if entry.purpose in (Purpose.RING, Purpose.THEN)]
        duty = self._directory.contacts[DUTY].name
        same = self._directory.words.in_a_concern.says.format(first=duty)
        first = advice.headline.removeprefix(same).strip()
        return Box("", self._directory.concerns[concern_id].name, (first, *map(_number, ring)))


def _number(entry: Entry) -> str:
    """A number with what to do with it, and whose it is."""
    return f"{entry.before}{entry.number.text}, {entry.contact.name}"
