"""Files on the disk: always whole, for their owner only, and never in the place of another by accident."""

import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from leedshelp.handouts import files
from leedshelp.handouts.files import create, replace
from tests.posix import posix_only

OLD, NEW = b"old\n" * 50_000, b"new\n" * 50_000
Write = Callable[[Path, bytes], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is there."""
    file = tmp_path / "file.txt"
    file.write_bytes(OLD)
    return file


@pytest.fixture(params=[replace, create])
def write(request: pytest.FixtureRequest) -> Write:
    """Each way to write a file."""
    writing: Write = request.param
    return writing


def no_links(*_: object, **_options: object) -> None:
    """A disk that knows no links."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.fixture(params=["nameless", "links", "no links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that knows files without a name, one that knows links only, and one that knows neither."""
    if request.param != "nameless":
        monkeypatch.setattr(files, "_NAMELESS", os.O_WRONLY)
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


def held(folder: Path) -> dict[str, bytes]:
    """What is in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_file_is_replaced_whole_and_for_its_owner_only(path: Path) -> None:
    """Whatever its mode was; nothing is left beside it."""
    path.chmod(0o644)
    replace(path, NEW)
    assert held(path.parent) == {path.name: NEW}
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_link_is_replaced_and_not_written_through(path: Path) -> None:
    """What it leads to stays as it is."""
    other = path.with_name("precious")
    other.write_bytes(b"precious")
    path.unlink()
    path.symlink_to(other)
    replace(path, NEW)
    assert held(path.parent) == {path.name: NEW, other.name: b"precious"}
    assert not path.is_symlink()


@pytest.mark.usefixtures("disk")
def test_a_file_is_created_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    """Whatever is allowed to others by default; nothing is left beside it."""
    path = tmp_path / "sheet.txt"
    before = os.umask(0)
    try:
        create(path, NEW)
    finally:
        os.umask(before)
    assert held(tmp_path) == {path.name: NEW}
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("disk")
def test_the_longest_name_of_a_disk_will_do(tmp_path: Path, write: Write) -> None:
    """What is written beside it has a shorter one."""
    path = tmp_path / ("x" * 251 + ".txt")
    write(path, NEW)
    assert held(tmp_path) == {path.name: NEW}


@pytest.mark.parametrize("writers", [2, 50])
def test_of_many_who_replace_a_file_at_once_each_has_done_so_whole(path: Path, writers: int) -> None:
    """None fails, none leaves half of it or nothing at all, and nothing is left beside it."""
    together = threading.Barrier(writers)

    def written(writer: int) -> bytes:
        data = b"%d\n" % writer * 20_000
        together.wait()
        replace(path, data)
        return data

    with ThreadPoolExecutor(writers) as pool:
        all_data = list(pool.map(written, range(writers)))
    assert path.read_bytes() in all_data
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("disk")
def test_a_file_that_is_there_is_never_written_over_by_a_new_one(path: Path) -> None:
    """It is left as it is, and nothing is left beside it."""
    with pytest.raises(FileExistsError):
        create(path, NEW)
    assert held(path.parent) == {path.name: OLD}


@posix_only
@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("leads", ["somewhere", "nowhere"])
def test_a_link_that_is_there_is_never_followed_by_a_new_file(tmp_path: Path, leads: str) -> None:
    """Wherever it leads."""
    other, link = tmp_path / "somewhere", tmp_path / "sheet.txt"
    other.write_bytes(OLD)
    link.symlink_to(tmp_path / leads)
    with pytest.raises(FileExistsError):
        create(link, NEW)
    assert link.is_symlink()
    assert {each.name for each in tmp_path.iterdir()} == {other.name, link.name}
    assert other.read_bytes() == OLD


@pytest.mark.usefixtures("disk")
def test_a_folder_is_no_place_for_a_file(tmp_path: Path, write: Write) -> None:
    """It stays, with what is in it."""
    folder = tmp_path / "sheet.txt"
    folder.mkdir()
    with pytest.raises((IsADirectoryError, FileExistsError, PermissionError)):
        write(folder, NEW)
    assert list(tmp_path.iterdir()) == [folder]


@posix_only
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_where_it_cannot_be_written_all_is_as_it_was(
    path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    """A full disk, a folder that is read-only, a broken disk: at every step, and nothing half done."""

    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    if write is create:
        path.unlink()
        monkeypatch.setattr(os, "link", no_links)
        step = step.replace("replace", "rename")
    monkeypatch.setattr(Path if step in ("replace", "rename") else os, step, fails)
    with pytest.raises(OSError, match=os.strerror(code)):
        write(path, NEW)
    monkeypatch.undo()
    assert held(path.parent) == ({} if write is create else {path.name: OLD})


@pytest.mark.parametrize("has_folders", [True, False])
def test_a_folder_that_cannot_be_kept_does_not_matter(
    path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, has_folders: bool
) -> None:
    """The file is whole by then; Windows cannot even open a folder."""
    opened = os.open

    def no_folder(name: Path, *options: int) -> int:
        if name == path.parent:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(name, *options)

    monkeypatch.setattr(os, "open", no_folder)
    monkeypatch.setattr(files, "_HAS_FOLDERS", has_folders)
    if write is create:
        path.unlink()
    write(path, NEW)
    assert held(path.parent) == {path.name: NEW}


@posix_only
@pytest.mark.usefixtures("disk")
def test_of_two_who_create_a_file_at_once_one_has_it_and_the_other_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other came in the last moment, after everything was prepared."""
    path = tmp_path / "sheet.txt"
    sync = os.fsync

    def while_another(descriptor: int) -> None:
        sync(descriptor)
        path.write_bytes(OLD)

    monkeypatch.setattr(os, "fsync", while_another)
    with pytest.raises(FileExistsError):
        create(path, NEW)
    assert held(tmp_path) == {path.name: OLD}


@posix_only
def test_a_write_that_is_stopped_leaves_nothing_beside_the_file(
    path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by Ctrl-C."""

    def stopped(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    if write is create:
        path.unlink()
    with pytest.raises(KeyboardInterrupt):
        write(path, NEW)
    assert held(path.parent) == ({} if write is create else {path.name: OLD})


IMPORTS = "import sys; from pathlib import Path; from leedshelp.handouts.files import create, replace; "


def child(code: str, path: Path) -> subprocess.Popen[bytes]:
    """A process that writes a file, and that can be killed."""
    return subprocess.Popen([sys.executable, "-c", IMPORTS + code, str(path)], stderr=subprocess.PIPE)


@posix_only
@pytest.mark.slow
def test_of_many_who_create_a_file_at_once_one_has_it(tmp_path: Path) -> None:
    """Whole, and it is nobody else's."""
    for round_ in range(10):
        path = tmp_path / f"{round_}.txt"
        codes = [f"create(Path(sys.argv[1]), b'{each}\\n' * 50_000)" for each in range(4)]
        processes = [child(code, path) for code in codes]
        ended = []
        for process in processes:
            process.communicate()
            ended.append(process.returncode)
        assert sorted(ended) == [0, 1, 1, 1]
        assert path.read_bytes() == b"%d\n" % ended.index(0) * 50_000
    assert len(list(tmp_path.iterdir())) == 10


KILLED_AT_A_LINE = """
lines = 0
def trace(frame, event, _):
    global lines
    if frame.f_code.co_filename.endswith("files.py") and event == "line":
        lines += 1
        if lines == {line}:
            import os, signal
            os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
{writing}(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


def killed_at(line: int, path: Path, writing: str) -> bool:
    """Whether a process that writes a file was killed at a line; else it wrote it."""
    process = child(f"exec({KILLED_AT_A_LINE.format(line=line, writing=writing)!r})", path)
    _, said = process.communicate()
    assert process.returncode in (0, -signal.SIGKILL), said
    return process.returncode != 0


@posix_only
@pytest.mark.slow
def test_killed_at_any_line_while_replacing_the_file_is_whole(path: Path) -> None:
    """The good file is there before the new one has its place, and the new one after."""
    line = 1
    path.write_bytes(OLD)
    while killed_at(line, path, "replace"):
        assert path.read_bytes() in (OLD, NEW)
        for name in held(path.parent).keys() - {path.name}:
            assert name.startswith(".leedshelp-")
            (path.parent / name).unlink()
        path.write_bytes(OLD)
        line += 1
    assert line > 10


@posix_only
@pytest.mark.slow
@pytest.mark.parametrize("leaves", ["nothing", "a name of its own", "a name of its own, without links"])
def test_killed_at_any_line_while_creating_there_is_the_whole_file_or_none(
    tmp_path: Path, leaves: str
) -> None:
    """Where files need a name, what was prepared may be left, under one of its own; never an empty file."""
    setup = "" if leaves == "nothing" else "from leedshelp.handouts import files; files._NAMELESS = 1; "
    if "without links" in leaves:
        setup += "import os; os.link = lambda *_, **__: open('/nowhere/at/all'); "
    path, line = tmp_path / "file.txt", 1
    while killed_at(line, path, f"{setup}create"):
        assert not path.exists() or path.read_bytes() == NEW
        names = {each.name for each in tmp_path.iterdir()} - {path.name}
        assert all(name.startswith(".leedshelp-") for name in names)
        assert not names or leaves != "nothing"
        for name in (*names, path.name):
            (tmp_path / name).unlink(missing_ok=True)
        line += 1
    assert line > 10


FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.{action})
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
{write}(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 1, 199_999])
@pytest.mark.parametrize("action", ["SIG_IGN", "SIG_DFL"])
def test_where_the_room_ends_while_writing_all_is_as_it_was(
    path: Path, write: Write, action: str, limit: int
) -> None:
    """Whether the system says so, or kills the process in the middle of the write."""
    if write is create:
        path.unlink()
    code = FULL_DISK.format(action=action, limit=limit, write=write.__name__)
    process = child(f"exec({code!r})", path)
    _, said = process.communicate()
    assert process.returncode == (1 if action == "SIG_IGN" else -signal.SIGXFSZ), said
    assert path.exists() is (write is replace)
    assert write is create or path.read_bytes() == OLD


FOR_EVER = """
while True:
    replace(Path(sys.argv[1]), b"new\\n" * 50_000)
    replace(Path(sys.argv[1]), b"old\\n" * 50_000)
"""


@posix_only
@pytest.mark.slow
def test_killed_at_any_moment_while_replacing_the_file_is_whole(path: Path) -> None:
    """Most kills come in the middle of a write, which no line of Python shows."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    for _ in range(25):
        process = child(f"exec({FOR_EVER!r})", path)
        time.sleep(0.15 + chance.random() / 20)
        process.kill()
        process.communicate()
        assert path.read_bytes() in (OLD, NEW)


@posix_only
def test_a_folder_that_is_read_only_stays_as_it_is(write: Write) -> None:
    """For a person without the right to write there."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.txt"
        if write is replace:
            path.write_bytes(OLD)
        before = held(Path(folder))
        Path(folder).chmod(0o555)
        is_root = not os.geteuid()
        if is_root:
            os.seteuid(65534)
        try:
            with pytest.raises(PermissionError):
                write(path, NEW)
        finally:
            if is_root:
                os.seteuid(0)
            Path(folder).chmod(0o700)
        assert held(Path(folder)) == before
