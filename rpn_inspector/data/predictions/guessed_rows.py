"""Arrays that no layout explains: decoded boxes with score and class, as detectors return them.

Rows of six numbers, or an array each, by the names that torchvision, detectron2, MMDetection and Ultralytics give them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import Array, quiet
from rpn_inspector.data.predictions.layout import MOST_CLASS, UNIT, BoxPart, ClassPart, Layout, PictureSpec, ScorePart

AXES = ("N", "6")
BOXES, SCORES = ("boxes", "pred_boxes", "bboxes", "xyxy"), ("scores", "conf")
CLASSES = ("labels", "pred_classes", "classes", "cls")


def guessed_layout(arrays: Mapping[str, Array], path: Path) -> Layout | None:
    """Return the layout that decoded boxes seem to have; None for other numbers.

    Args:
        arrays: those of one picture, each of them perhaps with an axis of 1 before. One alone: rows (N, 6) of x1 y1 x2
            y2 score class, or class before score, with a score in some row, or (0, 6). Several: boxes (N, 4), scores
            (N,) and perhaps classes (N,), by the names of ``BOXES``, ``SCORES`` and ``CLASSES``, and nothing else.
        path: the file, for messages.
    """
    return _of_rows(arrays, path) if len(arrays) == 1 else _of_names(arrays, path)


def _of_rows(arrays: Mapping[str, Array], path: Path) -> Layout | None:
    name, array = next(iter(arrays.items()))
    rows = _without_batch(array, 2)
    if rows.ndim != 2 or rows.shape[1] != 6 or rows.dtype.kind != "f":
        return None
    for score, kind in ((4, 5), (5, 4)):
        used = rows[rows[:, score] > 0].astype(np.float64)  # exports fill up with rows of score 0
        if len(rows) and not ((used[:, score] < 1).any() and _are_boxes(used[:, :4], used[:, score], used[:, kind])):
            continue  # scores of 1 alone may be a class
        order = Text("score, class") if score < kind else Text("class, score")
        return _layout(
            path,
            Text.of("rows of six numbers, guessed to be x1, y1, x2, y2, {order}", order=order),
            used,
            BoxPart((name,), AXES, slice(0, 4)),
            ScorePart((name,), AXES, (score,), probability=True),
            ClassPart((name,), AXES, (kind,)),
        )
    return None


def _of_names(arrays: Mapping[str, Array], path: Path) -> Layout | None:
    names = {}
    for kind, known in (("boxes", BOXES), ("scores", SCORES), ("classes", CLASSES)):
        if found := [name for name in known if name in arrays]:
            names[kind] = found[0]
    if len(names) != len(arrays) or not {"boxes", "scores"} <= names.keys():
        return None
    boxes, scores = (_without_batch(arrays[names[kind]], axes) for kind, axes in (("boxes", 2), ("scores", 1)))
    classes = _without_batch(arrays[names["classes"]], 1) if "classes" in names else np.zeros(scores.shape)
    shapes = boxes.ndim == 2 and boxes.shape[1] == 4 and {scores.shape, classes.shape} == {boxes.shape[:1]}
    if not shapes or {boxes.dtype.kind, scores.dtype.kind} != {"f"} or classes.dtype.kind not in "iuf":
        return None
    used = scores > 0
    if not _are_boxes(*(each[used].astype(np.float64) for each in (boxes, scores, classes))):
        return None
    kinds = Text("with classes counted from 0") if "classes" in names else Text("without classes")
    return _layout(
        path,
        Text.of("{arrays}, guessed to be x1, y1, x2, y2, {kinds},", arrays=UserName(", ".join(arrays)), kinds=kinds),
        boxes[used],
        BoxPart((names["boxes"],), ("N", "4")),
        ScorePart((names["scores"],), ("N",), probability=True),
        ClassPart((names["classes"],), ("N",)) if "classes" in names else None,
    )


def _layout(
    path: Path, guess: Text, used: Array, boxes: BoxPart, scores: ScorePart, classes: ClassPart | None
) -> Layout:
    """Return the layout of these parts, in the unit that the boxes ``used`` (n, 4 or more) seem to have."""
    fractions = bool(len(used) and np.abs(used[:, :4]).max() <= UNIT)
    return Layout(
        path=path,
        objectness=scores,
        boxes=replace(boxes, fractions=fractions, of_picture=True),
        classes=classes,
        picture=PictureSpec(),
        guess=Text.of("{guess} in fractions of the stored picture: a layout says what they are", guess=guess)
        if fractions
        else Text.of("{guess} in px of the stored picture: a layout says what they are", guess=guess),
    )


def _without_batch(array: Array, axes: int) -> Array:
    return array[0] if array.ndim == axes + 1 and len(array) == 1 else array


@quiet
def _are_boxes(boxes: Array, scores: Array, classes: Array) -> bool:
    """Return whether all ``boxes`` (n, 4) have two corners, a score (n,) of at most 1 and a class (n,)."""
    whole = (classes % 1 == 0) & (classes >= 0) & (classes <= MOST_CLASS)
    cornered = (boxes[:, :2] < boxes[:, 2:]).all(1) & np.isfinite(boxes).all(1)
    return bool((whole & cornered & (scores <= 1) & np.isfinite(scores)).all())
