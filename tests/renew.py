"""`python -m tests.renew` writes anew all that is made from the program; read what changed.

These are the problems told of bad files, call sheets, the flow, the man page, examples and pictures.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests import flows, manpage, pictures, readme, sheets
from tests.loading import bad_files


def files() -> dict[Path, str]:
    """Every file that is made from the program, with what belongs in it."""
    with TemporaryDirectory() as folder:
        bad = bad_files.renewed(Path(folder))
    return {
        bad_files.FILE: bad,
        readme.TOUR: readme.renewed(readme.TOUR.read_text(encoding="utf-8")),
        **sheets.files(),
        **flows.files(),
        **pictures.files(),
        **manpage.files(),
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8", newline="\n")
