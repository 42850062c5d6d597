"""The way in for `leedshelp` and `python -m leedshelp`."""

# All else is imported within `run`, which is ready for Ctrl-C: a person in a hurry would see a traceback.
import gc
import os


def run() -> None:
    """Run leedshelp and end the process with its exit code.

    A run is over in a moment: to collect garbage on the way, and to take the modules apart at the end, would
    cost a quarter of the time a person waits. All output is flushed as it is written, so none is lost.
    """
    code = 130
    try:
        try:
            gc.disable()
            from leedshelp.terminal.signals import end_as_with_ctrl_c

            end_as_with_ctrl_c()
            from leedshelp.cli import main

            code = main()
        except KeyboardInterrupt:
            from leedshelp.model.errors import LAST_RESORT_LINES

            os.write(2, LAST_RESORT_LINES.encode())
    finally:
        os._exit(code)


if __name__ == "__main__":
    run()
