"""What differs between two editions of the data, told as a person would tell it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leedshelp.changes import Edition, changes
from leedshelp.directory import Directory
from leedshelp.loading import CIRCUMSTANCES, FILES, bundled_data, load
from tests.conftest import ROOT, Run

EXAMPLE = load(ROOT / "tests" / "example")


def told(old: Directory, new: Directory) -> list[str]:
    """The differences, a line each."""
    return list(map(str, changes(Edition(old, None, {}), Edition(new, None, {}))))


def test_a_number_that_was_replaced_is_told_by_its_contact(leeds: Directory) -> None:
    """The one line a release note needs; that the old number is kept as such adds nothing."""
    edt = leeds.contacts["emergency-duty-team"]
    before = {**leeds.contacts, edt.id: edt._replace(numbers=edt.numbers[1:])}
    assert told(leeds._replace(contacts=before), leeds) == [
        "Children's Emergency Duty Team (EDT): 0113 240 9536 \N{RIGHTWARDS ARROW} 0113 535 0600"
    ]


def test_a_number_that_was_written_over_is_told_as_gone(leeds: Directory) -> None:
    """People who know the old number would no longer recognise it."""
    edt = leeds.contacts["emergency-duty-team"]
    after = {**leeds.contacts, edt.id: edt._replace(numbers=edt.numbers[:1])}
    assert "Children's Emergency Duty Team (EDT), numbers, 0113 240 9536: taken out: 0113 240 9536" in told(
        leeds, leeds._replace(contacts=after)
    )


def test_what_is_new_or_gone_is_told_once_and_not_part_by_part() -> None:
    """A contact by its number, a document by its title."""
    fewer = EXAMPLE._replace(
        contacts={key: each for key, each in EXAMPLE.contacts.items() if key != "hubs"},
        documents={key: each for key, each in EXAMPLE.documents.items() if key != "new"},
    )
    assert told(fewer, EXAMPLE) == [
        'document "A new page": added: A new page',
        "Hubs: added: 0113 496 0005",
    ]
    assert told(EXAMPLE, fewer) == [
        'document "A new page": taken out: A new page',
        "Hubs: taken out: 0113 496 0005",
    ]


def test_a_circumstance_is_told_by_when_it_applies() -> None:
    """Whether its words change, or all of it is new."""
    elsewhere = EXAMPLE.circumstances["elsewhere"]
    words = elsewhere.words._replace(headline="Ring them.")
    other = {**EXAMPLE.circumstances, "elsewhere": elsewhere._replace(words=words)}
    assert told(EXAMPLE, EXAMPLE._replace(circumstances=other)) == [
        "The child lives elsewhere, words, headline: Ring the other council, and if you fear "
        "harm, you MUST ring the {first}. \N{RIGHTWARDS ARROW} Ring them."
    ]
    fewer = {key: each for key, each in EXAMPLE.circumstances.items() if key != "elsewhere"}
    assert told(EXAMPLE._replace(circumstances=fewer), EXAMPLE) == [
        "The child lives elsewhere: added: The child lives elsewhere"
    ]


def test_nothing_differs_between_an_edition_and_itself(leeds: Directory) -> None:
    """However often it is read."""
    assert told(leeds, load(bundled_data())) == []


def edited(tmp_path: Path, file: str, old: str, new: str) -> Directory:
    """The example with one text of a file in place of another."""
    for name in (*FILES, CIRCUMSTANCES):
        text = (ROOT / "tests" / "example" / name).read_text(encoding="utf-8")
        assert name != file or old in text
        (tmp_path / name).write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    return load(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "contacts",
            "date: 2023-02-09",
            "date: 2024",
            'document "A new page", date: 2023-02-09 > 2024',
        ),
        ("contacts", "title: An old page", "title: A page", 'document "A page": An old page > A page'),
        ("contacts", "name: Hubs", "name: Family Hubs", "Family Hubs, name: Hubs > Family Hubs"),
        ("contacts", "    also: [front door]\n", "", "Daytime Team, also: taken out: front door"),
        ("contacts", "seen: option 2", "seen: option 1", "numbers, 0113 496 0001, options, seen: option 2 >"),
        ("contacts", "for: anyone", "for: practitioners", "999, audience: anyone > practitioners"),
        ("contacts", "hubs@example.org", "h@example.org", "Hubs, email, address: hubs@example.org > h@"),
        ("contacts", "to: 17:00", "to: 18:00", "agreed, 1: Monday to Thursday 9:00 to 17:00 > Monday"),
        ("contacts", "why: One page closes later.", "why: Later.", "disputed, 1, why: One page closes"),
        (
            "contacts",
            "    2026-12-25: Christmas Day\n",
            "",
            "bank_holidays, 2026-12-25: taken out: Christmas",
        ),
        ("services", "name: GP", "name: Doctor", "Universal Services, services, gp: GP > Doctor"),
        ("services", "starter: information", "starter: hubs", "Universal Services, starter: information >"),
        ("services", "also: [manager]", "also: [boss]", "talk_to, line-manager, also: manager > boss"),
        ("questions", "asks: Do you fear harm?", "asks: Harm?", "questions, harm, asks: Do you fear harm? >"),
        (
            "questions",
            "{says: Ring now.,",
            "{says: Ring.,",
            "call-now, next_steps, 1, says: Ring now. > Ring",
        ),
        ("questions", "closed: Closed now", "closed: Shut", "phrases, now.closed: Closed now > Shut"),
    ],
)
def test_each_kind_of_fact_is_told_where_it_changed(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    """One line, with what was and what is."""
    (line,) = told(EXAMPLE, edited(tmp_path, f"{file}.yaml", old, new))
    assert says.replace(">", "\N{RIGHTWARDS ARROW}") in line


def without_replaces(directory: Directory) -> Directory:
    """The example with two numbers for its night team, neither in place of the other."""
    edt = directory.contacts["emergency-duty-team"]
    numbers = (edt.numbers[0]._replace(replaces=None), edt.numbers[1])
    return directory._replace(contacts={**directory.contacts, edt.id: edt._replace(numbers=numbers)})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda each: each._replace(hours=each.hours._replace(known_until=date(2026, 6, 30))),
            "known_until: 2026-12-31 > 2026-06-30",
        ),
        (lambda each: each._replace(tier_sources=("new",)), "tier_sources: old > new"),
        (without_replaces, "Night Team, numbers, 0113 496 0002, replaces: taken out: 0113 496 0003"),
    ],
)
def test_other_facts_are_told_too(change: Callable[[Directory], Directory], says: str) -> None:
    """The end of the list of bank holidays, the table's sources, which number replaced which."""
    (line,) = told(EXAMPLE, change(EXAMPLE))
    assert line == says.replace(">", "\N{RIGHTWARDS ARROW}")


def test_the_words_of_the_sheet_and_the_pages_of_the_guide_are_compared_too(run: Run, tmp_path: Path) -> None:
    """A second reader is told of all that a person can be told."""
    folder = shutil.copytree(bundled_data(), tmp_path / "data")
    for name, old, new in (
        ("sheet.yaml", "title: Call sheet", "title: Call page"),
        ("guide/consent.md", "Always think about consent.", "Think about consent."),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    (folder / "guide" / "moving.md").unlink()
    ran = run("check", str(folder), "--changes", str(bundled_data()))
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "sheet, labels, title: Call sheet \N{RIGHTWARDS ARROW} Call page",
        "guide, consent, parts, 7, text: Always think about consent. \N{RIGHTWARDS ARROW} Think "
        "about consent.",
        "guide, moving: taken out: Moving between services",
    ]


def test_an_edition_from_before_there_were_sheets_can_be_compared(run: Run, tmp_path: Path) -> None:
    """What it has none of is new."""
    folder = shutil.copytree(bundled_data(), tmp_path / "data")
    (folder / "sheet.yaml").unlink()
    ran = run("check", "--changes", str(folder))
    assert ran.code == 0
    assert "sheet, labels, title: added: Call sheet" in ran.out
