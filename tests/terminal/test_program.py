"""How the program was started: the commands it suggests work as they are typed."""

import os
import sys
from pathlib import Path

import pytest

from leedshelp.terminal.program import as_typed

HERE = "The rest: leedshelp ask --harm yes --full. Or: leedshelp guide consent. leedshelp keeps nothing."


@pytest.mark.parametrize(
    ("argv", "program"),
    [
        ("leedshelp", "leedshelp"),
        ("{bin}/leedshelp", "leedshelp"),
        ("{here}/.venv/bin/leedshelp", ".venv/bin/leedshelp"),
        ("/elsewhere/bin/leedshelp", "/elsewhere/bin/leedshelp"),
        ("{here}/src/leedshelp/__main__.py", "python3 -m leedshelp"),
    ],
)
def test_a_command_starts_as_the_program_was_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, argv: str, program: str
) -> None:
    places = {"bin": tmp_path / "bin", "here": tmp_path}
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["/usr/bin", str(places["bin"])]))
    monkeypatch.setattr(sys, "argv", [argv.format(**places)])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    ask, guide, keeps = HERE.split(". ")
    assert as_typed(HERE) == ". ".join(
        [
            ask.replace("leedshelp", program),
            guide.replace("leedshelp", program),
            keeps,
        ]
    )


def test_on_another_drive_the_whole_path_is_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows has no way from one to the other."""

    def no_way(_path: str) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", no_way)
    monkeypatch.setattr(sys, "argv", ["/elsewhere/leedshelp"])
    assert as_typed("leedshelp tiers") == "/elsewhere/leedshelp tiers"
