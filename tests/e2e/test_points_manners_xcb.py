"""The manners of a desktop program, with a real mouse and keyboard."""

import shutil

import pytest
from desk import xdotool
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.widgets.theme import DARK, apply

pytestmark = pytest.mark.xcb


def test_a_command_is_found_by_a_few_letters_and_run(desk):
    palette = desk.window.command_windows.palette
    desk.key("ctrl+k")
    desk.until(palette.field.hasFocus)
    desk.type("gloss")
    desk.reads_soon("Glossary", palette)
    desk.until(lambda: palette.current is not None and palette.current.text == "Glossary")  # the first of what matches
    desk.key("Return")
    desk.until(lambda: desk.window.help_windows.help is not None and desk.window.help_windows.help.isVisible())
    desk.until(lambda: "One word per thing" in desk.window.help_windows.help.page.toPlainText())


def test_a_key_is_given_to_a_command_and_works(desk):
    desk.key("F1")
    desk.until(lambda: desk.window.command_windows.sheet is not None and desk.window.command_windows.sheet.isVisible())
    sheet = desk.window.command_windows.sheet
    desk.bring(sheet)
    desk.write(sheet.search, "Next ground truth")
    row = next(n for n, command in enumerate(sheet.commands) if command.text == "Next ground truth")
    desk.until(lambda: not sheet.table.isRowHidden(row))
    desk.click(sheet.table.viewport(), sheet.table.visualRect(sheet.table.model().index(row, 0)).center())
    desk.reads_soon("Next ground truth", sheet)
    desk.click(sheet.keys)
    desk.until(lambda: sheet.keys.hasFocus() or sheet.keys.isAncestorOf(QApplication.focusWidget()))
    desk.key("ctrl+j")
    desk.reads_soon("Ctrl+J is free.", sheet)
    desk.click(sheet.set_button)
    desk.until(lambda: desk.cell(sheet.table, row, "Keys") == "● Ctrl+J")
    desk.key("Escape")
    desk.until(lambda: not sheet.isVisible())
    desk.bring(desk.window.main_window)
    desk.key("ctrl+j")
    desk.until(lambda: desk.window.workspace.state.gt == 0)
    truths = desk.window.tables.ground_truths
    desk.click(desk.window.tables.tabBar(), desk.window.tables.tabBar().tabRect(1).center())
    desk.until(lambda: truths.isVisible() and truths.currentIndex().row() >= 0)


def test_a_panel_dragged_narrow_comes_back(desk):
    frame, images, canvas = desk.window.main_window, desk.window.docks.by_name["Images"], desk.window.canvas
    width, wide = images.width(), canvas.width()
    edge = images.geometry().right() + 2
    y = images.geometry().center().y()
    desk.drag(frame, QPoint(edge, y), QPoint(edge + 90, y))
    desk.until(lambda: images.width() > width + 40 and canvas.width() < wide - 40)
    narrow = canvas.width()
    desk.choose("View", "Reset the layout")
    desk.until(lambda: abs(images.width() - width) <= 2 and canvas.width() > narrow)


def test_light_turns_dark_and_stays_readable(desk):
    frame = desk.window.main_window
    light = frame.grab().toImage().pixelColor(4, frame.height() - 4).lightness()
    apply(QApplication.instance(), DARK)
    desk.window.set_theme(DARK)
    desk.until(lambda: frame.grab().toImage().pixelColor(4, frame.height() - 4).lightness() < light - 100)
    label = desk.window.inspector.why
    picture = label.grab().toImage()
    shades = {
        picture.pixelColor(x, y).lightness() for x in range(0, picture.width(), 2) for y in range(picture.height())
    }
    assert max(shades) - min(shades) > 120
    desk.reads_soon("Click a box", desk.window.inspector)


def test_the_view_is_saved_where_asked(desk, tmp_path):
    path = tmp_path / "view.png"
    desk.key("ctrl+shift+s")
    desk.until(lambda: desk.window.navigate.dialog is not None and desk.window.navigate.dialog.isVisible())
    dialog = desk.window.navigate.dialog
    desk.bring(dialog)
    desk.answer(lambda: desk.click(dialog.save_button), str(path))
    desk.until(lambda: desk.window.main_window.statusBar().currentMessage() == f"Saved {path}")
    assert QImage(str(path)).width() == desk.window.canvas.width()


def test_the_view_is_copied(desk):
    desk.key("ctrl+shift+c")
    desk.until(lambda: desk.window.main_window.statusBar().currentMessage() == "The view is on the clipboard")
    assert QGuiApplication.clipboard().image().width() == desk.window.canvas.width()


def test_a_folder_dropped_on_the_window_is_opened(start, tmp_path, qtbot):
    folder = tmp_path / "dropped"
    shutil.copytree(resource("demo"), folder)
    handle = QLabel("a folder", start.window.main_window)
    handle.setGeometry(900, 100, 120, 40)
    handle.show()

    def begin():
        drag, mime = QDrag(handle), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(folder))])
        drag.setMimeData(mime)
        at = handle.mapToGlobal(QPoint(60, 20))
        xdotool("mousemove", at.x(), at.y(), "mousedown", 1)
        places = [at + QPoint(-20 * step, 15 * step) for step in range(1, 12)]
        timer = QTimer(handle)

        def go_on():
            if places:
                place = places.pop(0)
                xdotool("mousemove", place.x(), place.y())
            else:
                timer.stop()
                xdotool("mouseup", 1)

        timer.timeout.connect(go_on)
        timer.start(20)
        assert drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.CopyAction

    begin()
    handle.deleteLater()
    start.until(lambda: start.window.workspace.state.shown is not None)
    start.until(lambda: start.window.main_window.windowTitle().startswith("dropped"))
    start.reads_image(1)


def test_a_dataset_is_opened_again_from_the_menu(desk, tmp_path):
    folder = tmp_path / "other"
    shutil.copytree(resource("demo"), folder)
    desk.window.opening.open_path(folder)
    desk.until(lambda: desk.window.main_window.windowTitle().startswith("other"))
    desk.choose("File", "Open recent", str(resource("demo")))
    desk.until(lambda: desk.window.main_window.windowTitle().startswith("demo"))
    desk.reads_image(1)


def test_full_screen_and_back(desk):
    frame = desk.window.main_window
    frame.setGeometry(0, 0, 1300, 700)
    desk.until(lambda: frame.width() == 1300)
    desk.key("F11")
    desk.until(frame.isFullScreen)  # its size is the window manager's to give, and a bare X server has none
    desk.key("F11")
    desk.until(lambda: not frame.isFullScreen())
    desk.reads_soon("anchors", frame.statusBar())


def test_the_next_window_goes_on_where_this_one_was_closed(desk, opened):
    desk.key("d", "4")
    desk.reads_image(2)
    desk.until(lambda: desk.window.strip.entries["negative"].isChecked())
    desk.key("ctrl+q")
    desk.until(lambda: not desk.window.main_window.isVisible())
    second = type(desk)(desk.qtbot, opened())
    second.window.opening.reopen()
    second.until(lambda: second.window.workspace.state.shown is not None)
    second.reads_image(2)
    second.until(lambda: second.window.strip.entries["negative"].number)


def test_a_panel_is_floated_by_its_title_and_the_layout_reset(desk):
    window, images = desk.window, desk.window.docks.by_name["Images"]
    desk.choose("View", "Panels", "Move the panels")
    desk.until(lambda: images.titleBarWidget() is None)
    title = QPoint(images.width() // 2, 8)
    desk.click(images, title)
    desk.click(images, title)  # the second of a double click
    desk.until(images.isFloating)
    desk.reads_soon("Images", images)
    desk.choose("View", "Reset the layout")
    desk.until(lambda: not images.isFloating() and images.isVisible() and images.geometry().left() <= 1)
    assert not window.docks.unlocked


def test_escape_leaves_the_full_screen(desk):
    frame = desk.window.main_window
    frame.setGeometry(0, 0, 1300, 700)
    desk.until(lambda: frame.width() == 1300)
    desk.key("F11")
    desk.until(frame.isFullScreen)
    desk.key("Escape")
    desk.until(lambda: not frame.isFullScreen())
    desk.reads_soon("anchors", frame.statusBar())


def test_dark_is_chosen_in_the_menu(desk):
    frame = desk.window.main_window
    light = frame.grab().toImage().pixelColor(4, frame.height() - 4).lightness()
    desk.choose("View", "Colours", "Dark")
    desk.until(lambda: frame.grab().toImage().pixelColor(4, frame.height() - 4).lightness() < light - 100)
    desk.choose("View", "Colours", "Light")
    desk.until(lambda: frame.grab().toImage().pixelColor(4, frame.height() - 4).lightness() == light)
