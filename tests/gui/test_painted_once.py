"""What is kept of a painting is what would be painted anew, and each gesture paints what it changes once."""

import random
from types import SimpleNamespace

import numpy as np
import pytest
from gui_steps import Painted, open_simulated
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.widgets.kept_paint import KeptPaint
from rpn_inspector.gui.widgets.theme import DARK, LIGHT
from rpn_inspector.session.layers import LAYERS
from rpn_inspector.session.state import State

RECIPE = load_recipe("torchvision-mobilenet-320")
SEEDS = range(3)
STEPS = 40


class Answer(SimpleNamespace):
    """As `Shown`, of the fields a canvas looks at: one is itself alone."""

    __hash__ = object.__hash__


@pytest.fixture(scope="module")
def answers():
    """The answer to the data, and to a what-if over the same picture."""
    boxes = np.array([[150.0, 100.0, 210.0, 160.0], [20.0, 30.0, 300.0, 280.0], [290.0, 200.0, 340.0, 240.0]])
    sample = Sample("noise", (300, 400), boxes, classes=("cell",))
    data = inspect(sample, RECIPE, SimulatedPredictions().predict(sample, RECIPE))
    tried = apply(data, WhatIf(int(data.positive[0]), truth=0, gt=(90.0, 60.0, 160.0, 150.0)))
    pixels = np.random.default_rng(0).integers(0, 255, (300, 400, 3), np.uint8)
    shown = {
        "dataset": "here",
        "index": 0,
        "recipe": RECIPE,
        "predictions": None,
        "picture": SimpleNamespace(pixels=pixels, size=(300, 400)),
    }
    return [
        Answer(**shown, inspection=data, what_if=None, data=None),
        Answer(**shown, inspection=tried, what_if=object(), data=data),
    ]


def passing(pick, answer):
    generator = np.random.default_rng(pick.randrange(9))
    return SimpleNamespace(mask=generator.random(answer.inspection.grid.size) < pick.choice([0.001, 0.1, 0.9]))


CHANGES = {
    "layers": lambda pick, answer: frozenset(pick.sample(sorted(LAYERS), pick.randrange(len(LAYERS) + 1))),
    "selection": lambda pick, answer: pick.choice([None, *answer.inspection.positive.tolist(), 0]),
    "gt": lambda pick, answer: pick.choice([None, 0, 2]),
    "heat": lambda pick, answer: pick.choice(["iou", "objectness", "loss"]),
    "pointed": lambda pick, answer: tuple(pick.sample(range(answer.inspection.grid.size), pick.randrange(3))),
    "passing": lambda pick, answer: pick.choice([None, passing(pick, answer)]),
}
ACTS = [*CHANGES, "pointed", "pointed", "selection", "answer", "pan", "zoom", "theme", "size", "moved"]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_is_what_a_new_canvas_paints(qtbot, answers, seed):
    pick = random.Random(seed)
    now = {"shown": answers[0], "layers": frozenset({"truth", "negative", "positive"}), "selection": None}
    theme, marked = LIGHT, None
    canvas = Canvas(theme=theme)
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.show()
    for _ in range(STEPS):
        act = pick.choice(ACTS)
        if act in CHANGES:
            now[act] = CHANGES[act](pick, now["shown"])
        elif act == "answer":
            now["shown"] = pick.choice(answers)
        canvas.render_state(None, State(RECIPE, **now))
        if act == "pan":
            canvas._pan(pick.randrange(-30, 30), pick.randrange(-30, 30))
        elif act == "zoom":
            canvas.zoom_by(pick.choice([0.8, 1.3]))
        elif act == "theme":
            theme = pick.choice([DARK, LIGHT])
            canvas.set_theme(theme)
        elif act == "size":
            canvas.resize(pick.choice([430, 500]), pick.choice([350, 400]))
        elif act == "moved":
            positive = now["shown"].inspection.positive
            marked = now["shown"].inspection, positive[:1], positive[pick.randrange(1, 3) :]
            canvas.mark_moved(*marked)
        fresh = Canvas(theme=theme)
        qtbot.addWidget(fresh)
        fresh.resize(canvas.size())
        fresh.render_state(None, State(RECIPE, **now))
        fresh.show_view(canvas.view, canvas.fits)
        if marked is not None:
            fresh.mark_moved(*marked)
        anew = fresh.grab().toImage()
        for _ in range(3):  # painted, kept, and copied
            assert canvas.grab().toImage() == anew, act


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("corner", [(0, 0), (13, 7), (2, 3)])
def test_what_is_kept_of_a_widget_between_device_pixels_is_copied_to_the_pixel(ratio, corner):
    size = QSize(61, 43)

    def paint(painter):
        painter.fillRect(QRectF(QPointF(0, 0), size), QColor("#BFC3C8"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#F0843C"))
        painter.drawRect(QRectF(10.25, 5.5, 30, 20))

    def painted(way):
        image = QImage(140, 100, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("#123456"))
        painter = QPainter(image)
        painter.translate(*corner)
        way(painter)
        painter.end()
        return image

    kept, anew = KeptPaint(), painted(paint)
    for _ in range(3):  # painted, kept, and copied
        assert painted(lambda painter: kept.paint(painter, size, ratio, (), paint, at_once=False)) == anew


class Heights(QObject):
    """Keeps how high the painted part of a widget is, px."""

    def __init__(self, widget):
        super().__init__(widget)
        self.found = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.found.append(sum(rect.height() for rect in event.region()))
        return False


def test_a_step_beyond_the_rows_in_sight_moves_what_is_painted_and_paints_the_new_ones(qtbot, window):
    open_simulated(qtbot, window)
    table = window.tables.anchors
    window.workspace.select(table.neighbour(None, 1))
    for _ in range(30):
        QApplication.processEvents()
    at, heights = table.verticalScrollBar().value(), Heights(table.viewport())
    for _ in range(30):
        window.navigate.next_anchor(1)
        for _ in range(5):
            QApplication.processEvents()
    assert table.verticalScrollBar().value() > at
    assert len(heights.found) >= 30
    # the row before and the new one, the rows of their suppressors, and what the edge of the view cut
    assert max(heights.found) <= 5 * table.rowHeight(0)


def test_an_anchor_like_the_one_before_leaves_every_section_of_the_inspector_where_it_is(qtbot, window):
    open_simulated(qtbot, window)
    positive = window.workspace.state.shown.inspection.positive.tolist()
    window.workspace.select(positive[0])
    for _ in range(20):
        QApplication.processEvents()
    turned = []
    watch = Turned(turned)
    for widget in window.inspector.findChildren(QWidget):
        widget.installEventFilter(watch)
    window.workspace.select(positive[1])
    for _ in range(20):
        QApplication.processEvents()
    shown = [widget for widget, event in turned if event == QEvent.Type.Show]
    hidden = [widget for widget, event in turned if event == QEvent.Type.Hide]
    assert not set(shown) & set(hidden), "shown and hidden again: each lays out the whole panel"


class Turned(QObject):
    """Keeps the widgets that are shown or hidden."""

    def __init__(self, turned):
        super().__init__()
        self.turned = turned

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.turned.append((watched, event.type()))
        return False


GESTURES = {
    "next anchor": lambda window: window.navigate.next_anchor(1),
    "brush": lambda window: window.navigate.brush(("iou",), "iou >= 0.3"),
    "filter": lambda window: window.navigate.filter_by("level == 3 and iou > 0.2"),
    "no filter": lambda window: window.navigate.filter_by(""),
    "next ground truth": lambda window: window.workspace.next_gt(),
    "layer": lambda window: window.workspace.toggle_layer("negative"),
}


def test_a_gesture_paints_picture_table_and_plot_once_at_most(qtbot, window):
    open_simulated(qtbot, window)
    window.plots.build()
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    qtbot.waitUntil(lambda: not window.images.waiting())
    for _ in range(20):
        QApplication.processEvents()
    table, surface = window.tables.anchors, window.plots.cells[0].surface
    for name, gesture in GESTURES.items():
        painted = Painted(whole=True, canvas=window.canvas, table=table.viewport(), plot=surface.viewport())
        gesture(window)
        for _ in range(20):
            QApplication.processEvents()
        assert painted.counts["canvas"] == 1, name
        assert max(painted.counts.values()) == 1, (name, painted.counts)


@pytest.mark.parametrize("least", [0.3, 0.4])
def test_another_filter_paints_the_picture_once_and_not_again_under_the_chip(qtbot, window, least):
    open_simulated(qtbot, window)
    window.navigate.filter_by("iou > 0.2")
    for _ in range(20):
        QApplication.processEvents()
    painted = Painted(canvas=window.canvas)
    window.navigate.filter_by(f"iou > {least}")
    for _ in range(20):
        QApplication.processEvents()
    assert painted.counts["canvas"] == 1
    assert f"iou > {least}" in window.chip.text()
