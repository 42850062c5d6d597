"""Answers handed in as plain text by another program: the very same advice as with the options themselves."""

from datetime import UTC
from typing import Any

import pytest

from leedshelp.bundled import bundled_data
from leedshelp.faces import jsondata, plain
from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.sheet import FACES, sheet
from leedshelp.loading import load
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer, paths
from leedshelp.model.directory import TierId
from leedshelp.triage.advice import advise
from leedshelp.triage.notice import notice
from leedshelp.triage.search import look_up
from tests.conftest import MOMENTS, Moment, in_text

LEEDS = load(bundled_data())
WITHIN = [
    concern.added_to(Answers(consent, harm, tier))
    for concern in LEEDS.concerns.values()
    if concern.briefly
    for consent in (None, *Consent)
    for harm in (None, *Harm)
    for tier in (None, TierAnswer.TARGETED)
]
EVERY = [*paths(), *(Answers(harm=harm) for harm in (Harm.YES, Harm.UNSURE)), *dict.fromkeys(WITHIN)]
NO_CONCERNS = LEEDS._replace(concerns={})
WORDS = load_sheet(bundled_data(), LEEDS)
AT = MOMENTS["office hours"].at


def test_every_path_gives_the_same_from_plain_text() -> None:
    moment = MOMENTS["night"].at
    for answers in EVERY:
        advice, same = (advise(LEEDS, each, moment) for each in (answers, in_text(answers)))
        assert repr(same) == repr(advice)
        assert repr(notice(LEEDS, moment, in_text(answers))) == repr(notice(LEEDS, moment, answers))
        assert jsondata.advice(same) == jsondata.advice(advice)
        assert plain.advice(same, 80) == plain.advice(advice, 80)
        made, made_same = (sheet(LEEDS, WORDS, moment, each) for each in (advice, same))
        for face in FACES.values():
            assert face(made_same) == face(made)


@pytest.mark.parametrize("harm", [None, "no", "unsure", "yes"])
def test_a_concern_that_counts_as_harm_does_so_whoever_names_it(harm: str | None) -> None:
    for concern in LEEDS.concerns.values():
        if concern.harm:
            advice = advise(LEEDS, Answers(harm=harm, concern=concern.id), MOMENTS["night"].at)
            within = concern.added_to(Answers(harm=harm))
            assert advice == advise(LEEDS, within, MOMENTS["night"].at)
            assert advice.outcome == "call-now"


@pytest.mark.parametrize("concern", ["nowhere", "Bruise", "bruise ", "yes"])
def test_a_concern_that_is_not_known_is_an_error(concern: str) -> None:
    answers = Answers(concern=concern)
    message = f"{concern!r} is not a concern here; use one of: "
    for directory, known in ((LEEDS, ", ".join(LEEDS.concerns)), (NO_CONCERNS, "none")):
        for function in (lambda at: advise(at, answers, AT), lambda at: notice(at, AT, answers)):
            with pytest.raises(ValueError, match=f"^{message}{known}$"):
                function(directory)


@pytest.mark.parametrize("tier", ["x", "", "Universal", "unsure", 3])
def test_what_is_no_tier_is_an_error(tier: Any) -> None:
    for function in (
        lambda: LEEDS.people(tier),
        lambda: LEEDS.contacts_for(tier),
        lambda: look_up(LEEDS, "midwifery", AT, tier),
    ):
        with pytest.raises(ValueError, match=f"{tier!r} is not one of the options; use one of: universal, "):
            function()


def test_a_tier_in_plain_text_is_a_tier() -> None:
    for tier in TierId:
        text = "".join(tier)
        assert LEEDS.people(text) == LEEDS.people(tier)
        assert LEEDS.contacts_for(text) == LEEDS.contacts_for(tier)
        for query in ("", "team", "midwifery", "0113"):
            assert look_up(LEEDS, query, AT, text) == look_up(LEEDS, query, AT, tier)


@pytest.mark.parametrize("answers", [Answers(harm="yes"), Answers("unsafe", "no", "universal")])
def test_a_moment_of_any_zone_is_the_london_moment(moment: Moment, answers: Answers) -> None:
    """A program that hands in UTC, or no zone, is not sent to the wrong team."""
    for at in (moment.at.astimezone(UTC), moment.at.replace(tzinfo=None)):
        # Not with `==`: two readings of one zone differ about an hour that comes twice.
        assert repr(advise(LEEDS, answers, at)) == repr(advise(LEEDS, answers, moment.at))
        assert notice(LEEDS, at) == notice(LEEDS, moment.at)
        assert sheet(LEEDS, WORDS, at) == sheet(LEEDS, WORDS, moment.at)
