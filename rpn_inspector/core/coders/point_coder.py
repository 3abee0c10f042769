"""The common part of coders of points: no weights, means or limits, and coordinates in strides."""

from __future__ import annotations

import math
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.corner_forms import CornerForms
from rpn_inspector.core.coders.formulas import Four
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]


class PointCoder(CornerForms):
    """A coder of points, boxes without sides."""

    __slots__ = ()
    needs_stride: ClassVar[bool] = True
    without_target: ClassVar[Text] = Text(
        "This point belongs to no ground truth, so it has no target t* and no box loss."
    )
    # not annotated as of the class: other coders have fields of these names
    coordinates = "xywh"
    weights: Four = (1.0, 1.0, 1.0, 1.0)
    means: Four = (0.0, 0.0, 0.0, 0.0)
    stds: Four = (1.0, 1.0, 1.0, 1.0)
    min_log_scale = -math.inf
    max_log_scale = math.inf
    max_shift = math.inf
    centre = "between_corners"
    inclusive = False
    encode_dtype = "float32"

    @property
    def order(self) -> list[int]:
        """Return the columns of the coordinates as named in the network's output: as they are."""
        return [0, 1, 2, 3]

    def exact(self) -> Self:
        """Return the coder itself: t* follows in few operations."""
        return self

    def encode(self, anchors: npt.ArrayLike, boxes: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return t* (n, 4) float32 of ``boxes`` (n, 4) relative to points ``anchors`` (n, 4)."""
        raise NotImplementedError

    def raw_for(self, anchors: Array, boxes: Array, strides: Array) -> Array:
        """Return the outputs (n, 4) float64 that decode to ``boxes`` (n, 4); ``strides`` (n, 2) px."""
        return np.asarray(self.encode(anchors, boxes, strides).astype(np.float64))
