"""How well sets of anchor sides fit sets of box sides, whatever the places: clusters, and YOLOv5's two numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
YOLO_RATIO = 4.0  # the factor a side may be off, YOLOv5's anchor_t
MOST_ROUNDS = 100
MOST_BOXES = 20_000  # evenly taken of more: clusters of a sample of that size do not move


def side_fit(sides: Array, anchors: Array) -> Array:
    """Return (n, k) how well sides fit anchors: the smaller of each side's ratio or its inverse, 1 where equal.

    Args:
        sides: (n, 2) width and height of boxes, network px.
        anchors: (k, 2) width and height of anchors, network px.

    Source: YOLOv5's AutoAnchor.
    """
    ratio = sides[:, None] / anchors[None]
    return np.asarray(np.minimum(ratio, 1 / ratio).min(2))


def best_possible_recall(sides: Array, anchors: Array, most: float = YOLO_RATIO) -> tuple[float, float]:
    """Return YOLOv5's best possible recall, and the mean number of anchors over the threshold of a box.

    Args:
        sides: (n, 2) width and height of boxes, network px.
        anchors: (k, 2) width and height of all levels' anchors, network px.
        most: the factor a side may be off.

    NaN without boxes.
    """
    if not len(sides):
        return float("nan"), float("nan")
    over = side_fit(sides, anchors) > 1 / most
    return float(over.any(1).mean()), float(over.sum(1).mean())


def shape_iou(sides: Array, centres: Array) -> Array:
    """Return (n, k) the IoU of boxes and anchors of one centre, from width and height each."""
    inter = np.minimum(sides[:, None], centres[None]).prod(2)
    union = sides.prod(1)[:, None] + centres.prod(1)[None] - inter
    return np.asarray(inter / union)


def clusters_by_iou(sides: Array, count: int) -> Floats:
    """Return ``count`` sides (k, 2), ascending by area: k-means with 1 - IoU as distance, as for YOLOv2 and YOLOv3.

    A centre is the mean of its boxes. The start is fixed, evenly spread over the areas, so every run gives the same.
    """
    sides = _sampled(sides)
    if not len(sides):
        return np.zeros((0, 2))
    order = np.argsort(sides.prod(1), kind="stable")
    centres = sides[order[_spread(len(sides), count)]]
    nearest = np.full(len(sides), -1)
    for _ in range(MOST_ROUNDS):
        now = shape_iou(sides, centres).argmax(1)
        if (now == nearest).all():
            break
        nearest = now
        for number in range(count):
            mine = sides[nearest == number]
            if len(mine):
                centres[number] = mine.mean(0)
    return np.asarray(centres[np.argsort(centres.prod(1), kind="stable")])


def clusters_of_logs(values: Array, count: int) -> Floats:
    """Return ``count`` values, ascending: k-means of the logarithms of ``values`` (n,), each centre their mean."""
    logs = np.sort(np.log(_sampled(values)))
    if not len(logs):
        return np.zeros(0)
    centres = logs[_spread(len(logs), count)].copy()
    for _ in range(MOST_ROUNDS):
        edges = np.searchsorted(logs, (centres[1:] + centres[:-1]) / 2)
        parts = np.split(logs, edges)
        new = np.array([part.mean() if len(part) else old for part, old in zip(parts, centres, strict=True)])
        new.sort()
        if np.array_equal(new, centres):
            break
        centres = new
    return np.asarray(np.exp(centres))


def _spread(length: int, count: int) -> npt.NDArray[np.int64]:
    """Return ``count`` places in the middle of as many equal parts of ``length``."""
    return np.asarray(((np.arange(count) + 0.5) / count * length).astype(np.int64))


def _sampled(values: Array) -> Floats:
    values = np.asarray(values, np.float64)
    if len(values) <= MOST_BOXES:
        return values.copy()
    return np.asarray(values[np.linspace(0, len(values) - 1, MOST_BOXES).astype(np.int64)])
