"""Whether anybody on the machine may change a file."""

from pathlib import Path

import pytest

from leedshelp.loading import trust
from leedshelp.loading.trust import open_to_anybody
from tests.posix import posix_only


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
def test_a_file_that_anybody_may_write_to_is_open(path: Path, mode: int, *, is_open: bool) -> None:
    """A group may write to it: an agency keeps it on a shared drive."""
    path.chmod(mode)
    assert open_to_anybody(path) == (path if is_open else None)


@posix_only
@pytest.mark.parametrize(
    ("mode", "is_open"), [(0o777, True), (0o702, True), (0o775, False), (0o1777, False), (0o755, False)]
)
def test_a_file_in_a_folder_that_anybody_may_write_to_is_open(
    path: Path, mode: int, *, is_open: bool
) -> None:
    """Anybody may put another file in its place, but not in a folder such as /tmp."""
    path.parent.chmod(mode)
    (path.parent / "below").mkdir(mode=0o700)
    for inside in (path, path.parent / "below"):
        assert open_to_anybody(inside) == (path.parent if is_open else None)


@posix_only
def test_a_link_is_as_open_as_what_it_leads_to(path: Path, tmp_path: Path) -> None:
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
    monkeypatch.setattr(trust, "HAS_MODES", False)
    assert open_to_anybody(path) is None
