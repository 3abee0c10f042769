"""The one place that imports OpenCV: whichever ``cv2`` is installed, or the error that says none is.

What the import does to Qt is undone, and OpenCV kept from writing to the terminal.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

from rpn_inspector.core.address_space import address_space_left
from rpn_inspector.core.extras import MissingExtra

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
ROOM = 400 << 20  # bytes of address space; loading takes 370 MB
_quieting = threading.Lock()
_inside = 0  # threads within `quiet`; the level is the whole process's
_level_before: int | None = None


@cache
def load() -> ModuleType:
    """Return ``cv2``.

    Raises:
        MissingExtra: OpenCV is not installed or cannot be loaded.
        MemoryError: under a limit of memory that OpenCV's own libraries would not survive.
    """
    _check_room()
    before = {name: os.environ.get(name) for name in _QT_VARIABLES}
    try:
        import cv2
    except ImportError as error:
        raise MissingExtra("OpenCV, which decodes pictures and runs ONNX models,", "pictures", error) from error

    # cv2 of opencv-python points Qt at Qt 5 plugins of its own, where PySide6 would not start
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    module: ModuleType = cv2
    return module


def _check_room() -> None:
    """Raise `MemoryError` where a limit leaves too little: a library that finds none while loading ends the process."""
    left = address_space_left()
    if left is not None and left < ROOM:
        raise MemoryError(f"OpenCV needs {ROOM >> 20} MB of address space")


@contextmanager
def quiet() -> Iterator[None]:
    """Let OpenCV write nothing to the terminal; the last thread to leave puts its level of logging back."""
    global _inside, _level_before
    logging = getattr(load().utils, "logging", None)  # some builds have none
    if logging is None:
        yield
        return
    with _quieting:
        if _inside == 0:
            _level_before = logging.getLogLevel()
            logging.setLogLevel(logging.LOG_LEVEL_SILENT)
        _inside += 1
    try:
        yield
    finally:
        with _quieting:
            _inside -= 1
            if _inside == 0:
                logging.setLogLevel(_level_before)
