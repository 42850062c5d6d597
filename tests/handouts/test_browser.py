"""The handouts in a real browser: the page by keyboard, and what is printed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from leedshelp.bundled import bundled_data
from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.page import page
from leedshelp.handouts.poster import poster
from leedshelp.handouts.sheet import html, sheet
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import DUTY, EDT, Directory, OwnPerson
from leedshelp.model.phone import dial
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS, Make
from tests.handouts.browser import A4, needs_a_browser, printed, sizes_of
from tests.sheets import crowded

pytestmark = [pytest.mark.slow, needs_a_browser]

WORRIED = "Worried about a child in Leeds?"
MADE = MOMENTS["office hours"].at
NIGHT = MOMENTS["night"].at
MUST = "You MUST ring the Children's Emergency Duty Team (EDT) now."


@pytest.fixture(scope="module")
def file(leeds: Directory, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of Leeds."""
    path = tmp_path_factory.mktemp("page") / "leedshelp.html"
    path.write_text(page(leeds, MADE, WORRIED), encoding="utf-8")
    return path


class Visit:
    """A visit to a page at a moment, and all that it asks for or complains of."""

    def __init__(self, opened: Browser, file: Path, at: datetime, **options: Any) -> None:
        options = {"viewport": {"width": 400, "height": 800}, **options}
        self.context = opened.new_context(**options)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.clock.install(time=at.astimezone(UTC))
        self.page.goto(file.as_uri())

    @property
    def title(self) -> str:
        """The heading of what is shown, which a screen reader is taken to."""
        heading = self.page.locator("h1")
        assert heading.evaluate("heading => heading === document.activeElement")
        return heading.inner_text()

    @property
    def text(self) -> str:
        """All that is shown."""
        return " ".join(self.page.locator("body").inner_text().split())

    def press(self, name: str) -> None:
        """Go to a button with the keyboard, and press it."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.innerText").split("\n")[0] == name:
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"no button {name!r} can be reached")


@pytest.fixture
def visit(opened: Browser, file: Path) -> Iterator[Visit]:
    """A visit at night."""
    made = Visit(opened, file, NIGHT)
    yield made
    made.context.close()


def test_the_way_through_by_keyboard(visit: Visit) -> None:
    """To the call, back, another answer, and to the advice for that."""
    assert visit.title == "Does the family agree to you talking to others about this?"
    assert "0113 535 0600: Children's Emergency Duty Team (EDT). Answers now." in visit.text
    visit.press("Not asked yet")
    visit.press("Yes")
    assert visit.title == MUST
    assert "No reply by tomorrow 17:00? Ring the Duty and Advice Team from Thursday 9:00" in visit.text
    visit.press("Back")
    assert visit.title.startswith("Do you fear that the child has suffered significant harm")
    visit.press("No")
    assert visit.title == "Which services fit best, as a place to start talking?"
    visit.press("Universal: for every child, such as a school, a GP or a health visitor")
    assert visit.title == "Ask the family first. Then start a conversation about the child."
    visit.press("Change")
    assert visit.title.startswith("Does the family agree")
    visit.press("No, they do not agree")
    assert visit.title == "Talk with your safeguarding lead or line manager first: the family does not agree."
    visit.press("I fear significant harm now")
    assert visit.title == MUST
    visit.press("Start again")
    assert "Your answers" not in visit.text
    visit.press("I fear significant harm now")
    assert visit.title == MUST
    assert len(visit.requests) == 1
    assert visit.complaints == []


def test_a_concern_is_found_and_harm_may_be_feared_in_it(visit: Visit) -> None:
    """From the first question, and in place of an answer about harm."""
    visit.press("Look up a worry")
    visit.press("A missing child")
    alone = visit.title
    visit.press("I fear significant harm now")
    assert "MUST ring" in visit.title
    visit.press("Start again")
    visit.press("Yes, they agree")
    visit.press("Something else, such as a bruise on a baby")
    visit.press("A missing child")
    assert visit.title == alone
    assert "Your worry: A missing child" in visit.text


def test_numbers_can_be_rung_and_are_not_broken(visit: Visit) -> None:
    visit.press("I fear significant harm now")
    links = visit.page.locator("a").evaluate_all(
        "all => all.map(a => [a.textContent, a.getAttribute('href')])"
    )
    assert ["0113 535 0600", "tel:+441135350600"] in links
    assert ["999", "tel:999"] in links
    assert all(href == f"tel:{dial(number)}" for number, href in links)
    heights = visit.page.locator("a, .number").evaluate_all(
        "all => all.map(each => each.getClientRects().length)"
    )
    assert set(heights) == {1}


VIEWS: list[list[str]] = [
    [],
    ["Not asked yet"],
    ["Not asked yet", "No"],
    ["Not asked yet", "No", "Unsure: help me choose"],
    ["Not asked yet", "Yes"],
    ["Look up a worry"],
    ["Look up a worry", "I am a member of the public, and do not work with children"],
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("presses", VIEWS, ids=["/".join(["first", *presses])[:40] for presses in VIEWS])
def test_every_view_is_accessible_and_fits(
    opened: Browser, file: Path, scheme: str, presses: list[str]
) -> None:
    """By the rules of axe, and without scrolling sideways at 320 pixels."""
    visit = Visit(opened, file, NIGHT, color_scheme=scheme, viewport={"width": 320, "height": 640})
    for press in presses:
        visit.press(press)
    found = Axe().run(visit.page)
    assert found.violations_count == 0, found.generate_report()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
    visit.context.close()


def test_who_answers_changes_while_the_page_is_open(opened: Browser, file: Path) -> None:
    """And it is said, once."""
    visit = Visit(opened, file, datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
    visit.press("I fear significant harm now")
    assert visit.title == "You MUST ring the Duty and Advice Team now."
    visit.page.clock.fast_forward("02:00")
    visit.page.wait_for_function("document.querySelector('h1').innerText.includes('Emergency')")
    assert (
        visit.page.locator("[role=status]").inner_text() == "The hour has changed. Look at the numbers again."
    )
    visit.context.close()


def test_answers_are_dropped_on_leaving(visit: Visit) -> None:
    """Whoever comes back begins anew; nothing is kept anywhere."""
    visit.press("Not asked yet")
    visit.page.evaluate("dispatchEvent(new Event('pagehide')); dispatchEvent(new Event('pageshow'))")
    assert visit.title.startswith("Does the family agree")
    assert visit.page.evaluate("history.length + localStorage.length + sessionStorage.length") == 2
    assert visit.context.cookies() == []


def test_a_clock_before_the_day_of_making_gets_no_answers_now(opened: Browser, file: Path) -> None:
    visit = Visit(opened, file, datetime(2026, 11, 20, 11, tzinfo=UTC))
    assert "The clock of this device says Friday 20 November 2026." in visit.text
    assert "Answers now" not in visit.text
    assert "Hours: Monday to Thursday 9:00 to 17:00" in visit.text
    assert visit.page.locator("button").count() == 0
    visit.context.close()


def test_an_old_page_says_so_at_its_head_and_foot(opened: Browser, file: Path) -> None:
    visit = Visit(opened, file, datetime(2026, 12, 25, 11, tzinfo=UTC))
    assert visit.text.count("This page is old: do not trust it.") == 2
    visit.context.close()
    visit = Visit(opened, file, datetime(2026, 12, 24, 11, tzinfo=UTC))
    assert "This page is old" not in visit.text
    visit.context.close()


def test_without_scripts_both_teams_are_there(opened: Browser, file: Path) -> None:
    visit = Visit(opened, file, NIGHT, java_script_enabled=False)
    assert "0113 376 0336 Duty and Advice Team" in visit.text
    assert "0113 535 0600 Children's Emergency Duty Team (EDT)" in visit.text
    visit.context.close()


def codes_of(pdf: Path) -> set[str]:
    """What a telephone reads on a printed page, at 100 dots an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=100 / 72).to_pil()
    return {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.parametrize("contacts", ["usual", "own"])
def test_the_poster_is_one_page_whose_codes_can_be_read(
    opened: Browser, leeds: Directory, own: Directory, tmp_path: Path, contacts: str
) -> None:
    """A4 on its side; every number with a code is rung by it."""
    directory = {"usual": leeds, "own": own}[contacts]
    file = tmp_path / "poster.html"
    file.write_text(poster(directory, MADE, WORRIED), encoding="utf-8")
    pdf = printed(opened, file)
    assert sizes_of(pdf) == [A4[::-1]]
    rung = {directory.contacts[team].number.dial for team in (DUTY, EDT)}
    for tier in directory.tiers:
        rung |= {contact.number.dial for contact in directory.contacts_for(tier)}
    assert codes_of(pdf) == {f"tel:{digits}" for digits in rung}


@pytest.mark.parametrize(
    "answers",
    [None, Answers(harm=Harm.YES), Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)],
    ids=["blank", "call", "conversation"],
)
def test_a_sheet_is_one_page_whose_codes_can_be_read(
    opened: Browser, make: Make, tmp_path: Path, answers: Answers | None
) -> None:
    made = make(MADE, answers)
    (tmp_path / "sheet.html").write_text(html(made), encoding="utf-8")
    pdf = printed(opened, tmp_path / "sheet.html")
    assert sizes_of(pdf) == [A4]
    assert codes_of(pdf) == {f"tel:{entry.number.dial}" for entry in made.ring}


def test_nothing_on_paper_is_smaller_than_10_points(
    opened: Browser, leeds: Directory, make: Make, tmp_path: Path
) -> None:
    for name, made in (("sheet", html(make(MADE))), ("poster", poster(leeds, MADE, WORRIED))):
        (tmp_path / f"{name}.html").write_text(made, encoding="utf-8")
        page = opened.new_page()
        page.goto((tmp_path / f"{name}.html").as_uri())
        sizes = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(each => each.innerText?.trim())"
            ".map(each => parseFloat(getComputedStyle(each).fontSize))"
        )
        assert min(sizes) >= 10 / 72 * 96 - 0.01
        assert not re.search("http|url\\(", made.replace("http://www.w3.org/2000/svg", ""))
        page.close()


def test_hostile_names_stay_text(opened: Browser, leeds: Directory, tmp_path: Path) -> None:
    """Marks, quotes, and a name that is written from right to left, on the page and on paper."""
    names = ["<script>alert(1)</script>", 'O\'Neil "Sam" &amp;', "\u05d3\u05e0\u05d9 \u05db\u05d4\u05df"]
    people = tuple(
        OwnPerson(name, None, "0113 496 0100", "Mornings", "2026-11-02", "About.") for name in names
    )
    lead = leeds.person("own-agency-safeguarding-lead")
    tier = leeds.tiers["universal"]
    talk_to = tuple(each._replace(own=people) if each == lead else each for each in tier.talk_to)
    directory = leeds._replace(tiers={**leeds.tiers, "universal": tier._replace(talk_to=talk_to)})
    advice = advise(directory, Answers(harm=Harm.YES), MADE)
    words = load_sheet(bundled_data(), directory)
    made = {
        "page": page(directory, MADE, WORRIED),
        "poster": poster(directory, MADE, WORRIED),
        "sheet": html(sheet(directory, words, MADE, advice)),
    }
    for name, text in made.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        visit = Visit(opened, file, MADE)
        if name == "page":
            visit.press("I fear significant harm now")
        assert names[0] in visit.text
        assert visit.complaints == []
        assert len(visit.requests) == 1
        if name != "page":  # there, the first screen names one, and counts the others
            assert all(each in visit.text for each in names)
        visit.context.close()


def test_very_long_names_change_nothing_but_text(opened: Browser, leeds: Directory, tmp_path: Path) -> None:
    """Ten people of 80 letters in every role: nothing is lost, and no page scrolls sideways."""
    directory = crowded(leeds, 80)
    file = tmp_path / "page.html"
    file.write_text(page(directory, MADE, WORRIED), encoding="utf-8")
    visit = Visit(opened, file, NIGHT, viewport={"width": 320, "height": 640})
    visit.press("I fear significant harm now")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert visit.complaints == []
    visit.context.close()
    file.write_text(poster(directory, MADE, WORRIED), encoding="utf-8")
    assert set(sizes_of(printed(opened, file))) == {A4[::-1]}
