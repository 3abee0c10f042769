"""The commands: a file each, and shared code. Qt is imported inside ``open`` and ``demo`` only."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence

from rpn_inspector.session.ending import end_at_once, on_signals


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return the exit code, as `program.main`; a signal during the imports ends it alike."""
    with on_signals(_stop):
        from rpn_inspector.cli.program import main as run

        return run(arguments)


def main_window() -> int:
    """Run ``open`` with the arguments of a program without a terminal, and return the exit code."""
    with on_signals(end_at_once):
        from rpn_inspector.cli.program import main_window as run

        return run()


def _stop(number: int) -> None:
    """End the process with the words of a signal that comes later; there is nothing to put away yet."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # a stream may be closed, full or not there
        sys.stderr.write("rpn-inspector: stopped\n")
        sys.stderr.flush()
    end_at_once(number)
