"""Gestures over a picture of 268,569 anchors in the whole window, as `dense.py` reports them.

Each gesture is counted from the event to the moment everything it changed is painted, the what-if drag from the mouse
move to the box painted under the mouse; what follows from it is told apart, as ``followed``. The peers are the window a
user would write over the same arrays: pyqtgraph for the picture and its boxes, a QTableView with a
QSortFilterProxyModel for the table, NumPy over all boxes and ground truths for the rest, all of it done in the slot.
"""

import json
import os
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.canvas.grips import grip_at
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring

FILTERS = {
    "iou > 0.5": lambda one: one.iou > 0.5,
    "level == 3 and iou > 0.2": lambda one: (one.level == 3) & (one.iou > 0.2),
    "label == ignored": lambda one: one.label == -1,
    "not iou < 0.1": lambda one: one.iou >= 0.1,
    "gt == 3": lambda one: one.gt == 2,
}
"""Texts, and the plain way to each over every anchor's IoU, level by number, label and ground truth from 0."""
WARM = 3  # of each gesture, left out
AWAY = 10  # px of the first move: a hand that shakes moves no box
CLOSE = 1e-5  # IoU; the plain way sums float32 in another order


class Gestures:
    """The window and its peer over one job, a `Shown`."""

    def __init__(self, app: QApplication, shown, model) -> None:
        self.app, self.inspection = app, shown.inspection
        self.folder = tempfile.TemporaryDirectory()
        self.window = self._window(shown)
        self.picture, self.curve, self.table, self.proxy = self._peer(shown, model)

    def _window(self, shown) -> Wiring:
        folder = Path(self.folder.name)
        height, width = shown.picture.size
        cv2.imwrite(str(folder / "noise.png"), shown.picture.pixels)
        boxes = shown.inspection.sample.gt
        rows = [
            {"id": number, "image_id": 1, "category_id": 1, "bbox": [x1, y1, x2 - x1, y2 - y1]}
            for number, (x1, y1, x2, y2) in enumerate(boxes.tolist())
        ]
        image = {"id": 1, "file_name": "noise.png", "width": width, "height": height}
        table = {"images": [image], "annotations": rows, "categories": [{"id": 1, "name": "thing"}]}
        (folder / "labels.json").write_text(json.dumps(table), encoding="utf-8")
        os.environ["RPN_INSPECTOR_HOME"] = str(folder / "home")  # a user's own settings are left alone
        window = Wiring(LIGHT)
        window.main_window.resize(1600, 1000)
        window.main_window.show()
        window.navigate.choose_recipe("torchvision-fpn")
        window.opening.open_path(folder / "labels.json")
        self.until(lambda: window.workspace.state.shown is not None and not window.workspace.state.busy)
        window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("torchvision-fpn"))
        self.until(lambda: not window.workspace.state.busy and not window.images.waiting())
        return window

    def _peer(self, shown, model):
        picture = pg.GraphicsLayoutWidget(size=(1000, 600))
        view = picture.addViewBox(invertY=True, lockAspect=True)
        view.addItem(pg.ImageItem(shown.picture.pixels, axisOrder="row-major"))
        self.boxes = shown.inspection.grid.all_boxes()
        still, curve = pg.PlotCurveItem(pen="g"), pg.PlotCurveItem(pen="y")
        outline(still, self.boxes[shown.inspection.assignment.label != 0])  # the layers our canvas begins with
        view.addItem(still)
        view.addItem(curve)
        picture.show()
        table, proxy = QTableView(), _ByMask()
        proxy.setSourceModel(model)
        table.setModel(proxy)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.resize(900, 300)
        table.show()
        self.app.processEvents()
        return picture, curve, table, proxy

    def until(self, there) -> None:
        while not there():
            self.app.processEvents()
            time.sleep(0.001)
        for _ in range(20):
            self.app.processEvents()

    def timed(self, work) -> float:
        start = time.perf_counter()
        work()
        self.app.processEvents()
        return (time.perf_counter() - start) * 1e3

    def close(self) -> None:
        self.window.main_window.close()
        self.picture.close()
        self.table.close()
        self.folder.cleanup()

    # The peer's ways

    def draw(self, rows) -> None:
        outline(self.curve, self.boxes[rows])

    def leave(self, mask) -> None:
        self.proxy.mask = mask
        self.proxy.invalidateRowsFilter()
        self.draw(np.flatnonzero(mask)[:5000])

    # The gestures: ours and theirs, ms each

    def hover(self, repeats: int):
        canvas = self.window.canvas
        span = np.linspace(0.1, 0.9, repeats)
        at = [QPoint(int(s * canvas.width()), int(s * canvas.height())) for s in span]
        ours = [self.timed(lambda place=place: self.move(place)) for place in at]

        def peer(share: float) -> None:
            x, y = share * 1333, share * 800
            boxes = self.boxes
            inside = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
            rows = np.flatnonzero(inside)
            self.draw(rows[np.argsort(-self.inspection.assignment.iou[rows])[:8]])

        return ours, [self.timed(lambda share=share: peer(share)) for share in span[:12]], None

    def walk(self, repeats: int):
        window = self.window
        window.workspace.select(int(self.inspection.positive[0]))
        ours = [self.timed(lambda: window.navigate.next_anchor(1)) for _ in range(repeats)]

        def peer(row: int) -> None:
            self.table.selectRow(row)
            self.draw([row])

        return ours, [self.timed(lambda row=row: peer(row)) for row in range(12)], None

    def brush(self, repeats: int):
        steps = [(round(0.2 + 0.005 * n, 3), round(0.5 + 0.005 * n, 3)) for n in range(repeats)]
        texts = [f"iou >= {low:.3f} and iou <= {high:.3f}" for low, high in steps]
        ours, passing = self._passing(lambda text: self.window.navigate.brush(("iou",), text), texts)
        iou = self.inspection.assignment.iou
        return ours, *self._left([(iou >= low) & (iou <= high) for low, high in steps], passing)

    def filter(self, repeats: int):
        texts = [list(FILTERS)[n % len(FILTERS)] for n in range(repeats)]
        ours, passing = self._passing(self.window.navigate.filter_by, texts)
        found, grid = self.inspection.assignment, self.inspection.grid
        number = np.array([int(level.name[1:]) for level in grid.levels])  # P3 is 3
        plain = SimpleNamespace(
            iou=found.iou, label=found.label, gt=found.gt, level=number[grid.locate(np.arange(grid.size)).level]
        )
        return ours, *self._left([FILTERS[text](plain) for text in texts], passing)

    def _passing(self, choose, texts):
        """Return the times of choosing each text, and the anchors that then pass; no text is left behind."""
        ours, passing = [], []
        for text in texts:
            ours.append(self.timed(lambda text=text: choose(text)))
            passing.append(self.window.workspace.state.passing.mask)
        self.window.navigate.filter_by("")
        return ours, passing

    def _left(self, masks, passing):
        """Return the peer's times of the first ``masks``, and whether all are those that pass here."""
        same = all(mine is not None and np.array_equal(mine, mask) for mine, mask in zip(passing, masks, strict=True))
        return [self.timed(lambda mask=mask: self.leave(mask)) for mask in masks[: WARM + 3]], same

    def drag(self, repeats: int):
        """Return the times to the box under the mouse, the peer's to everything, whether both agree, ours likewise."""
        window, canvas = self.window, self.window.canvas
        for anchor in self.inspection.positive.tolist():  # the first whose predicted box leaves the corner free
            window.workspace.select(anchor)
            self.until(lambda: "gt" in canvas.grips())
            _, _, x, y = canvas.grips()["gt"].tolist()
            start = canvas.to_widget(x, y).toPoint()
            grip = grip_at(canvas.grips(), canvas.view, QPointF(start))
            if grip is not None and (grip.kind, grip.across, grip.down) == ("gt", 1, 1):
                break
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        ours = []
        for step in range(1, repeats + 1):
            due = time.perf_counter() + 1 / 60  # a mouse tells where it is as often as a screen is drawn
            place = start + QPoint(AWAY + step % 40, AWAY + step % 30)
            ours.append(self.timed(lambda place=place: (self.move(place, Qt.MouseButton.LeftButton), canvas.repaint())))
            while time.perf_counter() < due:
                self.app.processEvents()
        let_go = time.perf_counter()
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.until(lambda: window.what_if.idle)
        followed = (time.perf_counter() - let_go) * 1e3
        same = self._followed(window.workspace.state.shown.inspection)
        window.workspace.try_out(None)
        truths = self.inspection.gt.astype(np.float32)

        def peer(step: int) -> None:
            changed = truths.copy()
            changed[0, 2:] += step
            best = _overlaps(self.boxes, changed).max(1)
            self.leave(best >= 0.7)

        return ours, [self.timed(lambda step=step: peer(step)) for step in range(WARM + 3)], same, followed

    def _followed(self, after) -> bool:
        """Return whether a box was moved and every anchor's best IoU and the positives by it are those of the box."""
        best = _overlaps(self.boxes, after.gt.astype(np.float32)).max(1)
        clear = np.abs(best - 0.7) > CLOSE
        return bool(
            not np.array_equal(after.gt, self.inspection.gt)
            and np.allclose(after.assignment.iou, best, atol=CLOSE)
            and (after.assignment.label[clear & (best > 0.7)] == 1).all()
        )

    def move(self, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        canvas, none = self.window.canvas, Qt.MouseButton.NoButton
        place = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), none, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(canvas, event)


def outline(curve: pg.PlotCurveItem, boxes) -> None:
    """Let a curve be the outlines of ``boxes`` (n, 4)."""
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3, 0, 1]].reshape(-1, 5, 2)
    joined = np.tile(np.array([1, 1, 1, 1, 0], np.int32), len(corners))
    curve.setData(corners[..., 0].ravel(), corners[..., 1].ravel(), connect=joined)


class _ByMask(QSortFilterProxyModel):
    """Leaves rows out as a tutorial does it."""

    mask = None

    def filterAcceptsRow(self, row, _parent) -> bool:
        return self.mask is None or bool(self.mask[row])


def _overlaps(a, b):
    """Return the IoU of every box of ``a`` (n, 4) with every one of ``b`` (m, 4), (n, m)."""
    low, high = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:], b[None, :, 2:])
    common = np.clip(high - low, 0, None).prod(2)
    areas = [(boxes[:, 2:] - boxes[:, :2]).prod(1) for boxes in (a, b)]
    return common / (areas[0][:, None] + areas[1][None] - common)
