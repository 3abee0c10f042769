"""Rows of six numbers that no layout explains: boxes with score and class, as detectors return them decoded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from rpn_inspector.core.values import Array, quiet
from rpn_inspector.data.predictions.layout import MOST_CLASS, UNIT, BoxPart, ClassPart, Layout, PictureSpec, ScorePart

AXES = ("N", "6")


def guessed_layout(arrays: Mapping[str, Array], path: Path) -> Layout | None:
    """Return the layout that rows x1 y1 x2 y2 score class, or class before score, seem to have; None for other numbers.

    Args:
        arrays: those of one picture; one alone is looked at, (N, 6) or (1, N, 6), with a score in some row, or (0, 6).
        path: the file, for messages.
    """
    if len(arrays) != 1:
        return None
    name, array = next(iter(arrays.items()))
    rows = array[0] if array.ndim == 3 and len(array) == 1 else array
    if rows.ndim != 2 or rows.shape[1] != 6 or rows.dtype.kind != "f":
        return None
    for score, kind in ((4, 5), (5, 4)):
        used = rows[rows[:, score] > 0].astype(np.float64)  # exports fill up with rows of score 0
        if len(rows) and not _are_boxes(used, score, kind):
            continue
        fractions = bool(len(used) and np.abs(used[:, :4]).max() <= UNIT)
        order = "score, class" if score < kind else "class, score"
        unit = "fractions" if fractions else "px"
        return Layout(
            path=path,
            objectness=ScorePart((name,), AXES, (score,), probability=True),
            boxes=BoxPart((name,), AXES, slice(0, 4), fractions=fractions, of_picture=True),
            classes=ClassPart((name,), AXES, (kind,)),
            picture=PictureSpec(),
            guess=f"rows of six numbers, guessed to be x1, y1, x2, y2, {order} in {unit} of the stored picture: a "
            "layout says what they are",
        )
    return None


@quiet
def _are_boxes(rows: Array, score: int, kind: int) -> bool:
    """Return whether all ``rows`` (n, 6) have two corners, a score of at most 1, some below it, and a class."""
    classes = rows[:, kind]
    if not (rows[:, score] < 1).any():  # all 1 may be a class
        return False
    whole = (classes % 1 == 0) & (classes >= 0) & (classes <= MOST_CLASS)
    cornered = (rows[:, :2] < rows[:, 2:4]).all(1)
    return bool((whole & cornered & (rows[:, score] <= 1) & np.isfinite(rows).all(1)).all())
