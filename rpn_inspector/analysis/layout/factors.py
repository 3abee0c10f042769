"""The factors that deltas bear, from a regression of stored numbers on what they should say.

A trained network's answers are t* with an error. Where the error is noise on the answer, the slope of the answer on t*
is the factor; where the answer is the best guess from a picture, as least squares make a network, the slope of t* on
the answer is its inverse. The truth lies between the two, so each coordinate gives a range, narrow where the answers
follow t* closely.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

Four = tuple[float, float, float, float]
SHAPES: tuple[Four, ...] = (
    (1.0, 1.0, 1.0, 1.0),
    (2.0, 2.0, 1.0, 1.0),
)  # all alike, or centres twice as sides, as 10, 10, 5, 5
# Of RPN, keras-retinanet (deviation 0.2), Fast R-CNN and SSD, the later stages of Cascade R-CNN; and plain ones.
LIBRARIES: tuple[Four, ...] = (
    (1.0, 1.0, 1.0, 1.0),
    (2.0, 2.0, 2.0, 2.0),
    (5.0, 5.0, 5.0, 5.0),
    (10.0, 10.0, 10.0, 10.0),
    (10.0, 10.0, 5.0, 5.0),
    (20.0, 20.0, 10.0, 10.0),
    (30.0, 30.0, 15.0, 15.0),
)
WIDENINGS = (0.0, 1.0, 2.0)  # standard errors by which ranges are widened before nothing fits
NARROW = 1.1  # ratio of a range's ends from which a factor of no library is believed
ROUNDING = 0.004  # relative, of stored float16 and the like
LEAST_LINK = 0.05  # share of variance below which a coordinate says nothing of its factor
LEAST_MEAN = 0.15  # mean share over the four, below which they say nothing together
MIXED = 0.02  # share of variance from which other numbers have a say
_NTH = (Text("first"), Text("second"), Text("third"), Text("fourth"))
OFF = 0.05  # anchor sides, from which a mean is off
TOGETHER = 4.5  # F of the four means, beyond which they are no chance: once in two hundred


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """The range of each coordinate's factor, ``low`` and ``high`` (4,), with the relative standard ``error`` (4,).

    A coordinate that says nothing has the range 0 to infinity. ``link`` is the mean share of variance explained.
    """

    low: Array
    high: Array
    error: Array
    link: float

    def hold(self, weights: Sequence[float]) -> float | None:
        """Return by how many standard errors the ranges must be widened to hold ``weights`` (4,), None beyond."""
        for wider in WIDENINGS:
            low, high = self.widened(wider)
            if ((low <= weights) & (weights <= high)).all():
                return wider
        return None

    def widened(self, wider: float) -> tuple[Array, Array]:
        """Return both ends of the ranges (4,), widened by so many standard errors."""
        return self.low * np.maximum(1 - wider * self.error, 0), self.high * (1 + wider * self.error)

    def candidates(self) -> Iterator[Four]:
        """Yield the weights that the ranges hold as they are: those of libraries; else the roundest of a plain shape.

        All alike, centres twice as sides, centres alike and sides alike, or each coordinate by itself.
        """
        found = [weights for weights in LIBRARIES if self._sure_of(weights)]
        if found:
            yield from found
            return
        for shape in SHAPES:
            least, most = self._scale(shape, self.low, self.high)
            if 0 < least <= most < math.inf:
                yield _four(_roundest(least, most) * np.array(shape))
                return
        if (self.low <= 0).any():
            return
        pairs = [(self.low[part].max(), self.high[part].min()) for part in (slice(0, 2), slice(2, 4))]
        if all(least <= most for least, most in pairs):
            yield _four(np.repeat([_roundest(*pair) for pair in pairs], 2))
        else:
            yield _four(np.array([_roundest(a, b) for a, b in zip(self.low, self.high, strict=True)]))

    def _sure_of(self, weights: Four) -> bool:
        """Return whether the ranges hold ``weights``, or miss them by a standard error at most and are near."""
        held = self.hold(weights)
        if held is None or held > 1:
            return False
        least, most = self._scale(weights, *self.widened(1.0))
        return held == 0 or bool(least >= 1 / NARROW and most <= NARROW)

    def narrow(self, weights: Sequence[float]) -> bool:
        """Return whether the ranges, widened by a standard error, leave little beside ``weights`` (4,)."""
        low, high = self.widened(1.0)
        for shape in SHAPES:
            if np.allclose(np.array(weights) / max(weights), np.array(shape) / max(shape)):
                least, most = self._scale(shape, low, high)
                return least <= most <= NARROW * least
        return bool((high <= NARROW * low).all())

    def _scale(self, shape: Four, low: Array, high: Array) -> tuple[float, float]:
        """Return the ends of the range of a common factor on ``shape``; the first is above the second for none."""
        return float((low / shape).max()), float((high / shape).min())


def known(weights: Sequence[float]) -> bool:
    """Return whether a library bears ``weights`` (4,) on its deltas."""
    return any(np.allclose(weights, one) for one in LIBRARIES)


def fit_factors(said: Array, true: Array, weight: Array) -> Factors | None:
    """Return the factors of ``said`` on ``true``, None where these have too little to do with each other.

    Args:
        said: (n, 4) the stored numbers.
        true: (n, 4) what they should say, before factors.
        weight: (n,) of each row; their sum is the number of independent ones.
    """
    low, high, error, links = np.zeros(4), np.full(4, np.inf), np.ones(4), np.zeros(4)
    count = float(weight.sum())
    if count < 3:
        return None
    share = (weight / count)[:, None]
    # sums in place of dot products: BLAS would wait for threads of its own, long on a busy machine
    s, u = said - (share * said).sum(0), true - (share * true).sum(0)
    moments = [(share * product).sum(0).tolist() for product in (s * u, s * s, u * u)]
    for place, (both, one, other) in enumerate(zip(*moments, strict=True)):
        link = both * both / (one * other) if one > 0 and other > 0 else 0.0
        links[place] = link
        if link < LEAST_LINK:
            continue
        if both < 0:
            return None
        low[place], high[place] = both / other * (1 - ROUNDING), one / both * (1 + ROUNDING)
        error[place] = min(math.sqrt(max(1 - link, 0) / (link * max(count - 2, 1))), 1.0)
    return Factors(low, high, error, float(links.mean())) if links.mean() >= LEAST_MEAN else None


def strange(
    said: Array, true: Array, sizes: Array, weight: Array, factors: Sequence[float], least: float
) -> Text | None:
    """Return in words why the four numbers are not ``factors`` times what they should say, None where they may be.

    A right reading leaves an error without a system. In a wrong one the other coordinates, the square, or the anchor's
    size explain what is left; or all are off by the same.

    Args:
        said: (n, 4) the stored numbers.
        true: (n, 4) what they should say, before factors.
        sizes: (n, 2) the anchors' sides of x and y, px.
        weight: (n,) of each row; their sum is the number of independent ones.
        factors: (4,) on the true numbers.
        least: the ratio F of the variance explained to the rest, from which it is no chance.
    """
    count = float(weight.sum())
    if count < 8:
        return None
    root = np.sqrt(weight / count)
    means, surprise = np.zeros(4), 0.0
    size = np.log(np.maximum(sizes, 1e-3))
    for place in range(4):
        s, u = said[:, place] / factors[place], true[:, place]
        others = [true[:, other] for other in range(4) if other != place]
        more = np.column_stack([*others, u * u, u * (size[:, place % 2] - size[:, place % 2].mean())])
        base = np.column_stack([np.ones(len(u)), u])
        rest, less = _rest(s, base, root), _rest(s, np.column_stack([base, more]), root)
        spread = s - root**2 @ s
        whole = float(root**2 @ (spread * spread))
        free = count - base.shape[1] - more.shape[1]
        if whole <= 0 or free < 1:
            continue
        link = max(whole - rest, 0.0) / whole
        if link > LEAST_LINK and float(root**2 @ (spread * (u - root**2 @ u))) < 0:
            return Text.of("the {nth} number runs against what it should say", nth=_NTH[place])
        share = (rest - less) / whole
        ratio = (rest - less) / more.shape[1] / max(less / free, 1e-12 * whole)
        if share > MIXED and ratio > least:
            return Text.of("the {nth} number is no multiple of what it should say", nth=_NTH[place])
        means[place] = mean = float(root**2 @ (s - u))
        surprise += mean * mean * (count - 2) / max(rest, 1e-12 * whole)
        if abs(mean) > max(OFF, 4 * math.sqrt(rest / count)):
            return _off(place, mean)
    # each by itself may be chance where together they are none
    worst = int(np.abs(means).argmax())
    if abs(means[worst]) > OFF and surprise > 4 * TOGETHER:
        return _off(worst, float(means[worst]))
    return None


def _off(place: int, mean: float) -> Text:
    return Text.of("the {nth} number is off by {mean} on the whole", nth=_NTH[place], mean=f"{mean:.2g}")


def _rest(values: Array, columns: Array, root: Array) -> float:
    """Return the mean square that a weighted regression leaves."""
    solved = np.linalg.lstsq(columns * root[:, None], values * root, rcond=None)[0]
    left = (values - columns @ solved) * root
    return float(left @ left)


def _roundest(low: float, high: float) -> float:
    """Return the number of fewest digits from ``low`` to ``high``, the one nearest to their middle."""
    middle = math.sqrt(low * high)
    for digits in range(1, 7):
        unit = 10.0 ** (math.floor(math.log10(high)) + 1 - digits)
        nearest = round(middle / unit) * unit
        if low <= nearest <= high:
            return float(f"{nearest:.6g}")
    return middle


def _four(values: Array) -> Four:
    a, b, c, d = (float(f"{value:.6g}") for value in values)
    return a, b, c, d
