"""The ground truths of an audit with outputs as columns: where each ends, at what score, and by whom it is lost."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.end_words import end_short
from rpn_inspector.gui.widgets.end_marks import END
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.table_model import Column

Ints = npt.NDArray[np.int64]
SCORE = 6  # the column sorted by at first: the nearest miss on top


def lost_columns(audit: Audit, outputs: Predicted, row: Ints) -> list[Column]:
    """Return the columns over ground truths ``row`` (k,)."""
    annotations = audit.annotations
    image, label = annotations.image[row], annotations.label[row]
    index = row - annotations.first[image]
    end, used = outputs.end[row], audit.used[row]

    def object_name(at: int) -> str:
        return f"{index[at] + 1} {annotations.class_name(int(label[at]))}"

    def numbers(title: str, width: int, values: npt.NDArray[np.float64], digits: int, tip: str) -> Column:
        def text(at: int) -> str:
            return NOTHING if np.isnan(values[at]) else number(float(values[at]), digits)

        return Column(title, width, values, text, tip)

    positives = np.where(used & audit.decided, audit.gt_positives[row].astype(np.float64), np.nan)
    names = annotations.names
    by = np.where((end == End.SUPPRESSED) & (outputs.by[row] >= 0), outputs.by_row[row], np.nan)
    return [
        Column(tr("Object"), 100, index, object_name, tr("number in its image, and class"), left=True),
        Column(
            tr("Image"), 130, image, lambda at: names[int(image[at])], tr("the image's name"), left=True, middle=True,
        ),
        numbers(tr("√area"), 52, audit.side[row], 1, tr("square root of its area, network px")),
        numbers(tr("Best anchor"), 70, audit.best_iou[row], 4, tr("best IoU with any anchor")),
        numbers(tr("Positives"), 56, positives, 0, tr("positive anchors")),
        numbers(tr("Best box"), 60, outputs.best[row], 4, tr("best IoU with any decoded box, of any class and score")),
        numbers(tr("Score"), 60, outputs.score[row], 4, tr("highest score of a box that reaches IoU 0.50")),
        numbers(tr("Kept"), 60, outputs.kept[row], 4, tr("best IoU with a kept box")),
        numbers(tr("Box loss"), 62, outputs.gt_box[row], 5, tr("sum over its anchors in the mini-batch")),
        Column(
            tr("Lost at"), 104, end.astype(np.int64), lambda at: end_short(End(int(end[at]))),
            tr("the last place at which a box that reaches IoU 0.50 was there"), left=True,
            swatch=lambda at: END + End(int(end[at])).name.lower(),
        ),
        Column(
            tr("Lost to"), 150, by, lambda at: suppressor_words(audit, outputs, int(row[at])),
            tr("whose box suppressed its own, at which IoU of NMS; or for whom its best box is kept"), left=True,
        ),
    ]  # fmt: skip


def suppressor_words(audit: Audit, outputs: Predicted, row: int) -> str:
    """Return by whom a ground truth is suppressed, or for whom its best box is kept; an en dash for another end."""
    by, overlap = int(outputs.by_row[row]), float(outputs.by_iou[row])
    if outputs.end[row] != End.SUPPRESSED or outputs.by[row] < 0:
        return NOTHING
    whose = tr("a box of no object")
    if by == row:
        whose = tr("another box of its own")
    elif by >= 0:
        annotations = audit.annotations
        place = by - int(annotations.first[annotations.image[by]])
        whose = f"{place + 1} {annotations.class_name(int(annotations.label[by]))}"
    if np.isnan(overlap):
        return tr("kept for {whose}").format(whose=whose)
    return tr("{whose} at IoU {iou}").format(whose=whose, iou=number(overlap, 4))
