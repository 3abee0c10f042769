"""A side's distribution over whole distances: its probabilities, and the numbers of others for what-ifs."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
NEAREST = 1e-3  # to the first and to the last distance that a mean may come
MOST_TILT, HALVINGS = 60.0, 60


def probabilities(raw: Array) -> Array:
    """Return the softmax (4, bins) float64 of a point's numbers ``raw`` (4 * bins,), side by side."""
    x = np.asarray(raw, np.float64).reshape(4, -1)
    power = np.exp(x - x.max(1, keepdims=True))
    return np.asarray(power / power.sum(1, keepdims=True))


def with_probability(raw: Array, side: int, place: int, wanted: float) -> Array:
    """Return numbers (4 * bins,) with a probability of ``wanted`` at a bin; the side's others keep their ratios."""
    made = np.array(raw, np.float64).reshape(4, -1)
    wanted = min(max(wanted, 1e-6), 1 - 1e-6)
    others = np.delete(made[side], place)
    most = others.max()
    rest = most + np.log(np.exp(others - most).sum())
    made[side, place] = rest + np.log(wanted / (1 - wanted))
    return made.reshape(-1)


def tilted(raw: Array, means: npt.ArrayLike) -> Array:
    """Return numbers (4 * bins,) whose softmaxes have ``means`` (4,), drawn into reach, and else the shape of before.

    Each side's distribution is multiplied by exp(a k) at distance k: of all with that mean the nearest, by relative
    entropy.
    """
    made = np.array(raw, np.float64).reshape(4, -1)
    distance = np.arange(made.shape[1], dtype=np.float64)
    for side, mean in enumerate(np.asarray(means, np.float64)):
        wanted = min(max(float(mean), NEAREST), float(distance[-1]) - NEAREST)
        low, high = -MOST_TILT, MOST_TILT
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            tried = made[side] + middle * distance
            power = np.exp(tried - tried.max())
            low, high = (middle, high) if float(power @ distance / power.sum()) < wanted else (low, middle)
        made[side] += (low + high) / 2 * distance
    return made.reshape(-1)
