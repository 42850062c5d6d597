"""The dialogue: shows a question, reads a line, says what it understood; back, why, change, quit.

Nothing is answered by default, and whoever leaves, in whatever way, leaves with the numbers on the screen.
"""

from leedshelp.model.answers import OPTIONS, Answers, Harm, Question, missing, next_question
from leedshelp.model.directory import Directory
from leedshelp.model.errors import LeftError, NobodyToAskError, NotUnderstoodError
from leedshelp.model.words import ALWAYS, Command
from leedshelp.terminal.prompt import PATIENCE, Prompt
from leedshelp.terminal.streams import visible
from leedshelp.terminal.typed import label_of, nearest, options_of, other_words, understood, with_answer
from leedshelp.triage import in_words

Turn = tuple[Answers, Question | None]
"""The answers so far, and what to ask next."""


class Dialogue:
    """The questions at one prompt."""

    def __init__(self, prompt: Prompt, directory: Directory) -> None:
        self._prompt = prompt
        self._directory = directory
        self._is_interactive = prompt.terminal.is_interactive
        self._trail: list[Question] = []  # those answered here, the latest last: the way back

    def ask(self, answers: Answers) -> Answers:
        """The answers, with every question answered that they lead to.

        Raises `NobodyToAskError` where input ends first, `NotUnderstoodError` after too many lines that
        cannot be understood, `LeftError` where the person quits and `StoppedError` for Ctrl-C; each
        leaves the numbers on the screen, where they stand before the first question, too.
        """
        if not self._prompt.terminal.reads:
            raise NobodyToAskError.without(missing(answers))
        with self._prompt.leaving():
            return self._asked(answers, next_question(answers))

    def change(self, answers: Answers) -> Answers | None:
        """The answers with one changed that the person picks; `None` where none is.

        Raises the errors of `ask`; to leave the numbers on the screen is then up to the caller.
        """
        question = self._chosen(answers)
        return self._asked(answers, question) if question else None

    def _asked(self, answers: Answers, question: Question | None) -> Answers:
        while question:
            answers, question = self._turn(answers, question)
        return answers

    def _turn(self, answers: Answers, question: Question) -> Turn:
        """One question, asked until it is answered or left: the answers then, and what to ask next."""
        options = options_of(self._directory, question)
        misunderstood, numbered = 0, len(OPTIONS[question])
        self._show(question, answers.answer_to(question))
        while misunderstood < PATIENCE:
            # A line that was not understood leaves the offer in sight, and its message just above the prompt.
            line = self._prompt.read("" if misunderstood else self._offer(answers, question, numbered))
            if line is None:
                raise self._at_an_end(answers)
            if command := self._command(line, question):
                misunderstood = 0 if self._is_interactive else misunderstood + 1
                numbered = len(options) if command == Command.OTHER else numbered
                if turned := self._obey(command, answers, question):
                    return turned
                continue
            match understood(line, options, other_words(self._directory, question)):
                case [answer]:
                    return self._answered(answers, question, answer)
                case [] if not line.strip():
                    self._prompt.say("Nothing was typed. Type the number of an answer.")
                case []:
                    near = nearest(line, options)
                    slip = f' Did you mean "{options[near]}"?' if near else " Type its number."
                    self._prompt.say(f'"{visible(line)}" is not one of the answers.{slip}')
                case several:
                    labels = (label_of(self._directory, question, answer) for answer in several)
                    either = " or ".join(f'"{label}"' for label in labels)
                    how = "number" if set(several) <= options.keys() else "name"
                    self._prompt.say(f'"{visible(line)}" could be {either}. Type its {how}.')
            misunderstood += 1
        raise NotUnderstoodError("leedshelp could not understand the answers.")

    def _at_an_end(self, answers: Answers) -> Exception:
        """What the end of input means: a person has left, and a pipe holds too few answers."""
        if self._is_interactive:
            return LeftError("You left before the end.")
        return NobodyToAskError.without(missing(answers))

    def _show(self, question: Question, earlier: str | None, *, all_options: bool = False) -> None:
        """One question with its numbered options, and the answer given to it before.

        The concerns stand behind one line, unless all options are wanted.
        """
        words, labels = self._directory.words.questions[question], options_of(self._directory, question)
        self._prompt.say(f"Question {list(Question).index(question) + 1} of {len(Question)}")
        self._prompt.say(words.asks, strong=True)
        options = [f"{count}. {label}" for count, label in enumerate(labels.values(), 1)]
        own, concerns = options[: len(OPTIONS[question])], options[len(OPTIONS[question]) :]
        if concerns:
            briefly = ", ".join(
                filter(None, (concern.briefly for concern in self._directory.concerns.values()))
            )
            own += concerns if all_options else [in_words.OTHER.format(concerns=briefly)]
        self._prompt.say(words.hint, *own)
        self._prompt.say(
            *([f"Your answer so far: {label_of(self._directory, question, earlier)}"] if earlier else []), ""
        )

    def _answered(self, answers: Answers, question: Question, answer: str) -> Turn:
        self._prompt.say(f"You said: {label_of(self._directory, question, answer)}", "")
        self._trail = [*(known for known in self._trail if known != question), question]
        answers = with_answer(self._directory, answers, question, answer)
        return answers, next_question(answers)

    def _before(self, answers: Answers, question: Question) -> Question | None:
        """Where one was before: the question answered last, or one that an option answered."""
        return self._trail[-1] if self._trail else answers.question_before(question)

    def _command(self, line: str, question: Question) -> Command | None:
        """The command that a line is at a question: some are there at one of them only."""
        command = self._prompt.command(line)
        return None if command == Command.OTHER and question != Question.HARM else command

    def _obey(self, command: Command, answers: Answers, question: Question) -> Turn | None:
        """Do what was asked; where that leaves the question, the answers then and what to ask next."""
        match command:
            case Command.HARM:
                # A concern stays: a member of the public, say, has other numbers.
                return answers._replace(harm=Harm.YES), None
            case Command.OTHER:
                self._show(question, answers.answer_to(question), all_options=True)
            case Command.BACK if before := self._before(answers, question):
                self._trail = self._trail[:-1]
                return answers, before
            case Command.KEEP if earlier := answers.answer_to(question):
                return self._answered(answers, question, earlier)
            case Command.CHANGE:
                chosen = self._chosen(answers)
                return (answers, chosen) if chosen else None
            case Command.BACK | Command.KEEP:
                self._prompt.say("There is no earlier answer yet.")
            case Command.WHY:
                self._prompt.say(in_words.with_documents(self._directory.words.questions[question].why), "")
            case Command.PHONE:
                self._prompt.numbers(answers)
            case Command.QUIT:
                raise LeftError("You left before the end.")
            case _:
                self._prompt.help(self._offered(answers, question, len(OPTIONS[question])))
        return None

    def _chosen(self, answers: Answers) -> Question | None:
        """The question whose answer the person picks to change, from all that are answered and count."""
        answered = answers.counted().answered()
        if not answered:
            self._prompt.say("There is no earlier answer yet.")
            return None
        for number, (question, answer) in enumerate(answered.items(), 1):
            asks = self._directory.words.questions[question].asks
            self._prompt.say(f"{number}. {asks} {label_of(self._directory, question, answer)}")
        line = self._prompt.choose("Which one? Type its number, or Enter to change nothing.", answers)
        if line is None or self._prompt.command(line) == Command.QUIT:
            raise LeftError("You left before the end.")
        chosen = {str(number): question for number, question in enumerate(answered, 1)}.get(line.strip())
        if chosen is None:
            self._prompt.say("Nothing is changed.", "")
        return chosen

    def _offered(self, answers: Answers, question: Question, numbered: int) -> list[Command]:
        """The commands that do something here and now; `numbered` is the number of the last option shown."""
        if not self._is_interactive:
            return list(ALWAYS)
        only_where: dict[Command, object] = {
            Command.HARM: question != Question.HARM,
            Command.OTHER: numbered < len(options_of(self._directory, question)),
            Command.BACK: self._before(answers, question),
            Command.KEEP: answers.answer_to(question),
            Command.CHANGE: answers.answered(),
        }
        return [command for command in Command if only_where.get(command, True)]

    def _offer(self, answers: Answers, question: Question, numbered: int) -> str:
        """The line that says what can be typed; `numbered` is the number of the last option shown."""
        if not self._is_interactive:
            return ""
        offered = self._offered(answers, question, numbered)
        keys = ", ".join(f"{command.key} {_short(command)}" for command in offered)
        return f"Type 1 to {numbered} or a word, then Enter. Or: {keys}."


def _short(command: Command) -> str:
    """What a command does, in the line of a prompt."""
    return in_words.SHORT.get(command, command.value)
