"""Further losses of t: of the bins beside a target (distribution focal loss), and L1 of distances.

Sources: the article of the generalised focal loss (2006.04388); facts measured of Ultralytics 8.4 and MMDetection 3.3.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.losses import Term
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
BINS = "bins"
"""The name of a coder's numbers (N, 4 * bins) among further outputs."""
NAMES = {"bins": "distribution", "input": "l1", "raw": "l1"}
FURTHEST = 0.01  # a target is so far below the last bin at least


@quiet
def side_costs(raw: Array, t_star: Array) -> Array:
    """Return the distribution focal loss of each side (n, 4) float64: -ln softmax of the two bins beside.

    The two whole distances beside t* count by how near each is. t* is drawn into the bins' range first.

    Args:
        raw: (n, 4 * bins), bin by bin for each side in turn.
        t_star: (n, 4) distances in strides.
    """
    x = np.asarray(raw, np.float64).reshape(len(raw), 4, raw.shape[1] // 4)
    target = np.clip(np.asarray(t_star, np.float32), 0, np.float32(x.shape[2] - 1 - FURTHEST))
    left = target.astype(np.int64)
    near = (left + 1 - target).astype(np.float64)
    x = x - x.max(2, keepdims=True)
    log = x - np.log(np.exp(x).sum(2, keepdims=True))
    beside = [np.take_along_axis(log, (left + step)[..., None], 2)[..., 0] for step in (0, 1)]
    return np.asarray(-(beside[0] * near + beside[1] * (1 - near)))


def bin_costs(raw: Array, t_star: Array) -> Array:
    """Return the distribution focal loss (n,) float64, the mean of `side_costs` over the four sides."""
    return np.asarray(side_costs(raw, t_star).mean(1))


@quiet
def distance_term(
    spec: LossSpec,
    rows: Indices,
    t: Array,
    t_star: Array,
    bins: Array | None,
    weights: Array,
    strides: Array,
    size: tuple[int, int],
    divisor: float,
) -> Term | None:
    """Return the further loss that the recipe names, None for none or where the outputs hold no bins.

    Args:
        spec: the loss of the recipe.
        rows: (P,) the positives, flat.
        t: (P, 4) predictions.
        t_star: (P, 4) targets.
        bins: (P, 4 * bins), None without.
        weights: (P,) soft targets.
        strides: (P, 2) px, x and y.
        size: (h, w) px of the network's input.
        divisor: of the box loss.
    """
    if spec.distances == "bins":
        if bins is None:
            return None
        cost = bin_costs(bins, t_star) * weights
    elif spec.distances == "input":
        height, width = size
        over = np.tile(np.asarray(strides, np.float64), 2) / np.array([width, height, width, height])
        cost = (np.abs(t.astype(np.float64) - t_star) * over).mean(1) * weights
    else:
        cost = np.abs(t.astype(np.float64) - t_star).sum(1)
    cost = np.where(np.isfinite(cost), spec.distance_weight * cost / divisor, 0)
    return Term(value=float(cost.sum()), rows=rows, per_anchor=cost, normaliser=divisor)
