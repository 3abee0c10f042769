"""The catch of a second stage in one forward pass, and its arrays picture by picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.roi_arrays import FIRST


@dataclass(slots=True)
class RoiCatch:
    """Lists are per picture: ``proposals`` (R, 4) network px, ``sampled`` and ``gt`` (S,), ``level`` (R,).

    ``logits`` and ``deltas`` are those of all pictures, one under the other: rows of the mini-batches in training, of
    the proposals at rest. The losses are the trainer's, of the whole batch.
    """

    proposals: list[Array] = field(default_factory=list)
    sampled: list[Array] = field(default_factory=list)
    gt: list[Array] = field(default_factory=list)
    level: list[Array] = field(default_factory=list)
    logits: Array | None = None
    deltas: Array | None = None
    loss_class: float | None = None
    loss_box: float | None = None
    mode: Literal["", "train", "eval"] = ""

    def outputs(self, row: int) -> RoiOutputs | None:
        """Return what was caught of a picture, None where nothing; raises `InspectorError` for rows that do not add up.

        Args:
            row: the picture's place in the batch.
        """
        if not self.proposals:
            return None
        if self.logits is None or self.deltas is None:
            return RoiOutputs(proposals=self.proposals[row], mode=self.mode)
        ends = np.cumsum([0, *map(len, self.sampled or self.proposals)])
        if not len(self.logits) == len(self.deltas) == ends[-1]:
            found = f"{len(self.logits)} rows of logits and {len(self.deltas)} of deltas"
            raise InspectorError(f"second stage: {found}, wanted {ends[-1]}, one for each box")
        rows = slice(ends[row], ends[row + 1])
        head = StageOutputs(
            logits=self.logits[rows],
            deltas=self.deltas[rows],
            level=self.level[row] if self.level else None,
            sampled=self.sampled[row] if self.sampled else None,
            gt=self.gt[row] if self.gt else None,
            loss_class=self.loss_class,
            loss_box=self.loss_box,
        )
        return RoiOutputs(proposals=self.proposals[row], heads={FIRST: head}, mode=self.mode)
