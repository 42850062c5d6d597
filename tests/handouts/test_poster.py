"""The poster: the table of 2013 with its numbers, and what stands on top of it."""

import re
from pathlib import Path

from leedshelp.handouts.poster import poster
from leedshelp.model.directory import Directory
from leedshelp.model.phone import dial
from tests.conftest import MOMENTS, ROOT, Run
from tests.handouts.test_pages import HOSTILE, Reader, renamed

WORRIED = "Worried about a child in Leeds?"
AT = MOMENTS["office hours"].at
OWN = str(ROOT / "tests" / "leeds" / "own-contacts.yaml")


def test_it_has_the_whole_table_with_999_and_the_must_on_top(leeds: Directory, own: Directory) -> None:
    for directory in (leeds, own):
        text = Reader(poster(directory, AT, WORRIED)).text
        places = [
            text.index(each) for each in ("999", "MUST call the Duty and Advice Team", "Universal Services")
        ]
        assert places == sorted(places)
        for tier in directory.tiers.values():
            names = [tier.name, *(service.full_name for service in tier.services)]
            names += [person.name for person in tier.talk_to]
            assert all(name in text for name in names)
            assert all(contact.number.text in text for contact in directory.contacts_for(tier.id))
        people = [each for person in directory.people("specialist") for each in person.own]
        assert all(each.number in text and each.name in text for each in people)


def test_it_is_the_same_at_any_hour(leeds: Directory) -> None:
    """It hangs there by day and by night: nothing on it answers "now". Both teams stand side by side."""
    for moment in MOMENTS.values():
        text = Reader(poster(leeds, moment.at, WORRIED)).text
        assert not re.search("(Answers|Closed|answer) now", text)
        assert "0113 376 0336" in text
        assert "0113 535 0600" in text
        assert text.index("0113 376 0336") < text.index("0113 535 0600")


def test_it_says_when_it_was_made_how_old_its_facts_are_and_when_to_take_it_down(leeds: Directory) -> None:
    text = Reader(poster(leeds, AT, WORRIED)).text
    assert "Made on Tuesday 24 November 2026. Take this down after Thursday 24 December 2026" in text
    assert (
        'Last seen in "Leeds children\'s services procedures: Contacts and Referrals", 9 February 2023.'
        in text
    )
    assert "Not official." in text


def test_it_loads_nothing_and_no_mark_in_the_data_acts_on_it(leeds: Directory) -> None:
    html = poster(renamed(leeds, HOSTILE), AT, WORRIED)
    reader = Reader(html)
    assert HOSTILE in reader.text
    assert "b" not in reader.open
    assert reader.loads == []
    assert {f"tel:{dial(number)}" for number in ("999", "0113 376 0336")} <= set(reader.links)


def test_it_is_written_with_the_agencys_own_people(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "poster.html"
    ran = run("make", "poster", str(path), "--own", OWN)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Poster: {path}\n")
    assert "Sam Sample" in path.read_text(encoding="utf-8")
    ran = run("make", "poster", str(path))
    assert ran.code == 1
    assert "is there already and is left as it is. Name another, or add --force." in ran.err
