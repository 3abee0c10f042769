"""The RPN of Matterport's Mask R-CNN: everything y first, targets in double, proposals as fractions of the input."""

import hashlib
from functools import cache

import numpy as np
from golden_cases import cases, checks
from golden_grids import compared, grid_of_boxes

from rpn_inspector.core.losses import losses
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.recipe import load_recipe

FAMILY = "matterport_rpn"


def x_first(boxes):
    return boxes[:, [1, 0, 3, 2]]


def recipe_of(config):
    tables = {"matcher": {}, "anchors": {}}
    for name in ("positive", "negative"):
        if name in config:
            tables["matcher"][name] = config[name]
    if "crowd_iou" in config:
        tables["matcher"]["regions"] = {"overlap": config["crowd_iou"]}
        rule = "all" if config["best_anchor_rule"].startswith("every") else "first"
        tables["matcher"]["low_quality"] = {"rule": rule, "owner": "overlap"}
    if "train_anchors_per_image" in config:
        tables["sampler"] = {"batch": config["train_anchors_per_image"]}
    if config.get("std_dev") is not None:
        tables["coder"] = {"stds": config["std_dev"]}
    if "scales" in config:
        step = config["anchor_stride"]
        tables["anchors"] = {
            "sizes": [[float(size)] for size in config["scales"]],
            "ratios": list(map(float, config["ratios_w_over_h"])),
            "strides": [stride * step for stride in config["strides"]],
        }
    if "pre_nms_limit" in config:
        tables["proposals"] = {
            "pre_nms": config["pre_nms_limit"], "post_nms": config["proposal_count"], "nms": config["nms_threshold"],
        }  # fmt: skip
    return load_recipe("matterport-rpn").with_tables(tables)


@cache
def anchors_of(name):
    """Return the grid of an anchors case, named in words."""
    case = next(case for case in cases() if case.id == name)
    return recipe_of(case.config).grid(tuple(case.config["input_hw"])), tuple(case.config["input_hw"])


def normalised(boxes, size):
    """Return boxes y1 x1 y2 x2 as the library's fractions, float32."""
    height, width = size
    shift, scale = np.array([0, 0, 1, 1]), np.array([height, width, height, width]) - 1
    return ((boxes - shift) / scale).astype("<f4")


@checks("anchors", FAMILY)
def check_anchors(case):
    recorded, config = case.recorded, case.config
    size = tuple(config["input_hw"])
    grid = recipe_of(config).grid(size)
    steps = config["anchor_stride"]
    shapes = [[-(-side // steps) for side in shape] for shape in recorded["feature_hw"].tolist()]
    assert [list(level.shape) for level in grid.levels] == shapes
    np.testing.assert_array_equal([level.count for level in grid.levels], recorded["num_per_level"])
    assert grid.size == config["grid_total"]
    boxes = np.ascontiguousarray(x_first(grid.all_boxes()))
    index = recorded["grid_sample_index"]
    np.testing.assert_array_equal(boxes[index], recorded["grid_sample"])
    assert hashlib.sha256(boxes.astype("<f8").tobytes()).hexdigest() == config["grid_sha256_float64_le_c_order"]
    shares = normalised(boxes, size)
    np.testing.assert_array_equal(shares[index], recorded["grid_normalised_sample"])
    assert hashlib.sha256(shares.tobytes()).hexdigest() == config["normalised_sha256_float32"]


@checks("assign", FAMILY)
def check_targets(case):
    recorded, config = case.recorded, case.config
    recipe, named = recipe_of(config), config["anchors"]
    if "anchors" in recorded:
        grid = grid_of_boxes(np.ascontiguousarray(x_first(recorded["anchors"].astype(np.float64))))
    else:
        grid, _ = anchors_of(named.removeprefix("case "))
    gt, kinds = x_first(recorded["gts_y1x1y2x2"].astype(np.float64)), recorded["gt_class_ids"]
    crowds, gt = gt[kinds < 0], gt[kinds > 0]
    found = recipe.matcher.assign(grid, gt, (10**6, 10**6), crowds)
    # the library calls a negative -1 and what is neither 0
    np.testing.assert_array_equal(np.array([-1, 1, 0])[found.label], recorded["labels"])
    index = recorded["max_iou_index"]
    np.testing.assert_array_equal(found.iou[index], recorded["max_iou_sample"])
    np.testing.assert_array_equal(found.best_gt[index], recorded["argmax_gt_sample"])
    positive = np.flatnonzero(found.label == 1)
    targets = recipe.coder.encode(grid.boxes(positive), gt[found.gt[positive]])
    np.testing.assert_allclose(targets, recorded["targets_positive"], rtol=1e-6, atol=1e-6)
    # legacy random state of the library, in its own order: first positives, then negatives lose the surplus
    random, label = np.random.RandomState(config["numpy_seed"]), found.label.copy()
    half, whole = recipe.sampler.batch // 2, recipe.sampler.batch
    for value, most in ((1, half), (0, None)):
        ids = np.flatnonzero(label == value)
        extra = len(ids) - (half if most else whole - int((label == 1).sum()))
        if extra > 0:
            label[random.choice(ids, extra, replace=False)] = -1
    np.testing.assert_array_equal(np.flatnonzero(label == 1), recorded["sampled_pos"])
    np.testing.assert_array_equal(np.flatnonzero(label == 0), recorded["sampled_neg"])
    drawn, rest = recipe.sampler.sample(found.label, 0)
    assert (len(drawn), len(rest)) == (len(recorded["sampled_pos"]), len(recorded["sampled_neg"]))
    sampled = np.searchsorted(positive, recorded["sampled_pos"])
    np.testing.assert_allclose(targets[sampled], recorded["targets_sampled"], rtol=1e-6, atol=1e-6)


@checks("encode", FAMILY)
def check_encode(case):
    recorded = case.recorded
    assert case.config["std_dev"] is None
    coder = recipe_of({"std_dev": [1.0, 1.0, 1.0, 1.0]}).coder
    targets = coder.encode(x_first(recorded["anchors"]), x_first(recorded["gts"]))
    np.testing.assert_allclose(targets, recorded["targets"], rtol=1e-5, atol=2e-5)


@checks("decode", FAMILY)
def check_decode(case):
    recorded, config = case.recorded, case.config
    boxes = recipe_of(config).coder.decode(x_first(recorded["anchors_normalised"]), recorded["deltas"])
    compared(x_first(boxes), recorded["boxes_normalised"], 1e-6)
    clipped = x_first(boxes).clip(0, 1)
    np.testing.assert_allclose(clipped, recorded["boxes_clipped"], rtol=0, atol=1e-6)
    height, width = config["input_hw"]
    scale = np.array([height, width, height, width]) - 1
    px = np.rint(recorded["boxes_clipped"].astype(np.float64) * scale + np.array([0, 0, 1, 1]))
    np.testing.assert_array_equal(px, recorded["boxes_pixels"])


@checks("loss", FAMILY)
def check_losses(case):
    recorded, config = case.recorded, case.config
    recipe = recipe_of({})
    assert config["smooth_l1_beta"] == recipe.loss.beta
    assert config["loss_weights"] == [recipe.loss.objectness_weight, recipe.loss.box_weight]
    assert len(np.unique(recorded["sampled_index"][:, 0])) == config["batch"]
    positive, negative = np.flatnonzero(recorded["label"] == 1), np.flatnonzero(recorded["label"] == -1)
    logits = recorded["logits"][:, 1] - recorded["logits"][:, 0]
    deltas = recorded["deltas"][positive]
    found = losses(logits, deltas, recorded["targets"], positive, negative, recipe.loss, recipe.sampler)
    np.testing.assert_allclose(found.objectness, recorded["loss_class"][0], rtol=1e-5)
    np.testing.assert_allclose(found.box, recorded["loss_bbox"][0], rtol=1e-5)


@checks("proposals", FAMILY)
def check_proposals(case):
    recorded, config = case.recorded, case.config
    recipe = recipe_of(config)
    grid, size = anchors_of(config["anchors"].removeprefix("case "))
    assert config["window"] == [0, 0, 1, 1]
    for number in range(config["batch"]):
        score = recorded["probs_fg"][number].astype(np.float64)
        with np.errstate(divide="ignore"):  # a score of 1 has an infinite logit
            logits = np.log(score) - np.log1p(-score)
        # clipped to the padded input, whatever part of it the picture fills
        found = propose(grid, logits, recorded["deltas"][number], recipe, (9, 9), padded=size)
        np.testing.assert_array_equal(found.anchor, recorded[f"anchor_index_{number}"])
        shares = normalised(x_first(found.boxes), size)
        np.testing.assert_allclose(shares, recorded[f"proposals_{number}"], rtol=0, atol=1e-6)


@checks("resize", FAMILY)
def check_resize(case):
    recorded, config = case.recorded, case.config
    recipe = load_recipe("matterport-rpn").with_tables(
        {
            "resize": {
                "mode": config["mode"], "short": config["min_dim"], "long": config["max_dim"],
                "least": float(config["min_scale"]),
            }
        }
    )  # fmt: skip
    frames = [recipe.resize.of(tuple(size)) for size in recorded["original_hw"].tolist()]
    for number, frame in enumerate(frames):
        left, top = frame.pixel_offset
        height, width = frame.network_size
        assert list(frame.padded_size) == recorded["padded_hw"][number].tolist()
        assert [top, left, top + height, left + width] == recorded["window"][number].tolist()
        assert frame.scale[0] == recorded["scale"][number]
        below, right = frame.padded_size[0] - top - height, frame.padded_size[1] - left - width
        assert [top, below, left, right] == recorded["pad"][number].tolist()
    boxes = x_first(recorded["boxes_y1x1y2x2"])
    for row, picture in enumerate(recorded["box_image"].tolist()):
        frame = frames[picture]
        got = x_first(frame.to_network(boxes[row : row + 1]))[0]
        wanted = recorded["boxes_input"][row]
        np.testing.assert_array_equal(got, wanted)
        kept = bool((got[2:] > got[:2]).all())
        assert kept == recorded["box_kept"][row]
        shares = normalised(got[None].astype(np.float64), frame.padded_size)[0]
        np.testing.assert_array_equal(shares, recorded["boxes_normalised"][row])
        if kept:
            back = x_first(frame.to_original(x_first(got[None])))[0]
            if (back[2:] > back[:2]).all():
                np.testing.assert_array_equal(back, recorded["boxes_back"][row])
            else:
                assert (recorded["boxes_back"][row] == -999).all() or not (back[2:] > back[:2]).all()
        else:
            assert (recorded["boxes_back"][row] == -999).all()
