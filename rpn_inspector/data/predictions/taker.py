"""Arrays taken out of one file of a dump, each of the kind that schema 1 wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.values import Array

MOST_LEVELS = 1_000
LARGEST = 2**31 - 1  # of classes and places: no list is as long, and arithmetic with them stays whole
MOST_WORDS = 10_000  # pictures of a batch


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes arrays out of one file and words the errors; each method raises `BadPredictions` or `BadLayout`."""

    arrays: Mapping[str, Array]
    source: str

    def bad(self, name: str, found: str, wanted: str) -> BadPredictions:
        """Return the error for an array of another kind than wanted."""
        return BadPredictions(f"{self.source}: {name} {found}, wanted {wanted}")

    def misshapen(self, name: str, found: str, wanted: str) -> BadLayout:
        """Return the error for an array of another shape than wanted, which another layout may read."""
        return BadLayout(f"{self.source}: {name} {found}, wanted {wanted}")

    def numbers(self, name: str, *dimensions: int) -> Array:
        """Return a float32 array; NaN and infinity stay, for the inspection to mark their anchors."""
        array = self.arrays.get(name)
        if array is None:
            raise self.bad(name, "is missing", "float32")
        if array.dtype.kind != "f":
            raise self.bad(name, f"has type {array.dtype}", "float32")
        if array.ndim not in dimensions:
            raise self.misshapen(name, f"has shape {array.shape}", f"{' or '.join(map(str, dimensions))} dimensions")
        with np.errstate(over="ignore"):
            return np.ascontiguousarray(array, np.float32)

    def level(self, number: int) -> tuple[Array, Array]:
        """Return one level's objectness (A, H, W), (2A, H, W) or (A * classes, H, W), and deltas (4 * bins * A, H, W).

        Whether there are several bins, the recipe says: more numbers of a coordinate than scores are left to it.
        """
        scores, shifts = self.numbers(f"objectness_{number}", 3), self.numbers(f"deltas_{number}", 3)
        anchors, rest = divmod(shifts.shape[0], 4)
        unlike = scores.shape[0] % anchors if 0 < anchors <= scores.shape[0] else not anchors
        if scores.shape[1:] != shifts.shape[1:] or rest or unlike:
            wanted = (4 * scores.shape[0], *scores.shape[1:])
            raise self.misshapen(
                f"deltas_{number}", f"has shape {shifts.shape} beside objectness {scores.shape}", f"{wanted}"
            )
        return scores, shifts

    def planes(self, name: str, levels: int) -> tuple[Array, ...]:
        """Return each level's further output (A * C, H, W)."""
        return tuple(self.numbers(f"{name}_{number}", 3) for number in range(levels))

    def size(self, name: str) -> tuple[int, int] | None:
        """Return (h, w) px, None where missing."""
        array = self.arrays.get(name)
        if array is None:
            return None
        if array.shape != (2,) or array.dtype.kind not in "iu" or array.min() < 1 or array.max() > 1 << 24:
            raise self.bad(name, f"is {array.dtype} {array.tolist() if array.size < 5 else array.shape}", "h, w in px")
        return int(array[0]), int(array[1])

    def shapes(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return the (H, W) of some maps, () where missing."""
        array = self.arrays.get(name)
        if array is None:
            return ()
        if array.ndim != 2 or array.shape[1:] != (2,) or array.dtype.kind not in "iu" or not array.size:
            raise self.bad(name, f"is {array.dtype} {array.shape}", "whole numbers (L, 2)")
        if array.min() < 1 or array.max() > 1 << 24 or len(array) > MOST_LEVELS:
            raise self.bad(name, f"holds {array.min()} to {array.max()}, {len(array)} maps", "H, W of the maps")
        return tuple((int(height), int(width)) for height, width in array)

    def mode(self) -> Literal["", "train", "eval"]:
        """Return whether the network trained, "" where not said."""
        array = self.arrays.get("mode")
        if array is None:
            return ""
        word = str(array.reshape(-1)[0]) if array.size == 1 and array.dtype.kind == "U" else ""
        if word not in ("train", "eval"):
            raise self.bad("mode", f"is {array.dtype} {array.shape}", "the text train or eval")
        return "train" if word == "train" else "eval"

    def indices(self, name: str) -> Array | None:
        """Return flat anchor indices (n,) int64, None where missing."""
        array = self.arrays.get(name)
        if array is None:
            return None
        if array.ndim != 1 or (array.dtype.kind not in "iu" and array.size):
            raise self.bad(name, f"is {array.dtype} {array.shape}", "whole numbers (n,)")
        if array.size and (array.min() < 0 or array.max() > LARGEST):
            wrong = array.min() if array.min() < 0 else array.max()
            raise self.bad(name, f"holds {wrong}", f"indices from 0 to {LARGEST:,}")
        return array.astype(np.int64)

    def owners(self, name: str) -> Array | None:
        """Return places in a list (n,) int64, -1 none, None where missing."""
        array = self.arrays.get(name)
        if array is None:
            return None
        if array.ndim != 1 or (array.dtype.kind not in "iu" and array.size) or (array.size and array.min() < -1):
            raise self.bad(name, f"is {array.dtype} {array.shape}", "whole numbers (n,) from -1")
        if array.size and array.max() > LARGEST:
            raise self.bad(name, f"holds {array.max()}", f"whole numbers from -1 to {LARGEST:,}")
        return array.astype(np.int64)

    def words(self, name: str) -> tuple[str, ...]:
        """Return text (n,), () where missing."""
        array = self.arrays.get(name)
        if array is None:
            return ()
        if array.ndim != 1 or array.dtype.kind != "U" or array.size > MOST_WORDS:
            raise self.bad(name, f"is {array.dtype} {array.shape}", f"names of at most {MOST_WORDS:,} pictures (n,)")
        return tuple(array.tolist())

    def pixels(self, name: str) -> npt.NDArray[np.uint8] | None:
        """Return a picture (H, W, 3) uint8, None where missing."""
        array = self.arrays.get(name)
        if array is None:
            return None
        if array.ndim != 3 or array.shape[2] != 3 or array.dtype != np.uint8 or not array.size:
            raise self.bad(name, f"is {array.dtype} {array.shape}", "uint8 (H, W, 3)")
        return np.ascontiguousarray(array)

    def number(self, name: str) -> float | None:
        """Return a trainer's number, perhaps NaN; None where missing."""
        array = self.arrays.get(name)
        if array is None:
            return None
        if array.size != 1 or array.dtype.kind not in "fiu":
            raise self.bad(name, f"is {array.dtype} {array.shape}", "one number")
        return float(array.reshape(-1)[0])
