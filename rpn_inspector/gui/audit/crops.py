"""Small pictures around ground truths, made in the background for those in sight only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.analysis.report.crop import Crop, best_anchors, crop_around, picture_of
from rpn_inspector.analysis.report.nearest import detections_of, nearest
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import Picture
from rpn_inspector.gui.widgets.made_images import MadeImages
from rpn_inspector.gui.widgets.pens import STROKES, pen_of

WIDE, HIGH = 112, 72  # px
SCALE = 2  # made for a screen of this scale
KEPT = 400  # held at once, 24 MB
WANTED = 24  # in sight of a wide screen; those scrolled past are dropped


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """Where crops are taken from."""

    audit: Audit
    dataset: Dataset


class Crops(MadeImages):
    """Crops by ground truth's row of an audit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("crops", KEPT, WANTED, newest_first=False, parent=parent)
        self._last: tuple[_Source, int, Picture] | None = None  # of the thread: neighbours are often of one picture

    def use(self, audit: Audit | None, dataset: Dataset | None) -> None:
        """Make crops of another audit."""
        before = self._source
        if before is None or audit is not before.audit or dataset is not before.dataset:
            self.take(None if audit is None or dataset is None else _Source(audit, dataset))

    def make(self, source: _Source, number: int) -> QImage:
        """Return the crop of a ground truth."""
        image = int(source.audit.annotations.image[number])
        try:
            if self._last is None or self._last[:2] != (source, image):
                self._last = source, image, picture_of(source.audit, source.dataset, image)
            return crop_image(source.audit, self._last[2], number)
        except Exception:  # a broken file must not end the thread, however the decoder fails
            self._last = None
            return QImage()


def crop_image(audit: Audit, picture: Picture, row: int) -> QImage:
    """Return the crop of a ground truth: it white, its best anchor green, the nearest detection blue."""
    image, gt = int(audit.annotations.image[row]), audit.annotations.box[row]
    anchor = best_anchors(audit, image, [row]).get(row)
    crop = crop_around(picture, gt, anchor, (WIDE * SCALE, HIGH * SCALE))
    pixels = np.ascontiguousarray(crop.pixels[:, :, ::-1])
    drawn = QImage(pixels.tobytes(), WIDE * SCALE, HIGH * SCALE, 3 * WIDE * SCALE, QImage.Format.Format_RGB888).copy()
    answers = detections_of(audit, image)
    near = None if answers is None else nearest(answers, gt)
    painter = QPainter(drawn)
    painter.scale(SCALE, SCALE)
    for box, role in (
        (anchor, "positive"),
        (None if answers is None or near is None else answers.boxes[near], "prediction"),
        (gt, "truth"),
    ):
        if box is not None:
            _draw(painter, crop, box, role)
    painter.end()
    return drawn


def _draw(painter: QPainter, crop: Crop, box: Array, role: str) -> None:
    (left, top), (right, bottom) = (crop.place(box) / SCALE).tolist()
    for stroke in STROKES[role]:
        painter.setPen(pen_of(stroke))
        painter.drawRect(QRectF(left, top, right - left, bottom - top))
