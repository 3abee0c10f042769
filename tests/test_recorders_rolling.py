"""The same recorders into a rolling run: the pictures as the network saw them, and only the newest passes."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.rolling import RollingDump, read_run
from rpn_inspector.recorders import Rolling, detectron2, torchvision, yolov5
from rpn_inspector.recorders.recording import pixels_of
from tests.test_recorder_yolov5 import PICTURES, TARGETS, ComputeLoss, Yolo
from tests.test_recorders import PICTURE, TARGET, Detectron2, Tensor, Torchvision

BOXES = SimpleNamespace(gt_boxes=SimpleNamespace(tensor=Tensor([[1, 2, 3, 4]])))


def by_torchvision(place):
    model = Torchvision()
    model.transform = SimpleNamespace(image_mean=[0.1, 0.2, 0.4], image_std=[0.2, 0.2, 0.2])
    return torchvision.record(model, place, rolling=Rolling(steps=2)), lambda: model([PICTURE], [TARGET])


def by_detectron2(place):
    model = Detectron2()
    model.pixel_mean, model.pixel_std = Tensor([[[102.0]], [[51.0]], [[25.5]]]), Tensor([[[1.0]], [[1.0]], [[1.0]]])
    one = {"file_name": "x/a.jpg", "height": 12, "width": 16, "instances": BOXES}
    return detectron2.record(model, place, rolling=Rolling(steps=2)), lambda: model([one])


def by_yolov5(place):
    model, loss = Yolo(), ComputeLoss()
    pictures = Tensor(PICTURES.values + np.array([0.1, 0.2, 0.4]).reshape(1, 3, 1, 1))

    def step():
        model(pictures)
        loss(None, TARGETS)

    return yolov5.record(model, place, loss, rolling=Rolling(steps=2)), step


@pytest.mark.filterwarnings("ignore:rpn_inspector records no recipe")
@pytest.mark.parametrize("recorded", [by_torchvision, by_detectron2, by_yolov5])
def test_the_pictures_and_the_newest_passes_stay(tmp_path, recorded):
    context, step = recorded(tmp_path / "run.rpn")
    with context as recording:
        for count in range(1, 4):
            recording.name(*[f"x/{count}.jpg"] * (2 if recorded is by_yolov5 else 1))
            step()
            recording._sink._last.result()  # a pass that comes too soon is left out
    told = read_run(tmp_path / "run.rpn")
    assert (told.ended, told.steps, told.skipped) == (True, (0, 1, 2), 0)
    dumps = [open_predictions(place) for place in dumps_in(tmp_path / "run.rpn")]
    assert [dump.step for dump in dumps] == [1, 2]
    found = dumps[-1]["picture 1"]
    assert found.trained.file == "3.jpg"
    assert found.trained.sources is None
    assert np.unique(found.trained.pixels.reshape(-1, 3), axis=0).tolist() == [[26, 51, 102]]
    assert found.trained.pixels.shape[:2] == found.padded_size


@pytest.mark.filterwarnings("ignore:rpn_inspector records no recipe")
def test_a_pass_that_comes_while_the_one_before_is_written_is_left_out_and_counted(tmp_path, monkeypatch):
    context, step = by_torchvision(tmp_path / "run.rpn")
    whole, go_on = RollingDump.add, threading.Event()

    def add(*arguments):
        assert go_on.wait(60)
        return whole(*arguments)

    monkeypatch.setattr(RollingDump, "add", add)
    with context:
        step()
        step()
        go_on.set()
    told = read_run(tmp_path / "run.rpn")
    assert (told.steps, told.skipped) == ((0,), 1)


@pytest.mark.filterwarnings("ignore:rpn_inspector records no recipe")
def test_a_disk_that_fills_ends_no_training(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    context, step = by_torchvision(tmp_path / "run.rpn")
    monkeypatch.setattr(RollingDump, "add", full)

    def trained():
        with context as recording:
            step()
            recording._sink._last.result()
            step()

    with pytest.warns(RuntimeWarning, match="No space left") as said:
        trained()
    assert sum("No space left" in str(each.message) for each in said) == 1


def test_pixels_are_what_the_normalising_was_done_to():
    pictures = Tensor(np.array([-1.0, 0.0, 9.0]).reshape(1, 3, 1, 1))
    assert pixels_of(pictures, [100, 50, 0], [50, 1, 40]).ravel().tolist() == [50, 50, 255]
    assert pixels_of(pictures, [100, 50, 0], [50, 1, 40], bgr=True).ravel().tolist() == [255, 50, 50]
