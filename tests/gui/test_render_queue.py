"""Parts draw every state in order, one by one while something is held; a dragged box is never behind the mouse."""

import dataclasses
import threading

import numpy as np
import pytest
from gui_steps import open_simulated, settled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.core import what_if
from rpn_inspector.core.formulas import numbers
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.inspector import what_if_controller
from rpn_inspector.gui.shell.render_queue import RenderQueue
from rpn_inspector.session.state import State

FIRST = State(recipe=load_recipe("torchvision-fpn"))


@pytest.fixture
def window(shared_window):
    return shared_window


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 4)), min_size=1, max_size=12))
def test_each_panel_is_told_a_chain_of_states_that_ends_at_the_newest(qapp, steps):
    described = [[], [], []]
    parent = QObject()
    turns = RenderQueue([lambda old, new, heard=heard: heard.append((old, new)) for heard in described], parent)
    for number, (held, turns_taken) in enumerate(steps):
        turns.tell(dataclasses.replace(FIRST, index=number), held)
        for _ in range(turns_taken):
            QApplication.processEvents()
    turns.tell(dataclasses.replace(FIRST, index=99))
    for heard in described:
        assert [old for old, _ in heard] == [None, *(new for _, new in heard[:-1])]
        assert heard[-1][1].index == 99
    turns.close()
    parent.deleteLater()


def test_a_panel_that_changes_the_state_leaves_nobody_with_an_older_one(qapp):
    parent, heard = QObject(), []
    second = dataclasses.replace(FIRST, index=1)
    panels = [lambda old, new: turns.tell(second) if new is FIRST else None, lambda old, new: heard.append(new)]
    turns = RenderQueue(panels, parent)
    turns.tell(FIRST)
    assert heard == [second]
    parent.deleteLater()


@pytest.fixture
def held(qtbot, window, monkeypatch):
    """A window with an anchor selected, and what was worked out for what-ifs; its truth's corner is under the mouse."""
    open_simulated(qtbot, window)
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    worked = []
    monkeypatch.setattr(
        what_if_controller, "apply", lambda data, change: worked.append(change) or what_if.apply(data, change)
    )
    window.canvas.zoom_to(window.canvas.grips()["gt"])
    box = window.canvas.grips()["gt"]
    return window, window.canvas.to_widget(float(box[2]), float(box[3])).toPoint(), box, worked


def drag(qtbot, canvas, start, steps):
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, steps + 1):
        qtbot.mouseMove(canvas, start + QPoint(2 * step, step))


def test_the_held_box_is_where_the_mouse_is_and_what_follows_from_it_comes_after(qtbot, held, monkeypatch):
    window, start, box, worked = held
    dragged, answer = threading.Event(), what_if_controller.apply
    monkeypatch.setattr(what_if_controller, "apply", lambda *asked: dragged.wait(60) and answer(*asked))
    canvas, data = window.canvas, window.workspace.state.shown.inspection
    drag(qtbot, canvas, start, 40)
    scale = canvas.view.scale
    assert canvas.holding
    np.testing.assert_allclose(canvas.hand.box, [box[0], box[1], box[2] + 80 / scale, box[3] + 40 / scale], rtol=1e-5)
    assert window.workspace.state.shown.inspection is data  # nothing was waited for
    x, y = canvas.from_widget(QPointF(start + QPoint(80, 40)))
    assert f"x {numbers.number(x, 1)}  y {numbers.number(y, 1)}" in window.status_line.labels["cursor"].text()
    dragged.set()
    end = start + QPoint(80, 40)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    wanted = (float(box[0]), float(box[1]), box[2] + 80 / scale, box[3] + 40 / scale)
    shown = lambda: window.workspace.state.shown  # noqa: E731
    qtbot.waitUntil(lambda: shown().what_if is not None and np.allclose(shown().what_if.gt, wanted, rtol=1e-5))
    assert len(worked) <= 3  # of forty places
    assert shown().inspection.assignment.iou.max() == what_if.apply(data, worked[-1]).assignment.iou.max()
    assert not canvas.holding
    assert window.inspector.explain.what_if == shown().what_if
    assert window.tables.anchors.columns_model.rowCount() == data.grid.size


def test_panels_come_by_turns_while_a_box_is_held_and_agree_in_the_end(qtbot, held):
    window, start, _, worked = held
    drag(qtbot, window.canvas, start, 5)
    explain, state = window.inspector.explain, lambda: window.workspace.state
    qtbot.waitUntil(lambda: state().shown.what_if is not None and explain.what_if == state().shown.what_if)
    qtbot.waitUntil(lambda: window.what_if.back.isVisible())
    qtbot.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(10, 5))
    assert worked


@pytest.mark.parametrize("leave", ["go", "reset"])
def test_what_is_left_meanwhile_is_not_changed_by_a_late_answer(qtbot, held, leave):
    window, start, _, _ = held
    drag(qtbot, window.canvas, start, 3)
    qtbot.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(6, 3))
    work = window.workspace
    if leave == "reset":
        qtbot.waitUntil(lambda: work.state.shown.what_if is not None)
        window.navigate.leave()
    else:
        work.go(+1)
    qtbot.waitUntil(lambda: settled(window) and work.state.index == (leave == "go"))
    for _ in range(20):
        QApplication.processEvents()
    assert work.state.shown.what_if is None
    assert work.state.shown.data is None


@pytest.mark.usefixtures("new_window")
def test_keys_faster_than_they_can_be_shown_are_added_up(qtbot, window, monkeypatch):
    open_simulated(qtbot, window)
    table, work = window.tables.anchors, window.workspace
    work.select(table.neighbour(None, 1))
    first, shown = work.state.selection, []
    work.subscribe(lambda old, new: shown.append(new.selection))
    for step in ("Next", "Next", "Next", "Previous", "Next"):
        window.menus.by_name[f"{step} anchor in the table"].trigger()
    wanted = first
    for _ in range(3):
        wanted = table.neighbour(wanted, 1)
    qtbot.waitUntil(lambda: work.state.selection == wanted)
    assert shown == [wanted]


def test_a_held_box_is_let_go_with_its_picture(qtbot, held):
    window, start, _, _ = held
    work, canvas = window.workspace, window.canvas
    drag(qtbot, canvas, start, 3)
    assert canvas.holding
    work.go(+1)
    qtbot.waitUntil(lambda: settled(window) and work.state.shown.index == 1)
    assert not canvas.holding
    work.select(int(work.state.shown.inspection.positive[0]))
    qtbot.mouseMove(canvas, start + QPoint(30, 30))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 30))
    for _ in range(20):
        QApplication.processEvents()
    assert work.state.shown.what_if is None


def test_the_middle_button_moves_the_picture_whatever_the_left_one_did(qtbot, held):
    window, start, _, _ = held
    canvas = window.canvas
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, shift, start)
    qtbot.mouseMove(canvas, start + QPoint(20, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, shift, start + QPoint(20, 0))
    words, x = canvas.ruler_words, canvas.view.x
    assert words
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(-30, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=start + QPoint(-30, 0))
    assert canvas.ruler_words == words
    assert canvas.view.x == x - 30
