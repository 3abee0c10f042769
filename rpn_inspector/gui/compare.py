"""Compare: the same picture under two recipes, side by side, and the anchors they disagree about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from rpn_inspector.core.explain import cause_words
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe, list_recipes
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.canvas.pens import swatch
from rpn_inspector.gui.canvas.view import View
from rpn_inspector.gui.facts import Facts
from rpn_inspector.gui.numbers import NOTHING, number
from rpn_inspector.gui.tables import Column, RowTable
from rpn_inspector.gui.tables_anchors import LABELS
from rpn_inspector.gui.theme import Theme, sized
from rpn_inspector.gui.worker import LatestWorker
from rpn_inspector.work.comparing import ORDER, REASONS, Comparison, alone_flips, compare
from rpn_inspector.work.workspace import Shown, State, Workspace, compute

WORDS = {1: "positive", -1: "ignored", 0: "negative"}
CELL, ROW_HEAD = 78, 84


@dataclass(frozen=True, slots=True, eq=False)
class Flips:
    """Asks how many labels each differing field flips alone."""

    sample: Sample
    a: Recipe
    b: Recipe


class LabelMatrix(QWidget):
    """How often each label in A becomes each label in B; a click picks the changed anchors of one cell."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.matrix: np.ndarray | None = None
        self.chosen: tuple[int, int] | None = None
        self.setAccessibleName("Labels in A and in B")
        self.setMinimumSize(ROW_HEAD + 4 * CELL, 150)

    def show_matrix(self, matrix: np.ndarray | None) -> None:
        """Show other counts (3, 3) in the order positive, ignored, negative."""
        self.matrix, self.chosen = matrix, None
        if matrix is not None:
            cells = [
                f"{WORDS[a]} to {WORDS[b]}: {matrix[i, j]:,}" for i, a in enumerate(ORDER) for j, b in enumerate(ORDER)
            ]
            self.setAccessibleDescription("; ".join(cells))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.matrix is None:
            return
        column, row = int((event.position().x() - ROW_HEAD) // CELL), int((event.position().y() - 44) // 26)
        inside = 0 <= row < 3 and 0 <= column < 3 and event.position().x() >= ROW_HEAD
        cell = (row, column) if inside and (row, column) != self.chosen else None
        self.chosen = cell
        self.picked.emit(cell)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.matrix is None:
            return
        painter = QPainter(self)
        caption, text = QColor(self.theme.text_caption), QColor(self.theme.text)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(caption)
        painter.drawText(4, 0, ROW_HEAD, 20, left, "label in A")
        painter.drawText(ROW_HEAD, 0, 3 * CELL, 20, int(Qt.AlignmentFlag.AlignCenter), "label in B")
        for column, label in enumerate(ORDER):
            x = ROW_HEAD + column * CELL
            painter.setPen(caption)
            painter.drawText(x, 20, CELL - 8, 20, right, WORDS[label])
            painter.drawPixmap(x + 4, 24, swatch(LABELS[label], self.theme))
        painter.drawText(ROW_HEAD + 3 * CELL, 20, CELL - 8, 20, right, "all")
        for row in range(4):
            y = 44 + row * 26
            name = WORDS[ORDER[row]] if row < 3 else "all"
            painter.setFont(sized(self.font(), 12))
            painter.setPen(text)
            if row < 3:
                painter.drawPixmap(4, y + 7, swatch(LABELS[ORDER[row]], self.theme))
            painter.drawText(26 if row < 3 else 4, y, ROW_HEAD, 26, left, name)
            counts = [*(self.matrix[row] if row < 3 else self.matrix.sum(0))]
            for column, count in enumerate([*counts, sum(counts)]):
                x = ROW_HEAD + column * CELL
                moved = row < 3 and column < 3 and row != column and count > 0
                if (row, column) == self.chosen:
                    painter.fillRect(x + 8, y, CELL - 4, 24, QColor(self.theme.selected_row))
                painter.setFont(sized(self.font(), 12, bold=moved))
                painter.setPen(text if moved or row == 3 or column == 3 else QColor(self.theme.text_second))
                painter.drawText(x, y, CELL - 8, 26, right, f"{int(count):,}")


class Side(QWidget):
    """One half: what the recipe is called, its counts, and the picture under it."""

    def __init__(self, letter: str, theme: Theme) -> None:
        super().__init__()
        self.letter, self.theme = letter, theme
        self.canvas = Canvas(theme=theme)
        self.canvas.setAccessibleName(f"Canvas {letter}")
        self.title, self.counts = QLabel(letter), QLabel()
        self.counts.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.title, self.counts):  # a narrow window cuts them rather than grows
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.counts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip = QWidget()
        strip.setFixedHeight(32)
        strip.setLayout(head)
        column.addWidget(strip)
        column.addWidget(self.canvas, 1)

    def show_state(self, old: State | None, new: State) -> None:
        """Draw another state."""
        self.canvas.render(old, new)
        if new.shown is None:
            return
        inspection = new.shown.inspection
        height, width = inspection.network_size
        self.title.setText(f"<b>{self.letter}  {inspection.recipe.name}</b> &nbsp; network {width:,} × {height:,}")
        positive = int((inspection.assignment.label == 1).sum())
        self.counts.setText(f"{positive:,} positive")


class ComparePage(QWidget):
    """Two linked canvases, the label matrix, the changed anchors and one anchor's numbers in both."""

    def __init__(self, work: Workspace, theme: Theme, parent: QObject) -> None:
        super().__init__()
        self.work, self.other = work, Workspace(State(recipe=work.state.recipe))
        self.theme = theme
        self.worker = LatestWorker(compute, "compare", parent)
        self.flipper = LatestWorker(lambda asked: alone_flips(asked.sample, asked.a, asked.b), "flips", parent)
        self.active, self._linking = False, False
        self.comparison: Comparison | None = None
        self._rows = np.empty(0, np.int64)
        self._build(theme)
        self.worker.done.connect(self.other.deliver)
        self.worker.failed.connect(self.other.fail)
        self.flipper.done.connect(self._flipped)
        self.flipper.failed.connect(lambda *_: None)
        work.subscribe(self._first_changed)
        self.other.subscribe(self._second_changed)

    def _build(self, theme: Theme) -> None:
        self.sides = (Side("A", theme), Side("B", theme))
        self.box = QComboBox()
        self.box.setAccessibleName("Recipe B")
        self.box.addItems(list(list_recipes()))
        self.box.setCurrentText("mmdet-fpn")
        self.box.activated.connect(lambda _: self._choose(self.box.currentText()))
        self.matrix, self.changed = LabelMatrix(theme), RowTable("Changed anchors", 0)
        self.reasons = Facts("Why they changed", ("anchors",))
        self.finding, self.why_a, self.why_b = QLabel("No anchor selected"), QLabel(), QLabel()
        self.overlaps, self.boxes = Facts("IoU", ("A", "B")), Facts("Anchor, network px", ("A", "B"))
        self.fields = Facts("Recipes differ in", ("A", "B", "alone flips"))
        for label in (self.finding, self.why_a, self.why_b):
            label.setWordWrap(True)
        pictures = QSplitter(Qt.Orientation.Horizontal)
        for side in self.sides:
            pictures.addWidget(side)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 12, 8)
        chooser = QHBoxLayout()
        caption = QLabel("B is")
        caption.setObjectName("caption")
        chooser.addWidget(caption)
        chooser.addWidget(self.box, 1)
        column.addLayout(chooser)
        column.addWidget(self.matrix)
        column.addWidget(self.reasons)
        column.addStretch(1)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(_scrolled(left, 408))
        below.addWidget(self.changed)
        below.setStretchFactor(1, 1)
        upright = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(pictures)
        upright.addWidget(below)
        upright.setSizes([520, 316])
        sheet = QWidget()
        facts = QVBoxLayout(sheet)
        facts.setContentsMargins(16, 12, 16, 16)
        for widget in (self.finding, self.why_a, self.why_b, self.overlaps, self.boxes, self.fields):
            facts.addWidget(widget)
        facts.addStretch(1)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(upright)
        whole.addWidget(_scrolled(sheet, 368))
        whole.setStretchFactor(0, 1)
        whole.setSizes([900, 400])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(whole)
        self.setMinimumSize(560, 400)  # not the sum of all panels: they shrink before the window grows
        self.changed.chosen.connect(lambda row: self.work.select(int(self._changed("a")[row])))
        self.matrix.picked.connect(lambda _: self._list())
        for number_, side in enumerate(self.sides):
            side.canvas.viewChanged.connect(lambda view, n=number_: self._link(n, view))
        self.sides[0].canvas.clicked.connect(self.work.click)
        self.sides[1].canvas.clicked.connect(self._click_second)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = self.matrix.theme = theme
        self.finding.setFont(sized(self.font(), 14, bold=True))
        for table in (self.reasons, self.overlaps, self.boxes, self.fields):
            table.set_theme(theme)
        for side in self.sides:
            side.canvas.set_theme(theme)
        self.changed.columns_model.theme = theme
        self.matrix.update()

    def set_active(self, active: bool) -> None:
        """Start or stop comparing; nothing is computed for B while the page is not looked at."""
        self.active = active
        if active:
            self.set_theme(self.theme)  # a label forgets its font when it is put into a window
            self._first_changed(None, self.work.state)

    def close_down(self) -> None:
        """Stop the background work."""
        self.worker.close()
        self.flipper.close()

    def _choose(self, name: str) -> None:
        from rpn_inspector.core.recipe import load_recipe

        self.other.use_recipe(load_recipe(name))
        self._ask()

    def _ask(self) -> None:
        if self.active and self.other.wanted is not None:
            self.worker.ask(self.other.wanted)

    def _first_changed(self, old: State | None, new: State) -> None:
        """Follow the picture of A; B keeps its own recipe."""
        if not self.active:
            return
        self.sides[0].show_state(old, new)
        there = self.other.state
        if new.dataset is not None and (there.dataset is not new.dataset or there.index != new.index):
            if there.dataset is None or there.recipe == new.recipe:
                self._choose_first_other(new)
            self.other.open(new.dataset, None, new.index)
            self._ask()
        elif there.shown is None:
            self._ask()
        if old is None or old.shown is not new.shown:
            self._compare()
        if old is None or (old.selection, old.truth) != (new.selection, new.truth):
            self._show_selection()

    def _choose_first_other(self, new: State) -> None:
        if self.box.currentText() == new.recipe.name:
            self.box.setCurrentText("torchvision-fpn" if new.recipe.name != "torchvision-fpn" else "mmdet-fpn")
        from rpn_inspector.core.recipe import load_recipe

        self.other.use_recipe(load_recipe(self.box.currentText()))

    def _second_changed(self, old: State, new: State) -> None:
        self.sides[1].show_state(old, new)
        if old.shown is not new.shown:
            self._compare()

    def _pair(self) -> tuple[Shown, Shown] | None:
        """Return what is shown on both sides, where it is the same picture."""
        a, b = self.work.state.shown, self.other.state.shown
        if a is None or b is None or a.dataset is not b.dataset or a.index != b.index:
            return None
        return a, b

    def _compare(self) -> None:
        pair = self._pair()
        self.comparison = compare(pair[0].inspection, pair[1].inspection) if pair is not None else None
        found = self.comparison
        self.matrix.show_matrix(found.matrix if found is not None else None)
        if found is None or pair is None:
            self.changed.fill([])
            return
        if not found.compared:
            self.reasons.fill([("no anchor stands in both grids: other levels or sizes", "")])
            self.changed.fill([])
            self._rows = np.empty(0, np.int64)
            return
        counts = np.bincount(found.reasons, minlength=len(REASONS))
        rows = [(text, f"{counts[i]:,}") for i, text in enumerate(REASONS) if counts[i]]
        alone = found.only_a + found.only_b
        rows += [(f"changed, of {found.compared:,}", f"{found.differing:,}")]
        rows += [("in one grid only", f"{alone:,}")] if alone else []
        self.reasons.fill(rows)
        self._list()
        a, b = pair[0].inspection, pair[1].inspection
        self._fields(a.recipe, b.recipe, {})
        self.flipper.ask(Flips(a.sample, a.recipe, b.recipe))
        self._show_selection()
        self._link(0, self.sides[0].canvas.view)

    def _changed(self, side: str) -> np.ndarray:
        assert self.comparison is not None
        return (self.comparison.changed_a if side == "a" else self.comparison.changed_b)[self._rows]

    def _list(self) -> None:
        """List the changed anchors, those of the picked cell only where one is."""
        pair, found = self._pair(), self.comparison
        if pair is None or found is None:
            return
        a, b = pair[0].inspection, pair[1].inspection
        rows = np.arange(found.differing)
        if self.matrix.chosen is not None:
            label_a, label_b = a.assignment.label[found.changed_a], b.assignment.label[found.changed_b]
            row, column = self.matrix.chosen
            rows = rows[(label_a == ORDER[row]) & (label_b == ORDER[column])]
        self._rows = rows
        self.changed.fill(changed_columns(a, b, found, rows))

    def _flipped(self, asked: Flips, found: dict[str, int | None]) -> None:
        pair = self._pair()
        if pair is not None and (pair[0].recipe, pair[1].recipe) == (asked.a, asked.b):
            self._fields(asked.a, asked.b, found)

    def _fields(self, a: Recipe, b: Recipe, flips: dict[str, int | None]) -> None:
        left, right = a.flat(), b.flat()
        differing = [place for place in left if left[place] != right[place]]
        differing.sort(key=lambda place: -(flips.get(place) or 0))
        rows = []
        for place in differing:
            count = flips.get(place)
            cell = NOTHING if count is None else f"{count:,}"
            rows.append((_short(place.rpartition(".")[2], 20), _short(left[place]), _short(right[place]), cell))
        self.fields.fill(rows or [("nothing", "", "", "")])

    def _show_selection(self) -> None:
        """Say what the selected anchor is in both."""
        pair, anchor, found = self._pair(), self.work.state.selection, self.comparison
        twin = self._twin(anchor)
        if twin is not None:
            self.other.select(twin)
        visible = pair is not None and anchor is not None and twin is not None
        for widget in (self.why_a, self.why_b, self.overlaps, self.boxes):
            widget.setVisible(visible)
        if pair is None or anchor is None or twin is None or found is None:
            only = pair is not None and anchor is not None
            self.finding.setText("Stands only in A" if only else "No anchor selected: click a box or a row")
            return
        a, b = pair[0].inspection.explain(anchor), pair[1].inspection.explain(twin)
        same = a.label == b.label and a.gt == b.gt
        there = "both" if same else f"A, {WORDS[b.label]} in B"
        self.finding.setText(f"{WORDS[a.label].capitalize()} in {there}")
        self.why_a.setText(f"<b>A</b>: {a.why}")
        self.why_b.setText(f"<b>B</b>: {b.why}")
        truths = [t for t in dict.fromkeys((a.gt, b.gt, a.best_gt, b.best_gt)) if t >= 0]
        self.overlaps.fill(
            [
                (f"with truth {t + 1}", number(float(a.iou_per_gt[t]), 9), number(float(b.iou_per_gt[t]), 9))
                for t in truths
            ]
        )
        edges = zip(("x1", "y1", "x2", "y2"), a.box.tolist(), b.box.tolist(), strict=True)
        self.boxes.fill([(name, number(x, 2), number(y, 2)) for name, x, y in edges])
        where = np.flatnonzero(self._changed("a") == anchor)
        self.changed.show_row(int(where[0]) if where.size else None)

    def _twin(self, anchor: int | None) -> int | None:
        """Return the anchor of B that stands where ``anchor`` stands in A."""
        from rpn_inspector.work.comparing import partners

        pair = self._pair()
        if pair is None or anchor is None:
            return None
        mine, other = partners(pair[0].inspection.grid, pair[1].inspection.grid)
        place = int(np.searchsorted(mine, anchor))
        return int(other[place]) if place < len(mine) and mine[place] == anchor else None

    def _click_second(self, x: float, y: float) -> None:
        """Select in A what lies under a click in B; the two frames meet in original px."""
        pair = self._pair()
        if pair is not None:
            point = pair[1].inspection.to_original(np.array([[x, y, x, y]]))
            at = pair[0].inspection.to_network(point)[0]
            self.work.click(float(at[0]), float(at[1]))

    def _link(self, source: int, view: View) -> None:
        """Let the other canvas show the same part of the picture, in original px."""
        pair = self._pair()
        if self._linking or pair is None or not self.active:
            return
        self._linking = True
        mine, other = (pair[source].inspection, pair[1 - source].inspection)
        ratio = mine.network_size[1] / other.network_size[1]
        self.sides[1 - source].canvas.show_view(View(view.scale * ratio, view.x, view.y))
        self._linking = False


def changed_columns(a: Inspection, b: Inspection, found: Comparison, rows: np.ndarray) -> list[Column]:
    """Return the columns over the changed anchors ``rows``."""
    one, two = found.changed_a[rows], found.changed_b[rows]
    place = a.grid.locate(one)
    sizes = np.array([a.grid.levels[level].sizes[base] for level, base in zip(place.level, place.base, strict=True)])
    ratios = np.array([a.grid.levels[level].ratios[base] for level, base in zip(place.level, place.base, strict=True)])
    label_a, label_b = a.assignment.label[one], b.assignment.label[two]
    iou_a, iou_b = a.assignment.iou[one].astype(np.float32), b.assignment.iou[two].astype(np.float32)
    owner = np.maximum(a.assignment.gt[one], b.assignment.gt[two])
    names = [a.sample.class_name(g) for g in range(len(a.gt))]
    cause_a, cause_b = a.assignment.cause[one], b.assignment.cause[two]

    def label(title: str, values: np.ndarray) -> Column:
        return Column(
            title,
            88,
            values,
            lambda r: LABELS[int(values[r])],
            f"label in {title}",
            left=True,
            swatch=lambda r: LABELS[int(values[r])],
        )

    def why(r: int) -> str:
        told = (cause_words(int(cause_a[r]), a.recipe), cause_words(int(cause_b[r]), b.recipe))
        return " → ".join(told)

    def truth(r: int) -> str:
        return f"{owner[r] + 1} {names[owner[r]]}" if owner[r] >= 0 else NOTHING

    return [
        Column("Anchor", 66, one, lambda r: f"{one[r]:,}", "flat index in A"),
        Column("Level", 48, place.level, lambda r: a.grid.levels[place.level[r]].name, "feature level", left=True),
        Column("Cell", 62, place.y * 100_000 + place.x, lambda r: f"{place.x[r]}, {place.y[r]}", "cell x, y"),
        Column("Size", 44, sizes, lambda r: f"{sizes[r]:g}", "square root of the area, network px"),
        Column("h/w", 40, ratios, lambda r: f"{ratios[r]:g}", "height over width"),
        label("A", label_a),
        label("B", label_b),
        Column("IoU in A", 66, iou_a, lambda r: number(float(iou_a[r])), "best overlap in A"),
        Column("IoU in B", 66, iou_b, lambda r: number(float(iou_b[r])), "best overlap in B"),
        Column("GT", 80, owner, truth, "the ground truth it is trained towards", left=True),
        Column("Why", 220, found.reasons[rows], why, "causes in A and in B", left=True),
    ]


def _short(value: Any, most: int = 12) -> str:
    """Return a field's name or value in a few letters; the whole of it is what `recipes diff` prints."""
    text = f"{value:.4g}" if isinstance(value, float) else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _scrolled(widget: QWidget, width: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumWidth(width)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setObjectName("sheet")
    area.setWidget(widget)
    return area
