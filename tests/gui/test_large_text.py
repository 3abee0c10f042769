"""Text of twice the size: the window stays on a screen of 1366 x 768, and no word is cut without saying so."""

import numpy as np
import pytest
from gui_steps import open_demo
from leaving import leaving_nothing
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QScrollArea, QTabBar, QVBoxLayout, QWidget
from whole_words import cut_silently

from rpn_inspector.core.proposals import Fate
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.shell.main_window import BORDER, MainWindow
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.in_sight import scroll_sideways
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import LIGHT, apply, px, sized, text_scale
from rpn_inspector.gui.wiring import Wiring


@pytest.fixture
def doubled(qapp):
    """The application as on a system whose text is twice as large."""
    before = QFont(qapp.font())
    qapp.setStyleSheet("")
    large = QFont(before)
    large.setPixelSize(24)
    qapp.setFont(large)
    apply(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")
    qapp.setFont(before)
    apply(qapp, LIGHT)


def test_lengths_and_fonts_follow_the_systems_text(qapp, doubled):
    assert (text_scale(), px(20), sized(qapp.font(), 11).pixelSize()) == (2.0, 40, 22)
    assert "font-size: 22px" in qapp.styleSheet()


@pytest.mark.parametrize("pixels", [9, 12, 15])
def test_an_ordinary_system_font_is_no_wish_for_larger_text(qapp, doubled, pixels):
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    apply(qapp, LIGHT)
    assert (text_scale(), qapp.font().pixelSize()) == (1.0, 12)


def test_a_number_of_a_table_is_scrolled_to_rather_than_cut(qtbot, doubled):
    table = FactTable("All boxes", ("A", "B", "change"), width=58, names=124)
    qtbot.addWidget(table)
    table.fill([("anchors an image, mean", "8,788", "216,774", "+207,985.25"), ("reached", "8.7 %", "37.7 %", "+29.0")])
    table.resize(table.minimumSizeHint())
    table.grab()
    assert not [label.text() for line in table.cells for label in line[1:] if label.is_cut]


def cut(window):
    """Return what is cut; tabs that find no room are scrolled to by the bar's own buttons."""
    assert all(bar.usesScrollButtons() for bar in window.findChildren(QTabBar))
    return [line for line in cut_silently(window) if ": tab " not in line]


def test_no_page_outgrows_a_small_screen_and_no_word_is_cut(qtbot, doubled, monkeypatch):
    monkeypatch.setattr(open_controller, "NOTE_MS", 0)
    with leaving_nothing() as windows:
        window = Wiring(LIGHT)
        windows.append(window)
        main = window.main_window
        main.resize(1366, 768)
        main.show()
        open_demo(qtbot, window)
        window.docks.reset()

        def whole():
            qtbot.waitUntil(lambda: window.render_queue.idle and window.panel_queue.idle)
            qtbot.waitUntil(lambda: not cut(main))
            assert (main.width(), main.height()) <= (1366, 768)

        inspection = window.workspace.state.shown.inspection
        window.workspace.select(int(inspection.positive[5]))
        whole()
        window.tables.setCurrentWidget(window.tables.proposals)
        window.workspace.select(int(np.flatnonzero(inspection.proposals.fate == Fate.SUPPRESSED)[0]))
        whole()
        window.tables.setCurrentWidget(window.tables.loss)
        whole()
        window.menus.by_name["Edit the recipe…"].trigger()
        qtbot.waitUntil(lambda: window.recipe_dock.editor is not None and window.recipe_dock.editor.isVisible())
        whole()
        window.recipe_dock.editor.close_button.click()
        window.pages.look("compare")
        qtbot.waitUntil(lambda: window.compare.found is not None)
        whole()
        window.pages.look("inspect")  # its panels beside the least of every page
        whole()
        window.pages.look("audit")
        tabs = window.audit.tabs
        qtbot.waitUntil(lambda: tabs.rect().contains(tabs.tabRect(tabs.count() - 1)))
        assert (main.width(), main.height()) == (1366, 768)


@pytest.mark.parametrize("width", [260, 900])
def test_a_sentence_wraps_in_sight_where_the_table_below_is_scrolled_to(qtbot, doubled, width):
    area, sheet, words, own = QScrollArea(), QWidget(), PlainLabel("a sentence of several words, " * 4), PlainLabel("x")
    words.setWordWrap(True)
    own.setWordWrap(True)
    own.setContentsMargins(3, 0, 7, 0)
    wide = QWidget()
    wide.setMinimumWidth(600)
    column = QVBoxLayout(sheet)
    for part in (words, own, wide):
        column.addWidget(part)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    scroll_sideways(area)
    qtbot.addWidget(area)
    area.resize(width, 300)
    area.show()

    def end():
        return words.mapTo(sheet, words.contentsRect().topRight()).x()

    qtbot.waitUntil(lambda: end() <= area.viewport().width())
    assert area.horizontalScrollBar().maximum() == max(sheet.width() - area.viewport().width(), 0)
    assert (area.horizontalScrollBar().maximum() > 0) == (width < 600)
    assert own.contentsMargins().right() >= 7
    area.resize(900, 300)
    qtbot.waitUntil(lambda: words.contentsMargins().right() == 0)
    assert own.contentsMargins().right() == 7


def test_a_window_grows_with_its_text_up_to_the_screen(qtbot, doubled):
    window = MainWindow(LIGHT)
    qtbot.addWidget(window)
    before = window.size()
    window.fit_screen()
    room = window.screen().availableGeometry().size()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    assert window.width() == min(2 * before.width(), room.width() - BORDER.width())
