"""Checks of the second stage: levels, coding, labels and samples."""

import numpy as np
from golden_cases import RECIPES, checks, library_of

from rpn_inspector.core.boxes import clip
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.second_stage.candidates import candidates_of

FAMILIES = ("torchvision_roi", "detectron2_roi", "mmdet_roi", "paper_roi")
# a case's parameter by the recipe's place; each library names its own
PLACES = {
    "fg_iou_thresh": "matcher.positive",
    "bg_iou_thresh": "matcher.negative",
    "pos_iou_thr": "matcher.positive",
    "neg_iou_thr": "matcher.negative",
    "ignore_iof_thr": "matcher.regions.overlap",
    "FG_THRESH": "matcher.positive",
    "BG_THRESH_HI": "matcher.negative",
    "BG_THRESH_LO": "matcher.negative_from",
    "batch_size_per_image": "sampler.batch",
    "num": "sampler.batch",
    "BATCH_SIZE": "sampler.batch",
    "positive_fraction": "sampler.positive_fraction",
    "pos_fraction": "sampler.positive_fraction",
    "FG_FRACTION": "sampler.positive_fraction",
    "neg_pos_ub": "sampler.negatives_per_positive",
    "weights": "coder.weights",
    "bbox_reg_weights": "coder.weights",
    "stds": "coder.stds",
    "means": "coder.means",
    "BBOX_NORMALIZE_STDS": "coder.stds",
    "BBOX_NORMALIZE_MEANS": "coder.means",
    "canonical_scale": "level.side",
    "canonical_box_size": "level.side",
    "finest_scale": "level.side",
    "canonical_level": "level.level",
    "k_min": "level.lowest",
    "min_level": "level.lowest",
}


def roi_recipe(case, **more):
    """Return the shipped recipe with the case's conventions in its stage ``roi``, ``more`` by place on top."""
    config, table = case.config, {}
    for name, place in PLACES.items():
        if name in config:
            put(table, place, config[name])
    for place, value in {**odd_fields(config), **more}.items():
        put(table, place.replace("__", "."), value)
    return load_recipe(RECIPES[case.family][library_of(case)]).with_tables({"stage": {"roi": table}})


def put(table, place, value):
    *path, name = place.split(".")
    for part in path:
        table = table.setdefault(part, {})
    table[name] = max(value, 0) if name == "negatives_per_positive" else value


def odd_fields(config):
    """Return the fields that are no number of the same meaning."""
    found = {}
    if "iou_thresholds" in config:
        thresholds, labels = config["iou_thresholds"], config["iou_labels"]
        assert labels == ([0, 1] if len(thresholds) == 1 else [0, -1, 1])
        found |= {"matcher.negative": thresholds[0], "matcher.positive": thresholds[-1]}
    if config.get("low_quality") or config.get("match_low_quality"):
        owner = {"owner": "claim", "least": config["min_pos_iou"]} if "min_pos_iou" in config else {"owner": "overlap"}
        found |= {"matcher.low_quality": {"rule": "all"} | owner}
    if config.get("ignore_iof_thr", 1) <= 0:
        found |= {"matcher.regions.overlap": 0.0}
    if "ignore_wrt_candidates" in config:
        found["matcher.regions.of"] = "anchor" if config["ignore_wrt_candidates"] else "region"
    if "proposal_append_gt" in config:
        found["add_gt"] = "last" if config["proposal_append_gt"] else "off"
    if "add_gt_as_proposals" in config:
        found["add_gt"] = "first" if config["add_gt_as_proposals"] else "off"
    if config.get("BBOX_NORMALIZE_TARGETS_PRECOMPUTED") is False:
        found |= {"coder.stds": [1.0] * 4, "coder.means": [0.0] * 4}
    return found


@checks("roi_level", *FAMILIES)
def check_levels(case):
    recorded, config = case.recorded, case.config
    count = {
        "torchvision_roi": lambda: config["k_max"] - config["k_min"] + 1,
        "detectron2_roi": lambda: config["max_level"] - config["min_level"] + 1,
        "mmdet_roi": lambda: config["num_levels"],
    }[case.family]()
    level = dict(roi_recipe(case, level__names=[f"L{k}" for k in range(count)]).further)["roi"].level
    np.testing.assert_array_equal(level.of(recorded["boxes"]), recorded["level"])
    if "scales" in config:
        height = config["image_hw"][0]
        scales = [2.0 ** round(np.log2(shape[0] / height)) for shape in config["feature_hw"]]
        assert scales == config["scales"]
        assert [-np.log2(scales[0]), -np.log2(scales[-1])] == [config["k_min"], config["k_max"]]
        assert config["eps"] == level.epsilon


@checks("roi_encode", *FAMILIES)
def check_coding(case):
    recorded, config = case.recorded, case.config
    coder = dict(roi_recipe(case).further)["roi"].coder
    if "clamp_max" in config:
        assert coder.max_log_scale == (np.inf if config["clamp_max"] is None else config["clamp_max"])
    if "wh_ratio_clip" in config:
        np.testing.assert_allclose(coder.max_log_scale, abs(np.log(config["wh_ratio_clip"])), rtol=1e-15)
        assert coder.min_log_scale == -coder.max_log_scale
    anchors, deltas, size = recorded["anchors"], recorded["deltas"], config["image_hw"]
    if "targets" in recorded:
        targets = coder.encode(anchors, recorded["gts"])
        close_targets(targets, recorded["targets"], coder)
    for k in range(deltas.shape[1]):
        boxes = coder.decode(anchors, deltas[:, k])
        if "boxes" in recorded:
            np.testing.assert_allclose(boxes, recorded["boxes"][:, k], rtol=0, atol=reach(recorded["boxes"][:, k]))
        if "boxes_clipped" in recorded:
            cut = clip(boxes, size, int(coder.inclusive))
            np.testing.assert_allclose(cut, recorded["boxes_clipped"][:, k], rtol=0, atol=2e-4)


def reach(boxes):
    return max(2e-4, 1e-6 * float(np.abs(boxes[np.isfinite(boxes)]).max(initial=0)))


def close_targets(got, wanted, coder):
    """Compare targets in the scaled units of the coder: a few steps of float32 of the number before the factor."""
    factor = np.array(coder.weights) / np.array(coder.stds)
    finite = np.isfinite(wanted)
    np.testing.assert_array_equal(np.isneginf(got), np.isneginf(wanted))
    apart = np.abs(np.where(finite, got, 0).astype(np.float64) - np.where(finite, wanted, 0))
    assert (apart <= np.maximum(1e-6 * factor, 5e-7 * np.abs(wanted)))[finite].all(), apart.max()


@checks("roi_assign", *FAMILIES)
def check_labels(case):
    recorded, config, recipe = case.recorded, case.config, roi_recipe(case)
    stage = dict(recipe.further)["roi"]
    gt, proposals = recorded["gts"], recorded["proposals"]
    found = candidates_of(proposals, gt, stage, recipe.dtype, tuple(config["image_hw"]), recorded.get("gts_ignore"))
    said = config["add_gt"] if "add_gt" in config else config["candidates"]
    first = len(gt) if stage.add_gt == "first" else 0
    assert ("first" in said) == (case.family == "mmdet_roi")
    rows = found.source >= 0
    np.testing.assert_array_equal(found.grid.boxes(np.flatnonzero(rows)), proposals.astype(recipe.dtype))
    assert len(rows) - rows.sum() == (0 if stage.add_gt == "off" else len(gt))
    one, kinds = found.assignment, recorded.get("gt_labels", recorded.get("gt_classes"))
    {
        "torchvision_roi": torchvision_labels,
        "detectron2_roi": detectron2_labels,
        "mmdet_roi": mmdet_labels,
        "paper_roi": paper_labels,
    }[case.family](recorded, config, one, kinds, first)
    positive, negative = stage.sampler.sample(one.label, 0)
    boxes = found.grid.boxes(np.arange(found.grid.size))
    if "sampled_pos" in recorded:
        chosen = (recorded["sampled_pos"], recorded["sampled_neg"])
        drawn = np.concatenate(chosen)
        np.testing.assert_array_equal(boxes[drawn], recorded["sampled_boxes"])
        targets, rows = recorded.get("pos_targets"), chosen[0]
    else:
        drawn = recorded["sampled"]
        chosen = (drawn[one.label[drawn] == 1], drawn[one.label[drawn] == 0])
        whole, mine = recorded.get("sampled_targets"), one.label[drawn] == 1
        # targets of background: of any ground truth, or none; no loss reads them
        targets, rows = None if whole is None else whole[mine], chosen[0]
    assert [len(part) for part in chosen] == [len(positive), len(negative)]
    assert sum(map(len, chosen)) == len(drawn)
    assert (one.label[chosen[0]] == 1).all()
    assert (one.label[chosen[1]] == 0).all()
    if len(rows):
        close_targets(stage.coder.encode(boxes[rows], gt[one.gt[rows]]), targets, stage.coder)


def torchvision_labels(recorded, config, one, kinds, _first):
    classes = np.where(one.label == 1, kinds[one.gt] if len(kinds) else 0, one.label)
    np.testing.assert_array_equal(classes, recorded["labels"])
    np.testing.assert_array_equal(classes[recorded["sampled"]], recorded["sampled_labels"])
    np.testing.assert_array_equal(
        np.where(one.label == 1, one.gt, 0), np.where(one.label == 1, recorded["matched_gt"], 0)
    )
    if "max_iou" in recorded:
        np.testing.assert_array_equal(one.iou, recorded["max_iou"])
        low = np.where(one.iou < np.float32(config["bg_iou_thresh"]), -1, -2)
        np.testing.assert_array_equal(np.where(one.label == 1, one.gt, low), recorded["matcher_output"])


def detectron2_labels(recorded, config, one, kinds, _first):
    np.testing.assert_array_equal(one.label, recorded["labels"])
    if "max_iou" in recorded:
        np.testing.assert_array_equal(one.iou, recorded["max_iou"])
        np.testing.assert_array_equal(one.best_gt, recorded["matched_gt"])
    else:
        assert not recorded["matched_gt"].any()
    drawn = recorded["sampled"]
    background = config["num_classes"]
    owned = kinds[one.gt[drawn]] if len(kinds) else background
    np.testing.assert_array_equal(np.where(one.label[drawn] == 1, owned, background), recorded["sampled_classes"])
    if "sampled_gt_boxes" in recorded:
        np.testing.assert_array_equal(recorded["gts"][one.best_gt[drawn]], recorded["sampled_gt_boxes"])


def mmdet_labels(recorded, config, one, kinds, first):
    mine = np.where(one.label == 1, one.gt + 1, one.label)[first:]
    np.testing.assert_array_equal(mine, recorded["gt_inds"])
    iou = one.iou[first:]
    crowded = recorded["max_iou"] < 0
    np.testing.assert_array_equal(iou[~crowded], recorded["max_iou"][~crowded])
    assert (one.label[first:][crowded] == -1).all()
    np.testing.assert_array_equal(one.gt[recorded["sampled_pos"]], recorded["pos_gt"])
    np.testing.assert_array_equal(recorded["sampled_pos"] < first, recorded["pos_is_gt"])
    assert config["num"] >= len(recorded["sampled_pos"]) + len(recorded["sampled_neg"])
    assert len(kinds) == len(recorded["gts"])
    if not config["match_low_quality"]:
        assert config["min_pos_iou"] == config["pos_iou_thr"]  # read by the rule that is off


def paper_labels(recorded, config, one, kinds, _first):
    np.testing.assert_array_equal(one.iou, recorded["max_iou_f64"])
    np.testing.assert_array_equal(one.best_gt, recorded["argmax_gt"])
    np.testing.assert_array_equal(one.label == 1, recorded["foreground"])
    np.testing.assert_array_equal(one.label == 0, recorded["background"])
    drawn = recorded["sampled"]
    np.testing.assert_array_equal(np.where(one.label[drawn] == 1, kinds[one.gt[drawn]], 0), recorded["sampled_labels"])
    assert int(recorded["num_foreground"]) == (one.label[drawn] == 1).sum()
    assert (recorded["sampled_targets"][one.label[drawn] == 0] == 0).all()
    assert len(config["gt"]) > 0
