"""Formulas from LaTeX to something a painter can draw: SVG by ziamath, kept in memory."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from rpn_inspector.gui.widgets.theme import text_scale

_INK = "#000000"
SIZE = 14.0  # px, beside content of 12: a serif italic looks smaller


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A typeset formula: px at the size asked for, ``ascent`` above the baseline."""

    renderer: QSvgRenderer
    width: float
    height: float
    ascent: float

    def draw(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw with the left edge at ``x`` and the baseline at ``baseline``."""
        top_left = QPointF(x, baseline - self.ascent)
        self.renderer.render(painter, QRectF(top_left.x(), top_left.y(), self.width, self.height))


def svg(latex: str, colour: str, size: float = SIZE) -> bytes:
    """Return ``latex`` as an SVG of plain paths, in ``colour`` (#RRGGBB); the first call loads ziamath."""
    return _typeset(latex, size).replace(_INK.encode(), colour.encode())


@lru_cache(maxsize=512)
def _typeset(latex: str, size: float) -> bytes:
    """Return ``latex`` as an SVG in `_INK`: typesetting costs much, another colour nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it reads its font in a way Python 3.11 frowns on
        import ziamath  # takes a tenth of a second: not before a formula is wanted

    ziamath.config.svg2 = False  # SVG 2 places glyphs by reference, which QSvgRenderer leaves out
    text: str = ziamath.Math.fromlatex(latex, size=size, color=_INK).svg()
    return text.encode()


def formula(latex: str, colour: str, size: float = SIZE) -> Formula:
    """Return ``latex`` ready to draw, ``size`` in px at the usual size of text."""
    return _ready(latex, colour, size * text_scale())


@lru_cache(maxsize=512)
def _ready(latex: str, colour: str, size: float) -> Formula:
    renderer = QSvgRenderer(QByteArray(svg(latex, colour, size)))
    box = renderer.viewBoxF()  # its origin is the start of the baseline
    return Formula(renderer=renderer, width=box.width(), height=box.height(), ascent=-box.y())
