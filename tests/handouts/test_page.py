"""The page: what its script shows at a moment is what leedshelp says then, in whatever zone."""

import json
import os
import random
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from leedshelp.faces.plain import notice as notice_lines
from leedshelp.handouts.page import contents, key, page, schedules_of, state, view, ways
from leedshelp.handouts.rendering import source
from leedshelp.loading import load
from leedshelp.model.answers import Answers
from leedshelp.model.directory import Directory
from leedshelp.safety.moments import boundaries
from leedshelp.triage import in_words
from leedshelp.triage.advice import advise
from leedshelp.triage.hours import london
from leedshelp.triage.notice import notice
from leedshelp.triage.times import Times
from tests.conftest import EXAMPLE, MOMENTS, ROOT, Run

WORRIED = "Worried about a child in Leeds?"
MADE = MOMENTS["office hours"].at


class Script:
    """The script of a page without its browser: what it shows for answers at a moment."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.known = contents(directory, MADE)
        self._engine = MiniRacer()
        self._engine.eval(f"const PAGE = {json.dumps(self.known)};\n{source('clock.js')}")

    def at(self, moment: datetime, asked: Iterable[Answers]) -> list[Any]:
        """Every advice, then the notice, then the moment in words."""
        instant = int(moment.timestamp() * 1000)
        answers = json.dumps([each._asdict() for each in asked])
        shown = f"{answers}.map(each => adviceAt(each, {instant}))"
        rest = f"[noticeAt({instant}), timesAt({instant}).when]"
        return list(json.loads(str(self._engine.eval(f"JSON.stringify({shown}.concat({rest}))"))))


def said(directory: Directory, moment: datetime, asked: Iterable[Answers]) -> list[Any]:
    """What leedshelp says, in the same form."""
    shown = [view(advise(directory, answers, moment)) for answers in asked]
    rest = [notice_lines(notice(directory, moment)), Times(moment, directory.hours).when]
    return list(json.loads(json.dumps([*shown, *rest])))


@pytest.fixture(scope="module")
def script(leeds: Directory) -> Script:
    """The script of the page of Leeds."""
    return Script(leeds)


def differing(script: Script, moments: Iterable[datetime], count: int | None) -> Iterator[datetime]:
    """The moments at which the script shows anything else for any answers, or for so many of them."""
    chance, all_ways = random.Random(1), list(ways(script.directory))
    for moment in moments:
        asked = all_ways if count is None else chance.sample(all_ways, count)
        if script.at(moment, asked) != said(script.directory, moment, asked):
            yield moment


def some_moments(directory: Directory, count: int) -> list[datetime]:
    """Moments from the first to past the last known day, and around the changes of the clocks."""
    chance = random.Random(2)
    first = datetime.combine(directory.hours.known_from, datetime.min.time())
    days = (directory.hours.known_until - directory.hours.known_from).days + 60
    at_random = [first + timedelta(minutes=chance.randrange(days * 24 * 60)) for _ in range(count)]
    changes = [
        datetime(2026, month, day, 0, 30) + timedelta(minutes=30 * step)  # noqa: DTZ001 - London is put in below
        for month, day in ((3, 28), (3, 29), (10, 24), (10, 25))
        for step in range(60)
    ]
    return [london(moment) for moment in (*at_random, *changes)]


def test_the_page_says_what_leedshelp_says(script: Script) -> None:
    """Field by field, on some paths at some moments, and at one of every kind that the tests know.

    There is an advice for every answer in every state.
    """
    known = script.known
    assert set(known["advices"]) == {key(answers) for answers in ways(script.directory)}
    for number in known["advices"].values():
        assert len(known["nodes"][number]) == len(known["states"])
    moments = random.Random(3).sample(some_moments(script.directory, 400), 60)
    assert list(differing(script, moments, 5)) == []
    assert list(differing(script, (moment.at for moment in MOMENTS.values()), 20)) == []


@pytest.mark.slow
def test_the_page_says_what_leedshelp_says_on_every_path_at_every_kind_of_moment(
    script: Script, own: Directory
) -> None:
    """All answers at a moment of every kind, some wherever anything can change, some at random moments."""
    changing = list(boundaries(script.directory))
    kinds = {state(schedules_of(own), own, at): at for at in changing}
    assert list(differing(script, kinds.values(), None)) == []
    assert list(differing(Script(own), kinds.values(), None)) == []
    assert list(differing(script, changing, 8)) == []
    assert list(differing(script, some_moments(own, 3000), 4)) == []


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_the_zone_of_the_machine_changes_nothing(zone: str) -> None:
    """The engine reads its zone once, as it starts; so each zone has a process of its own."""
    name = test_the_page_says_what_leedshelp_says.__name__
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    check = "from py_mini_racer import MiniRacer; assert MiniRacer().eval('new Date(0).getHours()')"
    elsewhere = {**os.environ, "TZ": zone, "PYTEST_ADDOPTS": ""}
    subprocess.run([sys.executable, "-c", check], env=elsewhere, check=True)
    ran = subprocess.run(
        [*command, f"{__file__}::{name}"], env=elsewhere, cwd=ROOT, check=False, capture_output=True
    )
    assert ran.returncode == 0, ran.stdout.decode()


class Markup(HTMLParser):
    """The elements and attributes of a page, and the text of its script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        self._open = tag
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, _tag: str) -> None:
        """An element closes."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Text."""
        self.texts[self._open] = self.texts.get(self._open, "") + data


@pytest.fixture(scope="module")
def html() -> str:
    """The page of a small place, which is made sooner than that of Leeds."""
    return page(load(EXAMPLE), MADE, WORRIED)


def test_its_policy_lets_one_script_and_one_style_run_and_nothing_load(html: str) -> None:
    markup = Markup(html)
    (policy,) = (value for tag, name, value in markup.attributes if "default-src" in value)
    for element, kind in (("script", "script-src"), ("style", "style-src")):
        digest = b64encode(sha256(markup.texts[element].encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "base-uri 'none'; form-action 'none'" in policy
    assert "unsafe" not in policy
    assert not [each for each in markup.attributes if each[1] in ("src", "srcset", "style", "action", "data")]
    assert {value.split(":")[0] for _, name, value in markup.attributes if name == "href"} == {"tel"}
    assert not re.search("localStorage|sessionStorage|cookie|fetch|XMLHttp|history|location", html)


def test_without_a_script_both_teams_stand_there_with_their_hours(html: str) -> None:
    """And how long to trust the page."""
    before = html.split("<script>")[0]
    text = " ".join(re.sub("<[^>]+>", " ", before.split("</style>")[1]).split())
    place = load(EXAMPLE)
    for team in ("emergency-services", "duty-and-advice", "emergency-duty-team"):
        assert place.contacts[team].number.text in text
    assert all(contact.number.text in text for tier in place.tiers for contact in place.contacts_for(tier))
    assert in_words.windows(place.hours.agreed) in text
    assert "Hours: Whenever daytime services are closed" in text
    assert "MUST" in text
    assert "Do not use this page after Thursday 24 December 2026." in text


def test_what_an_agency_writes_stays_text() -> None:
    """In the page, and in what its script knows."""
    hostile = "</script><script>alert(1)</script>\"'\\ & <b>"
    html = page(load(EXAMPLE)._replace(agency=hostile), MADE, WORRIED)
    assert html.count("<script>") == 1
    assert "alert(1)" not in html.split("<script>")[1]
    assert "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_page_has_own_people_only_where_their_file_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page goes far. Neither the usual file nor the environment puts anybody in it."""
    own, data = str(EXAMPLE / "own.yaml"), ("--data", str(EXAMPLE))
    (tmp_path / "a.html").write_text("precious")
    ran = run("make", "page", str(tmp_path / "a.html"), *data)
    assert (ran.code, (tmp_path / "a.html").read_text()) == (1, "precious")
    monkeypatch.setenv("LEEDSHELP_OWN", own)
    assert run("make", "page", str(tmp_path / "b.html"), *data).code == 0
    assert "Sam Sample" not in (tmp_path / "b.html").read_text(encoding="utf-8")
    ran = run("make", "page", str(tmp_path / "c.html"), "--own", own, *data)
    assert ran.err.endswith(
        f"\n\nPage: {tmp_path / 'c.html'}\n"
        "Your agency's own people are in it, with their numbers. Keep it in your agency.\n"
    )
    assert "Sam Sample" in (tmp_path / "c.html").read_text(encoding="utf-8")
    ran = run("make", "page", str(tmp_path / "d.html"), "--own", str(tmp_path / "none.yaml"), *data)
    assert (ran.code, (tmp_path / "d.html").exists()) == (1, False)
    assert "No page is written, as your agency's file cannot be used.\n\n999: " in ran.err
