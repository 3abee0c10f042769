"""What an assigner by IoU measures of each anchor and of each ground truth."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.measure import GROUND_TRUTH, Measure, MeasureKind, MeasureSource
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


def taken_by(assignment: Assignment) -> Array:
    """Return for each ground truth (G,) the other ground truth the best anchor is assigned to, from 0; -1 for none."""
    best = assignment.per_gt["best_anchor"]
    owner = np.where(best >= 0, assignment.gt[best], -1) if len(best) else np.empty(0, np.int32)
    touched = assignment.per_gt["best"] > 0
    return np.where(touched & (owner != np.arange(len(best))), owner, -1).astype(np.int32)


def _best_gt(source: MeasureSource) -> Array:
    overlap = source.inspection.overlap
    # At IoU 0 the library's argmax points at the first ground truth, which means nothing.
    return (overlap.best_gt + np.int32(1)) * (overlap.iou > 0)


def _rule_only(source: MeasureSource) -> Array:
    assignment = source.inspection.assignment
    return np.asarray((assignment.gt_positives > 0) & (assignment.gt_positives == assignment.per_gt["low_quality"]))


OF_ANCHORS: tuple[Measure[MeasureSource], ...] = (
    Measure(
        "iou",
        lambda source: source.inspection.overlap.iou,
        meaning="best overlap with any ground truth, 0 to 1",
        head=Text("IoU"),
        tip=Text("best overlap with any ground truth"),
        ends=(0, 1),
    ),
    Measure(
        "best_gt",
        _best_gt,
        meaning="ground truth it overlaps most, from 1; none at IoU 0",
        head=Text("Best GT"),
        tip=Text("the ground truth it overlaps most"),
        unit=GROUND_TRUTH,
        missing=0,
        extra=True,
    ),
)
OF_GROUND_TRUTHS: tuple[Measure[MeasureSource], ...] = (
    Measure(
        "best_iou",
        lambda source: source.inspection.assignment.per_gt["best"],
        head=Text("Best IoU"),
        tip=Text("highest overlap with any anchor"),
    ),
    Measure(
        "low_quality",
        lambda source: source.inspection.assignment.per_gt["low_quality"],
        head=Text("By the rule"),
        tip=Text("of its positives, those that only the low-quality rule makes positive"),
        digits=0,
    ),
    Measure(
        "rule_only",
        _rule_only,
        MeasureKind.FLAG,
        head=Text("Rule only"),
        tip=Text("without the low-quality rule it would have no positive anchor"),
    ),
    Measure(
        "taken_by",
        lambda source: taken_by(source.inspection.assignment) + np.int32(1),
        head=Text("Taken by"),
        tip=Text("the ground truth its best anchor is trained towards instead of it"),
        unit=GROUND_TRUTH,
        missing=0,
    ),
)
OF_CANDIDATES: tuple[Measure[MeasureSource], ...] = (
    OF_GROUND_TRUTHS[0],
    Measure(
        "threshold",
        lambda source: source.inspection.assignment.per_gt["threshold"],
        head=Text("Threshold"),
        tip=Text("IoU from which its candidates are positive: their mean plus deviation"),
    ),
    Measure(
        "candidates",
        lambda source: source.inspection.assignment.per_gt["candidates"],
        head=Text("Candidates"),
        tip=Text("the anchors nearest to its centre, of all levels"),
        digits=0,
    ),
    OF_GROUND_TRUTHS[3],
)
OF_SHAPES: tuple[Measure[MeasureSource], ...] = (
    Measure(
        "layer",
        lambda source: source.inspection.assignment.per_gt["layer"],
        head=Text("Layer"),
        tip=Text("the [yolo] layer with the most similar shape, from 1; the panel names all that train it"),
        digits=0,
        missing=0,
    ),
    Measure(
        "shape",
        lambda source: source.inspection.assignment.per_gt["shape"],
        head=Text("Shape IoU"),
        tip=Text("IoU with the most similar anchor, both about one centre"),
    ),
)
OF_PAIRS: tuple[Measure[MeasureSource], ...] = (
    Measure(
        "ratio",
        lambda source: source.inspection.assignment.per_gt["ratio"],
        head=Text("Factor"),
        tip=Text("by which the sides of the most similar anchor differ from its own, the worse of both"),
    ),
    Measure(
        "slots",
        lambda source: source.inspection.assignment.per_gt["slots"],
        head=Text("Anchors"),
        tip=Text("the anchors it is paired with, each counted once"),
        digits=0,
    ),
)
