"""What became of the selected anchor's decoded box: a section of the inspector."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.explain_sections import unsaid
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.fates import FateFacts, fate_of
from rpn_inspector.core.formulas.numbers import NOTHING, edge_texts, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.words import FATE_ROLES
from rpn_inspector.gui.inspector.score_scatter import ScoreAgainstFit
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme

MOST_SIBLINGS = 9  # listed


class FateSection(QWidget):
    """The fate of a decoded box: words, boxes, deciding overlap, scores against fit, and others of the same suppressor.

    ``finding``, ``rank`` and ``role`` are for the inspector's heading: fate, place by score, line style.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Fate"))
        self.finding, self.rank, self.role = "", "", "proposals"
        self.words = PlainLabel()
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
        self.scatter.set_theme(theme)
        for table in (self.boxes, self.overlap, self.siblings):
            table.set_theme(theme)

    def show_anchor(self, inspection: Inspection | None, anchor: int | None, note: str = "") -> bool:
        """Show an anchor's fate, with a ``note`` on its sides, and return whether there is any."""
        facts = fate_of(inspection, anchor) if inspection is not None and anchor is not None else None
        silent = facts is None and anchor is not None and inspection is not None and inspection.proposals is not None
        self.setVisible(silent or facts is not None)
        for widget in (self.boxes, self.overlap, self.scatter, self.siblings):
            widget.setVisible(facts is not None)
        if silent and inspection is not None:
            self.finding, self.rank, self.role = tr("No decoded box"), "", FATE_ROLES[Fate.NO_BOX]
            self.words.setText(said(unsaid(inspection)))
            return True
        if facts is None or inspection is None or anchor is None:
            return False
        self.finding = said(facts.finding)
        self.rank = tr("p NaN, so it has no rank")
        if np.isfinite(facts.score):
            self.rank = tr("rank {rank} by p · p {score}").format(rank=f"{facts.rank:,}", score=f"{facts.score:.4g}")
        self.role = FATE_ROLES[facts.fate]
        self.words.setText("\n\n".join(map(said, filter(None, (facts.words, facts.clipped, facts.fit)))))
        self._boxes(facts, inspection, note)
        self._overlap(facts)
        self._siblings(facts, inspection)
        self.scatter.show_gt(inspection, facts, anchor)
        return True

    def _boxes(self, facts: FateFacts, inspection: Inspection, note: str) -> None:
        # drawn so on the picture, where yellow is the anchor
        rows, marks = [(tr("this box"), *edge_texts(facts.box))], ["prediction"]
        if facts.unclipped is not None:
            rows = [(tr("before clipping"), *edge_texts(facts.unclipped)), (tr("this box"), *edge_texts(facts.box))]
            marks = ["", "prediction"]
        if facts.suppressor_box is not None:
            rows.append((_suppressor(facts), *edge_texts(facts.suppressor_box)))
            marks.append("suppressor")
        if facts.gt >= 0:
            rows.append((tr("GT {number}").format(number=facts.gt + 1), *edge_texts(inspection.gt[facts.gt])))
            marks.append("truth")
        self.boxes.fill(rows, marks=marks, note=note)

    def _overlap(self, facts: FateFacts) -> None:
        """Fill I / (A + B - I) with the numbers of both boxes, to check the IoU of NMS by hand, as NMS counts."""
        one = facts.overlap
        self.overlap.setVisible(one is not None)
        if one is None:
            return
        areas = [width * height for width, height in (one.shared, one.this, one.other)]
        whole = areas[1] + areas[2] - areas[0]
        sides_to, areas_to = (6, 6) if one.fractions else (3, 1)
        names = (tr("I shared"), tr("A this box"), tr("B {other}").format(other=_suppressor(facts)))
        rows = [
            (name, f"{number(w, sides_to)} × {number(h, sides_to)}", number(area, areas_to))
            for name, (w, h), area in zip(names, (one.shared, one.this, one.other), areas, strict=True)
        ]
        ratio = f"{areas[0]:,.{areas_to}f} / {whole:,.{areas_to}f}"
        notes = (
            tr("NMS counts sides as x2 − x1 + 1.") if one.inclusive else "",
            tr("NMS shifts boxes apart by group, in float32, which rounds their edges.") if one.apart else "",
        )
        self.overlap.unit.setText(tr("fractions of the input") if one.fractions else tr("network px²"))
        # the IoU that NMS compared, in float32
        self.overlap.fill(
            [*rows, ("I / (A + B − I)", ratio, number(facts.nms_iou))],
            bold_last=True,
            note=" ".join(filter(None, notes)),
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
        fits = iou_with(inspection.gt[facts.gt], boxes) if facts.gt >= 0 else np.full(len(first), np.nan)
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
