"""Centreness: how near an anchor's centre is to the middle of its ground truth, and the loss of saying so."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.losses import Term, binary_cross_entropy
from rpn_inspector.core.specs import LossSpec

Array = npt.NDArray[Any]
HEAD = "centreness"


def centreness(anchors: Array, truths: Array) -> Array:
    """Return the centreness (n,) float32 of ``anchors`` (n, 4) in ``truths`` (n, 4), network px; NaN outside.

    sqrt(min(l, r) / max(l, r) * min(t, b) / max(t, b)) of the anchor's centre. Source: the FCOS article (1904.01355).
    """
    anchor, truth = np.asarray(anchors, np.float32), np.asarray(truths, np.float32)
    middle = (anchor[:, :2] + anchor[:, 2:]) / np.float32(2)
    near, far = middle - truth[:, :2], truth[:, 2:] - middle
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.minimum(near, far) / np.maximum(near, far)
        return np.asarray(np.sqrt(share[:, 0] * share[:, 1]))


def centreness_loss(logits: Array, target: Array, rows: npt.NDArray[np.int64], spec: LossSpec, divisor: float) -> Term:
    """Return the binary cross entropy of positives ``rows`` (P,) against the centreness.

    Args:
        logits: (P,) the network's outputs of the positives.
        target: (P,) the centreness.
        rows: flat indices.
        spec: the loss of the recipe.
        divisor: of the sum.
    """
    per_anchor = spec.centreness_weight * binary_cross_entropy(logits, target) / divisor
    return Term(value=float(per_anchor.sum()), rows=rows, per_anchor=per_anchor, normaliser=divisor)
