"""The page of one ground truth's candidates by rank, with the parts of what ranks them, and the cut as a line."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.contests import Ranking, takers
from rpn_inspector.core.formulas.numbers import NOTHING, number, telling
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, width_for
from rpn_inspector.gui.widgets.theme import Theme, sized
from rpn_inspector.session.state import State

NO_GT = "Choose a ground truth, by G or a row of its table, to see which candidates it takes and why."
UNRANKED = "by geometry alone: no prediction is known that would rank them"


class RankingPage(QWidget):
    """The cut in words above the table of candidates; ``chosen`` emits an anchor."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Candidates"))
        self.words, self.table = ElidedLabel(), RowTable(tr("Candidates"), 0)
        self.words.setContentsMargins(8, 4, 8, 4)
        self.ranking: Ranking | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.table.columns_model.theme = theme
        self.words.setFont(sized(self.font(), 12))
        self.words.setStyleSheet(f"color: {theme.text_second}; background: {theme.dock}")
        self.table.viewport().update()

    def show_ranking(self, inspection: Inspection | None, gt: int | None) -> None:
        """Show the candidates of ground truth ``gt``, from 0; why there are none where it is None."""
        self.ranking, name = None, ""
        if inspection is not None and gt is not None and gt < len(inspection.gt) and inspection.used[gt]:
            self.ranking = inspection.recipe.matcher.ranking(gt, inspection.assignment)
            name = f"{gt + 1} {inspection.sample.class_name(gt)}"
        self.words.setVisible(self.ranking is not None)
        if self.ranking is None or inspection is None:
            self.table.empty_words = "" if inspection is None else tr(NO_GT)
            self.table.cut = 0
            self.table.fill([])
            return
        words = said(self.ranking.cut) or tr(UNRANKED)
        self.words.setText(tr("{name}, {words}").format(name=name, words=words))
        self.table.empty_words = tr("It has no candidate: no prediction can make an anchor positive for it.")
        self.table.cut = self.ranking.above
        self.table.fill(ranking_columns(inspection, self.ranking))

    def show_row(self, state: State) -> None:
        """Select the row of the selected anchor."""
        if self.ranking is not None:
            where = np.flatnonzero(self.ranking.anchor == (-1 if state.selection is None else state.selection))
            self.table.show_row(int(where[0]) if where.size else None)

    def _tell(self, row: int) -> None:
        if self.ranking is not None:
            self.chosen.emit(int(self.ranking.anchor[row]))


def ranking_columns(inspection: Inspection, ranking: Ranking) -> list[Column]:
    """Return the columns over the C candidates of a ground truth, the best first."""
    grid, count = inspection.grid, len(ranking.anchor)
    place, points = grid.locate(ranking.anchor), inspection.recipe.anchors.of_points
    levels = [grid.levels[level].name for level in place.level.tolist()]
    rank = np.arange(count) + 1
    columns = [
        Column(tr("Rank"), 40, rank, lambda r: f"{r + 1:,}", tr("by {what}").format(what=_ranked_by(ranking))),
        Column(
            tr("Point") if points else tr("Anchor"), 56, ranking.anchor, lambda r: f"{ranking.anchor[r]:,}",
            tr("flat index"),
        ),
        Column(tr("Level"), 42, place.level, lambda r: levels[r], tr("feature level"), left=True),
        Column(
            tr("Cell"), 54, place.y * 100_000 + place.x, lambda r: f"{place.x[r]}, {place.y[r]}", tr("cell x, y"),
            exact=False,
        ),
    ]  # fmt: skip
    for head, values in zip(ranking.heads, ranking.parts, strict=True):
        text = partial(_part, values)
        columns.append(Column(said(head.text), 58, values.astype(np.float32), text, said(head.tip) or said(head.text)))
    if not ranking.heads:
        return columns
    takes = [_takers(inspection, anchor) if ranking.wanted[n] else NOTHING for n, anchor in enumerate(ranking.anchor)]
    owners = [_owner(ranking, n) for n in range(count)]
    columns += [
        Column(
            tr("Taken by"), width_for(58, takes, 120), ranking.wanted, lambda r: takes[r],
            tr("the ground truths that took it, before contests"), left=True,
        ),
        Column(
            tr("Owner"), width_for(64, owners, 120), ranking.owner.astype(np.int64), lambda r: owners[r],
            tr("the ground truth that got it, and the number that decided where several took it"), left=True,
            swatch=lambda r: "positive" if ranking.owner[r] >= 0 else "",
        ),
        Column(
            tr("Target"), 50, ranking.target.astype(np.float32),
            lambda r: number(float(ranking.target[r]), 3) if ranking.owner[r] >= 0 else NOTHING,
            tr("soft target of its class"),
        ),
    ]  # fmt: skip
    return columns


def _ranked_by(ranking: Ranking) -> str:
    return said(ranking.heads[-1].text) if ranking.heads else tr("flat index")


def _part(values: np.ndarray, row: int) -> str:
    return telling(float(values[row]))


def _takers(inspection: Inspection, anchor: int) -> str:
    return ", ".join(str(gt + 1) for gt in takers(inspection.assignment, anchor).tolist())


def _owner(ranking: Ranking, row: int) -> str:
    owner = int(ranking.owner[row])
    if owner < 0:
        return NOTHING
    return f"{owner + 1}, {telling(float(ranking.decided[row]))}" if ranking.wanted[row] > 1 else str(owner + 1)
