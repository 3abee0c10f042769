"""The layers of a picture while a second stage is looked at: candidates in the anchors' place, and detections."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.words import stage_title
from rpn_inspector.gui.canvas.layers import Count, Layers
from rpn_inspector.gui.widgets.i18n import said, tr

if TYPE_CHECKING:
    from rpn_inspector.core.inspection import Inspection
    from rpn_inspector.session.staged import Staged

Array = npt.NDArray[Any]


class StageLayers(Layers):
    """The boxes of a stage by layer: foreground, background and ignored candidates, answers and detections."""

    def __init__(self, inspection: Inspection, staged: Staged, mask: Array | None) -> None:
        super().__init__(inspection, mask)
        self.staged, self.stage, self._passing = staged, staged.result, staged.mask
        label = self.stage.label
        self._side = label if staged.mask is None else np.where(staged.mask, label, -2)

    def predicted_landmarks(self, _: int | None) -> Array:
        """Return none: a candidate has no landmarks."""
        return np.empty((0, 0))

    def at(self, indices: npt.ArrayLike) -> Array:
        """Return the boxes (n, 4) of candidates."""
        return self.stage.boxes(indices)

    def label(self, index: int) -> int:
        """Return the label of a candidate."""
        return int(self.stage.label[index])

    def owner(self, index: int) -> int:
        """Return the ground truth a candidate is assigned to, -1 none."""
        return int(self.stage.gt[index])

    def compared(self, data: Inspection, index: int) -> int:
        """Return the ground truth compared with a candidate in the ``data``, -1 none."""
        one = data.stages[self.stage.name]
        return one.compared_gt(index) if index < one.grid.size else -1

    def describe(self, index: int) -> str:
        """Return a candidate in a few words."""
        proposal = int(self.stage.source[index])
        if proposal < 0:
            return tr("ground truth that joins")
        words = tr("{stage}, proposal {n}")
        return words.format(stage=said(stage_title(self.stage.name)), n=f"{proposal + 1:,}")

    def owners(self, index: int) -> str:
        """Return nothing: a candidate has one ground truth at most."""
        return ""

    def iou(self, index: int) -> float:
        """Return the best IoU of a candidate with a ground truth."""
        return float(self.stage.assignment.dense["iou"][index])

    def noun(self, count: int) -> str:
        """Return ``count`` candidates under the cursor in words."""
        words = tr("1 proposal under the cursor") if count == 1 else tr("{n} proposals under the cursor")
        return words.format(n=f"{count:,}")

    def _of(self, label: int) -> Array:
        return self.at(np.flatnonzero(self._side == label))

    @cached_property
    def positive(self) -> Array:
        """Return the foreground candidates (P, 4)."""
        return self._of(1)

    @cached_property
    def ignored(self) -> Array:
        """Return the ignored candidates (n, 4)."""
        return self._of(-1)

    @cached_property
    def negative_total(self) -> int:
        """Return how many candidates are background."""
        return int(np.count_nonzero(self._side == 0))

    @cached_property
    def negative(self) -> Array:
        """Return the background candidates (n, 4)."""
        return self._of(0)

    @cached_property
    def sampled(self) -> tuple[Array, Array]:
        """Return the mini-batch: foreground (n, 4) and background (m, 4)."""
        one, mask = self.stage, self._passing
        parts = (one.sampled_positive, one.sampled_negative)
        kept = [part if mask is None else part[mask[part]] for part in parts]
        return self.at(kept[0]), self.at(kept[1])

    @cached_property
    def prediction(self) -> Array:
        """Return the answers of the foreground (P, 4) for their ground truths' class; none without outputs."""
        boxes = self.predicted(np.flatnonzero(self._side == 1))
        return np.empty((0, 4)) if boxes is None else boxes

    def predicted(self, indices: npt.ArrayLike) -> Array | None:
        """Return the answers (n, 4) of those of ``indices`` that have outputs, None without a head.

        Of a foreground candidate for its ground truth's class, of another one for its likeliest class.
        """
        one, head = self.stage, self.stage.head
        if head is None:
            return None
        places = np.asarray(indices, np.int64).reshape(-1)
        places = places[one.row[places] >= 0]
        rows, owner = one.row[places], one.gt[places]
        kinds = head.scores()[rows].argmax(1) if len(rows) else np.zeros(0, np.int64)
        own = self.inspection.sample.gt_class[np.maximum(owner, 0)] if len(self.gt) else kinds
        kinds = np.where((owner >= 0) & (own >= 0) & (own < head.classes), own, kinds)
        boxes = one.stage.coder.decode(one.boxes(places), head.t_of(rows, kinds))
        return np.asarray(np.nan_to_num(boxes, nan=0.0, posinf=1e6, neginf=-1e6))

    @cached_property
    def proposals(self) -> Array:
        """Return the detections (M, 4)."""
        found = self.stage.detections
        if found is None:
            return np.empty((0, 4))
        mask = self._passing
        return found.boxes if mask is None else found.boxes[mask[self.stage.candidate_of()[found.proposal]]]

    def rivals(self, index: int) -> tuple[Array | None, Array | None]:
        """Return the boxes suppressed with a candidate's answer, and the detection that suppressed them."""
        found, proposal = self.stage.detections, int(self.stage.source[index])
        facts = self.inspection.explain_candidate(index, self.stage.name)
        if found is None or proposal < 0 or facts.suppressor < 0:
            return None, None
        by = found.number_of(facts.suppressor, facts.kind)
        return None, None if by < 0 else found.boxes[by : by + 1]

    def count(self, layer: str) -> Count | None:
        """Return the counts of boxes a layer draws and has, None for a layer without boxes."""
        if layer in ("heat", "truth"):
            return super().count(layer)
        boxes = getattr(self, layer)
        total = sum(map(len, boxes)) if layer == "sampled" else len(boxes)
        return Count(total, total)

    def has(self, layer: str) -> bool:
        """Return whether there is anything to draw: some layers need outputs, and heat is of anchors."""
        if layer == "prediction":
            return self.stage.head is not None
        return layer != "heat" and (layer != "proposals" or self.stage.detections is not None)


def layers_of(inspection: Inspection, staged: Staged | None, mask: Array | None) -> Layers:
    """Return the layers of what is looked at: the anchors, or a stage over the proposals."""
    return Layers(inspection, mask) if staged is None else StageLayers(inspection, staged, mask)
