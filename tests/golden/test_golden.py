"""Reference arrays made by the libraries themselves: every case of the families whose recipes ship must come out.

``RPN_INSPECTOR_GOLDEN=DIR`` runs the same law on another folder of the same schema.
"""

import dataclasses
import json
import math
import os
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.core.anchors import grid_for
from rpn_inspector.core.boxes import clip
from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import losses
from rpn_inspector.core.matcher import assign
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resize import frame_of
from rpn_inspector.core.sample import Sample

FOLDER = Path(os.environ.get("RPN_INSPECTOR_GOLDEN", Path(__file__).parent))
SHIPPED = {"torchvision_rpn": "torchvision-fpn", "paper_faster_rcnn": "paper-vgg16"}
CASES = {
    case["id"]: case
    for case in json.loads((FOLDER / "manifest.json").read_text())["cases"]
    if case["family"] in SHIPPED
}


def arrays(case):
    return np.load(FOLDER / case["file"], allow_pickle=False)


def recipe_of(case):
    """Return the shipped recipe with the conventions the case was recorded with."""
    recipe, config = load_recipe(SHIPPED[case["family"]]), case["config"]
    anchors, matcher, proposals, resize = recipe.anchors, recipe.matcher, recipe.proposals, recipe.resize
    if "sizes" in config:
        count = len(config["sizes"])
        ratios = config["ratios_h_over_w"][0]
        anchors = dataclasses.replace(
            anchors,
            names=tuple(f"L{i}" for i in range(count)),
            strides=tuple(stride[0] for stride in config["strides_hw_used"]),
            sizes=tuple(tuple(map(float, level)) for level in config["sizes"]),
            ratios=tuple(map(float, ratios)),
        )
    if "scales" in config:
        base = config.get("base_size", anchors.base_size)
        anchors = dataclasses.replace(
            anchors,
            strides=(config["stride"],),
            base_size=base,
            sizes=(tuple(float(base * scale) for scale in config["scales"]),),
            ratios=tuple(map(float, config["ratios_h_over_w"])),
        )
    names = {"fg_iou": "positive", "positive_overlap": "positive", "fg_iou_thresh": "positive"}
    names |= {"bg_iou": "negative", "negative_overlap": "negative", "bg_iou_thresh": "negative"}
    names |= {"low_quality": "low_quality", "clobber_positives": "clobber_positives"}
    matcher = dataclasses.replace(matcher, **{names[k]: v for k, v in config.items() if k in names})
    if "allowed_border" in config:
        border = float(config["allowed_border"])
        matcher = dataclasses.replace(matcher, border=int(border) if math.isfinite(border) else 10**9)
    names = {"pre_nms_top_n": "pre_nms", "post_nms_top_n": "post_nms", "nms_thresh": "nms"}
    names |= {"score_thresh": "min_score", "min_size_box": "min_size"}
    proposals = dataclasses.replace(proposals, **{names[k]: v for k, v in config.items() if k in names})
    if case["kind"] == "proposals":
        proposals = dataclasses.replace(proposals, min_size=float(config["min_size"]))
    if case["kind"] in ("resize", "end_to_end"):
        short = config.get("target_size", config.get("min_size"))
        short = short[0] if isinstance(short, list) else short
        resize = dataclasses.replace(
            resize, short=short, long=config["max_size"], pad_multiple=config["size_divisible"]
        )
    weights = config.get("weights")  # in end_to_end cases this field says how the model was initialised
    weights = tuple(weights) if isinstance(weights, list) else recipe.coder.weights
    coder = dataclasses.replace(recipe.coder, weights=weights)
    loss = dataclasses.replace(recipe.loss, beta=config.get("beta", recipe.loss.beta))
    return dataclasses.replace(
        recipe, anchors=anchors, matcher=matcher, proposals=proposals, resize=resize, coder=coder, loss=loss
    )


def grid_of(case):
    config = case["config"]
    features = config["feature_hw"]
    features = [features] if isinstance(features[0], int) else features
    size = config.get("image_tensor_hw", config.get("image_hw", (1, 1)))
    return grid_for(recipe_of(case), tuple(size), features)


def of_kind(kind):
    return pytest.mark.parametrize("case", [pytest.param(c, id=i) for i, c in CASES.items() if c["kind"] == kind])


def test_every_kind_of_the_shipped_families_is_run():
    kinds = {"anchors", "assign", "encode", "decode", "loss", "proposals", "resize", "end_to_end"}
    assert {case["kind"] for case in CASES.values()} <= kinds
    assert CASES


@of_kind("anchors")
def test_anchors(case):
    recorded, grid = arrays(case), grid_of(case)
    boxes = grid.all_boxes().astype(np.float32)
    for level in grid.levels:
        name = f"base_{level.index}"
        if name in recorded:
            np.testing.assert_array_equal(level.base.astype(np.float32), recorded[name].astype(np.float32))
    if "grid" in recorded:
        np.testing.assert_array_equal(boxes, recorded["grid"])
    else:
        np.testing.assert_array_equal(boxes[recorded["grid_sample_index"]], recorded["grid_sample"])
    np.testing.assert_array_equal(grid.boxes(np.arange(grid.size)), grid.all_boxes())


@of_kind("assign")
def test_assignment(case):
    recorded, recipe = arrays(case), recipe_of(case)
    if "labels" not in recorded:  # the library cannot do it at all: here it is a warning
        result = inspect(Sample("x", tuple(case["config"].get("image_hw", (64, 64)))), recipe)
        assert "no_truth" in {warning.kind for warning in result.warnings}
        return
    grid = grid_of(case)
    result = assign(grid, recorded["gts"], recipe.matcher, tuple(case["config"]["image_hw"]))
    np.testing.assert_array_equal(result.label, recorded["labels"])
    inside = recorded["inside"] if "inside" in recorded else np.ones(grid.size, bool)
    if "max_iou" in recorded:
        np.testing.assert_array_equal(result.iou[inside], recorded["max_iou"][inside])
    if "max_iou_sample" in recorded:
        np.testing.assert_array_equal(result.iou[recorded["max_iou_index"]], recorded["max_iou_sample"])
    if "argmax_gt" in recorded:
        np.testing.assert_array_equal(result.best_gt, recorded["argmax_gt"])
    if "gt_best_iou" in recorded:
        np.testing.assert_array_equal(result.gt_best_iou, recorded["gt_best_iou"])
    if "targets_of_pos" in recorded:
        index = recorded["pos_index"]
        targets = encode(grid.boxes(index), recorded["gts"][result.gt[index]], recipe)
        np.testing.assert_allclose(targets, recorded["targets_of_pos"], rtol=0, atol=1e-6)


@of_kind("encode")
def test_encode(case):
    recorded = arrays(case)
    targets, wanted = encode(recorded["anchors"], recorded["gts"], recipe_of(case)), recorded["targets"]
    np.testing.assert_array_equal(np.isfinite(targets), np.isfinite(wanted))
    weights = np.array(recipe_of(case).coder.weights)
    side = np.stack([recorded["anchors"][:, 2 + a] - recorded["anchors"][:, a] for a in (0, 1)], 1)
    fair = np.concatenate([1e-4 / np.maximum(side, 1e-3), np.full_like(side, 2e-6)], 1) * weights
    finite = np.isfinite(wanted)
    assert (np.abs(targets[finite] - wanted[finite]) <= (fair + 1e-6 * np.abs(wanted))[finite]).all()


@of_kind("decode")
def test_decode(case):
    recorded, recipe = arrays(case), recipe_of(case)
    boxes = decode(recorded["anchors"], recorded["deltas"], recipe)
    for name, got in (("boxes", boxes), ("boxes_clipped", clip_of(case, boxes, recipe))):
        wanted = recorded[name]
        rows = np.isfinite(wanted).all(1)
        fair = 1e-6 * np.abs(wanted[rows]).max(1, keepdims=True)
        assert (np.abs(got[rows].astype(np.float64) - wanted[rows]) <= fair + 1e-4).all()
        np.testing.assert_array_equal(np.isfinite(got).all(1), rows)


def clip_of(case, boxes, recipe):
    config = case["config"]
    size = config.get("clip_hw", config.get("image_hw", config.get("clip_to_hw")))
    assert size is not None, f"the case does not say what it clips to: {sorted(config)}"
    return clip(boxes, size, int(recipe.coder.inclusive))


@of_kind("loss")
def test_losses(case):
    recorded, recipe = arrays(case), recipe_of(case)
    count = len(recorded["sampled_pos"])
    logits = recorded["logits"] if "logits" in recorded else np.diff(recorded["logits_bg_fg"], axis=1)[:, 0]
    rows = np.arange(len(logits))
    result = losses(
        logits,
        recorded["deltas"][:count],
        recorded["targets"][:count],
        rows[:count],
        rows[count:],
        recipe.loss,
        recipe.sampler,
    )
    np.testing.assert_allclose(result.objectness, recorded["loss_objectness"], rtol=1e-5)
    np.testing.assert_allclose(result.box, recorded["loss_box"], rtol=1e-5)
    np.testing.assert_allclose(result.objectness_per_anchor.sum(), result.objectness, rtol=1e-12)
    np.testing.assert_allclose(result.box_per_coordinate.sum(), result.box, rtol=1e-12)


@of_kind("proposals")
def test_proposals(case):
    recorded, recipe, grid = arrays(case), recipe_of(case), grid_of(case)
    config = case["config"]
    inputs = np.load(FOLDER / case["shared_inputs"]) if "shared_inputs" in case else recorded
    if "logits" in inputs:
        logits = inputs["logits"]
    else:
        score = inputs["fg_scores"].astype(np.float64)
        logits = np.log(score / (1 - score))
    size = tuple(config.get("image_tensor_hw", config.get("image_hw")))
    result = propose(grid, logits, inputs["deltas"], recipe, size, config.get("im_scale", 1.0))
    np.testing.assert_array_equal(result.anchor, recorded["anchor_index"])
    np.testing.assert_allclose(result.boxes, recorded["boxes"], rtol=0, atol=1e-3)
    np.testing.assert_allclose(result.scores, recorded["scores"], rtol=0, atol=1e-6)


@of_kind("resize")
def test_resize(case):
    recorded, spec = arrays(case), recipe_of(case).resize
    frames = [frame_of(tuple(size), spec) for size in recorded["original_hw"].tolist()]
    assert [list(f.network_size) for f in frames] == recorded["input_hw"].tolist()
    assert [list(f.padded_size) for f in frames] == recorded["padded_hw"].tolist()
    for picture, box, wanted in zip(recorded["box_image"], recorded["boxes"], recorded["boxes_input"], strict=True):
        np.testing.assert_array_equal(frames[picture].to_network(box[None])[0], wanted)


@of_kind("end_to_end")
def test_end_to_end(case):
    """A real model on real pictures; a batch shares its padded size, its normaliser, and nothing else."""
    recorded, recipe = arrays(case), recipe_of(case)
    count = recorded["labels"].shape[1]
    levels = range(len(case["config"]["sizes"]))
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
        np.testing.assert_array_equal(result.gt, recorded["gts_input"][mine])
        np.testing.assert_array_equal(result.assignment.label, recorded["labels"][number])
        share = len(result.loss.rows) / (len(recorded["sampled_pos"]) + len(recorded["sampled_neg"]))
        objectness += result.loss.objectness * share
        box += result.loss.box * share
        check_proposals(result.proposals, recorded, number, first)
    np.testing.assert_allclose(objectness, recorded["loss_objectness"], rtol=1e-5)
    np.testing.assert_allclose(box, recorded["loss_rpn_box_reg"], rtol=1e-5, atol=1e-12)


def check_proposals(proposals, recorded, number, first):
    mine = recorded["proposal_image"] == number
    wanted, scores = recorded["proposal_anchor_index"][mine], recorded["proposal_scores"][mine]
    if wanted.size and wanted.max() >= first + len(recorded["labels"][0]):
        pytest.fail("anchor indices do not belong to this picture")
    wanted = wanted - first if wanted.size and wanted.min() >= first and first else wanted
    assert len(proposals.anchor) == len(wanted)
    np.testing.assert_allclose(proposals.scores, scores, rtol=0, atol=1e-6)
    swapped = proposals.anchor != wanted  # equal scores may swap places
    close = np.isclose(scores[:, None], scores[None], rtol=0, atol=1.2e-7).sum(1) > 1
    assert close[swapped].all()
    same = ~swapped
    np.testing.assert_allclose(proposals.boxes[same], recorded["proposals_input"][mine][same], rtol=0, atol=2e-3)
