"""Orders by score: highest first, and the earlier first at a tie."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def descending(scores: Array) -> Indices:
    """Return the places (n,) of ``scores`` (n,) from the highest to the lowest; NaN comes last.

    float32 is sorted as whole numbers, with the bits above the place: many times as fast as a stable argsort.
    """
    if scores.dtype != np.float32 or np.isnan(scores).any():
        return np.argsort(-scores, kind="stable")
    bits = (np.float32(0) - scores).view(np.int32)  # ascending; -0 becomes 0
    bits ^= (bits >> 31) & np.int32(0x7FFFFFFF)  # the bits of negative numbers count the other way round
    keys = (bits.astype(np.int64) << 32) | np.arange(len(bits))
    keys.sort()
    return keys & 0xFFFFFFFF


def top(scores: Array, count: int) -> Indices:
    """Return the places of the ``count`` highest of ``scores`` (n,), highest first.

    NaN is the highest, as for ``torch.topk``; no later filter lets a NaN pass.
    """
    missing = np.isnan(scores)
    if missing.any():
        rest, first = np.flatnonzero(~missing), np.flatnonzero(missing)[:count]
        return np.concatenate([first, rest[top(scores[rest], count - first.size)]])
    if scores.size <= count:
        return descending(scores)
    if not count:
        return np.empty(0, np.int64)
    # only scores from the count-th highest up are sorted; equal scores there are more than needed and cut by place
    threshold = np.partition(scores, scores.size - count)[scores.size - count]
    candidates = np.flatnonzero(scores >= threshold)
    return candidates[descending(scores[candidates])[:count]]
