"""The assignment over checkpoints in the window: an object's bars with words, and the dialog over the dataset."""

import numpy as np
import pytest

from rpn_inspector.analysis.assignment_steps import AssignmentSteps, GtHistory
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.inspector.gt_history import GtHistoryView
from rpn_inspector.gui.steps.steps_dialog import ComparedSteps, StepsDialog
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
    counts = {name: np.array([4, 4]) for name in ("pictures", "used", "positives")}
    found = AssignmentSteps(
        steps=np.array([10, 20]), gained=np.array([0, 1]), lost=np.array([0, 1]), moved=np.array([0, 1]),
        without=np.array([2, 1]), never=((1, 0),), **counts,
    )  # fmt: skip
    dialog = StepsDialog(LIGHT, ComparedSteps(timeline=None, dataset=Pictures(), recipe=None), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_steps(found)
    assert dialog.words.text() == (
        "1 ground truth has no positive at any of 2 steps. 50.0 % of the positives changed at the last step."
    )
    model, said = dialog.table.columns_model, []
    assert [column.text(0) for column in model.columns] == ["b", "1", "0", "6.0"]
    dialog.place_wanted.connect(lambda *place: said.append(place))
    dialog.table.chosen.emit(0)
    assert said == [(1, 0)]
    assert not dialog.plot.grab().isNull()
