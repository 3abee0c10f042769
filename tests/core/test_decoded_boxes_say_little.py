"""Outputs that are decoded boxes: no loss anywhere, and no prediction of an anchor without a box."""

import numpy as np
import pytest

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.timeline import history, open_timeline
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.detections import Detections, looks_encoded_back
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.fates import LOST_AT, box_ious, fate_of, funnel, recalls
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.core.reassigning import with_outputs
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import WhatIf, with_predicted, with_t
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.dump_writer import save_dump
from rpn_inspector.gui.canvas.heat import cell_map
from rpn_inspector.gui.plots.counts import score_map

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
    assert np.array_equal(found.proposals.fate == Fate.NO_BOX, ~told)
    assert (found.proposals.pair_fate.reshape(found.grid.size, -1)[~told] == Fate.NO_BOX).all()
    steps = funnel(found)
    assert (steps.steps[:2], steps.total.left[:2]) == (("anchors", "box"), (found.grid.size, 2))
    assert sum(steps.fates.values()) == found.grid.size
    left = steps.total.left
    assert all(left[at] - left[at + 1] == steps.fates[LOST_AT[step]] for at, step in enumerate(steps.steps[1:-1]))
    assert steps.total.left == tuple(sum(column) for column in zip(*(row.left for row in steps.rows), strict=True))
    by_step = {recall.step: recall for recall in recalls(found)}
    assert by_step["decoded"].best[0] == iou_with(found.gt[0], found.predicted(np.flatnonzero(told))).max() > 0.8
    assert by_step["nms"].best[0] == by_step["kept"].best[0] == by_step["decoded"].best[0]
    values = Values(found)
    for text, count in (("no_box", found.grid.size - 2), ("kept", 2), ("low_score", 0)):
        assert Filter.parse(f"fate == {text}").mask(values).sum() == count
    assert np.isnan(values["score"][values["fate"] == Fate.NO_BOX]).all()
    silent = int(np.flatnonzero(~told & (found.assignment.label >= 0))[0])
    facts = found.explain(silent)
    assert (facts.t, facts.predicted, facts.score, facts.box_loss, facts.objectness_loss) == (None,) * 5
    assert (fate_of(found, silent), box_ious(found, silent), facts.terms.rows) == (None, None, ())
    facts = found.explain(int(np.flatnonzero(told)[0]))
    assert facts.score == pytest.approx(0.4) or facts.score == pytest.approx(0.9)
    assert (facts.box_loss, facts.objectness_loss) == (None, None)
    assert {row.cells for row in facts.terms.rows} == {(None,) * 4}
    assert all(each is None or each.words == WITHOUT_LOSS for each in sections(found, facts)[2:])
    assert facts.membership == WITHOUT_LOSS
    change = WhatIf(silent)
    for refused in (lambda: with_t(found, change, 0, 0.5), lambda: with_predicted(found, change, (1, 1, 9, 9))):
        with pytest.raises(InspectorError, match=f"no decoded box belongs to anchor {silent}"):
            refused()
    assert with_outputs(found, found.logits, found.deltas, redraw=False).loss is None


def test_heat_of_what_is_not_said_is_none():
    found = inspect(SAMPLE, "torchvision-fpn", BOXES)
    cells, _ = cell_map(found, found.objectness())
    assert (cells.min(), cells.max()) == (0.0, pytest.approx(0.9))


def test_only_anchors_with_a_box_are_in_the_map_of_scores():
    found = inspect(SAMPLE, "torchvision-fpn", BOXES)
    assert score_map(Values(found), None).sum() == 2
    assert score_map(Values(found), found.assignment.label == 1).sum() <= 2


def test_hard_negatives_are_not_chosen_by_numbers_no_network_gave():
    """Drawn at random, as without outputs: the same ones."""
    recipe = load_recipe("ssd300-torchvision")
    found, plain = inspect(SAMPLE, recipe, BOXES), inspect(SAMPLE, recipe)
    assert np.array_equal(found.sampled_negative, plain.sampled_negative)
    again = with_outputs(found, found.logits, found.deltas, redraw=True)
    assert np.array_equal(again.sampled_negative, plain.sampled_negative)


@pytest.mark.parametrize("classes", [(), ("cat", "dog")])
def test_a_dump_keeps_that_they_are_boxes(tmp_path, classes):
    boxes = Detections(BOXES.boxes, BOXES.scores, classes)
    found = inspect(SAMPLE, "demo", boxes)
    save_dump(tmp_path / "a.rpn", {"a.jpg": found.prediction}, "demo")
    read = open_predictions(tmp_path / "a.rpn")["a.jpg"]
    assert (read.encoded_back, read.classes) == (True, found.prediction.classes)
    again = inspect(SAMPLE, "demo", read)
    assert (again.loss, again.of_decoded_boxes) == (None, True)
    assert np.array_equal(again.proposals.boxes, found.proposals.boxes)
    assert [warning.kind for warning in again.warnings] == [warning.kind for warning in found.warnings]


@pytest.mark.parametrize("recipe", ["torchvision-fpn", "retinanet-torchvision", "yolov3-416", "ssd300-torchvision"])
def test_a_dump_of_boxes_without_the_flag_has_no_losses_over_its_steps_either(tmp_path, recipe):
    """As those written before the flag was."""
    found = inspect(SAMPLE, recipe, BOXES)
    for step in (1, 2):
        save_dump(tmp_path / f"{step}.rpn", {"a.jpg": found.prediction}, recipe, step=step)
        [file] = (tmp_path / f"{step}.rpn").glob("*.npz")
        arrays = dict(np.load(file))
        del arrays["encoded_back"]
        np.savez(file, **arrays)
    timeline = open_timeline(tmp_path)
    told = int(np.flatnonzero(found.predicts(np.arange(found.grid.size)))[0])
    silent = int(np.flatnonzero(~found.predicts(np.arange(found.grid.size)) & (found.assignment.label == 0))[0])
    seen = inspect(SAMPLE, recipe, timeline.at(0)["a.jpg"])
    assert (seen.of_decoded_boxes, seen.loss) == (True, None)
    for anchor, known in ((told, True), (silent, False)):
        over = history(timeline, SAMPLE, load_recipe(recipe), anchor)
        assert np.isnan([over.loss_box, over.loss_objectness]).all()
        assert not over.missing.any()
        assert (np.isfinite(over.score) == known).all()
        assert (np.isfinite(over.t) == known).all()


@pytest.mark.parametrize("logit", [0.0, -29.0, -30.0])
def test_a_networks_numbers_are_no_boxes(logit):
    deltas = np.full((6, 4), 0.1, np.float32)
    assert not looks_encoded_back(np.full(6, logit, np.float32), deltas)
    assert looks_encoded_back(np.full((6, 1), logit, np.float32), 0 * deltas) == (logit == -30.0)


def test_a_dump_whose_boxes_lie_beyond_its_anchors_is_refused(tmp_path):
    found = inspect(SAMPLE, "demo", Detections(BOXES.boxes, BOXES.scores, ("cat", "dog")))
    save_dump(tmp_path / "a.rpn", {"a.jpg": found.prediction}, "demo")
    [file] = (tmp_path / "a.rpn").glob("*.npz")
    arrays = dict(np.load(file))
    np.savez(file, **{**arrays, "boxed_anchor": np.array([1, 10**7])})
    with pytest.raises(BadPredictions, match="boxed_anchor holds 10000000, wanted anchors below"):
        open_predictions(tmp_path / "a.rpn")["a.jpg"]
    np.savez(file, **{**arrays, "boxed_anchor": np.array([1])})
    with pytest.raises(BadPredictions, match="boxed_class has 2 names"):
        open_predictions(tmp_path / "a.rpn")["a.jpg"]
