"""What a person can do after an advice: see the rest of it, change an answer, get a call sheet, leave."""

from collections.abc import Callable

from leedshelp.faces.first import last
from leedshelp.model.answers import Answers, Harm
from leedshelp.model.words import ALWAYS, Command
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.prompt import PATIENCE, Prompt, key
from leedshelp.triage import in_words
from leedshelp.triage.advice import Advice

# The rows that the line with the keys takes, the prompt, and what a shell shows at the end.
_PROMPT_ROWS = 3


class Afterwards:
    """The prompt below an advice.

    `offer_sheet` offers a call sheet for finished answers, and reads what is typed through what it is given.
    """

    def __init__(
        self,
        prompt: Prompt,
        dialogue: Dialogue,
        offer_sheet: Callable[[Answers, Callable[[str], str | None]], None],
    ) -> None:
        self._prompt = prompt
        self._dialogue = dialogue
        self._offer_sheet = offer_sheet

    def changed(self, answers: Answers, advice: Advice, rest: str) -> Answers | None:
        """Changed answers, or `None` when the person has finished. Raises as `Dialogue.ask`.

        Enter shows the rest of the advice, a screenful at a time; `rest` is empty where it is on the screen.
        Whoever finishes after more than the first screen has what to do, and the first number, last.
        """
        rows = max(self._prompt.terminal.height() - _PROMPT_ROWS, 1)
        misunderstood, is_out_of_sight = 0, not rest
        with self._prompt.leaving(*last(advice)):
            while misunderstood < PATIENCE:
                line = self._prompt.read("" if misunderstood else self._offer(answers, rest))
                command = self._prompt.command(line or "")
                if line is None or command == Command.QUIT:
                    break
                before, misunderstood, is_out_of_sight = misunderstood, 0, True
                match command or key(line):
                    case "" if rest:
                        page, rest = _page(rest, rows)
                        self._prompt.terminal.result(page)
                    case "s" | "sheet":
                        self._offer_sheet(answers, lambda prompt: self._prompt.choose(prompt, answers))
                    case Command.CHANGE | Command.BACK:
                        if changed := self._dialogue.change(answers):
                            return changed
                    case Command.HARM if answers.harm != Harm.YES:
                        return answers._replace(harm=Harm.YES)
                    case typed:
                        misunderstood = 0 if self._says(typed, answers, advice, rest) else before + 1
        if is_out_of_sight:
            self._prompt.say("", *last(advice))
        return None

    def _says(self, typed: str, answers: Answers, advice: Advice, rest: str) -> bool:
        """Say what was asked for, and whether it was understood."""
        match typed:
            case Command.WHY:
                self._prompt.say(*advice.why, "")
            case Command.PHONE | Command.HARM:
                self._prompt.numbers(answers)
            case Command.HELP:
                below = [line for line in in_words.BELOW if rest or not line.startswith("Enter")]
                self._prompt.help([Command.HARM, *ALWAYS], *below)
            case "":
                self._prompt.say("That is all. Type q to finish.", "")
            case _:
                self._prompt.say("Type q, c, h, p, s or w.")
                return False
        return True

    @staticmethod
    def _offer(answers: Answers, rest: str) -> str:
        """The line that says what can be typed."""
        more = "Enter the rest, " if rest else ""
        harm = "" if answers.harm == Harm.YES else "h fear harm, "
        return f"{more}w why, s sheet, c change, {harm}p phone, q finish."


def _page(text: str, rows: int) -> tuple[str, str]:
    """As much of a text as a screen has rows for, and what is left; it ends with a paragraph, if it can."""
    lines = text.splitlines(keepends=True)
    ends = [count for count, line in enumerate(lines[:rows], 1) if not line.strip()] if lines[rows:] else []
    count = max(ends, default=rows)
    return "".join(lines[:count]), "".join(lines[count:])
