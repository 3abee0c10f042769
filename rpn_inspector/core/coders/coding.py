"""The common part of all coders: centres and sides, order of coordinates, weights, means, deviations, precision."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.corner_forms import CornerForms, both
from rpn_inspector.core.coders.formulas import Four
from rpn_inspector.core.limits import FACTOR, NOT_ABOVE_ZERO, NOT_BELOW_ZERO, SHIFT
from rpn_inspector.core.spec import ABOVE_ZERO, number, option
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
ORDER = {"xywh": [0, 1, 2, 3], "yxhw": [1, 0, 3, 2]}  # both permutations are self-inverse
MAX_LOG_SCALE = math.log(1000.0 / 16)


@dataclass(frozen=True, slots=True)
class Coding(CornerForms):
    """Between boxes and t; the rules say what becomes of centre and side."""

    rule: ClassVar[str]
    needs_stride: ClassVar[bool] = False
    coordinates: Literal["xywh", "yxhw"] = option("xywh", "order of the four numbers in the network's output and in t")
    weights: Four = number((1.0, 1.0, 1.0, 1.0), "factors of t, in that order", FACTOR)
    means: Four = number((0.0, 0.0, 0.0, 0.0), "subtracted from t", SHIFT)
    stds: Four = number((1.0, 1.0, 1.0, 1.0), "t is divided by them afterwards", FACTOR)
    max_log_scale: float = number(
        MAX_LOG_SCALE, "log of the side's ratio is cut above this before exp; inf: never", NOT_BELOW_ZERO
    )
    min_log_scale: float = number(-math.inf, "and below this; -inf: never", NOT_ABOVE_ZERO)
    max_shift: float = number(math.inf, "px the centre may move along an axis", ABOVE_ZERO)
    centre: Literal["from_corner", "between_corners"] = option("from_corner", "x1 + w / 2, or (x1 + x2) / 2")
    inclusive: bool = option(False, "widths are x2 - x1 + 1")
    encode_dtype: Literal["float32", "float64"] = option("float32", "precision of t*; the result is float32")
    decode_dtype: Literal["float32", "float64"] = option("float32", "precision of decoding; the result is float32")

    @property
    def order(self) -> list[int]:
        """Return the columns of x y w h in the network's output; of the output's coordinates in x y w h as well."""
        return ORDER[self.coordinates]

    def encode(self, anchors: npt.ArrayLike, boxes: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return t* (n, 4) float32 of ``boxes`` (n, 4) relative to ``anchors`` (n, 4), as `rpn_inspector.encode`."""
        anchor, box = both(anchors, boxes, "boxes", self.encode_dtype)
        order = self.order
        weights = np.array(self.weights, anchor.dtype)[order]
        # a box without sides gives log 0 = -inf, as in the libraries
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            t = self._target(anchor, box, weights, stride)[:, order]
            if self.means != (0.0,) * 4 or self.stds != (1.0,) * 4:
                t = (t - np.array(self.means, anchor.dtype)) / np.array(self.stds, anchor.dtype)
        return np.asarray(t.astype(np.float32))

    @quiet
    def decode(self, anchors: npt.ArrayLike, deltas: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return boxes (n, 4) float32 of ``deltas`` (n, 4) on ``anchors`` (n, 4), as `rpn_inspector.decode`."""
        anchor, t = both(anchors, deltas, "deltas", self.decode_dtype)
        dtype, half = anchor.dtype.type, anchor.dtype.type(0.5)
        if self.means != (0.0,) * 4 or self.stds != (1.0,) * 4:
            # weights, means and deviations stand in the network's order, so the order of coordinates is changed only
            # afterwards
            t = t * np.array(self.stds, dtype) + np.array(self.means, dtype)
        if self.weights != (1.0,) * 4:
            t = t / np.array(self.weights, dtype)
        if self.coordinates != "xywh":
            t = t[:, self.order]
        centre, side = self.centre_and_side(anchor)
        shift = self._shift(t[:, :2], anchor, side, stride)
        if self.max_shift < np.inf:
            shift = np.clip(shift, dtype(-self.max_shift), dtype(self.max_shift))
        with np.errstate(over="ignore", invalid="ignore"):
            # the stretch times side, then half: the operations of the libraries, which decide the last bits of a box
            middle, reach = shift + centre, half * (self._stretched(t[:, 2:]) * side)
            return np.concatenate([middle - reach, middle + reach], 1).astype(np.float32, copy=False)

    def exact(self) -> Self:
        """Return the coder with t* in float64 and nothing added to sides."""
        return replace(self, encode_dtype="float64")

    def raw_for(self, anchors: Array, boxes: Array, strides: Array) -> Array:
        """Return the raw outputs (n, 4) float64 that decode to ``boxes`` (n, 4): t* but for what decoding leaves.

        Args:
            anchors: (n, 4), network px.
            boxes: (n, 4), network px, floats.
            strides: (n, 2) px.
        """
        # a coder with widths of x2 - x1 + 1 adds the pixel in encoding and does not take it off in decoding
        # (py-faster-rcnn's bbox_transform_inv), so the box to encode is one pixel smaller
        smaller = boxes - np.array([0, 0, 1, 1], boxes.dtype) * int(self.inclusive)
        return self.raw_of(self.encode(anchors, smaller, strides).astype(np.float64))

    def _target(self, anchor: Array, box: Array, weights: Array, stride: npt.ArrayLike | None) -> Array:
        """Return the weighted target (n, 4), x y w h, before means and deviations."""
        raise NotImplementedError

    def _shift(self, t: Array, anchor: Array, side: Array, stride: npt.ArrayLike | None) -> Array:
        """Return the shift of the centre, (n, 2) px, by ``t`` (n, 2)."""
        raise NotImplementedError

    def _stretched(self, t: Array) -> Array:
        """Return the ratio of sides (n, 2) of ``t`` (n, 2), by default an exp."""
        # the limit is on the logarithm, before exp, so a wild output cannot overflow
        dtype = t.dtype.type
        return np.asarray(np.exp(np.clip(t, dtype(self.min_log_scale), dtype(self.max_log_scale))))
