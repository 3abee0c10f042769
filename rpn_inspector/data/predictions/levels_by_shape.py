"""Which of unnamed arrays are scores and which deltas: two for each level, told by their shapes alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Shape = tuple[int, ...]


class ArraysOfLevels(NamedTuple):
    """Names of the arrays by level, the largest map first, and how each lies, as `layout` of a layout file."""

    objectness: tuple[str, ...]
    deltas: tuple[str, ...]
    scores_lie: str
    deltas_lie: str

    def __str__(self) -> str:
        """Return both parts in words that a layout file takes over."""
        listed = [", ".join(names) for names in (self.objectness, self.deltas)]
        return f"objectness {listed[0]} as {self.scores_lie!r}, deltas {listed[1]} as {self.deltas_lie!r}"


def levels_by_shape(shapes: Mapping[str, Shape]) -> ArraysOfLevels | None:
    """Return the only reading of ``shapes`` as two arrays for each level, None where there is none or several.

    Deltas have four numbers an anchor, scores as many on each level, in one axis with the anchors, before the cells or
    behind them.
    """
    found = [one for last in (False, True) if (one := _read(shapes, last)) is not None]
    return found[0] if len(found) == 1 else None


def _read(shapes: Mapping[str, Shape], channels_last: bool) -> ArraysOfLevels | None:
    by_map: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for name, shape in shapes.items():
        own = shape[1:] if len(shape) == 4 and shape[0] == 1 else shape
        if len(own) != 3:
            return None
        height, width, channels = own if channels_last else (own[1], own[2], own[0])
        by_map.setdefault((height, width), []).append((name, channels))
    largest_first = sorted(by_map, key=lambda cells: -cells[0] * cells[1])
    levels = [by_map[cells] for cells in largest_first]
    if not levels or any(len(pair) != 2 for pair in levels):
        return None
    counts = {tuple(sorted(channels for _, channels in pair)) for pair in levels}
    if len(counts) != 1:
        return None
    few, many = next(iter(counts))
    fitting = [d for d, s in ((few, many), (many, few)) if d > 0 and d % 4 == 0 and s % (d // 4) == 0]
    if few == many or len(fitting) != 1:
        return None
    scores, deltas = (
        tuple(name for pair in levels for name, channels in pair if (channels == fitting[0]) == wanted)
        for wanted in (False, True)
    )
    each = "A" if few + many - fitting[0] == fitting[0] // 4 else "AC"
    lies = [f"H,W,{axis}" if channels_last else f"{axis},H,W" for axis in (each, "A4")]
    return ArraysOfLevels(scores, deltas, *lies)
