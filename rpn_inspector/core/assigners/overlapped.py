"""The ground truths an anchor overlaps most as a table, and ground truths listed, for the words of every rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

MOST_GT = 6  # listed


def listed_truths(numbers: Sequence[int]) -> str:
    """Return ground truths, counted from 0, as a sentence lists them: ``ground truth 3``, ``ground truths 3, 4``."""
    return f"ground truth{'s' * (len(numbers) > 1)} {', '.join(str(number + 1) for number in numbers)}"


def most_overlapped(overlaps: Array, assignment: Assignment, sample: Sample, head: str, last: Array) -> Table:
    """Return the ground truths an anchor overlaps most, `MOST_GT` at the most: IoU, positives and a last column.

    Args:
        overlaps: (G,) the anchor's IoU with each ground truth.
        assignment: over all G ground truths.
        sample: the picture, for the class names.
        head: of the last column.
        last: (G,) its values; NaN is a dash.
    """
    heads = Head(Text("IoU")), Head(Text("positives"), digits=0), Head(Text(head))
    order = np.argsort(-overlaps, kind="stable")[:MOST_GT]
    rows = [
        TableRow(
            f"{gt + 1} {sample.class_name(gt)}",
            (float(overlaps[gt]), int(assignment.gt_positives[gt]), None if np.isnan(last[gt]) else float(last[gt])),
        )
        for gt in order.tolist()
    ]
    if len(order) == len(overlaps):
        return Table(heads, tuple(rows))
    unit = Text.of("the {shown} best of {every}", shown=len(order), every=f"{len(overlaps):,}")
    return Table(heads, tuple(rows), unit=unit)
