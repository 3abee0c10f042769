"""Landmarks of a face: points coded like centres of boxes, and their loss (RetinaFace)."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.losses import smooth_l1

Array = npt.NDArray[Any]


def encode_landmarks(anchors: Array, points: Array, deviation: float = 0.1) -> Array:
    """Return the targets (n, 2 L) float32 of ``points`` (n, 2 L), x then y each: (point - centre) / (deviation side).

    Args:
        anchors: (n, 4) x1 y1 x2 y2.
        points: in the anchors' frame.
        deviation: RetinaFace's first variance.
    """
    centre, side = _middle_and_side(anchors)
    pairs = np.asarray(points, np.float32).reshape(len(anchors), np.shape(points)[1] // 2, 2)
    coded = (pairs - centre[:, None]) / (np.float32(deviation) * side[:, None])
    return np.asarray(coded.reshape(np.shape(points)))


def decode_landmarks(anchors: Array, deltas: Array, deviation: float = 0.1) -> Array:
    """Return the points (n, 2 L) float32 of network outputs ``deltas`` (n, 2 L): the inverse of `encode_landmarks`."""
    centre, side = _middle_and_side(anchors)
    pairs = np.asarray(deltas, np.float32).reshape(len(anchors), np.shape(deltas)[1] // 2, 2)
    return np.asarray((centre[:, None] + pairs * np.float32(deviation) * side[:, None]).reshape(np.shape(deltas)))


def landmark_loss(deltas: Array, targets: Array) -> float:
    """Return smooth L1 of all points (n, 2 L), summed and divided by the number of faces, at least 1."""
    error = (np.asarray(deltas, np.float32) - np.asarray(targets, np.float32)).astype(np.float64)
    return float(smooth_l1(error, 1.0).sum() / max(len(error), 1))


def _middle_and_side(anchors: Array) -> tuple[Array, Array]:
    boxes = np.asarray(anchors, np.float32)
    return (boxes[:, :2] + boxes[:, 2:]) / np.float32(2), boxes[:, 2:] - boxes[:, :2]
