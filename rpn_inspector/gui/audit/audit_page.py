"""The Audit workspace: what the anchors can learn, and where ground truths are lost, over a whole dataset."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.audit.against import Others
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.evaluation import PARTS
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.gui.audit.anchors_view import AnchorsView
from rpn_inspector.gui.audit.auditor import Auditor
from rpn_inspector.gui.audit.findings_writer import FindingsWriter
from rpn_inspector.gui.audit.lost_view import LostView
from rpn_inspector.gui.audit.moved_view import MovedView
from rpn_inspector.gui.audit.places_panel import PlacesPanel
from rpn_inspector.gui.audit.report_writer import ReportWriter
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.counted_tabs import BETWEEN, CountedTabs
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.in_sight import scroll_sideways
from rpn_inspector.gui.widgets.pane_sizes import lay_out
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.recipe_items import AskOutputs
from rpn_inspector.gui.widgets.theme import Theme, ground, ink, px, sized
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.state import State

MARGIN = 12
LEFT, RIGHT, BELOW = 300, 402, 290  # px
HEADING = 240  # px of the heading that stay where the rest of its row needs room
LEAST = (480, 240)  # px, of the page; Inspect needs as much beside its panels
ANCHORS, LOST, MOVED = range(3)
Command = Callable[[Audit, bool, ComparedWith | None], str]
SAID_MS = 10_000  # of a note in the status bar
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class AuditPage(QWidget, Part):
    """The whole dataset, counted in the background once the page was looked at.

    ``place_wanted`` emits picture, ground truth and anchor to look at, ``compare_wanted`` a suggested recipe to compare
    with, ``save_wanted`` one to write into a file, ``beside_wanted`` the `Others` to compare a place with, as its
    picture and ground truth.
    """

    place_wanted = Signal(int, object, object)
    compare_wanted = Signal(object)
    save_wanted = Signal(object)
    beside_wanted = Signal(object, object, object)

    def __init__(self, theme: Theme, services: Services, command: Command, ask_outputs: AskOutputs) -> None:
        super().__init__()
        self.theme, self.active, self._services = theme, False, services
        self.auditor = Auditor(services.parent_widget)
        self.writer, self.findings_writer = ReportWriter(services, command), FindingsWriter(services)
        self._state: State | None = None
        self._drawn: tuple[object, ...] = ()
        self._moved: tuple[object, str] | None = None
        self._dressed = False
        self._focused: QWidget | None = None
        self.anchors, self.lost, self.places = AnchorsView(theme, self), LostView(theme, self), PlacesPanel(theme)
        self.moved = MovedView(theme, self, ask_outputs)
        self._build(theme)
        self._connect()
        self.set_theme(theme)
        self._show()

    # Building

    def _build(self, theme: Theme) -> None:
        self.tabs = CountedTabs(theme)
        self.tabs.setAccessibleName(tr("Pages of the audit"))
        self.tabs.installEventFilter(self)
        self.tabs.setUsesScrollButtons(False)  # which would cover the tabs until a count has its room
        self.tabs.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # texts beside them give way
        for name in (tr("Anchors"), tr("Lost objects"), tr("What moved")):
            self.tabs.addTab(name)
        views = (self.anchors, self.lost, self.moved)
        self._stacks = [QStackedWidget() for _ in range(3)]
        for view in views:
            for stack, part, width in zip(
                self._stacks, (view.left, view.middle, view.right), (LEFT, 0, RIGHT), strict=True
            ):
                stack.addWidget(_scrolled(part, width))
        above = QSplitter(Qt.Orientation.Horizontal)
        below = QSplitter(Qt.Orientation.Vertical)
        split = QSplitter(Qt.Orientation.Horizontal)
        for one, parts in (
            (above, self._stacks[1:]),
            (below, [above, self.places]),
            (split, [self._stacks[0], below]),
        ):
            one.setChildrenCollapsible(False)
            for each in parts:
                one.addWidget(each)
        above.setStretchFactor(0, 4)
        above.setStretchFactor(1, 1)
        below.setStretchFactor(0, 3)
        below.setStretchFactor(1, 2)
        split.setStretchFactor(1, 1)
        self._panes = {above: (660, RIGHT), below: (400, BELOW), split: ((LEFT + px(LEFT)) // 2, 1000)}
        self.reset_layout()
        self.line = QFrame()
        self.line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.line)
        column.addWidget(split, 1)

    def reset_layout(self) -> None:
        """Give the panes their first sizes."""
        for panes, sizes in self._panes.items():
            lay_out(panes, sizes)

    def _head(self) -> QHBoxLayout:
        self.heading, self.under, self.progress_words = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(140, 6)
        self.stop, self.again = QPushButton(tr("Cancel")), QPushButton(tr("Count"))
        self.report, self.open_report = QPushButton(tr("Report…")), QPushButton(tr("Open the report"))
        self.findings = QPushButton(tr("Findings…"))
        self.findings.setToolTip(as_tip(tr("write the boxes with findings for a tool of annotation: COCO, FiftyOne")))
        self.stop.setToolTip(as_tip(tr("Esc: stop counting; what is done is kept")))
        self.again.setToolTip(as_tip(tr("count what is missing, from where it was stopped")))
        self.report.setToolTip(as_tip(tr("write tables, a summary and a page for a browser, as audit --output does")))
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 6, MARGIN, 6)
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.under)
        head.addSpacing(8)
        head.addWidget(self.tabs)
        head.addStretch(1)
        parts: tuple[QWidget, ...] = (self.progress_words, self.bar, self.stop, self.again)
        for part in (*parts, self.open_report, self.findings, self.report):
            head.addWidget(part)
        return head

    def _connect(self) -> None:
        self.auditor.changed.connect(self._show)
        self.writer.changed.connect(self._show)
        self.findings_writer.changed.connect(self._show)
        self.stop.clicked.connect(self.auditor.stop)
        self.again.clicked.connect(self.auditor.resume)
        self.report.clicked.connect(self._write)
        self.findings.clicked.connect(self._write_findings)
        self.open_report.clicked.connect(self.writer.open)
        self.tabs.currentChanged.connect(self._turn)
        tables = self.anchors.tables
        tables.search.clicked.connect(self.auditor.search)
        tables.use_wanted.connect(lambda each: self.use(each.recipe))
        tables.compare_wanted.connect(lambda each: self.compare_wanted.emit(each.recipe))
        tables.save_wanted.connect(lambda each: self.save_wanted.emit(each.recipe))
        self.anchors.turned.connect(lambda: self._list(ANCHORS))
        self.lost.turned.connect(lambda: self._list(LOST))
        self.moved.turned.connect(lambda: self._list(MOVED))
        self.moved.fields.changed.connect(lambda: self.auditor.compare(self.moved.fields.compared))
        self.moved.compare_wanted.connect(self._compare_beside)
        self.places.unchosen.connect(self._leave_out)
        self.places.place_wanted.connect(lambda image, row: self._go(image, row, self._box_of(row)))
        self.lost.tables.place_wanted.connect(self._go)

    # What is shown

    def set_active(self, active: bool) -> None:
        """Count what is not counted yet once the page is in front."""
        if self.active and not active:
            has = QApplication.focusWidget()
            self._focused = has if has is not None and self.isAncestorOf(has) else None
        fresh, self.active = active and not self.active, active
        self._ask()
        if fresh:  # Esc and Tab begin here, and go on where the page was left
            (self._focused or self).setFocus()

    def render_state(self, old: State | None, new: State) -> None:
        self._state = new
        self.moved.fields.render_state(old, new)
        fresh = old is None or (old.dataset, old.recipe, old.predictions) != (new.dataset, new.recipe, new.predictions)
        if fresh or self.auditor.work == "":
            self._ask()
        if fresh:  # also where the auditor holds the same for it, as for simulated outputs
            self._show()

    def _ask(self) -> None:
        state = self._state
        if state is not None:
            outputs = state.predictions
            known = None if outputs is None or outputs.simulated else outputs  # made up, for looking only
            self.auditor.show(state.dataset, state.recipe, self.active, known)

    def _show(self) -> None:
        """Show the auditor's progress, and draw another result."""
        auditor, state = self.auditor, self._state
        dataset = None if state is None else state.dataset
        self.heading.setText("" if dataset is None else tr("Audit of {name}").format(name=dataset.home.name))
        self.heading.setMinimumWidth(min(self.heading.sizeHint().width(), HEADING))
        self.under.setText("" if state is None or dataset is None else _subject(state))
        working = bool(auditor.work)
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.again.setVisible(not working and bool(auditor.missing))
        self.again.setText(tr("Continue") if auditor.stopped else tr("Count"))
        self.bar.setRange(0, auditor.total)
        self.bar.setValue(auditor.done)
        self.progress_words.setText(self._progress())
        self.report.setVisible(auditor.found is not None)
        self.report.setEnabled(auditor.work in ("", "searching") and not self.writer.working)
        self.findings.setVisible(auditor.found is not None)
        self.findings.setEnabled(self.report.isEnabled() and not self.findings_writer.working)
        self.open_report.setVisible(self.writer.written is not None and self.writer.of is auditor.found)
        self.open_report.setToolTip(as_tip(str(self.writer.written or "")))
        absent, unmoved = self._absent(), self._unmoved()
        if self._drawn != (drawn := (auditor.shown, auditor.suggestions, absent)):
            self._drawn = drawn
            self.anchors.show_audit(auditor.shown, auditor.suggestions)
            self.lost.show_audit(auditor.shown, auditor.suggestions, absent)
            self._count_lost()
        if self._moved != (moved := (auditor.against, unmoved)):
            self._moved = moved
            self.moved.show_against(auditor.against, unmoved)
            mask = self.moved.moved
            count = "" if mask is None else f"{BETWEEN}{int(mask.sum()):,}"
            self.tabs.setTabText(MOVED, tr("What moved") + count)
        self.anchors.tables.search.setEnabled(auditor.found is not None and not working)

    def _count_lost(self) -> None:
        outputs = self.lost.outputs
        judged = outputs is not None and outputs.judged.any()
        count = f"{BETWEEN}{int(outputs.lost.sum()):,}" if outputs is not None and judged else ""
        self.tabs.setTabText(LOST, tr("Lost objects") + count)

    def _absent(self) -> str:
        """Return why there are no ends, "" where there are or where nothing is open."""
        state, auditor = self._state, self.auditor
        if state is None or state.dataset is None:
            return ""
        if state.predictions is None:
            return tr("No predictions are open. Ctrl+P opens some, which tell where boxes are lost.")
        if state.predictions.simulated:
            return tr("Simulated predictions are for looking only; where boxes are lost is told of a network's.")
        if auditor.missing == "outputs" and not auditor.work and state.predictions.live:
            return tr("Count asks the model for every picture.")
        return tr("Not counted as yet.") if auditor.missing else ""

    def _unmoved(self) -> str:
        """Return why nothing is compared, "" where it is or where nothing is open."""
        auditor = self.auditor
        if auditor.against is not None or auditor.shown is None:
            return ""
        if auditor.compared is None:
            return tr("Choose another recipe, checkpoint or dataset, and what moves is counted over all pictures.")
        return tr("Not counted as yet.")

    def _progress(self) -> str:
        auditor = self.auditor
        if auditor.problem:
            return auditor.problem
        if auditor.work == "searching":
            return tr("looking for better anchors")
        if auditor.work == "evaluating":
            words = tr("mAP and the errors of the boxes, part {n} of {of}")
            return words.format(n=auditor.done + 1, of=PARTS)
        if auditor.work == "comparing":
            if not auditor.total:
                return tr("comparing")
            words = tr("comparing, {done} of {total}")
            return words.format(done=f"{auditor.done:,}", total=f"{auditor.total:,}")
        if auditor.work:
            if not auditor.done:
                return tr("reading the annotations") if auditor.work == "counting" else tr("reading the predictions")
            done, total, pace = f"{auditor.done:,}", f"{auditor.total:,}", auditor.pace
            if pace is None:
                return tr("{done} of {total} images").format(done=done, total=total)
            words = tr("{done} of {total} images · {pace} images/s · {left} s left")
            left = f"{(auditor.total - auditor.done) / pace:,.0f}"
            return words.format(done=done, total=total, pace=number(pace, 0 if pace >= 10 else 1), left=left)
        if self.writer.working:
            return tr("writing the report")
        found = auditor.shown
        if found is None:
            return tr("stopped") if auditor.stopped else ""
        pictures = counted(found.images, "1 image", "{n} images")
        words = tr("{images} · {seconds} s").format(images=pictures, seconds=number(found.seconds, 1))
        return tr("{words} · stopped before the end").format(words=words) if auditor.stopped else words

    # What is chosen

    def look(self, page: int) -> None:
        """Show a page: `ANCHORS`, `LOST` or `MOVED`."""
        self.tabs.setCurrentIndex(page)

    def _turn(self, page: int) -> None:
        for stack in self._stacks:
            stack.setCurrentIndex(page)
        self._list(page)

    def _list(self, page: int) -> None:
        """List the places chosen on a page, if in front."""
        if page == self.tabs.currentIndex():
            listing = self._view.listing
            dataset = None if self._state is None else self._state.dataset
            self.places.show_places(self.auditor.shown, dataset, listing)

    @property
    def _view(self) -> AnchorsView | LostView | MovedView:
        views = (self.anchors, self.lost, self.moved)
        return views[self.tabs.currentIndex()]

    def _leave_out(self, *names: str) -> None:
        self._view.leave_out(*names)

    def _go(self, image: int, row: int, anchor: int | None = None) -> None:
        found = self.auditor.shown
        if found is not None and image >= 0:  # a finding about the dataset is of no image
            gt = row - int(found.annotations.first[image]) if row >= 0 else None
            self.place_wanted.emit(image, gt, anchor)

    def _box_of(self, row: int) -> int | None:
        """Return the anchor of the box that the row of a lost ground truth speaks of, None without."""
        outputs = self.lost.outputs
        if row < 0 or outputs is None or self._view is not self.lost or outputs.end[row] != End.SUPPRESSED:
            return None
        return int(outputs.own[row]) if outputs.own[row] >= 0 else None

    def use(self, recipe: Recipe) -> None:
        """Use a suggested recipe, without the outputs for the anchors before."""
        work = self._services.workspace
        had_outputs = work.state.predictions is not None
        work.use_predictions(None, recipe=recipe)
        if had_outputs:
            self._services.say(tr("The predictions belong to other anchors, so they are left out."), SAID_MS)

    def _compare_beside(self, others: Others) -> None:
        """Ask to compare the place chosen in the list, if any."""
        found, place = self.auditor.shown, self.places.current
        image, row = (None, None) if place is None else place
        if found is None or image is None or row is None:
            self.beside_wanted.emit(others, None, None)
        else:
            self.beside_wanted.emit(others, image, row - int(found.annotations.first[image]))

    def _write(self) -> None:
        auditor = self.auditor
        if auditor.found is not None:
            self.writer.ask(auditor.found, auditor.suggestions, auditor.against, auditor.compared)

    def _write_findings(self) -> None:
        if self.auditor.found is not None:
            self.findings_writer.ask(self.auditor.found)

    # The keyboard, colours and the end

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride and self._can_leave:
            event.accept()
            return True
        return super().event(event)

    @property
    def _can_leave(self) -> bool:
        return bool(self.auditor.work) or self._view.choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.auditor.work:
            self.auditor.stop()
        elif event.key() == Qt.Key.Key_Escape and self._can_leave:
            self._leave_out("side", "end", "row", "error")
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the arrows to the tabs that have the focus, not to the pictures of the dataset."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.tabs.theme = theme
        self.heading.setFont(sized(self.font(), 13, bold=True))
        for label in (self.under, self.progress_words):
            ink(label, "text_second")
        ground(self.line, "line_strong")
        self.anchors.set_theme(theme)
        self.lost.set_theme(theme)
        self.moved.set_theme(theme)
        self.places.set_theme(theme)
        self.tabs.update()

    def minimumSizeHint(self) -> QSize:
        # the largest page of the stack would hold the window apart, beside and above the panels of Inspect too
        return QSize(*LEAST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._dressed:  # the style sheet takes the fonts of widgets in a splitter when they are first shown
            self._dressed = True
            self.set_theme(self.theme)

    def close_down(self) -> None:
        self.auditor.close()
        self.writer.close()
        self.findings_writer.close()
        self.places.close_down()


def _subject(state: State) -> str:
    """Return the recipe and the outputs in words."""
    outputs = state.predictions
    if outputs is None:
        return state.recipe.name
    words = tr("{recipe}, {outputs}").format(recipe=state.recipe.name, outputs=outputs.path.name)
    return words if outputs.step is None else tr("{words} at step {step}").format(words=words, step=f"{outputs.step:,}")


def _scrolled(inner: QWidget, width: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setMinimumWidth(width // 2)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    scroll_sideways(area)
    return area
