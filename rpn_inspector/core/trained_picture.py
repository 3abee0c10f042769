"""A picture as a trainer's network saw it, after mosaic, flips, crops and colours, and the boxes it began with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.text import Text, UserName

Array = npt.NDArray[Any]
OUT_OF_MOSAIC, OUT_OF_CROP = "outside the mosaic", "outside the crop"
REASONS = {
    OUT_OF_MOSAIC: Text("outside the mosaic"),
    OUT_OF_CROP: Text("outside the crop"),
    "too little left": Text("too little left"),
    "too small": Text("too small"),
}
MOST = 5  # reasons of a sentence


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Sources:
    """The M annotated boxes a trained picture was made of, before augmentation.

    Args:
        gt: (M, 4) float32 px of their own stored pictures.
        gt_class: (M,) int64, from 0 in the dataset's order.
        picture: (M,) the names of the stored pictures.
        box: (M, 4) float32 network px, where each came to lie, not cut by the network's input; NaN where not known.
        lost: (M,) why each is no ground truth, in words; empty for those that are.
        kept_as: (G,) int64, for each ground truth its box here, -1 where augmentation made it.
        joined: (M, 4) float32 px of the pictures joined to a mosaic, cut there; NaN where lost or nothing was joined.
        part: (T,) the names of the stored pictures that lie in this one.
        part_box: (T, 4) float32 network px, where each lies, not cut by the network's input.
    """

    gt: Array
    gt_class: Array
    picture: tuple[str, ...]
    box: Array
    lost: tuple[str, ...]
    kept_as: Array
    joined: Array | None = None
    part: tuple[str, ...] = ()
    part_box: Array = field(default_factory=lambda: np.zeros((0, 4), np.float32))

    @property
    def gone(self) -> npt.NDArray[np.int64]:
        """Return the places (n,) of the boxes lost in augmentation."""
        return np.flatnonzero([bool(why) for why in self.lost])

    def class_name(self, place: int, classes: tuple[str, ...]) -> str:
        """Return the class of a box by name, its number where ``classes`` have none."""
        kind = int(self.gt_class[place])
        return classes[kind] if 0 <= kind < len(classes) else str(kind)

    def words(self) -> Text:
        """Return in a sentence how many boxes were lost, and why."""
        text = Text.of("{gone} of {all} boxes lost in augmentation", gone=len(self.gone), all=len(self.gt))
        counts = Counter(_kind(why) for why in self.lost if why)
        if not counts:
            return text
        kinds = [Text.of("{n} {kind}", n=n, kind=reason_words(kind)) for kind, n in counts.most_common(MOST)]
        kinds += [Text("...")] if len(counts) > MOST else []
        return Text.of("{what}: {list}", what=text, list=Text.listed(kinds))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TrainedPicture:
    """What the network was given.

    Args:
        pixels: (H, W, 3) uint8 RGB, the network's input with its padding.
        file: the name of the stored picture it began with, empty where not told.
        sources: the annotated boxes before augmentation, None where the trainer does not tell.
    """

    pixels: npt.NDArray[np.uint8]
    file: str = ""
    sources: Sources | None = None

    @property
    def joined(self) -> int:
        """Return of how many stored pictures it is a mosaic, 0 where it is none or the trainer does not tell."""
        return 0 if self.sources is None else len(self.sources.part)

    def named(self) -> Text | UserName:
        """Return what it is: a mosaic of so many pictures, several pictures in one, or its file."""
        if self.joined:
            return Text.counted(self.joined, "a mosaic of 1 picture", "a mosaic of {n} pictures")
        several = 0 if self.sources is None else len(set(self.sources.picture) | ({self.file} - {""}))
        if several > 1:
            return Text.of("{n} pictures or more in one", n=several)
        return UserName(self.file) if self.file else Text("the picture")


def same_picture(one: TrainedPicture | None, other: TrainedPicture | None) -> bool:
    """Return whether two steps have the same pixels; the stored picture's are None."""
    if one is None or other is None:
        return one is other
    return np.array_equal(one.pixels, other.pixels)


def reason_words(why: str) -> Text | UserName:
    """Return a reason for a lost box as a text to translate, as the recorder wrote it where it is not known."""
    return REASONS.get(why) or UserName(why)


def _kind(why: str) -> str:
    """Return the reason without its numbers."""
    return "too little left" if "left" in why else "too small" if "px" in why else why
