"""Outputs of other pictures change nothing but a message; findings say how many pictures have any."""

import shutil

import pytest
from gui_steps import open_demo, settled

from rpn_inspector.core.resources import resource
from rpn_inspector.core.words import LABEL_WORDS

OUTPUTS = resource("demo", "predictions")


def test_outputs_that_fit_no_picture_leave_the_recipe(qtbot, window, tmp_path):
    shutil.copy(resource("demo", "images", "street_01_mixed.jpg"), tmp_path / "another.jpg")
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: settled(window))
    work = window.workspace
    before = work.state.recipe
    assert before.name != "demo"
    window.opening.open_outputs(OUTPUTS)
    qtbot.waitUntil(lambda: work.state.predictions is not None and settled(window))
    assert "but for none of the dataset's 1, such as 'another.jpg'" in window.main_window.problem.text()
    assert work.state.recipe == work.state.shown.recipe == before
    assert window.top_bar.outputs.currentText() == "fits none: predictions"
    assert "but for none of the dataset's 1" in window.top_bar.outputs.toolTip()
    counts = window.status_line.labels["counts"].text()
    window.top_bar.outputs_wanted.emit(work.state.predictions, work.state.timeline)  # chosen again in the top row
    assert work.state.recipe == before
    assert window.status_line.labels["counts"].text() == counts
    assert LABEL_WORDS[1] in counts


def test_outputs_of_the_pictures_bring_their_recipe(qtbot, window, tmp_path):
    shutil.copy(resource("demo", "images", "street_01_mixed.jpg"), tmp_path / "street_01_mixed.jpg")
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: settled(window))
    window.opening.open_outputs(OUTPUTS)
    qtbot.waitUntil(lambda: window.workspace.state.predictions is not None and settled(window))
    assert window.workspace.state.recipe.name == "demo"


@pytest.mark.usefixtures("beside")
def test_broken_outputs_are_unreadable_and_not_of_other_pictures(qtbot, window, tmp_path):
    shutil.copy(resource("demo", "images", "street_01_mixed.jpg"), tmp_path / "street_01_mixed.jpg")
    (tmp_path / "outputs").mkdir()
    for name in ("pred.npz", "outputs/other.npz", "outputs/street_01_mixed.npz"):
        (tmp_path / name).write_bytes(b"PK\3\4junk")
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: settled(window))
    window.opening.open_outputs(tmp_path / "pred.npz")
    problem = window.main_window.problem
    qtbot.waitUntil(lambda: "pred.npz" in problem.text())
    assert "not readable as .npz" in problem.text()
    assert "has outputs for" not in problem.text()
    window.opening.open_outputs(tmp_path / "outputs")
    qtbot.waitUntil(lambda: "street_01_mixed.npz: not readable as .npz" in problem.text() and settled(window))
    window.tables.setCurrentWidget(window.tables.loss)
    qtbot.waitUntil(lambda: window.tables.loss.words.text().startswith("The raw outputs cannot be used: "))
    findings = window.images.findings
    qtbot.waitUntil(lambda: findings.report is not None and findings.report.complete)
    assert findings.rows["misfit"].isVisible()
    assert findings.rows["misfit"].text() == "Outputs unreadable or unfit"


@pytest.mark.usefixtures("beside")
def test_findings_that_need_predictions_say_of_how_many_pictures(qtbot, window):
    open_demo(qtbot, window)
    findings = window.images.findings
    qtbot.waitUntil(lambda: findings.report is not None and findings.report.complete)
    have = sum(window.workspace.state.predictions.has(name, "") for name in window.workspace.state.dataset.names)
    assert 0 < have < 40
    qtbot.waitUntil(lambda: findings.scope.text() == f"40 images, {have} predicted")
    some = f"Predictions are there for {have} of 40 images"
    assert some in findings.scope.toolTip()
    assert some in findings.rows["no_proposal"].toolTip()
    assert some not in findings.rows["low_quality_only"].toolTip()
    assert findings.rows["best_anchor_taken"].text() == "Unmatched, anchor taken"
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: findings.scope.text() == "boxes in 40 images")
    assert findings.scope.toolTip() == ""
