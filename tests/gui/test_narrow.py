"""The window on a small screen: everything at 1366 x 768, and narrower than that where a user makes it so."""

import numpy as np
import pytest
from gui_steps import open_demo
from leaving import leaving_nothing
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QSlider, QToolButton

from rpn_inspector.core.proposals import Fate
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.widgets.counted_tabs import CountedTabs
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply
from rpn_inspector.gui.wiring import Wiring


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def small(qtbot, window):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    return window


def test_the_proposals_with_funnel_and_fate_fit(qtbot, small):
    small.tables.setCurrentWidget(small.tables.proposals)
    qtbot.waitUntil(lambda: small.funnel.isVisible())
    proposals = small.workspace.state.shown.inspection.proposals
    for fate in (Fate.SUPPRESSED, Fate.KEPT, Fate.CUT_LEVEL):
        found = np.flatnonzero(proposals.fate == fate)
        small.workspace.select(int(found[0]))
        qtbot.waitUntil(lambda: small.inspector.facts is not None)
        assert small.main_window.minimumSizeHint().width() <= 1366
        assert small.main_window.width() == 1366


def test_the_window_gets_narrower_than_its_captions(qtbot, small):
    captions = list(small.main_window.menuWidget().findChildren(type(small.inspector.why), "caption"))
    assert all(label.isVisible() for label in captions)
    for width in (1330, 1240):  # the first takes the captions away, the second needs them gone
        small.main_window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: small.main_window.width() == width)
    assert not any(label.isVisible() for label in captions)


def test_a_window_that_opens_narrow_has_no_captions_either(qtbot, qapp):
    with leaving_nothing() as windows:
        frame = MainWindow(LIGHT)
        frame.resize(1280, 700)
        frame.show()
        windows.append(Wiring(LIGHT, frame))
        open_demo(qtbot, windows[0])
        captions = frame.menuWidget().findChildren(QLabel, "caption")
        assert captions
        assert not any(label.isVisible() for label in captions)
        assert frame.menuWidget().minimumSizeHint().width() <= 1280


def test_no_menu_is_lost_at_any_width(qtbot, small):
    menus, least = small.main_window.menus, small.main_window.minimumWidth()
    for width in (*range(1400, least, -13), least):  # narrower and narrower, as a hand drags the edge
        small.main_window.resize(width, 700)
        qtbot.waitUntil(
            lambda width=width: (
                small.main_window.width() - width < 60 and menus.width() >= menus.sizeHint().width()
            )  # docks may ask for more
        )


def test_the_edge_between_two_panels_is_wide_enough_to_grip(qtbot, small):
    left, centre = small.docks.by_name["Images"].geometry(), small.main_window.centralWidget().geometry()
    assert centre.left() - left.right() - 1 >= 4


def test_the_slider_of_the_steps_is_seen_in_the_dark(qtbot, qapp, small):
    apply(qapp, DARK)
    small.set_theme(DARK)
    slider = small.main_window.findChild(QSlider)
    assert slider.orientation() == Qt.Orientation.Horizontal
    picture = slider.grab().toImage()
    shades = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())]
    assert max(shades) - min(shades) > 100  # the handle against what lies under it


def test_closing_the_window_takes_help_and_keys_with_it(qtbot, small):
    small.help_windows.open_help("maths")
    small.command_windows.open_keys()
    assert small.help_windows.help.isVisible()
    small.main_window.close()
    assert not small.help_windows.help.isVisible()
    assert not small.command_windows.sheet.isVisible()


@pytest.mark.parametrize("width", [200, 300, 420])
@pytest.mark.parametrize("last", [False, True])
def test_no_word_of_the_tabs_stands_under_the_arrows_that_scroll_them(qtbot, width, last):
    tabs = CountedTabs(LIGHT)
    qtbot.addWidget(tabs)
    tabs.setUsesScrollButtons(True)
    for name in ("Anchors  8,820", "Ground truth  10", "Proposals  900", "Candidates", "Lost boxes  3", "Detections"):
        tabs.addTab(name)
    tabs.resize(width, tabs.sizeHint().height())
    tabs.show()
    tabs.setCurrentIndex(tabs.count() - 1 if last else 0)
    arrows = [arrow.geometry() for arrow in tabs.findChildren(QToolButton) if arrow.isVisible()]
    assert len(arrows) == 2
    image = QImage(tabs.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    tabs.paint_tabs(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    edge = min(arrow.left() for arrow in arrows)
    assert (pixels[:, edge:] == 0xFFFFFFFF).all()
    assert (pixels[:, :edge] != 0xFFFFFFFF).any()
