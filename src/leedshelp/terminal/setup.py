"""The agency's own people, by questions: add, change, look over, save. Nobody sees the file that it makes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

from leedshelp.model.answers import OutcomeId
from leedshelp.model.dates import date_in_words, whole_day
from leedshelp.model.directory import Directory, OwnPerson, TierId
from leedshelp.model.errors import LeftError, NotSavedError
from leedshelp.own.entries import MOST_PEOPLE
from leedshelp.own.file import Correction, OwnFile
from leedshelp.own.loading import faults_of
from leedshelp.terminal import typed
from leedshelp.terminal.form import BackError, Field, Form, as_number, as_text
from leedshelp.terminal.prompt import PATIENCE, Prompt, key
from leedshelp.terminal.streams import visible

_BEGINS = (
    "Your agency's own people: role, name, number at work, hours. Each advice then shows them.",
    "Never type the name of a child or a family here. Nothing is sent anywhere.",
    "b goes back, ? shows help, p the phone numbers, q leaves.",
    "",
)
_OFFER = (
    "Type a to add somebody, {lines}g for the agency, n for a wrong number of a team, s to save, q to go."
)
_LINES = "a number to change or remove that line, "
_UNSAVED = "This is not saved yet. Type s to save it, or q to leave without."

_DEPUTY = "Deputy"


class Setup:
    """The questions at one prompt about an agency's own file, which begins as it is known.

    `save` writes a file and says where, as a line to show. `today` is the day on which people are checked.
    """

    def __init__(
        self,
        prompt: Prompt,
        directory: Directory,
        known: OwnFile,
        today: date,
        save: Callable[[OwnFile], str],
    ) -> None:
        self._prompt = prompt
        self._form = Form(prompt, self._leave)
        self._directory = directory
        self._file = known
        self._saved = known
        self._today = today
        self._save = save

    def ask(self) -> None:
        """Ask until the file is saved.

        Raises as a form does but for going back, `LeftError` where the person quits, and `StoppedError` for
        Ctrl-C; each leaves the numbers on the screen.
        """
        self._prompt.numbers()
        self._prompt.say(*_BEGINS)
        with self._prompt.leaving():
            if not self._file.agency:
                while not self._file.agency:
                    self._unless_back(self._ask_agency)
                self._unless_back(self._add)
            while not self._is_done():
                pass

    def _unless_back(self, step: Callable[[], None]) -> None:
        """Do something, unless the person goes back from it."""
        try:
            step()
        except BackError:
            self._prompt.say("Nothing is changed.")

    def _is_done(self) -> bool:
        """Show everything at a glance, and do what is wanted next; whether that was to save."""
        lines = self._lines()
        numbered = (f"{count}. {line}" for count, (line, _) in enumerate(lines, 1))
        self._prompt.say("", self._file.agency, *numbered, "")
        choices = {"a": self._add, "g": self._ask_agency, "n": self._correct}
        choices |= {str(count): change for count, (_, change) in enumerate(lines, 1)}
        try:
            for _ in range(PATIENCE):
                typed_key = key(self._form.read(_OFFER.format(lines=_LINES if lines else "")))
                if typed_key == "s":
                    return self._is_saved()
                if chosen := choices.get(typed_key):
                    self._unless_back(chosen)
                    return False
                self._prompt.say(f'"{visible(typed_key)}" cannot be done. Type one of the letters.')
            raise self._form.enough()
        except BackError:
            return False

    def _is_saved(self) -> bool:
        """Save the file and say where; or say why not, so that nothing that was typed is lost."""
        try:
            self._prompt.say(self._save(self._file))
        except NotSavedError as error:
            self._prompt.say(str(error), "")
            return False
        return True

    def _leave(self) -> None:
        """Leave; whoever has changed something is asked whether to save it."""
        if self._file != self._saved:
            line = self._prompt.read(_UNSAVED)
            if line is not None and key(line) in ("s", "save"):
                if self._is_saved():
                    raise LeftError("You left.")
                return
        raise LeftError("You left. Nothing is saved.")

    def _lines(self) -> list[tuple[str, Callable[[], None]]]:
        """What is in the file, line by line, each with what changes it."""
        names, contacts = self._roles(), self._directory.contacts
        people = [
            (
                f"{names[role]}: {person.who}, {person.number}, {person.hours}",
                partial(self._edit, role, place),
            )
            for role, of_role in self._file.people.items()
            for place, person in enumerate(of_role)
        ]
        corrected = [
            (
                f"{contacts[contact].name}: {known.number}, in place of {known.replaces} "
                f"({known.source}, {date_in_words(known.date)})",
                partial(self._take_back, contact),
            )
            for contact, known in self._file.corrections.items()
        ]
        return [*people, *corrected]

    def _roles(self) -> dict[str, str]:
        """The names of the roles by their ids, those that an advice names first; none that is a team."""
        teams = {contact.name for contact in self._directory.contacts.values()}
        first = self._directory.words.outcomes[OutcomeId.CALL_NOW].talk_to
        people = [*map(self._directory.person, first), *self._directory.people(TierId.SPECIALIST)]
        return {person.id: person.name for person in people if person.name not in teams}

    def _faults(
        self, path: str, made: Callable[[dict[str, str]], OwnFile]
    ) -> Callable[[dict[str, str]], list[str]]:
        """What is wrong with the field at a path of the file that is made of answers."""
        return lambda answers: faults_of(self._directory, made(answers), path, self._today)

    def _ask_agency(self) -> None:
        asks = "What is your agency called? Such as: Example Primary School"
        field = Field("agency", asks, as_text, self._faults("agency", lambda answers: OwnFile(**answers)))  # type: ignore[arg-type] # the only answer
        answers = self._form.answers((field,), {"agency": self._file.agency})
        self._file = self._file._replace(agency=answers["agency"])

    def _add(self) -> None:
        """Add somebody to a role."""
        names = self._roles()
        lead, *others = names
        options = {lead: names[lead], "deputy": f"{_DEPUTY}: {names[lead]}"}
        options |= {role: names[role] for role in others}
        person = None
        while not person:
            chosen = self._form.choice("What is their role?", options)
            role, title = (lead, _DEPUTY) if chosen == "deputy" else (chosen, None)
            known = self._file.people.get(role, ())
            if len(known) == MOST_PEOPLE:
                self._prompt.say(f"{names[role]} has {MOST_PEOPLE} people, and may have no more.", "")
                return
            with suppress(BackError):
                person = self._asked(role, len(known), OwnPerson("", title, "", "", "", ""))
                self._file = self._file.with_people(role, (*known, person))

    def _edit(self, role: str, place: int) -> None:
        """Change somebody, or take them out."""
        people = list(self._file.people[role])
        options = {"change": "Change it", "remove": "Take it out"}
        if self._form.choice(f"{people[place].who}, {people[place].number}", options) == "remove":
            del people[place]
        else:
            people[place] = self._asked(role, place, people[place])
        self._file = self._file.with_people(role, tuple(people))

    def _asked(self, role: str, place: int, person: OwnPerson) -> OwnPerson:
        """Somebody at a place among those of a role, with name, number and hours asked for, checked today."""
        person = person._replace(checked=str(self._today))

        def made(answers: dict[str, str]) -> OwnFile:
            known = self._file.people.get(role, ())
            people = (*known[:place], person._replace(**answers), *known[place + 1 :])
            return self._file.with_people(role, people)

        def faults(name: str) -> Callable[[dict[str, str]], list[str]]:
            return self._faults(f"people.{role}[{place}].{name}", made)

        when = "When can they be rung? Such as: Monday to Friday 8:00 to 16:00"
        fields = (
            Field("name", "What is their name?", as_text, faults("name")),
            Field("number", "Their number at work?", as_number, faults("number")),
            Field("hours", when, as_text, faults("hours")),
        )
        known = {"name": person.name, "number": person.number, "hours": person.hours}
        return person._replace(**self._form.answers(fields, known))

    def _correct(self) -> None:
        """Put a number in the place of one that leedshelp came with; both are shown then."""
        local = [team for team in self._directory.contacts.values() if not team.number.is_national]
        options = {team.id: f"{team.name}, {team.number.text}" for team in local}
        contact = self._form.choice("Which number is wrong?", options)
        replaces = self._directory.contacts[contact].number.text

        def made(answers: dict[str, str]) -> OwnFile:
            return self._file.with_correction(contact, Correction(replaces=replaces, **answers))

        def faults(name: str) -> Callable[[dict[str, str]], list[str]]:
            return self._faults(f"corrections.{contact}.{name}", made)

        def day_faults(answers: dict[str, str]) -> list[str]:
            if whole_day(answers["date"]):
                return faults("date")(answers)
            return [f'"{visible(answers["date"])}" is no day. Write it like 21/11/2026.']

        fields = (
            Field("number", f"leedshelp came with {replaces}. The new number?", as_number, faults("number")),
            Field("source", "Where did you learn it? Such as: A letter from them", as_text, faults("source")),
            Field(
                "date", "On which day? Such as 21/11/2026, or today", self._as_day, day_faults, date_in_words
            ),
        )
        correction = Correction(
            replaces=replaces, **self._form.answers(fields, {"number": "", "source": "", "date": ""})
        )
        self._file = self._file.with_correction(contact, correction)
        self._prompt.say(f"Both will be shown: {correction.number}, and {replaces}.")

    def _take_back(self, contact: str) -> None:
        """Keep a correction, or take it out."""
        options = {"keep": "Keep it", "remove": "Take it out"}
        if self._form.choice(self._directory.contacts[contact].name, options) == "remove":
            self._file = self._file.with_correction(contact, None)

    def _as_day(self, line: str) -> str:
        """A day that a person types, as an ISO date; any other text as it is."""
        return str(typed.day(line, self._today) or as_text(line))
