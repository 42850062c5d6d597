"""What the answers lead to: the design's table, at every kind of moment, written out by hand."""

import itertools

import pytest

from leedshelp.model.answers import Answers, Consent, Harm, OutcomeId, TierAnswer, paths
from leedshelp.model.directory import Directory
from leedshelp.model.document import Standing
from leedshelp.triage import in_words
from leedshelp.triage.advice import advise, labels, notice
from tests.conftest import MOMENTS, Moment, ids

DUTY, EDT = "duty-and-advice", "emergency-duty-team"
FIS, IPT, HUBS = "family-information-service", "integrated-processes-team", "family-hubs"
PAIR = "both teams"
CALL, TALK = "call-now", "talk-it-through-now"
START, HELP = "start-the-conversation", "ask-for-help-choosing"
SPECIAL = "special-circumstance"

# The oracle, from the facts and the design's table: outcome, then who to ring in order. PAIR stands for
# Duty and Advice and the Emergency Duty Team, the one that answers at the moment first.
ORACLE: dict[tuple[str | None, str | None, str | None], tuple[str, list[str]]] = {
    ("agreed", "yes", None): (CALL, [PAIR]),
    ("agreed", "unsure", None): (TALK, [PAIR]),
    ("agreed", "no", "universal"): (START, [FIS, HUBS, PAIR]),
    ("agreed", "no", "targeted"): (START, [IPT, HUBS, PAIR]),
    ("agreed", "no", "specialist"): (START, [PAIR]),
    ("agreed", "no", "unsure"): (HELP, [PAIR]),
    ("not-asked", "yes", None): (CALL, [PAIR]),
    ("not-asked", "unsure", None): (TALK, [PAIR]),
    ("not-asked", "no", "universal"): (START, [FIS, HUBS, PAIR]),
    ("not-asked", "no", "targeted"): (START, [IPT, HUBS, PAIR]),
    ("not-asked", "no", "specialist"): (START, [PAIR]),
    ("not-asked", "no", "unsure"): (HELP, [PAIR]),
    ("refused", "yes", None): (CALL, [PAIR]),
    ("refused", "unsure", None): (TALK, [PAIR]),
    ("refused", "no", "universal"): (START, [FIS, HUBS, PAIR]),
    ("refused", "no", "targeted"): (START, [IPT, HUBS, PAIR]),
    ("refused", "no", "specialist"): (START, [PAIR]),
    ("refused", "no", "unsure"): (HELP, [PAIR]),
    ("unsafe", "yes", None): (CALL, [PAIR]),
    ("unsafe", "unsure", None): (TALK, [PAIR]),
    ("unsafe", "no", "universal"): (START, [PAIR, FIS, HUBS]),
    ("unsafe", "no", "targeted"): (START, [PAIR, IPT, HUBS]),
    ("unsafe", "no", "specialist"): (START, [PAIR]),
    ("unsafe", "no", "unsure"): (HELP, [PAIR]),
}
PUBLIC, LADO, POLICE, DANGER = "social-care-for-the-public", "lado", "police", "emergency-services"

# The same within each circumstance, by the answer about harm. A member of the public is not sent to the
# Emergency Duty Team: the emergency services stand in its place.
WITHIN: dict[str, dict[str | None, tuple[str, list[str]]]] = {
    "bruise": dict.fromkeys((None, "yes", "unsure", "no"), (CALL, [PAIR])),
    "allegation": {
        None: (SPECIAL, [LADO, PAIR]),
        "no": (SPECIAL, [LADO, PAIR]),
        "unsure": (TALK, [PAIR, LADO]),
        "yes": (CALL, [PAIR, LADO]),
    },
    "fgm": dict.fromkeys((None, "yes", "unsure", "no"), (CALL, [PAIR, POLICE])),
    "social-worker": {
        None: (SPECIAL, [PAIR]),
        "no": (SPECIAL, [PAIR]),
        "unsure": (TALK, [PAIR]),
        "yes": (CALL, [PAIR]),
    },
    "outside-leeds": {
        None: (SPECIAL, [PAIR]),
        "no": (SPECIAL, [PAIR]),
        "unsure": (TALK, [PAIR]),
        "yes": (CALL, [PAIR]),
    },
    "member-of-the-public": {
        None: (SPECIAL, [PUBLIC, DUTY]),
        "no": (SPECIAL, [PUBLIC, DUTY]),
        "unsure": (TALK, [PUBLIC, DUTY]),
        "yes": (CALL, [PUBLIC, DUTY]),
    },
}
NUMBERS = {
    PUBLIC: "0113 222 4403",
    LADO: "0113 378 9687",
    POLICE: "101",
    DANGER: "999",
    DUTY: "0113 376 0336",
    EDT: "0113 535 0600",
    FIS: "0800 731 0640",
    IPT: "0113 247 6830",
    HUBS: "0113 535 0185",
}
ALL_PATHS = list(paths())
UNIVERSAL_PEOPLE = [
    "Line manager",
    "Own agency practitioners",
    "Own agency Safeguarding Lead",
    "Other universal agencies",
]
LEADS = {"Own agency Safeguarding Lead", "Line manager"}


def key(answers: Answers) -> tuple[str | None, str | None, str | None]:
    """Answers as the oracle writes them."""
    return answers.consent, answers.harm, answers.tier


def in_order(ring: list[str], moment: Moment) -> list[str]:
    """The oracle's list with both teams in the order of the moment."""
    teams = [team for each in ring for team in ([DUTY, EDT] if each == PAIR else [each])]
    return teams if moment.duty_first else [EDT, *(team for team in teams if team != EDT)]


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_every_path_at_every_kind_of_moment(leeds: Directory, answers: Answers) -> None:
    """All 24 paths lead where the design's table says, to the number that answers then."""
    outcome, ring = ORACLE[key(answers)]
    for name, moment in MOMENTS.items():
        advice = advise(leeds, answers, moment.at)
        assert (name, advice.outcome) == (name, outcome)
        assert [(name, call.contact.id, call.number.text) for call in advice.ring] == [
            (name, contact, NUMBERS[contact]) for contact in in_order(ring, moment)
        ]
        assert advice.emergency.number.text == "999"
        assert advice.emergency.answers_now is True
        for call in advice.ring:
            if call.contact.id not in (DUTY, EDT):
                assert call.answers_now is (None if moment.duty_first else False)
        assert advice.talk_to
        assert advice.moment == moment.at


def within(leeds: Directory, circumstance: str, consent: str | None, harm: str | None) -> Answers:
    """Answers as the command line makes them."""
    given = Answers(Consent(consent) if consent else None, Harm(harm) if harm else None)
    return given.within(circumstance, leeds.circumstances[circumstance].harm)


@pytest.mark.parametrize("circumstance", WITHIN)
@pytest.mark.parametrize("consent", [None, *Consent])
def test_every_circumstance_at_every_kind_of_moment(
    leeds: Directory, circumstance: str, consent: Consent | None
) -> None:
    """Whatever is said of consent and harm: its own contacts, and Duty and Advice in all of them."""
    for (harm, (outcome, ring)), moment in itertools.product(WITHIN[circumstance].items(), MOMENTS.values()):
        advice = advise(leeds, within(leeds, circumstance, consent, harm), moment.at)
        assert advice.outcome == outcome
        if circumstance == "member-of-the-public":
            expected = [*ring, DANGER] if moment.duty_first else [DANGER, *ring]
        elif consent is Consent.UNSAFE and outcome == SPECIAL:
            expected = in_order([PAIR, *(each for each in ring if each != PAIR)], moment)
        else:
            expected = in_order(ring, moment)
        assert [(call.contact.id, call.number.text) for call in advice.ring] == [
            (contact, NUMBERS[contact]) for contact in expected
        ]
        assert advice.emergency.number.text == "999"
        for statement in (*advice.because, *advice.next_steps, advice.consent):
            assert set(statement.documents) <= set(leeds.documents.values())
            assert "{" not in statement.says
        assert "{" not in advice.headline


def test_the_oracle_has_every_circumstance(leeds: Directory) -> None:
    """One that is added or lost must be added to or taken from the oracle by hand."""
    assert list(leeds.circumstances) == list(WITHIN)


EITHER = ("the Duty and Advice Team", "the Children's Emergency Duty Team (EDT)")
HEADLINES = {
    "bruise": [f"You MUST ring {team} now. Have the child's health reviewed as well." for team in EITHER],
    "allegation": [
        f"Tell the LADO about the allegation{when}. If you fear significant harm to a child, you MUST ring "
        f"{team} now."
        for when, team in zip(("", " when their line opens"), EITHER, strict=True)
    ],
    "fgm": [
        f"You MUST ring {team} now. A teacher, or a regulated health or social care professional, MUST tell "
        "the police as well."
        for team in EITHER
    ],
    "social-worker": [
        "Talk to the child's social worker first. If you fear significant harm, never wait for them: you "
        f"MUST ring {team} now."
        for team in EITHER
    ],
    "outside-leeds": [
        "Ring the children's social care of the council where the child lives. If you fear significant harm, "
        f"you MUST ring {team} now, unless you reach that council at once."
        for team in EITHER
    ],
    "member-of-the-public": [
        "You MUST ring Leeds social care for members of the public if you fear significant harm. Ring there "
        "about any other worry, too.",
        "If the child is in danger, or it cannot wait, you MUST ring the Emergency services now. If it can "
        "wait, ring Leeds social care for members of the public when it opens.",
    ],
}


@pytest.mark.parametrize("circumstance", HEADLINES)
def test_every_circumstance_says_what_to_do(leeds: Directory, circumstance: str) -> None:
    """By day and by night, in its own words; where harm is feared as well, in those of the call."""
    for moment, headline in zip(("office hours", "night"), HEADLINES[circumstance], strict=True):
        advice = advise(leeds, within(leeds, circumstance, None, None), MOMENTS[moment].at)
        assert advice.headline == headline
    feared = advise(leeds, within(leeds, circumstance, None, "yes"), MOMENTS["office hours"].at)
    if leeds.circumstances[circumstance].stands_alone:
        assert feared.headline == HEADLINES[circumstance][0]
    else:
        assert feared.headline == "You MUST ring the Duty and Advice Team now."


def test_where_harm_is_feared_as_well_both_are_told(leeds: Directory) -> None:
    """The call comes first; what belongs to the circumstance follows it."""
    advice = advise(leeds, within(leeds, "social-worker", None, "yes"), MOMENTS["night"].at)
    own = leeds.circumstances["social-worker"].words
    assert [person.name for person in advice.talk_to] == [
        "Own agency Safeguarding Lead",
        "Line manager",
        "Allocated Social Worker",
    ]
    steps = [step.says for step in advice.next_steps]
    assert steps[0].startswith("Ring now.")
    assert steps[1].startswith("Tell the child's social worker.")
    assert steps[2].startswith("Have ready")
    assert advice.because[-1].documents == own.because.documents
    assert ids(advice.because[-2].documents) == ("leeds-2013", "leeds-2015")


@pytest.mark.parametrize(
    ("circumstance", "consent", "harm", "says"),
    [
        ("bruise", "refused", None, "you do not need the family's consent"),
        ("allegation", None, None, "Always consider the need for consent."),
        ("allegation", "refused", "no", "Always consider the need for consent."),
        ("allegation", "unsafe", None, "Do not ask the family"),
        ("allegation", "unsafe", "yes", "you do not need the family's consent"),
        ("member-of-the-public", None, None, "You do not need the family's consent to ring"),
        ("member-of-the-public", "unsafe", "yes", "You do not need the family's consent to ring"),
    ],
)
def test_consent_within_a_circumstance(
    leeds: Directory, circumstance: str, consent: str | None, harm: str | None, says: str
) -> None:
    """It is always considered, asked for only where that is safe, and not needed for a child at risk."""
    advice = advise(leeds, within(leeds, circumstance, consent, harm), MOMENTS["night"].at)
    assert says in advice.consent.says


def test_no_harm_is_claimed_or_denied_where_nobody_was_asked(leeds: Directory) -> None:
    """The rule for a no is told only where somebody said no."""
    for harm, rules in ((None, 2), ("no", 3)):
        answers = within(leeds, "allegation", None, harm)
        assert len(advise(leeds, answers, MOMENTS["night"].at).because) == rules


def test_a_call_within_a_circumstance_is_followed_by_the_steps_of_a_call(leeds: Directory) -> None:
    """They are for practitioners: a member of the public sends no Contact form."""
    for circumstance, has_form in (("fgm", True), ("allegation", False), ("member-of-the-public", False)):
        for harm in (None, "yes"):
            advice = advise(leeds, within(leeds, circumstance, None, harm), MOMENTS["office hours"].at)
            steps = " ".join(step.says for step in advice.next_steps)
            assert ("Contact form" in steps) is (has_form or (circumstance == "allegation" and harm == "yes"))
            assert "concerns resolution" in steps
            assert "ecord every conversation" in steps


def test_no_doubt_about_the_teams_is_told_to_those_they_do_not_take(leeds: Directory) -> None:
    """Nor are they the numbers that stay on the screen."""
    public = Answers().within("member-of-the-public", None)
    for moment in MOMENTS.values():
        assert advise(leeds, public, moment.at).doubt is None
        shown = notice(leeds, moment.at, public)
        assert [call.contact.id for call in shown.ring] == [PUBLIC, DUTY]
        assert shown.doubt is None
        assert notice(leeds, moment.at, Answers(circumstance="fgm")) == notice(leeds, moment.at)


def test_a_member_of_the_public_is_told_why_to_ring_each(leeds: Directory) -> None:
    """The line for the public has the MUST; what takes practitioners says so."""
    night = advise(leeds, within(leeds, "member-of-the-public", "agreed", "no"), MOMENTS["night"].at)
    assert [call.why for call in night.ring] == [
        "Ring if a child is in danger right now.",
        f"Takes calls from anyone who is worried about a child. {MUST}",
        "Takes calls from people who work with children.",
    ]
    assert night.talk_to == ()


@pytest.mark.parametrize(
    ("circumstance", "harm", "day", "night"),
    [
        ("social-worker", None, "Otherwise, ring", "If it cannot wait, ring"),
        ("outside-leeds", "no", "Otherwise, ring", "If it cannot wait, ring"),
        ("social-worker", "yes", "Ring first", "Ring first"),
        ("allegation", None, "Ring first", "If it cannot wait, ring"),
        ("bruise", None, "Ring first", "Ring first"),
        ("member-of-the-public", None, "Ring first", "If it cannot wait, ring"),
        ("member-of-the-public", "yes", "Ring first", "Ring first"),
    ],
)
def test_the_first_number_says_when_to_ring_it(
    leeds: Directory, circumstance: str, harm: str | None, day: str, night: str
) -> None:
    """First, or where somebody without a number here comes first, otherwise."""
    answers = within(leeds, circumstance, None, harm)
    assert labels(advise(leeds, answers, MOMENTS["office hours"].at))[0] == day
    assert labels(advise(leeds, answers, MOMENTS["night"].at))[0] == night


def test_each_number_says_when_to_ring_it(leeds: Directory) -> None:
    """First or then; when it opens; out of hours; or only what cannot wait."""

    def told(answers: Answers, moment: str) -> list[str]:
        return labels(advise(leeds, answers, MOMENTS[moment].at))

    called, targeted = Answers(harm=Harm.YES), Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)
    opens = "When it opens, ring"
    assert told(called, "office hours") == ["Ring first", "Out of hours, ring"]
    assert told(called, "night") == ["Ring first", opens]
    assert told(called, "disputed Friday afternoon") == ["Ring first", "Then ring"]
    assert told(targeted, "night") == ["If it cannot wait, ring", opens, opens, opens]
    assert told(targeted, "office hours") == [
        *("Ring first", "Then ring", "Then ring"),
        "Out of hours, ring",
    ]
    assert told(targeted, "disputed Friday afternoon") == ["Ring first"] + ["Then ring"] * 3
    public = within(leeds, "member-of-the-public", None, None)
    other = "If you work with children, ring"
    assert told(public, "night") == ["If it cannot wait, ring", opens, other]
    assert told(public, "office hours") == ["Ring first", other, "If it cannot wait, ring"]
    assert told(public, "disputed Friday afternoon") == ["Ring first", other, "If it cannot wait, ring"]
    allegation = within(leeds, "allegation", "unsafe", None)
    assert told(allegation, "office hours") == ["Ring first", "Out of hours, ring", "Then ring"]
    fgm = within(leeds, "fgm", None, None)
    assert told(fgm, "night") == ["Ring first", opens, "Then ring"]


def test_the_oracle_has_every_path_and_no_other() -> None:
    """A path that is added or lost must be added to or taken from the oracle by hand."""
    assert {key(answers) for answers in paths()} == set(ORACLE)


def test_each_call_says_whether_it_answers_at_the_moment(leeds: Directory, moment: Moment) -> None:
    """Where nobody can be sure, it says neither yes nor no."""
    calls = {call.contact.id: call for call in advise(leeds, Answers(harm=Harm.YES), moment.at).ring}
    edt_open = None if moment.duty_open is None else not moment.duty_open
    assert (calls[DUTY].answers_now, calls[EDT].answers_now) == (moment.duty_open, edt_open)
    said = {True: "Answers now", False: "Closed now", None: "May answer now"}
    assert (calls[DUTY].now, calls[EDT].now) == (said[moment.duty_open], said[edt_open])


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("office hours", None),
        ("night", None),
        ("disputed Friday afternoon", "One document has the Duty and Advice Team open until 17:00"),
        ("disputed early morning", "Two documents have the Duty and Advice Team open at 8:00 or 8:30."),
        ("past the known bank holidays", "bank holidays"),
        ("a night past the known bank holidays", "bank holidays"),
    ],
)
def test_a_doubt_about_who_answers_is_explained(leeds: Directory, name: str, says: str | None) -> None:
    """Both teams are shown, and the advice says why nobody can be sure."""
    for doubt in (
        advise(leeds, Answers(harm=Harm.YES), MOMENTS[name].at).doubt,
        notice(leeds, MOMENTS[name].at).doubt,
    ):
        assert (doubt is None) if says is None else (doubt is not None and says in doubt)


def test_the_notice_has_999_and_both_teams(leeds: Directory, moment: Moment) -> None:
    """Whoever answers now comes first; the other is there too."""
    shown = notice(leeds, moment.at)
    assert shown.emergency.number.text == "999"
    assert [call.contact.id for call in shown.ring] == in_order([PAIR], moment)


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_the_first_line_says_what_to_do(leeds: Directory, answers: Answers) -> None:
    """It names who, and a call that must be made says MUST."""
    headline = advise(leeds, answers, MOMENTS["office hours"].at).headline
    if answers.harm is Harm.YES:
        assert headline == "You MUST ring the Duty and Advice Team now."
    elif answers.harm is Harm.UNSURE:
        assert headline == "Talk it through now: ring the Duty and Advice Team."
    elif answers.tier is TierAnswer.UNSURE:
        assert leeds.contacts[DUTY].name in headline
        assert "line manager" in headline
    elif answers.consent is Consent.UNSAFE:
        assert leeds.contacts[DUTY].name in headline
    else:
        starter = {"universal": FIS, "targeted": IPT, "specialist": DUTY}[str(answers.tier)]
        assert leeds.contacts[starter].name in headline


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_every_path_says_when_one_must_ring(leeds: Directory, answers: Answers) -> None:
    """The MUST, with both of its triggers, stands at the team that answers or may answer now."""
    for moment in MOMENTS.values():
        ring = advise(leeds, answers, moment.at).ring
        first = next(call for call in ring if call.contact.id in (DUTY, EDT))
        if answers.harm is Harm.YES:
            assert first.why == "You MUST make this call, whatever was said about consent."
        elif answers.harm is Harm.NO:
            assert "child in need" in first.why
            assert "significant harm, you MUST ring." in first.why


def test_headlines_name_who_is_to_be_talked_to_now_or_when_it_opens(leeds: Directory) -> None:
    """By day and by night, and Duty and Advice where the family cannot safely be asked."""

    def headline(moment: str, consent: Consent, tier: TierAnswer) -> str:
        return advise(leeds, Answers(consent, Harm.NO, tier), MOMENTS[moment].at).headline

    assert headline("night", Consent.AGREED, TierAnswer.TARGETED).endswith(
        "The Integrated Processes Team can help when it opens."
    )
    assert headline("night", Consent.AGREED, TierAnswer.UNSURE).endswith(
        "the Duty and Advice Team when it opens."
    )
    for moment in ("office hours", "night"):
        assert headline(moment, Consent.UNSAFE, TierAnswer.UNIVERSAL) == (
            "Talk to the Duty and Advice Team about the child, when it is open: the family cannot safely be "
            "asked."
        )


def test_unsure_at_night_leaves_what_can_wait_to_the_morning(leeds: Directory) -> None:
    """The Emergency Duty Team is for what cannot wait; Duty and Advice discusses and advises."""
    advice = advise(leeds, Answers(harm=Harm.UNSURE), MOMENTS["night"].at)
    assert advice.headline.endswith("(EDT) now if it cannot wait until the next working day.")
    edt, duty = advice.ring
    assert edt.why == "Ring now if it cannot wait until the next working day."
    assert duty.why == "They discuss your concern and advise."


def test_out_of_hours_the_headline_names_the_team_that_answers(leeds: Directory) -> None:
    """The number to ring first and the headline agree."""
    headline = advise(leeds, Answers(harm=Harm.YES), MOMENTS["night"].at).headline
    assert headline == "You MUST ring the Children's Emergency Duty Team (EDT) now."


@pytest.mark.parametrize("consent", [None, *Consent])
@pytest.mark.parametrize("harm", [Harm.YES, Harm.UNSURE])
def test_consent_is_not_needed_where_harm_is_feared(
    leeds: Directory, consent: Consent | None, harm: Harm
) -> None:
    """Whatever the family says; they are told where that is safe."""
    said = advise(leeds, Answers(consent, harm), MOMENTS["night"].at).consent
    assert "do not need the family's consent" in said.says
    assert "dfe-2024" in ids(said.documents)


@pytest.mark.parametrize(
    ("consent", "says"),
    [
        (Consent.AGREED, "The family agrees."),
        (Consent.NOT_ASKED, "without naming the child"),
        (Consent.REFUSED, "Early help is voluntary"),
        (Consent.UNSAFE, "Do not ask the family"),
    ],
)
def test_consent_shapes_how_to_go_on_where_no_harm_is_feared(
    leeds: Directory, consent: Consent, says: str
) -> None:
    """Each answer has its own meaning, and none of them removes a number."""
    advice = advise(leeds, Answers(consent, Harm.NO, TierAnswer.TARGETED), MOMENTS["office hours"].at)
    assert says in advice.consent.says


def test_a_family_that_cannot_safely_be_asked_is_a_reason_to_ring(leeds: Directory) -> None:
    """Duty and Advice then comes before the starter, and says why."""
    answers = Answers(Consent.UNSAFE, Harm.NO, TierAnswer.UNIVERSAL)
    first, *_ = advise(leeds, answers, MOMENTS["office hours"].at).ring
    assert first.contact.id == DUTY
    assert "cannot safely be asked" in first.why
    edt, duty, *_ = advise(leeds, answers, MOMENTS["night"].at).ring
    assert edt.why.startswith("Ring now if it cannot wait until the next working day.")
    assert "cannot safely be asked" in duty.why


# Why to ring each team, whole, where no harm is feared: one sentence to a reason.
MUST = (
    "If you come to think the child may be a child in need, or has suffered or is likely to suffer "
    "significant harm, you MUST ring."
)
CANNOT_ASK = "A family that cannot safely be asked is itself a reason to talk to them."
CANNOT_WAIT = "Ring now if it cannot wait until the next working day."
WHICH_HELP = "They discuss your concern and advise which help fits."
NO_DUTY = "Ring here if the Duty and Advice Team does not answer."
NO_EDT = "Ring here if the Children's Emergency Duty Team (EDT) does not answer."


@pytest.mark.parametrize(
    ("consent", "tier", "moment", "duty", "edt"),
    [
        (Consent.AGREED, TierAnswer.TARGETED, "office hours", MUST, NO_DUTY),
        (Consent.AGREED, TierAnswer.TARGETED, "night", NO_EDT, MUST),
        (Consent.AGREED, TierAnswer.UNSURE, "office hours", f"{WHICH_HELP} {MUST}", NO_DUTY),
        (Consent.AGREED, TierAnswer.UNSURE, "night", WHICH_HELP, MUST),
        (Consent.UNSAFE, TierAnswer.TARGETED, "office hours", f"{CANNOT_ASK} {MUST}", NO_DUTY),
        (Consent.UNSAFE, TierAnswer.TARGETED, "night", CANNOT_ASK, f"{CANNOT_WAIT} {MUST}"),
        (Consent.UNSAFE, TierAnswer.UNSURE, "office hours", f"{WHICH_HELP} {CANNOT_ASK} {MUST}", NO_DUTY),
        (Consent.UNSAFE, TierAnswer.UNSURE, "night", f"{WHICH_HELP} {CANNOT_ASK}", f"{CANNOT_WAIT} {MUST}"),
    ],
)
def test_why_to_ring_each_team_where_no_harm_is_feared(
    leeds: Directory, consent: Consent, tier: TierAnswer, moment: str, duty: str, edt: str
) -> None:
    """Every reason that holds, a sentence each, and nothing between them but a space."""
    ring = advise(leeds, Answers(consent, Harm.NO, tier), MOMENTS[moment].at).ring
    assert {call.contact.id: call.why for call in ring if call.contact.id in (DUTY, EDT)} == {
        DUTY: duty,
        EDT: edt,
    }


def test_the_second_team_says_when_to_ring_it(leeds: Directory) -> None:
    """The other number is there in case the first does not answer."""
    first, second = advise(leeds, Answers(harm=Harm.YES), MOMENTS["night"].at).ring
    assert "MUST" in first.why
    assert first.contact.name in second.why


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_an_unconfirmed_number_never_stands_alone(leeds: Directory, answers: Answers) -> None:
    """A confirmed number comes with it, and a sentence about it that says so."""
    ring = advise(leeds, answers, MOMENTS["office hours"].at).ring
    standings = [call.contact.standing(call.number) for call in ring]
    assert Standing.SUPERSEDED not in standings
    assert Standing.LAST_SEEN in standings
    for call, standing in zip(ring, standings, strict=True):
        words = in_words.standing(call.contact, call.number)
        assert words.startswith("Unconfirmed") is (standing is Standing.UNCONFIRMED)


@pytest.mark.parametrize(
    ("tier", "starter", "because"),
    [
        (
            TierAnswer.UNIVERSAL,
            "Helps you start the conversation in Universal Services.",
            "In Universal Services, the Family Information Service helps you start the conversation.",
        ),
        (
            TierAnswer.TARGETED,
            "Helps you start the conversation in Cluster Based Targeted Services.",
            "In Cluster Based Targeted Services, the Integrated Processes Team helps you start the "
            "conversation.",
        ),
        (
            TierAnswer.SPECIALIST,
            f"Helps you start the conversation in Specialist Services. {MUST}",
            "In Specialist Services, the Duty and Advice Team helps you start the conversation.",
        ),
    ],
)
def test_a_conversation_names_its_tier_and_who_helps_to_start_it(
    leeds: Directory, tier: TierAnswer, starter: str, because: str
) -> None:
    """In why to ring first, and in the rule behind it."""
    advice = advise(leeds, Answers(Consent.AGREED, Harm.NO, tier), MOMENTS["office hours"].at)
    assert advice.tier == leeds.tiers[str(tier)]
    assert advice.ring[0].why == starter
    assert advice.because[-1].says == because


def test_a_tier_brings_its_people_and_those_of_the_tiers_before_it(leeds: Directory) -> None:
    """Inheritance as the 2013 table has it: "would include those above and"."""

    def people(tier: TierAnswer) -> list[str]:
        answers = Answers(Consent.AGREED, Harm.NO, tier)
        return [person.name for person in advise(leeds, answers, MOMENTS["night"].at).talk_to]

    universal, targeted, specialist = map(people, list(TierAnswer)[:3])
    assert universal == UNIVERSAL_PEOPLE
    assert targeted[:4] == universal
    assert specialist[: len(targeted)] == targeted
    assert "Cluster Managers" in targeted
    assert specialist[-1] == "Complex Needs Service"


@pytest.mark.parametrize(
    "answers",
    [Answers(harm=Harm.YES), Answers(harm=Harm.UNSURE), Answers(Consent.AGREED, Harm.NO, TierAnswer.UNSURE)],
)
def test_without_a_tier_the_lead_and_the_manager_are_the_people_to_talk_to(
    leeds: Directory, answers: Answers
) -> None:
    """They are named beside the call, and never in its place."""
    advice = advise(leeds, answers, MOMENTS["office hours"].at)
    assert {person.name for person in advice.talk_to} == LEADS
    assert advice.tier is None


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_every_answer_has_its_rule_and_every_rule_its_document(leeds: Directory, answers: Answers) -> None:
    """One because-line an answer; each statement rests on documents that exist."""
    advice = advise(leeds, answers, MOMENTS["office hours"].at)
    assert len(advice.because) == len(answers.given())
    for statement in (*advice.because, *advice.next_steps, advice.consent):
        assert statement.documents
        assert set(statement.documents) <= set(leeds.documents.values())
        assert "{" not in statement.says


@pytest.mark.parametrize("answers", ALL_PATHS, ids=lambda answers: "-".join(answers.given().values()))
def test_every_advice_ends_with_disagreement_and_the_record(leeds: Directory, answers: Answers) -> None:
    """Both belong to every conversation, whatever its outcome (`leeds-2015`)."""
    *_, disagreement, record = advise(leeds, answers, MOMENTS["office hours"].at).next_steps
    assert "concerns resolution" in disagreement.says
    assert "Record every conversation" in record.says


def test_a_call_brings_what_to_have_ready_and_the_contact_form(leeds: Directory) -> None:
    """Only an outcome that asks for a call does."""
    for harm in (Harm.YES, Harm.UNSURE):
        steps = " ".join(s.says for s in advise(leeds, Answers(harm=harm), MOMENTS["night"].at).next_steps)
        assert "Have ready" in steps
        assert "within 24 hours" in steps
    answers = Answers(Consent.AGREED, Harm.NO, TierAnswer.UNIVERSAL)
    assert "24 hours" not in " ".join(s.says for s in advise(leeds, answers, MOMENTS["night"].at).next_steps)


def test_a_tier_that_no_longer_counts_is_left_out(leeds: Directory) -> None:
    """Where harm is feared, a tier answered in advance decides nothing and is not claimed to."""
    answers = Answers(Consent.AGREED, Harm.YES, TierAnswer.UNIVERSAL)
    advice = advise(leeds, answers, MOMENTS["night"].at)
    assert advice.answers == Answers(Consent.AGREED, Harm.YES)
    assert advice.command == "leedshelp ask --consent agreed --harm yes"
    assert advice.outcome is OutcomeId.CALL_NOW


@pytest.mark.parametrize(
    ("answers", "topics"),
    [
        (Answers(harm=Harm.YES), ["consent", "after-the-call"]),
        (Answers(Consent.AGREED, Harm.UNSURE), ["consent", "after-the-call"]),
        (Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED), ["conversations"]),
        (Answers(Consent.REFUSED, Harm.NO, TierAnswer.UNSURE), ["consent", "conversations"]),
        (Answers(circumstance="allegation"), ["consent", "recording"]),
        (
            Answers(Consent.UNSAFE, Harm.YES, circumstance="outside-leeds"),
            ["consent", "after-the-call", "moving"],
        ),
        (Answers(circumstance="member-of-the-public"), []),
    ],
)
def test_an_advice_points_to_the_pages_that_fit_it(
    leeds: Directory, answers: Answers, topics: list[str]
) -> None:
    """About consent, unless the family agrees and no harm is feared; then about where it leads; each once."""
    assert list(advise(leeds, answers, MOMENTS["night"].at).guide) == topics


def test_an_advice_carries_the_command_that_gives_it_again(leeds: Directory) -> None:
    """With the moment as it was named; without one, the command is about whenever it is run."""
    answers = Answers(Consent.REFUSED, Harm.NO, TierAnswer.TARGETED)
    night, words = MOMENTS["night"].at, "leedshelp ask --consent refused --harm no --tier targeted"
    assert advise(leeds, answers, night).command == words
    assert advise(leeds, answers, night, "2026-11-24T23:15").command == f"{words} --at 2026-11-24T23:15"


def test_consent_that_was_not_asked_is_not_counted_as_an_answer(leeds: Directory) -> None:
    """`ask --harm yes` alone gives the rule for feared harm, and claims no answer on consent."""
    advice = advise(leeds, Answers(harm=Harm.YES), MOMENTS["night"].at)
    assert advice.answers.consent is None
    assert [ids(each.documents) for each in advice.because] == [
        ("dfe-2024",),
        ("leeds-2013", "leeds-2015"),
    ]


def test_no_outcome_reassures_falsely(leeds: Directory) -> None:
    """No advice, whatever the answers, says that nothing need be done."""
    for answers in paths():
        advice = advise(leeds, answers, MOMENTS["office hours"].at)
        said = " ".join([advice.headline, advice.consent.says, *(step.says for step in advice.next_steps)])
        for reassurance in ("no action", "nothing to do", "no need to", "not necessary"):
            assert reassurance not in said.casefold()
