"""The front door: the commands, the choice of a face, and the exit codes."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leedshelp import __version__
from leedshelp.directory import Directory, TierId
from leedshelp.errors import (
    LAST_RESORT_LINES,
    DataError,
    HungUpError,
    LeedshelpError,
    LeftError,
    NobodyToAskError,
    NotUnderstoodError,
    OutputError,
    ReaderGoneError,
    StoppedError,
)
from leedshelp.terminal import Terminal, leave_on_hang_up, visible
from leedshelp.triage import Answers, Consent, Harm, TierAnswer, next_question

if TYPE_CHECKING:
    from leedshelp.faces import Face

_STOPPED = 130
_EXIT_CODES = {ReaderGoneError: 0, LeftError: 0, NobodyToAskError: 4, HungUpError: 4, StoppedError: _STOPPED}
_NOTHING_FOUND = 3
_FAILED = 1

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        Terminal.of_this_process().result(f"leedshelp {__version__}\n")
        raise typer.Exit


def _completions(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of contacts and services that begin so, with their names; none where the data is broken."""
    try:
        directory = _directory(context, context.params.get("data"))
    except DataError:
        return []
    names = {contact.id: contact.name for contact in directory.contacts.values()}
    names |= {each.id: each.name for tier in directory.tiers.values() for each in tier.services}
    return [(each, name) for each, name in names.items() if each.startswith(incomplete)]


DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Use the data in this folder, or in LEEDSHELP_DATA."),
]
PlainOption = Annotated[bool, typer.Option("--plain", help="Plain lines, as for a screen reader.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, for another program.")]
VersionOption = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
]


@app.callback(invoke_without_command=True)
def front_door(context: typer.Context, data: DataOption = None, version: VersionOption = False) -> None:
    """Worried about a child in Leeds? See who to talk to next, and the number to ring.

    \b
    Examples:
      leedshelp ask                who to ring, after up to three questions
      leedshelp contacts speech    who to ring about speech and language
      leedshelp tiers              the three tiers of service

    leedshelp is not an official service. It keeps nothing: the record belongs in your own agency's
    system.
    """
    context.obj = data
    if context.invoked_subcommand:
        return
    from leedshelp.faces import plain

    terminal = Terminal.of_this_process()
    numbers = _numbers_now(_directory(context, None))
    terminal.result(plain.lines([*numbers, "", *_COMMANDS], terminal.result_width()))


_COMMANDS = (
    "leedshelp ask: answer up to three questions, and see who to ring",
    "leedshelp contacts: find a team, a service or a number",
    "leedshelp tiers: the three tiers of service",
    "leedshelp --help: everything else (leedshelp is not an official service)",
)


@app.command(short_help="Answer up to three questions, and see who to ring.")
def ask(
    context: typer.Context,
    consent: Annotated[Consent | None, typer.Option(help="Whether the family agrees.")] = None,
    harm: Annotated[Harm | None, typer.Option(help="Whether significant harm is feared.")] = None,
    tier: Annotated[TierAnswer | None, typer.Option(help="The services to start with.")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="A Leeds date and time, in place of now.")
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; fail where an answer is missing.")
    ] = False,
    data: DataOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Answer up to three questions, and see who to talk to and the number to ring.

    Only what no option answers is asked. The answers are never stored.

    \b
    Examples:
      leedshelp ask
      leedshelp ask --harm yes
      leedshelp ask --consent agreed --harm no --tier targeted
      leedshelp ask --harm unsure --at 2026-12-25T10:00
      leedshelp ask --json > advice.json
    """
    from leedshelp.advice import advise
    from leedshelp.asking import Dialogue

    terminal = _terminal(plain=plain, json=json, reads=not no_input, talks=not json)
    directory = _directory(context, data)
    named = at and f"{_moment(at):%Y-%m-%dT%H:%M}"

    def show(answers: Answers) -> None:
        face, width = face_for(terminal, json=json)
        terminal.result(face.advice(directory, advise(directory, answers, _moment(at), named), width))

    answers = Answers(consent, harm, tier)
    if next_question(answers) is None:
        show(answers)
        return
    leave_on_hang_up()
    dialogue = Dialogue(terminal, directory, lambda: _moment(at))
    try:
        changed: Answers | None = dialogue.ask(answers)
        while changed:
            show(changed)
            changed = dialogue.change(changed) if terminal.shows_all and not json else None
    except NotUnderstoodError as error:
        from leedshelp.faces import plain as plain_face

        cautious = advise(directory, Answers(harm=Harm.UNSURE), _moment(at))
        terminal.notice(f"{error} To be on the safe side:\n\n")
        terminal.notice(plain_face.advice(directory, cautious, terminal.notice_width()))
        raise typer.Exit(_FAILED) from None


@app.command(short_help="Find a team, a service or a number.")
def contacts(
    context: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(help="A team, service, role, tier or part of a number.", autocompletion=_completions),
    ] = None,
    tier: Annotated[TierId | None, typer.Option(help="Only what belongs to this tier.")] = None,
    data: DataOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Find who can be rung, by team, service, role, tier or part of a number.

    \b
    Examples:
      leedshelp contacts
      leedshelp contacts duty
      leedshelp contacts speech therapist
      leedshelp contacts 0336
      leedshelp contacts --tier universal
    """
    from leedshelp.search import look_up, nearest

    terminal = _terminal(plain=plain, json=json)
    face, width = face_for(terminal, json=json)
    directory = _directory(context, data)
    asked = " ".join(query or ())
    found = look_up(directory, asked, tier)
    if not found.contacts:
        from leedshelp.faces import plain as plain_face

        called = f'Nothing is called "{visible(asked)}"'
        elsewhere = tier and look_up(directory, asked).contacts
        hint = (
            f"{called} in this tier, but it is in another: leave out --tier."
            if elsewhere
            else f"{called} here. The nearest name: {nearest(directory, asked)}."
        )
        terminal.notice(plain_face.lines([hint, "", *_numbers_now(directory)], terminal.notice_width()))
        raise typer.Exit(_NOTHING_FOUND)
    terminal.result(face.contacts(directory, found, width))


@app.command(short_help="Show the three tiers of service.")
def tiers(
    context: typer.Context,
    tier: Annotated[TierId | None, typer.Argument(help="Only this tier.")] = None,
    data: DataOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Show the tiers: examples of services, who to talk to, who helps to start the conversation.

    \b
    Examples:
      leedshelp tiers
      leedshelp tiers targeted
      leedshelp tiers --json
    """
    terminal = _terminal(plain=plain, json=json)
    face, width = face_for(terminal, json=json)
    directory = _directory(context, data)
    shown = [directory.tiers[each] for each in TierId if tier in (None, each)]
    terminal.result(face.tiers(directory, shown, width))


def main() -> int:
    """Run the command line and return its exit code; nothing that goes wrong ends in a traceback."""
    terminal = Terminal.of_this_process()
    code = 0
    try:
        app(prog_name="leedshelp")
    except SystemExit as end:
        code = int(end.code or 0)
        if code == _STOPPED:
            terminal.notice(LAST_RESORT_LINES)
        elif not code and not terminal.has_output:
            code = _FAILED
            terminal.notice(f"{OutputError.nowhere()}\n")
    except LeedshelpError as error:
        code = _EXIT_CODES.get(type(error), _FAILED)
        if code not in (0, _STOPPED):
            terminal.notice(f"{error}\n")
        if isinstance(error, DataError):
            terminal.notice(
                f"\nThe data cannot be used until that is put right. Until then:\n{LAST_RESORT_LINES}"
            )
    except OSError as error:
        code = _FAILED
        terminal.notice(f"{OutputError.because(error)}\n")
    except Exception as fault:
        code = _FAILED
        terminal.notice(f"leedshelp has a fault and cannot go on ({fault!r}).\n{LAST_RESORT_LINES}")
    return code


def _directory(context: typer.Context, data: Path | None) -> Directory:
    """What leedshelp knows, from the folder the person names or from its own."""
    from leedshelp.loading import bundled_data, load

    return load(data or context.obj or Path(os.environ.get("LEEDSHELP_DATA") or bundled_data()))


def _moment(at: str | None) -> datetime:
    """The London time to advise for."""
    from leedshelp.hours import london, named_moment

    if at is None:
        return london(datetime.now(UTC))
    moment = named_moment(at)
    if moment is None:
        remedy = "write a date and a time, like 2026-12-25T10:00"
        raise typer.BadParameter(f'"{visible(at)}" is not a moment; {remedy}.', param_hint="--at")
    return moment


def _terminal(*, plain: bool, json: bool, reads: bool = True, talks: bool = False) -> Terminal:
    """The terminal of a command that shows a result in one face; two at once are refused."""
    if plain and json:
        raise typer.BadParameter("choose one of them.", param_hint="--plain and --json")
    return Terminal.of_this_process(reads=reads, plain=plain, talks=talks)


def _numbers_now(directory: Directory) -> list[str]:
    """The numbers to ring now, whatever the question, a line each."""
    from leedshelp.advice import notice
    from leedshelp.faces import plain

    return plain.notice(notice(directory, _moment(None)))


def face_for(terminal: Terminal, *, json: bool) -> "tuple[Face, int | None]":
    """The face that fits what was asked for and what the terminal can show now, and its width."""
    from leedshelp.faces import chosen

    table_width = terminal.table_width()
    return chosen(json=json, tables=table_width is not None), table_width or terminal.result_width()
