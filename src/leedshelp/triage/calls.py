"""Whom to ring, in what order, for what purpose, and why.

Feared harm leads to Duty and Advice, or out of hours to the Children's Emergency Duty Team (`leeds-2013`,
`leeds-2015`, `dfe-2024`). Anything else starts a conversation with the tier's starter (`leeds-2013`), or
with the contact that is better known; out of hours the team that answers stands before it, for those who come
to fear harm. That the family cannot safely be asked is itself a reason to talk to Duty and Advice
(`lscp-practitioners`). A practitioner always gets both teams; nobody is told to ring a line that is closed.

A concern with a way of its own adds its contacts. The Children's Emergency Duty Team takes practitioners
only (`omg-edt`), so that a member of the public is given the emergency services in its place
(`procedures-2023`).
"""

from datetime import datetime

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Contact, Directory, Tier
from leedshelp.model.number import Line
from leedshelp.model.words import Concern, Purpose
from leedshelp.triage import in_words
from leedshelp.triage.entry import Entry, entries
from leedshelp.triage.hours import to_ring_at
from leedshelp.triage.notice import both_teams
from leedshelp.triage.times import Times

_Plan = dict[str, tuple[Purpose, str]]
"""Contacts by id in the order to try, each with its purpose if it is open, and why to ring it."""


class Calls:
    """The numbers of one advice: for an outcome of some answers at a moment, in a concern or a tier."""

    def __init__(
        self,
        directory: Directory,
        moment: datetime,
        times: Times,
        answers: Answers,
        outcome: OutcomeId,
        concern: Concern | None,
        tier: Tier | None,
    ) -> None:
        self._directory = directory
        self._moment = moment
        self._times = times
        self._tier = tier
        contacts = directory.contacts
        self._concern = concern
        self._own = dict(concern.contacts) if concern else {}
        self._for_others = [contact_id for contact_id in self._own if contacts[contact_id].number.callers]
        # Whose the first step of a concern is: one that names Duty and Advice in curly brackets begins there.
        first_steps = " ".join(concern.words.headlines.values()) if concern else ""
        names_duty = "{first}" in first_steps or "{duty}" in first_steps
        self._begins_at_duty = names_duty or not (self._own or (concern and concern.begins_elsewhere))
        self._teams = both_teams(directory, moment)
        self._is_feared = answers.harm in FEARED
        self._is_unsure = answers.harm == Harm.UNSURE
        self._is_unsafe = answers.consent == Consent.UNSAFE
        self._is_to_be_asked = answers.consent in (None, Consent.NOT_ASKED)
        # The family, the person's own lead, or Duty and Advice: then the headline begins with them.
        self._others_come_first = answers.consent in (Consent.NOT_ASKED, Consent.REFUSED, Consent.UNSAFE)
        self._is_public = outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        # Whether the words for out of hours apply: Duty and Advice is closed, or the line for the public is.
        self.is_closed = self._teams[0] == EDT
        if self._is_public:
            own = contacts[next(iter(self._own))]
            self.is_closed = to_ring_at(own, moment, directory.hours)[1] is False

    @property
    def first(self) -> str:
        """The id of the contact that the words name: the team that answers now, the public's line, or 999."""
        if not self._is_public:
            return self._teams[0]
        return EMERGENCY if self.is_closed else next(iter(self._own))

    def ring(self, why: str) -> tuple[Entry, ...]:
        """The numbers in the order to try; `why` is the outcome's own reason to ring.

        Those that are for somebody else to ring come last.
        """
        plan = self._plan(why)
        plan |= {contact_id: plan.pop(contact_id) for contact_id in self._for_others}
        reasons = {contact_id: reason for contact_id, (_, reason) in plan.items()}
        ring = entries(self._directory, reasons, self._moment)
        purposes = (purpose for purpose, _ in plan.values())
        return tuple(self._with_purpose(*pair) for pair in zip(ring, purposes, strict=True))

    def _with_purpose(self, entry: Entry, purpose: Purpose) -> Entry:
        """An entry with its purpose: nobody is told to ring a line that is closed before it opens."""
        if entry.answers_now is not False:
            purpose = Purpose.FOR_OTHERS if entry.number.callers else purpose
            return entry._replace(purpose=purpose, label=in_words.label(purpose, entry.number.line))
        # That another does not answer is no reason to ring this one when it opens.
        why = entry.contact.helps if entry.why == self._otherwise(self._teams[0]) else entry.why
        label = in_words.label(Purpose.WHEN_OPEN, entry.number.line)
        if entry.number.line == Line.OFFICE_HOURS:
            entry = entry._replace(now=self._opens(entry.contact))
        return entry._replace(purpose=Purpose.WHEN_OPEN, label=label, why=why)

    def _opens(self, contact: Contact) -> str:
        """When the line of a contact opens; where no document gives its hours, when to try it."""
        is_known = contact.id == DUTY or contact.hours is not None
        return in_words.opens(self._times.opens(contact.hours), is_known=is_known)

    def _plan(self, why: str) -> _Plan:
        """The contacts in the order to try."""
        if self._is_public:
            return self._for_the_public(why)
        if self._is_feared:
            return self._where_harm_is_feared(why)
        plan = self._conversation(why)
        first, second = self._teams
        must = self._reason("must")
        if first in plan:  # said once, where the number already is
            purpose, reason = plan[first]
            plan[first] = (purpose, f"{reason} {must}")
        else:
            urgent = [self._reason("cannot-wait")] if self._is_unsafe and self.is_closed else []
            plan[first] = (Purpose.FEAR_HARM, " ".join([*urgent, must]))
        in_its_place = Purpose.FEAR_HARM if plan[first][0] == Purpose.FEAR_HARM else Purpose.NO_ANSWER
        plan.setdefault(second, (in_its_place, self._otherwise(first)))
        if not (self._is_unsafe or self.is_closed):
            return plan
        leading = (first, second) if self._is_unsafe else (first,)
        return {team: plan[team] for team in leading} | plan

    def _conversation(self, why: str) -> _Plan:
        """Where no harm is feared: the tier's contacts, those of a concern, or Duty and Advice."""
        ring = Purpose.RING
        if self._tier and self._tier.starter != DUTY:
            unsafe: _Plan = {DUTY: (ring, self._reason("unsafe"))} if self._is_unsafe else {}
            return unsafe | self._of_the_tier(self._tier, why)
        to_duty = " ".join([why, *([self._reason("unsafe")] if self._is_unsafe else [])])
        own = {contact_id: (ring, reason) for contact_id, reason in self._own.items()}
        if self._is_unsafe:
            return {DUTY: (ring, to_duty)} | own
        begins = Purpose.THEN if self._others_come_first and self._tier else ring
        return own | {DUTY: (begins if self._begins_at_duty else Purpose.FEAR_HARM, to_duty)}

    def _of_the_tier(self, tier: Tier, why: str) -> _Plan:
        """The tier's starter and whom to ring in its place, the better known first."""
        contacts = self._directory.contacts_for(tier.id)
        begins = Purpose.THEN if self._others_come_first else Purpose.RING
        return {
            contact.id: (
                begins if contact == contacts[0] else Purpose.NO_ANSWER,
                why if contact.id == tier.starter else contact.helps,
            )
            for contact in contacts
        }

    def _where_harm_is_feared(self, why: str) -> _Plan:
        """Both teams, then those of a concern. The MUST goes with the first, which answers now."""
        first, second = self._teams
        own = {contact_id: (Purpose.RING, reason) for contact_id, reason in self._own.items()}
        if self.is_closed and self._is_unsure:
            return {first: (Purpose.RING, self._reason("cannot-wait")), second: (Purpose.RING, why)} | own
        plan = {first: (Purpose.RING, why), second: (Purpose.NO_ANSWER, self._otherwise(first))}
        if self.is_closed and not self._concern:
            plan[second] = Purpose.RING, self._reason("in-need" if self._is_to_be_asked else "in-need-asked")
        return plan | own

    def _for_the_public(self, why: str) -> _Plan:
        """The contacts of the concern, Duty and Advice, and 999; that is first where the line is closed."""
        must, first = self._reason("must"), next(iter(self._own))
        plan = {
            contact_id: (
                Purpose.RING if contact_id == first or self.is_closed else Purpose.NO_ANSWER,
                f"{reason} {must}",
            )
            for contact_id, reason in self._own.items()
        }
        plan[DUTY] = (Purpose.NO_ANSWER, why)
        danger = {EMERGENCY: (Purpose.RING, self._directory.contacts[EMERGENCY].helps)}
        return danger | plan if self.is_closed else plan | danger

    def _otherwise(self, contact_id: str) -> str:
        """Why to ring the contact that comes after another."""
        return self._reason("otherwise").format(other=self._directory.contacts[contact_id].name)

    def _reason(self, name: str) -> str:
        return self._directory.words.reasons[name]
