"""A prompt at a terminal: what is said there, what is typed, and the numbers, which are always at hand."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from leedshelp.faces import plain
from leedshelp.model.answers import Answers
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError, StoppedError
from leedshelp.model.words import ALWAYS, COMMANDS, Command
from leedshelp.terminal.streams import Terminal
from leedshelp.triage import in_words
from leedshelp.triage.notice import notice

PATIENCE = 5
"""How many lines in a row may fail to be understood."""


class Prompt:
    """The prompts of one run; `clock` gives the London time, which may pass between them."""

    def __init__(self, terminal: Terminal, directory: Directory, clock: Callable[[], datetime]) -> None:
        self.terminal = terminal
        self._directory = directory
        self._clock = clock

    def say(self, *lines: str, strong: bool = False) -> None:
        """Say some lines; those that matter most are bold where that can be shown."""
        text = plain.lines(lines, self.terminal.notice_width())
        bold = strong and self.terminal.has_styles
        self.terminal.notice(f"\x1b[1m{text.rstrip()}\x1b[0m\n" if bold else text)

    def numbers(self, answers: Answers | None = None) -> None:
        """Show the numbers to ring now, for whoever gave these answers."""
        emergency, first, *others = plain.notice(notice(self._directory, self._clock(), answers))
        self.say(emergency, first, strong=True)
        self.say(*others, "")

    def read(self, prompt: str) -> str | None:
        """A line that is typed, whatever it says; `None` where no line comes any more."""
        text = plain.lines([prompt] if prompt else [], self.terminal.notice_width())
        return self.terminal.ask(text + ("> " if self.terminal.is_interactive else ""))

    def choose(self, prompt: str, answers: Answers) -> str | None:
        """A line typed at a prompt that is no question.

        The help can be seen there, too, and the numbers for whoever gave these answers.
        """
        line = self.read(prompt)
        for _ in range(PATIENCE):
            match self.command(line or ""):
                case Command.PHONE | Command.HARM:
                    self.numbers(answers)
                case Command.HELP:
                    self.help(ALWAYS)
                case _:
                    break
            line = self.read(prompt)
        return line

    def command(self, line: str) -> Command | None:
        """The command that a line is; through a pipe there are only those that change no answer."""
        command = COMMANDS.get(key(line))
        return command if self.terminal.is_interactive or command in ALWAYS else None

    def help(self, commands: Iterable[Command], *before: str) -> None:
        """Say what each of some commands does, after some other lines."""
        does = (f"{command.key} or {command}: {in_words.COMMANDS[command]}" for command in commands)
        self.say(*before, *does, "")

    @contextmanager
    def leaving(self, *last: str) -> Iterator[None]:
        """However the person leaves, the last thing on the screen are these lines, or else the numbers."""
        try:
            yield
        except (NobodyToAskError, NotUnderstoodError, LeftError, KeyboardInterrupt) as leaving:
            if self.terminal.is_interactive:
                self.say("", *([str(leaving)] if isinstance(leaving, LeftError) else []))
                self.say(*last) if last else self.numbers()
            if isinstance(leaving, KeyboardInterrupt):
                raise StoppedError("Stopped.") from None
            raise


def key(line: str | None) -> str:
    """A line as a key is compared."""
    return (line or "").strip().casefold()
