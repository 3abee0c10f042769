"""Contrast as painted, light and dark: every kind of text 4.5 to 1 on its ground, those that look disabled too."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from test_looks import contrast

from rpn_inspector.gui.canvas.painting import LOOKS, paint_badge, paint_note, paint_tag
from rpn_inspector.gui.canvas.strip import LayerStrip
from rpn_inspector.gui.inspector.iou_scale import IouScale
from rpn_inspector.gui.shell.start_page import StartPage
from rpn_inspector.gui.widgets.counted_tabs import CountedTabs
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.fields import CheckField, FindField
from rpn_inspector.gui.widgets.pens import SWATCH_WIDTH, swatch
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply

PICTURES = ("#FFFFFF", "#808080", "#C8B090", "#000000")  # what may lie under a tag
SIGNS = ("truth", "positive", "negative", "ignored", "undecided", "sampled", "prediction", "proposals", "suppressed")


def measured(image, keep=1):
    """Return the contrast of the ground, the commonest colour of ``image``, with the ink farthest from it."""
    across, down = range(keep, image.width() - keep), range(keep, image.height() - keep)
    seen = Counter(image.pixelColor(x, y).rgb() for x in across for y in down)
    ground = QColor(seen.most_common(1)[0][0]).name()
    return max(contrast(ground, QColor(rgb).name()) for rgb in seen)


def seen(root, widget):
    """Return the pixels of ``root`` where ``widget`` stands: on its ground."""
    return root.grab(QRect(widget.mapTo(root, QPoint()), widget.size())).toImage()


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request, qapp):
    apply(qapp, request.param)
    yield request.param
    apply(qapp, LIGHT)


def off(widget):
    widget.setEnabled(False)
    return widget


def field(text="", hint=""):
    made = QLineEdit(text)
    made.setPlaceholderText(hint)
    return made


def named(widget, name, text=""):
    widget.setObjectName(name)
    if text:
        widget.setText(text)
    return widget


def choice(*words):
    made = QComboBox()
    made.addItems(words)
    return made


def texts(theme):
    """Return a widget of each kind of text, by name; ``theme`` is applied."""
    tabs = CountedTabs(theme)
    for name in ("Anchors  8,820", "Loss  1,234"):
        tabs.addTab(name)
    check, facts = CheckField(), FactTable("Targets", ("t*", "t"), "px")
    check.theme = theme
    check.setText("changed")
    facts.set_theme(theme)
    facts.fill([("x", "0.1", "0.2")], note="a note under it")
    status = QStatusBar()
    for name in ("first", "other"):
        status.addWidget(named(QLabel("8,820 anchors"), name))
    problem = QWidget()
    problem.setObjectName("problemLine")
    problem.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(problem).addWidget(named(QLabel("a problem"), "problem"))
    return {
        "button": QPushButton("Save"),
        "disabled button": off(QPushButton("Save")),
        "field": field("words"),
        "disabled field": off(field("words")),
        "hint of a field": field(hint="Filter by name"),
        "list": choice("demo"),
        "disabled list": off(choice("none")),
        "workspace": named(QToolButton(), "workspace", "Audit"),
        "disabled workspace": off(named(QToolButton(), "workspace", "Audit")),
        "segment": named(QToolButton(), "segment", "Beside"),
        "caption": named(QLabel("Recipe"), "caption"),
        "find": FindField(),
        "tabs": tabs,
        "check box": check,
        "facts": facts,
        "status": status,
        "problem": problem,
        "scale": IouScale(theme),
    }


def test_every_kind_of_text_as_painted(qtbot, theme):
    sheet = QMainWindow()
    qtbot.addWidget(sheet)
    centre, made = QWidget(), texts(theme)
    made["scale"].setMinimumWidth(300)
    column = QVBoxLayout(centre)
    for widget in made.values():
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
    sheet.setCentralWidget(centre)
    sheet.resize(700, 1000)
    sheet.show()
    centre.setFocus()
    QApplication.processEvents()
    found = {name: measured(seen(sheet, widget), 4) for name, widget in made.items()}
    for label in made["facts"].findChildren(QLabel):
        if label.isVisible() and label.text():
            found[f"facts {label.text()}"] = measured(seen(sheet, label))
    for label in made["status"].findChildren(QLabel):
        found[f"status {label.objectName()}"] = measured(seen(sheet, label), 3)
    assert {name: round(value, 2) for name, value in found.items() if value < 4.5} == {}


def test_layers_that_are_on_off_and_without_anything_to_draw(qtbot, theme):
    strip = LayerStrip(theme=theme)
    qtbot.addWidget(strip)
    strip.resize(1200, strip.height())
    strip.show()
    QApplication.processEvents()
    entries = [*strip.entries.values(), strip.all]
    assert {entry.isEnabled() for entry in entries} == {True, False}
    for entry in entries:
        image = entry.grab().toImage()
        start = 2 * entry._gap + entry._across(str(entry.key), False)
        start += 0 if entry is strip.all else SWATCH_WIDTH + entry._gap
        words = image.copy(start, 0, entry._across(entry.text(), False), image.height())
        assert measured(words) >= 4.5, entry.text()


def test_the_start_page(qtbot, theme):
    page = StartPage()
    qtbot.addWidget(page)
    page.set_theme(theme)
    page.resize(900, 700)
    page.show()
    QApplication.processEvents()
    for label in page.findChildren(QLabel):
        assert measured(seen(page, label)) >= 4.5, label.text()
    for card in page.buttons:
        assert measured(seen(page, card).copy(44, 28, 300, 22)) >= 4.5
        assert measured(seen(page, card).copy(card.width() - 40, 18, 24, 18), 4) >= 4.5


@pytest.mark.parametrize("picture", PICTURES)
def test_tags_signs_and_notes_on_any_picture(qapp, picture):
    def painted(paint):
        image = QImage(240, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(picture))
        painter = QPainter(image)
        paint(painter)
        painter.end()
        return image

    area = QRectF(0, 0, 240, 40)
    for style in LOOKS:
        image = painted(lambda painter, style=style: paint_tag(painter, area, "12 ██ person crowd", style))
        assert measured(image) >= 4.5, style
    badge = painted(lambda painter: paint_badge(painter, "██ 100 %", area, False))
    assert measured(badge.copy(2, 20, 50, 18)) >= 4.5
    note = painted(lambda painter: paint_note(painter, ["██ positive"], area.topLeft(), area))
    assert measured(note.copy(2, 2, 60, 14)) >= 4.5


@pytest.mark.parametrize("role", SIGNS)
def test_signs_of_lines_stand_out_3_to_1(theme, role):
    mark = swatch(role, theme, 4.0)  # the line's own colour, not its blend with the ground
    image = QImage(mark.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.dock))
    painter = QPainter(image)
    mark.setDevicePixelRatio(1.0)
    painter.drawPixmap(0, 0, mark)
    painter.end()
    assert max(contrast(theme.dock, image.pixelColor(x, y).name()) for x in range(64) for y in range(48)) >= 3


def test_progress_and_the_lines_of_fields_stand_out(qtbot, theme):
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.setTextVisible(False)
    bar.setRange(0, 2)
    bar.setValue(1)
    bar.resize(100, 8)
    image = bar.grab().toImage()
    assert contrast(image.pixelColor(20, 4).name(), image.pixelColor(80, 4).name()) >= 3
    assert contrast(theme.text, theme.field) >= 3  # the frame of what has the keyboard
