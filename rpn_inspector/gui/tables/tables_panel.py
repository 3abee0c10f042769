"""The tables under the picture: anchors, ground truths, decoded boxes with fates, and the losses."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.tables.anchor_columns import anchor_columns
from rpn_inspector.gui.tables.filter_line import FilterLine
from rpn_inspector.gui.tables.funnel import NO_PREDICTIONS
from rpn_inspector.gui.tables.gt_columns import gt_columns
from rpn_inspector.gui.tables.loss_panel import LossPanel
from rpn_inspector.gui.tables.lost_columns import lost_columns, sources_of
from rpn_inspector.gui.tables.proposal_columns import proposal_columns, rows_of
from rpn_inspector.gui.tables.ranking_page import RankingPage
from rpn_inspector.gui.tables.stage_tables import StageTables
from rpn_inspector.gui.widgets.counted_tabs import CountedTabs
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.no_outputs import why_absent
from rpn_inspector.gui.widgets.outline import Mark, Outline, Piece
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, SortedRows
from rpn_inspector.gui.widgets.theme import Theme, px, text_scale
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

BY_FATE = 1
BY_AREA_LEFT = 5
FILTER_HEIGHT, LEAST_FILTER, LEAST_WIDTH = 24, 104, 420
MOST_LINES = 2  # of the filter's error; the tooltip holds the whole text
NONE_PASSES = "Nothing passes the filter."


class TablesPanel(QTabWidget, Part):
    """A tab for each table; a chosen row is emitted as an anchor or a ground truth."""

    anchor_chosen = Signal(int)
    candidate_chosen = Signal(str, int)
    box_chosen = Signal(int)
    way_chosen = Signal(int)  # an anchor in a page of the focused ground truth
    gt_chosen = Signal(int)
    place_chosen = Signal(object)  # a box (4,) of network px
    lost_chosen = Signal(int)  # its place among a trained picture's boxes
    fates_shown = Signal(bool)
    filter_wanted = Signal(str)
    filter_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tables")
        self.tabs = CountedTabs(theme, self)
        self.setTabBar(self.tabs)
        self.setDocumentMode(True)
        self.setAccessibleName(tr("Tables"))
        self.setMinimumWidth(LEAST_WIDTH)
        self.tabs.setUsesScrollButtons(True)
        self.anchors = RowTable(tr("Anchors"), 0, descending=True)
        self.ground_truths = RowTable(tr("Ground truth"), 0)
        self.proposals = RowTable(tr("Proposals"), BY_FATE)
        self.loss = LossPanel(theme)
        self.theme, self._words = theme, ""
        self._below = 0  # px of the filter under the tabs
        self._rows: np.ndarray | None = None
        self._state: State | None = None
        self._prepared: WeakKeyDictionary[Shown, tuple[list[Column], SortedRows]] = WeakKeyDictionary()
        self._told: set[QWidget] = set()  # the tabs filled with the present result
        for widget, name in (
            (self.anchors, tr("Anchors")),
            (self.ground_truths, tr("Ground truth")),
            (self.proposals, tr("Proposals")),
            (self.loss, tr("Loss")),
        ):
            self.addTab(widget, name)
        self.ranking = RankingPage()
        self.setTabVisible(self.addTab(self.ranking, tr("Candidates")), False)
        self.lost = RowTable(tr("Lost boxes"), BY_AREA_LEFT, descending=True)
        self.setTabVisible(self.addTab(self.lost, tr("Lost boxes")), False)
        self.stages = StageTables(self)
        for page, name, _ in self.stages.tabs:
            self.setTabVisible(self.addTab(page, name), False)
        self.filter = FilterLine(theme, self)  # in the row of the tabs
        self.problem = PlainLabel(self)  # between the tabs and the heads, near the text being typed
        self.problem.setWordWrap(True)
        self.problem.setObjectName("filterProblem")
        self.problem.setAccessibleName(tr("What is wrong with the filter"))
        self.problem.hide()
        self.problem.installEventFilter(self)
        self.filter.wanted.connect(self.filter_wanted)
        self.filter.left.connect(self.filter_left)
        self.filter.said.connect(self._say)
        self.anchors.chosen.connect(self.anchor_chosen)
        self.ground_truths.chosen.connect(self.gt_chosen)
        self.proposals.chosen.connect(self._tell_box)
        self.lost.chosen.connect(self._tell_lost)
        self.stages.anchor_chosen.connect(self.way_chosen)
        self.ranking.chosen.connect(self.way_chosen)
        self.stages.candidate_chosen.connect(self.candidate_chosen)
        self.currentChanged.connect(lambda _: self._turned())

    @property
    def fates_in_front(self) -> bool:
        """Whether the proposals are in front."""
        return self.currentWidget() is self.proposals

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in (self.anchors, self.ground_truths, self.proposals, self.lost):
            table.columns_model.theme = theme
            table.viewport().update()
        self.loss.set_theme(theme)
        self.ranking.set_theme(theme)
        self.stages.set_theme(theme)
        self.filter.set_theme(theme)
        self.theme = self.tabs.theme = theme
        self.update()
        self._say(self.filter.message, bool(self.filter.property("wrong")))

    def outline(self, theme: Theme) -> Outline:
        """Return the tabs and the table in front without any number."""
        front = self.currentWidget()
        marks: dict[QWidget, tuple[Mark, ...]] = {self.tabs: self.tabs.marks(counts=False)}
        if isinstance(front, RowTable):
            marks[front] = front.outline(theme)
        return tuple(Piece(QRect(one.mapTo(self, QPoint()), one.size()), its) for one, its in marks.items())

    # Columns

    def _tables(self) -> dict[str, RowTable]:
        tables = {"anchors": self.anchors, "truths": self.ground_truths, "proposals": self.proposals}
        stages = self.stages
        tables |= {"ranking": self.ranking.table, "lost": self.lost}
        return tables | {"way": stages.way.table, "candidates": stages.candidates, "detections": stages.detections}

    def save(self, memory: dict[str, Any]) -> None:
        memory["columns"] = self.hidden_columns()

    def restore(self, memory: dict[str, Any]) -> None:
        self.hide_columns(memory.get("columns"))

    def hidden_columns(self) -> dict[str, list[str]]:
        """Return the titles of the hidden columns by table, for tables changed by the user; for the settings."""
        chosen = {name: table.chosen_columns for name, table in self._tables().items()}
        return {name: sorted(titles) for name, titles in chosen.items() if titles is not None}

    def hide_columns(self, remembered: object) -> None:
        """Hide the columns from `hidden_columns`; anything else is ignored."""
        for name, titles in remembered.items() if isinstance(remembered, dict) else ():
            if name in self._tables() and isinstance(titles, list):
                self._tables()[name].hide_columns(frozenset(map(str, titles)))

    # The filter line

    def _say(self, message: str, serious: bool) -> None:
        """Show or clear the filter's error; in a quiet colour while the user still types."""
        colour = self.theme.negative_text if serious else self.theme.text_second
        ground, line = self.theme.field, self.theme.line
        self.problem.setStyleSheet(
            f"background: {ground}; color: {colour}; padding: 0 8px; border-bottom: 1px solid {line};"
        )
        self._words = message
        self._arrange()
        self.problem.setVisible(bool(message))

    def _arrange(self) -> None:
        bar = self.tabs
        bar.set_compact(self.width() < bar.width_of(compact=False) + px(LEAST_FILTER) + 24)
        high, room = px(FILTER_HEIGHT), self.width() - bar.width_of(bar.compact) - 24
        below = room < LEAST_FILTER and text_scale() > 1  # of large text the tabs leave no room beside them
        width = self.width() - 16 if below else max(px(LEAST_FILTER), min(460, room))
        top = bar.height() + 2 if below else (bar.height() - high) // 2
        self._below = high + 4 if below else 0
        place = QRect(self.width() - width - 8, top, width, high)
        if place != self.filter.geometry():
            self.filter.setGeometry(place)
            self.filter.raise_()
        self._make_room(self._below + (self._arrange_problem() if self._words else 0))

    def _arrange_problem(self) -> int:
        """Place the filter's error under the tabs, in as few lines as needed; return the height, px."""
        metrics, room = self.problem.fontMetrics(), max(1, self.width() - 24)
        lines = min(MOST_LINES, -(-metrics.horizontalAdvance(self._words) // room))
        least = room * lines - (lines - 1) * metrics.averageCharWidth() * 12  # a line breaks before a word
        height = lines * metrics.lineSpacing() + 8
        self.problem.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, least))
        self.problem.setToolTip(as_tip(self._words))
        self.problem.setGeometry(0, self.tabs.height() + self._below, self.width(), height)
        self.problem.raise_()
        return height

    def _make_room(self, height: int) -> None:
        """Let the tables begin ``height`` px lower."""
        pages = required(self.currentWidget().parentWidget())
        if pages.contentsMargins().top() != height:
            pages.setContentsMargins(0, height, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row of the tabs as one strip with a line below."""
        painter, height = QPainter(self), self.tabBar().height()
        painter.fillRect(self.rect(), QColor(self.theme.dock))
        painter.fillRect(0, height - 1, self.width(), 1, QColor(self.theme.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.problem and event.type() == QEvent.Type.MouseButtonPress:
            self.filter.go_to_error()
        return super().eventFilter(watched, event)

    # What is shown

    def prepare(self, shown: Shown) -> None:
        """Make and sort the rows of an answer that nobody looks at yet; in any thread."""
        columns = anchor_columns(shown.values)
        self._prepared[shown] = columns, self.anchors.columns_model.sorted_rows(columns, _first(columns, shown))

    def render_state(self, old: State | None, new: State) -> None:
        """Show another result, and the selection in every table."""
        self._state = new
        fresh = old is None or old.shown is not new.shown
        mask = new.passing.mask if new.passing is not None else None
        if fresh:
            inspection = new.shown.inspection if new.shown is not None else None
            ready = None if new.shown is None else self._prepared.get(new.shown)
            columns, sorted_ = ready or ([] if new.shown is None else anchor_columns(new.shown.values), None)
            self.anchors.columns_model.first = _first(columns, new.shown)
            self.anchors.fill(columns, mask, sorted_)
            proposals = inspection.proposals if inspection is not None else None
            self._rows = None if proposals is None else rows_of(proposals)
            points = inspection is not None and inspection.recipe.anchors.of_points
            self._count(self.anchors, tr("Points") if points else tr("Anchors"), _size(inspection))
            self._count(self.ground_truths, tr("Ground truth"), None if inspection is None else len(inspection.gt))
            self._count(self.proposals, tr("Proposals"), None if self._rows is None else len(self._rows))
            self._offer_lost()
            self._told = set()
            self._fill_front()
        filtered = fresh or old is None or old.passing is not new.passing
        if filtered:
            self._say_empty(new)
        if filtered and not fresh:
            self.anchors.show_only(mask)
        if filtered or old is None or old.gt != new.gt:
            self._fill_proposals()
        if filtered or old is None or (old.selection, old.gt) != (new.selection, new.gt):
            self._show_rows()
        self._show_ranking(new, fresh or old is None or old.gt != new.gt)
        self.stages.render_state(old, new, self.currentWidget())
        if self._offer_stages(new) or fresh:
            self._arrange()
        self.filter.render_state(old, new)

    def _show_ranking(self, state: State, another: bool) -> None:
        """Show the candidates of the focused ground truth while in front; the tab where the rule ranks any."""
        place, offered = self.indexOf(self.ranking), state.recipe.matcher.ranks
        if self.isTabVisible(place) != offered:
            if not offered and self.currentWidget() is self.ranking:
                self.setCurrentIndex(0)
            self.setTabVisible(place, offered)
        if self.currentWidget() is self.ranking:
            if another:
                self.ranking.show_ranking(None if state.shown is None else state.shown.inspection, state.gt)
            self.ranking.show_row(state)

    def _offer_stages(self, state: State) -> bool:
        """Show the tabs of a second stage where the recipe has one and outputs are open; return whether any changed."""
        offered = bool(state.recipe.further) and state.predictions is not None
        before = [(self.tabText(n), self.isTabVisible(n)) for n in range(self.count())]
        if not offered and self.currentWidget() in [widget for widget, *_ in self.stages.tabs]:
            self.setCurrentIndex(0)
        for widget, name, count in self.stages.tabs:
            place = self.indexOf(widget)
            self._count(widget, name, count)
            if self.isTabVisible(place) != offered:
                self.setTabVisible(place, offered)
        return before != [(self.tabText(n), self.isTabVisible(n)) for n in range(self.count())]

    def add_page(self, page: QWidget, name: str) -> None:
        """Have another tab, not offered yet."""
        self.setTabVisible(self.addTab(page, name), False)

    def offer(self, page: QWidget, there: bool) -> None:
        """Show the tab of a page from `add_page`, or hide it."""
        if not there and self.currentWidget() is page:
            self.setCurrentIndex(0)
        if self.isTabVisible(self.indexOf(page)) != there:
            self.setTabVisible(self.indexOf(page), there)
            self._arrange()

    def _offer_lost(self) -> None:
        """Show the tab of lost boxes where a trained picture tells them."""
        sources, place = sources_of(self._inspection), self.indexOf(self.lost)
        if sources is None and self.currentWidget() is self.lost:
            self.setCurrentIndex(0)
        self._count(self.lost, tr("Lost boxes"), None if sources is None else len(sources.gone))
        if self.isTabVisible(place) != (sources is not None):
            self.setTabVisible(place, sources is not None)

    @property
    def _inspection(self) -> Inspection | None:
        shown = self._state.shown if self._state is not None else None
        return None if shown is None else shown.inspection

    def _tell_lost(self, row: int) -> None:
        sources = sources_of(self._inspection)
        if sources is not None:
            self.lost_chosen.emit(int(sources.gone[row]))
            if np.isfinite(box := sources.box[sources.gone[row]]).all():
                self.place_chosen.emit(box)

    def _say_empty(self, state: State) -> None:
        """Put into each table why it is empty: by a filter only where there is one, nothing without a picture."""
        anchors, boxes = tr("No anchor in this picture."), tr("No decoded box in this picture.")
        if state.filter:
            anchors = boxes = tr(NONE_PASSES)
        if self._rows is None:
            boxes = why_absent(state.shown, NO_PREDICTIONS)
        words = anchors, tr("No ground truth in this picture."), boxes
        for table, text in zip((self.anchors, self.ground_truths, self.proposals), words, strict=True):
            table.empty_words = "" if state.shown is None else text

    def _count(self, widget: QWidget, name: str, count: int | None) -> None:
        tab = self.indexOf(widget)
        text = name if count is None else f"{name}  {count:,}"
        if text != self.tabText(tab):
            self.setTabText(tab, text)

    def _fill_front(self) -> None:
        """Fill the tab in front unless filled with the result already; hidden tabs wait.

        A hidden tab changing size would lay out the whole window anew. The anchors are always filled: keys step through
        the anchors from anywhere.
        """
        shown = self._state.shown if self._state is not None else None
        if shown is None:  # what is gone does not wait behind a tab
            self.ground_truths.fill([])
            self.loss.show_result(None)
            self.lost.fill([])
        front = self.currentWidget()
        if front in self._told:
            return
        self._told.add(front)
        if front is self.ground_truths:
            self.ground_truths.fill(gt_columns(shown.inspection) if shown is not None else [])
        elif front is self.loss:
            self.loss.show_result(shown)
        elif front is self.lost:
            sources = sources_of(self._inspection)
            self.lost.empty_words = tr("Augmentation lost no box of this picture.")
            self.lost.fill([] if sources is None or shown is None else lost_columns(shown.inspection, sources))

    def _fill_proposals(self) -> None:
        """List the decoded boxes with the IoU of the focused ground truth; only while in front."""
        shown = self._state.shown if self._state is not None else None
        if shown is None or self._rows is None or self._state is None:
            self.proposals.fill([])
        elif self.fates_in_front:
            mask = self._state.passing.mask if self._state.passing is not None else None
            anchors = shown.inspection.proposals.all_anchor[self._rows] if shown.inspection.proposals else None
            passes = None if mask is None or anchors is None else mask[anchors]
            self.proposals.fill(proposal_columns(shown.inspection, self._rows, self._state.gt), passes)

    def _show_rows(self) -> None:
        state = self._state
        if state is not None:
            self.anchors.show_row(state.selection)
            self.ground_truths.show_row(state.gt)
            self.proposals.show_row(self._row_of(state.selection))
            suppressor = self._suppressor(state.selection)
            self.anchors.mark_row(suppressor)
            self.proposals.mark_row(self._row_of(suppressor))

    def _suppressor(self, anchor: int | None) -> int | None:
        """Return the anchor whose box suppressed that of ``anchor``, None without."""
        shown = self._state.shown if self._state is not None else None
        proposals = None if shown is None else shown.inspection.proposals
        if anchor is None or proposals is None or proposals.suppressed_by[anchor] < 0:
            return None
        return int(proposals.suppressed_by[anchor])

    def _turned(self) -> None:
        self._fill_front()
        self._fill_proposals()
        self._show_rows()
        if self._state is not None:
            self._show_ranking(self._state, another=True)
        self.stages.fill(self.currentWidget())
        self.fates_shown.emit(self.fates_in_front)

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


def _size(inspection: Inspection | None) -> int | None:
    return None if inspection is None else inspection.grid.size


def _first(columns: list[Column], shown: Shown | None) -> tuple[int, Qt.SortOrder]:
    """Return the column that rows are sorted by as long as the user chose none."""
    without_loss = shown is None or bool(shown.values.lacks("loss"))
    first = _place(columns, *((tr("IoU"), tr("Asked by")) if without_loss else (tr("Box share"),)))
    return first, Qt.SortOrder.DescendingOrder if first else Qt.SortOrder.AscendingOrder


def _place(columns: list[Column], *titles: str) -> int:
    """Return the place of the column of the first of ``titles`` that a recipe has, 0 where it has none."""
    places = {column.title: place for place, column in reversed(list(enumerate(columns)))}
    return next((places[title] for title in titles if title in places), 0)
