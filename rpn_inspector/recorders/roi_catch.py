"""The catch of the stages behind the proposals in one forward pass, and its arrays picture by picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.roi_arrays import FIRST


@dataclass(slots=True)
class HeadCatch:
    """Lists are per picture: ``sampled`` and ``gt`` (S,), ``level`` (R,).

    ``logits`` and ``deltas`` are those of all pictures, one under the other: rows of the mini-batches in training, of
    the proposals at rest. The losses are the trainer's, of the whole batch.
    """

    sampled: list[Array] = field(default_factory=list)
    gt: list[Array] = field(default_factory=list)
    level: list[Array] = field(default_factory=list)
    logits: Array | None = None
    deltas: Array | None = None
    loss_class: float | None = None
    loss_box: float | None = None

    def outputs(self, name: str, row: int, counts: list[int]) -> StageOutputs | None:
        """Return what was caught of a picture, None without outputs; raises `InspectorError` for missing rows.

        Args:
            name: of the stage.
            row: the picture's place in the batch.
            counts: the number of boxes of each picture.
        """
        if self.logits is None or self.deltas is None:
            return None
        ends = np.cumsum([0, *(map(len, self.sampled) if self.sampled else counts)])
        if not len(self.logits) == len(self.deltas) == ends[-1]:
            found = f"{len(self.logits)} rows of logits and {len(self.deltas)} of deltas"
            raise InspectorError(f"{name}: {found}, wanted {ends[-1]}, one for each box")
        rows = slice(ends[row], ends[row + 1])
        return StageOutputs(
            logits=self.logits[rows],
            deltas=self.deltas[rows],
            level=self.level[row] if self.level else None,
            sampled=self.sampled[row] if self.sampled else None,
            gt=self.gt[row] if self.gt else None,
            loss_class=self.loss_class,
            loss_box=self.loss_box,
        )


@dataclass(slots=True)
class RoiCatch:
    """``proposals`` (R, 4) network px of each picture, and the catch of each stage by name.

    ``joined`` is the number of each picture's ground truths among the candidates of the stage caught last.
    """

    proposals: list[Array] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    heads: dict[str, HeadCatch] = field(default_factory=dict)

    @property
    def first(self) -> HeadCatch:
        """Return the catch of the stage over the proposals."""
        return self.stage(FIRST)

    def stage(self, name: str) -> HeadCatch:
        """Return the catch of the stage ``name``."""
        return self.heads.setdefault(name, HeadCatch())

    def outputs(self, row: int, mode: Literal["", "train", "eval"]) -> RoiOutputs | None:
        """Return what was caught of a picture, None where nothing.

        Args:
            row: the picture's place in the batch.
            mode: whether the network trained.
        """
        if not self.proposals:
            return None
        counts = [len(boxes) for boxes in self.proposals]
        found = {name: head.outputs(name, row, counts) for name, head in self.heads.items()}
        heads = {name: head for name, head in found.items() if head is not None}
        return RoiOutputs(proposals=self.proposals[row], heads=heads, mode=mode)
