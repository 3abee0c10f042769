"""Draw the program's icon in the forms that desktops want, from resources/app/rpn-inspector.svg.

usage: python tools/make_icon.py (needs the extra gui, and Pillow)
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "resources" / "app"
NAME = "rpn-inspector"
SIZES = (16, 24, 32, 48, 64, 128, 256)
PNG = 128
LARGEST = 1024


def drawn(renderer: QSvgRenderer, side: int) -> Image.Image:
    """Return the icon of ``side`` px."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def main() -> None:
    """Write the icon as .png, .ico and .icns."""
    app = QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / f"{NAME}.svg"))
    assert renderer.isValid()
    drawn(renderer, PNG).save(FOLDER / f"{NAME}.png", optimize=True)
    images = [drawn(renderer, side) for side in SIZES]
    images[-1].save(FOLDER / f"{NAME}.ico", append_images=images[:-1], sizes=[(side, side) for side in SIZES])
    drawn(renderer, LARGEST).save(FOLDER / f"{NAME}.icns")
    app.quit()


if __name__ == "__main__":
    main()
