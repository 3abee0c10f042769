"""Places for labels side by side without overlap."""

from __future__ import annotations


def apart(wanted: list[float], least: float, low: float, high: float) -> list[float]:
    """Return ascending places as near to the ascending ``wanted`` as can be, ``least`` apart, inside low..high."""
    pools: list[list[float]] = []  # labels that touch: sum of wanted places less the room before, and number
    for number, value in enumerate(wanted):
        pools.append([value - number * least, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    last = high - (len(wanted) - 1) * least
    starts = [min(max(total / count, low), last) for total, count in pools for _ in range(int(count))]
    return [start + number * least for number, start in enumerate(starts)]
