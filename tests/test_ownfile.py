"""The agency's own file on the disk: whom it is trusted from."""

import errno
import os
from pathlib import Path

import pytest

from leedshelp import ownfile
from leedshelp.errors import DataError
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.ownfile import contents

OLD = b"old\n" * 50_000
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions or links")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A good file, which only its owner can write to."""
    tmp_path.chmod(0o700)
    file = tmp_path / "own-contacts.yaml"
    file.write_bytes(OLD)
    file.chmod(0o600)
    return file


def fault(path: Path) -> str:
    """Why a file is not used."""
    with pytest.raises(DataError) as caught:
        contents(path)
    (problem,) = caught.value.problems
    assert str(path.parent) in problem.what
    return str(problem)


def test_a_file_is_read_as_it_is(path: Path) -> None:
    """Up to one byte more than the reader takes, so that it can say what is wrong."""
    assert contents(path) == OLD
    path.write_bytes(b"#" * (MAX_BYTES + 10))
    assert len(contents(path)) == MAX_BYTES + 1


@posix_only
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_change_is_not_used(path: Path, mode: int) -> None:
    """Somebody else would decide which number is shown; it says how to stop that."""
    path.chmod(mode)
    assert fault(path) == (
        f"own-contacts.yaml:1:1: can be changed by other people on this machine; run: chmod go-w '{path}'"
    )


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o400])
def test_a_file_that_others_can_only_read_is_used(path: Path, mode: int) -> None:
    """Names and numbers at work are no secret."""
    path.chmod(mode)
    assert contents(path) == OLD


@posix_only
@pytest.mark.parametrize(("mode", "is_used"), [(0o777, False), (0o720, False), (0o1777, True), (0o755, True)])
def test_a_folder_in_which_others_can_replace_it_is_as_bad(path: Path, mode: int, is_used: bool) -> None:
    """Unless it is like /tmp, where everybody may only touch their own."""
    path.parent.chmod(mode)
    if is_used:
        assert contents(path) == OLD
    else:
        assert f"is in a folder that other people can change; run: chmod go-w '{path.parent}'" in fault(path)
    path.parent.chmod(0o700)


@posix_only
def test_a_link_is_not_followed(path: Path) -> None:
    """It could lead to a file of somebody else's."""
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    assert "link.yaml:1:1: is a link to another place; put the file itself at " in fault(link)


@posix_only
def test_what_is_no_file_is_not_waited_for(path: Path) -> None:
    """A folder, a pipe: neither is read."""
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    for each in (pipe, path.parent):
        assert "is not a file; name the file" in fault(each)


def test_a_file_that_is_not_there_says_how_to_make_it(path: Path) -> None:
    """Whoever named it meant it to be there."""
    said = fault(path.with_name("other.yaml"))
    assert "is not there" in said
    assert "make it with: leedshelp contacts --edit" in said


def test_a_file_that_cannot_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's own reason."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "cannot be read: Permission denied; see who may read " in fault(path)


@posix_only
def test_a_file_of_somebody_else_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns it can change it; the system's own is fine."""
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    if path.stat().st_uid:
        assert "belongs to somebody else, who can change it" in fault(path)
    else:
        assert contents(path) == OLD
    found = os.stat_result((*path.stat()[:4], 12345, *path.stat()[5:]))
    assert str(ownfile._fault(found, path)).startswith("belongs to somebody else")


@posix_only
@pytest.mark.parametrize(("error", "is_there"), [(FileNotFoundError, False), (PermissionError, True)])
def test_what_keeps_anybody_from_telling_counts_as_there(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], is_there: bool
) -> None:
    """So that it is told, and not passed over in silence."""

    def fails(_self: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "lstat", fails)
    assert ownfile.is_there(path) is is_there


def test_a_path_that_the_system_refuses_is_told(path: Path) -> None:
    """However long it is, or whatever is in it."""
    for name in ("x" * 300, "a\0b"):
        assert "cannot be read: " in fault(path.with_name("x").parent / name)


def test_windows_has_no_such_permissions(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There, a file's mode says nothing about who can change it."""
    path.chmod(0o666)
    found = path.stat()
    assert ownfile._fault(found, path) is not None or os.name == "nt"
    monkeypatch.setattr(ownfile, "_HAS_MODES", False)
    assert ownfile._fault(found, path) is None
