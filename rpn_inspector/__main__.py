"""The program itself, a process of its own: ``python -m rpn_inspector`` and the command ``rpn-inspector``."""

from __future__ import annotations

import gc
import sys

from rpn_inspector.cli import main


def run() -> int:
    """Run the command line of this process as the last of its work, and return the exit code."""
    try:
        return main()
    finally:
        if "PySide6" not in sys.modules:  # Qt's objects have an order to go in
            gc.freeze()  # the process ends: its memory goes back whole, without a look through all objects for cycles


if __name__ == "__main__":
    sys.exit(run())
