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


def distinct_pairs(pairs: Ints) -> tuple[Ints, Ints]:
    """Return the distinct rows of ``pairs`` (n, 2) in ascending order, and the place (n,) of each row among them.

    As ``np.unique(pairs, axis=0, return_inverse=True)``, some five times as fast for many rows.
    """
    (first, of_first), (second, of_second) = (np.unique(column, return_inverse=True) for column in pairs.T)
    keys, place = np.unique(of_first * max(len(second), 1) + of_second, return_inverse=True)
    at = np.divmod(keys, max(len(second), 1))
    return np.stack([first[at[0]], second[at[1]]], 1), place
