"""The assignment over checkpoints in the window: an object's bars with words, and the dialog over the dataset."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from rpn_inspector.analysis.assignment_steps import MOVING, SUMS, AssignmentSteps, GtHistory
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Notes, Record
from rpn_inspector.data.predictions.run_dataset import RunDataset
from rpn_inspector.gui.inspector.gt_history import GtHistoryView
from rpn_inspector.gui.steps.steps_dialog import ComparedSteps, StepsDialog, StepsOverDataset
from rpn_inspector.gui.widgets.theme import DARK, LIGHT


class Pictures:
    names = ("a", "b")

    def __getitem__(self, number):
        return Sample(self.names[number], (64, 64), gt=np.array([[0, 0, 9, 4], [2, 2, 20, 20]], np.float32))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_ground_truth_is_drawn_by_level_and_worded(qtbot, theme):
    view = GtHistoryView()
    qtbot.addWidget(view)
    view.set_theme(theme)
    found = GtHistory(
        steps=np.array([10, 20]), levels=("P3", "P4"), positives=np.array([[3, 0], [0, 0]]), missing=np.zeros(2, bool)
    )
    view.show_history(found, 20)
    view.resize(300, 160)
    view.show()
    assert not view.grab().isNull()
    assert view.words.text() == "It first has a positive at step 10; has none at step 20."
    view.show_history(None, None)
    assert view.isHidden()


def test_the_dialog_plots_churn_and_lists_what_never_had_a_positive(qtbot):
    counts = {name: np.array([4, 4]) for name in ("pictures", "used", "positives", "compared", "compared_positives")}
    found = AssignmentSteps(
        steps=np.array([10, 20]), gained=np.array([0, 1]), lost=np.array([0, 1]), moved=np.array([0, 1]),
        without=np.array([2, 1]), never=((1, 0),), judged=4, problems={0: "a: bad", 3: "b: bad"}, **counts,
    )  # fmt: skip
    dialog = StepsDialog(LIGHT, ComparedSteps(timeline=None, dataset=Pictures(), recipe=None), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_steps(found)
    assert dialog.words.text() == (
        "1 of 4 ground truths judged has no positive at any of 2 steps. "
        "50.0 % of the positives changed at the last step. 2 images left out, the first: a: bad."
    )
    model, said = dialog.table.columns_model, []
    assert [column.text(0) for column in model.columns] == ["b", "1", "0", "6.0"]
    dialog.place_wanted.connect(lambda *place: said.append(place))
    dialog.table.chosen.emit(0)
    assert said == [(1, 0)]
    assert not dialog.plot.grab().isNull()


@pytest.mark.parametrize(
    ("judged", "words"),
    [(4, "Each of 4 ground truths judged has a positive at one of 2"), (0, "No ground truth to judge:")],
)
def test_the_dialog_says_of_how_many_it_knows_that_they_have_a_positive(qtbot, judged, words):
    none = {name: np.zeros(2, int) for name in SUMS}
    dialog = StepsDialog(LIGHT, ComparedSteps(timeline=None, dataset=Pictures(), recipe=None), None)
    qtbot.addWidget(dialog)
    dialog.show_steps(AssignmentSteps(steps=np.array([10, 20]), never=(), judged=judged, problems={}, **none))
    assert dialog.words.text().startswith(words)


def test_a_recorded_training_is_refused_in_the_status_line_and_opens_no_dialog(qtbot):
    said, parent = [], QWidget()
    qtbot.addWidget(parent)
    of_batch = RunDataset(Path("run"), "recorded training", [Record(name="picture 1")], ("cat",), Notes())
    state = SimpleNamespace(timeline=object(), dataset=of_batch, recipe=load_recipe("yolov8"))
    services = SimpleNamespace(
        parent_widget=parent, workspace=SimpleNamespace(state=state), say=lambda text, _: said.append(text)
    )
    part = StepsOverDataset(services)
    part.ask()
    assert said == [MOVING]
    assert part.dialog is None
    part.close_down()
