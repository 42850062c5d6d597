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

import pytest

from leedshelp.terminal import files
from leedshelp.terminal.files import create, replace
from tests.posix import posix_only

OLD, NEW = b"old\n" * 50_000, b"new\n" * 50_000


class Way:
    """A way to write a file, the file, and what is in its folder before."""

    def __init__(self, write: Callable[[Path, bytes], None], path: Path) -> None:
        self.write, self.path = write, path
        self.before = {path.name: OLD} if write is replace else {}
        for name, data in self.before.items():
            path.with_name(name).write_bytes(data)

    def held(self) -> dict[str, bytes]:
        """What is in the folder."""
        return held(self.path.parent)


def held(folder: Path) -> dict[str, bytes]:
    """What is in a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that may be there or not."""
    return tmp_path / "file.txt"


@pytest.fixture(params=[replace, create])
def way(request: pytest.FixtureRequest, path: Path) -> Way:
    """Each way to write a file: in the place of one that is there, and where there is none."""
    return Way(request.param, path)


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


@pytest.mark.usefixtures("disk")
def test_a_file_is_written_whole_and_for_its_owner_only(way: Way) -> None:
    """Whatever is allowed to others by default, or was before; nothing is left beside it."""
    if way.before:
        way.path.chmod(0o644)
    mask = os.umask(0)
    try:
        way.write(way.path, NEW)
    finally:
        os.umask(mask)
    assert way.held() == {way.path.name: NEW}
    assert os.name == "nt" or way.path.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_link_is_replaced_and_not_written_through(path: Path) -> None:
    other = path.with_name("precious")
    other.write_bytes(b"precious")
    path.symlink_to(other)
    replace(path, NEW)
    assert held(path.parent) == {path.name: NEW, other.name: b"precious"}
    assert not path.is_symlink()


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("write", [replace, create])
def test_the_longest_name_of_a_disk_will_do(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    """What is written beside it has a shorter one."""
    path = tmp_path / ("x" * 251 + ".txt")
    write(path, NEW)
    assert held(tmp_path) == {path.name: NEW}


def test_of_many_who_replace_a_file_at_once_each_has_done_so_whole(path: Path) -> None:
    """None fails, none leaves half of it or nothing at all, and nothing is left beside it."""
    writers = 50
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
    path.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        create(path, NEW)
    assert held(path.parent) == {path.name: OLD}


@posix_only
@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("leads", ["somewhere", "nowhere"])
def test_a_link_that_is_there_is_never_followed_by_a_new_file(tmp_path: Path, leads: str) -> None:
    other, link = tmp_path / "somewhere", tmp_path / "sheet.txt"
    other.write_bytes(OLD)
    link.symlink_to(tmp_path / leads)
    with pytest.raises(FileExistsError):
        create(link, NEW)
    assert link.is_symlink()
    assert {file.name for file in tmp_path.iterdir()} == {other.name, link.name}
    assert other.read_bytes() == OLD


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("write", [replace, create])
def test_a_folder_is_no_place_for_a_file(path: Path, write: Callable[[Path, bytes], None]) -> None:
    path.mkdir()
    with pytest.raises((IsADirectoryError, FileExistsError, PermissionError)):
        write(path, NEW)
    assert path.is_dir()
    assert list(path.parent.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    "error", [OSError(errno.EROFS, "Read-only file system"), KeyboardInterrupt("Ctrl-C")]
)
def test_where_it_cannot_be_written_or_is_stopped_all_is_as_it_was(
    way: Way, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """At every step, and nothing half done."""

    def fails(*_: object) -> None:
        raise error

    if way.write is create:
        monkeypatch.setattr(os, "link", no_links)
        step = step.replace("replace", "rename")
    monkeypatch.setattr(Path if step in ("replace", "rename") else os, step, fails)
    with pytest.raises(type(error), match=str(error.args[-1])):
        way.write(way.path, NEW)
    monkeypatch.undo()
    assert way.held() == way.before


@pytest.mark.parametrize("has_folders", [True, False])
def test_a_folder_that_cannot_be_kept_does_not_matter(
    way: Way, monkeypatch: pytest.MonkeyPatch, has_folders: bool
) -> None:
    """The file is whole by then; Windows cannot even open a folder."""
    opened = os.open

    def no_folder(name: Path, *options: int) -> int:
        if name == way.path.parent:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(name, *options)

    monkeypatch.setattr(os, "open", no_folder)
    monkeypatch.setattr(files, "_HAS_FOLDERS", has_folders)
    way.write(way.path, NEW)
    assert way.held() == {way.path.name: NEW}


@posix_only
@pytest.mark.usefixtures("disk")
def test_of_two_who_create_a_file_at_once_one_has_it_and_the_other_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other came in the last moment, after everything was prepared."""
    sync = os.fsync

    def while_another(descriptor: int) -> None:
        sync(descriptor)
        path.write_bytes(OLD)

    monkeypatch.setattr(os, "fsync", while_another)
    with pytest.raises(FileExistsError):
        create(path, NEW)
    assert held(path.parent) == {path.name: OLD}


IMPORTS = "import sys; from pathlib import Path; from leedshelp.terminal.files import create, replace\n"


def child(code: str, path: Path) -> subprocess.Popen[bytes]:
    """A process that writes a file, and that can be killed."""
    return subprocess.Popen([sys.executable, "-c", IMPORTS + code, str(path)], stderr=subprocess.PIPE)


FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.{action})
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
{write}(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 1, 199_999])
@pytest.mark.parametrize(("action", "code"), [("SIG_IGN", 1), ("SIG_DFL", "SIGXFSZ")])
def test_where_the_room_ends_while_writing_all_is_as_it_was(
    way: Way, action: str, code: int | str, limit: int
) -> None:
    """Whether the system says so, or kills the process in the middle of the write."""
    process = child(FULL_DISK.format(action=action, limit=limit, write=way.write.__name__), way.path)
    _, said = process.communicate()
    assert process.returncode == (code if isinstance(code, int) else -signal.SIGXFSZ), said
    assert {name: data for name, data in way.held().items() if name == way.path.name} == way.before


@posix_only
@pytest.mark.slow
def test_of_many_who_create_a_file_at_once_one_has_it(tmp_path: Path) -> None:
    """Whole, and it is nobody else's."""
    for round_ in range(10):
        path = tmp_path / f"{round_}.txt"
        codes = [f"create(Path(sys.argv[1]), b'{writer}\\n' * 50_000)" for writer in range(4)]
        processes = [child(code, path) for code in codes]
        for process in processes:
            process.communicate()
        ended = [process.returncode for process in processes]
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
{write}(Path(sys.argv[1]), b"new\\n" * 50_000)
"""


def killed_at(line: int, path: Path, write: str) -> bool:
    """Whether a process that writes a file was killed at a line; else it wrote it."""
    process = child(KILLED_AT_A_LINE.format(line=line, write=write), path)
    _, said = process.communicate()
    assert process.returncode in (0, -signal.SIGKILL), said
    return process.returncode != 0


WITH_LINKS = "from leedshelp.terminal import files; files._NAMELESS = 1; "
WITHOUT_LINKS = f"{WITH_LINKS}import os; os.link = lambda *_, **__: open('/nowhere/at/all'); "


@posix_only
@pytest.mark.slow
@pytest.mark.parametrize(
    ("write", "leaves_nothing"),
    [
        ("replace", False),
        ("create", True),
        (f"{WITH_LINKS}create", False),
        (f"{WITHOUT_LINKS}create", False),
    ],
)
def test_killed_at_any_line_the_file_is_whole_or_as_it_was(
    path: Path, write: str, leaves_nothing: bool
) -> None:
    """What was prepared may be left, under a name of its own, where files need one; never an empty file."""
    before = {path.name: OLD} if write == "replace" else {}
    line = 0
    while True:
        line += 1
        path.unlink(missing_ok=True)
        for data in before.values():
            path.write_bytes(data)
        was_killed = killed_at(line, path, write)
        there = held(path.parent)
        assert {name: data for name, data in there.items() if name == path.name} in (
            before,
            {path.name: NEW},
        )
        prepared = there.keys() - {path.name}
        assert all(name.startswith(".leedshelp-") for name in prepared)
        assert not (prepared and leaves_nothing)
        for name in prepared:
            path.with_name(name).unlink()
        if not was_killed:
            break
    assert line > 10


FOR_EVER = """
while True:
    replace(Path(sys.argv[1]), b"new\\n" * 50_000)
    replace(Path(sys.argv[1]), b"old\\n" * 50_000)
"""


@posix_only
@pytest.mark.slow
def test_killed_at_any_moment_while_replacing_the_file_is_whole(path: Path) -> None:
    """Most kills come in the middle of a write, which no line of Python shows."""
    path.write_bytes(OLD)
    for _ in range(25):
        process = child(FOR_EVER, path)
        time.sleep(0.15 + random.random() / 20)
        process.kill()
        process.communicate()
        assert path.read_bytes() in (OLD, NEW)
