"""`constraints.txt`: the versions that leedshelp was last tested with. `.ci/renew` writes it anew."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = dict(line.partition("==")[::2] for line in LINES)

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *(requirement for extra in PROJECT["project"]["optional-dependencies"].values() for requirement in extra),
]


def test_a_line_is_a_name_and_a_version() -> None:
    """No condition, so that it holds on every system; no address, so that it holds everywhere."""
    form = "[a-z0-9]+(-[a-z0-9]+)*==[0-9]+([.][0-9]+)*([.]post[0-9]+)?"
    assert [line for line in LINES if not re.fullmatch(form, line)] == []


def test_no_package_has_two_versions() -> None:
    assert list(PINS) == sorted(PINS)
    assert len(PINS) == len(LINES)


@pytest.mark.parametrize("text", REQUIREMENTS)
def test_every_dependency_has_a_version_that_is_allowed(text: str) -> None:
    requirement = Requirement(text)
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])
