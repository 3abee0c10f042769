"""Checks of anchors, assignment, encoding and decoding."""

import hashlib

import numpy as np
from golden_cases import checks, library_of, truths_of, xyxy
from golden_recipes import grid_of, recipe_of

from rpn_inspector.core.assigners.cells import responsible
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.boxes import clip, iou_with, sides
from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import box_loss, losses, sigmoid
from rpn_inspector.core.sample import Sample


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
    regions = recorded.get("gts_ignore") if recipe.ground_truth.crowd == "ignore" else None
    result = recipe.matcher.assign(grid, truths, image, regions)
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
