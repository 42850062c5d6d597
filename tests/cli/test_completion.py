"""Shell completion: answers, tiers and names, in every shell Typer knows."""

import re

import pytest

from leedshelp.model.directory import Directory
from leedshelp.triage.search import look_up
from tests.conftest import EXAMPLE, MOMENTS, ROOT, Run

AT = MOMENTS["night"].at


def completed(run: Run, monkeypatch: pytest.MonkeyPatch, shell: str, line: str) -> set[str]:
    """What a shell offers for the last word of a line."""
    words = line.split(" ")
    monkeypatch.setenv("_LEEDSHELP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words[-1])
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    ran = run()
    assert ran.err == ""
    return set(re.findall("[a-z][a-z-]+", ran.out))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("leedshelp ask --consent ", {"agreed", "not-asked", "refused", "unsafe"}),
        ("leedshelp ask --harm u", {"unsure"}),
        ("leedshelp ask --tier ", {"universal", "targeted", "specialist", "unsure"}),
        ("leedshelp ask --concern ", {"bruise", "allegation", "fgm", "member-of-the-public"}),
        ("leedshelp ask --concern s", {"social-worker"}),
        ("leedshelp contacts --tier t", {"targeted"}),
        ("leedshelp tiers ", {"universal", "targeted", "specialist"}),
        ("leedshelp contacts spe", {"speech-and-language", "specialist-health"}),
        ("leedshelp contacts emergency-d", {"emergency-duty-team"}),
        ("leedshelp con", {"contacts"}),
        ("leedshelp guide ", {"conversations", "consent", "moving", "after-the-call"}),
        ("leedshelp guide con", {"conversations", "consent"}),
    ],
)
def test_each_shell_is_offered_what_can_be_typed(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str, line: str, offered: set[str]
) -> None:
    """Answers, tiers, names of teams and services, and the commands themselves."""
    assert offered <= completed(run, monkeypatch, shell, line)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_what_a_shell_is_to_read_can_be_written_to_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    """Without that shell, as whoever packs leedshelp does."""
    monkeypatch.setenv("_LEEDSHELP_COMPLETE", f"source_{shell}")
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert re.search(f'_LEEDSHELP_COMPLETE *= *"?complete_{shell}\\b', ran.out)


@pytest.mark.parametrize("line", ["contacts spe", "ask --concern spe", "tiers spe", "guide spe"])
def test_what_does_not_begin_so_is_not_offered(run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    offered = completed(run, monkeypatch, "bash", f"leedshelp {line}")
    assert not offered & {"lado", "bruise", "universal", "moving"}


def test_the_names_are_those_of_the_data_that_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the warning about its made-up numbers: a shell is no place for that."""
    assert "hubs" in completed(run, monkeypatch, "bash", f"leedshelp contacts --data {EXAMPLE} hu")


def test_broken_data_offers_nothing_and_says_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell is no place for an error."""
    monkeypatch.setenv("LEEDSHELP_DATA", str(ROOT / "tests"))
    for line in ("leedshelp contacts ", "leedshelp ask --concern "):
        assert completed(run, monkeypatch, "bash", line) == set()


def test_every_name_that_is_offered_finds_what_it_names(leeds: Directory) -> None:
    """An id typed as a query is a query like any other."""
    for contact in leeds.contacts.values():
        assert contact in [card.contact for card in look_up(leeds, contact.id, AT).contacts]
    for tier in leeds.tiers.values():
        for service in tier.services:
            subjects = look_up(leeds, service.id, AT).subjects
            assert subjects
