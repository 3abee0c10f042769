"""What the two executables of the bundle run: the program, or the Python it starts for a model or a worker.

The program starts `sys.executable`, which is this executable here, with the options of Python: ``-c CODE`` in a process
of its own for a model, ``-m rpn_inspector`` for another window, and what `multiprocessing` gives its children.
"""

import multiprocessing
import sys
from pathlib import Path


def _code_asked() -> str | None:
    """Take the options of Python away, and return the code of ``-c``; None where the program itself is asked for."""
    rest = sys.argv[1:]
    while rest and rest[0] in ("-P", "-W"):
        del rest[: 2 if rest[0] == "-W" else 1]
    if rest[:1] == ["-c"]:
        sys.argv = rest[:1] + rest[2:]
        return rest[1]
    if rest[:2] == ["-m", "rpn_inspector"]:
        sys.argv = [sys.argv[0], *rest[2:]]
    return None


if __name__ == "__main__":
    multiprocessing.freeze_support()
    code = _code_asked()
    if code is not None:
        exec(code, {"__name__": "__main__"})
        sys.exit()
    from rpn_inspector.__main__ import run
    from rpn_inspector.cli import main_window

    sys.exit(main_window() if Path(sys.executable).stem.endswith("-gui") else run())
