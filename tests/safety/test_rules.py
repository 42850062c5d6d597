"""The safety rules: they hold, and whatever breaks one, in the data or in the code, is caught by name."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import pytest

from leedshelp.loading import load
from leedshelp.model.answers import FEARED, OutcomeId
from leedshelp.model.directory import DUTY, EDT, EMERGENCY, Directory
from leedshelp.model.errors import DataError, UnsafeError
from leedshelp.model.number import Audience
from leedshelp.model.words import OutcomeWords, Purpose, Statement
from leedshelp.safety import rules
from leedshelp.safety.moments import moments_of_every_kind
from leedshelp.safety.prover import cases, prove, refuse_unsafe
from leedshelp.safety.rule import Cases
from leedshelp.triage.advice import Advice
from leedshelp.triage.entry import Entry
from leedshelp.triage.notice import Notice, notice
from leedshelp.triage.search import Findings
from tests.conftest import MOMENTS, ROOT

EXAMPLE = load(ROOT / "tests" / "example")
DAY_AND_NIGHT = (MOMENTS["office hours"].at, MOMENTS["night"].at)
RIGHT = cases(EXAMPLE, DAY_AND_NIGHT)

CALL = "harm that is feared leads to a call"
FEAR = "whoever comes to fear harm is told to ring"
CONSENT = "consent never removes or delays a number"
SOMEONE = "every path ends in someone to ring and someone to talk to"
UNCONFIRMED = "an unconfirmed number never stands alone"
CLOSED = "nobody is told to ring a line that is closed"
BETTER = "the better known number comes first"
ANSWERS = "every answer changes the advice"
UNSAFE = "a family that cannot safely be asked brings duty and advice"
HIDDEN = "no concern hides duty and advice"
TAKEN = "nobody is sent to a line that does not take them"
DANGER = "the emergency number is in every advice and every notice"
COMFORT = "no outcome says that nothing is to be done"
REACHED = "nothing is unreachable"

Data = Callable[[Directory], Directory]
Code = Callable[[Advice], Advice]


def broken(cases: Cases) -> dict[str, str | None]:
    """The rules that do not hold, each with the first case."""
    return {proof.name: proof.example for proof in prove(cases) if proof.broken}


def broken_by(change: Data, at: Iterable[datetime] = DAY_AND_NIGHT) -> dict[str, str | None]:
    """The rules that do not hold for the example with a change in its data."""
    return broken(cases(change(EXAMPLE), at))


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


HEADLINES = ("headline", "out_of_hours", "refused", "unsafe", "unsafe_out_of_hours")


def in_other_words(words: OutcomeWords, changes: dict[str, Any]) -> OutcomeWords:
    """The words of an outcome with changes, of which some are headlines."""
    headlines = {name: text for name, text in changes.items() if name in HEADLINES}
    others = {name: value for name, value in changes.items() if name not in HEADLINES}
    return words._replace(headlines={**words.headlines, **headlines}, **others)


def outcome(key: OutcomeId, **changes: Any) -> Data:
    """The words of one outcome with some of them changed."""

    def change(directory: Directory) -> Directory:
        outcomes = directory.words.outcomes
        changed = {**outcomes, key: in_other_words(outcomes[key], changes)}
        return directory._replace(words=directory.words._replace(outcomes=changed))

    return change


def concern(key: str, **changes: Any) -> Data:
    """One concern with some of its fields, or of its words, changed."""

    def change(directory: Directory) -> Directory:
        known = directory.concerns
        own = {name: value for name, value in changes.items() if name in known[key]._fields}
        of_words = {name: value for name, value in changes.items() if name not in own}
        changed = known[key]._replace(**own)
        changed = changed._replace(words=in_other_words(changed.words, of_words))
        return directory._replace(concerns={**known, key: changed})

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
        (SOMEONE, concern("elsewhere", talk_to=())),
        (TAKEN, number("information", audience=Audience.PRACTITIONERS_ONLY)),
        (TAKEN, number("information", audience=None)),
        (REACHED, concern("elsewhere", name="---")),
        (FEAR, words(in_a_concern=Statement("You can ring the {first}.", ()))),
        (FEAR, words(in_a_concern=Statement("Look first. Then you MUST ring the {first}.", ()))),
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
    found = broken_by(change)
    assert found.get(rule), found


def only(change: Code, **answers: str | None) -> Code:
    """A change in the advices for some answers, and in no other."""

    def changed(advice: Advice) -> Advice:
        is_meant = answers.items() <= advice.answers._asdict().items()
        return change(advice) if is_meant else advice

    return changed


def ringing(change: Callable[[list[Entry]], Iterable[Entry]]) -> Code:
    """A change in the numbers of an advice."""
    return lambda advice: advice._replace(ring=tuple(change(list(advice.ring))))


def without(*teams: str) -> Code:
    """An advice that leaves teams out."""
    return ringing(lambda ring: [entry for entry in ring if entry.contact.id not in teams])


def first(*teams: str) -> Code:
    """An advice that puts teams before all others, in this order."""
    order = {team: place for place, team in enumerate(teams)}
    return ringing(lambda ring: sorted(ring, key=lambda entry: order.get(entry.contact.id, len(order))))


def last(*teams: str) -> Code:
    """An advice that lets teams wait for the others."""
    return ringing(lambda ring: sorted(ring, key=lambda entry: entry.contact.id in teams))


def saying(**parts: Any) -> Code:
    """An advice with other parts."""
    return lambda advice: advice._replace(**parts)


def swapped(ring: list[Entry]) -> list[Entry]:
    """Both teams, each with why to ring the other."""
    reasons = {entry.contact.id: entry.why for entry in ring}
    other = {DUTY: EDT, EDT: DUTY}
    return [entry._replace(why=reasons.get(other.get(entry.contact.id, ""), entry.why)) for entry in ring]


def on_old_numbers(ring: list[Entry]) -> list[Entry]:
    """Every contact on the last of its numbers, which another has replaced."""
    return [entry._replace(number=entry.contact.numbers[-1]) for entry in ring]


def to_ring_now(ring: list[Entry]) -> list[Entry]:
    """Numbers that are all to be rung now, whether they are open or not."""
    return [entry._replace(purpose=Purpose.RING) for entry in ring]


def to_ring_later(ring: list[Entry]) -> list[Entry]:
    """Numbers that are all to be rung when they open, whether they are open or not."""
    return [entry._replace(purpose=Purpose.WHEN_OPEN) for entry in ring]


def without_reasons(ring: list[Entry]) -> list[Entry]:
    """Numbers without a MUST."""
    return [entry._replace(why="Ring when you like.") for entry in ring]


def without_the_team_that_answers(ring: list[Entry]) -> list[Entry]:
    """The numbers that do not answer at the moment."""
    return [entry for entry in ring if entry.answers_now is False]


TO_DANGER, BOTH, _ = notice(EXAMPLE, MOMENTS["office hours"].at)
TO_DUTY = BOTH[0]
PUBLIC = "anyone-else"


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (CALL, only(without(DUTY, EDT), harm="yes")),
        (CALL, only(without(DUTY), harm="unsure")),
        (CALL, only(first(EDT, DUTY), harm="yes")),
        (CALL, only(first(DUTY, EDT), harm="yes")),
        (CALL, saying(headline="Carry on.")),
        (CALL, saying(next_steps=())),
        (CALL, saying(consent=EXAMPLE.words.consent["refused"].means)),
        (CALL, only(without(DUTY), concern=PUBLIC)),
        (FEAR, only(without(DUTY, EDT), harm="no")),
        (FEAR, ringing(swapped)),
        (FEAR, ringing(without_reasons)),
        (FEAR, only(ringing(without_reasons), concern=PUBLIC)),
        (CONSENT, only(without("hubs"), consent="refused")),
        (CONSENT, only(without(EDT), consent="refused")),
        (CONSENT, only(last(DUTY, EDT), consent="unsafe")),
        (CONSENT, only(last(DUTY, EDT), consent="not-asked")),
        (CONSENT, only(last(DUTY), consent="refused")),
        (CONSENT, only(last(DUTY, EDT), consent="not-asked", harm="no")),
        (CONSENT, only(without("information"), consent="refused", concern=PUBLIC)),
        (SOMEONE, saying(ring=())),
        (SOMEONE, without(DUTY, EDT)),
        (SOMEONE, ringing(without_the_team_that_answers)),
        (SOMEONE, ringing(on_old_numbers)),
        (SOMEONE, saying(talk_to=())),
        (UNCONFIRMED, without("hubs", DUTY, EDT)),
        (CLOSED, ringing(to_ring_now)),
        (CLOSED, ringing(to_ring_later)),
        (CLOSED, only(saying(headline="You MUST ring the Daytime Team now."), harm="yes")),
        (BETTER, ringing(lambda ring: sorted(ring, key=lambda entry: entry.contact.id == "hubs"))),
        (
            ANSWERS,
            saying(headline="Ring.", ring=(), consent=EXAMPLE.words.consent["agreed"].means, talk_to=()),
        ),
        (ANSWERS, only(saying(consent=EXAMPLE.words.consent["at-risk"].means), harm="yes")),
        (UNSAFE, only(without(DUTY), consent="unsafe")),
        (HIDDEN, only(without(DUTY), concern="elsewhere")),
        (HIDDEN, only(without(EDT), concern="elsewhere")),
        (HIDDEN, only(without(DUTY), concern=PUBLIC)),
        (TAKEN, only(saying(ring=BOTH), concern=PUBLIC)),
        (DANGER, saying(emergency=TO_DUTY)),
        (COMFORT, saying(headline="There is nothing to do.")),
        (REACHED, saying(talk_to=EXAMPLE.people("universal"))),
    ],
)
def test_code_that_breaks_a_rule_is_caught_by_its_name(rule: str, change: Code) -> None:
    """The same rules watch over those who change the code."""
    found = broken(RIGHT._replace(advices=tuple(map(change, RIGHT.advices))))
    assert found.get(rule), found


@pytest.mark.parametrize(
    "is_kept",
    [
        lambda advice: not advice.answers.concern,
        lambda advice: advice.answers.harm in FEARED,
        lambda advice: advice.outcome != OutcomeId.MEMBER_OF_THE_PUBLIC,
    ],
)
def test_what_no_advice_is_about_is_named(is_kept: Callable[[Advice], bool]) -> None:
    assert broken(RIGHT._replace(advices=tuple(filter(is_kept, RIGHT.advices)))).get(REACHED)


def test_what_no_look_up_finds_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "look_up", lambda *_: Findings((), (), ""))
    assert broken(RIGHT).get(REACHED)


def test_one_number_more_after_both_teams_breaks_nothing() -> None:
    hubs = next(entry for advice in RIGHT.advices for entry in advice.ring if entry.contact.id == "hubs")

    def with_hubs(ring: list[Entry]) -> list[Entry]:
        contacts = [entry.contact.id for entry in ring]
        return ring if "hubs" in contacts or EDT not in contacts else [*ring, hubs]

    change = ringing(with_hubs)
    assert broken(RIGHT._replace(advices=tuple(map(change, RIGHT.advices)))) == {}


def test_the_team_that_answers_is_enough() -> None:
    """Where no harm is feared, somebody is reached though no other number is there."""
    change = ringing(lambda ring: [entry for entry in ring if entry.answers_now])
    assert SOMEONE not in broken(RIGHT._replace(advices=tuple(map(change, RIGHT.advices))))


@pytest.mark.parametrize("directory", [pytest.param("leeds", marks=pytest.mark.slow), "example"])
def test_every_rule_holds_at_every_kind_of_moment(leeds: Directory, directory: str) -> None:
    """For the data of Leeds and for made-up data; none of the rules is proved over nothing."""
    known = leeds if directory == "leeds" else EXAMPLE
    proofs = prove(cases(known, moments_of_every_kind(known)))
    assert {proof.name: proof.broken for proof in proofs} == dict.fromkeys(
        [
            *(CALL, FEAR, CONSENT, SOMEONE, UNCONFIRMED, CLOSED, BETTER, ANSWERS),
            *(UNSAFE, HIDDEN, TAKEN, DANGER, COMFORT, REACHED),
        ],
        0,
    )
    for proof in proofs:
        assert proof.cases
        assert proof.reason.endswith(".")
        assert "\n" not in proof.reason
        assert proof.example is None


def test_the_rules_go_through_every_path_at_every_moment() -> None:
    """All 24 paths, harm alone, every concern, and the notice; and each number and question.

    Within a concern there are five answers about consent, none among them, and four about harm; one
    that counts as harm leaves one of those.
    """
    counts = {proof.name: proof.cases for proof in prove(RIGHT)}
    within = 5 + 20 + 20
    assert counts == {
        CALL: 2 * (8 + 2 + 5 + 2 * 10),
        FEAR: 2 * (16 + 2 * 10),
        CONSENT: 2 * (26 + within),
        SOMEONE: 2 * (26 + within),
        UNCONFIRMED: 2 * (26 + within),
        CLOSED: 2 * (26 + within),
        BETTER: 2 * (26 + within),
        ANSWERS: counts[ANSWERS],
        UNSAFE: 2 * (6 + 1 + 2 * 4),
        HIDDEN: 2 * within,
        TAKEN: 2 * (20 + 26 + within),
        DANGER: 2 * (26 + within) + 2,
        COMFORT: counts[COMFORT],
        REACHED: (4 + 3 + 4) + 6 + 3 + 3 + 5,
    }


def test_a_case_that_breaks_a_rule_can_be_tried() -> None:
    """It is told as the command and the moment that show it, or as what it is about."""
    night = (MOMENTS["night"].at,)
    found = broken_by(outcome(OutcomeId.CALL_NOW, talk_to=()), night)
    assert found[SOMEONE] == "leedshelp ask --consent agreed --harm yes, Tuesday 24 November 2026, 23:15"


def test_the_first_outcome_that_nothing_leads_to_is_named() -> None:
    advices = tuple(advice._replace(outcome=OutcomeId.CALL_NOW) for advice in RIGHT.advices)
    assert broken(RIGHT._replace(advices=advices))[REACHED] == "talk-it-through-now"


def test_a_check_says_the_same_where_python_leaves_docstrings_out() -> None:
    """Every rule with its reason; JSON has the same records."""
    command = ["-m", "leedshelp", "check"]
    usual, bare = (
        subprocess.run(
            [sys.executable, *options, *command], capture_output=True, check=True, text=True
        ).stdout
        for options in ([], ["-OO"])
    )
    assert bare == usual
    assert all(rule.reason in " ".join(usual.split()) for rule in rules.RULES)


@pytest.mark.parametrize(
    "numbers",
    [
        Notice(TO_DUTY, (TO_DUTY,), None),
        Notice(TO_DUTY, BOTH, None),
        Notice(TO_DANGER, (TO_DUTY,), None),
    ],
)
def test_a_notice_that_breaks_a_rule_is_told_with_its_moment(numbers: Notice) -> None:
    """As there is no command for it; the emergency number and both teams are all needed."""
    found = broken(RIGHT._replace(notices=((MOMENTS["office hours"].at, numbers),)))
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
        refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring=says)(EXAMPLE))


COMFORTING = "All is well."
SAID = Statement(COMFORTING, ())


@pytest.mark.parametrize(
    "change",
    [
        *(reason(name, COMFORTING) for name in ("otherwise", "cannot-wait", "unsafe", "in-need", "must")),
        consent("refused", means=SAID),
        consent("at-risk", because=SAID),
        *(
            outcome(OutcomeId.START_THE_CONVERSATION, **{name: COMFORTING})
            for name in ("headline", "out_of_hours", "unsafe", "why_ring")
        ),
        outcome(OutcomeId.CALL_NOW, because=SAID),
        outcome(OutcomeId.CALL_NOW, next_steps=(SAID,)),
        concern("elsewhere", name=COMFORTING),
        concern("elsewhere", danger=COMFORTING),
        words(in_a_concern=SAID),
        concern("elsewhere", contacts={"hubs": COMFORTING}),
        concern("elsewhere", headline=COMFORTING),
        concern("elsewhere", next_steps=(SAID,)),
        words(no_harm_feared=SAID),
        words(calling=(SAID,)),
        words(calling_out_of_hours=(SAID,)),
        words(record=SAID),
        words(have_ready=SAID),
        words(in_the_talk=SAID),
        words(feared={"refused": SAID}),
        words(always=(SAID,)),
    ],
)
def test_false_comfort_is_refused_wherever_it_is_written(change: Data) -> None:
    """Before any advice is given."""
    with pytest.raises(UnsafeError, match=f"{COMFORT}: {COMFORTING}"):
        refuse_unsafe(change(EXAMPLE))


@pytest.mark.parametrize(
    "part",
    [
        {"headline": COMFORTING},
        {"consent": SAID},
        {"next_steps": (SAID,)},
        {"after": (SAID,)},
        {"ready": SAID},
        {"because": (SAID,)},
        {"emergency": TO_DANGER._replace(why=COMFORTING)},
        {"ring": (TO_DUTY._replace(why=COMFORTING), *BOTH[1:])},
    ],
)
def test_false_comfort_is_caught_wherever_an_advice_says_it(part: dict[str, Any]) -> None:
    """Though it stands nowhere in the data."""
    advices = tuple(advice._replace(**part) for advice in RIGHT.advices)
    assert broken(RIGHT._replace(advices=advices))[COMFORT] == COMFORTING


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
    refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring=says)(leeds))


def test_what_the_data_alone_can_break_is_refused_before_any_advice() -> None:
    """As a problem of the data, with the first case and the reason."""
    with pytest.raises(DataError) as caught:
        refuse_unsafe(outcome(OutcomeId.CALL_NOW, why_ring="NFA")(EXAMPLE))
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
        refuse_unsafe(change(EXAMPLE))
