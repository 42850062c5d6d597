"""How this program was started, so that a command it suggests works as it is typed."""

import os
import re
import sys

_NAME = "leedshelp"
_COMMAND = re.compile(rf"\b{_NAME} (?=(ask|check|contacts|guide|sheet|tiers)\b|--)")


def started_as() -> str:
    """What a person types to start this program: its name where the shell finds that, else its path."""
    path = sys.argv[0]
    folder, name = os.path.split(path)
    if name == "__main__.py":
        return f"{_short(sys.executable)} -m {_NAME}"
    return _NAME if not folder or folder in os.get_exec_path() else _short(path)


def as_typed(text: str) -> str:
    """A text in which every command starts as this program was started."""
    program = started_as()
    return text if program == _NAME else _COMMAND.sub(lambda _: f"{program} ", text)


def _short(path: str) -> str:
    """A path from the folder where the person is, unless it leads out of that folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive of Windows
        return path
    return path if relative.startswith(os.pardir) else relative
