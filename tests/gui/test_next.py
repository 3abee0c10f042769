"""From a key to the next picture: it is painted first, and the ones that come next are prepared."""

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QEvent, QObject


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
