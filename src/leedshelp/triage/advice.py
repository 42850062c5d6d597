"""All that one set of answers leads to at one moment: what to do, whom to ring, and why.

Each part is a rule with its documents. Feared harm leads to a call, whatever was said about consent
(`leeds-2013`, `leeds-2015`, `dfe-2024`). Anything else starts a conversation with the people of a tier
(`leeds-2013`). Where asking the family would put the child at more risk, they are not asked
(`lscp-practitioners`). A concern has words of its own; where harm is feared, they follow the usual ones.
"""

from datetime import datetime
from typing import NamedTuple

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId, command, outcome
from leedshelp.model.directory import DUTY, EDT, Directory, Person, Tier
from leedshelp.model.document import Document
from leedshelp.model.words import Concern, ConsentWords, OutcomeWords, Statement, Topic, documents_of
from leedshelp.triage import in_words
from leedshelp.triage.calls import Calls
from leedshelp.triage.entry import Entry, emergency
from leedshelp.triage.hours import london
from leedshelp.triage.times import Times


class Advice(NamedTuple):
    """What to do. `ring` is in the order to try, `next_steps` in the order to take; `command` repeats it.

    `answers` are those that counted; `moment` is a London time, which `when` puts in words. `tier` is set
    where the conversation starts in one, and `choices` are the tiers where one is to be chosen. `danger` says
    when to ring the emergency services, and `concern` is what people are worried about, if they said so.
    `doubt` says why nobody can be sure who answers, and `dated` that the data is more than a year old.
    `consent` says what to do about the family, `ready` what to have ready or to talk about, and `after` what
    follows a call. `because` has the rule for each answer, and `why` the same with the titles of its
    documents; `documents` are those of all that is said. `guide` has the pages of the guide that fit, and
    `read_on` is the line that names them.
    """

    answers: Answers
    outcome: OutcomeId
    headline: str
    moment: datetime
    when: str
    emergency: Entry
    danger: str
    concern: Concern | None
    doubt: str | None
    dated: str | None
    ring: tuple[Entry, ...]
    tier: Tier | None
    choices: tuple[Tier, ...]
    talk_to: tuple[Person, ...]
    consent: Statement
    ready: Statement | None
    after: tuple[Statement, ...]
    next_steps: tuple[Statement, ...]
    because: tuple[Statement, ...]
    why: tuple[str, ...]
    documents: tuple[Document, ...]
    guide: tuple[Topic, ...]
    read_on: str | None
    command: str


def advise(
    directory: Directory,
    answers: Answers,
    moment: datetime,
    at: str | None = None,
    times: Times | None = None,
) -> Advice:
    """What finished answers lead to at `moment`; `at` is set where a person named it.

    `times` stand in for those after the moment, on a page and in the picture of the flow. Raises `ValueError`
    while a question is still to be asked, and where the answers name a concern that is not known.
    """
    moment = london(moment)
    return _Case(directory, answers, moment, times or Times(moment, directory.hours)).advice(at)


class _Case:
    """Finished answers at a moment, and what the rules make of each part of the advice."""

    def __init__(self, directory: Directory, answers: Answers, moment: datetime, times: Times) -> None:
        self._directory = directory
        self._moment = moment
        self._times = times
        self._concern = directory.concern_of(answers)
        self._to_repeat = answers.counted()
        if self._concern:
            answers = self._concern.added_to(answers)
            if answers == self._concern.added_to(Answers()):  # the concern says it all
                self._to_repeat = Answers(concern=answers.concern)
        self._outcome = outcome(answers)
        if self._concern and self._concern.outcome == OutcomeId.MEMBER_OF_THE_PUBLIC:
            self._outcome = OutcomeId.MEMBER_OF_THE_PUBLIC
        self._is_public = self._outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        self._is_choosing = self._outcome == OutcomeId.ASK_FOR_HELP_CHOOSING
        self._is_feared = answers.harm in FEARED
        self._answers = answers.counted()
        starts = self._outcome == OutcomeId.START_THE_CONVERSATION
        self._tier = directory.tiers[str(answers.tier)] if starts else None
        self._words = self._applying()
        self._calls = Calls(directory, moment, times, answers, self._outcome, self._concern, self._tier)
        self._names = self._known_names()

    def advice(self, at: str | None) -> Advice:
        """The advice, whole."""
        consent, ready, guide = self._filled(self._family()), self._ready(), self._guide()
        after, next_steps, because = (
            tuple(map(self._filled, texts)) for texts in (self._after(), self._next_steps(), self._because())
        )
        return Advice(
            answers=self._answers,
            outcome=self._outcome,
            headline=self._headline(),
            moment=self._moment,
            when=self._times.when,
            emergency=emergency(self._directory, self._moment),
            danger=(self._concern and self._concern.danger) or in_words.DANGER,
            concern=self._concern,
            doubt=None if self._is_public else in_words.doubt(self._directory, self._moment),
            dated=in_words.dated(self._directory, self._moment),
            ring=self._calls.ring(self._fill(self._words[0].why_ring)),
            tier=self._tier,
            choices=tuple(self._directory.tiers.values()) if self._is_choosing else (),
            talk_to=self._talk_to(),
            consent=consent,
            ready=ready,
            after=after,
            next_steps=next_steps,
            because=because,
            why=tuple(map(in_words.with_titles, because)),
            documents=documents_of((*because, consent, *([ready] if ready else []), *after, *next_steps)),
            guide=guide,
            read_on=in_words.read_on(guide) if guide else None,
            command=command(self._to_repeat, at),
        )

    def _applying(self) -> list[OutcomeWords]:
        """The words that apply: those of the concern alone, or after those for harm that is feared."""
        if self._concern is None:
            return [self._directory.words.outcomes[self._outcome]]
        if self._concern.outcome != OutcomeId.CONCERN or not self._is_feared:
            return [self._concern.words]
        return [self._directory.words.outcomes[self._outcome], self._concern.words]

    def _known_names(self) -> dict[str, str]:
        """What stands in curly brackets in the words, and what to put there."""
        contacts = self._directory.contacts
        names = {"first": self._calls.first, "duty": DUTY, "edt": EDT}
        if self._concern and self._concern.contacts:
            names["own"] = next(iter(self._concern.contacts))
        if self._tier:
            names["starter"] = self._tier.starter
        known = {name: contacts[contact_id].name for name, contact_id in names.items()}
        if self._tier:
            known["tier"] = self._tier.name
        known["opens"] = self._times.opens()
        if self._is_feared:
            known |= self._times.deadlines()
        return known

    def _fill(self, text: str) -> str:
        """A text with the names of this case in it."""
        return text.format_map(self._names)

    def _filled(self, statement: Statement) -> Statement:
        """A statement with the names of this case in it."""
        return Statement(self._fill(statement.says), statement.documents)

    def _headline(self) -> str:
        """What to do, in one line."""
        cases = {
            "unsafe_out_of_hours": self._answers.consent == Consent.UNSAFE and self._calls.is_closed,
            "unsafe": self._answers.consent == Consent.UNSAFE,
            "refused": self._answers.consent == Consent.REFUSED,
            "not_asked": self._answers.consent == Consent.NOT_ASKED,
            "out_of_hours": self._calls.is_closed,
            "headline": True,
        }
        applying = (name for name, is_so in cases.items() if is_so)
        headlines = self._words[0].headlines
        headline = next(headlines[name] for name in applying if name in headlines)
        return self._fill(" ".join([*self._call_of_a_concern(), headline]))

    def _call_of_a_concern(self) -> list[str]:
        """The call before the first step of a concern, where the words of the concern alone apply."""
        words = self._directory.words
        if self._concern is None or self._words != [self._concern.words]:
            return []
        return [
            words.outcomes[OutcomeId.CALL_NOW].headlines["headline"]
            if self._is_feared
            else words.in_a_concern.says
        ]

    def _talk_to(self) -> tuple[Person, ...]:
        """The people that the words name, the most important first, then those of the tier."""
        ids = (person_id for words in self._words for person_id in words.talk_to)
        of_the_tier = self._directory.people(self._tier.id) if self._tier else ()
        return tuple(dict.fromkeys((*map(self._directory.person, ids), *of_the_tier)))

    def _consent(self) -> ConsentWords:
        """What is known of consent here, and its rule."""
        if self._is_public:
            name = "public"
        elif self._is_feared:
            name = "at-risk"
        elif self._concern and self._answers.consent == Consent.REFUSED:
            name = "concern-refused"
        elif self._concern and self._answers.consent in (None, Consent.NOT_ASKED):
            name = "concern"
        else:
            name = str(self._answers.consent)
        return self._directory.words.consent[name]

    def _family(self) -> Statement:
        """What to do about the family, which follows the answer about consent."""
        if self._is_feared and self._answers.consent and not self._is_public:
            return self._directory.words.feared[self._answers.consent]
        return self._consent().means

    def _ready(self) -> Statement | None:
        """What to have ready for the call, or to talk about, where the steps do not say it."""
        words = self._directory.words
        if self._is_public or self._is_choosing:
            return None
        return words.in_the_talk if self._outcome == OutcomeId.START_THE_CONVERSATION else words.have_ready

    def _after(self) -> tuple[Statement, ...]:
        """What follows a practitioner's call about feared harm, to the team that answers now."""
        words = self._directory.words
        if not self._is_feared or self._is_public:
            return ()
        return words.calling_out_of_hours if self._calls.is_closed else words.calling

    def _next_steps(self) -> tuple[Statement, ...]:
        """The steps of the words that apply, and those that end every advice."""
        words = self._directory.words
        record = () if self._after() else (words.record,)
        always = (self._concern and self._concern.always) or (*words.always, *record)
        return (*(step for applying in self._words for step in applying.next_steps), *always)

    def _because(self) -> tuple[Statement, ...]:
        """The rule for each answer, in the order of the questions."""
        feared_none = (self._directory.words.no_harm_feared,) if self._answers.harm == Harm.NO else ()
        return (self._consent().because, *feared_none, *(words.because for words in self._words))

    def _guide(self) -> tuple[Topic, ...]:
        """The pages of the guide that fit: about consent as it is here, and about where this leads."""
        topics = (self._consent().guide, *(words.guide for words in self._words))
        return tuple(dict.fromkeys(topic for topic in topics if topic))
