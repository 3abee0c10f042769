"""The icons: SVG files of one weight, drawn in any colour and size."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.widgets.icons import NAMES, WEIGHT, line_icon


def alpha(pixmap):
    """Return the opacity of each device px, (h, w), 0 to 1."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 3] / 255


@pytest.mark.parametrize("name", NAMES)
def test_icons_are_drawn_in_their_colour(qapp, name):
    image = line_icon(name, "#AA3311", 16, 2.0).toImage()
    assert image.width() == 32
    solid = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250]
    assert solid
    assert all(abs(colour.red() - 0xAA) < 4 for colour in solid)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_has_one_weight_round_ends_and_no_colour_of_its_own(name):
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in text
    assert text.count("stroke-width=") == text.count(f'stroke-width="{WEIGHT}"') == 1
    assert 'stroke-linecap="round"' in text
    assert 'stroke-linejoin="round"' in text
    assert "#" not in text


@pytest.mark.parametrize("size", [16, 20, 32])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_lines_are_as_wide_in_a_large_icon_as_in_a_small_one(qapp, size, ratio):
    seen = alpha(line_icon("lines", "#000000", size, ratio))
    assert seen.shape == (round(size * ratio), round(size * ratio))
    column = seen[:, round(size * ratio / 2)]  # across all three lines
    assert column.sum() == pytest.approx(3 * WEIGHT * ratio, abs=0.1)


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(KeyError, match="no-such"):
        line_icon("no-such", "#000000")
