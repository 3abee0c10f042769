"""The layers of a picture: boxes in network px, and counts of boxes drawn and of all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assignment import UNDECIDED
from rpn_inspector.core.trained_picture import Sources
from rpn_inspector.core.what_if import compared_gt
from rpn_inspector.gui.widgets.i18n import counted, tr

if TYPE_CHECKING:
    from rpn_inspector.core.inspection import Inspection
    from rpn_inspector.session.staged import Staged

Array = npt.NDArray[Any]

MOST = 5000  # boxes drawn one by one in a layer
MOST_PROPOSALS = 100
MOST_SUPPRESSED = 400  # by one box
OF_OUTPUTS = ("prediction", "proposals")  # layers without anything to draw where there are no predictions
OUT = -3  # the label here of an anchor that does not pass the filter
CUT_OFF = 0.6  # ignored anchors below this IoU are left out


class Count(NamedTuple):
    """``drawn`` of ``total`` boxes, and in words why not all; ``note`` is empty where all are."""

    drawn: int
    total: int
    note: str = ""

    @property
    def short(self) -> str:
        """Return the number drawn, and of how many where some are left out, for example ``2 of 101``."""
        if self.drawn == self.total:
            return f"{self.drawn:,}"
        return tr("{drawn} of {total}").format(drawn=f"{self.drawn:,}", total=f"{self.total:,}")

    @property
    def tight(self) -> str:
        """Return the same in a strip short of room, for example ``2/101``."""
        return f"{self.drawn:,}" if self.drawn == self.total else f"{self.drawn:,}/{self.total:,}"

    @property
    def words(self) -> str:
        """Return for example ``47 of 2,850 drawn: IoU 0.60 and up``."""
        if self.drawn == self.total:
            return f"{self.total:,}" + (f", {self.note}" if self.note else "")
        return tr("{short} drawn").format(short=self.short) + (f": {self.note}" if self.note else "")


class Layers:
    """The boxes of an `Inspection` by layer; each layer is computed when first drawn and then kept.

    ``mask`` (N,) bool: the anchors passing the filter, drawn with their boxes; None draws all.
    """

    def __init__(self, inspection: Inspection, mask: Array | None = None) -> None:
        self.inspection = inspection
        self.mask = mask
        label = inspection.assignment.label
        # anchors outside the filter take a label of no layer: each layer is then a plain comparison
        self._label = label if mask is None else np.where(mask, label, OUT).astype(np.int8)

    staged: Staged | None = None  # what is looked at in the anchors' place

    def at(self, indices: npt.ArrayLike) -> Array:
        """Return the boxes (n, 4) of what can be selected: of anchors, as drawn."""
        return self.inspection.grid.drawn(indices)

    def label(self, index: int) -> int:
        """Return the label of an anchor."""
        return int(self.inspection.assignment.label[index])

    def owner(self, index: int) -> int:
        """Return the ground truth an anchor is assigned to, -1 none."""
        return int(self.inspection.assignment.gt[index])

    def compared(self, data: Inspection, index: int) -> int:
        """Return the ground truth compared with an anchor in the ``data``, -1 none."""
        return compared_gt(data, index)

    def describe(self, index: int) -> str:
        """Return an anchor in a few words."""
        return self.inspection.grid.describe(index)

    def owners(self, index: int) -> str:
        """Return which ground truths teach an anchor with several, the last listed last; "" for one at most."""
        pairs = self.inspection.assignment.listed
        mine = () if pairs is None else tuple(dict.fromkeys(pairs.gt[pairs.anchor == index].tolist()))
        if len(mine) < 2:
            return ""
        return tr(" · of ground truths {numbers}").format(numbers=", ".join(str(gt + 1) for gt in mine))

    def iou(self, index: int) -> float:
        """Return the best IoU of an anchor with a ground truth."""
        return float(self.inspection.overlap.iou[index])

    @cached_property
    def undecided(self) -> bool:
        """Return whether what enters no loss is so for want of a prediction alone."""
        label = self.inspection.assignment.label
        return bool((label == UNDECIDED).any()) and not bool((label == -1).any())

    def noun(self, count: int) -> str:
        """Return ``count`` anchors under the cursor in words."""
        if self.inspection.recipe.anchors.of_points:
            return counted(count, "1 point under the cursor", "{n} points under the cursor")
        return counted(count, "1 anchor under the cursor", "{n} anchors under the cursor")

    def rivals(self, index: int) -> tuple[Array | None, Array | None]:
        """Return the boxes suppressed with an anchor's box, and the one that suppressed them; None without."""
        proposals = self.inspection.proposals
        by = -1 if proposals is None else int(proposals.suppressed_by[index])
        if proposals is None or by < 0:
            return None, None
        others = np.flatnonzero(proposals.suppressed_by == by)[:MOST_SUPPRESSED]
        return self.predicted(others), self.predicted([by])

    def passing(self, indices: Array) -> Array:
        """Return the passing anchors among flat ``indices`` (n,)."""
        return indices if self.mask is None else indices[self.mask[indices]]

    @cached_property
    def gt(self) -> Array:
        """Return the ground truths (G, 4)."""
        return np.asarray(self.inspection.gt)

    @property
    def _sources(self) -> Sources | None:
        trained = None if self.inspection.prediction is None else self.inspection.prediction.trained
        return None if trained is None else trained.sources

    @cached_property
    def parts(self) -> list[tuple[str, Array]]:
        """Return the stored pictures joined in a trained one, and what of each (4,) lies in the network's input."""
        sources, (height, width) = self._sources, self.inspection.frame.network_size
        if sources is None:
            return []
        seen = np.clip(sources.part_box, 0, [width, height, width, height])
        return list(zip(sources.part, seen, strict=True))

    def began(self, place: int) -> Array:
        """Return where the box ``place`` of those a trained picture began with lies, (1, 4), or (0, 4) if not known."""
        boxes = np.zeros((0, 4), np.float32) if self._sources is None else self._sources.box[place : place + 1]
        return np.asarray(boxes[np.isfinite(boxes).all(1)])

    @cached_property
    def lost(self) -> Array:
        """Return where the boxes lie (n, 4) that augmentation took away, as far as known."""
        sources = self._sources
        if sources is None:
            return np.zeros((0, 4), np.float32)
        boxes = sources.box[sources.gone]
        return np.asarray(boxes[np.isfinite(boxes).all(1)])

    @cached_property
    def positive(self) -> Array:
        """Return the positive anchors (P, 4); at most the first 5,000."""
        return self.inspection.grid.drawn(self._positive[:MOST])

    @cached_property
    def _positive(self) -> Array:
        return self.passing(self.inspection.positive)

    @property
    def _pairs_note(self) -> str:
        """Return how many pairs the positives have where some have several, "" elsewhere."""
        pairs = self.inspection.assignment.listed
        if pairs is None or self.mask is not None or len(pairs.gt) == len(self.inspection.positive):
            return ""
        return tr("in {n} pairs with ground truths").format(n=f"{len(pairs.gt):,}")

    @cached_property
    def _without_say(self) -> Array:
        """Return the passing anchors (N,) in neither part of a loss: ignored, or undecided without a prediction."""
        return np.asarray((self._label == -1) | (self._label == UNDECIDED))

    @cached_property
    def _ignored_total(self) -> int:
        return int(np.count_nonzero(self._without_say))

    @cached_property
    def cut_off(self) -> float:
        """Return the least IoU of drawn ignored anchors; the lower threshold where all are under 0.6."""
        if self.mask is not None:  # what a filter asks for is shown
            return 0.0
        thresholds = self.inspection.recipe.matcher.thresholds.values()
        return CUT_OFF if max(thresholds, default=0.0) > CUT_OFF else float(min(thresholds, default=0.0))

    @cached_property
    def ignored(self) -> Array:
        """Return the ignored anchors over the cut-off (n, 4), best overlap first."""
        if not self._ignored_total:
            return self.inspection.grid.drawn(np.empty(0, np.int64))
        overlap = self.inspection.overlap.iou
        found = np.flatnonzero(self._without_say & (overlap >= self.cut_off))
        order = np.argsort(-overlap[found], kind="stable")[:MOST]
        return self.inspection.grid.drawn(found[order])

    @cached_property
    def negative_total(self) -> int:
        """Return how many anchors are negative."""
        return int(np.count_nonzero(self._label == 0))

    @cached_property
    def negative(self) -> Array | None:
        """Return the negative anchors (n, 4), or None where too many to draw one by one."""
        if self.negative_total > MOST:
            return None
        return self.inspection.grid.drawn(np.flatnonzero(self._label == 0))

    @cached_property
    def few_negatives(self) -> Array | None:
        """Return the negative anchors (n, 4) where a filter leaves fewer than half, else None."""
        # more than half: subtracting the others from the whole grid costs less than drawing the negatives
        if self.mask is None or 2 * self.negative_total > len(self._label):
            return None
        return self.inspection.grid.drawn(np.flatnonzero(self._label == 0))

    @cached_property
    def not_negative(self) -> Array:
        """Return all other anchors (n, 4): what the picture of the negatives leaves out, and what does not pass."""
        return self.inspection.grid.drawn(np.flatnonzero(self._label != 0))

    @cached_property
    def sampled(self) -> tuple[Array, Array]:
        """Return the mini-batch: positives (n, 4) and negatives (m, 4)."""
        one = self.inspection
        return one.grid.drawn(self.passing(one.sampled_positive)), one.grid.drawn(self.passing(one.sampled_negative))

    @cached_property
    def prediction(self) -> Array:
        """Return the decoded boxes of the positives (P, 4); none without predictions."""
        boxes = self.predicted(self._positive[:MOST])
        return np.empty((0, 4)) if boxes is None else boxes

    def predicted(self, indices: npt.ArrayLike) -> Array | None:
        """Return decoded boxes (n, 4) of those of flat ``indices`` that have any, or None without predictions."""
        boxes = self.inspection.predicted(indices)
        if boxes is not None and self.inspection.of_decoded_boxes:
            boxes = boxes[~np.isnan(boxes).all(1)]
            boxes = boxes if len(boxes) else None
        # Qt cannot draw NaN; a decoded infinity is a box far outside
        return None if boxes is None else np.nan_to_num(boxes, nan=0.0, posinf=1e6, neginf=-1e6)

    @cached_property
    def landmarks(self) -> Array:
        """Return the points (G, 2 L) annotated in the ground truths, NaN without."""
        return self.inspection.landmarks

    def predicted_landmarks(self, index: int | None) -> Array:
        """Return the points (n, 2 L) the network says for anchor ``index``, or for the positives; none without any."""
        found = self.inspection.predicted_landmarks(self._positive[:MOST] if index is None else [index])
        return np.empty((0, 0)) if found is None else found

    @cached_property
    def proposals(self) -> Array:
        """Return the best 100 kept proposals (n, 4), by score."""
        kept = self.inspection.proposals
        if kept is None:
            return np.empty((0, 4))
        rows = self._kept
        return kept.boxes[rows[np.argsort(-kept.scores[rows], kind="stable")[:MOST_PROPOSALS]]]

    @cached_property
    def _kept(self) -> Array:
        """Return the places of the kept proposals whose anchors pass."""
        kept = self.inspection.proposals
        assert kept is not None
        return np.arange(len(kept.anchor)) if self.mask is None else np.flatnonzero(self.mask[kept.anchor])

    def count(self, layer: str) -> Count | None:
        """Return the counts of boxes a layer draws and has, None for a layer without boxes."""
        one = self.inspection
        if layer == "heat":
            return None
        if layer == "truth":
            return Count(len(one.gt), len(one.gt))
        if layer in ("positive", "sampled") and not one.positives_known:
            return None
        if layer == "positive":
            note = tr("the first {most}").format(most=f"{MOST:,}") if len(self._positive) > MOST else self._pairs_note
            return Count(len(self.positive), len(self._positive), note)
        if layer == "ignored":
            note = (
                tr("IoU {least} and up").format(least=f"{self.cut_off:.2f}")
                if self.mask is None
                else tr("the best {most}").format(most=f"{MOST:,}")
            )
            note = note if len(self.ignored) < self._ignored_total else ""
            return Count(len(self.ignored), self._ignored_total, note)
        if layer == "negative":
            return Count(self.negative_total, self.negative_total)
        if layer == "sampled":
            total = sum(map(len, self.sampled))
            return Count(total, total)
        if layer == "prediction":
            note = tr("the first {most}").format(most=f"{MOST:,}") if len(self._positive) > MOST else ""
            return Count(len(self.prediction), len(self._positive) if len(self.prediction) else 0, note)
        kept = one.proposals
        if kept is None:
            return None
        cut = len(self._kept) > MOST_PROPOSALS
        lowest = np.sort(kept.scores[self._kept])[-MOST_PROPOSALS] if cut else 0.0
        return Count(
            len(self.proposals), len(self._kept), tr("p {lowest:.3f} and up").format(lowest=lowest) if cut else ""
        )

    def has(self, layer: str) -> bool:
        """Return whether there is anything to draw: some layers need predictions."""
        if layer == "prediction":
            return self.inspection.deltas is not None
        return layer != "proposals" or self.inspection.proposals is not None
