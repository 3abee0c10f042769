"""The one QApplication: on X11 a wish for larger text is one of text, where the window would outgrow the screen."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

ASKED, SCALING = "QT_FONT_DPI", "QT_ENABLE_HIGHDPI_SCALING"
ROOM = (1070, 580)  # px of a screen's free area that the window needs in every language, with its border


def application(arguments: Sequence[str]) -> QApplication:
    """Return the application.

    Qt takes the desktop's dots per inch as a scale of everything. Where that leaves less than `ROOM`, and where
    `ASKED` asks for larger text alone, `SCALING` is off, and the font of the desktop says the size of the text.
    """
    if ASKED in os.environ:
        os.environ.setdefault(SCALING, "0")
    app = QApplication([*arguments])
    if _outgrows(app):
        app.shutdown()
        del app
        os.environ[SCALING] = "0"
        app = QApplication([*arguments])
    return app


def _outgrows(app: QApplication) -> bool:
    """Return whether the desktop's scale, not the screen itself, leaves too little room."""
    screen, said = app.primaryScreen(), os.environ.get(SCALING)
    if said is not None or app.platformName() != "xcb" or screen is None or screen.devicePixelRatio() <= 1:
        return False
    free = screen.availableGeometry()
    return free.width() < ROOM[0] or free.height() < ROOM[1]
