"""YOLOv5's recorder and live model, on objects that behave as the library's own, without any framework."""

import gc
import weakref
from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.errors import BadRecipe, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.rolling import Rolling
from rpn_inspector.recorders import yolov5
from rpn_inspector.session.open_request import recipe_of
from rpn_inspector.translate.live import translation_of
from rpn_inspector.translate.yolov5_model import translate_model
from tests.test_recorders import Module, Tensor

SIDE, CLASSES = 32, 2
HYP = {"box": 0.06, "obj": 0.5, "cls": 0.1, "anchor_t": 3.5, "cls_pw": 1.5, "obj_pw": 0.75, "fl_gamma": 1.0,
       "label_smoothing": 0.1}  # fmt: skip


class Detect(Module):
    """Levels (n, A, H, W, 5 + K); at rest also decoded boxes."""

    nl, na, nc, no = 3, 2, CLASSES, 5 + CLASSES
    stride = np.array([8.0, 16.0, 32.0])
    anchors = np.array([[[1.0, 2], [2, 1]], [[1, 1], [2, 2]], [[1, 3], [3, 1]]])

    def forward(self, pictures):
        count, side = pictures.shape[0], pictures.shape[-1]
        levels = []
        for stride in self.stride:
            cells = int(side // stride)
            shape = (count, self.na, cells, cells, self.no)
            levels.append(Tensor(np.arange(np.prod(shape)).reshape(shape) / np.prod(shape)))
        return levels if self.training else (None, levels)


class Yolo(Module):
    def __init__(self, hyp=HYP):
        super().__init__()
        self.model, self.hyp = [None, Detect()], hyp

    def forward(self, pictures):
        return self.model[-1](pictures)


class ComputeLoss:
    def __call__(self, outputs, targets):
        return None, Tensor([0.25, 0.5, 0.125])


PICTURES = Tensor(np.zeros((2, 3, SIDE, SIDE)))
TARGETS = Tensor([[0, 1, 0.5, 0.5, 0.25, 0.5], [1, 0, 0.25, 0.25, 0.5, 0.5], [0, 0, 0.75, 0.25, 0.25, 0.25]])


def test_outputs_targets_and_the_three_parts_of_the_loss_are_recorded(tmp_path):
    model, loss = Yolo(), ComputeLoss()
    before = model.state(), model.model[-1].state()
    with yolov5.record(model, tmp_path / "d", loss) as recording:
        recording.name("x/a.jpg", "x/b.jpg")
        ComputeLoss()(model(PICTURES), TARGETS)  # of another model
        loss(None, TARGETS)
        model.training = model.model[-1].training = False
        recording.name("c.jpg", "d.jpg")
        model(PICTURES)
        del model.training, model.model[-1].training
    assert (model.state(), model.model[-1].state()) == before
    assert loss(None, None)[1].values.tolist() == [0.25, 0.5, 0.125]
    read = open_predictions(tmp_path / "d")
    one, rest = read["x/b.jpg"], read["c.jpg"]
    assert (one.loss_box, one.loss_objectness, one.loss_more, len(one.batch)) == (0.25, 0.5, {"class": 0.125}, 2)
    assert (rest.mode, rest.loss_box, rest.gt) == ("eval", None, None)
    np.testing.assert_array_equal(one.gt, [[0, 0, 16, 16]])
    np.testing.assert_array_equal(read["x/a.jpg"].gt, [[12, 8, 20, 24], [20, 4, 28, 12]])
    assert read["x/a.jpg"].gt_class.tolist() == [1, 0]
    whole = Detect().forward(PICTURES)[0].values[1]  # (A, H, W, 5 + K)
    np.testing.assert_array_equal(one.levels_deltas[0].reshape(2, 4, 4, 4), whole[..., :4].transpose(0, 3, 1, 2))
    np.testing.assert_array_equal(one.levels_objectness[0].reshape(2, 3, 4, 4), whole[..., 4:].transpose(0, 3, 1, 2))


def test_a_mosaic_opens_with_the_recorded_recipe_and_has_its_losses(tmp_path):
    loss, model = ComputeLoss(), Yolo()
    with yolov5.record(model, tmp_path / "d", loss) as recording:
        recording.name("a.jpg", "b.jpg")
        loss(model(PICTURES), TARGETS)
    read = open_predictions(tmp_path / "d")
    sample = Sample("a.jpg", (100, 90), gt=np.array([[3.0, 4, 60, 50]]), gt_class=np.array([0]), classes=("x", "y"))
    found = inspect(sample, recipe_of(read), read["a.jpg"])
    assert (found.frame.placed, found.sample.gt_class.tolist()) == (False, [1, 0])
    assert found.loss is not None
    assert found.loss.more["class"].value > 0


def test_the_recipe_has_the_models_anchors_and_its_trainers_gains():
    recipe = translation_of(Yolo()).recipe
    assert recipe.anchors.shapes == (((8, 16), (16, 8)), ((16, 16), (32, 32)), ((32, 96), (96, 32)))
    loss = recipe.loss
    assert (loss.box_weight, loss.objectness_weight, loss.class_weight) == (0.06, 0.5, 0.2)
    assert (loss.positive_weight, loss.class_positive_weight, loss.pair_gamma) == (0.75, 1.5, 1.0)
    assert (recipe.matcher.limit, loss.class_smoothing, recipe.batch) == (3.5, 0.1, "whole")
    bare = translation_of(Yolo(None)).recipe
    assert any("attached by the trainer" in words for words in bare.reproduces_not)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("gr", 0.5, "gr = 0.5 (the loss): objectness targets there are 1 - gr + gr IoU, here the IoU"),
        ("sort_obj_iou", True, "sort_obj_iou = True (the loss): of several pairs in one place the highest IoU"),
        ("autobalance", True, "autobalance = True (the loss): the levels' weights follow each batch's losses there"),
    ],
)
def test_what_a_loss_does_otherwise_is_named_in_the_recorded_recipe(tmp_path, name, value, words):
    usual, other = ComputeLoss(), ComputeLoss()
    for loss in (usual, other):
        loss.gr, loss.sort_obj_iou, loss.autobalance, loss.balance = 1.0, False, False, [4.0, 1.0, 0.4]
    setattr(other, name, value)
    told = []
    for number, loss in enumerate((usual, other)):
        model = Yolo()
        with yolov5.record(model, tmp_path / f"{number}.rpn", loss=loss) as recording:
            recording.name("a.jpg", "b.jpg")
            loss(model(PICTURES), TARGETS)
        told.append(translate_model(Yolo(), loss=loss).recipe)
        assert recipe_of(open_predictions(tmp_path / f"{number}.rpn")) == told[-1]
    more = set(told[1].reproduces_not) - set(told[0].reproduces_not)
    assert [line[: len(words)] for line in more] == [words]
    assert told[0].reproduces_not == translation_of(Yolo()).recipe.reproduces_not


def test_the_levels_weigh_as_the_loss_has_them():
    loss = ComputeLoss()
    loss.balance = [3.5, 1.0, 0.5, 0.06]
    found = translate_model(Yolo(), loss=loss)
    assert found.recipe.loss.level_weights == (3.5, 1.0, 0.5)
    loss.balance = ["much"]
    with pytest.raises(BadRecipe, match="balance"):
        translate_model(Yolo(), loss=loss)


def test_another_model_is_refused_before_the_training(tmp_path):
    with pytest.raises(InspectorError, match="has no head of YOLOv5"):
        yolov5.record(SimpleNamespace(model=[]), tmp_path / "d")


def test_every_second_pass_is_recorded_under_its_own_names(tmp_path):
    model, loss = Yolo(), ComputeLoss()
    with yolov5.record(model, tmp_path / "d", loss, every=2) as recording:
        for number in range(3):
            recording.name(f"{number}a", f"{number}b")
            loss(model(PICTURES), TARGETS)
    assert open_predictions(tmp_path / "d").names == ("0a", "0b", "2a", "2b")
    with pytest.raises(InspectorError, match="every: found 0"):
        yolov5.record(model, tmp_path / "e", every=0)


class Pictures(Tensor):
    def __getitem__(self, place):
        return Pictures(self.values[place])

    def clone(self):
        return Pictures(self.values.copy())


class Resting(Yolo):
    """A model that can be put to rest, and notes how each look at pictures was made."""

    def __init__(self):
        super().__init__()
        self.looks = []

    def modules(self):
        return [self, self.model[-1]]

    def eval(self):
        for module in self.modules():
            module.training = False

    def forward(self, pictures):
        self.looks.append((len(pictures), self.training, self.model[-1].training))
        return super().forward(pictures)


def test_a_run_watches_pictures_of_its_first_batch_and_no_other_pass_is_counted(tmp_path):
    model, loss = Resting(), ComputeLoss()
    with yolov5.record(model, tmp_path / "run.rpn", loss, every=2, rolling=Rolling(), watch=1) as recording:
        for number in range(3):
            recording.name(f"{number}.jpg", "b.jpg")
            loss(model(Pictures(PICTURES.values + number / 4)), TARGETS)
            if recording._sink._last is not None:
                recording._sink._last.result()
    assert model.looks == [(2, True, True), (1, False, True), (2, True, True), (2, True, True), (1, False, True)]
    assert (model.training, model.model[-1].training) == (True, True)
    dumps = [open_predictions(place) for place in dumps_in(tmp_path / "run.rpn")]
    assert [(dump.step, dump.names) for dump in dumps] == [
        (0, ("picture 1", "picture 2", "watched 1")),
        (2, ("picture 1", "picture 2", "watched 1")),
    ]
    again = dumps[-1]["watched 1"]
    assert (again.trained.file, again.gt.tolist(), again.gt_class.tolist()) == (
        "0.jpg",
        dumps[0]["picture 1"].gt.tolist(),
        [1, 0],
    )
    assert (again.mode, again.loss_box, len(again.levels_deltas)) == ("eval", None, 3)
    with pytest.raises(InspectorError, match="watch: found -1, wanted 0 or more"):
        yolov5.record(model, tmp_path / "other.rpn", loss, rolling=Rolling(), watch=-1)


@pytest.mark.parametrize(("training", "of"), [(False, ComputeLoss()), (True, None)])
def test_the_input_of_a_pass_without_loss_is_let_go(tmp_path, training, of):
    model, fed = Yolo(), Tensor(PICTURES.values.copy())
    model.training = model.model[-1].training = training
    gone = weakref.ref(fed)
    with yolov5.record(model, tmp_path / "run.rpn", of, rolling=Rolling()):
        model(fed)
        del fed
        gc.collect()
        assert gone() is None
