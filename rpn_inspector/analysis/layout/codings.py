"""Ways to code a box against an anchor in four numbers, beside the recipe's own: both directions, without factors.

Sources: ``corners``, keras-retinanet's ``bbox_transform``; ``sides``, MediaPipe's ``TfLiteTensorsToDetections`` without
``apply_exponential_on_box_size``.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from rpn_inspector.core.coder import encode
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import Array

Coding = Literal["recipe", "corners", "sides", "sides_less_one"]
OTHERS: tuple[Coding, ...] = ("corners", "sides", "sides_less_one")
CODING_WORDS: dict[Coding, Text] = {
    "recipe": NOTHING,
    "corners": Text("corners coded one by one, (x1 - x1 of the anchor) / its width and so on"),
    "sides": Text("sides coded without a logarithm, w / w of the anchor"),
    "sides_less_one": Text("sides coded without a logarithm, w / w of the anchor - 1"),
}


def recipe_factors(recipe: Recipe) -> Array:
    """Return the factors on the recipe's deltas in each coordinate (4,): weights over standard deviations."""
    return np.asarray(np.array(recipe.coder.weights) / np.array(recipe.coder.stds), np.float64)


def coded(anchors: Array, boxes: Array, coding: Coding, recipe: Recipe, strides: Array | None = None) -> Array:
    """Return the four numbers (n, 4) float64 of each box before any factor, in the recipe's order of coordinates.

    Args:
        anchors: (n, 4) network px.
        boxes: (n, 4) network px.
        coding: the way; corners are x1 y1 x2 y2 where the recipe's order is x y w h.
        recipe: its own way, and the order.
        strides: (n, 2) px, for a recipe that codes by the cell.
    """
    coder = recipe.coder
    if coding == "recipe":
        t_star = encode(anchors, boxes, recipe, strides).astype(np.float64)
        return np.asarray((t_star * np.array(coder.stds) + np.array(coder.means)) / np.array(coder.weights))
    anchor, box = np.asarray(anchors, np.float64), np.asarray(boxes, np.float64)
    side = np.maximum(anchor[:, 2:] - anchor[:, :2], 1e-3)
    if coding == "corners":
        four = (box - anchor) / np.concatenate([side, side], 1)
    else:
        shift = ((box[:, :2] + box[:, 2:]) - (anchor[:, :2] + anchor[:, 2:])) / 2 / side
        ratio = (box[:, 2:] - box[:, :2]) / side - (1 if coding == "sides_less_one" else 0)
        four = np.concatenate([shift, ratio], 1)
    return np.asarray(four[:, coder.order])


def boxes_of(anchors: Array, numbers: Array, coding: Coding, recipe: Recipe) -> Array:
    """Return the boxes (n, 4) float64 of ``numbers`` (n, 4) as `coded` gives them, for codings but the recipe's."""
    anchor, four = np.asarray(anchors, np.float64), np.asarray(numbers, np.float64)[:, recipe.coder.order]
    side = np.maximum(anchor[:, 2:] - anchor[:, :2], 1e-3)
    if coding == "corners":
        return np.asarray(anchor + four * np.concatenate([side, side], 1))
    centre = (anchor[:, :2] + anchor[:, 2:]) / 2 + four[:, :2] * side
    half = side * (four[:, 2:] + (1 if coding == "sides_less_one" else 0)) / 2
    return np.concatenate([centre - half, centre + half], 1)
