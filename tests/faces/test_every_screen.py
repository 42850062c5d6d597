"""What holds for any advice on any screen."""

import os
import re
from collections.abc import Iterator
from itertools import product
from types import ModuleType
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leedshelp.bundled import bundled_data
from leedshelp.cli import context
from leedshelp.faces import plain, screen
from leedshelp.faces.first import ROWS
from leedshelp.loading import load
from leedshelp.model.answers import FEARED, Answers, Consent, paths
from leedshelp.own.loading import with_own
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import Advice, advise
from leedshelp.triage.entry import Entry
from tests.conftest import MOMENTS, ROOT, Stream

AT = MOMENTS["office hours"].at
LEEDS = load(bundled_data())
OWN = with_own(LEEDS, ROOT / "tests" / "leeds" / "own-contacts.yaml")
EVERY = [
    *paths(),
    *dict.fromkeys(
        concern.added_to(Answers(consent, harm))
        for concern in LEEDS.concerns.values()
        for consent, harm in (
            (None, None),
            (Consent.UNSAFE, None),
            *((Consent.UNSAFE, harm) for harm in FEARED),
        )
    ),
]
ENVIRONMENTS: list[dict[str, str]] = [
    {"TERM": "xterm-256color"},
    {"TERM": "xterm-256color", "NO_COLOR": "1"},
    {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "FORCE_COLOR": "1"},
    {"TERM": "dumb"},
]
ENCODINGS = ["utf-8", "ascii", "cp1252", "latin-1"]


def on_screen(advice: Advice, width: int, encoding: str, environment: dict[str, str]) -> str:
    """An advice as a terminal of this kind gets it."""
    out = Stream(tty=True, encoding=encoding)
    with mock.patch.dict(os.environ, {**environment, "COLUMNS": str(width)}, clear=True):
        terminal = Terminal(None, out, None)
        face, columns = context.face_for(terminal, json=False)
        terminal.result(face.advice(advice, columns))
    return out.written()


def seen(text: str) -> str:
    """What a person sees: the text without colours."""
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def assert_numbers_are_whole(advice: Advice, shown: str) -> None:
    """Each number of the advice is whole, unbroken, on one line."""
    lines = shown.splitlines()
    for call in (*advice.ring, advice.emergency):
        assert any(call.number.text in line for line in lines)


def shown(advice: Advice) -> Iterator[Entry]:
    """The entries of a first screen.

    Where harm is feared, not those that are for somebody else to ring; outside a concern, of the closed ones
    only the first that opens by day.
    """
    feared = advice.answers.harm in FEARED
    closed = [entry for entry in advice.ring if entry.answers_now is False]
    by_day = [entry for entry in closed if entry.contact.id != "emergency-duty-team"]
    later = [] if advice.answers.concern else [entry for entry in closed if entry not in by_day[:1]]
    return (entry for entry in advice.ring if entry not in later and not (feared and entry.number.callers))


@settings(deadline=None, print_blob=True, max_examples=60)
@given(
    answers=st.sampled_from(EVERY),
    width=st.integers(20, 250),
    encoding=st.sampled_from(ENCODINGS),
    environment=st.sampled_from(ENVIRONMENTS),
)
def test_every_number_is_whole_on_any_screen(
    answers: Answers, width: int, encoding: str, environment: dict[str, str]
) -> None:
    """A few of the screens there are; the slow proof below takes every width of every path."""
    advice = advise(LEEDS, answers, AT)
    assert_numbers_are_whole(advice, on_screen(advice, width, encoding, environment))


LONGEST = ("disputed Friday afternoon", "past the known bank holidays")
"""The moments at which most is said; the others are for the slow proofs."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in LONGEST else pytest.mark.slow) for name in MOMENTS]
)
@pytest.mark.parametrize("face", [plain, screen])
def test_what_to_do_and_the_numbers_fit_a_small_screen(face: ModuleType, name: str) -> None:
    """On every path, in 80 columns and 24 lines with the prompt, and 999 in the first; the rest follows."""
    for directory, answers in product((LEEDS, OWN), EVERY):
        advice = advise(directory, answers, MOMENTS[name].at)
        first, whole = face.first(advice, 80), face.advice(advice, 80)
        lines = seen(first).splitlines()
        assert len(lines) <= ROWS, answers
        assert max(map(len, lines)) <= 80
        assert "999" in lines[0]
        assert " ".join(" ".join(lines).split()).count(advice.headline) == 1
        assert whole == f"{first}\n{face.rest(advice, 80)}"
        assert_numbers_are_whole(advice._replace(ring=tuple(shown(advice))), first)
        assert_numbers_are_whole(advice, whole)


@pytest.mark.parametrize("name", ["office hours", "night"])
def test_the_numbers_stand_in_tables_in_80_columns(name: str) -> None:
    """On every path and in every concern; only where most is said do they give way to lines."""
    for answers in EVERY:
        advice = advise(LEEDS, answers, MOMENTS[name].at)
        assert screen.first(advice, 80) != plain.first(advice, 80)


@pytest.mark.slow
@pytest.mark.parametrize("kind", range(len(ENVIRONMENTS)))
def test_every_number_of_every_path_is_whole_on_every_screen(kind: int) -> None:
    """Every width on every kind of terminal; every encoding there with every fourth width."""
    ways = [each.added_to(Answers()) for each in LEEDS.concerns.values()]
    advices = [advise(LEEDS, answers, AT) for answers in (*paths(), *ways)]
    for width in (*range(20, 125), *range(130, 251, 15)):
        encoding = ENCODINGS[(kind + width) % len(ENCODINGS)]
        for advice in advices:
            assert_numbers_are_whole(advice, on_screen(advice, width, encoding, ENVIRONMENTS[kind]))
