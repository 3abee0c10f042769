"""Panels closed, moved and put back, the colours a user wants, and what the next window does with both."""

import pytest
from gui_steps import open_simulated
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.theme import DARK, LIGHT, apply, theme_for
from rpn_inspector.gui.window import Window
from rpn_inspector.work import settings

NAMES = ["Images", "Inspector", "Funnel", "Tables", "Plots"]


@pytest.fixture(autouse=True)
def light(qapp):
    apply(qapp, LIGHT)
    yield
    apply(qapp, LIGHT)


def shown(window):
    return [dock.objectName() for dock in window.docks if dock.isVisible()]


def run(window, text):
    window.actions_.by_name[text].trigger()
    QApplication.processEvents()


@pytest.mark.parametrize("name", ["Images", "Inspector", "Tables", "Plots"])
def test_a_panel_is_closed_stays_closed_and_is_shown_again(qtbot, window, name):
    open_simulated(qtbot, window)
    entry = window.actions_.by_name[f"{name} panel"]
    assert entry.isChecked()
    run(window, f"{name} panel")
    assert name not in shown(window)
    assert not entry.isChecked()
    window.next_image(+1)
    window.look("compare")
    window.look("inspect")
    assert name not in shown(window)
    run(window, f"{name} panel")
    assert name in shown(window)
    assert entry.isChecked()


def test_a_panel_closed_by_its_title_is_known_as_closed(qtbot, window):
    open_simulated(qtbot, window)
    run(window, "Move the panels")
    dock = window.docks[0]
    assert dock.titleBarWidget() is None, "no title to close it by"
    dock.close()
    assert not window.actions_.by_name["Images panel"].isChecked()
    window.next_image(+1)
    assert "Images" not in shown(window)


def test_reset_brings_everything_back_where_it_was(qtbot, window):
    open_simulated(qtbot, window)
    window.reset_layout()
    QApplication.processEvents()
    before = {dock.objectName(): (window.frame.dockWidgetArea(dock), dock.geometry()) for dock in window.docks[:2]}
    run(window, "Move the panels")
    window.frame.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks[1])
    run(window, "Tables panel")
    run(window, "Reset the layout")
    assert shown(window) == ["Images", "Inspector", "Tables", "Plots"]
    assert not any(dock.isFloating() for dock in window.docks)
    assert not window.actions_.unlocked.isChecked()
    qtbot.waitUntil(
        lambda: {d.objectName(): (window.frame.dockWidgetArea(d), d.geometry()) for d in window.docks[:2]} == before
    )


def test_the_next_window_has_the_same_panels(qtbot, window):
    open_simulated(qtbot, window)
    run(window, "Plots panel")
    window.frame.close()
    other = Window(LIGHT)
    try:
        assert other.arrangement.closed == {"Plots"}
    finally:
        other.frame.close()
        other.frame.deleteLater()
        QApplication.processEvents()


@pytest.mark.parametrize("junk", [5, "Plots", {"Plots": 1}, [None, 3, "Nothing"]])
def test_what_is_no_list_of_panels_is_left_out(qtbot, window, junk):
    window.arrangement.restore("", junk, junk)
    assert window.arrangement.closed == set()
    assert not window.arrangement.unlocked


@pytest.mark.parametrize(("key", "panel"), [("Find an image", "Images"), ("Filter the anchors", "Tables")])
def test_a_field_asked_for_brings_its_panel(qtbot, window, key, panel):
    open_simulated(qtbot, window)
    run(window, f"{panel} panel")
    run(window, key)
    assert panel in shown(window)
    field = window.images.filter if panel == "Images" else window.tables.filter
    assert window.frame.focusWidget() is field


def test_colours_are_chosen_and_remembered(qtbot, window, qapp):
    run(window, "Dark")
    assert window.theme is DARK
    assert qapp.palette().window().color().name().upper() == DARK.window
    assert window.actions_.by_name["Dark"].isChecked()
    assert not window.actions_.by_name["As the system"].isChecked()
    assert theme_for(qapp, settings.load()["colours"]) is DARK
    run(window, "As the system")
    assert window.theme is theme_for(qapp, None)
    run(window, "Light")
    assert window.theme is LIGHT


def test_escape_leaves_full_screen_before_it_lets_go(qtbot, window):
    open_simulated(qtbot, window)
    window.workspace.select(0)
    run(window, "Full screen")
    assert window.frame.isFullScreen()
    run(window, "Clear the selection")
    assert not window.frame.isFullScreen()
    assert window.workspace.state.selection == 0
    run(window, "Clear the selection")
    assert window.workspace.state.selection is None
