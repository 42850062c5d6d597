"""Whom to ring, in which order, and why.

Feared harm leads to Duty and Advice, or out of hours to the Children's Emergency Duty Team (`leeds-2013`,
`leeds-2015`, `dfe-2024`). Anything else starts a conversation with the tier's starter (`leeds-2013`). That
the family cannot safely be asked is itself a reason to talk to Duty and Advice (`lscp-practitioners`). Both
teams are in every advice for a practitioner, the one that answers now before the other.

A circumstance adds its own contacts. The Children's Emergency Duty Team takes practitioners only (`omg-edt`),
so a member of the public is given the emergency services in its place (`procedures-2023`).
"""

from collections.abc import Iterable
from datetime import datetime

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory, Line, Tier
from leedshelp.model.words import Circumstance
from leedshelp.triage.entry import Entry, entries
from leedshelp.triage.notice import both_teams


class Calls:
    """The numbers of one advice; `is_closed` says whether it is out of hours, when the EDT answers."""

    def __init__(
        self,
        directory: Directory,
        moment: datetime,
        answers: Answers,
        outcome: OutcomeId,
        circumstance: Circumstance | None,
        tier: Tier | None,
    ) -> None:
        self._directory = directory
        self._moment = moment
        self._outcome = outcome
        self._tier = tier
        self._own = dict(circumstance.contacts) if circumstance else {}
        self._teams = both_teams(directory, moment)
        self._is_feared = answers.harm in FEARED
        self._is_unsure = answers.harm == Harm.UNSURE
        self._is_unsafe = answers.consent == Consent.UNSAFE
        self._is_public = outcome == OutcomeId.MEMBER_OF_THE_PUBLIC
        self.is_closed = self._teams[0] == EDT

    @property
    def first(self) -> str:
        """The id of the contact that answers now, for a practitioner or for a member of the public."""
        if not self._is_public:
            return self._teams[0]
        return EMERGENCY if self.is_closed else next(iter(self._own))

    def ring(self, why: str) -> tuple[Entry, ...]:
        """The numbers in the order to try; `why` is the outcome's own reason to ring."""
        ring = entries(self._directory, self._reasons(why), self._moment)
        return tuple(
            entry._replace(label=label) for entry, label in zip(ring, self._labels(ring), strict=True)
        )

    def _reasons(self, why: str) -> dict[str, str]:
        """Why to ring every contact, by its id, in the order to try."""
        if self._is_public:
            return self._for_the_public(why)
        if self._is_feared:
            return self._where_harm_is_feared(why) | self._own
        conversation, for_duty = self._own, [why]
        if self._tier and self._tier.starter != DUTY:
            starter, *others = self._directory.ring_about(self._tier.id)
            otherwise = self._otherwise(starter.id)
            conversation = {starter.id: why} | {contact.id: otherwise for contact in others}
            for_duty = []
        teams = self._where_no_harm_is_feared(for_duty)
        if self._is_unsafe:
            return teams | conversation
        in_order = conversation | teams
        return {EDT: in_order[EDT]} | in_order if self.is_closed else in_order

    def _for_the_public(self, why: str) -> dict[str, str]:
        """Why to ring the contacts of the circumstance, Duty and Advice, and the emergency services.

        The emergency services come first out of hours, as nobody else surely answers a member of the public.
        """
        must = self._reason("must")
        ring = {contact_id: f"{reason} {must}" for contact_id, reason in self._own.items()} | {DUTY: why}
        danger = {EMERGENCY: self._directory.contacts[EMERGENCY].helps}
        return danger | ring if self.is_closed else ring | danger

    def _where_harm_is_feared(self, why: str) -> dict[str, str]:
        """Why to ring both teams, the one that answers now first."""
        first, second = self._teams
        if self._is_unsure and first == EDT:
            return {first: self._reason("cannot-wait"), second: why}
        return {first: why, second: self._otherwise(first)}

    def _where_no_harm_is_feared(self, for_duty: list[str]) -> dict[str, str]:
        """Why to ring both teams, the one that answers now first; `for_duty` are reasons for Duty and Advice.

        The first has the MUST, for whoever comes to fear harm.
        """
        must = self._reason("must")
        unsafe = [self._reason("unsafe")] if self._is_unsafe else []
        if self.is_closed:
            cannot_wait = [self._reason("cannot-wait")] if self._is_unsafe else []
            for_duty = [*for_duty, *unsafe] or [self._otherwise(EDT)]
            return {EDT: " ".join([*cannot_wait, must]), DUTY: " ".join(for_duty)}
        return {DUTY: " ".join([*for_duty, *unsafe, must]), EDT: self._otherwise(DUTY)}

    def _otherwise(self, contact_id: str) -> str:
        """Why to ring a contact that comes after another: that one may not answer."""
        return self._reason("otherwise").format(other=self._directory.contacts[contact_id].name)

    def _reason(self, name: str) -> str:
        """A reason to ring that is not the outcome's own, by its name in the data."""
        return self._directory.words.reasons[name]

    def _labels(self, ring: Iterable[Entry]) -> list[str]:
        """What to do with every number of `ring`, in its order: "Ring first", "When it opens, ring"."""
        contacts = [entry.contact.id for entry in ring]
        labels = ["Ring first"] + ["Then ring"] * (len(contacts) - 1)
        if self._outcome == OutcomeId.SPECIAL_CIRCUMSTANCE and contacts == [DUTY, EDT]:
            labels[0] = "Otherwise, ring"
        for position, entry in enumerate(ring):
            match entry.number.line, entry.answers_now:
                case _ if self._is_public and entry.contact.id == DUTY:
                    labels[position] = "If you work with children, ring"
                case Line.OFFICE_HOURS, False:
                    labels[position] = "When it opens, ring"
                case Line.OUT_OF_HOURS, False:
                    labels[position] = "Out of hours, ring"
                case _, True if entry.contact.id in (EDT, EMERGENCY) and not self._is_feared:
                    labels[position] = "If it cannot wait, ring"
        return labels
