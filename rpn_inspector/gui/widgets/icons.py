"""Line icons: the SVG files of ``resources/icons``, in any colour and size, all of equal weight."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.widgets.required import application

GRID = 16  # the side of a file's view box
WEIGHT = 1.4  # px a line is wide at any size; the stroke width written in each file
NAMES = tuple(sorted(file.stem for file in resource("icons").glob("*.svg")))


def icon(name: str, colour: str, size: int = GRID) -> QIcon:
    """Return an icon of `NAMES` for a button."""
    return QIcon(line_icon(name, colour, size))


def line_icon(name: str, colour: str, size: int = GRID, ratio: float | None = None) -> QPixmap:
    """Return an icon of `NAMES`, ``size`` px a side; ``ratio`` is the device pixel ratio, the application's by default.

    Raises `KeyError` for an unknown name.
    """
    scale = float(ratio if ratio is not None else application().devicePixelRatio())
    return _drawn(name, colour, size, scale)


@lru_cache(maxsize=128)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QSvgRenderer(QByteArray(_svg(name, colour, size)))  # an error under an active painter ends the process
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _svg(name: str, colour: str, size: int) -> bytes:
    """Return the SVG of an icon in ``colour``, lines thinned by as much as ``size`` px enlarges."""
    if name not in NAMES:
        raise KeyError(name)
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    # Qt has no word for the colour around an SVG, and its lines that keep their width count in device px
    text = text.replace("currentColor", colour)
    return text.replace(f'stroke-width="{WEIGHT}"', f'stroke-width="{WEIGHT * GRID / size}"').encode()
