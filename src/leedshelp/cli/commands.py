"""What the commands do that carry leedshelp, once their options are known. No parser is needed here."""

# Imports inside functions are for start-up: no command needs those of the others.
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from leedshelp.cli import context
from leedshelp.model.errors import EndedError
from leedshelp.terminal.streams import visible

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from leedshelp.cli.make import SheetFile
    from leedshelp.model.answers import Answers
    from leedshelp.model.directory import Directory
    from leedshelp.terminal.streams import Terminal
    from leedshelp.triage.advice import Advice

_NOT_UNDERSTOOD = 1

# The characters that a query may have. Nobody types as many, and the search for a misspelling in a long text
# takes long.
_LONGEST_QUERY = 200

# The lines about the commands, where none was typed.
_COMMANDS = (
    "leedshelp ask: answer up to three questions, and see who to ring",
    "leedshelp contacts: find a team, a service or a number",
    "leedshelp tiers: the three tiers of service",
    "leedshelp --help: everything else (leedshelp is not an official service)",
)


def now(
    data: Path | None = None, own: Path | None = None, *, plain: bool = False, json: bool = False
) -> None:
    """Show the numbers to ring now, and the commands."""
    from leedshelp.triage.notice import notice

    terminal = context.terminal(plain=plain, json=json)
    numbers = notice(context.directory(data, own, terminal), moment := context.moment(None))
    if json:
        from leedshelp.faces import jsondata

        terminal.result(jsondata.now(numbers, moment))
    else:
        from leedshelp.faces import plain as lines

        texts = [*lines.notice(numbers), "", *_COMMANDS]
        terminal.result(lines.lines(texts, terminal.result_width()))


def is_query(words: list[str]) -> bool:
    """Whether words can be looked up as they are; some are too many, and Windows expands others."""
    is_pattern = os.name == "nt" and any(sign in word for word in words for sign in "*?[~$%")
    return len(" ".join(words)) <= _LONGEST_QUERY and not is_pattern


def contacts(
    query: list[str],
    tier: str | None = None,
    data: Path | None = None,
    own: Path | None = None,
    *,
    full: bool = False,
    plain: bool = False,
    json: bool = False,
) -> None:
    """Show what a look-up finds. Ends with 3 where it finds nothing."""
    from leedshelp import bundled
    from leedshelp.triage.search import look_up, meant

    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    directory = context.directory(data, own, terminal)
    words = " ".join(query)
    if len(words) > _LONGEST_QUERY:
        raise context.misused(f"use fewer than {_LONGEST_QUERY} characters.", "QUERY")
    tier = tier and context.tier(tier, directory, "--tier")
    moment = context.moment(None)
    pages = {
        page.id: (page.title, *page.also) for page in bundled.guide(context.data_folder(data), directory)
    }
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


def tiers(
    tier: str | None = None,
    data: Path | None = None,
    own: Path | None = None,
    *,
    plain: bool = False,
    json: bool = False,
) -> None:
    """Show the reference table, or the row of one tier."""
    from leedshelp.triage.table import table

    terminal = context.terminal(plain=plain, json=json)
    face, width = context.face_for(terminal, json=json)
    directory = context.directory(data, own, terminal)
    tier = tier and context.tier(tier, directory, "TIER")
    terminal.result(face.tiers(table(directory, context.moment(None), tier), width))


def ask(
    answers: "Callable[[Directory], Answers] | None" = None,
    at: str | None = None,
    data: Path | None = None,
    own: Path | None = None,
    sheet: "Callable[[Terminal, Directory, Traversable], SheetFile] | None" = None,
    *,
    full: bool = False,
    reads: bool = True,
    plain: bool = False,
    json: bool = False,
) -> None:
    """Ask what is not answered yet, and show the advice. Raises as `Dialogue.ask`.

    `answers` are those that options give, and `sheet` makes the file of a call sheet, where one is wanted.
    """
    from leedshelp.model.answers import Answers, Harm, next_question
    from leedshelp.model.errors import NotUnderstoodError

    terminal = context.terminal(plain=plain, json=json, reads=reads, talks=not json)
    directory = context.directory(data, own, terminal)
    folder = context.data_folder(data)
    file = sheet and sheet(terminal, directory, folder)
    files = context.options_of(data=data, own=own)
    typed = at and f"{context.moment(at):%Y-%m-%dT%H:%M}"
    known = answers(directory) if answers else Answers()

    def advised(answers: Answers) -> "Advice":
        from leedshelp.triage.advice import advise

        advice = advise(directory, answers, context.moment(at), typed)
        return advice._replace(command=f"{advice.command}{files}")

    def show(answers: Answers) -> "Advice":
        face, width = context.face_for(terminal, json=json)
        advice, is_whole = advised(answers), full or json or terminal.result_width() is None
        try:
            terminal.result((face.advice if is_whole else face.first)(advice, width))
            if not is_whole and not (asks and terminal.shows_all):
                terminal.notice(f"\nThe rest: {advice.command} --full\n")
        finally:
            if file:
                file.write(advice.moment, advice)
        return advice

    def offer_sheet(answers: Answers, read: Callable[[str], str | None]) -> None:
        from leedshelp.handouts.saving import offer

        offer(terminal, read, directory, folder, advised(answers))

    asks = next_question(known) is not None
    if not asks:
        show(known)
        return
    if file:
        file.look_ahead()
    from leedshelp.terminal.prompt import Prompt
    from leedshelp.terminal.signals import leave_on_hang_up

    leave_on_hang_up()
    prompt = Prompt(terminal, directory, lambda: context.moment(at))
    prompt.numbers()
    # The numbers are on the screen before what the questions need is imported, and those before the rest.
    from leedshelp.terminal.dialogue import Dialogue

    dialogue = Dialogue(prompt, directory)
    try:
        answered: Answers | None = dialogue.ask(known)
        from leedshelp.terminal.afterwards import Afterwards

        afterwards = Afterwards(prompt, dialogue, offer_sheet)
        while answered:
            advice = show(answered)
            if json or not terminal.shows_all:
                break
            face, width = context.face_for(terminal, json=False)
            answered = afterwards.changed(answered, advice, "" if full else face.rest(advice, width))
    except NotUnderstoodError as error:
        from leedshelp.faces import plain as plain_face

        cautious = advised(Answers(harm=Harm.UNSURE))
        width = terminal.notice_width()
        terminal.notice(plain_face.lines([f"{error} To be on the safe side:", ""], width))
        cautiously = plain_face.first if width else plain_face.advice
        terminal.notice(cautiously(cautious, width))
        raise EndedError(_NOT_UNDERSTOOD) from None
