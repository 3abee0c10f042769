"""Mean, deviation and histogram of the targets t* of any number of positive anchors, added up part by part."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
REACH, WIDTH = 8.0, 0.02  # of the histogram, in units of t*
BINS = round(2 * REACH / WIDTH)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TargetStatistics:
    """The finite targets t* of positive anchors, in the recipe's order of coordinates.

    Args:
        count: the number of positives with four finite targets.
        not_finite: the number of positives with a target that is not finite, in no other number here.
        mean: (4,) float64.
        squares: (4,) float64, the sum of squared differences from the mean.
        histogram: (4, `BINS`) int64, counts between -`REACH` and `REACH`, each bin with its lower edge.
        beyond: (4, 2) int64, counts below and above the histogram.
    """

    count: int
    not_finite: int
    mean: Floats
    squares: Floats
    histogram: npt.NDArray[np.int64]
    beyond: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @classmethod
    def of(cls, t_star: Array) -> TargetStatistics:
        """Return the statistics of targets (n, 4)."""
        finite = np.isfinite(t_star).all(1)
        values = t_star[finite].astype(np.float64)
        count = len(values)
        mean = values.mean(0) if count else np.zeros(4)
        at = np.floor((values + REACH) / WIDTH)
        histogram, beyond = np.zeros((4, BINS), np.int64), np.zeros((4, 2), np.int64)
        for column in range(4):
            place = at[:, column]
            inside = (place >= 0) & (place < BINS)
            histogram[column] = np.bincount(place[inside].astype(np.int64), minlength=BINS)
            beyond[column] = (place < 0).sum(), (place >= BINS).sum()
        return cls(
            count=count,
            not_finite=len(t_star) - count,
            mean=mean,
            squares=((values - mean) ** 2).sum(0),
            histogram=histogram,
            beyond=beyond,
        )

    def joined(self, other: TargetStatistics) -> TargetStatistics:
        """Return the statistics of both together; a fixed order of parts gives the same bits in every run.

        Source: Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances".
        """
        count = self.count + other.count
        step = other.mean - self.mean
        share = other.count / count if count else 0.0
        return TargetStatistics(
            count=count,
            not_finite=self.not_finite + other.not_finite,
            mean=self.mean + step * share,
            squares=self.squares + other.squares + step**2 * (self.count * share),
            histogram=self.histogram + other.histogram,
            beyond=self.beyond + other.beyond,
        )

    @property
    def std(self) -> Floats:
        """Return the standard deviations (4,) over all targets, divided by their number; NaN without targets."""
        return np.sqrt(self.squares / self.count) if self.count else np.full(4, math.nan)
