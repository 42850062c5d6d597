"""The wheel: built from a checkout, installed elsewhere, and run there with nothing beside it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import hatch_build
from leedshelp.model.errors import DataError, UnsafeError
from leedshelp.safety import prover
from leedshelp.safety.prover import Proof
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from what the development tools bring."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("leedshelp-*.whl")
    return built


def test_the_wheel_holds_the_code_the_data_and_the_licence_only(wheel: Path) -> None:
    """No tests, and nothing of the machine it was built on."""
    names = zipfile.ZipFile(wheel).namelist()
    data = {name for name in names if name.startswith("leedshelp/data/")}
    files = {f"leedshelp/data/{path.name}" for path in (ROOT / "data").iterdir()}
    assert data == files
    assert "leedshelp/data/contacts.yaml" in data
    assert "leedshelp/py.typed" in names
    assert "leedshelp/_compiled.py" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"leedshelp"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_its_readme_needs_nothing_of_the_repository(wheel: Path) -> None:
    """Pictures and links within it are left out, and the text of a link stays."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        _, readme = archive.read(name).decode().split("\n\n", 1)
    assert readme.startswith("# leedshelp\n")
    assert "](docs/" not in readme
    assert "<picture>" not in readme
    assert "Where every answer leads is on one sheet" in readme


def test_an_installed_wheel_needs_nothing_beside_itself(wheel: Path, tmp_path: Path) -> None:
    """In a new virtual environment, run from another folder, it gives the numbers."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet"]
    subprocess.run([*install, "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    (library,) = (tmp_path / "venv").rglob("site-packages")
    (library / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def run(*command: str) -> str:
        ran = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return ran.stdout

    where = run(str(scripts / "python"), "-c", "import leedshelp; print(leedshelp.__file__)")
    assert Path(where.strip()).is_relative_to(library.resolve())
    out = run(str(scripts / "leedshelp"), "ask", "--harm", "yes", "--at", "2026-11-24T11:00")
    assert "Ring: 0113 376 0336" in out
    assert run(str(scripts / "python"), "-m", "leedshelp", "contacts", "0336").startswith("Duty and Advice")


def test_what_is_compiled_is_the_data_in_every_field(wheel: Path, tmp_path: Path) -> None:
    """It is used, and as soon as a file is edited by hand, the file counts."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    compared = """
from leedshelp import _compiled, bundled
from leedshelp.guide.loading import load_guide
from leedshelp.loading import load
folder = bundled.bundled_data()
directory, pages = load(folder), load_guide(folder, load(folder))
assert repr((bundled.directory(folder), bundled.guide(folder, directory))) == repr((directory, pages))
made = []
_compiled.pages = lambda: made
print(bundled.directory(folder) is _compiled.DIRECTORY, bundled.guide(folder, directory) is made)
"""

    def run() -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", compared]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert run() == "True True\n"
    contacts = tmp_path / "leedshelp" / "data" / "contacts.yaml"
    contacts.write_bytes(contacts.read_bytes().replace(b"0113 376 0336", b"0113 496 0336"))
    assert run() == "False False\n"
    contacts.unlink()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run()
    assert "DataError" in failed.value.stderr


@pytest.mark.parametrize("words", [[], ["contacts", "duty"], ["tiers"]])
def test_the_plain_cases_of_a_wheel_read_no_data_and_wait_for_no_parser(
    wheel: Path, tmp_path: Path, words: list[str]
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    heavy = {
        "typer",
        "yaml",
        "rich",
        "hashlib",
        "textwrap",
        "json",
        "leedshelp.loading",
        "leedshelp.terminal.typed",
    }
    code = f"""
import sys
sys.argv = ["leedshelp", *{words!r}]
from leedshelp.cli import main
assert main() == 0
print(sorted({heavy!r} & sys.modules.keys()), file=sys.stderr)
"""
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "[]\n")
    assert "0113 376 0336" in ran.stdout


def test_the_same_data_is_compiled_to_the_same_module() -> None:
    folder = ROOT / "tests" / "example"
    assert hatch_build.compiled(folder) == hatch_build.compiled(folder)


def test_unsafe_data_is_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is broken data."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "example", folder)
    assert "DIRECTORY = " in hatch_build.compiled(folder)
    proofs = [Proof("a rule", "It keeps a child safe.", 1, 1, "a case")]
    monkeypatch.setattr(prover, "prove", lambda _cases: proofs)
    with pytest.raises(UnsafeError, match="a rule: a case"):
        hatch_build.compiled(folder)
    (folder / "contacts.yaml").unlink()
    with pytest.raises(DataError, match="cannot be read"):
        hatch_build.compiled(folder)


HOSTILE = ("0113 376 0336", "0113 496 0000")


def test_an_archive_uses_its_own_data_and_no_folder_around_it(wheel: Path, tmp_path: Path) -> None:
    """As a zipapp and a program in one file do: the wheel itself is such an archive."""
    archive = tmp_path / "src" / "leedshelp.pyz"
    here = tmp_path / "elsewhere"
    for folder in (archive.parent, tmp_path, here):
        folder.mkdir(exist_ok=True)
        shutil.copytree(ROOT / "data", folder / "data")
        contacts = folder / "data" / "contacts.yaml"
        contacts.write_text(contacts.read_text(encoding="utf-8").replace(*HOSTILE), encoding="utf-8")
        (folder / "pyproject.toml").write_text('[project]\nname = "leedshelp"\n')
    shutil.copy(wheel, archive)
    code = f"import sys; sys.path.insert(0, {str(archive)!r}); from leedshelp.__main__ import run; run()"

    def run(*args: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-c", code, *args], cwd=here, check=True, capture_output=True, text=True
        )
        assert args[0] == "make" or ran.stderr == ""
        return ran.stdout

    assert HOSTILE[0] in run("contacts", "duty")
    assert HOSTILE[1] not in run("contacts", "duty")
    assert run("guide", "consent").startswith("Consent")
    for kind, name in (("sheet", "sheet.html"), ("poster", "poster.html"), ("page", "page.html")):
        run("make", kind, name)
        assert "0113 535 0600" in (here / name).read_text(encoding="utf-8")
    where = f"import sys; sys.path.insert(0, {str(archive)!r}); import leedshelp; print(leedshelp.__file__)"
    out = subprocess.run([sys.executable, "-c", where], check=True, capture_output=True, text=True).stdout
    assert out.startswith(str(archive))
