"""Ultralytics' recorder and live model, on objects that behave as the library's own, without any framework."""

from __future__ import annotations

import pickle
from contextlib import ExitStack
from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.rolling import Rolling, read_run
from rpn_inspector.recorders.box_journeys import KEY, _why, follow_boxes, sources_of
from rpn_inspector.recorders.recording import replaced
from rpn_inspector.recorders.ultralytics import record
from rpn_inspector.translate.live import translation_of
from tests.test_recorders import Module
from tests.test_recorders import Tensor as Plain

SIDE, CLASSES = 64, 2


class Tensor(Plain):
    """Besides, what a batch on the way to the network does with itself."""

    def sum(self, axis):
        return Tensor(self.values.sum(axis))

    def __array__(self, dtype=None, copy=None):
        return self.values.astype(dtype or self.values.dtype)

    def __floordiv__(self, other):
        return Tensor(self.values // other)

    def __getitem__(self, place):
        return Tensor(self.values[place])

    def clone(self):
        return Tensor(self.values.copy())


# ---- the way of the boxes ---------------------------------------------------------------------------------------


class Instances:
    def __init__(self, bboxes, form="xywh", normalized=True):
        self.bboxes, self.normalized = np.array(bboxes, np.float32).reshape(-1, 4), normalized
        self._bboxes = SimpleNamespace(format=form)


class Transform:
    """``get_params``, then ``apply_instances`` with them; a mixing one asks the dataset for more pictures."""

    def __init__(self, dataset=None):
        self.dataset, self.pre_transform = dataset, None

    def __call__(self, labels):
        return self.apply_instances(labels, self.get_params(labels))


class Mosaic(Transform):
    """Two pictures side by side on a canvas of twice the width; the second hangs out at the right."""

    def get_params(self, labels):
        other = self.dataset.get_image_and_label(1)
        patches = [(labels, 0), (other, 3 * SIDE // 2)]
        return {
            "mix_labels": [other],
            "layout": [
                {"labels_patch": each, "padw": left, "padh": 0, "img_shape": (SIDE, SIDE)}
                | {"x1a": left, "y1a": 0, "x2a": min(left + SIDE, 2 * SIDE), "y2a": SIDE}
                for each, left in patches
            ],
        }

    def apply_instances(self, labels, params):
        boxes, kinds = [], []
        for patch in params["layout"]:
            one = patch["labels_patch"]["instances"].bboxes * SIDE
            whole = np.concatenate([one[:, :2] - one[:, 2:] / 2, one[:, :2] + one[:, 2:] / 2], 1)
            whole[:, [0, 2]] = np.clip(whole[:, [0, 2]] + patch["padw"], 0, 2 * SIDE)
            stay = whole[:, 2] > whole[:, 0]
            boxes.append(whole[stay])
            kinds.append(patch["labels_patch"]["cls"][stay])
        labels["instances"] = Instances(np.concatenate(boxes), "xyxy", False)
        labels["cls"] = np.concatenate(kinds)
        return labels


class RandomPerspective(Transform):
    """Half the size, moved left by 8 px; boxes of a tenth or less are dropped."""

    def get_params(self, labels):
        warp = np.array([[0.5, 0, -8], [0, 0.5, 0], [0, 0, 1]])
        return {"M": warp, "scale": 0.5, "orig_shape": (SIDE, 2 * SIDE), "size": (SIDE, SIDE)}

    @staticmethod
    def box_candidates(box1, box2, wh_thr=2, ar_thr=100, area_thr=0.1):
        side1, side2 = box1[:, 2:] - box1[:, :2], box2[:, 2:] - box2[:, :2]
        return (side2 > wh_thr).all(1) & (side2.prod(1) / side1.prod(1) > area_thr)

    def apply_instances(self, labels, params):
        moved = labels["instances"].bboxes * 0.5 - [8, 0, 8, 0]
        cut = np.clip(moved, 0, SIDE)
        stay = self.box_candidates(moved, cut)
        labels["instances"], labels["cls"] = Instances(cut[stay], "xyxy", False), labels["cls"][stay]
        return labels


class RandomFlip(Transform):
    def get_params(self, labels):
        return {"flip": True, "direction": "horizontal", "h": SIDE, "w": SIDE}

    def apply_instances(self, labels, params):
        boxes = labels["instances"].bboxes
        labels["instances"] = Instances(
            np.stack([SIDE - boxes[:, 2], boxes[:, 1], SIDE - boxes[:, 0], boxes[:, 3]], 1), "xyxy", False
        )
        return labels


class CutOut(Transform):
    """A transform nobody knows, which drops the last box."""

    def get_params(self, labels):
        return {}

    def apply_instances(self, labels, params):
        labels["instances"] = Instances(labels["instances"].bboxes[:-1], "xyxy", False)
        labels["cls"] = labels["cls"][:-1]
        return labels


class Format(Transform):
    def get_params(self, labels):
        return {"cls": labels.pop("cls"), "instances": labels.pop("instances")}

    def apply_instances(self, labels, params):
        labels["cls"], labels["bboxes"] = Tensor(params["cls"]), Tensor(params["instances"].bboxes / SIDE)
        labels["img"] = Tensor(np.moveaxis(labels["img"], -1, 0))
        return labels


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, labels):
        for transform in self.transforms:
            labels = transform(labels)
        return labels


# centre x, centre y, width, height of 64 px: whole; hardly left; cut away; and of the second picture a box
# outside the mosaic and one that stays, and one that a transform drops
FIRST = [[0.75, 0.5, 0.5, 0.5], [0.125, 0.5, 0.26, 0.25], [0.0625, 0.25, 0.125, 0.125]]
SECOND = [[0.75, 0.5, 0.25, 0.25], [0.25, 0.25, 0.5, 0.25], [0.25, 0.75, 0.25, 0.25]]


class Dataset:
    def __init__(self, empty=False):
        self.empty = empty
        self.transforms = self.build_transforms(None)

    def build_transforms(self, hyp):
        return Compose([Compose([Mosaic(self), RandomPerspective()]), CutOut(), RandomFlip(), Format()])

    def get_image_and_label(self, index):
        boxes, kinds = (FIRST, [1, 0, 1]) if index == 0 else (SECOND, [0, 1, 0])
        if self.empty:
            boxes, kinds = [], []
        return {
            "im_file": f"/pictures/{'ab'[index]}.jpg",
            "cls": np.array(kinds, np.float32).reshape(-1, 1),
            "instances": Instances(boxes),
            "ori_shape": (10 * SIDE, 10 * SIDE),
            "img": np.zeros((SIDE, SIDE, 3), np.uint8),
        }

    def __getitem__(self, index):
        return self.transforms(self.get_image_and_label(index))


def test_the_way_of_every_box_and_why_it_was_lost():
    dataset = Dataset()
    plain = dataset[0]
    end = follow_boxes(dataset)
    found = dataset[0]
    assert found["cls"].values.tolist() == plain["cls"].values.tolist() == [[1], [1]]
    assert found["bboxes"].values.tolist() == plain["bboxes"].values.tolist()
    one = sources_of(found[KEY], (SIDE, SIDE))
    assert one.picture == ("a.jpg",) * 3 + ("b.jpg",) * 3
    assert one.gt_class.tolist() == [1, 0, 1, 0, 1, 0]
    assert one.gt[0].tolist() == [320, 160, 640, 480]  # of the stored picture, ten times the size
    assert one.lost == (
        "",
        "0.2 px wide or high, wanted more than 2",
        "outside the crop",
        "outside the mosaic",
        "",
        "dropped by CutOut",
    )
    assert one.kept_as.tolist() == [0, 4]
    # half of x 32 to 64 and y 16 to 48, less 8 px, from the right side; the second picture begins at 96 px
    assert one.box[0].tolist() == [40, 8, 56, 24]
    assert one.box[4].tolist() == [8, 4, 24, 12]
    assert np.allclose(one.box[2], [68, 6, 72, 10])
    # in the mosaic the second picture is cut at 128 px; what is lost there moves with it
    assert np.allclose(one.joined[[0, 4]], [[32, 16, 64, 48], [96, 8, 128, 24]])
    assert np.isnan(one.joined[3]).all()
    assert np.allclose(one.box[3], [-4, 12, 4, 20])
    assert one.part == ("a.jpg", "b.jpg")
    assert np.allclose(one.part_box, [[40, 0, 72, 32], [8, 0, 24, 32]])
    end()
    assert {"get_image_and_label", "build_transforms"}.isdisjoint(vars(dataset))
    assert KEY not in dataset[0]
    assert type(dataset.transforms) is Compose


@pytest.mark.parametrize(
    ("params", "there"), [({"r": 0.5}, 4), ({"skip": True}, 4), ({}, 0)], ids=["over all", "not done", "somewhere"]
)
def test_where_the_pictures_of_two_mosaics_lie_when_mixed(params, there):
    class Mixing(Transform):
        def get_params(self, labels):
            other = self.pre_transform(self.dataset.get_image_and_label(0))
            return {"mix_labels": [other], **params}

        def apply_instances(self, labels, params):
            return labels

    dataset = Dataset()
    mixing = Mixing(dataset)
    mixing.pre_transform = Compose([Mosaic(dataset), RandomPerspective()])
    dataset.transforms = Compose([Mosaic(dataset), RandomPerspective(), mixing, Format()])
    follow_boxes(dataset)
    one = sources_of(dataset[0][KEY], (SIDE, SIDE))
    assert one.part == ("a.jpg", "b.jpg", "a.jpg", "b.jpg")[:there]
    assert np.allclose(one.part_box, [[-8, 0, 24, 32], [40, 0, 56, 32]] * (there // 2) or np.zeros((0, 4)))


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ([-50, 0, -1, 20], "outside the crop"),
        ([64, 0, 80, 20], "outside the crop"),
        ([-97, 0, 3, 20], "3.0 % left, least 10 %"),
        ([-8, 0, 1.5, 20], "1.5 px wide or high, wanted more than 2"),
        ([0, 0, 2000, 4], "3.2 % left, least 10 %"),
    ],
)
def test_why_a_warp_drops_a_box(box, words):
    assert _why(RandomPerspective(), np.array(box, np.float64), (SIDE, SIDE)) == words


def test_boxes_stay_followed_when_the_transforms_are_built_anew_and_in_another_process():
    dataset = Dataset()
    follow_boxes(dataset)
    dataset.transforms = dataset.build_transforms(None)
    elsewhere = pickle.loads(pickle.dumps(dataset))
    for one in (dataset, elsewhere):
        assert sources_of(one[0][KEY], (SIDE, SIDE)).kept_as.tolist() == [0, 4]


def test_boxes_lie_in_the_network_s_input_when_a_training_scales_the_batch():
    dataset = Dataset()
    follow_boxes(dataset)
    found = dataset[0][KEY]
    one, large = sources_of(found, (SIDE, SIDE)), sources_of(found, (SIDE // 2, SIDE * 5 // 4))
    assert large.box[0].tolist() == [50, 4, 70, 12]  # of [40, 8, 56, 24]
    assert np.allclose(large.part_box, [[50, 0, 90, 16], [10, 0, 30, 16]])
    assert large.lost == (
        "",
        "0.2 px wide or high, wanted more than 2, before the batch was scaled",
        *one.lost[2:],
    )
    for name in ("gt", "joined", "kept_as"):  # of the stored pictures and the mosaic, whatever comes after
        assert np.array_equal(getattr(one, name), getattr(large, name), equal_nan=name == "joined")


def test_a_picture_without_boxes_and_classes_beyond_the_numbers_go_on_as_they_are():
    dataset = Dataset(empty=True)
    follow_boxes(dataset)
    assert sources_of(dataset[0][KEY], (SIDE, SIDE)) is None
    many = Dataset()
    inner = Dataset.get_image_and_label

    class Large(Dataset):
        def get_image_and_label(self, index):
            found = inner(self, index)
            found["cls"] = found["cls"] + 5000
            return found

    many = Large()
    follow_boxes(many)
    found = many[0]
    assert found["cls"].values.tolist() == [[5001], [5001]]
    assert sources_of(found[KEY], (SIDE, SIDE)) is None


def test_a_follower_that_fails_changes_nothing(monkeypatch):
    dataset = Dataset()
    follow_boxes(dataset)
    monkeypatch.setattr("rpn_inspector.recorders.box_journeys._px", None)
    assert dataset[0]["cls"].values.tolist() == [[1], [1]]


# ---- the training -----------------------------------------------------------------------------------------------


POINTS = 8 * 8 + 4 * 4 + 2 * 2


class Assigner(Module):
    topk, topk2, alpha, beta, stride_val = 10, 10, 0.5, 6.0, 16

    def forward(self, scores, boxes, points, kinds, gt, there):
        count = len(scores.values)
        foreground = np.zeros((count, POINTS), bool)
        foreground[:, [9, 20]] = True
        target = np.zeros((count, POINTS, CLASSES), np.float32)
        target[:, 9] = 0.5  # point 20 was filled up: it teaches nothing
        return None, None, Tensor(target), Tensor(foreground, bool), Tensor(np.zeros((count, POINTS)), np.int64)


class Loss:
    last = "dfl_loss"

    def __init__(self):
        self.assigner = Assigner()

    def __call__(self, outputs, batch):
        return self.loss(outputs, batch)

    def loss(self, outputs, batch):
        gt = np.zeros((2, 2, 4), np.float32)
        gt[0] = [[4, 4, 44, 44], [8, 8, 30, 30]]
        gt[1, 0] = [1, 2, 33, 34]
        kinds = Tensor([[[1], [0]], [[1], [0]]])
        self.assigner(outputs["scores"], None, None, kinds, Tensor(gt), Tensor([[[1], [1]], [[1], [0]]]))
        return None, {"box_loss": Tensor(1.5), "cls_loss": Tensor(0.5), self.last: Tensor(0.25)}


class Both:
    def __init__(self):
        self.one2many, self.one2one = Loss(), Loss()
        self.one2one.last = "l1_loss"

    def __call__(self, outputs, batch):
        self.one2many.loss(outputs["one2many"], batch)
        return self.one2one.loss(outputs["one2one"], batch)


class Detect(Module):
    nc, nl = CLASSES, 3
    stride = np.array([8.0, 16.0, 32.0])

    def __init__(self, bins=16, both=False):
        super().__init__()
        self.training = True
        self.reg_max, self.no = bins, CLASSES + 4 * bins
        self.one2one_cv3 = () if both else None

    def forward(self, pictures):
        count = pictures.shape[0]
        one = {
            "boxes": Tensor(np.ones((count, 4 * self.reg_max, POINTS))),
            "scores": Tensor(np.arange(count * CLASSES * POINTS).reshape(count, CLASSES, POINTS)),
            "feats": [Tensor(np.zeros((count, 1, side, side))) for side in (8, 4, 2)],
        }
        return one if self.one2one_cv3 is None else {"one2many": one, "one2one": one}


class Net(Module):
    def __init__(self, **head):
        super().__init__()
        self.yaml, self.looks, self.training = {"yaml_file": "yolov8n.yaml"}, [], True
        self.model, self.criterion = [None, Detect(**head)], None
        self.args = SimpleNamespace(box=7.0, cls=0.25, dfl=2.0, imgsz=SIDE)

    def init_criterion(self):
        return Both() if self.model[-1].one2one_cv3 is not None else Loss()

    def modules(self):
        return [self, self.model[-1]]

    def eval(self):
        for module in self.modules():
            module.training = False

    def forward(self, batch):
        if not isinstance(batch, dict):
            self.looks.append((batch.shape[0], self.training, self.model[-1].training))
            return self.model[-1](batch)
        if self.criterion is None:
            self.criterion = self.init_criterion()
        return self.criterion(self.model[-1](batch["img"]), batch)


class Trainer:
    """The order of events of a training, as the library calls them."""

    def __init__(self, model, callbacks):
        self.model, self.callbacks, self.start_epoch = model, callbacks, 0
        self.data = {"names": {0: "cat", 1: "dog"}}

    def build_dataset(self, img_path, mode="train", batch=None):
        return Dataset()

    def tell(self, event):
        for callback in self.callbacks.get(event, []):
            callback(self)

    def train(self, batches):
        self.tell("on_pretrain_routine_start")
        dataset = self.build_dataset("train", mode="train")
        self.train_loader = [None] * batches
        self.tell("on_train_start")
        for _ in range(batches):
            pictures = [dataset[0], dataset[0]]
            seen = np.full((2, 3, SIDE, SIDE), 0.5, np.float32)
            batch = {name: tuple(each[name] for each in pictures) for name in pictures[0]}
            self.model({**batch, "img": Tensor(seen), "im_file": ("/x/a.jpg", "/x/b.jpg")})
            self.model(Tensor(seen))  # a look at pictures alone is no step
        self.tell("on_train_end")
        self.tell("teardown")
        return dataset


class Yolo:
    """The library's facade."""

    def __init__(self, **head):
        self.model, self.callbacks = Net(**head), {}

    def add_callback(self, event, callback):
        self.callbacks.setdefault(event, []).append(callback)

    def train(self, batches):
        return Trainer(self.model, self.callbacks).train(batches)


def test_a_training_is_recorded_every_so_many_batches_and_nothing_is_left(tmp_path):
    model = Yolo()
    before = model.model.state()
    record(model, tmp_path / "run.rpn", every=2)
    dataset = model.train(5)
    told = read_run(tmp_path / "run.rpn")
    assert (told.ended, told.classes, told.every) == (True, ("cat", "dog"), 2)
    steps = [open_predictions(place) for place in dumps_in(tmp_path / "run.rpn")]
    assert {dump.step for dump in steps} <= {0, 2, 4}
    assert len(steps) + told.skipped == 3
    assert steps[0].names == ("picture 1", "picture 2", "watched 1")
    one, two = steps[0]["picture 1"], steps[0]["picture 2"]
    assert (one.loss_box, one.loss_objectness, one.loss_more) == (1.5, 0.5, {"distribution": 0.25})
    assert (one.mode, one.batch, one.padded_size) == ("train", ("picture 1", "picture 2"), (SIDE, SIDE))
    assert one.sampled_positive.tolist() == two.sampled_positive.tolist() == [9]
    assert (one.sampled_gt.tolist(), len(one.sampled_negative)) == ([0], POINTS - 1)
    assert (one.gt.tolist(), one.gt_class.tolist()) == ([[4, 4, 44, 44], [8, 8, 30, 30]], [1, 0])
    assert (two.gt.tolist(), two.gt_class.tolist()) == ([[1, 2, 33, 34]], [1])
    assert [level.shape for level in one.levels_objectness] == [(2, 8, 8), (2, 4, 4), (2, 2, 2)]
    assert [level.shape for level in one.levels_deltas] == [(64, 8, 8), (64, 4, 4), (64, 2, 2)]
    assert one.levels_objectness[1][0, 0, 0] == 64
    assert (one.trained.pixels == 128).all()
    assert (one.trained.file, two.trained.file) == ("a.jpg", "b.jpg")
    assert one.trained.sources.lost[2] == "outside the crop"
    assert two.trained.sources is None  # its loss has one ground truth of the loader's two
    assert "topk = 10" in steps[0].recipe_toml
    assert model.model.state() == before
    assert "get_image_and_label" not in vars(dataset)


def test_the_first_pictures_of_a_training_are_looked_at_again_at_each_step(tmp_path):
    model = Yolo()
    record(model, tmp_path / "run.rpn", every=2, watch=2)
    model.train(3)
    steps = [open_predictions(place) for place in dumps_in(tmp_path / "run.rpn")]
    for dump in steps:
        assert dump.names == ("picture 1", "picture 2", "watched 1", "watched 2")
        first, again = dump["picture 1"], dump["watched 1"]
        assert (again.gt.tolist(), again.trained.file) == (first.gt.tolist(), "a.jpg")
        assert (again.levels_deltas[0] == first.levels_deltas[0]).all()
        assert (again.mode, again.batch, again.sampled_positive) == ("eval", (), None)
        assert (again.loss_box, again.loss_objectness, again.loss_more) == (None, None, {})
        assert again.trained.sources.lost[2] == "outside the crop"
    # at rest but for the head, which then gives raw outputs; the training's own looks are as they were
    assert model.model.looks.count((2, False, True)) == 2
    assert model.model.looks.count((2, True, True)) == 3
    assert (model.model.training, model.model.model[-1].training) == (True, True)
    with pytest.raises(InspectorError, match="watch: found -1, wanted 0 or more"):
        record(Yolo(), tmp_path / "other.rpn", watch=-1)


def test_a_look_that_fails_leaves_the_batch_as_it_is(tmp_path):
    model = Yolo()
    model.model.eval = None
    record(model, tmp_path / "run.rpn", every=1)
    with pytest.warns(RuntimeWarning, match="leaves out what it cannot record"):
        model.train(1)
    assert open_predictions(dumps_in(tmp_path / "run.rpn")[0]).names == ("picture 1", "picture 2")


@pytest.mark.parametrize(("branch", "last"), [("", "l1"), ("one2one", "l1"), ("one2many", "distribution")])
def test_of_two_heads_one_is_recorded(tmp_path, branch, last):
    model = Yolo(bins=1, both=True)
    record(model, tmp_path / "run.rpn", branch, every=1)
    model.train(1)
    dump = open_predictions(dumps_in(tmp_path / "run.rpn")[0])
    assert set(dump["picture 1"].loss_more) == {last}
    assert ("one2many" in dump.recipe_toml.split("\n")[2]) == (branch == "one2many")


def test_two_recordings_of_a_training_both_know_the_lost_boxes_and_leave_nothing(tmp_path):
    model = Yolo(bins=1, both=True)
    before = model.model.state()
    for branch in ("one2one", "one2many"):
        record(model, tmp_path / f"{branch}.rpn", branch, every=1)
    trainer = Trainer(model.model, model.callbacks)
    dataset = trainer.train(1)
    for branch in ("one2one", "one2many"):
        sources = open_predictions(dumps_in(tmp_path / f"{branch}.rpn")[0])["picture 1"].trained.sources
        assert sources.kept_as.tolist() == [0, 4]
        assert (len(sources.gone), sources.part) == (4, ("a.jpg", "b.jpg"))
    assert model.model.state() == before
    assert {"get_image_and_label", "build_transforms"}.isdisjoint(vars(dataset))
    assert type(dataset.transforms) is Compose
    assert KEY not in dataset[0]
    assert "build_dataset" not in vars(trainer)


def test_of_two_recordings_one_refused_leaves_the_other_its_boxes(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "own.txt").write_text("x")
    model = Yolo()
    record(model, tmp_path / "other", every=1)
    record(model, tmp_path / "run.rpn", every=1)
    with pytest.warns(RuntimeWarning, match="leaves out what it cannot record"):
        dataset = model.train(1)
    sources = open_predictions(dumps_in(tmp_path / "run.rpn")[0])["picture 1"].trained.sources
    assert sources.kept_as.tolist() == [0, 4]
    assert type(dataset.transforms) is Compose


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (0, 2, 1), (1, 2, 0), (2, 0, 1)], ids=str)
def test_substitutes_ended_in_any_order_leave_the_method(order):
    trainer = Trainer(None, {})
    held = [ExitStack() for _ in range(3)]
    for one in held:
        one.enter_context(replaced(trainer, "build_dataset", lambda *_: None))
    for number in order:
        held[number].close()
    assert "build_dataset" not in vars(trainer)


def test_another_branch_is_refused_before_the_training(tmp_path):
    model = Yolo(bins=1, both=True)
    with pytest.raises(InspectorError, match="branch: found 'typo', wanted one2many, one2one, or none"):
        record(model, tmp_path / "run.rpn", branch="typo")
    assert model.callbacks == {}


def test_no_error_of_the_recorder_ends_the_training(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.recorders.ultralytics._outputs", None)
    model = Yolo()
    record(model, tmp_path / "run.rpn", every=1)
    with pytest.warns(RuntimeWarning, match="leaves out what it cannot record") as said:
        model.train(3)
    assert len(said) == 1
    assert dumps_in(tmp_path / "run.rpn") == []


def test_a_batch_given_by_name_trains_on(tmp_path):
    model = Yolo()
    record(model, tmp_path / "run.rpn", every=1)
    trainer = Trainer(model.model, model.callbacks)
    trainer.train_loader = [None]
    trainer.tell("on_train_start")
    found = model.model(batch={"img": Tensor(np.full((2, 3, SIDE, SIDE), 0.5, np.float32))})
    assert float(found[1]["box_loss"]) == 1.5
    trainer.tell("on_train_end")


def test_another_model_is_said_and_trains_on(tmp_path):
    model = Yolo()
    model.model.model = [None, Module()]
    model.model.forward = lambda batch: None
    record(model, tmp_path / "run.rpn")
    with pytest.warns(RuntimeWarning, match="Net is no detection model over points, and is not recorded"):
        model.train(2)
    with pytest.raises(InspectorError, match="list takes no callbacks, wanted a YOLO model or a trainer"):
        record([], tmp_path / "other.rpn")
    with pytest.raises(InspectorError, match="every: found 0, wanted at least 1"):
        record(Yolo(), tmp_path / "other.rpn", every=0)


@pytest.mark.parametrize("own", ["nm", "ne"], ids=["masks", "rotated boxes"])
def test_heads_with_other_losses_are_said_at_the_start_and_leave_no_run(tmp_path, own):
    model = Yolo()
    setattr(model.model.model[-1], own, 1)
    record(model, tmp_path / "run.rpn", every=1)
    with pytest.warns(RuntimeWarning, match="Net is no detection model over points, and is not recorded"):
        model.train(2)
    assert not (tmp_path / "run.rpn").exists()


def test_only_the_newest_steps_stay(tmp_path):
    model = Yolo()
    record(model, tmp_path / "run.rpn", every=1, rolling=Rolling(steps=1))
    model.train(4)
    assert len(dumps_in(tmp_path / "run.rpn")) == 1


# ---- the recipe -------------------------------------------------------------------------------------------------


def test_the_recipe_of_a_model_is_the_shipped_one_with_its_own_numbers():
    recipe = translation_of(Yolo()).recipe
    own = {
        "resize.size": (SIDE, SIDE),
        "loss.box_weight": 7.0,
        "loss.objectness_weight": 0.25,
        "loss.distance_weight": 2.0,
    }
    shipped = load_recipe("yolov8").flat()
    assert {place: value for place, value in recipe.flat().items() if value != shipped[place]} == own
    assert recipe.name == "yolov8n"


def test_weights_of_classes_go_into_the_recipe():
    net = Net()
    net.class_weights = np.array([0.5, 1.5])
    translation = translation_of(net)
    assert translation.recipe.loss.class_factors == (0.5, 1.5)
    assert "class_weights" in translation.to_toml()


@pytest.mark.parametrize(("bins", "base"), [(1, "yolo26"), (16, "yolov10")])
def test_a_model_with_two_heads_is_the_one_that_detects(bins, base):
    translation = translation_of(Net(bins=bins, both=True))
    assert translation.base == base


def test_an_assigner_that_has_been_made_tells_its_own_numbers():
    net = Net(both=True, bins=1)
    net.criterion = net.init_criterion()
    net.criterion.one2one.assigner.topk, net.criterion.one2one.assigner.topk2 = 7, 1
    matcher = translation_of(net).recipe.matcher
    assert (matcher.topk, matcher.keep, matcher.small_side) == (7, 1, 16)
