"""Windows lacks much of what a POSIX system has: the code and the tests do without when they are imported."""

import subprocess
import sys

from tests.conftest import ROOT

LIKE_WINDOWS = """
import importlib, os, pkgutil, signal, sys, time
import pytest

for name in "curses fcntl grp pexpect ptyprocess pty pwd readline resource syslog termios tty".split():
    sys.modules[name] = None  # so that importing it fails
for module, names in {
    os: "chown chroot fchmod fchown fork forkpty getegid geteuid getgid getlogin getpgid killpg lchown "
    "mkfifo mknod nice openpty posix_spawn register_at_fork sched_getaffinity setegid seteuid setgid setpgid "
    "setsid setuid statvfs uname waitid O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_TMPFILE",
    signal: "SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 SIGWINCH "
    "SIGXFSZ alarm pthread_sigmask setitimer",
    time: "tzset",
}.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
"""

COLLECTS = """
import leedshelp
for module in pkgutil.walk_packages(leedshelp.__path__, "leedshelp."):
    if module.name != "leedshelp.__main__":
        importlib.import_module(module.name)
sys.exit(pytest.main(["--collect-only", "-qs", "-m", "slow or not slow", "-rs", "--assert=plain"]))
"""


def test_everything_can_be_imported_and_collected_where_posix_is_missing() -> None:
    """Whole files are skipped only where each of their tests needs a person at a pseudo-terminal.

    They are `test_pty` and `test_last_screen`.
    """
    command = [sys.executable, "-c", LIKE_WINDOWS + COLLECTS]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    assert "ERROR" not in ran.stdout
    skipped = [line.split(":")[0] for line in ran.stdout.splitlines() if "SKIPPED" in line]
    assert skipped == ["SKIPPED [2] tests/terminal/person.py"]
