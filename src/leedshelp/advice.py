"""All that one set of answers leads to at one moment: what to do, whom to ring, and why.

The rules, with their documents. Feared harm leads to Duty and Advice, or out of hours to the
Children's Emergency Duty Team, whatever was said about consent (`leeds-2013`, `leeds-2015`,
`dfe-2024`). Anything else starts a conversation with the tier's starter and people (`leeds-2013`). Where
asking the family would put the child at more risk, they are not asked (`lscp-practitioners`), and that
is itself a reason to talk to Duty and Advice. Both teams are always there to ring, the one that answers
now before the other.

A circumstance with a way of its own adds its contacts and its words; Duty and Advice is there to ring in
all of them. The Children's Emergency Duty Team takes practitioners only (`omg-edt`), so that a member of
the public is given the emergency services in its place (`procedures-2023`).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from leedshelp.deadlines import due_in_words, form_due, next_open, reply_due
from leedshelp.directory import DUTY, EDT, EMERGENCY, Contact, Directory, Line, Number, Person, Tier
from leedshelp.hours import Daytime, answers_now, daytime, doubt_in_words
from leedshelp.triage import FEARED, Answers, Consent, Harm, OutcomeId, command, outcome
from leedshelp.wording import ConsentWords, OutcomeWords, Statement, Topic


class Call(NamedTuple):
    """A number to ring, why, and whether it answers at the moment (`None`: nobody can be sure)."""

    contact: Contact
    number: Number
    why: str
    answers_now: bool | None
    now: str


class Notice(NamedTuple):
    """The emergency number, then both teams, the one that answers now first.

    `doubt` says why nobody can be sure which of the two answers, where that is so.
    """

    emergency: Call
    ring: tuple[Call, ...]
    doubt: str | None


class Advice(NamedTuple):
    """What to do. `ring` is in the order to try, `next_steps` in the order to take; `command` repeats it.

    `answers` are those that counted; `moment` is a London time; `tier` is set where the
    conversation starts in one.
    """

    answers: Answers
    outcome: OutcomeId
    headline: str
    emergency: Call
    ring: tuple[Call, ...]
    doubt: str | None
    tier: Tier | None
    talk_to: tuple[Person, ...]
    consent: Statement
    next_steps: tuple[Statement, ...]
    because: tuple[Statement, ...]
    guide: tuple[Topic, ...]
    moment: datetime
    command: str


AT_RISK = (OutcomeId.CALL_NOW, OutcomeId.TALK_IT_THROUGH_NOW)
"""The outcomes that ask for a call."""


def notice(directory: Directory, moment: datetime) -> Notice:
    """Who to ring, whatever the question, at `moment`, a London time."""
    teams = _both_teams(directory, moment)
    return Notice(
        emergency=_emergency(directory, moment),
        ring=_calls(directory, {team: directory.contacts[team].helps for team in teams}, moment),
        doubt=doubt_in_words(directory, moment),
    )


def advise(directory: Directory, answers: Answers, moment: datetime, at: str | None = None) -> Advice:
    """What finished answers lead to at `moment`, a London time; `at` is set where a person named it.

    Raises `ValueError` while a question is still to be asked.
    """
    case = _Case(directory, answers, moment)
    return Advice(
        answers=case.answers,
        outcome=case.outcome,
        headline=case.headline(),
        emergency=_emergency(directory, moment),
        ring=_calls(directory, case.ring(), moment),
        doubt=doubt_in_words(directory, moment),
        tier=case.tier,
        talk_to=case.talk_to(),
        consent=case.filled(case.consent().means),
        next_steps=tuple(map(case.filled, case.next_steps())),
        because=tuple(map(case.filled, case.because())),
        guide=case.guide(),
        moment=moment,
        command=command(case.answers, at),
    )


class _Case:
    """One set of finished answers at one moment, and what the rules make of each part of the advice."""

    def __init__(self, directory: Directory, answers: Answers, moment: datetime) -> None:
        self.directory = directory
        self.outcome = outcome(answers)
        self.at_risk = self.outcome in AT_RISK
        self.answers = answers.counted()
        starts = self.outcome is OutcomeId.START_THE_CONVERSATION
        self.tier = directory.tiers[str(answers.tier)] if starts else None
        self.circumstance = directory.circumstances[answers.circumstance] if answers.circumstance else None
        self.public = self.circumstance is not None and self.circumstance.public
        self.told = self._told()
        self.words = self.told[0]
        self.own = dict(self.circumstance.ring) if self.circumstance else {}
        self.both_teams = _both_teams(directory, moment)
        self.is_closed = self.both_teams[0] == EDT
        self._names = {
            "first": directory.contacts[self._first()].name,
            "duty": directory.contacts[DUTY].name,
            "edt": directory.contacts[EDT].name,
        }
        if self.own:
            self._names["own"] = directory.contacts[next(iter(self.own))].name
        if self.at_risk:
            self._names |= _deadlines(directory, moment)
        if self.tier:
            self._names["tier"] = self.tier.name
            self._names["starter"] = directory.contacts[self.tier.starter].name

    def _told(self) -> list[OutcomeWords]:
        """The words that apply: those of the circumstance alone, or after those for harm that is feared."""
        if self.circumstance is None:
            return [self.directory.words.outcomes[self.outcome]]
        if self.circumstance.stands_alone or not self.at_risk:
            return [self.circumstance.words]
        return [self.directory.words.outcomes[self.outcome], self.circumstance.words]

    def _first(self) -> str:
        """The contact that answers now, for whoever asks."""
        if not self.public:
            return self.both_teams[0]
        return EMERGENCY if self.is_closed else next(iter(self.own))

    def fill(self, text: str) -> str:
        """A text with the names of this case in it."""
        return text.format_map(self._names)

    def filled(self, statement: Statement) -> Statement:
        """A statement with the names of this case in it."""
        return Statement(self.fill(statement.says), statement.sources)

    def headline(self) -> str:
        """What to do, in one line."""
        unsafe = self.answers.consent is Consent.UNSAFE and self.words.unsafe
        out_of_hours = self.is_closed and self.words.out_of_hours
        return self.fill(unsafe or out_of_hours or self.words.headline)

    def ring(self) -> dict[str, str]:
        """Contacts in the order to try, each with why."""
        if self.public:
            return self._for_the_public()
        if self.at_risk:
            return self._at_risk() | self.own
        why = self.fill(self.words.ring)
        conversation, for_duty = self.own, [why]
        if self.tier and self.tier.starter != DUTY:
            starter, *others = self.directory.ring_about(self.tier.id)
            conversation = {starter.id: why} | {each.id: self._otherwise(starter.id) for each in others}
            for_duty = []
        teams = self._no_harm_feared(for_duty)
        if self.answers.consent is Consent.UNSAFE:
            return teams | conversation
        in_order = conversation | teams
        return {EDT: in_order[EDT]} | in_order if self.is_closed else in_order

    def _for_the_public(self) -> dict[str, str]:
        """The contacts of the circumstance, and the emergency services where no other answers."""
        must = self._phrase("must")
        ring = {each: f"{why} {must}" for each, why in self.own.items()} | {DUTY: self.fill(self.words.ring)}
        helps = self.directory.contacts[EMERGENCY].helps
        return {EMERGENCY: helps} | ring if self.is_closed else ring

    def _at_risk(self) -> dict[str, str]:
        """Both teams, where harm is feared: the MUST is for whichever answers."""
        first, second = self.both_teams
        why = self.fill(self.words.ring)
        if self.outcome is OutcomeId.TALK_IT_THROUGH_NOW and first == EDT:
            return {first: self._phrase("cannot-wait"), second: why}
        return {first: why, second: self._otherwise(first)}

    def _no_harm_feared(self, for_duty: list[str]) -> dict[str, str]:
        """Both teams, where none is feared: why to ring Duty and Advice here, and when one MUST ring."""
        for_edt = []
        if self.answers.consent is Consent.UNSAFE:
            for_duty = [*for_duty, self._phrase("unsafe")]
            for_edt = [self._phrase("cannot-wait")]
        must = self._phrase("must")
        if self.is_closed:
            return {EDT: " ".join([*for_edt, must]), DUTY: " ".join(for_duty) or self._otherwise(EDT)}
        return {DUTY: " ".join([*for_duty, must]), EDT: self._otherwise(DUTY)}

    def _otherwise(self, contact: str) -> str:
        """Why to ring the contact that comes after `contact`."""
        return self._phrase("otherwise").format(other=self.directory.contacts[contact].name)

    def _phrase(self, name: str) -> str:
        return self.directory.words.phrases[f"ring.{name}"]

    def talk_to(self) -> tuple[Person, ...]:
        """The people of the tier, or those the words name."""
        if self.tier:
            return self.directory.people(self.tier.id)
        named = dict.fromkeys(each for words in self.told for each in words.talk_to)
        return tuple(map(self.directory.person, named))

    def consent(self) -> ConsentWords:
        """What consent means here; where harm is feared, the same whatever the family says."""
        unsafe = self.answers.consent is Consent.UNSAFE
        named = "circumstance" if self.circumstance and not unsafe else str(self.answers.consent)
        return self.directory.words.consent["at-risk" if self.at_risk else named]

    def next_steps(self) -> tuple[Statement, ...]:
        """The steps of the words that apply, those of a practitioner's call, and those that end them all."""
        words = self.directory.words
        calling = words.calling if self.at_risk and not self.public else ()
        return (*(step for each in self.told for step in each.next_steps), *calling, *words.always)

    def because(self) -> tuple[Statement, ...]:
        """The rule for each answer, in the order of the questions."""
        feared_none = (self.directory.words.no_harm_feared,) if self.answers.harm is Harm.NO else ()
        return (self.consent().because, *feared_none, *(each.because for each in self.told))

    def guide(self) -> tuple[Topic, ...]:
        """The pages of the guide that fit: about consent as it is here, and about where this leads."""
        named = (self.consent().guide, *(each.guide for each in self.told))
        return tuple(dict.fromkeys(filter(None, named)))


def labels(given: Advice) -> list[str]:
    """For each number of an advice, in order: whether to ring it first, then, or only in some case."""
    is_feared = given.answers.harm in FEARED
    told = ["Ring first"] + ["Then ring"] * (len(given.ring) - 1)
    if given.outcome is OutcomeId.SPECIAL_CIRCUMSTANCE and given.ring[0].contact.id == DUTY:
        told[0] = "Otherwise, ring"
    for position, call in enumerate(given.ring):
        match call.number.line, call.answers_now:
            case Line.OFFICE_HOURS, False:
                told[position] = "When it opens, ring"
            case Line.OUT_OF_HOURS, False:
                told[position] = "Out of hours, ring"
            case _, True if call.contact.id in (EDT, EMERGENCY) and not is_feared:
                told[position] = "If it cannot wait, ring"
    return told


def _deadlines(directory: Directory, moment: datetime) -> dict[str, str]:
    """What is due when, if the call is made at the moment, or when Duty and Advice opens next."""
    hours, phrases = directory.hours, directory.words.phrases
    rung = next_open(moment, hours)
    return {
        "rung": phrases["deadlines.now" if rung == moment else "deadlines.opens"],
        "form_by": due_in_words(directory, form_due(rung), moment),
        "reply_by": due_in_words(directory, reply_due(moment, hours), moment),
    }


def _both_teams(directory: Directory, moment: datetime) -> tuple[str, str]:
    """Duty and Advice and the Emergency Duty Team, the one that answers at the moment first."""
    closed = daytime(moment, directory.hours) is Daytime.CLOSED
    return (EDT, DUTY) if closed else (DUTY, EDT)


def _emergency(directory: Directory, moment: datetime) -> Call:
    contact = directory.contacts[EMERGENCY]
    return _calls(directory, {EMERGENCY: contact.helps}, moment)[0]


def _calls(directory: Directory, reasons: Mapping[str, str], moment: datetime) -> tuple[Call, ...]:
    """A call for each contact, on the number that no other has replaced."""
    calls = []
    for contact_id, why in reasons.items():
        contact = directory.contacts[contact_id]
        answers = answers_now(contact, moment, directory.hours)
        state = {True: "answers", False: "closed", None: "disputed"}[answers]
        calls.append(Call(contact, contact.number, why, answers, directory.words.phrases[f"now.{state}"]))
    return tuple(calls)
