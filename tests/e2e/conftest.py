"""The real window on a real X server, which must leave nothing behind; see `desk` for the mouse and the keyboard."""

import os
from pathlib import Path

import pytest

if os.environ.get("RPN_INSPECTOR_XCB") == "1":
    from desk import Desk, close_all
    from leaving import leaving_nothing
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QToolTip

    from rpn_inspector.gui.shell.main_window import MainWindow
    from rpn_inspector.gui.widgets.theme import LIGHT, apply
    from rpn_inspector.gui.wiring import Wiring

    @pytest.fixture
    def opened(qtbot, monkeypatch):
        """Return a function that opens a window as the program does: the bare frame first, then what fills it."""
        assert QGuiApplication.platformName() == "xcb"
        for name in ("HOME", "XDG_CONFIG_HOME"):  # file dialogs remember where they were
            monkeypatch.setenv(name, os.environ["RPN_INSPECTOR_HOME"])
        app = QApplication.instance()
        with leaving_nothing() as windows:

            def make() -> Wiring:
                apply(app, LIGHT)
                frame = MainWindow(LIGHT)
                screen = QGuiApplication.primaryScreen().geometry()
                frame.setGeometry(0, 0, min(1366, screen.width()), min(768, screen.height()))
                frame.show()
                qtbot.waitExposed(frame)
                made = Wiring(LIGHT, frame)
                windows.append(made)
                frame.setGeometry(0, 0, min(1366, screen.width()), min(768, screen.height()))
                frame.activateWindow()
                qtbot.waitUntil(frame.isActiveWindow)
                return made

            yield make
            close_all()
            QToolTip.hideText()

    @pytest.fixture
    def start(qtbot, opened):
        """A desk with an empty window."""
        return Desk(qtbot, opened())

    @pytest.fixture
    def desk(qtbot, opened):
        """A desk with the demo open, and its window at 1366 x 768."""
        made = opened()
        made.memory["tour_seen"] = True
        found = Desk(qtbot, made)
        found.key("ctrl+shift+d")
        found.until(lambda: made.workspace.state.shown is not None and not made.workspace.state.busy)
        found.until(lambda: made.canvas.isVisible() and made.canvas.width() > 300 and made.tables.isVisible())
        found.reads_soon("anchors", made.main_window.statusBar())
        found.until(lambda: made.render_queue.idle and made.panel_queue.idle)  # nothing is about to move any more
        return found

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(item, call):
        """Keep a picture of the screen when a test fails, where ``RPN_INSPECTOR_PICTURES`` names a folder."""
        folder = os.environ.get("RPN_INSPECTOR_PICTURES")
        if folder and call.when == "call" and call.excinfo is not None and "xcb" in item.keywords:
            QGuiApplication.primaryScreen().grabWindow(0).save(str(Path(folder, f"{item.name}.png")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run last what drives the program's own `main`: it ends the application, which other tests of a screen share."""
    items.sort(key=lambda item: "program" in getattr(item, "fixturenames", ()))
