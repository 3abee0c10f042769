"""The changed anchors as columns: by label and cause under two recipes, or by fate with two networks' outputs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.compare.fate_changes import FateComparison
from rpn_inspector.analysis.compare.gt_changes import GtComparison
from rpn_inspector.analysis.compare.label_changes import Comparison
from rpn_inspector.core.anchors import Place
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.words import FATE_WORDS, GT_STATE_WORDS, LABEL_WORDS
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Column, width_for

Array = npt.NDArray[Any]
WIDEST_WHY = 260  # px of the column of reasons
RISE = 10  # the first sort of fates is by this column: the largest rise of the score in B on top


def label_columns(a: Inspection, b: Inspection, found: Comparison, rows: Array) -> list[Column]:
    """Return the columns over the changed anchors ``rows``, labels and overlaps under both recipes."""
    one, two = found.changed_a[rows], found.changed_b[rows]
    label_a, label_b = a.assignment.label[one], b.assignment.label[two]
    iou_a, iou_b = a.overlap.iou[one].astype(np.float32), b.overlap.iou[two].astype(np.float32)
    owner = np.maximum(a.assignment.gt[one], b.assignment.gt[two])
    if not a.recipe.anchors.of_points:  # trained towards none: the one it overlaps most, as the sentences say
        best = np.where(iou_a > 0, a.overlap.best_gt[one], np.where(iou_b > 0, b.overlap.best_gt[two], -1))
        owner = np.where(owner < 0, best, owner)

    def label(title: str, values: Array) -> Column:
        def name(row: int) -> str:
            return LABEL_WORDS[int(values[row])]

        tip = tr("label in {title}").format(title=title)
        return Column(title, 80, values, lambda row: tr(name(row)), tip, left=True, swatch=name)

    def overlap(one: Inspection, iou: Array, row: int) -> str:
        return number(float(iou[row])) if one.used.any() else NOTHING

    def why(r: int) -> str:
        reason = found.whys[int(found.reasons[rows[r]])]
        return reason.told(tr(reason.short), said)

    first = np.unique(found.reasons[rows], return_index=True)[1]
    return [
        *_beside_their_reason(a, one),
        label("A", label_a),
        label("B", label_b),
        *(
            Column(title, 52, iou, partial(overlap, one, iou), tip)
            for title, one, iou, tip in (
                (tr("IoU in A"), a, iou_a, tr("best overlap in A")),
                (tr("IoU in B"), b, iou_b, tr("best overlap in B")),
            )
            if not one.recipe.anchors.of_points
        ),
        _gt_column(a, owner),
        Column(
            tr("Why"),
            width_for(96, (why(r) for r in first.tolist()), WIDEST_WHY),
            found.reasons[rows],
            why,
            tr("why the label changed; the sheet gives the cause in A and in B"),
            left=True,
        ),
    ]


def gt_columns(a: Inspection, found: GtComparison) -> list[Column]:
    """Return the columns over the ground truths, under both recipes."""
    names = [a.sample.class_name(g) for g in range(len(a.gt))]
    order = np.unique(np.array(names, dtype=str), return_inverse=True)[1].reshape(-1)

    known_a, known_b = found.known

    def count(title: str, values: Array, known: bool, tip: str, extra: bool = False) -> Column:
        return Column(title, 52, values, lambda r: f"{values[r]:,}" if known else NOTHING, tip, extra=extra)

    def state(title: str, values: Array, known: bool) -> Column:
        def word(row: int) -> str:
            return tr(GT_STATE_WORDS[int(values[row])]) if known else NOTHING

        width = width_for(64, map(word, range(len(values))), 112)
        return Column(title, width, values, word, tr("what becomes of it in {title}").format(title=title), left=True)

    def best(title: str, values: Array, tip: str) -> Column:
        return Column(title, 64, values, lambda r: NOTHING if np.isnan(values[r]) else number(float(values[r])), tip)

    def risen(row: int) -> str:
        return number(float(rise[row]), 0, signed=True) if known_a and known_b else NOTHING

    (positive_a, positive_b), (low_a, low_b), (best_a, best_b) = found.positives, found.low_quality, found.best_iou
    rise = positive_b - positive_a
    return [
        Column(tr("GT"), 36, np.arange(len(names)) + 1, lambda r: str(r + 1), tr("ground truth, counted from 1")),
        Column(tr("Class"), width_for(48, names, 80), order, lambda r: names[r], tr("its class"), left=True),
        state("A", found.state[0], known_a),
        state("B", found.state[1], known_b),
        count(tr("Pos. A"), positive_a, known_a, tr("positive anchors in A")),
        count(tr("Pos. B"), positive_b, known_b, tr("positive anchors in B")),
        Column("B − A", 48, rise, risen, tr("positive anchors more in B")),
        best(tr("Best IoU A"), best_a, tr("best IoU with any anchor of A")),
        best(tr("Best IoU B"), best_b, tr("best IoU with any anchor of B")),
        count(tr("Low A"), low_a, known_a, tr("positive anchors in A by the low-quality rule"), extra=True),
        count(tr("Low B"), low_b, known_b, tr("positive anchors in B by the low-quality rule"), extra=True),
    ]


def fate_columns(a: Inspection, b: Inspection, found: FateComparison, rows: Array) -> list[Column]:
    """Return the columns over the changed anchors ``rows``, scores, fates and losses with both outputs."""
    anchors = found.changed[rows]
    assert a.proposals is not None
    assert b.proposals is not None
    score_a, score_b = (_scores(one)[anchors] for one in (a, b))
    fate_a, fate_b = a.proposals.fate[anchors], b.proposals.fate[anchors]
    label = a.assignment.label[anchors]
    known_a, known_b = a.predicts(anchors), b.predicts(anchors)

    def fate(title: str, values: Array) -> Column:
        tip = tr("what became of its box in {title}").format(title=title)
        return Column(title, 78, values, lambda r: tr(FATE_WORDS[int(values[r])]), tip, left=True)

    def name(row: int) -> str:
        return LABEL_WORDS[int(label[row])]

    def told(values: Array, row: int, known: Array, sign: str = "") -> str:
        return number(float(values[row]), signed=bool(sign)) if known[row] else NOTHING

    rise = score_b - score_a
    return [
        *_beside_their_reason(a, anchors),
        Column(
            tr("Label"),
            80,
            label,
            lambda r: tr(name(r)),
            tr("the anchor's label, the same in both"),
            left=True,
            swatch=name,
        ),
        fate("A", fate_a),
        fate("B", fate_b),
        Column(tr("Score A"), 52, score_a, lambda r: told(score_a, r, known_a), tr("score p in A")),
        Column(tr("Score B"), 52, score_b, lambda r: told(score_b, r, known_b), tr("score p in B")),
        Column("B − A", 60, rise, lambda r: told(rise, r, known_a & known_b, "+"), tr("how much the score rises")),
        _gt_column(a, a.assignment.gt[anchors]),
    ]


def _scores(one: Inspection) -> Array:
    scores = one.objectness()
    assert scores is not None
    return scores


def _beside_their_reason(a: Inspection, anchors: Array) -> list[Column]:
    """Return the columns of places, size and ratio hidden at first: in a narrow window what changed has the room."""
    return [replace(place, extra=place.title in (tr("Size"), "h/w")) for place in _places(a, anchors)]


def _places(a: Inspection, anchors: Array) -> list[Column]:
    place, levels = a.grid.locate(anchors), a.grid.levels
    cell = width_for(58, [f"{level.shape[1] - 1}, {level.shape[0] - 1}" for level in levels])
    return [
        Column(
            tr("Point") if a.recipe.anchors.of_points else tr("Anchor"),
            56,
            anchors,
            lambda r: f"{anchors[r]:,}",
            tr("flat index in A"),
        ),
        Column(
            tr("Level"),
            width_for(36, [level.name for level in levels]),
            place.level,
            lambda r: levels[place.level[r]].name,
            tr("feature level"),
            left=True,
        ),
        Column(tr("Cell"), cell, place.y * 100_000 + place.x, lambda r: f"{place.x[r]}, {place.y[r]}", tr("cell x, y")),
        *(_sides(a, place) if not a.recipe.anchors.of_points else ()),
    ]


def _sides(a: Inspection, place: Place) -> list[Column]:
    levels = a.grid.levels
    pairs = list(zip(place.level.tolist(), place.base.tolist(), strict=True))
    sizes = np.array([levels[level].sizes[base] for level, base in pairs])
    ratios = np.array([levels[level].ratios[base] for level, base in pairs])
    return [
        Column(
            tr("Size"),
            width_for(34, [f"{size:.4g}" for level in levels for size in level.sizes]),
            sizes,
            lambda r: f"{sizes[r]:.4g}",
            tr("square root of the area, network px"),
        ),
        Column(
            "h/w",
            width_for(32, [f"{ratio:.4g}" for level in levels for ratio in level.ratios]),
            ratios,
            lambda r: f"{ratios[r]:.4g}",
            tr("height over width"),
        ),
    ]


def _gt_column(a: Inspection, owner: Array) -> Column:
    names = [a.sample.class_name(g) for g in range(len(a.gt))]

    def gt_name(r: int) -> str:
        return f"{owner[r] + 1} {names[owner[r]]}" if owner[r] >= 0 else NOTHING

    return Column(tr("GT"), 60, owner, gt_name, tr("the ground truth of its target, else of its best IoU"), left=True)
