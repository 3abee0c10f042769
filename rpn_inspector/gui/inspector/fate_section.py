"""What became of the selected anchor's decoded box: a section of the inspector."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core.boxes import area, iou_with
from rpn_inspector.core.fates import FateFacts, fate_of
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.words import FATE_ROLES
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.numbers import NOTHING, fitted, number
from rpn_inspector.gui.widgets.pens import PREDICTION, SELECTED
from rpn_inspector.gui.widgets.theme import Theme, sized

MOST_SIBLINGS, MOST_POINTS = 9, 4000
REACH = 6.0  # px around a point in which a click takes it


class FateSection(QWidget):
    """The box's fate in words, its boxes, the overlap that decided, scores against fit, and who else went with it.

    ``finding``, ``rank`` and ``role`` are for the inspector's heading: the fate, its place by score, its line style.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Fate"))
        self.finding, self.rank, self.role = "", "", "proposals"
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.boxes = FactTable(tr("Boxes"), ("x1", "y1", "x2", "y2"), tr("edges, network px"))
        self.overlap = FactTable(tr("The overlap"), ("", ""), tr("network px²"))
        self.scatter = ScoreAgainstFit(theme)
        self.siblings = FactTable(tr("Suppressed with it"), ("p", tr("NMS IoU"), tr("IoU, GT")), lead=tr("Anchor"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for widget in (self.words, self.boxes, self.overlap, self.scatter, self.siblings):
            column.addWidget(widget)
        self.scatter.chosen.connect(self.chosen)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.scatter.theme = theme
        for table in (self.boxes, self.overlap, self.siblings):
            table.set_theme(theme)
        self.scatter.update()

    def show_anchor(self, inspection: Inspection | None, anchor: int | None) -> bool:
        """Show one anchor's fate and return whether there is one to show."""
        facts = fate_of(inspection, anchor) if inspection is not None and anchor is not None else None
        self.setVisible(facts is not None)
        if facts is None or inspection is None or anchor is None:
            return False
        self.finding = facts.finding
        self.rank = tr("p NaN, so it has no rank")
        if np.isfinite(facts.score):
            self.rank = tr("rank {rank} by p · p {score}").format(rank=f"{facts.rank:,}", score=f"{facts.score:.4g}")
        self.role = FATE_ROLES[facts.fate]
        self.words.setText(facts.words)
        self._boxes(facts, inspection)
        self._overlap(facts)
        self._siblings(facts, inspection)
        self.scatter.show_truth(inspection, facts, anchor)
        return True

    def _boxes(self, facts: FateFacts, inspection: Inspection) -> None:
        rows, marks = [(tr("this box"), *_edges(facts.box))], ["selection"]
        if facts.suppressor_box is not None:
            rows.append((_suppressor(facts), *_edges(facts.suppressor_box)))
            marks.append("prediction")
        if facts.truth >= 0:
            rows.append((tr("truth {truth}").format(truth=facts.truth + 1), *_edges(inspection.gt[facts.truth])))
            marks.append("truth")
        self.boxes.fill(rows, marks=marks)

    def _overlap(self, facts: FateFacts) -> None:
        """Fill I / (A + B - I) with this pair's numbers, so that the IoU can be checked by hand."""
        self.overlap.setVisible(facts.suppressor_box is not None)
        if facts.suppressor_box is None:
            return
        one, other = facts.box.astype(np.float64), facts.suppressor_box.astype(np.float64)
        width = max(min(one[2], other[2]) - max(one[0], other[0]), 0.0)
        height = max(min(one[3], other[3]) - max(one[1], other[1]), 0.0)
        a, b = float(area(one[None])[0]), float(area(other[None])[0])
        shared = width * height
        whole = a + b - shared
        self.overlap.fill(
            [
                (tr("I shared"), f"{width:.3f} × {height:.3f}", number(shared, 1)),
                (tr("A this box"), f"{one[2] - one[0]:.3f} × {one[3] - one[1]:.3f}", number(a, 1)),
                (
                    tr("B {other}").format(other=_suppressor(facts)),
                    f"{other[2] - other[0]:.3f} × {other[3] - other[1]:.3f}",
                    number(b, 1),
                ),
                ("I / (A + B − I)", f"{shared:,.1f} / {whole:,.1f}", number(shared / whole if whole else 0.0, 4)),
            ],
            bold_last=True,
        )

    def _siblings(self, facts: FateFacts, inspection: Inspection) -> None:
        self.siblings.setVisible(bool(facts.siblings.size))
        proposals, scores = inspection.proposals, inspection.objectness()
        if not facts.siblings.size or proposals is None or scores is None:
            return
        self.siblings.title.setText(tr("Suppressed by {suppressor}").format(suppressor=_suppressor(facts)))
        self.siblings.unit.setText(counted(facts.siblings.size, "1 box", "{n} boxes"))
        first = facts.siblings[:MOST_SIBLINGS]
        boxes = inspection.predicted(first)
        assert boxes is not None
        fits = iou_with(inspection.gt[facts.truth], boxes) if facts.truth >= 0 else np.full(len(first), np.nan)
        self.siblings.fill(
            [
                (
                    f"{anchor:,}",
                    number(float(scores[anchor])),
                    number(float(proposals.suppressed_iou[anchor])),
                    number(float(fit)) if np.isfinite(fit) else NOTHING,
                )
                for anchor, fit in zip(first.tolist(), fits, strict=True)
            ]
        )


def _suppressor(facts: FateFacts) -> str:
    return (
        tr("proposal {n}").format(n=facts.suppressor_proposal)
        if facts.suppressor_proposal
        else tr("anchor {n}").format(n=f"{facts.suppressor:,}")
    )


def _edges(box: np.ndarray) -> tuple[str, str, str, str]:
    x1, y1, x2, y2 = (fitted(float(edge), 1, 7) for edge in box)
    return x1, y1, x2, y2


class ScoreAgainstFit(QWidget):
    """Score p over IoU with one ground truth, of the boxes NMS saw near it; filled is kept, yellow is this one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Score against fit"))
        self._anchors, self._points, self._kept = np.empty(0, np.int64), np.empty((0, 2)), np.empty(0, bool)
        self._this, self._other = -1, -1
        self._title = ""

    def sizeHint(self) -> QSize:
        return QSize(300, 190)

    def show_truth(self, inspection: Inspection, facts: FateFacts, anchor: int) -> None:
        """Show the boxes around the ground truth that ``anchor``'s box fits best."""
        proposals = inspection.proposals
        self.setVisible(proposals is not None and facts.truth >= 0)
        if proposals is None or facts.truth < 0:
            return
        fit = iou_with(inspection.gt[facts.truth], proposals.all_boxes)
        near = np.flatnonzero(fit >= 0.3)
        near = near[np.argsort(-proposals.all_scores[near], kind="stable")][:MOST_POINTS]
        self._anchors = proposals.all_anchor[near]
        self._points = np.stack([fit[near], proposals.all_scores[near]], 1).astype(np.float64)
        self._kept = proposals.fate[self._anchors] == Fate.KEPT
        self._this, self._other = anchor, facts.suppressor
        kept = int(self._kept.sum())
        self._title = counted(
            len(near),
            "1 box on GT {truth}: {kept} kept, {lost} not",
            "{n} boxes on GT {truth}: {kept} kept, {lost} not",
            truth=facts.truth + 1,
            kept=f"{kept:,}",
            lost=f"{len(near) - kept:,}",
        )
        self.setAccessibleDescription(self._title)
        self._axis = tr("IoU with ground truth {truth}").format(truth=facts.truth + 1)
        self.update()

    def _plot(self) -> QRectF:
        return QRectF(34, 24, self.width() - 46, self.height() - 62)

    def _place(self, point: np.ndarray) -> QPointF:
        area_ = self._plot()
        x = area_.left() + (float(point[0]) - 0.3) / 0.7 * area_.width()
        return QPointF(x, area_.bottom() - float(point[1]) * area_.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not len(self._points):
            return
        places = np.array([self._place(point).toTuple() for point in self._points])
        distance = np.hypot(places[:, 0] - event.position().x(), places[:, 1] - event.position().y())
        if distance.min() <= REACH:
            self.chosen.emit(int(self._anchors[distance.argmin()]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caption, area_ = QColor(self.theme.text_caption), self._plot()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QRectF(0, 0, 130, 20), int(left | middle), tr("Score against fit"))
        painter.setFont(sized(self.font(), 11))
        painter.setPen(caption)
        painter.drawText(QRectF(120, 0, self.width() - 120, 20), int(right | middle), self._title)
        for value in (0.0, 0.5, 1.0):
            y = area_.bottom() - value * area_.height()
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y))
            painter.setPen(caption)
            painter.drawText(QRectF(0, y - 8, area_.left() - 6, 16), int(right | middle), f"{value:.1f}")
        for value in (0.3, 0.5, 0.7, 0.9):
            x = self._place(np.array([value, 0.0])).x()
            painter.drawText(QRectF(x - 20, area_.bottom() + 2, 40, 16), Qt.AlignmentFlag.AlignHCenter, f"{value:.1f}")
        below = QRectF(area_.left(), area_.bottom() + 17, area_.width(), 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, getattr(self, "_axis", ""))
        colour = QColor(self.theme.proposal_text if self.theme.dark else PREDICTION)
        painter.setPen(QPen(colour, 1))
        for point, kept in zip(self._points, self._kept, strict=True):
            painter.setBrush(colour if kept else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._place(point), 3, 3)
        self._mark(painter, colour)

    def _mark(self, painter: QPainter, colour: QColor) -> None:
        """Draw the line from this box to its suppressor, then both on top of the others."""
        places = {
            anchor: self._place(self._points[np.flatnonzero(self._anchors == anchor)[0]])
            for anchor in (self._other, self._this)
            if anchor >= 0 and (self._anchors == anchor).any()
        }
        if len(places) == 2:
            painter.setPen(QPen(QColor(self.theme.text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(places[self._other], places[self._this])
        painter.setPen(QPen(QColor("#000000"), 1.2))
        for anchor, place in places.items():
            painter.setBrush(QColor(SELECTED) if anchor == self._this else colour)
            painter.drawEllipse(place, 5, 5)
