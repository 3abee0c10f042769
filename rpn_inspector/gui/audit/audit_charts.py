"""The audit's charts: the share of boxes that reach the threshold over the side, and the targets t*."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QGraphicsRectItem, QGridLayout, QWidget

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost_tables import found_by_side
from rpn_inspector.analysis.audit.tables import LOOSE, SIDES, Groups, by_side, loosely_reached, reached, threshold
from rpn_inspector.analysis.audit.targets import REACH, WIDTH
from rpn_inspector.core.formulas.digits import MINUS
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.legend import DOTS
from rpn_inspector.gui.widgets.plot_paper import PlotPaper, line_pen, pen_for, series
from rpn_inspector.gui.widgets.theme import Theme, px, sized

Counts = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
FEW = 10  # boxes under which a point is hollow
BARS = 44  # of a histogram of t*
ROOM = 0.16  # of the recall chart's height, below 0, for the number of boxes


class RecallChart(PlotPaper):
    """The share of ground truths that are `reached` over the square root of their area, log scale.

    ``side_chosen`` emits a place between `SIDES`, by a press, or by the arrows and Enter.
    """

    side_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, None, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("a click lists the ground truths of a side; with the keyboard the arrows and Enter"))
        self.filled: list[int] = []  # the places between `SIDES` with ground truths
        self.chosen: int | None = None
        self._at = 0
        self._marks: list[QGraphicsRectItem] = []
        self.setMinimumHeight(px(200))
        self.centralLayout.setContentsMargins(6, 2, px(24), 2)  # half of a number at the end of the axis
        self.setAccessibleName(tr("Share of boxes that reach the threshold, over their side"))

    def show_audits(self, now: Audit | None, other: Audit | None) -> None:
        """Draw the audit ``now``, `LOOSE` and the share found beside it, ``other`` anchors dotted; nothing without."""
        self._marks, self.filled = [], []
        groups = None if now is None or not now.used.any() else by_side(now)
        share = None if now is None or groups is None else reached(now, groups)
        words = tr("√area of the ground truth, network px; verticals: anchor sizes; hollow: under 10 boxes")
        if now is not None and now.recipe.anchors.of_points:
            words = tr("√area of the ground truth, network px; verticals: strides; hollow: under 10 boxes")
        self.reset("" if share is None else words)
        if now is None or groups is None or share is None:
            self.setAccessibleDescription("")
            return
        there = np.flatnonzero(groups.boxes)
        self.filled = there.tolist()
        self._at = min(self._at, len(self.filled) - 1)
        low, high = int(there[0]), int(there[-1]) + 1
        left, right = math.log2(SIDES[low]), math.log2(SIDES[high])
        self.set_range((left - 0.1, right + 0.1), (-ROOM, 1.04))
        self.axes["left"].setTicks([[(value, f"{value:.2f}") for value in (0.0, 0.25, 0.5, 0.75, 1.0)]])
        ticks = [(float(octave), f"{2**octave:g}") for octave in range(math.ceil(left), math.floor(right) + 1)]
        if high == len(SIDES) - 1:  # the last place holds all from its lower limit on
            ticks[-1] = (math.log2(SIDES[-2]), f"≥ {SIDES[-2]:.0f}")
        self.axes["bottom"].setTicks([ticks])
        for size in anchor_sizes(now):
            if left <= math.log2(size) <= right:
                self.vertical(math.log2(size))
        self._bars(groups)
        loose = loosely_reached(now)
        if loose is not None:
            middles = (np.log2(SIDES[there]) + np.log2(SIDES[there + 1])) / 2
            self.curve(middles, loose[there], pen_for("plain", self.theme))
        self._line(groups, share, series(self.theme)["positive"], False)
        found = found_by_side(now)
        if found is not None:
            there = np.flatnonzero(~np.isnan(found))
            middles = (np.log2(SIDES[there]) + np.log2(SIDES[there + 1])) / 2
            self.curve(middles, found[there], pen_for("prediction", self.theme))
        if other is not None:
            theirs = by_side(other)
            self._line(theirs, theirs.recall, series(self.theme)["positive"], True)
        self.setAccessibleDescription(sentence(now))
        self._mark()

    def show_side(self, side: int | None) -> None:
        """Mark the side that is chosen."""
        self.chosen = side
        self._mark()

    def _mark(self) -> None:
        """Draw the ground of the chosen side, and a frame around the side the keyboard is at."""
        for mark in self._marks:
            self.remove(mark)
        self._marks = []
        frame = line_pen(self.theme.text, 2.0)
        if self.chosen in self.filled:
            self._lay(self.chosen, QBrush(QColor(self.theme.selected_row)), None)
        if self.filled and self.hasFocus():
            self._lay(self.filled[self._at], QBrush(Qt.BrushStyle.NoBrush), frame)

    def _lay(self, place: int | None, brush: QBrush, frame: QPen | None) -> None:
        assert place is not None
        start, end = math.log2(SIDES[place]), math.log2(SIDES[place + 1])
        mark = QGraphicsRectItem(QRectF(start, -ROOM, end - start, 1.0 + ROOM))
        mark.setBrush(brush)
        mark.setPen(frame if frame is not None else QPen(Qt.PenStyle.NoPen))
        mark.setZValue(-10 if frame is None else 10)
        self.add(mark)
        self._marks.append(mark)

    def side_at(self, place: QPoint) -> int | None:
        """Return the side below a point of the widget, None where no ground truth has it."""
        if not self.filled:
            return None
        x = float(self.box.mapSceneToView(self.mapToScene(place)).x())
        found = int(np.searchsorted(np.log2(SIDES), x, "right")) - 1
        return found if found in self.filled else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self.side_at(event.position().toPoint())
        if side is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = self.filled.index(side)
            self.side_chosen.emit(side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave the axes where they are."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the axes where they are."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolls what is around

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.filled:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._at = min(max(self._at + step, 0), len(self.filled) - 1)
            self._mark()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.filled:
            self.side_chosen.emit(self.filled[self._at])
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # the arrows move here, not through the pictures of the dataset
            return True
        done = bool(super().event(event))
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark()
        return done

    def _bars(self, groups: Groups) -> None:
        most = max(int(groups.boxes.max()), 1)
        brush = QBrush(series(self.theme)["faint"])
        for place in np.flatnonzero(groups.boxes).tolist():
            start, end = math.log2(SIDES[place]), math.log2(SIDES[place + 1])
            height = (ROOM - 0.03) * math.sqrt(groups.boxes[place] / most)
            bar = QGraphicsRectItem(QRectF(start, -ROOM, end - start, height))
            bar.setBrush(brush)
            bar.setPen(Qt.PenStyle.NoPen)
            self.add(bar)

    def _line(self, groups: Groups, every: Shares, colour: QColor, dotted: bool) -> None:
        there = np.flatnonzero(groups.boxes)
        x = (np.log2(SIDES[there]) + np.log2(SIDES[there + 1])) / 2
        share = every[there]
        self.curve(x, share, line_pen(colour, 1.8, DOTS if dotted else ()))
        if not dotted:
            full = groups.boxes[there] >= FEW
            self.points(x[full], share[full], line_pen(colour, 1.2), colour)
            self.points(x[~full], share[~full], line_pen(colour, 1.2), QColor(self.theme.dock))


def lines_of(now: Audit, other: Audit | None) -> list[tuple[str, str]]:
    """Return mark and words of each line of `RecallChart`, with the share of all ground truths.

    ``other`` are the suggested anchors, None for none.
    """
    lines, least, used = list[tuple[str, str]](), threshold(now), now.used

    def line(mark: str, words: str, mask: Bools) -> None:
        lines.append((mark, f"{words}  {100 * float(mask.mean()):.1f} %"))

    if least is not None:
        line("beads positive", tr("anchor IoU ≥ {least}").format(least=f"{least:.2f}"), now.best_iou[used] >= least)
    elif "starved" in now.found:
        line("beads positive", tr("enough candidates"), ~(now.found["starved"] | now.unmatched)[used])
    if loosely_reached(now) is not None:
        line("plain", tr("anchor IoU ≥ {least}").format(least=f"{LOOSE:.2f}"), now.best_iou[used] >= LOOSE)
    outputs = now.predicted
    if outputs is not None and outputs.judged.any():
        words = tr("found, of {judged} judged by the predictions").format(judged=f"{outputs.judged.sum():,}")
        line("prediction", words, ~outputs.lost[outputs.judged])
    if other is not None and least is not None and other.used.any():
        words = tr("suggested, IoU ≥ {least}").format(least=f"{threshold(other) or least:.2f}")
        line("dotted positive", words, other.best_iou[other.used] >= (threshold(other) or least))
    return lines


def anchor_sizes(audit: Audit) -> list[float]:
    """Return the anchors' sizes, ascending, network px, for the input of the first picture counted."""
    known = np.flatnonzero(audit.anchors)
    if not known.size:
        return []
    height, width = audit.annotations.size[known[0]].tolist()
    grid = audit.recipe.grid(audit.recipe.resize.of((height, width)).padded_size)
    sizes = {round(float(size), 2) for level in grid.levels for size in level.sizes}
    return sorted(size for size in sizes if size > 0)


def sentence(audit: Audit) -> str:
    """Return the audit's first sentence: how many ground truths reach the threshold."""
    least, used = threshold(audit), int(audit.used.sum())
    if not used:
        return tr("No box takes part in the assignment")
    if least is None:
        if not audit.decided and "starved" in audit.found:
            enough = used - int((audit.used & (audit.found["starved"] | audit.unmatched)).sum())
            words = tr("{n} of {used} boxes ({share}) have as many candidates as the rule may take")
            return words.format(n=f"{enough:,}", used=f"{used:,}", share=f"{100 * enough / used:.1f} %")
        own = np.isfinite(audit.best_iou[audit.used]).any()  # IoU is measured
        if own:
            return counted(used, "1 box; it has a threshold of its own", "{n} boxes; each has a threshold of its own")
        if audit.recipe.anchors.of_points:
            return counted(used, "1 box; points have no IoU with it", "{n} boxes; points have no IoU with them")
        return counted(used, "1 box; this rule compares no IoU", "{n} boxes; this rule compares no IoU")
    there = int((audit.best_iou[audit.used] >= least).sum())
    words = tr("{reached} of {used} boxes ({share}) reach IoU {least} with an anchor")
    return words.format(
        reached=f"{there:,}", used=f"{used:,}", share=f"{100 * there / used:.1f} %", least=f"{least:.2f}"
    )


class TargetCharts(QWidget):
    """The histograms of t*, one a coordinate, each under its mean and deviation."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(tr("Targets t*"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        self.words = [ElidedLabel() for _ in range(4)]
        self.papers = [PlotPaper(theme) for _ in range(4)]
        for column, (label, paper) in enumerate(zip(self.words, self.papers, strict=True)):
            grid.addWidget(label, 0, column)
            grid.addWidget(paper, 1, column)
            grid.setColumnStretch(column, 1)
            paper.setMinimumHeight(px(72))
        grid.setRowStretch(1, 1)

    def show_audit(self, audit: Audit | None) -> None:
        """Draw the targets of an audit, nothing without."""
        targets = None if audit is None else audit.targets
        names = list(audit.recipe.coder.coordinate_names) if audit is not None else [""] * 4
        for column, (label, paper) in enumerate(zip(self.words, self.papers, strict=True)):
            paper.reset("")
            if targets is None or not targets.count:
                label.setText("")
                paper.axes["left"].setTicks([[]])
                paper.axes["bottom"].setTicks([[]])
                continue
            mean, std = float(targets.mean[column]), float(targets.std[column])
            label.setText(f"{names[column]}   {number(mean, signed=True)} ± {number(std)}")
            self._draw(paper, targets.histogram[column], mean, max(std, WIDTH))

    def _draw(self, paper: PlotPaper, histogram: Counts, mean: float, std: float) -> None:
        reach = min(REACH, max(abs(mean) + 3 * std, 4 * WIDTH))
        step = max(1, round(2 * reach / BARS / WIDTH))
        edges = np.arange(0, len(histogram) + 1, step)
        counts = np.add.reduceat(histogram, edges[:-1])
        starts = -REACH + edges[:-1] * WIDTH
        most = max(int(counts.max()), 1)
        paper.set_range((-reach, reach), (0, 1.05))
        paper.axes["left"].setTicks([[]])
        mark = float(f"{0.8 * reach:.1g}")  # whole inside the plot
        words = [f"{MINUS}{mark:g}", "0", f"+{mark:g}"]
        paper.axes["bottom"].setTicks([list(zip((-mark, 0.0, mark), words, strict=True))])
        brush = QBrush(QColor(self.theme.text_second))
        for start, count in zip(starts.tolist(), counts.tolist(), strict=True):
            if count and -reach <= start < reach:
                # the root, so that the few far ones are seen
                bar = QGraphicsRectItem(QRectF(start, 0, step * WIDTH * 0.86, math.sqrt(count / most)))
                bar.setBrush(brush)
                bar.setPen(Qt.PenStyle.NoPen)
                paper.add(bar)
        paper.vertical(0.0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the owner draws anew."""
        self.theme = theme
        for label, paper in zip(self.words, self.papers, strict=True):
            label.setFont(sized(self.font(), 11))
            paper.set_theme(theme)
