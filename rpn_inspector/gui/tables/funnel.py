"""The funnel panel: how many boxes of each level are left after each step, and the recall on the way."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from rpn_inspector.analysis.filter.filter import equal
from rpn_inspector.core.fates import LOST_AT, Funnel, Recall, funnel, recalls
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.stage_funnel import detection_recall, stage_funnel
from rpn_inspector.core.words import FATE_KEYS, FATE_WORDS, stage_title
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.no_outputs import why_absent
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized, text_scale
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

HEAD, ROW, BAR, RECALL = 20, 24, 3, 18  # px
LEVEL_WIDTH, GAP, LEAST, MOST = 44, 8, 380, 480
NO_PREDICTIONS = "No raw outputs are open, so there are no boxes to follow. Open some with Ctrl+P."
LOST = (  # as the steps come
    Fate.NO_BOX,
    Fate.CUT_LEVEL,
    Fate.TOO_SMALL,
    Fate.LOW_SCORE,
    Fate.SUPPRESSED,
    Fate.CUT_FINAL,
)


def step_heads(recipe: Recipe, some_without: bool = False) -> dict[str, str]:
    """Return each step's column head, with the recipe's number; where anchors are without a box, that is a step."""
    spec, first = recipe.proposals, tr("Points") if recipe.anchors.of_points else tr("Anchors")
    return {
        "anchors": first if some_without else tr("Decoded"),
        "box": tr("Decoded"),
        "top": tr("Top {most}").format(most=f"{spec.pre_nms:,}"),
        "size": tr("Size"),
        "score": f"p ≥ {spec.min_score:g}" if spec.min_score else tr("Score"),
        "nms": f"NMS {spec.nms:g}",
        "kept": tr("Kept"),
    }


class FunnelTable(QWidget):
    """Counts painted as a sheet; a bar under each is the share of the step before. A click on a cell filters."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.funnel: Funnel | None = None
        self.heads: list[str] = []
        self.recall_rows: list[tuple[str, list[str]]] = []
        self.where_they_stand: Recall | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Funnel"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_funnel(self, found: Funnel, heads: Mapping[str, str], recall: tuple[Recall, ...]) -> None:
        """Show another picture's funnel; ``heads`` are the columns' heads by step."""
        self.funnel = found
        self.heads = [heads[step] for step in found.steps]
        by_step = {row.step: row for row in recall}
        self.where_they_stand = by_step.pop("anchors", None)
        decoded = "box" if "box" in found.steps else "anchors"
        by_step = {decoded if step == "decoded" else step: row for step, row in by_step.items()}
        self.recall_rows = []
        for title, field in (("R@0.5", "at_half"), ("R@0.7", "at_seven")):
            cells = [f"{100 * getattr(by_step[step], field):.0f} %" if step in by_step else "" for step in found.steps]
            self.recall_rows.append((title, cells))
        rows = [*found.rows, found.total]
        said = "; ".join(f"{row.name}: {', '.join(f'{n:,}' for n in row.left)}" for row in rows)
        self.setAccessibleDescription(f"{', '.join(self.heads)}. {said}")
        self.setFixedHeight(self.sizeHint().height())
        self.setMinimumWidth(self._names() + GAP + sum(self._needed()))  # a number is scrolled to, never cut
        self.update()

    def clear(self) -> None:
        """Show no funnel, for there are no boxes."""
        self.funnel, self.where_they_stand = None, None
        self.heads, self.recall_rows = [], []
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        rows = 0 if self.funnel is None else len(self.funnel.rows) + 1
        return QSize(430, px(HEAD) + px(ROW) * rows + px(RECALL) * len(self.recall_rows) + 4)

    def _name(self, row: int) -> str:
        """Return a row's head."""
        assert self.funnel is not None
        return self.funnel.rows[row].name if row < len(self.funnel.rows) else tr("all")

    def _cells(self) -> list[tuple[QRectF, int, int]]:
        """Return each number's rectangle, px, row and step."""
        if self.funnel is None:
            return []
        needed = self._needed()
        spare = max(self.width() - self._names() - GAP - sum(needed), 0) / len(needed)
        lefts = accumulate((width + spare for width in needed), initial=float(self._names()))
        places = list(zip(lefts, needed, strict=False))
        return [
            (QRectF(left, px(HEAD) + row * px(ROW), width + spare - GAP, px(ROW)), row, column)
            for row in range(len(self.funnel.rows) + 1)
            for column, (left, width) in enumerate(places)
        ]

    def _names(self) -> int:
        """Return the width of the names and their head, px."""
        return max(px(LEVEL_WIDTH), GAP + QFontMetrics(sized(self.font(), 11)).horizontalAdvance(tr("Level")))

    def _needed(self) -> list[int]:
        """Return the least width of each step's column, px: of head or total, whichever is wider, and a gap."""
        assert self.funnel is not None
        small, bold = QFontMetrics(sized(self.font(), 11)), QFontMetrics(sized(self.font(), 12, bold=True))
        totals = (f"{count:,}" for count in self.funnel.total.left)
        rows = [cells for _, cells in self.recall_rows] or [[""] * len(self.heads)]
        recall = [small.horizontalAdvance("100 %") if any(cells) else 0 for cells in zip(*rows, strict=True)]
        return [
            GAP + max(small.horizontalAdvance(head), bold.horizontalAdvance(total), share) + 1
            for head, total, share in zip(self.heads, totals, recall, strict=True)
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, row, column in self._cells():
            if self.funnel is not None and place.contains(event.position()):
                name = self.funnel.rows[row].name if row < len(self.funnel.rows) else ""
                self.chosen.emit(name, self.funnel.steps[column])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for place, row, column in self._cells():
            if self.funnel is not None and place.contains(event.position()):
                left = ([*self.funnel.rows, self.funnel.total][row]).left
                lost = left[column - 1] - left[column] if column else 0
                words = tr("{left:,} left, {lost:,} lost here")
                if self.funnel.steps[column] == "box":
                    words = tr("{left:,} anchors have a decoded box, {lost:,} have none")
                text = words.format(left=left[column], lost=lost) if column else self.at_first(left[0])
                QToolTip.showText(event.globalPosition().toPoint(), as_tip(self.tip(text)), self)

    def tip(self, text: str) -> str:
        """Return the tooltip of a cell with ``text`` on its count."""
        return tr("{text}. Click to list those lost here.").format(text=text)

    def at_first(self, count: int) -> str:
        """Return words on the first column's count, with the recall of the anchors as boxes, before any delta."""
        words = counted(count, "1 anchor, decoded", "{n} anchors, every one decoded")
        if self.funnel is not None and "box" in self.funnel.steps:
            words = counted(count, "1 anchor", "{n} anchors")
        raw = self.where_they_stand
        if raw is None:
            return words
        return tr("{words}; where they stand, R@0.5 is {half:.0f} % and R@0.7 {seven:.0f} %").format(
            words=words, half=100 * raw.at_half, seven=100 * raw.at_seven
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.funnel is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caption, text = QColor(self.theme.text_caption), QColor(self.theme.text)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(caption)
        painter.drawText(QRectF(8, 0, self._names(), px(HEAD)), left, tr("Level"))
        rows = [*self.funnel.rows, self.funnel.total]
        for place, row, column in self._cells():
            if row == 0:
                painter.setFont(sized(self.font(), 11))
                painter.setPen(caption)
                painter.drawText(QRectF(place.left(), 0, place.width(), px(HEAD)), right, self.heads[column])
            bold = row == len(self.funnel.rows)
            painter.setFont(sized(self.font(), 12, bold=bold))
            painter.setPen(text)
            if column == 0:
                painter.drawText(QRectF(8, place.top(), self._names(), px(ROW) - 6), left, self._name(row))
            counts = rows[row].left
            painter.drawText(
                QRectF(place.left(), place.top(), place.width(), px(ROW) - 6), right, f"{counts[column]:,}"
            )
            before = counts[column - 1] if column else counts[0]
            share = counts[column] / before if before else 0.0
            bar = QRectF(place.left(), place.bottom() - 6, place.width(), BAR)
            painter.fillRect(bar, QColor(self.theme.line))
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, BAR), caption)
        top = px(HEAD) + px(ROW) * len(rows)
        for number, (title, cells) in enumerate(self.recall_rows):
            painter.setFont(sized(self.font(), 11))
            painter.setPen(caption)
            y = top + number * px(RECALL)
            painter.drawText(QRectF(8, y, self._names(), px(RECALL)), left, title)
            for place, _, column in self._cells()[: len(cells)]:
                if column or cells[column]:
                    painter.drawText(QRectF(place.left(), y, place.width(), px(RECALL)), right, cells[column])


class StageFunnelTable(FunnelTable):
    """The same of a second stage, from pairs of proposal and class to detections; a click filters nothing."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        QWidget.mousePressEvent(self, event)

    def tip(self, text: str) -> str:
        """Return the tooltip of a cell with ``text`` on its count."""
        return text

    def at_first(self, count: int) -> str:
        """Return words on the first column's count."""
        return counted(count, "1 pair of a proposal and a class", "{n} pairs of a proposal and a class")

    def show_stage(self, inspection: Inspection, one: StageResult) -> bool:
        """Show a stage's funnel, and return whether there is any."""
        found = stage_funnel(one)
        self.setVisible(found is not None)
        if found is None:
            self.clear()
            return False
        spec = one.stage.detections
        heads = {"pairs": tr("Pairs"), "score": f"p > {spec.min_score:g}", "size": tr("Size")}
        heads |= {"nms": f"NMS {spec.nms:g}", "kept": tr("Top {most}").format(most=f"{spec.keep:,}")}
        self.show_funnel(found, heads, detection_recall(inspection, one))
        return True


class FunnelPanel(QScrollArea, Part):
    """The funnel and a line of fates summing to all anchors; a sentence without outputs."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("funnel")
        self.setAccessibleName(tr("Funnel"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.table, self.sum, self.empty = FunnelTable(theme), RichLabel(), PlainLabel()
        self.title = PlainLabel(tr("Funnel"))
        self.title.setToolTip(
            tr(
                "how many decoded boxes are left after each step; the bar is the share that passed it. R@0.5, R@0.7: "
                "recall, the share of ground truths that some box left at that step covers at that IoU"
            )
        )
        sheet = QWidget()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        for label in (self.sum, self.empty):
            label.setWordWrap(True)
            label.setContentsMargins(8, 2, 8, 0)
        self.stage_title, self.stage = PlainLabel(), StageFunnelTable(theme)
        self.stage.setAccessibleName(tr("Funnel of the second stage"))
        self.stage_title.setToolTip(
            tr("the last stage: pairs of a proposal and a class, by the map pooled from; R@0.5: by boxes of its class")
        )
        for label in (self.title, self.stage_title):
            label.setContentsMargins(8, 0, 0, 0)
        for widget in (self.title, self.table, self.sum, self.stage_title, self.stage, self.empty):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(sheet)
        self._fit()
        self.table.chosen.connect(self.chosen)
        self._shown: Shown | None = None
        self.set_theme(theme)
        self.show_result(None)

    def _fit(self) -> None:
        """Ask for the width that the numbers need, as far as the tables beside can give it."""
        # with the bar beside, so that scrolling down never asks for scrolling across too; larger text is scrolled to
        whole = min(max(LEAST, self.table.minimumWidth()), MOST) + 8 + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(whole if text_scale() <= 1 else 3 * LEAST // 4)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.table.theme = self.stage.theme = theme
        for title in (self.title, self.stage_title):
            title.setFont(sized(self.font(), 12, bold=True))
        self.stage.update()
        for label in (self.sum, self.empty):
            ink(label, "text_second")
        self.table.update()

    def render_state(self, old: State | None, new: State) -> None:
        """Show another result."""
        if old is None or old.shown is not new.shown:
            self.show_result(new.shown)

    def show_result(self, shown: Shown | None) -> None:
        """Show one picture's funnel; the slow recall of all decoded boxes waits until the panel is visible."""
        self._shown = shown
        if self.isVisible() or shown is None:
            self._fill()

    def showEvent(self, event: object) -> None:
        self._fill()

    def _fill(self) -> None:
        found = None if self._shown is None else funnel(self._shown.inspection)
        for widget in (self.table, self.sum):
            widget.setVisible(found is not None)
        self.empty.setVisible(found is None)
        self._fill_stage()
        if found is None or self._shown is None:
            self.empty.setText(why_absent(self._shown, NO_PREDICTIONS))
            self.table.clear()
            self.sum.setText("")
            return
        inspection = self._shown.inspection
        heads = step_heads(inspection.recipe, "box" in found.steps)
        self.table.show_funnel(found, heads, recalls(inspection))
        self._fit()
        parts = [
            f"{found.fates[fate]:,} {tr(FATE_WORDS[fate])}"
            for fate in LOST
            if found.fates[fate] or fate is Fate.SUPPRESSED
        ]
        kept = found.fates[Fate.KEPT]
        self.sum.setText(
            tr("{left:,} = {join} + <b>{kept:,} kept</b>").format(
                left=found.total.left[0], join=" + ".join(parts), kept=kept
            )
        )

    def _fill_stage(self) -> None:
        """Show the funnel of the last stage, where there is one with detections."""
        stages = [] if self._shown is None else list(self._shown.inspection.stages.values())
        last = stages[-1] if stages else None
        there = False
        if self._shown is not None and last is not None:
            there = self.stage.show_stage(self._shown.inspection, last)
            self.stage_title.setText(said(stage_title(last.name)))
        else:
            self.stage.clear()
            self.stage.hide()
        self.stage_title.setVisible(there)


def filter_of(level: str, step: str) -> str:
    """Return the filter text for the boxes lost at a step, or left at the last step."""
    fate = {step: FATE_KEYS[fate] for step, fate in LOST_AT.items()}.get(step)
    parts = [equal("level", level)] if level else []
    if fate is not None:
        parts.append(f"fate == {fate}")
    elif step == "kept":
        parts.append(f"fate == {FATE_KEYS[Fate.KEPT]}")
    return " and ".join(parts)
