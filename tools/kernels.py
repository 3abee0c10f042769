"""Stand-ins for compiled kernels: torchvision's NMS in mmcv-lite, none in a detectron2 that was never built.

Imported before the library. Where its own kernels are installed, they stay. Scripted functions, which torch optimises
after some runs and which then round otherwise, stay Python, so that two trainings can be compared bit by bit.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import types
from typing import Any

os.environ.setdefault("PYTORCH_JIT", "0")  # read when torch is imported

import torchvision


class _Missing(types.ModuleType):
    """A module that has every function, and none that works."""

    def __getattr__(self, name: str) -> Any:
        """Return a function that refuses to be called."""
        if name.startswith("__"):
            raise AttributeError(name)

        def refuse(*_: Any, **__: Any) -> Any:
            raise NotImplementedError(f"{self.__name__}.{name}: no kernel here")

        return refuse


def _nms(boxes: Any, scores: Any, iou_threshold: float, offset: int = 0) -> Any:
    assert offset == 0
    return torchvision.ops.nms(boxes, scores, float(iou_threshold))


def stand_in() -> None:
    """Put the stand-ins where a library looks for its kernels."""
    for library, name in (("mmcv", "_ext"), ("detectron2", "_C")):
        if importlib.util.find_spec(library) is None or importlib.util.find_spec(f"{library}.{name}") is not None:
            continue
        made = _Missing(f"{library}.{name}")
        made.nms = _nms  # type: ignore[attr-defined]
        sys.modules[made.__name__] = made


stand_in()
