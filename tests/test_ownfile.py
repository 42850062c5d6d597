"""The agency's own file on the disk: whom it is trusted from, and that it is always whole."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from leedshelp import ownfile
from leedshelp.errors import DataError
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.ownfile import contents, replace

OLD, NEW = b"old\n" * 50_000, b"new\n" * 50_000
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions, links or signals")


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
    replace(path, NEW)
    assert path.read_bytes() == NEW


def test_a_file_is_replaced_whole_and_for_its_owner_only(path: Path) -> None:
    """Whatever its mode was; nothing is left beside it."""
    path.chmod(0o644)
    replace(path, NEW)
    assert path.read_bytes() == NEW
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


@posix_only
def test_a_link_is_replaced_and_not_written_through(path: Path) -> None:
    """Not even one that lies where the new file is prepared."""
    other = path.with_name("precious")
    other.write_bytes(b"precious")
    path.with_name("own-contacts.yaml.new").symlink_to(other)
    replace(path, NEW)
    assert other.read_bytes() == b"precious"
    assert path.read_bytes() == NEW
    assert not path.is_symlink()


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_where_it_cannot_be_replaced_the_good_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    """A full disk, a folder that is read-only, a broken disk: at every step, and nothing half done."""

    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path if step == "replace" else os, step, fails)
    with pytest.raises(OSError, match=os.strerror(code)):
        replace(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


SAVE = "import sys; from pathlib import Path; from leedshelp.ownfile import replace; "


def child(code: str, path: Path) -> subprocess.Popen[bytes]:
    """A process that saves, and that can be killed."""
    return subprocess.Popen([sys.executable, "-c", SAVE + code, str(path)], stderr=subprocess.PIPE)


def assert_whole(path: Path) -> None:
    """The file is there, and is all of one edition."""
    assert path.read_bytes() in (OLD, NEW)


KILLED_AT_A_LINE = """
lines = 0
def trace(frame, event, _):
    global lines
    if frame.f_code.co_filename.endswith("ownfile.py") and event == "line":
        lines += 1
        if lines == {line}:
            import os, signal
            os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
replace(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


@posix_only
@pytest.mark.slow
def test_killed_at_any_line_while_saving_the_file_is_whole(path: Path) -> None:
    """The good file is there before the new one has its place, and the new one after."""
    killed = 0
    for line in range(1, 60):
        path.write_bytes(OLD)
        process = child(f"exec({KILLED_AT_A_LINE.format(line=line)!r})", path)
        _, said = process.communicate()
        assert process.returncode in (0, -signal.SIGKILL), said
        killed += process.returncode != 0
        assert_whole(path)
        replace(path, NEW)
        assert list(path.parent.iterdir()) == [path]
    assert killed > 10


FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.{action})
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
replace(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 1, 199_999])
@pytest.mark.parametrize("action", ["SIG_IGN", "SIG_DFL"])
def test_where_the_room_ends_while_writing_the_good_file_stays(path: Path, action: str, limit: int) -> None:
    """Whether the system says so, or kills the process in the middle of the write."""
    process = child(f"exec({FULL_DISK.format(action=action, limit=limit)!r})", path)
    _, said = process.communicate()
    assert process.returncode == (1 if action == "SIG_IGN" else -signal.SIGXFSZ), said
    assert path.read_bytes() == OLD


FOR_EVER = """
while True:
    replace(Path(sys.argv[1]), b"new\\n" * 50_000)
    replace(Path(sys.argv[1]), b"old\\n" * 50_000)
"""


@posix_only
@pytest.mark.slow
def test_killed_at_any_moment_while_saving_the_file_is_whole(path: Path) -> None:
    """A hundred saves, each cut short by a kill."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    for _ in range(100):
        process = child(f"exec({FOR_EVER!r})", path)
        time.sleep(0.15 + chance.random() / 20)
        process.kill()
        process.communicate()
        assert_whole(path)


@posix_only
def test_a_folder_that_is_read_only_keeps_its_file() -> None:
    """For a person without the right to write there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own-contacts.yaml"
        path.write_bytes(OLD)
        Path(folder).chmod(0o555)
        is_root = not os.geteuid()
        if is_root:
            os.seteuid(65534)
        try:
            with pytest.raises(PermissionError):
                replace(path, NEW)
        finally:
            if is_root:
                os.seteuid(0)
            Path(folder).chmod(0o700)
        assert path.read_bytes() == OLD
