"""The Audit's page Lost objects: ends on the left, the same in bars in the middle, losses on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.end_names import ORDER
from rpn_inspector.analysis.audit.findings import Found
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.predicted_document import LOSSES, found_words, sentences
from rpn_inspector.analysis.audit.suggest import Suggestions
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.anchors_view import caption_line, captions, dress_captions
from rpn_inspector.gui.audit.audit_tables import percent
from rpn_inspector.gui.audit.end_bars import WHOLE, Choice, EndBars
from rpn_inspector.gui.audit.end_words import end_meaning, end_name
from rpn_inspector.gui.audit.evaluation_tables import error_name
from rpn_inspector.gui.audit.finding_button import FindingButton
from rpn_inspector.gui.audit.loss_tables import LossTables
from rpn_inspector.gui.audit.lost_columns import SCORE, lost_columns
from rpn_inspector.gui.audit.places_panel import Listing
from rpn_inspector.gui.widgets.end_marks import END
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink, sized

MARGIN = 12
GROUPED = {
    "all": lost_tables.ends_of_all,
    "class": lost_tables.ends_by_class,
    "size": lost_tables.ends_by_size,
    "side": lost_tables.ends_by_side,
    "best_anchor": lost_tables.ends_by_best_anchor,
    "level": lost_tables.ends_by_level,
}
OF_BEST = ("best_anchor", "level")  # of a best anchor, which a rule without IoU knows none of


class LostView(QObject):
    """Three widgets, ``left``, ``middle`` and ``right``; ``turned`` follows another `listing`.

    An end, a row of the bars and an error of the detections are chosen separately, and combine.
    """

    turned = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Audit | None = None
        self._groups: dict[str, lost_tables.EndGroups] = {}
        self._end: End | None = None
        self._row: Choice | None = None
        self._error: Error | None = None
        self.tables = LossTables(theme)
        self.tables.evaluation.error_chosen.connect(self.choose_error)
        self.left, self.middle, self.right = self._ends(), self._bars(theme), self.tables
        self.show_audit(None, None, "")

    # Building

    def _ends(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        self.captions = captions(tr("Where ground truths end"), tr("boxes"), tr("images"))
        column.addLayout(caption_line(self.captions))
        self.buttons: dict[End, FindingButton] = {}
        for end in ORDER:
            button = FindingButton(end.name.lower(), END + end.name.lower(), False)
            button.setAutoExclusive(False)  # a second click takes the choice back
            button.clicked.connect(lambda _=False, end=end: self.choose_end(end))
            column.addWidget(button)
            self.buttons[end] = button
        self.totals = FactTable(tr("In all"), ("",), width=90)
        box = QVBoxLayout()
        box.setContentsMargins(MARGIN, 8, MARGIN, 0)
        box.addWidget(self.totals)
        column.addLayout(box)
        column.addStretch(1)
        return inner

    def _bars(self, theme: Theme) -> QWidget:
        self.sentence, self.means, self.bars = PlainLabel(), PlainLabel(), EndBars(theme)
        for label in (self.sentence, self.means):
            label.setWordWrap(True)
        self.bars.chosen.connect(self.choose)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 4)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.means)
        column.addWidget(self.bars)
        column.addStretch(1)
        inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return inner

    # What is shown

    @property
    def outputs(self) -> Predicted | None:
        """Return the outputs' part of the audit, None without."""
        return None if self._found is None else self._found.predicted

    def show_audit(self, found: Audit | None, suggestions: Suggestions | None, absent: str) -> None:
        """Show the ends of an audit; without any say why, in the words ``absent``."""
        self._found = found
        outputs = self.outputs
        there = outputs is not None and bool(outputs.judged.any())  # without a judged one no count says anything
        for part in (self.bars, self.totals, self.captions[1], self.captions[2], *self.buttons.values()):
            part.setVisible(there)
        if found is None or outputs is None:
            self._groups, self._end, self._row, self._error = {}, None, None, None
            self.sentence.setText(absent)
            self.means.setText("")
            self.tables.show_audit(None, None, {})
            self.bars.show_groups([])
            return
        self._groups = {by: make(found, outputs) for by, make in GROUPED.items()}
        self._describe_ends(found, outputs)
        told = sentences(found, outputs)
        # none judged yet is no word on what can be
        self.sentence.setText(said(told[0]) if there or not outputs.waiting else tr("Not counted as yet."))
        means = tr("Found means {what}.").format(what=said(found_words(outputs)))
        self.means.setText(" ".join([means, *map(said, told[1:])]))
        barred = [by for by in GROUPED if found.knows_iou or by not in OF_BEST]
        self.bars.show_groups([(*_titles()[by], self._groups[by]) for by in barred])
        self._fill_totals(found, outputs)
        self.tables.show_audit(found, suggestions, self._groups)
        if self._row is not None:
            self._row = _again(self._row, self._groups[self._row.by].name)
        self._error = None if found.evaluation is None else self._error
        self._mark()

    def _describe_ends(self, found: Audit, outputs: Predicted) -> None:
        for end, button in self.buttons.items():
            rows = np.flatnonzero(outputs.end == end)
            images = len(np.unique(found.annotations.image[rows]))
            button.describe(end_name(end), end_meaning(end, outputs.finals), len(rows), images, False)

    def _fill_totals(self, found: Audit, outputs: Predicted) -> None:
        judged, lost = outputs.judged, outputs.lost
        count = int(judged.sum())
        share = f" · {percent(int(lost.sum()) / count)}" if count else ""
        sides = [_median(found.side[mask]) for mask in (lost, judged & ~lost)]
        known = np.isfinite(outputs.mean_loss)
        losses = [number(float(outputs.mean_loss[at]), 5) if known[at] else NOTHING for at in range(len(known))]
        told, looked = int(outputs.with_outputs.sum()), found.images - outputs.waiting
        named, images = tr("images") if told == found.images else tr("images with outputs"), f"{told:,}"
        if outputs.waiting:
            named, images = tr("images"), tr("{done} of {all}").format(done=f"{looked:,}", all=f"{found.images:,}")
        names = [named, tr("judged"), tr("lost"), tr("median √area, lost"), tr("median √area, found")]
        names += [tr("mean {loss} loss").format(loss=tr(found.recipe.loss.called(name))) for name in LOSSES]
        values = [images, f"{count:,}", f"{int(lost.sum()):,}{share}", *sides, *losses]
        note = tr("Each box ends in one place: the last at which a box that reached IoU 0.50 was there.")
        self.totals.fill(list(zip(names, values, strict=True)), note=note)

    # What is chosen

    def choose_end(self, end: End) -> None:
        """List the ground truths of an end; the same end again leaves the choice out."""
        self._end = None if self._end == end else end
        self._mark()

    def choose(self, choice: Choice) -> None:
        """List what a part of a bar, or a row, stands for; the same again leaves the choice out."""
        row = replace(choice, end=WHOLE)
        end = None if choice.end == WHOLE else End(choice.end)
        same = self._row == row and (end is None or end == self._end)
        self._row = None if same else row
        if end is not None:
            self._end = None if same else end
        self._mark()

    def choose_error(self, error: Error) -> None:
        """List the ground truths behind an error of the detections."""
        self._error = error
        self._mark()

    def leave_out(self, *names: str) -> None:
        """Leave out choices: ``end``, ``row`` and ``error``."""
        self._end = None if "end" in names else self._end
        self._row = None if "row" in names else self._row
        self._error = None if "error" in names else self._error
        self._mark()

    @property
    def choosing(self) -> bool:
        """Return whether anything is chosen."""
        return (self._end, self._row, self._error) != (None, None, None)

    def _mark(self) -> None:
        for end, button in self.buttons.items():
            button.setChecked(end == self._end)
        row = self._row
        if row is not None and self._end is not None:
            row = replace(row, end=int(self._end))
        self.bars.show_choice(row)
        self.tables.evaluation.show_error(self._error)
        self.turned.emit()

    @property
    def listing(self) -> Listing | None:
        """Return the ground truths of what is chosen, all lost ones where nothing is; None without outputs."""
        found, outputs = self._found, self.outputs
        if found is None or outputs is None:
            return None
        mask = outputs.lost if self._end is None else outputs.end == self._end
        chips = [] if self._end is None else [("end", end_name(self._end))]
        if self._row is not None:
            groups = self._groups[self._row.by]
            mask = mask & (groups.place == self._row.place)
            chips.append(("row", f"{_titles()[self._row.by][0]}: {self._row.words}"))
        if self._error is not None and found.evaluation is not None:
            mask = mask & np.isin(np.arange(len(mask)), found.evaluation.behind(self._error))
            chips.append(("error", error_name(self._error)))
        rows = np.flatnonzero(mask)
        places = Found(kind="", image=found.annotations.image[rows], row=rows, of=int(outputs.judged.sum()))
        name = tr("Lost") if self._end is None else end_name(self._end)
        return Listing(
            title=name,
            found=places,
            columns=lost_columns(found, outputs, rows),
            first=(SCORE, True),
            chips=tuple(chips),
            empty=self._why_empty(outputs),
        )

    def _why_empty(self, outputs: Predicted) -> str:
        """Return why nothing is listed, "" where only the choice leaves nothing."""
        if not outputs.judged.any():
            return tr("No ground truth can be judged by these outputs.")
        return "" if outputs.lost.any() else tr("No ground truth is lost.")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.sentence.setFont(sized(self.left.font(), 13, bold=True))
        self.means.setFont(sized(self.left.font(), 11))
        ink(self.means, "text_second")
        dress_captions(self.captions, theme)
        for button in self.buttons.values():
            button.set_theme(theme)
        self.totals.set_theme(theme)
        self.bars.set_theme(theme)
        self.tables.set_theme(theme)


def _again(row: Choice, names: Sequence[str]) -> Choice | None:
    """Return the row of the same name in a group of another audit, None without one, or with several elsewhere."""
    named = [place for place, name in enumerate(names) if name == row.name]
    if row.place in named:
        return row
    return replace(row, place=named[0]) if len(named) == 1 else None


def _titles() -> dict[str, tuple[str, str]]:
    """Return title and unit of each group."""
    return {
        "all": (tr("In all"), tr("share of all judged")),
        "class": (tr("By class"), tr("share of the class")),
        "size": (tr("By size"), tr("area of the box in original px², COCO's limits")),
        "side": (tr("By side"), tr("√area, network px")),
        "best_anchor": (tr("By best anchor"), tr("best IoU with any anchor")),
        "level": (tr("By level"), tr("level of the best anchor")),
    }


def _median(sides: npt.NDArray[np.float64]) -> str:
    return tr("{n} px").format(n=number(float(np.median(sides)), 1)) if len(sides) else NOTHING
