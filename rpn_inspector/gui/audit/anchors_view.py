"""The Audit's page Anchors: findings on the left, recall and targets in the middle, better anchors on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.audit import Audit, Bools
from rpn_inspector.analysis.audit.findings import KINDS, OF_PICTURES, Found, findings_of
from rpn_inspector.analysis.audit.suggest import Proposal, Suggestions
from rpn_inspector.analysis.audit.tables import SIDES, group_places, positives_per_image, side_class
from rpn_inspector.analysis.lint.lint import KINDS as LINT_KINDS
from rpn_inspector.analysis.lint.lint import OF_THE_DATASET, FindingList
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.audit_charts import RecallChart, TargetCharts, lines_of, sentence
from rpn_inspector.gui.audit.audit_tables import AuditTables
from rpn_inspector.gui.audit.finding_button import COUNT, FindingButton
from rpn_inspector.gui.audit.finding_words import GRAVE, ICONS, meaning, title
from rpn_inspector.gui.audit.lint_columns import lint_columns, places_of
from rpn_inspector.gui.audit.object_columns import object_columns, picture_columns
from rpn_inspector.gui.audit.places_panel import Listing
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.legend import Legend
from rpn_inspector.gui.widgets.lint_words import GRAVE as ODD_GRAVE
from rpn_inspector.gui.widgets.lint_words import gravity, lint_icon, lint_title
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized

MARGIN = 12
BEST_IOU = 3  # the column of ground truths sorted by at first
WHOLE, PART = "unmatched", "best_anchor_taken"  # where the part is all of the whole, it is listed once


class AnchorsView(QObject):
    """Three widgets, ``left``, ``middle`` and ``right``; ``turned`` follows another `listing`."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Audit | None = None
        self._suggestions: Suggestions | None = None
        self._kinds: dict[str, Found] = {}
        self._odd: dict[str, FindingList] = {}
        self._kind = ""
        self._side: int | None = None
        self._group: tuple[str, int] | None = None
        self.tables = AuditTables(theme)
        self.tables.group_wanted.connect(self.choose_group)
        self.tables.shown.connect(self._compare_in_chart)
        self.left, self.middle, self.right = self._findings(), self._charts(theme), self.tables

    # Building

    def _findings(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        self.captions = captions(tr("Findings"), tr("boxes"), tr("images"))
        column.addLayout(caption_line(self.captions))
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
        column.addSpacing(10)
        self.lint_captions = captions(tr("In the annotations"), tr("found"), tr("images"))
        self.lint_head = QWidget()
        self.lint_head.setLayout(caption_line(self.lint_captions))
        column.addWidget(self.lint_head)
        self.lint_buttons: dict[str, FindingButton] = {}
        for kind in sorted(LINT_KINDS, key=gravity):
            button = FindingButton(kind, lint_icon(kind), kind in ODD_GRAVE)
            button.clicked.connect(lambda _=False, kind=kind: self.list_kind(kind))
            column.addWidget(button)
            self.lint_buttons[kind] = button
        self.totals = FactTable(tr("In all"), ("",), width=90)
        box = QVBoxLayout()
        box.setContentsMargins(MARGIN, 8, MARGIN, 0)
        box.addWidget(self.totals)
        column.addLayout(box)
        column.addStretch(1)
        return inner

    def _charts(self, theme: Theme) -> QWidget:
        self.sentence, self.chart = PlainLabel(), RecallChart(theme)
        self.sentence.setWordWrap(True)
        self.chart.side_chosen.connect(self.choose_side)
        self.legends = [Legend(theme) for _ in range(2)]
        self.target_words, self.targets = PlainLabel(), TargetCharts(theme)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 4)
        column.setSpacing(4)
        parts: tuple[tuple[QWidget, int], ...] = (
            (self.sentence, 0), *((legend, 0) for legend in self.legends), (self.chart, 3), (self.target_words, 0),
            (self.targets, 1),
        )  # fmt: skip
        for widget, stretch in parts:
            column.addWidget(widget, stretch)
        column.addStretch(0)  # what is there stands at the top while there is no chart
        return inner

    # What is shown

    def show_audit(self, found: Audit | None, suggestions: Suggestions | None) -> None:
        """Show an audit and better anchors; nothing without."""
        shown, self._found = self._found, found
        same = found is not None and shown is not None and found.best_iou is shown.best_iou
        if same and suggestions is self._suggestions:  # the outputs' part alone is new
            self._draw_recall(self._other())
            self.turned.emit()
            return
        if not (found and shown and (found.annotations, found.recipe) == (shown.annotations, shown.recipe)):
            self._side = self._group = None  # else more is counted of the same
        self._suggestions = suggestions
        self._kinds = {} if found is None else findings_of(found)
        if all(kind in self._kinds for kind in (WHOLE, PART)) and self._kinds[WHOLE].count == self._kinds[PART].count:
            del self._kinds[WHOLE]  # one thing, of the name that the list of images has for it
        for kind, button in self.buttons.items():
            places = self._kinds.get(kind)
            button.setVisible(places is not None and places.count > 0)
            if found is not None and places is not None:
                recipe = found.recipe
                words = title(kind, recipe)
                button.describe(words, meaning(kind, recipe), places.count, places.images, kind in OF_PICTURES)
        self._show_lint(found)
        some = any(self._kinds[kind].count for kind in KINDS if kind in self._kinds)
        self.nothing.setVisible(found is not None and not some)
        self.nothing.setText(tr("Nothing was found: every box has enough anchors of its own."))
        self._fill_totals(found)
        self.sentence.setText("" if found is None else sentence(found))
        count = 0 if found is None else found.targets.count
        self.target_words.setText(
            counted(count, "Targets t* of 1 positive", "Targets t* of {n} positives") if count else ""
        )
        self.tables.show_audit(found, suggestions)
        self.tables.show_group(*(self._group or ("", -1)))
        self.chart.show_side(self._side)
        self._draw()
        some_kinds = [*(kind for kind in KINDS if kind in self._kinds and self._kinds[kind].count), *self._odd]
        first = next(iter(some_kinds), "")
        self.list_kind(self._kind if self._kind in some_kinds else first)

    def _show_lint(self, found: Audit | None) -> None:
        """Show the linter's kinds of findings with their counts."""
        report = None if found is None else found.lint
        kinds = {} if report is None else report.known
        self._odd = {kind: each for kind in self.lint_buttons if (each := kinds.get(kind)) is not None and each.total}
        self.lint_head.setVisible(bool(self._odd))
        for kind, button in self.lint_buttons.items():
            odd = self._odd.get(kind)
            button.setVisible(odd is not None)
            if odd is not None:
                words = said(LINT_KINDS[kind])
                means = f"{words[:1].upper()}{words[1:]}."
                images = None if kind in OF_THE_DATASET else odd.images
                button.describe(lint_title(kind), means, odd.total, images, False)

    def _draw(self) -> None:
        self._draw_recall(self._other())
        self.targets.show_audit(self._found)

    def _draw_recall(self, other: Audit | None) -> None:
        """Draw the chart of recall, with those of ``other`` anchors, and say which line is which."""
        found = self._found
        self.chart.show_audits(found, other)
        self.chart.setVisible(bool(self.chart.filled))  # a rule without IoU has no recall to draw
        self.targets.setVisible(found is not None and bool(found.targets.count))
        lines = lines_of(found, other) if found is not None and self.chart.filled else []
        for at, legend in enumerate(self.legends):
            legend.show_entries(lines[2 * at : 2 * at + 2])
            legend.setVisible(bool(legend.entries))

    def _other(self) -> Audit | None:
        proposal = self.tables.proposal
        return None if proposal is None else proposal.audit

    def _compare_in_chart(self, proposal: Proposal | None) -> None:
        self._draw_recall(None if proposal is None else proposal.audit)

    def _fill_totals(self, found: Audit | None) -> None:
        names = [tr("images"), tr("boxes"), tr("in the assignment"), tr("positive anchors"), tr("positives a box")]
        names += [tr("an image, in the median"), tr("images without a positive")]
        values = [NOTHING] * len(names)
        if found is not None:
            used = int(found.used.sum())
            each = number(float(found.gt_positives.sum() / used), 3) if used and found.decided else NOTHING
            anchors = f"{int(found.positives.sum()):,}" if found.decided else NOTHING
            images = f"{found.images:,}"
            if len(found.waiting):
                images = tr("{done} of {all}").format(done=images, all=f"{found.images + len(found.waiting):,}")
            known = positives_per_image(found)
            middle, without = (NOTHING, NOTHING) if known is None else (f"{known.median:,g}", f"{known.without:,}")
            values = [images, f"{found.boxes:,}", f"{used:,}", anchors, each, middle, without]
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
        button = self.buttons.get(kind) or self.lint_buttons.get(kind)
        if button is not None:
            button.setChecked(True)
        self.turned.emit()

    def choose_side(self, side: int) -> None:
        """List the ground truths of a side alone; the same side again leaves the choice out."""
        self._side = None if side == self._side else side
        self.chart.show_side(self._side)
        self.turned.emit()

    def choose_group(self, by: str, place: int) -> None:
        """List the ground truths of a class, size or level alone; the same again leaves the choice out."""
        self._group = None if self._group == (by, place) else (by, place)
        self.tables.show_group(*(self._group or ("", -1)))
        self.turned.emit()

    def leave_out(self, *names: str) -> None:
        """Leave out choices: ``side`` and ``row``."""
        if "row" in names and self._group is not None:
            self.choose_group(*self._group)
        if "side" in names and self._side is not None:
            self.choose_side(self._side)

    @property
    def choosing(self) -> bool:
        """Return whether a side or a group is chosen."""
        return self._side is not None or self._group is not None

    @property
    def listing(self) -> Listing | None:
        """Return the places of the chosen finding, None without an audit."""
        odd = self._odd.get(self._kind)
        if odd is not None and self._found is not None and self._found.lint is not None:
            name, columns = lint_title(self._kind), lint_columns(odd)
            return Listing(title=name, found=places_of(self._found.lint, odd), columns=columns, first=(1, False))
        found, places = self._found, self._kinds.get(self._kind)
        if found is None or places is None:
            return None
        of_pictures = bool((places.row < 0).all() and places.count)
        make = picture_columns if of_pictures else object_columns
        first = (0, False) if of_pictures else (BEST_IOU, False)
        chips: tuple[tuple[str, str], ...] = ()
        if not of_pictures:
            for at, name, words in self._choices(found):
                inside = (places.row >= 0) & at[places.row]
                places = replace(places, image=places.image[inside], row=places.row[inside])
                chips += ((name, words),)
        name = title(self._kind, found.recipe)
        return Listing(title=name, found=places, columns=make(found, places), first=first, chips=chips)

    def _choices(self, found: Audit) -> Iterator[tuple[Bools, str, str]]:
        """Yield the ground truths (m,) of each choice, its name and its words."""
        if self._side is not None:
            low, high = (number(float(SIDES[at]), 1) for at in (self._side, self._side + 1))
            words = tr("√area {low} to {high} px").format(low=low, high=high)
            if self._side == len(SIDES) - 2:
                words = tr("√area ≥ {low} px").format(low=low)
            yield side_class(found) == self._side, "side", words
        if self._group is not None:
            by, place = self._group
            names, at = group_places(found, by)
            titles = {"class": tr("class"), "size": tr("size"), "level": tr("level of the best anchor")}
            yield at == place, "row", f"{titles[by]}: {names[place]}"

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        font = self.left.font()
        self.sentence.setFont(sized(font, 13, bold=True))
        self.target_words.setFont(sized(font, 12, bold=True))
        dress_captions(self.captions, theme)
        dress_captions(self.lint_captions, theme)
        ink(self.nothing, "text_second")
        for legend in self.legends:
            legend.theme = theme
        for button in (*self.buttons.values(), *self.lint_buttons.values()):
            button.set_theme(theme)
        self.totals.set_theme(theme)
        self.tables.set_theme(theme)
        self.chart.set_theme(theme)
        self.targets.set_theme(theme)
        self._draw()


def captions(name: str, *counts: str) -> list[PlainLabel]:
    """Return the captions of a list of findings: its name, and the heads of its counts."""
    made: list[PlainLabel] = [ElidedLabel(name), *map(PlainLabel, counts)]
    for caption in made[1:]:
        caption.setFixedWidth(px(COUNT))
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def caption_line(labels: list[PlainLabel]) -> QHBoxLayout:
    """Return the line of captions above a list of findings."""
    line = QHBoxLayout()
    line.setContentsMargins(MARGIN, 0, MARGIN, 4)
    line.setSpacing(8)  # as the counts below
    for at, caption in enumerate(labels):
        line.addWidget(caption, 0 if at else 1)
    return line


def dress_captions(labels: list[PlainLabel], theme: Theme) -> None:
    """Give captions their fonts and colours."""
    labels[0].setFont(sized(labels[0].font(), 12, bold=True))
    for caption in labels[1:]:
        caption.setFont(sized(caption.font(), 11))
        ink(caption, "text_caption")
        caption.setFixedWidth(max(px(COUNT), caption.sizeHint().width()))  # a head is never cut
