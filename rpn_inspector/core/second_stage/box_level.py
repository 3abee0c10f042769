"""The feature map a box is pooled from, by the box's size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import area
from rpn_inspector.core.limits import LENGTH
from rpn_inspector.core.spec import FINITE, FRACTION, Rules, number, option

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class BoxLevel:
    """The level k = floor(level + log2(sqrt(w h) / side)), cut to the maps pooled from."""

    names: tuple[str, ...] = option(("P2", "P3", "P4", "P5"), "the maps pooled from, finest first")
    lowest: int = number(2, "k of the first of them", FINITE)
    side: float = number(224.0, "a box of this side, px, ...", LENGTH)
    level: int = number(4, "... is pooled from the map of this k", FINITE)
    epsilon: float = number(1e-6, "added before rounding down", FRACTION)
    epsilon_to: Literal["logarithm", "ratio"] = option("logarithm", "added to the logarithm, or to the ratio of sides")

    def of(self, boxes: Array) -> npt.NDArray[np.int64]:
        """Return the number (n,) of the map, from 0, of ``boxes`` (n, 4), network px; computed in float32.

        Sources: torchvision ``LevelMapper``, detectron2 ``assign_boxes_to_levels``, MMDetection ``map_roi_levels``.
        """
        one = np.float32
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            ratio = np.sqrt(area(np.asarray(boxes, np.float32).reshape(-1, 4))) / one(self.side)
            if self.epsilon_to == "ratio":
                found = one(self.level) + np.log2(ratio + one(self.epsilon))
            else:
                found = one(self.level) + np.log2(ratio) + one(self.epsilon)
        found = np.floor(np.nan_to_num(found, nan=self.lowest, posinf=1e6, neginf=-1e6))
        return np.asarray(np.clip(found.astype(np.int64) - self.lowest, 0, max(len(self.names) - 1, 0)))


LEVELS: Rules[BoxLevel] = Rules("The feature map a box is pooled from.", "", {"": BoxLevel})
