"""The screen face: Rich tables in which every number and name is whole."""

import re

import pytest

from leedshelp.faces import plain, screen
from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer, paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from leedshelp.triage.search import look_up
from leedshelp.triage.table import table
from tests.conftest import MOMENTS

WIDTHS = [60, 80, 120]
AT = MOMENTS["disputed Friday afternoon"].at


@pytest.fixture(autouse=True)
def _known_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with colours, whatever the machine the tests run on has."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORTERM", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def seen(text: str) -> str:
    """What a person sees: the text without colours."""
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def words(text: str) -> set[str]:
    """The words on the screen."""
    return set(re.findall(r"[\w&'.()@:,-]+", text))


@pytest.mark.parametrize("width", WIDTHS)
def test_each_number_of_every_advice_is_whole_on_one_line(leeds: Directory, width: int) -> None:
    """Over every path; nothing is wider than the screen, nothing is cut with an ellipsis."""
    for answers in paths():
        given = advise(leeds, answers, AT)
        *lines, _command = seen(screen.advice(given, width)).rstrip().splitlines()
        for call in (*given.ring, given.emergency):
            assert any(call.number.text in line for line in lines)
        assert max(len(line) for line in lines if "/" not in line) <= width
        assert not any("\N{HORIZONTAL ELLIPSIS}" in line for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_and_number_of_the_reference_table_is_whole(leeds: Directory, width: int) -> None:
    """The whole table of 2013, without cutting a word."""
    text = seen(screen.tiers(table(leeds, MOMENTS["office hours"].at), width))
    on_screen = words(text)
    for tier in leeds.tiers.values():
        assert tier.name in text
        assert leeds.contacts[tier.starter].number.text in text
        for name in [s.full_name for s in tier.services] + [p.name for p in leeds.people(tier.id)]:
            assert words(name) <= on_screen


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_that_is_known_of_every_contact_has_every_number_whole(
    leeds: Directory, width: int
) -> None:
    """Superseded ones too, and the e-mail address."""
    text = seen(screen.contacts(look_up(leeds, "", AT)._replace(is_whole=True), width))
    for contact in leeds.contacts.values():
        assert all(number.text in text for number in contact.numbers)
    assert "lscp.info@leeds.gov.uk" in text
    assert "Old number: a newer one was in use by" in text


@pytest.mark.parametrize("width", WIDTHS)
def test_a_list_has_the_number_to_ring_of_every_contact_and_no_old_one(leeds: Directory, width: int) -> None:
    text = seen(screen.contacts(look_up(leeds, "", AT), width))
    assert "add --full" in text
    for contact in leeds.contacts.values():
        ring, *old = (number.text for number in contact.numbers)
        assert ring in text
        assert not any(number in text for number in old)


def test_the_number_to_ring_first_is_the_one_that_stands_out(leeds: Directory) -> None:
    """One accent, on the first number; the others are only bold, and what one MUST do is red."""
    text = screen.advice(advise(leeds, Answers(harm=Harm.YES), AT), 80)
    assert "\x1b[1;31mYou MUST ring the Duty and Advice Team now.\x1b[0m" in text
    assert "\x1b[1;32m0113 376 0336\x1b[0m" in text
    assert "\x1b[1m0113 535 0600\x1b[0m" in text
    talk = screen.first(advise(leeds, Answers("agreed", "no", "targeted"), AT), 80)
    assert "\x1b[1;32mStart a conversation about the child.\x1b[0m" in talk
    assert (
        "\x1b[1;31m If you come to fear significant harm" in talk or "\x1b[1;31mIf you come to fear" in talk
    )


def test_colour_is_left_out_where_it_is_not_wanted(leeds: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR beats FORCE_COLOR, and nothing is lost with the colour."""
    given = advise(leeds, Answers(harm=Harm.YES), AT)
    coloured = seen(screen.advice(given, 80))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = screen.advice(given, 80)
    assert "\x1b[1;32m" not in plain
    assert seen(plain) == coloured


def test_advice_shows_people_services_steps_and_reasons(leeds: Directory) -> None:
    """All of an advice is on the screen, as it is in the plain face."""
    given = advise(leeds, Answers(Consent.UNSAFE, Harm.NO, TierAnswer.TARGETED), AT)
    on_screen = words(seen(screen.advice(given, 100)))
    said = [given.headline, given.consent.says, str(given.doubt)]
    said += [each.says for each in (*given.next_steps, *given.because)]
    said += [person.name for person in given.talk_to]
    assert given.tier is not None
    said += [service.full_name for service in given.tier.services]
    assert words(" ".join(said)) <= on_screen


def test_what_a_look_up_found_comes_before_the_numbers(leeds: Directory) -> None:
    """A service, its tier, who to ring about it; then the contacts."""
    text = seen(screen.contacts(look_up(leeds, "speech", AT), 160))
    assert text.index("Speech and Language") < text.index("Integrated Processes Team")
    assert text.index("Cluster Based Targeted Services") < text.index("0113 247 6830")


def test_text_from_the_data_is_never_read_as_markup(leeds: Directory) -> None:
    """Square brackets and colons are shown as they are written."""
    lado = leeds.contacts["lado"]._replace(name="[bold]LADO[/] :phone: [/]", helps="[out of hours]")
    changed = leeds._replace(contacts={**leeds.contacts, "lado": lado})
    text = seen(screen.contacts(look_up(changed, "9687", AT), 80))
    assert "[bold]LADO[/] :phone: [/]" in text
    assert "[out of hours]" in text


def test_where_a_name_does_not_fit_its_table_lines_take_its_place(leeds: Directory) -> None:
    """A word too long for its column would be cut; the plain face cuts nothing."""
    long = "Safeguarding" * 8
    lado = leeds.contacts["lado"]._replace(name=long)
    midwifery, *services = leeds.tiers["universal"].services
    universal = leeds.tiers["universal"]._replace(services=(midwifery._replace(name=long), *services))
    changed = leeds._replace(
        contacts={**leeds.contacts, "lado": lado}, tiers={**leeds.tiers, "universal": universal}
    )
    found = look_up(changed, "9687", AT)
    given = advise(changed, Answers(Consent.AGREED, Harm.NO, TierAnswer.UNIVERSAL), AT)
    assert screen.contacts(found, 60) == plain.contacts(found, 60)
    assert screen.advice(given, 60) == plain.advice(given, 60)
    rows = table(changed, MOMENTS["office hours"].at, "universal")
    assert screen.tiers(rows, 60) == plain.tiers(rows, 60)
