"""The command `ask`: up to three questions, and the advice."""

# Imports inside functions are for start-up: other commands do not need them.
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import (
    AtOption,
    DataOption,
    ForceOption,
    JsonOption,
    OwnOption,
    PlainOption,
    VersionOption,
    answer_option,
    circumstances,
)
from leedshelp.cli.sheet import SheetFile
from leedshelp.model.answers import Answers, Consent, Harm, Question, TierAnswer, next_question
from leedshelp.model.errors import NotUnderstoodError
from leedshelp.terminal.signals import leave_on_hang_up
from leedshelp.terminal.typed import circumstances_of, options_of, with_answer

_NOT_UNDERSTOOD = 1  # the exit code


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
    at: AtOption = None,
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
    from leedshelp.faces import plain as plain_face
    from leedshelp.terminal.dialogue import Dialogue
    from leedshelp.triage.advice import advise

    terminal = context.terminal(plain=plain, json=json, reads=not no_input, talks=not json)
    directory = context.directory(data, own, terminal)
    folder = context.data_folder(data)
    if force and sheet is None:
        raise typer.BadParameter("there is no sheet to write; add --sheet FILE.", param_hint="--force")
    file = sheet and SheetFile(terminal, directory, folder, sheet, force=force, hint="--sheet")
    named_time = at and f"{context.moment(at):%Y-%m-%dT%H:%M}"
    answers = Answers()
    for question, typed in zip(Question, (consent, harm, tier), strict=True):
        if typed is not None:
            answer = context.choice(typed, options_of(directory, question), f"--{question}")
            answers = with_answer(directory, answers, question, answer)
    if circumstance is not None:
        chosen = context.choice(circumstance, circumstances_of(directory), "--circumstance")
        answers = answers.within(chosen, directory.circumstances[chosen].harm)

    def show(answers: Answers) -> None:
        face, width = context.face_for(terminal, json=json)
        advice = advise(directory, answers, context.moment(at), named_time)
        try:
            terminal.result(face.brief(advice, width) if brief else face.advice(advice, width))
        finally:  # the sheet is written even where the result cannot be
            if file:
                file.write(advice.moment, advice)

    def offer_sheet(answers: Answers, read: Callable[[str], str | None]) -> None:
        from leedshelp.handouts.saving import offer

        advice = advise(directory, answers, context.moment(at), named_time)
        offer(terminal, read, directory, folder, advice)

    if next_question(answers) is None:
        show(answers)
        return
    if file:
        file.look_ahead()
    leave_on_hang_up()
    dialogue = Dialogue(terminal, directory, lambda: context.moment(at), offer_sheet)
    try:
        changed: Answers | None = dialogue.ask(answers)
        while changed:
            show(changed)
            changed = dialogue.change(changed) if terminal.shows_all and not json else None
    except NotUnderstoodError as error:
        cautious = advise(directory, Answers(harm=Harm.UNSURE), context.moment(at))
        width = terminal.notice_width()
        terminal.notice(plain_face.lines([f"{error} To be on the safe side:", ""], width))
        terminal.notice(plain_face.advice(cautious, width))
        raise typer.Exit(_NOT_UNDERSTOOD) from None
