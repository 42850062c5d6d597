"""The command for those who want to read on: `guide`."""

from typing import Annotated

import typer

from leedshelp.cli import opening
from leedshelp.cli.options import DataOption, PlainOption, VersionOption
from leedshelp.terminal import visible


def topics(incomplete: str) -> list[str]:
    """The topics that begin so."""
    from leedshelp.wording import Topic

    return [topic for topic in Topic if topic.startswith(incomplete)]


def guide(
    topic: Annotated[
        str | None, typer.Argument(help="What to read about; its beginning will do.", autocompletion=topics)
    ] = None,
    data: DataOption = None,
    plain: PlainOption = False,
    version: VersionOption = False,
) -> None:
    """Read how Leeds goes about it: short pages, each statement with its document."""
    from leedshelp.faces import plain as lines
    from leedshelp.guide import meant
    from leedshelp.loading.guide import load_guide

    terminal = opening.terminal(plain=plain, json=False)
    width = terminal.result_width()
    directory, folder = opening.usual_directory(data), opening.data_folder(data)
    opening.warn_of_open_data(terminal, folder)
    pages = load_guide(folder, directory)
    if not pages:
        hint = f"The data in {str(folder)!r} has no guide. The one that leedshelp came with is about Leeds."
        raise opening.without_result(terminal, directory, hint, opening.NOTHING_FOUND)
    if topic is None:
        terminal.result(lines.topics(pages, width))
        return
    page = meant(pages, topic)
    if page is None:
        known = ", ".join(each.id for each in pages)
        said = f'"{visible(topic)}" is not a topic of the guide; choose one of: {known}.'
        raise typer.BadParameter(said, param_hint="TOPIC")
    if terminal.table_width():
        from leedshelp.faces import screen

        terminal.result(screen.page(directory, page, width))
    else:
        terminal.result(lines.page(directory, page, width))
