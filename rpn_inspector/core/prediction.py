"""``Prediction``: a network's raw outputs for one picture, in the recipe's anchor order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.second_stage.outputs import RoiOutputs
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.text import NOTHING, Text, UserName
from rpn_inspector.core.trained_picture import TrainedPicture
from rpn_inspector.core.values import quiet

if TYPE_CHECKING:
    from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]
HEADS = {"centreness": 1, "landmarks": 10}
"""The further outputs of a network by name, with the numbers of each anchor."""
MORE_LOSSES = ("centreness", "class", "distribution", "l1", "landmarks")
"""The names of losses beside those of objectness and box."""
NOTHING_THERE = -30.0  # the logit of an anchor no decoded box was put on: p = 9e-14
LEAST_SAID = 5e-13  # scores of decoded boxes are at least 1e-12: lower scores come from anchors without a box

NO_NUMBER = Text("In the mini-batch, but not all of its raw outputs are numbers: the sums leave it out.")
WITHOUT_LOSS = Text.of("Decoded boxes have no loss: only the network's own outputs tell losses.")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Prediction(Showable):
    """Raw outputs for one picture: either flat, or level by level as a network gives the arrays.

    Coordinates are in the recipe's order; the recipe's loss gives the columns of classes a meaning (background first,
    confidence first).

    Args:
        objectness: (N,) logits, (N, 2) of background and object, or (N, K) of classes, in the recipe's anchor order.
        deltas: (N, 4), in the recipe's anchor order.
        levels_objectness: per level (A, H, W), (2A, H, W) with the A backgrounds first, or (A * K, H, W), channel a * K
            + k.
        levels_deltas: per level (4A, H, W), channel a * 4 + c; of a coder with bins (4 * bins * A, H, W)
        network_size: (h, w) px of the resized picture, None where not known.
        padded_size: (h, w) px of the network's input, None where not known.
        original_size: (h, w) px of the stored picture, None where not known.
        gt: (G, 4) network px, the trainer's ground truths, None where not known.
        gt_class: (G,) their classes as the trainer numbered them, the outputs' columns from 0 without the background's;
            None where not known.
        sampled_positive: the trainer's positives, flat indices, None where not known.
        sampled_gt: (n,) the ground truth of each of ``sampled_positive``, None where not known.
        sampled_negative: the trainer's negatives, flat indices, None where not known.
        loss_objectness: the trainer's loss, of the whole ``batch``.
        loss_box: the trainer's loss, of the whole ``batch``.
        loss_more: the trainer's further losses by name, of `MORE_LOSSES`, of the whole ``batch``.
        loss_average: the moving average that divides the trainer's losses, before this batch; None where not known.
        batch: the names of the pictures in the batch, empty for one picture.
        mode: whether the network trained, empty where not known.
        level_shapes: each level's (H, W) of flat outputs, empty where not known.
        source: the file, for messages.
        simulated: whether no network made the numbers.
        encoded_back: whether the numbers were made from decoded boxes: most anchors then have no score.
        classes: class names of decoded boxes as the file writes the names, by flat index.
        heads: further outputs by name, (N, C) or (N,) logits in the recipe's anchor order; the names are of `HEADS`.
        levels_heads: the same per level, (A * C, H, W), channel a * C + c.
        rois: the outputs behind the proposals, None without.
        trained: the picture as the network saw it, None where the stored one stands for it.
        left_out: the number of decoded boxes that no anchor could take.
        doubt: why decoded boxes seem to be in another unit than the layout's, in words; empty without a reason.
        recipe: the recipe the outputs were made under, None where not known.
        column_names: the names of the classes by column, without the background's, as the outputs' file has them; empty
            where it has none.
    """

    objectness: Array | None = None
    deltas: Array | None = None
    levels_objectness: tuple[Array, ...] = ()
    levels_deltas: tuple[Array, ...] = ()
    network_size: tuple[int, int] | None = None
    padded_size: tuple[int, int] | None = None
    original_size: tuple[int, int] | None = None
    gt: Array | None = None
    gt_class: Array | None = None
    sampled_positive: Array | None = None
    sampled_negative: Array | None = None
    sampled_gt: Array | None = None
    loss_objectness: float | None = None
    loss_box: float | None = None
    loss_more: Mapping[str, float] = field(default_factory=dict)
    loss_average: float | None = None
    batch: tuple[str, ...] = ()
    mode: Literal["", "train", "eval"] = ""
    level_shapes: tuple[tuple[int, int], ...] = ()
    source: str = ""
    simulated: bool = False
    encoded_back: bool = False
    classes: Mapping[int, str] = field(default_factory=dict)
    heads: Mapping[str, Array] = field(default_factory=dict)
    levels_heads: Mapping[str, tuple[Array, ...]] = field(default_factory=dict)
    trained: TrainedPicture | None = None
    left_out: int = 0
    rois: RoiOutputs | None = None
    doubt: Text = NOTHING
    recipe: Recipe | None = None
    column_names: tuple[str, ...] = ()

    @property
    def _place(self) -> str:
        return f"{self.source}: " if self.source else ""

    def checked(self) -> Prediction:
        """Return the prediction itself. Raises `BadPredictions` for a ``padded_size`` below the ``network_size``."""
        network, padded = self.network_size, self.padded_size
        if network and padded and (padded[0] < network[0] or padded[1] < network[1]):
            found = f"found {padded[0]} x {padded[1]}, wanted at least the network_size {network[0]} x {network[1]}"
            raise BadPredictions(f"{self._place}padded_size (h x w): {found}")
        return self

    def without_losses(self) -> Prediction:
        """Return the prediction without what the trainer reported."""
        return replace(self, loss_objectness=None, loss_box=None, loss_more={}, batch=())

    def features(self) -> tuple[tuple[int, int], ...] | None:
        """Return each level's (H, W), None for flat outputs where none are known."""
        if not self.levels_objectness:
            return self.level_shapes or None
        return tuple((int(level.shape[1]), int(level.shape[2])) for level in self.levels_objectness)

    def kinds(self, count: int) -> npt.NDArray[np.int64] | None:
        """Return each of ``count`` anchors' class (N,), the place among the distinct `classes`; -1 where none is said.

        None where the prediction names no classes.
        """
        if not self.classes:
            return None
        number = {name: place for place, name in enumerate(dict.fromkeys(self.classes.values()))}
        kinds = np.full(count, -1, np.int64)
        kinds[list(self.classes)] = [number[name] for name in self.classes.values()]
        return kinds

    @quiet
    def flat(self, grid: Grid, objectness: str = "bce", bins: int = 1) -> tuple[Array, Array]:
        """Return logits (N,), or (N, K) for a loss with classes, and deltas (N, 4), float32, in the grid's order.

        Deltas are (N, 4 * bins) where each coordinate has several numbers, (N, 4) where those are given as their means.

        Two logits become the difference object minus background: the sigmoid of the difference is the softmax. Raises
        `BadLayout` naming the level, the shape found and the shape wanted.

        Args:
            grid: N anchors.
            objectness: the recipe's `LossSpec.objectness`.
            bins: numbers of each coordinate, of the recipe's coder.
        """
        if self.levels_objectness:
            return self._from_levels(grid, objectness, bins)
        if self.objectness is None or self.deltas is None:
            raise BadPredictions(f"{self._place}holds neither objectness and deltas nor objectness_0 and deltas_0")
        logits, deltas = np.array(self.objectness, np.float32), np.array(self.deltas, np.float32)
        found = f"{self._place}objectness {logits.shape}"
        columns = logits.shape[1] if logits.ndim == 2 else 1
        fits = logits.ndim == 1 or (logits.ndim == 2 and _columns_fit(columns, objectness))
        if logits.shape[:1] != (grid.size,) or not fits:
            raise BadLayout(_other_shape(found, f"{_wanted(grid.size, objectness)}", _first(objectness)))
        if logits.ndim == 2 and objectness in ONE_LOGIT:
            # the softmax of two logits is the sigmoid of object minus background
            logits = logits[:, 1] - logits[:, 0] if columns == 2 else logits[:, 0]
        if deltas.shape not in ((grid.size, 4), (grid.size, 4 * bins)):
            raise BadLayout(_other_shape(f"{self._place}deltas {deltas.shape}", f"({grid.size}, {4 * bins})"))
        return _squeezed(logits, objectness), deltas

    def further(self, grid: Grid) -> dict[str, Array]:
        """Return the further outputs by name, (N, C) float32 in the grid's order.

        Raises `BadLayout` naming the array, the shape found and the shape wanted.
        """
        found = {}
        for name, values in self.heads.items():
            wanted = (grid.size, HEADS[name])
            flat = np.asarray(values, np.float32)
            flat = flat[:, None] if flat.ndim == 1 else flat
            if flat.shape != wanted:
                raise BadLayout(_other_shape(f"{self._place}{name} {np.shape(values)}", f"{wanted}"))
            found[name] = flat
        for name, planes in self.levels_heads.items():
            columns, rows = HEADS[name], []
            if len(planes) != len(grid.levels):
                raise BadLayout(f"{self._place}{len(planes)} levels of {name}, wanted {len(grid.levels)}")
            for level, plane in zip(grid.levels, planes, strict=True):
                count = len(level.base)
                if plane.shape != (columns * count, *level.shape):
                    wanted_levels = (columns * count, *level.shape)
                    raise BadLayout(f"{self._place}{name}_{level.index} {plane.shape}, wanted {wanted_levels}")
                rows.append(_by_anchor(np.asarray(plane, np.float32), count, columns))
            found[name] = np.concatenate(rows)
        return found

    def _from_levels(self, grid: Grid, objectness: str, bins: int) -> tuple[Array, Array]:
        if len(self.levels_objectness) != len(grid.levels) or len(self.levels_deltas) != len(grid.levels):
            raise BadLayout(
                Text.of(
                    "{place}{scores} levels of objectness and {deltas} of deltas, wanted {wanted} for this recipe",
                    place=UserName(self._place),
                    scores=len(self.levels_objectness),
                    deltas=len(self.levels_deltas),
                    wanted=len(grid.levels),
                )
            )
        logits, deltas = [], []
        for level, scores, shifts in zip(grid.levels, self.levels_objectness, self.levels_deltas, strict=True):
            count, (height, width) = len(level.base), level.shape
            columns = scores.shape[0] // count if scores.ndim == 3 else 0
            if not _columns_fit(columns, objectness) or scores.shape != (columns * count, height, width):
                wanted = f"({count}{_BY_LEVEL.get(objectness, ' x classes')}, {height}, {width}){_first(objectness)}"
                raise BadLayout(f"{self._place}objectness_{level.index} {scores.shape}, wanted {wanted}")
            numbers = 4 if shifts.shape[:1] == (4 * count,) else 4 * bins
            if shifts.shape != (numbers * count, height, width):
                shape = (4 * bins * count, height, width)
                raise BadLayout(f"{self._place}deltas_{level.index} {shifts.shape}, wanted {shape}")
            plane = np.asarray(scores, np.float32)
            if objectness in ONE_LOGIT:
                # py-faster-rcnn: the A backgrounds are the first A channels
                plane = plane[count:] - plane[:count] if columns == 2 else plane
                logits.append(level.to_flat(plane))
            else:
                logits.append(_by_anchor(plane, count, columns))
            deltas.append(_by_anchor(np.asarray(shifts, np.float32), count, numbers))
        if len({part.shape[1:] for part in logits}) > 1:
            found = ", ".join(str(part.shape[1]) for part in logits)
            raise BadLayout(f"{self._place}{found} classes by level, wanted the same on each")
        return _squeezed(np.concatenate(logits), objectness), np.concatenate(deltas)


def _other_shape(found: str, wanted: str, more: str = "") -> Text:
    return Text.of("{found}, wanted {wanted} for this recipe{more}", found=UserName(found), wanted=wanted, more=more)


def only_said(values: Array, there: npt.NDArray[np.bool_]) -> Array:
    """Return ``values`` (N, ...) with NaN of the anchors that are not ``there`` (N,)."""
    known = values.copy()
    known[~there] = np.nan
    return known


_FIRST = {"cross_entropy": ", background first", "yolo": ", confidence first"}
_BY_LEVEL = {"bce": "", "softmax": "", "cross_entropy": " x (1 + classes)", "yolo": " x (1 + classes)"}


def _columns_fit(columns: int, objectness: str) -> bool:
    """Return whether the loss has a meaning for so many columns: a softmax over classes needs the background's too."""
    if objectness in ONE_LOGIT:
        return columns in (1, 2)
    return columns > (1 if objectness == "cross_entropy" else 0)


def _wanted(anchors: int, objectness: str) -> str:
    """Return the wanted shape of flat objectness in words."""
    if objectness in ONE_LOGIT:
        return f"({anchors},)"
    return f"({anchors}, {'1 + classes' if objectness in _FIRST else 'classes'})"


def _first(objectness: str) -> str:
    """Return in words what the first column is, where it is no class."""
    return _FIRST.get(objectness, "")


def _by_anchor(plane: Array, anchors: int, columns: int) -> Array:
    """Return channels a * columns + c of a (C, H, W) plane as rows (H * W * A, columns)."""
    height, width = plane.shape[1:]
    # (H, W, A, columns) is the flat order: row by row, cell by cell, a cell's anchors side by side
    return np.asarray(plane.reshape(anchors, columns, height, width).transpose(2, 3, 0, 1).reshape(-1, columns))


def _squeezed(logits: Array, objectness: str) -> Array:
    """Return one column of logits as (N,), but for losses with a second column of another meaning."""
    if objectness == "cross_entropy" and logits.ndim == 1:  # the background's logit is 0: softmax is the sigmoid
        return np.stack([np.zeros_like(logits), logits], 1)
    return (
        logits[:, 0]
        if logits.ndim == 2 and logits.shape[1] == 1 and objectness not in ("yolo", "cross_entropy")
        else logits
    )
