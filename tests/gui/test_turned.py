"""The switch for boxes of pictures as EXIF turns them, per dataset, in the window's menu."""

from __future__ import annotations

import struct

import cv2
import numpy as np
from PySide6.QtWidgets import QApplication


def turned_jpeg(path):
    data = cv2.imencode(".jpg", np.full((96, 160, 3), 90, np.uint8))[1].tobytes()
    tiff = b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHH", 0x112, 3, 1, 6, 0) + bytes(4)
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff + data[2:])


def test_the_menu_turns_the_pictures_and_back(qtbot, window, tmp_path):
    turned_jpeg(tmp_path / "a.jpg")
    turned_jpeg(tmp_path / "b.jpg")
    window.opening.open_path(tmp_path, image="b.jpg")

    def shows(size):
        state = window.workspace.state
        return state.shown is not None and not state.busy and state.shown.inspection.sample.size == size

    qtbot.waitUntil(lambda: shows((96, 160)))
    switch = window.menus.by_name["Turn the pictures as EXIF says"]
    assert not switch.isChecked()
    for size, on in (((160, 96), True), ((96, 160), False)):
        switch.trigger()
        qtbot.waitUntil(lambda size=size: shows(size))
        QApplication.processEvents()
        assert switch.isChecked() is on
        assert window.workspace.state.index == 1
        assert window.workspace.state.shown.picture.pixels.shape[:2] == size
