"""The meaning of typed words, in the dialogue and on the command line alike.

`options` are the labels of the answers, by answer, in the order they are offered.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from leedshelp.model.answers import Answers, Question
from leedshelp.model.dates import MONTHS, whole_day
from leedshelp.model.directory import Directory
from leedshelp.triage.hours import FIRST_DAY, LAST_DAY, london

# The characters after which words are no slip of an answer: the answers that people type in full are shorter,
# and to compare a long text takes long.
_LONGEST_SLIP = 40

# How alike (0 to 1) a slip must be to an answer. Two letters that change places in a word of six are 0.83
# alike. At 0.66, "none" and "dunno" would pass for "no".
_NEAR = 0.7

_NOON = 12
_CENTURY = 100

# A British day; and a clock, before which there may be such a day.
_BRITISH_DAY = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})")
_BRITISH = re.compile(
    rf"({_BRITISH_DAY.pattern}[ ,t]+)?"
    r"(?P<hour>[0-9]{1,2})([:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap]m)?"
)


def options_of(directory: Directory, question: Question) -> dict[str, str]:
    """The options of a question. The concerns that are offered there come after the answers about harm."""
    options = dict(directory.words.questions[question].options)
    if question == Question.HARM:
        offered = (concern for concern in directory.concerns.values() if concern.briefly)
        options |= {concern.id: concern.name for concern in offered}
    return options


def label_of(directory: Directory, question: Question, answer: str) -> str:
    """The label of an answer to a question, offered or not."""
    return directory.words.questions[question].options.get(answer) or directory.concerns[answer].name


def concerns_of(directory: Directory) -> dict[str, str]:
    """The concerns as options: their labels by id."""
    return {concern.id: concern.name for concern in directory.concerns.values()}


def with_answer(directory: Directory, answers: Answers, question: Question, answer: str) -> Answers:
    """The answers with one more, or one changed; a concern is an answer to the question about harm."""
    if question == Question.HARM and (concern := directory.concerns.get(answer)):
        return concern.added_to(answers._replace(harm=None))
    return answers.with_answer(question, answer)


def other_words(directory: Directory, question: Question) -> dict[str, tuple[str, ...]]:
    """Other words that people type for the answers to a question, by answer; concerns have such, too."""
    also = dict(directory.words.questions[question].also)
    if question == Question.HARM:
        concerns = directory.concerns.values()
        also |= {
            concern.id: (concern.id, concern.name, concern.briefly or concern.name, *concern.also)
            for concern in concerns
        }
    return also


def understood(
    typed: str, options: Mapping[str, str], also: Mapping[str, tuple[str, ...]] | None = None
) -> list[str]:
    """The answers that typed words can mean, by the number, the words or the first letters of an answer.

    `also` has other words for an answer, which count where they are typed whole.

    Whole words count before first letters: "no" means "No, they do not agree" and not "Not asked yet", but
    "n" can mean both. A line with any other characters, such as those of an arrow key, means no answer.
    """
    if not re.fullmatch(r"[^\W_]([^\W_]|[\s',:()-])*[.!)]*", typed.strip()):
        return []
    line = _plain_words(typed)
    by_number = {str(number): answer for number, answer in enumerate(options, 1)}
    if line in by_number:
        return [by_number[line]]
    names = {answer: [_plain_words(answer), _plain_words(label)] for answer, label in options.items()}
    if line in options:  # its own name, whatever else people call so
        return [line]
    if others := [answer for answer, words in (also or {}).items() if line in map(_plain_words, words)]:
        return others
    whole = [answer for answer in names if any(f"{name} ".startswith(f"{line} ") for name in names[answer])]
    begun = [answer for answer in names if any(name.startswith(line) for name in names[answer])]
    return whole if len(whole) == 1 else begun


def nearest(typed: str, options: Mapping[str, str]) -> str | None:
    """The answer that typed words are probably a slip of, as "agred" is of "agreed", or `None`."""
    line = _plain_words(typed)
    if not line or len(line) > _LONGEST_SLIP:
        return None
    from difflib import get_close_matches  # for start-up: few people make a slip

    names = {_plain_words(name): answer for answer, label in options.items() for name in (label, answer)}
    return next((names[name] for name in get_close_matches(line, names, n=1, cutoff=_NEAR)), None)


def moment(typed: str, today: date) -> datetime | None:
    """The London time that typed words name, or `None` where they name none.

    They are an ISO date and time ("2026-12-25T10:00"), a British day and a clock ("25/12/2026 10:00"), or a
    clock alone ("22:00", "9.30", "10pm"), which is a time of `today`.
    """
    words = typed.strip()
    try:
        if british := _BRITISH.fullmatch(words.casefold()):
            at = london(datetime.combine(_day(british) if british["day"] else today, _clock(british)))
        elif len(words) > len("2026-12-25"):  # a day alone would be its midnight, and nobody asked about that
            at = london(datetime.fromisoformat(words))
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return at if FIRST_DAY <= at.toordinal() <= LAST_DAY else None


def day(typed: str, today: date) -> date | None:
    """The day that typed words name, or `None`: "21/11/2026", "2026-11-21", "21 November 2026", "today"."""
    words = " ".join(typed.casefold().replace(",", " ").split())
    if words in ("today", "now"):
        return today
    try:
        if british := _BRITISH_DAY.fullmatch(words):
            return _day(british)
        if written := re.fullmatch("(?P<day>[0-9]{1,2}) (?P<month>[a-z]{3,}) (?P<year>[0-9]{4})", words):
            months = [name for name in MONTHS if name.casefold().startswith(written["month"])]
            return (
                date(int(written["year"]), MONTHS.index(months[0]) + 1, int(written["day"]))
                if months
                else None
            )
        return whole_day(words)
    except ValueError:
        return None


def _day(british: re.Match[str]) -> date:
    """A day; a year of two digits is one of this century. Raises `ValueError` for no day of the calendar."""
    year = int(british["year"])
    return date(year if year >= _CENTURY else 2000 + year, int(british["month"]), int(british["day"]))


def _clock(british: re.Match[str]) -> time:
    """A time of day, by the 24-hour clock or with am or pm. Raises `ValueError` for no time of day."""
    hour, minute, half = int(british["hour"]), british["minute"], british["half"]
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif half or minute is None:  # "22" alone may be a day
        raise ValueError(british[0])
    return time(hour, int(minute or 0))


def _plain_words(text: str) -> str:
    """The words of a text without case and punctuation, with a space between them: "dont know"."""
    joined = text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return " ".join(re.findall(r"\w+", joined))
