"""What geometry alone says of candidates: how many a ground truth has, and how many it shares."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assignment import UNDECIDED, Assignment, Cause, Ragged
from rpn_inspector.core.centres_inside import PointPairs

Array = npt.NDArray[Any]


def counts(candidates: PointPairs, gts: int, size: int) -> dict[str, Array]:
    """Return each ground truth's number of candidates and of contested ones, (G,) int64 each.

    Args:
        candidates: pairs, each once.
        gts: G.
        size: the number of anchors.
    """
    asked = np.bincount(candidates.anchor, minlength=size)
    contested = candidates.gt[asked[candidates.anchor] > 1]
    return {
        "candidates": np.bincount(candidates.gt, minlength=gts).astype(np.int64),
        "contested": np.bincount(contested, minlength=gts).astype(np.int64),
    }


def undecided(
    candidates: PointPairs, per_gt: dict[str, Array], size: int, dtype: Any, possible: Array | None = None
) -> Assignment:
    """Return the assignment without a prediction: candidates are undecided, all other anchors negative.

    Args:
        candidates: pairs.
        per_gt: what geometry says, (G,) each; what it does not is 0, or NaN.
        size: the number of anchors.
        dtype: of the targets.
        possible: the anchors that may become positive, flat; None: those of ``candidates``.
    """
    label, cause = np.zeros(size, np.int8), np.full(size, Cause.BACKGROUND, np.uint8)
    rows = candidates.anchor if possible is None else possible
    label[rows], cause[rows] = UNDECIDED, Cause.UNDECIDED
    return Assignment(
        label=label,
        gt=np.full(size, -1, np.int32),
        cause=cause,
        per_gt=per_gt,
        dense={"target": np.zeros(size, dtype)},
        ragged=Ragged(anchor=candidates.anchor, gt=candidates.gt.astype(np.int32), measured={}),
    )
