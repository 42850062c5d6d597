"""The safety rules. A rule is a function whose name says what must hold; the reason stands above it.

A rule yields a verdict on every case that it is about. The data can break a rule, and so can the code.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from leedshelp.loading import texts
from leedshelp.loading.agency import own_fault
from leedshelp.model.answers import FEARED, OPTIONS, Consent, Harm, OutcomeId, Question
from leedshelp.model.directory import DUTY, EDT
from leedshelp.model.document import Standing
from leedshelp.model.errors import LAST_RESORT
from leedshelp.model.number import Audience
from leedshelp.model.words import Purpose
from leedshelp.safety.rule import Cases, Rule, Verdicts, because
from leedshelp.triage.advice import Advice
from leedshelp.triage.entry import Entry
from leedshelp.triage.search import look_up

_EMERGENCY_NUMBER = LAST_RESORT[0][1]  # not from the data, which may be wrong

# The words that tell somebody to call, as strong as the documents do; the data keeps to them.
_MUST = re.compile(r"\bMUST (ring|call|make this call)\b")


@because("Whoever fears significant harm MUST call (leeds-2013, leeds-2015); an unsure person talks to them.")
def harm_that_is_feared_leads_to_a_call(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        if advice.answers.harm in FEARED:
            first = advice.ring[0] if _takes_concerns(advice) else None
            may_answer = first is not None and first.answers_now is not False
            in_headline = first is not None and first.contact.name in advice.headline
            is_strong = bool(_MUST.search(advice.headline)) or advice.answers.harm == Harm.UNSURE
            needs_no_consent = "not need" in advice.consent.says
            holds = may_answer and in_headline and is_strong and needs_no_consent
            yield holds and bool(advice.next_steps), advice


@because("A worry can grow, or not have been asked about, as in a concern (leeds-2013, leeds-2015).")
def whoever_comes_to_fear_harm_is_told_to_ring(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        if advice.answers.harm not in FEARED:
            must = [entry for entry in advice.ring if _MUST.search(entry.why)]
            if not _is_public(advice):
                may_answer = (entry for entry in must if entry.answers_now is not False)
                must = [entry for entry in may_answer if entry.contact.id in (DUTY, EDT)]
            first_sentence, _, _ = advice.headline.partition(". ")
            at_once = not advice.concern or _MUST.search(first_sentence)
            yield bool(must and at_once), advice


@because("A child at risk does not wait for consent (dfe-2024), and nobody is sent away without a number.")
def consent_never_removes_or_delays_a_number(cases: Cases) -> Verdicts:
    alike: dict[tuple[object, ...], list[Advice]] = defaultdict(list)
    for advice in cases.advices:
        alike[advice.moment, advice.answers._replace(consent=None)].append(advice)
    for group in alike.values():
        usual = next((advice for advice in group if advice.answers.consent == Consent.AGREED), group[0])
        for advice in group:
            numbers, usually = _numbers(advice), _numbers(usual)
            same = numbers == usually if advice.answers.harm in FEARED else set(numbers) == set(usually)
            yield same and _before_the_teams(advice) <= _before_the_teams(usual), advice


@because("A dead number or an empty list would leave a worried person alone.")
def every_path_ends_in_someone_to_ring_and_someone_to_talk_to(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        standings = {entry.number.standing for entry in advice.ring}
        may_answer = any(entry.answers_now is not False for entry in advice.ring)
        has_people = bool(advice.talk_to) or _is_public(advice)
        yield may_answer and Standing.SUPERSEDED not in standings and has_people, advice


@because("It may not answer, so a number that was seen later stands beside it.")
def an_unconfirmed_number_never_stands_alone(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        standings = {entry.number.standing for entry in advice.ring}
        yield standings != {Standing.UNCONFIRMED}, advice


@because("A line that is closed answers nobody, and a person in a hurry gives up.")
def nobody_is_told_to_ring_a_line_that_is_closed(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        waits = [
            (entry.purpose == Purpose.WHEN_OPEN) == (entry.answers_now is False) for entry in advice.ring
        ]
        closed = [entry.contact.name for entry in advice.ring if entry.answers_now is False]
        yield all(waits) and not any(f"{name} now" in advice.headline for name in closed), advice


@because("A number that nobody has seen for ten years may not answer, so a better known one comes first.")
def the_better_known_number_comes_first(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        others = [entry.number.standing for entry in advice.ring if entry.contact.id not in (DUTY, EDT)]
        doubtful = [standing == Standing.UNCONFIRMED for standing in others if standing != Standing.NATIONAL]
        yield doubtful == sorted(doubtful), advice


@because("Whoever answers a question is told something for it; else it need not be asked.")
def every_answer_changes_the_advice(cases: Cases) -> Verdicts:
    alike: dict[tuple[object, ...], dict[object, Advice]] = defaultdict(dict)
    for advice in cases.advices:
        answers = advice.answers._asdict()
        for question in () if _is_public(advice) else (name for name in Question if answers[name]):
            others = frozenset(answers.items() - {(str(question), answers[question])})
            alike[advice.moment, question, others][answers[question]] = advice
    for group in alike.values():
        seen = [_told(advice) for advice in group.values()]
        for advice in group.values():
            yield seen.count(_told(advice)) == 1, advice


@because("That they cannot be asked is itself a reason to talk to Duty and Advice (lscp-practitioners).")
def a_family_that_cannot_safely_be_asked_brings_duty_and_advice(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        if advice.answers.consent == Consent.UNSAFE:
            yield any(entry.contact.id == DUTY for entry in advice.ring), advice


@because("Whatever the concern, the child may be at risk (leeds-2013, leeds-2015).")
def no_concern_hides_duty_and_advice(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        if advice.answers.concern:
            ringing = {entry.contact.id for entry in advice.ring}
            yield ringing >= ({DUTY} if _is_public(advice) else {DUTY, EDT}), advice


@because("Some lines take calls from practitioners only (omg-edt), or from a child or a parent.")
def nobody_is_sent_to_a_line_that_does_not_take_them(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        if _is_public(advice):
            audiences = [entry.number.audience for entry in advice.ring]
            is_taken = audiences[:1] == [Audience.ANYONE] and Audience.PRACTITIONERS_ONLY not in audiences
            steps = (step.says for step in advice.next_steps)
            edt_name = cases.directory.contacts[EDT].name
            names_edt = any(edt_name in text for text in (advice.headline, advice.consent.says, *steps))
            yield is_taken and not names_edt, advice
        for_others = {entry.purpose for entry in advice.ring if entry.number.callers}
        yield for_others <= {Purpose.FOR_OTHERS, Purpose.WHEN_OPEN}, advice


@because("Immediate danger can show itself at any moment.")
def the_emergency_number_is_in_every_advice_and_every_notice(cases: Cases) -> Verdicts:
    for advice in cases.advices:
        yield _is_emergency(advice.emergency), advice
    for moment, notice in cases.notices:
        yield _is_emergency(notice.emergency) and _has_both_teams(notice.ring), (moment, notice)


@because("False comfort is the harm this tool could do most easily.")
def no_outcome_says_that_nothing_is_to_be_done(cases: Cases) -> Verdicts:
    advised = (text for advice in cases.advices for text in _texts_of(advice))
    for text in dict.fromkeys((*texts.written(cases.directory), *advised)):
        yield not texts.FALSE_COMFORT.search(text), text
    for text in texts.own(cases.directory):
        yield own_fault(text) is None, text


@because("What no answer leads to and no look-up finds is a fact that helps nobody.")
def nothing_is_unreachable(cases: Cases) -> Verdicts:
    directory = cases.directory
    answers = {answer for advice in cases.advices for answer in advice.answers.answered().items()}
    for question in Question:
        for option in OPTIONS[question]:
            yield (question, option) in answers, f"{question} {option}"
    reached = {advice.outcome for advice in cases.advices}
    ways = (concern.outcome for concern in directory.concerns.values())
    for outcome in dict.fromkeys((*directory.words.outcomes, *ways)):
        yield outcome in reached, str(outcome)
    people = {person for advice in cases.advices for person in advice.talk_to}
    for tier in directory.tiers.values():
        for person in tier.talk_to:
            yield person in people, person.name
    within = {advice.answers.concern for advice in cases.advices}
    for moment, _ in cases.notices[:1]:
        for concern in directory.concerns.values():
            subjects = [subject.id for subject in look_up(directory, concern.name, moment).subjects]
            yield concern.id in within and concern.id in subjects, concern.name
        contacts = [card.contact for card in look_up(directory, "", moment).contacts]
        for contact in directory.contacts.values():
            yield contact in contacts, contact.name


RULES: tuple[Rule, ...] = (
    harm_that_is_feared_leads_to_a_call,
    whoever_comes_to_fear_harm_is_told_to_ring,
    consent_never_removes_or_delays_a_number,
    every_path_ends_in_someone_to_ring_and_someone_to_talk_to,
    an_unconfirmed_number_never_stands_alone,
    nobody_is_told_to_ring_a_line_that_is_closed,
    the_better_known_number_comes_first,
    every_answer_changes_the_advice,
    a_family_that_cannot_safely_be_asked_brings_duty_and_advice,
    no_concern_hides_duty_and_advice,
    nobody_is_sent_to_a_line_that_does_not_take_them,
    the_emergency_number_is_in_every_advice_and_every_notice,
    no_outcome_says_that_nothing_is_to_be_done,
    nothing_is_unreachable,
)


def _is_public(advice: Advice) -> bool:
    """Whether an advice is for a member of the public, who does not work with children."""
    return advice.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC


def _told(advice: Advice) -> tuple[object, ...]:
    """What a person is told first: what to do, whom to ring for what, the family, whom to talk to."""
    ring = tuple((entry.number.text, entry.purpose, entry.why) for entry in advice.ring)
    return advice.headline, ring, advice.consent.says, advice.talk_to


def _numbers(advice: Advice) -> list[str]:
    """The numbers of an advice, in the order to try."""
    return [entry.number.text for entry in advice.ring]


def _before_the_teams(advice: Advice) -> int:
    """How many numbers of an advice come before the first of the two teams."""
    return [*(entry.contact.id in (DUTY, EDT) for entry in advice.ring), True].index(True)


def _has_both_teams(ring: Iterable[Entry]) -> bool:
    """Whether the entries are those of Duty and Advice and the Emergency Duty Team, in whichever order."""
    return {entry.contact.id for entry in ring} == {DUTY, EDT}


def _takes_concerns(advice: Advice) -> bool:
    """Whether an advice leads to those who take concerns, which are both teams first, for a practitioner."""
    if _is_public(advice):
        return DUTY in {entry.contact.id for entry in advice.ring}
    return _has_both_teams(advice.ring[:2])


def _is_emergency(entry: Entry) -> bool:
    """Whether an entry is the emergency number, which answers at any hour."""
    return entry.number.text == _EMERGENCY_NUMBER and entry.answers_now is True


def _texts_of(advice: Advice) -> list[str]:
    """Every text of an advice that says what to do, or that it need not be done."""
    ready = [advice.ready] if advice.ready else []
    statements = (advice.consent, *ready, *advice.after, *advice.next_steps, *advice.because)
    calls = (advice.emergency, *advice.ring)
    return [advice.headline, *(statement.says for statement in statements), *(entry.why for entry in calls)]
