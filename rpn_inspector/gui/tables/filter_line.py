"""The filter line: a line of text with completion, the count of passing anchors, and errors in words."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from rpn_inspector.analysis.filter.completion import completions, word_at, words_of
from rpn_inspector.analysis.filter.filter import Filter, Passing
from rpn_inspector.analysis.filter.measures import HEADS, MEASURES
from rpn_inspector.analysis.filter.syntax import FilterError
from rpn_inspector.core.assignment import may_ignore
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import Theme, px, sized
from rpn_inspector.session.state import State

HELP = (
    "Which anchors the canvas, the tables and the plots show, for example\n"
    "  {one}\n"
    "  {other}\n"
    "Ctrl+Space lists what may be written, Esc goes back to the canvas."
)
HINTS = {False: "Filter anchors: {one}", True: "Filter points: {one}"}
WITH_IOU = "iou > 0.4 and label == {label}", "level == 3 and 0.3 <= iou < 0.7 or not sampled"
WITHOUT_IOU = "candidate_of >= 1 and label == negative", "level == 3 and score > 0.5 or not sampled"
ICON, CLEAR, MOST_SHOWN = 26, 22, 12
TIPS = {"and": "both hold", "or": "at least one holds", "not": "it does not hold", "none": "it has none"}


class FilterLine(QLineEdit):
    """Emits every readable text as `wanted`, and the error of any other in `said`.

    ``said(text, serious)``: a text still being typed is not serious, an empty text clears the message. ``left`` asks
    for the keyboard to go back to the canvas.
    """

    wanted = Signal(str)
    said = Signal(str, bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.error: FilterError | None = None
        self.message = ""
        self._applied = ""
        self._passing: Passing | None = None
        self.setAccessibleName(tr("Filter"))
        self._hint(None)
        self.setMinimumWidth(104)
        self.count = PlainLabel(self)
        self.count.setAccessibleName(tr("Anchors that pass the filter"))
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clear_button = QToolButton(self)
        self.clear_button.setText("×")
        self.clear_button.setAccessibleName(tr("Clear the filter"))
        self.clear_button.setToolTip(tr("Clear the filter: every anchor is shown"))
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.clicked.connect(self.clear_filter)
        self.completer_ = _completer(self, theme)
        self.completer_.activated[str].connect(self._complete)  # type: ignore[index]  # PySide6's stubs know no overloads
        self._popup.installEventFilter(self)
        self.textEdited.connect(lambda _: self._typed())
        self.textChanged.connect(lambda _: self._arrange())
        self.returnPressed.connect(self._entered)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.count.setStyleSheet(f"color: {theme.text_second}; font-size: {px(11)}px; background: transparent;")
        self.clear_button.setStyleSheet(f"QToolButton {{ padding: 0; color: {theme.text_second}; }}")
        delegate = self._popup.itemDelegate()
        assert isinstance(delegate, _Words)
        delegate.theme = theme
        self._arrange()

    @property
    def _popup(self) -> QAbstractItemView:
        return required(self.completer_.popup())

    def sizeHint(self) -> QSize:
        return QSize(340, 24)

    # What is applied

    def render_state(self, old: State | None, new: State) -> None:
        """Show the filter of ``new`` unless typed here, and the number of passing anchors."""
        if old is None or old.filter != new.filter:
            self._applied = new.filter
            if self.text().strip() != new.filter:
                self.setText(new.filter)
                self.error = None
        if old is None or old.passing is not new.passing:
            self._passing = new.passing
            if new.passing is not None:
                self._hint(new.passing)
            self._arrange()
        if self.error is None:
            problem = new.passing.problem if new.passing is not None else ""
            points = new.passing is not None and new.passing.values.inspection.recipe.anchors.of_points
            words = tr("{problem}. Every point is shown.") if points else tr("{problem}. Every anchor is shown.")
            self._say(words.format(problem=problem) if problem else "", True)

    def _hint(self, passing: Passing | None) -> None:
        """Give examples of measures that the recipe's rule knows."""
        values = None if passing is None else passing.values
        known = values is None or "iou" in values.measures
        points = values is not None and values.inspection.recipe.anchors.of_points
        ignores = values is None or may_ignore(values.inspection.recipe.matcher.causes)
        one, other = WITH_IOU if known else WITHOUT_IOU
        one = one.format(label="ignored" if ignores else "negative")
        self.setPlaceholderText(tr(HINTS[points]).format(one=one))
        self.setToolTip(as_tip(tr(HELP).format(one=one, other=other)))

    def _arrange(self) -> None:
        found, on = self._passing, bool(self.text())
        text = short = ""
        if found is not None and on and found.filter.text and not found.problem:
            short, total = f"{found.count:,}", found.values.inspection.grid.size
            text = tr("{passing} of {total}").format(passing=short, total=f"{total:,}")
        metrics = QFontMetrics(sized(self.font(), 11))
        room = self.width() - ICON - CLEAR - metrics.horizontalAdvance(text) - 12
        fits = QFontMetrics(self.font()).horizontalAdvance(self.text()) < room
        self.count.setText(text if fits else short)
        self.count.setToolTip(as_tip(text))
        width = metrics.horizontalAdvance(self.count.text()) + 4 if self.count.text() else 0
        right = self.width() - (CLEAR if on else 4)
        self.count.setGeometry(right - width, 0, width, self.height())
        self.clear_button.setVisible(on)
        self.clear_button.setGeometry(self.width() - CLEAR, 2, CLEAR - 4, self.height() - 4)
        self.setTextMargins(ICON - 8, 0, self.width() - right + width, 0)
        words = tr("{passing} anchors pass. ").format(passing=text) if text else ""
        self.setAccessibleDescription(words + self.message)

    # Typing

    def _typed(self) -> None:
        self._read(entered=False)
        self._suggest()

    def _entered(self) -> None:
        self._read(entered=True)
        if self.error is not None:
            self.setSelection(self.error.start, self.error.end - self.error.start)

    def _read(self, entered: bool) -> None:
        text = self.text()
        try:
            Filter.parse(text)
        except FilterError as error:
            self.error = error
            typing = error.unfinished or error.end >= len(text.rstrip())
            self._say(_sentence(error), entered or not typing)
            return
        self.error = None
        self._say("", False)
        self.wanted.emit(text.strip())

    def _say(self, message: str, serious: bool) -> None:
        serious = serious and bool(message)
        if (message, serious) != (self.message, bool(self.property("wrong"))):
            self.message = message
            self.setProperty("wrong", serious)
            self.said.emit(message, serious)
            self._arrange()
            self.update()

    def clear_filter(self) -> None:
        """Let every anchor pass."""
        self.clear()
        self._read(entered=False)
        self.setFocus()

    def go_to_error(self) -> None:
        """Take the focus, and select the wrong part."""
        self.setFocus()
        self._entered()

    # Completion

    def _suggest(self, asked: bool = False) -> None:
        """List completions at the cursor: while a word is typed, after == and !=, or if ``asked``."""
        known = words_of(self._passing.values) if self._passing is not None else {}
        start, _ = word_at(self.text(), self.cursorPosition())
        prefix = self.text()[start : self.cursorPosition()]
        found = completions(self.text(), self.cursorPosition(), known)
        listing = asked or bool(prefix) or self.text()[:start].rstrip().endswith(("==", "!="))
        if not found or not listing or found == [prefix] or not self.hasFocus():
            self._popup.hide()
            return
        model = self.completer_.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(found)
        self.completer_.setCompletionPrefix("")
        left = self.cursorRect().left() - QFontMetrics(self.font()).horizontalAdvance(prefix)
        self.completer_.complete(QRect(max(0, min(left, self.width() - 120)), 0, 420, self.height()))
        self._popup.setCurrentIndex(self.completer_.completionModel().index(0, 0))

    def _complete(self, word: str) -> None:
        start, end = word_at(self.text(), self.cursorPosition())
        after = self.text()[end:]
        space = "" if after[:1].isspace() or word == "(" else " "
        self.setText(self.text()[:start] + word + space + after)
        self.setCursorPosition(start + len(word) + 1)
        self._typed()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)
            if event.key() in keys or _asks(event):  # not the window's commands
                event.accept()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self._popup
        pressed = watched is popup and event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(event, QMouseEvent) and not popup.rect().contains(event.position().toPoint()):
            self._popup.hide()
            _press_below(event)
            return True
        if watched is popup and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if event.type() == QEvent.Type.KeyPress:  # Tab completes, as in any editor
                popup.hide()
                self._complete(str(popup.currentIndex().data()))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.error is not None:  # back to the filter in force
                self.setText(self._applied)
                self.error = None
                self._say("", False)
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down or _asks(event):
            self._suggest(asked=True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self._suggest(asked=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.theme.text if self.text() else self.theme.text_second
        painter.setPen(
            QPen(QColor(colour), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        y = self.height() / 2
        corners = ((8, y - 5), (20, y - 5), (15.5, y + 0.5), (15.5, y + 5), (12.5, y + 3.5), (12.5, y + 0.5))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        if self.property("wrong"):
            painter.setPen(QPen(QColor(self.theme.negative_text), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)


def _press_below(event: QMouseEvent) -> None:
    """Send a press outside the list of completions on to the widget below the mouse."""
    at = event.globalPosition()
    widget = QApplication.widgetAt(at.toPoint())
    if widget is not None:
        if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
        press = QMouseEvent(
            event.type(), widget.mapFromGlobal(at), at, event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(widget, press)


def _asks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _sentence(error: FilterError) -> str:
    problem = error.problem[:1].upper() + error.problem[1:]
    return tr("{problem} (column {start})").format(problem=problem, start=error.start + 1)


def _completer(line: FilterLine, theme: Theme) -> QCompleter:
    completer = QCompleter(QStringListModel(line), line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(MOST_SHOWN)
    completer.setWidget(line)
    popup = QListView()
    popup.setObjectName("completions")
    popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # `_press_below` replays instead, on every platform
    popup.setUniformItemSizes(True)
    popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    completer.setPopup(popup)
    popup.setItemDelegate(_Words(theme, popup))
    return completer


class _Words(QStyledItemDelegate):
    """A row in the list of completions: a name and the meaning."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        word, theme = str(index.data()), self.theme
        area = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.selected_row))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.selected_bar))
        measure = MEASURES.get(word)
        tip = measure.meaning if measure is not None else tr(TIPS.get(word, ""))
        tip = f"{HEADS[word]}: {tip}" if word in HEADS else tip
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(sized(option.font, 12))
        painter.setPen(QColor(theme.text))
        painter.drawText(area.adjusted(8, 0, -8, 0), flags, word)
        left = max(110, QFontMetrics(painter.font()).horizontalAdvance(word) + 20)
        painter.setFont(sized(option.font, 11))
        painter.setPen(QColor(theme.text_second))
        said = QFontMetrics(painter.font()).elidedText(tip, Qt.TextElideMode.ElideRight, area.width() - left - 8)
        painter.drawText(area.adjusted(left, 0, -8, 0), flags, said)
        painter.restore()
