"""Editing an agency's own contacts: in an editor, on a draft, which takes the file's place once it is good.

The draft lies beside the file and is named after what the file held when editing began. So an unfinished
draft is found again, and never mixed with what somebody else saved since. One person edits at a time.
"""

import hashlib
import signal
import subprocess
from datetime import date
from pathlib import Path
from types import FrameType

from filelock import FileLock, Timeout

from leedshelp.asking import PATIENCE
from leedshelp.directory import Directory
from leedshelp.errors import HOW_TO_READ, DataError, NotSavedError
from leedshelp.files import replace
from leedshelp.loading import bundled_data
from leedshelp.loading.own import added
from leedshelp.loading.reading import MAX_BYTES
from leedshelp.ownfile import contents, folder_fault, is_there, make_private
from leedshelp.terminal import Terminal

_TEMPLATE = "own-contacts.template.yaml"
_IN_USE = "What was saved before stays in use."
_STILL_OPEN = "Is your editor still open? Then name it with its option to wait, such as: code --wait"


def _leave_to_the_editor(_number: int, _frame: FrameType | None) -> None:
    """Ctrl-C is the editor's own while it is open; ended with it, it would take unsaved text along."""


class Editing:
    """The editing of the file at `path` by one person, in their editor, on the day `today`."""

    def __init__(
        self, terminal: Terminal, directory: Directory, path: Path, editor: list[str], today: date
    ) -> None:
        self._terminal = terminal
        self._directory = directory
        self._path = path.absolute()
        self._editor = editor
        self._today = today

    def run(self) -> None:
        """Have the file edited, and save it when it is in order.

        Raises `NotSavedError` where it is not saved, with the reason and where the person's text is kept.
        """
        lock = self._path.with_name(f"{self._path.name}.lock")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(lock, timeout=0, mode=0o600):
                self._run()
        except Timeout:
            raise NotSavedError(f"{self._path} is being edited in another window. Finish there.") from None
        except DataError as error:
            raise NotSavedError(str(error)) from None
        except OSError as error:
            raise NotSavedError(f"{self._path} cannot be saved: {error.strerror}. {_IN_USE}") from None

    def _run(self) -> None:
        if fault := folder_fault(self._path):
            raise NotSavedError(f"{self._path.name} {fault}")
        before = self._held(self._path)
        digest = hashlib.sha256(before or b"").hexdigest()[:8]
        draft = self._path.with_name(f"{self._path.stem}.draft-{digest}.yaml")
        unchanged = None
        for other in self._path.parent.glob(f"{self._path.stem}.draft-*.yaml"):
            if other != draft:
                self._terminal.notice(f"Older text that was never saved is in {other}.\n")
        if self._held(draft) is None:
            unchanged = (bundled_data() / _TEMPLATE).read_bytes() if before is None else before
            replace(draft, unchanged)
        else:
            self._terminal.notice("You left this unfinished. Here it is again.\n")
        kept = f"{_IN_USE} Your text is kept in {draft}; it comes back with: leedshelp contacts --edit"
        text = self._edited(draft, unchanged, kept)
        if text is None:
            self._terminal.notice(f"Nothing was changed, so nothing is saved. {_STILL_OPEN}\n")
        elif self._held(self._path) != before:
            where = f"Your text is kept in {draft}: put the two together by hand"
            raise NotSavedError(f"{self._path} was changed by somebody else meanwhile. Not saved. {where}.")
        else:
            replace(self._path, text)
            self._terminal.result(f"Saved in {self._path}.\n")
        draft.unlink()

    def _held(self, path: Path) -> bytes | None:
        """What a file holds, or `None` where there is none."""
        held = contents(path) if is_there(path) else None
        if held and len(held) > MAX_BYTES:
            raise NotSavedError(f"{path} is larger than {MAX_BYTES:,} bytes; make it smaller first.")
        return held

    def _edited(self, draft: Path, unchanged: bytes | None, kept: str) -> bytes | None:
        """The draft once it is in order, or `None` where nothing was changed in it."""
        while True:
            self._open(draft, kept)
            make_private(draft)
            text = contents(draft)
            if text == unchanged:
                return None
            try:
                added(self._directory, text, self._today, self._path.name)
            except DataError as error:
                self._terminal.notice(f"This is not in order yet. {HOW_TO_READ}\n{error}\n\n")
            else:
                return text
            if not self._again():
                raise NotSavedError(f"Not saved. {kept}")

    def _open(self, draft: Path, kept: str) -> None:
        """Show the draft in the editor, and wait until it is closed."""
        stop = signal.signal(signal.SIGINT, _leave_to_the_editor)
        try:
            ended = subprocess.run([*self._editor, str(draft)], check=False).returncode
        except OSError as error:
            said = f"The editor {self._editor[0]} cannot be started: {error.strerror}."
            raise NotSavedError(f"{said} Name another in EDITOR. {kept}") from None
        finally:
            signal.signal(signal.SIGINT, stop)
        if ended:
            raise NotSavedError(f"The editor ended with the error {ended}. Not saved. {kept}")

    def _again(self) -> bool:
        """Whether the person wants to go on; where nobody answers clearly, they do not."""
        for _ in range(PATIENCE):
            line = self._terminal.ask("Edit it again: e. Leave it: q. Then Enter.\n> ")
            match (line or "q").strip().casefold():
                case "e" | "edit":
                    return True
                case "q" | "quit":
                    return False
        return False
