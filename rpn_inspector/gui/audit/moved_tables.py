"""What moves from A to B in numbers: all together, by class and size, the anchors, and another dataset beside."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.against import Against
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.baseline import folder_name
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted_document import LOSSES
from rpn_inspector.analysis.audit.suggest import row_of
from rpn_inspector.analysis.audit.tables import Groups, by_class, by_size
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.audit_tables import MOST_CLASSES, compared_row, number_names, percent
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
        second = None if against is None or against.gts is None else against.second
        beside = None if against is None else against.beside
        rows = {table: list[Row]() for table in self.tables}
        if against is not None and second is not None:
            pair = (against.found, second)
            rows[self.numbers] = _numbers(*pair)
            rows[self.reached] = [*_reached(by_class, *pair), *_reached(by_size, *pair)]
        if against is not None and beside is not None:
            pair = (against.found, beside)
            rows[self.datasets] = _datasets(*pair)
            rows[self.classes] = _classes(*pair)
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


def _numbers(a: Audit, b: Audit) -> list[Row]:
    now, then = row_of(a), row_of(b)
    return [
        compared_row(name, key, now[key], then[key])
        for key, name in number_names().items()
        if not (math.isnan(now[key]) and math.isnan(then[key]))
    ]


def _reached(groups: Callable[[Audit], Groups], a: Audit, b: Audit) -> Iterator[Row]:
    mine, theirs = groups(a), groups(b)
    most = sorted(range(len(mine.name)), key=lambda at: -int(mine.boxes[at]))[:MOST_CLASSES]
    for at in sorted(most):
        shares = [
            float(side.recall[at]) if side.boxes[at] and not math.isnan(float(side.mean_best_iou[at])) else math.nan
            for side in (mine, theirs)
        ]
        if not all(map(math.isnan, shares)):
            yield compared_row(mine.name[at], "boxes_reached", *shares)


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
        return tr("The two grids have no anchor in common, so boxes alone are compared.")
    if len(found.images) == found.of:
        return ""
    words = tr("Of {part} of {all} images, evenly taken.")
    return words.format(part=f"{len(found.images):,}", all=f"{found.of:,}")


def _outputs(against: Against) -> list[Row]:
    found, second = against.ends, against.second
    if found is None or second is None or not found.judged.any():
        return []
    hits = [int(counts.sum()) for counts in (found.matrix[End.FOUND], found.matrix[:, End.FOUND])]
    rows = [(tr("boxes found"), *(f"{count:,}" for count in hits), number(float(hits[1] - hits[0]), 0, signed=True))]
    for name, one, other in zip(LOSSES, *found.loss.tolist(), strict=True):
        if not (math.isnan(one) or math.isnan(other)):
            title = tr("mean {loss} loss").format(loss=tr(against.found.recipe.loss.called(name)))
            rows.append((title, number(one, 5), number(other, 5), number(other - one, 5, signed=True)))
    sides = [one.evaluation for one in (against.found, second)]
    if sides[0] is not None and sides[1] is not None:
        for name, value in sides[0].numbers.items():
            then = sides[1].numbers[name]
            rows.append((name, number(value, 4), number(then, 4), number(then - value, 4, signed=True)))
    return rows


def _datasets(a: Audit, b: Audit) -> list[Row]:
    pair = (a, b)
    rows = [
        (tr("name"), *(folder_name(each.annotations.dataset) for each in pair)),
        (tr("images"), *(f"{each.images:,}" for each in pair)),
        (tr("boxes"), *(f"{each.boxes:,}" for each in pair)),
        (tr("boxes an image"), *(number(each.boxes / each.images, 2) if each.images else NOTHING for each in pair)),
    ]
    return rows + [row[:3] for row in _numbers(a, b)]


def _classes(a: Audit, b: Audit) -> list[Row]:
    sides = [by_class(each) for each in (a, b)]
    places = [{name: at for at, name in reversed([*enumerate(side.name)])} for side in sides]
    rows = []
    for name in dict.fromkeys([*sides[0].name, *sides[1].name]):
        at = [place.get(name) for place in places]
        boxes = [0 if k is None else int(side.boxes[k]) for side, k in zip(sides, at, strict=True)]
        shares = [
            NOTHING if k is None or not side.boxes[k] or math.isnan(float(side.mean_best_iou[k]))
            else percent(float(side.recall[k])) for side, k in zip(sides, at, strict=True)
        ]  # fmt: skip
        if any(boxes):
            rows.append((sum(boxes), (name, *(f"{count:,}" for count in boxes), *shares)))
    return [row for _, row in sorted(rows, key=lambda each: -each[0])[:MOST_CLASSES]]
