"""The one place that imports OpenCV, and undoes what that does to Qt."""

from __future__ import annotations

import os
from functools import cache
from types import ModuleType

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


@cache
def load() -> ModuleType:
    """Return ``cv2``; its import points Qt at its own Qt 5 plugins, so both variables are put back as they were."""
    before = {name: os.environ.get(name) for name in _QT_VARIABLES}
    import cv2

    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    module: ModuleType = cv2
    return module
