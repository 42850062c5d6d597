"""What an agency may not say in the texts of its own file.

These texts stand beside numbers. They say who a person is, when to reach them, or where a number was read.
Whom to ring, and whom not to ring, is not for the agency to say.
"""

import re

from leedshelp.loading.numbers import short_number_in
from leedshelp.loading.spelling import mixes_alphabets, plain
from leedshelp.loading.texts import FALSE_COMFORT

_RING = (
    r"(?:(?:ring|call|phon|telephon|dial|contact|text|messag|e ?mail|tell|ask|try|refer|report|involv|inform"
    r"|notify|alert|bother|trust|rely on|speak to|talk to|go to|come to|see|send|approach)"
    r"(?:l?ing|ed|e?s|e)?|us(?:e|ed|es|ing))"
)
"""A verb for reaching somebody, in any of its forms."""

_NOT = (
    r"(?:(?:do ?nt|do not|does ?nt|does not|must ?nt|must not|should ?nt|should not|need ?nt|need not|cant"
    r"|can ?not|wont|will not|may not|never|not to|not allowed to|better not|no need to"
    r"|no ?one|nobody|refuses? to)(?: \w+){0,2}?"
    r"|(?:avoid|stop|refrain from|without|no point(?: in)?|no use|forget about))"
)
"""Words that say not to do what the next verb says; up to two words may stand between."""

# What a team may be called.
_TEAM = r"(?:team|service|advice|duty|edt|line|police|hubs?|social care)"

# That nobody is to be rung, or not a team.
_NOT_TO_RING = (
    rf"{_NOT},? {_RING}",
    rf"avoid (?:\w+ ){{0,3}}{_TEAM}",
    rf"not {_TEAM}",
    r"no (?:calls?|referrals?|reports?) ",
    rf"{_RING} (?:only )?(?:nobody|no ?one|nothing|none)",
    r"say nothing|keep (?:it|this|that|them|quiet|silent)|leave \w+ alone|(?:keep|stay) (?:off|away)",
    r"under no concerns|on no account|useless|waste of time|not worth|never answers?",
    r"(?:is|are) (?:not|no longer) (?:needed|required|necessary|there)",
    r"hold (?:on|off) until",
)

# That somebody else is to be rung, or rung first, or asked first.
_RING_ANOTHER = (
    r"instead|rather than|(?:via|through) (?:me|us)",
    rf"{_RING} (?:only )?(?:me|him|her|them|this number)",
    r"(?:ring|call|phone|tell|ask|text|try) (?:only )?us",  # not "contact us", which pages are called
    rf"(?:always|only|just) {_RING}",
    r"(?:me|us|him|her|them|this number) (?:first|only|always)",
    rf"first,? {_RING}",
    # "Ring Sam first", and not "Ring the office first thing".
    rf"{_RING}(?: \w+){{1,3}} (?:first(?= ?(?:$|[^\w ]|always|please|then|not|before))|always"
    r"|before (?:you|the|duty|police))",
    rf"before (?:you |we )?{_RING}|before (?:any|every|all|other)\w*",
    r"(?:any|every|no) ?(?:one|body|thing) else",
    r"permission|only \w+ (?:may|can|should)|must (?:first )?(?:agree|approve|allow|decide)",
    r"(?:deal with|handle|sort|settle) (?:it|this|that|them|everything|things)",
    r"all (?:concerns|referrals|reports|calls) |in an emergency|for emergencies",
)

# That a team, a line or a number is no more.
_NO_MORE = (
    r"(?:does not|no longer) exists?|shut down|disbanded|abolished|scrapped",
    r"closed (?:for (?:good|ever)|forever|down|permanently|indefinitely)",
    r"(?:now|permanently|has|have|was|were|been) (?:closed|shut)",
    rf"{_TEAM} (?:is|are) (?:closed|shut|gone)",
    r"(?:numbers?|lines?)(?: \w+)? (?:is|are) (?:wrong|false|old|dead|out)",
)

_ORDERS = re.compile(rf"\b(?:{'|'.join((*_NOT_TO_RING, *_RING_ANOTHER, *_NO_MORE))})\b")
"""What an agency may not say, in a text that is `plain`."""

_APART = re.compile(r"[^\w\s.,:;?]|_|(?<=[a-z])\.(?=[a-z])")
"""Signs between words or round them that end no sentence: "DO **NOT** ring", "do.not.ring"."""


def own_fault(text: str) -> str | None:
    """The fault of a text that says what an agency may not say, and what to do about it, or `None`."""
    if mixes_alphabets(text):
        return "mixes letters of two alphabets in one word; type the word again"
    text = plain(text)
    if number := short_number_in(text):
        return f"names {number}, which has no place here; take it out"
    words = " ".join(_APART.sub(" ", text).split())
    if FALSE_COMFORT.search(words) or _ORDERS.search(words):
        return "tells people whom to ring, or not to ring; take that out"
    return None
