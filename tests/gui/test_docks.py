"""The docks of a session on a large screen, opened again on a small one; and the layout's reset with panels closed."""

import dataclasses

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.shell.docks import ACROSS, DOWN, DockPlace, Docks
from rpn_inspector.session.state import State

PLACES = (
    DockPlace("Images", "Images panel", "left", 248),
    DockPlace("Inspector", "Inspector panel", "right", 340),
    DockPlace("Tables", "Tables panel", "below", 900),
    DockPlace("Plots", "Plots panel", "below", 330),
)
EMPTY = State(load_recipe("demo"))
OPEN = dataclasses.replace(EMPTY, dataset=object())


def docked(qtbot, size, memory):
    """Return the docks of a window of ``size`` with the panels of ``memory``, in which a dataset was opened."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel())
    window.resize(*size)
    docks = Docks(window, PLACES)
    docks.fill([QLabel(dock) for dock in docks.by_name.values()])
    docks.restore(memory)
    docks.keeps = window  # pytest-qt holds it weakly
    window.show()
    docks.render_state(None, EMPTY)
    docks.show(True, False)
    docks.render_state(EMPTY, OPEN)
    qtbot.wait(1)
    return docks


def widths(docks):
    return [docks.by_name[place.name].width() for place in PLACES]


def test_a_small_window_gives_the_panels_of_a_large_one_their_share(qtbot):
    large, memory = docked(qtbot, (3840, 2160), {}), {}
    large.window.resizeDocks([large.by_name["Images"], large.by_name["Inspector"]], [700, 1100], ACROSS)
    large.below = 900
    large.window.resizeDocks([large.by_name["Tables"], large.by_name["Plots"]], [900, 900], DOWN)
    qtbot.waitUntil(lambda: widths(large)[:2] == [700, 1100])
    large.save(memory)
    same, small = docked(qtbot, (3840, 2160), memory), docked(qtbot, (1366, 720), memory)
    qtbot.waitUntil(lambda: widths(same)[:2] == [700, 1100] and same.below == 900)
    qtbot.waitUntil(lambda: widths(small)[:2] == [249, 391])
    assert small.below == 300
    assert small.window.centralWidget().width() > 700
    assert small.window.centralWidget().height() > 300


@pytest.mark.parametrize("room", [None, "wide", [1, 2], [0] * 6, [True] * 6, [10**9] * 6])
def test_a_torn_room_of_the_settings_is_left_alone(qtbot, room):
    memory = {}
    docked(qtbot, (1400, 800), {}).save(memory)
    wanted = docked(qtbot, (1200, 700), {key: value for key, value in memory.items() if key != "room"})
    assert widths(docked(qtbot, (1200, 700), memory | {"room": room})) == widths(wanted)


def test_the_layouts_reset_shows_closed_panels_at_their_first_places(qtbot):
    docks = docked(qtbot, (1366, 720), {})
    docks.reset()
    QApplication.processEvents()
    first = widths(docks)
    assert first[:2] == [248, 340]
    assert first[2] / first[3] == pytest.approx(742 / 272, abs=0.02)  # those below in the ratio of their first widths
    for closed in (("Images", "Plots"), ("Tables", "Plots"), tuple(docks.by_name)):
        docks.window.resizeDocks([docks.by_name["Images"], docks.by_name["Inspector"]], [400, 450], ACROSS)
        for name in closed:
            docks.toggle(name)
        assert all(docks.by_name[name].isHidden() for name in closed)
        docks.reset()
        QApplication.processEvents()
        assert widths(docks) == first
        assert not any(dock.isHidden() for dock in docks.by_name.values())
