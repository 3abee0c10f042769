"""The window's parts and their connections: the only file that knows all rooms."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.made_under import recipe_of
from rpn_inspector.gui.commands.command_windows import CommandWindows
from rpn_inspector.gui.commands.edit_menu import EditMenu
from rpn_inspector.gui.commands.file_menu import FileMenu
from rpn_inspector.gui.commands.focus import KeyboardFocus
from rpn_inspector.gui.commands.go_menu import GoMenu
from rpn_inspector.gui.commands.help_menu import HelpMenu
from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.commands.recipe_menu import RecipeMenu
from rpn_inspector.gui.commands.tools_menu import ToolsMenu
from rpn_inspector.gui.commands.view_menu import ViewMenu
from rpn_inspector.gui.follow.follow_bar import FollowBar
from rpn_inspector.gui.follow.follower import Follower
from rpn_inspector.gui.follow.since_page import SincePage
from rpn_inspector.gui.help.help_windows import HelpWindows
from rpn_inspector.gui.images import ImagesPanel
from rpn_inspector.gui.inspector.gt_history import GtFollower
from rpn_inspector.gui.inspector.history import HistoryFollower
from rpn_inspector.gui.inspector.side_sheets import SideSheets
from rpn_inspector.gui.layout_doctor.dialog import LayoutDoctor
from rpn_inspector.gui.open.dialogs import outputs_asked
from rpn_inspector.gui.open.file_watcher import FileWatcher
from rpn_inspector.gui.open.missing_line import MissingLine
from rpn_inspector.gui.open.open_controller import OpenController
from rpn_inspector.gui.plots import PlotsPanel
from rpn_inspector.gui.recipes.dock import RecipeDock
from rpn_inspector.gui.shell.docks import DockPlace, Docks
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.page_stack import Pages
from rpn_inspector.gui.shell.problem_line import ProblemLine
from rpn_inspector.gui.shell.quick_moves import QuickMoves
from rpn_inspector.gui.shell.remembering import Remembering
from rpn_inspector.gui.shell.render_queue import RenderQueue
from rpn_inspector.gui.shell.status_bar import StatusLine
from rpn_inspector.gui.shell.top_bar import TopBar
from rpn_inspector.gui.shell.veils import Veils
from rpn_inspector.gui.steps.steps_dialog import StepsOverDataset
from rpn_inspector.gui.tables.funnel import FunnelPanel, filter_of
from rpn_inspector.gui.tables.tables_panel import TablesPanel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.pane_sizes import grant_layouts
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.required import application
from rpn_inspector.gui.widgets.theme import Theme, apply, theme_for
from rpn_inspector.session import settings
from rpn_inspector.session.audit_command import audit_command
from rpn_inspector.session.last_session import first_state, session_of
from rpn_inspector.session.open_request import none_fits
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, Shown, compute, neighbours
from rpn_inspector.session.state import State, another_picture
from rpn_inspector.session.transitions import to_ask
from rpn_inspector.session.workspace import Workspace

if TYPE_CHECKING:
    from rpn_inspector.analysis.audit.against import Others
    from rpn_inspector.analysis.audit.audit import Audit
    from rpn_inspector.core.recipe import Recipe
    from rpn_inspector.gui.audit import AuditPage
    from rpn_inspector.gui.canvas import Canvas, LayerStrip
    from rpn_inspector.gui.canvas.chip import FilterChip
    from rpn_inspector.gui.canvas.inspect_page import InspectPage
    from rpn_inspector.gui.compare import ComparePage
    from rpn_inspector.gui.inspector.what_if_controller import WhatIfController
    from rpn_inspector.session.compared_with import ComparedWith

SAID_MS = 10_000  # of a note in the status bar
LINE_STYLES = {
    "truth": "ground truth",
    "positive": "positive",
    "ignored": "ignored",
    "prediction": "predicted",
    "selection": "selected",
}


class Wiring(QObject):
    """Fills a `MainWindow` with parts over one `Workspace`, and is the parts' `Services`.

    A panel is a line of ``places`` and one of its own in `_make_panels`; any other part, an entry of ``parts``. Parts
    of separate rooms are connected here alone. Without ``remembers``, as for a screenshot, the user's settings stay.
    """

    canvas: Canvas  # like the next three, built by `build_canvas` once the window is on the screen
    strip: LayerStrip
    chip: FilterChip
    what_if: WhatIfController

    def __init__(self, theme: Theme, main_window: MainWindow | None = None, remembers: bool = True) -> None:
        self.main_window = main_window if main_window is not None else MainWindow(theme)
        super().__init__(self.main_window)
        self._remembers = remembers
        self.theme = theme
        self.memory = settings.load()
        self.workspace = Workspace(first_state(self.memory))
        same, fresh = Request.same, lambda shown: shown.current
        self.worker = LatestWorker(self._compute, "inspect", self, same=same, fresh=fresh, ahead=self._prepare)
        self.quick_moves = QuickMoves(self)
        self._direction = 1  # +1 or -1: the last move through the list of pictures
        self._scrubbing = 0  # +1 or -1: the last move was through the steps of a training; 0: it was not
        self.inspect: InspectPage | None = None
        self._make_panels()
        self._make_helpers()
        self._make_menus()
        self.parts: list[Part] = [
            *self.panels,
            *(
                self.inspector.explain,
                self.recipe_dock,
                self.help_windows,
                self.follower,
                self.gt_follower,
                self.top_bar,
                self.navigate,
            ),
            *(
                ProblemLine(self.main_window, self.layout_doctor.can_help),
                self.pages,
                self.docks,
                self.layout_doctor,
                self.steps,
            ),
            *(self.status_line, self.menus, self.view_menu, self.command_windows, self.opening, self.missing_line),
            *(self.file_watcher, self.follow_bar, self.since_page, self.training),
        ]
        # Heavy, and with the numbers of one picture: while pictures are only passed by these are empty and wait.
        waiting = [*self.panels[1:], self.inspector.explain, self.follower, self.gt_follower, self.since_page]
        shown = [part for part in self.parts if part not in waiting and part is not self.status_line]
        prompt = [self._say_facts, *(part.render_state for part in shown)]
        self.remembering = Remembering(self, self.main_window, self.parts, self.quick_moves, self._facts)
        self.render_queue = RenderQueue([*prompt, self.remembering.soon], self)
        self.panel_queue = RenderQueue([part.render_state for part in waiting], self)
        self._read = self.workspace.state.shown  # the last answer the panels were filled with
        self._filled = False  # whether the panels hold numbers of a picture
        self._passing_by = False  # whether they are empty for the while that pictures are passed by
        covered = (self.side, self.funnel, self.plots, self.tables.filter.count)
        self.veils = Veils([*((part, None) for part in covered), (self.tables, self.tables.filter)])
        self._connect()
        self.remembering.restore()
        self.main_window.fit_captions()
        self.set_theme(theme)
        self._render(None, self.workspace.state)

    # Building

    def _make_panels(self) -> None:
        self.top_bar = TopBar(self.main_window.top_row, self)
        places = (
            DockPlace("Images", "Images panel", "left", 248),
            DockPlace("Inspector", "Inspector panel", "right", 340),
            DockPlace("Tables", "Tables panel", "below", 900),
            DockPlace("Funnel", "Funnel panel", "below", 430, fates=True),
            DockPlace("Plots", "Plots panel", "below", 330, fates=False),
        )
        self.docks = Docks(self.main_window, places)
        images, inspector, tables, funnel, plots = self.docks.by_name.values()
        # what is computed for the whole dataset leaves cores and interpreter to the next picture
        self.images = ImagesPanel(self.theme, images, (self.worker.idle, self.quick_moves.still))
        self.images.model.thumbs.gate = self.worker.idle
        self.side = SideSheets(self.theme, inspector)
        self.inspector = self.side.anchor
        self.tables = TablesPanel(self.theme, tables)
        self.funnel = FunnelPanel(self.theme, funnel)
        self.plots = PlotsPanel(self.theme, plots)
        panels = (self.images, self.side, self.tables, self.funnel, self.plots)
        self.docks.fill(panels)
        self.panels: list[Part] = [*panels]
        self.pages = Pages(self, self.main_window, self.docks, self.top_bar)

    def _make_helpers(self) -> None:
        self.follower = HistoryFollower(self.inspector.history, self)
        self.gt_follower = GtFollower(self.inspector.gt_history, self)
        gates = (self.worker.idle, self.quick_moves.still)
        self.status_line = StatusLine(self.main_window.statusBar(), self.theme, gates)
        page = self.main_window.progress_page
        self.opening = OpenController(self, self.top_bar, page, self.images.keeping_search)
        self.missing_line = MissingLine()
        self.main_window.centre.insertWidget(1, self.missing_line)
        self.follow_bar = FollowBar(self.theme)
        self.main_window.centre.insertWidget(0, self.follow_bar)
        self.since_page = SincePage(self.theme)
        self.tables.add_page(self.since_page, tr("Training"))
        self.since_page.offered.connect(lambda there: self.tables.offer(self.since_page, there))
        opens = self.opening.open_path, lambda: self.opening.under_way
        self.training = Follower(self, self.follow_bar, self.since_page, *opens)
        self.file_watcher = FileWatcher(self.main_window.statusBar(), self.opening)
        self.layout_doctor, self.steps = LayoutDoctor(self), StepsOverDataset(self)
        self.recipe_dock = RecipeDock(self, self.main_window, self.docks.by_name["Inspector"])
        places = (
            lambda: self.images,
            lambda: None if self.inspect is None else self.canvas,
            lambda: self.side,
            lambda: self.tables,
        )
        self.help_windows = HelpWindows(self, self.main_window, places, self._bring, self.opening.open_demo)

    def _make_menus(self) -> None:
        docks, opening = self.docks, self.opening
        self.navigate = navigate = Navigator(
            self, opening, self.images, self.tables.anchors, self.tables.stages.candidates
        )
        self.menus = menus = Menus(self, self.main_window)
        self.command_windows = windows = CommandWindows(self, self.main_window.menus, menus)
        self.file_menu = FileMenu(menus, navigate, opening)
        write_filter = partial(docks.reach, "Tables", self.tables.filter)
        self.edit_menu = EditMenu(menus, navigate, write_filter, windows.open_keys)
        self.view_menu = ViewMenu(menus, navigate, docks, self.pages, opening.turn_pictures)
        GoMenu(menus, navigate, self.images, docks, self.top_bar.step, self.training)
        RecipeMenu(menus, navigate, self.recipe_dock.toggle, windows.browse_recipes)
        ToolsMenu(menus, windows.palette.toggle, self.layout_doctor.ask, self.steps.ask)
        HelpMenu(menus, self.help_windows)
        windows.register_keys()
        self.keyboard_focus = KeyboardFocus(self, self.main_window, menus.by_name)
        for dock in docks.by_name.values():
            self.keyboard_focus.watch(dock)

    def _connect(self) -> None:
        work, navigate, main_window = self.workspace, self.navigate, self.main_window
        work.subscribe(self._render)
        self.worker.done.connect(work.deliver)
        self.worker.overtaken.connect(work.pass_by)
        self.quick_moves.settled.connect(self._settle)
        self.worker.failed.connect(lambda asked, error: work.fail(asked, Problem.of(error)))
        self.top_bar.recipe_wanted.connect(navigate.choose_recipe)
        self.top_bar.outputs_wanted.connect(self._use_outputs)
        self.top_bar.open_wanted.connect(self.opening.ask_outputs)
        self.top_bar.scrubbed.connect(work.scrub)
        self.top_bar.workspace_wanted.connect(self.pages.look)
        self.pages.looked.connect(lambda name: None if name == "inspect" else self.help_windows.tour.stop(False))
        self.top_bar.find_wanted.connect(self.command_windows.palette.open)
        self.images.chosen.connect(work.go_to)
        self.images.place_chosen.connect(lambda image, gt: work.visit(image, gt if gt >= 0 else None))
        self.images.left.connect(self.keyboard_focus.to_picture)
        self.tables.anchor_chosen.connect(work.select)
        self.tables.gt_chosen.connect(work.focus_gt)
        self.tables.place_chosen.connect(lambda box: self.canvas.zoom_to(box))
        self.tables.lost_chosen.connect(lambda place: self.canvas.mark_lost(place))
        self.tables.lost_chosen.connect(self.inspector.show_lost)
        self.tables.box_chosen.connect(work.select_box)
        self.tables.way_chosen.connect(lambda anchor: work.select(anchor, keep_gt=True))
        self.tables.candidate_chosen.connect(self._select_candidate)
        self.tables.fates_shown.connect(self.pages.show_fates)
        self.tables.fates_shown.connect(self.inspector.put_fates_first)
        self.tables.filter_wanted.connect(navigate.filter_by)
        self.tables.filter_left.connect(self.keyboard_focus.to_picture)
        self.plots.brushed.connect(navigate.brush)
        self.plots.chosen.connect(work.select)
        self.plots.hovered.connect(work.hover)
        self.funnel.chosen.connect(lambda level, step: navigate.brush(("level", "fate"), filter_of(level, step)))
        self.inspector.stepped.connect(work.walk)
        self.inspector.chosen.connect(work.select)
        self.inspector.gt_note.chosen.connect(work.focus_gt)
        self.inspector.owners.chosen.connect(lambda gt: work.focus_gt(gt, keep_selection=True))
        self.side.candidate_chosen.connect(work.select_candidate)
        self.side.gt_wanted.connect(work.focus_gt)
        self.side.anchor_wanted.connect(self._select_anchor)
        self.recipe_dock.made.connect(self._follow_editor)
        self.recipe_dock.renamed.connect(navigate.forget_recipe)
        self.recipe_dock.renamed.connect(self.top_bar.forget_recipe)
        self.opening.recipe_chosen.connect(navigate.choose_recipe)
        self.opening.reading_changed.connect(self.pages.show_opening)
        self.opening.reading_changed.connect(self.status_line.cover)
        navigate.coloured.connect(self.retheme)
        main_window.takes = self.opening.takes
        main_window.dropped.connect(self.opening.open_dropped)
        self.steps.place_wanted.connect(self._look_at)
        main_window.remedy.clicked.connect(self.layout_doctor.ask)
        main_window.locate.clicked.connect(self.opening.ask_pictures)
        main_window.away.clicked.connect(self.workspace.dismiss)
        self.missing_line.locate_wanted.connect(self.opening.ask_pictures)
        main_window.start_page.open_wanted.connect(self.opening.ask_folder)
        main_window.start_page.demo_wanted.connect(self.help_windows.first_demo)
        main_window.start_page.demo_wanted.connect(self.opening.open_demo)
        main_window.start_page.recipes_wanted.connect(self.command_windows.browse_recipes)
        main_window.closing.connect(self._close_down)

    def _follow_editor(self) -> None:
        """Once the editor is built, let Edit undo the editor's steps, and return the keyboard when the dock closes."""
        editor, dock = self.recipe_dock.editor, self.recipe_dock.dock
        if editor is not None and dock is not None:
            self.edit_menu.steps.addStack(editor.stack)
            self.edit_menu.steps.setActiveStack(editor.stack)
            self.keyboard_focus.watch(dock)

    def _turn_to(self, workspace: str) -> None:
        """Let the page looked at work, and the commands of views go to its canvas."""
        for name in ("audit", "compare"):
            if workspace == name or name in vars(self):
                self._page(name).set_active(workspace == name)
        self._say_facts(None, self.workspace.state)
        self.navigate.seen = self.compare.sides[0].canvas if workspace == "compare" else self.canvas

    def _page(self, name: str) -> AuditPage | ComparePage:
        """Return a page, made when first looked at; where that fails, say so and stay with Inspect."""
        try:
            page: AuditPage | ComparePage = getattr(self, name)
        except Exception as error:
            self.pages.look("inspect")
            words = tr("This page could not be made: {error}").format(error=str(error) or type(error).__name__)
            self.fail(Problem.general(one_line(words)))
            raise
        return page

    @cached_property
    def compare(self) -> ComparePage:
        """The page of Compare, made when first looked at."""
        from rpn_inspector.gui.compare import ComparePage

        page = ComparePage(self.workspace, self.theme, self, outputs_asked, self.quick_moves)
        self.pages.add("compare", page)
        self.parts.append(page)
        self.docks.was_reset.connect(page.reset_layout)
        page.drawn.connect(lambda a: self.status_line.render_state(None, a))
        return page

    @cached_property
    def audit(self) -> AuditPage:
        """The page of Audit, made when first looked at."""
        from rpn_inspector.gui.audit import AuditPage

        def command(found: Audit, suggested: bool, compared: ComparedWith | None) -> str:
            return audit_command(self.opening.opened, found, self.workspace.state.predictions, suggested, compared)

        page = AuditPage(self.theme, self, command, outputs_asked)
        self.pages.add("audit", page)
        self.parts.append(page)
        self.docks.was_reset.connect(page.reset_layout)
        page.place_wanted.connect(self._look_at)
        page.compare_wanted.connect(self._compare_with)
        page.save_wanted.connect(self.navigate.save_recipe_as)
        page.beside_wanted.connect(self._compare_place)
        self.render_queue.add(page.render_state)
        page.render_state(None, self.workspace.state)
        return page

    def build_canvas(self) -> None:
        """Make the page of Inspect, once the window is on the screen."""
        if self.inspect is not None:
            return
        from rpn_inspector.gui.canvas.inspect_page import InspectPage
        from rpn_inspector.gui.inspector.what_if_controller import WhatIfController

        self.inspect = page = InspectPage(self.theme)
        self.canvas, self.strip, self.chip = page.canvas, page.strip, page.chip
        self.navigate.canvas = self.navigate.seen = page.canvas
        self.pages.add("inspect", page)
        places = (self.side, self.tables)
        self.what_if = WhatIfController(self, self.inspector.explain, page.canvas, places, self.edit_menu.steps)
        self.parts += [page, self.what_if, self.chip]
        self.panel_queue.add(self.what_if.render_state)
        self.pages.looked.connect(self._turn_to)
        self.canvas.clicked.connect(self.workspace.click)
        self.since_page.moved.connect(self.canvas.mark_moved)
        self.canvas.hovered.connect(self.workspace.point)
        for told in (self.canvas.hovered, self.canvas.dragged):
            told.connect(lambda x, y: self.status_line.point(self.workspace.state, x, y))
        self.canvas.left.connect(self.workspace.point_away)
        self.canvas.left.connect(self.status_line.point_away)
        self.chip.clicked.connect(lambda: self.navigate.filter_by(""))
        self.strip.toggled.connect(self.workspace.toggle_layer)
        self.strip.all_wanted.connect(self.workspace.toggle_all)
        self.strip.switch.chosen.connect(self.workspace.look_at_stage)
        self.pages.looked.emit(self.pages.workspace)  # as may have been chosen before there were pages
        page.render_state(None, self.workspace.state)
        self.canvas.setFocus()

    def _look_at(self, image: int, gt: int | None, anchor: int | None = None) -> None:
        """Show a place of the audit in Inspect."""
        self.workspace.visit(image, gt, anchor)
        self._bring("")

    def _select_candidate(self, stage: str, candidate: int) -> None:
        """Look at a stage and select a candidate of it."""
        self.workspace.look_at_stage(stage)
        self.workspace.select_candidate(candidate)

    def _select_anchor(self, anchor: int) -> None:
        """Look at the anchors and select one."""
        self.workspace.look_at_stage("")
        self.workspace.select(anchor)

    def _compare_with(self, recipe: Recipe) -> None:
        """Show the picture under the recipe in use and under ``recipe``."""
        self.pages.look("compare")
        self.compare.box.offer_recipe(recipe)

    def _compare_place(self, others: Others, image: int | None, gt: int | None) -> None:
        """Show a place of the audit under the recipe in use, or its outputs, and under others; of both the recipe."""
        if image is not None:
            self.workspace.visit(image, gt)
        self.pages.look("compare")
        if others.recipe is not None:
            self.compare.box.offer_recipe(others.recipe)
            if others.outputs is not None:
                self.say(tr("Compare lays out one at a time: here the recipes, without the other outputs."), SAID_MS)
        elif others.outputs is not None:
            self.compare.box.take_outputs(others.outputs)

    def _bring(self, dock: str) -> None:
        """Put the page of a picture in front, and show the dock of a name, "" for none."""
        if not self.pages.inspecting:
            self.pages.look("inspect")
        if dock:
            self.docks.bring(dock)

    # What is shown

    def _compute(self, request: Request) -> Shown:
        """Return an answer, with what the canvas looked at draws of it first made ready; called in the thread."""
        shown = compute(request)
        if (canvas := self.navigate.seen) is not None:
            canvas.prepared.make(shown)
        return shown

    def _prepare(self, shown: Shown) -> None:
        """Make of an answer that nobody waits for what else its first painting takes; called in the thread."""
        if (canvas := self.navigate.seen) is not None:
            canvas.prepared.paint(shown)
        with suppress(Exception):  # what fails here fails again where it is filled, and is told of
            self.tables.prepare(shown)
            self.plots.prepare(shown)

    def _render(self, old: State | None, new: State) -> None:
        asked = to_ask(old, new)
        if asked is not None:
            self.worker.ask(asked)
            if old is not None and old.dataset is new.dataset and old.index != new.index:
                self.quick_moves.move()
                self._direction = -1 if self.images.beside(old.index, -1) == new.index else 1
                self._scrubbing = 0
            elif old is not None and old.timeline is new.timeline and new.timeline is not None:
                steps = [each.step for each in (old.predictions, new.predictions) if each is not None]
                self._scrubbing = 0 if len(steps) < 2 else -1 if (steps[1] or 0) < (steps[0] or 0) else 1
            self._expect()  # the thread goes on to the next while this one is painted
        if new.dataset is not None:
            self.build_canvas()
        another = another_picture(old, new)
        if another:  # painted with the picture: no number stands beside another one
            self._say_facts(old, new)
            if self._filled:
                self.veils.draw(self.theme, self.main_window)
        drawn = False
        try:
            self._draw_parts(old, new, another)
            drawn = True
        finally:
            # a panel that cannot be drawn must not stay covered; one left empty keeps its heads and dashes
            if not drawn or not self._passing_by:
                self.veils.lift()
        grant_layouts()
        if another:
            self.plots.paint_changes()
        begun = None if old is None or old.shown is None else old.shown.dataset
        if new.shown is not None and new.shown.dataset is not begun:
            self._expect()  # when a dataset's first picture was asked for, the list had none that come next

    def _draw_parts(self, old: State | None, new: State, another: bool) -> None:
        """Draw the canvas, then the other parts through the queue, one by one while the mouse holds."""
        if self.inspect is not None:
            self.inspect.render_state(old, new)
        held = self._holding and not another
        self.render_queue.tell(new, held)
        self._fill_panels(new, held)

    def _say_facts(self, old: State | None, new: State) -> None:
        """Say the facts of the picture drawn: in Compare one that waits for B's is not drawn yet."""
        if "compare" not in vars(self) or not self.compare.active:
            self.status_line.render_state(old, new)

    def _settle(self) -> None:
        """Fill the panels once pictures are no longer only passed by."""
        self._fill_panels(self.workspace.state, self._holding)
        if not self._passing_by:
            self.veils.lift()
        grant_layouts()
        self.plots.paint_changes()

    @property
    def _holding(self) -> bool:
        return self.inspect is not None and self.canvas.holding

    def _fill_panels(self, new: State, held: bool = False) -> None:
        """Draw the panels of numbers, empty while the picture above is only passed by."""
        self._passing_by = new.on_the_way or (self.quick_moves.moving and new.shown is not self._read)
        if self._passing_by:
            # the numbers of the picture before must not stand beside another picture
            new = replace(new, shown=None, passing=None, staged=None)
        else:
            self._read = new.shown
        self._filled = new.shown is not None
        self.panel_queue.tell(new, held)

    def _expect(self) -> None:
        """Compute ahead the pictures listed next, or the steps while scrubbing: two in the last direction, one back."""
        wanted, timeline = self.workspace.wanted, self.workspace.state.timeline
        if wanted is not None and self._scrubbing and timeline is not None and wanted.predictions in timeline.dumps:
            here = timeline.dumps.index(wanted.predictions)
            places = [here + step * self._scrubbing for step in (1, 2, -1)]
            steps = [timeline.dumps[place] for place in places if 0 <= place < len(timeline)]
            self.worker.expect([replace(wanted, predictions=step) for step in steps])
        elif wanted is not None:
            near = [self.images.beside(wanted.index, step * self._direction) for step in (1, 2, -1)]
            places = [place for place in dict.fromkeys(near) if place is not None and place != wanted.index]
            self.worker.expect(neighbours(wanted, places))

    def _use_outputs(self, outputs: Outputs | None, timeline: Timeline | None) -> None:
        """Show outputs opened before over the picture, under the recipe named by those of the dataset's pictures."""
        dataset = self.workspace.state.dataset
        strange = outputs is not None and dataset is not None and none_fits(outputs, dataset) is not None
        try:
            recipe = None if outputs is None or strange else recipe_of(outputs)
        except InspectorError:
            recipe = None  # reported at the opening
        self.workspace.use_predictions(outputs, timeline, recipe)

    # Services

    @property
    def parent_widget(self) -> QWidget:
        return self.main_window

    def remember(self, **values: Any) -> None:
        self.memory.update(values)
        if self._remembers:
            settings.save_soon(self.memory)

    def say(self, text: str, for_ms: int = 0) -> None:
        self.main_window.statusBar().showMessage(text, for_ms)

    def unsay(self, text: str) -> None:
        bar = self.main_window.statusBar()
        if bar.currentMessage() == text:
            bar.clearMessage()

    def fail(self, problem: Problem) -> None:
        self.workspace.fail(None, problem)

    def main_view(self) -> QWidget | None:
        front = "" if self.inspect is None else self.pages.front
        if front == "audit":
            return self.audit
        return self.canvas if front == "inspect" else self.compare.sides[0].canvas if front == "compare" else None

    # Colours, memory and the end

    def retheme(self) -> None:
        """Apply the colours of the settings or the system."""
        app = application()
        theme = theme_for(app, self.memory.get("colours"))
        apply(app, theme)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of ``theme``."""
        self.theme = theme
        for part in self.parts:
            part.set_theme(theme)
        start = self.main_window.start_page
        start.set_theme(theme)
        start.show_lines([(tr(word), swatch(role, theme)) for role, word in LINE_STYLES.items()])

    def _facts(self) -> dict[str, Any]:
        """Return what is remembered beside the parts' settings: the session and the user's recipe."""
        session = session_of(self.opening.opened, self.workspace.state, self.pages.workspace)
        return {"session": session, "recipe": self.workspace.own_recipe.name}

    def _close_down(self) -> None:
        """Remember, and stop the background work."""
        self.remembering.close()
        self.quick_moves.close()
        self.render_queue.close()
        self.panel_queue.close()
        self.worker.close()
        for part in self.parts:
            part.close_down()
        settings.written()
