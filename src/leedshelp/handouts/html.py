"""A call sheet as an HTML page that prints on A4, in black on white, and loads no other file.

The style draws the lines to write on, so that a screen reader passes over them; they grow to fill the page.
All text is escaped.
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

# The rows to fill in with what was agreed.
ROWS = 3

# A line to write on.
_ROOM = '<div class="room"></div>'


def page(sheet: "Sheet") -> str:
    """A call sheet as one HTML file."""
    labels, statements = sheet.words.labels, sheet.statements
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
{_joined(map(_question, sheet.words.ask))}
</ul>
</section>
</div>
<section>
<h2>{escape(labels["agreed"])}</h2>
<p>{escape(statements["agreed"])}</p>
<div class="pair">
{_fill(labels["spoken"])}
{_fill(labels["again"])}
</div>
{_table([labels[name] for name in ("who", "does", "by")])}
</section>
<div class="pair">
<section>
<h2>{escape(labels["next"])}</h2>
<p>{escape(statements["needs"])}</p>
{_ROOM * 3}
</section>
{_deadlines(sheet)}\
</div>
<div class="pair">
{_joined(_section(labels[name], statements[name]) for name in ("disagree", "record"))}
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
    """What to do, 999, when the sheet was made, and until when to trust it."""
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
    """An entry: what to do, the number, whose it is, why, and the facts about it."""
    return f"""\
<li>
<h3>{escape(entry.before)}{_dialled(entry.number.text)}</h3>
<p><strong>{escape(entry.contact.name)}.</strong> {escape(entry.why)}</p>
<ul class="about">
{_joined(f"<li>{_unbroken(fact.line)}</li>" for fact in entry.facts)}
</ul>
</li>"""


def _own(sheet: "Sheet") -> str:
    """The section of the agency's own people, role by role; "" where there are none."""
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
    """People of the agency with their numbers, on one line."""
    return " &bull; ".join(
        f"{escape(person.who)}: <strong>{_dialled(person.number)}</strong>. {_unbroken(person.about)}"
        for person in people
    )


def _section(heading: str, text: str) -> str:
    """A section of a heading and a text."""
    return f"<section>\n<h2>{escape(heading)}</h2>\n<p>{escape(text)}</p>\n</section>"


def _question(question: "CallQuestion") -> str:
    """A question for the call, why to ask it, and a line for the answer."""
    return f"<li><p><strong>{escape(question.asks)}</strong> {escape(question.why.says)}</p>{_ROOM}</li>"


def _deadlines(sheet: "Sheet") -> str:
    """The section of what is due when, and what to do if no reply comes; "" without deadlines."""
    if not sheet.deadlines:
        return ""
    return f"""\
<section>
<h2>{escape(sheet.words.labels["deadlines"])}</h2>
{_joined(map(_deadline, sheet.deadlines))}
<p>{escape(sheet.statements["no_reply"])}</p>
</section>
"""


def _deadline(deadline: "Deadline") -> str:
    """A deadline: its rule, when that is due, and lines to fill in."""
    due = f" <strong>{escape(deadline.due)}</strong>" if deadline.due else ""
    return f"""\
<p>{escape(deadline.rule)}{due}</p>
<div class="fills">
{_joined(map(_fill, deadline.to_fill_in))}
</div>"""


def _unbroken(text: str) -> str:
    """A text in which no number is broken over two lines."""
    return re.sub("[0-9]+( [0-9]+)+", r'<span class="number">\g<0></span>', escape(text))


def _dialled(number: str) -> str:
    """A number as a link that rings it."""
    return f'<a href="tel:{escape(dial(number))}">{escape(number)}</a>'


def _fill(label: str) -> str:
    """A label with a line to fill in."""
    return f'<p class="fill">{escape(label)}: <i></i></p>'


def _table(headings: Iterable[str]) -> str:
    """An empty table to fill in."""
    names = list(headings)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    row = f"<tr>{'<td></td>' * len(names)}</tr>"
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{_joined([row] * ROWS)}\n</tbody>\n</table>"


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
