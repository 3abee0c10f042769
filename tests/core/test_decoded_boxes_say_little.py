"""Outputs that are decoded boxes: no loss anywhere, and no prediction of an anchor without a box."""

import numpy as np
import pytest

from rpn_inspector.core.detections import Detections
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.fates import box_ious, fate_of
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.core.reassigning import with_outputs
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.heat import cell_map

SAMPLE = Sample("a.jpg", (240, 320), gt=np.array([[100, 100, 180, 190.0]]))
BOXES = Detections(np.array([[20, 20, 90, 90.0], [104, 98, 176, 188]]), np.array([0.4, 0.9]))


@pytest.mark.parametrize("recipe", ["demo", "torchvision-fpn", "retinanet-torchvision", "yolov3-416"])
def test_what_no_box_says_is_nowhere_a_number(recipe):
    found = inspect(SAMPLE, recipe, BOXES)
    every = np.arange(found.grid.size)
    told = found.predicts(every)
    assert (found.loss, int(told.sum())) == (None, 2)
    assert np.isnan(found.objectness()[~told]).all()
    assert np.isnan(found.predicted(every[~told][:9])).all()
    assert len(found.proposals.boxes) == 2
    silent = int(np.flatnonzero(~told & (found.assignment.label >= 0))[0])
    facts = found.explain(silent)
    assert (facts.t, facts.predicted, facts.score, facts.box_loss, facts.objectness_loss) == (None,) * 5
    assert (fate_of(found, silent), box_ious(found, silent), facts.terms.rows) == (None, None, ())
    facts = found.explain(int(np.flatnonzero(told)[0]))
    assert facts.score == pytest.approx(0.4) or facts.score == pytest.approx(0.9)
    assert (facts.box_loss, facts.objectness_loss) == (None, None)
    assert {row.cells for row in facts.terms.rows} == {(None,) * 4}
    assert all(each is None or each.words == WITHOUT_LOSS for each in sections(found, facts)[2:])
    assert with_outputs(found, found.logits, found.deltas, redraw=False).loss is None


def test_heat_of_what_is_not_said_is_none():
    found = inspect(SAMPLE, "torchvision-fpn", BOXES)
    cells, _ = cell_map(found, found.objectness())
    assert (cells.min(), cells.max()) == (0.0, pytest.approx(0.9))
