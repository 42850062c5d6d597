"""What the tests share: the Leeds data, and moments to ask at."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from leedshelp.directory import Directory
from leedshelp.hours import london
from leedshelp.loading import bundled_data, load

ROOT = Path(__file__).parents[1]


class Moment(NamedTuple):
    """A moment of each kind: who is rung first then, and whether Duty and Advice answers."""

    at: datetime
    duty_first: bool
    duty_open: bool | None


def _at(text: str) -> datetime:
    return london(datetime.fromisoformat(text))


MOMENTS = {
    "office hours": Moment(_at("2026-11-24T11:00"), duty_first=True, duty_open=True),
    "disputed early morning": Moment(_at("2026-11-24T08:30"), duty_first=True, duty_open=None),
    "disputed Friday afternoon": Moment(_at("2026-11-27T16:45"), duty_first=True, duty_open=None),
    "night": Moment(_at("2026-11-24T23:15"), duty_first=False, duty_open=False),
    "early hours": Moment(_at("2026-11-24T03:00"), duty_first=False, duty_open=False),
    "weekend": Moment(_at("2026-11-28T11:00"), duty_first=False, duty_open=False),
    "Christmas Day": Moment(_at("2026-12-25T11:00"), duty_first=False, duty_open=False),
    "clocks go back": Moment(_at("2026-10-25T01:30"), duty_first=False, duty_open=False),
    "clocks go forward": Moment(_at("2027-03-28T01:30"), duty_first=False, duty_open=False),
    "past the known bank holidays": Moment(_at("2029-01-03T11:00"), duty_first=True, duty_open=None),
    "a night past the known bank holidays": Moment(
        _at("2029-01-03T23:00"), duty_first=False, duty_open=False
    ),
}


@pytest.fixture(scope="session")
def leeds() -> Directory:
    """The data that comes with leedshelp."""
    return load(bundled_data())


@pytest.fixture(params=MOMENTS)
def moment(request: pytest.FixtureRequest) -> Moment:
    """A moment of every kind, one after the other."""
    return MOMENTS[request.param]
