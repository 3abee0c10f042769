"""What moves from A to B in numbers: all together, by class and size, the anchors, and another dataset beside."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.against import Against
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.baseline import folder_name
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted_document import LOSSES
from rpn_inspector.analysis.audit.tables import Groups
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.audit_tables import MOST_CLASSES, compared_row, group_name, number_names, percent
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.theme import Theme

MARGIN = 12
Row = tuple[str, ...]


class MovedTables(QWidget):
    """Tables of A, B and the change; each hidden without rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        three = ("A", "B", tr("change"))
        self.numbers = FactTable(tr("All boxes"), three, width=58, names=124)
        self.outputs = FactTable(tr("Outputs"), three, width=58, names=124)
        self.reached = FactTable(tr("Reached, by class and size"), three, width=58, names=110)
        self.anchors = FactTable(tr("Why labels changed"), (tr("anchors"),), width=58)
        self.datasets = FactTable(tr("Two datasets"), ("A", "B"), width=76, names=124)
        self.classes = FactTable(tr("Boxes and share reached, by class"), ("A", "B", "A", "B"), width=52, names=90)
        self.tables = (self.numbers, self.outputs, self.reached, self.anchors, self.datasets, self.classes)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 12)
        column.setSpacing(6)
        for table in self.tables:
            column.addWidget(table)
        column.addStretch(1)
        self.set_theme(theme)
        self.show_against(None)

    def show_against(self, against: Against | None) -> None:
        """Show the tables of a comparison; nothing without."""
        beside = None if against is None else against.beside
        rows = {table: list[Row]() for table in self.tables}
        if against is not None and against.anchors is not None:
            rows[self.numbers] = _numbers(against.recipes["numbers"])
            rows[self.reached] = [row for pair in against.groups for row in _reached(*pair)]
        made = None if against is None else against.datasets
        if against is not None and beside is not None and made is not None:
            rows[self.datasets] = [*_facts(against.a, beside), *(row[:3] for row in _numbers(made["numbers"]))]
            rows[self.classes] = _classes(made["by_class"])
        if against is not None:
            rows[self.outputs] = _outputs(against)
            rows[self.anchors] = _anchors(against)
        for table, filled in rows.items():
            table.fill(filled, note=_note(against) if table is self.anchors and against is not None else "")
            table.setVisible(bool(filled) or (table is self.anchors and bool(_note(against))))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for table in self.tables:
            table.set_theme(theme)


def _numbers(pair: Sequence[Mapping[str, float | None]]) -> list[Row]:
    """Return the rows of the numbers by which anchors are compared, in A and in B, of those known in either."""
    rows = list[Row]()
    for key, name in number_names().items():
        now, then = (math.nan if (value := side[key]) is None else value for side in pair)
        if not (math.isnan(now) and math.isnan(then)):
            rows.append(compared_row(name, key, now, then))
    return rows


def _reached(mine: Groups, theirs: Groups) -> Iterator[Row]:
    most = sorted(range(len(mine.name)), key=lambda at: -int(mine.boxes[at]))[:MOST_CLASSES]
    for at in sorted(most):
        shares = [
            float(side.recall[at]) if side.boxes[at] and not math.isnan(float(side.mean_best_iou[at])) else math.nan
            for side in (mine, theirs)
        ]
        if not all(map(math.isnan, shares)):
            yield compared_row(group_name(mine.by, mine.name[at]), "boxes_reached", *shares)


def _anchors(against: Against) -> list[Row]:
    found = against.anchors
    if found is None or not found.compared:
        return []
    rows = sorted(zip(found.whys, found.by_why.tolist(), strict=True), key=lambda each: -each[1])
    told = [(why.told(tr(why.words), said), f"{count:,}") for why, count in rows if count]
    return [*told, (tr("changed, of {compared:,}").format(compared=found.compared), f"{found.differing:,}")]


def _note(against: Against | None) -> str:
    found = None if against is None else against.anchors
    if found is None:
        return ""
    if not found.compared:
        return tr("The two grids have no anchor in common, so the ground truths alone are compared.")
    if len(found.images) == found.of:
        return ""
    words = tr("Of {part} of {all} images, evenly taken.")
    return words.format(part=f"{len(found.images):,}", all=f"{found.of:,}")


def _outputs(against: Against) -> list[Row]:
    found = against.ends
    if found is None or not found.judged.any():
        return []
    hits = [int(counts.sum()) for counts in (found.matrix[End.FOUND], found.matrix[:, End.FOUND])]
    rows = [(tr("boxes found"), *(f"{count:,}" for count in hits), number(float(hits[1] - hits[0]), 0, signed=True))]
    for name, one, other in zip(LOSSES, *found.loss.tolist(), strict=True):
        if not (math.isnan(one) or math.isnan(other)):
            title = tr("mean {loss} loss").format(loss=tr(against.a.recipe.loss.called(name)))
            rows.append((title, number(one, 5), number(other, 5), number(other - one, 5, signed=True)))
    sides = [one.evaluation for one in (against.a, against.b)]
    if sides[0] is not None and sides[1] is not None:
        for name, value in sides[0].numbers.items():
            then = sides[1].numbers[name]
            rows.append((name, number(value, 4), number(then, 4), number(then - value, 4, signed=True)))
    return rows


def _facts(a: Audit, b: Audit) -> list[Row]:
    pair = (a, b)
    return [
        (tr("name"), *(folder_name(each.annotations.dataset) for each in pair)),
        (tr("images"), *(f"{each.images:,}" for each in pair)),
        (tr("boxes"), *(f"{each.boxes:,}" for each in pair)),
        (tr("boxes an image"), *(number(each.boxes / each.images, 2) if each.images else NOTHING for each in pair)),
    ]


def _classes(rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return the classes with most boxes in both."""
    most = sorted((row for row in rows if any(row["boxes"])), key=lambda row: -sum(row["boxes"]))[:MOST_CLASSES]
    return [
        (
            row["class"],
            *(f"{count:,}" for count in row["boxes"]),
            *(NOTHING if share is None or not count else percent(share)
              for share, count in zip(row["recall"], row["boxes"], strict=True)),
        ) for row in most
    ]  # fmt: skip
