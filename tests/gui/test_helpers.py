"""Explain, recipe editor, palette, keys, help and tour in the window: one state, and the data left alone."""

import dataclasses
import json

import numpy as np
import pytest
from gui_steps import open_simulated, settled
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.predictions import as_outputs
from rpn_inspector.gui.commands.export_dialog import ExportDialog
from rpn_inspector.gui.commands.export_run import ExportChoice, write_export
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session import settings


class OneNetwork:
    """Predictions of a network that says little: enough to be exported."""

    path = resource("demo")
    recipe = checkpoint = step = None

    def get(self, name):
        random = np.random.default_rng(3)
        count = 217_413
        deltas = random.normal(0, 0.1, (count, 4)).astype(np.float32)
        return Prediction(random.normal(-4, 2, count).astype(np.float32), deltas, source=name)


class OneOf(OneNetwork):
    """The same for one picture only, so that an export is short."""

    def __init__(self, name):
        self.name = name

    def get(self, name):
        return super().get(name) if name == self.name else None


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    apply(qapp, LIGHT)


def test_explain_follows_the_selection_and_ends_with_it(qtbot, window):
    open_simulated(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    explain = window.inspector.explain
    assert not explain.isVisible()
    window.workspace.select(int(inspection.positive[0]))
    assert explain.isVisible()
    assert explain.facts.index == int(inspection.positive[0])
    row = explain.views[0].rows[0]
    assert row.accessibleDescription().startswith("t_x* = (x* − x_a) / w_a = ")
    explain.set_value("loss.beta", 0.5)
    window.workspace.select(int(inspection.positive[1]))
    assert explain.what_if.values["loss.beta"] == 0.5
    assert explain.facts.index == int(inspection.positive[1])
    window.workspace.select(None)
    assert not explain.isVisible()


def test_a_what_if_is_never_exported(qtbot, window, tmp_path):
    open_simulated(qtbot, window)
    window.workspace.use_predictions(OneNetwork())
    qtbot.waitUntil(lambda: settled(window))
    state = window.workspace.state
    anchor = int(state.shown.inspection.positive[0])
    window.workspace.select(anchor)
    before = np.array(state.shown.inspection.deltas)
    window.inspector.explain.set_predicted([10, 10, 400, 300])
    window.inspector.explain.set_value("score", 0.999)
    assert window.inspector.explain.what_if is not None
    now = window.workspace.state
    assert now.shown.data is state.shown.inspection
    assert now.predictions is state.predictions
    np.testing.assert_array_equal(now.shown.data.deltas, before)
    assert now.shown.inspection.loss is None or now.shown.inspection.loss.total != state.shown.inspection.loss.total
    only = OneOf(state.dataset.names[0])
    for name in ("with.json", "without.json"):
        choice = ExportChoice(dataset=state.dataset, recipe=state.recipe, outputs=as_outputs(only))
        assert write_export(window, choice, tmp_path / name, "coco")
        window.inspector.explain.reset()
    written = [json.loads((tmp_path / name).read_text()) for name in ("with.json", "without.json")]
    assert written[0] == written[1]
    assert written[0]


def test_what_is_copied_or_saved_of_a_what_if_says_so(qtbot, window, tmp_path):
    open_simulated(qtbot, window)
    anchor = int(window.workspace.state.shown.inspection.positive[0])
    window.workspace.select(anchor)
    table, note = window.tables.anchors, "what-if, not the data"

    def copied():
        table.copy()
        return QGuiApplication.clipboard().text()

    assert note not in copied()
    plain = window.canvas.grab().toImage()
    window.inspector.explain.set_value("loss.beta", 0.5)
    assert copied().startswith(f"{note}: changed β\n")
    assert window.inspector.boxes.as_tsv().startswith(f"{note}: changed β\n")
    assert window.inspector.finding.text().startswith("What-if · ")
    window.workspace.select(None)
    assert window.workspace.state.shown.what_if is not None
    assert copied().startswith("What-if: labels, t* and losses follow")  # no anchor is explained
    window.workspace.select(anchor)
    assert copied().startswith(f"{note}: changed β\n")
    assert window.what_if.back.isVisible()
    corner = QRect(8, 8, 150, 26)
    assert window.canvas.grab().toImage().copy(corner) != plain.copy(corner), "the picture does not say it"
    qtbot.mouseClick(window.what_if.back, Qt.MouseButton.LeftButton)
    assert note not in copied()
    assert note not in window.inspector.boxes.as_tsv()
    assert window.inspector.finding.text() == window.inspector.facts.finding
    assert not window.what_if.back.isVisible()
    assert window.canvas.grab().toImage().copy(corner) == plain.copy(corner)


def test_control_k_finds_and_runs_a_command(qtbot, window):
    open_simulated(qtbot, window)
    qtbot.waitUntil(window.main_window.isActiveWindow)
    qtbot.keyClick(window.canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.command_windows.palette.isVisible()
    qtbot.keyClicks(window.command_windows.palette.field, "next im")
    assert window.command_windows.palette.current.text == "Next image"
    qtbot.keyClick(window.command_windows.palette.field, Qt.Key.Key_Return)
    assert window.workspace.state.index == 1
    assert not window.command_windows.palette.isVisible()
    qtbot.waitUntil(lambda: settled(window))


def test_without_a_dataset_the_palette_says_what_is_needed(qtbot, window):
    window.command_windows.palette.open()
    qtbot.keyClicks(window.command_windows.palette.field, "export")
    assert window.command_windows.palette.current.note == "needs a dataset and raw outputs"
    window.command_windows.palette.shut()


def test_an_edited_recipe_is_computed_at_once(qtbot, window, tmp_path):
    open_simulated(qtbot, window)
    before = int((window.workspace.state.shown.inspection.assignment.label == 1).sum())
    qtbot.waitUntil(window.main_window.isActiveWindow)
    qtbot.keyClick(window.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    editor = window.recipe_dock.editor
    assert editor.isVisible()
    field = editor.rows["matcher.positive"].editor
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.5")
    qtbot.waitUntil(lambda: settled(window))
    state = window.workspace.state
    assert state.shown.recipe.matcher.positive == 0.5
    assert int((state.shown.inspection.assignment.label == 1).sum()) > before
    assert window.top_bar.recipe.currentText() == "torchvision-fpn (edited)"
    window.navigate.choose_recipe("paper-vgg16")
    assert editor.recipe == load_recipe("paper-vgg16")
    window.navigate.choose_recipe("torchvision-fpn (edited)")
    assert editor.changed_fields == ("matcher.positive",)
    assert editor.save_to(tmp_path / "mine.toml")
    choices = window.top_bar.recipe
    listed = [choices.itemText(place) for place in range(choices.count())]
    assert "mine" in listed
    assert "torchvision-fpn (edited)" not in listed
    assert choices.currentText() == "mine"
    qtbot.waitUntil(lambda: settled(window))


def test_a_key_of_ones_own_lasts(qtbot, new_window):
    action = new_window.menus.by_name["Fit"]
    new_window.command_windows.open_keys(action)
    qtbot.keyClick(new_window.command_windows.sheet.keys, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(new_window.command_windows.sheet.set_button, Qt.MouseButton.LeftButton)
    assert settings.load()["keys"] == {"Fit": ["Ctrl+J"]}
    new_window.command_windows.sheet.close()
    new_window.main_window.close()
    again = Wiring(LIGHT)
    assert again.menus.by_name["Fit"].shortcut() == QKeySequence("Ctrl+J")
    again.main_window.close()
    again.main_window.deleteLater()


def test_the_start_pages_demo_begins_the_tour_once(qtbot, new_window):
    new_window.main_window.start_page.demo_wanted.emit()
    qtbot.waitUntil(lambda: new_window.help_windows.tour.running)
    assert new_window.workspace.state.selection is not None
    assert new_window.help_windows.tour.callout.title.text() == "Pictures"
    for step in range(4):
        qtbot.mouseClick(new_window.help_windows.tour.callout.next, Qt.MouseButton.LeftButton)
        assert new_window.help_windows.tour.ring.isVisible(), step
    qtbot.mouseClick(new_window.help_windows.tour.callout.next, Qt.MouseButton.LeftButton)
    assert settings.load()["tour_seen"] is True
    new_window.help_windows.first_demo()
    assert not new_window.help_windows._tour_waits
    new_window.menus.by_name["Tour of the demo"].trigger()
    assert new_window.help_windows.tour.running
    qtbot.keyClick(new_window.canvas, Qt.Key.Key_Escape)
    assert not new_window.help_windows.tour.running
    assert new_window.workspace.state.selection is not None


def test_the_first_look_at_the_demo_begins_the_tour_whichever_way_it_is_opened(qtbot, new_window):
    new_window.help_windows.greets = True  # as the program does, and not who draws the window to a file
    new_window.opening.open_path(resource("demo", "images"))
    qtbot.waitUntil(lambda: new_window.workspace.state.shown is not None)
    assert not new_window.help_windows.tour.running
    new_window.opening.open_path(resource("demo"))
    qtbot.waitUntil(lambda: new_window.help_windows.tour.running)
    assert settings.load()["tour_seen"] is True
    qtbot.keyClick(new_window.canvas, Qt.Key.Key_Escape)
    new_window.main_window.close()
    again = Wiring(LIGHT)
    try:
        again.help_windows.greets = True
        again.opening.open_demo()
        qtbot.waitUntil(lambda: again.workspace.state.shown is not None)
        assert not again.help_windows._is_first_demo(again.workspace.state)
    finally:
        again.main_window.close()
        again.main_window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_help_opens_at_its_page(window):
    window.menus.by_name["Glossary"].trigger()
    assert window.help_windows.help.isVisible()
    assert "low-quality rule" in window.help_windows.help.page.toPlainText()
    window.help_windows.help.close()


def test_an_export_is_proposed_under_the_names_of_dataset_and_recipe(qtbot, window):
    open_simulated(qtbot, window)
    state = dataclasses.replace(window.workspace.state, recipe=dataclasses.replace(load_recipe("demo"), name="a/b 0.5"))
    dialog = ExportDialog(window, state, ())
    assert dialog.proposed == "demo-a-b-0-5"
    dialog.reject()
