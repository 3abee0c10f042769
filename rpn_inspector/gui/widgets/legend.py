"""What the lines and areas of a plot are, over the plot: in a row, in several where one has no room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.plot_paper import brush_for, line_pen, pen_for, series
from rpn_inspector.gui.widgets.theme import Theme, px, sized

DOTS = (1.0, 2.0)  # on and off, in pen widths
MARGIN, MARK, GAP, ROW = 12, 20, 10, 16  # px: left of a row, a mark with its space, between entries, a row's height


class Legend(QWidget):
    """Line styles with their names over the plot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.entries: list[tuple[str, str]] = []
        self.setFixedHeight(px(ROW))

    def show_entries(self, entries: list[tuple[str, str]]) -> None:
        """Show marks with names: those of `paint_mark`, or no mark."""
        self.entries = entries
        names = ", ".join(name for _, name in entries)
        self.setAccessibleName(tr("Legend: {names}").format(names=names))
        self.setToolTip(as_tip(names))
        self._grow()
        self.update()

    def places(self) -> list[QRectF]:
        """Return where each entry stands, widget px: an entry without room behind others begins a row."""
        metrics, found = QFontMetrics(sized(self.font(), 11)), list[QRectF]()
        x, row = float(MARGIN), 0
        for mark, name in self.entries:
            width = MARK * bool(mark) + metrics.horizontalAdvance(name)
            if x > MARGIN and x + width > self.width():
                x, row = float(MARGIN), row + 1
            found.append(QRectF(x, row * px(ROW), min(width, max(self.width() - x, 0)), px(ROW)))
            x += width + GAP
        return found

    def _grow(self) -> None:
        """Take the height of all rows."""
        self.setFixedHeight(int(max((place.bottom() for place in self.places()), default=px(ROW))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 11))
        for (mark, name), place in zip(self.entries, self.places(), strict=True):
            if mark:
                paint_mark(painter, mark, place.x(), place.center().y(), self.theme)
                place.setLeft(place.left() + MARK)
            painter.setPen(QColor(self.theme.text_second))
            place.setRight(max(self.width(), place.left()))  # letters on the screen are a little wider than reckoned
            cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), cut)


def paint_mark(painter: QPainter, mark: str, x: float, y: float, theme: Theme) -> None:
    """Paint a mark of the legend, 16 px wide.

    Args:
        painter: in widget px.
        mark: a role of `pen_for` for a line; ``disc`` or ``ring``, of the positives or with a role behind; or
            ``beads`` (a line with discs), ``dotted``, ``bar`` or ``fill`` and a role.
        x: of the left end, widget px.
        y: of the middle, widget px.
        theme: for the colours.
    """
    painter.save()
    shape, _, role = mark.partition(" ")
    if shape in ("disc", "ring", "beads"):
        role = role or "positive"
        painter.setPen(pen_for(role, theme, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush if shape == "ring" else series(theme)[role])
        if shape == "beads":
            painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
        painter.drawEllipse(QPointF(x + 8, y), 3.2, 3.2)
    elif mark.startswith("bar "):
        painter.setPen(pen_for("plain", theme, 1))
        painter.setBrush(brush_for(role, theme))
        painter.drawRect(QRectF(x + 1, y - 4, 14, 8))
    elif mark.startswith("fill "):
        painter.fillRect(QRectF(x + 1, y - 4, 14, 8), series(theme)[mark.removeprefix("fill ")])
    else:
        pen = pen_for(mark.removeprefix("dotted "), theme)
        painter.setPen(pen if mark in series(theme) else line_pen(pen.color(), pen.widthF(), DOTS))
        painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
    painter.restore()
