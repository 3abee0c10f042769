"""The recorder of MMDetection on heads of one stage that behave as the library's own, without the library.

What each gives was seen of MMDetection 3.3 by `tools/check_mmdet_recorder.py`.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from test_recorders import META, Module, Tensor

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.recorders import Rolling, mmdet

SHAPES, ANCHORS, CLASSES = ((2, 3), (1, 2)), 2, 3
RANDOM = np.random.default_rng(0)
TRUTHS = [
    SimpleNamespace(bboxes=Tensor([[1, 2, 3, 4]]), labels=Tensor([2], np.int64)),
    SimpleNamespace(bboxes=Tensor(np.zeros((0, 4))), labels=Tensor([], np.int64)),
]
METAS = [META, META | {"img_path": "x/b.jpg"}]


def maps(columns, count=2):
    """Return (count, A * columns, H, W) for each level."""
    return [RANDOM.normal(size=(count, ANCHORS * columns, *shape)).astype(np.float32) for shape in SHAPES]


class OneStageHead(Module):
    num_classes = cls_out_channels = CLASSES
    losses = {"loss_cls": [Tensor(0.25), Tensor(0.5)], "loss_bbox": [Tensor(1.0), Tensor(0.125)]}  # noqa: RUF012

    def __init__(self):
        super().__init__()
        self.scores, self.shifts = maps(self.cls_out_channels), maps(4)

    def forward(self, features):
        return list(map(Tensor, self.scores)), list(map(Tensor, self.shifts))

    def loss_by_feat(self, *given):
        return self.losses

    def predict_by_feat(self, *outputs, batch_img_metas=None):
        return []


class RetinaHead(OneStageHead):
    """A logit a class, a loss a level."""


class RetinaSepBNHead(RetinaHead):
    """A head of the library's that is a RetinaHead too."""


class SSDHead(OneStageHead):
    """Background behind the classes; a loss a picture, the class loss of one number in an axis of its own."""

    cls_out_channels = CLASSES + 1
    losses = {"loss_cls": [Tensor([0.25]), Tensor([0.5])], "loss_bbox": [Tensor(1.0), Tensor(0.125)]}  # noqa: RUF012


class ATSSHead(OneStageHead):
    """Centreness behind scores and shifts, and a loss of it."""

    losses = OneStageHead.losses | {"loss_centerness": [Tensor(0.5), Tensor(0.75)]}

    def __init__(self):
        super().__init__()
        self.centreness = maps(1)

    def forward(self, features):
        return *super().forward(features), list(map(Tensor, self.centreness))


class YOLOV3Head(OneStageHead):
    """Boxes, confidence and classes in one map."""

    losses = {f"loss_{name}": [Tensor(0.25), Tensor(0.5)] for name in ("cls", "conf", "xy", "wh")}  # noqa: RUF012

    def __init__(self):
        super().__init__()
        self.whole = maps(5 + CLASSES)

    def forward(self, features):
        return (list(map(Tensor, self.whole)),)


class YOLOXHead(OneStageHead):
    """Classes, boxes and confidence of one point a cell, the confidence last."""

    losses = OneStageHead.losses | {"loss_obj": Tensor(2.0), "loss_l1": Tensor(0.5)}

    def __init__(self):
        super().__init__()
        self.scores, self.shifts, self.confidence = ([one[:, :n] for one in maps(n)] for n in (CLASSES, 4, 1))

    def forward(self, features):
        return *super().forward(features), list(map(Tensor, self.confidence))


class RTMDetSepBNHead(type("RTMDetHead", (ATSSHead,), {})):
    """A head of the library's whose base is an ATSSHead, without a centreness."""

    losses = OneStageHead.losses
    forward = OneStageHead.forward


def recorded(head, path):
    """Return the dump of a batch of two in training, and of one picture at rest."""
    before = head.state()
    with mmdet.record(SimpleNamespace(bbox_head=head), path, "demo"):
        head.loss_by_feat(*head(None), TRUTHS, METAS)
        head.predict_by_feat(*head(None), batch_img_metas=[META | {"img_path": name} for name in ("rest.jpg", "c.jpg")])
    assert head.state() == before
    return open_predictions(path)


def by_anchor(level, row, columns):
    """Return a level's values of picture ``row``, (A, columns, H, W)."""
    return level[row].reshape(ANCHORS, columns, *level.shape[2:])


def given_of(prediction, name):
    """Return a dump's levels (A * columns, H, W) of scores or shifts."""
    return [np.asarray(level) for level in getattr(prediction, f"levels_{name}")]


@pytest.mark.parametrize("kind", [RetinaHead, RetinaSepBNHead, SSDHead, ATSSHead])
def test_scores_and_shifts_are_those_of_each_picture_background_first(tmp_path, kind):
    head = kind()
    read = recorded(head, tmp_path / "d")
    columns = head.cls_out_channels
    for row, name in enumerate(("x/a.jpg", "x/b.jpg")):
        found = read[name]
        for level, (scores, shifts) in enumerate(zip(head.scores, head.shifts, strict=True)):
            wanted = by_anchor(scores, row, columns)
            if columns > CLASSES:
                wanted = np.concatenate([wanted[:, -1:], wanted[:, :-1]], 1)
            np.testing.assert_array_equal(given_of(found, "objectness")[level].reshape(wanted.shape), wanted)
            np.testing.assert_array_equal(given_of(found, "deltas")[level], shifts[row])
        assert (found.network_size, found.padded_size, found.mode) == ((6, 8), (8, 8), "train")
        assert found.batch == ("x/a.jpg", "x/b.jpg")
        assert found.sampled_positive is None  # every anchor, or the hardest of those there are


@pytest.mark.parametrize(
    ("kind", "losses", "more"),
    [
        (RetinaHead, (0.75, 1.125), {}),
        (SSDHead, (0.75, 1.125), {}),
        (ATSSHead, (0.75, 1.125), {"centreness": 1.25}),
        (YOLOV3Head, (1.5, 1.5), {}),
        (YOLOXHead, (2.75, 1.125), {"l1": 0.5}),
        (RTMDetSepBNHead, (0.75, 1.125), {}),
    ],
)
def test_losses_are_summed_as_the_trainer_reports_them(tmp_path, kind, losses, more):
    found = recorded(kind(), tmp_path / "d")["x/b.jpg"]
    assert (found.loss_objectness, found.loss_box) == losses
    assert dict(found.loss_more) == more


def test_ground_truths_keep_their_classes_and_at_rest_there_are_none(tmp_path):
    read = recorded(RetinaHead(), tmp_path / "d")
    np.testing.assert_array_equal(read["x/a.jpg"].gt, [[1, 2, 3, 4]])
    np.testing.assert_array_equal(read["x/a.jpg"].gt_class, [2])
    assert read["x/b.jpg"].gt.shape == (0, 4)
    assert (read["rest.jpg"].gt, read["rest.jpg"].loss_box) == (None, None)


def test_centreness_is_a_further_output(tmp_path):
    head = ATSSHead()
    found = recorded(head, tmp_path / "d")["x/b.jpg"].levels_heads["centreness"]
    for level, wanted in zip(found, head.centreness, strict=True):
        np.testing.assert_array_equal(np.asarray(level).reshape(wanted[1].shape), wanted[1])


def test_a_map_of_cells_is_parted_into_box_and_confidence_with_classes(tmp_path):
    head = YOLOV3Head()
    found = recorded(head, tmp_path / "d")["x/b.jpg"]
    for level, whole in enumerate(head.whole):
        wanted = by_anchor(whole, 1, 5 + CLASSES)
        np.testing.assert_array_equal(given_of(found, "deltas")[level].reshape(wanted[:, :4].shape), wanted[:, :4])
        rest = given_of(found, "objectness")[level]
        np.testing.assert_array_equal(rest.reshape(wanted[:, 4:].shape), wanted[:, 4:])


def test_of_a_point_the_confidence_stands_before_the_classes(tmp_path):
    head = YOLOXHead()
    found = recorded(head, tmp_path / "d")["x/b.jpg"]
    for level, (confidence, scores) in enumerate(zip(head.confidence, head.scores, strict=True)):
        wanted = np.concatenate([confidence[1], scores[1]])
        np.testing.assert_array_equal(given_of(found, "objectness")[level], wanted)
        np.testing.assert_array_equal(given_of(found, "deltas")[level], head.shifts[level][1])


def test_a_head_without_anchors_is_refused_before_the_training(tmp_path):
    FCOSHead = type("FCOSHead", (OneStageHead,), {})
    with pytest.raises(InspectorError, match=r"bbox_head is a FCOSHead, wanted .*RetinaHead"):
        mmdet.record(SimpleNamespace(bbox_head=FCOSHead()), tmp_path / "d")
    assert not (tmp_path / "d").exists()


class Backbone(Module):
    def forward(self, picture):
        return None


@pytest.mark.filterwarnings("ignore:rpn_inspector records no recipe")
@pytest.mark.parametrize(
    ("prepared", "colour"),
    [
        ({"_channel_conversion": True}, [26, 51, 102]),
        ({"_channel_conversion": False}, [102, 51, 26]),  # RTMDet, YOLOX: the network is fed BGR
        ({}, [102, 51, 26]),
    ],
)
@pytest.mark.parametrize("named", [False, True])
def test_pictures_are_rgb_however_the_network_is_fed(tmp_path, prepared, colour, named):
    mean, std = np.array([25.5, 50.0, 100.0]).reshape(3, 1, 1), np.full((3, 1, 1), 2.0)
    model = SimpleNamespace(
        backbone=Backbone(),
        bbox_head=RetinaHead(),
        data_preprocessor=SimpleNamespace(mean=Tensor(mean), std=Tensor(std), **prepared),
    )
    fed = Tensor(np.array([0.25, 0.5, 1.0]).reshape(1, 3, 1, 1) * np.ones((2, 3, 8, 8)))
    with mmdet.record(model, tmp_path / "run.rpn", "demo", rolling=Rolling()):
        model.backbone(**{"picture": fed}) if named else model.backbone(fed)
        model.bbox_head.loss_by_feat(*model.bbox_head(None), TRUTHS, METAS)
    found = open_predictions(tmp_path / "run.rpn" / "step-000000000")["picture 1"]
    if named:  # a hook is not told: the rest is recorded, and the training goes on
        assert found.trained is None
    else:
        assert np.unique(found.trained.pixels.reshape(-1, 3), axis=0).tolist() == [colour]


class BeforeThree(Module):
    """A model of MMDetection 2, called by pictures and their facts alone."""

    def __init__(self):
        super().__init__()
        self.backbone, self.bbox_head = Backbone(), RetinaHead()

    def __call__(self, img, img_metas):
        raise AssertionError("looked at again")


def test_before_mmdetection_3_no_picture_is_watched_and_nothing_is_warned_of(tmp_path, recwarn):
    model = BeforeThree()
    with mmdet.record(model, tmp_path / "run.rpn", "demo", rolling=Rolling()):
        model.backbone(Tensor(np.ones((2, 3, 8, 8))))
        model.bbox_head.loss_by_feat(*model.bbox_head(None), TRUTHS, METAS)
    assert open_predictions(tmp_path / "run.rpn" / "step-000000000").names == ("picture 1", "picture 2")
    assert [str(each.message) for each in recwarn if "leaves out" in str(each.message)] == []
