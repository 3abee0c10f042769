"""``Prediction``: what a network said about one picture, brought to the recipe's anchor order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.errors import BadPredictions

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """Raw outputs for one picture: either flat, or level by level as a network gives them.

    Flat: ``objectness`` (N,) logits, or (N, 2) of background and object; ``deltas`` (N, 4), in the recipe's anchor
    order. By level: ``levels_objectness`` (A, H, W), or (2A, H, W) with the A backgrounds first; ``levels_deltas``
    (4A, H, W), channel a * 4 + c. Optional: sizes (h, w) px, ``gt`` (G, 4) network px, the trainer's sampled flat
    indices and its two losses. ``simulated`` marks numbers that no network made,
    ``encoded_back`` those made from decoded boxes: only some anchors have a say.
    """

    objectness: Array | None = None
    deltas: Array | None = None
    levels_objectness: tuple[Array, ...] = ()
    levels_deltas: tuple[Array, ...] = ()
    network_size: tuple[int, int] | None = None
    padded_size: tuple[int, int] | None = None
    original_size: tuple[int, int] | None = None
    gt: Array | None = None
    sampled_positive: Array | None = None
    sampled_negative: Array | None = None
    loss_objectness: float | None = None
    loss_box: float | None = None
    source: str = ""
    simulated: bool = False
    encoded_back: bool = False

    def features(self) -> tuple[tuple[int, int], ...] | None:
        """Return each level's (H, W) as the outputs have it, None for flat outputs."""
        if not self.levels_objectness:
            return None
        return tuple((int(level.shape[1]), int(level.shape[2])) for level in self.levels_objectness)

    def flat(self, grid: Grid) -> tuple[Array, Array]:
        """Return objectness logits (N,) and deltas (N, 4), float32, in the grid's order.

        Two logits become their difference, object minus background, whose sigmoid is their softmax. Raises
        `BadPredictions` naming the level, the shape found and the one wanted.
        """
        if self.levels_objectness:
            return self._from_levels(grid)
        if self.objectness is None or self.deltas is None:
            raise BadPredictions(f"{self.source}: holds neither objectness and deltas nor objectness_0 and deltas_0")
        objectness, deltas = np.asarray(self.objectness, np.float32), np.asarray(self.deltas, np.float32)
        if objectness.shape == (grid.size, 2):
            objectness = objectness[:, 1] - objectness[:, 0]
        if objectness.shape != (grid.size,):
            raise BadPredictions(f"{self.source}: objectness {objectness.shape}, wanted ({grid.size},) for this recipe")
        if deltas.shape != (grid.size, 4):
            raise BadPredictions(f"{self.source}: deltas {deltas.shape}, wanted ({grid.size}, 4) for this recipe")
        return objectness, deltas

    def _from_levels(self, grid: Grid) -> tuple[Array, Array]:
        if len(self.levels_objectness) != len(grid.levels) or len(self.levels_deltas) != len(grid.levels):
            raise BadPredictions(
                f"{self.source}: {len(self.levels_objectness)} levels of objectness and {len(self.levels_deltas)} "
                f"of deltas, wanted {len(grid.levels)} for this recipe"
            )
        logits, deltas = [], []
        for level, scores, shifts in zip(grid.levels, self.levels_objectness, self.levels_deltas, strict=True):
            count, (height, width) = len(level.base), level.shape
            allowed = ((count, height, width), (2 * count, height, width))
            if scores.shape not in allowed:
                raise BadPredictions(f"{self.source}: objectness_{level.index} {scores.shape}, wanted {allowed[0]}")
            if shifts.shape != (4 * count, height, width):
                wanted = (4 * count, height, width)
                raise BadPredictions(f"{self.source}: deltas_{level.index} {shifts.shape}, wanted {wanted}")
            plane = np.asarray(scores, np.float32)
            plane = plane[count:] - plane[:count] if len(plane) == 2 * count else plane
            logits.append(level.to_flat(plane))
            by_anchor = np.asarray(shifts, np.float32).reshape(count, 4, height, width)
            deltas.append(by_anchor.transpose(2, 3, 0, 1).reshape(-1, 4))
        return np.concatenate(logits), np.concatenate(deltas)
