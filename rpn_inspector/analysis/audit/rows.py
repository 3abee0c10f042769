"""Rows of ground truths, which stand picture by picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def rows_of(first: Ints, images: npt.NDArray[Any]) -> Ints:
    """Return the rows of the ground truths of ``images`` (p,), picture by picture in that order.

    Those of picture i are ``first[i]`` to ``first[i + 1]``.
    """
    count = first[images + 1] - first[images]
    begin = np.cumsum(count) - count
    return np.repeat(first[images] - begin, count) + np.arange(int(count.sum()))
