"""The paper of every plot: pyqtgraph's axes and items in the window's type and colours.

Imports pyqtgraph, a quarter of a second: import the module when a plot is first seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPicture
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QSizePolicy, QWidget

from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.theme import Theme, px, sized

# the window closes its views itself; a brush is thinned out where its clause is emitted, not before
pg.setConfigOptions(antialias=True, exitCleanup=False, mouseRateLimit=-1)

DENSITY = {"left": 1.2, "bottom": 1.7}  # of ticks, by pyqtgraph's measure
SPARE = 32  # lines and texts kept by a paper that draws without them
OVERHANG = 24  # px a number may reach past the end of an axis
Array = npt.NDArray[Any]
Span = tuple[float, float]


def series(theme: Theme) -> dict[str, QColor]:
    """Return the colour of each role in a plot: the canvas's own, a little lighter in the dark."""
    dark = theme.dark
    return {
        "positive": QColor("#1FB184" if dark else "#009E73"),
        "negative": QColor("#E8732A" if dark else "#D55E00"),
        "ignored": QColor("#8A8F96" if dark else "#5F656C"),
        "undecided": QColor("#B3B8BE" if dark else "#8A8F96"),
        "prediction": QColor("#56B4E9" if dark else "#0072B2"),
        "plain": QColor(theme.text_second),
        "faint": QColor(theme.bars),
        "selected": QColor(SELECTED),
    }


def pen_for(role: str, theme: Theme, width: float | None = None) -> QPen:
    """Return a cosmetic pen of a role, with the line style of the canvas."""
    dashes = {"ignored": (1.0, 1.6), "undecided": (4.0, 2.0, 1.0, 2.0), "prediction": (4.0, 2.0)}
    dash = dashes.get(role, ()) if width is None else ()
    pen = line_pen(
        series(theme)[role], width or {"positive": 1.8, "prediction": 1.6, "ignored": 1.6}.get(role, 1.0), dash
    )
    if role == "ignored" and dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def line_pen(colour: QColor | str, width: float = 1.0, dash: Sequence[float] = ()) -> QPen:
    """Return a pen whose ``width`` is px at any range of the axes; ``dash`` is lengths on and off, in pen widths."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def brush_for(role: str, theme: Theme) -> QBrush:
    """Return a bar's brush: solid for positives, hatched otherwise: colour is never alone."""
    patterns = {
        "positive": Qt.BrushStyle.SolidPattern,
        "negative": Qt.BrushStyle.BDiagPattern,
        "prediction": Qt.BrushStyle.Dense5Pattern,
        "faint": Qt.BrushStyle.SolidPattern,
    }
    return QBrush(series(theme)[role], patterns[role])


NUMBER_GAP = 4  # px at least between two numbers under an axis


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Numbers with a true minus, or the words of ``ticks``; ``free`` px at the far end bear no number."""

    free = 0
    words = ""  # the whole name of the axis

    def name(self, words: str, colour: str) -> None:
        """Write ``words`` under the axis, cut where the axis is shorter."""
        self.words = words
        self.setLabel(words, **{"color": colour, "font-size": f"{px(11)}px"})
        self.showLabel(bool(words))
        self.setHeight(px(32 if words else 18))
        self.resizeEvent()  # pyqtgraph would centre another name only where the axis changes its size

    def resizeEvent(self, event: Any = None) -> None:
        if self.words and self.label is not None:
            metrics = QFontMetricsF(sized(self.label.font(), 11))
            self.labelText = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, self.size().width())
            self.label.setHtml(self.labelString())
        super().resizeEvent(event)

    def boundingRect(self) -> QRectF:
        rect: QRectF = super().boundingRect()  # numbers reaching beyond are left out
        return rect if self.style["hideOverlappingLabels"] else rect.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        found = list(super().tickValues(low, high, size))
        if self.orientation == "bottom" and high > low:
            found = [
                (spacing, self._apart(values, spacing, spacing * size / (high - low))) for spacing, values in found
            ]
        if not self.free:
            return found
        end = high - (high - low) * self.free / max(size, 1)
        return [(spacing, [value for value in values if value <= end]) for spacing, values in found]

    def _apart(self, values: Sequence[float], spacing: float, step: float) -> list[float]:
        """Return all ``values``, ``step`` px apart, or every 2nd, 5th or 10th, so that no number touches another."""
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        widest = max(map(metrics.horizontalAdvance, self.tickStrings(list(values), 1.0, spacing)), default=0)
        every = next(n for n in (1, 2, 5, 10) if n == 10 or n * step > widest + NUMBER_GAP)
        return [value for value in values if round(value / spacing) % every == 0]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [text.replace("-", MINUS) for text in super().tickStrings(values, scale, spacing)]

    def settle(self) -> None:
        """Find the room that the numbers take."""
        aside = QPicture()
        painter = QPainter(aside)
        self.paint(painter, None, None)
        painter.end()


class Points(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Points without mouse events: the paper finds the nearest point within reach."""

    def mouseClickEvent(self, event: Any) -> None:
        event.ignore()


class PlotPaper(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A view box with a left and a bottom axis; all coordinates are the plot's own numbers.

    ``box`` takes the mouse. Without a box the paper is for looking at: the mouse goes to the widget below, and points,
    letters and numbers at the ends of the axes are drawn whole.
    """

    def __init__(self, theme: Theme, box: pg.ViewBox | None = None, parent: QWidget | None = None) -> None:
        small = box is None
        box = pg.ViewBox(enableMenu=False) if box is None else box
        axes = {name: Axis(name) for name in ("left", "bottom")}
        # a bare GraphicsView with the same grid is made four times as fast, but PySide 6.12 loses references there
        super().__init__(parent, viewBox=box, axisItems=axes)
        self.hideButtons()
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        # pyqtgraph's lines change their bounds unsaid, and the scene's index would keep places of lines long taken off
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.small, self.box, self.axes = small, box, axes
        self.centralLayout = self.getPlotItem().layout
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, not self.small)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, self.small)
        self._items: list[QGraphicsItem] = []
        self._made_of: dict[int, tuple[Any, ...]] = {}  # of lines and texts on the paper, by id
        self._spare: dict[tuple[Any, ...], list[QGraphicsItem]] = {}  # those taken off, by the same
        self._bottom: tuple[Any, ...] = ()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self.centralLayout.setContentsMargins(6, 2, 8, 2)
        for name, axis in self.axes.items():
            if self.small:  # grid lines lie under all that is drawn, else over it, since pictures fill the view
                axis.setZValue(self.box.zValue() - 1)
            axis.setStyle(hideOverlappingLabels=not self.small)
            axis.setTickDensity(1.3 if name == "bottom" and self.small else DENSITY[name])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the owner draws the plot anew."""
        self.theme = theme
        for item in chain.from_iterable(self._spare.values()):  # of the colours before
            self.box.removeItem(item)
        self._spare.clear()
        self.setBackground(theme.dock)
        for axis in self.axes.values():
            axis.setPen(QPen(QColor(theme.line_strong)))
            axis.setTickPen(QPen(QColor(theme.line)))
            axis.setTextPen(QColor(theme.text_second))  # after the line's, which pyqtgraph writes the name with too
            axis.setStyle(tickFont=sized(self.font(), 11), tickLength=0, tickTextOffset=4, maxTickLevel=0)
            axis.enableAutoSIPrefix(False)
        self.axes["left"].setPen(QPen(Qt.PenStyle.NoPen))

    def reset(self, bottom: str = "", grid: bool = True) -> None:
        """Take everything off the paper; ``bottom`` is written under the axis."""
        for item in [*self._items]:
            self.remove(item)
        left, below = self.axes["left"], self.axes["bottom"]
        for axis in (left, below):
            axis.setTicks(None)
            axis.free = 0
        left.setGrid(255 if grid else False)
        left.setWidth(None)
        colour, size = QColor(self.theme.text_second).name(), f"{px(11)}px"
        if self._bottom != (bottom, colour, size):  # a label set anew is laid out anew
            self._bottom = (bottom, colour, size)
            below.name(bottom, colour)

    def set_range(self, x: Span, y: Span) -> None:
        """Show the plot from ``x`` and ``y`` low to high."""
        self.box.setRange(xRange=x, yRange=y, padding=0)

    def settle(self) -> None:
        """Lay out all that is on the paper. pyqtgraph would while it paints, and then all would be painted again."""
        self.centralLayout.activate()
        for axis in self.axes.values():
            axis.settle()
        self.centralLayout.activate()
        self.scene().prepareForPaint()

    def paint_changes(self) -> None:
        """Paint what was drawn on the paper, and with it all that waits in the window."""
        QCoreApplication.sendPostedEvents(self.scene(), int(QEvent.Type.MetaCall))

    def pixel(self) -> Span:
        """Return the plot's x and y per px."""
        across, up = self.box.viewPixelSize()
        return float(across), float(up)

    def nearest(self, at: QPointF, x: Array, y: Array, reach: float) -> int | None:
        """Return the place in ``x``, ``y`` (n,) of the point nearest to ``at``, None beyond ``reach`` px."""
        if not len(x):
            return None
        across, up = self.pixel()
        far = np.hypot((x - at.x()) / (across or 1), (y - at.y()) / (up or 1))
        far = np.where(np.isfinite(far), far, np.inf)
        best = int(far.argmin())
        return best if far[best] <= reach else None

    # What is drawn

    @property
    def drawn(self) -> list[QGraphicsItem]:
        """Return all that is on the paper, the last one drawn last."""
        return [*self._items]

    def add(self, item: QGraphicsItem) -> None:
        """Put an item on the paper; ranges are set, never found from items."""
        self.box.addItem(item, ignoreBounds=True)
        self._items.append(item)

    def remove(self, item: QGraphicsItem) -> None:
        """Take an item off the paper; lines and texts are kept for the next drawing, which mostly has the same."""
        self._items.remove(item)
        made_of = self._made_of.pop(id(item), None)
        if made_of is None or sum(map(len, self._spare.values())) >= SPARE:
            self.box.removeItem(item)
        else:
            item.hide()
            self._spare.setdefault(made_of, []).append(item)

    def _kept(self, made_of: tuple[Any, ...], make: Callable[[], QGraphicsItem]) -> Any:
        """Put an item on the paper: one taken off before that was made of the same, else another."""
        spare = self._spare.get(made_of)
        if spare:
            item = spare.pop()
            self._items.append(item)
            item.show()
        else:
            item = make()
            self.add(item)
        self._made_of[id(item)] = made_of
        return item

    def vertical(self, x: float, pen: QPen | None = None) -> pg.InfiniteLine:
        """Draw a line at ``x`` over the whole height, dashed and under the points without a ``pen``."""
        if pen is not None:
            line = pg.InfiniteLine(x, angle=90, pen=pen)
            self.add(line)
        else:
            colour = self.theme.text_second
            dashed = line_pen(colour, 1.0, (3.0, 3.0))
            line = self._kept(("line", colour), lambda: pg.InfiniteLine(x, angle=90, pen=dashed))
            line.setValue(x)
        line.setZValue(-5 if pen is None else 5)
        return line

    def curve(self, x: npt.ArrayLike, y: npt.ArrayLike, pen: QPen, **more: Any) -> pg.PlotCurveItem:
        """Draw a line through x, y (n,); ``more`` are pyqtgraph's own options of a curve."""
        item = pg.PlotCurveItem(np.asarray(x), np.asarray(y), pen=pen, **more)
        self.add(item)
        return item

    def points(
        self, x: npt.ArrayLike, y: npt.ArrayLike, pen: QPen, fill: QColor | None, symbol: str = "o", size: int = 7
    ) -> Points:
        """Draw points, none where a number is not finite.

        Args:
            x: (n,) in the plot's numbers.
            y: (n,) in the plot's numbers.
            pen: of the outline.
            fill: None for hollow points.
            symbol: of pyqtgraph: o, s, t1, d.
            size: px across.
        """
        brush = pg.mkBrush(fill) if fill is not None else pg.mkBrush(None)
        across, up = np.asarray(x), np.asarray(y)
        known = np.isfinite(across) & np.isfinite(up)  # of none at all pyqtgraph would warn on the console
        item = Points(across[known], up[known], size=size, pen=pen, brush=brush, symbol=symbol)
        self.add(item)
        return item

    def text(
        self, words: str, x: float, y: float, anchor: Span, colour: str = "", font: QFont | None = None
    ) -> pg.TextItem:
        """Write at a point of the plot.

        Args:
            words: one line of text.
            x: the point's x in the plot's coordinates.
            y: the point's y in the plot's coordinates.
            anchor: the part of the text at (x, y): 0, 0 the upper left, 1, 1 the lower right.
            colour: #RRGGBB, empty for the theme's second text colour.
            font: None for the window's, 11 px.
        """
        colour = colour or self.theme.text_second

        def make() -> pg.TextItem:
            made = pg.TextItem(words, color=colour, anchor=anchor)
            made.setFont(sized(made.textItem.font(), 11) if font is None else font)
            return made

        item = self._kept(("text", anchor, colour, font and font.key(), px(11)), make)
        if item.toPlainText() != words:
            item.setText(words)
        item.setAnchor(anchor)  # one kept may have been put to the other side
        item.fill = pg.mkBrush(None)
        item.setZValue(0)
        item.setPos(x, y)
        return item
