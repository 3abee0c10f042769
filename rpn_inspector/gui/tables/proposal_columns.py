"""The table of decoded boxes passing the first top-k, each with a fate."""

from __future__ import annotations

from typing import Any

import numpy as np

from rpn_inspector.core.fates import fit_of
from rpn_inspector.core.formulas.numbers import NOTHING, finite, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate, Proposals
from rpn_inspector.core.words import FATE_ROLES, FATE_WORDS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.table_model import Column, width_for


def rows_of(proposals: Proposals) -> np.ndarray:
    """Return an index into ``all_boxes`` for each anchor considered (C',), of the best class where scored by class."""
    order = np.argsort(-proposals.all_scores, kind="stable")
    _, first = np.unique(proposals.all_anchor[order], return_index=True)
    return np.sort(order[first])


def proposal_columns(inspection: Inspection, rows: np.ndarray, gt: int | None) -> list[Column]:
    """Return the columns over the boxes ``rows``; IoU with the focused ``gt``, else the box's best ground truth."""
    proposals = inspection.proposals
    assert proposals is not None
    anchor, score, boxes = proposals.all_anchor[rows], proposals.all_scores[rows], proposals.all_boxes[rows]
    fate = proposals.fate[anchor]
    by, nms_iou = proposals.suppressed_by[anchor], proposals.suppressed_iou[anchor]
    level = inspection.grid.locate(anchor).level
    place = np.full(inspection.grid.size, 0, np.int64)
    place[proposals.anchor[::-1]] = np.arange(len(proposals.anchor), 0, -1)
    suppressor = np.where(by >= 0, place[by], 0)
    fit = fit_of(inspection, boxes, gt)
    head = tr("Box IoU") if gt is None else tr("Box IoU, GT {number}").format(number=gt + 1)
    first_best = {Fate.KEPT: 0, Fate.SUPPRESSED: 1, Fate.CUT_FINAL: 2, Fate.CUT_LEVEL: 3}
    ranked = np.array([first_best.get(Fate(f), 4) for f in range(len(Fate))])[fate]
    by_fate = ranked * 2.0 - np.nan_to_num(fit)  # kept before suppressed before cut, the better fit first

    def by_words(row: int) -> str:
        if by[row] < 0:
            return NOTHING
        return f"{suppressor[row]:,}" if suppressor[row] else f"#{by[row]:,}"

    def written(value: np.floating[Any], digits: int = 4) -> str:
        return number(finite(float(value)), digits)

    def edge(which: int) -> Column:
        values = boxes[:, which].astype(np.float32)
        title = ("x1", "y1", "x2", "y2")[which]
        known = values[np.isfinite(values)]
        ends = (number(float(end), 1) for end in (known.min(), known.max())) if known.size else ()
        wide = width_for(50, ends, 74)
        return Column(title, wide, values, lambda r: written(values[r], 1), tr("edge, network px, clipped"))

    return [
        Column("p", 44, score.astype(np.float32), lambda r: written(score[r], 3), tr("score, 0 to 1")),
        Column(
            tr("Fate"),
            98,
            by_fate,
            lambda r: tr(FATE_WORDS[int(fate[r])]),
            tr("what became of the box"),
            left=True,
            swatch=lambda r: FATE_ROLES[int(fate[r])],
        ),
        Column(
            tr("By"),
            width_for(56, (f"#{by.max(initial=0):,}",)),
            suppressor,
            by_words,
            tr("the proposal that suppressed it, or # its anchor"),
            exact=False,
        ),
        Column(
            tr("NMS IoU"),
            56,
            np.where(by >= 0, nms_iou, np.float32(np.nan)),
            lambda r: number(float(nms_iou[r])) if by[r] >= 0 else NOTHING,
            tr("overlap with the box that suppressed it"),
        ),
        Column(tr("Anchor"), 58, anchor, lambda r: f"{anchor[r]:,}", tr("flat index in the recipe's order")),
        Column(tr("Level"), 36, level, lambda r: inspection.grid.levels[level[r]].name, tr("feature level"), left=True),
        Column(
            head,
            width_for(68, (head,)),
            fit,
            lambda r: written(fit[r]),
            tr("overlap of the decoded box with the ground truth"),
            name="iou",
        ),
        *(edge(which) for which in range(4)),
    ]
