"""`leedshelp` and `python -m leedshelp`."""

import gc
import os
from typing import NoReturn


def run() -> NoReturn:
    """Run leedshelp and end the process with its exit code.

    A run is over in a moment: collecting garbage on the way, and taking the modules apart at the end,
    would cost a quarter of the time a person waits. All output is flushed as it is written.
    """
    gc.disable()
    try:
        from leedshelp.cli import main

        code = main()
    except KeyboardInterrupt:
        from contextlib import suppress

        from leedshelp.errors import LAST_RESORT_LINES

        code = 130
        with suppress(OSError):
            os.write(2, LAST_RESORT_LINES.encode())
    os._exit(code)


if __name__ == "__main__":
    run()
