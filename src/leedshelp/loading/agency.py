"""What a text of an agency's own may not say.

It stands beside numbers, and only says who somebody is, when to reach them, or where a number was read: whom
to ring, and whom not to, is never the agency's to say.
"""

import re

from leedshelp.loading.spelling import mixes_alphabets, plain, spaced
from leedshelp.loading.texts import FALSE_COMFORT
from leedshelp.model.phone import SHORT

_RING = (
    r"(?:(?:ring|call|phon|telephon|dial|contact|text|messag|e ?mail|tell|ask|try|refer|report|involv|inform"
    r"|notify|alert|bother|trust|rely on|speak to|talk to|go to|come to|see|send|approach)"
    r"(?:l?ing|ed|e?s|e)?|us(?:e|ed|es|ing))"
)
"""Reaching somebody, as a verb in any form."""

_NOT = (
    r"(?:do ?nt|do not|does ?nt|does not|must ?nt|must not|should ?nt|should not|need ?nt|need not|cant"
    r"|can ?not|wont|will not|may not|never|not to|not allowed to|better not|no need to"
    r"|no ?one|nobody|refuses? to)(?: \w+){0,2}?"
    r"|(?:avoid|stop|refrain from|without|instead of|rather than|no point(?: in)?|no use|forget about)"
)

_TEAM = r"(?:team|service|advice|duty|edt|line|police|hubs?|social care)"

_ORDERS = re.compile(
    rf"\b(?:(?:{_NOT}),? {_RING}|avoid (?:\w+ ){{0,3}}{_TEAM}"
    rf"|before (?:you |we )?{_RING}|before (?:any|every|all|other)\w*"
    r"|(?:any|every|no) ?(?:one|body|thing) else"
    rf"|(?:always|only|just) {_RING}"
    rf"|{_RING} (?:only )?(?:me|him|her|them|this number|nobody|no ?one|nothing|none)"
    r"|(?:ring|call|phone|tell|ask|text|try) (?:only )?us"
    rf"|{_RING}(?: \w+){{1,3}} (?:first(?= ?(?:$|[^\w ]|always|please|then|not|before))|always"
    r"|before (?:you|the|duty|police))"
    r"|(?:me|us|him|her|them|this number) (?:first|only|always)|(?:via|through) (?:me|us)|instead"
    r"|rather than|permission|say nothing|keep (?:it|this|that|them|quiet|silent)"
    r"|(?:deal with|handle|sort|settle) (?:it|this|that|them|everything|things)"
    r"|under no circumstances|on no account|useless|waste of time|not worth|never answers?"
    r"|(?:is|are) (?:not|no longer) (?:needed|required|necessary|there)|(?:does not|no longer) exists?"
    r"|closed (?:for (?:good|ever)|forever|down|permanently|indefinitely)|(?:now|permanently) (?:closed|shut)"
    rf"|(?:has|have|was|were|been) (?:closed|shut)|{_TEAM} (?:is|are) (?:closed|shut|gone)"
    r"|shut down|disbanded|abolished|scrapped"
    rf"|no (?:calls?|referrals?|reports?) |not {_TEAM}|leave \w+ alone|(?:keep|stay) (?:off|away)"
    rf"|first,? {_RING}|only \w+ (?:may|can|should)|must (?:first )?(?:agree|approve|allow|decide)"
    r"|all (?:concerns|referrals|reports|calls) |in an emergency|for emergencies|hold (?:on|off) until"
    rf"|(?:numbers?|lines?)(?: \w+)? (?:is|are) (?:wrong|false|old|dead|out))\b"
)
"""What tells people whom to ring or not to ring, or that a team is no more."""

_APART = re.compile(r"[^\w\s.,:;?]|_|(?<=[a-z])\.(?=[a-z])")
"""What stands between words, or round one, and ends no sentence: "DO **NOT** ring", "do.not.ring"."""

_DIGITS = {"zero": "0", "nought": "0", "o": "0", "oh": "0", "one": "1", "two": "2", "nine": "9"}
"""The digits of the short numbers, as people say them."""


def own_fault(text: str) -> str | None:
    """What an agency's own text says that is not the agency's to say, and how to put it right."""
    if mixes_alphabets(text):
        return "mixes letters of two alphabets in one word; type the word again"
    if number := short_number_in(plain(text)):
        return f"names {number}, which has no place here; take it out"
    words = " ".join(_APART.sub(" ", plain(text)).split())
    if FALSE_COMFORT.search(words) or _ORDERS.search(words):
        return "tells people whom to ring, or not to ring; take that out"
    return None


def short_number_in(text: str) -> str | None:
    """The first number of three digits that some small letters and ASCII digits hold, however it is said."""
    text = re.sub("(?<=[a-z])[^a-z0-9 ]+(?=[a-z])", " ", text)
    text = re.sub(r"\b(nine|one|two|zero|nought|oh?)(s?)\b", lambda word: _DIGITS[word[1]] + word[2], text)
    # "3 9" is a time, and "3 9s" is not.
    text = re.sub(r"\b3 ?(?=x|times|[0-9]s\b)", "three ", text)
    text = re.sub(r"\b(?:triple|treble|three)(?: ?x| times)? ?([0-9])s?\b", r"\1\1\1", text)
    text = re.sub(r"\bdouble ([0-9])s?\b", r"\1\1", text)
    text = re.sub("(?<=9) +(?=9)", "", text)  # "99 9" is never a time
    for number in SHORT:
        # "1-1-2" is 112, and "11-2" is a time.
        if len(number) == 3 and re.search(rf"(?<![0-9]){spaced(number)}(?![0-9])", text):
            return number
    return None
