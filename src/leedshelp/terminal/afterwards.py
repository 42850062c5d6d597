"""What a person can do after an advice: see the rest of it, change an answer, get a call sheet, leave."""

from collections.abc import Callable

from leedshelp.model.answers import Answers
from leedshelp.model.words import ALWAYS, Command
from leedshelp.terminal.dialogue import Dialogue
from leedshelp.terminal.prompt import PATIENCE, Prompt, key
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
        lines = rest.splitlines(keepends=True)
        rows = max(self._prompt.terminal.height() - _PROMPT_ROWS, 1)
        misunderstood, is_out_of_sight = 0, not rest
        with self._prompt.leaving(*advice.last):
            while misunderstood < PATIENCE:
                more = "Enter the rest, " if lines else ""
                line = self._prompt.read(f"{more}w why, s call sheet, c change, p phone, q finish.")
                if line is None or self._prompt.command(line) == Command.QUIT:
                    break
                before, misunderstood, is_out_of_sight = misunderstood, 0, True
                match self._prompt.command(line) or key(line):
                    case "" if lines:
                        self._prompt.terminal.result("".join(lines[:rows]))
                        lines = lines[rows:]
                    case Command.WHY:
                        self._prompt.say(*advice.why, "")
                    case "s" | "sheet":
                        self._offer_sheet(answers, lambda prompt: self._prompt.choose(prompt, answers))
                    case Command.CHANGE | Command.BACK:
                        if changed := self._dialogue.change(answers):
                            return changed
                    case Command.PHONE:
                        self._prompt.numbers(answers)
                    case Command.HELP | Command.HARM:
                        self._prompt.help(ALWAYS)
                    case _:
                        misunderstood = before + 1
                        self._prompt.say("Type q, c, p, s or w.")
        if is_out_of_sight:
            self._prompt.say("", *advice.last)
        return None
