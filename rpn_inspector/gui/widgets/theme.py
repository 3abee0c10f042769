"""Colours by role, light and dark, and the type sizes; yellow means selected and nothing else."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QStyle, QWidget

from rpn_inspector.core.resources import resource

STILL = "RPN_INSPECTOR_STILL"  # of the environment: 1 stops all that moves by itself
SPARED = 576  # px of a screen of 1366 for the sheet beside the picture; larger text is scrolled to
TEXT, LARGEST_USUAL = 12, 15  # px of the content font; a system's font up to 15 px is no wish for larger text


@dataclass(frozen=True, slots=True)
class Theme:
    """A colour for each role, as #RRGGBB."""

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
    text_caption="#545B64",
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


def theme_for(app: QApplication, wanted: object) -> Theme:
    """Return the theme a user wants: ``light``, ``dark``, or, for anything else, the system's."""
    return {"light": LIGHT, "dark": DARK}.get(str(wanted)) or system_theme(app)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application Fusion, the palette, the font with tabular figures, and the style sheet of ``theme``."""
    if not app.styleSheet():  # with a sheet in force, style and font would polish every widget once more
        app.setStyle("Fusion")
        app.setFont(content_font(app))
    text_scale.cache_clear()
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
    if still(app):
        app.setCursorFlashTime(0)
        for effect in Qt.UIEffect:
            app.setEffectEnabled(effect, False)
    sheet = _sheet(theme)
    if app.styleSheet() != sheet:  # the same again would polish every widget once more
        app.setStyleSheet(sheet)


def content_font(app: QApplication) -> QFont:
    """Return the content font: the system's own, tabular figures, 12 px, or larger where the system's text is large."""
    font, wanted = QFont(app.font()), QFontInfo(app.font()).pixelSize()
    font.setPixelSize(wanted if wanted > LARGEST_USUAL else TEXT)
    if hasattr(font, "setFeature"):
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def text_scale() -> float:
    """Return how much larger than usual the text is, 1 for the content font of 12 px; kept until the next `apply`."""
    return max(QApplication.font().pixelSize(), TEXT) / TEXT


def px(length: float) -> int:
    """Return a length that holds text, px at the usual size, at the size of the text."""
    return round(length * text_scale())


def still(app: QApplication) -> bool:
    """Return whether nothing is to move by itself: as `STILL` or the desktop's setting of effects says."""
    return os.environ.get(STILL, "") not in ("", "0") or not app.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)


def beside_picture(needed: int) -> int:
    """Return the least width of a sheet beside the picture: what it needs, or of larger text `SPARED` at most."""
    return needed if text_scale() <= 1 else min(needed, SPARED)


def symbols(font: QFont, pixels: int = 12) -> QFont:
    """Return a serif italic of the same figures, for the symbols of formulas in heads and captions."""
    other = QFont(font)
    other.setFamilies(["STIX Two Text", "Times New Roman", "Nimbus Roman", "Liberation Serif", "DejaVu Serif", "serif"])
    other.setStyleHint(QFont.StyleHint.Serif)
    other.setItalic(True)
    other.setPixelSize(px(pixels))
    other.setWeight(QFont.Weight.Normal)
    return other


def sized(font: QFont, pixels: int, bold: bool = False) -> QFont:
    """Return ``font`` at another size, px at the usual size of text, bold meaning weight 600."""
    other = QFont(font)
    other.setPixelSize(px(pixels))
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other


def ink(label: QLabel, role: Literal["text", "text_second", "text_caption", "negative_text"]) -> None:
    """Write a label in the colour of a text's ``role`` of `Theme`.

    A style sheet of its own would cost as much as all else of a label.
    """
    _mark(label, "ink", role)


def ground(line: QFrame, role: Literal["line", "line_strong"]) -> None:
    """Fill a line between two parts with the colour of a line's ``role`` of `Theme`."""
    _mark(line, "ground", role)


def _mark(widget: QWidget, what: str, role: str) -> None:
    """Set a property that a rule of the application's style sheet asks for."""
    if widget.property(what) != role:
        widget.setProperty(what, role)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def style(widget: QWidget, sheet: str) -> None:
    """Give a widget a style sheet, the same again at no cost; cheap only before there are widgets inside."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def _picture(name: str, theme: Theme) -> str:
    return resource("icons", "sheet", f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()


def _sheet(t: Theme) -> str:
    usual = _marks(t) + _window(t) + _fields(t) + _lists(t) + _buttons(t)
    return re.sub(r"(font-size|(?:min|max)-height): (\d+)px", lambda found: f"{found[1]}: {px(int(found[2]))}px", usual)


def _edge(t: Theme, down: bool) -> str:
    """Return the style of a gap of 4 px, wide enough to grip, painted as a line of 1 px."""
    end = "x2: 0, y2: 1" if down else "x2: 1, y2: 0"
    stops = ((0, t.dock), (0.24, t.dock), (0.25, t.line), (0.5, t.line), (0.51, t.dock), (1, t.dock))
    return f"qlineargradient(x1: 0, y1: 0, {end}, {', '.join(f'stop: {at} {colour}' for at, colour in stops)})"


def _marks(t: Theme) -> str:
    """Return the rules of `ink` and `ground`."""
    roles = [field.name for field in fields(t)]
    inks = (f'QLabel[ink="{role}"] {{ color: {getattr(t, role)}; }}' for role in roles if "text" in role)
    grounds = (f'QFrame[ground="{role}"] {{ background: {getattr(t, role)}; }}' for role in roles if "line" in role)
    return "\n".join((*inks, *grounds))


def _window(t: Theme) -> str:
    return f"""
    QMainWindow {{ background: {t.window}; }}
    QMainWindow::separator {{ width: 4px; height: 4px; }}
    QMainWindow::separator:vertical {{ background: {_edge(t, False)}; }}
    QMainWindow::separator:horizontal {{ background: {_edge(t, True)}; }}
    QMainWindow::separator:hover {{ background: {t.text_caption}; }}
    QWidget#topRow {{ background: {t.window}; border-bottom: 1px solid {t.line}; }}
    QLabel#caption {{ font-size: 11px; color: {t.text_second}; }}
    QMenuBar {{ background: transparent; }}
    QMenuBar::item {{ padding: {px(4)}px 8px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {t.hover}; }}
    QMenu {{ background: {t.field}; border: 1px solid {t.line_strong}; padding: 4px; }}
    QMenu::item {{ padding: 4px 24px 4px 8px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.hover}; }}
    QMenu::item:disabled {{ color: {t.text_caption}; }}
    QMenu::icon {{ padding-left: 4px; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QSplitter::handle {{ background: {t.line}; image: none; }}
    QWidget#sheet, QScrollArea#inspector, QWidget#images, QWidget#tables {{ background: {t.dock}; }}
    QStatusBar {{ background: {t.window}; border-top: 1px solid {t.line}; min-height: 23px; max-height: 23px; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ font-size: 11px; color: {t.text_second}; padding: 0 6px; margin: 1px 0;
        border-left: 1px solid {t.line_strong}; }}
    QStatusBar QLabel#first {{ border-left: 0; color: {t.text}; }}
    QWidget#problemLine {{ background: {t.field}; border-bottom: 1px solid {t.line_strong}; }}
    QWidget#missingLine {{ background: {t.field}; border-bottom: 1px solid {t.line_strong}; }}
    QLabel#missing {{ background: transparent; color: {t.text}; padding: 6px 12px; }}
    QLabel#problem {{ background: transparent; color: {t.negative_text}; padding: 6px 12px; }}
    QToolTip {{ background: {t.field}; color: {t.text}; border: 1px solid {t.line_strong}; padding: 3px; }}
    QProgressBar {{ border: 0; border-radius: 2px; background: {t.line}; }}
    QProgressBar::chunk {{ border-radius: 2px; background: {t.text_second}; }}
    """


def _fields(t: Theme) -> str:
    return f"""
    QLineEdit, QComboBox {{ background: {t.field}; border: 1px solid {t.line_strong}; border-radius: 4px;
        padding: 1px 7px; min-height: 20px; max-height: 20px; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {t.text}; padding: 0 6px; }}
    QLineEdit:disabled, QComboBox:disabled {{ background: {t.dock}; border-color: {t.line}; color: {t.text_caption}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView::item {{ min-height: 22px; padding: 0 4px; }}
    QComboBox:hover {{ border-color: {t.text_caption}; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox::down-arrow {{ image: url("{_picture("chevron-down", t)}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ background: {t.field}; border: 1px solid {t.line_strong}; padding: 4px;
        selection-background-color: {t.hover}; selection-color: {t.text}; }}
    QSpinBox, QDoubleSpinBox {{ background: {t.field}; border: 1px solid {t.line_strong}; border-radius: 4px;
        padding: 1px 3px; min-height: 20px; }}
    QDialog QDoubleSpinBox QLineEdit {{ border: 0; padding: 0 4px; color: {t.text}; }}
    QDialog QDoubleSpinBox::up-button, QDialog QDoubleSpinBox::down-button {{ width: 0; border: 0; }}
    QDialog QDoubleSpinBox:focus {{ border: 2px solid {t.text}; padding: 0 2px; }}
    QRadioButton {{ spacing: 6px; }}
    QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {t.text_caption}; border-radius: 7px;
        background: {t.field}; }}
    QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {t.text}; }}
    QRadioButton::indicator:focus {{ border-color: {t.text}; }}
    QCheckBox {{ spacing: 6px; }}
    QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {t.text_caption}; border-radius: 2px;
        background: {t.field}; }}
    QCheckBox::indicator:checked {{ image: url("{_picture("check", t)}"); }}
    QCheckBox::indicator:focus {{ border: 2px solid {t.text}; width: 10px; height: 10px; }}
    QSlider::groove:horizontal {{ height: 2px; border-radius: 1px; background: {t.text_caption}; }}
    QSlider::handle:horizontal {{ width: 12px; margin: -6px 0; border-radius: 7px; background: {t.field};
        border: 1px solid {t.text_second}; }}
    QSlider::handle:horizontal:hover {{ background: {t.hover}; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {t.text}; width: 10px; }}
    """


def _lists(t: Theme) -> str:
    return f"""
    QListView, QTableView {{ border: 0; outline: 0; background: {t.table}; alternate-background-color: {t.table_odd};
        selection-background-color: {t.selected_row}; selection-color: {t.text}; }}
    QListView {{ background: {t.dock}; }}
    QDialog QListView, QDialog QTableView {{ border: 2px solid {t.line}; }}
    QDialog QListView:focus, QDialog QTableView:focus {{ border-color: {t.text}; }}
    QHeaderView {{ background: {t.dock}; border: 0; border-bottom: 1px solid {t.line}; }}
    QHeaderView::section {{ background: transparent; color: {t.text_caption}; border: 0; padding: 0 4px;
        font-size: 11px; }}
    QHeaderView::section:hover {{ color: {t.text}; }}
    QHeaderView::down-arrow, QHeaderView::up-arrow {{ image: none; width: 0; height: 0; }}
    QTableCornerButton::section {{ background: {t.dock}; border: 0; }}
    QAbstractScrollArea::corner {{ background: transparent; }}
    QTabWidget::pane {{ border: 0; }}
    QTabBar::tab {{ padding: 5px 10px; border: 0; background: {t.dock}; color: {t.text_second}; }}
    QTabBar::tab:selected {{ color: {t.text}; font-weight: 600; border-bottom: 2px solid {t.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; }}
    QScrollBar::handle:vertical {{ background: {t.line_strong}; border-radius: 3px; min-height: 24px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; }}
    QScrollBar::handle:horizontal {{ background: {t.line_strong}; border-radius: 3px; min-width: 24px; margin: 2px; }}
    QScrollBar::handle:hover {{ background: {t.text_caption}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _buttons(t: Theme) -> str:
    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton {{ background: {t.field}; border: 1px solid {t.line_strong}; border-radius: 4px; padding: 1px 11px;
        min-height: 20px; color: {t.text}; }}
    QPushButton:hover {{ background: {t.hover}; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton:focus {{ border: 2px solid {t.text}; padding: 0 10px; }}
    QPushButton:disabled {{ background: transparent; color: {t.text_caption}; border-color: {t.line}; }}
    QPushButton#chip {{ border: 1px solid {t.text}; border-radius: 11px; font-weight: 600; }}
    QPushButton#chip:focus {{ border: 2px solid {t.text}; }}
    QPushButton#start {{ text-align: left; border: 0; border-radius: 4px; padding: 8px 12px; background: transparent; }}
    QPushButton#start:hover, QPushButton#start:focus {{ background: {t.hover}; }}
    QToolButton {{ border: 0; border-radius: 4px; padding: 2px 6px; background: transparent; }}
    QToolButton:hover {{ background: {t.hover}; }}
    QToolButton:focus {{ border: 2px solid {t.text}; padding: 0 4px; }}
    QToolButton#qt_menubar_ext_button, QTabBar QToolButton {{ padding: 0; }}
    QToolButton#segment {{ border: 1px solid {t.line_strong}; padding: 2px 8px; }}
    QToolButton#segment:checked {{ background: {t.field}; font-weight: 600; border-color: {t.text}; }}
    QToolButton#segment:focus {{ border: 2px solid {t.text}; padding: 1px 7px; }}
    QPushButton#find:hover {{ background: {t.field}; border-color: {t.text_caption}; }}
    QToolButton#workspace {{ border-radius: 0; padding: 0 10px; border-top: 2px solid transparent;
        border-bottom: 2px solid transparent; color: {t.text_second}; }}
    QToolButton#workspace:checked {{ font-weight: 600; border-bottom: 2px solid {t.text}; color: {t.text}; }}
    QToolButton#workspace:focus {{ border: 2px solid {t.text}; border-radius: 4px; padding: 0 8px; }}
    QToolButton#workspace:disabled {{ color: {t.text_caption}; }}
    """
