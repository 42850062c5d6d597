"""The man page, made from the commands and their help."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from leedshelp import __version__
from leedshelp.cli.app import app
from tests.conftest import ROOT

FILE = ROOT / "docs" / "leedshelp.1"


def files() -> dict[Path, str]:
    """What is in the file."""
    return {FILE: "".join(f"{line}\n" for line in _lines(typer.main.get_command(app)))}


def _lines(whole: Any) -> Iterator[str]:  # Any: the command classes of Typer have no public type
    """The lines of the page, in the language of man pages."""
    yield f'.TH LEEDSHELP 1 "" "leedshelp {__version__}"'
    yield ".SH NAME"
    yield r"leedshelp \- worried about a child in Leeds? Who to talk to next, and the number to ring"
    yield ".SH SYNOPSIS"
    yield ".B leedshelp"
    yield "[COMMAND] [OPTIONS]"
    yield ".SH DESCRIPTION"
    yield from _help(whole.help)
    yield ".SH COMMANDS"
    for name, command in _commands(whole.commands):
        yield f".SS leedshelp {name}"
        yield from _help(command.help)
        for parameter in command.params:
            yield from _parameter(parameter)
    yield ".SH EXIT STATUS"
    yield from _exit_codes()


def _commands(commands: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that does something, with the names that lead to it."""
    for name, command in commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command.commands, f"{name} ")
        else:
            yield f"{before}{name}", command


def _help(text: str) -> Iterator[str]:
    """A help text: its paragraphs, and its examples as they are typed."""
    for paragraph in text.strip().split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", *map(_escaped, paragraph.removeprefix("\b\n").splitlines()), ".fi")
        else:
            yield from (".PP", _escaped(" ".join(paragraph.split())))


def _parameter(parameter: Any) -> Iterator[str]:
    """An option or an argument, and what it does."""
    names = ", ".join(parameter.opts) if parameter.param_type_name == "option" else ""
    metavar = "" if getattr(parameter, "is_flag", False) else parameter.metavar or ""
    yield ".TP"
    yield _escaped(f".B {names} {metavar}".replace("  ", " ").rstrip())
    yield _escaped(parameter.help or "")


def _exit_codes() -> Iterator[str]:
    """The exit codes, as the README has them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for code, when in re.findall(r"^\| ([0-9]+) \| (.*) \|$", text, re.MULTILINE):
        yield from (".TP", f".B {code}", _escaped(when.replace("`", "")))


def _escaped(text: str) -> str:
    """A line in which no sign acts: a hyphen stays one, and no line begins with a dot of ours."""
    if text.startswith(".B "):
        return f".B {_escaped(text.removeprefix('.B '))}"
    text = text.replace("\\", r"\(rs").replace("-", r"\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
