"""Arrays, and dataclasses of arrays frozen through and through."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]
"""An array of numbers; shape and dtype stand beside each one, since NumPy's types cannot say the shape."""


def read_only(value: Any) -> None:
    """Make every array that the dataclass ``value`` holds read-only."""
    for field in fields(value):
        array = getattr(value, field.name)
        if isinstance(array, np.ndarray):
            array.flags.writeable = False
