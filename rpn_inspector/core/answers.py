"""What a network says of a picture's anchors, for assigners that look at it: scores, and boxes when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.losses import sigmoid

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """A network's outputs for one picture, beside the classes of the ground truths in the assignment.

    Args:
        scores: (N, K) logits of the classes.
        confidence: (N,) logits that there is an object, None for a network without.
        kinds: (G,) int64, the column of each ground truth's class.
        boxes: makes the predicted boxes (n, 4) float32, network px, not clipped, of flat indices (n,).
    """

    scores: Array
    confidence: Array | None
    kinds: Indices
    boxes: Callable[[Indices], Array]

    def class_scores(self, rows: Indices) -> Array:
        """Return the sigmoids (n, K) float32 of the classes of ``rows`` (n,), flat."""
        return sigmoid(self.scores[rows])

    def probabilities(self, rows: Indices) -> Array:
        """Return the classes' probabilities (n, K) float32 of ``rows`` (n,), flat.

        With a confidence the root of the product of both, as YOLOX and YOLOv7 compare.
        """
        scores = sigmoid(self.scores[rows])
        if self.confidence is None:
            return scores
        return np.asarray(np.sqrt(scores * sigmoid(self.confidence[rows])[:, None]))
