"""Decoded boxes of one picture, and raw outputs for the same boxes: each box is put back on an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.decoding import coordinates
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.prediction import NOTHING_THERE, Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
# of one picture, by score: each looks through all anchors, and no detector's own NMS leaves as many
MOST_BOXES = 5000
_SURE = 1e-12  # scores of 0 and 1 are drawn in, so that logits stay finite and above NOTHING_THERE


@dataclass(frozen=True, slots=True, eq=False)
class Detections:
    """A detector's boxes of one picture after the detector's own decoding.

    Arrays are copied and read-only. Raises `BadPredictions` where shapes do not fit, a number is not finite or a score
    is not within 0 to 1.

    Args:
        boxes: (n, 4) float64, x1 y1 x2 y2 in original px.
        scores: (n,) float64, 0 to 1.
        classes: n class names as the file writes the classes, or none.
        source: the file, for messages.
    """

    boxes: Floats
    scores: Floats
    classes: tuple[str, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        """Copy the arrays, check the shapes and values, and make the arrays read-only."""
        boxes = np.array(self.boxes, np.float64).reshape(-1, 4) if np.size(self.boxes) == 0 else np.array(self.boxes)
        boxes, scores = boxes.astype(np.float64), np.array(self.scores, np.float64)
        if boxes.ndim != 2 or boxes.shape[1] != 4:
            raise BadPredictions(f"{self.source}: boxes {boxes.shape}, wanted (n, 4)")
        if scores.shape != (len(boxes),):
            raise BadPredictions(f"{self.source}: scores {scores.shape} beside {len(boxes)} boxes, wanted one each")
        if self.classes and len(self.classes) != len(boxes):
            raise BadPredictions(f"{self.source}: {len(self.classes)} classes beside {len(boxes)} boxes")
        for name, values in (("boxes", boxes), ("scores", scores)):
            bad = ~np.isfinite(values)
            if bad.any():
                place = tuple(int(i) for i in np.argwhere(bad)[0])
                raise BadPredictions(
                    f"{self.source}: {name} holds {values[place]} at {place} ({int(bad.sum())} such), "
                    "wanted finite numbers"
                )
        if scores.size and not 0 <= scores.min() <= scores.max() <= 1:
            raise BadPredictions(f"{self.source}: scores {scores.min():g} to {scores.max():g}, wanted 0 to 1")
        for name, array in (("boxes", boxes), ("scores", scores)):
            array.flags.writeable = False
            object.__setattr__(self, name, array)

    def __len__(self) -> int:
        """Return the number of boxes."""
        return len(self.boxes)


@quiet
def as_prediction(detections: Detections, frame: Frame, grid: Grid, recipe: Recipe) -> Prediction:
    """Return the raw outputs that decode to the detections: flat, in the grid's order, marked ``encoded_back``.

    In order of score each box takes the free anchor of the largest IoU, or the free point nearest to its middle,
    the first at a tie, among the anchors the coder can decode to the box's centre; the anchor gets the t that
    decodes to the box and the logit log(p / (1 - p)). Every other anchor gets `NOTHING_THERE` and t = 0. A box
    without width or height, beyond float32, without a free anchor or with `MOST_BOXES` boxes of higher score is
    left out and counted. The score counts as an object's; class names are kept by anchor.

    Args:
        detections: boxes in original px.
        frame: the picture in the network's input.
        grid: N anchors, network px.
        recipe: the coder and the layout of the class loss.
    """
    logits, deltas = np.full(grid.size, NOTHING_THERE, np.float32), np.zeros((grid.size, 4), np.float32)
    boxes = frame.to_network(detections.boxes)
    anchors, rows = _anchors(boxes, detections.scores, grid, recipe)
    if rows.size:
        p = np.clip(detections.scores[rows], _SURE, 1 - _SURE)
        # log1p keeps the digits of a p near 0
        logits[anchors] = np.log(p) - np.log1p(-p)
        space = coordinates(recipe.proposals, frame.network_size, frame.padded_size)
        chosen = space.of(grid.boxes(anchors)), space.of(boxes[rows])
        deltas[anchors] = recipe.coder.raw_for(*chosen, grid.strides(anchors))
    left = len(boxes) - len(rows)
    named = zip(anchors.tolist(), rows.tolist(), strict=True) if detections.classes else ()
    said = {anchor: detections.classes[row] for anchor, row in named}
    text = f"{detections.source}: {len(rows)} decoded boxes encoded back against the anchors they fit best"
    if left:
        text += f"; {left} left out: no width or height, or touching no free anchor"
        text += f", or scored below the first {MOST_BOXES:,}" if len(boxes) > MOST_BOXES else ""
    return Prediction(
        objectness=_columns(logits, recipe),
        deltas=deltas,
        network_size=frame.network_size,
        padded_size=frame.padded_size,
        original_size=frame.original_size,
        source=text,
        encoded_back=True,
        classes=said,
        left_out=left,
    )


def encoded_back(detections: Detections, sample: Sample, recipe: Recipe) -> Prediction:
    """Return `as_prediction` for a picture resized and padded as the recipe says."""
    frame = recipe.resize.of(sample.size)
    return as_prediction(detections, frame, recipe.grid(frame.padded_size), recipe)


def looks_encoded_back(objectness: Array, deltas: Array) -> bool:
    """Return whether flat outputs (N,) or (N, K) and (N, 4) are like those of `as_prediction`, whatever made them.

    No network gives most anchors t = 0 and `NOTHING_THERE` to the last bit.
    """
    if not len(deltas) or deltas.shape[1] != 4:
        return False
    silent = objectness.reshape(len(objectness), -1)[:, -1] == np.float32(NOTHING_THERE)
    return bool(2 * silent.sum() > len(silent) and (deltas[silent] == 0).all())


def _columns(logits: Array, recipe: Recipe) -> Array:
    """Return logits (N,) in the class loss's layout: beside a background of 0, or as a confidence alone."""
    if recipe.loss.objectness == "cross_entropy":
        return np.stack([np.zeros_like(logits), logits], 1)
    return logits[:, None] if recipe.loss.objectness == "yolo" else logits


def _anchors(boxes: Array, scores: Floats, grid: Grid, recipe: Recipe) -> tuple[Array, Array]:
    """Return anchors and the rows of the boxes put on the anchors, highest score first."""
    taken = np.zeros(grid.size, bool)
    all_boxes = grid.all_boxes()
    anchors, rows = [], []
    # one box per anchor: a second box on the same anchor would overwrite the first, so the surer box chooses first
    for row in np.argsort(-scores, kind="stable")[:MOST_BOXES]:
        box = boxes[row].astype(all_boxes.dtype)
        if not (np.isfinite(box).all() and box[2] > box[0] and box[3] > box[1]):
            continue
        able = _touching(all_boxes, box)
        able = able[~taken[able]]
        # YOLO's sigmoid keeps the centre in the anchor's own cell, so only anchors of the centre's cell can decode to
        # the box
        able = able[recipe.coder.reaches(all_boxes[able], box, grid.strides(able))]
        if recipe.anchors.of_points:
            fits = _nearness(box, all_boxes[able, :2])
        else:
            fits = iou_with(box, all_boxes[able], int(recipe.matcher.inclusive))
        if fits.size and fits.max() > 0:
            anchor = int(able[fits.argmax()])
            taken[anchor] = True
            anchors.append(anchor)
            rows.append(int(row))
    return np.array(anchors, np.int64), np.array(rows, np.int64)


def _nearness(box: Array, points: Array) -> Floats:
    """Return how near ``points`` (n, 2) are to the middle of a ``box`` (4,): 1 there, 0 on an edge, below 0 outside."""
    half = (box[2:] - box[:2]).astype(np.float64) / 2
    near: Floats = 1 - (np.abs(points - box[:2] - half) / half).max(1, initial=0)
    return near


def _touching(anchors: Array, box: Array) -> npt.NDArray[np.int64]:
    """Return the indices, ascending, of the ``anchors`` (N, 4) that touch one ``box`` (4,)."""
    inside = anchors[:, 0] <= box[2]
    inside &= anchors[:, 2] >= box[0]
    inside &= anchors[:, 1] <= box[3]
    inside &= anchors[:, 3] >= box[1]
    return np.flatnonzero(inside)
