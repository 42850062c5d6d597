"""What the answers lead to: the list of paths, at every kind of moment, and what is said there."""

import itertools
import re

import pytest

from leedshelp.model.answers import FEARED, Answers, Consent, Harm, OutcomeId, TierAnswer, paths
from leedshelp.model.directory import Directory
from leedshelp.model.document import Standing
from leedshelp.model.words import Purpose
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.notice import notice
from tests.conftest import MOMENTS, ROOT, Moment, ids

DUTY, EDT = "duty-and-advice", "emergency-duty-team"
BOTH = {DUTY, EDT}
PUBLIC = "member-of-the-public"
PUBLIC_LINE_OPENS = (
    9  # o'clock: not in the early minutes about which the documents differ for Duty and Advice
)
CALLED, UNSURE = Answers(harm=Harm.YES), Answers(harm=Harm.UNSURE)
TARGETED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)
ALL_PATHS = [pytest.param(answers, id="-".join(answers.answered().values())) for answers in paths()]


def oracle() -> dict[Answers, tuple[str, list[str], list[str]]]:
    """The list of paths as it is typed: the outcome, then who to ring in office hours, and out of hours."""
    known = {}
    for line in (ROOT / "tests" / "paths.txt").read_text(encoding="utf-8").split("\n\n")[-1].splitlines():
        answers, outcome, day, night = re.split(
            r"(?<=[a-z]): (?=[a-z])| \| office hours: | \| out of hours: ", line
        )
        named = dict(answer.split() for answer in answers.split(", "))
        known[Answers(**named)] = (outcome, day.split(" > "), night.split(" > "))
    return known


PATHS = oracle()
CONCERNS = list(dict.fromkeys(filter(None, (answers.concern for answers in PATHS))))


def within(leeds: Directory, concern: str, consent: str | None = None, harm: str | None = None) -> Answers:
    """Answers as the command line makes them."""
    return leeds.concerns[concern].added_to(Answers(consent, harm))


def as_listed(leeds: Directory, answers: Answers) -> Answers:
    """The answers under which a concern stands in the list of paths, as the list says."""
    concern = str(answers.concern)
    if concern == PUBLIC:
        return Answers(concern=PUBLIC)
    harm = answers.harm if answers.harm in FEARED else None
    is_unsafe = answers.consent == Consent.UNSAFE and not harm
    return within(leeds, concern, Consent.UNSAFE if is_unsafe else None, harm)


def listed(leeds: Directory, answers: Answers) -> tuple[str, list[str], list[str]]:
    """What the list of paths says of answers within a concern."""
    if (usual := as_listed(leeds, answers)) in PATHS:
        return PATHS[usual]
    concern = leeds.concerns[str(answers.concern)]
    assert not concern.briefly
    outcome, *rings = PATHS[concern.added_to(Answers())]
    outcome = {Harm.YES: "call-now", Harm.UNSURE: "talk-it-through-now"}.get(usual.harm or Harm.NO, outcome)
    teams = [leeds.contacts[team].name for team in (DUTY, EDT)]
    own = [name for name in rings[0] if name not in teams]
    return outcome, [*teams, *own], [*teams[::-1], *own]


def follows(
    advice: Advice, expected: tuple[str, list[str], list[str]], moment: Moment, leeds: Directory
) -> None:
    """An advice leads where the list says; its numbers, its people and its documents are there."""
    outcome, day, night = expected
    if advice.answers.concern == PUBLIC and moment.at.hour < PUBLIC_LINE_OPENS:
        day = night
    assert advice.outcome == outcome
    assert [entry.contact.name for entry in advice.ring] == (day if moment.duty_first else night)
    assert advice.emergency.number.text == "999"
    assert advice.emergency.answers_now is True
    for entry in advice.ring:
        assert entry.number in leeds.contacts[entry.contact.id].to_ring
    assert advice.talk_to or advice.answers.concern == PUBLIC
    assert advice.moment == moment.at
    ready = [advice.ready] if advice.ready else []
    for statement in (*advice.because, *advice.after, *advice.next_steps, *ready, advice.consent):
        assert statement.documents
        assert set(statement.documents) <= set(leeds.documents.values())
        assert "{" not in statement.says + advice.headline
    steps = " ".join(step.says for step in (*advice.after, *advice.next_steps))
    assert "concerns resolution" in steps
    assert re.search("[Rr]ecord (it|every conversation) in your own agency's system", steps)


@pytest.mark.parametrize("answers", ALL_PATHS)
def test_every_path_at_every_kind_of_moment(leeds: Directory, answers: Answers, moment: Moment) -> None:
    advice = advise(leeds, answers, moment.at)
    follows(advice, PATHS[answers], moment, leeds)
    assert len(advice.because) == len(answers.answered())
    for entry in advice.ring:
        if entry.contact.id not in BOTH:
            assert entry.answers_now is (None if moment.duty_first else False)


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_concern_at_every_kind_of_moment(leeds: Directory, concern: str, moment: Moment) -> None:
    for consent, harm in itertools.product((None, *Consent), (None, *Harm)):
        answers = within(leeds, concern, consent, harm)
        follows(advise(leeds, answers, moment.at), listed(leeds, answers), moment, leeds)


def test_the_list_has_every_path_and_every_concern_and_no_other(leeds: Directory) -> None:
    assert {answers for answers in PATHS if not answers.concern} == set(paths())
    assert set(CONCERNS) == set(leeds.concerns)


TEAMS = ("the Duty and Advice Team", "the Children's Emergency Duty Team (EDT)")
IF_FEARED = "If you fear significant harm, you MUST ring {} now."
HEADLINES = {
    "bruise": "You MUST ring {} now. Have the child's health reviewed as well.",
    "allegation": IF_FEARED + " Tell the LADO{}, before anybody tells the adult.",
    "fgm": (
        "You MUST ring {} now. A teacher, or a regulated health or social care professional, MUST tell the "
        "police as well."
    ),
    "social-worker": IF_FEARED + " Talk to the child's social worker.",
    "outside-leeds": IF_FEARED + " Ring the children's social care of the council where the child lives.",
    "missing": IF_FEARED + " Ring the police first.",
    "self-harm": IF_FEARED + " Refer to MindMate by its form.",
}


@pytest.mark.parametrize("concern", HEADLINES)
def test_a_concern_says_what_to_do_by_day_and_by_night(leeds: Directory, concern: str) -> None:
    """Where harm is feared as well, in the words of the call, unless it counts as harm itself."""
    headline = HEADLINES[concern]
    for moment, team, when in zip(
        ("office hours", "night"), TEAMS, ("", " when their line opens"), strict=True
    ):
        advice = advise(leeds, within(leeds, concern), MOMENTS[moment].at)
        assert advice.headline == headline.format(team, *([when] if concern == "allegation" else []))
    feared = advise(leeds, within(leeds, concern, None, "yes"), MOMENTS["office hours"].at)
    of_the_call = "You MUST ring the Duty and Advice Team now."
    is_harm = leeds.concerns[concern].harm
    assert feared.headline == (headline.format(TEAMS[0]) if is_harm else of_the_call)


def test_a_member_of_the_public_has_words_of_their_own(leeds: Directory) -> None:
    answers = within(leeds, PUBLIC, "agreed", "no")
    day, night = (advise(leeds, answers, MOMENTS[name].at) for name in ("office hours", "night"))
    assert day.headline == (
        "If you fear significant harm, you MUST ring the Children's social care, for members of the public "
        "now. Ring them about any other worry, too."
    )
    assert night.headline == (
        "If you fear significant harm, you MUST ring the Emergency services now. If it can wait, ring "
        "Children's social care, for members of the public when it opens."
    )
    assert [entry.why for entry in night.ring] == [
        "Ring if a child is in danger right now.",
        f"Takes calls from anyone who is worried about a child. {MUST}",
        f"A helpline for any adult who is worried about a child. {MUST}",
        "Takes calls from people who work with children.",
    ]
    assert night.talk_to == ()


def test_no_doubt_about_the_teams_is_told_to_those_they_do_not_take(leeds: Directory, moment: Moment) -> None:
    public = within(leeds, PUBLIC)
    assert advise(leeds, public, moment.at).doubt is None
    numbers = notice(leeds, moment.at, public)
    assert [entry.contact.id for entry in numbers.ring] == ["social-care-for-the-public", "nspcc", DUTY]
    assert numbers.doubt == in_words.dated(leeds, moment.at)
    assert notice(leeds, moment.at, Answers(concern="fgm")) == notice(leeds, moment.at)


def test_where_harm_is_feared_as_well_the_call_comes_first_and_both_are_told(leeds: Directory) -> None:
    advice = advise(leeds, within(leeds, "social-worker", None, "yes"), MOMENTS["night"].at)
    own = leeds.concerns["social-worker"].words
    assert [person.name for person in advice.talk_to] == [
        "Own agency Safeguarding Lead",
        "Line manager",
        "Allocated Social Worker",
    ]
    starts = [step.says.split(" ")[:2] for step in advice.next_steps[:2]]
    assert starts == [["Tell", "your"], ["Tell", "the"]]
    assert advice.after[0].says == "Record it in your own agency's system."
    assert advice.because[-1].documents == own.because.documents
    assert ids(advice.because[-2].documents) == ("leeds-2013", "leeds-2015")


def test_the_rule_for_a_no_is_told_only_where_somebody_said_no(leeds: Directory) -> None:
    for harm, rules in ((None, 2), ("no", 3)):
        answers = within(leeds, "allegation", None, harm)
        assert len(advise(leeds, answers, MOMENTS["night"].at).because) == rules


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (Answers(harm=Harm.YES), "You do not need their consent. Tell them"),
        *(
            (Answers("agreed", harm), "They agree: tell them what you share. You do not need")
            for harm in FEARED
        ),
        *((Answers("not-asked", harm), "You do not need consent: ring before you ask.") for harm in FEARED),
        *((Answers("refused", harm), "Their refusal does not stop you: you do not need") for harm in FEARED),
        *((Answers("unsafe", harm), "do not tell them") for harm in FEARED),
        (Answers("agreed", "no", "targeted"), "They agree. Tell them who you will talk to"),
        (Answers("not-asked", "no", "targeted"), "Early help is voluntary: ask them."),
        (Answers("refused", "no", "targeted"), "Early help is voluntary: they can say no."),
        (Answers("unsafe", "no", "targeted"), "Do not ask them"),
        (Answers("refused", "yes", None, "bruise"), "Their refusal does not stop you: you do not need"),
        (Answers(None, None, None, "allegation"), "Always consider consent."),
        (Answers("not-asked", "no", None, "allegation"), "Always consider consent."),
        (Answers("agreed", "no", None, "allegation"), "They agree."),
        (Answers("refused", "no", None, "allegation"), "They do not agree."),
        (Answers("unsafe", None, None, "allegation"), "Do not ask them"),
        (Answers("unsafe", "yes", None, "allegation"), "do not tell them"),
        (Answers(None, None, None, PUBLIC), "You do not need the family's consent to ring"),
        (Answers("unsafe", "yes", None, PUBLIC), "You do not need the family's consent to ring"),
    ],
)
def test_what_to_do_about_the_family_follows_the_answer_about_consent(
    leeds: Directory, answers: Answers, says: str
) -> None:
    assert says in advise(leeds, answers, MOMENTS["night"].at).consent.says


RING, THEN, NO_ANSWER, PASS_ON, FEAR, WHEN_OPEN = Purpose


@pytest.mark.parametrize(
    ("answers", "day", "disputed", "night"),
    [
        (CALLED, [RING, WHEN_OPEN], [RING, NO_ANSWER], [RING, WHEN_OPEN]),
        (
            TARGETED,
            [RING, NO_ANSWER, FEAR, WHEN_OPEN],
            [RING, NO_ANSWER, FEAR, FEAR],
            [FEAR, WHEN_OPEN, WHEN_OPEN, WHEN_OPEN],
        ),
        (
            Answers("unsafe", "no", "targeted"),
            [RING, WHEN_OPEN, THEN, NO_ANSWER],
            [RING, NO_ANSWER, THEN, NO_ANSWER],
            [FEAR, WHEN_OPEN, WHEN_OPEN, WHEN_OPEN],
        ),
        (
            Answers("refused", "no", "targeted"),
            [THEN, NO_ANSWER, FEAR, WHEN_OPEN],
            [THEN, NO_ANSWER, FEAR, FEAR],
            [FEAR, WHEN_OPEN, WHEN_OPEN, WHEN_OPEN],
        ),
        (Answers("not-asked", "no", "specialist"), [THEN, WHEN_OPEN], [THEN, NO_ANSWER], [FEAR, WHEN_OPEN]),
        (Answers("refused", "no", "specialist"), [THEN, WHEN_OPEN], [THEN, NO_ANSWER], [FEAR, WHEN_OPEN]),
        (Answers("refused", "no", "unsure"), [RING, WHEN_OPEN], [RING, NO_ANSWER], [FEAR, WHEN_OPEN]),
        (Answers("agreed", "no", "specialist"), [RING, WHEN_OPEN], [RING, NO_ANSWER], [FEAR, WHEN_OPEN]),
        (Answers("agreed", "no", "unsure"), [RING, WHEN_OPEN], [RING, NO_ANSWER], [FEAR, WHEN_OPEN]),
        (
            Answers(concern=PUBLIC),
            [RING, NO_ANSWER, NO_ANSWER, RING],
            [RING, NO_ANSWER, NO_ANSWER, RING],
            [RING, WHEN_OPEN, RING, WHEN_OPEN],
        ),
        (
            Answers(concern="self-harm"),
            [FEAR, WHEN_OPEN, PASS_ON],
            [FEAR, FEAR, PASS_ON],
            [FEAR, WHEN_OPEN, WHEN_OPEN],
        ),
        (
            Answers(concern="domestic-abuse"),
            [RING, WHEN_OPEN, PASS_ON],
            [RING, NO_ANSWER, PASS_ON],
            [FEAR, WHEN_OPEN, PASS_ON],
        ),
        (
            Answers(concern="allegation"),
            [RING, FEAR, WHEN_OPEN],
            [RING, FEAR, FEAR],
            [FEAR, WHEN_OPEN, WHEN_OPEN],
        ),
        (
            Answers("unsafe", concern="allegation"),
            [RING, WHEN_OPEN, RING],
            [RING, NO_ANSWER, RING],
            [FEAR, WHEN_OPEN, WHEN_OPEN],
        ),
        (
            Answers(concern="fgm"),
            [RING, WHEN_OPEN, RING],
            [RING, NO_ANSWER, RING],
            [RING, WHEN_OPEN, RING],
        ),
        (Answers(concern="social-worker"), [FEAR, WHEN_OPEN], [FEAR, FEAR], [FEAR, WHEN_OPEN]),
    ],
)
def test_each_number_has_its_purpose(
    leeds: Directory,
    answers: Answers,
    day: list[Purpose],
    disputed: list[Purpose],
    night: list[Purpose],
) -> None:
    """To ring now, if that one does not answer, only where harm is feared, or when it opens."""
    for name, purposes in (("office hours", day), ("disputed Friday afternoon", disputed), ("night", night)):
        assert [entry.purpose for entry in advise(leeds, answers, MOMENTS[name].at).ring] == purposes


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("office hours", ["Ring", "No answer?", "Fear harm?", "Out of hours"]),
        ("night", ["Fear harm?", "When it opens", "When it opens", "When it opens"]),
    ],
)
def test_each_purpose_has_a_label(leeds: Directory, name: str, labels: list[str]) -> None:
    assert [entry.label for entry in advise(leeds, TARGETED, MOMENTS[name].at).ring] == labels


def test_each_number_says_whether_it_answers_at_the_moment(leeds: Directory, moment: Moment) -> None:
    """Where nobody can be sure, it says neither yes nor no."""
    entries = {entry.contact.id: entry for entry in advise(leeds, CALLED, moment.at).ring}
    is_dated = in_words.dated(leeds, moment.at) is not None
    edt_open = None if moment.duty_open is None or is_dated else not moment.duty_open
    assert (entries[DUTY].answers_now, entries[EDT].answers_now) == (moment.duty_open, edt_open)
    words = {True: "Answers now", False: "Closed now", None: "May answer now"}
    assert entries[EDT].now == words[edt_open]
    duty = entries[DUTY].now
    hubs = next(
        entry for entry in advise(leeds, TARGETED, moment.at).ring if entry.contact.id == "family-hubs"
    )
    assert hubs.now.startswith("Try ") is (moment.duty_open is False)
    assert duty.startswith("Opens ") if moment.duty_open is False else duty == words[moment.duty_open]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("office hours", None),
        ("night", None),
        ("disputed Friday afternoon", "Two documents have the Duty and Advice Team open until 17:00"),
        ("disputed early morning", "Three documents have the Duty and Advice Team open at 8:00 or 8:30."),
        (
            "past the known bank holidays",
            "Bank holidays after 31 December 2028 are not known here.",
        ),
        ("a night past the known bank holidays", None),
    ],
)
def test_a_doubt_about_who_answers_is_explained(leeds: Directory, name: str, says: str | None) -> None:
    at = MOMENTS[name].at
    doubt = advise(leeds, CALLED, at).doubt
    assert (doubt or in_words.dated(leeds, at)) == notice(leeds, at).doubt
    assert (doubt is None) if says is None else (doubt is not None and says in doubt)


def test_the_notice_has_999_and_both_teams_whoever_answers_first(leeds: Directory, moment: Moment) -> None:
    numbers = notice(leeds, moment.at)
    assert numbers.emergency.number.text == "999"
    in_order = [DUTY, EDT] if moment.duty_first else [EDT, DUTY]
    assert [entry.contact.id for entry in numbers.ring] == in_order


@pytest.mark.parametrize(
    ("answers", "day", "night"),
    [
        (
            CALLED,
            "You MUST ring the Duty and Advice Team now.",
            "You MUST ring the Children's Emergency Duty Team (EDT) now.",
        ),
        (
            UNSURE,
            "Talk it through now: ring the Duty and Advice Team.",
            "Talk it through: ring the Children's Emergency Duty Team (EDT) now if it cannot wait until the "
            "next working day.",
        ),
        (
            TARGETED,
            "Start a conversation about the child.",
            "Start a conversation about the child when these services open.",
        ),
        (
            Answers("not-asked", "no", "targeted"),
            "Ask the family first. Then start a conversation about the child.",
            "Ask the family first. Then start a conversation about the child.",
        ),
        (
            Answers("refused", "no", "targeted"),
            "Talk with your safeguarding lead or line manager first: the family does not agree.",
            "Talk with your safeguarding lead or line manager first: the family does not agree.",
        ),
        (
            TARGETED._replace(tier=TierAnswer.UNSURE),
            "Ask for help to choose: your line manager or safeguarding lead, and the Duty and Advice Team.",
            "Ask for help to choose: your line manager or safeguarding lead, and the Duty and Advice Team "
            "when it opens, tomorrow 9:00.",
        ),
        (
            Answers("unsafe", "no", "universal"),
            "Talk to the Duty and Advice Team now: the family cannot safely be asked.",
            "Talk to the Duty and Advice Team when it opens, tomorrow 9:00: the family cannot safely be "
            "asked.",
        ),
    ],
)
def test_the_headline_says_what_to_do_and_who_answers(
    leeds: Directory, answers: Answers, day: str, night: str
) -> None:
    assert advise(leeds, answers, MOMENTS["office hours"].at).headline == day
    assert advise(leeds, answers, MOMENTS["night"].at).headline == night


# Why to ring each team, whole: one sentence to a reason.
MUST = (
    "If you come to think the child may be a child in need, or has suffered or is likely to suffer "
    "significant harm, you MUST ring."
)
MUST_NOW = "You MUST make this call, whatever was said about consent."
ADVISE = "They discuss your concern and advise."
CANNOT_ASK = "A family that cannot safely be asked is itself a reason to talk to them."
CANNOT_WAIT = "Ring now if it cannot wait until the next working day."
WHICH_HELP = "They discuss your concern and advise which help fits."
NO_DUTY = "Ring here if the Duty and Advice Team does not answer."
HELPS = "what the team does"
IN_NEED = "A child in need, and no harm feared? Ask the family, then ring when it opens."
IN_NEED_ASKED = "A child in need, and no harm feared? Ring when it opens."
ABOUT_THE_CHILD = "Ring them about the child, where the child may be at risk."
STARTS = "Helps you start the conversation in Specialist Services."
CHOOSE = TierAnswer.UNSURE


@pytest.mark.parametrize(
    ("answers", "moment", "duty", "edt"),
    [
        (CALLED, "office hours", MUST_NOW, HELPS),
        (CALLED, "disputed Friday afternoon", MUST_NOW, NO_DUTY),
        (CALLED, "night", IN_NEED, MUST_NOW),
        (Answers("not-asked", "yes"), "night", IN_NEED, MUST_NOW),
        *(
            (Answers(known, "yes"), "night", IN_NEED_ASKED, MUST_NOW)
            for known in ("agreed", "refused", "unsafe")
        ),
        (UNSURE, "office hours", ADVISE, HELPS),
        (UNSURE, "night", ADVISE, CANNOT_WAIT),
        (TARGETED, "office hours", MUST, HELPS),
        (TARGETED, "disputed Friday afternoon", MUST, NO_DUTY),
        (TARGETED, "night", HELPS, MUST),
        (TARGETED._replace(tier=TierAnswer.SPECIALIST), "office hours", f"{STARTS} {MUST}", HELPS),
        (TARGETED._replace(tier=TierAnswer.SPECIALIST), "night", STARTS, MUST),
        (TARGETED._replace(tier=CHOOSE), "office hours", f"{WHICH_HELP} {MUST}", HELPS),
        (TARGETED._replace(tier=CHOOSE), "night", WHICH_HELP, MUST),
        (TARGETED._replace(consent=Consent.UNSAFE), "office hours", f"{CANNOT_ASK} {MUST}", HELPS),
        (TARGETED._replace(consent=Consent.UNSAFE), "night", CANNOT_ASK, f"{CANNOT_WAIT} {MUST}"),
        (Answers("unsafe", "no", CHOOSE), "office hours", f"{WHICH_HELP} {CANNOT_ASK} {MUST}", HELPS),
        (Answers("unsafe", "no", CHOOSE), "night", f"{WHICH_HELP} {CANNOT_ASK}", f"{CANNOT_WAIT} {MUST}"),
        (Answers(concern="allegation"), "office hours", f"{ABOUT_THE_CHILD} {MUST}", HELPS),
        (Answers(concern="allegation"), "night", ABOUT_THE_CHILD, MUST),
    ],
)
def test_why_to_ring_each_team(leeds: Directory, answers: Answers, moment: str, duty: str, edt: str) -> None:
    """A sentence for every reason that holds; the MUST stands at the team that answers or may answer now."""
    ring = advise(leeds, answers, MOMENTS[moment].at).ring
    reasons = {entry.contact.id: entry.why for entry in ring if entry.contact.id in BOTH}
    expected = {DUTY: duty, EDT: edt}
    helps = {team: leeds.contacts[team].helps for team in BOTH}
    assert reasons == {team: helps[team] if why == HELPS else why for team, why in expected.items()}


@pytest.mark.parametrize("answers", ALL_PATHS)
def test_an_unconfirmed_number_is_said_to_be_so_and_never_stands_alone(
    leeds: Directory, answers: Answers
) -> None:
    ring = advise(leeds, answers, MOMENTS["office hours"].at).ring
    standings = [entry.number.standing for entry in ring]
    assert Standing.SUPERSEDED not in standings
    assert Standing.LAST_SEEN in standings
    for entry in ring:
        is_unconfirmed = entry.number.standing is Standing.UNCONFIRMED
        assert in_words.standing(entry.number).startswith("Unconfirmed") is is_unconfirmed


@pytest.mark.parametrize(
    ("tier", "name", "starter"),
    [
        ("universal", "Universal Services", "Family Information Service"),
        ("targeted", "Cluster Based Targeted Services", "Integrated Processes Team"),
        ("specialist", "Specialist Services", "Duty and Advice Team"),
    ],
)
def test_a_conversation_names_its_tier_and_who_helps_to_start_it(
    leeds: Directory, tier: str, name: str, starter: str
) -> None:
    advice = advise(leeds, Answers("agreed", "no", tier), MOMENTS["office hours"].at)
    assert advice.tier == leeds.tiers[tier]
    starts = f"Helps you start the conversation in {name}."
    assert [entry.contact.name for entry in advice.ring if entry.why.startswith(starts)] == [starter]
    assert advice.because[-1].says == f"In {name}, the {starter} helps you start the conversation."


def test_a_tier_brings_its_people_and_those_of_the_tiers_before_it(leeds: Directory) -> None:
    """As the table of 2013 has it: "would include those above and"."""
    universal, targeted, specialist = (
        [person.name for person in advise(leeds, answers, MOMENTS["night"].at).talk_to]
        for answers in (TARGETED._replace(tier=tier) for tier in list(TierAnswer)[:3])
    )
    assert universal == [
        *("Line manager", "Own agency Safeguarding Lead"),
        *("Own agency practitioners", "Other universal agencies"),
    ]
    assert targeted[:4] == universal
    assert specialist[: len(targeted)] == targeted
    assert "Cluster Managers" in targeted
    assert specialist[-1] == "Complex Needs Service"


@pytest.mark.parametrize("answers", [CALLED, UNSURE, TARGETED._replace(tier=TierAnswer.UNSURE)])
def test_without_a_tier_the_lead_and_the_manager_are_the_people_to_talk_to(
    leeds: Directory, answers: Answers
) -> None:
    advice = advise(leeds, answers, MOMENTS["office hours"].at)
    assert {person.name for person in advice.talk_to} == {"Own agency Safeguarding Lead", "Line manager"}
    assert advice.tier is None


def test_only_a_practitioners_call_has_deadlines_of_the_team_that_is_rung(leeds: Directory) -> None:
    form = "Rang the Duty and Advice Team? Send the Contact form by tomorrow 11:00."
    reply = (
        "No reply by tomorrow 17:00? Ring the Duty and Advice Team from Thursday 9:00; the Contact form is"
    )
    for answers in (CALLED, UNSURE, within(leeds, "fgm"), within(leeds, "allegation", None, "yes")):
        assert form in [step.says for step in advise(leeds, answers, MOMENTS["office hours"].at).after]
        assert advise(leeds, answers, MOMENTS["night"].at).after[-1].says.startswith(reply)
    for answers in (TARGETED, within(leeds, "allegation"), within(leeds, PUBLIC, None, "yes")):
        assert advise(leeds, answers, MOMENTS["night"].at).after == ()


@pytest.mark.parametrize(
    ("answers", "ready"),
    [
        (CALLED, "have_ready"),
        (Answers(concern="allegation"), "have_ready"),
        (TARGETED, "in_the_talk"),
        (Answers("agreed", "no", "unsure"), None),
        (Answers(concern=PUBLIC), None),
    ],
)
def test_what_to_have_ready_and_what_to_talk_about(
    leeds: Directory, answers: Answers, ready: str | None
) -> None:
    advice = advise(leeds, answers, MOMENTS["night"].at)
    assert advice.ready == (getattr(leeds.words, ready) if ready else None)


def test_where_a_tier_is_to_be_chosen_all_of_them_are_there(leeds: Directory) -> None:
    choosing = advise(leeds, Answers("agreed", "no", "unsure"), MOMENTS["night"].at)
    assert choosing.choices == tuple(leeds.tiers.values())
    assert advise(leeds, TARGETED, MOMENTS["night"].at).choices == ()


def test_a_tier_all_wayss_nothing_is_left_out(leeds: Directory) -> None:
    answers = Answers(Consent.AGREED, Harm.YES, TierAnswer.UNIVERSAL)
    advice = advise(leeds, answers, MOMENTS["night"].at)
    assert advice.answers == Answers(Consent.AGREED, Harm.YES)
    assert advice.command == "leedshelp ask --consent agreed --harm yes"
    assert advice.outcome is OutcomeId.CALL_NOW


@pytest.mark.parametrize(
    ("answers", "topics"),
    [
        (CALLED, ["consent", "after-the-call"]),
        (Answers(Consent.AGREED, Harm.UNSURE), ["consent", "after-the-call"]),
        (TARGETED, ["conversations"]),
        (Answers(Consent.REFUSED, Harm.NO, TierAnswer.UNSURE), ["consent", "conversations"]),
        (Answers(concern="allegation"), ["consent", "recording"]),
        (Answers("unsafe", "yes", None, "outside-leeds"), ["consent", "after-the-call", "moving"]),
        (Answers(concern=PUBLIC), []),
    ],
)
def test_an_advice_points_to_the_pages_that_fit_it(
    leeds: Directory, answers: Answers, topics: list[str]
) -> None:
    """About consent, unless the family agrees and no harm is feared; then about where it leads; each once."""
    advice = advise(leeds, answers, MOMENTS["night"].at)
    assert list(advice.guide) == topics
    commands = ", ".join(f"leedshelp guide {topic}" for topic in topics)
    assert advice.read_on == (f"Read on: {commands}" if topics else None)


def test_an_advice_carries_the_command_that_gives_it_again(leeds: Directory) -> None:
    """With the moment as it was named; without one, the command is about whenever it is run."""
    night, words = MOMENTS["night"].at, "leedshelp ask --consent agreed --harm no --tier targeted"
    assert advise(leeds, TARGETED, night).command == words
    assert advise(leeds, TARGETED, night, "2026-11-24T23:15").command == f"{words} --at 2026-11-24T23:15"


def test_consent_that_was_not_asked_is_not_counted_as_an_answer(leeds: Directory) -> None:
    advice = advise(leeds, CALLED, MOMENTS["night"].at)
    assert advice.answers.consent is None
    rules = [ids(statement.documents) for statement in advice.because]
    assert rules == [("dfe-2024",), ("leeds-2013", "leeds-2015")]
    assert "dfe-2024" in ids(advice.consent.documents)
