"""Fills in the templates of the handouts. Whatever is filled in stays text: it is escaped in HTML."""

import re
from functools import cache
from importlib.resources import files

import segno
from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from leedshelp.faces.plain import lines
from leedshelp.model.dates import date_in_words
from leedshelp.model.phone import dial
from leedshelp.triage.in_words import UNOFFICIAL

_COLUMNS = 80  # of a text in a file


def source(name: str) -> str:
    """The text of a file among the templates."""
    return (files("leedshelp.handouts") / "templates" / name).read_text(encoding="utf-8")


def rendered(name: str, **values: object) -> str:
    """A template with some values filled in."""
    return _environment().get_template(name).render(unofficial=UNOFFICIAL, **values)


@cache
def _environment() -> Environment:
    """The environment of the templates; what a template names and nobody fills in is an error."""
    environment = Environment(
        loader=FunctionLoader(source),  # from a folder, or from a program in one file
        autoescape=select_autoescape(["html", "svg"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "link": link,
        "whole": whole,
        "code": code,
        "wrapped": wrapped,
        "date": date_in_words,
    }
    return environment


def wrapped(text: str) -> str:
    """A text in lines of 80 columns, in which no number is broken."""
    return lines([text], _COLUMNS)


def link(number: str) -> Markup:
    """A number as a link that rings it."""
    return Markup('<a href="tel:{}">{}</a>').format(dial(number), number)


def whole(text: str) -> Markup:
    """A text in which no number is broken over two lines."""
    marked = re.sub("[0-9]+( [0-9]+)+", r'<span class="number">\g<0></span>', str(escape(text)))
    return Markup(marked)  # noqa: S704 - escaped before it was marked


@cache
def code(number: str) -> Markup:
    """A code that a telephone reads to ring a number: about 15 mm wide, it is read from paper."""
    made = segno.make(f"tel:{dial(number)}", micro=False, error="m")
    drawn = made.svg_inline(border=2, svgclass="code", lineclass=None, omitsize=True)
    return Markup(drawn)  # noqa: S704 - segno's own drawing, with no text in it
