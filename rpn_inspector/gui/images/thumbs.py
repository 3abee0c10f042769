"""Thumbnails made in the background, for painted rows only."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.pictures.images import read_image, read_size
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.dump import Predictions
from rpn_inspector.gui.widgets.made_images import MadeImages

THUMB = QSize(56, 42)
SCALE = 2  # thumbnails are made for a screen of this scale
KEPT = 600  # held at once, 21 MB
WANTED = 40  # rows of a tall list; rows scrolled past are dropped
PATIENCE = 0.05  # s; the longest that a thumbnail waits at the gate


class Thumbs(MadeImages):
    """Thumbnails by picture of a dataset; each waits a little while ``gate`` is not set."""

    def __init__(self, parent: QObject | None = None) -> None:
        # newest first: rows painted last are on the screen
        super().__init__("thumbnails", KEPT, WANTED, newest_first=True, parent=parent)
        self.gate = threading.Event()
        self.gate.set()

    def use(self, dataset: Dataset | None, recorded: Outputs | None = None) -> None:
        """Make thumbnails of another dataset; of a training those of the pictures ``recorded`` with the outputs."""
        self.take(None if dataset is None else (dataset, recorded))

    def make(self, source: tuple[Dataset, Outputs | None], number: int) -> QImage:
        """Return a picture's thumbnail."""
        self.gate.wait(PATIENCE)
        dataset, recorded = source
        return thumbnail(dataset, number) if recorded is None else _of_outputs(recorded, dataset.names[number])


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


def _of_outputs(outputs: Outputs, name: str) -> QImage:
    """Return the thumbnail of a recorded picture, or a null image without one."""
    try:
        found = outputs.get(name) if isinstance(outputs, Predictions) else None
    except (InspectorError, OSError):  # a step that was let go meanwhile
        return QImage()
    return QImage() if found is None or found.trained is None else _cut(found.trained.pixels)


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
                return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB))
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
