"""Work units: pictures on one grid, cut so that the same dataset and recipe give the same units in every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.rows import distinct_pairs, rows_of
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import read_only

if TYPE_CHECKING:  # with what reads datasets, which no process that counts needs
    from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns

Ints = npt.NDArray[np.int64]
MOST_BOXES = 3_000  # of a unit: the pairs of anchor and ground truth then stay under some 100 MB
MOST_PICTURES = 2_000


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WorkUnit:
    """Pictures (p) with one padded size, and their ground truths (g) that have a width and a height.

    Args:
        number: of the unit, from 0.
        padded_size: (h, w) network px of the input.
        image: (p,) the pictures' numbers in the dataset, ascending.
        size: (p, 2) h, w original px.
        first: (p + 1,) the ground truths of picture i are rows ``first[i]`` to ``first[i + 1]``.
        row: (g,) the ground truths' rows in `AnnotationColumns`.
        box: (g, 4) x1 y1 x2 y2, original px, float64.
        kind: (g,) int8, a `Kind`.
    """

    number: int
    padded_size: tuple[int, int]
    image: Ints
    size: Ints
    first: Ints
    row: Ints
    box: npt.NDArray[np.float64]
    kind: npt.NDArray[np.int8]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def picture(self) -> Ints:
        """Return each ground truth's picture, as a place in ``image`` (g,)."""
        return np.repeat(np.arange(len(self.image)), np.diff(self.first))


def frames_of(size: Ints, recipe: Recipe) -> tuple[list[Frame | None], Ints, dict[int, str]]:
    """Return the frames of pictures, made once for each size.

    Args:
        size: (n, 2) h, w original px, 0 where unknown.
        recipe: of the resizing.

    Returns:
        The distinct frames, None for a size that has none; (n,) the number of each picture's frame; and why a frame is
        none, by its number.
    """
    sizes, which = distinct_pairs(size)
    frames: list[Frame | None] = []
    problems: dict[int, str] = {}
    for number, (height, width) in enumerate(sizes.tolist()):
        frame = None
        if height > 0:
            try:
                frame = recipe.resize.of((height, width))
            except BadRecipe as error:  # an input beyond the limit of pixels
                problems[number] = str(error)
        frames.append(frame)
    return frames, which, problems


def units_of(
    annotations: AnnotationColumns, recipe: Recipe, pictures: int | None = None
) -> tuple[list[WorkUnit], dict[int, str]]:
    """Return the units of all pictures with a size, and the pictures left out with the reason.

    Units follow the padded sizes in the order of their first picture, and the pictures in the dataset's order; a unit
    has at most ``pictures`` of them, `MOST_PICTURES` where not said.
    """
    frames, which, refused = frames_of(annotations.size, recipe)
    problems = dict(annotations.problems)
    # the padded size of each picture as one number, -1 where none
    padded = [(-1, -1) if frame is None else frame.padded_size for frame in frames]
    distinct, of_frame = distinct_pairs(np.array(padded, np.int64).reshape(-1, 2))
    group = of_frame[which] if len(padded) else np.zeros(0, np.int64)
    for image in np.flatnonzero(np.array([frame is None for frame in frames], bool)[which]).tolist():
        problems.setdefault(image, refused.get(int(which[image]), Text("the picture's size is unknown")))
    units: list[WorkUnit] = []
    groups, begin = np.unique(group, return_index=True)
    for number in groups[np.argsort(begin)].tolist():
        height, width = distinct[number].tolist()
        if height > 0:
            for images in _cut(annotations, np.flatnonzero(group == number), pictures or MOST_PICTURES):
                units.append(_unit(annotations, len(units), (height, width), images))
    return units, problems


def _cut(annotations: AnnotationColumns, images: Ints, pictures: int) -> Iterator[Ints]:
    """Yield runs of ``images``, at most ``pictures`` of at most `MOST_BOXES` ground truths in all, or one picture."""
    boxes = (annotations.first[images + 1] - annotations.first[images]).cumsum()
    start = 0
    while start < len(images):
        before = int(boxes[start - 1]) if start else 0
        end = int(np.searchsorted(boxes, before + MOST_BOXES, "right"))
        end = min(max(end, start + 1), start + pictures)
        yield images[start:end]
        start = end


def _unit(annotations: AnnotationColumns, number: int, padded: tuple[int, int], images: Ints) -> WorkUnit:
    rows = rows_of(annotations.first, images)
    sound = ~annotations.zero[rows]
    count = annotations.first[images + 1] - annotations.first[images]
    kept = np.bincount(np.repeat(np.arange(len(images)), count)[sound], minlength=len(images))
    rows = rows[sound]
    return WorkUnit(
        number=number,
        padded_size=padded,
        image=images,
        size=annotations.size[images],
        first=np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)]),
        row=rows,
        box=annotations.box[rows],
        kind=annotations.kind[rows],
    )
