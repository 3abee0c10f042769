"""The anchor panel: a sheet of facts about the selected anchor, painted from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.core.distance_losses import BINS
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.numbers import NOTHING, edge_texts
from rpn_inspector.core.gt_facts import NO_ROWS
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.what_if import overlapped_gt
from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.inspector.explain import ExplainPanel
from rpn_inspector.gui.inspector.explain.rows import lowered
from rpn_inspector.gui.inspector.fate_section import FateSection
from rpn_inspector.gui.inspector.gt_history import GtHistoryView
from rpn_inspector.gui.inspector.gt_note import GtNote
from rpn_inspector.gui.inspector.history import HistoryPlot
from rpn_inspector.gui.inspector.iou_scale import IouScale
from rpn_inspector.gui.inspector.lost_note import LostNote
from rpn_inspector.gui.inspector.owners_section import OwnersSection
from rpn_inspector.gui.inspector.side_bins_view import SideBinsView
from rpn_inspector.gui.inspector.smooth_l1_curve import SmoothL1Curve
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.in_sight import scroll_sideways
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import Theme, beside_picture, ground, ink, sized
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

NO_SMOOTH_L1 = (
    "There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre "
    "lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid."
)
OTHER_LOSS = "There is no smooth L1 here: Explain has the box loss of this recipe in formulas."
OF_BINS = "There is no smooth L1 here: the box learns by {loss}, its sides by the distribution over bins (DFL)."
NAMES = {"ciou": "CIoU", "giou": "GIoU", "diou": "DIoU", "iou": "IoU"}
MARGIN, LEAST_WIDTH = 16, 340  # px
HELP = (
    "Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the "
    "loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground "
    "truths."
)
HELP_OF_POINTS = (
    "Click a point on the picture to see which ground truths want it and who got it, its target t* and what it adds to "
    "the loss. G goes through the ground truths; the table Candidates ranks the points of the one in focus."
)


class InspectorPanel(QScrollArea, Part):
    """Everything about the selected anchor; with none selected, a sentence on how to select."""

    stepped = Signal(int)
    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(LEAST_WIDTH)
        self.theme = theme
        self.facts: AnchorFacts | None = None
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
        scroll_sideways(self)
        column = QVBoxLayout(sheet)
        column.setSpacing(0)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_margin())
        self._keep_margin()
        self.gt_note, self.lost_note = GtNote(), LostNote()
        column.addWidget(self.lost_note)
        column.addWidget(self.gt_note)
        self.gt_history = GtHistoryView()
        column.addWidget(self.gt_history)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.swatch, self.finding = PlainLabel(), PlainLabel(tr("No anchor selected"))
        self.swatch.setFixedWidth(18)
        self.finding.setWordWrap(True)
        self.finding.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.swatch)
        head.addWidget(self.finding, 1)
        column.addLayout(head)
        self.place = PlainLabel()
        self.place.setWordWrap(True)
        column.addSpacing(4)
        column.addWidget(self.place)
        stack = QHBoxLayout()
        self.stack = PlainLabel()
        stack.addWidget(self.stack, 1)
        self.buttons = []
        for picture, name, step in (
            ("previous", tr("Previous anchor under the cursor (Up)"), -1),
            ("next", tr("Next anchor under the cursor (Down)"), 1),
        ):
            button = QToolButton()
            button.setProperty("picture", picture)
            button.setToolTip(as_tip(name))
            button.setAccessibleName(name)
            button.setFixedSize(24, 20)
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
            stack.addWidget(button)
            self.buttons.append(button)
        column.addLayout(stack)
        self.scale, self.why = IouScale(theme), PlainLabel(tr(HELP))
        self.why.setWordWrap(True)
        self.boxes = FactTable(tr("Boxes"), ("x1", "y1", "x2", "y2"), tr("edges, network px"))
        self.targets = FactTable(tr("Targets"), ("t*", "t", "d = t − t*", "R(d)"))
        self.landmarks = FactTable(tr("Landmarks"), ("t*", "t", "R(d)", tr("predicted")))
        self.loss = FactTable(tr("Loss"), (tr("anchor"), "÷", tr("image"), tr("share")))
        self.curve, self.no_smooth_l1 = SmoothL1Curve(theme), RichLabel(lowered(tr(NO_SMOOTH_L1)))
        self.no_smooth_l1.setWordWrap(True)
        self.overlaps = FactTable(tr("IoU per GT"), (tr("IoU"), tr("positives"), tr("best IoU")))
        self.contest = FactTable(tr("Who wants it"), ("",))
        self.sections: list[QWidget] = [self.scale]
        column.addWidget(self.scale)
        column.addSpacing(4)
        column.addWidget(self.why)
        column.addSpacing(8)
        self.history, self.fate = HistoryPlot(theme), FateSection(theme)
        column.addWidget(self.fate)
        self.lines: dict[QWidget, QFrame] = {}  # above each section
        self.explain = ExplainPanel(theme)
        self.owners, self.bins = OwnersSection(), SideBinsView()
        self.bins.tried.connect(self.explain.set_bin)
        sections = (
            self.contest,
            self.boxes,
            self.targets,
            self.landmarks,
            self.loss,
            self.owners,
            self.curve,
            self.overlaps,
        )
        for section in sections:
            line = self.lines[section] = QFrame()
            line.setFixedHeight(1)
            column.addWidget(line)
            column.addWidget(section)
            self.sections += [line, section]
            if section is self.targets:
                column.addWidget(self.no_smooth_l1)
                column.addWidget(self.bins)
                self.sections += [self.no_smooth_l1, self.bins]
            if section is self.curve:
                column.addWidget(self.explain)
        self.fates_first = False
        self._now: tuple[Shown | None, int | None, tuple[int, ...]] = (None, None, ())
        self.fate.chosen.connect(self.chosen)
        column.addWidget(self.history)
        column.addStretch(1)
        self.set_theme(theme)

    def _keep_margin(self) -> None:
        """Keep 16 px to the right edge, with a scroll bar there and without."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        required(required(self.widget()).layout()).setContentsMargins(MARGIN, 12, MARGIN - taken, MARGIN)

    def sizeHint(self) -> QSize:
        return QSize(340, 800)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        for plot in (self.scale, self.curve, self.history):
            plot.set_theme(theme)
        self.finding.setFont(sized(self.font(), 14, bold=True))
        for label in (self.place, self.stack):
            ink(label, "text_second")
        ink(self.why, "text")
        self.gt_note.set_theme(theme)
        self.lost_note.set_theme(theme)
        self.gt_history.set_theme(theme)
        for button in self.buttons:
            button.setIcon(icon(button.property("picture"), theme.text_second))
        for line in self.lines.values():
            ground(line, "line_strong")
        for table in (self.contest, self.boxes, self.targets, self.landmarks, self.loss, self.overlaps):
            table.set_theme(theme)
        self.fate.set_theme(theme)
        self.owners.set_theme(theme)
        self.bins.set_theme(theme)
        self._reserve()
        self.show_anchor(*self._now)

    def render_state(self, old: State | None, new: State) -> None:
        """Show the selected anchor of what is shown."""
        now = (new.shown, new.selection, new.anchor_stack)
        if old is None or (old.shown, old.selection, old.anchor_stack) != now:
            self.show_anchor(*now)
        self.gt_note.render_state(old, new)
        self.finding.setVisible(self.facts is not None or new.shown is None or new.gt is None)  # the note heads alone
        self.lost_note.render_state(old, new)

    def show_lost(self, place: int) -> None:
        """Show box ``place`` of those that augmentation took from the trained picture shown."""
        inspection = None if self._now[0] is None else self._now[0].inspection
        prediction = None if inspection is None else inspection.prediction
        if inspection is not None and prediction is not None and prediction.trained is not None:
            self.lost_note.show_box(prediction.trained, place, inspection)
            self.verticalScrollBar().setValue(0)

    @property
    def holds_numbers(self) -> bool:
        """Return whether anything of a picture is shown, beside how to select an anchor."""
        return (
            self.facts is not None or self.gt_note.isVisible() or self.why.text() not in (tr(HELP), tr(HELP_OF_POINTS))
        )

    def put_fates_first(self, wanted: bool) -> None:
        """Show what became of the box instead of the reason for the anchor's label, or the reverse."""
        if wanted != self.fates_first:
            self.fates_first = wanted
            self.show_anchor(*self._now)

    def show_anchor(self, shown: Shown | None, anchor: int | None, stack: tuple[int, ...]) -> None:
        """Show an anchor's facts; without an anchor how to select, and what is odd about the picture."""
        self._now = (shown, anchor, stack)
        self.facts = shown.inspection.explain(anchor) if shown is not None and anchor is not None else None
        for label in (self.swatch, self.place, self.stack):
            label.setVisible(self.facts is not None)
        if self.facts is None or shown is None:
            for widget in (*self.sections, *self.buttons):
                widget.setVisible(False)
            self.fate.show_anchor(None, None)
            self.why.setVisible(True)
            self.place.setText("")
            self.stack.setText("")
            for table in (self.contest, self.boxes, self.targets, self.landmarks, self.loss, self.overlaps):
                table.fill([])
            self.owners.show_anchor(None, None)
            self.curve.show_errors(None, self.curve.beta)
            points = shown is not None and shown.recipe.anchors.of_points
            self.finding.setText(tr("No point selected") if points else tr("No anchor selected"))
            self.why.setText("\n\n".join([tr(HELP_OF_POINTS if points else HELP), *_what_it_is(shown), *_notes(shown)]))
            return
        facts, inspection = self.facts, shown.inspection
        note = rounding_words(inspection, facts)
        has_fate = self.fate.show_anchor(inspection if self.fates_first else None, facts.index, note)
        role = self.fate.role if has_fate else LABEL_WORDS[facts.label]
        self.swatch.setVisible(bool(role))
        if role and self.swatch.pixmap().cacheKey() != (picture := swatch(role, self.theme)).cacheKey():
            self.swatch.setPixmap(picture)  # the same again lays out the panel
        finding = said(facts.finding)
        if shown.what_if is not None:
            finding = tr("What-if · {finding}").format(finding=finding)
        self.finding.setText(self.fate.finding if has_fate else finding)
        points = inspection.recipe.anchors.of_points
        named = tr("Point {index:,} · {place}") if points else tr("Anchor {index:,} · {place}")
        self.place.setText(named.format(index=facts.index, place=said(facts.place)))
        self.stack.setText(self.fate.rank if has_fate else _place_in(stack, facts.index, inspection))
        self.why.setText(said(facts.why))
        self._boxes(facts, shown, note)
        self.curve.show_errors(facts.difference, inspection.recipe.loss.beta)
        there = {**self._with_something(facts, inspection), self.why: True}
        there |= dict.fromkeys(self.buttons, len(stack) > 1)
        # each once: what is shown lays out the whole panel, even where it is hidden again
        for widget, wanted in there.items():
            widget.setVisible(wanted and not has_fate)

    def _with_something(self, facts: AnchorFacts, inspection: Inspection) -> dict[QWidget, bool]:
        """Fill the sections, and return for each and the line above it whether it has anything to say of the anchor."""
        loss, matcher = inspection.recipe.loss, inspection.recipe.matcher
        smooth, thresholds = loss.box in ("smooth_l1", "huber"), tuple(matcher.thresholds.values())
        shown: dict[QWidget, bool] = {self.boxes: True, self.curve: facts.difference is not None and smooth}
        shown[self.owners] = self.owners.show_anchor(inspection, facts.index)
        for section, table in (
            (self.contest, facts.compared if matcher.ranks else NO_ROWS),
            (self.targets, facts.coding),
            (self.landmarks, facts.landmarks),
            (self.loss, facts.terms),
            (self.overlaps, NO_ROWS if matcher.ranks else facts.compared),
        ):
            section.show_table(table)
            shown[section] = bool(table.rows)
        shown |= {self.lines[section]: wanted for section, wanted in shown.items()}
        # of another rule, or without a ground truth, no IoU parts the labels
        shown[self.scale] = len(thresholds) == 2 and bool(inspection.used.any())
        if shown[self.scale]:
            self.scale.show_iou(facts.iou, *thresholds)
        shown[self.bins] = self.bins.show_anchor(inspection, facts.index, facts.t_star)
        self.no_smooth_l1.setText(lowered(_instead(inspection)))
        shown[self.no_smooth_l1] = bool(facts.coding.rows) and not smooth
        return shown

    def _reserve(self) -> None:
        """Take the width of the widest numbers from the start: the picture keeps place when numbers come."""
        pixels = ("8,888.8",) * 4
        coded, costs = ("+0.0000",) * 3, ("0.0000", "0.000000", "0.00000", "100.0 %")
        self.boxes.fill([(tr("predicted"), *pixels)], marks=("prediction",))
        self.targets.fill([("x", *coded, "0.000000"), (tr("sum of the four"), "", "", "", "0.000000")], bold_last=True)
        self.loss.fill([(tr("objectness"), *costs)])
        needed = max(required(table.layout()).minimumSize().width() for table in (self.boxes, self.targets, self.loss))
        needed = max(needed, self.explain.minimumSizeHint().width())
        self.setMinimumWidth(beside_picture(max(LEAST_WIDTH, needed + 2 * MARGIN)))

    def _boxes(self, facts: AnchorFacts, shown: Shown, note: str) -> None:
        place, points = edge_texts(facts.box), shown.inspection.recipe.anchors.of_points
        if points:
            place = (*place[:2], NOTHING, NOTHING)
        rows, marks = [(tr("point") if points else tr("anchor"), *place)], ["selection"]
        gt = overlapped_gt(shown.inspection, facts.index)
        if gt >= 0:
            rows.append((tr("GT {number}").format(number=gt + 1), *edge_texts(shown.inspection.gt[gt])))
            marks.append("truth")
        if facts.predicted is not None:
            rows.append((tr("predicted"), *edge_texts(facts.predicted)))
            marks.append("prediction")
        self.boxes.fill(rows, marks=marks, note=note)


def _place_in(stack: tuple[int, ...], anchor: int, inspection: Inspection) -> str:
    """Return which of the anchors under the cursor ``anchor`` is, "" without such."""
    if not stack:
        return ""
    place = f"{stack.index(anchor) + 1:,}"
    if inspection.recipe.anchors.of_points:
        return counted(
            len(stack), "the one point under the cursor", "{place} of {n} points under the cursor", place=place
        )
    return counted(
        len(stack), "the one anchor under the cursor", "{place} of {n} anchors under the cursor, by IoU", place=place
    )


def _what_it_is(shown: Shown | None) -> list[str]:
    """Return what a recipe's assignment is, for one that looks at outputs."""
    if shown is None or not shown.inspection.recipe.matcher.needs_outputs:
        return []
    recipe = shown.inspection.recipe
    what = tr("points") if recipe.anchors.of_points else tr("anchors")
    return [tr("{name}: {what}, {how}.").format(name=recipe.name, what=what, how=said(recipe.matcher.title))]


def _instead(inspection: Inspection) -> str:
    """Return what the box loss is where it is no smooth L1."""
    loss = inspection.recipe.loss
    if loss.box == "yolo":
        return tr(NO_SMOOTH_L1)
    if loss.distances == "bins" and BINS in inspection.heads:
        return tr(OF_BINS).format(loss=f"1 − {NAMES[loss.box]}" if loss.box in NAMES else loss.box)
    return tr(OTHER_LOSS)


def _notes(shown: Shown | None) -> list[str]:
    """Return what is odd about a picture, a sentence each."""
    if shown is None:
        return []
    words = [*(warning.text for warning in shown.inspection.warnings), *shown.notes]
    return [tr("⚠ {what}.").format(what=said(one).rstrip(".")) for one in words]


def rounding_words(inspection: Inspection, facts: AnchorFacts) -> str:
    """Return how the anchor's sides came from size and ratio, "" where nothing was rounded."""
    place, recipe = inspection.grid.locate([facts.index]), inspection.recipe
    level, base = inspection.grid.levels[int(place.level[0])], int(place.base[0])
    _, _, width, height = recipe.coder.centre_form(facts.box)
    return said(recipe.anchors.rounded(float(level.sizes[base]), float(level.ratios[base]), (width, height)))
