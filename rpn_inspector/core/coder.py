"""Between boxes and what a network predicts: t* from an anchor and its ground truth, and the box from t."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt

from rpn_inspector.core.coders import Coder
from rpn_inspector.core.coders.coding import Coding
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]


def encode(
    anchors: npt.ArrayLike, boxes: npt.ArrayLike, recipe: Recipe | Coder, stride: npt.ArrayLike | None = None
) -> Array:
    """Return t* (n, 4) float32 of ``boxes`` (n, 4) relative to ``anchors`` (n, 4), both x1 y1 x2 y2 in one frame of px.

    t_x = (x - x_a) / w_a, t_w = ln(w / w_a), likewise y and h, with centres (x, y); then (weight t - mean) / std of the
    recipe, in the recipe's order of coordinates (`Coding.coordinates`). Sources: torchvision ``encode_boxes``,
    detectron2 ``Box2BoxTransform``, MMDetection ``DeltaXYWHBBoxCoder``, effdet ``FasterRcnnBoxCoder``, py-faster-rcnn
    ``bbox_transform``. A box of no width or height gives -inf, one that ends before it starts NaN, as there.

    For YOLOv3 (``YOLOBBoxCoder``) t_x is where in its cell the centre lies, 0 to 1, for which ``stride`` (n, 2), x and
    y, or (n,) px is needed. Raises ValueError where shapes do not fit or a stride is missing.
    """
    return _coder(recipe).encode(anchors, boxes, stride)


def decode(
    anchors: npt.ArrayLike, deltas: npt.ArrayLike, recipe: Recipe | Coder, stride: npt.ArrayLike | None = None
) -> Array:
    """Return boxes (n, 4) float32, x1 y1 x2 y2 in the anchors' px, not clipped to any picture.

    The inverse of `encode`: x = t_x w_a + x_a and w = w_a exp(t_w) from ``deltas`` (n, 4) in the recipe's order, with
    the recipe's limits on shift and scale first. Sources: torchvision ``decode_single``, detectron2 ``apply_deltas``,
    MMDetection ``delta2bbox``, effdet ``decode_box_outputs``, py-faster-rcnn ``bbox_transform_inv``, which adds no
    pixel back. For YOLOv3 x = x_a + (sigmoid(t_x) - 1/2) stride, with ``stride`` as in `encode`. Raises as there.
    """
    return _coder(recipe).decode(anchors, deltas, stride)


def _coder(recipe: Recipe | Coder) -> Coder:
    if isinstance(recipe, Recipe):
        return recipe.coder
    if not isinstance(recipe, Coding):
        raise TypeError(f"recipe: found {recipe!r:.60}, wanted a Recipe, as load_recipe returns it")
    return recipe
