"""The common words of assigners without one threshold of IoU for all ground truths."""

from __future__ import annotations

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.values import Array


class ThresholdFreeWords:
    """What assigners say that compare in network px, and part labels by no common threshold."""

    __slots__ = ()

    @property
    def inclusive(self) -> bool:
        """Return whether widths are x2 - x1 + 1: never."""
        return False

    @property
    def thresholds(self) -> dict[str, float]:
        """Return the thresholds of IoU for all ground truths: none."""
        return {}

    def framed(self, grid: Grid, gt: Array, regions: Array | None = None) -> tuple[Grid, Array, Array | None]:
        """Return anchors, ground truths and regions in the frame of the comparison: network px as given."""
        return grid, gt, regions

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        raise NotImplementedError

    def row(self, index: int, assignment: Assignment) -> str:
        """Return the cause of anchor ``index``'s label in the few words of a table cell."""
        return self.short(int(assignment.cause[index]))
