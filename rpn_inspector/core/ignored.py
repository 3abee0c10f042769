"""Anchors left out of the assignment: outside the picture, in a batch's padding, in ignored regions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Level
from rpn_inspector.core.limits import BORDER_PX
from rpn_inspector.core.spec import FRACTION, Rules, number, option, part
from rpn_inspector.core.text import Text

Runs = list[tuple[int, int]]
PADDING = "cells beyond the picture's own padded size, in a batch"
BORDER = "px an anchor may leave the picture before it counts as outside"
LEAVES = Text("leaves the picture")


class Leaving:
    """What the rules of anchors that leave the picture have in common."""

    __slots__ = ()
    border = 0  # not annotated as of the class: some rules have a field of this name
    leaves: ClassVar[Text] = LEAVES

    def within(self, low: npt.NDArray[Any], high: npt.NDArray[Any], size: Any) -> npt.NDArray[np.bool_]:
        """Return which anchors of edges ``low`` and ``high`` lie, along one axis, in a picture of ``size`` px."""
        # x1 < width + border is strict in py-faster-rcnn, detectron2 and MMDetection alike
        return np.asarray((low >= -self.border) & (high < size + self.border))


@dataclass(frozen=True, slots=True)
class Use(Leaving):
    """Anchors that leave the picture are matched like the others."""

    rule: ClassVar[str] = "use"
    before: ClassVar[bool] = False
    after: ClassVar[bool] = False
    padding: Literal["use", "ignore"] = option("use", PADDING)


@dataclass(frozen=True, slots=True)
class Before(Leaving):
    """Anchors that leave the picture are ignored beforehand, and compared with no ground truth."""

    rule: ClassVar[str] = "before"
    before: ClassVar[bool] = True
    after: ClassVar[bool] = False
    border: int = number(0, BORDER, BORDER_PX)
    padding: Literal["use", "ignore"] = option("use", PADDING)


@dataclass(frozen=True, slots=True)
class After(Leaving):
    """Anchors that leave the picture are matched, and then ignored."""

    rule: ClassVar[str] = "after"
    before: ClassVar[bool] = False
    after: ClassVar[bool] = True
    border: int = number(0, BORDER, BORDER_PX)
    padding: Literal["use", "ignore"] = option("use", PADDING)


@dataclass(frozen=True, slots=True)
class CentreAfter(Leaving):
    """Anchors whose centre lies right of the picture or below it are matched, and then ignored (keras-retinanet)."""

    rule: ClassVar[str] = "centre_after"
    before: ClassVar[bool] = False
    after: ClassVar[bool] = True
    leaves: ClassVar[Text] = Text("has its centre beyond the picture")
    padding: Literal["use", "ignore"] = option("use", PADDING)

    def within(self, low: npt.NDArray[Any], high: npt.NDArray[Any], size: Any) -> npt.NDArray[np.bool_]:
        """Return as `Leaving.within`, by the centre, on the far side alone."""
        return np.asarray((low + high) / 2 < size)


Outside = Use | Before | After | CentreAfter
OUTSIDE: Rules[Outside] = Rules(
    "What becomes of anchors that leave the picture.",
    "use",
    {"use": Use, "before": Before, "after": After, "centre_after": CentreAfter},
)


@dataclass(frozen=True, slots=True)
class Regions:
    """The share of area inside an ignored region above which an anchor is ignored."""

    overlap: float = number(0.5, "share of area in such a region above which an anchor is ignored", FRACTION)
    of: Literal["anchor", "region", "union"] = option(
        "anchor", "the share is of the anchor's area, of the region's, or of the union of both (IoU)"
    )
    effect: Literal["ignored", "not_negative"] = option(
        "ignored", "such an anchor is ignored before all else; or, from that share on, merely never negative"
    )

    @property
    def beforehand(self) -> bool:
        """Return whether anchors in a region have no part in the comparison."""
        return self.effect == "ignored"

    @property
    def more_than(self) -> Text:
        """Return why an anchor in such a region enters no loss."""
        parts = {
            "anchor": "More than {share} % of the anchor lies in an ignored region, so it enters no loss.",
            "region": "More than {share} % of the region lies in an ignored region, so it enters no loss.",
            "union": "More than {share} % of the union lies in an ignored region, so it enters no loss.",
        }
        return Text(parts[self.of], {"share": f"{100 * self.overlap:.0f}"})


REGIONS: Rules[Regions] = Rules("Anchors in ignored regions.", "", {"": Regions})


def outside_part() -> Any:
    """Return an assigner's field ``outside``."""
    return part(OUTSIDE)


def regions_part() -> Any:
    """Return an assigner's field ``regions``."""
    return part(REGIONS)


def runs_inside(
    level: Level, outside: Outside, image_size: tuple[int, int], padded_size: tuple[int, int] | None, leaving: bool
) -> tuple[Runs, Runs]:
    """Return for each base anchor the run of columns and the run of rows in the assignment, (first, end) each.

    Args:
        level: one feature map's anchors.
        outside: the recipe's rule, with border and padding.
        image_size: (h, w) network px before padding.
        padded_size: (h, w) network px of the picture's own padding, None where the grid has no larger.
        leaving: whether anchors beyond the border are left out, whatever the rule does with the label.
    """
    count, (height, width) = len(level.base), level.shape
    if outside.padding == "ignore" and padded_size is not None:
        # MMDetection's valid_flags: cells in a batch's padding belong to no picture
        height, width = level.valid(padded_size)
    if not leaving:
        return [(0, width)] * count, [(0, height)] * count
    image_h, image_w = image_size
    # edges ascend along a level, so the anchors inside are one run
    columns = [_run_of(outside.within(x0, x1, image_w)) for x0, x1 in zip(level.x0, level.x1, strict=True)]
    rows = [_run_of(outside.within(y0, y1, image_h)) for y0, y1 in zip(level.y0, level.y1, strict=True)]
    return [(first, min(end, width)) for first, end in columns], [(first, min(end, height)) for first, end in rows]


def _run_of(mask: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Return first and end of the one run of True in ``mask``; (0, 0) without True."""
    where = np.flatnonzero(mask)
    return (int(where[0]), int(where[-1]) + 1) if where.size else (0, 0)
