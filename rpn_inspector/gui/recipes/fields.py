"""One field of a recipe as a row: its name, an editor that follows its type, a mark and a way back where it differs."""

from __future__ import annotations

import math
import tomllib
import types
import typing
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.recipe_edit import toml_value
from rpn_inspector.gui.widgets.fields import ListField
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.numbers import beta_text
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, sized

EDITOR_WIDTH = 150  # px
FIELD_EDGES = 18  # px beside a field's text
LONG_WORD = 16  # letters that no longer fit an editor of that width


class Choice(ListField):
    """One of a few words; the wheel is left to the panel unless the box has the keyboard."""

    typed = Signal(object)

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems([str(word) for word in words])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.typed.emit(self.currentText()))

    def show_value(self, value: Any) -> None:
        """Show a value without saying that it was typed."""
        self.setCurrentText(str(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Box(QCheckBox):
    """A check box whose frame is seen in the dark too."""

    theme: Theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(24 + self.fontMetrics().horizontalAdvance(self.text()), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(1.5, self.height() / 2 - 7.5, 15, 15)
        focus = self.hasFocus()
        painter.setPen(QPen(QColor(self.theme.text if focus else self.theme.text_caption), 2 if focus else 1))
        painter.setBrush(QColor(self.theme.field))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(QPen(QColor(self.theme.text), 1.8))
        if self.isChecked():
            left, middle = frame.left(), frame.center().y()
            painter.drawPolyline(
                [QPointF(left + 3.5, middle), QPointF(left + 6.5, middle + 3), QPointF(left + 11.5, middle - 3.5)]
            )
        painter.setFont(self.font())
        room = self.rect().adjusted(23, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


class Tick(Box):
    """Yes or no."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(lambda on: self.typed.emit(bool(on)))
        self.toggled.connect(lambda on: self.setText(tr("yes") if on else tr("no")))
        self.setText(tr("no"))

    def show_value(self, value: Any) -> None:
        """Show a value without saying that it was typed."""
        self.setChecked(bool(value))


class Text(QLineEdit):
    """A number, or a list as TOML writes it; what cannot be read is handed on as text, to be refused with a reason."""

    typed = Signal(object)

    def __init__(self, read: Callable[[str], Any], write: Callable[[Any], str], step: bool = False) -> None:
        super().__init__()
        self._read, self._write, self._step = read, write, step
        self.value: Any = None
        self.textEdited.connect(self._edited)

    def _edited(self, text: str) -> None:
        self.value = self._read(text)
        self.typed.emit(self.value)

    def show_value(self, value: Any) -> None:
        """Show a value; a text that already means it stays, so that the cursor does not jump."""
        if type(value) is type(self.value) and value == self.value:
            return
        self.value = value
        with QSignalBlocker(self):
            self.setText(self._write(value))
            self.setCursorPosition(0)

    @property
    def is_cut(self) -> bool:
        """Return whether the field is too narrow for its text."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width() - FIELD_EDGES

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the editor: there is one history, not one per field."""
        history = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        asked = isinstance(event, QKeyEvent) and any(event.matches(key) for key in history)
        if asked and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if self._step and event.key() in steps and type(self.value) is int:
            value = self.value + steps[Qt.Key(event.key())]
            self.setText(self._write(value))
            self.value = value
            self.typed.emit(value)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorPosition(0)


def read_number(text: str) -> Any:
    """Return a whole number, a number, ``inf`` or a fraction such as 1/9; otherwise the text."""
    plain = text.strip().replace("\u2212", "-").replace("∞", "inf")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        value = float(Fraction(plain)) if "/" in plain else float(plain)
    except (ValueError, ZeroDivisionError, OverflowError):
        return text
    return text if math.isnan(value) else value


def write_number(value: Any) -> str:
    """Return a number as a user would type it; 1/9 rather than 0.1111111111111111."""
    if isinstance(value, float) and math.isfinite(value):
        short = beta_text(value)
        return short if read_number(short) == value else f"{value:g}" if float(f"{value:g}") == value else repr(value)
    return str(value)


def read_list(text: str) -> Any:
    """Return the list, or the text where it is none."""
    try:
        value = tomllib.loads(f"v = {text}")["v"]
    except (tomllib.TOMLDecodeError, KeyError, RecursionError):
        return text
    return value if isinstance(value, list) else text


def same(value: Any, other: Any) -> bool:
    """Return whether two values are one to a recipe: lists and tuples, 1 and 1.0."""
    if isinstance(value, list | tuple) and isinstance(other, list | tuple):
        return len(value) == len(other) and all(same(a, b) for a, b in zip(value, other, strict=True))
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def editor_for(hint: Any) -> Choice | Tick | Text:
    """Return the editor that follows a field's type: Literal, bool, numbers, str, or tuples as a TOML list."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(inner for inner in get_args(hint) if inner is not type(None))
    if get_origin(hint) is Literal:
        return Choice(get_args(hint))
    if hint is bool:
        return Tick()
    if hint in (int, float):
        return Text(read_number, write_number, step=hint is int)
    if hint is str:
        return Text(lambda text: text, str)
    return Text(read_list, toml_value)


class FieldRow(QWidget):
    """One field: ``typed(place, value)`` while it is edited, ``reset_wanted(place)``, ``looked_at(place)``."""

    typed = Signal(str, object)
    reset_wanted = Signal(str)
    looked_at = Signal(str)

    def __init__(self, place: str, hint: Any, meaning: str, theme: Theme) -> None:
        super().__init__()
        self.place, self.meaning = place, meaning
        words = get_args(hint) if get_origin(hint) is Literal else ()
        self.wide = get_origin(hint) is tuple or any(len(str(word)) > LONG_WORD for word in words)
        name = place.rpartition(".")[2]
        self.label = QLabel(name)
        self.editor = editor_for(hint)
        self.editor.setAccessibleName(place)
        self.label.setBuddy(self.editor)
        self.idle = ""
        self.reset = QToolButton()
        self.reset.setFixedSize(20, 20)
        self.reset.clicked.connect(lambda: self.reset_wanted.emit(self.place))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.label, 1)
        if not self.wide:
            self.editor.setFixedWidth(EDITOR_WIDTH)
            line.addWidget(self.editor)
        line.addWidget(self.reset)
        column.addLayout(line)
        if self.wide:
            column.addWidget(self.editor)
        self.whole = QLabel()  # a list too long for its field, its parts a line each
        self.whole.setWordWrap(True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.hide()
        column.addWidget(self.whole)
        column.addWidget(self.problem)
        self.editor.typed.connect(lambda value: self.typed.emit(self.place, value))
        self.editor.installEventFilter(self)
        self.set_theme(theme)
        self.show_state(None, None, "")
        self._explain()

    def _explain(self) -> None:
        """Say what the field means; one without effect is pale, and its tip says why."""
        tip = f"<p><b>{self.place}</b></p><p>{self.meaning}</p>" + (f"<p>{self.idle}</p>" if self.idle else "")
        for widget in (self, self.label, self.editor):
            widget.setToolTip(tip)
        self.editor.setAccessibleDescription("; ".join(filter(None, (self.meaning, self.idle))))
        pale = f"color: {self.theme.text_caption}; font-style: italic" if self.idle else ""
        for widget in (self.label, self.editor):
            widget.setStyleSheet(pale)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if isinstance(self.editor, Box):
            self.editor.theme = theme
            self.editor.update()
        for label in (self.problem, self.whole):
            label.setFont(sized(self.font(), 11))
        self.whole.setStyleSheet(f"color: {theme.text_second}")
        self.problem.setStyleSheet(f"color: {theme.negative_text}")
        self.reset.setIcon(icon("reset", theme.text_second))
        if self.idle:
            self._explain()

    def show_state(self, value: Any, shipped: Any, problem: str, idle: str = "") -> None:
        """Show the value, whether it differs from the shipped one, what is wrong, and why it has no effect now."""
        if idle != self.idle:
            self.idle = idle
            self._explain()
        if value is not None:
            self.editor.show_value(value)
        changed = value is not None and not same(value, shipped)
        name = self.place.rpartition(".")[2]
        self.label.setText(f"● {name}" if changed else name)
        self.label.setFont(sized(self.font(), 12, bold=changed))
        self.reset.setVisible(changed)
        back = tr("Reset {place} to {value}").format(place=self.place, value=shown(shipped))
        self.reset.setToolTip(back)
        self.reset.setAccessibleName(back)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.changed = changed
        self._show_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    def _show_whole(self) -> None:
        """Write what the field cuts under it."""
        editor = self.editor
        cut = isinstance(editor, Text) and self.wide and editor.is_cut
        self.whole.setText(shown(editor.value).replace("], [", "],\n[") if cut and isinstance(editor, Text) else "")
        self.whole.setVisible(cut)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.place)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if event.type() == event.Type.FocusIn:
            self.looked_at.emit(self.place)
        return super().eventFilter(watched, event)


def shown(value: Any) -> str:
    """Return a value in a sentence."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return write_number(value)
    return value if isinstance(value, str) else toml_value(value)
