"""The panel shows what there is to say of an anchor and nothing else; Explain stands right under the curve."""

import numpy as np
import pytest
from gui_steps import open_demo, settled

from rpn_inspector.core.recipe import load_recipe


@pytest.fixture
def inspector(qtbot, window):
    open_demo(qtbot, window)
    return window.inspector


def there(inspector):
    names = {"targets": inspector.targets, "loss": inspector.loss, "curve": inspector.curve}
    found = {name for name, section in names.items() if section.isVisible()}
    assert found == {name for name, section in names.items() if inspector.lines[section].isVisible()}
    return found


def select(window, label):
    window.workspace.select(int(np.flatnonzero(window.workspace.state.shown.inspection.assignment.label == label)[0]))


def test_a_positive_with_outputs_has_it_all_and_explain_under_its_curve(qtbot, window, inspector):
    select(window, 1)
    assert there(inspector) == {"targets", "loss", "curve"}
    explain, curve = window.inspector.explain, inspector.curve
    qtbot.waitUntil(lambda: curve.y() + curve.height() <= explain.y() < inspector.overlaps.y())
    assert inspector.targets.text(4, 0) == "sum of the four"


def test_a_negative_has_a_prediction_and_its_part_of_the_loss_but_no_residuals(window, inspector):
    select(window, 0)
    assert there(inspector) == {"targets", "loss"}


def test_without_outputs_a_positive_has_a_target_and_a_negative_nothing_of_the_kind(qtbot, window, inspector):
    window.workspace.use_predictions(None, recipe=load_recipe("demo"))
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.predictions is None, timeout=20_000)
    select(window, 1)
    assert there(inspector) == {"targets"}
    assert inspector.targets.text(0, 2) == "–"
    select(window, 0)
    assert there(inspector) == set()


def test_a_boxs_fate_stands_above_explain(qtbot, window, inspector):
    inspector.put_fates_first(True)
    select(window, 1)
    fate, explain = inspector.fate, window.inspector.explain
    qtbot.waitUntil(lambda: fate.isVisible() and fate.y() > 0 and fate.y() + fate.height() <= explain.y())
    assert there(inspector) == set()
