"""The look-up: `contacts`."""

from typing import Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import (
    DataOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    answer_option,
    completions,
)
from leedshelp.model.directory import TierId
from leedshelp.terminal.streams import visible
from leedshelp.terminal.typed import tiers_of

# Nobody types as many characters to find something, and a search would take as long as they are many.
_LONGEST_QUERY = 200


def contacts(
    query: Annotated[
        list[str] | None,
        typer.Argument(help="A team, service, role, tier or part of a number.", autocompletion=completions),
    ] = None,
    tier: Annotated[str | None, answer_option(TierId, "Only what belongs to this tier.")] = None,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Find who can be rung, by team, service, role, tier or part of a number."""
    from leedshelp.triage.search import look_up, nearest

    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    directory = context.directory(data, own, terminal)
    asked = " ".join(query or ())
    if len(asked) > _LONGEST_QUERY:
        raise typer.BadParameter(f"use fewer than {_LONGEST_QUERY} characters.", param_hint="QUERY")
    tier = tier and context.choice(tier, tiers_of(directory), "--tier")
    found = look_up(directory, asked, tier)
    if not found.contacts:
        called = f'Nothing is called "{visible(asked)}"'
        elsewhere = tier and look_up(directory, asked).contacts
        hint = (
            f"{called} in this tier, but it is in another: leave out --tier."
            if elsewhere
            else f"{called} here. The nearest name: {nearest(directory, asked)}."
        )
        raise context.without_result(terminal, directory, hint, context.NOTHING_FOUND)
    terminal.result(face.contacts(found, width))
