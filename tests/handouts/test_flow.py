"""The flow: what a lead checks and signs is what the rules do, and all of it is on the sheet."""

import re
from xml.etree import ElementTree

import pytest

from leedshelp.handouts.flow import Box, Flow, flow, text
from leedshelp.handouts.picture import breadth, picture, svg, wrapped
from leedshelp.model.answers import OPTIONS, Answers, Question, next_question, paths
from leedshelp.model.directory import Directory
from leedshelp.triage.advice import advise
from tests.conftest import MOMENTS
from tests.handouts.test_pages import HOSTILE, renamed

DAY, NIGHT = MOMENTS["office hours"].at, MOMENTS["night"].at


@pytest.fixture(scope="module")
def drawn(leeds: Directory) -> Flow:
    """The flow of Leeds."""
    return flow(leeds)


def led(drawn: Flow, directory: Directory, answers: Answers) -> Box:
    """The box to which the arrows lead, when the questions are answered one after the other."""
    boxes = {box.sign: box for box in (*drawn.questions, *drawn.outcomes)}
    box, said = boxes["1"], Answers()
    while question := next_question(said):
        answer = str(answers.answer_to(question))
        label = directory.words.questions[question].options[answer]
        (line,) = (line for line in box.lines if line.startswith(f"{label} \N{RIGHTWARDS ARROW} "))
        box, said = boxes[line.rpartition(" ")[2]], said.with_answer(question, answer)
    return box


def test_every_path_leads_along_the_arrows_to_what_the_rules_say(drawn: Flow, leeds: Directory) -> None:
    """By day and out of hours, with what is said about the family, and with every number."""
    for answers in paths():
        box = led(drawn, leeds, answers)
        day, night = (advise(leeds, answers, at) for at in (DAY, NIGHT))
        said = "\n".join([box.title, *box.lines])
        assert day.headline in said
        assert re.sub(", (today|tomorrow) [0-9]+:[0-9]+", ", on the next working day", night.headline) in said
        assert day.consent.says in said
        assert all(f"{entry.number.text}, {entry.contact.name}" in said for entry in (*day.ring, *night.ring))


def test_every_question_answer_outcome_and_concern_is_there_once(drawn: Flow, leeds: Directory) -> None:
    assert [box.title for box in drawn.questions] == [
        leeds.words.questions[question].asks for question in Question
    ]
    for question, box in zip(Question, drawn.questions, strict=True):
        assert len(box.lines) == len(OPTIONS[question]) + (question == Question.HARM)
    assert [box.sign for box in drawn.outcomes] == ["A", "B", "C", "D"]
    assert [box.title for box in drawn.concerns] == [concern.name for concern in leeds.concerns.values()]


def test_a_concern_has_its_first_step_and_its_numbers(drawn: Flow, leeds: Directory) -> None:
    for box, concern in zip(drawn.concerns, leeds.concerns.values(), strict=True):
        advice = advise(leeds, Answers(concern=concern.id), DAY)
        assert box.lines[0]
        assert advice.headline.endswith(box.lines[0])
        assert any("MUST" in line for line in (box.lines[0], drawn.always)) or advice.headline != box.lines[0]


def test_picture_and_text_say_the_same(drawn: Flow) -> None:
    root = ElementTree.fromstring(svg(drawn))  # noqa: S314 - our own drawing
    seen = " ".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")).split()
    heard = " ".join(text(drawn).replace("Question ", "").replace("Concern: ", "").split())
    for box in (*drawn.questions, *drawn.outcomes, *drawn.concerns):
        for line in (box.title, *box.lines):
            assert " ".join(line.split()) in heard
            assert " ".join(line.split()) in " ".join(seen)
    assert drawn.danger in heard
    assert all(f"{label}: ____" in heard for label in drawn.sign)


def test_no_text_leaves_its_frame_and_no_frame_the_sheet(drawn: Flow) -> None:
    """Nor does any lie on another."""
    sheet = picture(drawn)
    for frame in sheet.frames:
        assert 0 <= frame.x <= frame.x + frame.width <= 420
        assert 0 <= frame.y <= frame.y + frame.height <= sheet.height
        for line in frame.texts:
            assert line.x + breadth(line.says, is_bold=bool(line.style)) <= frame.x + frame.width
            assert frame.y < line.y < frame.y + frame.height
    for count, frame in enumerate(sheet.frames):
        for other in sheet.frames[count + 1 :]:
            apart_x = other.x >= frame.x + frame.width or frame.x >= other.x + other.width
            apart_y = other.y >= frame.y + frame.height or frame.y >= other.y + other.height
            assert apart_x or apart_y


def test_no_number_is_broken_over_two_lines() -> None:
    for width in range(10, 60):
        lines = wrapped("Ring: 0113 496 0001, Duty and 999", width)
        assert any("0113 496 0001" in line for line in lines)


def test_no_mark_in_the_data_acts_in_the_picture(leeds: Directory) -> None:
    root = ElementTree.fromstring(svg(flow(renamed(leeds, HOSTILE))))  # noqa: S314 - our own drawing
    assert not list(root.iter("{http://www.w3.org/2000/svg}b"))
    assert HOSTILE in " ".join("".join(root.itertext()).split())
