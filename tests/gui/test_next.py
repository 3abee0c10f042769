"""From a key to the next picture: it is painted first, and the ones that come next are prepared."""

import dataclasses

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QEvent, QObject

from rpn_inspector.session.request import compute


class AtFirstPaint(QObject):
    """Keeps what ``tell`` says when another picture is first painted."""

    def __init__(self, window, tell):
        super().__init__(window.canvas)
        self.window, self.tell, self.described = window, tell, []
        self.before = window.workspace.state.shown
        window.canvas.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint and self.window.workspace.state.shown is not self.before:
            self.described.append(self.tell())
        return False


def go(qtbot, window, step):
    window.navigate.next_image(step)
    qtbot.waitUntil(lambda: settled(window))


def test_the_picture_is_painted_before_the_panels_are_told(qtbot, window):
    open_demo(qtbot, window)
    seen = AtFirstPaint(window, lambda: window.status_line.labels["file"].text())
    names = window.workspace.state.dataset.names
    go(qtbot, window, +1)
    assert seen.described[0].startswith(names[0])
    assert window.status_line.labels["file"].text().startswith(names[1])


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [([1, 1], [3, 4, 1]), ([1, 1, 1, -1], [1, 0, 3]), ([1, -1], [1])],
    ids=["forward", "back", "at the first"],
)
def test_two_on_the_way_taken_and_one_behind_are_prepared(qtbot, window, monkeypatch, steps, wanted):
    open_demo(qtbot, window)
    asked = []
    monkeypatch.setattr(window.worker, "expect", lambda requests: asked.append([one.index for one in requests]))
    for step in steps:
        go(qtbot, window, step)
    assert asked[-1] == wanted


def test_what_is_prepared_follows_the_lists_order(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    window.images.sort("name", True)
    asked = []
    monkeypatch.setattr(window.worker, "expect", lambda requests: asked.append([one.index for one in requests]))
    window.workspace.go_to(int(window.images.model.rows[4]))
    qtbot.waitUntil(lambda: settled(window))
    go(qtbot, window, +1)
    rows = window.images.model.rows
    assert asked[-1] == [int(rows[6]), int(rows[7]), int(rows[4])]


def test_a_held_key_shows_pictures_on_the_way_and_empties_the_panels(qtbot, window):
    open_demo(qtbot, window)
    work, tables = window.workspace, window.tables
    passed = []
    work.subscribe(lambda old, new: passed.append((new.shown.index, tables.anchors.columns_model.rowCount())))
    for index in (1, 2, 3):
        work.go_to(index)
    # as the worker answers for the first of three
    asked = dataclasses.replace(work.wanted, index=1)
    work.pass_by(asked, compute(asked))
    assert passed[-1] == (1, 0), "no number of one picture beside another"
    assert window.canvas._shown.index == 1
    assert all(cell.pages.currentWidget() is cell.empty for cell in window.plots.cells)
    qtbot.waitUntil(lambda: settled(window))
    assert work.state.shown.index == 3
    assert tables.anchors.columns_model.rowCount() == work.state.shown.inspection.grid.size


def test_quick_moves_fill_the_panels_once_at_the_end(qtbot, window):
    open_demo(qtbot, window)
    filled = []
    window.panel_queue.add(lambda old, new: filled.append(None if new.shown is None else new.shown.index))
    for index in (1, 2, 3, 4):
        window.workspace.go_to(index)
    qtbot.waitUntil(lambda: settled(window))
    assert [index for index in filled if index is not None and index > 0] == [4]
