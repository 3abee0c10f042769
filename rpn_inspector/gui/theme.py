"""Colours by role, light and dark, and the type sizes; yellow means selected and nothing else."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour for each role, as #RRGGBB."""

    dark: bool
    window: str
    dock: str
    table: str
    table_odd: str
    surround: str
    field: str
    selected_row: str
    selected_bar: str
    positive_text: str
    negative_text: str
    proposal_text: str
    text: str
    text_second: str
    text_caption: str
    line: str
    line_strong: str
    hover: str
    bars: str


LIGHT = Theme(
    dark=False,
    window="#E6E8EA",
    dock="#EDEEF0",
    table="#F0F1F3",
    table_odd="#E9EBED",
    surround="#BFC3C8",
    field="#F6F7F8",
    selected_row="#F7ECA0",
    selected_bar="#BFAE00",
    positive_text="#006E50",
    negative_text="#A84800",
    proposal_text="#00598E",
    text="#1B1E22",
    text_second="#4A5159",
    text_caption="#5E666F",
    line="#D2D5D9",
    line_strong="#B4BAC1",
    hover="#DCDFE2",
    bars="#BDC2C8",
)
DARK = Theme(
    dark=True,
    window="#1B1D20",
    dock="#212327",
    table="#1E2023",
    table_odd="#232529",
    surround="#131416",
    field="#191B1D",
    selected_row="#3D3A19",
    selected_bar="#F0E442",
    positive_text="#2FC49B",
    negative_text="#F0843C",
    proposal_text="#56B4E9",
    text="#E4E6E9",
    text_second="#A9AFB7",
    text_caption="#949BA4",
    line="#303338",
    line_strong="#454A51",
    hover="#2B2E33",
    bars="#464B53",
)


def system_theme(app: QApplication) -> Theme:
    """Return the theme the system asks for."""
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application Fusion, the palette, the font with tabular figures, and the style sheet of ``theme``."""
    # Qt walks over all widgets here and calls ours on the way: a garbage collection in one of them could delete a
    # widget that Qt is about to visit, and end the process.
    collecting = gc.isenabled()
    gc.disable()
    try:
        _apply(app, theme)
    finally:
        if collecting:
            gc.enable()


def _apply(app: QApplication, theme: Theme) -> None:
    app.setStyle("Fusion")
    palette = QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.table,
        roles.AlternateBase: theme.table_odd,
        roles.Text: theme.text,
        roles.Button: theme.field,
        roles.ButtonText: theme.text,
        roles.ToolTipBase: theme.field,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.text_caption,
        roles.Highlight: theme.selected_row,
        roles.HighlightedText: theme.text,
        roles.Mid: theme.line_strong,
        roles.Light: theme.dock,
    }
    for role, colour in pairs.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text_caption))
    app.setPalette(palette)
    app.setFont(content_font(app))
    app.setStyleSheet(_sheet(theme))


def content_font(app: QApplication) -> QFont:
    """Return the content font: the system's own, 12 px, tabular figures."""
    font = QFont(app.font())
    font.setPixelSize(12)
    if hasattr(font, "setFeature"):
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized(font: QFont, pixels: int, bold: bool = False) -> QFont:
    """Return ``font`` at another size, bold meaning weight 600."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other


def _sheet(t: Theme) -> str:
    return f"""
    QMainWindow::separator {{ background: {t.line}; width: 4px; height: 4px; }}
    QMainWindow::separator:hover {{ background: {t.text_caption}; }}
    QWidget#topRow {{ background: {t.window}; border-bottom: 1px solid {t.line}; }}
    QMenuBar {{ background: transparent; }}
    QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {t.hover}; }}
    QMenu {{ background: {t.field}; border: 1px solid {t.line_strong}; padding: 4px; }}
    QMenu::item {{ padding: 4px 24px 4px 20px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.hover}; }}
    QMenu::item:disabled {{ color: {t.text_caption}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QLineEdit, QComboBox {{ background: {t.field}; border: 1px solid {t.line_strong}; border-radius: 4px;
        padding: 2px 8px; min-height: 20px; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {t.text}; padding: 1px 7px; }}
    QComboBox QAbstractItemView {{ background: {t.field}; selection-background-color: {t.selected_row}; }}
    QDockWidget {{ titlebar-close-icon: none; }}
    QWidget#sheet, QScrollArea#inspector, QWidget#images, QWidget#tables {{ background: {t.dock}; }}
    QListView, QTableView {{ border: 0; outline: 0; background: {t.table}; alternate-background-color: {t.table_odd};
        selection-background-color: {t.selected_row}; selection-color: {t.text}; }}
    QListView {{ background: {t.dock}; }}
    QHeaderView {{ background: {t.dock}; }}
    QHeaderView::section {{ background: {t.dock}; color: {t.text_caption}; border: 0; padding: 3px 6px;
        font-size: 11px; }}
    QHeaderView::down-arrow, QHeaderView::up-arrow {{ subcontrol-position: top center; width: 9px; height: 6px; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {t.line}; }}
    QTabBar::tab {{ padding: 5px 10px; border: 0; background: {t.dock}; color: {t.text_second}; }}
    QTabBar::tab:selected {{ color: {t.text}; font-weight: 600; border-bottom: 2px solid {t.text}; }}
    QStatusBar {{ background: {t.window}; border-top: 1px solid {t.line}; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ font-size: 11px; color: {t.text_second}; padding: 0 4px; }}
    QLabel#problem {{ background: {t.field}; color: {t.negative_text}; padding: 6px 12px;
        border-bottom: 1px solid {t.line_strong}; }}
    QToolTip {{ background: {t.field}; color: {t.text}; border: 1px solid {t.line_strong}; padding: 3px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line_strong}; }}
    QSlider::handle:horizontal {{ width: 12px; margin: -5px 0; border-radius: 6px; background: {t.text_second};
        border: 1px solid {t.dock}; }}
    QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {t.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; }}
    QScrollBar::handle:vertical {{ background: {t.line_strong}; border-radius: 4px; min-height: 24px; margin: 1px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; }}
    QScrollBar::handle:horizontal {{ background: {t.line_strong}; border-radius: 4px; min-width: 24px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QPushButton#start {{ text-align: left; border: 0; border-radius: 4px; padding: 8px 12px; background: transparent; }}
    QPushButton#start:hover, QPushButton#start:focus {{ background: {t.hover}; }}
    QToolButton {{ border: 0; border-radius: 4px; padding: 2px 6px; background: transparent; }}
    QToolButton:hover {{ background: {t.hover}; }}
    QProgressBar {{ border: 0; border-radius: 2px; background: {t.line}; }}
    QProgressBar::chunk {{ border-radius: 2px; background: {t.text_second}; }}
    QToolButton#segment {{ border: 1px solid {t.line_strong}; padding: 2px 8px; }}
    QToolButton#segment:checked {{ background: {t.field}; font-weight: 600; border-color: {t.text}; }}
    QPushButton#find {{ background: {t.field}; border: 1px solid {t.line_strong}; border-radius: 4px;
        padding: 3px 24px 3px 10px; color: {t.text_caption}; text-align: left; }}
    QPushButton#find:hover, QPushButton#find:focus {{ border-color: {t.text}; }}
    QToolButton#workspace {{ border-radius: 0; padding: 8px 10px; border-bottom: 2px solid transparent; }}
    QToolButton#workspace:checked {{ font-weight: 600; border-bottom: 2px solid {t.text}; }}
    """
