"""The command `guide`: the topics, and a page about one."""

# Imports inside functions are for start-up: other commands do not need them.
from typing import Annotated

import typer

from leedshelp.cli import context
from leedshelp.cli.options import DataOption, PlainOption, VersionOption, begun
from leedshelp.model.words import Topic


def guide(
    topic: Annotated[
        str | None,
        typer.Argument(help="What to read about; its beginning will do.", autocompletion=begun(Topic)),
    ] = None,
    data: DataOption = None,
    plain: PlainOption = False,
    version: VersionOption = False,
) -> None:
    """Read about good conversations: short pages, each statement with its document."""
    from leedshelp import bundled
    from leedshelp.faces import plain as plain_face
    from leedshelp.triage.notice import afraid

    terminal = context.terminal(plain=plain, json=False)
    width = terminal.result_width()
    directory, folder = context.usual_directory(data, terminal), context.data_folder(data)
    pages = bundled.guide(folder, directory)
    if not pages:
        hint = f"The data in {str(folder)!r} has no guide. The one that leedshelp came with is about Leeds."
        raise context.without_result(terminal, directory, hint, context.NOTHING_FOUND)
    if topic is None:
        terminal.result(plain_face.topics(pages, width))
        return
    chosen = context.choice(topic, {page.id: page.title for page in pages}, "TOPIC")
    page = next(page for page in pages if page.id == chosen)
    terminal.result(plain_face.page(page, afraid(directory, context.moment(None)), width))
