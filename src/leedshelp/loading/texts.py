"""The texts that people read, and what none of them may say."""

import re
from collections.abc import Iterator

from leedshelp.model.directory import Directory, TierId
from leedshelp.model.document import newest

FALSE_COMFORT = re.compile(
    r"\b(no (further |more )?(action|steps?|cause|concerns?|worry|worries|risk)|NFA"
    r"|(no need|need not|not need|don'?t need|not have|don'?t have|not necessary|unnecessary)( to)? "
    r"(ring|call|refer|report|act|worry|do)"
    r"|(do not|don'?t|never|cannot) (ring|refer|report|act|worry|call(?! it))|must not|do nothing"
    r"|nothing (to|more|further|is)|only (if|after|when|once|with)"
    r"|(?<!cannot )(?<!never )(?<!not )wait (for|until|till|and)"
    r"|ignore|leave it|case closed|all is well)\b",
    re.IGNORECASE,
)
"""What people may take to mean that there is nothing to do."""


def written(directory: Directory) -> Iterator[str]:
    """Every text of the data that people are shown, with its curly brackets not yet filled in."""
    words = directory.words
    yield from words.reasons.values()
    for question in words.questions.values():
        yield from (question.asks, question.hint, question.why.says, *question.options.values())
    for consent in words.consent.values():
        yield from (consent.means.says, consent.because.says)
    for concern in directory.concerns.values():
        yield from filter(None, (concern.name, concern.danger, *concern.contacts.values()))
    ways = (concern.words for concern in directory.concerns.values())
    for outcome in (*words.outcomes.values(), *ways):
        yield from (*outcome.headlines.values(), outcome.why_ring)
        yield from (statement.says for statement in (outcome.because, *outcome.next_steps))
    steps = (*words.calling, *words.calling_out_of_hours, words.record, *words.always, words.in_a_concern)
    for statement in (
        *words.feared.values(),
        words.no_harm_feared,
        words.have_ready,
        words.in_the_talk,
        *steps,
    ):
        yield statement.says
    for contact in directory.contacts.values():
        yield from (contact.name, contact.helps)
    yield from (window.why for window in directory.hours.disputed)


def own(directory: Directory) -> Iterator[str]:
    """Every text that an agency added: its name, its people, and the sources of its corrections."""
    yield from filter(None, [directory.agency])
    for role in directory.people(TierId.SPECIALIST):
        for person in role.own:
            yield from filter(None, (person.name, person.title, person.hours))
    for contact in directory.contacts.values():
        yield from (newest(number.documents).title for number in contact.numbers if number.corrected)
