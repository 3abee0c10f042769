"""Reference arrays made by the libraries themselves: every case of every family must come out.

``RPN_INSPECTOR_GOLDEN=DIR`` runs the same law on another folder of the same schema.
"""

import dataclasses
import hashlib

import numpy as np
import pytest
from golden_cases import RECIPES, arrays_in, cases, grid_of, library_of, recipe_of, xyxy

from rpn_inspector.core.boxes import clip, iou_with, sides
from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import box_loss, losses, objectness_loss, sigmoid
from rpn_inspector.core.matcher import Cause, assign, responsible
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.resize import frame_of, padded_size
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.sampler import sample as draw

CHECKS = {}
# parameters that describe the case's own arrays, or what every check here holds to anyway
SAID = {
    "anchor_index",
    "anchors_per_cell",
    "edge_rows",
    "gt_labels",
    "num_anchors_per_image",
    "num_classes",
    "num_classes_with_background",
    "num_logits",
    "proposals_with_a_score_equal_to_another",
    "pictures",
}


def checks(kind, *families):
    """Register a check for the cases of one kind, of the families named, or of all."""

    def register(check):
        CHECKS.update({(kind, family): check for family in families or RECIPES})
        return check

    return register


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases()])
def test_case(case):
    """Run a case's check, which must look at every array and every parameter; words between are the reader's."""
    assert (case.kind, case.family) in CHECKS, f"{case.id}: no check for kind {case.kind!r} of family {case.family!r}"
    CHECKS[case.kind, case.family](case)
    numbers = {key for key, value in case.own.items() if not isinstance(value, str)}
    ignored = sorted((case.recorded.unread | (case.config.unread & numbers)) - SAID)
    assert ignored == [], f"{case.id}: nobody looked at these"


def test_the_folder_holds_cases():
    assert cases()


@checks("anchors")
def check_anchors(case):
    recorded, grid, config = case.recorded, grid_of(case), case.config
    boxes = grid.all_boxes().astype(np.float32)
    np.testing.assert_array_equal(grid.boxes(np.arange(grid.size)), grid.all_boxes())
    assert grid.size == config.get("grid_total", grid.size)
    if "valid" in recorded:
        valid = np.zeros(grid.size, bool)
        for level in grid.levels:
            rows, columns = level.valid(tuple(config["pad_shape"]))
            planes = np.zeros((len(level.base), *level.shape), bool)
            planes[:, :rows, :columns] = True
            valid[level.offset : level.offset + level.count] = level.to_flat(planes)
        np.testing.assert_array_equal(valid, recorded["valid"])
        return
    np.testing.assert_array_equal([level.count for level in grid.levels], recorded["num_per_level"])
    if "strides_hw_used" in config:
        assert [list(level.stride) for level in grid.levels] == config["strides_hw_used"]
    for level in grid.levels:
        if f"wh_{level.index}" in recorded:  # fractions of the input, before they are cut to it
            sides_of = (level.base[:, 2:] - level.base[:, :2]) / np.array(config["image_tensor_hw"][::-1])
            wanted = recorded[f"wh_{level.index}"]
            np.testing.assert_allclose(sides_of, np.clip(wanted, 0, 1) if config["clip_wh"] else wanted, rtol=1e-5)
        if f"base_{level.index}" in recorded:
            wanted = recorded[f"base_{level.index}"].astype(np.float32)
            np.testing.assert_array_equal(level.base.astype(np.float32), wanted)
    wanted = np.float32(xyxy(case, recorded["grid"] if "grid" in recorded else recorded["grid_sample"]))
    got = boxes if "grid" in recorded else boxes[recorded["grid_sample_index"]]
    np.testing.assert_array_equal(got, wanted)
    whole = np.ascontiguousarray(xyxy(case, boxes), "<f4")
    assert hashlib.sha256(whole.tobytes()).hexdigest() == config["grid_sha256_float32_le_c_order"]


def truths_of(case, recorded):
    gts = xyxy(case, recorded["gts"])
    return gts[recorded["gt_classes"] >= 0] if "gt_classes" in recorded else gts


@checks("assign")
def check_assignment(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    if not {"labels", "gt_inds", "match"} & set(recorded):  # the library cannot do it at all: here it is a warning
        size = config["image_hw"] if "image_hw" in config else [16 * side for side in config["feature_hw"]]
        result = inspect(Sample("x", tuple(size)), recipe)
        assert str(recorded["raises"])
        assert "no_truth" in {warning.kind for warning in result.warnings}
        return
    grid, truths = grid_of(case), truths_of(case, recorded)
    image = tuple(config.get("image_hw", (10**6, 10**6)))
    result = assign(grid, truths, recipe.matcher, image, recorded.get("gts_ignore"))
    if "anchors" in recorded:
        np.testing.assert_array_equal(grid.all_boxes(), recorded["anchors"])
    if "labels" in recorded:
        np.testing.assert_array_equal(result.label, recorded["labels"])
    outside = result.cause == Cause.OUTSIDE_IMAGE
    check_matches(case, recorded, result, outside)
    check_overlaps(case, recorded, result, outside)
    positive = np.flatnonzero(result.label == 1)
    if "num_positives" in recorded:
        assert len(positive) == int(recorded["num_positives"])
    if "targets_of_pos" in recorded:
        np.testing.assert_array_equal(positive, recorded["pos_index"])
        targets = encode(grid.boxes(positive), truths[result.gt[positive]], recipe)
        np.testing.assert_allclose(targets, recorded["targets_of_pos"], rtol=0, atol=1e-5)
    if "targets" in recorded:
        targets = np.zeros((grid.size, 4), np.float32)
        if positive.size:
            targets[positive] = encode(grid.boxes(positive), truths[result.gt[positive]], recipe)
        np.testing.assert_allclose(targets, recorded["targets"], rtol=0, atol=1e-5)
    if "class_targets_of_pos" in recorded:
        kinds = recorded["gt_classes"][recorded["gt_classes"] >= 0]
        np.testing.assert_array_equal(kinds[result.gt[positive]] - 1, recorded["class_targets_of_pos"])
    if "class_targets" in recorded:
        kinds = recorded["gt_classes"][recorded["gt_classes"] >= 0]
        wanted = np.full(grid.size, -1)
        wanted[positive] = kinds[result.gt[positive]] - 1
        np.testing.assert_array_equal(wanted, recorded["class_targets"])


def check_matches(case, recorded, result, outside):
    plain = np.where(result.label == 1, result.gt, -1)
    if "matcher_output" in recorded:
        between = {"retinanet": -2, "torchvision_rpn": -2, "ssd": -1}[case.family]
        wanted = np.where(result.label == 0, -1, np.where(result.label == -1, between, plain))
        np.testing.assert_array_equal(wanted, recorded["matcher_output"])
    if "gt_inds" in recorded:
        np.testing.assert_array_equal(np.where(result.label == 1, result.gt + 1, result.label), recorded["gt_inds"])
    if "match" in recorded:
        np.testing.assert_array_equal(plain, recorded["match"])
    for name in ("matched_gt", "argmax_gt"):
        if name in recorded:
            compared = result.best_gt >= 0
            np.testing.assert_array_equal(result.best_gt[compared], recorded[name][compared])
            assert (compared | outside).all() or not len(recorded["gts"])


def check_overlaps(case, recorded, result, outside):
    left_out = outside if "inside" in recorded else np.zeros(len(outside), bool)
    left_out = left_out | (result.cause == Cause.CROWD)
    if "inside" in recorded:
        np.testing.assert_array_equal(~outside, recorded["inside"])
    if "max_iou" in recorded:
        np.testing.assert_array_equal(result.iou[~left_out], recorded["max_iou"][~left_out])
        assert (recorded["max_iou"][result.cause == Cause.CROWD] <= 0).all()
    if "max_iou_sample" in recorded:
        index = recorded["max_iou_index"]
        compared = ~left_out[index] if len(index) == len(recorded["max_iou_sample"]) else slice(None)
        np.testing.assert_array_equal(result.iou[index][compared], recorded["max_iou_sample"][compared])
    if "gt_best_iou" in recorded:
        np.testing.assert_array_equal(result.gt_best_iou, recorded["gt_best_iou"])
    if "gt_best_anchor" in recorded:
        np.testing.assert_array_equal(result.gt_best_anchor, recorded["gt_best_anchor"])
    if "responsible" in recorded:
        grid, truths = grid_of(case), recorded["gts"]
        cells = responsible(grid, truths)
        np.testing.assert_array_equal(np.isin(np.arange(grid.size), cells), recorded["responsible"])
        if not len(truths):
            assert (recorded["max_iou_responsible"] <= 0).all() if "max_iou_responsible" in recorded else True
        else:
            overlaps = np.stack([iou_with(truth, grid.boxes(cells)) for truth in truths]).max(0)
            np.testing.assert_array_equal(overlaps, recorded["max_iou_responsible"][cells])


@checks("encode")
def check_encode(case):
    recorded, recipe = case.recorded, recipe_of(case)
    anchors, truths, wanted = xyxy(case, recorded["anchors"]), xyxy(case, recorded["gts"]), recorded["targets"]
    targets = encode(anchors, truths, recipe, recorded.get("stride"))
    np.testing.assert_array_equal(np.isnan(targets), np.isnan(wanted))
    np.testing.assert_array_equal(np.isneginf(targets), np.isneginf(wanted))
    order = [1, 0, 3, 2] if recipe.coder.coordinates == "yxhw" else [0, 1, 2, 3]
    factor = np.array(recipe.coder.weights) / np.array(recipe.coder.stds)
    side = np.stack([anchors[:, 2 + axis] - anchors[:, axis] for axis in (0, 1)], 1)
    fair = np.concatenate([1e-4 / np.maximum(side, 1e-3), np.full_like(side, 2e-6)], 1)[:, order] * factor
    if recipe.coder.rule == "cell":
        fair = np.full_like(wanted, 2e-6)
    finite = np.isfinite(wanted)
    assert (np.abs(targets[finite] - wanted[finite]) <= (fair + 1e-6 * np.abs(wanted))[finite]).all()


@checks("decode")
def check_decode(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    if library_of(case) == "darknet":
        check_darknet(case, recorded, recipe)
        return
    deltas = recorded["raw"] if "raw" in recorded else recorded["deltas"]
    boxes = decode(xyxy(case, recorded["anchors"]), deltas, recipe, recorded.get("stride"))
    if "pred_after_sigmoid" in recorded:
        answered = np.concatenate([sigmoid(deltas[:, :2]), deltas[:, 2:]], 1)
        np.testing.assert_allclose(answered, recorded["pred_after_sigmoid"], rtol=3e-7, atol=1e-9)
    size = config.get("clip_hw", config.get("image_hw", config.get("clip_to_hw")))
    assert size is not None, f"the case does not say what it clips to: {sorted(config)}"
    inclusive = int(recipe.coder.inclusive)
    clipped = clip(boxes, size, inclusive)
    compared = [(xyxy(case, recorded["boxes"]), boxes)] if "boxes" in recorded else []
    compared += [(recorded[name], clipped) for name in ("boxes_clipped", "boxes_xyxy_clipped") if name in recorded]
    assert compared
    for wanted, got in compared:
        rows = np.isfinite(wanted).all(1)
        fair = 1e-6 * np.maximum(np.abs(wanted[rows]).max(1, keepdims=True), 1)
        whole = np.abs(boxes[rows]).max(1, keepdims=True)  # clipping keeps the error of what was clipped
        fair = np.maximum(fair, 1e-6 * np.minimum(whole, np.abs(wanted[rows]).max() + 1))
        assert (np.abs(got[rows].astype(np.float64) - wanted[rows]) <= fair).all()
        np.testing.assert_array_equal(np.isfinite(got).all(1), rows)
    width, height = sides(clipped, inclusive)
    for name in recorded:
        if name.startswith("kept"):
            least = np.float32(recipe.proposals.min_size)
            strict = recipe.proposals.min_size_rule == "greater"
            keep = (width > least) & (height > least) if strict else (width >= least) & (height >= least)
            wanted = recorded[name] if recorded[name].dtype == bool else np.isin(np.arange(len(keep)), recorded[name])
            np.testing.assert_array_equal(keep, wanted)


def check_darknet(case, recorded, recipe):
    net = np.array(case.config["net_hw"][::-1], np.float64)
    stride = net / recorded["grid_wh"]
    centre = (np.stack([recorded["col"], recorded["row"]], 1) + 0.5) * stride
    anchor_side = recorded["anchor_wh"].astype(np.float64)
    anchors = np.concatenate([centre - anchor_side / 2, centre + anchor_side / 2], 1)
    boxes = decode(anchors, recorded["raw"], recipe, stride).astype(np.float64)
    wanted = recorded["box_xyxy_pixels"]
    assert (np.abs(boxes - wanted) <= 1e-6 * np.maximum(np.abs(wanted).max(1, keepdims=True), 1)).all()
    relative = np.concatenate([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]], 1) / np.tile(net, 2)
    largest = np.abs(wanted).max(1, keepdims=True) / net.min()
    assert (np.abs(relative - recorded["box_cxcywh_relative"]) <= 1e-6 * np.maximum(largest, 1)).all()
    truth = recorded["truth_cxcywh_relative"] * np.tile(net, 2)
    truths = np.concatenate([truth[:, :2] - truth[:, 2:] / 2, truth[:, :2] + truth[:, 2:] / 2], 1)
    targets = encode(anchors, truths, recipe, stride)
    np.testing.assert_allclose(targets, recorded["truth_targets"], rtol=2e-6, atol=2e-6)
    area = truth[:, 2] * truth[:, 3] / net.prod()
    zeros = np.zeros((len(area), 4))
    rows = np.arange(len(area))
    weighed = losses(
        np.zeros((len(area), 1)), zeros, zeros + 0.5, rows, rows[:0], recipe.loss, recipe.sampler, None, area
    )
    plain = box_loss(zeros, zeros + 0.5, recipe.loss)
    np.testing.assert_allclose(weighed.box_per_coordinate / plain, recorded["truth_box_weight"][:, None] * np.ones(4))


@checks("loss", "torchvision_rpn", "paper_faster_rcnn", "detectron2_rpn", "mmdet_rpn")
def check_rpn_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    count = len(recorded["sampled_pos"])
    logits = recorded["logits"] if "logits" in recorded else np.diff(recorded["logits_bg_fg"], axis=1)[:, 0]
    rows = np.arange(len(logits))
    deltas, targets = recorded["deltas"][:count], recorded["targets"][:count]
    result = losses(logits, deltas, targets, rows[:count], rows[count:], recipe.loss, recipe.sampler)
    np.testing.assert_allclose(result.objectness, recorded["loss_objectness"], rtol=1e-5)
    np.testing.assert_allclose(result.box, recorded["loss_box"], rtol=1e-5)
    np.testing.assert_allclose(result.objectness_per_anchor.sum(), result.objectness, rtol=1e-12)
    np.testing.assert_allclose(result.box_per_coordinate.sum(), result.box, rtol=1e-12)
    assert len(rows) == count + len(recorded["sampled_neg"])
    np.testing.assert_array_equal(recorded["labels"], rows < count)
    if "avg_factor" in config:
        assert result.objectness_normaliser == pytest.approx(config["avg_factor"])
    if "matched_gts" in recorded:
        coded = encode(recorded["anchors"][:count], recorded["matched_gts"][:count], recipe)
        np.testing.assert_allclose(coded, targets, rtol=2e-6, atol=2e-5)
    if "inside_weights" in recorded:
        weights = (rows[:, None] < count) * np.ones(4)
        np.testing.assert_array_equal(recorded["inside_weights"], weights)
        np.testing.assert_allclose(recorded["outside_weights"], 1 / result.box_normaliser * np.ones_like(weights))
    if "loss_paper_total" in recorded:  # the article: cls / 256 + 10 / locations * box
        article = dataclasses.replace(
            recipe.loss, normaliser="batch", box_weight=10 * recipe.sampler.batch / float(recorded["n_locations"])
        )
        paper = losses(logits, deltas, targets, rows[:count], rows[count:], article, recipe.sampler)
        np.testing.assert_allclose(paper.box, recorded["loss_paper_box"], rtol=1e-5)
        np.testing.assert_allclose(paper.total, recorded["loss_paper_total"], rtol=1e-5)
    weighs_positives = np.where(rows < count, recipe.loss.positive_weight, 1.0) * recipe.loss.objectness_weight
    if "objectness_per_anchor" in recorded:  # before weights and normaliser
        per_anchor = result.objectness_per_anchor * result.objectness_normaliser / weighs_positives
        np.testing.assert_allclose(per_anchor, recorded["objectness_per_anchor"], rtol=1e-5, atol=2e-6)
    if "box_per_coordinate_of_pos" in recorded:
        parts = result.box_per_coordinate * result.box_normaliser / (recipe.loss.box_weight or 1)
        np.testing.assert_allclose(parts, recorded["box_per_coordinate_of_pos"], rtol=1e-5, atol=2e-6)
    if "loss_objectness_per_level" in recorded:
        flat = np.concatenate([recorded["sampled_pos"], recorded["sampled_neg"]])
        level = np.searchsorted(np.cumsum(config["num_per_level"]), flat, side="right")
        levels = len(config["num_per_level"])
        by_level = np.bincount(level, result.objectness_per_anchor, levels)
        np.testing.assert_allclose(by_level, recorded["loss_objectness_per_level"], rtol=1e-5, atol=1e-9)
        by_level = np.bincount(level[:count], result.box_per_coordinate.sum(1), levels)
        np.testing.assert_allclose(by_level, recorded["loss_box_per_level"], rtol=1e-5, atol=1e-9)


@checks("loss", "retinanet", "ssd")
def check_class_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    logits, deltas = recorded["cls_logits"], recorded["deltas"]
    rows = np.arange(len(logits))
    if "matcher_output" in recorded:
        match = recorded["matcher_output"]
        positive, ignored = match >= 0, match == -2
        kinds = recorded["gt_labels"][match[positive]] - (1 if case.family == "ssd" else 0)
        truths = recorded["gts"][match[positive]]
    else:
        kind = recorded["class_target"]
        positive, ignored = (kind >= 0) & (kind < config["num_classes"]), kind == -1
        kinds, truths = kind[positive], recorded["matched_gts"][positive]
    targets = encode(recorded["anchors"][positive], truths, recipe)
    label = np.where(positive, 1, np.where(ignored, -1, 0)).astype(np.int8)
    background = objectness_loss(logits, 0, np.empty(0, np.int64), recipe.loss)
    chosen, rest = draw(label, recipe.sampler, 0, background)
    result = losses(logits, deltas[chosen], targets, chosen, rest, recipe.loss, recipe.sampler, kinds)
    np.testing.assert_allclose(result.objectness, recorded["loss_classification"], rtol=1e-5)
    np.testing.assert_allclose(result.box, recorded["loss_box"], rtol=1e-5)
    if "normaliser_used" in config:
        assert result.objectness_normaliser == pytest.approx(config["normaliser_used"])
    if "targets_of_pos" in recorded:
        np.testing.assert_allclose(targets, recorded["targets_of_pos"], rtol=0, atol=1e-5)
    if "hard_negative_rows" in recorded:
        np.testing.assert_array_equal(rest, np.sort(recorded["hard_negative_rows"]))
    if "box_per_coordinate_of_pos" in recorded:
        parts = result.box_per_coordinate * result.box_normaliser
        np.testing.assert_allclose(parts, recorded["box_per_coordinate_of_pos"], rtol=0, atol=1e-5)
    order = np.concatenate([np.flatnonzero(positive), np.flatnonzero(~positive)])
    every = np.empty(len(rows))
    every[order] = objectness_loss(logits[order], int(positive.sum()), kinds, recipe.loss)
    if "ce_per_anchor" in recorded:
        np.testing.assert_allclose(every, recorded["ce_per_anchor"], rtol=0, atol=2e-6)
    if "focal_per_anchor_class" in recorded:
        summed = recorded["focal_per_anchor_class"].astype(np.float64).sum(1)
        compared = ~ignored
        np.testing.assert_allclose(every[compared], summed[compared], rtol=0, atol=1e-5 * logits.shape[1])


@checks("loss", "efficientdet")
def check_efficientdet_losses(case):
    recorded, recipe = case.recorded, recipe_of(case)
    positive, kind = recorded["pos_index"], recorded["class_targets"]
    negative = np.flatnonzero(kind == -1)
    kinds = kind[positive].astype(np.int64)
    deltas, targets = recorded["deltas_of_pos"], recorded["targets_of_pos"]
    assert len(positive) == int(recorded["num_positives"])
    result = losses(recorded["cls_logits"], deltas, targets, positive, negative, recipe.loss, recipe.sampler, kinds)
    np.testing.assert_allclose(result.objectness, recorded["loss_classification"], rtol=2e-5)
    np.testing.assert_allclose(result.box / recipe.loss.box_weight, recorded["loss_box"], rtol=1e-5)
    np.testing.assert_allclose(result.total, recorded["loss_total"], rtol=2e-5)
    huber = result.box_per_coordinate * result.box_normaliser / recipe.loss.box_weight
    np.testing.assert_allclose(huber, recorded["huber_of_pos"], rtol=1e-5, atol=1e-7)
    every = np.empty(len(kind))
    every[result.rows] = result.objectness_per_anchor * result.objectness_normaliser
    index = recorded["sample_index"]
    np.testing.assert_allclose(every[index], recorded["focal_sample"].sum(1), rtol=1e-5, atol=1e-6)
    grid, truths = grid_of(case), truths_of(case, recorded)
    assignment = assign(grid, truths, recipe.matcher, tuple(case.config["image_hw"]))
    np.testing.assert_array_equal(np.flatnonzero(assignment.label == 1), positive)
    np.testing.assert_allclose(
        encode(grid.boxes(positive), truths[assignment.gt[positive]], recipe), targets, rtol=0, atol=1e-5
    )


@checks("loss", "yolov3")
def check_yolo_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    grid, truths, positive = grid_of(case), recorded["gts"], recorded["pos_index"]
    assignment = assign(grid, truths, recipe.matcher, tuple(config["image_hw"]))
    np.testing.assert_array_equal(np.flatnonzero(assignment.label == 1), positive)
    np.testing.assert_array_equal(assignment.label == 0, recorded["neg_mask"])
    owner = assignment.gt[positive]
    targets = encode(grid.boxes(positive), truths[owner], recipe, grid.strides(positive))
    np.testing.assert_allclose(targets, recorded["target_map_of_pos"][:, :4], rtol=0, atol=2e-6)
    logits = np.zeros((grid.size, 1 + config["num_classes"]))
    logits[:, 0] = recorded["pred_conf_all"]
    logits[positive, 1:] = recorded["pred_of_pos"][:, 5:]
    t = recorded["pred_of_pos"][:, :4]
    negative = np.flatnonzero(recorded["neg_mask"])
    kinds = recorded["gt_labels"][owner]
    result = losses(logits, t, targets, positive, negative, recipe.loss, recipe.sampler, kinds)
    levels = len(grid.levels)
    level = grid.locate(positive).level
    for name, part in (("xy", slice(0, 2)), ("wh", slice(2, 4))):
        by_level = np.bincount(level, result.box_per_coordinate[:, part].sum(1), levels)
        np.testing.assert_allclose(by_level, recorded[f"loss_{name}_per_level"], rtol=1e-5, atol=1e-7)
    by_level = np.bincount(grid.locate(result.rows).level, result.objectness_per_anchor, levels)
    wanted = recorded["loss_conf_per_level"].astype(np.float64) + recorded["loss_cls_per_level"]
    np.testing.assert_allclose(by_level, wanted, rtol=1e-5)


@checks("proposals", "torchvision_rpn", "paper_faster_rcnn", "detectron2_rpn", "mmdet_rpn")
def check_proposals(case):
    recorded, recipe, grid, config = case.recorded, recipe_of(case), grid_of(case), case.config
    inputs = arrays_in(case.inputs) if case.inputs else recorded
    if "logits" in inputs:
        logits = inputs["logits"]
    else:
        score = inputs["fg_scores"].astype(np.float64)
        logits = np.log(score / (1 - score))
    size = tuple(config["image_hw" if "image_hw" in config else "image_tensor_hw"])
    result = propose(grid, logits, inputs["deltas"], recipe, size, config.get("im_scale", 1.0))
    np.testing.assert_array_equal(result.anchor, recorded["anchor_index"])
    check_boxes(result.boxes, recorded["boxes"])
    if "scores" in recorded:
        np.testing.assert_allclose(result.scores, recorded["scores"], rtol=0, atol=1e-6)
    if "objectness_logits" in recorded:
        np.testing.assert_array_equal(logits[result.anchor], recorded["objectness_logits"])
    assert (result.fate[result.anchor] == 0).all()
    if "nms_candidates_before_filters" in config:
        assert len(result.all_anchor) == config["nms_candidates_before_filters"]
    if "effective_min_size" in config:
        assert recipe.proposals.min_size * config["im_scale"] == pytest.approx(config["effective_min_size"])
    if "same_with_strict_greater" in config:
        strict = dataclasses.replace(recipe, proposals=dataclasses.replace(recipe.proposals, nms_rule="greater"))
        again = propose(grid, logits, inputs["deltas"], strict, size, config["im_scale"])
        assert np.array_equal(again.anchor, result.anchor) == config["same_with_strict_greater"]


def check_boxes(got, wanted):
    """Hold boxes (n, 4) px to the exactness called fair: 1e-6 of a row's largest coordinate, or 1e-4 px."""
    assert got.shape == wanted.shape
    fair = np.maximum(1e-4, 1e-6 * np.abs(wanted).max(1, keepdims=True, initial=0))
    assert (np.abs(got.astype(np.float64) - wanted) <= fair).all()


@checks("proposals", "retinanet", "ssd")
def check_detections(case):
    recorded, recipe, grid = case.recorded, recipe_of(case), grid_of(case)
    size = tuple(case.config["image_hw"])
    if "num_per_level" in case.config:
        assert [level.count for level in grid.levels] == case.config["num_per_level"]
    result = propose(grid, recorded["cls_logits"], recorded["deltas"], recipe, size)
    assert len(result.scores) == len(recorded["scores"])
    np.testing.assert_allclose(result.scores, recorded["scores"], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(result.classes + (1 if case.family == "ssd" else 0), recorded["labels"])
    np.testing.assert_allclose(result.boxes, recorded["boxes"], rtol=1e-6, atol=1e-4)


@checks("proposals", "efficientdet")
def check_efficientdet_detections(case):
    recorded, recipe, grid, config = case.recorded, recipe_of(case), grid_of(case), case.config
    logits = np.full((grid.size, int(recorded["classes"].max()) + 1), -np.inf, np.float32)
    logits[recorded["top_index"], recorded["classes"]] = recorded["logits"]
    deltas = np.zeros((grid.size, 4), np.float32)
    deltas[recorded["top_index"]] = recorded["deltas"]
    result = propose(grid, logits, deltas, with_top(recipe, len(recorded["logits"])), tuple(config["image_hw"]))
    wanted = recorded["detections"]
    wanted = wanted[wanted[:, 4] > 0]
    assert len(result.scores) == len(wanted)
    np.testing.assert_allclose(result.boxes, wanted[:, :4], rtol=1e-6, atol=1e-4)
    np.testing.assert_allclose(result.scores, wanted[:, 4], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(result.classes + 1, wanted[:, 5])


def with_top(recipe, count):
    """Return the recipe with the number of candidates the case was cut to beforehand."""
    return dataclasses.replace(recipe, proposals=dataclasses.replace(recipe.proposals, pre_nms=count))


@checks("resize")
def check_resize(case):
    recorded, spec = case.recorded, recipe_of(case).resize
    frames = [frame_of(tuple(size), spec) for size in recorded["original_hw"].tolist()]
    assert [list(f.network_size) for f in frames] == recorded["input_hw"].tolist()
    assert [list(f.padded_size) for f in frames] == recorded["padded_hw"].tolist()
    np.testing.assert_allclose([f.scale for f in frames], recorded["scale_xy"], rtol=1e-6)
    largest = max(map(max, recorded["original_hw"].tolist()))
    boxes, boxes_input, boxes_back = (xyxy(case, recorded[n]) for n in ("boxes", "boxes_input", "boxes_back"))
    for row, picture in enumerate(recorded["box_image"].tolist()):
        frame, wanted = frames[picture], boxes_input[row]
        got = frame.to_network(boxes[row][None])[0]
        if frame.offset == (0.0, 0.0):
            np.testing.assert_array_equal(got, wanted)
        else:
            np.testing.assert_allclose(got, wanted, rtol=0, atol=1e-6 * max(np.abs(wanted).max(), 1))
        back, original = frame.to_original(wanted[None])[0], boxes_back[row]
        if np.isnan(original).any():
            assert back[2] <= back[0] or back[3] <= back[1]
            continue
        fair = 1e-5 * largest if frame.offset != (0.0, 0.0) else 1e-6 * max(np.abs(original).max(), 1)
        np.testing.assert_allclose(back, original, rtol=0, atol=fair)
    if "boxes_given_as_int" in recorded:  # the same scale, then cut to whole px: said in the recipe's reproduces_not
        scale = np.array([frames[i].scale * 2 for i in recorded["box_image"]])
        far = np.array([frames[i].network_size[::-1] * 2 for i in recorded["box_image"]])
        cut = np.clip(np.trunc(recorded["boxes_given_as_int"] * scale), 0, far)
        np.testing.assert_array_equal(cut, recorded["boxes_input_from_int"])
    if "offset_xy" in recorded:
        np.testing.assert_array_equal([f.offset for f in frames], recorded["offset_xy"])
        np.testing.assert_array_equal([f.pixel_offset for f in frames], recorded["pixel_offset_xy"])
    if "kept" in recorded:
        kept = (boxes_input[:, 2:] > boxes_input[:, :2]).all(1)
        np.testing.assert_array_equal(kept, recorded["kept"])
        assert spec.drop_empty
    if "batch_images" in recorded:
        for pair, wanted in zip(recorded["batch_images"], recorded["batch_padded_hw"].tolist(), strict=True):
            together = np.max([frames[i].network_size for i in pair], 0).tolist()
            assert list(padded_size(tuple(together), spec)) == wanted


@checks("end_to_end")
def check_end_to_end(case):
    """A real model on real pictures; a batch shares its padded size, its normaliser, and nothing else."""
    recorded, recipe = case.recorded, recipe_of(case)
    count = recorded["labels"].shape[1]
    levels = range(len(case.config["sizes"]))
    objectness = box = 0.0
    for number in range(len(recorded["original_hw"])):
        mine = recorded["gt_image"] == number
        first = number * count

        def here(name, first=first):
            flat = recorded[name]
            return flat[(flat >= first) & (flat < first + count)] - first

        prediction = Prediction(
            levels_objectness=tuple(recorded[f"objectness_{i}"][number] for i in levels),
            levels_deltas=tuple(recorded[f"deltas_{i}"][number] for i in levels),
            network_size=tuple(recorded["input_hw"][number].tolist()),
            padded_size=tuple(recorded["padded_hw"].tolist()),
            sampled_positive=here("sampled_pos"),
            sampled_negative=here("sampled_neg"),
        )
        sample = Sample("x", tuple(recorded["original_hw"][number].tolist()), gt=recorded["gts"][mine])
        result = inspect(sample, recipe, prediction)
        assert [list(level.shape) for level in result.grid.levels] == recorded["feature_hw"].tolist()
        assert [list(level.stride) for level in result.grid.levels] == case.config["strides_hw_used"]
        np.testing.assert_array_equal(result.gt, recorded["gts_input"][mine])
        owner = np.where(
            result.assignment.label == 1, result.assignment.gt, np.minimum(result.assignment.label - 1, -1)
        )
        np.testing.assert_array_equal(owner, recorded["matcher_output"][number])
        candidates = case.config["nms_candidates_before_filters"][number]
        assert len(result.proposals.all_anchor) == candidates
        np.testing.assert_array_equal(result.assignment.label, recorded["labels"][number])
        share = len(result.loss.rows) / (len(recorded["sampled_pos"]) + len(recorded["sampled_neg"]))
        objectness += result.loss.objectness * share
        box += result.loss.box * share
        check_kept(result, recorded, number, first)
    np.testing.assert_allclose(objectness, recorded["loss_objectness"], rtol=1e-5)
    np.testing.assert_allclose(box, recorded["loss_rpn_box_reg"], rtol=1e-5, atol=1e-12)


def check_kept(result, recorded, number, first):
    proposals = result.proposals
    mine = recorded["proposal_image"] == number
    wanted, scores = recorded["proposal_anchor_index"][mine], recorded["proposal_scores"][mine]
    wanted = wanted - first if wanted.size and wanted.max() >= len(recorded["labels"][0]) else wanted
    assert len(proposals.anchor) == len(wanted)
    np.testing.assert_allclose(proposals.scores, scores, rtol=0, atol=1e-6)
    swapped = proposals.anchor != wanted  # equal scores may swap places
    close = np.isclose(scores[:, None], scores[None], rtol=0, atol=1.2e-7).sum(1) > 1
    assert close[swapped].all()
    assert sorted(proposals.anchor[swapped]) == sorted(wanted[swapped])
    same = ~swapped
    boxes, original = recorded["proposals_input"][mine], recorded["proposals_original"][mine]
    np.testing.assert_allclose(proposals.boxes[same], boxes[same], rtol=0, atol=2e-4)
    np.testing.assert_allclose(result.to_original(proposals.boxes[same]), original[same], rtol=0, atol=4e-4)
