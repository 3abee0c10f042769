"""Locating the pictures of annotations, on a real X server with a real mouse and keyboard."""

import json

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

pytestmark = pytest.mark.xcb


def corner(canvas):
    """Read the colour on the screen inside the picture's right lower corner."""
    height, width = canvas._shown.inspection.network_size
    at = canvas.mapToGlobal(canvas.to_widget(width, height).toPoint() - QPoint(6, 60))
    return QGuiApplication.primaryScreen().grabWindow(0).toImage().pixelColor(at).name()


def test_a_click_and_a_folder_bring_the_pictures(start, tmp_path):
    (tmp_path / "ann").mkdir()
    (tmp_path / "far").mkdir()
    image = {"id": 1, "file_name": "1.png", "height": 96, "width": 160}
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [8, 16, 64, 48]}
    table = {"images": [image], "annotations": [box], "categories": [{"id": 1, "name": "cat"}]}
    (tmp_path / "ann" / "instances.json").write_text(json.dumps(table))
    cv2.imwrite(str(tmp_path / "far" / "1.png"), np.full((96, 160, 3), 255, np.uint8))
    window = start.window
    window.memory["tour_seen"] = True
    window.opening.open_path(tmp_path / "ann")
    start.until(lambda: window.workspace.state.shown is not None and window.missing_line.isVisible())
    start.reads_soon("No picture was found; where the size is known, an empty canvas stands in.")
    start.reads_soon("positive", window.main_window.statusBar())
    start.until(lambda: corner(window.canvas) == "#808080")
    start.answer(lambda: start.click(window.missing_line.locate), str(tmp_path / "far"))
    start.until(lambda: not window.missing_line.isVisible() and corner(window.canvas) == "#ffffff")
