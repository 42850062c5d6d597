"""The prompt below an advice: the rest, why, a sheet, a change; what to do is last on the screen."""

from contextlib import suppress

import pytest

from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NotUnderstoodError
from tests.terminal.talk import BRUISED, CALL, FINISHED, PUBLIC, Talk

LAST = ["Start a conversation about the child.", "0113 535 0185: Family Hubs (early help). May answer now."]


def last_lines(talk: Talk) -> list[str]:
    """The last two lines that are said."""
    return talk.text().strip().splitlines()[-2:]


pytestmark = pytest.mark.usefixtures("no_keyboard")


@pytest.mark.parametrize(
    "typed", [["q"], ["quit"], ["exit"], [" Q "], [], ["x"] * 5 + ["c", "1", "2"], ["c", "9", "q"]]
)
def test_after_the_advice_one_can_finish(leeds: Directory, typed: list[str]) -> None:
    """By saying so, by the end of input, or by nothing that is understood."""
    talk = Talk(leeds, *typed)
    assert talk.after(FINISHED) is None
    assert talk.text().count("Type q, c, h, p, s or w.") == typed.count("x")


def test_a_line_that_is_understood_begins_the_patience_again(leeds: Directory) -> None:
    talk = Talk(leeds, *["x"] * 4, "w", *["x"] * 4, "c", "1", "refused")
    assert talk.after(FINISHED) == FINISHED._replace(consent=Consent.REFUSED)


def test_after_the_advice_any_answer_can_be_changed(leeds: Directory) -> None:
    """Later answers that still apply are kept; a question that now arises is asked."""
    changed = Talk(leeds, *"ppppppp", "c", "1", "refused").after(FINISHED)
    assert changed == FINISHED._replace(consent=Consent.REFUSED)
    assert Talk(leeds, "b", "2", "no", "2").after(CALL) == FINISHED


def test_a_change_can_put_a_concern_in_the_place_of_harm_and_back(leeds: Directory) -> None:
    assert Talk(leeds, "c", "2", "k").after(BRUISED) == BRUISED
    assert Talk(leeds, "c", "2", "3", "2").after(BRUISED) == FINISHED
    talk = Talk(leeds, "c", "2", "7")
    assert talk.after(BRUISED) == Answers(Consent.AGREED, concern="social-worker")
    assert "suffer it? Suspicious mark or bruise" in talk.words()
    assert "Your answer so far: Suspicious mark" in talk.text()


def test_whoever_fears_harm_after_a_change_keeps_their_concern(leeds: Directory) -> None:
    """A member of the public is not sent to a team that takes calls from practitioners only."""
    assert Talk(leeds, "c", "1", "h").after(PUBLIC) == PUBLIC._replace(harm=Harm.YES)


def test_enter_shows_the_rest_a_screenful_at_a_time(leeds: Directory) -> None:
    """Of 24 rows, three are the prompt's; Enter is offered as long as there is more, and is no error then."""
    lines = [f"line {number}\n" for number in range(50)]
    for presses, rows in (1, 21), (2, 42), (3, 50), (9, 50):
        talk = Talk(leeds, *[""] * presses, "q")
        assert talk.after(FINISHED, "".join(lines)) is None
        assert talk.result.written() == "".join(lines[:rows])
        assert talk.text().count("Enter the rest, w why") == min(presses + 1, 3)
        assert talk.text().count("That is all.") == max(presses - 3, 0)


def test_a_screenful_ends_with_a_paragraph_where_it_can(leeds: Directory) -> None:
    paragraph = "".join(f"line {number}\n" for number in range(18)) + "\n"
    talk = Talk(leeds, "", "q")
    talk.after(FINISHED, paragraph + "".join(f"more {number}\n" for number in range(10)))
    assert talk.result.written() == paragraph


def test_where_all_is_shown_already_no_rest_is_offered(leeds: Directory) -> None:
    talk = Talk(leeds, "", "q")
    assert talk.after(FINISHED, "") is None
    assert "Enter" not in talk.text()


@pytest.mark.parametrize("typed", ["", "w", "p", "?", "s", "x"])
@pytest.mark.parametrize("end", [["q"], []])
@pytest.mark.parametrize("answers", [CALL, FINISHED, PUBLIC])
def test_whoever_finishes_after_more_was_shown_has_what_to_do_and_the_number_last(
    leeds: Directory, answers: Answers, typed: str, end: list[str]
) -> None:
    talk = Talk(leeds, typed, *end)
    advice = talk.advice(answers)
    assert talk.after(answers) is None
    first = advice.ring[0]
    assert talk.words().endswith(f"{advice.headline} {first.number.text}: {first.contact.name}. {first.now}.")


@pytest.mark.parametrize("typed", ["h", "harm", "I fear harm", "danger"])
def test_whoever_comes_to_fear_harm_below_an_advice_gets_the_call(leeds: Directory, typed: str) -> None:
    """And where it is the call already, the numbers to ring."""
    assert Talk(leeds, typed).after(FINISHED) == FINISHED._replace(harm=Harm.YES)
    talk = Talk(leeds, typed, "q")
    assert talk.after(CALL) is None
    assert "h I fear harm" not in talk.text()
    assert "\n0113 376 0336: Duty and Advice Team. Answers now.\n" in talk.text()


def test_whoever_finishes_at_once_has_them_on_the_screen_already(leeds: Directory) -> None:
    """Unless all of the advice was shown at once, which is longer than the screen."""
    talk = Talk(leeds, "q")
    talk.after(CALL)
    assert "MUST" not in talk.text()
    talk = Talk(leeds, "q")
    talk.after(CALL, "")
    assert "You MUST ring the Duty and Advice Team now." in talk.text()


def test_why_gives_the_reasons_with_their_documents(leeds: Directory) -> None:
    talk = Talk(leeds, "w", "q")
    talk.after(FINISHED)
    assert all(" ".join(reason.split()) in talk.words() for reason in talk.advice(FINISHED).why)
    assert "Source: " in talk.text()


@pytest.mark.parametrize("key", ["s", "S", "sheet"])
def test_after_the_advice_a_sheet_is_offered(leeds: Directory, key: str) -> None:
    """For the answers as they are; the same key at a question may begin an answer."""
    talk = Talk(leeds, key, "what", key, "q")
    assert talk.after(FINISHED) is None
    assert talk.offered == [FINISHED, FINISHED]
    assert "s sheet" in talk.text()
    talk = Talk(leeds, "1", "3", "s")
    assert talk.ask(Answers()).tier == TierAnswer.SPECIALIST
    assert talk.offered == []


@pytest.mark.parametrize("typed", ["?", "help"])
@pytest.mark.parametrize("rest", ["something\n", ""])
def test_the_help_below_an_advice_has_all_that_works_there(leeds: Directory, typed: str, rest: str) -> None:
    talk = Talk(leeds, typed, "q")
    talk.after(FINISHED, rest)
    for command in ("why", "sheet", "change", "harm", "phone", "quit", "help"):
        assert f"or {command}: " in talk.text()
    assert not any(f"or {command}: " in talk.text() for command in ("other", "keep", "back"))
    assert ("Enter: the rest" in talk.text()) is bool(rest)


@pytest.mark.parametrize("typed", [["c", "q"], ["c"], ["c", "1", "q"], ["c", "1"]])
def test_a_change_can_be_left_too(leeds: Directory, typed: list[str]) -> None:
    """At the review and at the question, by quitting and by the end of input: what to do is last."""
    talk = Talk(leeds, *typed)
    with pytest.raises(LeftError):
        talk.after(FINISHED)
    assert last_lines(talk) == LAST


def test_a_change_that_is_not_understood_leaves_what_to_do_last(leeds: Directory) -> None:
    talk = Talk(leeds, "c", "1", *["what"] * 5)
    with pytest.raises(NotUnderstoodError):
        talk.after(FINISHED)
    assert last_lines(talk) == LAST


@pytest.mark.parametrize("typed", [["p"], ["c", "p"], ["c", "1", "p"], ["999"]])
def test_the_public_have_their_own_numbers_wherever_they_are_shown(
    leeds: Directory, typed: list[str]
) -> None:
    """The Emergency Duty Team takes calls from practitioners only."""
    talk = Talk(leeds, *typed, "q")
    with suppress(LeftError):
        talk.after(PUBLIC)
    numbers = talk.numbers()
    assert numbers[:2] == ["999", "0113 222 4403"]
    assert "0113 535 0600" not in numbers


def test_the_review_lists_only_answers_that_count(leeds: Directory) -> None:
    """A tier that was answered before harm was feared decides nothing any more."""
    talk = Talk(leeds, "c", "", "q")
    talk.after(FINISHED._replace(harm=Harm.YES))
    assert "2. Do you fear" in talk.text()
    assert "Which services" not in talk.text()
