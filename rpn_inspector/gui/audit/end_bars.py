"""Stacked bars of the ends of ground truths, one a class, size, side, best anchor or level; each part can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rpn_inspector.analysis.audit.end_names import ORDER
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_tables import EndGroups
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.audit.end_words import end_name
from rpn_inspector.gui.widgets.end_marks import paint_end
from rpn_inspector.gui.widgets.focus_ring import bring_into_view
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, sized

ROW, BAR, HEAD, GAP = 22, 14, 24, 6  # px: of a row, of a bar in it, of a title, between groups
NAME, NUMBER, LEAST = 112, 58, 120  # px: of the names, of a column of numbers, of the bars
MOST = 30  # rows of a group, those with the most ground truths
SIZES = ("small", "medium", "large")
WHOLE = -1  # in place of an end: all of a row
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the bars, by its place in its group (two classes may share a name), and an end, `WHOLE` for all."""

    by: str
    place: int
    name: str
    end: int = WHOLE

    @property
    def row(self) -> tuple[str, int]:
        """Return what tells the row from the others."""
        return self.by, self.place

    @property
    def words(self) -> str:
        """Return the name of the row: a class's is the dataset's own."""
        if self.by == "all":
            return tr("all")
        return tr(SIZES[self.place]) if self.by == "size" else self.name


@dataclass(frozen=True, slots=True)
class _BarRow:
    """A row with its place, px from the top, and its numbers."""

    choice: Choice
    top: int
    boxes: int
    ends: tuple[int, ...]

    @property
    def lost(self) -> int:
        return self.boxes - self.ends[End.FOUND]

    def parts(self, bar: QRectF) -> list[tuple[End, QRectF]]:
        """Return the places of the ends that are there, a px between them, none under a px."""
        made, left = [], bar.left()
        for end in ORDER:
            if self.ends[end]:
                width = max(bar.width() * self.ends[end] / self.boxes, 1.0)
                made.append((end, QRectF(left, bar.top(), max(width - 1, 1.0), bar.height())))
                left += width
        return made


class EndBars(QWidget):
    """``chosen(choice)``: a part or, by its name, a row; the arrow keys go over both, Enter chooses."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.rows = theme, tuple[_BarRow, ...]()
        self._titles: list[tuple[int, str, str]] = []
        self._chosen: Choice | None = None
        self._at, self._end = 0, WHOLE  # where the keyboard is
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Where ground truths end, by class, size, side, best anchor and level"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: Sequence[tuple[str, str, EndGroups]]) -> None:
        """Show groups, each with title and unit; empty rows are left out."""
        rows, self._titles, top = [], [], 0
        for title, unit, each in groups:
            there = [at for at in range(len(each.name)) if each.boxes[at]]
            most = set(sorted(there, key=lambda at: -int(each.boxes[at]))[:MOST])
            if not there:
                continue
            self._titles.append((top, title, unit))
            top += px(HEAD)
            for at in (at for at in there if at in most):
                choice = Choice(each.by, at, each.name[at])
                rows.append(_BarRow(choice, top, int(each.boxes[at]), tuple(each.ends[at].tolist())))
                top += px(ROW)
            top += GAP
        self.rows = tuple(rows)
        self._at, self._end = min(self._at, max(len(rows) - 1, 0)), WHOLE
        self.setFixedHeight(max(top, 1))
        self._describe()
        self.update()

    def show_choice(self, choice: Choice | None) -> None:
        """Mark a row, or a part of one, as chosen."""
        self._chosen = choice
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._name + 3 * px(NUMBER) + 2 * LEAST, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._name + 3 * px(NUMBER) + LEAST, self.height())

    # Places

    @property
    def _name(self) -> int:
        """Return the width of the names, px; of larger text more is cut."""
        return (NAME + px(NAME)) // 2

    def bar_of(self, row: _BarRow) -> QRectF:
        """Return a row's bar."""
        width = self.width() - self._name - 3 * px(NUMBER) - 12
        return QRectF(self._name, row.top + (px(ROW) - BAR) / 2, max(width, 1), BAR)

    def at(self, place: QPointF) -> Choice | None:
        """Return what lies at ``place``: a part of a bar, a row, or None."""
        row = next((row for row in self.rows if row.top <= place.y() < row.top + px(ROW)), None)
        if row is None:
            return None
        bar = self.bar_of(row)
        if bar.left() <= place.x() < bar.right():
            end = next((end for end, area in row.parts(bar) if place.x() < area.right() + 1), End.FOUND)
            return replace(row.choice, end=int(end))
        return row.choice

    # The mouse and the keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = next(at for at, row in enumerate(self.rows) if row.choice.row == found.row)
            self._end = found.end
            self.chosen.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self.at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.rows or key not in (*KEYS, Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        row = self.rows[self._at]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._at = min(max(self._at + (1 if key == Qt.Key.Key_Down else -1), 0), len(self.rows) - 1)
            self._end = self._end if self._end != WHOLE and self.rows[self._at].ends[self._end] else WHOLE
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            there = [WHOLE, *(int(end) for end in ORDER if row.ends[end])]
            step = 1 if key == Qt.Key.Key_Right else -1
            self._end = there[min(max(there.index(self._end) + step, 0), len(there) - 1)]
        else:
            self.chosen.emit(self._current)
        bring_into_view(self)
        self._describe()
        self.update()

    @property
    def _current(self) -> Choice:
        return replace(self.rows[self._at].choice, end=self._end)

    @property
    def current_area(self) -> QRect:
        """Return the row the keyboard is at, px."""
        return QRect(0, self.rows[self._at].top, self.width(), px(ROW)) if self.rows else QRect()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words(self._current) if self.rows else "")

    def words(self, choice: Choice) -> str:
        """Return a row, or a part of one, in words."""
        row = next(row for row in self.rows if row.choice.row == choice.row)
        if choice.end == WHOLE:
            words = tr("{name}: {lost} of {boxes} lost")
            return words.format(name=choice.words, lost=f"{row.lost:,}", boxes=f"{row.boxes:,}")
        words = tr("{name}, {end}: {count} of {boxes} ({share})")
        share = f"{100 * row.ends[choice.end] / row.boxes:.1f} %"
        return words.format(
            name=choice.words, end=end_name(End(choice.end)), count=f"{row.ends[choice.end]:,}", boxes=f"{row.boxes:,}",
            share=share,
        )  # fmt: skip

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # the arrows move here, not through pictures and anchors
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.at(QPointF(event.pos()))
            words = "" if found is None else self.words(found)
            QToolTip.showText(event.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top, title, unit in self._titles:
            self._paint_title(painter, top, title, unit)
        for at, row in enumerate(self.rows):
            if event.rect().intersects(QRect(0, row.top, self.width(), px(ROW))):
                self._paint_row(painter, row, at == self._at and self.hasFocus())

    def _paint_title(self, painter: QPainter, top: int, title: str, unit: str) -> None:
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QColor(self.theme.text))
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.drawText(QRect(0, top, self._name, px(HEAD)), left, title)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_caption))
        room = QRect(self._name, top, self.width() - self._name - 3 * px(NUMBER) - 12, px(HEAD))
        painter.drawText(room, left, painter.fontMetrics().elidedText(unit, Qt.TextElideMode.ElideRight, room.width()))
        for column, head in enumerate((tr("boxes"), tr("lost"), tr("found"))):
            self._paint_number(painter, top, px(HEAD), column, head)

    def _paint_number(self, painter: QPainter, top: int, height: int, column: int, text: str) -> None:
        area = QRect(self.width() - (3 - column) * px(NUMBER), top, px(NUMBER), height)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)

    def _paint_row(self, painter: QPainter, row: _BarRow, focused: bool) -> None:
        chosen = self._chosen if self._chosen is not None and self._chosen.row == row.choice.row else None
        area = QRect(0, row.top, self.width(), px(ROW))
        if chosen is not None and chosen.end == WHOLE:
            painter.fillRect(area, QColor(self.theme.selected_row))
        painter.setPen(QColor(self.theme.text))
        painter.setFont(sized(self.font(), 12))
        name = painter.fontMetrics().elidedText(row.choice.words, Qt.TextElideMode.ElideRight, self._name - 10)
        painter.drawText(area.adjusted(4, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), name)
        share = f"{100 * row.ends[End.FOUND] / row.boxes:.1f} %" if row.boxes else NOTHING
        for column, text in enumerate((f"{row.boxes:,}", f"{row.lost:,}", share)):
            self._paint_number(painter, row.top, px(ROW), column, text)
        bar = self.bar_of(row)
        for end, part in row.parts(bar):
            paint_end(painter, part, end.name.lower(), self.theme.dark)
            if chosen is not None and chosen.end == end:
                self._frame(painter, part, self.theme.selected_bar)
            if focused and self._end == end:
                self._frame(painter, part.adjusted(-2, -2, 2, 2), self.theme.text)
        if focused and self._end == WHOLE:
            self._frame(painter, QRectF(area).adjusted(1, 1, -1, -1), self.theme.text)

    @staticmethod
    def _frame(painter: QPainter, area: QRectF, colour: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(colour))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()
