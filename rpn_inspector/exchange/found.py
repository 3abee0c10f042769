"""Findings as boxes with attributes: what every file of findings holds, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from rpn_inspector.core.text import Text

Attributes = Mapping[str, "str | int | float"]


@dataclass(frozen=True, slots=True)
class FoundBox:
    """A box with a finding.

    Args:
        box: x1, y1, x2, y2, original px.
        label: the class's name.
        crowd: whether it marks a crowd.
        attributes: ``finding``, the kinds with a space between, and what is known of them. No name is one that
            FiftyOne or CVAT has for something else, as label, index, tags, occluded.
    """

    box: tuple[float, float, float, float]
    label: str
    crowd: bool
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture with findings.

    Args:
        place: its path from the dataset's folder on, with "/", or its name where it lies elsewhere; never upwards.
        size: (h, w) original px.
        id: its number in the annotations, None without.
        boxes: those with a finding.
        attributes: findings of the picture as a whole, as those of a box; {} without.
        twin: whether another picture of the dataset has the same `stem`.
        again: whether an earlier picture of the file has the same place, so that no tool can tell both apart.
    """

    place: str
    size: tuple[int, int]
    id: int | None
    boxes: tuple[FoundBox, ...]
    attributes: Attributes = field(default_factory=dict)
    twin: bool = False
    again: bool = False

    @property
    def stem(self) -> str:
        """Return the place as FiftyOne names a picture."""
        return stem_of(self.place)


def inside(place: str) -> str:
    """Return a picture's place as one under a folder: a tool of annotation refuses what leads upwards, or to a root."""
    parts: list[str] = []
    for part in place.replace("\\", "/").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    drive = bool(parts) and len(parts[0]) == 2 and parts[0][0].isalpha() and parts[0][1] == ":"
    return "/".join(parts[drive:]) or place


def stem_of(place: str) -> str:
    """Return a picture's place without the file's ending."""
    return str(PurePosixPath(place).with_suffix("")) if PurePosixPath(place).name else place


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Findings:
    """The findings of a dataset.

    Args:
        title: what was looked at, and by which check, in words.
        version: the program's.
        classes: the classes' names, those of every box among them.
        pictures: the pictures with findings, in the dataset's order.
        left_out: in words, what no picture or box can tell.
    """

    title: str
    version: str
    classes: tuple[str, ...]
    pictures: tuple[FoundPicture, ...]
    left_out: tuple[Text, ...] = ()

    @property
    def boxes(self) -> int:
        """Return the number of boxes."""
        return sum(len(picture.boxes) for picture in self.pictures)
