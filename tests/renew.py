"""`python -m tests.renew` writes anew all that is made from the program; read what changed.

These are the problems told of bad files, the list of paths, the call sheets, the README's examples and its
pictures.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from leedshelp.loading import bundled_data, load
from tests import paths, pictures, readme, sheets
from tests.conftest import ROOT
from tests.loading import bad_files


def files() -> dict[Path, str]:
    """Every file that is made from the program, with what belongs in it."""
    with TemporaryDirectory() as folder:
        bad = bad_files.renewed(Path(folder))
    return {
        bad_files.FILE: bad,
        ROOT / "tests" / "paths.txt": paths.listing(load(bundled_data())),
        readme.README: readme.renewed(readme.README.read_text(encoding="utf-8")),
        **sheets.files(),
        **pictures.files(),
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8", newline="\n")
