"""The audit's ground truths in groups: by class, size, side, aspect and level, each a table of NumPy columns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Bools = npt.NDArray[np.bool_]
SMALL, MEDIUM = 32.0**2, 96.0**2  # COCO's limits of area, original px²
SIZES = ("small", "medium", "large")
ASPECTS = (0.0, 0.25, 0.5, 0.8, 1.25, 2.0, 4.0, math.inf)  # height over width
IOU_BINS = 20
LOOSE = 0.5  # IoU, of a line beside that of the rule's threshold: whether any anchor is near at all
COUNTS = ("boxes", "matched", "unmatched", "low_quality_only", "starved", "positives")
SIDES = np.exp2(np.arange(0, 14.25, 0.25))  # limits of the side, network px: four steps an octave


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Groups:
    """Ground truths of the assignment in groups (k), with the groups' counts.

    Args:
        by: what the groups are of: ``class``, ``size``, ``aspect``, ``side``, ``level``.
        unknown: the names of the numbers that the recipe's rule does not tell, here 0.
        name: (k,) the groups, in order.
        boxes: (k,) int64, ground truths.
        matched: (k,) int64, ground truths with a best IoU of at least the positive threshold.
        unmatched: (k,) int64; under a rule that looks at the prediction those without a candidate.
        low_quality_only: (k,) int64.
        starved: (k,) int64, with fewer candidates than the rule may take.
        positives: (k,) int64, positive anchors.
        mean_best_iou: (k,) float64, NaN for an empty group.
        median_side: (k,) float64, network px, NaN for an empty group.
    """

    by: str
    unknown: frozenset[str]
    name: tuple[str, ...]
    boxes: Array
    matched: Array
    unmatched: Array
    low_quality_only: Array
    starved: Array
    positives: Array
    mean_best_iou: Array
    median_side: Array

    @property
    def recall(self) -> Array:
        """Return the share (k,) of ground truths with a best IoU of at least the threshold.

        NaN for an empty group, and under a rule without such a threshold.
        """
        share = np.full(len(self.boxes), math.nan)
        known = (self.boxes > 0) & ~np.isnan(self.mean_best_iou)
        return np.asarray(np.divide(self.matched, self.boxes, out=share, where=known))

    @property
    def columns(self) -> Mapping[str, Array | tuple[str, ...]]:
        """Return the columns by name, NaN in those of `unknown`."""
        known = {name: getattr(self, name) for name in (*COUNTS, "mean_best_iou", "median_side")}
        nothing = {name: np.full(len(self.name), math.nan) for name in self.unknown}
        return {self.by: self.name} | known | nothing | {"recall": self.recall}


@dataclass(frozen=True, slots=True)
class PerImage:
    """The positive anchors of a picture, over all pictures counted.

    Args:
        least: of any picture.
        median: of all.
        mean: of all.
        most: of any picture.
        without: the number of pictures without any.
        without_but_boxes: of these with ground truths in the assignment.
    """

    least: int
    median: float
    mean: float
    most: int
    without: int
    without_but_boxes: int


def positives_per_image(audit: Audit) -> PerImage | None:
    """Return the positive anchors of a picture; None without pictures, and where outputs decide."""
    there = np.flatnonzero(audit.anchors)
    if not there.size or not audit.decided:
        return None
    positives = audit.positives[there]
    boxes = np.bincount(audit.annotations.image[audit.used], minlength=len(audit.anchors))[there]
    return PerImage(
        least=int(positives.min()),
        median=float(np.median(positives)),
        mean=float(positives.mean()),
        most=int(positives.max()),
        without=int((positives == 0).sum()),
        without_but_boxes=int(((positives == 0) & (boxes > 0)).sum()),
    )


def shares_by_side(audit: Audit, of: Array, those: Array) -> Array:
    """Return the share (k,) of ``those`` among ``of``, masks (m,) of ground truths, in the groups of `by_side`.

    NaN for a group without any of ``of``.
    """
    count = len(SIDES) - 1
    place = side_class(audit)[of]
    boxes = np.bincount(place, minlength=count)
    part = np.bincount(place, those[of], minlength=count)
    return np.asarray(np.divide(part, boxes, out=np.full(count, math.nan), where=boxes > 0))


def loosely_reached(audit: Audit) -> Array | None:
    """Return the share (k,) of ground truths with an anchor of IoU `LOOSE`, as `shares_by_side`.

    None where that is no lower an IoU than the rule's threshold, or where there is none.
    """
    least = threshold(audit)
    return None if least is None or least <= LOOSE else shares_by_side(audit, audit.used, audit.best_iou >= LOOSE)


def reached(audit: Audit, groups: Groups) -> Array | None:
    """Return the share (k,) of each group's ground truths that are well provided for, NaN for an empty group.

    By the rule's threshold of IoU `Groups.recall`; where outputs decide, those with as many candidates as the rule may
    take. None under a rule that has neither.
    """
    if threshold(audit) is not None:
        return groups.recall
    if audit.decided or "starved" not in audit.found:
        return None
    short = groups.starved + groups.unmatched
    share = np.full(len(groups.boxes), math.nan)
    return np.asarray(np.divide(groups.boxes - short, groups.boxes, out=share, where=groups.boxes > 0))


def threshold(audit: Audit) -> float | None:
    """Return the best IoU from which a ground truth counts as matched: the positive threshold, 0.5 without one.

    None under a rule without IoU, or with a threshold of each ground truth's own.
    """
    limits = audit.recipe.matcher.thresholds
    if not limits:
        return None
    return float(limits.get("positive", 0.5))


@quiet
def size_class(audit: Audit) -> npt.NDArray[np.int64]:
    """Return each ground truth's place in `SIZES` (m,), by the box's area in original px², COCO's limits."""
    box = audit.annotations.box
    area = (box[:, 2] - box[:, 0]) * (box[:, 3] - box[:, 1])
    return np.where(area < SMALL, 0, np.where(area < MEDIUM, 1, 2))


@quiet
def aspect(audit: Audit) -> npt.NDArray[np.float64]:
    """Return each ground truth's height over width (m,), original px; NaN without width."""
    box = audit.annotations.box
    width, height = box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]
    return np.asarray(np.divide(height, width, out=np.full(len(box), math.nan), where=width > 0))


def classes_of(audit: Audit, mask: Bools) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the classes' names, then numbers without a name among ``mask`` (m,); and each one's place (m,)."""
    label = audit.annotations.label
    known = len(audit.annotations.classes)
    odd = np.unique(label[mask & ((label < 0) | (label >= known))]).tolist()
    numbers = [*range(known), *odd]
    place = np.searchsorted(np.array(sorted(numbers)), label)
    order = np.argsort(np.argsort(numbers)) if numbers else np.zeros(0, np.int64)
    at = np.full(len(label), -1, np.int64)
    if numbers:
        back = np.empty(len(numbers), np.int64)
        back[order] = np.arange(len(numbers))
        at = back[np.minimum(place, len(numbers) - 1)]
    return [audit.annotations.class_name(number) for number in numbers], at


def by_class(audit: Audit) -> Groups:
    """Return the groups of the classes: those with names, in order, then numbers without a name."""
    return _groups(audit, "class", *classes_of(audit, audit.used))


def by_size(audit: Audit) -> Groups:
    """Return the groups small, medium and large: COCO's areas, of the box, in original px²."""
    return _groups(audit, "size", SIZES, size_class(audit))


def by_aspect(audit: Audit) -> Groups:
    """Return the groups of height over width between the limits of `ASPECTS`."""
    at = _between(ASPECTS, aspect(audit))
    names = [f"{low:g} to {high:g}" for low, high in pairwise(ASPECTS)]
    names[0], names[-1] = f"under {ASPECTS[1]:g}", f"{ASPECTS[-2]:g} and up"
    return _groups(audit, "aspect", names, at)


def side_class(audit: Audit) -> npt.NDArray[np.int64]:
    """Return each ground truth's place between `SIDES` (m,), those beyond the ends in the first and the last."""
    at = np.searchsorted(SIDES, np.nan_to_num(audit.side), "right") - 1
    return np.asarray(np.clip(at, 0, len(SIDES) - 2))


def by_side(audit: Audit) -> Groups:
    """Return the groups of the square root of the area, network px, between the limits of `SIDES`."""
    return _groups(audit, "side", [f"{low:.4g}" for low in SIDES[:-1]], side_class(audit))


def _between(limits: Sequence[float], values: Array) -> Array:
    """Return the place of ``values`` between ``limits``, beyond the last in the last; -1 for NaN."""
    at = np.clip(np.searchsorted(limits, values, "right") - 1, 0, len(limits) - 2)
    return np.where(np.isnan(values), -1, at)


def by_level(audit: Audit) -> Groups:
    """Return the groups of the level of the best anchor; ``positives`` are those of the ground truths, on any level.

    Without a best anchor a ground truth is of no level, and no number is known.
    """
    found = _groups(audit, "level", audit.recipe.anchors.names, audit.best_level)
    return found if audit.knows_iou else replace(found, unknown=frozenset(COUNTS))


def group_places(audit: Audit, by: str) -> tuple[Sequence[str], npt.NDArray[np.int64]]:
    """Return the names of the groups by ``class``, ``size`` or ``level``, and each ground truth's place (m,) in them.

    The places are those of `by_class`, `by_size` and `by_level`, -1 for none.
    """
    if by == "class":
        return classes_of(audit, audit.used)
    if by == "size":
        return SIZES, size_class(audit)
    return audit.recipe.anchors.names, audit.best_level


def best_iou_histogram(audit: Audit) -> npt.NDArray[np.int64]:
    """Return the counts (`IOU_BINS`,) of best IoUs from 0 to 1."""
    best = audit.best_iou[audit.used & np.isfinite(audit.best_iou)]
    return np.histogram(best, IOU_BINS, (0, 1))[0].astype(np.int64)


def _groups(audit: Audit, by: str, names: Any, at: Array) -> Groups:
    count, least = len(names), threshold(audit)
    rows = np.flatnonzero(audit.used & (at >= 0))
    place = at[rows]
    none = np.zeros(len(audit.used), bool)

    def number(mask: Array) -> Array:
        return np.bincount(place[mask[rows]], minlength=count)

    boxes = np.bincount(place, minlength=count)
    best = audit.best_iou[rows]
    sums = np.bincount(place, np.nan_to_num(best), minlength=count)
    mean = np.divide(sums, boxes, out=np.full(count, math.nan), where=boxes > 0)
    side = audit.side[rows]
    # by side, then stably by group: small numbers are sorted by radix, a fifth of the time of both at once
    order = np.argsort(side)
    order = order[np.argsort(place[order].astype(np.int16 if count < 1 << 15 else np.int64), kind="stable")]
    ends = np.searchsorted(place[order], np.arange(count + 1))
    median = np.array(
        [float(np.median(side[order[low:high]])) if high > low else math.nan for low, high in pairwise(ends.tolist())]
    )
    known = {
        "matched": least is not None,
        "low_quality_only": audit.knows_low_quality,
        "starved": not audit.decided,
        "positives": audit.decided,
    }
    return Groups(
        by=by,
        unknown=frozenset(name for name, there in known.items() if not there),
        name=tuple(map(str, names)),
        boxes=boxes,
        matched=number(none if least is None else audit.best_iou >= least),
        unmatched=number(audit.unmatched),
        low_quality_only=number(audit.found.get("low_quality_only", none)),
        starved=number(audit.found.get("starved", none)),
        positives=np.bincount(place, audit.gt_positives[rows], minlength=count).astype(np.int64),
        mean_best_iou=mean if least is not None else np.full(count, math.nan),
        median_side=median,
    )
