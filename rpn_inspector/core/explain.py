"""One anchor's facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class AnchorFacts:
    """Everything about one anchor; boxes (4,) in network px, arrays (4,) in the order x, y, w, h.

    ``gt`` is the ground truth it belongs to, -1 none; ``iou_per_gt`` (G,) in the recipe's precision; ``r`` is R(d) of
    each coordinate; ``objectness_loss`` is before division by ``normaliser``, ``box_loss`` by ``box_normaliser``. What
    needs a prediction is None without one; t* and what follows from it is None for an anchor without a ground truth.
    """

    index: int
    box: Array
    place: str
    label: int
    cause: int
    iou: float
    gt: int
    best_gt: int
    iou_per_gt: Array
    t_star: Array | None
    t: Array | None
    predicted: Array | None
    difference: Array | None
    r: Array | None
    score: float | None
    box_loss: float | None
    objectness_loss: float | None
    normaliser: float
    box_normaliser: float
    sampled: bool
    finding: str
    why: str
