"""The anchor panel: a sheet of facts about the selected anchor, painted from top to bottom."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.losses import smooth_l1
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.gui.canvas.pens import IGNORED, NEGATIVE, POSITIVE, SELECTED, swatch
from rpn_inspector.gui.facts import Facts
from rpn_inspector.gui.fate import FateSection
from rpn_inspector.gui.numbers import NOTHING, number
from rpn_inspector.gui.steps import HistoryPlot
from rpn_inspector.gui.theme import LIGHT, Theme, sized
from rpn_inspector.work.workspace import Shown, State

NO_SMOOTH_L1 = (
    "There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre "
    "lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid."
)
COORDINATES = ("x", "y", "w", "h")
BOXES = "Boxes, network px"
LEAST_WIDTH, SCROLL_BAR, NAME_WIDTH = 340, 12, 120  # px
HELP = (
    "Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the "
    "loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground "
    "truths."
)


class IouScale(QWidget):
    """IoU from 0 to 1 with both thresholds and the anchor's own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(48)
        self.setAccessibleName("IoU scale")
        self.theme = LIGHT
        self.low, self.high, self.iou = 0.3, 0.7, 0.0

    def show_iou(self, iou: float, low: float, high: float) -> None:
        """Show one IoU between two thresholds."""
        self.iou, self.low, self.high = iou, low, high
        self.setAccessibleDescription(f"IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, y = 8.0, self.width() - 8.0, 26.0

        def at(value: float) -> float:
            return left + (right - left) * min(max(value, 0.0), 1.0)

        parts = (
            (0, self.low, NEGATIVE, 2, False),
            (self.low, self.high, IGNORED, 1.4, True),
            (self.high, 1, POSITIVE, 3, False),
        )
        for start, end, colour, width, dotted in parts:
            pen = QPen(QColor(colour if not self.theme.dark or not dotted else "#8A8F96"), width)
            if dotted:
                pen.setDashPattern([1.5, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(at(start), y), QPointF(at(end), y))
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_caption))
        for value in (0.0, self.low, self.high, 1.0):
            text = f"{value:.2f}" if 0 < value < 1 else f"{value:g}"
            painter.drawLine(QPointF(at(value), y - 4), QPointF(at(value), y + 4))
            side = Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRectF(at(value) - 30, y + 6, 60, 16).intersected(QRectF(self.rect())), int(side), text)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        text = f"IoU {self.iou:.4f}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        x = min(max(at(self.iou) - width / 2, 0), self.width() - width)
        painter.drawText(QPointF(x, 13), text)
        painter.setPen(QPen(QColor("#000000"), 1.4))
        painter.setBrush(QColor(SELECTED))
        painter.drawEllipse(QPointF(at(self.iou), y), 5, 5)


class SmoothL1Curve(QWidget):
    """R(d) with the four residuals of the selected anchor on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(118)
        self.setAccessibleName("Smooth L1 curve")
        self.theme = LIGHT
        self.beta = 1 / 9
        self.errors: np.ndarray | None = None

    def show_errors(self, errors: np.ndarray | None, beta: float) -> None:
        """Show four residuals d (4,), or the empty curve."""
        self.errors, self.beta = errors, beta
        if errors is not None:
            said = ", ".join(f"{c} {d:+.4f}" for c, d in zip(COORDINATES, errors, strict=True))
            self.setAccessibleDescription(f"residuals {said}; beta {beta:.4f}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = max(2.2 * self.beta, 0.05)
        if self.errors is not None and np.isfinite(self.errors).all():
            reach = max(reach, 1.15 * float(np.abs(self.errors).max()))
        top = float(smooth_l1(reach, self.beta))
        left, right, high, low = 34.0, self.width() - 8.0, 8.0, self.height() - 20.0

        def place(d: float, r: float) -> QPointF:
            return QPointF(left + (right - left) * (d + reach) / (2 * reach), low - (low - high) * r / top)

        painter.setFont(sized(self.font(), 11))
        caption, strong = QColor(self.theme.text_caption), QColor(self.theme.line_strong)
        for part in (0.0, 0.5, 1.0):
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(place(-reach, part * top), place(reach, part * top))
            painter.setPen(caption)
            box = QRectF(0, place(0, part * top).y() - 8, left - 4, 16)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{part * top:.2f}")
        for value, text in ((-reach, number(-reach, 2)), (0.0, "0"), (reach, number(reach, 2))):
            x = min(max(place(value, 0).x() - 30, left - 20), right - 52)
            painter.drawText(QRectF(x, low + 3, 60, 16), int(Qt.AlignmentFlag.AlignHCenter), text)
        if self.beta > 0:
            painter.setPen(QPen(strong, 1, Qt.PenStyle.DashLine))
            for sign in (-1, 1):
                painter.drawLine(place(sign * self.beta, 0), place(sign * self.beta, top))
            painter.setPen(caption)
            text = f"β = {self.beta:.3g}"
            painter.drawText(QPointF(place(self.beta, 0).x() + 4, high + 10), text)
        grid = np.linspace(-reach, reach, 121)
        for values, pen in (
            (np.abs(grid), QPen(strong, 1, Qt.PenStyle.DotLine)),
            (smooth_l1(grid, self.beta), QPen(QColor(self.theme.text), 1.4)),
        ):
            path = QPainterPath(place(grid[0], min(values[0], top)))
            for d, r in zip(grid[1:], values[1:], strict=True):
                path.lineTo(place(d, min(r, top)))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        if self.errors is None or not np.isfinite(self.errors).all():
            return
        painter.setFont(sized(self.font(), 11, bold=True))
        for name, d in zip(COORDINATES, self.errors.tolist(), strict=True):
            point = place(d, float(smooth_l1(d, self.beta)))
            painter.setPen(QPen(QColor("#000000"), 1.2))
            painter.setBrush(QColor(SELECTED))
            painter.drawEllipse(point, 4, 4)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(point + QPointF(-3, -8), name)


class Inspector(QScrollArea):
    """Everything about the selected anchor; with none selected, a sentence on how to select one."""

    stepped = Signal(int)
    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName("Inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(LEAST_WIDTH)
        self.theme = theme
        self.facts: AnchorFacts | None = None
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.swatch, self.finding = QLabel(), QLabel("No anchor selected")
        self.swatch.setFixedWidth(18)
        self.finding.setWordWrap(True)
        self.finding.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.swatch)
        head.addWidget(self.finding, 1)
        column.addLayout(head)
        self.place = QLabel()
        column.addSpacing(4)
        column.addWidget(self.place)
        stack = QHBoxLayout()
        self.stack = QLabel()
        stack.addWidget(self.stack, 1)
        self.buttons = []
        for text, name, step in (
            ("‹", "Previous anchor under the cursor (Up)", -1),
            ("›", "Next anchor under the cursor (Down)", 1),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
            stack.addWidget(button)
            self.buttons.append(button)
        column.addLayout(stack)
        self.scale, self.why = IouScale(), QLabel(HELP)
        self.why.setWordWrap(True)
        self.boxes = Facts("Boxes", ("x", "y", "w", "h"))
        self.targets = Facts("Targets", ("t*", "t", "d = t − t*", "R(d)"))
        self.loss = Facts("Loss", ("anchor", "÷", "image", "share"))
        self.curve, self.no_smooth_l1 = SmoothL1Curve(), QLabel(NO_SMOOTH_L1)
        self.no_smooth_l1.setWordWrap(True)
        self.overlaps = Facts("IoU per GT", ("IoU", "positives", "best IoU"))
        self.sections: list[QWidget] = [self.scale]
        column.addWidget(self.scale)
        column.addSpacing(4)
        column.addWidget(self.why)
        column.addSpacing(8)
        for section in (self.boxes, self.targets, self.loss, self.curve, self.overlaps):
            line = QFrame()
            line.setFixedHeight(1)
            line.setObjectName("line")
            column.addWidget(line)
            column.addWidget(section)
            self.sections += [line, section]
            if section is self.targets:
                column.addWidget(self.no_smooth_l1)
                self.sections.append(self.no_smooth_l1)
        self.history, self.fate = HistoryPlot(theme), FateSection(theme)
        self.fates_first = False
        self._now: tuple[Shown | None, int | None, tuple[int, ...]] = (None, None, ())
        self.fate.chosen.connect(self.chosen)
        column.addWidget(self.fate)
        column.addWidget(self.history)
        column.addStretch(1)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(340, 800)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = self.scale.theme = self.curve.theme = self.history.theme = theme
        self.finding.setFont(sized(self.font(), 14, bold=True))
        for label in (self.place, self.stack):
            label.setStyleSheet(f"color: {theme.text_second}")
        self.why.setStyleSheet(f"color: {theme.text}")
        for section in self.sections:
            if section.objectName() == "line":
                section.setStyleSheet(f"background: {theme.line_strong}")
        for table in (self.boxes, self.targets, self.loss, self.overlaps):
            table.set_theme(theme)
        self.fate.set_theme(theme)
        self._reserve()
        self.show_anchor(*self._now)

    def render_state(self, old: State | None, new: State) -> None:
        """Show the selected anchor of what is shown."""
        if old is None or (old.shown, old.selection, old.stack) != (new.shown, new.selection, new.stack):
            self.show_anchor(new.shown, new.selection, new.stack)

    def put_fates_first(self, wanted: bool) -> None:
        """Show what became of the box instead of why the anchor has its label, or the other way round."""
        if wanted != self.fates_first:
            self.fates_first = wanted
            self.show_anchor(*self._now)

    def show_anchor(self, shown: Shown | None, anchor: int | None, stack: tuple[int, ...]) -> None:
        """Show one anchor's facts."""
        self._now = (shown, anchor, stack)
        self.facts = shown.inspection.explain(anchor) if shown is not None and anchor is not None else None
        for section in self.sections:
            section.setVisible(self.facts is not None)
        self.swatch.setVisible(self.facts is not None)
        for button in self.buttons:
            button.setVisible(len(stack) > 1)
        if self.facts is None or shown is None:
            self.fate.show_anchor(None, None)
            self.why.setVisible(True)
            self.finding.setText("No anchor selected")
            self.place.setText("")
            self.stack.setText("")
            self.why.setText(HELP)
            return
        facts, inspection = self.facts, shown.inspection
        role = {1: "positive", 0: "negative", -1: "ignored"}[facts.label]
        self.swatch.setPixmap(swatch(role, self.theme))
        self.finding.setText(facts.finding if shown.what_if is None else f"What-if · {facts.finding}")
        self.place.setText(f"Anchor {facts.index:,} · {facts.place}")
        self.stack.setText(
            f"{stack.index(facts.index) + 1:,} of {len(stack):,} anchors under the cursor, by IoU" if stack else ""
        )
        matcher = inspection.recipe.matcher
        self.scale.show_iou(facts.iou, matcher.negative, matcher.positive)
        self.why.setText(facts.why)
        self.why.setVisible(True)
        self._boxes(facts, shown)
        self._targets(facts, inspection.recipe.loss)
        self._loss(facts, shown)
        self.curve.show_errors(facts.difference, inspection.recipe.loss.beta)
        self.curve.setVisible(inspection.recipe.loss.box != "yolo")
        self._overlaps(facts, shown)
        has_fate = self.fate.show_anchor(inspection if self.fates_first else None, facts.index)
        for section in (*self.sections, self.why, *self.buttons) if has_fate else ():
            section.setVisible(False)
        if has_fate:
            self.finding.setText(self.fate.finding)
            self.swatch.setPixmap(swatch(self.fate.role, self.theme))
            self.stack.setText(self.fate.rank)

    def _reserve(self) -> None:
        """Take the width that numbers need before there are any, so that the picture stays where it is later."""
        pixels, coded, costs = ("8,888.8",) * 4, ("+0.0000",) * 3, ("0.0000", "0.000000", "0.00000", "100.0 %")
        self.boxes.title.setText(BOXES)
        self.boxes.fill([("predicted", *pixels)])
        self.targets.fill([("sum", *coded, "0.000000")], bold_last=True)
        self.loss.heads[1].setText("÷ normaliser")
        self.loss.fill([("objectness p", *costs)])
        tables = (self.boxes, self.targets, self.loss)
        margins = self.widget().layout().contentsMargins()
        needed = max(table.layout().minimumSize().width() for table in tables) + margins.left() + margins.right()
        self.setMinimumWidth(max(LEAST_WIDTH, needed + SCROLL_BAR))

    def _boxes(self, facts: AnchorFacts, shown: Shown) -> None:
        rows = [("anchor", *_centre(facts.box))]
        truth = facts.gt if facts.gt >= 0 else facts.best_gt
        if truth >= 0:
            rows.append((f"truth {truth + 1}", *_centre(shown.inspection.gt[truth])))
        if facts.predicted is not None:
            rows.append(("predicted", *_centre(facts.predicted)))
        self.boxes.fill(rows)

    def _targets(self, facts: AnchorFacts, loss: LossSpec) -> None:
        heads = {"smooth_l1": ("d = t − t*", "R(d)"), "huber": ("d = t − t*", "β R(d)"), "yolo": ("σ(t) − t*", "loss")}
        for label, text in zip(self.targets.heads[2:], heads[loss.box], strict=True):
            label.setText(text)
        rows = []
        for i, name in enumerate(COORDINATES):
            parts = [
                number(float(v[i]), 4, signed=True) if v is not None else NOTHING
                for v in (facts.t_star, facts.t, facts.difference)
            ]
            rows.append((name, *parts, number(float(facts.r[i]), 6) if facts.r is not None else NOTHING))
        total = number(float(facts.r.sum()), 6) if facts.r is not None else NOTHING
        rows.append(("sum", "", "", "", total))
        self.targets.fill(rows, bold_last=True)
        self.no_smooth_l1.setVisible(loss.box == "yolo")

    def _loss(self, facts: AnchorFacts, shown: Shown) -> None:
        same = facts.normaliser == facts.box_normaliser
        self.loss.heads[1].setText(f"÷ {facts.normaliser:,.5g}" if same else "÷ normaliser")
        loss, rows = shown.inspection.loss, list[tuple[str, ...]]()
        for name, value, divisor, whole in (
            ("box", facts.box_loss, facts.box_normaliser, loss.box if loss else None),
            ("objectness", facts.objectness_loss, facts.normaliser, loss.objectness if loss else None),
        ):
            part = value / divisor if value is not None else None
            share = NOTHING
            if facts.sampled and part is not None and whole:
                share = f"{100 * part / whole:.1f} %"
            rows.append((name, number(value), number(part, 6), number(whole, 5), share))
        words = "in the sample" if facts.sampled else "not sampled: in neither sum"
        rows.append((words,))
        if facts.score is not None:
            rows.append(("objectness p", number(facts.score), "", "", ""))
        self.loss.fill(rows)

    def _name(self, text: str) -> str:
        """Return a ground truth's name as short as its column."""
        metrics = self.overlaps.fontMetrics()
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)

    def _overlaps(self, facts: AnchorFacts, shown: Shown) -> None:
        inspection, assignment = shown.inspection, shown.inspection.assignment
        order = np.argsort(-facts.iou_per_gt, kind="stable")[:6]
        self.overlaps.fill(
            [
                (
                    self._name(f"{g + 1} {inspection.sample.class_name(int(g))}"),
                    number(float(facts.iou_per_gt[g])),
                    f"{assignment.gt_positives[g]:,}",
                    number(float(assignment.gt_best_iou[g])),
                )
                for g in order.tolist()
            ]
        )


def _centre(box: np.ndarray) -> tuple[str, str, str, str]:
    x1, y1, x2, y2 = (float(edge) for edge in box)
    return tuple(number(v, 1) for v in ((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1))  # type: ignore[return-value]
