"""The columns of the table of ground truths."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.words import KIND_WORDS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.numbers import NOTHING, number
from rpn_inspector.gui.widgets.table_model import Array, Column

LONGEST = 400  # letters of attributes in a cell; a description may be a whole page


def best_anchor_owner(inspection: Inspection) -> Array:
    """Return for each ground truth (G,) the other ground truth the best anchor is assigned to, from 0; -1 for none."""
    best = inspection.assignment.gt_best_anchor
    owner = np.where(best >= 0, inspection.assignment.gt[best], -1) if len(best) else np.empty(0, np.int32)
    touched = inspection.assignment.gt_best_iou > 0
    return np.where(touched & (owner != np.arange(len(best))), owner, -1).astype(np.int32)


def gt_columns(inspection: Inspection) -> list[Column]:
    """Return the columns over the G ground truths."""
    assignment, gt, sample = inspection.assignment, inspection.gt, inspection.sample
    kinds = sample.gt_kind
    names = [sample.class_name(g) for g in range(len(gt))]
    width, height = (gt[:, 2] - gt[:, 0]).astype(np.float32), (gt[:, 3] - gt[:, 1]).astype(np.float32)
    best = assignment.gt_best_iou.astype(np.float32)
    words = [_short(str(attributes)) for attributes in sample.gt_attributes]
    finds = [gt_finding(inspection, g) for g in range(len(gt))]
    owners = best_anchor_owner(inspection)
    only = (assignment.gt_positives > 0) & (assignment.gt_positives == assignment.gt_low_quality)

    def owner(row: int) -> str:
        return f"{owners[row] + 1} {names[owners[row]]}" if owners[row] >= 0 else NOTHING

    columns = [
        Column(tr("GT"), 36, np.arange(len(gt)) + 1, lambda r: str(r + 1), tr("ground truth, counted from 1")),
        Column(tr("Class"), 80, _alphabetic(names), lambda r: names[r], tr("its class"), left=True),
        Column(
            tr("Kind"),
            46,
            kinds,
            lambda r: KIND_WORDS[int(kinds[r])] or NOTHING,
            tr("crowd, difficult or ignored"),
            left=True,
        ),
        Column(tr("w, px"), 50, width, lambda r: number(float(width[r]), 1), tr("width, network px")),
        Column(tr("h, px"), 50, height, lambda r: number(float(height[r]), 1), tr("height, network px")),
        Column(
            tr("Positives"),
            58,
            assignment.gt_positives,
            lambda r: f"{assignment.gt_positives[r]:,}",
            tr("anchors it owns"),
        ),
        Column(tr("Best IoU"), 56, best, lambda r: number(float(best[r])), tr("highest overlap with any anchor")),
        Column(
            tr("By the rule"),
            68,
            assignment.gt_low_quality,
            lambda r: f"{assignment.gt_low_quality[r]:,}",
            tr("of its positives, those that only the low-quality rule makes positive"),
        ),
        Column(
            tr("Rule only"),
            56,
            only,
            lambda r: tr("yes") if only[r] else NOTHING,
            tr("without the low-quality rule it would have no positive anchor"),
            left=True,
        ),
        Column(
            tr("Taken by"),
            68,
            owners,
            owner,
            tr("the ground truth its best anchor is trained towards instead of it"),
            left=True,
        ),
        Column(tr("Finding"), 138, _alphabetic(finds), lambda r: finds[r], tr("what stands out"), left=True),
    ]
    said = tr("what its annotation says besides: area, truncated, occluded, pose, ...")
    column = Column(
        tr("Attributes"), 138, lambda: _alphabetic(words), lambda r: words[r] or NOTHING, said, left=True, extra=True
    )
    return [*(replace(shown, more=lambda r: words[r]) for shown in columns), column]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _alphabetic(texts: list[str]) -> Array:
    """Return numbers sorting like ``texts``, equal for equal texts."""
    return np.unique(np.array(texts, dtype=str), return_inverse=True)[1].reshape(-1)


def gt_finding(inspection: Inspection, gt: int) -> str:
    """Return the finding on one ground truth in a few words, empty for none."""
    assignment = inspection.assignment
    if not inspection.used[gt]:
        return tr("takes no part")
    if assignment.gt_best_iou[gt] == 0:
        return tr("overlaps no anchor: {effect}").format(effect=inspection.recipe.matcher.effect_of_zero())
    zero = inspection.recipe.matcher.without_overlap(assignment)
    if zero.size and gt == int(np.flatnonzero(inspection.used)[0]) and gt in assignment.gt[assignment.iou == 0]:
        return tr("is given the anchors ground truth {n} makes positive at IoU 0").format(n=int(zero[0]) + 1)
    if assignment.gt_positives[gt] == 0:
        return tr("best anchors taken") if assignment.gt_ties[gt] else tr("no positive anchor")
    if assignment.gt_positives[gt] == assignment.gt_low_quality[gt]:
        return tr("low-quality rule only")
    return ""
