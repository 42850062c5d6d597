"""The first screen of an advice: it fits a terminal of 80 columns and 24 rows, in every case."""

import re
from collections.abc import Callable
from itertools import product

import pytest

from leedshelp.faces import plain, screen
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import Advice, advise
from tests.conftest import Moment, ways

First = Callable[[Advice, int | None], str]


@pytest.mark.parametrize("first", [screen.first, plain.first], ids=["screen", "plain"])
def test_it_has_twenty_lines_at_most_with_what_to_do_the_number_and_999(
    leeds: Directory, own: Directory, moment: Moment, first: First
) -> None:
    """On every path and in every concern, with an agency's own contacts, too.

    That leaves four rows for the prompt, or for the command for the rest and a shell's prompt.
    """
    for directory, answers in product((leeds, own), ways(leeds)):
        advice = advise(directory, answers, moment.at)
        lines = re.sub(r"\x1b\[[0-9;]*m", "", first(advice, 80)).splitlines()
        assert len(lines) <= 20, answers
        assert max(map(len, lines)) <= 80
        assert advice.headline in " ".join(" ".join(lines).split())
        assert any(advice.ring[0].number.text in line for line in lines)
        assert "999" in lines[0]
