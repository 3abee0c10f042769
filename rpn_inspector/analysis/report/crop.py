"""The part of a picture around a ground truth and its best anchor, of one size whatever their own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import Picture, read_image
from rpn_inspector.data.pictures.opencv import load as opencv

AROUND = 1.4  # how much more than the boxes is shown
LEAST = 24.0  # original px shown at least
FARTHEST = 1e5  # original px: nothing beyond is shown
GREY = 128


@dataclass(frozen=True, slots=True, eq=False)
class Crop:
    """A part of a picture.

    Args:
        pixels: (h, w, 3) uint8, blue first; grey beyond the picture.
        corner: (2,) x, y of the upper left, original px.
        scale: px of the part to an original px.
    """

    pixels: npt.NDArray[np.uint8]
    corner: Array
    scale: float

    def place(self, box: Array) -> Array:
        """Return corners (2, 2) of a box (4,) original px on the part, in its px."""
        near = np.clip(box.reshape(2, 2), -FARTHEST, FARTHEST)
        return np.asarray(np.clip((near - self.corner) * self.scale, -9999, 9999))


def picture_of(audit: Audit, dataset: Dataset, image: int) -> Picture:
    """Return the picture ``image``; raises `InspectorError` where there is none, or none as large as annotated."""
    path = dataset.image_path(image)
    if path is None:
        raise InspectorError(f"{audit.annotations.names[image]}: the picture is not found")
    picture = read_image(path, turned=dataset.turned)
    if tuple(audit.annotations.size[image].tolist()) != picture.size:
        raise InspectorError(f"{path}: the picture is not as large as annotated")
    return picture


def best_anchors(audit: Audit, image: int, rows: list[int]) -> dict[int, Array]:
    """Return the best anchors (4,) original px of a picture's ground truths, by row; none for one without."""
    height, width = audit.annotations.size[image].tolist()
    frame = audit.recipe.resize.of((height, width))
    grid = audit.recipe.grid(frame.padded_size)
    anchors = {row: int(audit.best_anchor[row]) for row in rows}
    return {row: frame.to_original(grid.boxes([at]))[0] for row, at in anchors.items() if at >= 0}


def crop_around(picture: Picture, gt: Array, anchor: Array | None, size: tuple[int, int]) -> Crop:
    """Return the part of ``size`` (w, h) px around both boxes, original px."""
    both = gt if anchor is None else np.concatenate([np.minimum(gt, anchor)[:2], np.maximum(gt, anchor)[2:]])
    both = np.clip(both, -FARTHEST, FARTHEST)
    sides = np.maximum(both[2:] - both[:2], LEAST) * AROUND
    scale = float(min(size[0] / sides[0], size[1] / sides[1]))
    corner = (both[:2] + both[2:]) / 2 - np.array(size) / scale / 2
    return Crop(_part(picture, corner, scale, size), corner, scale)


def _part(picture: Picture, corner: Array, scale: float, size: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """Return the part from ``corner`` (x, y) original px."""
    cv2 = opencv()
    width, height = size
    canvas = np.full((height, width, 3), GREY, np.uint8)
    ends = np.clip(np.stack([corner, corner + np.array(size) / scale]), 0, picture.size[::-1])
    low, high = np.floor(ends[0] / picture.reduced).astype(int), np.ceil(ends[1] / picture.reduced).astype(int)
    pixels = picture.pixels[low[1] : high[1], low[0] : high[0], ::-1]
    if not pixels.size:
        return canvas
    # where the cut pixels, whole ones, lie on the part
    start = np.rint((low * picture.reduced - corner) * scale).astype(int)
    extent = np.array(pixels.shape[1::-1]) * picture.reduced * scale
    across, down = (int(max(1, round(float(side)))) for side in extent)
    smaller = across < pixels.shape[1]
    shrunk = cv2.resize(
        np.ascontiguousarray(pixels), (across, down), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    )
    x, y = start.tolist()
    left, top = max(0, x), max(0, y)
    right, bottom = min(width, x + across), min(height, y + down)
    if right > left and bottom > top:
        canvas[top:bottom, left:right] = shrunk[top - y : bottom - y, left - x : right - x]
    return canvas
