"""The command `contacts`: the look-up."""

# Imports inside functions are for start-up: other commands do not need them.
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

# The characters that a query may have. Nobody types as many, and the search for a misspelling in a long text
# takes long.
_LONGEST_QUERY = 200


def contacts(
    query: Annotated[
        list[str] | None,
        typer.Argument(help="A team, service, role, tier or part of a number.", autocompletion=completions),
    ] = None,
    tier: Annotated[str | None, answer_option(TierId, "Only what belongs to this tier.")] = None,
    full: Annotated[bool, typer.Option("--full", help="All that is known of each number.")] = False,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Find who can be rung, by team, service, role, tier or part of a number."""
    from leedshelp.guide.loading import load_guide
    from leedshelp.triage.search import look_up, meant

    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    directory = context.directory(data, own, terminal)
    words = " ".join(query or ())
    if len(words) > _LONGEST_QUERY:
        raise typer.BadParameter(f"use fewer than {_LONGEST_QUERY} characters.", param_hint="QUERY")
    tier = tier and context.choice(tier, tiers_of(directory), "--tier")
    moment = context.moment(None)
    pages = {page.id: (page.title, *page.also) for page in load_guide(context.data_folder(data), directory)}
    findings = look_up(directory, words, moment, tier, pages)
    if findings.is_empty:
        hint = f'leedshelp knows nothing called "{visible(words)}"'
        if tier and not look_up(directory, words, moment, pages=pages).is_empty:
            hint += " in this tier, but something in another: leave out --tier."
        else:
            near = meant(directory, words, pages)
            hint += f". Did you mean {' or '.join(near)}?" if near else ". Try another word for it."
        raise context.without_result(terminal, directory, hint, context.NOTHING_FOUND)
    terminal.result(face.contacts(findings._replace(is_whole=full or findings.is_whole), width))
