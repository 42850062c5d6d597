"""Another place, built from what `make place` starts and nothing else, and used in every way."""

import ast
import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from leedshelp.bundled import bundled_data
from leedshelp.check.checkup import check_up
from leedshelp.faces import jsondata, plain, screen
from leedshelp.guide.loading import load_guide
from leedshelp.loading import load
from leedshelp.model.answers import paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.hours import london
from tests.conftest import ROOT, Run, change
from tests.handouts.test_page import Script, differing, some_moments
from tests.test_house import MODULES, name_of

# What is put in where `check` says that something is missing, by the end of its path.
HILLSHIRE = {
    "reviewed.day": "2026-11-02",
    "reviewed.role": "the safeguarding lead of Hillshire",
    "our-procedures.title": "Helping families in Hillshire",
    "our-procedures.publisher": "Hillshire Council",
    "our-procedures.date": "2024-05",
    "sources[0]": "our-procedures",
    "sources[1]": "our-procedures",
    "contacts.duty-and-advice.name": "First Call",
    "contacts.emergency-duty-team.name": "Dale Night Line, for Hillshire and Dale",
    "contacts.early-help.name": "Families Desk",
    "contacts.early-help.helps": "Finds out who can help a family.",
    "hours.agreed[0].from": "08:30",
    "hours.agreed[0].to": "18:15",
    "tiers.universal.name": "Help for Everyone",
    "tiers.targeted.name": "Extra Help",
    "tiers.specialist.name": "Expert Help",
    "family-support.name": "Family Workers",
    "early-help-practitioners.name": "Family Workers' meeting",
    "childrens-social-work.name": "Social Work Hub",
    "tier.why.says": "The tier only says who can help you start.",
    "options.universal": "Everyone, such as a school or a GP",
    "options.targeted": "Extra, from Family Workers",
    "options.specialist": "Expert, such as social work",
    "labels.worried": "Worried about a child in Hillshire?",
}

MISSING = re.compile(r'^(\w+\.yaml):(\d+):(\d+): (\S+): "FILL IN', re.MULTILINE)

# The names and numbers that only Leeds has.
OF_LEEDS = re.compile(r"\bLeeds|Duty and Advice|\bEDT\b|[Cc]luster|376 0336|535 0600|2013|2015")

WEEKDAY, EVENING, NIGHT = "2026-11-24T18:00", "2026-11-24T18:15", "2026-11-24T23:00"


def put(file: Path, line: int, column: int, value: str) -> None:
    """Put a value in where something is missing in a file."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    text = lines[line - 1]
    end = text.find("]", column)
    lines[line - 1] = f"{text[: column - 1]}{value}{text[end:] if end > 0 else chr(10)}"
    file.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def hillshire(run: Run, tmp_path: Path) -> Path:
    """A folder that `make place` started, in which all was put in that `check` asked for."""
    folder = tmp_path / "hillshire"
    assert run("make", "place", str(folder)).code == 0
    while missing := MISSING.findall(run("check", str(folder)).out):
        # From below, so that the lines above stay in place.
        for file, line, column, path in reversed(missing):
            end = next(end for end in HILLSHIRE if path.endswith(end))
            put(folder / file, int(line), int(column), HILLSHIRE[end])
    return folder


def test_check_walks_through_a_new_place_until_it_is_whole(run: Run, hillshire: Path) -> None:
    """All that is left are the numbers, which a test may not have from anywhere else."""
    out = run("check", str(hillshire)).out
    assert out.startswith("Problems: none\n")
    assert "BROKEN" not in out
    assert out.split("\n\n")[-2:] == [
        "Made up, so that nobody answers; put in the real number:\n"
        "0113 496 0001: First Call\n"
        "0113 496 0002: Dale Night Line, for Hillshire and Dale\n"
        "0113 496 0003: Families Desk",
        "The data is NOT in order. Problems: 0. Broken rules: 0. Made-up numbers: 3.\n",
    ]


def test_a_new_place_cannot_be_used_before_it_is_whole(run: Run, tmp_path: Path) -> None:
    run("make", "place", str(tmp_path / "new"))
    ran = run("ask", "--harm", "yes", "--data", str(tmp_path / "new"))
    assert (ran.code, ran.out) == (1, "")
    told = '"FILL IN what people call it" still has FILL IN in it; write what is true in your place'
    assert f"{told}\n" in ran.err
    assert "\n0113 376 0336: Duty and Advice Team, Leeds\n" in ran.err


def test_its_made_up_numbers_are_told_wherever_they_are_used(
    run: Run, hillshire: Path, tmp_path: Path
) -> None:
    data = ("--data", str(hillshire))
    told = "WARNING: made-up numbers are in this data, which nobody answers: 0113 496 0001, 0113 496 0002, "
    for args in ("now", "ask --harm yes", "contacts", "tiers", f"make page {tmp_path / 'page.html'}"):
        assert run(*args.split(), *data).err.startswith(f"{told}0113 496 0003\n\n")


@pytest.mark.parametrize("named", ["--data {}", "--data={}"])
def test_its_numbers_are_shown_where_the_command_line_is_wrong(run: Run, hillshire: Path, named: str) -> None:
    """And its folder is in the command that leads to the same advice again."""
    data = named.format(hillshire).split()
    ran = run("ask", *data, "--no-such-option")
    assert (ran.code, "First Call" in ran.err) == (2, True)
    assert not OF_LEEDS.search(ran.err)
    assert f"\nAgain: leedshelp ask --harm yes --data {hillshire}\n" in run("ask", "--harm", "yes", *data).out


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (WEEKDAY, "0113 496 0001"),
        (EVENING, "0113 496 0002"),
        (NIGHT, "0113 496 0002"),
        ("2026-12-25T11:00", "0113 496 0002"),
    ],
)
def test_it_has_its_own_hours_and_the_night_team_of_its_neighbour(
    run: Run, hillshire: Path, at: str, first: str
) -> None:
    ran = run("ask", "--harm", "yes", "--at", at, "--json", "--data", str(hillshire))
    assert json.loads(ran.out)["ring"][0]["number"] == first


def test_data_of_another_place_without_made_up_numbers_is_used_without_a_warning(
    run: Run, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert run("now", "--data", str(tmp_path / "data")).err == ""


def test_it_can_be_without_a_form_to_send(run: Run, hillshire: Path, tmp_path: Path) -> None:
    """The Contact form is one of Leeds."""
    text = (hillshire / "sheet.yaml").read_text(encoding="utf-8")
    text = re.sub(r"  form-.*\n", "", re.sub(r"form:\n(?:  .*\n)+", "", text))
    (hillshire / "sheet.yaml").write_text(text, encoding="utf-8")
    assert run("check", str(hillshire)).out.startswith("Problems: none\n")
    for command in ("make sheet", "ask --harm yes --sheet"):
        assert run(*command.split(), str(tmp_path / f"{command[:4]}.txt"), "--data", str(hillshire)).code == 0
        sheet = (tmp_path / f"{command[:4]}.txt").read_text(encoding="utf-8")
        assert "Contact form" not in sheet
        assert "A social worker should reply within one working day." in " ".join(sheet.split())


def test_it_needs_no_second_number_where_one_answers_at_any_hour(run: Run, hillshire: Path) -> None:
    """Both names of the one team have it then."""
    change(hillshire / "contacts.yaml", "0113 496 0002", "0113 496 0001")
    assert "BROKEN" not in run("check", str(hillshire)).out
    for at in (WEEKDAY, NIGHT):
        ran = run("ask", "--harm", "yes", "--at", at, "--json", "--data", str(hillshire))
        assert {call["number"] for call in json.loads(ran.out)["ring"]} == {"0113 496 0001"}


def test_nothing_of_leeds_is_left_in_what_it_shows(run: Run, hillshire: Path, tmp_path: Path) -> None:
    """On every path, by day and by night, in every face; in look-ups, the table and all that is made."""
    directory, data = load(hillshire), ("--data", str(hillshire))
    shown = []
    for answers in paths():
        for at in (WEEKDAY, NIGHT):
            advice = advise(directory, answers, london(datetime.fromisoformat(at)))
            shown += [face(advice, 80) for face in (plain.advice, screen.advice, jsondata.advice)]
    for args in ("now", "contacts", "contacts school", "contacts nobody", "tiers", "tiers targeted --full"):
        shown += [run(*args.split(), *data).out, run(*args.split(), *data, tty=True, columns=100).out]
    for made in ("page p.html", "poster o.html", "sheet s.html", "sheet t.txt"):
        kind, name = made.split()
        assert run("make", kind, str(tmp_path / name), *data).code == 0
        shown.append((tmp_path / name).read_text(encoding="utf-8"))
    assert all("First Call" in text for text in shown if "0113 496 0001" in text)
    assert [OF_LEEDS.findall(text) for text in shown if OF_LEEDS.search(text)] == []


def test_its_page_says_what_leedshelp_says_there(hillshire: Path) -> None:
    directory = load(hillshire)
    assert list(differing(Script(directory), some_moments(directory, 40)[:80], None)) == []


def test_it_begins_without_a_guide_and_concerns(hillshire: Path) -> None:
    directory: Directory = load(hillshire)
    assert (directory.concerns, load_guide(hillshire, directory)) == ({}, ())


def test_what_holds_all_over_england_is_there_from_the_start(hillshire: Path, leeds: Directory) -> None:
    directory = load(hillshire)
    assert directory.hours.bank_holidays == leeds.hours.bank_holidays
    assert directory.documents.items() - {("our-procedures", directory.documents["our-procedures"])} <= (
        leeds.documents.items()
    )
    assert {contact.id for contact in directory.contacts.values()} <= {*leeds.contacts, "early-help"}
    assert check_up(directory, datetime.now().date(), None).problems == ()  # noqa: DTZ005


def test_what_is_there_is_left_as_it_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    for name, why in (
        ("mine", "mine is there already and is left as it is. Name another.\n\n999: "),
        ("nowhere/mine", "nowhere/mine cannot be written: No such file or directory. Name another.\n\n999: "),
    ):
        ran = run("make", "place", name)
        assert ran.code == 1
        assert ran.err.startswith(why)
    assert list(Path().iterdir()) == [Path("mine")]
    assert list(Path("mine").iterdir()) == []


def test_what_is_of_leeds_in_code_is_what_docs_data_tells() -> None:
    """What people can see: the last resort, the help, the reasons for the rules, and what is left out."""
    of_leeds = set()
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in notes)
        if any(re.search("Leeds|leeds-|Duty and Advice", str(node.value)) for node in texts):
            of_leeds.add(name_of(path))
    told = {"model.errors", "cli.help", "safety.rules"}
    # Besides, a guide that is Leeds's own, its area code, and its words that are left out of a new place.
    assert of_leeds == told | {"cli.guide", "model.phone", "handouts.place"}


def test_every_file_of_a_place_but_two_is_started(run: Run, tmp_path: Path) -> None:
    """Those that may be left out are Leeds's own through and through."""
    run("make", "place", str(tmp_path / "new"))
    started = {path.name for path in (tmp_path / "new").iterdir()}
    bundled = {path.name for path in bundled_data().iterdir()}
    assert bundled - started == {"concerns.yaml", "guide.yaml"}
    assert started <= bundled
