"""The assigner by shape alone: of all layers' anchors the one shaped most like a ground truth learns it (darknet)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.best_shape_words import BestShapeWords
from rpn_inspector.core.assignment import Assignment, Cause, Pairs, Ragged
from rpn_inspector.core.limits import LENGTH, WEIGHT
from rpn_inspector.core.positives import Chunk, Positives
from rpn_inspector.core.spec import FRACTION, Live, number
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
ROWS = 1 << 14  # anchors whose predictions are compared at once
IGNORE = Live(Text("ignore >"), Text("ignore threshold"), Text("IoU of a prediction over which it is ignored"))


class Shapes(NamedTuple):
    """Distinct shapes (S, 2) px, the smaller area first, and the place among them of each base anchor by level."""

    sides: Array
    place: tuple[Indices, ...]


class Taught(NamedTuple):
    """Ground truth, anchor and cause of each pair (n,), by ground truth, the best shape first."""

    gt: Indices
    anchor: Indices
    cause: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class BestShape(BestShapeWords):
    """The anchor of the most similar shape, of all layers, in the cell of the centre (darknet's YOLOv3 and v4).

    Sources: darknet ``yolo_layer.c``, ``box.c``: J. Redmon's, and A. Bochkovskiy's for ``further`` and ``class_score``.
    Of shapes equally similar the smaller one is taken, the first of a network file in the usual order.
    """

    rule: ClassVar[str] = "best_shape"
    ignore: float = number(
        0.7, "IoU of a prediction with a ground truth over which its anchor is no negative", FRACTION, IGNORE
    )
    class_score: float = number(0.0, "ignored only where a class's probability is over this; 0: always", FRACTION)
    further: float = number(1.0, "IoU of shapes over which further anchors learn it too; 1: none", FRACTION)
    beyond: float = number(0.0, "cells by which a prediction's centre may lie beyond its own cell", WEIGHT)
    unused: tuple[tuple[float, float], ...] = number(
        (), "shapes (w, h) px in no layer: a ground truth most like one of them has no anchor", LENGTH
    )

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors; of several ground truths in a slot the last owns it.

        Without ``answers`` those anchors are undecided whose prediction, with its centre in its own cell or ``beyond``
        it, could overlap a ground truth by more than ``ignore``.

        Args:
            grid: N anchors, network px; its cells make the network's input.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: not used.
            regions: not used.
            padded_size: not used.
            answers: what the network says, None without outputs.
        """
        boxes = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
        label, cause = np.zeros(grid.size, np.int8), np.zeros(grid.size, np.uint8)
        open_ = np.flatnonzero(self._reachable(grid, boxes))
        label[open_], cause[open_] = -2, Cause.UNDECIDED
        ragged = None
        if answers is not None:
            ragged, over = self._overlapping(grid, boxes, open_, answers)
            label[open_], cause[open_] = np.where(over, -1, 0), np.where(over, Cause.PREDICTION_FITS, Cause.BACKGROUND)
        pairs, per_gt = self._taught(grid, boxes)
        owner = np.full(grid.size, -1, np.int32)
        # written in the order of the ground truths: the last stands
        label[pairs.anchor], owner[pairs.anchor], cause[pairs.anchor] = 1, pairs.gt, pairs.cause
        listed = Pairs(pairs.anchor, pairs.gt)
        return Assignment(label=label, gt=owner, cause=cause, per_gt=per_gt, ragged=ragged, listed=listed)

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, equal to `assign` picture by picture."""
        pairs, per_gt = self._taught(chunk.grid, chunk.gt)
        key = chunk.picture[pairs.gt] * chunk.grid.size + pairs.anchor
        # of several pairs in a slot the last one owns it
        key, back = np.unique(key[::-1], return_index=True)
        rows = len(pairs.gt) - 1 - back
        picture, anchor = np.divmod(key, chunk.grid.size)
        return Positives(
            picture=picture,
            anchor=anchor,
            gt=pairs.gt[rows],
            cause=pairs.cause[rows],
            measure=None,
            per_gt=per_gt,
            whole=np.empty(0, np.int64),
        )

    @quiet
    def _taught(self, grid: Grid, boxes: Array) -> tuple[Taught, dict[str, Array]]:
        """Return the pairs of ground truths (G, 4), and the arrays of `Assignment.per_gt`."""
        shapes = self.shapes(grid)
        net = network_of(grid)
        similar = shape_iou((boxes[:, 2:] - boxes[:, :2]) / net, shapes.sides / net)
        best = similar.argmax(1)  # the first of the highest: the smallest shape
        chosen = similar > grid.dtype.type(self.further) if self.further < 1 else np.zeros(similar.shape, bool)
        chosen[np.arange(len(boxes)), best] = True
        relative = (boxes[:, :2] + boxes[:, 2:]) * grid.dtype.type(0.5) / net
        rows, layer, layers = [], np.zeros(len(boxes), np.int64), np.zeros(len(boxes), np.int64)
        for number_, (level, places) in enumerate(zip(grid.levels, shapes.place, strict=True), 1):
            row, column = cells_of(level, relative)
            for base, place in enumerate(places.tolist()):
                gt = np.flatnonzero(chosen[:, place])
                first = best[gt] == place
                rows.append((gt, ~first, level.flat(base, row[gt], column[gt])))
                # a shape in two layers is taught in both; the first is told
                mine = gt[first & (layer[gt] == 0)]
                layer[mine] = number_
                layers[gt] |= 1 << (number_ - 1)
        gt, later, anchor = (np.concatenate(part) for part in zip(*rows, strict=True))
        order = np.lexsort((anchor, later, gt))
        gt, later, anchor = gt[order], later[order], anchor[order]
        cause = np.where(later, Cause.SIMILAR_SHAPE, Cause.BEST_SHAPE).astype(np.uint8)
        per_gt = {
            "positives": np.bincount(gt, minlength=len(boxes)).astype(np.int64),
            "layer": layer,
            "layers": layers,
            "shape": similar.max(1, initial=0).astype(grid.dtype),
        }
        return Taught(gt, anchor, cause), per_gt

    def shapes(self, grid: Grid) -> Shapes:
        """Return the shapes of all levels and those in none, each once."""
        sides = [(level.base[:, 2:] - level.base[:, :2]).astype(grid.dtype) for level in grid.levels]
        more = np.array(self.unused, grid.dtype).reshape(-1, 2)
        every, place = np.unique(np.concatenate([*sides, more]), axis=0, return_inverse=True)
        order = np.lexsort((every[:, 0], every.astype(np.float64).prod(1)))
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        ends = np.cumsum([len(part) for part in sides])
        return Shapes(every[order], tuple(np.split(rank[place.reshape(-1)], ends)[: len(sides)]))

    def _reachable(self, grid: Grid, boxes: Array) -> npt.NDArray[np.bool_]:
        """Return the mask (N,) of anchors whose prediction could overlap a ground truth by more than ``ignore``.

        A box with its centre d px beside that of a side w overlaps it by w / (w + 2 d) at the most, of any size.
        """
        found = np.zeros(grid.size, bool)
        limit = self.ignore * (1 - 1e-5)  # rounding may lift an IoU over the bound
        for level in grid.levels:
            cells = level.cells(found[level.rows])  # (H, W, A)
            for box in boxes.astype(np.float64):
                y, x = (_most(level, box, axis, self.beyond) for axis in (1, 0))
                rows, columns = np.flatnonzero(y > limit), np.flatnonzero(x > limit)
                if rows.size and columns.size:
                    part = np.ix_(rows, columns)
                    cells[part] |= (y[rows, None] * x[columns] > limit)[..., None]
        return found

    def _overlapping(
        self, grid: Grid, boxes: Array, rows: Indices, answers: Answers
    ) -> tuple[Ragged, npt.NDArray[np.bool_]]:
        """Return each of ``rows`` (n,) with the ground truth its prediction overlaps most, and which are ignored."""
        net = np.tile(network_of(grid), 2)
        best, owner = np.zeros(len(rows), grid.dtype), np.full(len(rows), -1, np.int32)
        allowed = np.ones(len(rows), bool)
        for start in range(0, len(rows), ROWS):
            part = slice(start, start + ROWS)
            predicted = answers.boxes(rows[part]).astype(grid.dtype) / net
            for number_, box in enumerate(boxes / net):
                iou = relative_iou(predicted, box)
                over = iou > best[part]
                best[part][over], owner[part][over] = iou[over], number_
            if self.class_score:
                allowed[part] = answers.class_scores(rows[part]).max(1, initial=0) > np.float32(self.class_score)
        there = owner >= 0
        ragged = Ragged(anchor=rows[there], gt=owner[there], measured={"iou": best[there]})
        return ragged, (best > grid.dtype.type(self.ignore)) & allowed


def network_of(grid: Grid) -> Array:
    """Return the width and height (2,) px of the input that the first level's cells come to."""
    level = grid.levels[0]
    return np.array([level.stride[1] * level.shape[1], level.stride[0] * level.shape[0]], grid.dtype)


def cells_of(level: Level, relative: Array) -> tuple[Indices, Indices]:
    """Return row and column (n,) of centres ``relative`` (n, 2) to the input, x first; inside the grid."""
    whole = np.array(level.shape[::-1], relative.dtype)
    cell = np.clip(np.nan_to_num(np.trunc(relative * whole)), 0, whole - 1).astype(np.int64)
    return cell[:, 1], cell[:, 0]


def shape_iou(sides: Array, shapes: Array) -> Array:
    """Return the IoU (G, S) of boxes of ``sides`` (G, 2) and ``shapes`` (S, 2) about one centre; 0 for no area."""
    shared = np.minimum(sides[:, None], shapes[None]).clip(0).prod(2)
    union = (sides.prod(1)[:, None] + shapes.prod(1)[None]) - shared
    return np.where(shared > 0, shared / np.where(union > 0, union, 1), 0).astype(sides.dtype)


@quiet
def relative_iou(boxes: Array, box: Array) -> Array:
    """Return the IoU (n,) of ``boxes`` (n, 4) with ``box`` (4,), from centres and sides as darknet."""
    half = boxes.dtype.type(2)
    centre, side = (boxes[:, :2] + boxes[:, 2:]) / half, boxes[:, 2:] - boxes[:, :2]
    middle, sides = (box[:2] + box[2:]) / half, box[2:] - box[:2]
    low = np.maximum(centre - side / half, middle - sides / half)
    high = np.minimum(centre + side / half, middle + sides / half)
    shared = (high - low).clip(0).prod(1)
    union = side.prod(1) + sides.prod() - shared
    return np.where(shared > 0, shared / union, 0).astype(boxes.dtype)


def _most(level: Level, box: Array, axis: int, beyond: float) -> Array:
    """Return the highest overlap, along one axis, of a prediction in each cell (n,) with ``box`` (4,) float64.

    ``beyond``: cells by which its centre may lie beyond its cell.
    """
    count, step = level.shape[1 - axis], level.stride[1 - axis]
    centre, side = (box[axis] + box[axis + 2]) / 2, box[axis + 2] - box[axis]
    begin = np.arange(count) * step
    away = np.maximum(np.maximum(begin - centre, centre - begin - step) - beyond * step, 0)
    return np.asarray(side / (side + 2 * away)) if side > 0 else np.zeros(count)
