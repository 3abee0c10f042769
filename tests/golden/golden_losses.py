"""Checks of losses."""

import dataclasses

import numpy as np
import pytest
from golden_cases import checks, truths_of
from golden_recipes import grid_of, recipe_of

from rpn_inspector.core.coder import encode
from rpn_inspector.core.losses import losses, objectness_loss


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
    chosen, rest = recipe.sampler.sample(label, 0, background)
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
    assignment = recipe.matcher.assign(grid, truths, tuple(case.config["image_hw"]))
    np.testing.assert_array_equal(np.flatnonzero(assignment.label == 1), positive)
    np.testing.assert_allclose(
        encode(grid.boxes(positive), truths[assignment.gt[positive]], recipe), targets, rtol=0, atol=1e-5
    )


@checks("loss", "yolov3")
def check_yolo_losses(case):
    recorded, recipe, config = case.recorded, recipe_of(case), case.config
    grid, truths, positive = grid_of(case), recorded["gts"], recorded["pos_index"]
    assignment = recipe.matcher.assign(grid, truths, tuple(config["image_hw"]))
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
