"""Between boxes and what a network predicts: t* from an anchor and its ground truth, and the box from t."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import sides
from rpn_inspector.core.recipe import CoderSpec, Recipe

Array = npt.NDArray[Any]


def encode(anchors: npt.ArrayLike, boxes: npt.ArrayLike, recipe: Recipe | CoderSpec) -> Array:
    """Return t* (n, 4) float32: t_x, t_y, t_w, t_h of ``boxes`` (n, 4) relative to ``anchors`` (n, 4).

    t_x = w_x (x - x_a) / w_a and t_w = w_w ln(w / w_a), likewise y and h, with centres x1 + w / 2 and the recipe's
    weights. Both in one frame of px. Sources: torchvision ``encode_boxes``, py-faster-rcnn ``bbox_transform``. A box
    of no width or height gives -inf, as there.
    """
    spec = recipe.coder if isinstance(recipe, Recipe) else recipe
    anchor, box = _columns(anchors, spec.encode_dtype), _columns(boxes, spec.encode_dtype)
    if anchor.shape != box.shape:
        raise ValueError(f"anchors {anchor.shape} and boxes {box.shape} differ in shape, wanted (n, 4) each")
    half = anchor.dtype.type(0.5)
    anchor_w, anchor_h = sides(anchor, int(spec.inclusive))
    box_w, box_h = sides(box, int(spec.inclusive))
    anchor_x, anchor_y = anchor[:, 0] + half * anchor_w, anchor[:, 1] + half * anchor_h
    box_x, box_y = box[:, 0] + half * box_w, box[:, 1] + half * box_h
    weights = np.array(spec.weights, anchor.dtype)
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = (
            weights[0] * (box_x - anchor_x) / anchor_w,
            weights[1] * (box_y - anchor_y) / anchor_h,
            weights[2] * np.log(box_w / anchor_w),
            weights[3] * np.log(box_h / anchor_h),
        )
    return np.stack(columns, 1).astype(np.float32)


def decode(anchors: npt.ArrayLike, deltas: npt.ArrayLike, recipe: Recipe | CoderSpec) -> Array:
    """Return boxes (n, 4) float32, x1 y1 x2 y2 in the anchors' px, not clipped to any picture.

    The inverse of `encode`: x = t_x w_a + x_a and w = w_a exp(t_w), with t_w and t_h cut at ``max_log_scale`` first.
    Sources: torchvision ``decode_single``, py-faster-rcnn ``bbox_transform_inv``, which adds no pixel back.
    """
    spec = recipe.coder if isinstance(recipe, Recipe) else recipe
    anchor, delta = _columns(anchors, "float32"), _columns(deltas, "float32")
    if anchor.shape != delta.shape:
        raise ValueError(f"anchors {anchor.shape} and deltas {delta.shape} differ in shape, wanted (n, 4) each")
    half = np.float32(0.5)
    width, height = sides(anchor, int(spec.inclusive))
    centre_x, centre_y = anchor[:, 0] + half * width, anchor[:, 1] + half * height
    limit = np.float32(spec.max_log_scale)
    t = delta / np.array(spec.weights, np.float32)
    with np.errstate(over="ignore", invalid="ignore"):
        x, y = t[:, 0] * width + centre_x, t[:, 1] * height + centre_y
        half_w = half * (np.exp(np.minimum(t[:, 2], limit)) * width)
        half_h = half * (np.exp(np.minimum(t[:, 3], limit)) * height)
        return np.stack([x - half_w, y - half_h, x + half_w, y + half_h], 1)


def _columns(values: npt.ArrayLike, dtype: str) -> Array:
    array = np.asarray(values, dtype)
    if array.ndim != 2 or array.shape[1] != 4:
        raise ValueError(f"found shape {array.shape}, wanted (n, 4)")
    return array
