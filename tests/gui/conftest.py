"""The real window, which must leave nothing behind."""

from contextlib import contextmanager

import pytest
from gui_steps import begin
from leaving import leaving_nothing
from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.images.scan_thread import Scanner
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.shell.garbage import collected_here
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring


@pytest.fixture
def beside():
    """For a test of what a window does beside: only then are all pictures scanned, and the next ones prepared."""


@pytest.fixture
def window(new_window):
    """The window of a test; a module may have its tests share one by a fixture of this name: `shared_window`."""
    return new_window


@pytest.fixture
def new_window(qtbot, monkeypatch, request):
    _calm(monkeypatch, "beside" in request.fixturenames)
    with _new_window() as made:
        yield made


@pytest.fixture(scope="module")
def one_window(qapp, homes, request):
    home, working = next(homes), "beside" in request.fixturenames
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch, collected_here():
        patch.setenv("RPN_INSPECTOR_HOME", str(home))
        _calm(patch, working)
        with _new_window() as made:
            yield made, working


@pytest.fixture
def shared_window(qtbot, one_window, request):
    """One window for the tests of a module, as empty as a new one for each; a test that uses `new_window` has that."""
    if "new_window" in request.fixturenames:
        yield request.getfixturevalue("new_window")
        return
    made, working = one_window
    assert working == ("beside" in request.fixturenames), "wanted all tests with what is done beside, or none"
    begin(made)
    yield made
    made.remembering._timer.stop()  # nor is anything of it written into the settings of the next test


def _calm(patch, working):
    patch.setattr(open_controller, "NOTE_MS", 0)  # a note stays until the next, however slow the machine
    if not working:
        patch.setattr(Scanner, "_begin", lambda scanner, job: None)
        patch.setattr(Wiring, "_expect", lambda window: None)


@contextmanager
def _new_window():
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
