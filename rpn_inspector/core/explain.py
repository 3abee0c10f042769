"""One anchor's facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy.typing as npt

from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnchorFacts(Showable):
    """Everything about one anchor; boxes (4,) in network px, coded numbers (4,) in the order x, y, w, h.

    Fields from a prediction are None without predictions; t* and the numbers computed from t* are None for
    an anchor without a ground truth. A table without rows has nothing to say.

    Args:
        index: flat index.
        box: (4,) in the recipe's precision.
        place: level, cell and base anchor in words.
        label: 1 positive, 0 negative, -1 ignored.
        cause: a `Cause`.
        iou: the best IoU with any ground truth compared.
        gt: the ground truth assigned, from 0, -1 none.
        best_gt: the ground truth of ``iou``, from 0, -1 none.
        iou_per_gt: (G,) in the recipe's precision.
        t_star: the target t*.
        t: the predicted t.
        predicted: (4,) float32, the decoded box, not clipped.
        difference: d = t - t*, after YOLO's sigmoid; None for a loss of decoded boxes.
        r: R(d) of each coordinate, or (1,) of the whole box, without ``box_weight``.
        score: p, of the best class.
        box_loss: before division by ``box_normaliser``.
        objectness_loss: before division by ``normaliser``.
        normaliser: of the objectness loss.
        box_normaliser: of the box loss.
        sampled: whether the anchor is in the mini-batch.
        finding: the panel's heading.
        why: the cause in words with numbers.
        membership: whether the anchor is in the reported sums.
        compared: a row for each of the ground truths compared best.
        coding: a row for each coordinate, and their sum.
        terms: a row for each loss.
        further: by name, each further loss before division, and the divisor.
        landmarks: a row for each coordinate of a face's points; empty where the network has no such output.
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
    membership: Text
    compared: Table
    coding: Table
    terms: Table
    further: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    landmarks: Table = field(default_factory=lambda: Table(()))
