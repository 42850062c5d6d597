"""The walls of the house: who may import what, and what each command loads."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "leedshelp"
MODULES = sorted(SOURCE.rglob("*.py"))

# The rooms, from the ground up: each may import only itself and those before it. `__init__` knows nothing.
ROOMS = [
    "__init__",
    "model",
    "loading",
    "triage",
    "safety",
    "guide",
    "bundled",
    "own",
    "check",
    "faces",
    "terminal",
    "handouts",
    "cli",
    "__main__",
]


def name_of(path: Path) -> str:
    """A module's name inside the package: "faces.plain"."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def room_of(path: Path) -> str:
    """The room that a module is in."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it, whole names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def roots(path: Path) -> set[str]:
    """The packages that a file imports from."""
    return {name.split(".")[0] for name in imports(path)}


WITHOUT_TYPER = {"cli.help", "cli.commands", "cli.now", "cli.setup"}
"""What has no option of its own, and what the plain cases run."""


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        (
            "typer",
            {name_of(path) for path in MODULES if room_of(path) == "cli"} - WITHOUT_TYPER,
        ),
        ("rich", {"faces.screen", "faces.drawing"}),
        ("yaml", {"loading.reading", "own.file"}),
        ("jinja2", {"handouts.rendering"}),
        ("segno", {"handouts.rendering"}),
    ],
)
def test_each_library_has_one_door(package: str, allowed: set[str]) -> None:
    """So that it can be changed, or left unloaded, in one place."""
    assert {name_of(path) for path in MODULES if package in roots(path)} == allowed


def test_every_room_is_in_the_list() -> None:
    """None is without a place in the order; and they can be held in the head."""
    assert {room_of(path) for path in MODULES} == set(ROOMS)
    assert len(ROOMS) <= 15


def test_imports_go_one_way_between_the_rooms() -> None:
    """Wherever in a file, and even those that only types need."""
    for path in MODULES:
        names = (name.split(".") for name in imports(path) if name.startswith("leedshelp."))
        rooms = {"__init__" if parts[1] in ("__version__", "_compiled") else parts[1] for parts in names}
        assert rooms <= set(ROOMS[: ROOMS.index(room_of(path)) + 1]), path


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_front_door_and_the_terminal_touch_the_outside(path: Path) -> None:
    """Nothing else prints, exits, or reads the environment, the clock or standard input."""
    name = name_of(path)
    used = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "input", "exit", "quit"}
    outside = {"os.environ", "os.getenv", "sys.stdin", "sys.stdout", "sys.stderr", "sys.exit", "os._exit"}
    clock = {"datetime.now", "date.today", "datetime.today", "time.time"}
    allowed = {
        "cli.context": {"os.environ", "datetime.now"},
        "terminal.streams": {"os.environ", "sys.stdin", "sys.stdout", "sys.stderr"},
        "__main__": {"os._exit"},
    }
    assert used & (outside | clock) <= allowed.get(name, set())


def test_a_module_can_be_held_in_the_head() -> None:
    """None is longer than 250 lines."""
    assert [path for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 250] == []


def test_options_are_compared_by_what_they_say() -> None:
    """With `==`: the text "unsafe" equals the answer, and is not it, so `is` would tell them apart."""
    by_identity = [
        (name_of(path), ast.unparse(node))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for operator, side in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, ast.Is | ast.IsNot)
        if re.fullmatch(r"_?[A-Z]\w+\.[A-Z_]+", ast.unparse(side))
    ]
    assert by_identity == []


def test_no_number_is_typed_in_code_but_for_the_last_resort() -> None:
    """Numbers live in the data; those of examples come from the range kept for drama."""
    typed = {
        name_of(path): set(re.findall("[+0][0-9]{2,4} ?[0-9]{3} ?[0-9]{4}", path.read_text(encoding="utf-8")))
        for path in MODULES
    }
    real = {name for name, numbers in typed.items() if any("496" not in number for number in numbers)}
    assert real == {"model.errors"}


REPORT = """
import sys
from leedshelp import cli
from leedshelp.terminal import streams
def report(*_):
    sys.__stderr__.write("\\n" + repr(sorted(sys.modules)))
    raise SystemExit
sys.argv = ["leedshelp", *{args!r}]
streams.Terminal.ask = report
cli.main()
report()
"""
SHEET = {f"leedshelp.handouts.{name}" for name in ("sheet", "loading", "rendering", "paper")}
"""What a call sheet needs, and costs nobody anything who wants none."""
ADVICE = {"leedshelp.triage.advice", "leedshelp.faces.first"}
"""What an advice needs, and most look-ups do not."""
HEAVY = {
    *(*SHEET, "leedshelp.handouts.saving", "leedshelp.terminal.files", "leedshelp.terminal.afterwards"),
    *("leedshelp.triage.advice", "leedshelp.faces.first", "leedshelp.faces.whole"),
    *("typer", "rich", "yaml", "zoneinfo", "json", "jinja2", "segno", "dataclasses", "pydantic"),
    *("importlib.metadata", "importlib.resources"),
}


def loaded(*args: str) -> set[str]:
    """Which heavy modules a run has loaded by its end, or by its first question."""
    ran = subprocess.run(
        [sys.executable, "-c", REPORT.format(args=args)], capture_output=True, text=True, check=True
    )
    return set(ast.literal_eval(ran.stderr.rsplit("\n", 1)[1])) & HEAVY


@pytest.mark.parametrize(
    ("args", "modules"),
    [
        (["--version"], {"typer", "yaml"}),
        (["--help"], {"typer"}),
        (["contacts", "duty"], {"yaml", "zoneinfo"}),
        (["contacts", "duty", "--plain"], {"typer", "yaml", "zoneinfo"}),
        (["tiers"], {"yaml", "zoneinfo"}),
        (["tiers", "--json"], {"typer", "yaml", "json", "zoneinfo"}),
        (["guide"], {"typer", "yaml"}),
        (["guide", "consent"], {"typer", "yaml", "zoneinfo"}),
        (["make", "--help"], {"typer"}),
        (["ask"], {"yaml", "zoneinfo"}),
        (["ask", "--harm", "yes", "--plain"], {"typer", "yaml", "zoneinfo", *ADVICE}),
        (["contacts", "bruise"], {"yaml", "zoneinfo", *ADVICE}),
        ([], {"yaml", "zoneinfo"}),
    ],
)
def test_each_command_loads_no_more_than_it_must(args: list[str], modules: set[str]) -> None:
    """What is not loaded costs nobody any time; `ask` is looked at when it asks its first question."""
    assert loaded(*args) == modules


def test_the_numbers_are_on_the_screen_before_the_questions_are_loaded() -> None:
    """Somebody who is afraid reads them first."""
    code = REPORT.format(args=("ask",)).replace("streams.Terminal.ask", "streams.Terminal.notice")
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    known = ast.literal_eval(ran.stderr.rsplit("\n", 1)[1])
    assert "leedshelp.triage.notice" in known
    late = ("terminal.dialogue", "terminal.afterwards", "terminal.typed", "triage.advice", "triage.calls")
    assert not {f"leedshelp.{name}" for name in late} & set(known)
