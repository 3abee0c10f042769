"""Compare: the same picture twice, linked; the differences of A and B counted, listed and explained."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.compare.fate_changes import FateComparison, compare_fates
from rpn_inspector.analysis.compare.gt_changes import GtComparison, compare_gts
from rpn_inspector.analysis.compare.label_changes import ORDER, Comparison, compare, elsewhere, partners
from rpn_inspector.core.assignment import may_ignore
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.words import FATE_WORDS, LABEL_WORDS
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.canvas.view import CanvasView, same_part
from rpn_inspector.gui.compare.changed import RISE, fate_columns, gt_columns, label_columns
from rpn_inspector.gui.compare.choosers import ComparedField
from rpn_inspector.gui.compare.gt_totals import matrix_by_state
from rpn_inspector.gui.compare.matrix import CountMatrix
from rpn_inspector.gui.compare.pair_follower import PairFollower
from rpn_inspector.gui.compare.panes import scrolled, splitter
from rpn_inspector.gui.compare.pictures import ComparedSide, PicturePair
from rpn_inspector.gui.compare.sentences import IN_BOTH, left_out, unchanged, why_failed, why_no_fates, why_undecided
from rpn_inspector.gui.compare.sheet import Sheet
from rpn_inspector.gui.shell.quick_moves import QuickMoves
from rpn_inspector.gui.widgets.counted_tabs import CountedTabs
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.fields import CheckField
from rpn_inspector.gui.widgets.i18n import refused, said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.pane_sizes import grant_layouts, lay_out
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.recipe_items import AskOutputs
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.open_request import Loaded, open_outputs
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
NONE = np.empty(0, np.int64)
POSITIVE, IGNORED = 1, -1
MARGIN, LEAST_COUNTS = 12, 352  # px
LEAST = (480, 240)  # px, of the page; Inspect needs as much beside its panels
SAME = "A and B are the same outputs: choose others above the picture."
WAITING = "The boxes with another fate are listed here once A and B both have outputs."


class ComparePage(QWidget, Part):
    """Two linked canvases, the matrix of counts, the changed anchors, and the selected anchor in A and in B.

    ``both`` keeps A and B at one picture; while pictures are passed by the panels are empty until the last.
    """

    drawn = Signal(object)  # A as it is drawn

    def __init__(
        self, work: Workspace, theme: Theme, parent: QObject, ask_outputs: AskOutputs, quick_moves: QuickMoves
    ) -> None:
        super().__init__()
        self.both = PairFollower(work, quick_moves, parent)
        self.work, self.other, self.quick_moves = work, self.both.other, quick_moves
        self.theme = theme
        self.loader = LatestWorker(lambda asked: open_outputs(*asked), "compare-outputs", parent)
        self._linking = False
        self.by_outputs = False  # true: A's recipe and other outputs in B; false: another recipe and no outputs
        self.found: Comparison | FateComparison | None = None
        self.gts_found: GtComparison | None = None
        self._rows, self._listed_by_fate = NONE, False
        self._kinds: list[int] = []  # the labels of the matrix, in its order
        self._build(theme, ask_outputs)
        self._connect()
        self.set_theme(theme)

    # Building

    def _build(self, theme: Theme, ask_outputs: AskOutputs) -> None:
        self.box = ComparedField(ask_outputs)
        self.sides = (ComparedSide("A", theme), ComparedSide("B", theme, self.box))
        self.pictures = PicturePair(self.sides, theme)
        self.matrix, self.changed = CountMatrix(theme), RowTable(tr("Changed anchors"), 0)
        self.reasons = FactTable(tr("Why they changed"), (tr("anchors"),))
        self.totals = FactTable(tr("Ground truths"), ("A", "B"), width=56)
        self.gts = RowTable(tr("Ground truths in A and in B"), 0)
        self.tabs, self.lists = CountedTabs(theme), QStackedWidget()
        for name, table in ((tr("Changed"), self.changed), (tr("Ground truth"), self.gts)):
            self.tabs.addTab(name)
            self.lists.addWidget(table)
        self.sheet = Sheet(self)
        self.beside, self.over = QToolButton(), QToolButton()
        tips = {
            "Beside": tr("the two pictures beside each other"),
            "Over": tr("B over A, with a divider to drag across"),
        }
        for button, (text, tip) in zip((self.beside, self.over), tips.items(), strict=True):
            button.setText(tr(text))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setObjectName("segment")
            button.setToolTip(as_tip(tip))
            button.setAccessibleName(f"{text}: {tip}")
        self.beside.setChecked(True)
        self.only = CheckField(tr("Draw changed anchors only"))
        self.only.setToolTip(tr("leave out what is the same in A and in B, on both pictures"))
        choosing = QHBoxLayout()
        choosing.addWidget(self.beside)
        choosing.addWidget(self.over)
        choosing.addStretch(1)
        choosing.addWidget(self.only)
        self.left_out = PlainLabel()  # which anchors the matrix leaves out, or why nothing can be compared
        self.left_out.setToolTip(tr(IN_BOTH))
        self.left_out.setWordWrap(True)
        self.left_out.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, 6, MARGIN, 0)
        column.setSpacing(4)
        column.addLayout(choosing)
        for widget in (self.left_out, self.matrix, self.reasons, self.totals):
            column.addWidget(widget)
        column.addStretch(1)
        self.counts = scrolled(left, LEAST_COUNTS, tr("Labels in A and in B"))
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addWidget(self.lists, 1)
        below = splitter(Qt.Orientation.Horizontal, (self.counts, listed), stretch=1)
        upright = splitter(Qt.Orientation.Vertical, (self.pictures, below))
        sheet = scrolled(self.sheet, 352, tr("The selected anchor in A and in B"))
        whole = splitter(Qt.Orientation.Horizontal, (upright, sheet), stretch=0)
        self._panes = {below: (LEAST_COUNTS, 720), upright: (476, 360), whole: (1072, 368)}
        self.reset_layout()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(whole)

    def _connect(self) -> None:
        self.quick_moves.settled.connect(self._settle)
        self.loader.done.connect(self._take_outputs)
        self.loader.failed.connect(lambda _, error: self.work.fail(None, Problem.general(why_failed(refused(error)))))
        self.box.recipe_chosen.connect(self._use_recipe)
        self.box.outputs_chosen.connect(self._use_outputs)
        self.box.path_chosen.connect(lambda path: self.loader.ask((path, self.work.state.dataset)))
        self.box.problem.connect(lambda message: self.work.fail(None, Problem.general(message)))
        self.over.toggled.connect(self.pictures.set_over)
        self.pictures.arranged.connect(self._link_larger)
        self.only.toggled.connect(lambda _: self._draw())
        self.changed.chosen.connect(self._select_row)
        self.gts.chosen.connect(self._focus_gt)
        self.tabs.currentChanged.connect(self.lists.setCurrentIndex)
        self.matrix.picked.connect(lambda _: self._list())
        for place, side in enumerate(self.sides):
            side.canvas.viewChanged.connect(lambda view, n=place: self._link(n, view))
        self.sides[0].canvas.clicked.connect(self._click_first)
        self.sides[1].canvas.clicked.connect(self._click_second)
        self.work.subscribe(self._first_changed)
        self.other.subscribe(self._second_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = self.matrix.theme = self.only.theme = theme
        self.reasons.set_theme(theme)
        self.totals.set_theme(theme)
        self.tabs.theme = self.gts.columns_model.theme = theme
        self.sheet.set_theme(theme)
        self.pictures.set_theme(theme)
        self.changed.columns_model.theme = theme
        self.matrix.update()

    def minimumSizeHint(self) -> QSize:
        # not the sum of all panels: panels shrink before the window grows, which has to hold those of Inspect too
        return QSize(*LEAST)

    def set_active(self, active: bool) -> None:
        """Start or stop comparing."""
        self.both.set_active(active)
        if active:
            self.set_theme(self.theme)  # a label loses its font when put into a window
            self._first_changed(None, self.work.state)

    @property
    def active(self) -> bool:
        """Return whether the page is looked at."""
        return self.both.active

    def reset_layout(self) -> None:
        """Give the panes their first sizes, and both pictures the same room."""
        for panes, sizes in self._panes.items():
            lay_out(panes, sizes)
        self.pictures.halve()

    def close_down(self) -> None:
        """Stop the background work."""
        self.both.close()
        self.loader.close()
        self.sheet.close_down()

    # What B is

    def _use_recipe(self, recipe: Recipe) -> None:
        self.by_outputs = False
        self.other.use_predictions(None, recipe=recipe)
        self.both.ask()

    def _use_outputs(self, outputs: Outputs) -> None:
        self.by_outputs = True
        self.other.use_predictions(outputs, recipe=self.work.state.recipe)
        self.both.ask()

    def _take_outputs(self, asked: tuple[object, ...], loaded: Loaded) -> None:
        """Compare with outputs read from a path; those read for another dataset are dropped."""
        if loaded.outputs is not None and asked[1] is self.work.state.dataset:
            self.box.take_outputs(loaded.outputs)

    def _first_changed(self, old: State | None, new: State) -> None:
        """Follow the picture of A; B keeps the chosen recipe or the chosen outputs."""
        if not self.active:
            return
        there, another = self.other.state, old is None or old.shown is not new.shown
        if old is None or old.timeline is not new.timeline:
            self.box.offer(new.timeline)
        place = new.index
        if new.shown is not None and new.shown.dataset is new.dataset:
            place = new.shown.index  # chosen pictures that A never shows are none of B's either
        if new.dataset is not None and (there.dataset is not new.dataset or there.index != place):
            self._follow_picture(new, place)
        elif self.by_outputs and there.recipe != new.recipe:
            self.other.use_recipe(new.recipe)
            self.both.ask()
        elif there.lost is None and (there.shown is None or (another and self.both.apart)):
            self.both.ask()
        if (self.other.state.layers, self.other.state.heat) != (new.layers, new.heat):
            self.other.show_layers(new.layers, new.heat)
        if old is None or (another and not self.both.gone_on):
            self._compare()
        if old is None or (old.selection, old.gt) != (new.selection, new.gt):
            self._show_selection()
        self._draw()
        grant_layouts(self)

    def _follow_picture(self, new: State, place: int) -> None:
        there = self.other.state
        assert new.dataset is not None
        if there.dataset is not new.dataset:
            self.box.forget_outputs()
            self.box.offer(new.timeline)
            if there.dataset is None or self.by_outputs:
                self.box.choose_first(new.recipe, new.timeline, new.predictions)
        outputs = self.other.state.predictions if self.by_outputs else None
        self.other.open(new.dataset, outputs, place, recipe=new.recipe if self.by_outputs else self.other.state.recipe)
        self.both.ask()

    def _second_changed(self, old: State, new: State) -> None:
        if (old.shown, old.lost) != (new.shown, new.lost):
            self._compare()
        self._draw()
        if old.shown is not new.shown and self.both.passing_by:
            self.repaint()  # pictures and emptied panels at once, however many keys wait
        grant_layouts(self)

    def _settle(self) -> None:
        """Fill the panels once pictures are no longer only passed by."""
        if self.active and self.both.unread:
            self._compare()
            self._draw()
            grant_layouts(self)

    # Differences

    def _inspections(self) -> tuple[Inspection, Inspection] | None:
        pair = self.both.pair
        return None if pair is None else (pair[0].inspection, pair[1].inspection)

    def _compare(self) -> None:
        both = self.both.read()
        pair = None if both is None else (both[0].inspection, both[1].inspection)
        self._rows, self.found = NONE, None
        why = partly = ""
        if both is not None and pair is not None and self.by_outputs:
            self.found = compare_fates(*pair)
            if self.found is None:
                why = why_no_fates(*both)
        elif both is not None and pair is not None:
            self.found = compare(*pair)
            words = left_out(self.found)
            why, partly = ("", words) if self.found.compared else (words, "")
            partly = " ".join(filter(None, (why, partly, why_undecided(both[0], pair[1]))))
        lost = None if pair is not None else self.other.state.lost
        words = partly or why if lost is None else why_failed(lost.text)
        if self.both.apart:
            words = tr("The picture changed on disk since A was computed: reload (F5) to compare.")
        self.left_out.setText(words)
        self.left_out.setVisible(bool(words))
        self.gts_found = None if pair is None or self.by_outputs else compare_gts(*pair)
        apart = bool(why) and self.gts_found is not None  # nothing but the ground truths can be compared
        there = pair is not None and not why
        points = pair is not None and pair[0].recipe.anchors.of_points
        self.reasons.set_heads((tr("points") if points else tr("anchors"),))
        self.only.setText(tr("Draw changed points only") if points else tr("Draw changed anchors only"))
        self.matrix.setVisible(there or apart)
        self.reasons.setVisible(there)
        waiting = tr(WAITING) if self.by_outputs and pair is not None and why else ""
        self.changed.empty_words = self._alike_words() if there else waiting
        self._show_gts(pair, apart)
        if pair is None or self.found is None or why:
            self._show_nothing(pair, apart)
            return
        if isinstance(self.found, FateComparison):
            self._show_fates(self.found)
            self.sheet.show_outputs(pair)
        else:
            self._show_labels(pair, self.found)
            self.sheet.show_recipes(pair, self.found)
        self._make_room()
        self._list()
        self._show_selection()
        self._link(0, self.sides[0].canvas.view)

    def _alike_words(self) -> str:
        same = self.by_outputs and self.work.state.predictions is self.other.state.predictions
        return tr(SAME) if same else unchanged(self.found)

    def _show_nothing(self, pair: tuple[Inspection, Inspection] | None, apart: bool) -> None:
        """Leave no number of anchors of before; the counts of ground truths stay where the grids stand ``apart``."""
        found, self.found = self.found, None
        if not apart:
            self.matrix.show_counts(None, "label", ())
        self.reasons.fill([])
        self.changed.fill([])
        self.tabs.setTabText(0, tr("Changed"))
        if pair is not None and isinstance(found, Comparison):
            self.sheet.show_recipes(pair, found)
        elif pair is not None and self.by_outputs:
            self.sheet.show_outputs(pair)  # those of one side, beside dashes
        else:
            self.sheet.show_nothing()
        self._show_selection()

    def _show_gts(self, pair: tuple[Inspection, Inspection] | None, apart: bool) -> None:
        """List the ground truths; where the grids stand ``apart``, count them and bring the list to the front."""
        found = self.gts_found
        self.totals.setVisible(found is not None)
        self.tabs.setTabVisible(1, found is not None)
        self.tabs.setTabVisible(0, not apart)
        self.tabs.setCurrentIndex(1 if apart else 0 if found is None else self.tabs.currentIndex())
        if found is None or pair is None:
            self.gts.fill([])
            self.totals.fill([])
            self.tabs.setTabText(1, tr("Ground truth"))
            return
        self.tabs.setTabText(1, f"{tr('Ground truth')}  {found.state.shape[1]:,}")
        self.gts.fill(gt_columns(pair[0], found))
        self.gts.show_row(self.work.state.gt)
        self.totals.fill([(said(name), *both) for name, *both in found.totals()])
        if apart:
            matrix, words = matrix_by_state(found) if all(found.known) else (None, [])
            self.matrix.show_counts(matrix, "ground truth", words)
            self.matrix.setVisible(matrix is not None)
            self._make_room()

    def _select_row(self, row: int) -> None:
        if not self.both.gone_on:  # else the row is of the picture before
            self.work.select(int(self._anchors()[row]))

    def _focus_gt(self, row: int) -> None:
        if not self.both.gone_on:
            self.work.focus_gt(row)
            self.other.focus_gt(row)

    def _make_room(self) -> None:
        """Let the panel of counts be as wide as whole counts need."""
        bar = self.counts.verticalScrollBar().sizeHint().width()
        self.counts.setMinimumWidth(max(LEAST_COUNTS, self.matrix.minimumWidth() + 2 * MARGIN + bar))

    def _show_labels(self, pair: tuple[Inspection, Inspection], found: Comparison) -> None:
        ignoring = any(may_ignore(one.recipe.matcher.causes) for one in pair)
        kept = [
            place
            for place, label in enumerate(ORDER[: len(found.matrix)])
            if label != IGNORED or ignoring or found.matrix[place].any() or found.matrix[:, place].any()
        ]
        self._kinds = [ORDER[place] for place in kept]
        roles = [LABEL_WORDS[label] for label in self._kinds]
        positive = (self._kinds.index(POSITIVE),)
        untold = [() if one.positives_known else positive for one in pair]
        self.matrix.show_counts(
            found.matrix[np.ix_(kept, kept)], "label", [tr(role) for role in roles], roles, (untold[0], untold[1])
        )
        self.reasons.title.setText(tr("Why labels changed"))
        counts = np.bincount(found.reasons, minlength=len(found.whys)).tolist()
        rows = [
            (why.told(tr(why.words), said), f"{count:,}")
            for why, count in zip(found.whys, counts, strict=True)
            if count
        ]
        rows += [(tr("changed, of {compared:,}").format(compared=found.compared), f"{found.differing:,}")]
        self.reasons.fill(rows, bold_last=True)

    def _show_fates(self, found: FateComparison) -> None:
        self.matrix.show_counts(found.matrix, "fate", [tr(FATE_WORDS[fate]) for fate in found.fates])
        self.reasons.title.setText(tr("How fates changed"))
        rows = [(said(text), f"{count:,}") for text, count in found.changes()]
        self.reasons.fill(
            [*rows, (tr("changed, of {anchors:,}").format(anchors=found.anchors), f"{len(found.changed):,}")],
            bold_last=True,
        )

    def _anchors(self) -> Indices:
        """Return the listed anchors' flat indices in A."""
        if self.found is None:
            return NONE
        changed = self.found.changed if isinstance(self.found, FateComparison) else self.found.changed_a
        return np.asarray(changed[self._rows])

    def _list(self) -> None:
        """List the changed anchors, of the picked cell alone if a cell is picked."""
        pair, found = self._inspections(), self.found
        if pair is None or found is None:
            self._list_gts()
            return
        a, b = pair
        columns: list[Column]
        by_fate = isinstance(found, FateComparison)
        if by_fate != self._listed_by_fate:
            self.changed.fill([])
            self.changed.sort_first_by(RISE if by_fate else 0, descending=by_fate)
            self._listed_by_fate = by_fate
        if isinstance(found, FateComparison):
            assert a.proposals is not None
            assert b.proposals is not None
            fates = a.proposals.fate[found.changed], b.proposals.fate[found.changed]
            self._rows = self._in_cell(fates, [int(fate) for fate in found.fates])
            columns = fate_columns(a, b, found, self._rows)
        else:
            labels = a.assignment.label[found.changed_a], b.assignment.label[found.changed_b]
            self._rows = self._in_cell(labels, self._kinds)
            columns = label_columns(a, b, found, self._rows)
        self.changed.fill(columns)
        self.tabs.setTabText(0, f"{tr('Changed')}  {len(self._rows):,}")
        self._draw()

    def _list_gts(self) -> None:
        """List the ground truths of the picked cell alone, all where none is picked."""
        found = self.gts_found
        if found is not None and self.matrix.what == "ground truth":
            mask = None
            if self.matrix.chosen is not None:
                row, column = self.matrix.chosen
                mask = (found.state[0] == row) & (found.state[1] == column)
            self.gts.show_only(mask)

    def _in_cell(self, values: tuple[Array, Array], kinds: list[int]) -> Indices:
        if self.matrix.chosen is None:
            return np.arange(len(values[0]))
        row, column = self.matrix.chosen
        return np.flatnonzero((values[0] == kinds[row]) & (values[1] == kinds[column]))

    def _draw(self) -> None:
        """Draw both sides; the listed anchors alone if the box is ticked."""
        if not self.active:
            return
        for side, state, second in zip(self.sides, self.both.drawn, (False, True), strict=True):
            only = None  # what is typed into the filter of Inspect holds for neither
            if self.only.isChecked() and self.found is not None and state.shown is not None:
                only = np.zeros(state.shown.inspection.grid.size, bool)
                only[self._anchors_in_b() if second else self._anchors()] = True
            outputs = state.predictions if self.by_outputs else None
            side.show_state(None, state, only, self.box.name_of(outputs) if outputs is not None else "")
        self.drawn.emit(self.both.drawn[0])

    def _anchors_in_b(self) -> Indices:
        return self.found.changed_b[self._rows] if isinstance(self.found, Comparison) else self._anchors()

    # One anchor

    def _show_selection(self) -> None:
        """Show the numbers of the selected anchor and of the focused ground truth, in A and in B."""
        pair, anchor, gt = self._inspections(), self.work.state.selection, self.work.state.gt
        if self.both.gone_on or self.both.passing_by:  # what is selected is not in the pictures drawn
            pair = anchor = gt = None
        partner = self._partner(anchor)
        if pair is not None:
            self.other.focus_gt(gt)  # one ground truth in both, whichever the anchor belongs to in B
            # without a partner B shows its own best anchor of the focused ground truth, never one of before
            if partner is not None or anchor is None or gt is None:
                self.other.select(partner, keep_gt=True)
        self.sheet.show_anchor(pair, anchor, partner)
        self.sheet.show_gt(pair, anchor, gt)
        where = np.flatnonzero(self._anchors() == anchor) if anchor is not None else NONE
        self.changed.show_row(int(where[0]) if where.size else None)
        self.gts.show_row(gt)

    def _partner(self, anchor: int | None) -> int | None:
        """Return the index in B of the anchor at the place of ``anchor`` in A, None without a partner."""
        pair = self._inspections()
        if pair is None or anchor is None:
            return None
        mine, other = partners(pair[0].grid, pair[1].grid, elsewhere(pair[0].frame, pair[1].frame))
        place = int(np.searchsorted(mine, anchor))
        return int(other[place]) if place < len(mine) and mine[place] == anchor else None

    def _click_first(self, x: float, y: float) -> None:
        """Select the anchor under a click in A, at (x, y) network px, whatever the filter of Inspect lets through."""
        if not self.both.gone_on:
            self.work.click(x, y, filtered=False)

    def _click_second(self, x: float, y: float) -> None:
        """Select in A the anchor under a click in B, at (x, y) network px of B; mapped through original px."""
        pair = self._inspections()
        if pair is not None:
            point = pair[1].to_original(np.array([[x, y, x, y]]))
            at = pair[0].to_network(point)[0]
            self._click_first(float(at[0]), float(at[1]))

    def _link(self, source: int, view: CanvasView) -> None:
        """Let the other canvas show the same part of the picture, in original px."""
        pair = self._inspections()
        if self._linking or pair is None or not self.active or self.pictures.laying_out:
            return
        # `show_view` makes the other canvas emit viewChanged, which would lead back here.
        self._linking = True
        whole = self.sides[source].canvas.fits
        self.sides[1 - source].canvas.show_view(same_part(view, pair[source].frame, pair[1 - source].frame), whole)
        self._linking = False

    def _link_larger(self) -> None:
        """Let the smaller of two panes with the whole picture follow the larger, else B follow A."""
        a, b = (side.canvas for side in self.sides)
        source = 1 if a.fits and b.fits and b.width() > a.width() else 0
        self._link(source, self.sides[source].canvas.view)
