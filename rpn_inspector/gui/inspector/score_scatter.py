"""Score against IoU of the boxes around one ground truth: a plot of the fate section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.fates import FateFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate
from rpn_inspector.gui.inspector.plot_head import PlotHead
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.pens import PREDICTION, SELECTED
from rpn_inspector.gui.widgets.theme import Theme, px

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.plot_paper import PlotPaper

MOST_POINTS = 4000
LEAST_IOU = 0.3  # with the ground truth, for a box to be near
HEIGHT, LEFT = 190, 34  # px
REACH = 6.0  # px around a point in which a click takes the anchor


class ScoreAgainstFit(QWidget):
    """Score p over IoU with a ground truth, for the boxes near at NMS; filled is kept, yellow the selected anchor's."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(px(HEIGHT))
        self.setAccessibleName(tr("Score against fit"))
        self.head = PlotHead(tr("Score against fit"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addStretch(0)
        self._paper: PlotPaper | None = None
        self._anchors = np.empty(0, np.int64)
        self._fits = self._scores = np.empty(0)
        self._kept = np.empty(0, bool)
        self._this, self._suppressor, self._gt = -1, -1, 0
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.head.set_theme(theme)
        if self._paper is not None:
            self._paper.set_theme(theme)
            self._add_items(self._paper)
            self._draw(self._paper)

    def show_gt(self, inspection: Inspection, facts: FateFacts, anchor: int) -> None:
        """Show the boxes around the ground truth best fitted by the box of ``anchor``."""
        proposals = inspection.proposals
        self.setVisible(proposals is not None and facts.gt >= 0)
        if proposals is None or facts.gt < 0:
            return
        fits = iou_with(inspection.gt[facts.gt], proposals.all_boxes)
        near = np.flatnonzero(fits >= LEAST_IOU)
        # best first: past MOST_POINTS the lowest scores are left out
        near = near[np.argsort(-proposals.all_scores[near], kind="stable")][:MOST_POINTS]
        self._anchors = proposals.all_anchor[near]
        self._fits, self._scores = fits[near], proposals.all_scores[near]
        self._kept = proposals.fate[self._anchors] == Fate.KEPT
        self._this, self._suppressor, self._gt = anchor, facts.suppressor, facts.gt
        kept = int(self._kept.sum())
        title = counted(
            len(near),
            "{kept} of 1 box kept",
            "{kept} of {n} boxes kept",
            kept=f"{kept:,}",
        )
        self.head.say(title)
        self.setAccessibleDescription(title)
        if self._paper is None:
            self._paper = self._build()
        self._draw(self._paper)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._paper is None:
            return
        at = self._paper.mapToScene(self._paper.mapFrom(self, event.position().toPoint()))
        found = self._paper.nearest(self._paper.box.mapSceneToView(at), self._fits, self._scores, REACH)
        if found is not None:
            self.chosen.emit(int(self._anchors[found]))

    def _build(self) -> PlotPaper:
        from rpn_inspector.gui.widgets.plot_paper import PlotPaper

        paper = PlotPaper(self.theme)
        paper.centralLayout.setContentsMargins(0, px(6), 12, 4)
        self._add_items(paper)
        self._column.addWidget(paper, 1)
        return paper

    def _add_items(self, paper: PlotPaper) -> None:
        """Put the plot's items on the paper once: an item moved costs a third of an item made."""
        from rpn_inspector.gui.widgets.plot_paper import line_pen

        none, black = np.empty(0), line_pen("#000000", 1.2)
        colour = QColor(self.theme.proposal_text if self.theme.dark else PREDICTION)
        paper.reset(" ")  # room for the label
        left, below = paper.axes["left"], paper.axes["bottom"]
        left.setWidth(px(LEFT))
        left.setTicks([[(value, f"{value:.1f}") for value in (0.0, 0.5, 1.0)]])
        below.setTicks([[(value, f"{value:.1f}") for value in (0.3, 0.5, 0.7, 0.9)]])
        paper.set_range((LEAST_IOU, 1.0), (0.0, 1.0))
        self._lost = paper.points(none, none, line_pen(colour), None, size=6)
        self._left = paper.points(none, none, line_pen(colour), colour, size=6)
        self._line = paper.curve(none, none, line_pen(self.theme.text, 1.0, (4.0, 2.0)))
        self._marks = [paper.points(none, none, black, fill, size=10) for fill in (colour, QColor(SELECTED))]

    def _draw(self, paper: PlotPaper) -> None:
        """Move the points, and the line from the selected box to its suppressor."""
        label = tr("IoU with ground truth {number}").format(number=self._gt + 1)
        if paper.axes["bottom"].words != label:
            paper.axes["bottom"].name(label, self.theme.text_second)
        for points, rows in ((self._lost, ~self._kept), (self._left, self._kept)):
            points.setData(self._fits[rows], self._scores[rows])
        two = [np.flatnonzero(self._anchors == anchor)[:1] for anchor in (self._suppressor, self._this)]
        for mark, row in zip(self._marks, two, strict=True):
            mark.setData(self._fits[row], self._scores[row])
        both = np.concatenate(two) if all(len(row) for row in two) else np.empty(0, np.int64)
        self._line.setData(self._fits[both], self._scores[both])
