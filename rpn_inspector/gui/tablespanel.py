"""The tables under the picture: anchors, ground truths, decoded boxes with their fate, and the losses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from rpn_inspector.gui.losses import LossPanel
from rpn_inspector.gui.proposal_table import proposal_columns, rows_of
from rpn_inspector.gui.tables import Column, RowTable, anchor_columns, truth_columns
from rpn_inspector.gui.theme import Theme
from rpn_inspector.work.workspace import Request, Shown, State, compute

BY_FATE, OF_BOX_LOSS = 1, 11


def prepare(request: Request) -> Shown:
    """Compute what a request asks for, and in the same background thread the columns over all its anchors."""
    shown = compute(request)
    columns_of(shown)
    return shown


def columns_of(shown: Shown) -> list[Column]:
    """Return the columns over all anchors of what is shown, made once."""
    if "anchors" not in shown.prepared:
        shown.prepared["anchors"] = anchor_columns(shown.inspection)
    found: list[Column] = shown.prepared["anchors"]
    return found


class TablesPanel(QTabWidget):
    """One tab for each table; what is chosen in one is told as an anchor or a ground truth."""

    anchor_chosen = Signal(int)
    box_chosen = Signal(int)
    truth_chosen = Signal(int)
    fates_shown = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tables")
        self.setDocumentMode(True)
        self.setAccessibleName("Tables")
        self.anchors = RowTable("Anchors", OF_BOX_LOSS, descending=True)
        self.truths = RowTable("Ground truth", 0)
        self.proposals = RowTable("Proposals", BY_FATE)
        self.loss = LossPanel(theme)
        self._rows: np.ndarray | None = None
        self._state: State | None = None
        for widget, name in (
            (self.anchors, "Anchors"),
            (self.truths, "Ground truth"),
            (self.proposals, "Proposals"),
            (self.loss, "Loss"),
        ):
            self.addTab(widget, name)
        self.anchors.chosen.connect(self.anchor_chosen)
        self.truths.chosen.connect(self.truth_chosen)
        self.proposals.chosen.connect(self._tell_box)
        self.currentChanged.connect(lambda _: self._turned())

    @property
    def showing_fates(self) -> bool:
        """Whether the proposals are in front."""
        return self.currentWidget() is self.proposals

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in (self.anchors, self.truths, self.proposals):
            table.columns_model.theme = theme
            table.viewport().update()
        self.loss.set_theme(theme)

    def render_state(self, old: State | None, new: State) -> None:
        """Show another result, and the selection in every table."""
        self._state = new
        fresh = old is None or old.shown is not new.shown
        if fresh:
            inspection = new.shown.inspection if new.shown is not None else None
            self.anchors.fill(columns_of(new.shown) if new.shown is not None else [])
            self.truths.fill(truth_columns(inspection) if inspection is not None else [])
            proposals = inspection.proposals if inspection is not None else None
            self._rows = None if proposals is None else rows_of(proposals)
            self._count(0, "Anchors", None if inspection is None else inspection.grid.size)
            self._count(1, "Ground truth", None if inspection is None else len(inspection.gt))
            self._count(2, "Proposals", None if self._rows is None else len(self._rows))
            self.loss.show_result(new.shown)
        if fresh or old is None or old.truth != new.truth:
            self._fill_proposals()
        if fresh or old is None or (old.selection, old.truth) != (new.selection, new.truth):
            self._show_rows()

    def _count(self, tab: int, name: str, count: int | None) -> None:
        self.setTabText(tab, name if count is None else f"{name}  {count:,}")

    def _fill_proposals(self) -> None:
        """List the decoded boxes with the IoU of the focused ground truth; only while they are in front."""
        shown = self._state.shown if self._state is not None else None
        if shown is None or self._rows is None or self._state is None:
            self.proposals.fill([])
        elif self.showing_fates:
            self.proposals.fill(proposal_columns(shown.inspection, self._rows, self._state.truth))

    def _show_rows(self) -> None:
        state = self._state
        if state is not None:
            self.anchors.show_row(state.selection)
            self.truths.show_row(state.truth)
            self.proposals.show_row(self._row_of(state.selection))

    def _turned(self) -> None:
        self._fill_proposals()
        self._show_rows()
        self.fates_shown.emit(self.showing_fates)

    def _row_of(self, anchor: int | None) -> int | None:
        proposals = self._state.shown.inspection.proposals if self._state is not None and self._state.shown else None
        if anchor is None or self._rows is None or proposals is None:
            return None
        where = np.flatnonzero(proposals.all_anchor[self._rows] == anchor)
        return int(where[0]) if where.size else None

    def _tell_box(self, row: int) -> None:
        proposals = self._state.shown.inspection.proposals if self._state is not None and self._state.shown else None
        if proposals is not None and self._rows is not None:
            self.box_chosen.emit(int(proposals.all_anchor[self._rows[row]]))
