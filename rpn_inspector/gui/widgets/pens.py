"""Strokes for each role of box: one table for the canvas, the layer strip and the tables alike.

Colour is never the only difference: the line style differs too. Widths and dashes are widget px at any zoom.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from rpn_inspector.gui.widgets.end_marks import END, paint_end
from rpn_inspector.gui.widgets.required import application

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme

SWATCH_WIDTH, SWATCH_HEIGHT = 16, 12

POSITIVE = "#009E73"
NEGATIVE = "#D55E00"
IGNORED = "#5F656C"
PREDICTION = "#0072B2"
SUPPRESSED = "#005A8C"
CUT = "#8A8F96"
SELECTED = "#F0E442"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line style: colour, opacity, width in px, and dash lengths (on, off) in px, empty for a solid line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    round: bool = False


def _cased(stroke: Stroke, colour: str, opacity: float, each_side: float) -> tuple[Stroke, ...]:
    return Stroke(colour, stroke.width + 2 * each_side, opacity=opacity), stroke


# Per role the strokes from below to above.
STROKES: dict[str, tuple[Stroke, ...]] = {
    "truth": _cased(Stroke("#FFFFFF", 1.5), "#000000", 0.72, 1.1),
    "truth_focused": _cased(Stroke("#FFFFFF", 2.4), "#000000", 0.72, 1.1),
    "positive": (Stroke(POSITIVE, 1.3),),
    "negative": (Stroke(NEGATIVE, 0.8),),
    "ignored": (Stroke(IGNORED, 1.4, (1.5, 3.0), round=True),),
    "undecided": (Stroke(IGNORED, 1.2, (4.0, 2.0, 1.0, 2.0)),),
    "candidate": _cased(Stroke("#FFFFFF", 1.0), "#000000", 0.6, 0.8),
    "ignored_many": (Stroke(IGNORED, 1.0, (1.0, 3.0)),),
    "prediction": _cased(Stroke(PREDICTION, 2.0, (8.0, 4.0)), "#FFFFFF", 0.55, 0.8),
    "proposals": _cased(Stroke(PREDICTION, 1.3, (6.0, 4.0)), "#FFFFFF", 0.55, 0.6),
    "suppressor": (Stroke("#FFFFFF", 6.5), Stroke(PREDICTION, 3.5)),
    "suppressed": (Stroke(SUPPRESSED, 1.0, (1.0, 3.0), opacity=0.3),),
    "lost": (Stroke(IGNORED, 1.3, (5.0, 3.0)),),
    "cut": (Stroke(CUT, 1.0),),
    "pointed": _cased(Stroke("#FFFFFF", 1.2, (3.0, 3.0)), "#000000", 0.6, 0.6),
    "selection": (Stroke("#000000", 7.0, opacity=0.8), Stroke(SELECTED, 5.0)),
}
# What a selected box of each label bears on top of the yellow.
SELECTED_TOP = 1.6


def pen_of(stroke: Stroke) -> QPen:
    """Return a pen of ``stroke`` for a painter in widget px; a cosmetic pen would count in device px."""
    colour = QColor(stroke.colour)
    colour.setAlphaF(stroke.opacity)
    pen = QPen(colour, stroke.width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.round else Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])  # Qt counts in pen widths
    return pen


def selected_strokes(role: str) -> tuple[Stroke, ...]:
    """Return the strokes of a selected box of ``role``, from below to above."""
    own = STROKES[role][-1]
    dash = (4.0, 3.0) if role == "ignored" else own.dash
    return (*STROKES["selection"], Stroke(own.colour, SELECTED_TOP, dash))


def swatch(role: str, theme: Theme | None = None, ratio: float | None = None) -> QPixmap:
    """Return a 16 x 12 picture of a role's line style for rows, lists and the layer strip.

    ``ratio`` is the device pixel ratio, by default the application's own.
    """
    scale = float(ratio if ratio is not None else application().devicePixelRatio())
    return _swatch(role, bool(theme is not None and theme.dark), scale)


@lru_cache(maxsize=128)
def _swatch(role: str, dark: bool, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SWATCH_WIDTH * ratio), round(SWATCH_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_swatch(painter, role, dark)
    painter.end()
    return pixmap


def _paint_swatch(painter: QPainter, role: str, dark: bool) -> None:
    box = QRectF(1.5, 1.5, SWATCH_WIDTH - 3.0, SWATCH_HEIGHT - 3.0)

    def draw(*strokes: Stroke) -> None:
        for stroke in strokes:
            painter.setPen(pen_of(stroke))
            painter.drawRect(box)

    slash = QLineF(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.top()))
    green = "#1FB184" if dark else "#008C66"  # 3 to 1 on the grounds of the panels
    grey = CUT if dark else "#7A8087"
    orange = "#E8732A" if dark else NEGATIVE
    if role in ("truth", "truth_focused", "pointed"):
        draw(*STROKES["pointed" if role == "pointed" else "truth"])
    elif role == "positive":
        draw(Stroke(green, 1.8))
    elif role == "negative":
        draw(Stroke(orange, 1.0))
        painter.drawLine(QLineF(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0)))  # a minus: no colour alone
    elif role == "ignored":
        draw(Stroke(grey, 1.4, (1.5, 2.5)))
    elif role == "undecided":
        draw(Stroke(grey, 1.2, (4.0, 2.0, 1.0, 2.0)))
    elif role == "candidate":
        painter.setPen(pen_of(Stroke(CUT if dark else "#3A4046", 1.2)))
        painter.drawRect(QRectF(box.center() - QPointF(2.5, 2.5), box.center() + QPointF(2.5, 2.5)))
    elif role == "sampled":
        draw(Stroke(green, 1.8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(green))
        painter.drawEllipse(box.center(), 2.0, 2.0)
    elif role in ("prediction", "proposals"):
        draw(Stroke("#1A83C4", 1.8 if role == "prediction" else 1.3, (4.0, 2.5)))
    elif role == "heat":
        for part, colour in enumerate(("#00204D", "#666970", "#FFEA46")):
            painter.fillRect(
                QRectF(box.left() + part * box.width() / 3, box.top(), box.width() / 3, box.height()), QColor(colour)
            )
    elif role == "suppressed":
        draw(Stroke("#1A83C4", 1.0, (1.0, 2.0)))
        painter.drawLine(slash)
    elif role == "lost":
        draw(Stroke(grey, 1.2, (5.0, 3.0)))
        painter.drawLine(slash)
    elif role in ("cut", "too_small"):
        painter.setPen(pen_of(Stroke(grey, 1.0)))
        painter.drawLine(slash)
    elif role in ("selection", "suppressor"):
        strokes = STROKES[role]
        draw(Stroke(strokes[0].colour, 3.0, opacity=strokes[0].opacity), Stroke(strokes[1].colour, 1.6))
    elif role.startswith(END):
        paint_end(painter, QRectF(0, 0, SWATCH_WIDTH, SWATCH_HEIGHT), role.removeprefix(END), dark)
    else:
        raise KeyError(role)
