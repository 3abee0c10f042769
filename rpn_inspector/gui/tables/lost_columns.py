"""The columns of the boxes that augmentation took from a trained picture."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.boxes import sides
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.trained_picture import Sources, reason_words
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Array, Column, alphabetic


def sources_of(inspection: Inspection | None) -> Sources | None:
    """Return the boxes a trained picture began with, None of any other picture."""
    prediction = None if inspection is None else inspection.prediction
    return None if prediction is None or prediction.trained is None else prediction.trained.sources


def lost_columns(inspection: Inspection, sources: Sources) -> list[Column]:
    """Return the columns over the boxes in `Sources.gone`."""
    rows, sample = sources.gone, inspection.sample
    height, width = inspection.frame.network_size
    names = [sources.class_name(row, sample.classes) for row in rows.tolist()]
    files = [sources.picture[row] for row in rows]
    why = [said(reason_words(sources.lost[row])) for row in rows]
    before, box = sources.gt[rows], sources.box[rows]
    kept = np.clip(box, 0, [width, height, width, height])
    left = sides_of(kept).prod(1) / np.maximum(sides_of(box).prod(1), 1e-9)

    def size(boxes: Array, row: int) -> str:
        wide, high = sides_of(boxes[row : row + 1])[0].tolist()
        there = np.isfinite(boxes[row]).all() and wide > 0 and high > 0
        return f"{number(wide, 0)} × {number(high, 0)}" if there else NOTHING

    def area(boxes: Array) -> Array:
        return np.asarray(sides_of(boxes).prod(1))

    return [
        Column(tr("Box"), 90, alphabetic(names), lambda r: f"{rows[r] + 1} {names[r]}", tr("its class"), left=True),
        Column(
            tr("From"), 130, alphabetic(files), lambda r: files[r], tr("the stored picture it came from"), left=True
        ),
        Column(tr("Source, px"), 80, area(before), lambda r: size(before, r), tr("in its stored picture")),
        Column(
            tr("Moved, px"),
            80,
            area(box),
            lambda r: size(box, r),
            tr("after mosaic and scaling, not cut by the network's input"),
        ),
        Column(tr("Kept, px"), 80, area(kept), lambda r: size(kept, r), tr("what of it lies in the network's input")),
        Column(
            tr("Area left"),
            66,
            left,
            lambda r: f"{100 * left[r]:.1f} %" if np.isfinite(left[r]) else NOTHING,
            tr("of the moved box"),
        ),
        Column(tr("Why"), 190, alphabetic(why), lambda r: why[r], tr("why it is no ground truth"), left=True),
    ]


def sides_of(boxes: Array) -> Array:
    """Return the sides (n, 2) of boxes (n, 4)."""
    return np.asarray(np.stack(sides(boxes), 1))
