"""Losses of boxes: pair by pair, by coordinate, and inside RetinaNet and RPN of the libraries."""

import dataclasses
from functools import partial

import numpy as np
import pytest
from golden_cases import arrays_in, checks
from golden_recipes import grid_of, recipe_of

from rpn_inspector.core.box_losses import DECODED, Decoded, decoded_loss
from rpn_inspector.core.losses import losses, of_error
from rpn_inspector.core.recipe import load_recipe

TYPES = {
    "L1Loss": "smooth_l1",
    "SmoothL1Loss": "smooth_l1",
    "BalancedL1Loss": "balanced_l1",
    "IoULoss": "iou",
    "GIoULoss": "giou",
    "DIoULoss": "diou",
    "CIoULoss": "ciou",
    "EIoULoss": "eiou",
    "SIoULoss": "siou",
    "BoundedIoULoss": "bounded_iou",
}


def loss_of(spec, box, config, form):
    """Return the loss of a recipe with the box loss named ``box`` and the parameters that MMDetection names."""
    name, _, mode = box.rpartition("_") if box.startswith("iou_") else (box, "", "log")
    name = "smooth_l1" if name in ("l1", "smooth_l1_beta1") else name
    beta = {"eiou": config.get("smooth_point", 0.1), "bounded_iou": config.get("beta", 0.2)}
    default = 0.0 if box == "l1" or config.get("type") == "L1Loss" else 1.0
    epsilon = config.get("eps", {"bounded_iou": 1e-3}.get(name, 1e-6))
    return dataclasses.replace(
        spec,
        box=name,
        iou_mode=config.get("mode", mode),
        iou_form=form,
        epsilon=epsilon,
        beta=beta.get(name, config.get("beta", default)),
        balanced_alpha=config.get("alpha", 0.5),
        balanced_gamma=config.get("gamma", 1.5),
        box_weight=config.get("loss_weight", 1.0),
    )


def check_pairs(case, form):
    recorded, config = case.recorded, case.config
    spec = loss_of(load_recipe("retinanet-mmdet").loss, config["box"], config, form)
    if spec.box not in DECODED:
        error = recorded["pred"] - recorded["target"]
        np.testing.assert_allclose(of_error(error, spec), recorded["loss_per_coordinate"], rtol=2e-7, atol=1e-6)
        return
    found = decoded_loss(Decoded(recorded["pred"], recorded["target"]), spec).value
    assert found.dtype == np.float32
    wanted = recorded["loss_per_coordinate"] if "loss_per_coordinate" in recorded else recorded["loss"][:, None]
    np.testing.assert_array_equal(np.isnan(found), np.isnan(wanted))
    np.testing.assert_allclose(found, wanted, rtol=2e-6, atol=1e-6)


@checks("loss", "mmdet_box_loss")
def check_mmdet(case):
    if "loss_bbox" not in case.config:
        check_pairs(case, "mmdetection")
        return
    recorded, config = case.recorded, case.config
    recipe, inputs = recipe_of(case), arrays_in(case.inputs)
    box = config["loss_bbox"]
    assert TYPES[box["type"]] == (config["box"] if not config["box"].startswith(("iou", "l1")) else TYPES[box["type"]])
    name = config["box"] if TYPES[box["type"]] != "iou" else f"iou_{box.get('mode', 'log')}"
    spec = loss_of(recipe.loss, name, box, "mmdetection")
    assert config["reg_decoded_bbox"] == (spec.box in DECODED)
    assert config["loss_cls"] == {"type": "FocalLoss", "gamma": spec.focal_gamma, "alpha": spec.focal_alpha}
    grid, gt, kinds = grid_of(case), inputs["gts"], inputs["gt_labels"].astype(np.int64)
    assert config["ignore_wrt_candidates"] == (recipe.matcher.regions.of == "anchor")
    regions = inputs["gts_ignore"] if recipe.ground_truth.crowd == "ignore" else None
    found = recipe.matcher.assign(grid, gt, tuple(config["image_hw"]), regions)
    positive, negative = np.flatnonzero(found.label == 1), np.flatnonzero(found.label == 0)
    owner = found.gt[positive]
    wanted = np.full(grid.size, config["classes"])
    wanted[positive] = kinds[owner]
    np.testing.assert_array_equal(wanted, recorded["labels"])
    np.testing.assert_array_equal(found.label != -1, recorded["label_weights"].astype(bool))
    np.testing.assert_array_equal(positive, recorded["positive"])
    levels = range(len(grid.levels))
    logits = np.concatenate([flat_of(inputs[f"cls_{k}"][0], grid.levels[k], config["classes"]) for k in levels])
    t = np.concatenate([flat_of(inputs[f"deltas_{k}"][0], grid.levels[k], 4) for k in levels])[positive]
    targets = recipe.coder.encode(grid.boxes(positive), gt[owner])
    if spec.box in DECODED:
        np.testing.assert_array_equal(gt[owner], recorded["targets"])
    else:
        np.testing.assert_allclose(targets, recorded["targets"], rtol=0, atol=1e-5)
    pair = Decoded(recipe.coder.decode(grid.boxes(positive), t), gt[owner])
    result = losses(logits, t, targets, positive, negative, spec, recipe.sampler, kinds[owner], None, pair)
    assert result.box_normaliser == pytest.approx(config["avg_factor"])
    np.testing.assert_allclose(result.objectness, recorded["loss_cls"], rtol=1e-5)
    np.testing.assert_allclose(result.box, recorded["loss_box"], rtol=1e-5)
    level = grid.locate(result.rows).level
    of_boxes = result.box_per_coordinate.sum(1)
    for name, rows, values in (
        ("cls", level, result.objectness_per_anchor), ("box", level[: len(of_boxes)], of_boxes),
    ):  # fmt: skip
        by_level = np.bincount(rows, values, len(grid.levels))
        np.testing.assert_allclose(by_level, recorded[f"loss_{name}_per_level"], rtol=1e-5, atol=1e-7)


def flat_of(planes, level, columns):
    """Return channels a * columns + c of (C, H, W) as rows in the level's flat order."""
    cells = planes.reshape(len(level.base), columns, *level.shape).transpose(0, 2, 3, 1)
    return np.stack([level.to_flat(cells[..., c]) for c in range(columns)], 1)


@checks("loss", "torchvision_box_loss")
def check_torchvision(case):
    recorded, config = case.recorded, case.config
    if "images" not in config:
        check_pairs(case, "torchvision")
        return
    recipe = load_recipe("retinanet-torchvision").with_tables(
        {"coder": {"weights": list(map(float, config["weights"]))}}
    )
    given = {"beta": config["beta"]} if config["beta"] is not None else {}
    spec = loss_of(recipe.loss, config["box"], {"eps": config["eps"], **given}, "torchvision")
    found = []
    for number in range(config["images"]):
        match = recorded["matcher_output"][number]
        positive = np.flatnonzero(match >= 0)
        gt = recorded["gts"][recorded["gt_image"] == number][match[positive]]
        negative = np.flatnonzero(match == -1)
        found.append(of_rows(recorded, number, positive, negative, gt, recipe, spec).box)
    np.testing.assert_allclose(np.mean(found), recorded["loss_box"], rtol=1e-5)


def of_rows(recorded, number, positive, negative, gt, recipe, spec, logits=None, kinds=None):
    anchors, t = recorded["anchors"], recorded["deltas"][number]
    logits = np.zeros(len(anchors), np.float32) if logits is None else logits
    spec = spec if logits.ndim == 2 else dataclasses.replace(spec, objectness="bce")
    targets = recipe.coder.encode(anchors[positive], gt)
    pair = Decoded(recipe.coder.decode(anchors[positive], t[positive]), gt)
    return losses(logits, t[positive], targets, positive, negative, spec, recipe.sampler, kinds, None, pair)


@checks("loss", "detectron2_box_loss")
def check_detectron2(case):
    recorded, config = case.recorded, case.config
    if "images" not in config:
        check_pairs(case, "torchvision")
        return
    rpn = "batch_size_per_image" in config
    recipe = load_recipe("detectron2-fpn" if rpn else "retinanet-detectron2")
    recipe = recipe.with_tables({"coder": {"weights": list(map(float, config["weights"]))}})
    spec = loss_of(recipe.loss, config["box"], {"eps": config["eps"], "beta": config["smooth_l1_beta"]}, "torchvision")
    if rpn:
        weights = config["loss_weight"]
        spec = dataclasses.replace(spec, objectness_weight=weights["loss_rpn_cls"], box_weight=weights["loss_rpn_loc"])
        assert config["batch_size_per_image"] == recipe.sampler.batch
        one = partial(rpn_sums, recorded, recipe, spec)
        sums = np.mean([one(number) for number in range(config["images"])], 0)
        np.testing.assert_allclose(sums, [recorded["loss_objectness"], recorded["loss_box"]], rtol=1e-5)
        return
    spec = dataclasses.replace(spec, focal_alpha=config["focal_alpha"], focal_gamma=config["focal_gamma"])
    count, average = 0, spec.average
    parts = np.zeros(2)
    for number in range(config["images"]):
        label = recorded["labels"][number]
        assert recorded["logits"].shape[-1] == config["num_classes"]
        positive = np.flatnonzero((label >= 0) & (label < config["num_classes"]))
        negative, gt = np.flatnonzero(label == config["num_classes"]), recorded["matched_gts"][number][positive]
        plain = dataclasses.replace(spec, normaliser="none")
        logits = recorded["logits"][number]
        result = of_rows(recorded, number, positive, negative, gt, recipe, plain, logits, label[positive])
        parts += result.objectness, result.box
        count += len(positive)
    for call in range(2):  # the average is carried from call to call, and already holds the call's own count
        average = 0.9 * average + 0.1 * max(count, 1)
        wanted = [recorded["loss_cls"][call], recorded["loss_box"][call]]
        np.testing.assert_allclose(parts / average, wanted, rtol=1e-5)


def rpn_sums(recorded, recipe, spec, number):
    label = recorded["labels"][number]
    positive, negative = np.flatnonzero(label == 1), np.flatnonzero(label == 0)
    gt = recorded["matched_gts"][number][positive]
    result = of_rows(recorded, number, positive, negative, gt, recipe, spec, recorded["logits"][number])
    return result.objectness, result.box
