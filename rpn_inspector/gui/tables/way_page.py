"""The page of one ground truth's way through both stages: what is left at each, and a row for each box."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.core.fate import Fate
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.values import Array
from rpn_inspector.core.way_rows import LOST_FROM, Indices, WayRows, way_rows
from rpn_inspector.core.words import FATE_ROLES, FATE_WORDS, LABEL_WORDS, SIDE_WORDS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, width_for
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, px, sized
from rpn_inspector.session.staged import Staged
from rpn_inspector.session.state import State

HEIGHT, BAR, PAD = 44, 3, 8  # px
LOST_AT = ("", "", *LOST_FROM)  # the step of each head, "" where no box is lost
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
NO_GT = "Choose a ground truth, by G or a row of its table, to follow its way through both stages."


class WayHeads(QWidget):
    """The stages of a way side by side: how many boxes are left, and the share of the stage before as a bar.

    ``pressed`` emits the step of a head, "" for all boxes; Left and Right move between heads, Space presses.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.heads: list[tuple[str, str, str, float | None]] = []
        self.step, self._place = "", 0
        self.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Way by stage"))
        self.setToolTip(
            as_tip(
                tr(
                    "boxes of this ground truth left at each stage; near: IoU 0.50, and no other is nearer; "
                    "the bar is the share of the stage before. A click on a stage lists the boxes lost there, "
                    "another one all again"
                )
            )
        )

    def show_counts(self, name: str, counts: tuple[int | None, ...]) -> None:
        """Show the counts of `way_rows` of a ground truth called ``name``; empty counts show nothing."""
        self.heads = [] if not counts else _heads(name, counts)
        self.setAccessibleDescription("; ".join(f"{title}: {count} {words}" for title, count, words, _ in self.heads))
        self.update()

    def mark(self, step: str) -> None:
        """Mark the head whose lost boxes are listed, "" none."""
        self.step = step
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.heads and event.button() == Qt.MouseButton.LeftButton:
            self._press(int(event.position().x() * len(self.heads) // max(self.width(), 1)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Left and Right go through the heads here, and through the pictures elsewhere
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in ARROWS:
            event.accept()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS and self.heads:
            self._place = min(max(self._place + ARROWS[Qt.Key(event.key())], 0), len(self.heads) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.heads:
            self._press(self._place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _press(self, place: int) -> None:
        self._place = min(max(place, 0), len(self.heads) - 1)
        step = LOST_AT[self._place]
        self.pressed.emit("" if step == self.step else step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.heads:
            return
        width, left = self.width() / len(self.heads), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, (title, count, words, share) in enumerate(self.heads):
            area = QRectF(place * width + PAD, 0, width - 2 * PAD, px(HEIGHT))
            whole = QRectF(place * width, 0, width, px(HEIGHT))
            if self.step and LOST_AT[place] == self.step:
                painter.fillRect(whole, QColor(self.theme.hover))
                painter.fillRect(QRectF(whole.left(), 0, width, 2), QColor(self.theme.text))
            if self.hasFocus() and place == self._place:
                painter.setPen(QColor(self.theme.text))
                painter.drawRect(whole.adjusted(0, 0, -1, -1))
            painter.setFont(sized(self.font(), 11))
            painter.setPen(QColor(self.theme.text_caption))
            painter.drawText(QRectF(area.left(), px(3), area.width(), px(16)), left, title)
            bold = sized(self.font(), 13, bold=True)
            painter.setFont(bold)
            lost = count == "0"
            painter.setPen(QColor(self.theme.negative_text if lost else self.theme.text))
            painter.drawText(QRectF(area.left(), px(18), area.width(), px(18)), left, count)
            x = area.left() + QFontMetrics(bold).horizontalAdvance(count) + 6
            painter.setFont(sized(self.font(), 11))
            painter.setPen(QColor(self.theme.text_second))
            room = area.right() - x
            text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(x, px(18), room, px(18)), left, text)
            if share is not None:
                bar = QRectF(area.left(), px(HEIGHT) - BAR - 3, area.width(), BAR)
                painter.fillRect(bar, QColor(self.theme.line))
                painter.fillRect(
                    QRectF(bar.left(), bar.top(), bar.width() * share, BAR), QColor(self.theme.text_caption)
                )


def _heads(name: str, counts: tuple[int | None, ...]) -> list[tuple[str, str, str, float | None]]:
    """Return title, count, words and share of the stage before of each stage."""
    positive, reach, kept, foreground, drawn, answer, left = counts
    drawn_words = tr("drawn of {n} foreground").format(n=f"{foreground:,}")
    parts: list[tuple[str, int | None, str, int | None]] = [
        (tr("Anchors"), positive, tr("positive"), None),
        (tr("RPN"), reach, tr("near"), None),
        (tr("Proposals"), kept, tr("kept"), reach),
        (tr("RoI sample"), drawn, drawn_words, foreground),
        (tr("RoI head"), answer, tr("answer, near"), kept),
        (tr("Detections"), left, tr("left"), answer),
    ]
    found: list[tuple[str, str, str, float | None]] = [(tr("Ground truth"), name, "", None)]
    for title, count, words, before in parts:
        share = min(count / before, 1.0) if count is not None and before else None
        found.append((title, NOTHING if count is None else f"{count:,}", words, share))
    return found


class WayPage(QWidget):
    """Heads above the table of boxes; ``chosen`` emits an anchor, ``candidate_chosen`` a candidate without."""

    chosen = Signal(int)
    candidate_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Way"))
        self.heads, self.table = WayHeads(), RowTable(tr("Way"), 0)
        self.rows: WayRows | None = None
        self._told: tuple[Inspection, Staged, Array | None] | None = None
        self.heads.pressed.connect(self.list_lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.heads.theme = self.table.columns_model.theme = theme
        self.heads.update()
        self.table.viewport().update()

    def show_way(
        self, inspection: Inspection | None, staged: Staged | None, gt: int | None, mask: Array | None = None
    ) -> None:
        """Show the way of ground truth ``gt``, from 0; why there is none where it is None.

        ``mask`` (N,) are the anchors that pass the filter, None for all.
        """
        there = inspection is not None and inspection.proposals is not None and staged is not None
        self.rows = None
        if there and inspection is not None and staged is not None and gt is not None and gt < len(inspection.gt):
            self.rows = way_rows(inspection, gt, staged.result.name)
        self.heads.setVisible(self.rows is not None)
        if self.rows is None or inspection is None or staged is None:
            self._told = None
            self.heads.mark("")
            self.heads.show_counts("", ())
            self.table.empty_words = tr(NO_GT) if there else ""
            self.table.fill([])
            return
        name = f"{self.rows.gt + 1} {inspection.sample.class_name(self.rows.gt)}"
        self.heads.show_counts(name, self.rows.counts)
        self._told = (inspection, staged, mask)
        self.list_lost(self.heads.step)

    def list_lost(self, step: str) -> None:
        """List the boxes that a step lost, "" for all; those whose anchors pass the filter."""
        if self.rows is None or self._told is None:
            return
        inspection, staged, mask = self._told
        self.heads.mark(step)
        passing = None if mask is None else (self.rows.anchor >= 0) & mask[np.maximum(self.rows.anchor, 0)]
        shown = passing
        if step:
            lost = self.rows.lost(step)
            shown = lost if passing is None else lost & passing
        self.table.empty_words = tr("No box comes near this ground truth.")
        if passing is not None and not passing.any():
            self.table.empty_words = tr("Nothing passes the filter.")
        elif step:
            self.table.empty_words = tr("This stage lost no box.")
        self.table.fill(way_columns(inspection, staged, self.rows), shown)

    def show_row(self, state: State) -> None:
        """Select the row of the selected candidate or anchor."""
        rows = self.rows
        if rows is None:
            return
        mine = np.zeros(len(rows.anchor), bool)
        if state.selection is not None:
            mine = rows.anchor == state.selection
        elif state.candidate is not None:
            mine = (rows.anchor < 0) & (rows.candidate == state.candidate)
        where = np.flatnonzero(mine)
        self.table.show_row(int(where[0]) if where.size else None)

    def _tell(self, row: int) -> None:
        if self.rows is None:
            return
        anchor, candidate = int(self.rows.anchor[row]), int(self.rows.candidate[row])
        if anchor >= 0:
            self.chosen.emit(anchor)
        elif candidate >= 0:
            self.candidate_chosen.emit(candidate)


def way_columns(inspection: Inspection, staged: Staged, rows: WayRows) -> list[Column]:
    """Return the columns over the boxes of a way, cells filled as far as a box got."""
    grid, one = inspection.grid, staged.result
    name, there = inspection.sample.class_name(rows.gt), rows.anchor >= 0
    level = grid.locate(np.maximum(rows.anchor, 0)).level
    names, last = one.stage.level.names, np.arange(len(rows.anchor))

    def known(title: str, width: int, values: np.ndarray, digits: int, tip: str) -> Column:
        def text(r: int) -> str:
            return NOTHING if np.isnan(values[r]) else number(float(values[r]), digits)

        return Column(title, width, values.astype(np.float32), text, tip)

    return [
        Column(
            tr("Anchor"),
            width_for(64, (_without_anchor(rows, r) for r in np.flatnonzero(~there).tolist())),
            last,
            lambda r: f"{rows.anchor[r]:,}" if there[r] else _without_anchor(rows, r),
            tr("in the order of the way: the furthest first; a ground truth joins the proposals in training"),
            exact=False,
        ),
        Column(
            tr("Level"),
            40,
            level,
            lambda r: grid.levels[level[r]].name if there[r] else NOTHING,
            tr("feature level"),
            left=True,
            extra=True,
        ),
        Column(
            tr("Label"),
            78,
            rows.label.astype(np.int64),
            lambda r: tr(LABEL_WORDS[int(rows.label[r])]) if there[r] else NOTHING,
            tr("of the anchor"),
            left=True,
            swatch=lambda r: LABEL_WORDS[int(rows.label[r])] if there[r] else "",
        ),
        known(tr("IoU"), 50, rows.anchor_iou, 4, tr("of the anchor with the ground truth")),
        known("p", 44, rows.score, 3, tr("score of the RPN, 0 to 1")),
        _fate_column(tr("RPN fate"), 84, rows.rpn_fate, rows.rpn_fate, None, None),
        known(tr("Box IoU"), 52, rows.box_iou, 4, tr("of the decoded box with the ground truth")),
        Column(
            tr("Sample"),
            130,
            np.where(rows.candidate >= 0, rows.side.astype(np.int64) * 2 + rows.drawn, -9),
            lambda r: _side(rows, r),
            tr("its label in the stage, and whether it is in the mini-batch"),
            left=True,
            swatch=lambda r: LABEL_WORDS[int(rows.side[r])] if rows.candidate[r] >= 0 else "",
        ),
        Column(
            tr("From"),
            38,
            _of_candidates(one.level, rows.candidate),
            lambda r: names[int(one.level[rows.candidate[r]])] if rows.candidate[r] >= 0 and names else NOTHING,
            tr("the map it is pooled from"),
            left=True,
            extra=True,
        ),
        known(tr("Score"), 52, rows.class_score, 3, tr("of class {name}").format(name=name)),
        known(tr("Answer IoU"), 60, rows.answer_iou, 4, tr("of the box for that class with the ground truth")),
        _fate_column(tr("Final fate"), 132, rows.fate, rows.fate, rows.by, rows.by_iou, rows.detection),
    ]


def _without_anchor(rows: WayRows, row: int) -> str:
    """Return a ground truth that joins, or a recorded proposal that no box decoded here equals."""
    if rows.proposal[row] < 0:
        return tr("GT {n}").format(n=rows.gt + 1)
    return tr("proposal {n}").format(n=f"{rows.proposal[row] + 1:,}")


def _side(rows: WayRows, row: int) -> str:
    if rows.candidate[row] < 0:
        return NOTHING
    side = tr(SIDE_WORDS[int(rows.side[row])])
    return tr("{side}, drawn").format(side=side) if rows.drawn[row] else side


def _of_candidates(values: Array, candidate: Indices) -> Array:
    """Return ``values`` (C,) of each row's candidate (n,), -1 without one."""
    found, there = np.full(len(candidate), -1, np.int64), candidate >= 0
    found[there] = values[candidate[there]]
    return found


def _fate_column(
    title: str,
    width: int,
    fate: np.ndarray,
    keys: np.ndarray,
    by: np.ndarray | None,
    by_iou: np.ndarray | None,
    own: np.ndarray | None = None,
) -> Column:
    def text(row: int) -> str:
        if fate[row] < 0:
            return NOTHING
        if by is not None and by_iou is not None and fate[row] == Fate.SUPPRESSED and by[row] >= 0:
            return tr("by {n}, {iou}").format(n=by[row] + 1, iou=number(float(by_iou[row])))
        if own is not None and own[row] >= 0:
            return tr("detection {n}").format(n=own[row] + 1)
        return tr(FATE_WORDS[int(fate[row])])

    def role(row: int) -> str:
        return FATE_ROLES[int(fate[row])] if fate[row] >= 0 else ""

    return Column(title, width, keys, text, tr("what became of the box"), left=True, swatch=role)
