"""The assigner of YOLOX: the cheapest points near each ground truth, as many as its best IoUs add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.cost_matching import CheapestPoints, Costs, class_entropy, iou_costs
from rpn_inspector.core.assigners.simota_words import SimOTAWords
from rpn_inspector.core.centres_inside import PointPairs, centres_inside, inside_by_level, squares
from rpn_inspector.core.dynamic_k import ious
from rpn_inspector.core.limits import CANDIDATES, WEIGHT
from rpn_inspector.core.spec import Live, number
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
OUTSIDE = 1e5  # the cost of an anchor that is not both inside the ground truth and near its centre


@dataclass(frozen=True, slots=True)
class SimOTA(CheapestPoints, SimOTAWords):
    """The cheapest points near a ground truth, as many as its best IoUs add up to (YOLOX).

    Sources: the article of YOLOX (2107.08430) and MMDetection 3.3 ``SimOTAAssigner``.
    """

    rule: ClassVar[str] = "simota"
    radius: float = number(
        2.5, "strides around a ground truth's centre within which points are near", WEIGHT,
        Live(Text("radius"), "radius", Text("radius around the centre"), 99),
    )  # fmt: skip
    topk: int = number(10, "IoUs whose sum says how many points a ground truth takes", CANDIDATES)
    class_weight: float = number(1.0, "factor of the class cost", WEIGHT)
    iou_weight: float = number(3.0, "factor of the IoU cost", WEIGHT)

    def candidates(self, grid: Grid, gt: Array) -> PointPairs:
        """Return the anchors with centres inside ``gt`` (G, 4) or near their centres, network px."""
        inside, near = centres_inside(grid, gt), inside_by_level(grid, squares(grid, gt, self.radius))
        keys = [part.gt * grid.size + part.anchor for part in (inside, near)]
        return PointPairs(*np.divmod(np.union1d(*keys), max(grid.size, 1)))

    def costs(self, grid: Grid, columns: Indices, gt: Array, answers: Answers) -> Costs:
        """Return the costs of anchors ``columns`` (V,), ascending, for ground truths ``gt`` (G, 4)."""
        iou = ious(gt.astype(np.float32), answers.boxes(columns))
        entropy = class_entropy(answers.probabilities(columns), answers.kinds)
        for_class, for_iou = entropy * np.float32(self.class_weight), iou_costs(iou, self.iou_weight)
        both = np.zeros((2, *iou.shape), bool)
        for k, part in enumerate((centres_inside(grid, gt), inside_by_level(grid, squares(grid, gt, self.radius)))):
            both[k, part.gt, np.searchsorted(columns, part.anchor)] = True
        prior = np.where(both.all(0), np.float32(0), np.float32(OUTSIDE))
        return Costs(iou, for_class, for_iou, prior, for_class + for_iou + prior)
