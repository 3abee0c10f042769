"""Draw the window in every state, light and dark, into docs/pictures.

usage: python tools/make_pictures.py [--dark] [--size 1440 900] [--language de] [--only NAME ...]
           [--into FOLDER] [--run RUN]
Off-screen, on the bundled demo; takes a few minutes. The README and docs/guide.md show those of `KEPT`, drawn into
docs/pictures; the others are for looking at, with ``--into``. QT_SCALE_FACTOR=2 draws them as on a 4K screen. That of
a training followed needs one that runs: ``--run`` names what `recorders.ultralytics` writes of it, of YOLOv8n on
resources/demo (`tools/check_ultralytics_recorder.py` makes such a dataset).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["RPN_INSPECTOR_HOME"] = tempfile.mkdtemp()

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.compare.label_changes import Comparison
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.audit.end_bars import Choice
from rpn_inspector.gui.widgets.languages import LANGUAGES, speak
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, Theme, apply
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.translate.sources import recipe_from

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PATIENCE = 180.0  # s; what takes longer ends the making, for half a page is no picture


class Stage:
    """One window to put into a state and draw."""

    def __init__(self, app: QApplication, theme: Theme, size: tuple[int, int], run: Path | None = None) -> None:
        self.app, self.run = app, run
        os.environ["RPN_INSPECTOR_HOME"] = tempfile.mkdtemp()  # nothing remembered of the picture before
        apply(app, theme)
        self.window = Wiring(theme)
        self.window.main_window.resize(*size)
        self.window.main_window.show()

    def wait(self, condition: Callable[[], Any] = lambda: False, seconds: float = 0.4) -> None:
        """Let the window work until ``condition`` holds, at most ``seconds``; `PATIENCE` is never waited out."""
        end = time.monotonic() + seconds
        while not condition():
            self.app.processEvents()
            if time.monotonic() >= end:
                if seconds == PATIENCE:
                    sys.exit(f"not shown within {PATIENCE:.0f} s")
                return

    def settle(self) -> None:
        """Wait for the answer that is on its way, and for everything painted after it."""
        state = self.window.workspace
        self.wait(lambda: state.state.shown is not None and not state.state.busy, PATIENCE)
        self.wait()

    def save(self, file: Path) -> None:
        """Draw the window, with every dialog and menu over it where it stands."""
        self.wait()
        picture = self.window.main_window.grab()
        painter = QPainter(picture)
        origin = self.window.main_window.mapToGlobal(QPoint(0, 0))
        for other in self.app.topLevelWidgets():
            if other is not self.window.main_window and other.isVisible():
                painter.drawPixmap(other.mapToGlobal(QPoint(0, 0)) - origin, other.grab())
        painter.end()
        picture.save(str(file), quality=82)

    def over(self, widget: QWidget) -> None:
        """Put a window of its own into the middle of this one."""
        self.wait()
        widget.move(self.window.main_window.geometry().center() - widget.rect().center())

    def close(self) -> None:
        """End the window and its threads."""
        for other in self.app.topLevelWidgets():
            if other is not self.window.main_window:
                other.close()
        self.window.main_window.close()
        self.window.main_window.deleteLater()
        self.wait(seconds=0.1)


def empty(stage: Stage) -> None:
    """Show the empty window, which says how to begin."""
    stage.wait()


def main_view(stage: Stage) -> None:
    """Show an anchor that only the low-quality rule saves."""
    window = stage.window
    window.opening.open_demo()
    stage.settle()
    inspection = window.workspace.state.shown.inspection
    window.workspace.select(int(inspection.positive[5]))
    stage.wait(lambda: window.inspector.history.history is not None, 5)


def explain(stage: Stage) -> None:
    """Show the formulas with the anchor's numbers in them."""
    main_view(stage)
    bar = stage.window.inspector.verticalScrollBar()
    stage.wait(seconds=1.5)
    bar.setValue(bar.maximum())


def full_size(stage: Stage) -> None:
    """Show 217,413 anchors with simulated outputs."""
    main_view(stage)
    stage.window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("torchvision-fpn"))
    stage.settle()
    inspection = stage.window.workspace.state.shown.inspection
    stage.window.workspace.select(int(inspection.positive[5]))


def way(stage: Stage) -> None:
    """Show one object's way through both stages, with a suppressed answer selected."""
    main_view(stage)
    window = stage.window
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("fasterrcnn-torchvision"))
    stage.settle()
    window.workspace.next_stage()
    window.workspace.focus_gt(6)
    window.tables.setCurrentWidget(window.tables.stages.way)
    stage.wait(seconds=1)
    lost = np.flatnonzero(window.tables.stages.way.rows.by >= 0)
    window.tables.stages.way.table.chosen.emit(int(lost[0]))
    window.navigate.zoom_to_selection()


def small_object(stage: Stage) -> None:
    """Show an object that YOLOv5 at 320 px pairs with no anchor."""
    main_view(stage)
    window = stage.window
    small = load_recipe("yolov5s").with_tables({"resize": {"size": [320, 320]}})
    window.workspace.use_predictions(None, recipe=small)
    stage.settle()
    window.workspace.go_to(window.workspace.state.dataset.find("street_06_small_objects.jpg"))
    stage.settle()
    window.tables.setCurrentWidget(window.tables.ground_truths)
    window.workspace.select(-1)
    window.workspace.focus_gt(2)
    stage.wait(seconds=1)
    window.navigate.zoom_to_selection()


def fates(stage: Stage) -> None:
    """Show a suppressed box, its suppressor and the funnel."""
    main_view(stage)
    window = stage.window
    window.tables.setCurrentWidget(window.tables.proposals)
    proposals = window.workspace.state.shown.inspection.proposals
    suppressed = proposals.all_anchor[proposals.fate[proposals.all_anchor] == Fate.SUPPRESSED]
    window.workspace.toggle_layer("proposals")
    window.workspace.focus_gt(6)
    window.workspace.select(int(suppressed[3]), keep_gt=True)


def loss(stage: Stage) -> None:
    """Show the losses by level, beside the trainer's own."""
    main_view(stage)
    stage.window.tables.setCurrentWidget(stage.window.tables.loss)


def ground_truths(stage: Stage) -> None:
    """Show what became of every ground truth."""
    main_view(stage)
    stage.window.tables.setCurrentWidget(stage.window.tables.ground_truths)
    stage.window.workspace.focus_gt(0)


def candidates(stage: Stage) -> None:
    """Show an object with fewer candidate points than the rule may take, ranked, and what other inputs would give."""
    main_view(stage)
    window = stage.window
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("yolov8"))
    small = next(n for n, name in enumerate(window.workspace.state.dataset.names) if "small_objects" in name)
    window.workspace.go_to(small)
    stage.settle()
    window.tables.setCurrentWidget(window.tables.ranking)
    window.workspace.focus_gt(0)
    window.workspace.show_heat("metric")
    window.canvas.zoom_to(window.workspace.state.shown.inspection.gt[0])
    stage.wait(seconds=1)


def follow(stage: Stage) -> None:
    """Show the newest step of a training that runs, with the way of a lost box of which something is left."""
    window = stage.window
    assert stage.run is not None
    window.build_canvas()
    window.training.follow(stage.run)
    stage.settle()
    pictures = window.workspace.state.dataset
    joined = [number for number in range(len(pictures)) if _left_of(stage, number) is not None]
    window.training.pause()
    window.workspace.go_to(joined[0])
    stage.settle()
    window.tables.setCurrentWidget(window.tables.lost)
    window.training.catch_up()
    stage.settle()
    row = _left_of(stage, joined[0])
    window.tables.lost.chosen.emit(0 if row is None else row)
    window.canvas.fit()
    window.canvas.zoom_by(0.8)


def _left_of(stage: Stage, picture: int) -> int | None:
    """Return the row of a lost box of which most is left, None where nothing is left of any."""
    state = stage.window.workspace.state
    outputs = state.predictions.get(state.dataset.names[picture])
    began = None if outputs.trained is None else outputs.trained.sources
    if began is None or not len(began.part):
        return None
    rows = [row for row, place in enumerate(began.gone) if "left" in began.lost[place] or "px" in began.lost[place]]
    return rows[0] if rows else None


def audit(stage: Stage) -> None:
    """Show the whole dataset counted, with better anchors beside those in use."""
    main_view(stage)
    window = stage.window
    window.pages.look("audit")
    stage.wait(lambda: window.audit.auditor.found is not None and not window.audit.auditor.missing, PATIENCE)
    window.audit.auditor.search()
    stage.wait(lambda: window.audit.auditor.suggestions is not None, PATIENCE)
    window.audit.anchors.list_kind("low_quality_only")
    stage.wait(seconds=1)


def audit_lost(stage: Stage) -> None:
    """Show where the ground truths of the first checkpoint are lost, those of a class and an end listed."""
    main_view(stage)
    window = stage.window
    window.workspace.scrub(0)
    stage.settle()
    window.pages.look("audit")
    window.audit.look(1)
    stage.wait(lambda: window.audit.auditor.found is not None and not window.audit.auditor.missing, PATIENCE)
    place = window.audit.auditor.found.annotations.classes.index("person")
    window.audit.lost.choose(Choice("class", place, "person", int(End.CUT_BY_TOP_K)))
    stage.wait(seconds=2)


def audit_moved(stage: Stage) -> None:
    """Show what another recipe moves over the whole dataset, one kind of move listed."""
    main_view(stage)
    window = stage.window
    window.pages.look("audit")
    window.audit.look(2)
    window.audit.moved.fields.recipe.take("mmdet-fpn")
    stage.wait(lambda: window.audit.auditor.against is not None, PATIENCE)
    window.audit.moved.choose("state", 1)
    stage.wait(seconds=2)


def compare(stage: Stage) -> None:
    """Show two recipes side by side."""
    full_size(stage)
    window = stage.window
    window.pages.look("compare")
    window.compare.box.choose("mmdet-fpn")
    stage.wait(lambda: isinstance(window.compare.found, Comparison), PATIENCE)
    window.workspace.select(int(window.compare.found.changed_a[3]))
    stage.wait(seconds=3)


def recipe(stage: Stage) -> None:
    """Show the recipe editor with a changed field."""
    main_view(stage)
    stage.window.recipe_dock.toggle()
    stage.wait()
    stage.window.recipe_dock.editor.change("matcher.positive", 0.5)
    stage.settle()


def from_config(stage: Stage) -> None:
    """Show the anchors of a config of detectron2's, and the recipe it became."""
    main_view(stage)
    window = stage.window
    config = Path(tempfile.mkdtemp()) / "rcnn.yaml"
    config.write_text(
        "MODEL:\n  ANCHOR_GENERATOR:\n    SIZES: [[16, 32, 64]]\n  RPN:\n    IOU_THRESHOLDS: [0.3, 0.6]\n",
        encoding="utf-8",
    )
    window.workspace.use_predictions(None, recipe=recipe_from(config).recipe)
    stage.settle()
    window.recipe_dock.toggle()
    stage.wait()
    window.recipe_dock.editor.only_changed.setChecked(True)
    stage.wait(seconds=1)


def palette(stage: Stage) -> None:
    """Show the command palette."""
    main_view(stage)
    stage.window.command_windows.palette.open()
    QTest.keyClicks(stage.window.command_windows.palette.field, "next")


def problem(stage: Stage) -> None:
    """Show outputs that do not fit their recipe."""
    main_view(stage)
    stage.window.navigate.choose_recipe("paper-vgg16")
    stage.settle()


def heat(stage: Stage) -> None:
    """Show where the anchors' best IoU is high."""
    main_view(stage)
    stage.window.workspace.show_heat("iou")


def all_anchors(stage: Stage) -> None:
    """Show every anchor of the full-size network at once."""
    full_size(stage)
    stage.window.workspace.select(None)
    stage.window.workspace.toggle_all()


def close_up(stage: Stage) -> None:
    """Show the picture's own pixels with their numbers."""
    main_view(stage)
    stage.window.navigate.zoom_to_selection()
    stage.wait()
    for _ in range(6):
        stage.window.canvas.zoom_by(2)


def what_if(stage: Stage) -> None:
    """Show numbers that were tried."""
    explain(stage)
    inspector = stage.window.inspector
    inspector.explain.set_t(2, 0.4)
    stage.settle()
    inspector.ensureWidgetVisible(inspector.explain.form)


def filtered(stage: Stage) -> None:
    """Show what passes a filter."""
    main_view(stage)
    stage.window.navigate.filter_by("iou >= 0.3 and label == ignored")


def wrong_filter(stage: Stage) -> None:
    """Show a filter that means nothing."""
    main_view(stage)
    line = stage.window.tables.filter
    line.setFocus()
    QTest.keyClicks(line, "iuo > 0.4")
    QTest.keyClick(line, Qt.Key.Key_Return)


def keys(stage: Stage) -> None:
    """Show the sheet of keys."""
    main_view(stage)
    stage.window.command_windows.open_keys()
    stage.over(stage.window.command_windows.sheet)


def maths(stage: Stage) -> None:
    """Show the page of formulas."""
    main_view(stage)
    stage.window.help_windows.open_help("maths")
    stage.over(stage.window.help_windows.help)
    stage.wait(seconds=2)


def glossary(stage: Stage) -> None:
    """Show the glossary."""
    main_view(stage)
    stage.window.help_windows.open_help("glossary")
    stage.over(stage.window.help_windows.help)


def tour(stage: Stage) -> None:
    """Show a step of the tour."""
    main_view(stage)
    stage.window.help_windows.start_tour()


def steps(stage: Stage) -> None:
    """Show the middle checkpoint, and the selected anchor's way through all of them."""
    main_view(stage)
    window = stage.window
    window.workspace.scrub(1)
    stage.settle()
    window.inspector.ensureWidgetVisible(window.inspector.history)


def checkpoints(stage: Stage) -> None:
    """Show two checkpoints side by side."""
    main_view(stage)
    window = stage.window
    window.pages.look("compare")
    stage.wait(lambda: window.compare.found is not None, PATIENCE)
    window.workspace.select(int(window.compare.found.changed[3]))
    stage.wait(seconds=2)


def over(stage: Stage) -> None:
    """Show B over A."""
    compare(stage)
    stage.window.compare.over.click()


def layout(stage: Stage) -> None:
    """Show which reading of raw outputs fits."""
    main_view(stage)
    doctor = stage.window.layout_doctor
    doctor.ask()
    stage.wait(lambda: doctor.dialog is not None, PATIENCE)
    stage.over(doctor.dialog)


def reading(stage: Stage) -> None:
    """Show a large dataset being read."""
    window = stage.window
    page = window.opening.page
    page.begin(Path("instances_train2017.json"))
    page.tell(300, 1000)
    window.main_window.pages.setCurrentWidget(page)


def menu(stage: Stage) -> None:
    """Show a menu."""
    main_view(stage)
    bar = stage.window.main_window.menus
    where = bar.mapToGlobal(bar.actionGeometry(bar.actions()[2]).bottomLeft())
    bar.actions()[2].menu().popup(where)


def languages(stage: Stage) -> None:
    """Show the menu of languages, the settings' one place for it."""
    menu(stage)
    view = stage.window.main_window.menus.actions()[2].menu()
    entry = next(action for action in view.actions() if action.menu() and action.text().endswith("Language"))
    stage.wait()
    entry.menu().popup(view.mapToGlobal(view.actionGeometry(entry).topRight()))


def export(stage: Stage) -> None:
    """Show the dialog of an export."""
    main_view(stage)
    stage.window.navigate.export()
    stage.over(stage.window.navigate.dialog)


def chooser(stage: Stage) -> None:
    """Show the list of recipes."""
    main_view(stage)
    stage.window.top_bar.recipe.showPopup()


def no_selection(stage: Stage) -> None:
    """Show a picture with nothing selected."""
    main_view(stage)
    stage.window.workspace.select(None)


def plots(stage: Stage) -> None:
    """Show every plot at once."""
    full_size(stage)
    docks = [stage.window.docks.by_name[name] for name in ("Tables", "Plots")]
    stage.window.main_window.resizeDocks(docks, [320, 1100], Qt.Orientation.Horizontal)
    stage.window.main_window.resizeDocks(docks, [560, 560], Qt.Orientation.Vertical)
    stage.wait(seconds=2)


def no_outputs(stage: Stage) -> None:
    """Show what needs raw outputs where there are none: proposals and funnel."""
    main_view(stage)
    window = stage.window
    window.workspace.use_predictions(None)
    stage.settle()
    window.tables.setCurrentWidget(window.tables.proposals)


def no_loss(stage: Stage) -> None:
    """Show the losses and the plots without raw outputs."""
    no_outputs(stage)
    stage.window.tables.setCurrentWidget(stage.window.tables.loss)


def no_truth(stage: Stage) -> None:
    """Show a picture nobody drew a box in."""
    main_view(stage)
    window = stage.window
    dataset = window.workspace.state.dataset
    window.workspace.go_to(next(n for n in range(len(dataset)) if not len(dataset[n].gt)))
    stage.settle()
    window.tables.setCurrentWidget(window.tables.ground_truths)


def nothing_passes(stage: Stage) -> None:
    """Show a filter that leaves nothing."""
    main_view(stage)
    stage.window.workspace.select(None)
    stage.window.navigate.filter_by("iou > 0.9999")


def missing(stage: Stage) -> None:
    """Show a picture that is not where its annotation says."""
    folder = Path(tempfile.mkdtemp()) / "street"
    shutil.copytree(resource("demo"), folder)
    window = stage.window
    window.opening.open_path(folder)
    stage.settle()
    window.workspace.state.dataset[9].path.unlink()
    window.workspace.go_to(9)
    stage.wait(lambda: window.workspace.state.problem is not None, PATIENCE)


def busy(stage: Stage) -> None:
    """Show that an answer is on its way."""
    main_view(stage)
    window = stage.window
    window.worker.ask = lambda *_: None
    window.workspace.go_to(3)
    stage.wait(seconds=0.6)


def not_compared(stage: Stage) -> None:
    """Show two recipes that have no anchor in common."""
    main_view(stage)
    stage.window.workspace.use_predictions(None, recipe=load_recipe("yolov3-416"))
    stage.settle()
    stage.window.pages.look("compare")
    stage.window.compare.box.choose("torchvision-fpn")
    stage.wait(lambda: not stage.window.compare.left_out.isHidden(), PATIENCE)


KEPT = (
    "empty",
    "main",
    "explain",
    "full-size",
    "fates",
    "way",
    "small_object",
    "loss",
    "ground_truths",
    "candidates",
    "compare",
    "audit",
    "audit_lost",
    "audit_moved",
    "recipe",
    "from_config",
    "steps",
    "palette",
    "problem",
)
DARK_KEPT = ("main", "fates", "compare")
STATES = {
    "empty": empty,
    "main": main_view,
    "explain": explain,
    "full-size": full_size,
    "fates": fates,
    "way": way,
    "small_object": small_object,
    "loss": loss,
    "ground_truths": ground_truths,
    "candidates": candidates,
    "follow": follow,
    "compare": compare,
    "audit": audit,
    "audit_lost": audit_lost,
    "audit_moved": audit_moved,
    "recipe": recipe,
    "from_config": from_config,
    "palette": palette,
    "problem": problem,
    "steps": steps,
    "no-selection": no_selection,
    "heat": heat,
    "all": all_anchors,
    "close-up": close_up,
    "what-if": what_if,
    "filtered": filtered,
    "wrong-filter": wrong_filter,
    "plots": plots,
    "checkpoints": checkpoints,
    "over": over,
    "layout": layout,
    "reading": reading,
    "menu": menu,
    "chooser": chooser,
    "keys": keys,
    "maths": maths,
    "glossary": glossary,
    "tour": tour,
    "no-outputs": no_outputs,
    "no-loss": no_loss,
    "no-truth": no_truth,
    "nothing-passes": nothing_passes,
    "missing": missing,
    "busy": busy,
    "not-compared": not_compared,
    "export": export,
    "languages": languages,
}


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900), metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--dark", action="store_true", help="every state in the dark too, not only those that are kept")
    parser.add_argument("--only", nargs="*", choices=list(STATES), help="these states; all of them with --into")
    parser.add_argument("--into", type=Path, default=None, metavar="FOLDER", help="PNGs into another folder")
    parser.add_argument("--run", type=Path, metavar="RUN", help="a training that runs, for the state follow")
    parser.add_argument("--language", choices=list(LANGUAGES), default="en", help="of the window")
    options = parser.parse_args()
    kept = options.into is None
    folder = FOLDER if kept else options.into
    folder.mkdir(parents=True, exist_ok=True)
    names = options.only or (KEPT if kept else list(STATES))
    if options.run is None and options.only and "follow" in names:
        parser.error("follow needs --run")
    names = [name for name in names if name != "follow" or options.run is not None]
    app = QApplication([])
    speak(app, options.language, None)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    np.seterr(all="ignore")
    for theme in (LIGHT, DARK):
        for name in names:
            if theme is DARK and not options.dark and not (kept and name in DARK_KEPT):
                continue
            stage = Stage(app, theme, tuple(options.size), options.run)
            STATES[name](stage)
            stage.save(folder / f"{name}{'-dark' if theme is DARK else ''}{'.jpg' if kept else '.png'}")
            stage.close()


if __name__ == "__main__":
    main()
