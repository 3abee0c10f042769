"""The loss of scores has one name for users: objectness, class, or both."""

from __future__ import annotations

import numpy as np
import pytest

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.plots.counts import level_losses

NAMES = {
    "torchvision-fpn": "objectness", "paper-vgg16": "objectness", "yolov5s": "objectness",
    "yolov8": "class", "yolo26": "class", "rtmdet": "class", "retinanet-torchvision": "class",
    "ssd300-torchvision": "class", "yolox-s-mmdet": "objectness + class", "yolov3-416": "objectness + class",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_loss_of_scores_is_called_what_it_is(name):
    loss = load_recipe(name).loss
    assert loss.called("objectness") == NAMES[name]
    assert [loss.called(other) for other in ("box", "distribution", "class", "total")] == [
        "box", "distribution", "class", "total",
    ]  # fmt: skip


def test_a_point_says_class_and_the_bars_of_levels_count_the_distributions():
    recipe = load_recipe("yolov8")
    sample = Sample(name="a", size=(640, 640), gt=[[20, 20, 300, 290]], gt_class=[0], classes=("a",))
    rng = np.random.default_rng(3)
    outputs = Prediction(
        objectness=rng.normal(-3, 1, (8400, 2)).astype(np.float32),
        deltas=rng.normal(0, 1, (8400, 64)).astype(np.float32),
    )
    found = inspect(sample, recipe, outputs)
    positive = int(found.sampled_positive[0])
    assert [str(row.name) for row in found.explain(positive).terms.rows] == ["box", "class", "distribution"]
    bars = level_losses(Values(found), None)
    assert list(bars.parts) == ["scores, positives", "scores, negatives", "box", "distribution"]
    assert bars.total.sum() == pytest.approx(found.loss.total, rel=1e-9)
    assert sum(part.sum() for part in bars.parts.values()) == pytest.approx(found.loss.total, rel=1e-9)
