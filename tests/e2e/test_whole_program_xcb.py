"""The program's own `main` on a real X server, with a real mouse and keyboard, read as a user reads it."""

import json
import os

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource

if os.environ.get("RPN_INSPECTOR_XCB") == "1":
    from desk import Desk, close_all, xdotool

    from rpn_inspector.cli.program import main
    from rpn_inspector.gui.shell.main_window import MainWindow
    from rpn_inspector.gui.wiring import Wiring

pytestmark = pytest.mark.xcb


@pytest.fixture
def program(qtbot, monkeypatch, tmp_path):
    """Return a function: it runs `main` with words, does a script with a `Desk` once a picture stands, and ends it."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"tour_seen": True}))
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(home))

    def run(script, *words):
        errors, timer = [], QTimer(interval=50)

        def look():
            tops = [top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow) and top.isVisible()]
            window = tops[0].findChild(Wiring) if tops else None
            if window is None or window.workspace.state.shown is None or not window.canvas.isVisible():
                return
            timer.stop()
            try:
                tops[0].activateWindow()  # as a window manager would, and there is none
                qtbot.waitUntil(tops[0].isActiveWindow)
                script(Desk(qtbot, window))
            except BaseException as error:  # handed on below, outside of Qt
                errors.append(error)
            finally:
                close_all()
                tops[0].close()
                QApplication.quit()

        timer.timeout.connect(look)
        timer.start()
        code = main(["open", *map(str, words)])
        timer.stop()
        if errors:
            raise errors[0]
        assert code == 0

    return run


def frame(widget):
    """Return the pixels of a widget's middle as they stand on the screen."""
    corner = widget.mapToGlobal(widget.rect().center() - QPoint(60, 30))
    image = QGuiApplication.primaryScreen().grabWindow(0, corner.x(), corner.y(), 120, 60).toImage()
    return bytes(image.constBits())


def whole(canvas):
    """Return whether a canvas shows all of its picture."""
    height, width = canvas._shown.inspection.network_size
    corners = canvas.to_widget(0, 0).toPoint(), canvas.to_widget(width, height).toPoint()
    return all(canvas.rect().adjusted(-1, -1, 1, 1).contains(corner) for corner in corners)


def test_a_key_held_shows_one_picture_after_another_and_no_number_beside_another(program):
    def script(desk):
        window, seen = desk.window, {}

        def looked():
            name = window.status_line.labels["file"].text()
            shown = window.canvas._shown
            assert shown is None or name.startswith(shown.inspection.sample.name), "a name beside another picture"
            model, state = window.tables.anchors.columns_model, window.workspace.state
            if model.rowCount():
                assert window._read is shown or state.shown is not shown, "numbers beside another picture"
            seen.setdefault(frame(window.canvas), name)
            return len(seen) > 4

        looked()
        xdotool("keydown", "Right")
        try:
            desk.until(looked)  # while the key is down
        finally:
            xdotool("keyup", "Right")
        desk.until(lambda: not window.workspace.state.busy and not window.quick_moves.moving)
        desk.reads_soon(window.workspace.state.shown.inspection.sample.name, window.main_window.statusBar())
        desk.until(lambda: window.tables.anchors.columns_model.rowCount() == 8820)
        assert len(set(seen.values())) > 3

    program(script, resource("demo"))


def test_compare_says_of_ground_truths_what_moved_and_why_there_are_dashes_and_its_panes_refit(program):
    def script(desk):
        window, page = desk.window, desk.window.compare
        desk.key("ctrl+2")
        desk.until(page.isVisible)
        desk.select(page.box, "yolov3-416")
        desk.reads_soon("No anchor stands in both grids: the ground truths are compared.", page)
        truths = len(window.workspace.state.shown.inspection.gt)
        desk.until(lambda: page.gts.isVisible() and len(desk.reads(page.gts).splitlines()) >= min(truths, 8))
        bar = page.gts.horizontalScrollBar()
        bar.setValue(bar.maximum())
        assert desk.cell(page.gts, 0, "Best IoU A") != desk.cell(page.gts, 0, "Best IoU B")
        bar.setValue(0)
        desk.select(page.box, "yolov8")
        desk.reads_soon("B has no raw outputs: which are positive is not known.", page)
        desk.until(lambda: desk.cell(page.gts, 0, "Pos. B") == "–")
        desk.select(page.box, "mmdet-fpn")
        desk.reads_soon("IoU crossed the lower threshold", page)
        before = page.pictures.width()
        desk.key("ctrl+e")
        desk.until(lambda: page.pictures.width() < before and all(whole(side.canvas) for side in page.sides))
        desk.key("ctrl+e")
        desk.until(lambda: page.pictures.width() == before and all(whole(side.canvas) for side in page.sides))
        assert abs(page.sides[0].width() - page.sides[1].width()) <= 1

    program(script, resource("demo"), "-r", "torchvision-fpn")


def test_a_dataset_whose_pictures_are_gone_opens_with_everything_else(program, tmp_path):
    boxes = [[8, 16, 64, 48], [80, 20, 60, 60]]
    table = {
        "images": [{"id": 1, "file_name": "gone.png", "height": 96, "width": 160}],
        "annotations": [{"id": at, "image_id": 1, "category_id": 1, "bbox": box} for at, box in enumerate(boxes, 1)],
        "categories": [{"id": 1, "name": "cat"}],
    }
    (tmp_path / "instances.json").write_text(json.dumps(table))

    def script(desk):
        window = desk.window
        desk.reads_soon("No picture was found; where the size is known, an empty canvas stands in.")
        assert "Locate" in desk.reads(window.missing_line)
        desk.reads_soon("positive", window.main_window.statusBar())
        one = window.workspace.state.shown.inspection
        assert (len(one.gt), window.canvas._shown.inspection is one) == (2, True)
        words = desk.reads()
        assert "No dataset" not in words
        assert "Nothing passes" not in words
        x1, y1, x2, y2 = one.gt[0]
        desk.click(window.canvas, window.canvas.to_widget(float(x1 + x2) / 2, float(y1 + y2) / 2).toPoint())
        desk.until(lambda: window.workspace.state.selection is not None)
        desk.reads_soon("ground truth 1", window.inspector)

    program(script, tmp_path / "instances.json")
