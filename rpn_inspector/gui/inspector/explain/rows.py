"""Painted lines of the Explain panel by section: formula, numbers put in, and result share a baseline."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.gui.inspector.explain.typeset import Formula, formula
from rpn_inspector.gui.widgets.copy_menu import copy_note, copy_of, offer_copies
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized, text_scale

ROW, SECOND, BASELINE, GAP = 21, 16, 15.0, 6.0


class LineRow(QWidget):
    """Formula, numbers put in, and result; numbers too wide for the row go to a second line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.line: Line | None = None
        self.column = 0.0
        self.bold = False
        self._wide = self._texts = 0.0  # px of the formula, and of the numbers and the value
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_line(self, line: Line, column: float, bold: bool = False) -> None:
        """Show ``line`` with the numbers starting at ``column`` px."""
        before = self._room
        self.line, self.column, self.bold = line, column, bold
        self._measure()
        if self._room != before:
            self.updateGeometry()
        self.setAccessibleName(str(line.plain))
        self.setAccessibleDescription(line.spoken)
        exact = f"\n{line.exact!r}" if line.exact is not None else ""
        self.setToolTip(as_tip(f"{line.spoken}{exact}"))
        self.update()

    def _measure(self) -> None:
        """Measure formula and texts, once: layouts ask a hundred times for each line."""
        made = self.formula()
        self._wide = made.width if made is not None else 0.0
        if self.line is not None:
            numbers = QFontMetricsF(sized(self.font(), 11)).horizontalAdvance(self.line.numbers)
            self._texts = numbers + QFontMetricsF(sized(self.font(), 12)).horizontalAdvance(self.line.value)

    @property
    def _room(self) -> tuple[float, ...] | None:
        """Return all that decides the height for a width, px; None without a line."""
        return None if self.line is None else (self.column, self._wide, self._texts, bool(self.line.numbers))

    def formula(self) -> Formula | None:
        """Return the typeset left side, None for a line in words."""
        return formula(self.line.latex, self.theme.text) if self.line is not None and self.line.latex else None

    def start(self, width: int | None = None) -> float | None:
        """Return where the numbers begin, px: in the column, else right after the formula; None: on a second line."""
        if self.line is None:
            return None
        room = (self.width() if width is None else width) - GAP - self._texts
        after = self._wide + GAP
        return next((x for x in (max(self.column, after), after) if x <= room), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def two_lines(self, width: int | None = None) -> bool:
        """Return whether the numbers do not fit beside the formula."""
        return self.line is not None and bool(self.line.numbers) and self.start(width) is None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return px(ROW) + px(SECOND) if self.two_lines(width) else px(ROW)

    def sizeHint(self) -> QSize:
        return QSize(200, px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        made = self.formula()
        if made is not None:
            made.draw(painter, 0.0, px(BASELINE))
        else:
            painter.setFont(sized(self.font(), 12))
            painter.setPen(QColor(self.theme.text))
            painter.drawText(QPointF(0, px(BASELINE)), str(self.line.plain))
        second = self.two_lines()
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_second))
        start = self.start()
        painter.drawText(
            QPointF(12.0 if start is None else start, px(BASELINE) + (px(SECOND) if second else 0)), self.line.numbers
        )
        font = sized(self.font(), 12, bold=self.bold)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        width = QFontMetricsF(font).horizontalAdvance(self.line.value)
        painter.drawText(QPointF(self.width() - width, px(BASELINE) + (px(SECOND) if second else 0)), self.line.value)
        if self.bold:
            painter.setPen(QPen(QColor(self.theme.line_strong), 1))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))


class FormulaView(QWidget):
    """A displayed formula, made smaller in a narrow panel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.latex = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_formula(self, latex: str, plain: str) -> None:
        """Show ``latex``, read aloud as ``plain``."""
        if latex == self.latex:
            return
        self.latex = latex
        self.setAccessibleName(plain)
        self.setToolTip(as_tip(plain))
        self.updateGeometry()
        self.update()

    def _scale(self, made: Formula, width: int) -> float:
        return min(1.0, max(width, 1) / made.width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        made = formula(self.latex, self.theme.text) if self.latex else None
        return round(made.height * self._scale(made, width)) + 8 if made is not None else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.latex:
            return
        made = formula(self.latex, self.theme.text)
        scale = self._scale(made, self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, 4)
        painter.scale(scale, scale)
        made.draw(painter, 0.0, made.ascent)


def lowered(text: str) -> str:
    """Return a sentence as rich text with subscripts such as ``t_x`` and ``N_cls`` set low."""
    return re.sub(r"\b([^\W\d_])_(\w|cls|reg)\b", r"\1<sub>\2</sub>", html.escape(text))  # no name as t_shirt


class SectionView(QWidget):
    """A question in the heading, display formula, lines, and a sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.section: Section | None = None
        self.rows: list[LineRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title, self.caption = PlainLabel(), PlainLabel()
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caption.setWordWrap(True)  # the panel is never wider for it
        self.title.setWordWrap(text_scale() > 1)
        head.addWidget(self.title, 1 if text_scale() > 1 else 0)
        head.addWidget(self.caption, 1)
        column.addLayout(head)
        column.addSpacing(2)
        self.display = FormulaView(theme)
        column.addWidget(self.display)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column.addLayout(self.body)
        self.words = RichLabel()
        self.words.setWordWrap(True)
        self.words.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.words)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = self.display.theme = theme
        self.display.update()
        self.title.setFont(sized(self.font(), 12, bold=True))
        for label in (self.caption, self.words):
            label.setFont(sized(self.font(), 11))
        ink(self.caption, "text_caption")
        ink(self.words, "text_second")
        for row in self.rows:
            row.theme = theme
            row.update()
        section, self.section = self.section, None
        self.fill(section)

    def fill(self, section: Section | None) -> None:
        """Show ``section``, the same again at no cost; None hides the view."""
        if section is not None and section == self.section:
            return
        self.section = section
        self.setVisible(section is not None)
        if section is None:
            return
        self.title.setText(str(section.title))
        self.caption.setText(str(section.caption))
        self.display.setVisible(bool(section.formula))
        self.display.show_formula(section.formula, section.formula_plain)
        self.words.setText(lowered(str(section.words)))
        self.words.setVisible(bool(section.words))
        lines = [*section.lines, *([section.total] if section.total is not None else [])]
        while len(self.rows) < len(lines):
            row = LineRow(self.theme)
            self.body.addWidget(row)
            self.rows.append(row)
            self.words.raise_()  # read after the lines, as it stands
        # numbers of a section begin in a column, behind the widest formula
        widths = [formula(line.latex, self.theme.text).width for line in lines if line.latex and line.numbers]
        start = max(widths, default=0.0) + GAP
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line, start, bold=line is section.total)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(lines))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the number of the line under the mouse and the whole line; then the actions of the view."""
        row, texts = self.childAt(event.pos()), []
        if isinstance(row, LineRow) and row.line is not None:
            texts = [
                *copy_of(row.line.value),
                (tr("Copy the line"), "\n".join(filter(None, (copy_note(self), row.line.spoken)))),
            ]
        offer_copies(self, event.globalPos(), texts)

    def texts(self) -> list[str]:
        """Return what is shown, line by line."""
        section = self.section
        if section is None:
            return []
        lines = [f"{section.title} {section.caption}".strip(), section.formula_plain]
        lines += [line.spoken for line in section.lines]
        lines += [section.total.spoken] if section.total is not None else []
        return [line for line in (*lines, str(section.words)) if line]
