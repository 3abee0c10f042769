"""The standard streams, which may be closed, full, or read by nobody."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys


def stand() -> None:
    """Give each closed stream the null device, and the others an encoding that refuses no letter.

    A file opened later would get the number of a closed stream, and what is printed would land in that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            plain = codecs.lookup(stream.encoding).name == "ascii"  # the C locale, on terminals mostly of UTF-8
            stream.reconfigure(encoding="utf-8" if plain else None, errors="replace")


def flush() -> None:
    """Write out what was printed; what cannot be written is given up, so that Python does not try again at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
