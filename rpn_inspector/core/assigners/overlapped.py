"""The ground truths an anchor overlaps most as a table, and ground truths listed, for the words of every rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import Array

MOST_GT = 6  # listed


def listed_truths(numbers: Sequence[int]) -> Text:
    """Return ground truths, counted from 0, as a sentence lists them: ``ground truth 3``, ``ground truths 3, 4``."""
    return Text.counted(len(numbers), "ground truth {list}", "ground truths {list}", list=listed_numbers(numbers))


def listed_numbers(numbers: Sequence[int]) -> str:
    """Return the numbers of ground truths, counted from 0."""
    return ", ".join(str(number + 1) for number in numbers)


def named_truth(gt: int, sample: Sample) -> Text:
    """Return a ground truth, counted from 0, by number and class."""
    return Text.of("ground truth {number} ({name})", number=gt + 1, name=UserName(sample.class_name(gt)))


def opening(named: Text) -> Text:
    """Return a `named_truth` as a sentence begins."""
    return Text("Ground truth {number} ({name})", named.values)


def most_overlapped(overlaps: Array, assignment: Assignment, sample: Sample, head: Text, last: Array) -> Table:
    """Return the ground truths an anchor overlaps most, `MOST_GT` at the most: IoU, positives and a last column.

    One that it does not overlap is left out.

    Args:
        overlaps: (G,) the anchor's IoU with each ground truth.
        assignment: over all G ground truths.
        sample: the picture, for the class names.
        head: of the last column.
        last: (G,) its values; NaN is a dash.
    """
    heads = Head(Text("IoU")), Head(Text("positives"), digits=0), Head(head)
    order = np.argsort(-overlaps, kind="stable")[: min(MOST_GT, int((overlaps > 0).sum()))]
    rows = [
        TableRow(
            f"{gt + 1} {sample.class_name(gt)}",
            (float(overlaps[gt]), int(assignment.gt_positives[gt]), None if np.isnan(last[gt]) else float(last[gt])),
        )
        for gt in order.tolist()
    ]
    if len(order) in (0, len(overlaps)):
        return Table(heads, tuple(rows))
    unit = Text.of("the {shown} best of {every}", shown=len(order), every=f"{len(overlaps):,}")
    return Table(heads, tuple(rows), unit=unit)
