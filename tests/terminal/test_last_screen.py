"""The last screen of real runs, of 80 columns and 24 rows: what to do, and the number, without scrolling."""

from datetime import datetime

import pytest

from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import Advice, advise
from tests.conftest import MOMENTS
from tests.terminal.person import ASK, PROMPT, Person

DAY, NIGHT = MOMENTS["office hours"].at, MOMENTS["night"].at
RUNS = {
    "harm is feared by night": (NIGHT, ["1", "1"], Answers(Consent.AGREED, Harm.YES)),
    "harm is feared now": (NIGHT, ["h"], Answers(harm=Harm.YES)),
    "a tier by day": (DAY, ["1", "3", "2"], Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)),
    "the family refuses": (DAY, ["they refuse", "no", "1"], Answers("refused", "no", "universal")),
    "it is not safe to ask": (NIGHT, ["4", "3", "3"], Answers("unsafe", "no", "specialist")),
    "help to choose": (DAY, ["2", "no", "dont know"], Answers("not-asked", "no", "unsure")),
    "a concern": (DAY, ["2", "o", "5"], Answers("not-asked", concern="allegation")),
    "the public by night": (NIGHT, ["2", "9"], Answers("not-asked", concern="member-of-the-public")),
}


def at(moment: datetime) -> str:
    """The option that names a moment."""
    return f"--at {moment:%Y-%m-%dT%H:%M}"


def has_what_to_do(screen: list[str], advice: Advice) -> bool:
    """Whether the headline and the first number, whole, are on a screen."""
    number = advice.ring[0].number.text
    return advice.headline in " ".join(" ".join(screen).split()) and any(number in line for line in screen)


@pytest.mark.parametrize(("moment", "typed", "answers"), RUNS.values(), ids=list(RUNS))
def test_the_last_screen_of_the_dialogue_has_what_to_do_and_the_number(
    leeds: Directory, moment: datetime, typed: list[str], answers: Answers
) -> None:
    """With 999 and the prompt; and whoever looked through the rest has them last again."""
    advice = advise(leeds, answers, moment)
    person = Person(f"{ASK} {at(moment)}", rows=24)
    person.types(*typed)
    person.reads("q finish.")
    person.reads(PROMPT)
    screen = person.sees()
    assert has_what_to_do(screen, advice)
    assert screen[-1] == ">"
    assert any("In danger this minute: ring 999" in line for line in screen)
    person.process.sendline("")
    person.types("", "q")
    _, code = person.leaves()
    assert code == 0
    last = person.sees()
    assert has_what_to_do(last[-6:], advice)
    assert any(f"{advice.ring[0].number.text}: " in line for line in last[-3:])


@pytest.mark.parametrize("face", ["", "--plain"])
@pytest.mark.parametrize(("moment", "answers"), [(run[0], run[2]) for run in RUNS.values()], ids=list(RUNS))
def test_the_last_screen_of_an_advice_by_options_has_them_above_the_shells_prompt(
    leeds: Directory, moment: datetime, answers: Answers, face: str
) -> None:
    """With 999, and the command for the rest."""
    advice = advise(leeds, answers, moment)
    options = " ".join(f"--{name} {answer}" for name, answer in answers._asdict().items() if answer)
    person = Person(f"{ASK} {options} {at(moment)} {face}; printf '$ '", rows=24)
    person.leaves()
    screen = person.sees()
    assert has_what_to_do(screen, advice)
    assert screen[-1] == "$"
    assert any("In danger this minute: ring 999" in line for line in screen)
    assert any(line.startswith("The rest: ") for line in screen)


@pytest.mark.parametrize(("moment", "typed", "answers"), RUNS.values(), ids=list(RUNS))
def test_on_a_narrow_screen_they_are_last_above_the_prompt(
    leeds: Directory, moment: datetime, typed: list[str], answers: Answers
) -> None:
    """Once more, where not all of the first screen fits."""
    person = Person(f"{ASK} {at(moment)}", columns=40, rows=24)
    person.types(*typed)
    person.reads("q finish.")
    person.reads(PROMPT)
    assert has_what_to_do(person.sees(), advise(leeds, answers, moment))
