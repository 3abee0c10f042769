"""The tables beside the ends: losses by class, size and level, the hardest ground truths and images, calibration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.output_counts import BINS
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.suggest import Suggestions
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.evaluation_tables import EvaluationTables
from rpn_inspector.gui.audit.help_table import HelpTable
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, width_for
from rpn_inspector.gui.widgets.theme import Theme, px, sized

Floats = npt.NDArray[np.float64]
MARGIN = 12
HARDEST, SHOWN = 50, 6  # rows; of them in sight
MOST = 30  # classes


class LossTables(QWidget):
    """``place_wanted`` emits a picture and a row, -1 for the picture as a whole."""

    place_wanted = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        heads = (tr("boxes"), tr("box loss"), tr("objectness + class"))
        unit = tr("mean of a box with an anchor in the mini-batch")
        self.losses = {
            "class": FactTable(tr("Loss by class"), heads, unit, lead=tr("class"), width=62),
            "size": FactTable(tr("Loss by size"), heads, tr("area in original px²"), lead=tr("size"), width=62),
            "level": FactTable(tr("Loss by level"), heads, tr("of the best anchor"), lead=tr("level"), width=62),
        }
        self.titles = [PlainLabel(tr("Hardest ground truths")), PlainLabel(tr("Hardest images"))]
        self.hardest, self.images = _short_table(self.titles[0].text(), 2), _short_table(self.titles[1].text(), 3)
        self.hardest.activated.connect(lambda index: self._go(self.hardest, index.row()))
        self.images.activated.connect(lambda index: self._go(self.images, index.row()))
        self._places: dict[RowTable, list[tuple[int, int]]] = {self.hardest: [], self.images: []}
        heads = (tr("number"), tr("mean score"), tr("right"))
        self.calibration = [
            FactTable(tr("Calibration, anchors"), heads, tr("right: positive"), lead=tr("score"), width=62),
            FactTable(tr("Calibration, kept boxes"), heads, tr("right: IoU ≥ 0.50"), lead=tr("score"), width=62),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 12)
        column.setSpacing(6)
        self.evaluation = EvaluationTables(theme)
        self.help = HelpTable()
        column.addWidget(self.evaluation)
        column.addWidget(self.help)
        for title, table in zip(self.titles, (self.hardest, self.images), strict=True):
            column.addWidget(title)
            column.addWidget(table)
        self._tables = (*self.losses.values(), *self.calibration)
        for each in self._tables:
            column.addWidget(each)
        column.addStretch(1)
        self.set_theme(theme)

    def show_audit(
        self, found: Audit | None, suggestions: Suggestions | None, groups: Mapping[str, lost_tables.EndGroups]
    ) -> None:
        """Show the outputs' part of an audit, its losses in ``groups``, and what better anchors would change."""
        outputs = None if found is None else found.predicted
        self.evaluation.show_audit(found)
        self.help.show_suggestions(found, suggestions)
        for part in (*self._tables, *self.titles, self.hardest, self.images):
            part.setVisible(False)
        if found is None or outputs is None:
            self.hardest.fill([])
            self.images.fill([])
            return
        scores = tr(found.recipe.loss.called("objectness"))
        for by, table in self.losses.items():
            table.set_heads((tr("boxes"), tr("box loss"), scores))
            rows = _loss_rows(groups[by])
            table.fill(rows)
            table.setVisible(bool(rows))
        for table, counts in zip(self.calibration, outputs.calibration, strict=True):
            rows = _bins(counts)
            table.fill(rows)
            table.setVisible(bool(rows))
        self._fill_hardest(found, outputs)
        self._fill_images(found, outputs)

    def _fill_hardest(self, found: Audit, outputs: Predicted) -> None:
        rows, annotations = lost_tables.hardest(outputs, HARDEST), found.annotations
        image = annotations.image[rows]
        index, loss = rows - annotations.first[image], outputs.gt_box[rows]
        self._places[self.hardest] = list(zip(image.tolist(), rows.tolist(), strict=True))
        label = annotations.label[rows]
        self._list(
            self.hardest,
            self.titles[0],
            [
                Column(
                    tr("Object"), 90, index,
                    lambda at: f"{index[at] + 1} {annotations.class_name(int(label[at]))}",
                    tr("number in its image, and class"), left=True,
                ),
                _image(annotations.names, image),
                Column(
                    tr("Box loss"), 62, loss, lambda at: number(float(loss[at]), 5),
                    tr("sum over its anchors in the mini-batch"),
                ),
            ],
        )  # fmt: skip

    def _fill_images(self, found: Audit, outputs: Predicted) -> None:
        image = lost_tables.hardest_images(outputs, HARDEST)
        names, loss = found.annotations.names, outputs.loss[image]
        self._places[self.images] = [(one, -1) for one in image.tolist()]
        scores = tr(found.recipe.loss.called("objectness"))
        parts = (scores[:1].upper() + scores[1:], tr("Box"), tr("Total"))
        columns = [_image(names, image)]
        columns += [_loss(title, width_for(56, [title]), loss[:, at]) for at, title in enumerate(parts)]
        self._list(self.images, self.titles[1], columns)

    @staticmethod
    def _list(table: RowTable, title: PlainLabel, columns: list[Column]) -> None:
        there = bool(len(columns[0].keys))
        table.fill(columns if there else [])
        table.setVisible(there)
        title.setVisible(there)

    def _go(self, table: RowTable, at: int) -> None:
        image, row = self._places[table][int(table.columns_model.order[at])]
        self.place_wanted.emit(image, row)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in self._tables:
            table.set_theme(theme)
        self.evaluation.set_theme(theme)
        self.help.set_theme(theme)
        for title in self.titles:
            title.setFont(sized(self.font(), 12, bold=True))
        for rows in (self.hardest, self.images):
            rows.columns_model.theme = theme
            rows.viewport().update()


def _image(names: Sequence[str], image: npt.NDArray[np.int64]) -> Column:
    return Column(
        tr("Image"), 110, image, lambda at: names[int(image[at])], tr("the image's name"), left=True, middle=True
    )


def _loss(title: str, width: int, values: Floats) -> Column:
    return Column(title, width, values, lambda at: number(float(values[at]), 4), tr("loss of the image"))


def _short_table(name: str, first: int) -> RowTable:
    table = RowTable(name, first, True)
    table.setFixedHeight(px(22 + SHOWN * 20 + 4))
    table.setToolTip(tr("double click or Enter: look at it"))
    return table


def _loss_rows(groups: lost_tables.EndGroups) -> list[tuple[str, ...]]:
    """Return the rows with a loss, those with the most ground truths."""
    there = np.flatnonzero(groups.with_loss > 0)
    most = np.sort(there[np.argsort(-groups.boxes[there], kind="stable")[:MOST]])
    return [
        (
            groups.name[at],
            f"{int(groups.with_loss[at]):,}",
            number(float(groups.box[at] / groups.with_loss[at]), 5),
            number(float(groups.objectness[at] / groups.with_loss[at]), 5),
        )
        for at in most.tolist()
    ]


def _bins(counts: Floats) -> list[tuple[str, ...]]:
    """Return a row for each step of the score with any box: number, mean score, share that is right."""
    return [
        (
            f"{at / BINS:.1f} – {(at + 1) / BINS:.1f}",
            f"{int(count):,}",
            number(score / count, 3) if count else NOTHING,
            number(hits / count, 3) if count else NOTHING,
        )
        for at, (count, score, hits) in enumerate(counts.T.tolist())
        if count
    ]
