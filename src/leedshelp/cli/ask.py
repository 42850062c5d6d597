"""The command that carries leedshelp: `ask`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    concerns,
)
from leedshelp.cli.sheet import SheetFile
from leedshelp.model.answers import Answers, Consent, Harm, Question, TierAnswer, next_question
from leedshelp.model.directory import Directory
from leedshelp.model.errors import NotUnderstoodError
from leedshelp.terminal.signals import leave_on_hang_up
from leedshelp.terminal.typed import concerns_of, options_of, other_words, with_answer

if TYPE_CHECKING:
    from leedshelp.triage.advice import Advice

_NOT_UNDERSTOOD = 1


def ask(
    consent: Annotated[str | None, answer_option(Consent, "Whether the family agrees.")] = None,
    harm: Annotated[str | None, answer_option(Harm, "Whether significant harm is feared.")] = None,
    tier: Annotated[str | None, answer_option(TierAnswer, "The services to start with.")] = None,
    concern: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="What you are worried about, such as bruise, missing or self-harm.",
            autocompletion=concerns,
        ),
    ] = None,
    at: AtOption = None,
    full: Annotated[bool, typer.Option("--full", help="All of it at once, and not a screen first.")] = False,
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
    from leedshelp.terminal.afterwards import Afterwards
    from leedshelp.terminal.dialogue import Dialogue
    from leedshelp.terminal.prompt import Prompt
    from leedshelp.triage.advice import advise

    terminal = context.terminal(plain=plain, json=json, reads=not no_input, talks=not json)
    directory = context.directory(data, own, terminal)
    folder = context.data_folder(data)
    if force and sheet is None:
        raise typer.BadParameter("there is no sheet to write; add --sheet FILE.", param_hint="--force")
    file = sheet and SheetFile(terminal, directory, folder, sheet, force=force, hint="--sheet")
    named = at and f"{context.moment(at):%Y-%m-%dT%H:%M}"
    answers = _answers(directory, (consent, harm, tier), concern)

    def advised(answers: Answers) -> "Advice":
        return advise(directory, answers, context.moment(at), named)

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

    asks = next_question(answers) is not None
    if not asks:
        show(answers)
        return
    if file:
        file.look_ahead()
    leave_on_hang_up()
    prompt = Prompt(terminal, directory, lambda: context.moment(at))
    dialogue = Dialogue(prompt, directory)
    afterwards = Afterwards(prompt, dialogue, offer_sheet)
    try:
        answered: Answers | None = dialogue.ask(answers)
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
        raise typer.Exit(_NOT_UNDERSTOOD) from None


def _answers(
    directory: Directory, typed: tuple[str | None, str | None, str | None], concern: str | None
) -> Answers:
    """The answers that options give, in the order of the questions. Raises `typer.BadParameter`."""
    answers = Answers()
    for question, words in zip(Question, typed, strict=True):
        if words is not None:
            options, also = options_of(directory, question), other_words(directory, question)
            answer = context.choice(words, options, f"--{question}", also)
            answers = with_answer(directory, answers, question, answer)
    if concern is not None:
        also = other_words(directory, Question.HARM)
        chosen = context.choice(concern, concerns_of(directory), "--concern", also)
        answers = directory.concerns[chosen].added_to(answers)
    return answers
