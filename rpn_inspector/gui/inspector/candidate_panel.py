"""The panel of a candidate of a second stage: a sheet of facts as the anchor has one."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core.candidate_facts import CandidateFacts
from rpn_inspector.core.candidate_sections import candidate_sections
from rpn_inspector.core.candidate_tables import candidate_end, class_table, compared_table, loss_table
from rpn_inspector.core.formulas.numbers import edge_texts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.words import stage_title
from rpn_inspector.gui.inspector.explain.rows import SectionView
from rpn_inspector.gui.inspector.iou_scale import IouScale
from rpn_inspector.gui.inspector.smooth_l1_curve import SmoothL1Curve
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.in_sight import scroll_sideways
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import Theme, beside_picture, ground, ink, sized
from rpn_inspector.session.staged import Staged
from rpn_inspector.session.state import State

MARGIN, LEAST_WIDTH = 16, 340  # px
HELP = (
    "Click a box on the picture, or a row of the tables below, to see why a proposal is foreground or background, its "
    "target t*, what it adds to the losses and what became of it. G goes through the ground truths, H back to the RPN."
)
TRIED = "What-if: labels, t* and losses follow a moved ground truth; proposals and outputs stay, as no network is run."
SECTIONS = 5


class CandidatePanel(QScrollArea, Part):
    """Everything about the selected candidate; with none selected, a sentence on how to select.

    ``chosen`` asks for another candidate, ``anchor_wanted`` for the anchor it came from, ``gt_wanted`` for a ground
    truth.
    """

    chosen = Signal(int)
    anchor_wanted = Signal(int)
    gt_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector of proposals"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(LEAST_WIDTH)
        self.facts: CandidateFacts | None = None
        self._staged: Staged | None = None
        self._inspection: Inspection | None = None
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
        scroll_sideways(self)
        self._column = column = QVBoxLayout(sheet)
        column.setSpacing(0)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_margin())
        self._keep_margin()
        self._build_head(column, theme)
        self.boxes = FactTable(tr("Boxes"), ("x1", "y1", "x2", "y2"), tr("edges, network px"))
        self.targets = FactTable(tr("Targets"), ("t*", "t", "d = t − t*", "R(d)"))
        self.loss = FactTable(tr("Loss"), (tr("this box"), "÷ N", tr("image"), tr("share")))
        self.classes = FactTable(tr("Class"), (tr("logit"), "p"))
        self.overlaps = FactTable(tr("IoU per GT"), (tr("IoU"),))
        self.tables = (self.boxes, self.targets, self.loss, self.classes, self.overlaps)
        self.curve = SmoothL1Curve(theme)
        self.explain = [SectionView(theme) for _ in range(SECTIONS)]
        self.lines: dict[QWidget, QFrame] = {}
        for section in (*self.tables[:4], self.curve, *self.explain, self.overlaps):
            line = self.lines[section] = QFrame()
            line.setFixedHeight(1)
            column.addWidget(line)
            column.addWidget(section)
        column.addStretch(1)
        self.theme = theme
        self.set_theme(theme)
        self._reserve()
        self._fill(None, None, None)

    def _build_head(self, column: QVBoxLayout, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        self.swatch, self.finding = PlainLabel(), PlainLabel()
        self.swatch.setFixedWidth(18)
        self.finding.setWordWrap(True)
        self.finding.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.swatch)
        head.addWidget(self.finding, 1)
        column.addLayout(head)
        self.place, self.scale, self.why, self.end = RichLabel(), IouScale(theme), PlainLabel(), PlainLabel()
        self.tried = PlainLabel(tr(TRIED))
        self.place.linkActivated.connect(self._follow)
        column.addSpacing(4)
        head_rows: tuple[QWidget, ...] = (self.tried, self.place, self.scale, self.why, self.end)
        for widget in head_rows:
            column.addWidget(widget)
            column.addSpacing(4)
        for label in (self.tried, self.place, self.why, self.end):
            label.setWordWrap(True)
        self.tried.hide()

    def _keep_margin(self) -> None:
        """Keep 16 px to the right edge, with a scroll bar there and without."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(MARGIN, 12, MARGIN - taken, MARGIN)

    def sizeHint(self) -> QSize:
        return QSize(340, 800)

    @property
    def holds_numbers(self) -> bool:
        """Return whether anything of a picture is shown."""
        return self.facts is not None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.finding.setFont(sized(self.font(), 14, bold=True))
        ink(self.place, "text_second")
        self.tried.setStyleSheet(f"color: {theme.text_second}; font-weight: 600")
        for plot in (self.scale, self.curve):
            plot.set_theme(theme)
        for table in self.tables:
            table.set_theme(theme)
        for view in self.explain:
            view.set_theme(theme)
        for line in self.lines.values():
            ground(line, "line_strong")
        self._fill(self._inspection, self._staged, None if self.facts is None else self.facts.index)

    def render_state(self, old: State | None, new: State) -> None:
        """Show the selected candidate of the stage looked at."""
        inspection = None if new.shown is None else new.shown.inspection
        index = None if self.facts is None else self.facts.index
        self.tried.setVisible(new.shown is not None and new.shown.what_if is not None)
        if (inspection, new.staged, new.candidate) != (self._inspection, self._staged, index):
            self._fill(inspection, new.staged, new.candidate)

    def _fill(self, inspection: Inspection | None, staged: Staged | None, candidate: int | None) -> None:
        self._inspection, self._staged = inspection, staged
        self.facts = None
        if inspection is not None and staged is not None and candidate is not None:
            self.facts = inspection.explain_candidate(candidate, staged.result.name)
        facts = self.facts
        for widget in (self.swatch, self.place, self.end):
            widget.setVisible(facts is not None)
        if facts is None or inspection is None or staged is None:
            self.finding.setText(tr("No proposal selected"))
            self.why.setText(tr(HELP))
            self.place.setText("")
            self.end.setText("")
            self.scale.hide()
            self.curve.show_errors(None, self.curve.beta)
            for table in self.tables:
                table.fill([])
            for view in self.explain:
                view.fill(None)
            for section, line in self.lines.items():
                section.hide()
                line.hide()
            return
        self._head(inspection, staged, facts)
        self._sections(inspection, staged, facts)

    def _reserve(self) -> None:
        """Take the width of the widest numbers from the start: the picture keeps its place when numbers come."""
        self.boxes.fill([(tr("proposal"), "8,888.8", "8,888.8", "888.8", "888.8")], marks=("selection",))
        self.targets.fill([("x", *("+0.0000",) * 3, "0.000000")])
        self.loss.fill([(tr("objectness"), "0.0000", "0.000000", "0.00000", "100.0 %")])
        needed = max(required(table.layout()).minimumSize().width() for table in self.tables)
        self.setMinimumWidth(beside_picture(max(LEAST_WIDTH, needed + 2 * MARGIN)))

    def _head(self, inspection: Inspection, staged: Staged, facts: CandidateFacts) -> None:
        one = staged.result
        end = candidate_end(one, facts, inspection.sample)
        self.finding.setText(said(end.finding))
        self.swatch.setPixmap(swatch(end.role, self.theme))
        self.place.setText(self._place(staged, facts))
        thresholds = tuple(one.stage.matcher.thresholds.values())
        shown = len(thresholds) == 2 and bool(inspection.used.any())
        self.scale.setVisible(shown)
        if shown:
            self.scale.show_iou(facts.iou, *thresholds)
        self.why.setText(said(facts.why))
        self.end.setText(said(end.words))
        self.end.setVisible(bool(end.words))

    def _place(self, staged: Staged, facts: CandidateFacts) -> str:
        """Return where the candidate came from and its neighbours in the way, those that can be selected as links."""
        anchor, parts = int(staged.anchors[facts.index]), []
        ink = f'style="color: {self.theme.text}"'
        title = escape(said(stage_title(staged.result.name)))
        if facts.proposal >= 0:
            parts.append(tr("{stage}, proposal {n}").format(stage=title, n=f"{facts.proposal + 1:,}"))
        else:
            parts.append(title)
        if anchor >= 0:
            words = escape(tr("anchor {n}").format(n=f"{anchor:,}"))
            parts.append(f'<a {ink} href="anchor {anchor}">{words}</a>')
        if facts.level:
            parts.append(escape(tr("pooled from {level}").format(level=facts.level)))
        if facts.gt >= 0:
            words = escape(tr("ground truth {n}").format(n=facts.gt + 1))
            parts.append(f'<a {ink} href="gt {facts.gt}">{words}</a>')
        if facts.suppressor >= 0:
            words, by = escape(tr("what suppressed it")), int(staged.result.candidate_of()[facts.suppressor])
            parts.append(f'<a {ink} href="candidate {by}">{words}</a>')
        return " · ".join(parts)

    def _follow(self, link: str) -> None:
        what, _, number = link.partition(" ")
        signal = {"anchor": self.anchor_wanted, "gt": self.gt_wanted, "candidate": self.chosen}[what]
        signal.emit(int(number))

    def _sections(self, inspection: Inspection, staged: Staged, facts: CandidateFacts) -> None:
        one, anchor = staged.result, int(staged.anchors[facts.index])
        self._boxes(inspection, staged, facts)
        of_anchor = inspection.explain(anchor) if anchor >= 0 else None
        tables = {
            self.targets: facts.coding,
            self.loss: loss_table(inspection, one, facts, of_anchor),
            self.classes: class_table(one, facts, inspection.sample),
            self.overlaps: compared_table(facts, inspection.sample),
        }
        shown: dict[QWidget, bool] = {self.boxes: True}
        for view_, table in tables.items():
            view_.show_table(table)
            shown[view_] = bool(table.rows)
        smooth = one.stage.loss.box in ("smooth_l1", "huber") and facts.difference is not None
        self.curve.show_errors(facts.difference if smooth else None, one.stage.loss.beta)
        shown[self.curve] = smooth
        for view, section in zip(self.explain, candidate_sections(inspection, one, facts), strict=True):
            view.fill(None if section is None else section.translated(said))
            shown[view] = section is not None
        for widget, there in shown.items():
            widget.setVisible(there)
            self.lines[widget].setVisible(there)

    def _boxes(self, inspection: Inspection, staged: Staged, facts: CandidateFacts) -> None:
        found = staged.result.detections
        name = tr("proposal") if facts.proposal >= 0 else tr("GT itself")
        rows, marks = [(name, *edge_texts(facts.box))], ["selection"]
        if facts.gt >= 0:
            rows.append((tr("GT {number}").format(number=facts.gt + 1), *edge_texts(inspection.gt[facts.gt])))
            marks.append("truth")
        if facts.predicted is not None:
            rows.append((tr("answer"), *edge_texts(facts.predicted)))
            marks.append("prediction")
        by = -1 if found is None or facts.suppressor < 0 else found.number_of(facts.suppressor, facts.kind)
        if found is not None and by >= 0:
            words = tr("detection {n}").format(n=by + 1)
            rows.append((words, *edge_texts(found.boxes[by])))
            marks.append("proposals")
        sampled = tr("the proposal is in the loss") if facts.sampled else tr("the proposal is not in the loss")
        self.boxes.fill(rows, marks=marks, note=sampled)
