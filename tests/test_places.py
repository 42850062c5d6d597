"""Where files are, what is told of those that are none, and that anybody may change them."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import typer

from leedshelp.cli import context
from leedshelp.loading import CONCERNS, FILES
from leedshelp.terminal.places import place
from tests.conftest import ROOT, Run
from tests.posix import posix_only

LEEDS_OWN = ROOT / "tests" / "leeds" / "own-contacts.yaml"


def test_a_tilde_is_the_home_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    """Where a shell has not seen to that, as in a variable in quotes: for all that can be named."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(folder)
    shutil.copy(LEEDS_OWN, tmp_path / "own.yaml")
    monkeypatch.setenv("LEEDSHELP_OWN", "~/own.yaml")
    assert "Example" in run("contacts", "safeguarding lead").out
    monkeypatch.delenv("LEEDSHELP_OWN")
    assert "Example" in run("contacts", "safeguarding lead", "--own", "~/own.yaml").out
    monkeypatch.setenv("LEEDSHELP_DATA", "~/data")
    assert "0113 496 0005" in run("contacts", "hubs").out
    monkeypatch.delenv("LEEDSHELP_DATA")
    assert "0113 496 0005" in run("contacts", "hubs", "--data", "~/data").out
    assert "Information Line" in run("check", "~/data").out
    assert run("make", "sheet", "~/sheet.txt").code == 0
    assert (tmp_path / "sheet.txt").exists()
    assert not Path("~").exists()
    assert (place("~"), place(Path("a~b"))) == (tmp_path, Path("a~b"))
    if os.name != "nt":
        monkeypatch.setenv("XDG_CONFIG_HOME", "~/configuration")
        assert context.usual_own_file() == tmp_path / "configuration" / "leedshelp" / "own-contacts.yaml"


def test_a_person_without_a_home_has_no_usual_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """And none is looked for in the folder leedshelp is run in."""
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, "configuration")
    assert context.usual_own_file() is None
    assert context.hidden_own_file() is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("environment", [{}, {"XDG_CONFIG_HOME": "/x", "APPDATA": "/a"}, {"HOME": "/h"}])
def test_the_usual_folder_is_the_one_that_typer_names(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str]
) -> None:
    """On each system, whatever is set there."""
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setitem(typer.get_app_dir.__globals__, "WIN", platform == "win32")
    assert context._settings() == Path(typer.get_app_dir("leedshelp"))


def put(kind: str, path: Path) -> None:
    """Put something that is no file in the place of one."""
    path.unlink(missing_ok=True)
    match kind:
        case "a pipe":
            os.mkfifo(path)
        case "a folder":
            path.mkdir()
        case _:
            path.symlink_to("/dev/zero")


@posix_only
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device"])
@pytest.mark.parametrize(
    ("file", "command"),
    [(file, "tiers") for file in (*FILES, CONCERNS)]
    + [("sheet.yaml", "make sheet sheet.txt"), ("guide.yaml", "guide")],
)
def test_what_is_no_file_is_told_and_never_waited_for(
    run: Run, folder: Path, file: str, command: str, kind: str
) -> None:
    put(kind, folder / file)
    checked, used = run("check", str(folder)), run(*command.split(), "--data", str(folder))
    assert (checked.code, used.code) == (1, 1)
    assert re.search(f"{file}:1:1: cannot be read.*it is not a file", checked.out)
    assert "it is not a file" in used.err
    assert "999: " in used.err


@posix_only
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device"])
def test_own_contacts_that_are_no_file_are_not_used(run: Run, tmp_path: Path, kind: str) -> None:
    put(kind, tmp_path / "own.yaml")
    ran = run("tiers", "--own", str(tmp_path / "own.yaml"))
    assert ran.code == 0
    assert ran.err.startswith("WARNING: your agency's own contacts are NOT used.")
    assert "cannot be read (it is not a file)" in ran.err


@posix_only
@pytest.mark.parametrize(
    "name",
    [".", "data", "data/contacts.yaml", "data/concerns.yaml", "data/guide.yaml", "data/sheet.yaml"],
)
def test_data_that_anybody_may_change_is_told_loudly(
    run: Run, tmp_path: Path, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was asked for, so it is used."""
    monkeypatch.chdir(tmp_path.parent)
    for args in (
        ("tiers", "--data"),
        ("guide", "--data"),
        ("check",),
        ("make", "sheet", "sheet.txt", "--force", "--data"),
    ):
        usual = run(*args, str(folder))
        assert "anybody" not in usual.err
        mode = (tmp_path / name).stat().st_mode
        (tmp_path / name).chmod(0o777)
        ran = run(*args, str(folder))
        assert (ran.code, ran.out) == (usual.code, usual.out)
        assert ran.err.startswith(f"WARNING: anybody on this machine can change the numbers in {folder}. ")
        assert f"chmod o-w '{tmp_path / name}'" in ran.err
        (tmp_path / name).chmod(mode)


def test_a_folder_of_own_contacts_that_nobody_may_look_into_is_told_by_the_check_only(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as one that was made with sudo: whether there is a file in it, nobody knows."""
    usual = run("tiers")
    path = context.usual_own_file()
    assert path is not None
    lstat, opened = Path.lstat, os.open

    def no_look(self: Path) -> os.stat_result:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return lstat(self)

    def no_open(name: Path, *options: int) -> int:
        if name == path:
            raise PermissionError(13, "Permission denied")
        return opened(name, *options)

    monkeypatch.setattr(Path, "lstat", no_look)
    monkeypatch.setattr(os, "open", no_open)
    assert run("tiers") == usual
    ran = run("check")
    assert ran.code == 1
    assert f"own-contacts.yaml:1:1: cannot be read (Permission denied): '{path}'; see that" in ran.out


@pytest.mark.parametrize(
    "name", ["\x1b[2J.txt", "\x9b2J", "\u202egnp.txt", "\udcff.yaml", "a\nb", "x" * 10_000]
)
def test_the_name_of_a_file_acts_on_no_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    tries = "make sheet;ask --harm yes --sheet;tiers --data;tiers --own;guide --data;check;check --own".split(
        ";"
    )
    for args in [("make", "sheet", f"nowhere/{name}.txt"), *((*start.split(), name) for start in tries)]:
        ran = run(*args)
        text = ran.err + (ran.out if args[0] == "check" else "")
        assert all(character.isprintable() for character in text.replace("\n", ""))
