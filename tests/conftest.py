"""What the tests share: the Leeds data, moments to ask at, and leedshelp run with streams of our own."""

import io
import re
import shutil
import sys
import zoneinfo
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from leedshelp import cli, loading
from leedshelp.bundled import bundled_data
from leedshelp.check import checkup
from leedshelp.guide.loading import load_guide
from leedshelp.guide.pages import Page
from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.sheet import Sheet, SheetWords, sheet
from leedshelp.loading import load
from leedshelp.model.answers import Answers, Consent, Harm, paths
from leedshelp.model.directory import Directory
from leedshelp.model.document import Document
from leedshelp.own.loading import with_own
from leedshelp.terminal import streams
from leedshelp.triage.advice import advise
from leedshelp.triage.hours import london

# No test is about how long something takes: a busy machine would fail it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "example"
"""The data of a small made-up place, and an agency's own file."""


class Moment(NamedTuple):
    """A moment of each kind: who is rung first then, and whether Duty and Advice answers."""

    at: datetime
    duty_first: bool
    duty_open: bool | None


def _at(text: str) -> datetime:
    return london(datetime.fromisoformat(text))


MOMENTS = {
    "office hours": Moment(_at("2026-11-24T11:00"), duty_first=True, duty_open=True),
    "disputed early morning": Moment(_at("2026-11-24T08:30"), duty_first=True, duty_open=None),
    "disputed Friday afternoon": Moment(_at("2026-11-27T16:45"), duty_first=True, duty_open=None),
    "night": Moment(_at("2026-11-24T23:15"), duty_first=False, duty_open=False),
    "early hours": Moment(_at("2026-11-24T03:00"), duty_first=False, duty_open=False),
    "weekend": Moment(_at("2026-11-28T11:00"), duty_first=False, duty_open=False),
    "Christmas Day": Moment(_at("2026-12-25T11:00"), duty_first=False, duty_open=False),
    "clocks go back": Moment(_at("2026-10-25T01:30"), duty_first=False, duty_open=False),
    "clocks go forward": Moment(_at("2027-03-28T01:30"), duty_first=False, duty_open=False),
    "past the known bank holidays": Moment(_at("2029-01-03T11:00"), duty_first=True, duty_open=None),
    "a night past the known bank holidays": Moment(
        _at("2029-01-03T23:00"), duty_first=False, duty_open=False
    ),
}


@pytest.fixture(autouse=True, scope="session")
def no_own_contacts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what the person who runs it keeps on this machine."""
    with pytest.MonkeyPatch.context() as patcher:
        patcher.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration")))
        patcher.delenv("LEEDSHELP_OWN", raising=False)
        yield


@pytest.fixture(scope="session")
def leeds() -> Directory:
    """The data that comes with leedshelp."""
    return load(bundled_data())


@pytest.fixture(scope="session")
def own(leeds: Directory) -> Directory:
    """That data with the own contacts of a made-up agency in Leeds."""
    return with_own(leeds, ROOT / "tests" / "leeds" / "own-contacts.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example, to change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def change(path: Path, good: str, bad: str) -> None:
    """Write a text in a file in place of one that is there."""
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")


def words_of(shown: str) -> str:
    """What is shown, without colours, the lines of tables, and how its lines are broken."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*m|[\u2500-\u257f]", " ", shown).split())


@pytest.fixture(scope="session")
def pages(leeds: Directory) -> dict[str, Page]:
    """The pages of the guide that come with leedshelp, by topic."""
    return {page.id: page for page in load_guide(bundled_data(), leeds)}


def ways(directory: Directory) -> list[Answers]:
    """Every path, and each concern with every answer about harm where the family cannot be asked."""
    concerns = directory.concerns.values()
    unsafe = (Answers(Consent.UNSAFE, harm) for harm in Harm)
    within = (one.added_to(each) for each in unsafe for one in concerns)
    return [*paths(), *dict.fromkeys(within)]


def in_text(answers: Answers) -> Answers:
    """The same answers handed in as plain text."""
    return Answers(*(None if answer is None else "".join(answer) for answer in answers))


def ids(documents: Iterable[Document]) -> tuple[str, ...]:
    """The ids of documents, in their order."""
    return tuple(document.id for document in documents)


Make = Callable[..., Sheet]


@pytest.fixture(scope="session")
def make(leeds: Directory) -> Make:
    """A call sheet for some answers, or for none, at a moment: `make(moment, answers, own)`."""
    words: SheetWords = load_sheet(bundled_data(), leeds)

    def making(at: datetime, answers: Answers | None = None, directory: Directory = leeds) -> Sheet:
        return sheet(directory, words, at, advise(directory, answers, at) if answers else None)

    return making


@pytest.fixture(params=MOMENTS)
def moment(request: pytest.FixtureRequest) -> Moment:
    """A moment of every kind, one after the other."""
    return MOMENTS[request.param]


class Stream(io.TextIOWrapper):
    """A stream in memory that says it is a terminal, or not."""

    def __init__(self, text: str = "", *, tty: bool = False, encoding: str = "utf-8") -> None:
        self._bytes = io.BytesIO(text.encode(encoding))
        self._tty = tty
        super().__init__(self._bytes, encoding=encoding, newline="")

    def isatty(self) -> bool:
        """Whether this stands for a terminal."""
        return self._tty

    @property
    def is_written(self) -> bool:
        """Whether anything reached the end of this stream."""
        return bool(self._bytes.getvalue())

    def written(self) -> str:
        """All that was written so far."""
        super().flush()
        return self._bytes.getvalue().decode(self.encoding)


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, leeds: Directory) -> Run:
    """Run leedshelp in this process: `run("ask", "--harm", "yes", typed="yes", tty=True, columns=80)`.

    The bundled data, which never changes, is read once for all runs. A check proves the rules by day and by
    night only; `test_safety` does at every kind of moment.
    """
    moments = [MOMENTS["office hours"].at, MOMENTS["night"].at]
    monkeypatch.setattr(checkup, "moments_of_every_kind", lambda _: moments)

    def load_once(folder: Traversable, today: date | None = None) -> Directory:
        return leeds if folder == bundled_data() else load(folder, today)

    monkeypatch.setattr(loading, "load", load_once)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "LEEDSHELP_DATA", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(streams, "discard_waiting_input", lambda _stream: False)

    def running(
        *args: str, typed: str = "", tty: bool = False, columns: int = 80, encoding: str = "utf-8"
    ) -> Ran:
        monkeypatch.setenv("COLUMNS", str(columns))
        streams = Stream(typed, tty=tty), Stream(tty=tty, encoding=encoding), Stream(tty=tty)
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            monkeypatch.setattr(sys, name, stream)
        monkeypatch.setattr(sys, "argv", ["leedshelp", *args])
        code = cli.main()
        return Ran(code, streams[1].written(), streams[2].written())

    return running


@contextmanager
def time_zones_of(folder: Path) -> Iterator[None]:
    """A machine whose time zones are the files in a folder."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[folder])
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath(to=before)
    zoneinfo.ZoneInfo.clear_cache()
