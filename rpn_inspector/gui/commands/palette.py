"""The command palette: every command of the window by a few letters, with keys, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.gui.commands.command_registry import Command, PaletteRow, ranked
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, px, sized, style

WIDTH, ROW, HEAD, MOST = 560, 32, 28, 12  # px, px, px, rows on the screen
ENTRY = Qt.ItemDataRole.UserRole


class EntryModel(QAbstractListModel):
    """Headings and commands as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[PaletteRow] = []

    def fill(self, entries: list[PaletteRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Any = None) -> int:
        return len(self.entries)

    def data(self, index: Any, role: int = 0) -> Any:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if entry.command is None:
                return entry.title
            keys = entry.command.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            return ", ".join(part for part in (entry.title, entry.command.note, keys) if part)
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        if self.entries[index.row()].command is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints a row: name with the matched letters bold, note, keys as caps; yellow for the command Enter would run."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(100, px(ROW) if index.data(ENTRY).command is not None else px(HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        entry, theme = index.data(ENTRY), self.theme
        rect: QRect = option.rect
        font = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        if entry.command is None:
            painter.setFont(sized(font, 11))
            painter.setPen(QColor(theme.text_caption))
            painter.drawText(rect.adjusted(16, 4, -16, 0), int(middle), entry.title)
            painter.restore()
            return
        enabled = entry.command.action.isEnabled()
        view = option.widget
        chosen = isinstance(view, QListView) and view.currentIndex().row() == index.row()
        if chosen:
            painter.fillRect(rect, QColor(theme.selected_row))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.selected_bar))
        quiet = QColor(theme.text_second if chosen else theme.text_caption)
        right = self._keys(painter, font, rect, entry.command.action, quiet)
        painter.setPen(QColor(theme.text) if enabled else quiet)
        x = self._name(painter, font, rect, entry, right)
        note = entry.command.note
        if note and x + 24 < right:
            painter.setFont(sized(font, 11))
            painter.setPen(quiet)
            room = QRect(x + 10, rect.top(), right - x - 18, rect.height())
            words = QFontMetrics(painter.font()).elidedText(note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(middle), words)
        painter.restore()

    @staticmethod
    def _name(painter: QPainter, font: Any, rect: QRect, entry: PaletteRow, right: int) -> int:
        """Draw the name with the matched letters bold.

        Args:
            painter: on the list's viewport.
            font: the list's.
            rect: the row, px.
            entry: the name and the indices of matched letters.
            right: the left edge of the keys, px; the name is cut there.

        Returns:
            The right edge of the name, px.
        """
        plain_font, bold = sized(font, 12), sized(font, 12, bold=True)
        tick = "✓ " if entry.command is not None and entry.command.action.isChecked() else ""
        runs: list[tuple[bool, str]] = [(False, tick)] if tick else []
        for at, letter in enumerate(entry.title):
            strong = at in entry.places
            if runs and runs[-1][0] == strong:
                runs[-1] = (strong, runs[-1][1] + letter)
            else:
                runs.append((strong, letter))
        x = rect.left() + 16
        for strong, text in runs:
            painter.setFont(bold if strong else plain_font)
            metrics = QFontMetrics(painter.font())
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - x - 4))
            painter.drawText(QRect(x, rect.top(), right - x, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
            x += metrics.horizontalAdvance(text)
        return x

    def _keys(self, painter: QPainter, font: Any, rect: QRect, action: QAction, quiet: QColor) -> int:
        """Draw the first shortcut as key caps at the right.

        Args:
            painter: on the list's viewport.
            font: the list's.
            rect: the row, px.
            action: the command's action.
            quiet: the colour of the letters.

        Returns:
            The left edge of the caps, px.
        """
        right = rect.right() - 16
        painter.setFont(sized(font, 11))
        metrics = QFontMetrics(painter.font())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        for key in reversed(caps(keys)):
            width = max(18, metrics.horizontalAdvance(key) + 10)
            cap = QRectF(right - width + 0.5, rect.center().y() - 9 + 0.5, width - 1, 18)
            painter.setPen(QPen(QColor(self.theme.line_strong), 1))
            painter.setBrush(QColor(self.theme.field))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(quiet)
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
            right -= width + 4
        return right


def caps(keys: str) -> list[str]:
    """Return the keys of one shortcut; ``Ctrl++`` gives Ctrl and +."""
    if not keys:
        return []
    first = keys.split(", ")[0]
    parts = first.removesuffix("+").split("+") if first.endswith("++") else first.split("+")
    return [part for part in (*parts, "+") if part] if first.endswith("++") or first == "+" else parts


class CommandPalette(QFrame):
    """Hangs over ``host`` while open; ``commands`` is called at every opening.

    ``assign_wanted`` emits the action to assign a key to.
    """

    assign_wanted = Signal(object)
    closed = Signal()

    def __init__(self, host: QWidget, theme: Theme, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("palette")
        self.setAccessibleName(tr("Command palette"))
        self._commands, self.commands = commands, list[Command]()
        self._before: QWidget | None = None
        self._build()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 16, 4)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find or run a command"))
        self.field.setAccessibleName(tr("Find or run a command"))
        self.field.setFixedHeight(px(32))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.count = PlainLabel()
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        column.addLayout(head)
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Commands"))
        self.delegate = EntryDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._run)
        column.addWidget(self.list, 1)
        self.nothing = PlainLabel(
            tr("Nothing matches. Try fewer letters, or another word: layer, filter, anchor, recipe.")
        )
        self.nothing.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self.nothing)
        self.keys = PlainLabel(tr("↑ ↓ choose     Enter run     Ctrl+Enter assign a key     Esc close"))
        self.keys.setContentsMargins(16, 6, 16, 6)
        column.addWidget(self.keys)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.delegate.theme = theme
        style(
            self,
            f"QFrame#palette {{ background: {theme.dock}; border: 1px solid {theme.line_strong}; border-radius: 4px; }}"
            f"QFrame#palette QLineEdit {{ border: 0; background: transparent; font-size: {px(14)}px; padding: 0; }}"
            f"QFrame#palette QListView {{ background: {theme.dock}; border-top: 1px solid {theme.line_strong};"
            f" border-bottom: 1px solid {theme.line_strong}; }}"
            f"QFrame#palette QLabel {{ color: {theme.text_caption}; font-size: {px(11)}px; }}",
        )
        self.list.viewport().update()

    def open(self) -> None:
        """Show the palette, empty and focused."""
        # Asked before the field takes the focus, so that closing can give the focus back.
        self._before = self.window().focusWidget()
        self._host.installEventFilter(self)
        self.commands = list(self._commands())
        self.field.clear()
        self._search()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Hide the palette, and give the keyboard back to the widget focused before."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def toggle(self) -> None:
        """Open the palette, or close an open palette."""
        self.shut() if self.isVisible() else self.open()

    def _place(self) -> None:
        host = required(self.parentWidget())
        width = min(px(WIDTH), host.width() - 24)
        rows = sum(px(ROW) if entry.command is not None else px(HEAD) for entry in self.model.entries)
        height = min(px(40) + max(rows, px(ROW)) + px(30) + 8, px(42) + MOST * px(ROW) + px(30), host.height() - 56)
        self.setGeometry(QRect(QPoint(host.width() - width - 12, 44), QSize(width, height)))

    def _search(self) -> None:
        self.model.fill(ranked(self.commands, self.field.text()))
        found = sum(entry.command is not None for entry in self.model.entries)
        self.count.setText(counted(found, "1 match", "{n} matches"))
        self.nothing.setVisible(not found)
        self.list.setVisible(found > 0)
        self._place()
        self._go_to(self._next(-1, 1))

    def _next(self, row: int, step: int) -> int:
        """Return the next row with a command, wrapping around; -1 where none has a command."""
        entries = self.model.entries
        for far in range(1, len(entries) + 1):
            at = (row + far * step) % len(entries)
            if entries[at].command is not None:
                return at
        return -1

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row == self._next(-1, 1):
            self.list.scrollToTop()
        elif index.isValid():
            self.list.scrollTo(index)
        self.list.viewport().update()

    @property
    def current(self) -> Command | None:
        """Return the command run by Enter."""
        index = self.list.currentIndex()
        return self.model.entries[index.row()].command if index.isValid() else None

    def _run(self) -> None:
        command = self.current
        if command is not None and command.action.isEnabled():
            self.shut()
            command.action.trigger()

    def _assign(self) -> None:
        command = self.current
        if command is not None:
            self.shut()
            self.assign_wanted.emit(command.action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field:
            # `shut` hides before moving the focus, so this event of the palette's own closing does nothing.
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self.shut()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()  # Esc closes the palette, not a what-if or the selection behind
                    return True
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        keys, row = Qt.Key, self.list.currentIndex().row()
        steps = {keys.Key_Down: 1, keys.Key_Up: -1}
        key = keys(event.key())
        if key in steps:
            self._go_to(self._next(row, steps[key]))
        elif key in (keys.Key_PageDown, keys.Key_PageUp):
            step = 1 if key == keys.Key_PageDown else -1
            for _ in range(MOST - 2):
                after = self._next(row, step)
                row = after if (after - row) * step > 0 else row
            self._go_to(row)
        elif key in (keys.Key_Return, keys.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._assign() if control else self._run()
        elif key == keys.Key_Escape:
            self.shut()
        else:
            return False
        return True
