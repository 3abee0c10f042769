"""Labels, fates and ends are told apart without colour, and as eyes with each of the three deficiencies see it."""

import itertools
import re
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

import rpn_inspector.gui
from rpn_inspector.gui.shell.progress_page import ProgressPage
from rpn_inspector.gui.widgets.end_marks import COLOURS, paint_end
from rpn_inspector.gui.widgets.legend import paint_mark
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, STILL, apply, still

# Machado, Oliveira and Fernandes 2009, severity 1.0, of linear RGB
SEEN = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
    "no colour": [[0.2126, 0.7152, 0.0722]] * 3,
}
LABELS = ("truth", "positive", "negative", "ignored", "undecided", "sampled", "prediction")
FATES = ("proposals", "suppressed", "lost", "cut")


def painted(paint, ground):
    """Return linear RGB (48, 64, 3) of what ``paint`` draws."""
    image = QImage(64, 48, QImage.Format.Format_RGBA8888)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    srgb = np.frombuffer(image.constBits(), np.uint8).reshape(48, 64, 4)[..., :3] / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def luminance(linear, matrix):
    """Return the relative luminance (48, 64) of what an eye sees: its contrast is left where hues are not."""
    return np.clip(linear @ np.array(matrix).T, 0, 1) @ [0.2126, 0.7152, 0.0722]


def check(pictures, matrix, part=0.02):
    """A ``part`` of two signs differs by 1.5 to 1 at least."""
    seen = {name: luminance(picture, matrix) + 0.05 for name, picture in pictures.items()}
    for one, other in itertools.combinations(seen, 2):
        ratio = np.maximum(seen[one] / seen[other], seen[other] / seen[one])
        assert (ratio > 1.5).mean() > part, (one, other)


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_signs_of_labels_fates_and_ends(qapp, theme, eye):
    def sign(role):
        mark = swatch(role, theme, 4.0)
        mark.setDevicePixelRatio(1.0)
        return painted(lambda painter: painter.drawPixmap(0, 0, mark), theme.dock)

    for roles in (LABELS, FATES):
        check({role: sign(role) for role in roles}, SEEN[eye])
    area = QRectF(0, 0, 64, 48)
    ends = {end: painted(lambda p, end=end: paint_end(p, area, end, theme.dark), theme.dock) for end in COLOURS}
    check(ends, SEEN[eye])


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marks_of_the_legends(qapp, theme, eye):
    def mark(name, painter):
        painter.scale(4, 4)  # onto 16 x 12 px
        paint_mark(painter, name, 0, 6, theme)

    lines, dots = ("beads positive", "plain", "prediction", "dotted positive"), ("disc positive", "ring negative")
    for names in (lines, dots):
        # a line is a thirtieth of its picture
        check({name: painted(partial(mark, name), theme.dock) for name in names}, SEEN[eye], part=0.01)


def test_nothing_moves_by_itself_when_asked(qtbot, monkeypatch):
    monkeypatch.setenv(STILL, "1")
    app, blink = QApplication.instance(), QApplication.cursorFlashTime()
    assert still(app)
    apply(app, LIGHT)
    assert app.cursorFlashTime() == 0
    page = ProgressPage()
    qtbot.addWidget(page)
    page.begin("a folder", Path("somewhere"))
    assert page.bar.maximum() == 1  # a bar of an unknown length runs to and fro
    app.setCursorFlashTime(blink)


def test_nothing_is_animated_but_a_bar_of_unknown_length():
    folder = Path(rpn_inspector.gui.__file__).parent
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.rglob("*.py")}
    moving = re.compile(r"Q\w*Animation|QMovie|QTimeLine|QGraphicsOpacityEffect")
    assert [name for name, text in texts.items() if moving.search(text)] == []
    assert [name for name, text in texts.items() if "setRange(0, 0)" in text] == []
