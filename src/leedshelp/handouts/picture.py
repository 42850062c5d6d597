"""The flow as a picture: one sheet as SVG, which any browser shows and prints, on A2 in full size."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leedshelp.faces.whole import kept, released
from leedshelp.handouts.flow import Box, Flow
from leedshelp.handouts.rendering import rendered

# Lengths in millimetres. The sheet is as wide as A2; the text has 10 points, which are 3.53 mm.
WIDTH, _MARGIN, _GAP, _INSIDE = 420.0, 10.0, 6.0, 2.5
_SIZE, _LINE = 3.53, 4.25
_ARROWS = 11.0  # between questions and outcomes
_COLUMNS = 5  # of concerns

# How wide the letters of Arial are, as parts of their size, as its own tables have it; what is not here is as
# wide as the digits.
_WIDTHS = {
    **dict.fromkeys("ijl'", 0.222),
    **dict.fromkeys(" ftI.,:;/!|", 0.278),
    **dict.fromkeys("r()-", 0.333),
    **dict.fromkeys('cksvxyzJ"', 0.5),
    **dict.fromkeys("ABEKPSVXY&", 0.667),
    **dict.fromkeys("CDHNRUw", 0.722),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    **dict.fromkeys("W\N{RIGHTWARDS ARROW}", 1.0),
}
_USUAL = 0.556
_BOLD = 1.1  # how much wider a bold text is at most


class Text(NamedTuple):
    """A line of text: where it begins, on which line it stands, its style and what it says."""

    x: float
    y: float
    style: str
    says: str


class Frame(NamedTuple):
    """A rectangle and the text in it."""

    x: float
    y: float
    width: float
    height: float
    style: str
    texts: tuple[Text, ...]


class Arrow(NamedTuple):
    """An arrow from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float


class Picture(NamedTuple):
    """All that is drawn, and how high the sheet is."""

    height: float
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]


def svg(flow: Flow) -> str:
    """The picture of a flow, as SVG."""
    return rendered("flow.svg", flow=flow, picture=picture(flow), width=WIDTH, size=_SIZE)


def picture(flow: Flow) -> Picture:
    """Where everything stands in the picture of a flow."""
    whole = WIDTH - 2 * _MARGIN
    head = _frame(Box("", flow.title, (flow.danger, flow.always)), _MARGIN, _MARGIN, whole, "head")
    questions = _row(flow.questions, head.y + head.height + 4, (3, 4, 4), "question")
    outcomes = _row(flow.outcomes, _below(questions) + _ARROWS, (4, 4, 5, 4), "outcome")
    concerns = _in_columns(flow.concerns, _below(outcomes) + 6)
    signed = Box("", flow.made, (_to_sign(flow.sign),))
    foot = _frame(signed, _MARGIN, _below(concerns) + 4, whole, "foot")
    first, *others = outcomes
    frames = (head, *questions, first._replace(style="must"), *others, *concerns, foot)
    return Picture(_below([foot]) + _MARGIN, frames, tuple(_arrows(flow, questions, outcomes)))


def _to_sign(labels: Iterable[str]) -> str:
    """The line to sign on."""
    return "    ".join(f"{label}: {'.' * 60}" for label in labels)


def _below(frames: Iterable[Frame]) -> float:
    """Where the lowest of some frames ends."""
    return max(frame.y + frame.height for frame in frames)


def _row(boxes: Sequence[Box], y: float, parts: Sequence[int], style: str) -> list[Frame]:
    """Boxes beside one another, each with its part of the width; all as high as the highest."""
    room = WIDTH - 2 * _MARGIN - _GAP * (len(boxes) - 1)
    frames, x = [], _MARGIN
    for box, part in zip(boxes, parts, strict=True):
        frames.append(_frame(box, x, y, room * part / sum(parts), style))
        x += frames[-1].width + _GAP
    highest = max(frame.height for frame in frames)
    return [frame._replace(height=highest) for frame in frames]


def _in_columns(boxes: Sequence[Box], top: float) -> list[Frame]:
    """Boxes below one another in columns, each box in the column that is the shortest so far."""
    width = (WIDTH - 2 * _MARGIN - _GAP * (_COLUMNS - 1)) / _COLUMNS
    ends = [top] * _COLUMNS
    frames = []
    for box in boxes:
        column = ends.index(min(ends))
        frame = _frame(box, _MARGIN + column * (width + _GAP), ends[column], width, "concern")
        ends[column] += frame.height
        frames.append(frame)
    return frames


def _frame(box: Box, x: float, y: float, width: float, style: str) -> Frame:
    """A box as wide as it may be, and as high as its text."""
    texts: list[Text] = []
    styles = [(line, "heading" if line.endswith(":") else "") for line in box.lines]
    for says, kind in ((f"{box.sign}  {box.title}".strip(), "title"), *styles):
        for line in wrapped(says, width - 2 * _INSIDE, is_bold=bool(kind)):
            texts.append(Text(x + _INSIDE, y + _INSIDE + _SIZE + len(texts) * _LINE, kind, line))
    return Frame(x, y, width, len(texts) * _LINE + 2 * _INSIDE, style, tuple(texts))


def wrapped(says: str, width: float, *, is_bold: bool = False) -> list[str]:
    """A text in lines that are no wider than `width`; no number is broken."""
    lines: list[str] = []
    for word in map(released, kept(says).split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(longer, is_bold=is_bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def breadth(says: str, *, is_bold: bool) -> float:
    """How wide a text is at most."""
    parts = sum(_WIDTHS.get(letter, _USUAL) for letter in says)
    return parts * _SIZE * (_BOLD if is_bold else 1)


def _arrows(flow: Flow, questions: Sequence[Frame], outcomes: Sequence[Frame]) -> Iterable[Arrow]:
    """An arrow from each question to the next, and to each outcome that an answer to it leads to."""
    places = {box.sign: frame for box, frame in zip(flow.outcomes, outcomes, strict=True)}
    for number, (box, frame) in enumerate(zip(flow.questions, questions, strict=True)):
        if number:
            before = questions[number - 1]
            yield Arrow(before.x + before.width, before.y + 8, frame.x, frame.y + 8)
        targets = {line.rpartition(" ")[2] for line in box.lines}
        for sign in sorted(targets & places.keys()):
            target = places[sign]
            middle = target.x + target.width / 2
            start = min(max(middle, frame.x + 5), frame.x + frame.width - 5)
            yield Arrow(start, frame.y + frame.height, middle, target.y)
