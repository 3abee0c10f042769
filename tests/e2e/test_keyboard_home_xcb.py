"""Where the keyboard goes when what had it goes away: single letters work where no field is seen to take them."""

import pytest
from PySide6.QtWidgets import QApplication, QTabBar

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.syntax import FilterError

pytestmark = pytest.mark.xcb


def by_key(desk):
    desk.key("ctrl+e")


def by_button(desk):
    desk.click(desk.window.recipe_dock.editor.close_button)


def by_tab(desk):
    bars = [
        bar
        for bar in desk.window.main_window.findChildren(QTabBar)
        if bar.isVisible() and bar.tabText(0) == "Inspector"
    ]
    desk.click(bars[0], bars[0].tabRect(0).center())


@pytest.mark.parametrize("leave", [by_key, by_button, by_tab])
def test_letters_work_again_once_the_recipe_editor_is_left(desk, leave):
    window = desk.window
    desk.key("ctrl+e")
    desk.until(lambda: window.recipe_dock.editor.search.hasFocus())
    desk.key("b")  # a letter that no command has
    desk.until(lambda: window.recipe_dock.editor.search.text() == "b")
    leave(desk)
    desk.until(lambda: window.inspector.isVisible() and not window.inspector.visibleRegion().isEmpty())
    desk.key("g")
    desk.until(lambda: window.workspace.state.gt == 0)
    desk.reads_soon("ground truth 1", window.inspector)
    assert window.recipe_dock.editor.search.text() == "b"


def test_a_button_that_takes_itself_away_leaves_the_keyboard_to_the_picture(desk):
    window, explain = desk.window, desk.window.inspector.explain
    desk.key("g")
    desk.until(lambda: window.workspace.state.gt == 0 and explain.isVisible())
    explain.set_t(0, 0.25)
    desk.until(explain.reset_button.isVisible)
    explain.reset_button.setFocus()
    desk.until(explain.reset_button.hasFocus)
    desk.key("space")
    desk.until(lambda: not explain.reset_button.isVisible())
    desk.key("g")
    desk.until(lambda: window.workspace.state.gt == 1)


def test_the_windows_ctrl_keys_work_from_a_field(desk):
    window = desk.window
    desk.key("slash")
    desk.until(window.tables.filter.hasFocus)
    desk.key("ctrl+k")
    desk.until(window.command_windows.palette.isVisible)
    desk.key("Escape")
    desk.until(lambda: not window.command_windows.palette.isVisible())
    desk.write(window.tables.filter, "iou > 0.5")
    desk.key("ctrl+a", "ctrl+c")
    desk.until(lambda: QApplication.clipboard().text() == "iou > 0.5")


def read_so_far(text):
    """Return the filter in force after ``text`` was typed: its longest beginning that is a filter."""
    for end in range(len(text), 0, -1):
        try:
            return Filter.parse(text[:end]) and text[:end].strip()
        except FilterError:
            continue
    return ""


@pytest.mark.parametrize(
    ("text", "listed"),
    [("iou > 0.3", False), ("label == ignored", False), ("label == pos", True), ("iou > 0.3 or lab", True)],
)
def test_the_first_click_after_a_filter_selects_its_row(desk, text, listed):
    window, table = desk.window, desk.window.tables.anchors
    desk.write(window.tables.filter, text)
    desk.until(lambda: window.tables.filter.completer_.popup().isVisible() == listed)
    desk.until(lambda: window.workspace.state.filter == read_so_far(text))  # whose rows are clicked below
    row = 2
    desk.click(table.viewport(), table.visualRect(table.columns_model.index(row, 4)).center())
    desk.until(lambda: window.workspace.state.selection == int(table.columns_model.order[row]))
    assert not window.tables.filter.completer_.popup().isVisible()
    desk.key("g")  # the keyboard is in the table
    desk.until(lambda: window.workspace.state.gt is not None)


def test_a_ground_truth_asked_for_before_its_picture_is_there(start):
    desk, window = start, start.window
    window.memory["tour_seen"] = True
    desk.key("ctrl+shift+d")
    desk.until(lambda: window.workspace.state.dataset is not None)
    desk.key("g")
    desk.until(lambda: window.workspace.state.gt == 0)
    desk.reads_soon("ground truth 1", window.inspector)
