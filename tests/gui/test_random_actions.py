"""A thousand random things a user may do: the laws hold after each, and memory stays within the caches' bounds.

``RPN_INSPECTOR_SEEDS="1 2 3"`` does other thousands.
"""

import dataclasses
import os
import random
import tracemalloc

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.work.workspace import LAYERS

STEPS = 1000
SEEDS = [int(seed) for seed in os.environ.get("RPN_INSPECTOR_SEEDS", "20").split()]
FILTERS = ("level == 3", "iou > 0.4 and label == ignored", "fate == suppressed", "gt == 1 or sampled", "iou >", "")
RECIPES = ("torchvision-mobilenet-320", "yolov3-320", "ssd300-torchvision", "demo")


def check(window):
    """What is shown belongs to what is chosen, or "busy" is visible; and the sums add up."""
    state = window.workspace.state
    shown = state.shown
    if shown is None:
        return
    for anchor in (state.selection, state.hover, *state.stack):
        assert anchor is None or 0 <= anchor < shown.inspection.grid.size
    if state.busy:
        return
    assert shown.dataset is state.dataset
    assert shown.index == state.index
    assert shown.recipe == state.recipe
    assert shown.predictions is state.predictions
    inspection = shown.inspection
    if state.selection is not None:
        facts = window.inspector.facts
        assert facts is not None
        assert facts.index == state.selection
        assert facts.label == inspection.assignment.label[state.selection]
    else:
        assert window.inspector.facts is None
    if inspection.loss is not None:
        assert inspection.loss.objectness_per_anchor.sum() == pytest.approx(inspection.loss.objectness)
        assert inspection.loss.box_per_coordinate.sum() == pytest.approx(inspection.loss.box)
    table = window.tables.anchors.columns_model
    assert table.rowCount() <= inspection.grid.size
    assert f"{inspection.grid.size:,} anchors" in window.status["counts"].text()


def actions(window, qtbot, pick):
    """Return what could be done now, by name."""
    work = window.workspace
    size = work.state.shown.inspection.grid.size if work.state.shown is not None else 1

    def click():
        x, y = pick.uniform(0, window.canvas.width()), pick.uniform(0, window.canvas.height())
        qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())

    def sort():
        model = window.tables.anchors
        column = pick.randrange(model.columns_model.columnCount() or 1)
        model.sortByColumn(column, pick.choice(list(Qt.SortOrder)))

    def drag():
        start, end = (QPointF(pick.uniform(0, window.canvas.width()), pick.uniform(0, 400)).toPoint() for _ in "ab")
        box = None if work.state.selection is None else work.state.shown.inspection.gt[:1]
        if box is not None and len(box) and pick.random() < 0.7:  # at a corner of a ground truth, which it may drag
            start = window.canvas.to_widget(*map(float, box[0, :2])).toPoint()
        qtbot.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.3, 0.7, 1.0):
            qtbot.mouseMove(window.canvas, start + (end - start) * share)
        qtbot.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=end)

    def try_out():
        if window.inspector.facts is not None and work.state.shown is not None:
            x, y, w, h = (pick.uniform(1, 200) for _ in "xywh")
            box = np.array([x, y, x + w, y + h])
            pick.choice([window.aids.explain.set_gt, window.aids.explain.set_predicted])(box)

    def threshold():
        matcher = dataclasses.replace(work.state.recipe.matcher, positive=pick.choice([0.5, 0.6, 0.7, 0.8]))
        work.use_recipe(dataclasses.replace(work.state.recipe, matcher=matcher))

    def command(*names):
        action = window.actions_.by_name[pick.choice(names)]
        if action.isEnabled():
            action.trigger()

    def edit():
        work.use_recipe(load_recipe(work.state.recipe.name))

    def outputs():
        box = window.choosers.outputs
        box.setCurrentIndex(pick.randrange(box.count() - 2))
        box.activated.emit(box.currentIndex())

    return {
        "next": lambda: work.go(pick.choice([-1, 1, 5])),
        "jump": lambda: work.go_to(pick.randrange(40)),
        "select": lambda: work.select(pick.randrange(size)),
        "click": click,
        "walk": lambda: work.walk(pick.choice([-1, 1])),
        "truth": work.next_truth,
        "layer": lambda: work.toggle_layer(pick.choice(LAYERS)),
        "recipe": lambda: window.choose_recipe(pick.choice(RECIPES)),
        "same recipe": edit,
        "outputs": outputs,
        "scrub": lambda: work.scrub(pick.randrange(3)),
        "tab": lambda: window.tables.setCurrentIndex(pick.randrange(window.tables.count())),
        "sort": sort,
        "zoom": lambda: window.canvas.zoom_by(pick.choice([0.5, 2.0])),
        "fit": lambda: window.canvas.fit(),
        "drag": drag,
        "try out": try_out,
        "let go": window.let_go,
        "filter": lambda: window.filter_by(pick.choice(FILTERS)),
        "score": lambda: work.step_score(pick.choice([-1, 1])),
        "threshold": threshold,
        "editor": lambda: command("Edit the recipe…"),
        "undo": lambda: command("Undo the recipe edit", "Redo the recipe edit"),
        "panel": lambda: pick.choice(window.docks).toggleViewAction().trigger(),
        "layout": window.reset_layout,
        "open": lambda: window.opening.open_demo() if pick.random() < 0.2 else None,
        "zoom to it": window.zoom_to_selection,
        "resize": lambda: window.frame.resize(pick.randrange(900, 1600), pick.randrange(600, 1000)),
        "workspace": lambda: window.look(pick.choice(["inspect", "inspect", "compare"])),
        "next anchor": lambda: window.next_anchor(pick.choice([-1, 1])),
        "nothing": lambda: work.select(None),
        "palette": lambda: (window.aids.palette.open(), window.aids.palette.shut()),
        "dismiss": work.dismiss,
        "wait": lambda: qtbot.waitUntil(lambda: settled(window), timeout=20_000),
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_random_actions_leave_the_laws_intact(qtbot, window, seed):
    pick = random.Random(seed)
    open_demo(qtbot, window)
    before = None
    for step in range(STEPS):
        table = actions(window, qtbot, pick)
        name = pick.choice(list(table))
        try:
            table[name]()
            QApplication.processEvents()
            check(window)
        except Exception as error:
            error.add_note(f"action {step}: {name}")
            raise
        if step == STEPS // 2:
            tracemalloc.start()
            before = tracemalloc.get_traced_memory()[0]
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)
    check(window)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 400 << 20, f"{grown >> 20} MB more after {STEPS // 2} actions"
    assert np.isfinite(window.canvas.percent)
