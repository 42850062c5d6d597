"""The command that carries leedshelp: `ask`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from leedshelp.cli import commands, context
from leedshelp.cli.make import SheetFile
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
from leedshelp.model.answers import Answers, Consent, Harm, Question, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.terminal.typed import concerns_of, options_of, other_words, with_answer


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
    if force and sheet is None:
        raise typer.BadParameter("there is no sheet to write; add --sheet FILE.", param_hint="--force")
    commands.ask(
        lambda directory: _answers(directory, (consent, harm, tier), concern),
        at,
        data,
        own,
        partial(SheetFile, sheet, force=force, hint="--sheet") if sheet else None,
        full=full,
        reads=not no_input,
        plain=plain,
        json=json,
    )


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
