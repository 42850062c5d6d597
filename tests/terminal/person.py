"""A person at a real pseudo-terminal: what they type, and what stands on their screen."""

import io
import os
import re
import shlex
import signal
import sys
import time
from typing import TYPE_CHECKING

import pyte
import pytest

if TYPE_CHECKING:
    import pexpect
else:
    pexpect = pytest.importorskip("pexpect", reason="Windows has no pseudo-terminals of this kind")

PROMPT = "\n> "
ASK = f"{shlex.quote(sys.executable)} -m leedshelp ask"
_UNWANTED = ("LINES", "NO_COLOR", "ACCESSIBLE", "LEEDSHELP_DATA")


def environment() -> dict[str, str]:
    """What a terminal of our own would have, whatever the tests are run in.

    The window was wider when `COLUMNS` was set: a terminal's own word goes before it.
    """
    own = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    return {**own, "COLUMNS": "140", "TERM": "xterm-256color", "PYTHONWARNINGS": "error"}


def _as_at_a_keyboard() -> None:
    """Take the keyboard's signals, which a test run in the background was started without."""
    for name in ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


class Person:
    """Somebody at a terminal of a given size who runs a command."""

    def __init__(self, command: str, columns: int = 80, rows: int = 50) -> None:
        self._size = columns, rows
        self.process: pexpect.spawn[str] = pexpect.spawn(
            "bash",
            ["-c", command if re.search("[|;]", command) else f"exec {command}"],
            env=environment(),
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=20,
            preexec_fn=_as_at_a_keyboard,
        )
        self.process.delaybeforesend = None
        self._shown = io.StringIO()
        self.process.logfile_read = self._shown

    def reads(self, text: str) -> str:
        """Wait until some text is on the screen; what was shown before it."""
        self.process.expect_exact(text)
        return str(self.process.before).replace("\r\n", "\n")

    def types(self, *lines: str) -> None:
        """Type a line and Enter at each prompt."""
        for line in lines:
            self.reads(PROMPT)
            self.process.sendline(line)

    def waits(self) -> None:
        """Wait for a prompt, as long as a person needs to see it.

        Python notices a signal in the very instant before it begins to read a line only at the next key.
        """
        self.reads(PROMPT)
        time.sleep(0.1)

    def presses(self, key: str) -> None:
        """Press a key at a prompt, as soon as a person could."""
        self.waits()
        self.process.send(key)

    def leaves(self) -> tuple[str, int]:
        """The rest of what is shown, and the exit code."""
        self.process.expect(pexpect.EOF)
        rest = str(self.process.before).replace("\r\n", "\n")
        self.process.close()
        return rest, self.process.exitstatus if self.process.exitstatus is not None else -1

    def sees(self) -> list[str]:
        """The lines that stand on the screen now, without the empty ones below."""
        screen = pyte.Screen(*self._size)
        pyte.Stream(screen).feed(self._shown.getvalue())
        return "\n".join(line.rstrip() for line in screen.display).rstrip().split("\n")
