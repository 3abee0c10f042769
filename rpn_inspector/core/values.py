"""Arrays, and dataclasses of arrays frozen through and through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]
"""An array of numbers; shape and dtype stand beside each one, since NumPy's types cannot say the shape."""


def read_only(value: Any) -> None:
    """Make every array of the dataclass ``value`` read-only, arrays of a mapping as well."""
    for field in fields(value):
        held = getattr(value, field.name)
        for array in held.values() if isinstance(held, Mapping) else (held,):
            if isinstance(array, np.ndarray):
                array.flags.writeable = False
