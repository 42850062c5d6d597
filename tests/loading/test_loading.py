"""Loading: good data whole, as much as a place can need, and from where; the rest is in `bad_files.txt`."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from leedshelp import bundled
from leedshelp.bundled import bundled_data
from leedshelp.guide.loading import load_guide
from leedshelp.handouts.loading import load_sheet
from leedshelp.loading import CONCERNS, FILES, load, reviews
from leedshelp.loading.nodes import MAX_PROBLEMS
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.model.errors import DataError, Problem
from leedshelp.triage import in_words
from tests.conftest import EXAMPLE, ROOT, change
from tests.loading.bad_files import Bad

CONTACTS, SERVICES, QUESTIONS, _ = FILES
NIGHT_TEAM = "name: Night Team\n    helps"


def problems(folder: Path, today: date | None = None) -> list[str]:
    """Everything wrong with the data in a folder, a line each."""
    with pytest.raises(DataError) as caught:
        load(folder, today)
    assert str(caught.value).split("\n") == [str(problem) for problem in caught.value.problems]
    return str(caught.value).split("\n")


def leaves(value: object) -> Iterator[str]:
    """Every text in what the loader made of a file, or in what a reader of no opinion makes of it."""
    match value:
        case str():
            yield " ".join(value.split())
        case dict():
            for item in value.values():
                yield from leaves(item)
        case tuple() | list():
            for item in value:
                yield from leaves(item)
        case None | bool():
            return
        case _:
            yield str(value)


# What turns into something else, such as hours and weekdays, or is only there to be looked up.
TURNED = "[0-9]{2}:[0-9]{2}|[A-Z][a-z]+day( to [A-Z][a-z]+day)?|yes|govuk-bank-holidays"


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "data"], ids=["the example", "the bundled data"])
@pytest.mark.parametrize("file", [*FILES, CONCERNS, "sheet.yaml", "guide.yaml"])
def test_every_text_that_is_written_is_known_as_it_was_written(folder: Path, file: str) -> None:
    """Each fact and word of a file: no loader leaves one out or changes it."""
    directory = load(folder)
    known = {
        *leaves(directory),
        *leaves(load_sheet(folder, directory)),
        *leaves(load_guide(folder, directory)),
        *leaves(reviews(folder)),
    }
    text = (folder / file).read_text(encoding="utf-8")
    written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    missing = {text for text in leaves(written) if text not in known and not re.fullmatch(TURNED, text)}
    assert missing == set()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        *((text, text) for text in ("No", "017:00", "1.10", "Team#1", "2026-12-25")),
        ("'Team: #1'", "Team: #1"),
        (">-\n      Night\n      Team", "Night Team"),
        ("|-\n      Night\n      Team", "Night Team"),
        ('"caf\\u00e9"', "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
    ],
)
def test_text_stays_text(folder: Path, text: str, kept: str) -> None:
    """Nothing that is written turns into a number, a date, a truth or nothing."""
    change(folder / CONTACTS, NIGHT_TEAM, f"name: {text}\n    helps")
    assert load(folder).contacts["emergency-duty-team"].name == kept


def test_a_place_may_have_no_concerns(folder: Path) -> None:
    """The file may be left out; but one that is there and cannot be read is a problem."""
    (folder / CONCERNS).unlink()
    assert load(folder) == load(EXAMPLE)._replace(concerns={})
    (folder / CONCERNS).mkdir()
    (problem,) = problems(folder)
    assert problem.startswith("concerns.yaml:1:1: cannot be read in ")


def test_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    """File by file and line by line, though some are found later than others."""
    change(folder / CONTACTS, "line: any-hour", "line: always")
    change(folder / CONTACTS, "date: 2013", "date: MMXIII")
    change(folder / SERVICES, "starter: information", "start: information")
    (folder / QUESTIONS).write_text("questions: [")
    places = [problem.split(":") for problem in problems(folder)]
    assert [file for file, *_ in places] == [CONTACTS, CONTACTS, SERVICES, SERVICES, QUESTIONS]
    assert int(places[0][1]) < int(places[1][1])


def test_a_file_that_is_not_there_is_named_with_what_a_folder_must_hold(folder: Path) -> None:
    directory = load(folder)
    (folder / SERVICES).unlink()
    (folder / "sheet.yaml").unlink()
    what = f"cannot be read in {str(folder)!r} (No such file or directory); name a folder that holds "
    what += "contacts.yaml, services.yaml, questions.yaml, advice.yaml"
    with pytest.raises(DataError) as caught:
        load(folder)
    assert caught.value.problems == (Problem(SERVICES, 1, 1, "", None, what),)
    with pytest.raises(DataError) as caught:
        load_sheet(folder, directory)
    assert caught.value.problems == (Problem("sheet.yaml", 1, 1, "", None, f"{what}, sheet.yaml"),)


def test_a_folder_that_no_system_has_is_told() -> None:
    (first, *_) = problems(Path("a\0b"))
    assert first.startswith("contacts.yaml:1:1: cannot be read in 'a\\x00b' (")
    assert "embedded null" in first


def documents(count: int, field: str = "date") -> str:
    """As many documents, each with a mistake in it unless its date has the right field."""
    entry = f"{{title: A page, publisher: A board, {field}: 2013}}\n"
    return "".join(f"  doc-{number}: {entry}" for number in range(count))


@pytest.mark.parametrize(
    ("file", "good", "bad"),
    [
        (CONTACTS, "documents:\n", "documents:\n" + documents(150, "dat")),
        ("own.yaml", "people:\n", "people:\n" + "".join(f"  role-{n}: Sam\n" for n in range(150))),
        ("sheet.yaml", "labels:\n", "labels:\n" + "".join(f"  field-{n}: No\n" for n in range(150))),
    ],
)
def test_no_more_problems_are_told_than_anybody_reads(tmp_path: Path, file: str, good: str, bad: str) -> None:
    """A hundred of a file; whoever has put those right will ask again."""
    assert len(Bad(file, good, bad, []).problems_in(tmp_path / "data")) == MAX_PROBLEMS == 100


@pytest.mark.parametrize(("count", "end"), [(17, "old, new, seen"), (18, "doc-17, old, new, ...")])
def test_no_more_names_are_suggested_than_anybody_reads(folder: Path, count: int, end: str) -> None:
    change(folder / CONTACTS, "documents:\n", "documents:\n" + documents(count))
    change(folder / CONTACTS, "[seen]", "[qqq]")
    assert next(problem for problem in problems(folder) if "qqq" in problem).endswith(end)


@pytest.mark.parametrize(
    ("value", "quoted"),
    [("x" * 100, "x" * 100), ("x" * 101, "x" * 100 + "..."), ("one\n\ttwo", "one two")],
    ids=["long", "too long", "over lines"],
)
def test_a_problem_is_one_line_however_much_it_quotes(value: str, quoted: str) -> None:
    """The value itself stays whole for programs."""
    problem = Problem("contacts.yaml", 1, 2, "a\nb", value, "is\nwrong")
    assert str(problem) == f'contacts.yaml:1:2: a b: "{quoted}" is wrong'
    assert problem.value == value


WINDOW = "    - {days: Friday, from: 09:00, to: 10:00}\n"
ELSEWHERE = (EXAMPLE / CONCERNS).read_text(encoding="utf-8").split("  elsewhere:")[1]


def many(count: int) -> list[tuple[str, str, str]]:
    """The services, names, windows and concerns that a place can need, and so many more of each."""
    names = ", ".join(f"a{number}" for number in range(50 + count))
    services = "".join(f"      s{number}: {{name: S{number}}}\n" for number in range(198 + count))
    ways = "".join(f"  e{number}:{ELSEWHERE.split('  anyone-else:')[0]}" for number in range(3 + count))
    return [
        (SERVICES, "    services:\n", f"    services:\n{services}"),
        (CONTACTS, "[front door]", f"[{names}]"),
        (CONTACTS, "  agreed:\n", "  agreed:\n" + WINDOW * (12 + count)),
        (CONCERNS, "concerns:\n", f"concerns:\n{ways}"),
    ]


TOO_MANY = [
    "services.yaml:7:7: tiers.universal.services: has more than 200 entries; ",
    "contacts.yaml:29:11: contacts.duty-and-advice.also: has more than 50 items; ",
    "contacts.yaml:71:3: hours.agreed: has more than 14 items; ",
    "concerns.yaml:1:1: concerns: has more than 6 entries with `briefly`; ",
]


@pytest.mark.parametrize(("edit", "message"), list(zip(many(1), TOO_MANY, strict=True)))
def test_more_than_a_place_can_need_is_refused(
    folder: Path, edit: tuple[str, str, str], message: str
) -> None:
    """So that the rules can be proved over any data in a moment."""
    file, *texts = edit
    change(folder / file, *texts)
    (problem,) = problems(folder)
    assert problem.startswith(message)


def test_as_much_as_a_place_can_need_is_taken(folder: Path) -> None:
    for file, good, bad in many(0):
        change(folder / file, good, bad)
    known = load(folder)
    assert len(known.hours.agreed) == 14
    assert len(known.contacts["duty-and-advice"].also) == 50
    assert len(known.tiers["universal"].services) == 200
    assert len(known.concerns) == 6


def test_a_file_as_large_as_may_be_is_read(folder: Path) -> None:
    path = folder / CONTACTS
    path.write_bytes(path.read_bytes() + b"#" * (MAX_BYTES - path.stat().st_size))
    assert load(folder) == load(EXAMPLE)


@pytest.mark.parametrize(
    ("was", "written", "place"),
    [
        ("date: 2023-02-09", "date: 2026-11-21", None),
        ("date: 2023-02-09", "date: 2026-11-22", '10:11: documents.new.date: "2026-11-22"'),
        ("date: 2023-02-09", "date: 2027", '10:11: documents.new.date: "2027"'),
        ("not_before: 2020-09", "not_before: 2026-12", '15:17: documents.seen.not_before: "2026-12"'),
    ],
)
def test_a_document_of_a_day_to_come_is_refused(
    folder: Path, was: str, written: str, place: str | None
) -> None:
    """Where the day is known; one of today may have been read this morning."""
    change(folder / CONTACTS, was, written)
    assert load(folder)
    if place is None:
        assert load(folder, date(2026, 11, 21))
    else:
        message = f"contacts.yaml:{place} is still to come; write the day it was made"
        assert problems(folder, date(2026, 11, 21)) == [message]


def test_hours_about_which_no_document_differs(folder: Path) -> None:
    """Not every place has disputed minutes, and none has to make them up."""
    path = folder / CONTACTS
    text = re.sub("  disputed:.*?(?=bank_holidays)", "", path.read_text(), flags=re.DOTALL)
    path.write_text(text)
    directory = load(folder)
    duty = directory.contacts["duty-and-advice"]
    assert directory.hours.disputed == ()
    assert in_words.hours(duty, duty.number) == "Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30"


def test_the_first_and_the_last_day_known_may_be_bank_holidays(folder: Path) -> None:
    change(folder / CONTACTS, "known_from: 2026-01-01", "known_from: 2026-12-25")
    change(folder / CONTACTS, "known_until: 2026-12-31", "known_until: 2026-12-28")
    hours = load(folder).hours
    assert list(hours.bank_holidays) == [hours.known_from, hours.known_until]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package in an empty folder, from which leedshelp seems to run."""
    package = tmp_path / "src" / "leedshelp"
    package.mkdir(parents=True)
    monkeypatch.setattr(bundled, "__file__", str(package / "bundled.py"))
    bundled_data.cache_clear()
    yield package
    bundled_data.cache_clear()


def test_bundled_data_of_a_wheel_is_in_the_package(package: Path) -> None:
    (package / "data").mkdir()
    (package.parents[1] / "data").mkdir()
    assert bundled_data() == package / "data"


@pytest.mark.parametrize(
    ("project", "is_ours"),
    [('[project]\nname = "leedshelp"\n', True), ('[project]\nname = "other"\n', False), (None, False)],
)
def test_bundled_data_of_a_checkout_is_at_its_top(
    package: Path, project: str | None, *, is_ours: bool
) -> None:
    """A folder called data that lies there by chance, or on purpose, is none of ours."""
    checkout = package.parents[1]
    (checkout / "data").mkdir()
    if project:
        (checkout / "pyproject.toml").write_text(project)
    assert (bundled_data() == checkout / "data") is is_ours


def test_data_in_an_archive_is_read_as_in_a_folder(tmp_path: Path) -> None:
    """As a zipapp has it."""
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        for file in EXAMPLE.glob("*.yaml"):
            archive.write(file, f"data/{file.name}")
    assert load(zipfile.Path(tmp_path / "data.zip", "data/")) == load(EXAMPLE)


def test_a_review_of_a_day_to_come_is_refused(folder: Path) -> None:
    assert load(folder, date(2026, 11, 2))
    told = "is still to come; write the day on which somebody looked this file over"
    assert all(each.endswith(told) for each in problems(folder, date(2026, 11, 1)))
