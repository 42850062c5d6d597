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

_STYLE = """\
@page { size: A4; margin: 8mm 12mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #fff; color: #000; font: 8.5pt/1.18 Arial, Helvetica, "Liberation Sans", sans-serif; }
main { display: flex; flex-direction: column; gap: 1.6mm; max-width: 186mm; min-height: 280mm; }
main { margin: 0 auto; }
.title { float: right; font-weight: bold; margin-left: 5mm; }
h1 { font-size: 14pt; line-height: 1.1; }
h2 { font-size: 10pt; border-bottom: 1.5pt solid; margin-bottom: 0.8mm; }
h3 { font-size: 8.5pt; }
a { color: inherit; text-decoration: none; white-space: nowrap; }
ol, ul { list-style: none; }
section, header, .calls > li { break-inside: avoid; }
header { border-bottom: 3pt solid; padding-bottom: 1.2mm; }
.danger { border: 1.5pt solid; padding: 0.5mm 2mm; margin: 0.8mm 0; font-size: 11pt; font-weight: bold; }
.until { font-weight: bold; }
.calls { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5mm; }
.calls > li { border: 0.75pt solid; padding: 0.8mm 1.6mm; }
.calls > li:first-child { border-width: 2.25pt; }
.calls a { display: block; font-size: 15pt; line-height: 1.1; }
.about li { display: inline; }
.number { white-space: nowrap; }
.about li + li::before { content: " \\2022\\00a0 "; }
.about, .own { font-size: 0.88em; line-height: 1.15; }
footer { font-size: 6.5pt; line-height: 1.15; border-top: 0.5pt solid; padding-top: 0.6mm; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 5mm; }
.grows { flex: 1 1 auto; }
section { display: flex; flex-direction: column; }
.write, .write li { display: flex; flex-direction: column; flex: 1 1 auto; }
.write { counter-reset: item; }
.write li { padding-top: 0.5mm; }
.write span::before { counter-increment: item; content: counter(item) ". "; }
.room { flex: 1 1 4.6mm; min-height: 4.6mm; border-bottom: 0.5pt solid; }
.fill { display: flex; align-items: flex-end; min-height: 5mm; gap: 1mm; }
.fills { display: flex; gap: 2mm; margin-bottom: 0.5mm; }
.fills .fill { flex: 1 1 auto; }
.fill i { flex: 1; border-bottom: 0.5pt solid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1mm 0; }
th { text-align: left; font-size: 7.5pt; }
th:nth-child(2) { width: 50%; }
th, td { border: 0.5pt solid; padding: 0 1mm; }
td { height: 5mm; }
.dense { font-size: 7.2pt; }
.dense .room { flex-basis: 4.2mm; min-height: 4.2mm; }
.dense td { height: 4.6mm; }
.dense main { gap: 1.2mm; }
.dense h1 { font-size: 12pt; }
.dense h2 { font-size: 9pt; }
.dense h3 { font-size: inherit; }
.dense .danger { font-size: 9.5pt; }
.dense .calls a { font-size: 13pt; }
@media screen and (max-width: 40em) { .calls, .pair { grid-template-columns: 1fr; } }
"""


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
{_STYLE}</style>
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
