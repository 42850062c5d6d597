"""How long a person waits: an installed leedshelp beside an empty Python, a bare `import typer` and tldr.

    python benchmarks/startup.py [ROUNDS]

The wheel is built and installed in an environment of its own. Every round runs each command once, in turn,
so that a busy machine slows all of them alike. What is printed is the median time in milliseconds, and the
median of the round-by-round ratios to `python -c pass`, to `python -c "import typer"` and, where it is
installed and has its pages, to a look-up of tldr; then how many files and modules some of them open, and
the most memory they take.
"""

import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

PROMPT = b"> "
ROOT = Path(__file__).parents[1]
OWN = f"LEEDSHELP_OWN={ROOT / 'tests' / 'leeds' / 'own-contacts.yaml'}"
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


# Runs a command of leedshelp, and says how many files it opened, and how many modules it loaded.
COUNTED = """
import sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(args[0]))
sys.argv = ["leedshelp", *{words!r}]
from leedshelp.cli import main
main()
print(len(opened), len(sys.modules), file=sys.stderr)
"""


def installed(folder: Path) -> Path:
    """The Python of a new environment in a folder, with the wheel, and with the libraries of this one."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    (library,) = (folder / "venv").rglob("site-packages")
    (library / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def measured(python: str) -> dict[str, Callable[[], float]]:
    """What is measured, by name: first what the others are compared with."""
    leedshelp = str(Path(python).with_name("leedshelp"))
    tldr = shutil.which("tldr", path=str(Path(sys.executable).parent))
    has_pages = tldr and subprocess.run([tldr, "tar"], env=ENVIRONMENT, capture_output=True).returncode == 0
    peer = {"tldr tar, piped": lambda: piped(str(tldr), "tar")} if has_pages else {}
    return {
        "python -c pass": lambda: piped(python, "-c", "pass"),
        "python -c 'import typer'": lambda: piped(python, "-c", "import typer"),
        **peer,
        "leedshelp, piped": lambda: piped(leedshelp),
        "contacts duty, piped": lambda: piped(leedshelp, "contacts", "duty"),
        "contacts duty, in a terminal": lambda: in_a_terminal(leedshelp, "contacts", "duty"),
        "the same with an own file": lambda: piped("env", OWN, leedshelp, "contacts", "duty"),
        "tiers, piped": lambda: piped(leedshelp, "tiers"),
        "tiers, in a terminal": lambda: in_a_terminal(leedshelp, "tiers"),
        "ask, to the first prompt": lambda: in_a_terminal(leedshelp, "ask", until=PROMPT),
    }


def counted(python: str, *words: str) -> str:
    """How many files a command of leedshelp opens, and how many modules it loads."""
    command = [python, "-c", COUNTED.format(words=words)]
    files, modules = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True).stderr.split()
    return f"{files} files, {modules} modules"


def memory(*command: str) -> float:
    """The most memory that a command takes, in megabytes, measured by a process of its own."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    ran = subprocess.run(
        [sys.executable, "-c", code, *command], env=ENVIRONMENT, capture_output=True, text=True
    )
    return int(ran.stdout) / 1024


def main(rounds: int) -> None:
    """Measure, and print a line for each command."""
    with TemporaryDirectory() as folder:
        python = str(installed(Path(folder)))
        commands = measured(python)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, measure in commands.items():
                seconds = measure()
                if number:  # the first round fills the caches
                    taken[name].append(seconds)
        peers = list(taken)[: 3 if "tldr tar, piped" in taken else 2]
        print(f"{rounds} rounds, Python {sys.version.split()[0]}")
        print(f"{'':30} {'ms':>6}" + "".join(f" {'x ' + peer:>26}" for peer in peers))
        for name, times in taken.items():
            ratios = (
                statistics.median(mine / theirs for mine, theirs in zip(times, taken[peer], strict=True))
                for peer in peers
            )
            print(
                f"{name:30} {statistics.median(times) * 1000:6.1f}"
                + "".join(f" {each:26.2f}" for each in ratios)
            )
        print(f"contacts duty: {counted(python, 'contacts', 'duty')}")
        leedshelp = str(Path(python).with_name("leedshelp"))
        ratio = memory(leedshelp, "contacts", "duty") / memory(python, "-c", "import typer")
        print(f"contacts duty takes {ratio:.2f} times the memory of `import typer`")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
