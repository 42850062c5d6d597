"""The page of a call sheet: HTML that prints on one side of A4, in black on white, and needs nothing else.

What is to be written by hand is drawn as lines by the style, so that a screen reader passes over them; they
grow to fill the page. All text is escaped.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from leedshelp.faces import sentences
from leedshelp.handouts.style import STYLE
from leedshelp.model.phone import dial
from leedshelp.triage import in_words

if TYPE_CHECKING:
    from leedshelp.handouts.sheet import CallQuestion, Deadline, Sheet
    from leedshelp.triage.advice import Call

ROWS = 3
"""The lines there are for what was agreed."""

_USUAL, _DENSE = 3750, 5700
"""Measured for each size of print: how many characters of what differs from sheet to sheet have room."""

_ROOM = '<div class="room"></div>'
"""A line to write on."""


def page(sheet: "Sheet") -> str:
    """A call sheet as one HTML file."""
    labels, said = sheet.words.labels, sheet.said
    head, deadlines = _head(sheet), _deadlines(sheet)
    calls = [_call(label, call) for label, call in sheet.ring]
    sources = f"Sources: {sentences.dated(sheet.documents)}"
    varies = _length(head + deadlines) + len(sources) + sum(map(_row, calls[::2], [*calls[1::2], ""]))
    own = _own(sheet, room=_DENSE - varies)
    is_dense = varies + _length(own) > _USUAL
    return f"""\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(f"{labels['title']}: {sheet.headline}")}</title>
<style>
{STYLE}</style>
</head>
<body{' class="dense"' if is_dense else ""}>
<main>
{head}
<section>
<h2>{escape(labels["numbers"])}</h2>
<ol class="calls">
{_each(calls)}
</ol>
</section>
{own}\
<div class="pair grows">
<section>
<h2>{escape(labels["ready"])}</h2>
<p>{escape(labels["by-hand"])}</p>
<ol class="write">
{_each(f"<li><span>{escape(each.says)}</span>{_ROOM}</li>" for each in sheet.words.ready)}
</ol>
</section>
<section>
<h2>{escape(labels["ask"])}</h2>
<ul class="write">
{_each(map(_asked, sheet.words.ask))}
</ul>
</section>
</div>
<section>
<h2>{escape(labels["agreed"])}</h2>
<p>{escape(said["agreed"])}</p>
<div class="pair">
{_fill(labels["spoken"])}
{_fill(labels["again"])}
</div>
{_table([labels[name] for name in ("who", "does", "by")])}
</section>
<div class="pair">
<section>
<h2>{escape(labels["next"])}</h2>
<p>{escape(said["needs"])}</p>
{_ROOM * 3}
</section>
{deadlines}\
</div>
<div class="pair">
{_each(_told(labels[name], said[name]) for name in ("disagree", "record"))}
</div>
<footer>
<p>{escape(in_words.UNOFFICIAL)}</p>
<p>{escape(sources)}</p>
</footer>
</main>
</body>
</html>
"""


def _head(sheet: "Sheet") -> str:
    """What to do, 999, when this was made and when to stop trusting it."""
    doubt = f"\n<p>{escape(sheet.doubt)}</p>" if sheet.doubt else ""
    consent = f"\n<p>Consent: {escape(sheet.consent)}</p>" if sheet.consent else ""
    number, why = sheet.emergency.number, sheet.emergency.why
    return f"""\
<header>
<p class="title">{escape(sheet.words.labels["title"])}</p>
<h1>{escape(sheet.headline)}</h1>
<p class="danger">{_dialled(number.text)}: {escape(why)}</p>
<p class="until">{escape(sheet.until)}</p>
<p><strong>{escape(sheet.made)}</strong></p>{doubt}{consent}
</header>"""


def _call(label: str, call: "Call") -> str:
    """A number to ring, and what to know about it."""
    about = sentences.about(call.contact, call.number)
    return f"""\
<li>
<h3>{escape(label)}: {_dialled(call.number.text)}</h3>
<p><strong>{escape(call.contact.name)}.</strong> {escape(call.why)}</p>
<ul class="about">
{_each(f"<li>{_said(each)}</li>" for each in about)}
</ul>
</li>"""


def _own(sheet: "Sheet", room: int) -> str:
    """The agency's own people, role by role: as many as a room of so many characters holds."""
    labels = sheet.words.labels
    told = [
        (role.name, f"{escape(each.who)}: <strong>{_dialled(each.number)}</strong>. {_said(about)}")
        for role in sheet.own
        for each in role.own
        for about in [in_words.own_person(each)]
    ]
    if not told:
        return ""
    lengths = accumulate(_length(said) for _, said in told)
    shown = [each for each, length in zip(told, lengths, strict=True) if length <= room]
    more = f"\n<p>{escape(labels['more'])}</p>" if len(shown) < len(told) else ""
    roles = (
        f"<li><strong>{escape(name)}</strong> {' &bull; '.join(said for _, said in people)}</li>"
        for name, people in groupby(shown, key=itemgetter(0))
    )
    return f"""\
<section>
<h2>{escape(labels["own"])}</h2>
<ul class="own">
{_each(roles)}
</ul>{more}
</section>
"""


def _told(heading: str, says: str) -> str:
    return f"<section>\n<h2>{escape(heading)}</h2>\n<p>{escape(says)}</p>\n</section>"


def _asked(question: "CallQuestion") -> str:
    """A question for the call, why to ask it, and room for what is said."""
    return f"<li><p><strong>{escape(question.asks)}</strong> {escape(question.why.says)}</p>{_ROOM}</li>"


def _deadlines(sheet: "Sheet") -> str:
    """What is due when, and what to do if nothing comes; nothing where there are no deadlines."""
    if not sheet.deadlines:
        return ""
    return f"""\
<section>
<h2>{escape(sheet.words.labels["deadlines"])}</h2>
{_each(map(_deadline, sheet.deadlines))}
<p>{escape(sheet.said["no_reply"])}</p>
</section>
"""


def _deadline(deadline: "Deadline") -> str:
    """A deadline: its rule, the day it gives, and lines for the hand."""
    due = f" <strong>{escape(deadline.due)}</strong>" if deadline.due else ""
    return f"""\
<p>{escape(deadline.rule)}{due}</p>
<div class="fills">
{_each(map(_fill, deadline.to_fill_in))}
</div>"""


def _said(text: str) -> str:
    """Some text, in which no number is broken over two lines."""
    return re.sub("[0-9]+( [0-9]+)+", r'<span class="number">\g<0></span>', escape(text))


def _dialled(number: str) -> str:
    """A number, with a link that rings it."""
    return f'<a href="tel:{escape(dial(number))}">{escape(number)}</a>'


def _row(call: str, beside: str) -> int:
    """What two calls side by side take: as if both were as long as the longer, and room for the numbers."""
    return 2 * max(_length(call), _length(beside)) + 850


def _length(html: str) -> int:
    """How many characters are shown."""
    return len(unescape(re.sub("<[^>]*>", "", html)))


def _fill(label: str) -> str:
    return f'<p class="fill">{escape(label)}: <i></i></p>'


def _table(headings: Iterable[str]) -> str:
    """An empty table to fill in, with wide room for what is done."""
    names = list(headings)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    row = f"<tr>{'<td></td>' * len(names)}</tr>"
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{_each([row] * ROWS)}\n</tbody>\n</table>"


def _each(parts: Iterable[str]) -> str:
    return "\n".join(parts)
