"""The error of each detection by TIDE's rule, and the ground truth behind; hotcoco gives the numbers of each alone.

TIDE: Bolya et al., "TIDE: A General Toolbox for Identifying Object Detection Errors", ECCV 2020, section 2.2. The order
of the questions, and what an error may be mended into, are those of tidecv and hotcoco.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
HIT = 0.5  # IoU from which a box stands for a ground truth
NEAR = 0.1  # IoU from which a box means a ground truth


class Error(IntEnum):
    """What is wrong with a detection, and last with a ground truth."""

    CLASS = 0
    LOCALISATION = 1
    BOTH = 2
    DUPLICATE = 3
    BACKGROUND = 4
    MISSED = 5


RIGHT = -1
NOT_COUNTED = -2  # in a region, or beyond the first 100 of the class


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Boxes:
    """Boxes of all pictures (n), picture by picture.

    Args:
        image: (n,) ascending.
        kind: (n,) the classes.
        xywh: (n, 4) x, y, w, h in original px, as COCO writes boxes.
    """

    image: Ints
    kind: Ints
    xywh: Floats


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Matches:
    """An evaluation's own matching at `HIT` of d detections and g ground truths.

    Args:
        counted: (d,) detections that are right or wrong.
        right: (d,) detections that have a ground truth of their own.
        taken: (g,) ground truths, and regions, that a detection has.
        left_out: (g,) ground truths that count neither way: regions, and areas beyond all ranges.
        owner: (d,) the ground truth of a detection, -1 none.
    """

    counted: Bools
    right: Bools
    taken: Bools
    left_out: Bools
    owner: Ints


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Errors:
    """What each of d detections and g ground truths comes to.

    Args:
        error: (d,) int8, an `Error`, `RIGHT` or `NOT_COUNTED`.
        target: (d,) int64, the ground truth a detection has or means, -1 none.
        missed: (g,) ground truths that no detection has, and none means so well that mending would find them.
    """

    error: npt.NDArray[np.int8]
    target: Ints
    missed: Bools

    def count(self) -> Ints:
        """Return how many there are of each `Error` (6,)."""
        wrong = np.bincount(self.error[self.error >= 0], minlength=len(Error))
        wrong[Error.MISSED] = self.missed.sum()
        return wrong.astype(np.int64)


Overlaps = Callable[[Floats, Floats, Bools], Floats]
"""IoU (d, g) of boxes x, y, w, h with others, over the box's own area where the other is a region (g,)."""


def errors_of(answers: Boxes, truths: Boxes, region: Bools, matches: Matches, overlaps: Overlaps) -> Errors:
    """Return the errors of ``answers`` against ``truths``, of which ``region`` (g,) are COCO's crowds."""
    error = np.where(matches.counted, RIGHT, NOT_COUNTED).astype(np.int8)
    target, wrong = matches.owner.copy(), matches.counted & ~matches.right
    # of equal IoUs the first counts: by class, then those left out last, then in the order of the annotations
    order = np.lexsort((matches.left_out, truths.kind, truths.image))
    starts = np.searchsorted(truths.image, answers.image, "left"), np.searchsorted(truths.image, answers.image, "right")
    places = np.flatnonzero(wrong)
    for some in np.split(places, np.flatnonzero(np.diff(answers.image[places])) + 1):
        if some.size:
            near = order[starts[0][some[0]] : starts[1][some[0]]]
            iou = overlaps(answers.xywh[some], truths.xywh[near], region[near])
            same = answers.kind[some][:, None] == truths.kind[near]
            error[some], found = _labelled(iou, same, region[near], matches.taken[near])
            target[some] = np.where(found >= 0, near[found], -1) if near.size else -1
    usable = ~matches.taken & ~matches.left_out
    meant = target[(error == Error.LOCALISATION) | (error == Error.CLASS)]
    missed = usable.copy()
    missed[meant[meant >= 0]] = False
    return Errors(error=error, target=target, missed=missed)


def _labelled(iou: Floats, same: Bools, region: Bools, taken: Bools) -> tuple[Ints, Ints]:
    """Return the errors (d,) of wrong detections of one picture, and the places (d,) of the ground truths behind."""
    if not iou.shape[1]:
        return np.full(len(iou), int(Error.BACKGROUND)), np.full(len(iou), -1, np.int64)
    own, other = np.where(same, iou, 0), np.where(same | region, 0, iou)
    best, cross = own.max(1), other.max(1)
    again = (own * taken >= HIT).any(1)
    error = np.select(
        [(best >= NEAR) & (best <= HIT), cross >= HIT, again, cross <= NEAR],
        [Error.LOCALISATION, Error.CLASS, Error.DUPLICATE, Error.BACKGROUND],
        Error.BOTH,
    )
    behind = np.where((error == Error.LOCALISATION) | (error == Error.DUPLICATE), own.argmax(1), other.argmax(1))
    return error, np.where(error == Error.BACKGROUND, -1, behind)
