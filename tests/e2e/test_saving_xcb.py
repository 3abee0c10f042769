"""Saving the view and exporting boxes on a real X server, with a real mouse and keyboard."""

import json

import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.xcb


def test_the_view_is_saved_twice_as_large(desk, tmp_path):
    desk.choose("File", "Save the view…")
    dialog = desk.window.navigate.dialog
    desk.bring(dialog)
    desk.click(dialog.scales.button(2))
    canvas = desk.window.canvas
    desk.reads_soon(f"{2 * canvas.width():,} × {2 * canvas.height():,} px", dialog)
    file = tmp_path / "view.png"
    desk.answer(lambda: desk.click(dialog.save_button), str(file))
    desk.until(lambda: desk.window.main_window.statusBar().currentMessage() == f"Saved {file}")
    assert QImage(str(file)).size() == canvas.size() * 2


def test_boxes_are_counted_exported_and_their_place_is_said(desk, tmp_path):
    desk.choose("File", "Export decoded boxes…")
    dialog = desk.window.navigate.dialog
    desk.bring(dialog)
    desk.click(dialog.which.button(0))
    desk.until(lambda: "boxes of 1 image" in dialog.count.text())
    words = dialog.count.text()
    file = tmp_path / "boxes.json"
    desk.answer(lambda: desk.click(dialog.save_button), str(file))
    desk.until(lambda: desk.window.main_window.statusBar().currentMessage() == f"{file}: {words}")
    assert words == f"{len(json.loads(file.read_text())):,} boxes of 1 image"
