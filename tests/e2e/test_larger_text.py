"""A desktop that asks for text of twice the size on a small screen: the program fits, and its letters are large."""

import os
import subprocess
import sys

import pytest

SHOWN = """
from rpn_inspector.gui.shell.application import application
app = application(["program"])
from PySide6.QtGui import QFontInfo
print(QFontInfo(app.font()).pixelSize(), app.devicePixelRatio(), app.primaryScreen().geometry().width())
"""


def shown(**more):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("QT_") or name == "QT_QPA_PLATFORM"
    }
    done = subprocess.run([sys.executable, "-c", SHOWN], capture_output=True, text=True, env=kept | more, check=True)
    size, ratio, width = map(float, done.stdout.split())
    return size, ratio, width


@pytest.mark.xcb
def test_dots_per_inch_of_the_program_alone_enlarge_its_text_and_leave_the_screen_as_wide_as_it_is():
    width = shown()[2]
    assert shown(QT_FONT_DPI="192") == (24, 1, width)


@pytest.mark.xcb
def test_a_desktop_of_twice_the_dots_enlarges_the_text_where_the_window_would_outgrow_the_screen(qapp):
    width = shown()[2]
    subprocess.run(["xrdb", "-merge"], input="Xft.dpi: 192\n", text=True, check=True)
    try:
        assert shown() == (24, 1, width)
        assert shown(QT_ENABLE_HIGHDPI_SCALING="1") == (
            12,
            2,
            width / 2,
        )  # who asks for all of it twice as large has it
    finally:
        subprocess.run(["xrdb", "-merge"], input="Xft.dpi: 96\n", text=True, check=True)
