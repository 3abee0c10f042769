"""The panel: heading with filter and sort, search, the list, and the findings below."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.scan.list_order import Arrangement
from rpn_inspector.analysis.scan.report import ScanReport
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.gui.images.findings import FindingsPanel
from rpn_inspector.gui.images.lint_thread import Linter
from rpn_inspector.gui.images.list import ImageList
from rpn_inspector.gui.images.model import ImagesModel
from rpn_inspector.gui.images.scan_thread import Scanner
from rpn_inspector.gui.images.sort_and_filter import Chips, FilterButton, SortButton
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, px, style
from rpn_inspector.session.state import State

TYPING_MS, MOVING_MS = 60, 700
LEAST_WIDTH = 248  # px
LIST_HEIGHT, FINDINGS_HEIGHT = 200, 270  # px; in a small window the list keeps 200, the findings grow to 270
FEW = 500  # pictures; so many are scanned before a picture of the window is taken


class ImagesPanel(QWidget, Part):
    """The list of pictures and the findings, over a `Scanner` and a `Linter`, which pause at unset ``gates``.

    ``chosen(picture)`` asks for another picture, ``place_chosen(picture, ground truth)`` for a finding's place, ground
    truth -1 for the picture as a whole. ``left`` gives the keyboard back.
    """

    chosen = Signal(int)
    place_chosen = Signal(int, int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, gates: Sequence[threading.Event] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("images")
        self._style(theme)
        self.setMinimumWidth((7 * LEAST_WIDTH + px(LEAST_WIDTH)) // 8)  # of larger text more is cut
        self.theme = theme
        self.scanner, self.linter = Scanner(self, gates), Linter(self, gates)
        self.model = ImagesModel(self)
        self.list = ImageList(self.model, theme)
        self.findings = FindingsPanel(theme)
        self._state: State | None = None
        self._shown_findings = -1
        self._typed, self._moved = QTimer(self), QTimer(self)
        for timer, wait, slot in ((self._typed, TYPING_MS, self._search), (self._moved, MOVING_MS, self._rearrange)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(slot)
        self._make_head()
        self._make_body()
        self._connect()

    def _make_head(self) -> None:
        self.title, self.count = PlainLabel(tr("Images")), ElidedLabel()
        self.title.setObjectName("heading")
        self.count.setObjectName("note")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by name or class"))
        self.filter.setAccessibleName(tr("Filter images by name or class"))
        self.filter.setToolTip(tr("Pictures with every word in their name or in a class of their boxes (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self._glass = self.filter.addAction(
            icon("search", self.theme.text_second), QLineEdit.ActionPosition.LeadingPosition
        )
        self.sort_button, self.filter_button = SortButton(), FilterButton(self._facts)
        self.chips = Chips()
        self.chips.hide()

    def _make_body(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.filter_button)
        head.addWidget(self.sort_button)
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.filter)
        top = QWidget()
        top.setMinimumHeight(160)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(field)
        column.addWidget(self.chips)
        column.addWidget(self.list, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(top)
        self.split.addWidget(self.findings)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self._dragged = False
        self.split.splitterMoved.connect(lambda *_: setattr(self, "_dragged", True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.setTabOrder(self.filter_button, self.sort_button)
        self.setTabOrder(self.sort_button, self.filter)
        self.setTabOrder(self.filter, self.list)

    def _connect(self) -> None:
        self.sort_button.wanted.connect(self.sort)
        self.filter_button.wanted.connect(self.show_only)
        self.chips.dropped.connect(self._drop)
        self.filter.textChanged.connect(lambda _: self._typed.start())
        self.filter.returnPressed.connect(self._enter)
        self.list.chosen.connect(self.chosen)
        self.list.looked_at.connect(self.scanner.prefer)
        self.scanner.changed.connect(self._other_report)
        self.scanner.scanned.connect(self._scanned)
        self.scanner.turned.connect(self._show_findings)
        self.findings.place_wanted.connect(self.place_chosen)
        self.findings.only_wanted.connect(lambda kind: self.show_only((kind,)))
        self.findings.stop_wanted.connect(self.scanner.stop)
        self.findings.resume_wanted.connect(self.scanner.resume)
        self.linter.changed.connect(self._show_lint)
        self.findings.lint.stop_wanted.connect(self.linter.stop)
        self.findings.lint.resume_wanted.connect(self.linter.resume)

    # From outside

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.list.set_theme(theme)
        self.findings.set_theme(theme)
        self._glass.setIcon(icon("search", theme.text_second))
        self.filter_button.setIcon(icon("filter", theme.text_second))
        self._style(theme)
        self._show_head()

    def _style(self, theme: Theme) -> None:
        style(
            self,
            f"QSplitter::handle {{ background: {theme.line}; }}"
            f"QLabel#heading {{ font-size: {px(12)}px; font-weight: 600; }}"
            f"QLabel#note, QToolButton#quiet, QToolButton#chip {{ font-size: {px(11)}px; }}"
            f"QLabel#note {{ color: {theme.text_caption}; }}"
            f"QToolButton#quiet {{ padding: 2px 4px; }}"
            f"QToolButton#quiet::menu-indicator {{ image: none; width: 0; }}"
            f"QToolButton#quiet:focus {{ border: 2px solid {theme.text}; padding: 0 2px; }}"
            f"QToolButton#chip {{ background: {theme.field}; border: 1px solid {theme.line_strong};"
            f" padding: 1px 6px; }}"
            f"QToolButton#chip:focus {{ border: 2px solid {theme.text}; padding: 0 5px; }}",
        )

    def render_state(self, old: State | None, new: State) -> None:
        """List the dataset, mark the current picture, and scan under the state's recipe and predictions."""
        before, self._state = self._state, new
        if before is not None and before.dataset is not new.dataset:
            self._typed.stop()
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
            self.model.wanted = Arrangement(sort=self.model.wanted.sort, descending=self.model.wanted.descending)
        self.scanner.render_state(old, new)
        self.linter.render_state(old, new)
        self.model.try_out(_tried(new))
        if _row(old) != _row(new) and not self.list.stands_on(new):
            self.list.mark(_row(new)[1])
        if old is None or old.index != new.index or old.dataset is not new.dataset:
            self.findings.leave(new.index)

    def sort(self, key: str, descending: bool) -> None:
        """Sort the list by ``key``, a key of `SORTS`."""
        self._arrange(replace(self.model.wanted, sort=key, descending=descending))

    def show_only(self, filters: tuple[str, ...]) -> None:
        """List the pictures passing any of ``filters``: kinds of findings or `FILTERS`; empty lists all."""
        self._arrange(replace(self.model.wanted, filters=filters))

    @property
    def listed(self) -> tuple[int, ...]:
        """Return the pictures that pass search and filters, in the dataset's order."""
        return tuple(sorted(self.model.rows.tolist()))

    def beside(self, number: int, step: int) -> int | None:
        """Return the picture ``step`` rows from ``number`` in the list's order, stopping at both ends."""
        return self.model.beside(number, step)

    def around(self, number: int) -> list[int]:
        """Return the pictures listed after and before ``number``."""
        near = [self.model.beside(number, step) for step in (1, -1)]
        return [other for other in near if other is not None and other != number]

    def waiting(self) -> bool:
        """Return whether visible rows lack a thumbnail or numbers, or a small dataset is being scanned or linted."""
        report = self.scanner.report
        if report is not None and self.scanner.running and (len(report) <= FEW or self.list.unscanned()):
            return True
        if self.linter.running and self.linter.total <= FEW:
            return True
        return self.model.waiting()

    def close_down(self) -> None:
        """Stop the background work."""
        self._typed.stop()
        self._moved.stop()
        self.list.close_down()
        self.scanner.close()
        self.linter.close()
        self.model.close()

    # What happens

    def _arrange(self, wanted: Arrangement, stay: bool = False) -> None:
        self._moved.stop()
        self.list.arrange(wanted, stay=stay)
        self._show_head()

    def choose_sort(self) -> None:
        """Open the menu of sorts."""
        self.sort_button.open()

    def step_finding(self, forward: bool) -> None:
        """Go to the next place of the last kind of finding, or to the previous."""
        self.findings.again(forward)

    @contextmanager
    def keeping_search(self) -> Iterator[None]:
        """Keep search, filters and sort while the same dataset is read again inside the ``with``."""
        wanted = self.model.wanted
        yield
        self.filter.blockSignals(True)
        # No signal: textChanged would start the timer of typing and search again.
        self.filter.setText(wanted.text)
        self.filter.blockSignals(False)
        self._arrange(replace(self.model.wanted, text=wanted.text, filters=wanted.filters))

    def _search(self) -> None:
        self._arrange(replace(self.model.wanted, text=self.filter.text()))

    def _rearrange(self) -> None:
        if self.model.wanted.moves:
            self._arrange(self.model.wanted, stay=True)

    def _enter(self) -> None:
        """Go to the first picture found, and into the list."""
        if self._typed.isActive():
            self._typed.stop()
            self._search()
        self.list.setFocus()
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.chosen.emit(int(self.model.rows[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent):
            escape, down = event.key() == Qt.Key.Key_Escape, event.key() == Qt.Key.Key_Down
            if event.type() == QEvent.Type.ShortcutOverride and (escape or down):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and down:
                self.list.setFocus()
                return True
            if event.type() == QEvent.Type.KeyPress and escape:
                if self.filter.text():
                    self.filter.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _other_report(self) -> None:
        state = self._state
        if state is None:
            return
        self._moved.stop()
        self.list.show_state(state, self.scanner.report, _row(state)[1])
        self._show_head()
        self._show_findings()

    def _scanned(self, pictures: list[int]) -> None:
        self.model.tell(pictures)
        if self.model.wanted.moves and not self._moved.isActive():
            self._moved.start()
        self._show_findings()

    def _show_findings(self) -> None:
        state = self._state
        recipe = state.recipe if state is not None else None
        report = self.scanner.report
        self.sort_button.keys["loss"].setEnabled(report is not None and report.has_loss)
        self.findings.show_report(report, recipe, self.scanner.running, self.scanner.stopped)
        # The scan has ended: the last rearrangement need not wait for the timer.
        if not self.scanner.running and self._moved.isActive():
            self._moved.stop()
            self._rearrange()
        self._make_room()

    def _show_lint(self) -> None:
        linter = self.linter
        self.findings.lint.show_report(
            linter.report, linter.running, linter.stopped, linter.done, linter.total, linter.problem
        )
        self._make_room()

    def _make_room(self) -> None:
        wanted = self.findings.natural_height()
        if wanted != self._shown_findings and not self._dragged and self.split.height() > 0:
            self._shown_findings = wanted
            whole = self.split.height()
            height = min(wanted, max(2 * whole // 5, min(whole - LIST_HEIGHT, FINDINGS_HEIGHT)))
            self.split.setSizes([self.split.height() - height, height])

    def _drop(self, name: str) -> None:
        self.show_only(tuple(kept for kept in self.model.wanted.filters if kept != name))

    def _show_head(self) -> None:
        model, wanted = self.model, self.model.wanted
        total = len(model.place)
        listed = len(model.rows)
        text = f"{total:,}" if listed == total else tr("{a} of {b}").format(a=f"{listed:,}", b=f"{total:,}")
        self.count.setText(text if model.dataset is not None else "")
        self.sort_button.show_sort(wanted)
        self.chips.show_filters(wanted.filters, self._facts()[1], self.theme)

    def _facts(self) -> tuple[ScanReport | None, Recipe | None, tuple[str, ...]]:
        """Return the input of the menu of filters: report, recipe, filters in force."""
        recipe = self._state.recipe if self._state is not None else None
        return self.scanner.report, recipe, self.model.wanted.filters


def _tried(state: State) -> tuple[int, float] | None:
    """Return the picture of a what-if and its total loss, NaN where there is none; None without a what-if."""
    shown = state.shown
    if shown is None or shown.what_if is None or shown.dataset is not state.dataset:
        return None
    loss = shown.inspection.loss
    return shown.index, math.nan if loss is None else float(loss.total)


def _row(state: State | None) -> tuple[object, int | None]:
    """Return the dataset and the picture whose row is the current: the one seen, until the one chosen is shown."""
    if state is None or state.dataset is None:
        return None, None
    seen = state.shown if state.busy and state.shown is not None else None
    return state.dataset, seen.index if seen is not None and seen.dataset is state.dataset else state.index
