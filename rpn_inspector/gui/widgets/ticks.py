"""Where letters and the ends of axes stand: arithmetic alone."""

from __future__ import annotations

import math


def apart(wanted: list[float], least: float, low: float, high: float) -> list[float]:
    """Return ascending places as near to the ascending ``wanted`` as can be, ``least`` apart, inside low..high."""
    pools: list[list[float]] = []  # sum and number of neighbours shoulder to shoulder, less the room before them
    for number, value in enumerate(wanted):
        pools.append([value - number * least, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    last = high - (len(wanted) - 1) * least
    starts = [min(max(total / count, low), last) for total, count in pools for _ in range(int(count))]
    return [start + number * least for number, start in enumerate(starts)]


def rounded_up(value: float, parts: int = 5) -> float:
    """Return the next multiple of a decade's ``parts``-th at or above a positive ``value``: 0.13 to 0.14, 7.9 to 8."""
    step = 10.0 ** math.floor(math.log10(value)) / parts
    return step * math.ceil(value / step - 1e-9)
