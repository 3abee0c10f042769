"""Exported boxes of one picture, and the provenance of the numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.values import Array

FRAMES = ("original", "network")
SELECTIONS = ("proposals", "positives", "all", "detections")
COLUMNS = ("image", "anchor", "level", "x1", "y1", "x2", "y2", "score", "label", "fate", "class")
CLASS = "object"  # what a box without a class is of: a proposal may be anything
NO_CLASS = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The provenance of exported numbers.

    ``frame`` says whose pixels the boxes are in, ``what`` which boxes, with a score of ``min_score`` at least.
    """

    tool: str
    version: str
    recipe: str
    recipe_hash: str
    dataset: str
    predictions: str
    frame: str
    what: str
    simulated: bool = False
    min_score: float = 0.0

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, with the notes a reader of the file needs."""
        pixels = {"original": "pixels of the original picture", "network": "pixels of the resized network input"}
        return asdict(self) | {"frame_means": pixels[self.frame]}


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of exported boxes: ``names``, () where boxes have no class, and each class's COCO ``ids``.

    ``any`` is the id of a box without a class: one of the dataset's own, because COCOeval drops other ids.
    """

    names: tuple[str, ...] = ()
    ids: tuple[int | str, ...] = ()
    any: int | str = 1

    def name(self, index: int) -> str:
        """Return a class in words, `CLASS` for `NO_CLASS`."""
        return self.names[index] if index != NO_CLASS else CLASS

    def id(self, index: int) -> int | str:
        """Return a class's id, ``any`` for `NO_CLASS`."""
        return self.ids[index] if index != NO_CLASS else self.any


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Exported:
    """The boxes of one picture to be exported.

    Args:
        image: the picture's name.
        image_id: the picture's id in the exported file.
        anchor: (n,) flat index of each box's anchor, -1 unknown.
        level: (n,) index to ``levels``.
        levels: the levels' names.
        boxes: (n, 4) float, x1 y1 x2 y2 px.
        score: (n,) float, 0 to 1.
        label: (n,) int8, the anchor's label.
        fate: (n,) uint8, a `Fate` each.
        size: (h, w) px of the picture in the boxes' frame, needed by the formats that write a size.
        kind: (n,) index to ``classes`` or `NO_CLASS`; None stands for no class at all.
        classes: the classes boxes may have.
    """

    image: str
    image_id: int | str
    anchor: npt.NDArray[np.int64]
    level: npt.NDArray[np.int64]
    levels: tuple[str, ...]
    boxes: Array
    score: Array
    label: npt.NDArray[np.int8]
    fate: npt.NDArray[np.uint8]
    size: tuple[int, int] | None = None
    kind: npt.NDArray[np.int64] | None = None
    classes: Classes = field(default_factory=Classes)

    def kinds(self) -> list[int]:
        """Return each box's class as an index to ``classes``, or `NO_CLASS`."""
        return [NO_CLASS] * len(self.boxes) if self.kind is None else self.kind.tolist()

    def kind_names(self) -> list[str]:
        """Return each box's class in words."""
        return [self.classes.name(index) for index in self.kinds()]

    def scoring(self, least: float) -> Exported:
        """Return the boxes with a score of ``least`` at least, all of them for 0."""
        return self if least <= 0 else self.at(np.flatnonzero(self.score >= least))

    def at(self, kept: npt.NDArray[np.int64]) -> Exported:
        """Return the boxes at the places ``kept`` (k,)."""
        names = ("anchor", "level", "boxes", "score", "label", "fate")
        kind = None if self.kind is None else self.kind[kept]
        return replace(self, kind=kind, **{name: getattr(self, name)[kept] for name in names})

    def known_size(self) -> tuple[int, int]:
        """Return ``size``; raises `InspectorError` where not given."""
        if self.size is None:
            raise InspectorError(f"{self.image}: its size is not known, and this format writes it")
        return self.size


def shortest(values: Array) -> list[str]:
    """Return each number as the shortest text with the same value in its own precision, always a float in JSON."""
    # str of a NumPy float is the shortest text that reads back to it, in the number's own precision.
    text: Callable[[Any], str] = str
    return [text(value) for value in values]


def written(values: Array) -> npt.NDArray[np.float64]:
    """Return the doubles `shortest` stands for, in the same shape; a cast to the old dtype gives the values."""
    if values.dtype == np.float64:
        return np.asarray(values)
    # Through the text, so that 0.1 of float32 becomes 0.1 and not 0.10000000149.
    return np.array([float(text) for text in shortest(values.ravel())], np.float64).reshape(values.shape)
