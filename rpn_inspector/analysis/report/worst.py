"""The worst ground truths of each kind of finding, and their pictures.

The ground truth is white, its best anchor green, the nearest detection blue.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.analysis.audit.findings import OUTPUT_KINDS, findings_of
from rpn_inspector.analysis.report.nearest import detections_of, nearest
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import Picture, read_image
from rpn_inspector.data.pictures.opencv import load as opencv

MOST = 200  # ground truths with a picture
WIDTH, HEIGHT = 288, 216  # px of a thumbnail
AROUND = 1.4  # how much more than the boxes is shown
LEAST = 24.0  # original px shown at least
MOST_BYTES = 18_000  # of a thumbnail: 200 of them are under 5 MB as text
QUALITIES = (82, 70, 55, 40, 25)
GREY = 128
WHITE, GREEN, BLUE, CASING = (255, 255, 255), (115, 158, 0), (178, 114, 0), (0, 0, 0)  # blue, green, red


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """Pictures by the ground truth's row as URIs of data, and why some or all are missing, "" where none is."""

    uri: dict[int, str]
    missing: str = ""


def worst_rows(audit: Audit, most: int = MOST) -> list[int]:
    """Return at most ``most`` ground truths, the gravest kind first, as many of each kind as there are.

    The worst of a kind have the fewest positives, and of those the lowest best IoUs; of lost ones the lowest IoU with
    any box.
    """
    best = np.nan_to_num(audit.best_iou, nan=-1.0)
    kinds: list[list[int]] = []
    for kind, found in findings_of(audit).items():
        rows = found.row[found.row >= 0]
        order: tuple[Array, ...] = (rows, best[rows], audit.gt_positives[rows])
        if kind in OUTPUT_KINDS and audit.predicted is not None:
            order = (rows, np.nan_to_num(audit.predicted.best[rows], nan=-1.0))
        kinds.append(rows[np.lexsort(order)][:most].tolist())
    chosen: dict[int, None] = {}
    for row in (row for turn in zip_longest(*kinds) for row in turn if row is not None):
        if len(chosen) < most:
            chosen[row] = None
    return list(dict.fromkeys(row for rows in kinds for row in rows if row in chosen))


def thumbnails_of(audit: Audit, dataset: Dataset | None, rows: Sequence[int]) -> Thumbnails:
    """Return the thumbnails of ground truths; a picture that cannot be decoded has none."""
    if dataset is None:
        return Thumbnails({}, "No pictures: the dataset is not at hand.")
    try:
        opencv()
    except (MissingExtra, MemoryError) as error:
        return Thumbnails({}, f"No pictures: {error}.")
    made: dict[int, str] = {}
    problem = ""
    images = audit.annotations.image[list(rows)].tolist()
    for image in dict.fromkeys(images):
        here = [row for row, its in zip(rows, images, strict=True) if its == image]
        try:
            made |= dict(_of_image(audit, dataset, image, here))
        except (InspectorError, MemoryError) as error:
            problem = problem or str(error) or "not enough memory"
    left = len(rows) - len(made)
    return Thumbnails(made, f"No picture of {left:,} of them: {problem}." if left else "")


def _of_image(audit: Audit, dataset: Dataset, image: int, rows: Sequence[int]) -> Iterator[tuple[int, str]]:
    path = dataset.image_path(image)
    if path is None:
        raise InspectorError(f"{audit.annotations.names[image]}: the picture is not found")
    picture = read_image(path, turned=dataset.turned)
    size = tuple(audit.annotations.size[image].tolist())
    if size != picture.size:
        raise InspectorError(f"{path}: the picture is not as large as annotated")
    frame = audit.recipe.resize.of((size[0], size[1]))
    grid = audit.recipe.grid(frame.padded_size)
    answers = detections_of(audit, image)
    for row in rows:
        anchor, gt = int(audit.best_anchor[row]), audit.annotations.box[row]
        box = None if anchor < 0 else frame.to_original(grid.boxes([anchor]))[0]
        near = None if answers is None else nearest(answers, gt)
        yield row, _thumbnail(picture, gt, box, None if answers is None or near is None else answers.boxes[near])


def _thumbnail(picture: Picture, gt: Array, anchor: Array | None, detection: Array | None = None) -> str:
    """Return a part of a picture around ground truth and anchor, original px, as a URI of data."""
    cv2 = opencv()
    both = gt if anchor is None else np.concatenate([np.minimum(gt, anchor)[:2], np.maximum(gt, anchor)[2:]])
    sides = np.maximum(both[2:] - both[:2], LEAST) * AROUND
    scale = min(WIDTH / sides[0], HEIGHT / sides[1])  # thumbnail px to an original px
    corner = (both[:2] + both[2:]) / 2 - np.array([WIDTH, HEIGHT]) / scale / 2
    canvas = _part(picture, corner, scale)
    for box, colour, width in ((anchor, GREEN, 3), (detection, BLUE, 3), (gt, WHITE, 3)):
        if box is not None:
            places = np.rint(np.clip((box.reshape(2, 2) - corner) * scale, -9999, 9999)).astype(int).tolist()
            cv2.rectangle(canvas, *map(tuple, places), CASING, width + 2)
            cv2.rectangle(canvas, *map(tuple, places), colour, width)
    for quality in QUALITIES:
        data = cv2.imencode(".jpg", canvas, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(data) <= MOST_BYTES:
            break
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


def _part(picture: Picture, corner: Array, scale: float) -> Any:
    """Return a thumbnail (h, w, 3) uint8, blue first, from ``corner`` (x, y) original px; grey beyond the picture."""
    cv2 = opencv()
    canvas = np.full((HEIGHT, WIDTH, 3), GREY, np.uint8)
    ends = np.clip(np.stack([corner, corner + np.array([WIDTH, HEIGHT]) / scale]), 0, picture.size[::-1])
    low, high = np.floor(ends[0] / picture.reduced).astype(int), np.ceil(ends[1] / picture.reduced).astype(int)
    pixels = picture.pixels[low[1] : high[1], low[0] : high[0], ::-1]
    if not pixels.size:
        return canvas
    # where the cut pixels, whole ones, lie on the thumbnail
    start = np.rint((low * picture.reduced - corner) * scale).astype(int)
    extent = np.array(pixels.shape[1::-1]) * picture.reduced * scale
    across, down = (int(max(1, round(float(side)))) for side in extent)
    smaller = across < pixels.shape[1]
    shrunk = cv2.resize(
        np.ascontiguousarray(pixels), (across, down), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    )
    x, y = start.tolist()
    left, top = max(0, x), max(0, y)
    right, bottom = min(WIDTH, x + across), min(HEIGHT, y + down)
    if right > left and bottom > top:
        canvas[top:bottom, left:right] = shrunk[top - y : bottom - y, left - x : right - x]
    return canvas
