"""What the plots draw, counted from the columns of a result: NumPy alone, and cheap enough to follow a brush."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.filter.filter import Mask
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.words import LABEL_WORDS

Array = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]
IOU_BINS, LANE_BINS, SCORE_BINS = 50, 48, 64
MOST_POINTS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """``edges`` (B + 1,), ``counts`` (B,) of passing anchors by label word, and ``total`` (B,) of all anchors."""

    edges: Array
    counts: dict[str, Counts]
    total: Counts


def binned(values: npt.NDArray[np.floating], low: float, high: float, bins: int) -> npt.NDArray[np.int32]:
    """Return the bin (n,) of each value; the outermost bins hold what lies beyond. Wants finite values."""
    return np.asarray(np.clip((values - low) * (bins / (high - low)), 0, bins - 1), np.int32)


def iou_histogram(values: Values, mask: Mask | None) -> Histogram:
    """Return the passing anchors by best IoU and label."""
    bins = binned(values["iou"], 0.0, 1.0, IOU_BINS)
    passes = slice(None) if mask is None else mask
    # labels from -2 to 1 become rows from 0: counting both at once passes over the anchors once
    by_label = (values["label"][passes] + 2).astype(np.int32) * IOU_BINS + bins[passes]
    counted = np.bincount(by_label, minlength=len(LABEL_WORDS) * IOU_BINS).reshape(len(LABEL_WORDS), IOU_BINS)
    counts = {word: counted[label + 2] for label, word in LABEL_WORDS.items()}
    return Histogram(np.linspace(0, 1, IOU_BINS + 1), counts, np.bincount(bins, minlength=IOU_BINS))


def positives(values: Values, mask: Mask | None) -> Rows:
    """Return the flat indices of the passing positives."""
    rows = values.inspection.positive
    return rows if mask is None else rows[mask[rows]]


def decimated(rows: Rows, most: int = MOST_POINTS) -> Rows:
    """Return at most ``most`` of ``rows``, evenly spread over their order and the same every time."""
    if len(rows) <= most:
        return rows
    # evenly, never at random: a brush redraws, and points must not jump
    return rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """A coordinate of t* or t over the passing positives: ``counts`` (B,), finite ``number``, mean and std."""

    name: str
    counts: Counts
    number: int
    mean: float
    std: float
    beyond: int


def lanes(values: Values, rows: Rows, suffix: str, reach: float) -> list[Lane]:
    """Return the coordinates' lanes of ``t*`` (suffix ``_star``) or ``t`` (none) between -reach and reach."""
    names = [f"t{coordinate}{suffix}" for coordinate in values.coordinates]
    return [lane(name, values[name][rows], reach) for name in names]


def lane(name: str, column: npt.NDArray[np.floating], reach: float) -> Lane:
    """Return the lane of the finite numbers of a column (n,)."""
    column = column.astype(np.float64)
    column = column[np.isfinite(column)]
    inside = column[np.abs(column) <= reach]
    counts = np.bincount(binned(inside, -reach, reach, LANE_BINS), minlength=LANE_BINS)
    mean, std = (float(column.mean()), float(column.std())) if column.size else (0.0, 0.0)
    return Lane(name=name, counts=counts, number=column.size, mean=mean, std=std, beyond=column.size - inside.size)


def reach_of(values: Values, names: tuple[str, ...], least: float, most: float = 8.0) -> float:
    """Return how far from 0 nearly all positives' values lie, rounded up to a tenth, from ``least`` to ``most``."""
    rows = decimated(values.inspection.positive)
    return reach_over([values[name][rows] for name in names if not values.lacks(name)], least, most)


def reach_over(columns: Sequence[npt.NDArray[np.floating]], least: float, most: float = 8.0) -> float:
    """Return how far from 0 nearly all finite numbers of ``columns`` lie, rounded up to a tenth."""
    found = np.abs(np.concatenate(columns)) if columns else np.empty(0)
    found = found[np.isfinite(found)]
    if not found.size:
        return least
    # the far tail would squeeze all others; 10.5 leaves a twentieth of room
    return float(min(max(least, np.ceil(np.quantile(found, 0.995) * 10.5) / 10), most))


@dataclass(frozen=True, slots=True, eq=False)
class LevelLosses:
    """Loss by level (L,): the ``parts`` of the passing anchors, and the ``total`` of all anchors."""

    names: tuple[str, ...]
    parts: dict[str, Array]
    total: Array


def level_losses(values: Values, mask: Mask | None) -> LevelLosses:
    """Return the loss by level, by scores of positives, of negatives, box and further losses; they sum to the total."""
    loss = values.inspection.loss
    assert loss is not None
    count, owned = len(values.levels), len(loss.box_per_coordinate)
    level = values.inspection.grid.locate(loss.rows).level
    passes = np.ones(len(loss.rows), bool) if mask is None else mask[loss.rows]
    box = np.zeros(len(loss.rows))
    # positives come first among the rows of the loss
    box[:owned] = loss.box_per_coordinate.sum(1)
    labels = values["label"][loss.rows]

    def by_level(parts: Array, which: Mask) -> Array:
        return np.asarray(np.bincount(level[which], parts[which], count), np.float64)

    scores = np.asarray(loss.objectness_per_anchor, np.float64)
    parts = {
        "scores, positives": by_level(scores, passes & (labels == 1)),
        "scores, negatives": by_level(scores, passes & (labels != 1)),
        "box": by_level(box, passes),
    }
    everything = np.ones(len(loss.rows), bool)
    total = by_level(scores + box, everything)
    for name, term in loss.more.items():
        where = values.inspection.grid.locate(term.rows).level
        own = slice(None) if mask is None else mask[term.rows]
        parts[name] = np.asarray(np.bincount(where[own], term.per_anchor[own], count), np.float64)
        total = total + np.bincount(where, term.per_anchor, count)
    return LevelLosses(values.levels, parts, total)


def score_map(values: Values, mask: Mask | None) -> Counts:
    """Return the passing anchors by IoU and score, (SCORE_BINS, SCORE_BINS), IoU first, both 0 to 1."""
    passes: Any = slice(None) if mask is None else mask
    if values.inspection.of_decoded_boxes:  # an anchor no box belongs to has no score
        known = values.inspection.predicts(np.arange(len(values["iou"])))
        passes = known if mask is None else mask & known
    across = binned(values["iou"][passes], 0.0, 1.0, SCORE_BINS)
    up = binned(np.nan_to_num(values["score"][passes]), 0.0, 1.0, SCORE_BINS)
    return np.bincount(across * SCORE_BINS + up, minlength=SCORE_BINS**2).reshape(SCORE_BINS, SCORE_BINS)
