"""The safety rules: they hold, and whatever breaks one, in the data or in the code, is caught by name."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import pytest

from leedshelp.loading import load
from leedshelp.model.answers import Answers, Consent, Harm, OutcomeId, paths
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Audience, Contact, Directory
from leedshelp.model.errors import DataError, UnsafeError
from leedshelp.model.words import Statement
from leedshelp.safety import prover, rules
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.triage import advice, case
from leedshelp.triage.case import Case
from leedshelp.triage.search import Findings
from tests.conftest import MOMENTS, ROOT

EXAMPLE = load(ROOT / "tests" / "example")
DAY_AND_NIGHT = (MOMENTS["office hours"].at, MOMENTS["night"].at)

CALL = "harm that is feared leads to a call"
FEAR = "whoever comes to fear harm is told to ring"
CONSENT = "consent never removes or delays a number"
SOMEONE = "every path ends in someone to ring and someone to talk to"
UNCONFIRMED = "an unconfirmed number never stands alone"
UNSAFE = "a family that cannot safely be asked brings duty and advice"
HIDDEN = "no circumstance hides duty and advice"
TAKEN = "nobody is sent to a line that does not take them"
DANGER = "the emergency number is in every advice and every notice"
COMFORT = "no outcome says that nothing is to be done"
REACHED = "nothing is unreachable"

Data = Callable[[Directory], Directory]
Code = Callable[[pytest.MonkeyPatch], None]


def broken(directory: Directory, at: Iterable[datetime] = DAY_AND_NIGHT) -> dict[str, str | None]:
    """The rules that do not hold, each with the first case."""
    return {proof.name: proof.example for proof in prover.prove(directory, at) if proof.broken}


def contact(key: str, **changes: Any) -> Data:  # Any: a field of a record, of whatever type it is
    """One contact with some of its fields changed."""

    def change(directory: Directory) -> Directory:
        changed = directory.contacts[key]._replace(**changes)
        return directory._replace(contacts={**directory.contacts, key: changed})

    return change


def number(key: str, **changes: Any) -> Data:
    """The number to ring of one contact with some of its fields changed."""

    def change(directory: Directory) -> Directory:
        numbers = directory.contacts[key].numbers
        return contact(key, numbers=(numbers[0]._replace(**changes), *numbers[1:]))(directory)

    return change


def outcome(key: OutcomeId, **changes: Any) -> Data:
    """The words of one outcome with some of them changed."""

    def change(directory: Directory) -> Directory:
        outcomes = directory.words.outcomes
        changed = {**outcomes, key: outcomes[key]._replace(**changes)}
        return directory._replace(words=directory.words._replace(outcomes=changed))

    return change


def circumstance(key: str, **changes: Any) -> Data:
    """One circumstance with some of its fields, or of its words, changed."""

    def change(directory: Directory) -> Directory:
        known = directory.circumstances
        own = {name: value for name, value in changes.items() if name in known[key]._fields}
        of_words = {name: value for name, value in changes.items() if name not in own}
        changed = known[key]._replace(**own)
        changed = changed._replace(words=changed.words._replace(**of_words))
        return directory._replace(circumstances={**known, key: changed})

    return change


def words(**changes: Any) -> Data:
    """The wording with some of it changed."""
    return lambda directory: directory._replace(words=directory.words._replace(**changes))


def reason(name: str, says: str) -> Data:
    """One of the short reasons to ring in other words."""
    return lambda directory: words(reasons={**directory.words.reasons, name: says})(directory)


def consent(key: str, **changes: Any) -> Data:
    """What one answer about consent means, or why, in other words."""

    def change(directory: Directory) -> Directory:
        known = directory.words.consent
        return words(consent={**known, key: known[key]._replace(**changes)})(directory)

    return change


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (CALL, outcome(OutcomeId.CALL_NOW, headline="You could ring the {first}.")),
        (CALL, outcome(OutcomeId.CALL_NOW, headline="You MUST ring.")),
        (CALL, outcome(OutcomeId.CALL_NOW, out_of_hours="You MUST wait for the {duty}.")),
        (CALL, outcome(OutcomeId.TALK_IT_THROUGH_NOW, headline="Talk it through.")),
        (CALL, outcome(OutcomeId.CALL_NOW, headline="You MUST NOT ring the {first}.")),
        (CALL, consent("at-risk", means=Statement("You MUST have consent.", ()))),
        (CALL, circumstance("bruise", headline="Have the mark looked at.")),
        (CALL, circumstance("anyone-else", headline="You MUST ring.")),
        (SOMEONE, circumstance("elsewhere", talk_to=())),
        (TAKEN, number("information", audience=Audience.PRACTITIONERS_ONLY)),
        (TAKEN, number("information", audience=None)),
        (REACHED, circumstance("elsewhere", when="---")),
        (FEAR, circumstance("elsewhere", headline="Ring them.")),
        (FEAR, circumstance("elsewhere", out_of_hours="Ring them, or the {first}.")),
        (FEAR, reason("must", "For information.")),
        (FEAR, reason("must", "You MUST NOT ring.")),
        (SOMEONE, outcome(OutcomeId.CALL_NOW, talk_to=())),
        (SOMEONE, outcome(OutcomeId.ASK_FOR_HELP_CHOOSING, talk_to=())),
        (DANGER, number(EMERGENCY, text="0113 496 0009")),
        (COMFORT, outcome(OutcomeId.START_THE_CONVERSATION, why_ring="No further action is needed.")),
        (COMFORT, outcome(OutcomeId.CALL_NOW, unsafe="There is no need to ring.")),
        (COMFORT, outcome(OutcomeId.CALL_NOW, because=Statement("You need not call.", ()))),
    ],
)
def test_data_that_breaks_a_rule_is_caught_by_its_name(rule: str, change: Data) -> None:
    """The rule is named, with the first case that breaks it."""
    found = broken(change(EXAMPLE))
    assert found.get(rule), found


Ring = Callable[[Any, dict[str, str]], dict[str, str]]


def ringing(change: Ring) -> Code:
    """Code that makes another list of numbers than the rules do."""

    def patch(patcher: pytest.MonkeyPatch) -> None:
        right = Case.ring
        patcher.setattr(Case, "ring", lambda case: change(case, right(case)))

    return patch


def without(*teams: str, consent: Consent | None = None, harm: Harm | None = None) -> Code:
    """Code that leaves teams out, for everybody or for one answer."""

    def change(case: Case, ring: dict[str, str]) -> dict[str, str]:
        meant = consent in (None, case.answers.consent) and harm in (None, case.answers.harm)
        return {team: why for team, why in ring.items() if not (meant and team in teams)}

    return ringing(change)


def within(circumstance: str, *teams: str) -> Code:
    """Code that leaves teams out in one circumstance."""

    def change(case: Case, ring: dict[str, str]) -> dict[str, str]:
        meant = case.answers.circumstance == circumstance
        return {team: why for team, why in ring.items() if not (meant and team in teams)}

    return ringing(change)


def without_the_public_line(case: Case) -> dict[str, str]:
    """The numbers for the public, but for those who were refused."""
    ring = {"information": "You MUST ring.", DUTY: "You MUST ring."}
    return {DUTY: ring[DUTY]} if case.answers.consent is Consent.REFUSED else ring


def last(*teams: str, consent: Consent, harm: Harm | None = None) -> Code:
    """Code that lets teams wait for the others, for one answer."""

    def change(case: Case, ring: dict[str, str]) -> dict[str, str]:
        if case.answers.consent is not consent or harm not in (None, case.answers.harm):
            return ring
        others = {team: why for team, why in ring.items() if team not in teams}
        return others | {team: ring[team] for team in teams if team in ring}

    return ringing(change)


def without_the_team_that_answers(case: Case, ring: dict[str, str]) -> dict[str, str]:
    """The numbers without the team that answers at the moment."""
    return {team: why for team, why in ring.items() if team != case._first()}


def replacing(place: object, name: str, value: object) -> Code:
    """Code with one thing in the place of another."""
    return lambda patcher: patcher.setattr(place, name, value)


TO_DANGER, BOTH, _ = advice.notice(EXAMPLE, MOMENTS["office hours"].at)
TO_DUTY = BOTH[0]
OLD_NUMBER = property(lambda self: self.numbers[-1])


@pytest.mark.parametrize(
    ("rule", "patch"),
    [
        (CALL, without(DUTY, EDT, harm=Harm.YES)),
        (CALL, without(DUTY, harm=Harm.UNSURE)),
        (CALL, replacing(case, "both_teams", lambda *_: (EDT, DUTY))),
        (CALL, replacing(case, "both_teams", lambda *_: (DUTY, EDT))),
        (CALL, replacing(Case, "headline", lambda _: "Carry on.")),
        (CALL, replacing(Case, "next_steps", lambda _: ())),
        (CALL, replacing(Case, "consent", lambda case: case.directory.words.consent["refused"])),
        (FEAR, without(DUTY, EDT, harm=Harm.NO)),
        (FEAR, ringing(lambda _, ring: {**ring, DUTY: ring[EDT], EDT: ring[DUTY]} if EDT in ring else ring)),
        (FEAR, replacing(Case, "_reason", lambda _case, _name: "Ring when you like.")),
        (CONSENT, without("hubs", consent=Consent.REFUSED)),
        (CONSENT, without(EDT, consent=Consent.REFUSED)),
        (CONSENT, last(DUTY, EDT, consent=Consent.UNSAFE)),
        (CONSENT, last(DUTY, EDT, consent=Consent.NOT_ASKED)),
        (CONSENT, last(DUTY, consent=Consent.REFUSED)),
        (CONSENT, last(DUTY, EDT, consent=Consent.NOT_ASKED, harm=Harm.NO)),
        (SOMEONE, ringing(lambda _case, _ring: {})),
        (SOMEONE, without(DUTY, EDT)),
        (SOMEONE, ringing(without_the_team_that_answers)),
        (SOMEONE, replacing(Contact, "number", OLD_NUMBER)),
        (SOMEONE, replacing(Case, "talk_to", lambda _: ())),
        (UNCONFIRMED, without("hubs", DUTY, EDT)),
        (UNSAFE, without(DUTY, consent=Consent.UNSAFE)),
        (HIDDEN, within("elsewhere", DUTY)),
        (HIDDEN, within("elsewhere", EDT)),
        (HIDDEN, within("anyone-else", DUTY)),
        (CALL, within("anyone-else", DUTY)),
        (TAKEN, replacing(Case, "_for_the_public", lambda case: case._at_risk())),
        (FEAR, replacing(Case, "_for_the_public", lambda case: {**case.own, DUTY: "No reason."})),
        (CONSENT, replacing(Case, "_for_the_public", without_the_public_line)),
        (REACHED, replacing(prover, "_that_decide", lambda _: paths())),
        (DANGER, replacing(advice, "_emergency", lambda *_: TO_DUTY)),
        (COMFORT, replacing(Case, "headline", lambda _: "There is nothing to do.")),
        (REACHED, replacing(prover, "paths", lambda: iter([Answers(harm=Harm.YES)]))),
        (REACHED, replacing(Case, "talk_to", lambda case: case.directory.people("universal"))),
        (REACHED, replacing(rules, "look_up", lambda *_: Findings((), ()))),
    ],
)
def test_code_that_breaks_a_rule_is_caught_by_its_name(
    monkeypatch: pytest.MonkeyPatch, rule: str, patch: Code
) -> None:
    """The same rules watch over those who change the code."""
    patch(monkeypatch)
    found = broken(EXAMPLE)
    assert found.get(rule), found


def test_one_number_more_after_both_teams_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is that both teams come first."""
    ringing(lambda _, ring: ring | {"hubs": "They know families."})(monkeypatch)
    assert broken(EXAMPLE) == {}


def test_the_team_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no harm is feared, somebody is reached though no other number is there."""
    ringing(lambda case, ring: {case._first(): ring[case._first()]})(monkeypatch)
    assert SOMEONE not in broken(EXAMPLE)


@pytest.mark.parametrize("directory", ["leeds", "example"])
def test_every_rule_holds_at_every_kind_of_moment(leeds: Directory, directory: str) -> None:
    """For the data of Leeds and for made-up data; none of the rules is proved over nothing."""
    known = leeds if directory == "leeds" else EXAMPLE
    proofs = prover.prove(known, moments_of_every_kind(known))
    assert {proof.name: proof.broken for proof in proofs} == dict.fromkeys(
        [
            *(CALL, FEAR, CONSENT, SOMEONE, UNCONFIRMED, UNSAFE, HIDDEN, TAKEN),
            *(DANGER, COMFORT, REACHED),
        ],
        0,
    )
    for proof in proofs:
        assert proof.cases
        assert proof.reason.endswith(".")
        assert "\n" not in proof.reason
        assert proof.example is None


def test_the_rules_go_through_every_path_at_every_moment() -> None:
    """All 24 paths, harm alone, every circumstance, and the notice; and each number and question.

    Within a circumstance there are five answers about consent, none among them, and four about harm; one
    that counts as harm leaves one of those.
    """
    cases = {proof.name: proof.cases for proof in prover.prove(EXAMPLE, DAY_AND_NIGHT)}
    within = 5 + 20 + 20
    assert cases == {
        CALL: 2 * (8 + 2 + 5 + 2 * 10),
        FEAR: 2 * (16 + 2 * 10),
        CONSENT: 2 * (26 + within),
        SOMEONE: 2 * (26 + within),
        UNCONFIRMED: 2 * (26 + within),
        UNSAFE: 2 * (6 + 1 + 2 * 4),
        HIDDEN: 2 * within,
        TAKEN: 2 * 20,
        DANGER: 2 * (26 + within) + 2,
        COMFORT: cases[COMFORT],
        REACHED: (4 + 3 + 4) + 5 + 3 + 3 + 5,
    }


def test_a_case_that_breaks_a_rule_can_be_tried() -> None:
    """It is told as the command and the moment that show it, or as what it is about."""
    night = (MOMENTS["night"].at,)
    found = broken(outcome(OutcomeId.CALL_NOW, talk_to=())(EXAMPLE), night)
    assert found[SOMEONE] == "leedshelp ask --consent agreed --harm yes, Tuesday 24 November 2026, 23:15"


def test_an_outcome_that_nothing_leads_to_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of them, though every answer was given."""
    only = OutcomeId.CALL_NOW
    monkeypatch.setattr(prover, "advise", lambda *given: advice.advise(*given)._replace(outcome=only))
    assert broken(EXAMPLE)[REACHED] == "talk-it-through-now"


def test_a_check_says_the_same_where_python_leaves_docstrings_out() -> None:
    """Every rule with its reason; JSON has the same records."""
    command = ["-m", "leedshelp", "check", str(ROOT / "tests" / "example")]
    usual, bare = (
        subprocess.run(
            [sys.executable, *options, *command], capture_output=True, check=True, text=True
        ).stdout
        for options in ([], ["-OO"])
    )
    assert bare == usual
    assert all(rule.reason in " ".join(usual.split()) for rule in rules.RULES)


@pytest.mark.parametrize(
    "notice",
    [
        advice.Notice(TO_DUTY, (TO_DUTY,), None),
        advice.Notice(TO_DUTY, BOTH, None),
        advice.Notice(TO_DANGER, (TO_DUTY,), None),
    ],
)
def test_a_notice_that_breaks_a_rule_is_told_with_its_moment(
    monkeypatch: pytest.MonkeyPatch, notice: advice.Notice
) -> None:
    """As there is no command for it; the emergency number and both teams are all needed."""
    monkeypatch.setattr(prover, "notice", lambda *_: notice)
    found = broken(EXAMPLE, (MOMENTS["office hours"].at,))
    assert found == {DANGER: "the notice, Tuesday 24 November 2026, 11:00"}


@pytest.mark.parametrize(
    "says",
    [
        "No action.",
        "No further action is needed.",
        "There are no more steps to take.",
        "There is no step to take.",
        "No cause for alarm.",
        "There is no concern.",
        "There are no concerns.",
        "No worry.",
        "No worries.",
        "There is no risk.",
        "NFA",
        "There is no need to ring.",
        "You need not call.",
        "You do not need to refer.",
        "You don't need to report it.",
        "You do not have to worry.",
        "You don't have to act.",
        "It is not necessary to call.",
        "It is unnecessary to do more.",
        "Do not ring them.",
        "You must not call.",
        "Don't call.",
        "Make this call only if the family agrees.",
        "Wait for your head teacher.",
        "Wait until Monday.",
        "Don't refer them yet.",
        "Never report it.",
        "Do not act.",
        "Don't worry.",
        "Do nothing.",
        "There is nothing to add.",
        "There is nothing more to say.",
        "Nothing further is needed.",
        "Nothing is wrong.",
        "Ignore it.",
        "Wait and see.",
        "Leave it for now.",
        "Case closed.",
        "All is well.",
    ],
)
def test_false_comfort_is_refused(says: str) -> None:
    """In whatever words it comes."""
    with pytest.raises(UnsafeError, match=COMFORT):
        prover.refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring=says)(EXAMPLE))


COMFORTING = "All is well."
SAID = Statement(COMFORTING, ())


@pytest.mark.parametrize(
    "change",
    [
        *(reason(name, COMFORTING) for name in ("otherwise", "cannot-wait", "unsafe", "must")),
        consent("refused", means=SAID),
        consent("at-risk", because=SAID),
        *(
            outcome(OutcomeId.START_THE_CONVERSATION, **{name: COMFORTING})
            for name in ("headline", "out_of_hours", "unsafe", "why_ring")
        ),
        outcome(OutcomeId.CALL_NOW, because=SAID),
        outcome(OutcomeId.CALL_NOW, next_steps=(SAID,)),
        circumstance("elsewhere", when=COMFORTING),
        circumstance("elsewhere", contacts={"hubs": COMFORTING}),
        circumstance("elsewhere", headline=COMFORTING),
        circumstance("elsewhere", next_steps=(SAID,)),
        words(no_harm_feared=SAID),
        words(calling=(SAID,)),
        words(always=(SAID,)),
    ],
)
def test_false_comfort_is_refused_wherever_it_is_written(change: Data) -> None:
    """Before any advice is given."""
    with pytest.raises(UnsafeError, match=f"{COMFORT}: {COMFORTING}"):
        prover.refuse_unsafe(change(EXAMPLE))


@pytest.mark.parametrize(
    "part",
    [
        {"headline": COMFORTING},
        {"consent": SAID},
        {"next_steps": (SAID,)},
        {"because": (SAID,)},
        {"emergency": TO_DANGER._replace(why=COMFORTING)},
        {"ring": (TO_DUTY._replace(why=COMFORTING), *BOTH[1:])},
    ],
)
def test_false_comfort_is_caught_wherever_an_advice_says_it(
    monkeypatch: pytest.MonkeyPatch, part: dict[str, Any]
) -> None:
    """Though it stands nowhere in the data."""
    monkeypatch.setattr(prover, "advise", lambda *given: advice.advise(*given)._replace(**part))
    assert broken(EXAMPLE)[COMFORT] == COMFORTING


@pytest.mark.parametrize(
    "says",
    [
        "You do not need consent to call.",
        "You do not need to actually see harm.",
        "Whenever worry grows, call.",
        "It would be unfair to wait.",
        "Never wait for them.",
        "leedshelp keeps nothing.",
        "Do not ask the family.",
        "That is no reason to delay the call.",
        "Act now.",
        "Ring now if it cannot wait until the next working day.",
        "Do not call it a score.",
    ],
)
def test_words_that_only_sound_alike_are_fine(leeds: Directory, says: str) -> None:
    """Else nobody could write plainly."""
    prover.refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring=says)(leeds))


def test_what_the_data_alone_can_break_is_refused_before_any_advice() -> None:
    """As a problem of the data, with the first case and the reason."""
    with pytest.raises(DataError) as caught:
        prover.refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring="NFA")(EXAMPLE))
    assert str(caught.value) == (
        f"The data breaks a rule of safety: {COMFORT}: NFA. False comfort is the harm this tool could do "
        "most easily."
    )


@pytest.mark.parametrize(
    "change",
    [
        reason("cannot-wait", "Do not ring"),
        contact(EMERGENCY, helps="Only after your head teacher has said so."),
        contact(DUTY, name="Do Nothing Team"),
    ],
)
def test_false_comfort_is_found_wherever_it_stands(change: Data) -> None:
    """Every text that a person is shown, and not only the advice."""
    with pytest.raises(UnsafeError, match=COMFORT):
        prover.refuse_unsafe(change(EXAMPLE))
