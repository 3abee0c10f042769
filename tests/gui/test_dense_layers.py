"""Thousands of boxes drawn as one picture: every outline stands where a pen would have drawn it, and nothing else."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from rpn_inspector.gui.canvas.dense import DENSE, draw_dense, is_dense

WIDTH, HEIGHT = 120, 90


def drawn(rows, role, ratio):
    """Which device pixels (h, w) bear anything."""
    image = QImage(WIDTH * ratio, HEIGHT * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_dense(painter, rows, role, QRectF(0, 0, WIDTH, HEIGHT), ratio)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(HEIGHT * ratio, WIDTH * ratio) != 0


def outlines(rows, ratio):
    """The same by hand: each edge of each box, one device pixel wide."""
    wanted = np.zeros((HEIGHT * ratio, WIDTH * ratio), bool)
    for x, y, w, h in rows.tolist():
        left, top, right, bottom = (int(np.floor(edge * ratio)) for edge in (x, y, x + w, y + h))
        for line in (top, bottom):
            if 0 <= line < wanted.shape[0]:
                wanted[line, max(left, 0) : max(right + 1, 0)] = True
        for line in (left, right):
            if 0 <= line < wanted.shape[1]:
                wanted[max(top, 0) : max(bottom + 1, 0), line] = True
    return wanted


def some(count, ratio, seed):
    generator = np.random.default_rng(seed)
    corners = np.floor(generator.uniform(-20, 120, (count, 2)) * ratio) + 0.5
    sides = np.floor(generator.uniform(0, 60, (count, 2)) * ratio)
    return np.concatenate([corners, sides], 1) / ratio


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("count", [1, 7, 40])
@pytest.mark.parametrize("seed", range(4))
def test_outlines_stand_where_pens_would_draw_them(qapp, ratio, count, seed):
    rows = some(count, ratio, seed)
    np.testing.assert_array_equal(drawn(rows, "positive", ratio), outlines(rows, ratio))


@pytest.mark.parametrize("role", ["ignored_many", "proposals"])
def test_dashed_roles_stay_dashed(qapp, role):
    rows = np.array([[10.5, 10.5, 80, 60]])
    solid, dashed = outlines(rows, 1), drawn(rows, role, 1)
    assert not (dashed & ~solid).any()
    assert 0.2 < dashed.sum() / solid.sum() < 0.8


def test_few_boxes_and_pictures_of_lines_are_drawn_by_pens(qapp, tmp_path):
    image = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    assert is_dense(painter, DENSE + 1)
    assert not is_dense(painter, DENSE)
    painter.end()
    lines = QSvgGenerator()
    lines.setFileName(str(tmp_path / "a.svg"))
    lines.setSize(QSize(4, 4))
    painter = QPainter(lines)
    assert not is_dense(painter, 5000)
    painter.end()
