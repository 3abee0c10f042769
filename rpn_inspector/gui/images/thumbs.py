"""Thumbnails made in the background, for painted rows only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import read_image, read_size
from rpn_inspector.data.pictures.opencv import load as opencv

THUMB = QSize(56, 42)
SCALE = 2  # thumbnails are made for a screen of this scale
KEPT = 600  # held at once, 21 MB
WANTED = 40  # rows of a tall list; rows scrolled past are dropped


class Thumbs(QObject):
    """Thumbnails by picture; `of` returns at once, ``made(picture)`` follows each new thumbnail."""

    made = Signal(int)
    _done = Signal(object, int, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._kept: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: list[int] = []
        self._wake = threading.Condition()
        self._closed = False
        self._working = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def __len__(self) -> int:
        """Return the number of thumbnails in memory."""
        return len(self._kept)

    def use(self, dataset: Dataset | None) -> None:
        """Make thumbnails of another dataset."""
        with self._wake:
            self._dataset = dataset
            self._wanted.clear()
        self._kept.clear()

    def of(self, number: int) -> QPixmap | None:
        """Return a picture's thumbnail, or None after ordering the thumbnail."""
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        with self._wake:
            if number not in self._wanted and not self._closed:
                # At most `WANTED` orders: the oldest are dropped, and given anew when the row is painted again.
                self._wanted = [*self._wanted[1 - WANTED :], number]
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="thumbnails", daemon=True)
                    self._thread.start()
                self._wake.notify()
        return None

    def failed(self, number: int) -> bool:
        """Return whether a picture's file could not be shown."""
        return number in self._kept and self._kept[number] is None

    def waiting(self) -> bool:
        """Return whether thumbnails of painted rows are still missing."""
        with self._wake:
            return bool(self._wanted) or self._working

    def close(self) -> None:
        """Stop; returns once the thread has ended."""
        with self._wake:
            self._closed = True
            self._wanted.clear()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _keep(self, dataset: Dataset, number: int, image: QImage) -> None:
        # A thumbnail of the dataset before may still be under way.
        if dataset is not self._dataset or self._closed:
            return
        self._kept[number] = QPixmap.fromImage(image) if not image.isNull() else None
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.made.emit(number)

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                number, dataset = self._wanted.pop(), self._dataset  # newest first: rows painted last are on the screen
                self._working = True
            if dataset is not None:
                self._done.emit(dataset, number, thumbnail(dataset, number))
            with self._wake:
                self._working = False


def thumbnail(dataset: Dataset, number: int) -> QImage:
    """Return the middle of a picture, `THUMB` times `SCALE` px, or a null image for an unreadable picture."""
    try:
        path = dataset.image_path(number) if number < len(dataset) else None
        if path is None:
            return QImage()
        return _cut(_pixels(path, dataset.turned))
    except (InspectorError, OSError):
        return QImage()
    except Exception:  # a broken file must not end the thread, however the decoder fails
        return QImage()


def _pixels(path: Path, turned: bool) -> npt.NDArray[np.uint8]:
    """Return a picture (h, w, 3) uint8 RGB; a large JPEG decoded at 1/2, 1/4 or 1/8 of the size, much faster."""
    height, width = read_size(path, turned=turned)
    cv2 = opencv()
    reduced = {2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4, 8: cv2.IMREAD_REDUCED_COLOR_8}
    room = min(width // (SCALE * THUMB.width()), height // (SCALE * THUMB.height()))
    step = next((step for step in (8, 4, 2) if room >= step), 1)
    if step > 1 and path.suffix.lower() in (".jpg", ".jpeg") and height * width < 50_000_000:
        data = np.frombuffer(read_whole(path), np.uint8)
        if data[-2:].tobytes() == b"\xff\xd9":  # the end marker of a whole JPEG; a cut file goes to `read_image`
            decoded = cv2.imdecode(data, reduced[step] | (0 if turned else cv2.IMREAD_IGNORE_ORIENTATION))
            if decoded is not None:
                return np.ascontiguousarray(decoded[:, :, ::-1])
    return read_image(path, turned=turned).pixels


def _cut(pixels: npt.NDArray[np.uint8]) -> QImage:
    height, width = pixels.shape[:2]
    wide, high = SCALE * THUMB.width(), SCALE * THUMB.height()
    scale = max(wide / width, high / height)
    w, h = min(width, max(1, round(wide / scale))), min(height, max(1, round(high / scale)))
    top, left = (height - h) // 2, (width - w) // 2
    cv2 = opencv()
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = cv2.resize(np.ascontiguousarray(pixels[top : top + h, left : left + w]), (wide, high), interpolation=method)
    return QImage(small.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()
