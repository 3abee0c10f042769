"""Small pictures around ground truths, made in the background for those in sight only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from rpn_inspector.analysis.audit.audit import Array, Audit
from rpn_inspector.analysis.report.crop import Crop, best_anchors, crop_around, picture_of
from rpn_inspector.analysis.report.nearest import detections_of, nearest
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import Picture
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


class Crops(QObject):
    """Crops by ground truth's row; `of` returns at once, ``made(row)`` follows each new one."""

    made = Signal(int)
    _done = Signal(object, int, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: _Source | None = None
        self._kept: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: list[int] = []
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def use(self, audit: Audit | None, dataset: Dataset | None) -> None:
        """Make crops of another audit."""
        before = self._source
        if before is not None and audit is before.audit and dataset is before.dataset:
            return
        with self._wake:
            self._source = None if audit is None or dataset is None else _Source(audit, dataset)
            self._wanted.clear()
        self._kept.clear()

    def of(self, row: int) -> QPixmap | None:
        """Return a ground truth's crop, or None after ordering it, and for a picture that cannot be shown."""
        if row in self._kept:
            self._kept.move_to_end(row)
            return self._kept[row]
        with self._wake:
            if row not in self._wanted and not self._closed and self._source is not None:
                self._wanted = [*self._wanted[1 - WANTED :], row]
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="crops", daemon=True)
                    self._thread.start()
                self._wake.notify()
        return None

    def failed(self, row: int) -> bool:
        """Return whether a ground truth's picture could not be shown."""
        return row in self._kept and self._kept[row] is None

    def close(self) -> None:
        """Stop; returns once the thread has ended."""
        with self._wake:
            self._closed = True
            self._wanted.clear()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _keep(self, source: _Source, row: int, image: QImage) -> None:
        if source is not self._source or self._closed:
            return  # of the audit before
        self._kept[row] = QPixmap.fromImage(image) if not image.isNull() else None
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.made.emit(row)

    def _run(self) -> None:
        last: tuple[_Source, int, Picture] | None = None  # neighbours are often of one picture
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                row, source = self._wanted.pop(0), self._source
            if source is None:
                continue
            image = int(source.audit.annotations.image[row])
            try:
                if last is None or last[:2] != (source, image):
                    last = source, image, picture_of(source.audit, source.dataset, image)
                drawn = crop_image(source.audit, last[2], row)
            except Exception:  # a broken file must not end the thread, however the decoder fails
                last, drawn = None, QImage()
            self._done.emit(source, row, drawn)


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
