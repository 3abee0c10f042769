"""Between boxes and what a network predicts: t* from an anchor and its ground truth, and the box from t."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import sides
from rpn_inspector.core.losses import quiet, sigmoid
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import CoderSpec

Array = npt.NDArray[Any]
ORDER = {"xywh": [0, 1, 2, 3], "yxhw": [1, 0, 3, 2]}  # each is its own inverse


def encode(
    anchors: npt.ArrayLike, boxes: npt.ArrayLike, recipe: Recipe | CoderSpec, stride: npt.ArrayLike | None = None
) -> Array:
    """Return t* (n, 4) float32 of ``boxes`` (n, 4) relative to ``anchors`` (n, 4), both x1 y1 x2 y2 in one frame of px.

    t_x = (x - x_a) / w_a, t_w = ln(w / w_a), likewise y and h, with centres (x, y); then (weight t - mean) / std of the
    recipe, in the recipe's order of coordinates (`CoderSpec.coordinates`). Sources: torchvision ``encode_boxes``,
    detectron2 ``Box2BoxTransform``, MMDetection ``DeltaXYWHBBoxCoder``, effdet ``FasterRcnnBoxCoder``, py-faster-rcnn
    ``bbox_transform``. A box of no width or height gives -inf, one that ends before it starts NaN, as there.

    For YOLOv3 (``YOLOBBoxCoder``) t_x is where in its cell the centre lies, 0 to 1, for which ``stride`` (n, 2), x and
    y, or (n,) px is needed. Raises ValueError where shapes do not fit or a stride is missing.
    """
    spec = _spec(recipe)
    anchor, box = _columns("anchors", anchors, spec.encode_dtype), _columns("boxes", boxes, spec.encode_dtype)
    if anchor.shape != box.shape:
        raise ValueError(f"anchors {anchor.shape} and boxes {box.shape} differ in shape, wanted (n, 4) each")
    epsilon, order = anchor.dtype.type(spec.epsilon), ORDER[spec.coordinates]
    weights = np.array(spec.weights, anchor.dtype)[order]
    anchor_centre, anchor_side = _centre_and_side(anchor, spec)
    centre, side = _centre_and_side(box, spec)
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        if spec.rule == "cell":
            shift = (centre - anchor_centre) / _strides(stride, anchor) + anchor.dtype.type(0.5)
            shift = np.clip(shift, epsilon, 1 - epsilon) if epsilon else shift
            t = np.concatenate([shift, np.log(np.maximum(side / anchor_side, epsilon))], 1) * weights
        else:
            if epsilon:
                anchor_side, side = anchor_side + epsilon, side + epsilon
            shift = weights[:2] * (centre - anchor_centre) / anchor_side
            t = np.concatenate([shift, weights[2:] * np.log(side / anchor_side)], 1)
        t = t[:, order]
        if spec.means != (0.0,) * 4 or spec.stds != (1.0,) * 4:
            t = (t - np.array(spec.means, anchor.dtype)) / np.array(spec.stds, anchor.dtype)
    return np.asarray(t.astype(np.float32))


@quiet
def decode(
    anchors: npt.ArrayLike, deltas: npt.ArrayLike, recipe: Recipe | CoderSpec, stride: npt.ArrayLike | None = None
) -> Array:
    """Return boxes (n, 4) float32, x1 y1 x2 y2 in the anchors' px, not clipped to any picture.

    The inverse of `encode`: x = t_x w_a + x_a and w = w_a exp(t_w) from ``deltas`` (n, 4) in the recipe's order, with
    the recipe's limits on shift and scale first. Sources: torchvision ``decode_single``, detectron2 ``apply_deltas``,
    MMDetection ``delta2bbox``, effdet ``decode_box_outputs``, py-faster-rcnn ``bbox_transform_inv``, which adds no
    pixel back. For YOLOv3 x = x_a + (sigmoid(t_x) - 1/2) stride, with ``stride`` as in `encode`. Raises as there.
    """
    spec = _spec(recipe)
    anchor, delta = _columns("anchors", anchors, spec.decode_dtype), _columns("deltas", deltas, spec.decode_dtype)
    if anchor.shape != delta.shape:
        raise ValueError(f"anchors {anchor.shape} and deltas {delta.shape} differ in shape, wanted (n, 4) each")
    dtype, half = anchor.dtype.type, anchor.dtype.type(0.5)
    t = delta
    if spec.means != (0.0,) * 4 or spec.stds != (1.0,) * 4:
        t = t * np.array(spec.stds, dtype) + np.array(spec.means, dtype)
    if spec.weights != (1.0,) * 4:
        t = t / np.array(spec.weights, dtype)
    if spec.coordinates != "xywh":
        t = t[:, ORDER[spec.coordinates]]
    centre, side = _centre_and_side(anchor, spec)
    if spec.rule == "cell":
        shift = (sigmoid(t[:, :2], spec.decode_dtype) - half) * _strides(stride, anchor)
    else:
        shift = t[:, :2] * side
    if spec.max_shift < np.inf:
        shift = np.clip(shift, dtype(-spec.max_shift), dtype(spec.max_shift))
    log_scale = np.clip(t[:, 2:], dtype(spec.min_log_scale), dtype(spec.max_log_scale))
    with np.errstate(over="ignore", invalid="ignore"):
        middle, reach = shift + centre, half * (np.exp(log_scale) * side)
        return np.concatenate([middle - reach, middle + reach], 1).astype(np.float32, copy=False)


def _centre_and_side(boxes: Array, spec: CoderSpec) -> tuple[Array, Array]:
    """Return centres (n, 2) and sides (n, 2), x then y, in the boxes' dtype."""
    half = boxes.dtype.type(0.5)
    side = np.stack(sides(boxes, int(spec.inclusive)), 1)
    if spec.centre == "between_corners":
        return (boxes[:, :2] + boxes[:, 2:]) * half, side
    return boxes[:, :2] + half * side, side


def _strides(stride: npt.ArrayLike | None, anchors: Array) -> Array:
    if stride is None:
        raise ValueError("this recipe codes centres by the cell: stride is missing, wanted px, (n,) or (n, 2) x and y")
    steps = np.asarray(stride, anchors.dtype)
    steps = steps[:, None] if steps.ndim == 1 else steps
    if steps.ndim > 2 or steps.shape not in ((), (len(anchors), 1), (len(anchors), 2), (1, 1), (1, 2)):
        raise ValueError(f"stride: found shape {np.shape(stride)}, wanted ({len(anchors)},) or ({len(anchors)}, 2)")
    return np.broadcast_to(steps, (len(anchors), 2))


def _spec(recipe: Recipe | CoderSpec) -> CoderSpec:
    if isinstance(recipe, Recipe):
        return recipe.coder
    if not isinstance(recipe, CoderSpec):
        raise TypeError(f"recipe: found {recipe!r:.60}, wanted a Recipe, as load_recipe returns it")
    return recipe


def _columns(name: str, values: npt.ArrayLike, dtype: str) -> Array:
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            array = np.asarray(values).astype(dtype)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: wanted numbers, (n, 4): {error}") from error
    if array.shape == (0,):
        return array.reshape(0, 4)
    if array.ndim != 2 or array.shape[1] != 4:
        raise ValueError(f"{name}: found shape {array.shape}, wanted (n, 4)")
    return array
