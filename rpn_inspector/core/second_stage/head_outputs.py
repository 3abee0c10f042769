"""The outputs of one head over proposals: what a column of its logits and deltas is, scores and losses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.box_losses import DECODED, Decoded
from rpn_inspector.core.errors import BadLayout
from rpn_inspector.core.losses import Losses, losses, sigmoid, softmax
from rpn_inspector.core.second_stage.stage import Stage
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def has_column(kinds: npt.ArrayLike, classes: int) -> npt.NDArray[np.bool_]:
    """Return which of ``kinds`` (n,), from 0, -1 unknown, have a column among ``classes``."""
    kinds = np.asarray(kinds)
    return np.asarray((kinds >= 0) & (kinds < classes))


@dataclass(frozen=True, slots=True, eq=False)
class HeadOutputs:
    """The outputs of a stage, as the stage means the columns.

    Args:
        stage: the conventions.
        logits: (S, K + 1) float32, the background first; (S, K) where each class has a sigmoid.
        deltas: (S, K, 4) float32, or (S, 1, 4) where all classes share a box.
    """

    stage: Stage
    logits: Array
    deltas: Array

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @classmethod
    def of(cls, logits: Array, deltas: Array, stage: Stage, place: str = "") -> HeadOutputs:
        """Return the outputs as recorded, (S, K + 1) and (S, slots * 4) or (S, slots, 4); raises `BadLayout`."""
        logits = np.asarray(logits, np.float32)
        rows, columns = logits.shape if logits.ndim == 2 else (len(logits), 0)
        if columns < 2:
            raise BadLayout(f"{place}logits {logits.shape}, wanted (S, K + 1) with the background {stage.background}")
        slots = {"with_background": columns, "per_class": columns - 1, "one": 1}[stage.deltas]
        if np.shape(deltas) not in ((rows, slots * 4), (rows, slots, 4)):
            raise BadLayout(f"{place}deltas {np.shape(deltas)}, wanted ({rows}, {slots * 4}) for {stage.deltas}")
        boxes = np.asarray(deltas, np.float32).reshape(rows, slots, 4)
        if stage.background == "last":
            logits = np.roll(logits, 1, axis=1)
        return cls(
            stage,
            logits if stage.loss.objectness == "cross_entropy" else logits[:, 1:],
            boxes[:, 1:] if stage.deltas == "with_background" else boxes,
        )

    @property
    def classes(self) -> int:
        """Return K."""
        return int(self.logits.shape[1]) - (1 if self.stage.loss.objectness == "cross_entropy" else 0)

    def scores(self) -> Array:
        """Return each class's score (S, K) float32, without the background."""
        if self.stage.loss.objectness == "cross_entropy":
            return np.asarray(softmax(self.logits)[:, 1:].astype(np.float32))
        return sigmoid(self.logits)

    def t_of(self, rows: Indices, kinds: Indices) -> Array:
        """Return the deltas (n, 4) of ``rows`` (n,) for classes ``kinds`` (n,), from 0."""
        return np.asarray(self.deltas[rows, 0 if self.deltas.shape[1] == 1 else kinds])

    def losses(self, boxes: Array, gt: Array, positive: Indices, negative: Indices, kinds: Indices) -> Losses:
        """Return class loss and box loss; ``objectness`` is the class loss, ``rows`` count the outputs.

        Args:
            boxes: (P, 4) network px, the proposals of ``positive``.
            gt: (P, 4) network px, the ground truths.
            positive: (P,) rows of the outputs.
            negative: (M,) rows of the outputs.
            kinds: (P,) classes of the positives, from 0.
        """
        spec, coder = self.stage.loss, self.stage.coder
        t, t_star = self.t_of(positive, kinds), coder.encode(boxes, gt)
        pair = Decoded(coder.decode(boxes, t), gt) if spec.box in DECODED else None
        return losses(self.logits, t, t_star, positive, negative, spec, self.stage.sampler, kinds, None, pair)
