"""``Sample``: one picture's name, size and ground truths, as annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.showable import Showable

Floats = npt.NDArray[np.float64]


class Kind(IntEnum):
    """The annotator's mark on a ground truth."""

    NORMAL = 0
    CROWD = 1
    DIFFICULT = 2
    IGNORED = 3


class Attributes(Mapping[str, str]):
    """The words of an annotation beside box, class and id: text by name, as written in the file.

    Read-only, and unlike ``MappingProxyType`` fit to be sent to another process.

    Args:
        words: by name, or what returns them: called when they are first asked for, since few of a dataset's ever are.
    """

    __slots__ = ("_given",)

    def __init__(self, words: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None) -> None:
        self._given = words if callable(words) else dict(words or ())

    @property
    def _words(self) -> dict[str, str]:
        given = self._given
        if callable(given):
            given = self._given = dict(given())
        return given

    def __getitem__(self, name: str) -> str:
        """Return the text under ``name``. Raises `KeyError` for an unknown name."""
        return self._words[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order of the file."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return the number of attributes."""
        return len(self._words)

    def __repr__(self) -> str:
        """Return the attributes as Python writes a mapping."""
        return f"Attributes({self._words})"

    def __str__(self) -> str:
        """Return the attributes in one line, for people."""
        return " ".join(", ".join(f"{name}: {value}" for name, value in self._words.items()).split())


NO_ATTRIBUTES = Attributes()


def _empty_boxes() -> Floats:
    return np.zeros((0, 4))


# Placeholders for a zero per ground truth where a caller gives no array; compared by identity, since a caller's own
# empty array has a wrong length wherever there are boxes.
_CLASS_0: npt.NDArray[np.int64] = np.zeros(0, np.int64)
_ALL_NORMAL: npt.NDArray[np.int8] = np.zeros(0, np.int8)
_LAST_KIND = int(max(Kind))  # of an enumeration NumPy asks for attributes that it has not, once for each sample
_NO_LANDMARKS: Floats = np.zeros((0, 0))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sample(Showable):
    """One picture and its ground truths.

    Arrays are copied and read-only. Raises `InspectorError` where shapes do not fit or a number is not finite.

    Args:
        name: the picture's name in its dataset.
        size: (h, w) in original px.
        gt: (G, 4) float64, x1 y1 x2 y2 in original px.
        gt_class: (G,) int64, index into ``classes``; 0 for all where not given.
        gt_kind: (G,) int8, a `Kind` each; normal for all where not given.
        gt_id: the ids as the annotator's file writes them, G or none.
        path: the picture's file, None where not known.
        image_id: the picture's id in the annotator's file, "" without one.
        classes: the names of the classes.
        turned: whether ``size`` and ``gt`` are of the picture as EXIF turns it.
        gt_attributes: G mappings of str to str, what the annotator's file says of each ground truth besides (VOC's
            pose, COCO's area, ...), in the words of the file; empty mappings where not given.
        column_names: the names of the outputs' columns, where those are not of ``classes``.
        gt_landmarks: (G, 2 L) float64, L points of each ground truth, x then y, in original px, NaN for a ground truth
            without; (G, 0) where not given.
    """

    name: str
    size: tuple[int, int]
    gt: Floats = field(default_factory=_empty_boxes)
    gt_class: npt.NDArray[np.int64] = field(default_factory=lambda: _CLASS_0)
    gt_kind: npt.NDArray[np.int8] = field(default_factory=lambda: _ALL_NORMAL)
    gt_id: tuple[str, ...] = ()
    path: Path | None = None
    image_id: str = ""
    classes: tuple[str, ...] = ()
    turned: bool = False
    gt_attributes: tuple[Mapping[str, str], ...] = ()
    gt_landmarks: Floats = field(default_factory=lambda: _NO_LANDMARKS)
    column_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Copy the arrays, check shapes and values, and make the arrays read-only."""
        gt = self._numbers("gt", self.gt, np.float64)
        gt = gt.reshape(0, 4) if gt.size == 0 else gt
        if gt.ndim != 2 or gt.shape[1] != 4:
            raise InspectorError(f"{self.name}: gt has shape {gt.shape}, wanted (G, 4) of x1, y1, x2, y2")
        if not np.isfinite(gt).all():
            raise InspectorError(f"{self.name}: gt holds a number that is not finite")
        height, width = self._size()
        count = len(gt)
        classes = self._of_each("gt_class", self.gt_class, _CLASS_0, np.int64, count)
        kinds = self._of_each("gt_kind", self.gt_kind, _ALL_NORMAL, np.int8, count)
        if kinds.size and kinds.view(np.uint8).max() > _LAST_KIND:  # as one below 0 is too
            wanted = ", ".join(f"{kind.value} {kind.name.lower()}" for kind in Kind)
            raise InspectorError(f"{self.name}: gt_kind holds {kinds[~np.isin(kinds, list(Kind))][0]}, wanted {wanted}")
        attributes = tuple(self.gt_attributes) or (NO_ATTRIBUTES,) * count
        if len(attributes) != count:
            raise InspectorError(f"{self.name}: gt_attributes holds {len(attributes)} mappings, wanted {count}")
        frozen = tuple([words if isinstance(words, Attributes) else Attributes(words) for words in attributes])
        object.__setattr__(self, "gt_attributes", frozen)
        points = self._landmarks(count)
        owned: dict[str, npt.NDArray[Any]] = {
            "gt": gt, "gt_class": classes, "gt_kind": kinds, "gt_landmarks": points,
        }  # fmt: skip
        for name, array in owned.items():
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        object.__setattr__(self, "size", (height, width))

    def _of_each(
        self, name: str, given: Any, none_given: npt.NDArray[Any], dtype: type[np.generic], count: int
    ) -> npt.NDArray[Any]:
        """Return a number of each ground truth, 0 where none is given."""
        if given is none_given or given is None:
            return np.zeros(count, dtype)
        numbers = self._numbers(name, given, dtype)
        if numbers.shape != (count,):
            raise InspectorError(f"{self.name}: {name} has shape {numbers.shape}, wanted ({count},)")
        return numbers

    def _landmarks(self, count: int) -> Floats:
        if self.gt_landmarks is _NO_LANDMARKS or np.size(self.gt_landmarks) == 0:
            return np.zeros((count, 0))
        points = self._numbers("gt_landmarks", self.gt_landmarks, np.float64)
        if points.ndim != 2 or len(points) != count or points.shape[1] % 2:
            raise InspectorError(f"{self.name}: gt_landmarks has shape {points.shape}, wanted ({count}, x and y each)")
        if np.isinf(points).any():
            raise InspectorError(f"{self.name}: gt_landmarks holds a number that is not finite, wanted NaN for none")
        return points

    def _numbers(self, name: str, values: Any, dtype: type[np.generic]) -> npt.NDArray[Any]:
        try:
            return np.array(values, dtype, copy=True)
        except (TypeError, ValueError, OverflowError) as error:
            raise InspectorError(f"{self.name}: {name}: wanted numbers: {error}") from error

    def _size(self) -> tuple[int, int]:
        try:
            height, width = map(int, self.size)
        except (TypeError, ValueError, OverflowError) as error:
            raise InspectorError(f"{self.name}: size is {self.size!r}, wanted (h, w) in whole px") from error
        # int() alone would cut 480.5 to 480 without a word
        if height < 1 or width < 1 or (height, width) != tuple(self.size):
            raise InspectorError(f"{self.name}: size (h, w) is {self.size}, wanted whole px, at least 1 each")
        return height, width

    def class_name(self, gt: int) -> str:
        """Return the class name of ground truth ``gt``, the class number without names, a dash for an unknown class."""
        index = int(self.gt_class[gt])
        if index < 0:
            return "—"
        return self.classes[index] if index < len(self.classes) else str(index)
