"""The three commands that carry leedshelp: `ask`, `contacts` and `tiers`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from leedshelp.cli import opening
from leedshelp.cli.options import (
    DataOption,
    ForceOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    answer_option,
    begun,
    circumstances,
    completions,
)
from leedshelp.cli.sheets import SheetFile
from leedshelp.directory import Directory, TierId
from leedshelp.errors import NotUnderstoodError
from leedshelp.terminal import leave_on_hang_up, visible
from leedshelp.triage import Answers, Consent, Harm, Question, TierAnswer, next_question
from leedshelp.typed import options_of, with_answer

_NOT_UNDERSTOOD = 1

# Nobody types as many characters to find something, and a search would take as long as they are many.
_LONGEST_QUERY = 200


def ask(
    consent: Annotated[str | None, answer_option(Consent, "Whether the family agrees.")] = None,
    harm: Annotated[str | None, answer_option(Harm, "Whether significant harm is feared.")] = None,
    tier: Annotated[str | None, answer_option(TierAnswer, "The services to start with.")] = None,
    circumstance: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="One with a way of its own, such as bruise or fgm.",
            autocompletion=circumstances,
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="A Leeds date and time, in place of now.")
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Only what to do, the numbers, and what consent means.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; fail where an answer is missing.")
    ] = False,
    sheet: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a call sheet, too: a new .html or .txt file."),
    ] = None,
    force: ForceOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Answer up to three questions, and see who to talk to and the number to ring."""
    from leedshelp.advice import advise
    from leedshelp.asking import Dialogue

    terminal = opening.terminal(plain=plain, json=json, reads=not no_input, talks=not json)
    directory = opening.directory(data, own, terminal)
    folder = opening.data_folder(data)
    if force and sheet is None:
        raise typer.BadParameter("there is no sheet to write; add --sheet FILE.", param_hint="--force")
    file = sheet and SheetFile(terminal, directory, folder, sheet, force=force, hint="--sheet")
    named = at and f"{opening.moment(at):%Y-%m-%dT%H:%M}"
    answers = Answers()
    for question, typed in zip(Question, (consent, harm, tier), strict=True):
        if typed is not None:
            answer = opening.choice(typed, options_of(directory, question), f"--{question}")
            answers = with_answer(directory, answers, question, answer)
    if circumstance is not None:
        known = {special.id: special.when for special in directory.circumstances.values()}
        special = directory.circumstances[opening.choice(circumstance, known, "--circumstance")]
        answers = answers.within(special.id, special.harm)

    def show(answers: Answers) -> None:
        face, width = opening.face_for(terminal, json=json)
        advice = advise(directory, answers, opening.moment(at), named)
        shown = face.brief if brief else face.advice
        try:
            terminal.result(shown(advice, width))
        finally:
            if file:
                file.write(advice.moment, advice)

    def offer_sheet(answers: Answers, read: Callable[[str], str | None]) -> None:
        from leedshelp.saving import offer

        offer(terminal, read, directory, folder, advise(directory, answers, opening.moment(at), named))

    if next_question(answers) is None:
        show(answers)
        return
    if file:
        file.look_ahead()
    leave_on_hang_up()
    dialogue = Dialogue(terminal, directory, lambda: opening.moment(at), offer_sheet)
    try:
        changed: Answers | None = dialogue.ask(answers)
        while changed:
            show(changed)
            changed = dialogue.change(changed) if terminal.shows_all and not json else None
    except NotUnderstoodError as error:
        from leedshelp.faces import plain as plain_face

        cautious = advise(directory, Answers(harm=Harm.UNSURE), opening.moment(at))
        width = terminal.notice_width()
        terminal.notice(plain_face.lines([f"{error} To be on the safe side:", ""], width))
        terminal.notice(plain_face.advice(cautious, width))
        raise typer.Exit(_NOT_UNDERSTOOD) from None


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
    from leedshelp.search import look_up, nearest

    terminal = opening.terminal(plain=plain, json=json)
    face, width = opening.face_for(terminal, json=json)
    directory = opening.directory(data, own, terminal)
    asked = " ".join(query or ())
    if len(asked) > _LONGEST_QUERY:
        raise typer.BadParameter(f"use fewer than {_LONGEST_QUERY} characters.", param_hint="QUERY")
    tier = tier and opening.choice(tier, _tiers(directory), "--tier")
    found = look_up(directory, asked, tier)
    if not found.contacts:
        called = f'Nothing is called "{visible(asked)}"'
        elsewhere = tier and look_up(directory, asked).contacts
        hint = (
            f"{called} in this tier, but it is in another: leave out --tier."
            if elsewhere
            else f"{called} here. The nearest name: {nearest(directory, asked)}."
        )
        raise opening.without_result(terminal, directory, hint, opening.NOTHING_FOUND)
    terminal.result(face.contacts(found, width))


def tiers(
    tier: Annotated[
        str | None,
        typer.Argument(metavar=f"[{'|'.join(TierId)}]", help="Only this tier.", autocompletion=begun(TierId)),
    ] = None,
    data: DataOption = None,
    own: OwnOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
    version: VersionOption = False,
) -> None:
    """Show the tiers: examples of services, who to talk to, who helps to start the conversation."""
    terminal = opening.terminal(plain=plain, json=json)
    face, width = opening.face_for(terminal, json=json)
    directory = opening.directory(data, own, terminal)
    tier = tier and opening.choice(tier, _tiers(directory), "TIER")
    terminal.result(face.tiers(directory.table(tier), width))


def _tiers(directory: Directory) -> dict[str, str]:
    """The names of the tiers by id."""
    return {tier.id: tier.name for tier in directory.tiers.values()}
