"""The assigner of YOLOv7: the cheapest anchors among those of fitting sides, as many as the best IoUs add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.cost_matching import (
    Costs,
    assigned,
    class_entropy,
    iou_costs,
    without_prediction,
)
from rpn_inspector.core.assigners.ota_words import OTAWords
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.cell_pairs import grid_pairs
from rpn_inspector.core.centres_inside import PointPairs
from rpn_inspector.core.dynamic_k import ious, matched
from rpn_inspector.core.limits import CANDIDATES, HALF, RATIO, WEIGHT
from rpn_inspector.core.positives import PictureByPicture
from rpn_inspector.core.spec import number, option

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
IN_LOG = 1e-8


@dataclass(frozen=True, slots=True)
class OTA(PictureByPicture, OTAWords):
    """The cheapest anchors of those a ratio of sides allows, as many as the best IoUs add up to (YOLOv7).

    Sources: the articles of OTA (2103.14259) and YOLOv7 (2207.02696), and facts measured of YOLOv7 0.1.
    """

    rule: ClassVar[str] = "ota"
    limit: float = number(4.0, "largest ratio of a side to the anchor's, either way, not reached", RATIO)
    neighbours: float = number(0.5, "part of a cell from whose edge on the cell beside is taken too, not reached", HALF)
    topk: int = number(10, "IoUs whose sum says how many anchors a ground truth takes", CANDIDATES)
    iou_weight: float = number(3.0, "factor of the IoU cost", WEIGHT)
    gt_scale: Literal["height", "input"] = option(
        "height", "in the cost x of ground truths counts by the input's height (as YOLOv7), or by its width"
    )

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors; without ``answers`` candidates are undecided, all others negative.

        An anchor stands as often among the candidates as pairs name it, and so may be taken several times.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: not used.
            regions: not used.
            padded_size: not used.
            answers: what the network says, None without a prediction.
        """
        boxes = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
        pairs = grid_pairs(grid, boxes, self.limit, self.neighbours)
        keys = np.unique(pairs.gt * grid.size + pairs.anchor)
        candidates = PointPairs(*np.divmod(keys, max(grid.size, 1)))
        if answers is None:
            return without_prediction(candidates, pairs.anchor, len(boxes), grid.size, grid.dtype)
        costs = self.costs(grid, pairs.anchor, boxes, answers)
        found = matched(costs.cost, costs.iou, self.topk)
        return assigned(candidates, pairs.anchor, costs, found, grid.size, grid.dtype, listed=True)

    def _scaled(self, grid: Grid, gt: Array) -> Array:
        """Return ``gt`` (G, 4) as the cost compares them."""
        level = grid.levels[0]
        height, width = (cells * step for cells, step in zip(level.shape, level.stride, strict=True))
        if self.gt_scale == "input" or height == width:
            return gt
        return np.asarray(gt * np.array([height / width, 1, height / width, 1], gt.dtype))

    def costs(self, grid: Grid, columns: Indices, gt: Array, answers: Answers) -> Costs:
        """Return the costs of anchors ``columns`` (V,), flat, for ground truths ``gt`` (G, 4)."""
        iou = ious(self._scaled(grid, gt).astype(np.float32), answers.boxes(columns), 0.0)
        for_class = class_entropy(answers.probabilities(columns), answers.kinds)
        for_iou = iou_costs(iou, self.iou_weight, IN_LOG)
        return Costs(iou, for_class, for_iou, np.zeros_like(iou), for_class + for_iou)
