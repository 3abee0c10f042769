"""Checkpoints and the layout doctor in the real window, over dumps written here."""

import dataclasses
import math
import shutil

import numpy as np
import pytest
from gui_steps import settled
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from rpn_inspector.analysis.layout.reread import Reread
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.gui.tables.agreement import agreement

RECIPE = load_recipe("torchvision-mobilenet-320")


@pytest.fixture
def window(shared_window):
    return shared_window


def by_level(sample, recipe, prediction):
    """Return flat outputs as a network would give them, with the trainer's sample and its losses."""
    result = inspect(sample, recipe, prediction)
    scores, shifts = [], []
    for level in result.grid.levels:
        part = slice(level.offset, level.offset + level.count)
        shape = (*level.shape, len(level.base))
        scores.append(result.logits[part].reshape(shape).transpose(2, 0, 1))
        rows = result.deltas[part].reshape(*shape, 4)
        shifts.append(rows.transpose(2, 3, 0, 1).reshape(-1, *level.shape))
    return Prediction(
        levels_objectness=tuple(scores),
        levels_deltas=tuple(shifts),
        network_size=result.network_size,
        padded_size=result.padded_size,
        original_size=sample.size,
        sampled_positive=result.sampled_positive,
        sampled_negative=result.sampled_negative,
        loss_objectness=result.loss.objectness,
        loss_box=result.loss.box,
    )


@pytest.fixture
def checkpoints(tmp_path):
    """Three dumps of two demo pictures, steps 100, 200 and 300, whose scores grow with the step."""
    dataset = open_dataset(resource("demo"))
    folder = tmp_path / "run"
    folder.mkdir()
    for step in (100, 200, 300):
        outputs = {}
        for index in (0, 1):
            sample = dataset[index]
            made = SimulatedPredictions().predict(sample, RECIPE)
            made = dataclasses.replace(made, objectness=made.objectness * step / 300, simulated=False)
            outputs[sample.name] = by_level(sample, RECIPE, made)
        save_dump(folder / f"{step}.rpn", outputs, RECIPE.name, step=step)
    return folder


def open_both(qtbot, window, outputs):
    window.opening.open_path(resource("demo"), outputs)
    qtbot.waitUntil(lambda: settled(window))


def test_a_folder_of_dumps_is_a_timeline_one_can_scrub(qtbot, window, checkpoints):
    open_both(qtbot, window, checkpoints)
    state = window.workspace.state
    assert state.recipe.name == RECIPE.name  # the dumps name it
    step = window.top_bar.step
    assert step.isVisible()
    assert step.value.text() == "300"
    anchor = int(state.shown.inspection.positive[0])
    window.workspace.select(anchor)
    history = window.inspector.history
    qtbot.waitUntil(lambda: history.isVisible() and history.history is not None)
    assert history.history.steps.tolist() == [100, 200, 300]
    before = float(window.inspector.facts.score)
    window.main_window.activateWindow()
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: step.value.text() == "200" and settled(window))
    assert window.workspace.state.selection == anchor
    assert window.inspector.facts.score == pytest.approx(history.history.score[1], rel=1e-5)
    assert window.inspector.facts.score != before
    step.slider.setValue(0)
    qtbot.waitUntil(lambda: step.value.text() == "100" and settled(window))


def test_the_trainers_losses_stand_beside_ours_and_agree(qtbot, window, checkpoints):
    open_both(qtbot, window, checkpoints)
    window.tables.setCurrentWidget(window.tables.loss)
    trainer = window.tables.loss.trainer
    assert trainer.isVisible()
    assert [trainer.text(row, 3) for row in (0, 1)] == ["yes", "yes"]
    assert trainer.text(0, 1) == trainer.text(0, 2)


@pytest.mark.parametrize("missing", [False, True])
def test_the_losses_of_a_batch_are_compared_with_those_of_all_its_pictures(qtbot, window, tmp_path, missing):
    dataset = open_dataset(resource("demo"))
    names = tuple(dataset.names[:2])
    outputs = {
        n: by_level(dataset[i], RECIPE, SimulatedPredictions().predict(dataset[i], RECIPE)) for i, n in enumerate(names)
    }
    counts = [len(one.sampled_positive) + len(one.sampled_negative) for one in outputs.values()]
    losses = {
        key: float(np.average([getattr(one, key) for one in outputs.values()], weights=counts))
        for key in ("loss_objectness", "loss_box")
    }
    batch = (names[0], "elsewhere.jpg") if missing else names
    whole = {name: dataclasses.replace(one, **losses, batch=batch) for name, one in outputs.items()}
    open_both(qtbot, window, save_dump(tmp_path / "batch.rpn", whole, RECIPE.name))
    window.tables.setCurrentWidget(window.tables.loss)
    trainer = window.tables.loss.trainer
    assert trainer.isVisible()
    assert [trainer.text(row, 3) for row in (0, 1)] == (["–", "–"] if missing else ["yes", "yes"])
    assert "batch of 2 pictures" in trainer.note.text()
    assert ("elsewhere.jpg" in trainer.note.text()) == missing


def test_a_checkpoint_left_out_is_said_beside_the_picture(qtbot, window, checkpoints):
    (checkpoints / "200.rpn" / "meta.json").write_text("{", encoding="utf-8")
    open_both(qtbot, window, checkpoints)
    assert window.workspace.state.timeline.steps == (100, 300)
    assert "200.rpn/meta.json: not readable as JSON" in window.status_line.labels["file"].toolTip()


def test_no_name_or_head_in_the_loss_panel_is_cut_or_covered_in_a_narrow_window(qtbot, window, checkpoints):
    window.main_window.resize(1000, 700)
    open_both(qtbot, window, checkpoints)
    window.tables.setCurrentWidget(window.tables.loss)
    panel = window.tables.loss
    for table in (panel.kinds, panel.trainer, panel.levels):
        names = [line[0] for line in table.cells if line[0].isVisible()]
        assert names
        qtbot.waitUntil(lambda names=names: all(name.width() >= name.sizeHint().width() for name in names))
        labels = [label for label in (table.title, table.lead, *table.heads) if label.isVisible()]
        places = [label.geometry() for label in labels]
        assert not any(a.intersects(b) for number, a in enumerate(places) for b in places[:number])


@pytest.mark.parametrize(
    ("theirs", "ours", "word"),
    [
        (0.5, 0.5 * (1 + 9e-6), "yes"),
        (0.5, 0.5 * (1 + 2e-5), "no, 0.002 % apart"),
        (0.0, 0.0, "yes"),
        (0.0, 0.1, "no"),
        (math.nan, 0.1, "no, NaN or ∞"),
        (0.1, math.inf, "no, NaN or ∞"),
        (None, 0.1, "–"),
    ],
)
def test_two_losses_agree_or_not_in_a_word(theirs, ours, word):
    assert agreement(theirs, ours) == word


def scrambled(prediction):
    """Return the outputs with h before w and y before x, as another library's head would have them."""
    order = [1, 0, 3, 2]
    shifts = []
    for level in prediction.levels_deltas:
        count, height, width = len(level) // 4, *level.shape[1:]
        shifts.append(level.reshape(count, 4, height, width)[:, order].reshape(level.shape))
    return dataclasses.replace(prediction, levels_deltas=tuple(shifts))


def turned(change):
    return lambda prediction: dataclasses.replace(
        prediction,
        levels_objectness=tuple(change(level) for level in prediction.levels_objectness),
        levels_deltas=tuple(change(level) for level in prediction.levels_deltas),
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (scrambled, "dy, dx, dh, dw"),
        (turned(lambda level: level.transpose(1, 2, 0)), "H, W, A, 4"),
        (turned(lambda level: level.transpose(0, 2, 1)), "A, 4, W, H"),
        (turned(lambda level: level[None]), "a batch axis of 1 in front"),
    ],
)
def test_outputs_that_do_not_fit_are_said_so_and_can_be_read_again(qtbot, window, tmp_path, change, words):
    dataset = open_dataset(resource("demo"))
    outputs = {}
    for index in (0, 1):
        sample = dataset[index]
        plain = inspect(sample, RECIPE)
        deltas = np.zeros((plain.grid.size, 4), np.float32)
        deltas[plain.positive] = plain.t_star
        logits = np.where(plain.assignment.label == 1, 4, -4).astype(np.float32)
        made = by_level(sample, RECIPE, Prediction(objectness=logits, deltas=deltas))
        outputs[sample.name] = dataclasses.replace(change(made), loss_objectness=None, loss_box=None)
    save_dump(tmp_path / "odd.rpn", outputs, RECIPE.name)
    open_both(qtbot, window, tmp_path / "odd.rpn")
    qtbot.waitUntil(lambda: window.main_window.remedy.isVisible())
    qtbot.mouseClick(window.main_window.remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.layout_doctor.dialog is not None)
    dialog = window.layout_doctor.dialog
    assert words in dialog.table.item(0, 0).text()
    box = dialog.findChild(QDialogButtonBox)
    assert dialog.use in box.buttons()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.workspace.state.predictions, Reread) and settled(window))
    shown = window.workspace.state.shown
    np.testing.assert_allclose(shown.inspection.t, shown.inspection.t_star, atol=1e-5)
    assert not window.main_window.remedy.isVisible()


class Swedish(QTranslator):
    """A language in which nothing reads as in English."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return "Utdata passar inte: {answer}" if text == "These outputs do not fit the recipe: {answer}" else None

    def isEmpty(self):
        return False


def test_the_remedy_of_a_layout_is_offered_in_any_language(qtbot, window, tmp_path):
    sample = open_dataset(resource("demo"))[0]
    plain = inspect(sample, RECIPE)
    deltas = np.zeros((plain.grid.size, 4), np.float32)
    deltas[plain.positive] = plain.t_star
    logits = np.where(plain.assignment.label == 1, 4, -4).astype(np.float32)
    made = scrambled(by_level(sample, RECIPE, Prediction(objectness=logits, deltas=deltas)))
    made = dataclasses.replace(made, loss_objectness=None, loss_box=None)
    save_dump(tmp_path / "odd.rpn", {sample.name: made}, RECIPE.name)
    translator = Swedish()
    QCoreApplication.installTranslator(translator)
    try:
        open_both(qtbot, window, tmp_path / "odd.rpn")
        qtbot.waitUntil(lambda: window.main_window.problem.isVisible())
        assert window.main_window.problem.text().startswith("Utdata passar inte: ")
        assert window.main_window.remedy.isVisible()
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_file_named_like_a_misfit_is_offered_no_remedy_of_layouts(qtbot, window, checkpoints, tmp_path):
    open_both(qtbot, window, checkpoints / "100.rpn")
    window.opening.open_paths([tmp_path / "a has shape b" / "do not fit the recipe" / "x.rpn"])
    assert "has shape" in window.main_window.problem.text()
    assert window.layout_doctor.can_ask(window.workspace.state)
    assert not window.main_window.remedy.isVisible()


def test_two_outputs_of_one_name_are_told_apart_by_their_folders_and_each_can_be_chosen(qtbot, window, checkpoints):
    folders = [checkpoints.parent / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
        shutil.copytree(checkpoints / "100.rpn", folder / "run.rpn")
    open_both(qtbot, window, folders[0] / "run.rpn")
    window.opening.open_outputs(folders[1] / "run.rpn")
    box, state = window.top_bar.outputs, lambda: window.workspace.state
    qtbot.waitUntil(lambda: state().predictions.path == folders[1] / "run.rpn" and settled(window))
    assert [box.itemText(row) for row in range(3)] == ["none", "second/run.rpn", "first/run.rpn"]
    assert box.currentText() == "second/run.rpn"
    for row, folder in ((2, folders[0]), (2, folders[1])):  # what is chosen comes first
        box.setCurrentIndex(row)
        box.activated.emit(row)
        assert state().predictions.path == folder / "run.rpn"
        assert box.currentText() == f"{folder.name}/run.rpn"


def test_what_the_layout_doctor_found_is_put_away_with_the_outputs_it_is_about(qtbot, window, checkpoints):
    open_both(qtbot, window, checkpoints / "100.rpn")
    window.layout_doctor.ask()
    qtbot.waitUntil(lambda: window.layout_doctor.dialog is not None)
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: window.layout_doctor.dialog is None)
    assert window.workspace.state.predictions is None
