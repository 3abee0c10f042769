"""Values that do not change: dataclasses of arrays, frozen through and through."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np


def read_only(value: Any) -> None:
    """Make every array that the dataclass ``value`` holds read-only."""
    for field in fields(value):
        array = getattr(value, field.name)
        if isinstance(array, np.ndarray):
            array.flags.writeable = False
