"""One field of a recipe as a row: name, an editor by type, and a mark and a reset button where changed."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.recipe_edit import table_of_place
from rpn_inspector.core.recipe_values import read_number, same, value_text, write_number
from rpn_inspector.core.spec import toml
from rpn_inspector.core.toml_text import parse_toml
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.fields import CheckField, ListField
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, sized

EDITOR_WIDTH = 150  # px
FIELD_EDGES = 18  # px beside a field's text
LONG_WORD = 16  # letters; a longer word does not fit `EDITOR_WIDTH`


class ChoiceEditor(ListField):
    """A choice of a few words."""

    typed = Signal(object)

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems([str(word) for word in words])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.typed.emit(self.currentText()))

    def show_value(self, value: Any) -> None:
        """Show a value without emitting ``typed``."""
        self.setCurrentText(str(value))


class TickEditor(CheckField):
    """Yes or no."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(lambda on: self.typed.emit(bool(on)))
        self.toggled.connect(lambda on: self.setText(tr("yes") if on else tr("no")))
        self.setText(tr("no"))

    def show_value(self, value: Any) -> None:
        """Show a value without emitting ``typed``."""
        self.setChecked(bool(value))


class TextEditor(QLineEdit):
    """A number, or a list in TOML; unreadable text is passed on as text, to be refused with a reason."""

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
        """Show a value; a text of equal meaning stays, so that the cursor does not jump."""
        if type(value) is type(self.value) and value == self.value:
            return
        self.value = value
        with QSignalBlocker(self):
            self.setText(self._write(value))
            self.setCursorPosition(0)

    @property
    def is_cut(self) -> bool:
        """Return whether the text is wider than the field."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width() - FIELD_EDGES

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the recipe editor: the history is common to all fields."""
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


def read_list(text: str) -> Any:
    """Return the list written in TOML, or the text of anything else."""
    try:
        value = parse_toml(f"v = {text}")["v"]
    except (ValueError, KeyError):
        return text
    return value if isinstance(value, list) else text


def editor_for(hint: Any) -> ChoiceEditor | TickEditor | TextEditor:
    """Return the editor for a field's type: Literal, bool, number, str, or tuples as a TOML list."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(inner for inner in get_args(hint) if inner is not type(None))
    if get_origin(hint) is Literal:
        return ChoiceEditor(get_args(hint))
    if hint is bool:
        return TickEditor()
    if hint in (int, float):
        return TextEditor(read_number, write_number, step=hint is int)
    if hint is str:
        return TextEditor(lambda text: text, str)
    return TextEditor(read_list, toml)


class FieldRow(QWidget):
    """One field: ``typed(place, value)`` on edits, ``reset_wanted(place)``, ``looked_at(place)`` on hover or focus."""

    typed = Signal(str, object)
    reset_wanted = Signal(str)
    looked_at = Signal(str)

    def __init__(self, place: str, hint: Any, meaning: str, theme: Theme) -> None:
        super().__init__()
        self.place, self.meaning = place, meaning
        words = get_args(hint) if get_origin(hint) is Literal else ()
        self.wide = get_origin(hint) is tuple or any(len(str(word)) > LONG_WORD for word in words)
        self.name = place.removeprefix(f"{table_of_place(place)}.")
        self.label = ElidedLabel(self.name)
        self.editor = editor_for(hint)
        self.editor.setAccessibleName(place)
        self.label.setBuddy(self.editor)
        self.idle = ""
        self.reset = QToolButton()
        self.reset.setFixedSize(20, 20)
        self.reset.clicked.connect(lambda: self.reset_wanted.emit(self.place))
        policy = self.reset.sizePolicy()
        # The editors stay aligned while the reset button is hidden.
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.label, 1)
        if not self.wide:
            self.editor.setFixedWidth(px(EDITOR_WIDTH))
            line.addWidget(self.editor)
        line.addWidget(self.reset)
        column.addLayout(line)
        if self.wide:
            column.addWidget(self.editor)
        self.whole = PlainLabel()  # a list longer than the field, a part a line
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
        """Show the field's meaning as tooltip; a field without effect is pale, with the reason in the tooltip."""
        tip = "\n".join(filter(None, (self.meaning, self.idle)))
        for widget in (self, self.label, self.editor):
            widget.setToolTip(as_tip(tip, heading=self.place))
        self.editor.setAccessibleDescription("; ".join(filter(None, (self.meaning, self.idle))))
        pale = f"color: {self.theme.text_caption}; font-style: italic" if self.idle else ""
        for widget in (self.label, self.editor):
            widget.setStyleSheet(pale)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if isinstance(self.editor, CheckField):
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
        """Show the field.

        Args:
            value: the value in the edited recipe, None before the first.
            shipped: the shipped recipe's value; a different ``value`` is marked.
            problem: the error of the field, empty for none.
            idle: the reason for having no effect now, empty for a field with effect.
        """
        if idle != self.idle:
            self.idle = idle
            self._explain()
        if value is not None:
            self.editor.show_value(value)
        changed = value is not None and not same(value, shipped)
        self.label.setText(f"● {self.name}" if changed else self.name)
        self.label.setFont(sized(self.font(), 12, bold=changed))
        self.reset.setVisible(changed)
        back = tr("Reset {place} to {value}").format(place=self.place, value=value_text(shipped))
        self.reset.setToolTip(as_tip(back))
        self.reset.setAccessibleName(back)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.changed = changed
        self._show_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole()

    def _show_whole(self) -> None:
        """Write a list cut by the field in full below."""
        editor = self.editor
        cut = isinstance(editor, TextEditor) and self.wide and editor.is_cut
        self.whole.setText(
            value_text(editor.value).replace("], [", "],\n[") if cut and isinstance(editor, TextEditor) else ""
        )
        self.whole.setVisible(cut)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.place)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if event.type() == event.Type.FocusIn:
            self.looked_at.emit(self.place)
        return super().eventFilter(watched, event)
