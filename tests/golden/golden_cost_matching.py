"""SimOTA of YOLOX and the dynamic soft labels of RTMDet: candidates, costs, matching and losses."""

import numpy as np
from golden_cases import checks

from rpn_inspector.core.assigning import answers_of
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

NONE = -1e5  # an IoU of SimOTA where there is no ground truth; of RTMDet a thousand times that


def told(case, name, matcher, distances):
    """Return the inspection of a case's picture, which is the network's input, from its outputs level by level."""
    recorded, config = case.recorded, case.config
    assert config["scores"] in ("sqrt(sigmoid(class) * sigmoid(objectness))", "raw class logits")
    size = tuple(config["image_hw"])
    recipe = load_recipe(name).with_tables(
        {
            "resize": {"size": config["image_hw"]},
            "anchors": {"strides": config["strides"]},
            "matcher": matcher,
            "loss": {"distances": "raw" if config.get("use_l1") else "none"},
        }
    )
    levels = range(len(config["strides"]))
    planes = [np.concatenate([recorded[f"{part}_{k}"][0] for part in distances[:-1]]) for k in levels]
    sample = Sample("x", size, gt=recorded["gts"], gt_class=recorded["gt_labels"].astype(np.int64))
    prediction = Prediction(
        levels_objectness=tuple(planes), levels_deltas=tuple(recorded[f"{distances[-1]}_{k}"][0] for k in levels)
    )
    one = inspect(sample, recipe, prediction)
    assert [list(level.shape) for level in one.grid.levels] == config["feature_hw"]
    assert one.logits.shape[1] - (len(distances) - 2) == config["classes"]
    return one


def check_matching(case, one, none):
    recorded = case.recorded
    answers = answers_of(one.recipe, one.grid, one.logits, one.deltas, one.sample.gt_class)
    if "boxes" in recorded:
        found = answers.boxes(np.arange(one.grid.size))
        np.testing.assert_allclose(found, recorded["boxes"], rtol=0, atol=1.3e-4)
    if "scores" in recorded:
        np.testing.assert_allclose(answers.probabilities(np.arange(one.grid.size)), recorded["scores"], rtol=1e-6)
    if "gt_inds" not in recorded:
        assert not len(one.gt)
        return
    np.testing.assert_array_equal(one.assignment.gt + 1, recorded["gt_inds"])
    positive = one.positive
    np.testing.assert_allclose(one.assignment.dense["target"][positive], recorded["matched_iou"][positive], atol=1e-6)
    rest = np.delete(recorded["matched_iou"], positive)
    assert set(rest.tolist()) <= {np.float32(none), 0.0}
    if "cost" in recorded:
        check_costs(recorded, one, answers)


def check_costs(recorded, one, answers):
    matcher, assignment = one.recipe.matcher, one.assignment
    columns = recorded["candidate"]
    undecided = matcher.assign(one.grid, one.gt, one.network_size)
    np.testing.assert_array_equal(np.flatnonzero(undecided.label == -2), columns)
    np.testing.assert_array_equal(assignment.per_gt["k"], recorded["dynamic_k"])
    measured, ragged = assignment.ragged.measured["cost"], assignment.ragged
    place = np.searchsorted(columns, ragged.anchor)
    np.testing.assert_allclose(measured, recorded["cost"][place, ragged.gt], rtol=2e-5)
    whole = matcher.costs(one.grid, columns, one.gt, answers).cost
    np.testing.assert_allclose(whole.T, recorded["cost"], rtol=2e-5)


@checks("assign_dynamic", "simota")
def check_simota(case):
    config, recorded = case.config, case.recorded
    matcher = {
        "radius": config["center_radius"], "topk": config["candidate_topk"], "iou_weight": config["iou_weight"],
        "class_weight": config["cls_weight"],
    }  # fmt: skip
    one = told(case, "yolox-s-mmdet", matcher, ("objectness", "cls", "deltas"))
    assert config["priors"].endswith("x = (column + 0.5) * stride")
    assert config["normaliser"] == "number of positives of the batch, at least 1"
    assert config["loss_bbox"] == {
        "mode": one.recipe.loss.iou_mode, "loss_weight": one.recipe.loss.box_weight, "eps": one.recipe.loss.epsilon,
    }  # fmt: skip
    if "priors" in recorded:
        np.testing.assert_array_equal(one.grid.all_boxes()[:, :2], recorded["priors"][:, :2])
    check_matching(case, one, NONE)
    logits = one.logits.astype(np.float64)
    objectness = (np.logaddexp(0, logits[:, 0]) - logits[:, 0] * (one.assignment.label == 1)).sum()
    divisor = max(len(one.positive), 1)
    np.testing.assert_allclose(objectness / divisor, recorded["loss_obj"], rtol=1e-5)
    np.testing.assert_allclose(one.loss.objectness - objectness / divisor, recorded["loss_cls"], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(one.loss.box, recorded["loss_bbox"], rtol=1e-5)
    if config["use_l1"]:
        np.testing.assert_allclose(one.loss.more["l1"].value, recorded["loss_l1"], rtol=1e-5)


@checks("assign_dynamic", "dynamic_soft_label")
def check_soft_labels(case):
    config, recorded = case.config, case.recorded
    matcher = {name: config[key] for name, key in (("topk", "topk"), ("iou_weight", "iou_weight"))}
    one = told(case, "rtmdet", matcher | {"radius": config["soft_center_radius"]}, ("cls", "distances"))
    loss = one.recipe.loss
    assert config["priors"].endswith("x = column * stride (no half)")
    assert config["distances"] == "pixels, left top right bottom"
    assert config["loss_cls"] == {"type": "QualityFocalLoss", "beta": loss.focal_gamma}
    assert config["loss_bbox"] == {"type": "GIoULoss", "loss_weight": loss.box_weight, "eps": loss.epsilon}
    assert config["normaliser"].startswith("sum over the batch of the matched IoUs of the positives, at least 1")
    np.testing.assert_array_equal(one.grid.all_boxes()[:, :2], recorded["priors"][:, :2])
    check_matching(case, one, 1000 * NONE)
    by_level = [level.rows for level in one.grid.levels]
    classes, boxes = np.zeros(one.grid.size), np.zeros(one.grid.size)
    classes[one.loss.rows] = one.loss.objectness_per_anchor
    boxes[one.loss.rows[: len(one.positive)]] = one.loss.box_per_coordinate.sum(1)
    for found, name in ((classes, "loss_cls_per_level"), (boxes, "loss_bbox_per_level")):
        np.testing.assert_allclose([found[rows].sum() for rows in by_level], recorded[name], rtol=1e-5, atol=1e-7)
