"""Loading: good data whole, bad data refused with every problem at its place and its remedy."""

import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from leedshelp import loading
from leedshelp.guide.loading import load_guide
from leedshelp.handouts.loading import load_sheet
from leedshelp.loading import CIRCUMSTANCES, FILES, bundled_data, load
from leedshelp.loading.nodes import MAX_PROBLEMS
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.model.directory import Directory
from leedshelp.model.errors import DataError, Problem
from leedshelp.triage import in_words
from tests.conftest import ROOT
from tests.posix import posix_only

EXAMPLE = ROOT / "tests" / "example"
CONTACTS, SERVICES, QUESTIONS, _ = FILES
Edit = Callable[[str, Callable[[bytes], bytes]], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """A copy of the example with one file changed."""

    def edit(file: str, change: Callable[[bytes], bytes]) -> Path:
        shutil.copytree(EXAMPLE, tmp_path / "data")
        path = tmp_path / "data" / file
        path.write_bytes(change(path.read_bytes()))
        return path.parent

    return edit


def problems(folder: Path) -> list[str]:
    """Everything wrong with the data in a folder, a line each."""
    with pytest.raises(DataError) as caught:
        load(folder)
    assert str(caught.value).split("\n") == [str(problem) for problem in caught.value.problems]
    return str(caught.value).split("\n")


def test_the_example_is_good() -> None:
    """The mistakes below are told apart from it, so it has none of its own."""
    assert load(EXAMPLE).contacts["hubs"].number.text == "0113 496 0005"


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


# What turns into something else: hours and weekdays, and a date that is not known.
TURNED = "[0-9]{2}:[0-9]{2}|[A-Z][a-z]+day( to [A-Z][a-z]+day)?|unknown"


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "data"], ids=["the example", "the bundled data"])
@pytest.mark.parametrize("file", [*FILES, CIRCUMSTANCES, "sheet.yaml", "guide.yaml"])
def test_every_text_that_is_written_is_known_as_it_was_written(folder: Path, file: str) -> None:
    """Each fact and word of a file: no loader leaves one out or changes it."""
    directory = load(folder)
    known = {
        *leaves(directory),
        *leaves(load_sheet(folder, directory)),
        *leaves(load_guide(folder, directory)),
    }
    text = (folder / file).read_text(encoding="utf-8")
    written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    missing = {text for text in leaves(written) if text not in known and not re.fullmatch(TURNED, text)}
    assert missing == set()


def test_one_key_is_enough_for_each_circumstance(edited: Edit) -> None:
    """Three answers and six circumstances have a digit each; a seventh would have none."""

    def change(text: bytes) -> bytes:
        head, one = text.split(b"  elsewhere:")
        one = b"  elsewhere:" + one.split(b"  anyone-else:")[0]
        return head + b"".join(one.replace(b"elsewhere", b"elsewhere-%d" % each, 1) for each in range(6))

    assert problems(edited(CIRCUMSTANCES, change)) == [
        "circumstances.yaml:1:1: circumstances: has more than 6 entries; one key must be enough for each"
    ]


def test_a_place_may_have_no_circumstances(tmp_path: Path) -> None:
    """The file may be left out; but one that is there and cannot be read is a problem."""
    shutil.copytree(EXAMPLE, tmp_path / "data")
    (tmp_path / "data" / CIRCUMSTANCES).unlink()
    assert load(tmp_path / "data") == load(EXAMPLE)._replace(circumstances={})
    (tmp_path / "data" / CIRCUMSTANCES).mkdir()
    (problem,) = problems(tmp_path / "data")
    assert problem.startswith("circumstances.yaml:1:1: cannot be read in ")


def test_problems_of_all_files_are_told_at_once(edited: Edit) -> None:
    """One run tells everything, file by file and line by line."""
    folder = edited(CONTACTS, lambda text: text.replace(b'"0113 496 0001"', b'"0113 496"'))
    services = folder / SERVICES
    services.write_text(services.read_text().replace("starter: information", "start: information"))
    (folder / QUESTIONS).write_text("questions: [")
    files = [problem.split(":")[0] for problem in problems(folder)]
    assert files == [CONTACTS, *[SERVICES] * 4, QUESTIONS]


def test_two_problems_in_one_file_come_in_its_order(edited: Edit) -> None:
    """Later checks find earlier lines too; the reader goes from the top down."""

    def change(text: bytes) -> bytes:
        return text.replace(b"line: any-hour", b"line: always").replace(b"date: 2013", b"date: MMXIII")

    lines = [int(problem.split(":")[1]) for problem in problems(edited(CONTACTS, change))]
    assert lines == sorted(lines)
    assert len(lines) == 2


@pytest.mark.parametrize(
    "change", [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n")]
)
def test_a_byte_order_mark_and_windows_line_ends_are_fine(
    edited: Edit, change: Callable[[bytes], bytes]
) -> None:
    """Neither changes what is read."""
    assert load(edited(CONTACTS, change)) == load(EXAMPLE)


def test_a_file_that_is_not_there_is_named(edited: Edit) -> None:
    """With the folder, and what a folder must hold."""
    folder = edited(CONTACTS, bytes)
    (folder / SERVICES).unlink()
    with pytest.raises(DataError) as caught:
        load(folder)
    files = ", ".join(FILES)
    what = f"cannot be read in '{folder}' (No such file or directory); name a folder that holds {files}"
    assert caught.value.problems == (Problem(SERVICES, 1, 1, "", None, what),)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(Path.mkdir, id="a folder"),
        pytest.param(lambda path: os.mkfifo(path), marks=posix_only, id="a pipe"),
    ],
)
def test_what_is_no_file_is_not_waited_for(edited: Edit, make: Callable[[Path], object]) -> None:
    """It says so at once."""
    folder = edited(CONTACTS, bytes)
    (folder / SERVICES).unlink()
    make(folder / SERVICES)
    (problem,) = problems(folder)
    assert "cannot be read in " in problem
    assert "(it is not a file)" in problem


def entries(count: int) -> bytes:
    """Documents, as many as that, each with a mistake in it."""
    return b"".join(b"  doc-%d: {title: A page, publisher: A board, dat: 2013}\n" % n for n in range(count))


def test_no_more_problems_are_told_than_anybody_reads(edited: Edit) -> None:
    """A hundred of a file; whoever has put those right will ask again."""
    folder = edited(CONTACTS, lambda text: text.replace(b"documents:\n", b"documents:\n" + entries(150), 1))
    told = problems(folder)
    assert len(told) == MAX_PROBLEMS
    assert told[0].startswith("contacts.yaml:3:10: documents.doc-0: needs either `date` or")


@pytest.mark.parametrize(("count", "end"), [(17, "old, new, seen"), (18, "doc-17, old, new, ...")])
def test_no_more_names_are_suggested_than_anybody_reads(edited: Edit, count: int, end: str) -> None:
    """Twenty of them."""
    page = b"  doc-%d: {title: A page, publisher: A board, date: 2013}\n"
    more = b"".join(page % number for number in range(count))

    def change(text: bytes) -> bytes:
        return text.replace(b"documents:\n", b"documents:\n" + more, 1).replace(b"[seen]", b"[qqq]", 1)

    told = next(problem for problem in problems(edited(CONTACTS, change)) if "qqq" in problem)
    assert told.endswith(end)


@pytest.mark.parametrize(
    ("value", "told"),
    [("x" * 100, "x" * 100), ("x" * 101, "x" * 100 + "..."), ("one\n\ttwo", "one two")],
    ids=["long", "too long", "over lines"],
)
def test_a_problem_is_one_line_however_much_it_quotes(value: str, told: str) -> None:
    """The value itself stays whole for programs."""
    problem = Problem("contacts.yaml", 1, 2, "a\nb", value, "is\nwrong")
    assert str(problem) == f'contacts.yaml:1:2: a b: "{told}" is wrong'
    assert problem.value == value


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        (b"documents:\n", b"documents:\n" + entries(201), "documents: has more than 200 entries"),
        (
            b"[front door]",
            b"[%s]" % b", ".join(b"a%d" % n for n in range(51)),
            "also: has more than 50 items",
        ),
        (
            b"  agreed:\n",
            b"  agreed:\n" + b"    - {days: Friday, from: 09:00, to: 10:00}\n" * 13,
            "hours.agreed: has more than 14 items; join days",
        ),
    ],
)
def test_more_than_a_place_can_need_is_refused(edited: Edit, good: bytes, bad: bytes, told: str) -> None:
    """So that the rules can be proved over any data in a moment."""
    folder = edited(CONTACTS, lambda text: text.replace(good, bad, 1))
    assert any(told in problem for problem in problems(folder))


def test_as_much_as_a_place_can_need_is_taken(edited: Edit) -> None:
    """Hours twice a day, fifty names of one contact, two hundred services of a tier."""
    hours = b"    - {days: Friday, from: 09:00, to: 10:00}\n" * 12
    names = b"[%s]" % b", ".join(b"a%d" % each for each in range(50))
    services = "".join(f"      s{each}: {{name: S{each}}}\n" for each in range(198))
    folder = edited(
        CONTACTS,
        lambda text: text.replace(b"  agreed:\n", b"  agreed:\n" + hours, 1).replace(
            b"[front door]", names, 1
        ),
    )
    path = folder / SERVICES
    path.write_text(path.read_text().replace("    services:\n", f"    services:\n{services}", 1))
    known = load(folder)
    assert len(known.hours.agreed) == 14
    assert len(known.contacts["duty-and-advice"].also) == 50
    assert len(known.tiers["universal"].services) == 200


@pytest.mark.parametrize(
    ("was", "written", "told"),
    [
        ("date: 2023-02-09", "date: 2026-11-21", None),
        ("read: 2026-11", "read: 2026-11-21", None),
        ("date: 2023-02-09", "date: 2026-11-22", 'contacts.yaml:10:11: documents.new.date: "2026-11-22"'),
        ("date: 2023-02-09", "date: 2027", 'contacts.yaml:10:11: documents.new.date: "2027"'),
        ("read: 2026-11", "read: 2026-12", 'contacts.yaml:15:11: documents.seen.read: "2026-12"'),
    ],
)
def test_a_document_of_a_day_to_come_is_refused(
    edited: Edit, was: str, written: str, told: str | None
) -> None:
    """Where the day is known; one of today may have been read this morning."""
    folder = edited(CONTACTS, lambda text: text.replace(was.encode(), written.encode(), 1))
    assert load(folder)
    if told is None:
        assert load(folder, date(2026, 11, 21))
    else:
        with pytest.raises(DataError) as caught:
            load(folder, date(2026, 11, 21))
        assert str(caught.value) == f"{told} is still to come; write the day it was read or made"


def test_hours_about_which_no_document_differs(edited: Edit) -> None:
    """Not every place has disputed minutes, and none has to make them up."""
    folder = edited(
        CONTACTS, lambda text: re.sub(b"  disputed:.*?(?=bank_holidays)", b"", text, flags=re.DOTALL)
    )
    directory = load(folder)
    duty = directory.contacts["duty-and-advice"]
    assert directory.hours.disputed == ()
    assert in_words.hours(duty, duty.number) == ("Monday to Thursday 9:00 to 17:00, Friday 9:00 to 16:30")


def test_a_file_as_large_as_may_be_is_read(edited: Edit) -> None:
    """The limit itself is not too large."""
    folder = edited(CONTACTS, lambda text: text + b"#" * (MAX_BYTES - len(text)))
    assert (folder / CONTACTS).stat().st_size == MAX_BYTES
    assert load(folder) == load(EXAMPLE)


def test_the_first_and_the_last_day_known_may_be_bank_holidays(edited: Edit) -> None:
    """The list reaches to both of its ends."""

    def change(text: bytes) -> bytes:
        return text.replace(b"known_from: 2026-01-01", b"known_from: 2026-12-25").replace(
            b"known_until: 2026-12-31", b"known_until: 2026-12-28"
        )

    hours = load(edited(CONTACTS, change)).hours
    assert list(hours.bank_holidays) == [hours.known_from, hours.known_until]


@pytest.mark.parametrize("end", [b"?", b"- ", b"? a", b"a:", b"a: >-", b"  :"])
def test_a_file_that_breaks_off_is_told(edited: Edit, end: bytes) -> None:
    """However it ends."""
    assert problems(edited(CONTACTS, lambda text: text + end))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (b"No", "No"),
        (b"017:00", "017:00"),
        (b"1.10", "1.10"),
        (b"'Team: #1'", "Team: #1"),
        (b"Team#1", "Team#1"),
        (b"2026-12-25", "2026-12-25"),
        (b"[out of hours]", None),
        (b">-\n      Night\n      Team", "Night Team"),
        (b"|-\n      Night\n      Team", "Night Team"),
        (b'"caf\\u00e9"', "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
    ],
)
def test_text_stays_text(edited: Edit, text: bytes, kept: str | None) -> None:
    """Nothing that is written turns into a number, a date, a truth or nothing."""
    folder = edited(CONTACTS, lambda whole: whole.replace(b"Night Team", text))
    if kept is None:
        assert "is a list, not text" in problems(folder)[0]
    else:
        assert load(folder).contacts["emergency-duty-team"].name == kept


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package in an empty folder, from which `loading` seems to run."""
    package = tmp_path / "src" / "leedshelp"
    package.mkdir(parents=True)
    monkeypatch.setattr(loading, "__file__", str(package / "loading" / "__init__.py"))
    bundled_data.cache_clear()
    yield package
    bundled_data.cache_clear()


def test_bundled_data_of_a_wheel_is_in_the_package(package: Path) -> None:
    """Whatever else is around it."""
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


def test_a_folder_that_no_system_has_is_told() -> None:
    """With a NUL in its name."""
    (first, *_) = problems(Path("a\0b"))
    assert first.startswith("contacts.yaml:1:1: cannot be read in 'a\\x00b' (")
    assert "embedded null" in first


def test_bundled_data_of_this_checkout_is_its_own() -> None:
    """As the tests run from one."""
    assert bundled_data() == ROOT / "data"


def test_bundled_data_holds_no_number_outside_its_place(leeds: Directory) -> None:
    """Every number of the data belongs to a contact, and is in its file once as a number."""
    text = (bundled_data() / CONTACTS).read_text(encoding="utf-8")
    for contact in leeds.contacts.values():
        for number in contact.numbers:
            assert text.count(f'- number: "{number.text}"') == 1
            assert number.text not in (bundled_data() / QUESTIONS).read_text(encoding="utf-8")
            assert number.text not in (bundled_data() / SERVICES).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["-", "...", "?", "~", "#", "_", "\N{EM DASH}", "\u0301", "* *"])
@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("name: Night Team", "emergency-duty-team.name"),
        ("helps: Takes calls at night.", "emergency-duty-team.helps"),
        ("also: [front door]", "duty-and-advice.also[0]"),
        ("old: option 3", "duty-and-advice.numbers[0].options.old"),
    ],
)
def test_a_text_with_nothing_to_read_in_it_is_refused(
    edited: Edit, written: str, field: str, text: str
) -> None:
    """It would look empty on the screen."""
    name, _, value = written.partition(": ")
    quoted = f"['{text}']" if value.startswith("[") else f"'{text}'"
    folder = edited(CONTACTS, lambda whole: whole.replace(written.encode(), f"{name}: {quoted}".encode(), 1))
    (problem,) = problems(folder)
    assert f": contacts.{field}: " in problem
    assert problem.endswith(" has no letter or digit; write it in words")
