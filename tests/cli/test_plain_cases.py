"""The plain cases, which wait for no parser: to the byte what Typer makes of them."""

import pytest

from leedshelp import cli
from leedshelp.cli import context
from leedshelp.model.directory import TierId
from tests.conftest import EXAMPLE, MOMENTS, ROOT, Run

WORDS = (ROOT / "tests" / "triage" / "words.txt").read_text(encoding="utf-8").splitlines()
QUERIES = [line.split(" | ")[0] for line in WORDS if " | " in line][::4]
ODD = ["", " ", "\x1b[2J", "caf\u00e9", "\udcff", "a\nb", "*", "~", "0336", "'", "ask", "x" * 199, "x" * 201]
LINES = [
    *(
        [],
        ["ask"],
        ["tiers"],
        ["contacts"],
        ["now"],
        ["nonsense"],
        ["ask", "ask"],
        ["tiers", "universal", "a"],
    ),
    *(["tiers", tier] for tier in (*TierId, "Universal", "u", "1", "universal services", "upper", "")),
    *(["contacts", "duty", "team"], ["contacts", "mental", "health", "team"]),
    *(["contacts", query] for query in (*ODD, *QUERIES)),
]
ENVIRONMENTS: list[dict[str, str]] = [
    {},
    {"ACCESSIBLE": "1"},
    {"NO_COLOR": "1"},
    {"LEEDSHELP_DATA": str(EXAMPLE)},
    {"LEEDSHELP_DATA": "nowhere"},
    {"LEEDSHELP_OWN": str(ROOT / "tests" / "leeds" / "own-contacts.yaml")},
    {"LEEDSHELP_OWN": "nowhere.yaml"},
]
FEW = [[], ["ask"], ["tiers"], ["tiers", "targeted"], ["contacts"], ["contacts", "duty"], ["contacts", "qq"]]
CASES = [
    *((line, {}, False) for line in LINES),
    *((line, environment, tty) for line in FEW for environment in ENVIRONMENTS for tty in (True, False)),
]


def test_they_are_what_typer_makes_of_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, exit code and streams, for odd lines and environments, too."""
    moment = context.moment
    monkeypatch.setattr(context, "moment", lambda at: moment(at) if at else MOMENTS["night"].at)
    plain_case, plain_cases = cli._plain_case, 0
    for line, environment, tty in CASES:
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            plain_cases += plain_case(line) is not None
            at_once = run(*line, typed="1\n3\n2\nq\n", tty=tty)
            patched.setattr(cli, "_plain_case", lambda _words: None)
            assert run(*line, typed="1\n3\n2\nq\n", tty=tty) == at_once, (line, environment, tty)
    assert plain_cases > 200


@pytest.mark.parametrize(
    "line", [["--help"], ["contacts", "--plain"], ["contacts", "--", "duty"], ["ask", "-h"]]
)
def test_whatever_has_an_option_goes_through_typer(line: list[str]) -> None:
    assert cli._plain_case(line) is None


def test_a_shell_that_completes_a_word_goes_through_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli._plain_case(["contacts"]) is not None
    monkeypatch.setenv("_LEEDSHELP_COMPLETE", "complete_bash")
    assert cli._plain_case(["contacts"]) is None


def test_patterns_that_no_shell_expanded_go_through_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli._plain_case(["contacts", "d*"]) is not None
    with monkeypatch.context() as on_windows:
        on_windows.setattr("os.name", "nt")
        cases = cli._plain_case(["contacts", "d*"]), cli._plain_case(["contacts", "duty"])
    assert [case is None for case in cases] == [True, False]


def test_a_plain_case_that_is_broken_off_ends_as_with_typer(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(context, "face_for", stopped)
    at_once = run("tiers")
    assert at_once.code == 130
    monkeypatch.setattr(cli, "_plain_case", lambda _words: None)
    assert run("tiers") == at_once
