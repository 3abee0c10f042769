"""The tabs of a second stage: the way of a ground truth, the candidates, the detections."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.tables.candidate_columns import candidate_columns, detection_columns
from rpn_inspector.gui.tables.way_page import WayPage
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.no_outputs import why_absent
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.staged import Staged, staged_of
from rpn_inspector.session.state import State

NO_STAGE = "No outputs of both stages are open. Open some with Ctrl+P."
NO_DETECTIONS = "Not every proposal has outputs of the head, so there are no detections."


class StageTables(QObject):
    """The widgets of three tabs, filled while in front; without a stage they are empty.

    Rows speak of the stage looked at, else of the last. ``candidate_chosen(stage, candidate)``, ``anchor_chosen``.
    """

    candidate_chosen = Signal(str, int)
    anchor_chosen = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.way = WayPage()
        self.candidates, self.detections = RowTable(tr("RoI head"), 0), RowTable(tr("Detections"), 0)
        self.staged: Staged | None = None
        self._state: State | None = None
        self._told: dict[QWidget, tuple[object, ...]] = {}
        self.way.chosen.connect(self.anchor_chosen)
        self.way.candidate_chosen.connect(self._tell)
        self.candidates.chosen.connect(self._tell)
        self.detections.chosen.connect(self._tell_detection)

    @property
    def tabs(self) -> tuple[tuple[QWidget, str, int | None], ...]:
        """Return the widgets with the tabs' names and counts, None without a number."""
        one = None if self.staged is None else self.staged.result
        found = None if one is None or one.detections is None else len(one.detections.boxes)
        return (
            (self.way, tr("Way"), None),
            (self.candidates, tr("RoI head"), None if one is None else one.grid.size),
            (self.detections, tr("Detections"), found),
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.way.set_theme(theme)
        for table in (self.candidates, self.detections):
            table.columns_model.theme = theme
            table.viewport().update()

    def render_state(self, old: State | None, new: State, front: QWidget) -> None:
        """Take another state, and fill the tab in front."""
        before = None if old is None else (old.shown, old.passing, old.staged)
        if before != (new.shown, new.passing, new.staged):
            self.staged = new.staged if new.staged is not None else _last(new)
        self._state = new
        self.fill(front)

    def fill(self, front: QWidget) -> None:
        """Fill the tab in front unless filled with the same already, and empty what is gone."""
        state, staged = self._state, self.staged
        if state is None:
            return
        key: tuple[object, ...] = (state.shown, staged, state.gt if front is self.way else None)
        for widget in (self.way, self.candidates, self.detections):
            if (widget is front or staged is None) and self._told.get(widget) != key:
                self._told[widget] = key
                self._fill(widget, state)
        if front is self.way:
            self.way.show_row(state)
        elif front is self.candidates:
            self.candidates.show_row(self._candidate(state))
        elif front is self.detections:
            self.detections.show_row(self._detection(self._candidate(state)))

    def _fill(self, widget: QWidget, state: State) -> None:
        inspection, staged = None if state.shown is None else state.shown.inspection, self.staged
        if widget is self.way:
            self.way.show_way(inspection, staged, state.gt, None if state.passing is None else state.passing.mask)
            return
        table = self.candidates if widget is self.candidates else self.detections
        detected = staged is not None and staged.result.detections is not None
        table.empty_words = "" if state.shown is None else why_absent(state.shown, NO_STAGE)
        if inspection is None or staged is None or not (detected or table is self.candidates):
            if inspection is not None and staged is not None:
                table.empty_words = tr(NO_DETECTIONS)
            table.fill([])
            return
        table.empty_words = tr("Nothing passes the filter.") if state.filter else tr("None in this picture.")
        if table is self.candidates:
            table.fill(candidate_columns(inspection, staged), staged.mask)
        else:
            table.fill(detection_columns(inspection, staged), _passing(staged))

    def _candidate(self, state: State) -> int | None:
        """Return the selected candidate, that of the selected anchor where anchors are looked at."""
        if state.staged is not None:
            return state.candidate
        return None if self.staged is None else self.staged.of_anchor(state.selection)

    def _detection(self, candidate: int | None) -> int | None:
        staged = self.staged
        if staged is None or candidate is None or staged.result.detections is None:
            return None
        where = np.flatnonzero(staged.result.detections.proposal == staged.result.source[candidate])
        return int(where[0]) if where.size else None

    def _tell(self, candidate: int) -> None:
        if self.staged is not None:
            self.candidate_chosen.emit(self.staged.result.name, candidate)

    def _tell_detection(self, row: int) -> None:
        if self.staged is not None and self.staged.result.detections is not None:
            proposal = int(self.staged.result.detections.proposal[row])
            self._tell(int(self.staged.result.candidate_of()[proposal]))


def _last(state: State) -> Staged | None:
    """Return the last stage of what is shown, None without one."""
    if state.shown is None or not state.shown.inspection.stages:
        return None
    mask = None if state.passing is None else state.passing.mask
    return staged_of(state.shown.inspection, list(state.shown.inspection.stages)[-1], mask)


def _passing(staged: Staged) -> np.ndarray | None:
    """Return the detections (M,) whose proposals pass the filter, None for all."""
    found = staged.result.detections
    if staged.mask is None or found is None:
        return None
    return np.asarray(staged.mask[staged.result.candidate_of()[found.proposal]])
