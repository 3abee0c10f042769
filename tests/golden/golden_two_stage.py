"""Whole two-stage networks on real pictures: proposals, sample, four losses and detections."""

import numpy as np
from golden_cases import checks
from golden_roi import close_targets

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs


def recipe_of(config, train):
    rpn, roi = config["rpn"], config["roi"]
    base = "fasterrcnn-torchvision-320" if "mobilenet" in config["model"] else "fasterrcnn-torchvision"
    mode = "train" if train else "test"
    tables = {
        "resize": {
            "short": config["min_size"][0],
            "long": config["max_size"],
            "pad_multiple": config["size_divisible"],
        },
        "anchors": {"sizes": config["sizes"], "ratios": config["ratios_h_over_w"][0]},
        "matcher": {"positive": rpn["fg_iou_thresh"], "negative": rpn["bg_iou_thresh"]},
        "sampler": {"batch": rpn["batch"], "positive_fraction": rpn["positive_fraction"]},
        "proposals": {
            "pre_nms": rpn[f"pre_nms_{mode}"],
            "post_nms": rpn[f"post_nms_{mode}"],
            "nms": rpn["nms_thresh"],
            "min_score": rpn["score_thresh"],
            "min_size": rpn["min_size"],
        },
        "stage": {
            "roi": {
                "matcher": {"positive": roi["fg_iou_thresh"], "negative": roi["bg_iou_thresh"]},
                "sampler": {"batch": roi["batch"], "positive_fraction": roi["positive_fraction"]},
                "coder": {"weights": roi["weights"]},
                "level": {"names": [f"L{k}" for k in range(roi["k_min"], roi["k_max"] + 1)], "lowest": roi["k_min"]},
                "detections": {
                    "min_score": roi["score_thresh"],
                    "nms": roi["nms_thresh"],
                    "keep": roi["detections_per_img"],
                },
            }
        },
    }
    return load_recipe(base).with_tables(tables)


def outputs_of(case, number, rois, **more):
    recorded, levels = case.recorded, range(len(case.config["sizes"]))
    return Prediction(
        levels_objectness=tuple(recorded[f"objectness_{k}"][number] for k in levels),
        levels_deltas=tuple(recorded[f"deltas_{k}"][number] for k in levels),
        network_size=tuple(recorded["input_hw"][number].tolist()),
        padded_size=tuple(recorded["padded_hw"].tolist()),
        rois=rois,
        **more,
    )


@checks("end_to_end_two_stage", "torchvision_roi")
def check_whole(case):
    recorded, config = case.recorded, case.config
    scales = [
        2.0 ** round(np.log2(hw[0] / recorded["input_hw"][:, 0].max())) for hw in config["roi"]["pooled_feature_hw"]
    ]
    assert scales[: len(config["roi"]["scales"])] == config["roi"]["scales"]
    np.testing.assert_array_equal(recorded["feature_hw"], config["roi"]["pooled_feature_hw"])
    assert config["num_classes"] == recorded["class_logits"].shape[1]
    assert config["rpn_outputs_equal_in_train_and_eval"]
    sums, rows = np.zeros(4), np.zeros(2)
    for number in range(len(config["pictures"])):
        mine = recorded["gt_image"] == number
        size = tuple(recorded["original_hw"][number].tolist())
        gt, kinds = recorded["gts"][mine], recorded["gt_labels"][mine].astype(np.int64) - 1
        sample = Sample("x", size, gt=gt, gt_class=kinds)
        part, counted = check_training(case, number, sample, mine)
        sums, rows = sums + part, rows + counted
        check_detections(case, number, sample)
    wanted = [recorded[name] for name in ("loss_objectness", "loss_rpn_box_reg", "loss_classifier", "loss_box_reg")]
    np.testing.assert_allclose(sums / rows[[0, 0, 1, 1]], wanted, rtol=1e-5, atol=1e-8)


def check_training(case, number, sample, mine):
    """Check one picture of the batch, and return the four sums and the rows counted by both stages."""
    recorded, config = case.recorded, case.config
    here, total = recorded["sampled_image"] == number, recorded["rpn_labels"].shape[1]
    chosen = [recorded[f"rpn_sampled_{part}"] for part in ("pos", "neg")]
    chosen = [part[part // total == number] % total for part in chosen]
    heads = StageOutputs(
        logits=recorded["class_logits"][here],
        deltas=recorded["box_regression"][here],
        sampled=recorded["sampled"][here],
    )
    proposals = recorded["train_proposals"][recorded["train_proposal_image"] == number]
    rois = RoiOutputs(proposals=proposals, heads={"roi": heads}, mode="train")
    outputs = outputs_of(case, number, rois, sampled_positive=chosen[0], sampled_negative=chosen[1])
    one = inspect(sample, recipe_of(config, train=True), outputs)
    assert [[round(side) for side in level.stride] for level in one.grid.levels] == config["strides_hw_used"]
    np.testing.assert_allclose(one.gt, recorded["gts_input"][mine], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(one.assignment.label, recorded["rpn_labels"][number])
    assert len(one.proposals.boxes) == len(proposals)
    compared_in_order(one.proposals.boxes, proposals)
    stage = one.second_stage
    assert (stage.before >= 0).all()
    candidate = recorded["candidate_image"] == number
    labels = np.where(stage.label == 1, sample.gt_class[stage.gt] + 1 if len(sample.gt) else 0, stage.label)
    np.testing.assert_array_equal(labels, recorded["candidate_labels"][candidate])
    matched = recorded["candidate_matched_gt"][candidate]
    np.testing.assert_array_equal(matched[stage.label == 1], stage.gt[stage.label == 1])
    drawn = recorded["sampled"][here]
    np.testing.assert_allclose(stage.boxes(drawn), recorded["sampled_boxes"][here], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(labels[drawn], recorded["sampled_labels"][here])
    foreground = stage.label[drawn] == 1
    if foreground.any():
        boxes, owners = stage.boxes(drawn[foreground]), one.gt[stage.gt[drawn[foreground]]]
        targets = stage.stage.coder.encode(boxes, owners)
        close_targets(targets, recorded["sampled_targets"][here][foreground], stage.stage.coder)
    else:  # against boxes of zeros, which no loss reads
        assert np.isneginf(recorded["sampled_targets"][here][:, 2:]).all()
    assert stage.detections is None  # of a sample there are none
    lists = stage.stage.sampler.sample(stage.label, 0)
    assert [len(stage.sampled_positive), len(stage.sampled_negative)] == [len(part) for part in lists]
    counts = np.array([one.loss.objectness_normaliser, stage.loss.objectness_normaliser])
    sums = np.array([one.loss.objectness, one.loss.box, stage.loss.objectness, stage.loss.box])
    return sums * counts[[0, 0, 1, 1]], counts


def compared_in_order(got, wanted):
    """Compare boxes in order, but for neighbours of equal score that may swap."""
    apart = np.abs(got - wanted).max(1) > 2e-4
    assert apart.sum() <= 16
    rows = np.flatnonzero(apart)
    order = [np.lexsort(part[rows].round(1).T) for part in (got, wanted)]
    np.testing.assert_allclose(got[rows][order[0]], wanted[rows][order[1]], rtol=0, atol=2e-4)


def check_detections(case, number, sample):
    recorded, config = case.recorded, case.config
    here, kept = recorded["test_proposal_image"] == number, recorded["detection_image"] == number
    heads = StageOutputs(logits=recorded["test_class_logits"][here], deltas=recorded["test_box_regression"][here])
    rois = RoiOutputs(proposals=recorded["test_proposals"][here], heads={"roi": heads}, mode="eval")
    one = inspect(sample, recipe_of(config, train=False), outputs_of(case, number, rois))
    compared_in_order(one.proposals.boxes, recorded["test_proposals"][here])
    stage = one.second_stage
    level = stage.level[stage.candidate_of()]
    np.testing.assert_array_equal(level, recorded["test_level"][here])
    found = stage.detections
    np.testing.assert_array_equal(found.classes + 1, recorded["detection_labels"][kept])
    np.testing.assert_allclose(found.scores, recorded["detection_scores"][kept], rtol=0, atol=1e-6)
    np.testing.assert_allclose(found.boxes, recorded["detections_input"][kept], rtol=0, atol=2e-4)
    np.testing.assert_allclose(found.original, recorded["detections_original"][kept], rtol=0, atol=3e-4)
