"""How long a person waits: leedshelp's commands beside an empty Python and a bare `import typer`.

    python benchmarks/startup.py [ROUNDS]

Every round runs each command once, in turn, so that a busy machine slows all of them alike. What is
printed is the median time in milliseconds, and the median of the round-by-round ratios to `python -c
pass` and to `python -c "import typer"`.
"""

import os
import pty
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROMPT = b"> "
LEEDSHELP = str(Path(sys.executable).with_name("leedshelp"))
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "ACCESSIBLE", "NO_COLOR")
} | {"TERM": "xterm-256color", "COLUMNS": "100"}


def piped(*command: str) -> float:
    """Seconds until a command whose output is piped has ended."""
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def in_a_terminal(*command: str, until: bytes = b"") -> float:
    """Seconds until a command in a pseudo-terminal has ended, or has shown `until`."""
    main, other = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, env=ENVIRONMENT, stdin=other, stdout=other, stderr=other) as process:
        os.close(other)
        shown = b""
        while not (until and until in shown):
            select.select([main], [], [])
            try:
                shown += os.read(main, 65536)
            except OSError:
                break
        taken = time.perf_counter() - start
        process.kill()
    os.close(main)
    return taken


MEASURED: dict[str, Callable[[], float]] = {
    "python -c pass": lambda: piped(sys.executable, "-c", "pass"),
    "python -c 'import typer'": lambda: piped(sys.executable, "-c", "import typer"),
    "contacts duty, piped": lambda: piped(LEEDSHELP, "contacts", "duty"),
    "contacts duty, in a terminal": lambda: in_a_terminal(LEEDSHELP, "contacts", "duty"),
    "tiers, piped": lambda: piped(LEEDSHELP, "tiers"),
    "tiers, in a terminal": lambda: in_a_terminal(LEEDSHELP, "tiers"),
    "ask, to the first prompt": lambda: in_a_terminal(LEEDSHELP, "ask", until=PROMPT),
}


def main(rounds: int) -> None:
    """Measure, and print a line for each command."""
    taken: dict[str, list[float]] = {name: [] for name in MEASURED}
    for number in range(rounds + 1):
        for name, measure in MEASURED.items():
            seconds = measure()
            if number:  # the first round fills the caches
                taken[name].append(seconds)
    nothing, typer = list(taken.values())[:2]
    print(f"{rounds} rounds, Python {sys.version.split()[0]}")
    print(f"{'':30} {'ms':>6} {'x pass':>7} {'x import typer':>15}")
    for name, times in taken.items():
        to_nothing, to_typer = (
            statistics.median(mine / theirs for mine, theirs in zip(times, other, strict=True))
            for other in (nothing, typer)
        )
        print(f"{name:30} {statistics.median(times) * 1000:6.1f} {to_nothing:7.2f} {to_typer:15.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
