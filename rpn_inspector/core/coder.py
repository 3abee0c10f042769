"""Between boxes and a network's outputs: t* of an anchor and the ground truth, and the box of t."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt

from rpn_inspector.core.coders import Coder
from rpn_inspector.core.coders.corner_forms import CornerForms
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]


def encode(
    anchors: npt.ArrayLike, boxes: npt.ArrayLike, recipe: Recipe | Coder, stride: npt.ArrayLike | None = None
) -> Array:
    """Return t* (n, 4) float32 of ``boxes`` relative to ``anchors``, in the coder's order of ``coordinates``.

    t_x = (x - x_a) / w_a, t_w = ln(w / w_a), likewise y and h, with centres (x, y); then (weight t - mean) / std of the
    recipe. A box of no width or height gives -inf, a box that ends before the start NaN, as in the libraries. For
    YOLOv3 (``YOLOBBoxCoder``) t_x is the centre's place in the cell, 0 to 1. Sources: torchvision ``encode_boxes``,
    detectron2 ``Box2BoxTransform``, MMDetection ``DeltaXYWHBBoxCoder``, effdet ``FasterRcnnBoxCoder``, py-faster-rcnn
    ``bbox_transform``. Raises ValueError where shapes do not fit or a stride is missing.

    Args:
        anchors: (n, 4) x1 y1 x2 y2, px.
        boxes: (n, 4) in the same frame of px.
        recipe: a recipe, or the coder of a recipe.
        stride: (n, 2), x and y, or (n,) px, for YOLOv3 only.
    """
    return _coder(recipe).encode(anchors, boxes, stride)


def decode(
    anchors: npt.ArrayLike, deltas: npt.ArrayLike, recipe: Recipe | Coder, stride: npt.ArrayLike | None = None
) -> Array:
    """Return boxes (n, 4) float32, x1 y1 x2 y2 in the anchors' px, not clipped to any picture.

    The inverse of `encode`: x = t_x w_a + x_a and w = w_a exp(t_w), with the recipe's limits on shift and scale first.
    For YOLOv3 x = x_a + (sigmoid(t_x) - 1/2) stride. Sources: torchvision ``decode_single``, detectron2
    ``apply_deltas``, MMDetection ``delta2bbox``, effdet ``decode_box_outputs``, py-faster-rcnn ``bbox_transform_inv``
    (which adds no pixel back). Raises ValueError where shapes do not fit or a stride is missing.

    Args:
        anchors: (n, 4) x1 y1 x2 y2, px.
        deltas: (n, 4) in the recipe's order of coordinates.
        recipe: a recipe, or the coder of a recipe.
        stride: (n, 2), x and y, or (n,) px, for YOLOv3 only.
    """
    return _coder(recipe).decode(anchors, deltas, stride)


def _coder(recipe: Recipe | Coder) -> Coder:
    if isinstance(recipe, Recipe):
        return recipe.coder
    # a recipe's name is the likely mistake here
    if not isinstance(recipe, CornerForms):
        raise TypeError(f"recipe: found {recipe!r:.60}, wanted a Recipe, as load_recipe returns it")
    return recipe
