"""The second stage under a recorder, on stand-ins that behave as the frameworks' own."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.recorders import detectron2, mmdet, torchvision
from tests.test_recorders import META, PICTURE, TARGET, TRUTH, Detectron2, Module, RPNHead, Tensor, Torchvision

PROPOSALS = [np.array([[0, 0, 4, 4], [1, 1, 6, 6], [2, 0, 7, 5]], np.float32), np.array([[3, 3, 8, 8]], np.float32)]
SAMPLED = [[0, 3], [1]]  # of three proposals and a ground truth; of one proposal and a ground truth
LABELS, OWNERS = [[0, 2], [1]], [[0, 0], [0]]
LEVELS = [[0, 1, 0], [2]]


class Predictor(Module):
    def forward(self, count):
        return Tensor(np.arange(3.0 * count).reshape(count, 3)), Tensor(np.arange(12.0 * count).reshape(count, 12))


class Pool(Module):
    scales = (0.25, 0.125)

    def map_levels(self, boxes):
        return Tensor(np.concatenate(LEVELS[: len(boxes)]), np.int64)

    def forward(self, features, boxes, shapes):
        return sum(len(one.values) if isinstance(one, Tensor) else len(one) for one in boxes)


class RoiHeads(Module):
    def __init__(self):
        super().__init__()
        self.box_roi_pool, self.box_predictor = Pool(), Predictor()

    def subsample(self, labels):
        return [Tensor(places, np.int64) for places in SAMPLED[: len(labels)]]

    def select_training_samples(self, proposals, targets):
        places = [one.values for one in self.subsample(proposals)]
        labels, owners = ([Tensor(each, np.int64) for each in both[: len(targets)]] for both in (LABELS, OWNERS))
        return places, owners, labels, None

    def forward(self, features, proposals, shapes, targets=None):
        boxes = self.select_training_samples(proposals, targets)[0] if self.training else proposals
        self.box_predictor(self.box_roi_pool(features, boxes, shapes))
        return [], {"loss_classifier": Tensor(1.5), "loss_box_reg": Tensor(0.75)} if self.training else {}


class TwoStage(Torchvision):
    broken = False

    def __init__(self):
        super().__init__()
        self.roi_heads = RoiHeads()

    def forward(self, images, targets=None):
        super().forward(images, targets)
        if self.broken:
            raise ZeroDivisionError
        return self.roi_heads({}, [Tensor(one) for one in PROPOSALS[: len(images)]], [], targets)


def test_torchvisions_second_stage_is_recorded_with_all_four_losses(tmp_path):
    model = TwoStage()
    parts = (model, model.roi_heads, model.roi_heads.box_predictor, model.roi_heads.box_roi_pool)
    before = [part.state() for part in parts]
    with torchvision.record(model, tmp_path / "d", "demo") as recording:
        recording.name("a.jpg", "b.jpg")
        model([PICTURE, PICTURE], [TARGET | {"labels": Tensor([44], np.int64)}, TARGET | {"labels": Tensor([1])}])
    assert [part.state() for part in parts] == before
    read = open_predictions(tmp_path / "d")
    one, two = read["a.jpg"], read["b.jpg"]
    assert (one.loss_objectness, one.loss_box, one.rois.mode) == (0.25, 0.5, "train")
    assert (one.gt_class.tolist(), two.gt_class.tolist()) == ([43], [0])  # behind the background's column
    np.testing.assert_array_equal(one.rois.proposals, PROPOSALS[0])
    first, second = one.rois.heads["roi"], two.rois.heads["roi"]
    np.testing.assert_array_equal(first.sampled, [0, 3])
    np.testing.assert_array_equal(first.gt, [-1, 0])
    np.testing.assert_array_equal(second.gt, [0])
    np.testing.assert_array_equal(first.logits, [[0, 1, 2], [3, 4, 5]])
    np.testing.assert_array_equal(second.logits, [[6, 7, 8]])
    np.testing.assert_array_equal(second.deltas, [np.arange(24, 36)])
    assert (first.loss_class, second.loss_box, first.level) == (1.5, 0.75, None)


def test_at_rest_every_proposal_has_its_outputs_and_its_map(tmp_path):
    model = TwoStage()
    model.training = model.rpn.training = model.roi_heads.training = False
    with torchvision.record(model, tmp_path / "d", "demo") as recording:
        recording.name("a.jpg", "b.jpg")
        model([PICTURE, PICTURE])
    rois = [open_predictions(tmp_path / "d")[name].rois for name in ("a.jpg", "b.jpg")]
    heads = [one.heads["roi"] for one in rois]
    assert [len(one.logits) for one in heads] == [3, 1]
    assert [one.level.tolist() for one in heads] == LEVELS
    assert [(one.sampled, one.loss_class) for one in heads] == [(None, None)] * 2
    assert rois[0].mode == "eval"


def test_a_pass_that_breaks_behind_the_rpn_leaves_nothing_to_the_next(tmp_path):
    model = TwoStage()
    with torchvision.record(model, tmp_path / "d", "demo") as recording:
        model.broken = True
        with pytest.raises(ZeroDivisionError):
            model([PICTURE, PICTURE], [TARGET, TARGET])
        model.broken = False
        recording.name("a.jpg")
        model([PICTURE], [TARGET])
    assert open_predictions(tmp_path / "d").names == ("a.jpg",)


def test_rows_that_do_not_add_up_are_said_and_end_no_training(tmp_path):
    model = TwoStage()
    model.roi_heads.box_predictor.forward = lambda _: (Tensor(np.zeros((9, 3))), Tensor(np.zeros((9, 12))))
    recorded = torchvision.record(model, tmp_path / "d", "demo")
    with pytest.warns(RuntimeWarning, match="9 rows of logits and 9 of deltas, wanted 2, one for each box"), recorded:
        assert model([PICTURE], [TARGET])[1]["loss_classifier"].values == 1.5


# ---- detectron2 --------------------------------------------------------------------------------------------------


def instances(boxes):
    return SimpleNamespace(proposal_boxes=SimpleNamespace(tensor=Tensor(boxes)))


class Detectron2Heads(Module):
    num_classes = 2

    def __init__(self):
        super().__init__()
        self.box_predictor = Predictor()

    def _sample_proposals(self, matched_idxs, matched_labels, gt_classes):
        return Tensor([3, 1], np.int64), Tensor([1, 2], np.int64)  # a positive of class 1, and background

    def forward(self, images, features, proposals, targets=None):
        if not self.training:
            self.box_predictor(sum(len(one.proposal_boxes.tensor.values) for one in proposals))
            return [], {}
        for _ in proposals:
            self._sample_proposals(Tensor([0, 1, 0, 1], np.int64), None, None)
        self.box_predictor(2 * len(proposals))
        return proposals, {"loss_cls": Tensor(1.5), "loss_box_reg": Tensor(0.75)}


class TwoStageDetectron2(Detectron2):
    def __init__(self):
        super().__init__()
        self.roi_heads = Detectron2Heads()

    def forward(self, inputs):
        super().forward(inputs)
        return self.roi_heads(None, None, [instances(PROPOSALS[0]) for _ in inputs], None)


def test_detectron2s_second_stage_is_recorded_with_all_four_losses(tmp_path):
    model = TwoStageDetectron2()
    model.training = model.roi_heads.training = True
    before = [part.state() for part in (model, model.roi_heads, model.roi_heads.box_predictor)]
    truth = SimpleNamespace(tensor=Tensor([[1, 2, 3, 4], [5, 5, 7, 7]]))
    boxes = SimpleNamespace(gt_boxes=truth, gt_classes=Tensor([7, 2], np.int64))
    one = {"file_name": "a.jpg", "height": 12, "width": 16, "instances": boxes}
    with detectron2.record(model, tmp_path / "d", "demo"):
        model([one, one | {"file_name": "b.jpg"}])
        model.training = model.roi_heads.training = False
        model([one | {"file_name": "c.jpg"}])
    assert [part.state() for part in (model, model.roi_heads, model.roi_heads.box_predictor)] == before
    read = open_predictions(tmp_path / "d")
    assert (read["a.jpg"].loss_objectness, read["b.jpg"].loss_box) == (0.25, 0.5)
    assert read["b.jpg"].gt_class.tolist() == [7, 2]
    head, rest = read["b.jpg"].rois.heads["roi"], read["c.jpg"].rois
    assert (head.sampled.tolist(), head.gt.tolist(), head.loss_class, head.loss_box) == ([3, 1], [1, -1], 1.5, 0.75)
    np.testing.assert_array_equal(head.logits, [[6, 7, 8], [9, 10, 11]])
    assert (rest.mode, len(rest.heads["roi"].logits), rest.heads["roi"].sampled) == ("eval", 3, None)


# ---- MMDetection -------------------------------------------------------------------------------------------------


class MmdetHeads:
    """``StandardRoIHead``, which renames the proposals' boxes."""

    def __init__(self):
        self.bbox_head, self.bbox_sampler = Predictor(), SimpleNamespace(add_gt_as_proposals=True)

    def _bbox_forward(self, features, count):
        scores, shifts = self.bbox_head(count)
        return {"cls_score": scores, "bbox_pred": shifts}

    def bbox_loss(self, features, sampling_results):
        self._bbox_forward(features, sum(len(one.pos_inds) + len(one.neg_inds) for one in sampling_results))
        return {"loss_bbox": {"loss_cls": Tensor(1.5), "loss_bbox": Tensor(0.75)}}

    def loss(self, features, rpn_results_list, batch_data_samples):
        picked = []
        for one in rpn_results_list:
            one.priors = vars(one).pop("bboxes")
            picked.append(sampling([0], [2, 3], [0]))
        return self.bbox_loss(features, picked)["loss_bbox"]

    def predict(self, features, rpn_results_list, batch_data_samples, rescale=False):
        self._bbox_forward(features, sum(len(one.bboxes) for one in rpn_results_list))
        return []


def sampling(positive, negative, owners):
    places = {"pos_inds": positive, "neg_inds": negative, "pos_assigned_gt_inds": owners}
    return SimpleNamespace(**{name: Tensor(each, np.int64) for name, each in places.items()}, num_gts=1)


def test_mmdetections_second_stage_is_recorded_with_all_four_losses(tmp_path):
    model = SimpleNamespace(rpn_head=RPNHead(), roi_head=MmdetHeads())
    rpn, heads = model.rpn_head, model.roi_head
    rpn.count, rpn.found = 1, [PROPOSALS[0]]
    with mmdet.record(model, tmp_path / "d", "demo"):
        outputs = rpn(None)
        rpn.loss_by_feat(*outputs, [TRUTH], [META])
        truth = SimpleNamespace(gt_instances=SimpleNamespace(labels=Tensor([7], np.int64)))
        found = rpn.predict_by_feat(*outputs, batch_img_metas=[META])
        assert heads.loss(None, found, [truth])["loss_cls"].values == 1.5
        rpn.training = False
        found = rpn.predict_by_feat(*rpn(None), batch_img_metas=[META | {"img_path": "b.jpg"}])
        heads.predict(None, found, [], rescale=True)
    assert set(vars(heads)) == {"bbox_head", "bbox_sampler"}
    read = open_predictions(tmp_path / "d")
    assert (read["x/a.jpg"].loss_objectness, read["x/a.jpg"].loss_box) == (0.5, 1.0)
    assert read["x/a.jpg"].gt_class.tolist() == [7]  # of the heads behind the proposals, whose own have one class
    head, rest = read["x/a.jpg"].rois.heads["roi"], read["b.jpg"].rois
    assert (head.sampled.tolist(), head.gt.tolist(), head.loss_class) == ([0, 2, 3], [0, -1, -1], 1.5)
    assert (len(head.logits), head.loss_box) == (3, 0.75)
    assert (rest.mode, len(rest.heads["roi"].logits)) == ("eval", 3)
    np.testing.assert_array_equal(read["x/a.jpg"].rois.proposals, PROPOSALS[0])


class CascadeHeads:
    """``CascadeRoIHead``: each head samples among the boxes of the one before, in the order of its sample."""

    stage_loss_weights = (1, 0.5, 0.25)
    picked = (([2], [3, 1], [0]), ([2], [1], [0]), ([0], [1], [0]))

    def __init__(self):
        self.bbox_head = [Predictor() for _ in self.picked]
        self.bbox_sampler = [SimpleNamespace(add_gt_as_proposals=True) for _ in self.picked]

    def _bbox_forward(self, stage, features, count):
        scores, shifts = self.bbox_head[stage](count)
        return {"cls_score": scores, "bbox_pred": shifts}

    def bbox_loss(self, stage, features, sampling_results):
        self._bbox_forward(stage, features, len(sampling_results[0].pos_inds) + len(sampling_results[0].neg_inds))
        return {"loss_bbox": {"loss_cls": Tensor(1.5), "loss_bbox": Tensor(0.75)}}

    def loss(self, features, rpn_results_list, batch_data_samples):
        losses = {}
        for stage, (picked, weight) in enumerate(zip(self.picked, self.stage_loss_weights, strict=True)):
            found = self.bbox_loss(stage, features, [sampling(*picked)])["loss_bbox"]
            losses |= {f"s{stage}.{name}": Tensor(weight * value.values) for name, value in found.items()}
        return losses

    def predict(self, features, rpn_results_list, batch_data_samples, rescale=False):
        for stage in range(len(self.picked)):
            self._bbox_forward(stage=stage, features=features, count=len(rpn_results_list[0].bboxes))
        return []


def test_each_head_of_mmdetections_cascade_is_recorded_in_the_order_of_candidates(tmp_path):
    model = SimpleNamespace(rpn_head=RPNHead(), roi_head=CascadeHeads())
    rpn, heads = model.rpn_head, model.roi_head
    rpn.count, rpn.found = 1, [PROPOSALS[0]]
    with mmdet.record(model, tmp_path / "d", "demo"):
        outputs = rpn(None)
        rpn.loss_by_feat(*outputs, [TRUTH], [META])
        heads.loss(None, rpn.predict_by_feat(*outputs, batch_img_metas=[META]), [])
        rpn.training = False
        heads.predict(None, rpn.predict_by_feat(*rpn(None), batch_img_metas=[META | {"img_path": "b.jpg"}]), [])
    read = open_predictions(tmp_path / "d")
    found = read["x/a.jpg"].rois.heads
    assert list(found) == ["cascade2", "cascade3", "roi"]
    # candidates 2, 3, 1 were sampled first: as boxes they are 1, 2, 0 in ascending order, behind one ground truth
    assert [found[name].sampled.tolist() for name in ("roi", "cascade2", "cascade3")] == [[2, 3, 1], [3, 2], [0, 2]]
    assert [found[name].loss_class for name in ("roi", "cascade2", "cascade3")] == [1.5, 0.75, 0.375]
    assert {len(one.logits) for one in read["b.jpg"].rois.heads.values()} == {3}


def test_the_head_of_mmdetections_plain_rpn_is_its_bbox_head(tmp_path):
    head = RPNHead()
    head.count = 1
    with mmdet.record(SimpleNamespace(bbox_head=head), tmp_path / "d", "demo"):
        outputs = head(None)
        head.loss_by_feat(*outputs, [TRUTH], [META])
    assert open_predictions(tmp_path / "d")["x/a.jpg"].loss_box == 1.0
