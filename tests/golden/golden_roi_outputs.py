"""Checks of the second stage: losses and detections of recorded outputs."""

import numpy as np
from golden_box_losses import TYPES
from golden_cases import checks
from golden_roi import FAMILIES, close_targets, roi_recipe

from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.second_stage.detecting import PictureSizes, detect
from rpn_inspector.core.second_stage.head_outputs import HeadOutputs


def stage_of(case, **fields):
    return dict(roi_recipe(case, **fields).further)["roi"]


def loss_fields(case):
    """Return the fields of ``loss`` by place, from what each library names."""
    config = case.config
    found = {}
    if "loss_bbox" in config:
        box = config["loss_bbox"]
        name = TYPES[box["type"]]
        found = {"box": name, "box_weight": box["loss_weight"], "iou_mode": box.get("mode", "log")}
        found["beta"] = box.get("beta", 0.0 if box["type"] == "L1Loss" else 1.0)
        found["epsilon"] = box.get("eps", 1e-6)
        found |= {f"balanced_{k}": box[k] for k in ("alpha", "gamma") if k in box}
        assert config["reg_decoded_bbox"] == (name in DECODED)
        assert config["loss_cls"]["type"] == "CrossEntropyLoss"
        found["objectness_weight"] = config["loss_cls"]["loss_weight"]
        found["positive_weight"] = config["pos_weight"] if config["pos_weight"] > 0 else 1.0
    elif "box_reg_loss_type" in config:
        weights = config["loss_weight"]
        found = {"box": config["box_reg_loss_type"], "beta": config["smooth_l1_beta"], "iou_form": "torchvision"}
        found |= {"objectness_weight": weights["loss_cls"], "box_weight": weights["loss_box_reg"]}
        found["epsilon"] = config["eps"]
        found["objectness"] = "bce" if config["use_sigmoid_ce"] else "cross_entropy"
    elif "sigma" in config:
        found = {"beta": 1 / config["sigma"] ** 2, "box_weight": float(config["loss_weight"])}
    elif "beta" in config:
        found = {"beta": config["beta"]}
    return {f"loss__{name}": value for name, value in found.items()}


def agnostic(config):
    one = config.get("cls_agnostic_bbox_reg", config.get("reg_class_agnostic"))
    return {} if one is None else {"deltas": "one" if one else "per_class"}


@checks("roi_loss", *FAMILIES)
def check_losses(case):
    recorded, config = case.recorded, case.config
    stage = stage_of(case, **loss_fields(case), **agnostic(config))
    head = HeadOutputs.of(recorded["class_logits"], recorded["box_regression"], stage)
    assert head.classes == config["classes"]
    labels, proposals = recorded["labels"].astype(np.int64), recorded["proposals"]
    background = 0 if stage.background == "first" else config["classes"]
    positive, negative = np.flatnonzero(labels != background), np.flatnonzero(labels == background)
    kinds = labels[positive] - (1 if stage.background == "first" else 0)
    # the article's boxes were not recorded, so the box that has the recorded target stands for the ground truth
    gt = (
        recorded["matched_gts"] if "matched_gts" in recorded else decoded_targets(stage, proposals, recorded["targets"])
    )
    one = head.losses(proposals[positive], gt[positive], positive, negative, kinds)
    np.testing.assert_allclose(one.objectness, recorded["loss_classifier"], rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(one.box, recorded["loss_box_reg"], rtol=1e-5, atol=1e-7)
    if "targets" in recorded:
        targets = recorded["targets"]
        rows = np.arange(len(labels)) if case.family == "torchvision_roi" else positive  # others: of positives alone
        if len(rows):
            check_targets(stage, proposals[rows], gt[rows], targets[rows])
        if len(rows) < len(labels) and case.family != "detectron2_roi":
            assert (targets[negative] == 0).all()
    if "class_per_row" in recorded:
        wanted = recorded["class_per_row"][one.rows]
        np.testing.assert_allclose(one.objectness_per_anchor * one.objectness_normaliser, wanted, rtol=3e-6, atol=1e-6)
    if "box_per_coordinate_of_pos" in recorded:
        parts = one.box_per_coordinate * one.box_normaliser
        np.testing.assert_allclose(parts, recorded["box_per_coordinate_of_pos"], rtol=3e-6, atol=1e-5)
    if "label_weights" in recorded:
        weights = np.where(labels == background, 1.0, stage.loss.positive_weight)
        np.testing.assert_array_equal(recorded["label_weights"], weights)
        assert config["thr"] <= 0.7
    if "image" in recorded:  # one divisor for the whole batch
        assert len(np.unique(recorded["image"])) == config["images"]


def decoded_targets(stage, proposals, targets):
    coder = stage.coder
    boxes = coder.decode(proposals, targets)
    return boxes - np.array([0, 0, 1, 1], np.float32) * int(coder.inclusive)


def check_targets(stage, proposals, gt, wanted):
    if stage.loss.box in DECODED:
        np.testing.assert_array_equal(gt, wanted)
    else:
        close_targets(stage.coder.encode(proposals, gt), wanted, stage.coder)


def detection_fields(config):
    names = {
        "min_score": ("score_thresh", "score_thr"),
        "nms": ("nms_thresh", "nms_iou"),
        "keep": ("detections_per_img", "topk_per_image", "max_per_img", "max_per_image"),
        "min_size": ("min_size",),
    }
    found = {}
    for field, known in names.items():
        for name in known:
            if name in config:
                found[f"detections__{field}"] = -1.0 if config[name] is None else config[name]
    return found


@checks("detections", *FAMILIES)
def check_detections(case):
    recorded, config = case.recorded, case.config
    stage = stage_of(case, **detection_fields(config), **agnostic(config))
    if "scale_factor_xy" not in config:
        check_kept(case, stage, recorded, "")
        return
    check_kept(
        case, stage_of(case, detections__frame="network", **detection_fields(config), **agnostic(config)), recorded, ""
    )
    check_kept(case, stage, recorded, "_rescaled")


def check_kept(case, stage, recorded, ending):
    config, proposals = case.config, recorded["proposals"]
    if "class_scores" in recorded:  # deltas with means and stds folded in, as in the saved network
        scores, deltas = recorded["class_scores"][:, 1:], recorded["box_regression"][:, 1:]
        stage = stage_of(case, coder__stds=[1.0] * 4, **detection_fields(config))
    else:
        head = HeadOutputs.of(recorded["class_logits"], recorded["box_regression"], stage)
        scores, deltas = head.scores(), head.deltas
        assert head.classes == config["classes"]
    assert scores.shape[1] == config["classes"]
    scale = tuple(config.get("scale_factor_xy", [config.get("im_scale", 1.0)] * 2))
    if "image_hw_original" in config:
        original, network = tuple(config["image_hw_original"]), (10**6, 10**6)
    else:
        original, network = (10**6, 10**6), tuple(config["image_hw"])
    found = detect(proposals, scores, deltas, stage.coder, stage.detections, PictureSizes(network, original, scale))
    frame = stage.detections.frame
    boxes = found.boxes if frame == "network" else found.original
    first = 1 if case.family in ("torchvision_roi", "paper_roi") else 0
    np.testing.assert_array_equal(found.classes + first, recorded[f"labels{ending}"])
    wanted = recorded[f"boxes{ending}"]
    np.testing.assert_allclose(boxes, wanted, rtol=0, atol=2e-4)
    if not ending:
        np.testing.assert_allclose(found.scores, recorded["scores"], rtol=0, atol=1e-6)
    if "candidates_entering_nms" in config and not ending:
        met = np.isin(found.pair_fate, [0, 1, 3]).sum()  # kept, suppressed, cut behind NMS
        assert met == config["candidates_entering_nms"]
        looped = met > stage.detections.offset_boxes_below
        assert config.get("batched_nms_branch", "coordinate offset") == (
            "per class loop" if looped else "coordinate offset"
        )
    if "proposal_index" in recorded and not ending:
        np.testing.assert_array_equal(found.proposal, recorded["proposal_index"])
    if "kept_row" in recorded:
        finite = np.isfinite(recorded["class_logits"]).all(1) & np.isfinite(recorded["box_regression"]).all((1, 2))
        row = np.cumsum(finite) - 1
        np.testing.assert_array_equal(row[found.proposal], recorded["kept_row"])
    if "clamp_max" in config:
        assert stage.coder.max_log_scale == config["clamp_max"]
    if "wh_ratio_clip" in config:
        np.testing.assert_allclose(stage.coder.max_log_scale, abs(np.log(config["wh_ratio_clip"])), rtol=1e-15)
