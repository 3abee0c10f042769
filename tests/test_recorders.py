"""Recorders on module trees that behave as the frameworks' own, without any framework."""

from __future__ import annotations

import subprocess
import sys
import warnings
from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.predictions import DumpWriter, open_predictions
from rpn_inspector.recorders import detectron2, mmdet, torchvision


class Tensor:
    """As much of a tensor as the recorders touch."""

    def __init__(self, values, dtype=np.float32):
        self.values = np.array(values, dtype)
        self.shape = self.values.shape
        self.dtype = f"torch.{self.values.dtype}"

    def detach(self):
        return self

    def cpu(self):
        return self

    def float(self):
        return Tensor(self.values)

    def numpy(self):
        return self.values

    def __float__(self):
        return float(self.values)

    def __len__(self):
        return len(self.values)


class Module:
    """As much of ``torch.nn.Module``: forward, its hooks, and training."""

    training = True

    def __init__(self):
        self.before, self.after = {}, {}

    def register_forward_pre_hook(self, hook):
        return self._add(self.before, hook)

    def register_forward_hook(self, hook):
        return self._add(self.after, hook)

    def _add(self, hooks, hook):
        hooks[id(hook)] = hook
        return SimpleNamespace(remove=lambda: hooks.pop(id(hook)))

    def __call__(self, *arguments, **named):
        for hook in list(self.before.values()):
            hook(self, arguments)  # never what was given by name
        output = self.forward(*arguments, **named)
        for hook in list(self.after.values()):
            hook(self, arguments, output)
        return output

    def state(self):
        """Return what a recorder may have left behind."""
        return dict(self.before), dict(self.after), {k for k in vars(self) if k not in ("before", "after", "count")}


SCORES = [np.arange(24.0).reshape(2, 3, 2, 2), np.arange(6.0).reshape(2, 3, 1, 1)]
SHIFTS = [np.arange(96.0).reshape(2, 12, 2, 2), np.arange(24.0).reshape(2, 12, 1, 1)]
MASK = np.array([0, 1, 0, 0, 1] + [0] * 10)


def levels(arrays, count):
    return [Tensor(array[:count]) for array in arrays]


class Head(Module):
    count = 2

    def forward(self, features):
        return levels(SCORES, self.count), levels(SHIFTS, self.count)


# ---- torchvision -------------------------------------------------------------------------------------------------


class TorchvisionRpn(Module):
    def __init__(self):
        super().__init__()
        self.head = Head()
        self.fg_bg_sampler = lambda labels: ([Tensor(MASK, np.uint8)] * labels, [Tensor(1 - MASK, np.uint8)] * labels)

    def forward(self, images, features, targets=None):
        self.head(features)
        if not self.training:
            return [], {}
        self.fg_bg_sampler(len(images.image_sizes))
        return [], {"loss_objectness": Tensor(0.25), "loss_rpn_box_reg": Tensor(0.5)}


class Torchvision(Module):
    def __init__(self):
        super().__init__()
        self.transform, self.rpn = (lambda images: images), TorchvisionRpn()

    def forward(self, images, targets=None):
        self.rpn.head.count = len(images)
        batch = SimpleNamespace(image_sizes=[(6, 8)] * len(images), tensors=Tensor(np.zeros((len(images), 3, 8, 8))))
        return self.rpn(batch, {}, targets)


PICTURE = Tensor(np.zeros((3, 12, 16)))
TARGET = {"boxes": Tensor([[1, 2, 3, 4]])}


def test_torchvisions_outputs_samples_and_losses_are_recorded(tmp_path):
    model = Torchvision()
    with torchvision.record(model, tmp_path / "d.rpn", "torchvision-fpn", "a.pth", 7) as recording:
        recording.name("one.jpg")
        model([PICTURE], [TARGET])
        model([PICTURE, PICTURE], [TARGET, TARGET])
        assert recording.written == 3
    read = open_predictions(tmp_path / "d.rpn")
    assert (read.names, read.recipe) == (("one.jpg", "image000002", "image000003"), "torchvision-fpn")
    assert (read.producer, read.checkpoint, read.step) == ("torchvision", "a.pth", 7)
    one, last = read["one.jpg"], read["image000003"]
    for number in range(2):
        np.testing.assert_array_equal(one.levels_objectness[number], SCORES[number][0])
        np.testing.assert_array_equal(last.levels_deltas[number], SHIFTS[number][1])
    np.testing.assert_array_equal(one.sampled_positive, [1, 4])
    np.testing.assert_array_equal(one.sampled_negative, np.flatnonzero(MASK == 0))
    np.testing.assert_array_equal(one.gt, [[1, 2, 3, 4]])
    assert (one.original_size, one.network_size, one.padded_size) == ((12, 16), (6, 8), (8, 8))
    assert (one.loss_objectness, one.loss_box) == (0.25, 0.5)
    assert (last.loss_objectness, last.loss_box) == (0.25, 0.5)
    assert one.batch == ()
    assert len(last.batch) == 2


class FlatHead(Module):
    def __init__(self, more):
        super().__init__()
        self.more = more

    def forward(self, features):
        count = len(features[0])
        scores, shifts = Tensor(np.arange(30.0).reshape(2, 5, 3)[:count]), Tensor(np.ones((2, 5, 4))[:count])
        return {"cls_logits": scores, "bbox_regression": shifts} | self.more


class Transform(Module):
    def forward(self, images, targets):
        batch = SimpleNamespace(image_sizes=[(6, 8)] * len(images), tensors=Tensor(np.zeros((len(images), 3, 8, 8))))
        return batch, targets


class OneStage(Module):
    """RetinaNet and SSD as far as the recorder sees them."""

    def __init__(self, **more):
        super().__init__()
        self.transform, self.head = Transform(), FlatHead(more)

    def compute_loss(self, targets, outputs):
        return {"classification": Tensor(0.25), "bbox_regression": Tensor(0.5)}

    def forward(self, images, targets=None):
        self.transform(images, targets)
        outputs = self.head([Tensor(np.zeros((len(images), 8, *shape))) for shape in ((2, 2), (1, 1))])
        return self.compute_loss(targets, outputs) if targets else []


def test_retinanet_and_ssd_are_recorded_flat_and_left_as_they_were(tmp_path):
    model = OneStage()
    before = model.state()
    with torchvision.record(model, tmp_path / "d.rpn", "retinanet-torchvision") as recording:
        recording.name("one.jpg")
        model([PICTURE], [TARGET])
        model([PICTURE, PICTURE], [TARGET, TARGET])
        model.training = False
        model([PICTURE])
        del model.training
    read = open_predictions(tmp_path / "d.rpn")
    one, third, rest = read["one.jpg"], read["image000003"], read["image000004"]
    np.testing.assert_array_equal(one.objectness, np.arange(15.0).reshape(5, 3))
    np.testing.assert_array_equal(third.objectness, 15 + np.arange(15.0).reshape(5, 3))
    assert (one.original_size, one.network_size, one.padded_size) == ((12, 16), (6, 8), (8, 8))
    assert (one.loss_objectness, one.loss_box) == (0.25, 0.5)
    assert (third.loss_objectness, third.loss_box, len(third.batch)) == (0.25, 0.5, 2)
    assert one.level_shapes == ((2, 2), (1, 1))
    assert (one.mode, rest.mode) == ("train", "eval")
    assert (rest.loss_box, rest.gt) == (None, None)
    assert model.state() == before


class DefaultBoxGenerator:
    """By its name an SSD's, whose first label is the background's."""


@pytest.mark.parametrize(("generator", "kinds"), [(None, [44, 1]), (DefaultBoxGenerator(), [43, 0])])
def test_labels_are_recorded_as_columns_behind_the_background(tmp_path, generator, kinds):
    model = OneStage()
    model.anchor_generator = generator
    target = {"boxes": Tensor([[1, 2, 3, 4], [2, 2, 5, 5]]), "labels": Tensor([44, 1], np.int64)}
    with torchvision.record(model, tmp_path / "d.rpn"):
        model([PICTURE, PICTURE], [target, {"boxes": Tensor(np.zeros((0, 4))), "labels": Tensor([], np.int64)}])
        model([PICTURE], [TARGET])
    read = open_predictions(tmp_path / "d.rpn")
    assert [read[f"image00000{n}"].gt_class.tolist() for n in (1, 2)] == [kinds, []]
    assert read["image000003"].gt_class is None


def test_a_one_stage_model_without_anchors_to_shift_is_refused_before_the_training(tmp_path):
    model = OneStage()
    model.head.regression_head = SimpleNamespace(bbox_ctrness=None)
    with pytest.raises(InspectorError, match="FCOS has no anchors"):
        torchvision.record(model, tmp_path / "d.rpn", "demo")
    model = OneStage(bbox_ctrness=Tensor(0))
    recorded = torchvision.record(model, tmp_path / "d.rpn", "demo")
    with pytest.warns(RuntimeWarning, match="FCOS has no anchors"), recorded:
        model([PICTURE])
    assert list(tmp_path.iterdir()) == []


def test_at_rest_there_are_no_samples_and_no_losses(tmp_path):
    model = Torchvision()
    model.rpn.training = False
    with torchvision.record(model, tmp_path / "d.zip", "demo"):
        model([PICTURE])
    one = open_predictions(tmp_path / "d.zip")["image000001"]
    assert (one.sampled_positive, one.loss_box, one.gt) == (None, None, None)


@pytest.mark.parametrize("breaks", [False, True])
def test_nothing_is_left_in_the_model(tmp_path, breaks):
    model = Torchvision()
    parts = (model, model.rpn, model.rpn.head)
    before, sampler = [part.state() for part in parts], model.rpn.fg_bg_sampler
    try:
        with torchvision.record(model, tmp_path / "d", "demo"):
            model([PICTURE], [TARGET])
            if breaks:
                raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert [part.state() for part in parts] == before
    assert model.rpn.fg_bg_sampler is sampler
    assert len(open_predictions(tmp_path / "d")) == 1  # what was recorded before the error is kept


def test_with_nothing_recorded_nothing_is_written(tmp_path):
    with torchvision.record(Torchvision(), tmp_path / "d", "demo"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_names_that_do_not_fit_and_models_without_rpn_are_told(tmp_path):
    model = Torchvision()
    with torchvision.record(model, tmp_path / "d", "demo") as recording:
        recording.name("a", "b", "c")
        with pytest.warns(RuntimeWarning, match="3 names for a batch of 1 pictures"):
            model([PICTURE], [TARGET])
    with pytest.raises(InspectorError, match="Head has no rpn, wanted torchvision's"):
        torchvision.record(Head(), tmp_path / "d")
    (tmp_path / "e").mkdir()
    with pytest.raises(BadFile, match="is there already"), torchvision.record(model, tmp_path / "e"):
        pass


def test_a_model_in_a_wrapper_and_half_precision_are_recorded(tmp_path):
    model = Torchvision()
    model.rpn.head.forward = lambda _: (
        [Tensor(level[:1], np.float16) for level in SCORES],
        [Tensor(level[:1], np.float16) for level in SHIFTS],
    )
    with torchvision.record(SimpleNamespace(module=model), tmp_path / "d", "demo"):
        model([PICTURE], [TARGET])
    found = open_predictions(tmp_path / "d")["image000001"].levels_objectness[0]
    np.testing.assert_array_equal(found, SCORES[0][0])


# ---- detectron2 --------------------------------------------------------------------------------------------------


class Detectron2Rpn(Module):
    def __init__(self):
        super().__init__()
        self.rpn_head = Head()

    def label_and_sample_anchors(self, anchors, instances):
        labels = np.full(15, -1)
        labels[[1, 4]], labels[[0, 2]] = 1, 0
        return [Tensor(labels, np.int8)] * len(instances), []

    def forward(self, images, features, instances=None):
        self.rpn_head(features)
        if instances is None:
            return [], {}
        self.label_and_sample_anchors([], instances)
        return [], {"loss_rpn_cls": Tensor(0.25), "loss_rpn_loc": Tensor(0.5)}


class Detectron2(Module):
    def __init__(self):
        super().__init__()
        self.proposal_generator = Detectron2Rpn()

    def forward(self, inputs):
        self.proposal_generator.rpn_head.count = len(inputs)
        images = SimpleNamespace(image_sizes=[(6, 8)] * len(inputs), tensor=Tensor(np.zeros((len(inputs), 3, 8, 8))))
        instances = [one["instances"] for one in inputs] if self.training else None
        return self.proposal_generator(images, {}, instances)


def test_detectron2s_outputs_labels_and_losses_are_recorded_under_the_files_names(tmp_path):
    model = Detectron2()
    boxes = SimpleNamespace(gt_boxes=SimpleNamespace(tensor=Tensor([[1, 2, 3, 4]])))
    one = {"file_name": "x/a.jpg", "height": 12, "width": 16, "instances": boxes}
    with detectron2.record(model, tmp_path / "d", "demo"):
        model([one])
        model.training = False
        model([one | {"file_name": "b.jpg"}, one | {"file_name": "c.jpg"}])
    read = open_predictions(tmp_path / "d")
    assert (read.names, read.producer) == (("x/a.jpg", "b.jpg", "c.jpg"), "detectron2")
    found = read["x/a.jpg"]
    np.testing.assert_array_equal(found.sampled_positive, [1, 4])
    np.testing.assert_array_equal(found.sampled_negative, [0, 2])
    np.testing.assert_array_equal(found.gt, [[1, 2, 3, 4]])
    assert (found.loss_objectness, found.loss_box) == (0.25, 0.5)
    assert (found.original_size, found.network_size, found.padded_size) == ((12, 16), (6, 8), (8, 8))
    np.testing.assert_array_equal(read["c.jpg"].levels_deltas[1], SHIFTS[1][1])
    assert "label_and_sample_anchors" not in vars(model.proposal_generator)


# ---- MMDetection -------------------------------------------------------------------------------------------------


class RPNHead(Head):
    """The 3.x names."""

    num_classes = 1
    found = ()

    def _get_targets_single(self, anchors, flags, truths, meta):
        labels, weights = np.ones(15, int), np.zeros(15)
        labels[[1, 4]], weights[[1, 4, 0, 2]] = 0, 1
        return Tensor(labels, np.int64), Tensor(weights), None

    def loss_by_feat(self, scores, shifts, truths, metas, ignore=None):
        for one in truths:
            self._get_targets_single(None, None, one, None)
        return {"loss_rpn_cls": [Tensor(0.25), Tensor(0.25)], "loss_rpn_bbox": [Tensor(0.5), Tensor(0.5)]}

    def predict_by_feat(self, scores, shifts, batch_img_metas=None):
        return [SimpleNamespace(bboxes=Tensor(boxes)) for boxes in self.found]


class OldMmdetHead(RPNHead):
    """The 2.x names."""

    loss, get_bboxes = RPNHead.loss_by_feat, RPNHead.predict_by_feat

    def __getattribute__(self, name):
        if name in ("loss_by_feat", "predict_by_feat"):
            raise AttributeError(name)
        return super().__getattribute__(name)


META = {"img_path": "x/a.jpg", "ori_shape": (12, 16), "img_shape": (6, 8, 3), "batch_input_shape": (8, 8)}
TRUTH = SimpleNamespace(bboxes=Tensor([[1, 2, 3, 4]]))


@pytest.mark.parametrize("kind", [RPNHead, OldMmdetHead])
def test_mmdetections_outputs_labels_and_losses_are_recorded_once_a_picture(tmp_path, kind):
    head, old = kind(), kind is OldMmdetHead
    lose, predict = ("loss", "get_bboxes") if old else ("loss_by_feat", "predict_by_feat")
    head.count = 1
    with mmdet.record(SimpleNamespace(rpn_head=head), tmp_path / "d", "demo"):
        outputs = head(None)
        getattr(head, lose)(*outputs, [Tensor([[1, 2, 3, 4]]) if old else TRUTH], [META])
        getattr(head, predict)(*outputs, batch_img_metas=[META])
        outputs = head(None)
        getattr(head, predict)(*outputs, [META | {"img_path": "b.jpg"}])
    read = open_predictions(tmp_path / "d")
    assert (read.names, read.producer) == (("x/a.jpg", "b.jpg"), "mmdetection")
    found = read["x/a.jpg"]
    np.testing.assert_array_equal(found.sampled_positive, [1, 4])
    np.testing.assert_array_equal(found.sampled_negative, [0, 2])
    np.testing.assert_array_equal(found.gt, [[1, 2, 3, 4]])
    assert (found.loss_objectness, found.loss_box) == (0.5, 1.0)
    assert (found.original_size, found.network_size, found.padded_size) == ((12, 16), (6, 8), (8, 8))
    assert read["b.jpg"].sampled_positive is None
    assert not {lose, predict, "_get_targets_single"} & set(vars(head))


def test_mmdetections_pairs_become_object_minus_background(tmp_path):
    head = RPNHead()
    pairs = np.random.default_rng(0).normal(size=(1, 6, 2, 2))
    head.forward = lambda _: ([Tensor(pairs)], [Tensor(SHIFTS[0][:1])])
    with mmdet.record(SimpleNamespace(rpn_head=head), tmp_path / "d", "demo"):
        head.predict_by_feat(*head(None), [META])
    found = open_predictions(tmp_path / "d")["x/a.jpg"].levels_objectness[0]
    np.testing.assert_allclose(found, pairs[0, 0::2] - pairs[0, 1::2], rtol=1e-6)


# ---- a training goes on, whatever becomes of its record ----------------------------------------------------------


def train_torchvision():
    model = Torchvision()
    return torchvision, model, lambda: model([PICTURE], [TARGET])


def train_one_stage():
    model = OneStage()
    return torchvision, model, lambda: model([PICTURE], [TARGET])


def train_detectron2():
    model = Detectron2()
    boxes = SimpleNamespace(gt_boxes=SimpleNamespace(tensor=Tensor([[1, 2, 3, 4]])))
    return detectron2, model, lambda: model([{"file_name": "a", "height": 12, "width": 16, "instances": boxes}])


def train_mmdet():
    head = RPNHead()
    head.count = 1

    def step():
        outputs = head(None)
        losses = head.loss_by_feat(*outputs, [TRUTH], [META])
        return outputs, losses, head.predict_by_feat(*outputs, batch_img_metas=[META])

    return mmdet, SimpleNamespace(rpn_head=head), step


def said_by(output):
    """A training step's output in numbers."""
    if isinstance(output, Tensor):
        return output.values.tolist()
    if isinstance(output, dict):
        return {name: said_by(value) for name, value in output.items()}
    return [said_by(value) for value in output] if isinstance(output, list | tuple) else output


HELPERS = {
    train_torchvision: ("floats", "chosen", "number", "size_of"),
    train_one_stage: ("floats", "number", "size_of"),
    train_detectron2: ("array", "floats", "number", "size_of", "np"),
    train_mmdet: ("array", "boxes_of", "size_of", "np"),
}


@pytest.mark.parametrize(("training", "helper"), [(one, name) for one, names in HELPERS.items() for name in names])
def test_no_error_of_a_recorder_reaches_the_training_and_the_first_is_said(tmp_path, monkeypatch, training, helper):
    recorder, model, step = training()
    wanted = [said_by(step()), said_by(step())]

    def broken(*_, **__):
        raise ZeroDivisionError("it broke")

    monkeypatch.setattr(recorder, helper, SimpleNamespace(flatnonzero=broken) if helper == "np" else broken)
    with pytest.warns(RuntimeWarning) as said, recorder.record(model, tmp_path / "d", "demo"):
        assert [said_by(step()), said_by(step())] == wanted
    assert [str(one.message).rpartition(": ")[2] for one in said] == ["it broke"]
    assert said_by(step()) == wanted[0]


@pytest.mark.parametrize("training", HELPERS)
def test_a_picture_of_a_second_epoch_is_said_once_and_the_first_is_kept(tmp_path, training):
    recorder, model, step = training()

    def epochs():
        with recorder.record(model, tmp_path / "d", "demo") as recording:
            for name in ("a.jpg", "a.jpg", "a.jpg", "b.jpg"):
                recording.name(name)
                step()

    with pytest.warns(RuntimeWarning) as said:
        epochs()
    assert len(said) == 1
    assert "picture 'a.jpg' comes twice, wanted each name once" in str(said[0].message)
    assert open_predictions(tmp_path / "d").names == ("a.jpg", "b.jpg")


def test_an_error_of_the_trainer_is_its_own(tmp_path):
    model = Torchvision()

    def broken(labels):
        raise ZeroDivisionError

    model.rpn.fg_bg_sampler = broken
    with pytest.raises(ZeroDivisionError), torchvision.record(model, tmp_path / "d", "demo"):
        model([PICTURE], [TARGET])


def test_a_training_that_makes_errors_of_warnings_goes_on_too(tmp_path, caplog):
    model = Torchvision()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with torchvision.record(model, tmp_path / "d", "demo") as recording:
            recording.name("a", "b")
            model([PICTURE], [TARGET])
    assert "2 names for a batch of 1 pictures" in caplog.text


def test_a_disk_that_fills_ends_no_training(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    def trained():
        model = Torchvision()
        with torchvision.record(model, tmp_path / "d", "demo"):
            model([PICTURE], [TARGET])
            monkeypatch.setattr(DumpWriter, "close", full)
            monkeypatch.setattr(DumpWriter, "add", full)
            model([PICTURE], [TARGET])

    with pytest.warns(RuntimeWarning, match="No space left") as said:
        trained()
    assert len(said) == 1


def test_no_framework_is_imported_and_nothing_but_numpy_is_needed():
    code = (
        "import sys\nfrom rpn_inspector.recorders import torchvision, detectron2, mmdet\n"
        "print(sorted({'torch', 'cv2', 'msgspec', 'PySide6', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
