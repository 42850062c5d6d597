"""Where files are, and whether anybody may change them."""

import os
import shutil
from pathlib import Path

import pytest
import typer

from leedshelp.cli import context
from leedshelp.loading import trust
from leedshelp.loading.trust import open_to_anybody
from leedshelp.terminal.places import place, visible_path
from tests.conftest import ROOT, Run
from tests.posix import posix_only

EXAMPLE = ROOT / "tests" / "example"
LEEDS_OWN = ROOT / "tests" / "leeds" / "own-contacts.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder of its own, which only its owner may write to."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    file = folder / "own-contacts.yaml"
    file.touch(0o600)
    return file


@posix_only
@pytest.mark.parametrize(
    ("mode", "is_open"), [(0o600, False), (0o640, False), (0o664, False), (0o602, True), (0o666, True)]
)
def test_a_file_that_anybody_may_write_to_is_open(path: Path, mode: int, is_open: bool) -> None:
    """A group may write to it: an agency keeps it on a shared drive."""
    path.chmod(mode)
    assert open_to_anybody(path) == (path if is_open else None)


@posix_only
@pytest.mark.parametrize(
    ("mode", "is_open"), [(0o777, True), (0o702, True), (0o775, False), (0o1777, False), (0o755, False)]
)
def test_a_file_in_a_folder_that_anybody_may_write_to_is_open(path: Path, mode: int, is_open: bool) -> None:
    """Anybody may put another file in its place, but not in a folder such as /tmp."""
    path.parent.chmod(mode)
    assert open_to_anybody(path) == (path.parent if is_open else None)
    (path.parent / "below").mkdir(mode=0o700)
    assert open_to_anybody(path.parent / "below") == (path.parent if is_open else None)


@posix_only
def test_a_link_is_as_open_as_what_it_leads_to(path: Path, tmp_path: Path) -> None:
    """The file behind it, and the folder that is in."""
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert open_to_anybody(link) is None
    path.parent.chmod(0o777)
    assert open_to_anybody(link) == path.parent
    path.chmod(0o666)
    assert open_to_anybody(link) == link


def test_where_files_have_no_modes_nothing_is_known_to_be_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a mode says nothing about who may write."""
    path.chmod(0o666)
    monkeypatch.setattr(trust, "_HAS_MODES", False)
    assert open_to_anybody(path) is None


@pytest.mark.parametrize(("name", "path"), [("~/own.yaml", "own.yaml"), ("~", "")])
def test_a_tilde_is_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, path: str
) -> None:
    """Where a shell has not seen to that, as in a variable in quotes."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert place(name) == tmp_path / path
    assert place(Path("a~b")) == Path("a~b")


def test_a_tilde_in_the_environment_and_in_options_is_the_home_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """For the data, the own contacts, the sheet, and the folder of configuration."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "data")
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
    assert run("sheet", "~/sheet.txt").code == 0
    assert (tmp_path / "sheet.txt").exists()
    assert not (tmp_path / "~").exists()
    if os.name != "nt":
        monkeypatch.setenv("XDG_CONFIG_HOME", "~/configuration")
        assert context.usual_own_file() == tmp_path / "configuration" / "leedshelp" / "own-contacts.yaml"


def test_a_person_without_a_home_has_no_usual_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """And none is looked for in the folder leedshelp is run in."""
    monkeypatch.setattr(typer, "get_app_dir", lambda _name: "configuration/leedshelp")
    assert context.usual_own_file() is None
    assert context.hidden_own_file() is None


@posix_only
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device"])
@pytest.mark.parametrize(
    "file",
    [
        "contacts.yaml",
        "services.yaml",
        "questions.yaml",
        "circumstances.yaml",
        "sheet.yaml",
        "guide.yaml",
    ],
)
def test_what_is_no_file_is_told_and_never_waited_for(run: Run, tmp_path: Path, file: str, kind: str) -> None:
    """In any place that reads."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "data")
    put(kind, folder / file)
    ran = run("check", str(folder))
    assert ran.code == 1
    assert f"{file}:1:1: cannot be read" in ran.out
    assert "it is not a file" in ran.out
    command = {"sheet.yaml": "sheet", "guide.yaml": "guide"}.get(file, "tiers")
    ran = run(command, "--data", str(folder))
    assert ran.code == 1
    assert "it is not a file" in ran.err
    assert "999: " in ran.err


@posix_only
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device"])
def test_own_contacts_that_are_no_file_are_not_used(run: Run, tmp_path: Path, kind: str) -> None:
    """Loudly, and everything works without them."""
    path = tmp_path / "own.yaml"
    put(kind, path)
    ran = run("tiers", "--own", str(path))
    assert ran.code == 0
    assert ran.err.startswith("WARNING: your agency's own contacts are NOT used.")
    assert "cannot be read (it is not a file)" in ran.err


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
@pytest.mark.parametrize(
    "name",
    [".", "data", "data/contacts.yaml", "data/circumstances.yaml", "data/guide.yaml", "data/sheet.yaml"],
)
def test_data_that_anybody_may_change_is_told_loudly(run: Run, tmp_path: Path, name: str) -> None:
    """It was asked for, so it is used."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "data")
    for args in (("tiers", "--data"), ("guide", "--data"), ("check",), ("sheet", "--data")):
        usual = run(*args, str(folder))
        assert "WARNING" not in usual.err
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
    """In any message of any command."""
    monkeypatch.chdir(tmp_path)
    assert visible_path(Path(name)).isprintable()
    tries = [
        ("sheet", name),
        ("sheet", f"nowhere/{name}.txt"),
        ("ask", "--harm", "yes", "--sheet", name),
        ("tiers", "--data", name),
        ("tiers", "--own", name),
        ("guide", "--data", name),
        ("check", name),
        ("check", "--own", name),
    ]
    for args in tries:
        ran = run(*args)
        shown = ran.err + (ran.out if args[0] == "check" else "")
        assert all(character.isprintable() for character in shown.replace("\n", ""))
