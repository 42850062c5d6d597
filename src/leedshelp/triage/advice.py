"""The advice: what finished answers lead to at a moment, what to do, whom to ring, and why.

Every part of it follows a rule of the documents. Feared harm leads to a call, whatever the answer about
consent (`leeds-2013`, `leeds-2015`, `dfe-2024`). Anything else starts a conversation with the people of a
tier (`leeds-2013`). Where asking the family would put the child at more risk, they are not asked
(`lscp-practitioners`). A circumstance adds its own words; a member of the public gets words of their own.
"""

from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId, command, outcome
from leedshelp.model.directory import DUTY, EDT, Directory, Person, Tier
from leedshelp.model.words import ConsentWords, OutcomeWords, Statement, Topic, documents_of
from leedshelp.triage import in_words
from leedshelp.triage.calls import Calls
from leedshelp.triage.deadlines import contact_form, reply
from leedshelp.triage.entry import Entry, emergency
from leedshelp.triage.hours import london


class Advice(NamedTuple):
    """An advice, whole and ready to show.

    `answers` are those that decided it. `moment` is a London time, and `when` says it in words. `doubt` says
    why nobody can be sure who answers, or is `None`. `ring` has the numbers in the order to try, `next_steps`
    the steps in the order to take. `tier` is set where the conversation starts in one. `because` has the rule
    behind every answer, and `why` the same with the documents in words; `sources` names the documents of the
    next steps and of consent. `guide` has the pages that fit, and `read_on` says how to read them. `command`
    leads to the same advice again.
    """

    answers: Answers
    outcome: OutcomeId
    headline: str
    moment: datetime
    when: str
    emergency: Entry
    doubt: str | None
    ring: tuple[Entry, ...]
    tier: Tier | None
    talk_to: tuple[Person, ...]
    consent: Statement
    next_steps: tuple[Statement, ...]
    because: tuple[Statement, ...]
    why: tuple[str, ...]
    sources: str
    guide: tuple[Topic, ...]
    read_on: str | None
    command: str


def advise(directory: Directory, answers: Answers, moment: datetime, at: str | None = None) -> Advice:
    """The advice for finished answers at a moment; `at` is the moment as a person named it, for `command`.

    Raises `ValueError` while a question is still to be asked, and for a circumstance that is not known.
    """
    return _Case(directory, answers, london(moment)).advice(at)


class _Case:
    """Finished answers at a moment; every method applies the rules to one part of the advice."""

    def __init__(self, directory: Directory, answers: Answers, moment: datetime) -> None:
        self._directory = directory
        self._moment = moment
        self._circumstance = directory.circumstance_of(answers)
        if self._circumstance:  # answers that a caller made by hand may lack the harm that it counts as
            answers = answers.within(self._circumstance.id, self._circumstance.harm)
        self._outcome = outcome(answers)
        if self._circumstance and self._circumstance.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC:
            self._outcome = OutcomeId.MEMBER_OF_THE_PUBLIC
        self._is_public = self._outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        self._is_feared = answers.harm in FEARED
        self._answers = answers.counted()
        starts = self._outcome == OutcomeId.START_THE_CONVERSATION
        self._tier = directory.tiers[str(answers.tier)] if starts else None
        self._words = self._words_that_apply()
        self._calls = Calls(directory, moment, answers, self._outcome, self._circumstance, self._tier)
        self._names = self._names_to_fill_in()

    def advice(self, at: str | None) -> Advice:
        """The advice, with every part worked out."""
        consent = self._filled(self._consent().means)
        next_steps = tuple(map(self._filled, self._next_steps()))
        because = tuple(map(self._filled, self._because()))
        guide = self._guide()
        return Advice(
            answers=self._answers,
            outcome=self._outcome,
            headline=self._headline(),
            moment=self._moment,
            when=in_words.moment_and_zone(self._moment),
            emergency=emergency(self._directory, self._moment),
            doubt=None if self._is_public else in_words.doubt(self._directory, self._moment),
            ring=self._calls.ring(self._fill(self._words[0].why_ring)),
            tier=self._tier,
            talk_to=self._talk_to(),
            consent=consent,
            next_steps=next_steps,
            because=because,
            why=tuple(map(in_words.with_documents, because)),
            sources=in_words.cited(documents_of((consent, *next_steps))),
            guide=guide,
            read_on=in_words.read_on(guide) if guide else None,
            command=command(self._answers, at),
        )

    def _words_that_apply(self) -> list[OutcomeWords]:
        """The words of the outcome, of the circumstance, or of both; those with the headline come first."""
        if self._circumstance is None:
            return [self._directory.words.outcomes[self._outcome]]
        if self._circumstance.outcome != OutcomeId.SPECIAL_CIRCUMSTANCE or not self._is_feared:
            return [self._circumstance.words]
        return [self._directory.words.outcomes[self._outcome], self._circumstance.words]

    def _names_to_fill_in(self) -> dict[str, str]:
        """The texts that take the place of names in curly brackets in the words, by name."""
        ids = {"first": self._calls.first, "duty": DUTY, "edt": EDT}
        if self._circumstance and self._circumstance.contacts:
            ids["own"] = next(iter(self._circumstance.contacts))
        if self._tier:
            ids["starter"] = self._tier.starter
        names = {name: self._directory.contacts[contact_id].name for name, contact_id in ids.items()}
        if self._tier:
            names["tier"] = self._tier.name
        return names | (self._deadlines() if self._is_feared else {})

    def _deadlines(self) -> dict[str, str]:
        """When the Contact form and the reply are due, by the name that stands for it in the words."""
        form = contact_form(self._moment, self._directory.hours)
        return {
            "rung": "now" if form.rung == self._moment else "when it opens",
            "form_by": in_words.due(form, self._moment),
            "reply_by": in_words.due(reply(self._moment, self._directory.hours), self._moment),
        }

    def _fill(self, text: str) -> str:
        """A text with its names in curly brackets filled in."""
        return text.format_map(self._names)

    def _filled(self, statement: Statement) -> Statement:
        """A statement with its names in curly brackets filled in."""
        return Statement(self._fill(statement.says), statement.documents)

    def _headline(self) -> str:
        """What to do, in one line."""
        words = self._words[0]
        unsafe = self._answers.consent == Consent.UNSAFE and words.unsafe
        out_of_hours = self._calls.is_closed and words.out_of_hours
        return self._fill(unsafe or out_of_hours or words.headline)

    def _talk_to(self) -> tuple[Person, ...]:
        """The people to talk to: those of the tier, or those that the words name."""
        if self._tier:
            return self._directory.people(self._tier.id)
        ids = dict.fromkeys(person_id for words in self._words for person_id in words.talk_to)
        return tuple(map(self._directory.person, ids))

    def _consent(self) -> ConsentWords:
        """The words about consent; where harm is feared, the same whatever the family says."""
        if self._is_public:
            name = "public"
        elif self._is_feared:
            name = "at-risk"
        elif self._circumstance and self._answers.consent != Consent.UNSAFE:
            name = "circumstance"
        else:
            name = str(self._answers.consent)
        return self._directory.words.consent[name]

    def _next_steps(self) -> tuple[Statement, ...]:
        """The steps of the outcome, then those of a practitioner's call, then those that end every advice."""
        calling = self._directory.words.calling if self._is_feared and not self._is_public else ()
        always = (self._circumstance and self._circumstance.always) or self._directory.words.always
        return (*(step for words in self._words for step in words.next_steps), *calling, *always)

    def _because(self) -> tuple[Statement, ...]:
        """The rule behind every answer, in the order of the questions."""
        feared_none = (self._directory.words.no_harm_feared,) if self._answers.harm == Harm.NO else ()
        return (self._consent().because, *feared_none, *(words.because for words in self._words))

    def _guide(self) -> tuple[Topic, ...]:
        """The pages of the guide about this answer on consent, and about this outcome."""
        topics = (self._consent().guide, *(words.guide for words in self._words))
        return tuple(dict.fromkeys(topic for topic in topics if topic))
