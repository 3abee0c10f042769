"""``Sample``: one picture's name, size and ground truths, as the annotator wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError

Floats = npt.NDArray[np.float64]


class Kind(IntEnum):
    """How a ground truth was marked by its annotator."""

    NORMAL = 0
    CROWD = 1
    DIFFICULT = 2
    IGNORED = 3


class Attributes(Mapping[str, str]):
    """What an annotation says of one ground truth beside box, class and id, by name: words, as its file has them.

    Read-only, and unlike ``MappingProxyType`` it can be sent to another process.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        self._words = dict(words or ())

    def __getitem__(self, name: str) -> str:
        """Return what is written under ``name``. Raises `KeyError` where nothing is."""
        return self._words[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names as they are written one after the other."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._words)

    def __repr__(self) -> str:
        """Return them as Python writes a mapping."""
        return f"Attributes({self._words})"

    def __str__(self) -> str:
        """Return them in one line, for people."""
        return " ".join(", ".join(f"{name}: {value}" for name, value in self._words.items()).split())


NO_ATTRIBUTES = Attributes()


def _empty_boxes() -> Floats:
    return np.zeros((0, 4))


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One picture and its ground truths.

    ``size`` is (h, w) in px. ``gt`` is (G, 4) float64, x1 y1 x2 y2 in original px. ``gt_class`` (G,) int64 indexes
    ``classes``; ``gt_kind`` (G,) int8 holds `Kind`; ``gt_id`` are the ids as written; ``turned`` says that size
    and boxes are of the picture as EXIF turns it. ``gt_attributes`` holds one read-only mapping of str to str for each
    ground truth: what its annotation says of it besides (VOC's pose, COCO's area, ...), in the words of the file;
    none given stands for G empty ones. Arrays are copied and read-only.
    Raises `InspectorError` where shapes do not fit or a number is not finite.
    """

    name: str
    size: tuple[int, int]
    gt: Floats = field(default_factory=_empty_boxes)
    gt_class: npt.NDArray[np.int64] | None = None
    gt_kind: npt.NDArray[np.int8] | None = None
    gt_id: tuple[str, ...] = ()
    path: Path | None = None
    image_id: str = ""
    classes: tuple[str, ...] = ()
    turned: bool = False
    gt_attributes: tuple[Mapping[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Copy the arrays, check that they belong together, and make them read-only."""
        gt = self._numbers("gt", self.gt, np.float64)
        gt = gt.reshape(0, 4) if gt.size == 0 else gt
        if gt.ndim != 2 or gt.shape[1] != 4:
            raise InspectorError(f"{self.name}: gt has shape {gt.shape}, wanted (G, 4) of x1, y1, x2, y2")
        if not np.isfinite(gt).all():
            raise InspectorError(f"{self.name}: gt holds a number that is not finite")
        height, width = self._size()
        count = len(gt)
        classes, kinds = (
            np.zeros(count, dtype) if given is None else self._numbers(name, given, dtype)
            for name, given, dtype in (("gt_class", self.gt_class, np.int64), ("gt_kind", self.gt_kind, np.int8))
        )
        for field_name, shape in (("gt_class", classes.shape), ("gt_kind", kinds.shape)):
            if shape != (count,):
                raise InspectorError(f"{self.name}: {field_name} has shape {shape}, wanted ({count},)")
        if not np.isin(kinds, list(Kind)).all():
            wanted = ", ".join(f"{kind.value} {kind.name.lower()}" for kind in Kind)
            raise InspectorError(f"{self.name}: gt_kind holds {kinds[~np.isin(kinds, list(Kind))][0]}, wanted {wanted}")
        attributes = tuple(self.gt_attributes) or (NO_ATTRIBUTES,) * count
        if len(attributes) != count:
            raise InspectorError(f"{self.name}: gt_attributes holds {len(attributes)} mappings, wanted {count}")
        frozen = tuple(words if isinstance(words, Attributes) else Attributes(words) for words in attributes)
        object.__setattr__(self, "gt_attributes", frozen)
        owned: dict[str, npt.NDArray[Any]] = {"gt": gt, "gt_class": classes, "gt_kind": kinds}
        for name, array in owned.items():
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        object.__setattr__(self, "size", (height, width))

    def _numbers(self, name: str, values: Any, dtype: type[np.generic]) -> npt.NDArray[Any]:
        try:
            return np.array(values, dtype, copy=True)
        except (TypeError, ValueError, OverflowError) as error:
            raise InspectorError(f"{self.name}: {name}: wanted numbers: {error}") from error

    def _size(self) -> tuple[int, int]:
        try:
            height, width = (int(side) for side in self.size)
        except (TypeError, ValueError, OverflowError) as error:
            raise InspectorError(f"{self.name}: size is {self.size!r}, wanted (h, w) in whole px") from error
        if height < 1 or width < 1 or (height, width) != tuple(self.size):
            raise InspectorError(f"{self.name}: size (h, w) is {self.size}, wanted whole px, at least 1 each")
        return height, width

    def class_name(self, gt: int) -> str:
        """Return the class of ground truth ``gt`` in words, or its number where no names are known."""
        assert self.gt_class is not None
        index = int(self.gt_class[gt])
        return self.classes[index] if 0 <= index < len(self.classes) else str(index)
