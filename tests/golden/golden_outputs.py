"""Checks of proposals and detections, of resizing, and of a whole model on real pictures."""

import dataclasses

import numpy as np
import pytest
from golden_cases import arrays_in, checks, xyxy
from golden_recipes import grid_of, recipe_of

from rpn_inspector.core.ground_truth import GroundTruth
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import propose
from rpn_inspector.core.sample import Sample


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
    recorded, recipe = case.recorded, recipe_of(case)
    spec = recipe.resize
    frames = [spec.of(tuple(size)) for size in recorded["original_hw"].tolist()]
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
    if "boxes_given_as_int" in recorded:
        cutting = GroundTruth(whole_boxes="cut")
        rows = zip(recorded["box_image"], recorded["boxes_given_as_int"], strict=True)
        cut = np.concatenate([cutting.as_loaded(box[None], frames[picture]) for picture, box in rows])
        np.testing.assert_array_equal(cut, recorded["boxes_input_from_int"])
    if "offset_xy" in recorded:
        np.testing.assert_array_equal([f.offset for f in frames], recorded["offset_xy"])
        np.testing.assert_array_equal([f.pixel_offset for f in frames], recorded["pixel_offset_xy"])
    if "kept" in recorded:
        kept = (boxes_input[:, 2:] > boxes_input[:, :2]).all(1)
        np.testing.assert_array_equal(kept, recorded["kept"])
        assert recipe.ground_truth.drop_empty
    if "batch_images" in recorded:
        for pair, wanted in zip(recorded["batch_images"], recorded["batch_padded_hw"].tolist(), strict=True):
            together = np.max([frames[i].network_size for i in pair], 0).tolist()
            assert list(spec.padded_size(tuple(together))) == wanted


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
