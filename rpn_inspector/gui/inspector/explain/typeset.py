"""Formulas from LaTeX to something a painter can draw: SVG, shipped for the usual ones, else by ziamath."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec
from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from rpn_inspector.core.resources import resource
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


def svg(latex: str, colour: str) -> bytes:
    """Return ``latex`` as an SVG of plain paths, in ``colour`` (#RRGGBB), `SIZE` px."""
    found = shipped().get(latex) or typeset(latex)
    return found.replace(_INK, colour).encode()


@cache
def shipped() -> dict[str, str]:
    """Return the SVGs that `typeset` made of the formulas of the shipped recipes and of Help, by LaTeX."""
    return msgspec.json.decode(resource("formulas.json").read_bytes(), type=dict[str, str])  # tools/typeset_formulas.py


@lru_cache(maxsize=512)
def typeset(latex: str) -> str:
    """Return ``latex`` as an SVG in black: typesetting costs much, another colour nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it reads its font in a way Python 3.11 frowns on
        import ziamath  # takes a third of a second: not before a formula is wanted that is not shipped

    ziamath.config.svg2 = False  # SVG 2 places glyphs by reference, which QSvgRenderer leaves out
    text: str = ziamath.Math.fromlatex(latex, size=SIZE, color=_INK).svg()
    return text


def formula(latex: str, colour: str, size: float = SIZE) -> Formula:
    """Return ``latex`` ready to draw, ``size`` in px at the usual size of text."""
    return _ready(latex, colour, size * text_scale())


@lru_cache(maxsize=512)
def _ready(latex: str, colour: str, size: float) -> Formula:
    renderer = _renderer(latex, colour)
    box, scale = renderer.viewBoxF(), size / SIZE  # its origin is the start of the baseline
    return Formula(renderer=renderer, width=box.width() * scale, height=box.height() * scale, ascent=-box.y() * scale)


@lru_cache(maxsize=512)
def _renderer(latex: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(latex, colour)))
