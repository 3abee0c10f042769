"""Panels closed, moved and put back, the colours a user wants, and what the next window does with both."""

import pytest
from gui_steps import open_simulated
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply, theme_for
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session import settings

NAMES = ["Images", "Inspector", "Funnel", "Tables", "Plots"]


@pytest.fixture(autouse=True)
def light(qapp):
    apply(qapp, LIGHT)
    yield
    apply(qapp, LIGHT)


@pytest.fixture
def window(shared_window):
    shared_window.docks.reset()
    return shared_window


def shown(window):
    return [dock.objectName() for dock in window.docks.by_name.values() if dock.isVisible()]


def beside_the_picture(window):
    return [window.docks.by_name[name] for name in ("Images", "Inspector")]


def run(window, text):
    window.menus.by_name[text].trigger()
    QApplication.processEvents()


@pytest.mark.parametrize("name", ["Images", "Inspector", "Tables", "Plots"])
def test_a_panel_is_closed_stays_closed_and_is_shown_again(qtbot, window, name):
    open_simulated(qtbot, window)
    entry = window.menus.by_name[f"{name} panel"]
    assert entry.isChecked()
    run(window, f"{name} panel")
    assert name not in shown(window)
    assert not entry.isChecked()
    window.navigate.next_image(+1)
    window.pages.look("compare")
    window.pages.look("inspect")
    assert name not in shown(window)
    run(window, f"{name} panel")
    assert name in shown(window)
    assert entry.isChecked()


def test_a_panel_closed_by_its_title_is_known_as_closed(qtbot, window):
    open_simulated(qtbot, window)
    run(window, "Move the panels")
    dock = window.docks.by_name["Images"]
    assert dock.titleBarWidget() is None, "no title to close it by"
    dock.close()
    assert not window.menus.by_name["Images panel"].isChecked()
    window.navigate.next_image(+1)
    assert "Images" not in shown(window)


def test_reset_brings_everything_back_where_it_was(qtbot, window):
    open_simulated(qtbot, window)
    window.docks.reset()
    QApplication.processEvents()
    before = {
        dock.objectName(): (window.main_window.dockWidgetArea(dock), dock.geometry())
        for dock in beside_the_picture(window)
    }
    run(window, "Move the panels")
    window.main_window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks.by_name["Inspector"])
    run(window, "Tables panel")
    run(window, "Reset the layout")
    assert shown(window) == ["Images", "Inspector", "Tables", "Plots"]
    assert not any(dock.isFloating() for dock in window.docks.by_name.values())
    assert not window.menus.by_name["Move the panels"].isChecked()
    qtbot.waitUntil(
        lambda: (
            {d.objectName(): (window.main_window.dockWidgetArea(d), d.geometry()) for d in beside_the_picture(window)}
            == before
        )
    )


@pytest.mark.usefixtures("new_window")
def test_the_next_window_has_the_same_panels(qtbot, window):
    open_simulated(qtbot, window)
    run(window, "Plots panel")
    window.main_window.close()
    other = Wiring(LIGHT)
    try:
        assert other.docks.closed == {"Plots"}
    finally:
        other.main_window.close()
        other.main_window.deleteLater()
        QApplication.processEvents()


@pytest.mark.parametrize("junk", [5, "Plots", {"Plots": 1}, [None, 3, "Nothing"]])
def test_what_is_no_list_of_panels_is_left_out(qtbot, window, junk):
    window.docks.put_back("", junk, junk)
    assert window.docks.closed == set()
    assert not window.docks.unlocked


@pytest.mark.parametrize(("key", "panel"), [("Find an image", "Images"), ("Filter the anchors", "Tables")])
def test_a_field_asked_for_brings_its_panel(qtbot, window, key, panel):
    open_simulated(qtbot, window)
    run(window, f"{panel} panel")
    run(window, key)
    assert panel in shown(window)
    field = window.images.filter if panel == "Images" else window.tables.filter
    assert window.main_window.focusWidget() is field


@pytest.mark.usefixtures("new_window")
def test_colours_are_chosen_and_remembered(qtbot, window, qapp):
    run(window, "Dark")
    assert window.theme is DARK
    assert qapp.palette().window().color().name().upper() == DARK.window
    assert window.menus.by_name["Dark"].isChecked()
    assert not window.menus.by_name["As the system"].isChecked()
    assert theme_for(qapp, settings.load()["colours"]) is DARK
    run(window, "As the system")
    assert window.theme is theme_for(qapp, None)
    run(window, "Light")
    assert window.theme is LIGHT


def test_escape_leaves_full_screen_before_it_lets_go(qtbot, window):
    open_simulated(qtbot, window)
    window.workspace.select(0)
    run(window, "Full screen")
    assert window.main_window.isFullScreen()
    run(window, "Clear the selection")
    assert not window.main_window.isFullScreen()
    assert window.workspace.state.selection == 0
    run(window, "Clear the selection")
    assert window.workspace.state.selection is None


def below(window):
    return window.docks.by_name["Tables"].height()


def resized(qtbot, window, width, height):
    window.main_window.resize(width, height)
    qtbot.waitUntil(lambda: window.main_window.size().toTuple() == (width, height))
    QApplication.processEvents()


def drag_tables(window, by):
    """Draw the edge over the tables down by ``by`` px, as a mouse does."""
    tables, handle = window.docks.by_name["Tables"], window.main_window.windowHandle()
    at = tables.mapTo(window.main_window, QPoint(tables.width() // 2, -2))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(handle, left, Qt.KeyboardModifier.NoModifier, at)
    for step in (by // 2, by):
        QTest.mouseMove(handle, at + QPoint(0, step))
        QApplication.processEvents()
    QTest.mouseRelease(handle, left, Qt.KeyboardModifier.NoModifier, at + QPoint(0, by))
    QApplication.processEvents()


def test_a_window_that_was_small_for_a_while_gives_the_tables_their_height_back(qtbot, window):
    open_simulated(qtbot, window)
    run(window, "Reset the layout")
    before = below(window)
    resized(qtbot, window, 1440, window.main_window.minimumSizeHint().height())
    qtbot.waitUntil(lambda: below(window) < before - 50)  # small enough to tell
    resized(qtbot, window, 1440, 900)
    qtbot.waitUntil(lambda: below(window) == before)
    resized(qtbot, window, 1920, 1080)
    qtbot.waitUntil(lambda: below(window) == before)


@pytest.mark.parametrize("by", [-90, 60])
def test_the_height_a_user_dragged_comes_back_and_is_remembered(qtbot, window, by):
    open_simulated(qtbot, window)
    run(window, "Reset the layout")
    before = below(window)
    drag_tables(window, by)
    qtbot.waitUntil(lambda: below(window) == pytest.approx(before - by, abs=4))
    dragged = below(window)
    resized(qtbot, window, 1440, window.main_window.minimumSizeHint().height())
    resized(qtbot, window, 1440, 900)
    qtbot.waitUntil(lambda: below(window) == dragged)
    window.docks.put_back(window.docks.layout(), [], False, 250)
    window.pages.render_state(None, window.workspace.state)
    resized(qtbot, window, 1440, 1000)
    qtbot.waitUntil(lambda: below(window) == 250)


@pytest.mark.parametrize("nonsense", [None, "tall", -5, 0, True, 1e9, 10**9])
def test_a_remembered_height_that_is_none_is_left_out(window, nonsense):
    height = window.docks.below
    window.docks.put_back("", [], False, nonsense)
    assert window.docks.below == height
