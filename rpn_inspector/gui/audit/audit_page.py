"""The Audit workspace: findings, charts, tables and better anchors of a whole dataset under the recipe in use."""

from __future__ import annotations

import time

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.findings import KINDS, OF_PICTURES, Found, findings_of
from rpn_inspector.analysis.audit.suggest import Proposal
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.audit_charts import RecallChart, TargetCharts, sentence
from rpn_inspector.gui.audit.audit_tables import AuditTables
from rpn_inspector.gui.audit.auditor import Auditor
from rpn_inspector.gui.audit.finding_button import COUNT, FindingButton
from rpn_inspector.gui.audit.finding_words import GRAVE, ICONS, meaning, title
from rpn_inspector.gui.audit.object_columns import object_columns, picture_columns
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.theme import Theme, sized
from rpn_inspector.session.state import State

MARGIN = 12
LEFT, RIGHT = 310, 390  # px
LEAST = (480, 240)  # px, of the page; Inspect needs as much beside its panels


class AuditPage(QWidget, Part):
    """The whole dataset, counted in the background once the page was looked at.

    ``place_wanted`` emits picture and ground truth to look at, ``recipe_wanted`` a suggested recipe to use,
    ``compare_wanted`` one to compare with, ``save_wanted`` one to write into a file.
    """

    place_wanted = Signal(int, object)
    recipe_wanted = Signal(object)
    compare_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__()
        self.theme, self.active = theme, False
        self.auditor = Auditor(parent)
        self.auditor.changed.connect(self._show)
        self._state: State | None = None
        self._drawn: tuple[Audit | None, object] = (None, None)
        self._kinds: dict[str, Found] = {}
        self._kind, self._dressed = "", False
        self._build(theme)
        self.set_theme(theme)
        self._draw(None)

    # Building

    def _build(self, theme: Theme) -> None:
        self.heading, self.under, self.progress_words = PlainLabel(), PlainLabel(), PlainLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(180, 6)
        self.stop, self.again = QPushButton(tr("Cancel")), QPushButton(tr("Count"))
        self.stop.setToolTip(as_tip(tr("stop counting; nothing else is stopped")))
        self.again.setToolTip(as_tip(tr("count the whole dataset under the recipe in use")))
        self.stop.clicked.connect(self.auditor.stop)
        self.again.clicked.connect(self.auditor.resume)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 8, MARGIN, 8)
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.under)
        head.addStretch(1)
        parts: tuple[QWidget, ...] = (self.progress_words, self.bar, self.stop, self.again)
        for part in parts:
            head.addWidget(part)
        self.tables = AuditTables(theme)
        self.tables.search.clicked.connect(self.auditor.search)
        self.tables.use_wanted.connect(lambda each: self.recipe_wanted.emit(each.recipe))
        self.tables.compare_wanted.connect(lambda each: self.compare_wanted.emit(each.recipe))
        self.tables.save_wanted.connect(lambda each: self.save_wanted.emit(each.recipe))
        self.tables.shown.connect(self._compare_in_chart)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for side in (self._findings(), self._middle(theme), _scrolled(self.tables, RIGHT)):
            split.addWidget(side)
        split.setStretchFactor(1, 1)
        split.setSizes([LEFT, 600, RIGHT])
        self.line = QFrame()
        self.line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(split, 1)

    def _findings(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        self.captions = [PlainLabel(tr("Findings")), PlainLabel(tr("boxes")), PlainLabel(tr("images"))]
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 0, MARGIN, 4)
        line.setSpacing(8)  # as the counts below
        line.addWidget(self.captions[0], 1)
        for caption in self.captions[1:]:
            caption.setFixedWidth(COUNT)
            caption.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(caption)
        column.addLayout(line)
        self.buttons: dict[str, FindingButton] = {}
        for kind in KINDS:
            button = FindingButton(kind, ICONS.get(kind, "triangle"), kind in GRAVE)
            button.clicked.connect(lambda _=False, kind=kind: self.list_kind(kind))
            column.addWidget(button)
            self.buttons[kind] = button
        self.nothing = PlainLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(MARGIN, 4, MARGIN, 4)
        column.addWidget(self.nothing)
        self.summary = self._summary()
        column.addWidget(self.summary)
        column.addStretch(1)
        return _scrolled(inner, LEFT)

    def _summary(self) -> QWidget:
        self.totals = FactTable(tr("In all"), ("",), width=90)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(MARGIN, 8, MARGIN, 0)
        column.addWidget(self.totals)
        return box

    def _middle(self, theme: Theme) -> QWidget:
        self.sentence, self.chart = PlainLabel(), RecallChart(theme)
        self.sentence.setWordWrap(True)
        self.legend = PlainLabel(tr("solid: the anchors in use; dotted: the suggested anchors"))
        self.target_words, self.targets = PlainLabel(), TargetCharts(theme)
        self.listed, self.objects = PlainLabel(), RowTable(tr("Ground truths of the finding"), 3)
        self.objects.activated.connect(self._go)
        self.objects.setToolTip(tr("double click or Enter: look at it"))
        upper, lower = QWidget(), QWidget()
        for part, widgets in (
            (upper, ((self.sentence, 0), (self.legend, 0), (self.chart, 3), (self.target_words, 0), (self.targets, 1))),
            (lower, ((self.listed, 0), (self.objects, 1))),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(MARGIN, 8, MARGIN, 4)
            column.setSpacing(4)
            for widget, stretch in widgets:
                column.addWidget(widget, stretch)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    # What is shown

    def set_active(self, active: bool) -> None:
        """Count what is not counted yet once the page is in front."""
        self.active = active
        self._ask()

    def render_state(self, old: State | None, new: State) -> None:
        self._state = new
        if old is None or (old.dataset, old.recipe) != (new.dataset, new.recipe) or self.auditor.work == "":
            self._ask()

    def _ask(self) -> None:
        if self._state is not None:
            recipe = self._state.recipe
            self.auditor.show(self._state.dataset, recipe, self.active)

    def _show(self) -> None:
        """Show the auditor's progress, and draw another result."""
        auditor, state = self.auditor, self._state
        dataset = None if state is None else state.dataset
        self.heading.setText("" if dataset is None else tr("Audit of {name}").format(name=dataset.root.name))
        self.under.setText("" if state is None or dataset is None else state.recipe.name)
        working = bool(auditor.work)
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.again.setVisible(not working and auditor.found is None and dataset is not None)
        self.bar.setRange(0, auditor.total)
        self.bar.setValue(auditor.done)
        self.progress_words.setText(self._progress())
        if self._drawn != (auditor.found, auditor.suggestions):
            self._draw(auditor.found)
        self.tables.search.setEnabled(auditor.found is not None and not working)
        self.legend.setVisible(self._other() is not None)

    def _progress(self) -> str:
        auditor = self.auditor
        if auditor.problem:
            return auditor.problem
        if auditor.work == "counting":
            if not auditor.done:
                return tr("reading the annotations")
            seconds = max(time.monotonic() - auditor.started, 1e-3)
            left = seconds / auditor.done * (auditor.total - auditor.done)
            words = tr("{done} of {total} images · {pace} images/s · {left} s left")
            pace = f"{auditor.done / seconds:,.0f}"
            return words.format(done=f"{auditor.done:,}", total=f"{auditor.total:,}", pace=pace, left=f"{left:,.0f}")
        if auditor.work == "searching":
            return tr("looking for better anchors")
        if auditor.stopped and auditor.found is None:
            return tr("stopped")
        found = auditor.found
        if found is None:
            return ""
        pictures = counted(found.images, "1 image", "{n} images")
        return tr("{images} · {seconds} s").format(images=pictures, seconds=number(found.seconds, 1))

    def _draw(self, found: Audit | None) -> None:
        self._drawn = (found, self.auditor.suggestions)
        self._kinds = {} if found is None else findings_of(found)
        for kind, button in self.buttons.items():
            places = self._kinds.get(kind)
            button.setVisible(places is not None and places.count > 0)
            if found is not None and places is not None:
                recipe = found.recipe
                words, means = title(kind, recipe), meaning(kind, recipe)
                button.describe(words, means, places.count, places.images, kind in OF_PICTURES)
        some = any(places.count for places in self._kinds.values())
        self.nothing.setVisible(found is not None and not some)
        self.nothing.setText(tr("Nothing was found: every box has enough anchors of its own."))
        self._fill_totals(found)
        self.sentence.setText("" if found is None else sentence(found))
        count = 0 if found is None else found.targets.count
        self.target_words.setText(
            counted(count, "Targets t* of 1 positive", "Targets t* of {n} positives") if count else ""
        )
        self.tables.show_audit(found, self.auditor.suggestions)
        self.chart.show_audits(found, self._other())
        self.targets.show_audit(found)
        first = next((kind for kind, places in self._kinds.items() if places.count), "")
        self.list_kind(self._kind if self._kinds.get(self._kind) and self._kinds[self._kind].count else first)

    def _other(self) -> Audit | None:
        proposal = self.tables.proposal
        return None if proposal is None else proposal.audit

    def _compare_in_chart(self, proposal: Proposal | None) -> None:
        self.chart.show_audits(self.auditor.found, None if proposal is None else proposal.audit)

    def _fill_totals(self, found: Audit | None) -> None:
        names = [tr(name) for name in ("images", "boxes", "in the assignment", "positive anchors", "positives a box")]
        values = [NOTHING] * len(names)
        if found is not None:
            used = int(found.used.sum())
            each = number(float(found.gt_positives.sum() / used), 3) if used else NOTHING
            values = [f"{found.images:,}", f"{found.boxes:,}", f"{used:,}", f"{int(found.positives.sum()):,}", each]
        note = ""
        if found is not None and found.annotations.opened:
            note = counted(
                found.annotations.opened,
                "For 1 picture no size is annotated; its header was read.",
                "For {n} pictures no size is annotated; their headers were read.",
            )
        self.totals.fill(list(zip(names, values, strict=True)), note=note)

    def list_kind(self, kind: str) -> None:
        """List the places of a kind of finding."""
        self._kind = kind
        found, places = self.auditor.found, self._kinds.get(kind)
        if found is None or places is None:
            self.listed.setText("")
            self.objects.fill([])
            return
        self.buttons[kind].setChecked(True)
        words = title(kind, found.recipe)
        self.listed.setText(f"{words}   {places.count:,}")
        make = picture_columns if (places.row < 0).all() and places.count else object_columns
        self.objects.fill(make(found, places))

    def _go(self, index: QModelIndex) -> None:
        places, found = self._kinds.get(self._kind), self.auditor.found
        if places is None or found is None or not index.isValid():
            return
        at = int(self.objects.columns_model.order[index.row()])
        image, row = int(places.image[at]), int(places.row[at])
        self.place_wanted.emit(image, row - int(found.annotations.first[image]) if row >= 0 else None)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.heading.setFont(sized(self.font(), 13, bold=True))
        self.sentence.setFont(sized(self.font(), 13, bold=True))
        for label in (self.captions[0], self.target_words, self.listed):
            label.setFont(sized(self.font(), 12, bold=True))
        for label in (self.under, self.progress_words, self.nothing, self.legend):
            label.setStyleSheet(f"color: {theme.text_second};")
        for caption in self.captions[1:]:
            caption.setFont(sized(self.font(), 11))
            caption.setStyleSheet(f"color: {theme.text_caption};")
        self.line.setStyleSheet(f"background: {theme.line_strong};")
        for button in self.buttons.values():
            button.set_theme(theme)
        self.totals.set_theme(theme)
        self.tables.set_theme(theme)
        self.chart.set_theme(theme)
        self.targets.set_theme(theme)
        self.objects.columns_model.theme = theme
        self.chart.show_audits(self.auditor.found, self._other())
        self.targets.show_audit(self.auditor.found)

    def minimumSizeHint(self) -> QSize:
        # the largest page of the stack would hold the window apart, beside and above the panels of Inspect too
        return QSize(*LEAST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._dressed:  # the style sheet takes the fonts of widgets in a splitter when they are first shown
            self._dressed = True
            self.set_theme(self.theme)

    def close_down(self) -> None:
        self.auditor.close()


def _scrolled(inner: QWidget, width: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(width // 2)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
