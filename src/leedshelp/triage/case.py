"""The rules: what one set of answers leads to at one moment.

Each with its documents. Feared harm leads to Duty and Advice, or out of hours to the
Children's Emergency Duty Team, whatever was said about consent (`leeds-2013`, `leeds-2015`,
`dfe-2024`). Anything else starts a conversation with the tier's starter and people (`leeds-2013`). Where
asking the family would put the child at more risk, they are not asked (`lscp-practitioners`), and that
is itself a reason to talk to Duty and Advice. Both teams are always there to ring, the one that answers
now before the other.

A circumstance with a way of its own adds its contacts and its words; Duty and Advice is there to ring in
all of them. The Children's Emergency Duty Team takes practitioners only (`omg-edt`), so that a member of
the public is given the emergency services in its place (`procedures-2023`).
"""

from datetime import datetime

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId, outcome
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory, Person
from leedshelp.model.words import Circumstance, ConsentWords, OutcomeWords, Statement, Topic
from leedshelp.triage import in_words
from leedshelp.triage.deadlines import contact_form, reply
from leedshelp.triage.hours import Daytime, daytime


class Case:
    """One set of finished answers at one moment, and what the rules make of each part of the advice."""

    def __init__(self, directory: Directory, answers: Answers, moment: datetime) -> None:
        self.directory = directory
        self.circumstance = circumstance_of(directory, answers)
        if self.circumstance:  # one that counts as harm does so whoever made the answers
            answers = answers.within(self.circumstance.id, self.circumstance.harm)
        self.outcome = outcome(answers)
        self.at_risk = answers.harm in FEARED
        self.answers = answers.counted()
        starts = self.outcome == OutcomeId.START_THE_CONVERSATION
        self.tier = directory.tiers[str(answers.tier)] if starts else None
        self.public = self.circumstance is not None and self.circumstance.public
        self.told = self._told()
        self.words = self.told[0]
        self.own = dict(self.circumstance.contacts) if self.circumstance else {}
        self.both_teams = both_teams(directory, moment)
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
        return Statement(self.fill(statement.says), statement.documents)

    def headline(self) -> str:
        """What to do, in one line."""
        unsafe = self.answers.consent == Consent.UNSAFE and self.words.unsafe
        out_of_hours = self.is_closed and self.words.out_of_hours
        return self.fill(unsafe or out_of_hours or self.words.headline)

    def ring(self) -> dict[str, str]:
        """Contacts in the order to try, each with why."""
        if self.public:
            return self._for_the_public()
        if self.at_risk:
            return self._at_risk() | self.own
        why = self.fill(self.words.why_ring)
        conversation, for_duty = self.own, [why]
        if self.tier and self.tier.starter != DUTY:
            starter, *others = self.directory.ring_about(self.tier.id)
            conversation = {starter.id: why} | {each.id: self._otherwise(starter.id) for each in others}
            for_duty = []
        teams = self._no_harm_feared(for_duty)
        if self.answers.consent == Consent.UNSAFE:
            return teams | conversation
        in_order = conversation | teams
        return {EDT: in_order[EDT]} | in_order if self.is_closed else in_order

    def _for_the_public(self) -> dict[str, str]:
        """The contacts of the circumstance, and the emergency services: no other surely answers."""
        must = self._reason("must")
        ring = {contact: f"{why} {must}" for contact, why in self.own.items()}
        ring[DUTY] = self.fill(self.words.why_ring)
        danger = {EMERGENCY: self.directory.contacts[EMERGENCY].helps}
        return danger | ring if self.is_closed else ring | danger

    def _at_risk(self) -> dict[str, str]:
        """Both teams, where harm is feared: the MUST is for whichever answers."""
        first, second = self.both_teams
        why = self.fill(self.words.why_ring)
        if self.outcome == OutcomeId.TALK_IT_THROUGH_NOW and first == EDT:
            return {first: self._reason("cannot-wait"), second: why}
        return {first: why, second: self._otherwise(first)}

    def _no_harm_feared(self, for_duty: list[str]) -> dict[str, str]:
        """Both teams, where none is feared: why to ring Duty and Advice here, and when one MUST ring."""
        for_edt = []
        if self.answers.consent == Consent.UNSAFE:
            for_duty = [*for_duty, self._reason("unsafe")]
            for_edt = [self._reason("cannot-wait")]
        must = self._reason("must")
        if self.is_closed:
            return {EDT: " ".join([*for_edt, must]), DUTY: " ".join(for_duty) or self._otherwise(EDT)}
        return {DUTY: " ".join([*for_duty, must]), EDT: self._otherwise(DUTY)}

    def _otherwise(self, contact: str) -> str:
        """Why to ring the contact that comes after `contact`."""
        return self._reason("otherwise").format(other=self.directory.contacts[contact].name)

    def _reason(self, name: str) -> str:
        return self.directory.words.reasons[name]

    def talk_to(self) -> tuple[Person, ...]:
        """The people of the tier, or those the words name."""
        if self.tier:
            return self.directory.people(self.tier.id)
        named = dict.fromkeys(each for words in self.told for each in words.talk_to)
        return tuple(map(self.directory.person, named))

    def consent(self) -> ConsentWords:
        """What consent means here; where harm is feared, the same whatever the family says."""
        if self.public:
            named = "public"
        elif self.at_risk:
            named = "at-risk"
        elif self.circumstance and self.answers.consent != Consent.UNSAFE:
            named = "circumstance"
        else:
            named = str(self.answers.consent)
        return self.directory.words.consent[named]

    def next_steps(self) -> tuple[Statement, ...]:
        """The steps of the words that apply, those of a practitioner's call, and those that end them all."""
        words = self.directory.words
        calling = words.calling if self.at_risk and not self.public else ()
        always = (self.circumstance and self.circumstance.always) or words.always
        return (*(step for each in self.told for step in each.next_steps), *calling, *always)

    def because(self) -> tuple[Statement, ...]:
        """The rule for each answer, in the order of the questions."""
        feared_none = (self.directory.words.no_harm_feared,) if self.answers.harm == Harm.NO else ()
        return (self.consent().because, *feared_none, *(each.because for each in self.told))

    def guide(self) -> tuple[Topic, ...]:
        """The pages of the guide that fit: about consent as it is here, and about where this leads."""
        named = (self.consent().guide, *(each.guide for each in self.told))
        return tuple(dict.fromkeys(filter(None, named)))


def _deadlines(directory: Directory, moment: datetime) -> dict[str, str]:
    """What is due when, if the call is made at the moment, or when Duty and Advice opens next."""
    form = contact_form(moment, directory.hours)
    return {
        "rung": "now" if form.rung == moment else "when it opens",
        "form_by": in_words.due(form, moment),
        "reply_by": in_words.due(reply(moment, directory.hours), moment),
    }


def circumstance_of(directory: Directory, answers: Answers) -> Circumstance | None:
    """The circumstance that answers name, if they name one. Raises `ValueError` where it is not known."""
    if answers.circumstance is None:
        return None
    if answers.circumstance not in directory.circumstances:
        known = ", ".join(directory.circumstances) or "none"
        raise ValueError(f"{answers.circumstance!r} is not a circumstance here; use one of: {known}")
    return directory.circumstances[answers.circumstance]


def both_teams(directory: Directory, moment: datetime) -> tuple[str, str]:
    """Duty and Advice and the Emergency Duty Team, the one that answers at the moment first."""
    closed = daytime(moment, directory.hours) == Daytime.CLOSED
    return (EDT, DUTY) if closed else (DUTY, EDT)
