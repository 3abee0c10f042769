"""Boxes as centre and sides, and what every coder can do unless its rule says otherwise."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import sides
from rpn_inspector.core.coders.formulas import CoderFormulas, Four

Array = npt.NDArray[Any]
MARGIN = 1e-7  # as near to 0 and 1 as float32 can tell


class CornerForms(CoderFormulas):
    """Centre and sides of boxes in a coder's count of pixels, and the network's output as t* itself."""

    __slots__ = ()
    bins: int = 1  # numbers of the network for each coordinate; of several, t is the mean place
    centre: str

    def raw_of(self, t_star: Array, margin: float = MARGIN) -> Array:
        """Return the raw outputs (n, 4) that decode like ``t_star`` (n, 4), in the recipe's order.

        A number behind a sigmoid stays ``margin`` away from 0 and 1, so that its logit is finite.
        """
        return t_star

    def answer(self, raw: Array) -> Array:
        """Return raw outputs (n, 4) in the recipe's order as t* is written: what stands behind a sigmoid is undone."""
        return raw

    def means_of(self, raw: Array) -> Array:
        """Return t (n, 4) of the network's numbers (n, 4 * bins): with one number a coordinate, that itself."""
        return raw

    def reaches(self, anchors: Array, box: Array, strides: Array) -> npt.NDArray[np.bool_]:
        """Return the mask (n,) of ``anchors`` (n, 4) that can be decoded to the centre of ``box`` (4,)."""
        return np.ones(len(anchors), bool)

    def centre_and_side(self, boxes: Array) -> tuple[Array, Array]:
        """Return centres (n, 2) and sides (n, 2) of ``boxes`` (n, 4), x then y, in the boxes' dtype."""
        half = boxes.dtype.type(0.5)
        side = np.stack(sides(boxes, int(self.inclusive)), 1)
        if self.centre == "between_corners":
            return (boxes[:, :2] + boxes[:, 2:]) * half, side
        return boxes[:, :2] + half * side, side

    def centre_form(self, box: npt.ArrayLike, predicted: bool = False) -> Four:
        """Return x, y, w, h, px, of ``box`` (4,) as in the formulas; decoded boxes never count x2 - x1 + 1."""
        x1, y1, x2, y2 = (float(edge) for edge in np.asarray(box, np.float64))
        extra = 0 if predicted else int(self.inclusive)
        width, height = x2 - x1 + extra, y2 - y1 + extra
        if predicted or self.centre == "between_corners":
            return (x1 + x2) / 2, (y1 + y2) / 2, width, height
        return x1 + width / 2, y1 + height / 2, width, height

    def corner_form(self, centre: Four, predicted: bool = False) -> Four:
        """Return x1 y1 x2 y2 of x, y, w, h: the inverse of `centre_form`."""
        x, y, width, height = centre
        extra = 0 if predicted else int(self.inclusive)
        if predicted or self.centre == "between_corners":
            half_w, half_h = (width - extra) / 2, (height - extra) / 2
            return x - half_w, y - half_h, x + half_w, y + half_h
        x1, y1 = x - width / 2, y - height / 2
        return x1, y1, x1 + width - extra, y1 + height - extra


def step_sizes(stride: npt.ArrayLike | None, anchors: Array) -> Array:
    """Return the strides (n, 2) px of ``anchors`` (n, 4), in their dtype; raises ValueError."""
    if stride is None:
        raise ValueError("this recipe codes centres by the cell: stride is missing, wanted px, (n,) or (n, 2) x and y")
    steps = np.asarray(stride, anchors.dtype)
    steps = steps[:, None] if steps.ndim == 1 else steps
    if steps.ndim > 2 or steps.shape not in ((), (len(anchors), 1), (len(anchors), 2), (1, 1), (1, 2)):
        raise ValueError(f"stride: found shape {np.shape(stride)}, wanted ({len(anchors)},) or ({len(anchors)}, 2)")
    return np.broadcast_to(steps, (len(anchors), 2))


def columns(name: str, values: npt.ArrayLike, dtype: str) -> Array:
    """Return ``values`` as (n, 4) of ``dtype``; raises ValueError for another shape or no numbers."""
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            array = np.asarray(values).astype(dtype)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: wanted numbers, (n, 4): {error}") from error
    if array.shape == (0,):
        return array.reshape(0, 4)
    if array.ndim != 2 or array.shape[1] != 4:
        raise ValueError(f"{name}: found shape {array.shape}, wanted (n, 4)")
    return array


def both(anchors: npt.ArrayLike, others: npt.ArrayLike, name: str, dtype: str = "float32") -> tuple[Array, Array]:
    """Return anchors and ``others``, named ``name``, as (n, 4) each; raises ValueError where shapes differ."""
    anchor, other = columns("anchors", anchors, dtype), columns(name, others, dtype)
    if anchor.shape != other.shape:
        raise ValueError(f"anchors {anchor.shape} and {name} {other.shape} differ in shape, wanted (n, 4) each")
    return anchor, other
