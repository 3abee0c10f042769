"""No value, no number: after whatever was done, a window shows what a new one put straight into the state would.

Walks open datasets with and without pictures, ground truths and predictions, go on and back, change recipe, step and
selection; after each step, everything that can be read is compared with a fresh window. Each panel also has a test of
its own, after a picture that failed.
"""

import dataclasses
import itertools
import json
import os
import random
import re
from contextlib import contextmanager

import cv2
import numpy as np
import pytest
from laws import check
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from readable import at_rest, readable

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.data.predictions.dump_writer import DumpWriter
from rpn_inspector.gui.canvas.hover_words import hover_words
from rpn_inspector.gui.inspector.explain.form import WhatIfForm
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session.open_request import open_outputs
from rpn_inspector.session.problem import Problem

pytestmark = pytest.mark.usefixtures("beside")

SEEDS = [int(seed) for seed in os.environ.get("RPN_INSPECTOR_SEEDS", "4 11 13").split()]
STEPS = int(os.environ.get("RPN_INSPECTOR_STEPS", "6"))
PAGES = ("inspect", "compare", "audit")  # that the walks begin with, in turn
RECIPE = load_recipe("torchvision-mobilenet-320")
BOTH = load_recipe("fasterrcnn-torchvision-320")
SIZE = (96, 160)
BROKEN = 1  # the picture that cannot be read
DIGIT = re.compile(r"\d").search
OFTEN = ("do_open", "do_go", "do_go", "do_go", "do_go", "do_outputs", "do_select", "do_select")  # more than the rest
CURSOR = (40.0, 40.0)  # network px


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def places(tmp_path):
    """Datasets by what they lack, each of three pictures, and outputs by what is wrong with them."""
    boxes = ((8, 16, 64, 48), (90, 20, 30, 60), (2, 2, 12, 9))
    made = {name: tmp_path / name for name in ("whole", "broken", "unpictured", "bare", "torn")}
    for name, folder in made.items():
        folder.mkdir()
        for n in range(3):
            if name != "unpictured":
                noise = np.random.default_rng(n).integers(0, 255, (*SIZE, 3), np.uint8)
                cv2.imwrite(str(folder / f"{n}.png"), noise)
        if name != "bare":
            write(folder / "instances.json", boxes, unsized=BROKEN if name == "broken" else None)
    (made["broken"] / f"{BROKEN}.png").write_bytes(b"no picture")
    (made["torn"] / "instances.json").write_text('{"images": [')
    return made | {"gone": tmp_path / "nowhere"}


def write(path, boxes, unsized=None):
    """Write COCO's JSON; picture ``unsized`` has neither size nor box, so that nothing tells its size."""
    size = {"height": SIZE[0], "width": SIZE[1]}
    images = [{"id": n, "file_name": f"{n}.png"} | ({} if n == unsized else size) for n in range(3)]
    # the last picture has no ground truth
    rows = [(n, box) for n in range(2) if n != unsized for box in boxes]
    annotations = [{"id": k, "image_id": n, "category_id": 1, "bbox": list(box)} for k, (n, box) in enumerate(rows)]
    categories = [{"id": 1, "name": "cat"}]
    path.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}))


@pytest.fixture
def outputs(tmp_path, places):
    """Dumps: two checkpoints of the first two pictures, of pictures of other names, and one that was torn."""
    dataset, run = open_dataset(places["whole"]), tmp_path / "run"
    run.mkdir()
    for step in (100, 200):
        save_dump(
            run / f"{step}.rpn", {dataset.names[n]: raw(dataset[n], step / 200) for n in (0, 1)}, RECIPE.name, step=step
        )
    save_dump(tmp_path / "others.rpn", {"other.png": raw(dataset[0], 1.0)}, RECIPE.name)
    with DumpWriter(tmp_path / "both.rpn", BOTH.name, recipe_toml=BOTH.to_toml()) as writer:
        for n in (0, 1):
            made = SimulatedPredictions().predict(dataset[n], BOTH)
            writer.add(dataset.names[n], dataclasses.replace(made, simulated=False))
    (tmp_path / "torn.rpn").mkdir()
    (tmp_path / "torn.rpn" / "meta.json").write_text("{")
    names = {name: tmp_path / f"{name}.rpn" for name in ("others", "torn", "both")}
    return {"run": run, "one": run / "100.rpn", **names}


def raw(sample, share):
    made = SimulatedPredictions().predict(sample, RECIPE)
    return dataclasses.replace(made, objectness=made.objectness * share, simulated=False)


class Walk:
    """Does one random thing at a time, and waits until all of it is on the screen."""

    def __init__(self, window, qtbot, pick, places, outputs):
        self.window, self.qtbot, self.pick = window, qtbot, pick
        self.places, self.outputs = places, outputs

    @property
    def work(self):
        return self.window.workspace

    def step(self):
        """Do something of what can be done now; return what it was."""
        acts = [*(name for name in dir(self) if name.startswith("do_")), *OFTEN]
        state, auditing = self.work.state, self.window.pages.workspace == "audit"
        idle = {"do_scrub": state.timeline is None, "do_finding": not auditing, "do_try_out": state.selection is None}
        acts = [name for name in acts if not idle.get(name)] if state.dataset is not None else ["do_open"]
        name = self.pick.choice(acts)
        said = getattr(self, name)()
        self.rest()
        return f"{name} {said or ''}"

    def rest(self):
        self.qtbot.waitUntil(lambda: at_rest(self.window))

    def open(self, name, outputs=None):
        self.window.opening.open_path(self.places[name], outputs)
        self.rest()

    def do_open(self):
        name = self.pick.choice([*self.places, "broken", "broken"])
        with_outputs = self.pick.choice([None, *self.outputs])
        self.window.opening.open_path(self.places[name], None if with_outputs is None else self.outputs[with_outputs])
        return name, with_outputs

    def do_go(self):
        index, last = self.work.state.index, len(self.work.state.dataset) - 1
        step = self.pick.choice([step for step in (-1, 1) if 0 <= index + step <= last])
        self.work.go(step)
        return step

    def do_recipe(self):
        name = self.pick.choice(["torchvision-mobilenet-320", BOTH.name, "paper-vgg16", "demo", "no such recipe"])
        self.window.navigate.choose_recipe(name)
        return name

    def do_outputs(self):
        name = self.pick.choice([*self.outputs, "none", "simulated"])
        if name in self.outputs:
            self.window.opening.open_outputs(self.outputs[name])
        else:
            self.work.use_predictions(None if name == "none" else SimulatedPredictions())
        return name

    def do_scrub(self):
        self.work.scrub(self.pick.randrange(2))

    def do_select(self):
        shown = self.work.state.shown
        positive = () if shown is None else shown.inspection.positive.tolist()
        self.work.select(self.pick.choice([None, *positive[:3]]))

    def do_truth(self):
        self.work.next_gt()

    def do_point(self):
        self.work.point(self.pick.uniform(0, 300), self.pick.uniform(0, 180))
        self.window.status_line.point(self.work.state, *CURSOR)

    def do_filter(self):
        text = self.pick.choice(["iou > 0.3", "score > 0.5", "label == positive", ""])
        self.window.navigate.filter_by(text)
        return text

    def do_layer(self):
        self.work.toggle_layer(self.pick.choice(["proposals", "negative", "prediction", "truth"]))

    def do_try_out(self):
        if self.window.inspector.facts is not None and self.window.pages.workspace == "inspect":
            self.window.inspector.explain.set_gt(np.array([10.0, 10.0, 90.0, 80.0]))

    def do_tab(self):
        tables = self.window.tables
        tables.setCurrentIndex(self.pick.choice([n for n in range(tables.count()) if tables.isTabVisible(n)]))

    def do_stage(self):
        self.work.next_stage()

    def do_candidate(self):
        staged = self.work.state.staged
        self.work.select_candidate(None if staged is None else self.pick.randrange(len(staged.anchors)))

    def do_look(self):
        name = self.pick.choice(["inspect", "compare", "audit"])
        self.window.pages.look(name)
        if name == "compare":
            self.window.compare.box.choose("paper-vgg16")  # with few anchors, as all recipes here
        return name

    def do_finding(self):
        page = self.window.audit
        page.look(self.pick.randrange(2))
        kinds = [kind for kind, button in page.anchors.buttons.items() if button.isVisible()]
        if kinds:
            page.anchors.list_kind(self.pick.choice(kinds))


@contextmanager
def fresh(qtbot, window):
    """Yield a new window put straight into the state of ``window``."""
    other = Wiring(LIGHT, remembers=False)
    other.main_window.resize(window.main_window.size())
    other.main_window.show()
    other.opening.opened = window.opening.opened
    for _ in range(2):  # why a choice failed holds of the choice: first this, then why
        other.workspace._become(window.workspace.state)
    if other.inspect is not None:
        other.pages.look(window.pages.workspace)
    if other.inspect is not None and window.pages.workspace == "compare":
        other.compare.box.choose(window.compare.box.currentText())
        other.compare.tabs.setCurrentIndex(window.compare.tabs.currentIndex())
    if other.inspect is not None and window.pages.workspace == "audit":
        qtbot.waitUntil(lambda: at_rest(other))
        other.audit.look(window.audit.tabs.currentIndex())
        other.audit.anchors.list_kind(window.audit.anchors._kind)
    other.tables.setCurrentIndex(window.tables.currentIndex())
    qtbot.waitUntil(lambda: at_rest(other))
    # A message tells of something done, and the cursor stands somewhere: neither follows from the state.
    other.workspace.dismiss()
    problem, lost = window.workspace.state.problem, window.workspace.state.lost
    if problem not in (None, other.workspace.state.problem):
        told = problem.text if lost is None else problem.text.removesuffix(f"; {lost.text}")
        other.workspace.fail(None, dataclasses.replace(problem, text=told))
    if window.status_line.labels["cursor"].text():
        other.status_line.point(other.workspace.state, *CURSOR)
    yield other
    other.main_window.close()
    other.main_window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def compared(qtbot, window):
    """Return what only ``window`` shows, and what only a new window in the same state shows."""
    with fresh(qtbot, window) as other:
        now, new = readable(window), readable(other)
        return sorted(now - new, key=str), sorted(new - now, key=str)


@pytest.mark.usefixtures("new_window")
@pytest.mark.parametrize(("seed", "page"), list(zip(SEEDS, itertools.cycle(PAGES), strict=False)))
def test_a_window_shows_what_a_new_one_in_the_same_state_shows(qtbot, window, places, outputs, seed, page):
    walk, done = Walk(window, qtbot, random.Random(seed), places, outputs), []
    window.navigate.choose_recipe(RECIPE.name)  # with few anchors
    window.build_canvas()
    window.pages.look(page)
    if page == "compare":
        window.compare.box.choose("paper-vgg16")
    for _ in range(STEPS):
        done.append(walk.step())
        check(window)  # of what is chosen, and of nothing else
        stale, missing = compared(qtbot, window)
        assert (stale, missing) == ([], []), f"{done}\n{stale}\n{missing}"


@pytest.mark.usefixtures("new_window")
@pytest.mark.parametrize("seed", [2, 5])
def test_a_window_with_a_second_stage_shows_what_a_new_one_shows(qtbot, window, places, outputs, seed):
    walk, done = Walk(window, qtbot, random.Random(seed), places, outputs), []
    walk.open("broken", outputs["both"])
    tables = window.tables
    for act in (
        "do_stage",
        "do_truth",
        "way",
        "do_candidate",
        "candidates",
        "do_go",
        "do_go",
        "detections",
        "do_outputs",
    ):
        if act.startswith("do_"):
            getattr(walk, act)()
        else:
            tables.setCurrentWidget(getattr(tables.stages, act))
        walk.rest()
        done.append(act)
        check(window)
        stale, missing = compared(qtbot, window)
        assert (stale, missing) == ([], []), f"{done}\n{stale}\n{missing}"


# A picture that failed, panel by panel


@pytest.fixture
def walk(qtbot, window, places, outputs):
    """A window over outputs, with an anchor selected and every table looked at; its second picture is broken."""
    made = Walk(window, qtbot, random.Random(0), places, outputs)
    made.open("broken", outputs["run"])
    made.work.select(int(made.work.state.shown.inspection.positive[0]))
    window.status_line.point(made.work.state, *CURSOR)
    for tab in (3, 1, 0, 2):  # the proposals last: the funnel stands beside them
        window.tables.setCurrentIndex(tab)
        made.rest()
    return made


def fail(walk):
    walk.work.go_to(BROKEN)
    walk.rest()
    assert "is not a picture" in walk.window.main_window.problem.text()


def said(widget):
    """Return the visible texts and descriptions in ``widget`` that hold a digit."""
    seen = [child for child in (widget, *widget.findChildren(QWidget)) if child.isVisible()]
    texts = [child.text() for child in seen if isinstance(child, QLabel)] + [c.accessibleDescription() for c in seen]
    return list(filter(DIGIT, texts))


def test_no_digit_stays_in_any_panel(walk):
    window = walk.window
    panels = {"inspector": window.inspector, "tables": window.tables, "plots": window.plots, "funnel": window.funnel}
    assert said(window.inspector)
    assert said(window.funnel)
    fail(walk)
    assert window.funnel.empty.text() == window.tables.loss.words.text() == ""  # outputs are open
    tables = window.tables.anchors, window.tables.ground_truths, window.tables.proposals
    assert [table.columns_model.rowCount() for table in tables] == [0, 0, 0]
    assert [window.tables.tabText(n) for n in range(4)] == ["Anchors", "Ground truth", "Proposals", "Loss"]
    for tab in range(4):
        window.tables.setCurrentIndex(tab)
        walk.rest()
        assert {name: said(panel) for name, panel in panels.items()} == {name: [] for name in panels}


@pytest.mark.usefixtures("new_window")
def test_canvas_layers_and_status_bar_are_empty(walk):
    window = walk.window
    walk.work.point(40.0, 40.0)
    window.canvas.measuring = True
    QTest.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    fail(walk)
    image = window.canvas.grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)} == {
        QColor(LIGHT.surround).name()
    }
    assert window.canvas.ruler_words == ""
    assert [entry.count for entry in window.strip.entries.values()] == [None] * len(window.strip.entries)
    labels = {name: label.text() for name, label in window.status_line.labels.items() if label.text()}
    assert labels == {"file": "No picture to show", "image": f"recipe  {RECIPE.name}"}
    assert not any(label.toolTip() for label in window.status_line.labels.values())
    assert not window.what_if.back.isVisible()


def test_the_next_good_picture_is_shown_as_if_none_had_failed(walk, qtbot):
    fail(walk)
    walk.work.go_to(0)
    walk.rest()
    assert walk.window.main_window.problem.isHidden()
    assert compared(qtbot, walk.window) == ([], [])


def test_the_colour_under_a_resting_cursor_is_never_that_of_another_picture(walk):
    cursor = walk.window.status_line.labels["cursor"]
    assert "RGB" in cursor.text()
    walk.work.toggle_layer("negative")
    walk.rest()
    assert "RGB" in cursor.text()
    walk.work.go_to(2)
    walk.rest()
    assert cursor.text() == ""


def test_explain_has_a_dash_for_what_there_is_none_of(qtbot, walk):
    form = walk.window.inspector.explain.form
    assert form.row_labels["gt"].text().startswith("GT ")
    walk.work.use_predictions(None)
    walk.rest()
    walk.work.select(int(walk.work.state.shown.inspection.positive[0]))
    walk.rest()
    missing = {key[0] for key, spin in form.spins.items() if spin.text() == NOTHING}
    assert missing & {"gt", "predicted", "t", "score"} == {"predicted", "t", "score"}
    walk.work.go_to(2)  # without a ground truth
    walk.rest()
    walk.work.select(0)
    walk.rest()
    assert form.row_labels["gt"].text() == "GT"
    assert {form.spins["gt", n].text() for n in range(4)} == {NOTHING}
    walk.work.point(*CURSOR)
    window = walk.window
    assert not window.inspector.scale.isVisible()
    assert not any("IoU" in line for line in hover_words(window.canvas._scene))
    column = next(one for one in window.tables.anchors.columns_model.columns if one.title == "IoU")
    assert column.text(0) == NOTHING
    window.tables.setCurrentIndex(0)
    walk.rest()
    plots = {cell.key: cell.empty.text() for cell in window.plots.cells if cell.isVisible()}
    assert "no ground truth in the assignment" in plots["iou"]
    fail(walk)
    assert {spin.text() for spin in form.spins.values()} == {NOTHING}


def test_a_form_that_was_never_filled_is_all_dashes(qtbot):
    form = WhatIfForm(LIGHT)
    qtbot.addWidget(form)
    assert {spin.text() for spin in form.spins.values()} == {NOTHING}


def test_compare_says_why_and_shows_nothing_where_a_side_failed(walk):
    page = walk.window.compare
    walk.window.pages.look("compare")
    walk.rest()
    assert page.found is not None
    assert page.sheet.finding.text() != ""
    fail(walk)
    assert page.left_out.isVisible()
    assert page.left_out.text().startswith("B: ")
    assert "is not a picture" in page.left_out.text()
    assert (page.found, page.gts_found, page.matrix.matrix) == (None, None, None)
    assert [said(part) for part in (page.sheet, page.matrix, page.reasons, page.totals)] == [[]] * 4
    assert [side.canvas._shown for side in page.sides] == [None, None]
    # of undecided ones there is a count only where there are some
    assert [{count.text() for count in side.counts} for side in page.sides] == [{NOTHING, ""}] * 2
    assert [side.network.text() for side in page.sides] == ["", ""]
    assert page.tabs.tabText(0) == "Changed"
    assert (page.changed.columns_model.rowCount(), page.gts.columns_model.rowCount()) == (0, 0)
    walk.work.go_to(0)
    walk.rest()
    assert page.left_out.isHidden()
    assert page.found is not None


def test_outputs_read_for_another_dataset_are_not_compared_with(walk, outputs):
    page = walk.window.compare
    walk.window.pages.look("compare")
    walk.rest()
    before = walk.work.state.dataset
    loaded = open_outputs(outputs["one"], before, None)
    walk.open("whole")
    page._take_outputs((outputs["one"], before), loaded)
    walk.rest()
    assert not page.by_outputs


def test_the_same_dataset_opened_twice_is_shown_and_not_waited_for_for_ever(walk):
    state = walk.work.state
    for _ in range(2):
        walk.work.open(state.dataset, state.predictions, state.index, state.timeline, state.recipe)
        walk.rest()  # not before the answer
        assert walk.work.state.shown.index == 0
    fail(walk)
    walk.work.open(state.dataset, state.predictions, BROKEN, state.timeline, state.recipe)
    walk.rest()
    assert (walk.work.state.shown, walk.work.state.lost is None) == (None, False)


def test_a_brush_on_a_plot_that_is_gone_filters_nothing(walk):
    walk.window.tables.setCurrentIndex(0)
    walk.rest()
    cell = next(cell for cell in walk.window.plots.cells if cell.chart.brush_axes)
    cell._brushed(QPointF(0.1, 0.1), QPointF(0.5, 0.5), False)
    walk.work.fail(walk.work.wanted, Problem.general("gone"))  # before the brush was told
    walk.rest()
    assert (cell._waiting, walk.work.state.filter) == (None, "")
    assert {c.pages.currentWidget() is c.empty for c in walk.window.plots.cells if c.isVisible()} == {True}


def test_a_history_asked_for_before_is_not_shown_beside_another_anchor(walk):
    window, (one, other) = walk.window, walk.work.state.shown.inspection.positive[:2].tolist()
    walk.work.select(one)
    walk.rest()
    asked, found = window.follower._asked, window.inspector.history.history
    assert found is not None
    walk.work.select(other)
    assert window.inspector.history.history is None  # until the answer
    window.follower._there(asked, found)
    assert window.inspector.history.history is None
    walk.rest()
    assert window.inspector.history.history is not None
    fail(walk)
    assert (window.inspector.history.history, window.inspector.history.accessibleDescription()) == (None, "")
