"""Sixty thousand files, mutated and generated: none breaks the reader, or gets past it changed.

Each goes through loading and, where it is accepted, through the check of the data. The seed is printed;
`fuzz(seed, share)` does the same again.
"""

import random
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest import mock

import pytest
import yaml

from leedshelp import loading
from leedshelp.check import checkup
from leedshelp.handouts.loading import FILE as SHEET
from leedshelp.handouts.loading import load_sheet
from leedshelp.handouts.sheet import FACES, sheet
from leedshelp.loading import CONCERNS, FILES, load, reading
from leedshelp.model.directory import EMERGENCY, Directory
from leedshelp.model.errors import DataError, Problem
from leedshelp.own.loading import added
from leedshelp.safety.moments import moments_of_every_kind
from tests.conftest import EXAMPLE, MOMENTS

ALL = (*FILES, CONCERNS, SHEET)
TEXTS = {file: (EXAMPLE / file).read_text(encoding="utf-8") for file in ALL}
OWN = (EXAMPLE / "own.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 21)

# A minute and a half on two cores. Each run takes another seed, so that more of them come with time.
INPUTS = 60_000
SHARES = 4
SECONDS = 2.0
MEGABYTES = 200
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - half a million small files

PIECES = [
    *" \n\t:#-[]{}&*!|>'\"%@`,?<~\\",
    *("\n  ", "- ", "? ", ": ", " #", "|\n", "---\n", "<<: ", "[a, b]", "{first}", '"\\ud800"'),
    *("\u200b", "0113", "No"),
]
"""What a slip of typing may put anywhere."""


def mutated(text: str, chance: random.Random) -> bytes:
    """A file with one to four of its characters or lines taken out, doubled, moved or written over."""
    for _ in range(chance.randint(1, 4)):
        lines = text.splitlines(keepends=True)
        line = chance.randrange(len(lines))
        position = chance.randrange(len(text))
        match chance.randrange(6):
            case 0:
                del lines[line]
                text = "".join(lines)
            case 1:
                text = "".join([*lines[:line], lines[line], *lines[line:]])
            case 2:
                lines[line] = chance.choice(["", "  ", "    "]) + lines[line].lstrip(" ")
                text = "".join(lines)
            case 3:
                text = text[:position] + chance.choice(PIECES) + text[position:]
            case 4:
                text = text[:position] + text[position + chance.randint(1, 9) :]
            case _:
                text = text[:position] + chr(chance.randrange(0x3000)) + text[position + 1 :]
        if not text:
            break
    return text.encode()


IDS = ["old", "new", "seen", "hubs", "duty-and-advice", "line-manager", "information", "any-hour", "anyone"]
VALUES = [
    *("0113 496 0001", "0113 496 001", "01134960001", "+44 113 496 0001", "07700 496001", "999"),
    *("0800 496 0001", "!!int"),
    *("2026-11-21", "2026-11", "2013", "unknown", "2026-02-30", "09:00", "25:00", "Monday to Friday"),
    *("", " ", "~", "No", "yes", "017", "1e9", "{first}", "{duty}", "MUST", "[x", "a: b", "#", "&a", "*a"),
    *IDS,
    *("You need not ring.", "x" * 3000, "\N{ZERO WIDTH SPACE}", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
]
"""What may stand somewhere: good, bad and odd."""


def generated(text: str, chance: random.Random) -> bytes:
    """A file of the same kind put together anew: some of its parts left out, moved, doubled or replaced."""
    tree = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes text only
    for _ in range(chance.randint(1, 6)):
        places = list(_places(tree))
        holder, name = chance.choice(places)
        match chance.randrange(5):
            case 0:
                del holder[name]
            case 1:
                holder[name] = chance.choice(VALUES)
            case 2:
                holder[name] = [holder[name]]
            case 3:
                other, its = chance.choice(places)
                holder[name] = deepcopy(other[its]) if _has(other, its) else ""
            case _:
                holder[name] = {chance.choice(IDS): holder[name]}
        if not tree:
            break
    style = chance.choice([None, None, '"', "'", ">"])
    flow = chance.choice([None, False, True])
    return yaml.dump(
        tree, Dumper=yaml.CSafeDumper, default_style=style, default_flow_style=flow, allow_unicode=True
    ).encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree: what holds it, and its name or position there."""
    if isinstance(tree, dict | list):
        for name, part in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
            yield tree, name
            yield from _places(part)


def _has(holder: Any, name: Any) -> bool:
    return name in holder if isinstance(holder, dict) else name < len(holder)


def noise(_text: str, chance: random.Random) -> bytes:
    """Any bytes at all."""
    return chance.randbytes(chance.randint(0, 400))


def huge(text: str, chance: random.Random) -> bytes:
    """As much as a file may hold, and more, of one thing."""
    pieces = "[|{a: |- |? |a: |&a |*a |'|\"|#|\t| |\n|\r|a, |a: b\n|- a\n|---\n|!x |0113 496 0001, "
    pieces += "|\u200b|\0|[a, |{a: b}, |a b c |<<: *a\n"
    piece = chance.choice([*(each.encode() for each in pieces.split("|")), b"|\n a\n", b"\xff"])
    start = chance.choice([b"", b"[", b"a: [", b"{a: ", text.encode()])
    return start + piece * (chance.choice([100, 10_000, 251_000]) // len(piece))


KINDS: list[tuple[Callable[[str, random.Random], bytes], int]] = [
    (mutated, 60),
    (generated, 30),
    (noise, 9),
    (huge, 1),
]
"""How the inputs are made, and how many of a hundred are made so."""


class Tally(NamedTuple):
    """What became of a share of the inputs."""

    accepted: int
    slowest: float
    megabytes: float


def fuzz(seed: int, count: int) -> Tally:
    """Put `count` inputs through loading and check, and hold every promise against each."""
    chance = random.Random(seed)
    makers, weights = zip(*KINDS, strict=True)
    accepted, slowest = 0, 0.0
    known = load(EXAMPLE)
    with TemporaryDirectory(dir=IN_MEMORY) as name, mock.patch.object(loading, "read", _read_once()):
        folder = Path(name)
        for file, text in TEXTS.items():
            (folder / file).write_text(text, encoding="utf-8")
        for number in range(count):
            file = chance.choice((*ALL, "own", "own"))
            text = TEXTS.get(file, OWN)
            (make,) = chance.choices(makers, weights)
            data = make(text, chance)
            start = time.process_time()
            try:
                accepted += _survives(known, folder, file, data, chance)
            except Exception as fault:
                raise AssertionError(f"seed {seed}, input {number}, {file}: {data[:2000]!r}") from fault
            taken = time.process_time() - start
            assert taken < SECONDS, f"seed {seed}, input {number}, {file}: {data[:2000]!r} took {taken} s"
            slowest = max(slowest, taken)
    return Tally(accepted, slowest, _megabytes())


def _megabytes() -> float:
    """The most memory this process ever took; Windows does not say, and has no such module."""
    status = Path("/proc/self/status")
    if status.exists():  # on Linux, what `resource` says begins with the memory of the parent
        return int(status.read_text(encoding="utf-8").split("VmHWM:")[1].split()[0]) / 2**10
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _read_once() -> Callable[..., Any]:
    """The reader, which reads what it has read before from memory: all files but one never change."""
    good = {text.encode() for text in TEXTS.values()}
    reads = reading.read
    kept: dict[bytes, Any] = {}

    def read(data: bytes, report: Any) -> Any:
        if data not in good:
            return reads(data, report)
        if data not in kept:
            kept[data] = reads(data, report)
        return kept[data]

    return read


def _survives(known: Directory, folder: Path, file: str, data: bytes, chance: random.Random) -> bool:
    """Whether an input is accepted; then its numbers are those that are written, and it can be checked."""
    directory = known
    problems: tuple[Problem, ...] = ()
    try:
        if file == "own":
            directory = added(known, data, TODAY)
        else:
            (folder / file).write_bytes(data)
            directory = load(folder, TODAY)
        if file == SHEET:
            made = sheet(known, load_sheet(folder, known), chance.choice(list(MOMENTS.values())).at)
            assert all(face(made) for face in FACES.values())
    except DataError as error:
        problems = error.problems
    finally:
        if file != "own":
            (folder / file).write_text(TEXTS[file], encoding="utf-8")
    if problems:
        assert all(str(problem).isprintable() for problem in problems)
        return False
    written = yaml.load(data, Loader=yaml.CBaseLoader)  # noqa: S506 - makes text only
    if file == "own":
        _assert_only_added(known, directory, written)
    elif file == "contacts.yaml":
        numbers = {
            key: [number.text for number in contact.numbers] for key, contact in directory.contacts.items()
        }
        assert numbers == {
            key: [number["number"] for number in contact["numbers"]]
            for key, contact in written["contacts"].items()
        }
    one = [chance.choice(list(MOMENTS.values())).at]
    moments = moments_of_every_kind(directory) if chance.random() < 0.002 else one
    with mock.patch.object(checkup, "moments_of_every_kind", return_value=moments):
        checked = checkup.check_up(directory, TODAY, 730)
    assert len(checked.numbers) >= len(directory.contacts)
    return True


def _assert_only_added(known: Directory, directory: Directory, written: Any) -> None:
    """An agency's own file gave back its numbers, and changed nothing else."""
    people = {person.id: person.own for tier in directory.tiers.values() for person in tier.talk_to}
    own = {role: [each["number"] for each in them] for role, them in written.get("people", {}).items()}
    assert {role: [each.number for each in them] for role, them in people.items() if them} == own
    for key, contact in directory.contacts.items():
        correction = written.get("corrections", {}).get(key)
        usual = [each.text for each in known.contacts[key].numbers]
        assert [each.text for each in contact.numbers] == (
            [correction["number"]] if correction else []
        ) + usual
    assert directory.contacts[EMERGENCY] == known.contacts[EMERGENCY]
    assert directory.words == known.words


@cache
def a_seed() -> int:
    """A new one for each run."""
    return secrets.randbelow(2**32)


@pytest.mark.slow
def test_no_input_breaks_the_reader_or_gets_past_it_changed(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback; nothing over two seconds or 200 megabytes; accepted numbers are those written."""
    seeds = [a_seed() + share for share in range(SHARES)]
    with capsys.disabled():
        print(f"\nfuzzing with the seeds {seeds}")  # noqa: T201 - whoever has to repeat it needs them
    with ProcessPoolExecutor(max_workers=SHARES, mp_context=get_context("spawn")) as pool:
        tallies = list(pool.map(fuzz, seeds, [INPUTS // SHARES] * SHARES))
    with capsys.disabled():
        print(*tallies, sep="\n")  # noqa: T201 - for docs/testing.md
    assert min(tally.accepted for tally in tallies) > INPUTS / SHARES / 100
    assert max(tally.megabytes for tally in tallies) < MEGABYTES


def test_a_few_inputs_for_every_day() -> None:
    assert fuzz(1, 150).accepted
