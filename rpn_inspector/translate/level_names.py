"""Names of levels whose library has none."""

from __future__ import annotations

from collections.abc import Sequence


def level_names(strides: Sequence[float]) -> list[str]:
    """Return a name for each level, no two the same.

    P3 for stride 8 where several strides are different powers of 2, else the stride where strides differ, else the
    level's place.
    """
    if len(set(strides)) < len(strides):
        return [f"map {index}" for index in range(len(strides))]
    powers = [int(stride).bit_length() - 1 for stride in strides]
    pyramid = len(strides) > 1 and all(stride == 2**power for stride, power in zip(strides, powers, strict=True))
    return [f"P{power}" for power in powers] if pyramid else [f"stride {stride:g}" for stride in strides]
