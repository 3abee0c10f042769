"""Mixed precision under every recorder: heads that give bfloat16, which NumPy does not have."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import test_recorder_ultralytics as ultralytics_parts
import test_recorder_yolov5 as yolov5_parts
import test_recorders as parts
import test_recorders_detectron2_retinanet as retinanet_parts
import test_recorders_mmdet_heads as mmdet_parts

from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.recorders import detectron2, mmdet, torchvision, yolov5
from rpn_inspector.recorders.ultralytics import record as record_ultralytics


class Half(ultralytics_parts.Tensor):
    """A tensor of bfloat16: float32 with 16 bits less, which NumPy has no type for."""

    def __init__(self, values, dtype=np.float32):
        super().__init__(values, dtype)
        self.whole = self.values.dtype.kind != "f"
        if not self.whole:
            self.values = (self.values.astype(np.float32).view(np.uint32) & 0xFFFF0000).view(np.float32)
            self.dtype = "torch.bfloat16"

    def numpy(self):
        if not self.whole:
            raise TypeError("Got unsupported ScalarType BFloat16")
        return self.values

    def __array__(self, dtype=None, copy=None):
        return self.numpy()


def of_torchvision(path):
    model = parts.Torchvision()
    with torchvision.record(model, path, "demo"):
        model([parts.PICTURE], [parts.TARGET])


def of_torchvisions_one_stage(path):
    model = parts.OneStage()
    with torchvision.record(model, path, "demo"):
        model([parts.PICTURE], [parts.TARGET])


def of_detectron2(path):
    model = parts.Detectron2()
    with detectron2.record(model, path, "demo"):
        model([retinanet_parts.picture("a.jpg", [[1, 2, 3, 4]], [1])])


def of_detectron2s_retinanet(path):
    model = retinanet_parts.RetinaNet()
    with detectron2.record(model, path, "demo"):
        model([retinanet_parts.picture("a.jpg", [[1, 2, 3, 4]], [1])])


def of_mmdetection(path, kind):
    head = kind()
    with mmdet.record(SimpleNamespace(bbox_head=head), path, "demo"):
        head.loss_by_feat(*head(None), mmdet_parts.TRUTHS, mmdet_parts.METAS)


def of_yolov5(path):
    model, loss = yolov5_parts.Yolo(), yolov5_parts.ComputeLoss()
    with yolov5.record(model, path, loss):
        loss(model(yolov5_parts.PICTURES), yolov5_parts.TARGETS)


def of_ultralytics(path):
    model = ultralytics_parts.Yolo()
    record_ultralytics(model, path, every=1)
    model.train(1)


RUNS = {
    "torchvision": of_torchvision,
    "torchvision, one stage": of_torchvisions_one_stage,
    "detectron2": of_detectron2,
    "detectron2, RetinaNet": of_detectron2s_retinanet,
    "YOLOv5": of_yolov5,
    "Ultralytics": of_ultralytics,
} | {
    f"MMDetection, {kind.__name__}": lambda path, kind=kind: of_mmdetection(path, kind)
    for kind in (mmdet_parts.RetinaHead, mmdet_parts.SSDHead, mmdet_parts.ATSSHead, mmdet_parts.YOLOV3Head)
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_what_heads_give_in_half_precision_is_recorded_to_its_last_bit(tmp_path, monkeypatch, run):
    monkeypatch.setattr(mmdet_parts, "RANDOM", np.random.default_rng(0))
    run(tmp_path / "whole")
    monkeypatch.setattr(mmdet_parts, "RANDOM", np.random.default_rng(0))
    for module in (parts, ultralytics_parts, yolov5_parts, retinanet_parts, mmdet_parts):
        monkeypatch.setattr(module, "Tensor", Half)
    run(tmp_path / "half")
    whole, half = (open_predictions((dumps_in(path) or [path])[0]) for path in (tmp_path / "whole", tmp_path / "half"))
    assert half.names == whole.names
    for name in whole.names:
        one, other = whole[name], half[name]
        assert (other.loss_objectness, other.loss_box) == (one.loss_objectness, one.loss_box)
        for before, after in zip(numbers(one), numbers(other), strict=True):
            np.testing.assert_array_equal(after, Half(before).values)
    # a watched picture is no part of the batch, so the trainer has no loss for it
    assert any(whole[name].loss_objectness is not None and whole[name].loss_box is not None for name in whole.names)


def numbers(prediction):
    """Return the arrays of outputs, level by level where there are levels."""
    found = [prediction.levels_objectness or [prediction.objectness], prediction.levels_deltas or [prediction.deltas]]
    return [np.asarray(one) for both in found for one in both]
