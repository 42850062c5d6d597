"""The page of a call sheet: HTML that prints on A4, in black on white, and needs nothing else.

What is to be written by hand is drawn as lines by the style, so that a screen reader passes over them; they
grow to fill the page. All text is escaped.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from leedshelp.handouts.style import STYLE
from leedshelp.model.phone import dial
from leedshelp.triage.in_words import UNOFFICIAL

if TYPE_CHECKING:
    from leedshelp.handouts.sheet import CallQuestion, Deadline, Sheet
    from leedshelp.model.directory import OwnPerson
    from leedshelp.triage.entry import Entry

ROWS = 3
"""The lines there are for what was agreed."""

_ROOM = '<div class="room"></div>'
"""A line to write on."""


def page(sheet: "Sheet") -> str:
    """A call sheet as one HTML file."""
    labels, said = sheet.words.labels, sheet.said
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
<body>
<main>
{_head(sheet)}
<section>
<h2>{escape(labels["numbers"])}</h2>
<ol class="calls">
{_joined(map(_call, sheet.ring))}
</ol>
</section>
{_own(sheet)}\
<div class="pair grows">
<section>
<h2>{escape(labels["ready"])}</h2>
<p>{escape(labels["by-hand"])}</p>
<ol class="write">
{_joined(f"<li><span>{escape(item.says)}</span>{_ROOM}</li>" for item in sheet.words.ready)}
</ol>
</section>
<section>
<h2>{escape(labels["ask"])}</h2>
<ul class="write">
{_joined(map(_asked, sheet.words.ask))}
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
{_deadlines(sheet)}\
</div>
<div class="pair">
{_joined(_section(labels[name], said[name]) for name in ("disagree", "record"))}
</div>
<footer>
<p>{escape(UNOFFICIAL)}</p>
<p>{escape(sheet.sources)}</p>
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


def _call(entry: "Entry") -> str:
    """A number to ring, and what to know about it."""
    return f"""\
<li>
<h3>{escape(entry.label)}: {_dialled(entry.number.text)}</h3>
<p><strong>{escape(entry.contact.name)}.</strong> {escape(entry.why)}</p>
<ul class="about">
{_joined(f"<li>{_unbroken(fact.line)}</li>" for fact in entry.facts)}
</ul>
</li>"""


def _own(sheet: "Sheet") -> str:
    """The agency's own people, role by role; nothing where there are none."""
    if not sheet.own:
        return ""
    roles = (f"<li><strong>{escape(role.name)}</strong> {_people(role.own)}</li>" for role in sheet.own)
    return f"""\
<section>
<h2>{escape(sheet.words.labels["own"])}</h2>
<ul class="own">
{_joined(roles)}
</ul>
</section>
"""


def _people(people: "Iterable[OwnPerson]") -> str:
    """People of the agency on one line, each with the number."""
    return " &bull; ".join(
        f"{escape(person.who)}: <strong>{_dialled(person.number)}</strong>. {_unbroken(person.about)}"
        for person in people
    )


def _section(heading: str, says: str) -> str:
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
{_joined(map(_deadline, sheet.deadlines))}
<p>{escape(sheet.said["no_reply"])}</p>
</section>
"""


def _deadline(deadline: "Deadline") -> str:
    """A deadline: its rule, the day it gives, and lines for the hand."""
    due = f" <strong>{escape(deadline.due)}</strong>" if deadline.due else ""
    return f"""\
<p>{escape(deadline.rule)}{due}</p>
<div class="fills">
{_joined(map(_fill, deadline.to_fill_in))}
</div>"""


def _unbroken(text: str) -> str:
    """Some text, in which no number is broken over two lines."""
    return re.sub("[0-9]+( [0-9]+)+", r'<span class="number">\g<0></span>', escape(text))


def _dialled(number: str) -> str:
    """A number, with a link that rings it."""
    return f'<a href="tel:{escape(dial(number))}">{escape(number)}</a>'


def _fill(label: str) -> str:
    return f'<p class="fill">{escape(label)}: <i></i></p>'


def _table(headings: Iterable[str]) -> str:
    """An empty table to fill in, with wide room for what is done."""
    names = list(headings)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    row = f"<tr>{'<td></td>' * len(names)}</tr>"
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{_joined([row] * ROWS)}\n</tbody>\n</table>"


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
