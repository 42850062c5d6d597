"""A person who talks with leedshelp: what they type, and what they see."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import repeat

from leedshelp.model.answers import Answers, Consent, Harm, TierAnswer
from leedshelp.model.directory import Directory
from leedshelp.terminal.afterwards import Afterwards
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.prompt import Prompt
from leedshelp.terminal.streams import Terminal
from leedshelp.triage.advice import Advice, advise
from tests.conftest import MOMENTS, Stream

DAY, NIGHT = MOMENTS["office hours"].at, MOMENTS["night"].at
NUMBERS = ["999", "0113 376 0336", "0113 535 0600"]
NOBODY = Answers()
FINISHED = Answers(Consent.AGREED, Harm.NO, TierAnswer.TARGETED)
CALL = Answers(Consent.AGREED, Harm.YES)
BRUISED = Answers(Consent.AGREED, Harm.YES, concern="bruise")
PUBLIC = Answers(Consent.AGREED, concern="member-of-the-public")


class Talk:
    """A person's lines; what was shown, and for which answers a call sheet was offered."""

    def __init__(
        self,
        directory: Directory,
        *typed: str,
        tty: bool = True,
        moments: Iterable[datetime] = repeat(DAY),
    ) -> None:
        self.screen, self.result = Stream(tty=tty), Stream(tty=tty)
        self.offered: list[Answers] = []
        self._directory = directory
        stdin = Stream("".join(f"{line}\n" for line in typed), tty=tty)
        prompt = Prompt(Terminal(stdin, self.result, self.screen), directory, iter(moments).__next__)
        self._prompt = prompt
        self._dialogue = Dialogue(prompt, directory)
        self._afterwards = Afterwards(
            prompt, self._dialogue, lambda answers, _read: self.offered.append(answers)
        )

    def ask(self, answers: Answers) -> Answers:
        """What the questions lead to, below the numbers."""
        self._prompt.numbers()
        return self._dialogue.ask(answers)

    def after(self, answers: Answers, rest: str = "More.\n") -> Answers | None:
        """What the prompt below an advice by day leads to; `rest` is what is not on its first screen."""
        return self._afterwards.changed(answers, self.advice(answers), rest)

    def advice(self, answers: Answers) -> Advice:
        """The advice for answers by day."""
        return advise(self._directory, answers, DAY)

    def text(self) -> str:
        """All that was shown but the result, without the bold."""
        return re.sub("\x1b\\[[01]m", "", self.screen.written())

    def words(self) -> str:
        """The same in one line."""
        return " ".join(self.text().split())

    def numbers(self) -> list[str]:
        """The numbers that were shown, in their order."""
        return re.findall("^(?:> )?(999|0113 ... ....): ", self.text(), re.MULTILINE)

    def last_numbers(self) -> list[str]:
        """The numbers of the last three lines."""
        return [line.split(": ")[0] for line in self.text().rstrip().split("\n")[-3:]]
