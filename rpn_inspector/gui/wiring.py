"""The window: puts the panels around the canvas and hands every state to each of them."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.commands.focus import Keyboard
from rpn_inspector.gui.commands.menus import Actions
from rpn_inspector.gui.help.windows import Aids
from rpn_inspector.gui.images import ImagesPanel
from rpn_inspector.gui.inspector.history import Follower
from rpn_inspector.gui.inspector.panel import Inspector
from rpn_inspector.gui.layout_doctor.dialog import LayoutDoctor
from rpn_inspector.gui.open.controller import Opening
from rpn_inspector.gui.open.file_watcher import Watcher
from rpn_inspector.gui.plots import PlotsPanel
from rpn_inspector.gui.shell.docks import Docks
from rpn_inspector.gui.shell.main_window import Frame
from rpn_inspector.gui.shell.render_queue import Panel, Turns
from rpn_inspector.gui.shell.status_bar import StatusLine
from rpn_inspector.gui.shell.top_bar import Choosers
from rpn_inspector.gui.tables.funnel import FunnelPanel, filter_of
from rpn_inspector.gui.tables.panel import TablesPanel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.theme import Theme, apply, theme_for
from rpn_inspector.session import settings
from rpn_inspector.session.last_session import session_of
from rpn_inspector.session.open_request import recipe_of
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, compute, neighbours
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

REMEMBER_AFTER_MS = 2_000
FIRST_RECIPE = "torchvision-fpn"
LINE_STYLES = {
    "truth": "truth",
    "positive": "positive",
    "ignored": "ignored",
    "prediction": "predicted",
    "selection": "selected",
}


class Window(QObject):
    """Fills a `Frame` with the panels over one `Workspace`."""

    def __init__(self, theme: Theme, frame: Frame | None = None) -> None:
        self.frame = frame if frame is not None else Frame(theme)
        super().__init__(self.frame)
        self.theme = theme
        self.memory = settings.load()
        self.workspace = Workspace(_first_state(self.memory))
        self.worker = LatestWorker(compute, "inspect", self, same=Request.same)
        self.looking = "inspect"
        self.keep_recipe = False  # a recipe asked for by name wins over the one the outputs name
        self._built = False
        self._maximised = False  # before it took the whole screen
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._remembering.timeout.connect(self._remember)  # a screen or a computer may go away without a word
        self._way = 1  # the step, +1 or -1, of the last move through the list
        self.choosers = Choosers(self.frame.top_row, self)
        self._make_docks()
        self.status_line = StatusLine(self.frame.statusBar(), theme)
        self.status = self.status_line.labels
        self.opening = Opening(self)
        self.watcher = Watcher(self)
        self.doctor = LayoutDoctor(self)
        self.aids = Aids(self)
        self.actions_ = Actions(self)
        self.aids.register_keys()
        self.keyboard = Keyboard(self)
        self.turns = Turns(self._panels(), self)
        self._connect()
        self._restore()
        self.frame.fit_captions()
        self.set_theme(theme)
        self._render(None, self.workspace.state)

    # Building

    def _make_docks(self) -> None:
        self.images = ImagesPanel(self.theme)
        self.inspector = Inspector(self.theme)
        self.follower = Follower(self.inspector.history, self)
        self.tables = TablesPanel(self.theme)
        self.tables.hide_columns(self.memory.get("columns"))
        self.funnel = FunnelPanel(self.theme)
        self.plots = PlotsPanel(self.theme)
        self.plots.choose(settings.texts(self.memory, "plots"))
        self.arrangement = Docks(self.frame, (self.images, self.inspector, self.tables, self.funnel, self.plots))
        self.docks = self.arrangement.all
        self.arrangement.changed.connect(lambda: self.actions_.render_state(self.workspace.state))

    def reset_layout(self) -> None:
        """Put the panels where they were first."""
        self.arrangement.reset()
        self._show_docks()
        self.actions_.render_state(self.workspace.state)

    def toggle_panel(self, name: str) -> None:
        """Close a panel, or show it again."""
        self.arrangement.closed ^= {name}
        self._show_docks()
        self.actions_.render_state(self.workspace.state)

    def reach(self, name: str, field: QWidget) -> None:
        """Give the keyboard to a field of a panel, which is shown for it if it was closed."""
        if name in self.arrangement.closed:
            self.toggle_panel(name)
        field.setFocus()

    def _connect(self) -> None:
        work = self.workspace
        work.subscribe(self._render)
        self.worker.done.connect(work.deliver)
        self.worker.failed.connect(lambda asked, error: work.fail(asked, Problem.of(error)))
        self.choosers.recipe_wanted.connect(self.choose_recipe)
        self.choosers.outputs_wanted.connect(self._use_outputs)
        self.choosers.open_wanted.connect(self.opening.ask_outputs)
        self.choosers.scrubbed.connect(work.scrub)
        self.choosers.workspace_wanted.connect(self.look)
        self.choosers.find_wanted.connect(self.aids.palette.open)
        self.frame.remedy.clicked.connect(self.doctor.ask)
        self.images.chosen.connect(work.go_to)
        self.images.place_chosen.connect(lambda image, truth: work.visit(image, truth if truth >= 0 else None))
        self.images.left.connect(lambda: self.keyboard.to_picture())
        self.tables.anchor_chosen.connect(work.select)
        self.tables.truth_chosen.connect(work.focus_truth)
        self.tables.box_chosen.connect(lambda anchor: work.select(anchor, keep_truth=True))
        self.tables.fates_shown.connect(self._show_fates)
        self.plots.brushed.connect(self.brush)
        self.plots.chosen.connect(work.select)
        self.plots.hovered.connect(work.hover)
        self.tables.filter_wanted.connect(self.filter_by)
        self.tables.filter_left.connect(lambda: self.keyboard.to_picture())
        self.funnel.chosen.connect(lambda level, step: self.brush(("level", "fate"), filter_of(level, step)))
        self.inspector.stepped.connect(work.walk)
        self.inspector.chosen.connect(work.select)
        self.inspector.gt_note.chosen.connect(work.focus_truth)
        self.frame.closing.connect(self._close_down)
        self.frame.takes = self.opening.takes
        self.frame.dropped.connect(self.opening.open_dropped)
        self.frame.empty.open_wanted.connect(self.opening.ask_folder)
        self.frame.empty.demo_wanted.connect(self.opening.open_demo)
        self.frame.empty.recipes_wanted.connect(self.aids.browse_recipes)

    def _expect(self) -> None:
        """Work ahead on the pictures listed beside the one that is there: two on the way taken, one behind."""
        wanted = self.workspace.wanted
        if wanted is not None:
            near = [self.images.beside(wanted.index, step * self._way) for step in (1, 2, -1)]
            places = [place for place in dict.fromkeys(near) if place is not None and place != wanted.index]
            self.worker.expect(neighbours(wanted, places))

    def build_canvas(self) -> None:
        """Make the canvas; left for after the window is on the screen."""
        if self._built:
            return
        from rpn_inspector.gui.canvas import Canvas, LayerStrip
        from rpn_inspector.gui.canvas.chip import FilterChip
        from rpn_inspector.gui.compare import ComparePage
        from rpn_inspector.gui.inspector.what_if import TryOut

        self._built = True
        self.canvas, self.strip = Canvas(theme=self.theme), LayerStrip(theme=self.theme)
        self.canvas.setMinimumSize(320, 240)
        self.inspect = page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.canvas, 1)
        self.frame.pages.addWidget(page)
        self.compare = ComparePage(self.workspace, self.theme, self)
        self.frame.pages.addWidget(self.compare)
        self.canvas.clicked.connect(self.workspace.click)
        self.tryout = TryOut(self, self.canvas)
        self.chip = FilterChip(self.canvas)
        self.chip.clicked.connect(lambda: self.filter_by(""))
        self.canvas.hovered.connect(self.workspace.point)
        self.canvas.hovered.connect(lambda x, y: self.status_line.point(self.workspace.state, x, y))
        self.canvas.left.connect(self.workspace.point_away)
        self.canvas.left.connect(self.status_line.point_away)
        self.strip.toggled.connect(self.workspace.toggle_layer)
        self.strip.all_wanted.connect(self.workspace.toggle_all)
        self._draw_canvas(None, self.workspace.state)
        self.canvas.setFocus()

    # What is shown

    def _render(self, old: State | None, new: State) -> None:
        if old is None or old.choice != new.choice:
            wanted = self.workspace.wanted
            if wanted is not None:
                self.worker.ask(wanted)
            if old is not None and old.index != new.index:
                self._way = -1 if self.images.beside(old.index, -1) == new.index else 1
        if new.dataset is not None:
            self.build_canvas()
        self._draw_canvas(old, new)
        self.turns.tell(new, held=self._built and self.canvas.holding)

    def _panels(self) -> list[Panel]:
        """Return what shows a state beside the canvas, in the order it is told."""
        return [
            self.images.render_state,
            self.inspector.render_state,
            self.aids.render_state,
            lambda _, new: self.tryout.render_state(new) if self._built else None,
            lambda _, new: self.chip.render_state(new) if self._built else None,
            self.tables.render_state,
            self.plots.render_state,
            self.funnel.render_state,
            self.follower.render_state,
            self.choosers.render_state,
            self._render_top,
            lambda _, new: self.doctor.render_state(new),
            lambda _, new: self.status_line.render_state(new),
            lambda _, new: self.actions_.render_state(new),
            lambda _, new: self.watcher.render_state(new),
            self._remember_soon,
        ]

    def _remember_soon(self, old: State | None, new: State) -> None:
        if old is not None and old.shown is not new.shown and not self._remembering.isActive():
            self._remembering.start()

    def _draw_canvas(self, old: State | None, new: State) -> None:
        if not self._built:
            return
        self.canvas.render(old, new)
        if old is not None and old.shown is not new.shown:
            self.canvas.repaint()  # the picture is looked at: it does not wait for tables and plots
            self._expect()  # nor does the next one
        self.strip.render(old, new)

    def _show_fates(self, wanted: bool) -> None:
        """Put the funnel beside the proposals, and the fate into the inspector, when they are in front."""
        if wanted and self._inspecting:
            self.arrangement.make_room_for_funnel()
        self._show_docks()
        self.inspector.put_fates_first(wanted)

    def _render_top(self, old: State | None, new: State) -> None:
        self.frame.problem.setText(_shorter(new))
        self.frame.problem.setToolTip("" if new.problem is None else new.problem.text)
        self.frame.problem.setVisible(new.problem is not None)
        self.frame.problem_line.setVisible(new.problem is not None)
        self.frame.remedy.setVisible(self.doctor.can_help(new))
        self.show_page()
        begun = new.dataset is not None and (old is None or old.dataset is None)
        if begun and "layout" not in self.memory:
            QTimer.singleShot(0, self, self.reset_layout)
        root = f"{new.dataset.root.name} – " if new.dataset is not None else ""
        self.frame.setWindowTitle(f"{root}rpn_inspector")

    def look(self, workspace: str) -> None:
        """Turn to a workspace: inspect or compare; what is tried out is no recipe to compare with."""
        self.looking = workspace
        if workspace == "compare":
            self.workspace.try_out(None)
        if self._built:
            self.compare.set_active(workspace == "compare")
        self.show_page()

    def show_page(self) -> None:
        """Put the page in front that belongs to what is open, or is being opened."""
        available = self.workspace.state.dataset is not None
        if self.opening.reading:
            page: QWidget = self.opening.page
        elif not available or not self._built:
            page = self.frame.empty
        else:
            page = self.compare if self.looking == "compare" else self.inspect
        self.frame.pages.setCurrentWidget(page)
        self.choosers.show_workspace(self.looking, available)
        self._show_docks()

    @property
    def _inspecting(self) -> bool:
        return self.workspace.state.dataset is not None and self.looking == "inspect" and not self.opening.reading

    @property
    def picture(self) -> QWidget | None:
        """Return the canvas in front, None where there is none."""
        front = self.frame.pages.currentWidget()
        if not self._built or front not in (self.inspect, self.compare):
            return None
        return self.canvas if front is self.inspect else self.compare.sides[0].canvas

    def _show_docks(self) -> None:
        self.arrangement.show(self._inspecting, self.tables.showing_fates)

    # What a user asks for

    def choose_recipe(self, name: str) -> None:
        """Use a shipped recipe, or one from a TOML file."""
        try:
            self.workspace.use_recipe(self.aids.recipe_named(name) or load_recipe(name))
        except InspectorError as error:
            self.workspace.fail(None, Problem.of(error))

    def ask_recipe(self) -> None:
        """Let the user choose a recipe of their own."""
        path, _ = QFileDialog.getOpenFileName(
            self.frame, tr("Open a recipe"), "", tr("Recipes (*.toml);;All files (*)")
        )
        if path:
            self.choose_recipe(path)

    def _use_outputs(self, outputs: Outputs | None, timeline: Timeline | None) -> None:
        """Lay outputs that are open already over the picture, under the recipe they name."""
        try:
            recipe = None if outputs is None else recipe_of(outputs)
        except InspectorError:
            recipe = None  # said when they were opened
        self.workspace.use_predictions(outputs, timeline, recipe)

    def export(self) -> None:
        """Ask where to, and export the decoded boxes of every picture."""
        from rpn_inspector.gui.commands.export_dialog import ExportDialog

        state = self.workspace.state
        if state.dataset is not None and state.predictions is not None:
            ExportDialog(self, state).run()

    def next_image(self, step: int) -> None:
        """Look at the next picture as they are listed."""
        number = self.images.beside(self.workspace.state.index, step)
        if number is not None:
            self.workspace.go_to(number)

    def filter_by(self, text: str) -> None:
        """Look at the anchors that pass a filter."""
        try:
            self.workspace.filter_by(text)
        except InspectorError as error:
            self.workspace.fail(None, Problem.of(error))

    def brush(self, names: tuple[str, ...], clause: str) -> None:
        """Put a plot's brush into the filter."""
        try:
            self.workspace.brush(names, clause)
        except InspectorError as error:
            self.workspace.fail(None, Problem.of(error))

    def next_anchor(self, step: int) -> None:
        """Select the next anchor in the table's order."""
        row = self.tables.anchors.neighbour(self.workspace.state.selection, step)
        if row is not None:
            self.workspace.select(row)

    def let_go(self) -> None:
        """Leave what is in force: an opening, full screen, the ruler, a what-if, the selection, or else a message."""
        state = self.workspace.state
        if self.opening.reading:
            self.opening.cancel()
        elif self.frame.isFullScreen():
            self.full_screen(False)
        elif self._built and (self.canvas.measuring or self.canvas.ruler_words):
            self.canvas.measuring = False
            self.actions_.measure.setChecked(False)
        elif state.shown is not None and state.shown.what_if is not None:
            self.workspace.try_out(None)
        elif state.selection is not None:
            self.workspace.select(None)
        else:
            self.workspace.dismiss()

    def full_screen(self, wanted: bool) -> None:
        """Take the whole screen, or give it back as the window was before."""
        if wanted == self.frame.isFullScreen():
            return
        if wanted:
            self._maximised = self.frame.isMaximized()
            self.frame.showFullScreen()
        elif self._maximised:
            self.frame.showMaximized()
        else:
            self.frame.showNormal()

    def zoom_to_selection(self) -> None:
        """Bring the selected anchor, or the focused ground truth, into the middle."""
        state = self.workspace.state
        if not self._built or state.shown is None:
            return
        if state.selection is not None:
            self.canvas.zoom_to(state.shown.inspection.anchors([state.selection])[0])
        elif state.truth is not None:
            self.canvas.zoom_to(state.shown.inspection.gt[state.truth])

    # Manners

    def choose_colours(self, name: str) -> None:
        """Be ``light`` or ``dark``, or as the ``system`` is; remembered."""
        self.memory["colours"] = name
        settings.save(self.memory)
        self.retheme()
        self.actions_.render_state(self.workspace.state)

    def retheme(self) -> None:
        """Take the colours that are wanted now."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = theme_for(app, self.memory.get("colours"))
        apply(app, theme)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of ``theme``."""
        self.theme = theme
        for panel in (self.images, self.inspector, self.funnel, self.tables, self.plots, self.frame.empty):
            panel.set_theme(theme)
        self.frame.empty.show_lines([(tr(word), swatch(role, theme)) for role, word in LINE_STYLES.items()])
        self.aids.set_theme(theme)
        if self._built:
            self.canvas.set_theme(theme)
            self.compare.set_theme(theme)
            self.strip.set_theme(theme)
        self.opening.page.set_theme(theme)
        self.status_line.theme = theme
        self.status_line.render_state(self.workspace.state)

    def _restore(self) -> None:
        geometry, layout = self.memory.get("geometry"), self.memory.get("layout")
        if isinstance(geometry, str):
            self.frame.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if isinstance(layout, str):
            self.arrangement.restore(layout, *map(self.memory.get, ("closed", "unlocked", "below")))

    def _remember(self) -> None:
        """Write down where the user is."""
        self.memory["geometry"] = bytes(self.frame.saveGeometry().toBase64().data()).decode()
        if self.workspace.state.dataset is not None:
            self.memory["layout"] = self.arrangement.layout()
            self.memory["closed"] = sorted(self.arrangement.closed)
            self.memory["unlocked"] = self.arrangement.unlocked
            self.memory["below"] = self.arrangement.below
        self.memory["session"] = session_of(self.opening.opened, self.workspace.state, self.looking)
        self.memory["recipe"] = self.workspace.own_recipe.name
        self.memory["plots"], self.memory["columns"] = self.plots.order, self.tables.hidden_columns()
        settings.save(self.memory)

    def _close_down(self) -> None:
        """Remember, and stop the background work."""
        self._remember()
        self._remembering.stop()
        self.turns.close()
        self.worker.close()
        self.follower.close()
        self.opening.close_down()
        self.watcher.close_down()
        self.doctor.close_down()
        if self._built:
            self.tryout.close_down()
            self.compare.close_down()
        self.images.close_down()


def _shorter(state: State) -> str:
    """Return the problem with the paths of what is open from its own folder on; the whole of it is the tooltip."""
    text = "" if state.problem is None else state.problem.text
    roots = [] if state.dataset is None else [state.dataset.root]
    roots += [] if state.predictions is None else [state.predictions.path]
    for root in roots:
        if root.parent != root:
            text = text.replace(f"{root.parent}{os.sep}", "")
    return text


def _first_state(memory: dict[str, Any]) -> State:
    """Return the state of an empty window: under the recipe the user chose last, if there is one."""
    first = load_recipe(FIRST_RECIPE)
    try:
        own = load_recipe(str(memory.get("recipe", FIRST_RECIPE)))
    except InspectorError:
        return State(first)
    return State(own, own=None if own == first else own)
