"""The picture twice: side by side, or B over A behind a draggable divider."""

from __future__ import annotations

import dataclasses
from html import escape

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core.assignment import UNDECIDED, may_ignore
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, px
from rpn_inspector.session.state import State

GRIP, LEAST, KEY_STEP, MARGIN = 9, 120, 16, 12
COUNTED = (1, -1, UNDECIDED, 0)  # labels, as shown above each side; undecided where there are some
NAME_WIDTH = 150  # px for the letter and the recipe of a side


class ComparedSide(QWidget):
    """One half: the recipe's name, the counts of labels, and the picture below."""

    def __init__(self, letter: str, theme: Theme, chooser: QWidget | None = None) -> None:
        super().__init__()
        self.letter, self.theme, self.chooser = letter, theme, chooser
        self.canvas = Canvas(theme=theme)
        self.canvas.setAccessibleName(tr("Canvas {letter}").format(letter=letter))
        self.title = RichLabel(f"<b>{letter}</b>")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 0 if chooser else 1)
        self.network = PlainLabel()
        if chooser is not None:
            self.head.addWidget(chooser, 2)  # the chooser shrinks before the size beside it
            self.head.addWidget(self.network, 1)
        for label in (self.title, self.network):  # cut in a narrow window, never a reason to widen it
            if chooser is None or label is self.network:
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts, self.marks = [], []
        self._named: tuple[str, str] | None = None  # A's name and network size
        self._covered = 0, 0  # px left and right under the other side
        for _ in COUNTED:
            mark, count = PlainLabel(), PlainLabel()
            self.head.addWidget(mark)
            self.head.addWidget(count)
            self.marks.append(mark)
            self.counts.append(count)
        self._show_nothing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = QWidget()
        self.strip.setFixedHeight(px(36))
        self.strip.setLayout(self.head)
        column.addWidget(self.strip)
        column.addWidget(self.canvas, 1)
        self.set_margins(0, 0)
        self.set_theme(theme)

    def set_margins(self, left: int, right: int) -> None:
        """Keep the head out of the ``left`` and ``right`` px covered by the other side."""
        self.head.setContentsMargins(MARGIN + left, 0, MARGIN + right, 0)
        # what has no room is left out, the numbers before the name: cut numbers would be read as others
        told = [pair for pair in zip(self.marks, self.counts, strict=True) if pair[1].text()]
        counts, room = [widget for pair in told for widget in pair], self._room(left, right)
        named = NAME_WIDTH + (self.network.sizeHint().width() + self.head.spacing() if self.chooser else 0)
        counted_ = sum(widget.sizeHint().width() + self.head.spacing() for widget in counts)
        self._covered = left, right
        # the divider stands over the seam, half of it on each side
        self.canvas.set_covered(*(under and min(under + GRIP // 2 + 1, self.width()) for under in self._covered))
        for widget in (*self.marks, *self.counts):
            widget.setVisible(widget in counts and room >= named + counted_)
        self._write_title(room - (counted_ if room >= named + counted_ else 0))
        self.network.setVisible(self.chooser is not None and room >= named)
        letter = self.title.fontMetrics().horizontalAdvance(self.letter) + 1
        self.title.setVisible(room >= letter)
        if self.chooser is not None:
            self.chooser.setVisible(room >= letter + self.head.spacing() + self.chooser.minimumWidth())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.canvas.set_theme(theme)
        for mark, label in zip(self.marks, COUNTED, strict=True):
            mark.setPixmap(swatch(LABEL_WORDS[label], theme))

    def show_state(
        self, old: State | None, new: State, only: npt.NDArray[np.bool_] | None = None, name: str = ""
    ) -> None:
        """Draw another state, of its anchors the mask ``only`` (N,), None for all; A is called ``name``, if any."""
        if new.passing is not None and new.passing.mask is not only:
            new = dataclasses.replace(new, passing=dataclasses.replace(new.passing, mask=only))
        self.canvas.render_state(old, new)
        if new.shown is None:
            self._show_nothing()
            self.set_margins(*self._covered)
            return
        inspection = new.shown.inspection
        height, width = inspection.network_size
        size = f"{width:,} × {height:,}"
        if self.letter == "A":
            self._named = name or inspection.recipe.name, size
        self.network.setText(size)
        for text in (self.title, self.network):
            text.setToolTip(
                as_tip(tr("{name}, network input {size} px").format(name=inspection.recipe.name, size=size))
            )
        label = inspection.assignment.label
        for count, kind in zip(self.counts, COUNTED, strict=True):
            number = int((label == kind).sum())
            known = kind != 1 or inspection.positives_known
            never = kind == UNDECIDED or (
                kind == -1 and not may_ignore(inspection.recipe.matcher.causes)
            )  # as far as there is none
            count.setText("" if never and not number else f"{number:,}" if known else NOTHING)
            count.setToolTip(
                as_tip(
                    counted(
                        number,
                        "1 {label} anchor in {letter}",
                        "{n} {label} anchors in {letter}",
                        label=tr(LABEL_WORDS[kind]),
                        letter=self.letter,
                    )
                )
            )

        self.set_margins(*self._covered)  # numbers of other lengths leave other room

    def _room(self, left: int, right: int) -> int:
        """Return the px of the head between the ``left`` and ``right`` px covered."""
        return self.width() - left - right - 2 * MARGIN

    def _write_title(self, room: int) -> None:
        """Write A's name and size within ``room`` px; where short the name alone: cut numbers mislead."""
        if self._named is None:
            return
        name, size = self._named
        metrics = self.title.fontMetrics()
        room -= metrics.horizontalAdvance("A   ") + self.head.spacing()
        whole = metrics.horizontalAdvance(f"{name}   {size}") <= room
        cut = name if whole else metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.title.setText(f"<b>A</b>&nbsp; {escape(cut)}" + (f" &nbsp; {size}" if whole else ""))

    def _show_nothing(self) -> None:
        """Leave the letter alone: no size and no count of a picture that is gone."""
        self._named = None
        if self.letter == "A":
            self.title.setText("<b>A</b>")
        self.network.setText("")
        for label in (self.title, self.network, *self.counts):
            label.setToolTip("")
        for count, kind in zip(self.counts, COUNTED, strict=True):
            count.setText("" if kind == UNDECIDED else NOTHING)


class Divider(QWidget):
    """The line between A and B; dragged, or moved with the arrow keys."""

    moved = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme, self.strong = theme, False
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Divider between A and B"))
        self.setToolTip(tr("drag, or ← and →, to show more of A or of B"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(round(self.mapToParent(event.position()).x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -KEY_STEP, Qt.Key.Key_Right: KEY_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self.geometry().center().x() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.width() // 2
        if self.strong or self.hasFocus():  # black and white are seen on any picture
            painter.fillRect(middle - 2, 0, 5, self.height(), QColor("#000000"))
            painter.fillRect(middle - 1, 0, 3, self.height(), QColor("#FFFFFF"))
            painter.fillRect(middle - 4, self.height() // 2 - 16, 9, 32, QColor("#000000"))
            painter.fillRect(middle - 3, self.height() // 2 - 15, 7, 30, QColor("#FFFFFF"))
        else:
            painter.fillRect(middle, 0, 1, self.height(), QColor(self.theme.line_strong))


class PicturePair(QWidget):
    """Both sides with the divider between. ``laying_out``: the layout, not the user, moves the canvases."""

    arranged = Signal()

    def __init__(self, sides: tuple[ComparedSide, ComparedSide], theme: Theme) -> None:
        super().__init__()
        self.sides, self.over, self.laying_out, self._share = sides, False, False, 0.5
        sides[0].setParent(self)
        self._window = QWidget(self)  # onto B: clips by geometry, since Qt does not repaint what a mask uncovers
        sides[1].setParent(self._window)
        self.divider = Divider(self, theme)
        self.divider.moved.connect(self._moved)
        self.setMinimumSize(2 * LEAST + GRIP, 200)

    def set_over(self, over: bool) -> None:
        """Lay B over A, or side by side in equal panes; whole pictures stay whole."""
        if self.over and not over:  # dragged over one picture, the divider says nothing of the room for two
            self._share = 0.5
        self.over = self.divider.strong = over
        self._arrange()
        self.divider.update()

    def halve(self) -> None:
        """Put the divider into the middle."""
        self._share = 0.5
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.divider.theme = theme
        self.divider.update()
        for side in self.sides:
            side.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _moved(self, x: int) -> None:
        least = 0 if self.over else LEAST  # over one picture all of it may be A's or B's
        self._share = min(max(x, least), self.width() - least) / max(self.width(), 1)
        self._arrange()

    def _arrange(self) -> None:
        a, b = self.sides
        self.laying_out = True
        width, height, at = self.width(), self.height(), round(self.width() * self._share)
        self._window.setGeometry(at, 0, width - at, height)
        if self.over:
            # Both canvases keep the full size, so one view fits both; the window hides B left of the divider.
            a.setGeometry(0, 0, width, height)
            b.setGeometry(-at, 0, width, height)
            a.set_margins(0, width - at)
            b.set_margins(at, 0)
        else:
            a.setGeometry(0, 0, at, height)
            b.setGeometry(0, 0, width - at, height)
            for side in self.sides:
                side.set_margins(0, 0)
        top = 0 if not self.over else a.strip.height()
        # whole at either edge too, where a mouse has to find it again
        self.divider.setGeometry(QRect(min(max(at - GRIP // 2, 0), width - GRIP), top, GRIP, height - top))
        self.divider.raise_()
        self.laying_out = False
        self.arranged.emit()
