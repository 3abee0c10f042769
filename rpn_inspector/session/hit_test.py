"""Anchors and boxes under a point of the picture, best first."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.inspection import Inspection


def anchors_under(inspection: Inspection, x: float, y: float) -> tuple[int, ...]:
    """Return the anchors with a point of network px in the box: positives first, then by IoU."""
    under = inspection.grid.under(x, y)
    label = inspection.assignment.label[under]
    order = np.lexsort((under, -inspection.overlap.iou[under], -(label == 1).astype(np.int8)))
    return tuple(under[order].tolist())


def boxes_under(inspection: Inspection, x: float, y: float) -> tuple[int, ...]:
    """Return the anchors with the point in a decoded box that entered NMS: the smallest box first."""
    proposals = inspection.proposals
    if proposals is None:
        return ()
    boxes = proposals.all_boxes
    holds = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
    rows = np.flatnonzero(holds)
    areas = (boxes[rows, 2] - boxes[rows, 0]) * (boxes[rows, 3] - boxes[rows, 1])
    order = np.lexsort((-proposals.all_scores[rows], areas))
    return tuple(dict.fromkeys(proposals.all_anchor[rows[order]].tolist()))
