"""The dialogue: shows a question, reads a line, and says which answer it understood.

No question has a default answer, and in whatever way a person leaves, the numbers are on the screen.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from leedshelp.faces import plain
from leedshelp.model.answers import OPTIONS, Answers, Question, missing, next_question
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError, StoppedError
from leedshelp.model.words import ALWAYS, COMMANDS, Command
from leedshelp.terminal.streams import Terminal, visible
from leedshelp.terminal.typed import nearest, options_of, understood, with_answer
from leedshelp.triage import in_words
from leedshelp.triage.notice import notice

# How many lines in a row may fail to be understood: enough for slips, and a pipe soon gets the numbers.
PATIENCE = 5

_Next = tuple[Answers, Question | None]  # the answers by now, and the question to ask next, if there is one


class Dialogue:
    """The questions at a terminal. `clock` gives the London time, as it passes while a person answers.

    `offer_sheet` offers a call sheet for finished answers, and reads the name of the file with a function.
    """

    def __init__(
        self,
        terminal: Terminal,
        directory: Directory,
        clock: Callable[[], datetime],
        offer_sheet: Callable[[Answers, Callable[[str], str | None]], None],
    ) -> None:
        self._terminal = terminal
        self._directory = directory
        self._clock = clock
        self._offer_sheet = offer_sheet
        self._trail: list[Question] = []  # those answered in this dialogue, in order: the way back

    def ask(self, answers: Answers) -> Answers:
        """Finished answers, from `answers` and those to the questions that are asked.

        Raises `NobodyToAskError` where input ends first, `NotUnderstoodError` after too many lines that
        cannot be understood, `LeftError` where the person quits and `StoppedError` for Ctrl-C. All of these
        leave the numbers on the screen.
        """
        self._show_numbers()
        if not self._terminal.reads:
            raise NobodyToAskError.without(missing(answers))
        return self._asked(answers, next_question(answers))

    def change(self, answers: Answers) -> Answers | None:
        """Changed answers after an advice, or `None` when the person has finished. Raises as `ask` does.

        The key s, for a call sheet, works only here, as an answer to a question may begin with it.
        """
        misunderstood = 0
        while misunderstood < PATIENCE:
            question = None
            self._show_numbers(answers)
            with self._numbers_on_leaving(answers):
                line = self.read("Finish: q. Change an answer: c. Phone numbers: p. Call sheet: s.")
                match self._command(line or Command.QUIT) or _typed(line):
                    case Command.QUIT:
                        return None
                    case Command.CHANGE | Command.BACK:
                        misunderstood, question = 0, self._chosen(answers)
                    case "s" | "sheet":
                        misunderstood = 0
                        self._offer_sheet(answers, self.read)
                    case _:
                        misunderstood += 1
                        self._say("Type q, c, p or s.", "")
            if question:
                return self._asked(answers, question)
        return None

    @contextmanager
    def _numbers_on_leaving(self, answers: Answers | None = None) -> Iterator[None]:
        """Show the numbers last, in whatever way the person leaves the dialogue."""
        try:
            yield
        except (NobodyToAskError, NotUnderstoodError, LeftError, KeyboardInterrupt) as leaving:
            if self._terminal.is_interactive:
                self._say("")
                self._show_numbers(answers)
            if isinstance(leaving, KeyboardInterrupt):
                raise StoppedError("Stopped.") from None
            raise

    def _asked(self, answers: Answers, question: Question | None) -> Answers:
        with self._numbers_on_leaving():
            while question:
                answers, question = self._turn(answers, question)
        return answers

    def _turn(self, answers: Answers, question: Question) -> _Next:
        """Ask a question until it is answered or left."""
        options = options_of(self._directory, question)
        misunderstood = 0
        while misunderstood < PATIENCE:
            self._show(answers, question)
            line = self._read(self._prompt(answers, question))
            if line is None:
                raise NobodyToAskError.without(missing(answers))
            if command := self._command(line):
                misunderstood = 0 if self._terminal.is_interactive else misunderstood + 1
                if turned := self._obey(command, answers, question):
                    return turned
                continue
            match understood(line, options):
                case [answer]:
                    return self._answered(answers, question, answer)
                case [] if not line.strip():
                    self._say("Nothing was typed.", "")
                case []:
                    near = nearest(line, options)
                    slip = f' Did you mean "{options[near]}"?' if near else ""
                    self._say(f'"{visible(line)}" is not one of the answers.{slip}', "")
                case several:
                    either = " or ".join(f'"{options[answer]}"' for answer in several)
                    self._say(f'"{visible(line)}" could be {either}. Type its number.', "")
            misunderstood += 1
        raise NotUnderstoodError("leedshelp could not understand the answers.")

    def _show(self, answers: Answers, question: Question) -> None:
        """Show a question with its numbered options, and its earlier answer, if it has one."""
        words, labels = self._directory.words.questions[question], options_of(self._directory, question)
        self._say(f"Question {list(Question).index(question) + 1} of {len(Question)}")
        self._say(words.asks, strong=True)
        options = [f"{number}. {label}" for number, label in enumerate(labels.values(), 1)]
        count = len(OPTIONS[question])  # of the answers; the circumstances come after them
        offer = [in_words.CIRCUMSTANCES] if options[count:] else []
        self._say(words.hint, *options[:count], *offer, *options[count:])
        earlier = answers.to(question)
        self._say(*([f"Your answer so far: {labels[earlier]}"] if earlier else []), "")

    def _answered(self, answers: Answers, question: Question, answer: str) -> _Next:
        """Take the answer to a question."""
        self._say(f"You said: {options_of(self._directory, question)[answer]}", "")
        self._trail = [*(earlier for earlier in self._trail if earlier != question), question]
        answers = with_answer(self._directory, answers, question, answer)
        return answers, next_question(answers)

    def _before(self, answers: Answers, question: Question) -> Question | None:
        """The question to go back to: the one answered last, or else one that an option answered."""
        return self._trail[-1] if self._trail else answers.before(question)

    def _obey(self, command: Command, answers: Answers, question: Question) -> _Next | None:
        """Do a command that was typed at a question; `None` where the question stays."""
        match command:
            case Command.BACK if before := self._before(answers, question):
                self._trail = self._trail[:-1]
                return answers, before
            case Command.KEEP if earlier := answers.to(question):
                return self._answered(answers, question, earlier)
            case Command.CHANGE:
                chosen = self._chosen(answers)
                return (answers, chosen) if chosen else None
            case Command.BACK | Command.KEEP:
                self._say("There is no earlier answer yet.", "")
            case Command.WHY:
                why = self._directory.words.questions[question].why
                self._say(in_words.with_documents(why), "")
            case Command.PHONE:
                self._show_numbers()
            case Command.QUIT:
                raise LeftError("You left before the end.")
            case _:
                self._help(tuple(Command) if self._terminal.is_interactive else ALWAYS)
        return None

    def _chosen(self, answers: Answers) -> Question | None:
        """The question whose answer the person chooses to change, of those whose answers count, or `None`."""
        earlier = answers.counted().given()
        if not earlier:
            self._say("There is no earlier answer yet.", "")
            return None
        for number, (question, answer) in enumerate(earlier.items(), 1):
            asks = self._directory.words.questions[question].asks
            self._say(f"{number}. {asks} {options_of(self._directory, question)[answer]}")
        line = self.read("Which one? Type its number, or Enter to change nothing.")
        if line is None and next_question(answers):
            raise NobodyToAskError.without(missing(answers))
        if line is None or self._command(line) == Command.QUIT:
            raise LeftError("You left before the end.")
        chosen = {str(number): question for number, question in enumerate(earlier, 1)}.get(line.strip())
        if chosen is None:
            self._say("Nothing is changed.", "")
        return chosen

    def _prompt(self, answers: Answers, question: Question) -> str:
        """The line that says what a person can type; none through a pipe."""
        if not self._terminal.is_interactive:
            return ""
        needs = {
            Command.BACK: self._before(answers, question),
            Command.KEEP: answers.to(question),
            Command.CHANGE: answers.given(),
        }
        offered = ", ".join(f"{command.key} {command}" for command in Command if needs.get(command, True))
        return f"Type 1 to {len(options_of(self._directory, question))} or a word, then Enter. Or: {offered}."

    def _command(self, line: str) -> Command | None:
        """The command that a line is, or `None`; through a pipe, only those that change no answer work."""
        command = COMMANDS.get(_typed(line))
        return command if self._terminal.is_interactive or command in ALWAYS else None

    def read(self, prompt: str) -> str | None:
        """A line typed at a prompt that is no question; there, p and ? show the numbers and the help."""
        line = self._read(prompt)
        for _ in range(PATIENCE):
            match self._command(line or ""):
                case Command.PHONE:
                    self._show_numbers()
                case Command.HELP:
                    self._help(ALWAYS)
                case _:
                    break
            line = self._read(prompt)
        return line

    def _help(self, commands: Iterable[Command]) -> None:
        self._say(*(f"{command.key} or {command}: {in_words.COMMANDS[command]}" for command in commands), "")

    def _read(self, prompt: str) -> str | None:
        text = plain.lines([prompt], self._terminal.notice_width()) + "> " if prompt else ""
        return self._terminal.ask(text)

    def _say(self, *lines: str, strong: bool = False) -> None:
        """Say some lines, in bold if they are `strong` and the terminal can show that."""
        text = plain.lines(lines, self._terminal.notice_width())
        is_bold = strong and self._terminal.has_styles
        self._terminal.notice(f"\x1b[1m{text.rstrip()}\x1b[0m\n" if is_bold else text)

    def _show_numbers(self, answers: Answers | None = None) -> None:
        """Say the numbers to ring now; those for a member of the public, if the answers are theirs."""
        emergency, first, *others = plain.notice(notice(self._directory, self._clock(), answers))
        self._say(emergency, first, strong=True)
        self._say(*others, "")


def _typed(line: str | None) -> str:
    """A line without case and spaces around it, to compare it with a command."""
    return (line or "").strip().casefold()
