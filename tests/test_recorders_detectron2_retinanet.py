"""detectron2's RetinaNet under its recorder, on a stand-in that behaves as the library's own.

What it calls, and in which order, was seen of the library by `tools/check_detectron2_recorder.py`.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from test_recorders import SHIFTS, Module, Tensor, levels

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.recorders import detectron2

CLASSES = 2
# (n, A K, H, W), A outside K, as `permute_to_N_HWA_K` takes them apart
LOGITS = [np.arange(48.0).reshape(2, 3 * CLASSES, 2, 2), np.arange(12.0).reshape(2, 3 * CLASSES, 1, 1)]


class RetinaNetHead(Module):
    def forward(self, features):
        return levels(LOGITS, len(features)), levels(SHIFTS, len(features))


class RetinaNet(Module):
    """Its average of positives is an attribute from the first step on, as `_ema_update` makes it."""

    num_classes, input_format = CLASSES, "BGR"
    pixel_mean, pixel_std = Tensor(np.full((3, 1, 1), 100.0)), Tensor(np.ones((3, 1, 1)))
    anchor_matcher = SimpleNamespace()

    def __init__(self):
        super().__init__()
        self.head = RetinaNetHead()

    def preprocess_image(self, inputs):
        return SimpleNamespace(image_sizes=[(6, 8)] * len(inputs), tensor=Tensor(np.zeros((len(inputs), 3, 8, 8))))

    def label_anchors(self, anchors, instances):
        return [Tensor(np.zeros(15), np.int64)] * len(instances), []

    def losses(self, *given):
        self.loss_normalizer = getattr(self, "loss_normalizer", 100) * 0.9 + 4 * 0.1
        return {"loss_cls": Tensor(0.25), "loss_box_reg": Tensor(0.5)}

    def forward(self, inputs):
        images = self.preprocess_image(inputs)
        outputs = self.head([None] * len(images.image_sizes))
        if not self.training:
            return [{"instances": None}] * len(inputs)
        given = [one["instances"] for one in inputs]
        return self.losses(None, outputs, *self.label_anchors(None, given))


def picture(name, boxes, kinds):
    truths = SimpleNamespace(gt_boxes=SimpleNamespace(tensor=Tensor(boxes)), gt_classes=Tensor(kinds, np.int64))
    return {"file_name": name, "height": 12, "width": 16, "instances": truths}


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    """Two steps, of two pictures and of one, and a pass at rest."""
    model, path = RetinaNet(), tmp_path_factory.mktemp("retinanet") / "d"
    one, two = picture("x/a.jpg", [[1, 2, 3, 4]], [1]), picture("x/b.jpg", np.zeros((0, 4)), [])
    before = model.state()
    with detectron2.record(model, path, "demo"):
        model([one, two])
        model([one | {"file_name": "x/c.jpg"}])
        average = model.loss_normalizer
        del model.loss_normalizer
        model.training = False
        model([two | {"file_name": "x/d.jpg"}])
        del model.training
    assert model.state() == before
    assert average == pytest.approx(81.76)
    return open_predictions(path)


def test_outputs_ground_truths_and_losses_are_recorded_for_each_picture(dump):
    one, two = dump["x/a.jpg"], dump["x/b.jpg"]
    assert (dump.names, dump.producer) == (("x/a.jpg", "x/b.jpg", "x/c.jpg", "x/d.jpg"), "detectron2")
    for row, read in enumerate((one, two)):
        for level, (logits, shifts) in enumerate(zip(LOGITS, SHIFTS, strict=True)):
            np.testing.assert_array_equal(read.levels_objectness[level], logits[row])
            np.testing.assert_array_equal(read.levels_deltas[level], shifts[row])
    np.testing.assert_array_equal(one.gt, [[1, 2, 3, 4]])
    assert (one.gt_class.tolist(), two.gt.shape, two.gt_class.tolist()) == ([1], (0, 4), [])
    assert (one.loss_objectness, one.loss_box, len(one.batch)) == (0.25, 0.5, 2)
    assert (one.original_size, one.network_size, one.padded_size) == ((12, 16), (6, 8), (8, 8))
    assert one.sampled_positive is None  # every anchor counts


def test_the_average_is_that_before_the_step(dump):
    assert (dump["x/a.jpg"].loss_average, dump["x/c.jpg"].loss_average) == (100.0, pytest.approx(90.4))


def test_at_rest_there_are_outputs_alone(dump):
    rest = dump["x/d.jpg"]
    assert (rest.mode, rest.loss_box, rest.gt) == ("eval", None, None)
    np.testing.assert_array_equal(rest.levels_objectness[0], LOGITS[0][0])


def test_a_dense_detector_without_anchors_is_refused_before_the_training(tmp_path):
    model = RetinaNet()
    model.anchor_matcher = None
    anchorless = SimpleNamespace(label_anchors=model.label_anchors)
    with pytest.raises(InspectorError, match="has no anchors to match"):
        detectron2.record(anchorless, tmp_path / "d")
