"""Boxes dragged on the picture: what is held, where it goes, and the ruler; laws over boxes, zooms and places."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.grips import LEAST, grip_at
from rpn_inspector.gui.canvas.ruler import words_of
from rpn_inspector.gui.canvas.view import CanvasView

place, side, way = st.floats(-50, 500), st.floats(60, 400), st.floats(-900, 900)
views = st.builds(CanvasView, st.floats(0.5, 8), st.floats(-300, 300), st.floats(-300, 300))


def boxes(x, y, w, h):
    return {"gt": np.array([x, y, x + w, y + h])}


@pytest.mark.parametrize("across", [-1, 0, 1])
@pytest.mark.parametrize("down", [-1, 0, 1])
@given(x=place, y=place, w=side, h=side, view=views)
def test_each_edge_corner_and_the_middle_is_held_where_it_is_drawn(across, down, x, y, w, h, view):
    at = QPointF(*view.to_widget(x + w * (across + 1) / 2, y + h * (down + 1) / 2))
    held = grip_at(boxes(x, y, w, h), view, at)
    assert (held.kind, held.across, held.down) == ("gt", across, down)


@given(x=place, y=place, w=side, h=side, view=views)
def test_the_inside_and_the_outside_are_left_to_the_picture(x, y, w, h, view):
    inside = QPointF(*view.to_widget(x + w / 4, y + h / 4))
    assert grip_at(boxes(x, y, w, h), view, inside) is None
    outside = QPointF(*view.to_widget(x - 20 / view.scale, y + h / 2))
    assert grip_at(boxes(x, y, w, h), view, outside) is None


@pytest.mark.parametrize("across", [-1, 0, 1])
@pytest.mark.parametrize("down", [-1, 0, 1])
@given(x=place, y=place, w=side, h=side, dx=way, dy=way)
def test_only_what_is_held_moves_and_a_box_stays_a_box(across, down, x, y, w, h, dx, dy):
    at = QPointF(x + w * (across + 1) / 2, y + h * (down + 1) / 2)
    x1, y1, x2, y2 = grip_at(boxes(x, y, w, h), CanvasView(), at).moved(dx, dy)
    assert x2 - x1 >= LEAST - 1e-9
    assert y2 - y1 >= LEAST - 1e-9
    if across == down == 0:
        np.testing.assert_allclose([x1, y1, x2, y2], [x + dx, y + dy, x + w + dx, y + h + dy])
        return
    assert (x1 == x) or across < 0
    assert (x2 == x + w) or across > 0
    assert (y1 == y) or down < 0
    assert (y2 == y + h) or down > 0


def test_the_ruler_says_both_frames():
    one = inspect(Sample("x", (300, 400)), load_recipe("torchvision-fpn"))  # 400 x 300 -> 1066 x 800
    assert one.network_size == (800, 1066)
    scale = 1066 / 400
    words = words_of((10, 20, 10 + 3 * scale * 10, 20 + 4 * (800 / 300) * 10), one)
    assert words == "133.3 network px (80.0 × 106.7)  ·  50.0 original px (30.0 × 40.0)"
