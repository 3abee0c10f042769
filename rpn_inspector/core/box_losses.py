"""Losses of decoded boxes: IoU and its kin, each with the gradient by the box's corners.

Boxes are not clipped to the picture. Values have the boxes' precision, gradients are float64. Sources: the articles of
GIoU (1902.09630), DIoU and CIoU (1911.08287), EIoU as published with smooth EIoU (2101.08158), SIoU (2205.12740) and
Bounded IoU (1711.00164); details of MMDetection 3.3.0, torchvision 0.29 and detectron2 0.6, by `LossSpec.iou_form`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.slopes import Sloped, arctan, chosen, exp, larger, log, root, size, smaller, square
from rpn_inspector.core.specs import LossSpec

Array = npt.NDArray[Any]
LEAST_UNION = 1e-6  # MMDetection's bbox_overlaps divides by no less


class Decoded(NamedTuple):
    """Predicted boxes (n, 4) and ground truths (n, 4), network px, x1 y1 x2 y2."""

    predicted: Array
    truth: Array


class BoxCost(NamedTuple):
    """Losses (n, C), C 1 or 4 parts that are summed, and the gradient (n, 4) of the sum by x1 y1 x2 y2."""

    value: Array
    gradient: Array


def decoded_loss(boxes: Decoded, spec: LossSpec) -> BoxCost:
    """Return the losses of ``spec.box``, one of `DECODED`, before weight and normaliser.

    NaN where the library's own is: identical boxes under MMDetection's CIoU, two equal points under SIoU and the other
    CIoU.
    """
    predicted = np.asarray(boxes.predicted)
    corners, truth = Sloped.variables(predicted), [np.asarray(edge) for edge in np.asarray(boxes.truth).T]
    with np.errstate(all="ignore"):
        parts = DECODED[spec.box](_Pair(corners, truth), spec)
    return BoxCost(
        np.stack([part.value for part in parts], 1), np.sum([part.slope for part in parts], 0).astype(np.float64)
    )


class _Pair:
    """A box with slopes and a ground truth: what the formulas have in common."""

    def __init__(self, box: list[Sloped], truth: list[Array]) -> None:
        self.box, self.truth = box, truth
        x1, y1, x2, y2 = box
        a1, b1, a2, b2 = truth
        self.width, self.height = x2 - x1, y2 - y1
        self.true_width, self.true_height = a2 - a1, b2 - b1
        # corners of the intersection, which may be turned over, and of the box around both
        fixed = [_fixed(x1, edge) for edge in truth]
        self.fixed = fixed
        self.left, self.top = larger(x1, fixed[0]), larger(y1, fixed[1])
        self.right, self.bottom = smaller(x2, fixed[2]), smaller(y2, fixed[3])
        self.around = [smaller(x1, fixed[0]), smaller(y1, fixed[1]), larger(x2, fixed[2]), larger(y2, fixed[3])]

    @property
    def inter(self) -> Sloped:
        return larger(self.right - self.left, 0.0) * larger(self.bottom - self.top, 0.0)

    @property
    def union(self) -> Sloped:
        both: Sloped = self.width * self.height + self.true_width * self.true_height
        return both - self.inter

    @property
    def around_sides(self) -> tuple[Sloped, Sloped]:
        x1, y1, x2, y2 = self.around
        return larger(x2 - x1, 0.0), larger(y2 - y1, 0.0)

    @property
    def distance(self) -> Sloped:
        """The squared distance of the centres."""
        x1, y1, x2, y2 = self.box
        a1, b1, a2, b2 = self.truth
        across, down = (a1 + a2) - (x1 + x2), (b1 + b2) - (y1 + y2)
        return square(across) / 4 + square(down) / 4


def _fixed(like: Sloped, value: Array) -> Sloped:
    return Sloped(value.astype(like.value.dtype), np.zeros_like(like.slope))


def _iou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    q = larger(pair.inter / larger(pair.union, LEAST_UNION), spec.epsilon)
    if spec.iou_mode == "log":
        return [-log(q)]
    return [1 - q] if spec.iou_mode == "linear" else [1 - square(q)]


def _giou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    width, height = pair.around_sides
    if spec.iou_form == "mmdetection":
        union, whole = larger(pair.union, spec.epsilon), larger(width * height, spec.epsilon)
        return [1 - (pair.inter / union - (whole - union) / whole)]
    union, whole = pair.union, width * height
    return [1 - (pair.inter / (union + spec.epsilon) - (whole - union) / (whole + spec.epsilon))]


def _diou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    return [1 - (_plain_iou(pair, spec) - _apart(pair, spec))]


def _ciou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    iou, apart = _plain_iou(pair, spec), _apart(pair, spec)
    mmdetection = spec.iou_form == "mmdetection"
    extra = spec.epsilon if mmdetection else 0.0
    true_angle = np.arctan(pair.true_width / np.asarray(pair.true_height + extra, pair.true_height.dtype))
    v = (4 / math.pi**2) * square(true_angle - arctan(pair.width / (pair.height + extra)))
    # alpha is a weight, no variable: the libraries keep it out of the gradient
    if mmdetection:
        alpha = np.where(iou.value > 0.5, v.value / (1 - iou.value + v.value), 0)
        inside = iou - (apart + np.where(iou.value > 0.5, alpha, 0).astype(v.value.dtype) * v)
        return [1 - larger(smaller(inside, 1.0), -1.0)]
    alpha = v.value / (1 - iou.value + v.value + np.asarray(spec.epsilon, v.value.dtype))
    return [1 - iou + apart + alpha * v]


def _plain_iou(pair: _Pair, spec: LossSpec) -> Sloped:
    return pair.inter / (pair.union + spec.epsilon)


def _apart(pair: _Pair, spec: LossSpec) -> Sloped:
    """Return the squared distance of centres over that of the corners of the box around both."""
    width, height = pair.around_sides
    return pair.distance / (square(width) + square(height) + spec.epsilon)


def _eiou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    # an intersection with a sign: boxes apart have a slope as well
    left, top, right, bottom = pair.left, pair.top, pair.right, pair.bottom
    x, y = pair.around[:2]
    low_x, high_x, low_y, high_y = (
        smaller(left, right), larger(left, right), smaller(top, bottom), larger(top, bottom),
    )  # fmt: skip
    inter = (
        (right - x) * (bottom - y) + (low_x - x) * (low_y - y) - (left - x) * (high_y - y) - (high_x - x) * (top - y)
    )
    union = pair.width * pair.height + pair.true_width * pair.true_height - inter + spec.epsilon
    return [_smooth(1 - inter / union, spec.beta)]


def _siou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    epsilon = spec.epsilon
    iou = pair.inter / (pair.union + epsilon)
    x1, y1, x2, y2 = pair.box
    a1, b1, a2, b2 = pair.truth
    width, height = (larger(side, epsilon) for side in pair.around_sides)
    # in this order of sums: another costs 8e-6
    across, down = ((a1 + a2 - x1 - x2) / 2) + epsilon, ((b1 + b2 - y1 - y2) / 2) + epsilon
    far = root(square(across) + square(down))
    one, other = size(across) / far, size(down) / far
    sine = chosen(one.value > np.asarray(math.sqrt(0.5), one.value.dtype), other, one)
    # cos(2 asin a - pi / 2) = sin(2 asin a)
    turned = np.arcsin(sine.value) * 2 - np.asarray(math.pi / 2, sine.value.dtype)
    wide = sine.value.astype(np.float64)
    angle = sine.of(np.cos(turned), 2 * np.sqrt(1 - wide**2) - 2 * wide**2 / np.sqrt(1 - wide**2))
    gamma = 2 - angle
    # the exponents are positive, as in MMDetection: the cost of distance is 0 or below
    distance = (1 - exp(gamma * square(across / width))) + (1 - exp(gamma * square(down / height)))
    tall, true_tall = pair.height + epsilon, pair.true_height + np.asarray(epsilon, pair.true_height.dtype)
    shape = _shape(pair.width, pair.true_width) + _shape(tall, true_tall)
    inside = iou - (distance + shape) * 0.5
    return [1 - larger(smaller(inside, 1.0), -1.0)]


def _shape(side: Sloped, truth: Array) -> Sloped:
    ratio = size(side - truth) / larger(side, _fixed(side, truth))
    return square(square(1 - exp(-ratio)))


def _bounded_iou(pair: _Pair, spec: LossSpec) -> list[Sloped]:
    epsilon = spec.epsilon
    x1, y1, x2, y2 = pair.box
    a1, b1, a2, b2 = pair.truth
    found = []
    for centre, true_centre, side in (
        ((x1 + x2) * 0.5, (a1 + a2) * 0.5, pair.true_width), ((y1 + y2) * 0.5, (b1 + b2) * 0.5, pair.true_height),
    ):  # fmt: skip
        off = size(true_centre - centre) * 2
        found.append(1 - larger((side - off) / (off + side + epsilon), 0.0))
    for own, side in ((pair.width, pair.true_width), (pair.height, pair.true_height)):
        found.append(1 - smaller(side / (own + epsilon), own / np.asarray(side + epsilon, side.dtype)))
    return [_smooth(part, spec.beta) for part in found]


def _smooth(d: Sloped, beta: float) -> Sloped:
    """Return smooth L1 of d, not negative."""
    if not beta > 0:
        return d
    return chosen(d.value < np.asarray(beta, d.value.dtype), square(d) * 0.5 / beta, d - 0.5 * beta)


DECODED: dict[str, Callable[[_Pair, LossSpec], list[Sloped]]] = {
    "iou": _iou,
    "giou": _giou,
    "diou": _diou,
    "ciou": _ciou,
    "eiou": _eiou,
    "siou": _siou,
    "bounded_iou": _bounded_iou,
}
"""The losses of decoded boxes, by their names in a recipe; bounded IoU alone has four parts."""


def balanced_l1(size_of: Array, spec: LossSpec) -> tuple[Array, Array]:
    """Return balanced L1 of d = |t - t*|, ``size_of``, and the slope, each in the shape of ``size_of``.

    alpha / b (b d + 1) ln(b d / beta + 1) - alpha d; from beta on gamma d and a constant; b = e^(gamma / alpha) - 1.
    Source: Libra R-CNN (1904.02701).
    """
    d, alpha, gamma, beta = size_of, spec.balanced_alpha, spec.balanced_gamma, spec.beta
    b = math.exp(gamma / alpha) - 1
    with np.errstate(all="ignore"):
        inner = np.log(b * d / beta + 1) if beta > 0 else np.zeros_like(d)
        near = alpha / b * (b * d + 1) * inner - alpha * d
        near_slope = alpha * inner + alpha * (b * d + 1) / (b * d + beta) - alpha if beta > 0 else np.zeros_like(d)
        return (
            np.where(d < beta, near, gamma * d + gamma / b - alpha * beta),
            np.where(d < beta, near_slope, gamma),
        )
