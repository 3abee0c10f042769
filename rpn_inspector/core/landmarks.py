"""Landmarks of a face: points coded like centres of boxes, and their loss (RetinaFace)."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.losses import Term, smooth_l1
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
LANDMARKS = "landmarks"
MIRRORED = (1, 0, 2, 4, 3)  # eyes and corners of the mouth, left and right, change places


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
    return float(_costs(deltas, targets).sum() / max(len(np.asarray(deltas)), 1))


def network_landmarks(points: Array, frame: Frame) -> Array:
    """Return ``points`` (G, 2 L) of original px in network px, float32; NaN where not annotated.

    The five of a face mirrored left to right change sides, and only a crop clips. Source: Pytorch_Retinaface
    data/data_augment.py ``_mirror`` and ``_crop``.
    """
    count, columns = np.shape(points)
    frame = dataclasses.replace(frame, clip_boxes=frame.cropped)
    pairs = np.asarray(points, np.float64).reshape(count * (columns // 2), 2)
    there = np.isfinite(pairs).all(1)
    found = np.full(pairs.shape, np.nan, np.float32)
    # a box without sides goes the way of its corner
    found[there] = frame.to_network(np.tile(pairs[there], 2))[:, :2]
    faces = found.reshape(count, columns // 2, 2)
    if frame.mirrored[0] and columns == 2 * len(MIRRORED):
        faces = faces[:, MIRRORED]
    return np.asarray(faces.reshape(count, columns))


def landmark_term(said: Array, targets: Array, rows: npt.NDArray[np.int64], weight: float) -> Term:
    """Return the loss of positives ``rows`` (P,) whose face has landmarks; the others have no part in it.

    Args:
        said: (P, 2 L) the network's outputs of the positives.
        targets: (P, 2 L), NaN where the face has no landmarks.
        rows: flat indices.
        weight: of the loss.
    """
    faces = np.isfinite(targets).all(1)
    divisor = float(max(int(faces.sum()), 1))
    per_anchor = weight * _costs(said[faces], targets[faces]).sum(1) / divisor
    return Term(value=float(per_anchor.sum()), rows=rows[faces], per_anchor=per_anchor, normaliser=divisor)


def landmark_table(t_star: Array | None, t: Array | None, points: Array | None) -> Table:
    """Return target, prediction, cost and decoded place, network px, of each coordinate; without both no row.

    Args:
        t_star: the target (2 L,), NaN or None without landmarks.
        t: the prediction (2 L,).
        points: the decoded points (2 L,), network px.
    """
    coded = [Head(head, digits=2, letters=6, signed=True) for head in ("t*", "t")]
    heads = (*coded, Head("R(d)", digits=4), Head(Text("predicted"), digits=1, letters=6))
    known = t_star is not None and bool(np.isfinite(t_star).all())
    if not known and t is None:
        return Table(heads)
    count = len(t if t is not None else t_star if t_star is not None else ())
    cost = _costs(t, t_star) if known and t is not None and t_star is not None else None
    rows = []
    for k in range(count):
        numbers = (t_star if known else None, t, cost, points)
        cells = tuple(None if column is None else float(column[k]) for column in numbers)
        rows.append(TableRow(f"{k // 2 + 1} {'xy'[k % 2]}", cells))
    note: Text | str = "" if known else Text("Its face has no annotated landmarks: they have no loss here.")
    return Table(heads, tuple(rows), note=note)


def _costs(deltas: Array, targets: Array) -> Array:
    error = (np.asarray(deltas, np.float32) - np.asarray(targets, np.float32)).astype(np.float64)
    return np.asarray(smooth_l1(error, 1.0))


def _middle_and_side(anchors: Array) -> tuple[Array, Array]:
    boxes = np.asarray(anchors, np.float32)
    return (boxes[:, :2] + boxes[:, 2:]) / np.float32(2), boxes[:, 2:] - boxes[:, :2]
