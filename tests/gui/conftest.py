"""The real window, which must leave nothing behind."""

import pytest
from leaving import leaving_nothing
from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.images.scan_thread import Scanner
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring


@pytest.fixture
def scanning():
    """For a test that asks for what the list of images counts: only beside it does the window scan every picture."""


@pytest.fixture
def window(qtbot, monkeypatch, request):
    if "scanning" not in request.fixturenames:
        monkeypatch.setattr(Scanner, "_begin", lambda scanner, job: None)
    monkeypatch.setattr(open_controller, "NOTE_MS", 0)  # a note stays until the next, however slow the machine
    apply(QApplication.instance(), LIGHT)
    with leaving_nothing() as windows:
        QCursor.setPos(0, 0)  # where the test before left it the picture may come to lie under it
        made = Wiring(LIGHT)
        windows.append(made)
        made.main_window.resize(1440, 900)
        made.main_window.show()
        made.main_window.activateWindow()
        yield made


@pytest.fixture
def left_over():
    """Objects a test makes without a parent, deleted after it."""
    made: list[QObject] = []
    yield made
    for thing in made:
        thing.deleteLater()
