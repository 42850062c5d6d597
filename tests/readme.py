"""The examples in the tour, made from the program.

An example is a `console` block that starts with `$ leedshelp …`. What follows in the block is what the
command shows: piped, or, where lines are typed after `> `, at a terminal of 80 columns without colour. It is
office hours where the command names no time.
"""

import os
import re
import shlex
import sys
from unittest import mock

from leedshelp import cli
from leedshelp.cli import context
from leedshelp.terminal import streams
from tests.conftest import MOMENTS, ROOT, Stream

README = ROOT / "README.md"
TOUR = ROOT / "docs" / "tour.md"
EXAMPLE = re.compile(r"```console\n\$ leedshelp ?(?P<args>.*)\n(?P<shown>(?s:.*?))```\n")
TYPED = re.compile("^> (.+)$", re.MULTILINE)


def renewed(text: str) -> str:
    """The text with what every example shows made anew."""
    return EXAMPLE.sub(_example, text)


def _example(found: re.Match[str]) -> str:
    typed = TYPED.findall(found["shown"])
    shown = at_a_terminal(found["args"], typed) if typed else piped(found["args"])
    return f"```console\n$ leedshelp {found['args']}".rstrip() + f"\n{shown}```\n"


def piped(args: str) -> str:
    """What a command writes into a pipe."""
    out = Stream()
    _run(args, Stream(), out, Stream(), 80)
    return out.written()


def at_a_terminal(args: str, typed: list[str]) -> str:
    """What a person sees at a terminal of 80 columns, without styles."""
    shown = re.sub("\x1b\\[[0-9;]*m", "", on_screen(args, typed, 80))
    return re.sub(" +$", "", shown, flags=re.MULTILINE)


def on_screen(args: str, typed: list[str], columns: int) -> str:
    """What a person sees who types these lines and then leaves off: with what was typed, and styles."""
    screen = Stream(tty=True)
    _run(args, Stream("".join(f"{line}\n" for line in typed), tty=True), screen, screen, columns)
    first, *rest = re.split("^> ", screen.written(), flags=re.MULTILINE)
    answered = [f"> {line}\n{after}" for line, after in zip(typed, rest, strict=False)]
    return first + "".join(answered) + "> " * (len(rest) > len(typed))


def _run(args: str, stdin: Stream, stdout: Stream, stderr: Stream, columns: int) -> None:
    """Run leedshelp in this process, with these streams and a terminal that is known."""
    moment = context.moment
    environment = {"PATH": os.environ.get("PATH", ""), "COLUMNS": str(columns), "TERM": "xterm-256color"}
    with (
        mock.patch.multiple(
            sys, argv=["leedshelp", *shlex.split(args)], stdin=stdin, stdout=stdout, stderr=stderr
        ),
        mock.patch.object(streams, "discard_waiting_input", return_value=False),
        mock.patch.object(context, "moment", lambda at: moment(at) if at else MOMENTS["office hours"].at),
        mock.patch.dict(os.environ, environment, clear=True),
    ):
        cli.main()
