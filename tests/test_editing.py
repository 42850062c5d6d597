"""`leedshelp contacts --edit`: from the template to a saved file, and every way it can go wrong."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from leedshelp import files
from leedshelp.loading import bundled_data
from tests.conftest import Ran, Run

GOOD = """\
agency: Example Primary School
people:
  line-manager:
    - name: Sam Sample
      number: "0113 496 0100"
      hours: Mornings
      checked: 2026-11-02
"""
BETTER = GOOD.replace("Sam", "Jo")
BAD = GOOD.replace("0113 496 0100", "0113 496 010")
PROBLEM = 'own-contacts.yaml:5:15: people.line-manager[0].number: "0113 496 010" is not a UK number'

Edit = Callable[..., Ran]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the agency's own contacts are to be, in a folder that is not there yet."""
    return tmp_path / "configuration" / "own-contacts.yaml"


@pytest.fixture
def edit(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own: Path) -> Edit:
    """Edit with an editor that runs these lines of Python, one for each time it is opened."""

    def editing(*turns: str, typed: str = "", tty: bool = True) -> Ran:
        script, count = tmp_path / "editor.py", tmp_path / "count"
        count.write_text("")
        script.write_text(
            "import sys; from pathlib import Path\n"
            f"draft, count = Path(sys.argv[1]), Path({str(count)!r})\n"
            "count.write_text(count.read_text() + 'x')\n"
            f"exec({list(turns)!r}[len(count.read_text()) - 1])\n"
        )
        monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
        ran = run("contacts", "--own", str(own), "--edit", typed=typed, tty=tty)
        assert len(count.read_text()) == len(turns), ran
        return ran

    return editing


def writes(text: str) -> str:
    """A turn in which the person writes this, and saves."""
    return f"draft.write_text({text!r})"


def drafts(own: Path) -> list[Path]:
    """What is kept beside the file."""
    return [each for each in own.parent.iterdir() if ".draft-" in each.name]


def test_it_starts_from_a_template_and_saves_what_is_in_order(edit: Edit, own: Path) -> None:
    """In a folder and a file that only their owner can look into; nothing is left over."""
    template = (bundled_data() / "own-contacts.template.yaml").read_bytes()
    ran = edit(f"assert draft.read_bytes() == {template!r}; " + writes(GOOD))
    assert (ran.code, ran.out) == (0, f"Saved in {own}.\n")
    assert own.read_text() == GOOD
    assert drafts(own) == []
    if os.name != "nt":
        assert own.stat().st_mode & 0o777 == 0o600
        assert own.parent.stat().st_mode & 0o777 == 0o700


def test_it_goes_on_from_what_was_saved(edit: Edit, own: Path) -> None:
    """The next time."""
    edit(writes(GOOD))
    assert edit("draft.write_text(draft.read_text().replace('Sam', 'Jo'))").code == 0
    assert own.read_text() == BETTER


@pytest.mark.parametrize("before", [None, GOOD])
def test_where_nothing_is_changed_nothing_is_saved(edit: Edit, own: Path, before: str | None) -> None:
    """An editor that comes back at once has changed nothing; a template is no file of anybody's."""
    if before:
        edit(writes(before))
    ran = edit("pass")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Nothing was changed, so nothing is saved. Is your editor still open?")
    assert own.exists() is bool(before)
    assert drafts(own) == []


def test_what_is_broken_is_told_and_can_be_put_right(edit: Edit, own: Path) -> None:
    """Until it is in order, as often as it takes; what one wrote is still there."""
    ran = edit(
        writes(BAD),
        "assert '0113 496 010\"' in draft.read_text(); " + writes(BAD + "?"),
        writes(GOOD),
        typed="e\nsomething\nEDIT\n",
    )
    assert ran.code == 0
    assert PROBLEM in " ".join(ran.err.split())
    assert own.read_text() == GOOD
    assert drafts(own) == []


@pytest.mark.parametrize("typed", ["q\n", "quit\n", "", "what\n" * 9])
@pytest.mark.parametrize("before", [None, GOOD])
def test_who_leaves_keeps_the_text_and_the_good_file(
    edit: Edit, own: Path, typed: str, before: str | None
) -> None:
    """Exit 1; the text comes back the next time, and can be put right then."""
    if before:
        edit(writes(before))
    ran = edit(writes(BAD), typed=typed)
    assert (ran.code, ran.out) == (1, "")
    (draft,) = drafts(own)
    said = ran.err.splitlines()[-1].removeprefix("> ")
    assert said.startswith("Not saved. What was saved before stays in use. Your text is kept in ")
    assert str(draft) in said
    assert draft.read_text() == BAD
    assert (own.read_text() if own.exists() else None) == before
    again = edit("assert '010\"' in draft.read_text(); " + writes(BETTER))
    assert "You left this unfinished. Here it is again." in again.err
    assert again.code == 0
    assert own.read_text() == BETTER
    assert drafts(own) == []


def test_without_anybody_to_ask_broken_text_is_left(edit: Edit, own: Path) -> None:
    """As when a script calls the editor."""
    ran = edit(writes(BAD), tty=False)
    assert ran.code == 1
    assert PROBLEM in ran.err
    assert not own.exists()


def test_what_somebody_else_saved_meanwhile_is_never_written_over(edit: Edit, own: Path) -> None:
    """Exit 1; both texts are there, and the other's stays in use."""
    edit(writes(GOOD))
    ran = edit(f"Path({str(own)!r}).write_text({BETTER!r}); " + writes(GOOD.replace("Sam", "Alex")))
    assert ran.code == 1
    assert f"{own} was changed by somebody else meanwhile. Not saved." in ran.err
    assert own.read_text() == BETTER
    (draft,) = drafts(own)
    assert "Alex" in draft.read_text()
    again = edit("assert 'Jo' in draft.read_text()")
    assert f"Older text that was never saved is in {draft}." in again.err
    assert draft.exists()


def test_two_cannot_edit_at_once(edit: Edit, own: Path) -> None:
    """The second is told, before anything is opened."""
    edit(writes(GOOD))
    with FileLock(own.with_name("own-contacts.yaml.lock")):
        ran = edit()
    assert ran.code == 1
    assert ran.err == f"{own} is being edited in another window. Finish there.\n"
    assert own.read_text() == GOOD


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
@pytest.mark.parametrize("name", ["own-contacts.yaml", "own-contacts.draft-e3b0c442.yaml"])
def test_links_are_refused(edit: Edit, own: Path, name: str) -> None:
    """Neither the file nor the draft leads anywhere else."""
    own.parent.mkdir(mode=0o700)
    elsewhere = own.with_name("elsewhere")
    elsewhere.write_text(GOOD)
    own.with_name(name).symlink_to(elsewhere)
    ran = edit()
    assert ran.code == 1
    assert f"{name}:1:1: is a link to another place" in ran.err
    assert elsewhere.read_text() == GOOD


def test_an_editor_that_fails_saves_nothing(edit: Edit, own: Path) -> None:
    """Exit 1; what was written is kept."""
    ran = edit(writes(GOOD) + "; sys.exit(3)")
    assert ran.code == 1
    assert "The editor ended with the error 3. Not saved." in ran.err
    assert not own.exists()
    (draft,) = drafts(own)
    assert draft.read_text() == GOOD


def test_an_editor_that_is_not_there_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    """With where to name another."""
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    ran = run("contacts", "--own", str(own), "--edit")
    assert ran.code == 1
    assert ran.err.startswith("The editor no-such-editor cannot be started: No such file or directory.")
    assert "Name another in EDITOR." in ran.err


@pytest.mark.parametrize("step", ["template", "save"])
def test_a_disk_that_is_full_loses_nothing(
    edit: Edit, own: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Exit 1, in one line; what was saved before stays."""
    edit(writes(GOOD))
    works, full = files.replace, own if step == "save" else drafts

    def replace(path: Path, data: bytes) -> None:
        if path == full or (step == "template" and ".draft-" in path.name):
            raise OSError(28, "No space left on device")
        works(path, data)

    monkeypatch.setattr("leedshelp.editing.replace", replace)
    ran = edit(*([writes(BETTER)] if step == "save" else []))
    assert ran.code == 1
    assert "cannot be saved: No space left on device. What was saved before stays in use." in ran.err
    assert own.read_text() == GOOD
    assert [draft.read_text() for draft in drafts(own)] == ([BETTER] if step == "save" else [])


@pytest.mark.skipif(os.name == "nt", reason="folders have no such modes there")
def test_a_folder_that_others_can_change_is_refused_before_anything_is_written(edit: Edit, own: Path) -> None:
    """It says what to run; no draft is left behind."""
    own.parent.mkdir()
    own.parent.chmod(0o777)
    ran = edit()
    assert ran.code == 1
    assert f"is in a folder that other people can change; run: chmod go-w '{own.parent}'" in ran.err
    assert drafts(own) == []


def test_a_file_that_is_too_large_is_not_cut_short(edit: Edit, own: Path) -> None:
    """An editor would be given only a part of it."""
    edit(writes(GOOD))
    own.write_text(GOOD + "#" * 250_000)
    ran = edit()
    assert ran.code == 1
    assert "is larger than 250,000 bytes; make it smaller first." in ran.err
    assert own.stat().st_size > 250_000


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_draft_that_an_editor_made_a_link_is_refused(edit: Edit) -> None:
    """What it leads to is not read, and not made private."""
    ran = edit("draft.unlink(); draft.symlink_to('/etc/hostname')")
    assert ran.code == 1
    assert "is a link to another place" in ran.err


def test_a_draft_that_an_editor_left_open_to_others_is_made_private(edit: Edit, own: Path) -> None:
    """It is ours, and no reason to refuse what was written."""
    assert edit(writes(GOOD) + "; draft.chmod(0o666)").code == 0
    assert own.read_text() == GOOD


def test_ctrl_c_in_the_editor_is_the_editors_own(edit: Edit, own: Path) -> None:
    """It stops what the editor does, and neither ends it nor loses text."""
    turn = "import os, signal; os.kill(os.getppid(), signal.SIGINT); import time; time.sleep(0.5); "
    assert edit(turn + writes(GOOD)).code == 0
    assert own.read_text() == GOOD


@pytest.mark.parametrize("args", [["duty"], ["--tier", "universal"], ["--json"]])
def test_editing_is_not_looking_up(run: Run, own: Path, args: list[str]) -> None:
    """Whoever asks for both gets neither by mistake."""
    ran = run("contacts", "--own", str(own), "--edit", *args)
    assert ran.code == 2
    assert "leave out all but --own and --data" in ran.err


def test_a_person_without_a_home_names_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else works as if there were no file."""

    def homeless(*_: object, **__: object) -> None:
        raise RuntimeError("could not determine home directory")

    monkeypatch.setattr("platformdirs.user_config_path", homeless)
    assert run("ask", "--harm", "yes").code == 0
    ran = run("contacts", "--edit")
    assert ran.code == 1
    assert ran.err == "There is no folder of yours to keep the file in. Name a file with --own.\n"


def test_an_editor_that_is_no_command_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    """By the name of the variable."""
    monkeypatch.setenv("VISUAL", "vim 'x")
    ran = run("contacts", "--own", str(own), "--edit")
    assert ran.code == 1
    assert ran.err.startswith("VISUAL cannot be read as a command (No closing quotation).")


def test_a_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    """A file lies where the folder should be."""
    (tmp_path / "file").write_text("")
    ran = run("contacts", "--own", str(tmp_path / "file" / "own.yaml"), "--edit")
    assert ran.code == 1
    assert "cannot be saved: " in ran.err


@pytest.mark.parametrize(
    ("environment", "there", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, [], ["code", "--wait"]),
        ({"EDITOR": "'my editor' -x"}, [], ["my editor", "-x"]),
        ({"VISUAL": "  ", "EDITOR": "nano"}, [], ["nano"]),
        ({}, ["sensible-editor", "nano"], ["sensible-editor"]),
        ({}, ["nano"], ["nano"]),
        ({}, [], ["vi"]),
    ],
)
def test_the_editor_is_the_persons_own(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], there: list[str], command: list[str]
) -> None:
    """VISUAL, then EDITOR, then one that is there."""
    from leedshelp.cli import opening

    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)
    assert opening.editor() == command
