"""What typed words mean: one reader for the questions and for the command line.

Options are labels by answer, in the order they are offered.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from leedshelp.model.answers import Answers, Question
from leedshelp.model.directory import Directory
from leedshelp.triage.hours import FIRST_DAY, LAST_DAY, london

# No answer is as long, and a search for the nearest one would take as long as the text.
_LONGEST_SLIP = 40

_NOON = 12
_CENTURY = 100
_BRITISH = re.compile(
    r"((?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})[ ,t]+)?"
    r"(?P<hour>[0-9]{1,2})([:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap]m)?"
)


def options_of(directory: Directory, question: Question) -> dict[str, str]:
    """The options of a question, as they are offered: circumstances stand below the answers about harm."""
    options = dict(directory.words.questions[question].options)
    if question == Question.HARM:
        options |= circumstances_of(directory)
    return options


def circumstances_of(directory: Directory) -> dict[str, str]:
    """The circumstances with a way of their own, as they can be named."""
    return {circumstance.id: circumstance.when for circumstance in directory.circumstances.values()}


def tiers_of(directory: Directory) -> dict[str, str]:
    """The tiers, as they can be named."""
    return {tier.id: tier.name for tier in directory.tiers.values()}


def with_answer(directory: Directory, answers: Answers, question: Question, answer: str) -> Answers:
    """The answers with one more, or one changed: one of the question's options."""
    if question == Question.HARM and (circumstance := directory.circumstances.get(answer)):
        return answers._replace(harm=None).within(circumstance.id, circumstance.harm)
    return answers.with_answer(question, answer)


def understood(typed: str, options: Mapping[str, str]) -> list[str]:
    """The answers that typed words can mean: by number, by word, or by the beginning of one.

    Whole words count before beginnings: "no" is "No, they do not agree" and not the start of "Not
    asked yet", but "n" could be either. A line with anything else in it, such as what an arrow key
    sends, means nothing.
    """
    if not re.fullmatch(r"[^\W_]([^\W_]|[\s',:-])*[.!)]*", typed.strip()):
        return []
    line = _plain_words(typed)
    if numbered := dict(zip(map(str, range(1, len(options) + 1)), options, strict=True)).get(line):
        return [numbered]
    names = {answer: [_plain_words(answer), _plain_words(label)] for answer, label in options.items()}
    whole = [answer for answer in names if any(f"{name} ".startswith(f"{line} ") for name in names[answer])]
    begun = [answer for answer in names if any(name.startswith(line) for name in names[answer])]
    return whole if len(whole) == 1 else begun


def nearest(typed: str, options: Mapping[str, str]) -> str | None:
    """The answer that words which mean none are a slip of, such as "agred"; `None` where none is near."""
    line = _plain_words(typed)
    if not line or len(line) > _LONGEST_SLIP:
        return None
    from difflib import get_close_matches

    names = {_plain_words(name): answer for answer, label in options.items() for name in (label, answer)}
    return next((names[name] for name in get_close_matches(line, names, n=1, cutoff=0.7)), None)


def moment(typed: str, today: date) -> datetime | None:
    """The London time that typed words name, or `None` where they name none.

    It is written 2026-12-25T10:00, as a British day and a clock ("25/12/2026 10:00"), or as a clock
    alone ("22:00", "9.30", "10pm"), which is one of `today`.
    """
    words = typed.strip()
    try:
        if british := _BRITISH.fullmatch(words.casefold()):
            named = datetime.combine(_day(british) if british["day"] else today, _clock(british))
        elif len(words) > len("2026-12-25"):  # a day alone would be its midnight, and nobody asked about that
            named = datetime.fromisoformat(words)
        else:
            return None
        at = london(named)
    except (ValueError, OverflowError):
        return None
    return at if FIRST_DAY <= at.toordinal() <= LAST_DAY else None


def _day(british: re.Match[str]) -> date:
    year = int(british["year"])
    return date(year if year >= _CENTURY else 2000 + year, int(british["month"]), int(british["day"]))


def _clock(british: re.Match[str]) -> time:
    """A time of day, by a clock of 24 hours or, with am or pm, of twelve. Raises `ValueError` for none."""
    hour, minute, half = int(british["hour"]), british["minute"], british["half"]
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif half or minute is None:  # "22" alone may be a day
        raise ValueError(british[0])
    return time(hour, int(minute or 0))


def _plain_words(text: str) -> str:
    """Words without case and punctuation, a space between them: "Not-asked." is "not asked"."""
    return " ".join(re.findall(r"\w+", text.casefold()))
