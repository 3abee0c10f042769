"""How the assigner by shape words its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from rpn_inspector.core.assigners.iou_measures import OF_SHAPES
from rpn_inspector.core.assigners.overlapped import listed_truths
from rpn_inspector.core.assigners.paired_words import PairedWords
from rpn_inspector.core.assigners.protocol import Mask
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import UnrankedWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LAYER
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text

OWN: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: Reason("no ground truth is most like its shape in its cell", "other shape or cell", 0),
    Cause.UNDECIDED: Reason("only outputs can tell", "undecided", 1),
    Cause.PREDICTION_FITS: Reason("its prediction crossed the ignore threshold", "prediction fits", 1),
    Cause.SIMILAR_SHAPE: Reason("its shape crossed the threshold for further anchors", "similar shape", 2),
    Cause.BEST_SHAPE: Reason("another shape is most like its ground truth's", "best shape", 3),
    None: REASONS[None],
}


class BestShapeWords(UnrankedWords, PairedWords):
    """The words of the assigner by shape; anchors and ground truths as in `Words`."""

    __slots__ = ()
    needs_outputs: ClassVar[bool] = True
    positives_need_outputs: ClassVar[bool] = False
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.UNDECIDED,
        Cause.PREDICTION_FITS,
        Cause.SIMILAR_SHAPE,
        Cause.BEST_SHAPE,
    )
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "layer", "shape")
    unmatched: ClassVar[str] = NO_LAYER
    ignore: float
    further: float

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("the best shape of all layers")

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every ground truth, beside the number of positives."""
        return OF_SHAPES

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        owner = int(assignment.gt[index]) + 1
        return {
            Cause.BACKGROUND: "Negative: background",
            Cause.UNDECIDED: "Undecided: outputs are missing",
            Cause.PREDICTION_FITS: "Ignored: its prediction fits",
            Cause.BEST_SHAPE: f"Positive: shape of ground truth {owner}",
            Cause.SIMILAR_SHAPE: f"Positive: like ground truth {owner}",
        }[Cause(int(assignment.cause[index]))]

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: "other shape or cell",
            Cause.UNDECIDED: "undecided",
            Cause.PREDICTION_FITS: f"predicts IoU > {self.ignore:.2f}",
            Cause.BEST_SHAPE: "best shape",
            Cause.SIMILAR_SHAPE: f"shape IoU > {self.further:.2f}",
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return OWN

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause in (Cause.BEST_SHAPE, Cause.SIMILAR_SHAPE):
            return self._why_positive(index, cause, assignment, sample)
        if not len(assignment.gt_positives):
            return "The picture has no ground truth in the assignment, so every anchor is negative."
        if cause is Cause.UNDECIDED:
            return (
                f"It learns no ground truth. It is negative, unless what it predicts overlaps one by more than "
                f"{self.ignore:.2f}: then it enters no loss. Without outputs that is open."
            )
        said = _prediction_of(index, assignment)
        if cause is Cause.PREDICTION_FITS and said is not None:
            iou, gt = said
            return (
                f"It learns no ground truth, but what it predicts overlaps ground truth {gt + 1} "
                f"({sample.class_name(gt)}) by IoU {iou:.4f}, over {self.ignore:.2f}: so it is not punished, and "
                "enters no loss."
            )
        words = "No ground truth with its centre in this cell is most like this anchor in shape"
        if said is None:
            return f"{words}, and no box predicted here can overlap one by more than {self.ignore:.2f}."
        return f"{words}, and what it predicts overlaps none by more than {self.ignore:.2f}: at best {said[0]:.4f}."

    def _why_positive(self, index: int, cause: Cause, assignment: Assignment, sample: Sample) -> str:
        owner = int(assignment.gt[index])
        others = sorted({int(gt) for gt in assignment.pairs.gt[assignment.pairs.anchor == index]} - {owner})
        more = ""
        if others:
            falls = "falls" if len(others) == 1 else "fall"
            more = f" G{listed_truths(others)[1:]} {falls} into it too; the last listed stands."
        name = f"ground truth {owner + 1} ({sample.class_name(owner)})"
        if cause is Cause.BEST_SHAPE:
            return (
                f"The centre of {name} lies in its cell, and of the shapes of all layers this one is most like that "
                f"ground truth's: shape IoU {float(assignment.per_gt['shape'][owner]):.4f}.{more}"
            )
        return (
            f"The centre of {name} lies in its cell, and the IoU of their shapes is over {self.further:.3f}, though "
            f"another anchor is more like it.{more}"
        )

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        positives, layer = int(assignment.gt_positives[index]), int(assignment.per_gt["layer"][index])
        shape = float(assignment.per_gt["shape"][index])
        if not layer:
            start = "The shape most like its own is in no layer"
            return f"{start}, so no anchor learns it." if not positives else f"{start}; {positives:,} similar ones do."
        words = (
            f"[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers the one most like "
            f"its own is there, with a shape IoU of {shape:.4f}."
        )
        if positives > 1:
            return f"{words} In all {positives:,} anchors learn it, those of a shape IoU over {self.further:.3f} too."
        owner = assignment.gt[assignment.pairs.anchor[assignment.pairs.gt == index]]
        if len(owner) and int(owner[0]) != index:
            return f"{words} But ground truth {int(owner[0]) + 1}, listed later, falls into the same anchor and stands."
        return f"{words} No other layer learns it."

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, str]]:
        """Yield kind, ground truths (G,) and words of each warning; in braces, n and name of the first."""
        lacking = used & self.gt_findings(assignment)["unmatched"]
        yield "unmatched", lacking, "ground truth {n} ({name}) has no positive anchor: its shape is in no layer"


def _prediction_of(index: int, assignment: Assignment) -> tuple[float, int] | None:
    """Return the best IoU of the anchor's prediction and the ground truth of that, None where none is known."""
    ragged = assignment.ragged
    if ragged is None:
        return None
    place = int(np.searchsorted(ragged.anchor, index))
    if place == len(ragged.anchor) or ragged.anchor[place] != index:
        return None
    return float(ragged.measured["iou"][place]), int(ragged.gt[place])
