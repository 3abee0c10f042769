"""Heat: a number per cell laid over the picture, the highest of all anchors with a cell there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.gui.widgets.i18n import tr

if TYPE_CHECKING:
    from rpn_inspector.core.inspection import Inspection
    from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]
KINDS = {"iou": "best IoU", "objectness": "score p", "loss": "loss", "metric": "metric"}
# dark blue to yellow, even in lightness and alike to colour-blind eyes (the stops of cividis)
STOPS = ("#00204D", "#31446B", "#666970", "#958F78", "#CAB969", "#FFEA46")
COST = "exp(−cost)"  # the nearer to 1 the cheaper
NO_OUTPUTS, NO_RANK = "needs raw outputs", "is of rules that rank"
FAINT, STRONG = 0.0, 0.72  # opacity of the lowest and of the highest value
EDGE, GAP, BAR = 8, 6, 96  # px of the legend: beside its words, between them, and the bar of colours


def known_kind(recipe: Recipe, kind: str) -> str:
    """Return the kind of heat shown for one asked for: of points, which overlap nothing, the metric for best IoU."""
    if kind != "iou" or not recipe.anchors.of_points:
        return kind
    return "metric" if recipe.matcher.ranks else "objectness"


def values_of(inspection: Inspection, kind: str, gt: int | None = None) -> Array | None:
    """Return each anchor's number (N,) float32, None without the outputs needed.

    A metric is that for ground truth ``gt``, None for the best of all; of a cost c it is exp(−c).
    """
    if kind == "metric":
        return inspection.recipe.matcher.closeness(inspection.assignment, gt)
    if kind == "iou":
        return np.asarray(inspection.overlap.iou, np.float32)
    if kind == "objectness":
        return inspection.objectness()
    if inspection.loss is None:
        return None
    loss = inspection.loss
    out = np.zeros(inspection.grid.size, np.float32)
    out[loss.rows] = loss.objectness_per_anchor
    out[loss.rows[: len(loss.box_per_coordinate)]] += loss.box_per_coordinate.sum(1).astype(np.float32)
    return out


def cell_map(inspection: Inspection, values: Array, mask: Array | None = None) -> tuple[Array, tuple[float, float]]:
    """Return the map (H, W) at the finest level's cells, and the stride (y, x) of the level, network px.

    Every place takes the highest value of the anchors of any level with a cell there; anchors outside ``mask`` (N,)
    count 0.
    """
    known = np.nan_to_num(values, nan=0.0)  # of an anchor without a prediction nothing is drawn
    used = known if mask is None else np.where(mask, known, np.float32(0))
    # coarser levels are repeated to the finest, never averaged: a single high anchor stays visible
    finest = min(inspection.grid.levels, key=lambda level: level.stride)
    height, width = finest.shape
    found = np.zeros((height, width), np.float32)
    for level in inspection.grid.levels:
        # the flat order of a level is y, x, base anchor: the last axis are the anchors of a cell
        part = used[level.offset : level.offset + level.count].reshape(*level.shape, -1).max(2)
        rows = np.minimum((np.arange(height) * finest.stride[0] // level.stride[0]).astype(int), level.shape[0] - 1)
        columns = np.minimum((np.arange(width) * finest.stride[1] // level.stride[1]).astype(int), level.shape[1] - 1)
        np.maximum(found, part[rows[:, None], columns], out=found)
    return found, finest.stride


def colour_table() -> Array:
    """Return 256 colours (256, 4) uint8, B G R A, premultiplied."""
    stops = np.array([[int(stop[i : i + 2], 16) for i in (5, 3, 1)] for stop in STOPS], float)
    at = np.linspace(0, len(stops) - 1, 256)
    colours = np.stack([np.interp(at, np.arange(len(stops)), stops[:, c]) for c in range(3)], 1)
    opacity = np.linspace(FAINT, STRONG, 256)[:, None]
    return np.concatenate([colours * opacity, 255 * opacity], 1).round().astype(np.uint8)


class Heat:
    """The picture of a kind of heat for an inspection and a filter."""

    def __init__(self, inspection: Inspection, kind: str, mask: Array | None, gt: int | None = None) -> None:
        self.kind, self.gt = kind, gt
        values = values_of(inspection, kind, gt)
        self.there = values is not None
        self.costs = kind == "metric" and inspection.recipe.matcher.ranked_by == "cost"
        self.of = "" if kind != "metric" or gt is None else tr(" of {number}").format(number=gt + 1)
        self.needs = tr(NO_RANK) if not inspection.recipe.matcher.ranks else tr(NO_OUTPUTS)
        if values is None:
            return
        cells, self.stride = cell_map(inspection, values, mask)
        self.highest = float(cells.max(initial=0.0)) if kind in ("loss", "metric") else 1.0
        # a loss of 0 everywhere divides by a tiny number instead of 0
        index = np.clip(cells / max(self.highest, 1e-30) * 255, 0, 255).astype(np.uint8)
        self._pixels = np.take(colour_table(), index, axis=0)
        height, width = cells.shape
        self.size = (height * self.stride[0], width * self.stride[1])
        format_ = QImage.Format.Format_ARGB32_Premultiplied
        self.image = QImage(self._pixels.data, width, height, width * 4, format_)

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Draw the heat over ``target``, the network input's place in the widget."""
        if self.there:
            painter.drawImage(target, self.image, QRectF(self.image.rect()))

    def paint_legend(self, painter: QPainter, area: QRectF) -> None:
        """Draw what the colours mean in the lower left corner of ``area``, in a box as wide as its words."""
        what = (tr(COST) if self.costs else tr(KINDS[self.kind])) + self.of
        title, ends = tr("Heat: {what}").format(what=what), ("", "")
        if self.there:
            ends = "0", f"{self.highest:.2g}".replace("-", MINUS)
        else:
            needs = self.needs if self.kind == "metric" else tr(NO_OUTPUTS)
            title = tr("Heat: {what} {needs}").format(what=what, needs=needs)
        metrics = painter.fontMetrics()
        row, low, high = metrics.height(), *(metrics.horizontalAdvance(end) + GAP for end in ends)
        inner = min(max(low + BAR + high, metrics.horizontalAdvance(title)), area.width() - 2 * EDGE)
        box = QRectF(area.left(), 0, inner + 2 * EDGE, 2 * row + GAP)
        box.moveBottom(area.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 18, 20, 189))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor("#FFFFFF"))
        left, middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), box.center().y()
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(inner) + 1)
        painter.drawText(QRectF(box.left() + EDGE, middle - row, inner, row), left, title)
        if not self.there:
            return
        below = QRectF(box.left() + EDGE, middle, inner, row)
        bar = QRectF(below.left() + low, below.center().y() - 4, min(BAR, inner - low - high), 8)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for number, stop in enumerate(STOPS):
            gradient.setColorAt(number / (len(STOPS) - 1), QColor(stop))
        painter.fillRect(bar, gradient)
        painter.drawText(below, left, ends[0])
        painter.drawText(below.adjusted(low + bar.width() + GAP, 0, 0, 0), left, ends[1])
