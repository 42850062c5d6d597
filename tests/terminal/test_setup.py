"""An agency's own people, put in by questions: what is asked again, and what is in the file."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leedshelp.loading import load
from leedshelp.model.directory import Directory, OwnPerson
from leedshelp.model.errors import DataError
from leedshelp.own.file import Correction, OwnFile, file_of, text_of
from leedshelp.own.loading import added
from leedshelp.terminal import files
from leedshelp.terminal.form import as_number
from leedshelp.terminal.streams import Terminal
from leedshelp.terminal.typed import day
from leedshelp.triage.hours import london
from tests.conftest import EXAMPLE, Ran, Run
from tests.posix import posix_only

PLACE = load(EXAMPLE)
TODAY = date(2026, 11, 24)
SAM = ("1", "Sam Sample", "01134960100", "Monday to Friday 8:00 to 16:00")
FIRST = ("Example Primary School", *SAM)
LEAD = "own-agency-safeguarding-lead"
NUMBERS = ("999", "0113 376 0336", "0113 535 0600")

Talk = Callable[..., Ran]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The agency's own file, which is not there yet."""
    tmp_path.chmod(0o700)
    return tmp_path / "agency" / "own-contacts.yaml"


@pytest.fixture
def talk(run: Run, path: Path) -> Talk:
    """Somebody types lines at the questions of `setup`."""

    def talking(*lines: str, tty: bool = True) -> Ran:
        typed = "".join(f"{line}\n" for line in lines)
        ran = run("setup", "--own", str(path), typed=typed, tty=tty)
        return replace(ran, err=" ".join(ran.err.split()))

    return talking


def test_six_answers_put_a_lead_on_the_first_screen(run: Run, talk: Talk, path: Path) -> None:
    """And are what `contacts dsl` finds; nobody has seen the file."""
    ran = talk(*FIRST, "s")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.index("999: ") < ran.err.index("What is your agency called?")
    assert "You said: 0113 496 0100 When can" in ran.err
    assert ran.err.endswith(f"Saved: {path}. To see it: leedshelp ask --harm yes --own {path}")
    own = ("--own", str(path))
    assert "Own agency Safeguarding Lead: Sam Sample, 0113 496 0100" in run("ask", "--harm", "yes", *own).out
    assert "- Sam Sample: 0113 496 0100. Your agency's own (Example" in run("contacts", "dsl", *own).out
    assert os.name == "nt" or (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (
        0o600,
        0o700,
    )


def test_the_file_can_be_read_and_edited_by_hand(talk: Talk, path: Path) -> None:
    talk(*FIRST, "a", "2", 'Jo: "Joe" O\'Sample #2', "0113 496 0101", "Mornings", "s")
    today = london(datetime.now(UTC)).date()
    head, text = path.read_text(encoding="utf-8").split("\n\n", 1)
    assert head.startswith("# Your agency's own contacts")
    assert "Never write the name of a child" in head
    assert text == (
        "agency: Example Primary School\n\npeople:\n  own-agency-safeguarding-lead:\n"
        "  - name: Sam Sample\n    number: 0113 496 0100\n    hours: Monday to Friday 8:00 to 16:00\n"
        f"    checked: '{today}'\n"
        "  - name: 'Jo: \"Joe\" O''Sample #2'\n    title: Deputy\n    number: 0113 496 0101\n"
        "    hours: Mornings\n"
        f"    checked: '{today}'\n"
    )


def test_people_can_be_changed_and_taken_out(talk: Talk, leeds: Directory, path: Path) -> None:
    """Enter alone keeps what is known."""
    talk(*FIRST, "s")
    ran = talk("c", "1", "1", "", "0113-496-0109", "", "g", "Another School", "s")
    assert "That key does nothing here." in ran.err
    assert "Enter alone keeps: Sam Sample" in ran.err
    known = file_of(added(leeds, path.read_bytes()))
    assert known.agency == "Another School"
    assert [(each.name, each.number) for each in known.people[LEAD]] == [("Sam Sample", "0113 496 0109")]
    assert talk("1", "2", "s").code == 0
    assert file_of(added(leeds, path.read_bytes())).people == {}


def test_a_correction_asks_for_its_source_and_date_and_shows_both_numbers(
    run: Run, talk: Talk, path: Path
) -> None:
    ran = talk(*FIRST, "n", "3", "+44 113 496 0104", "A letter", "31/13/2026", "21/11/2026", "s")
    assert "leedshelp came with 0113 535 0185. The new number?" in ran.err
    assert '"31/13/2026" is no day. Write it like 21/11/2026. > You said' in ran.err
    assert "You said: 21 November 2026" in ran.err
    assert "Both will be shown: 0113 496 0104, and 0113 535 0185." in ran.err
    shown = run("contacts", "family", "hubs", "--own", str(path)).out
    assert "Number: 0113 496 0104" in shown
    assert "leedshelp came with 0113 535 0185" in shown
    assert "2. Family Hubs (early help): 0113 496 0104, in place of 0113 535 0185" in talk("q").err
    talk("2", "1", "2", "2", "s")
    assert "0113 496 0104" not in path.read_text()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("A", "Duty and Advice Team"),
            "names Duty and Advice Team, which is a team; write the name of a person.",
        ),
        (("A", "n/a"), '"n/a" is no name; write the name of a person.'),
        (("A", "x" * 81), "is longer than 80 characters; say it in fewer."),
        (("A", "Sam 0113 496 0100"), "holds a telephone number; write it under `number`."),
        (("A", "\x1b[2J Sam"), "control character U+001B"),
        (("A", "", ""), "Nothing was typed."),
        (("A", "Sam", "112"), '"112" is the same everywhere; write a number of their own.'),
        (("A", "Sam", "0113 376 0336"), "is already known, as a number of Duty and Advice Team"),
        (("A", "Sam", "none"), '"none" is not a UK number'),
        (("A", "Sam", "0113 496 0100", "do not ring the duty team"), "do not ring the duty team"),
    ],
)
def test_what_is_wrong_is_told_at_once_just_above_the_prompt(
    talk: Talk, lines: tuple[str, ...], told: str
) -> None:
    agency, *others = lines
    ran = talk(agency, "1", *others)
    *_, before, _ = ran.err.split(" > ")
    assert told in before
    assert "Traceback" not in ran.err


def test_one_can_go_back_and_leave_and_see_the_numbers(talk: Talk, path: Path) -> None:
    """From a number to the name, from the name to the role, from the role to what there is."""
    ran = talk("A school", "1", "Sam", "b", "b", "3", "?", "p", "b", "b", "b", "q", "q")
    assert ran.code == 0
    assert ran.err.count("What is their name?") == 5
    assert ran.err.count("What is their role?") == 3
    assert "Enter alone: keep what is known already" in ran.err
    assert ran.err.count("999: ") == 3
    assert "This is not saved yet." in ran.err
    assert "999: " in ran.err.split("You left. Nothing is saved.")[1]
    assert not path.exists()


@posix_only
def test_whoever_leaves_and_cannot_save_is_still_there(
    talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And can leave without."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = talk(*FIRST, "q", "s", "q", "q")
    assert ran.code == 0
    assert "No space left on device. Nothing is saved." in ran.err
    assert "You left. Nothing is saved." in ran.err
    assert not path.exists()


def test_whoever_leaves_can_save_first(talk: Talk, path: Path) -> None:
    ran = talk(*FIRST, "q", "s")
    assert f"Saved: {path}" in ran.err
    assert "Sam Sample" in path.read_text()
    assert "not saved" not in talk("q").err


def test_the_agency_is_asked_for_until_it_has_a_name(talk: Talk, path: Path) -> None:
    ran = talk("b", "", "A school", *SAM, "x", "s")
    assert ran.err.count("What is your agency called?") == 2
    assert '"x" cannot be done. Type one of the letters.' in ran.err
    assert path.exists()


@pytest.mark.parametrize(
    "lines", [("A",), ("A", *["no role"] * 5), ("A", "1", *["n/a"] * 5), ("A", *SAM, *["x"] * 5)]
)
@pytest.mark.parametrize("tty", [True, False])
def test_too_little_or_nonsense_saves_nothing(
    talk: Talk, path: Path, *, tty: bool, lines: tuple[str, ...]
) -> None:
    """Through a pipe too; the numbers are there."""
    ran = talk(*lines, tty=tty)
    assert ran.code in (1, 4)
    assert all(f"{number}: " in ran.err for number in NUMBERS)
    assert not path.exists()


def test_too_many_commands_at_one_prompt_end_it_in_a_pipe(talk: Talk, path: Path) -> None:
    assert talk(*["p"] * 6, tty=False).code == 1
    assert talk(*FIRST, *["x"] * 6, tty=False).code == 1
    assert not path.exists()


def test_a_person_who_mistypes_five_times_loses_nothing(talk: Talk, path: Path) -> None:
    """They are back where they were, or at the list."""
    ran = talk(
        *FIRST, "a", "3", "Jo", *["0113"] * 5, "Jo Sample", "01134960101", "c", "Mornings", *["x"] * 5, "s"
    )
    assert "That key does nothing here." in ran.err
    assert ran.err.endswith(f"Saved: {path}. To see it: leedshelp ask --harm yes --own {path}")
    text = path.read_text()
    assert "Sam Sample" in text
    assert "Jo Sample" in text
    assert "hours: Mornings" in text


def test_no_role_gets_more_people_than_can_be_used(run: Run, talk: Talk, path: Path) -> None:
    """An eleventh would take all the others out of use."""
    others = [
        each for count in range(9) for each in ("a", "1", f"Sam {chr(65 + count)}", f"0113496020{count}", "M")
    ]
    ran = talk(*FIRST, *others, "a", "1", "s")
    assert "Own agency Safeguarding Lead has 10 people, and may have no more." in ran.err
    assert run("contacts", "dsl", "--own", str(path)).out.count("- Sam ") == 10


def test_notes_by_hand_are_kept_and_no_older_file_is_lost(talk: Talk, path: Path) -> None:
    talk(*FIRST, "s")
    for count in (1, 2):
        path.write_text(path.read_text() + f"# Note {count}\n")
        talk("g", f"School {count}", "s")
    kept = sorted(each.read_text().splitlines()[-1] for each in path.parent.glob("*.old"))
    assert kept == ["# Note 1", "# Note 2"]


def test_a_file_that_came_in_the_last_instant_is_left_as_it_is(
    talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new file never takes the place of another."""
    whole = files.create

    def late(target: Path, data: bytes) -> None:
        monkeypatch.setattr(files, "create", whole)
        target.write_text("agency: Theirs\n")
        whole(target, data)

    monkeypatch.setattr(files, "create", late)
    assert "Somebody else has changed" in talk(*FIRST, "s").err
    assert path.read_text() == "agency: Theirs\n"


def test_a_file_that_went_meanwhile_is_made_again(
    talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(*FIRST, "s")
    asked = Terminal.ask

    def meanwhile(terminal: Terminal, text: str) -> str | None:
        line = asked(terminal, text)
        if line == "s\n":
            path.unlink()
        return line

    monkeypatch.setattr(Terminal, "ask", meanwhile)
    assert f"Saved: {path}." in talk("g", "Another", "s").err
    assert "agency: Another" in path.read_text()


def test_answers_can_come_through_a_pipe(talk: Talk, path: Path) -> None:
    assert talk(*FIRST, "s", tty=False).code == 0
    assert path.exists()


def test_a_wrong_entry_is_told_and_kept_and_the_rest_is_used(run: Run, talk: Talk, path: Path) -> None:
    """In every command; and when it is saved anew, the old text is kept."""
    talk(*FIRST, "n", "3", "0113 496 0104", "A letter", "21/11/2026", "s")
    old = path.read_text().replace(
        "people:\n", "people:\n  line-manager:\n  - name: n/a\n    number: 0113 496 0102\n"
    )
    path.write_text(old)
    ran = run("contacts", "dsl", "--own", str(path))
    assert ran.err.startswith("WARNING: some of your agency's own contacts are NOT used.")
    assert 'people.line-manager[0].name: "n/a" is no name' in ran.err
    assert "The others are used." in ran.err
    assert "Sam Sample" in ran.out
    assert run("check", "--own", str(path)).code == 1
    path.write_text(old := old.replace("0113 496 0104", "0113 496 01"))
    ran = talk("s")
    assert "these entries cannot be used. The old file will be kept." in ran.err
    (kept,) = path.parent.glob("*.old")
    assert kept.read_text() == old
    assert f"What it said before is kept in {kept}." in ran.err
    assert "n/a" not in path.read_text()
    assert "corrections" not in path.read_text()


def test_a_file_that_cannot_be_used_is_left_as_it_is(talk: Talk, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("poeple: {}\n")
    ran = talk(*FIRST, "s")
    assert ran.code == 1
    assert '"poeple" is not a field here' in ran.err
    assert "move the file away" in ran.err
    assert path.read_text() == "poeple: {}\n"


@pytest.mark.parametrize("before", [None, "agency: Ours\n"])
def test_of_two_at_once_the_second_is_told_and_loses_nothing(
    talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    """Whether the file was there before or not: what each of them typed is in a file of its own."""
    path.parent.mkdir(mode=0o700)
    if before:
        path.write_text(before)
    asked = Terminal.ask

    def meanwhile(terminal: Terminal, text: str) -> str | None:
        line = asked(terminal, text)
        if line == "s\n":
            path.write_text("agency: Theirs\n")
        return line

    monkeypatch.setattr(Terminal, "ask", meanwhile)
    ran = talk(*(("a", *SAM) if before else FIRST), "s")
    assert f"Somebody else has changed {path} meanwhile, and it is left as it is." in ran.err
    assert path.read_text() == "agency: Theirs\n"
    (ours,) = set(path.parent.iterdir()) - {path}
    assert f"What you typed is in {ours}." in ran.err
    assert "Sam Sample" in ours.read_text()


@posix_only
def test_a_full_disk_or_a_folder_that_anybody_may_write_is_told(
    talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never is half a file there."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        ran = talk(*FIRST, "s")
    assert ran.code == 4
    assert f"{path} cannot be written: No space left on device. Nothing is saved. Example Primary" in ran.err
    assert not path.exists()
    path.parent.chmod(0o777)
    ran = talk(*FIRST, "s")
    assert f"Saved: {path}. But it is NOT used: " in ran.err
    assert "can be changed by anybody on this machine" in ran.err


@posix_only
def test_a_link_stays_a_link(talk: Talk, path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.symlink_to(path.with_name("shared.yaml"))
    talk(*FIRST, "s")
    assert path.is_symlink()
    assert "Sam Sample" in path.with_name("shared.yaml").read_text()


def test_for_somebody_without_a_home_a_file_must_be_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leedshelp.cli.context.usual_own_file", lambda: None)
    ran = run("setup", typed="q\n", tty=True)
    assert ran.code == 2
    assert "you have no home folder to keep the file in; name a file." in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("01134960001", "0113 496 0001"),
        ("+44 113 496 0001", "0113 496 0001"),
        ("0113-496-0001", "0113 496 0001"),
        ("(0113) 496 0001", "0113 496 0001"),
        ("07700900123", "07700 900123"),
        ("999", "999"),
        ("Sam  0113", "Sam 0113"),
    ],
)
def test_a_number_is_taken_as_people_write_it(typed: str, number: str) -> None:
    assert as_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(
            (text, date(2026, 11, 21))
            for text in ("21/11/2026", "21.11.26", "2026-11-21", "21 November 2026", "21 nov 2026")
        ),
        ("Today", TODAY),
        *(
            (text, None)
            for text in ("31/2/2026", "2026-11", "21 Noddy 2026", "31 February 2026", "", "tomorrow")
        ),
    ],
)
def test_a_day_is_taken_as_people_write_it(typed: str, expected: date | None) -> None:
    assert day(typed, TODAY) == expected


TEXTS = st.text(max_size=90) | st.sampled_from(
    ["Sam: #1", "'\"\\", "- x", "yes", "0113", "\N{WOMAN} Zo\xeb", "{a}", "@a", "%b"]
)


@given(agency=TEXTS, name=TEXTS, title=TEXTS, hours=TEXTS, source=TEXTS)
def test_what_is_saved_is_read_back_the_same_or_refused(
    agency: str, name: str, title: str, hours: str, source: str
) -> None:
    """Whatever is typed: no text turns into another one, or into anything but text."""
    line = " ".join
    person = OwnPerson(
        line(name.split()),
        line(title.split()) or None,
        "0113 496 0100",
        line(hours.split()),
        "2026-11-02",
        "",
    )
    usual = PLACE.contacts["information"].number.text
    correction = Correction("0113 496 0104", usual, line(source.split()), "2026-10-01")
    file = OwnFile(line(agency.split()), {"line-manager": (person,)}, {"information": correction})
    try:
        read = file_of(added(PLACE, text_of(file).encode(errors="surrogatepass"), TODAY))
    except DataError:
        return
    (same,) = read.people["line-manager"]
    assert read._replace(people={"line-manager": (same._replace(about=""),)}) == file
