"""The faces of a call sheet: golden files, whole numbers, real headings, and data that never acts."""

import re
from html.parser import HTMLParser
from itertools import product

import pytest

from leedshelp.handouts.sheet import FACES, Sheet, html, text
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from tests.conftest import MOMENTS, Make, ways
from tests.sheets import FOLDER, crowded, files

AT = MOMENTS["office hours"].at
CALL = Answers(harm=Harm.YES)
HOSTILE = "<b>&amp; [x](y) `z` *1* _2_ # | ~ \\ www.example.org https://example.org a@example.org"


class Reader(HTMLParser):
    """What a screen reader makes of a page: its headings, its text, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []
        self.said: list[str] = []
        self.loads: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        if tag != "meta":
            self.open.append(tag)
        self.headings += [tag] if re.fullmatch("h[1-6]", tag) else []
        self.loads += [f"{tag} {name}" for name, _ in attrs if name in ("src", "srcset", "style", "data")]
        self.loads += [tag] if tag in ("script", "link", "img", "iframe", "form", "input") else []
        self.links += [str(value) for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """An element closes, the one that opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self) -> str:
        """All of the text."""
        return " ".join("".join(self.said).split())


def renamed(leeds: Directory, name: str) -> Directory:
    """The data with a name of a team in it that is all marks."""
    team = leeds.contacts["duty-and-advice"]._replace(name=name)
    return leeds._replace(contacts={**leeds.contacts, team.id: team})


def test_every_sheet_is_as_it_was_looked_at() -> None:
    """`python -m tests.renew` writes them anew."""
    assert {path: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == files()


def in_reading_order(made: Sheet, kind: str) -> None:
    """Numbers are on one line each, in the order to ring; no old one is there; when not to trust it is."""
    shown = FACES[kind](made)
    lines = shown.splitlines()
    place = 0
    for call in made.ring:
        place = next(at for at, line in enumerate(lines) if at > place and call.number.text in line)
    assert any("999" in line for line in lines)
    assert "0113 240 9536" not in shown
    plainly = " ".join(Reader(shown).text.split() if kind == ".html" else shown.split())
    assert made.until in plainly
    assert all(one.number in shown for role in made.own for one in role.own)
    assert all(deadline.due in plainly for deadline in made.deadlines if deadline.due)


@pytest.mark.parametrize("kind", FACES)
@pytest.mark.parametrize(
    "names",
    [["office hours", "a night past the known bank holidays"], pytest.param(MOMENTS, marks=pytest.mark.slow)],
    ids=["two moments", "every moment"],
)
def test_every_number_of_every_path_is_whole(make: Make, own: Directory, names: list[str], kind: str) -> None:
    """By day and by night, with an agency's own contacts, and without."""
    for name, answers in product(names, (*ways(own), None)):
        in_reading_order(make(MOMENTS[name].at, answers, own), kind)
        in_reading_order(make(MOMENTS[name].at, answers), kind)


@pytest.mark.parametrize("kind", FACES)
def test_everything_stands_in_the_order_of_the_call(make: Make, kind: str) -> None:
    """Whom to ring; what to have ready; what to ask; and then what comes after the call."""
    made = make(AT, CALL)
    labels, shown = made.labels, FACES[kind](made)
    names = ("numbers", "ready", "ask", "agreed", "deadlines", "disagree", "record")
    marks = {".html": "<h2>{}</h2>", ".txt": "\n{}\n"}
    places = [shown.index(marks[kind].format(labels[name])) for name in names]
    assert places == sorted(places)


def test_text_keeps_to_its_columns_and_breaks_no_number(make: Make, own: Directory) -> None:
    for answers in ways(own):
        shown = text(make(AT, answers, own))
        assert all(len(line) <= 80 for line in shown.splitlines())
        assert not re.search("(?<![0-9] )\\b0[0-9]{3}( [0-9]{3})?$", shown, re.MULTILINE)


def test_a_page_is_one_file_that_loads_nothing_and_can_be_read_aloud(make: Make) -> None:
    """It has a language and a title, headings in their order, and links that ring."""
    shown = html(make(AT, CALL))
    reader = Reader(shown)
    assert '<html lang="en-GB">' in shown
    assert "<title>Call sheet: You MUST ring the Duty and Advice Team now.</title>" in shown
    assert "@page { size: A4;" in shown
    assert reader.loads == []
    assert reader.open == []
    assert "url(" not in shown
    assert "@import" not in shown
    assert set(reader.links) == {"tel:999", "tel:+441133760336", "tel:+441135350600"}
    assert reader.headings[:4] == ["h1", "h2", "h3", "h3"]
    assert set(reader.headings) == {"h1", "h2", "h3"}
    assert not re.search("#(?!fff\\b|000\\b)[0-9a-f]{3}|rgb", shown.split("</style>")[0])


def test_a_page_breaks_no_number_in_its_small_print(make: Make, own: Directory) -> None:
    """Those that an agency has replaced stand there."""
    shown = html(make(AT, None, own))
    assert '<span class="number">0113 376 0336</span>' in shown
    assert ".number { white-space: nowrap; }" in shown


def test_no_mark_in_the_data_acts_on_a_html(leeds: Directory, make: Make) -> None:
    """It is shown as it is written."""
    directory = renamed(leeds, HOSTILE)
    reader = Reader(html(make(AT, CALL, directory)))
    assert HOSTILE in reader.text
    assert "b" not in reader.open


def test_nobody_is_left_out_however_many_people_an_agency_names(leeds: Directory, make: Make) -> None:
    made = make(AT, Answers(Consent.UNSAFE, Harm.NO, TierAnswer.SPECIALIST), crowded(leeds, 20))
    numbers = [person.number for role in made.own for person in role.own]
    assert len(numbers) > 50
    assert all(f">{number}</a>" in html(made) for number in numbers)


@pytest.mark.parametrize("kind", FACES)
def test_nothing_is_typed_in_what_is_for_the_hand(make: Make, kind: str) -> None:
    """There is room below everything to have ready and to ask, and nothing in it."""
    made = make(AT, CALL)
    shown = FACES[kind](made)
    said = [*made.ready, *(each.why.says for each in made.ask)]
    room = '(</p>|</span>)\\s*<div class="room"></div>' if kind == ".html" else "\n_+\n"
    folded = shown.replace("\n", " ") if kind == ".html" else re.sub("(?<=[a-z.])\n(?=[a-z])", " ", shown)
    for each in said:
        assert re.search(re.escape(each) + room, folded), each
