"""The assigner of RTMDet: points inside a ground truth by a cost of softened classes, IoU and distance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.cost_matching import CheapestPoints, Costs, iou_costs
from rpn_inspector.core.assigners.soft_label_words import SoftLabelWords
from rpn_inspector.core.centres_inside import PointPairs, centres_inside
from rpn_inspector.core.dynamic_k import in_blocks, ious
from rpn_inspector.core.limits import CANDIDATES, SHIFT, WEIGHT
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.spec import Live, number
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SoftLabel(CheapestPoints, SoftLabelWords):
    """The cheapest points inside, with classes softened by IoU and a cost of the distance (RTMDet).

    Sources: the article of RTMDet (2212.07784) and MMDetection 3.3 ``DynamicSoftLabelAssigner``.
    """

    rule: ClassVar[str] = "soft_label"
    radius: float = number(
        3.0, "strides from a ground truth's centre at which the distance costs 1; ten times as much each stride more",
        SHIFT, Live(Text("radius"), "radius", Text("radius of the distance's cost"), 99),
    )  # fmt: skip
    topk: int = number(13, "IoUs whose sum says how many points a ground truth takes", CANDIDATES)
    iou_weight: float = number(3.0, "factor of the IoU cost", WEIGHT)

    def candidates(self, grid: Grid, gt: Array) -> PointPairs:
        """Return the anchors with centres inside ``gt`` (G, 4), network px."""
        return centres_inside(grid, gt)

    @quiet
    def costs(self, grid: Grid, columns: Indices, gt: Array, answers: Answers) -> Costs:
        """Return the costs of anchors ``columns`` (V,), flat, for ground truths ``gt`` (G, 4)."""
        iou = ious(gt.astype(np.float32), answers.boxes(columns))
        for_iou, own = iou_costs(iou, self.iou_weight), grid.boxes(columns)
        two = gt.dtype.type(2)
        centre, middle = (own[:, :2] + own[:, 2:]) / two, (gt[:, :2] + gt[:, 2:]) / two
        stride, radius, ten = (
            grid.strides(columns)[:, 0].astype(gt.dtype),
            gt.dtype.type(self.radius),
            gt.dtype.type(10),
        )

        def distant(rows: slice) -> Array:
            across, down = (centre[:, axis] - middle[rows, axis, None] for axis in (0, 1))
            return np.asarray(np.power(ten, np.sqrt(across * across + down * down) / stride - radius))

        prior = in_blocks(len(gt), len(columns), distant)
        for_class = softened(answers.scores[columns], answers.kinds, iou)
        return Costs(iou, for_class, for_iou, prior, for_class + for_iou + prior)


@quiet
def softened(logits: Array, kinds: Indices, iou: Array) -> Array:
    """Return the class cost (G, V) float32: entropy against the IoU at the own class, 0 elsewhere, by error squared.

    Args:
        logits: (V, K).
        kinds: (G,) the classes.
        iou: (G, V).
    """
    x = np.asarray(logits, np.float64)
    p, soft = sigmoid(x, "float64"), np.logaddexp(0, x)
    as_background = soft * p * p
    every = as_background.sum(1)

    def cost(rows: slice) -> Array:
        own, q = kinds[rows], np.asarray(iou[rows], np.float64)
        return np.asarray(every - as_background.T[own] + (soft.T[own] - x.T[own] * q) * (q - p.T[own]) ** 2)

    return in_blocks(len(kinds), len(x), cost)
