"""The worst ground truths of each kind of finding, and their pictures.

The ground truth is white, its best anchor green, the nearest detection blue.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.analysis.audit.findings import OUTPUT_KINDS, findings_of
from rpn_inspector.analysis.report.crop import best_anchors, crop_around, picture_of
from rpn_inspector.analysis.report.nearest import detections_of, nearest
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import Picture
from rpn_inspector.data.pictures.opencv import load as opencv

MOST = 200  # ground truths with a picture
WIDTH, HEIGHT = 288, 216  # px of a thumbnail
MOST_BYTES = 18_000  # of a thumbnail: 200 of them are under 5 MB as text
QUALITIES = (82, 70, 55, 40, 25)
LINE = 3  # px
WHITE, GREEN, BLUE, CASING = (255, 255, 255), (115, 158, 0), (178, 114, 0), (0, 0, 0)  # blue, green, red


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """Pictures by the ground truth's row as URIs of data, and why some or all are missing, "" where none is."""

    uri: dict[int, str]
    missing: str = ""


def worst_rows(audit: Audit, most: int = MOST) -> list[int]:
    """Return at most ``most`` ground truths, the gravest kind first, as many of each kind as there are.

    The worst of a kind have the lowest best IoU with an anchor, of few positives the fewest; of lost ones the lowest
    IoU with any box.
    """
    best = np.nan_to_num(audit.best_iou, nan=-1.0)
    kinds: list[list[int]] = []
    for kind, found in findings_of(audit).items():
        rows = found.row[found.row >= 0]
        order: tuple[Array, ...] = (rows, audit.gt_positives[rows], best[rows])
        if kind == "few_positives":
            order = (rows, best[rows], audit.gt_positives[rows])
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


def _of_image(audit: Audit, dataset: Dataset, image: int, rows: list[int]) -> Iterator[tuple[int, str]]:
    picture, anchors = picture_of(audit, dataset, image), best_anchors(audit, image, rows)
    answers = detections_of(audit, image)
    for row in rows:
        gt = audit.annotations.box[row]
        near = None if answers is None else nearest(answers, gt)
        detection = None if answers is None or near is None else answers.boxes[near]
        yield row, _thumbnail(picture, gt, anchors.get(row), detection)


def _thumbnail(picture: Picture, gt: Array, anchor: Array | None, detection: Array | None = None) -> str:
    """Return a part of a picture around ground truth and anchor, original px, as a URI of data."""
    cv2 = opencv()
    part = crop_around(picture, gt, anchor, (WIDTH, HEIGHT))
    for box, colour in ((anchor, GREEN), (detection, BLUE), (gt, WHITE)):
        if box is not None:
            places = np.rint(part.place(box)).astype(int).tolist()
            cv2.rectangle(part.pixels, *map(tuple, places), CASING, LINE + 2)
            cv2.rectangle(part.pixels, *map(tuple, places), colour, LINE)
    for quality in QUALITIES:
        data = cv2.imencode(".jpg", part.pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(data) <= MOST_BYTES:
            break
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"
