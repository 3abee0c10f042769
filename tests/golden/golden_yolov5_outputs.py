"""YOLOv5's detections from decoded rows: which pairs enter NMS, and which survive it."""

import numpy as np
import pytest
from golden_cases import checks
from golden_yolov5 import FAMILY, check_level_costs, check_pairs_of, in_library_order, loss_spec, shapes_of

from rpn_inspector.core.boxes import clip, iou_with
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import candidates, suppressed
from rpn_inspector.core.ranking import descending
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.spec import table_of
from rpn_inspector.core.specs import LOSS, PROPOSALS


def spec_of(options, classes, recipe="yolov5s"):
    """Return the proposals of a recipe for the library's arguments; with one class there is no second label."""
    each = options.get("multi_label", False) and classes > 1
    table = {
        "min_score_first": True, "min_score": options["conf_thres"],
        "min_confidence": options["conf_thres"], "classes": "each" if each else "best", "nms": options["iou_thres"],
        "nms_within": "all" if options.get("agnostic") else "class", "nms_offset": float(options.get("max_wh", 7680)),
        "pre_nms": options.get("max_nms", 30000), "offset_boxes_below": options.get("max_nms", 30000),
        "post_nms": options.get("max_det", 300), "top": "overall", "top_by": "score", "clip": False, "min_size": 0.0,
    }  # fmt: skip
    return load_recipe(recipe).with_tables({"proposals": table}).proposals


@checks("proposals", FAMILY)
def check_detections(case):
    pred = case.recorded["pred"][0]
    check_nms_of(case.recorded, case.config, pred[:, :4], pred[:, 5:], pred[:, 4], "yolov5s")


def check_nms_of(recorded, config, pred, scores, objectness, recipe):
    """From centred boxes (n, 4), class scores (n, K) and objectness (n,) or None to the boxes kept."""
    spec = spec_of(config, config["nc"], recipe)
    scores, confidence, allowed = candidates(scores, objectness, spec)
    assert confidence is None
    if "classes" in config:
        allowed = allowed & np.isin(np.arange(config["nc"]), config["classes"])
    anchor, kind = np.nonzero(allowed)
    boxes = corners(pred[anchor, :4])
    order = descending(scores[anchor, kind])[: spec.pre_nms]
    if "nms_input_boxes" in recorded:  # an unstable sort leaves the order of equal scores open
        shifted = boxes + kind.astype(np.float32)[:, None] * np.float32(spec.nms_offset)
        order = placed(shifted, scores[anchor, kind], recorded["nms_input_boxes"], recorded["nms_input_scores"])
        np.testing.assert_array_equal(scores[anchor, kind][order], recorded["nms_input_scores"])
    if "exact_iou_above" in recorded:
        pairs = pred[:, :4].astype(np.float64).reshape(-1, 2, 4)
        exact = [iou_with(one, other[None])[0] for one, other in map(corners, pairs)]
        np.testing.assert_array_equal(np.array(exact) > spec.nms, recorded["exact_iou_above"])
    group = None if spec.nms_within == "all" else kind[order]
    by, _ = suppressed(boxes[order], group, spec)
    kept = order[np.flatnonzero(by < 0)[: spec.post_nms]]
    np.testing.assert_array_equal(anchor[kept], recorded["anchor_index"])
    np.testing.assert_array_equal(kind[kept], recorded["classes"])
    np.testing.assert_array_equal(scores[anchor, kind][kept], recorded["scores"])
    np.testing.assert_array_equal(boxes[kept], recorded["boxes"])


def corners(centred):
    return np.concatenate([centred[:, :2] - centred[:, 2:] / 2, centred[:, :2] + centred[:, 2:] / 2], 1)


def placed(boxes, scores, listed, listed_scores):
    """Return which of ``boxes`` each listed one is."""
    left, found = list(range(len(boxes))), []
    for box, score in zip(listed, listed_scores, strict=True):
        same = next(place for place in left if scores[place] == score and (boxes[place] == box).all())
        found.append(same)
        left.remove(same)
    return np.array(found)


@checks("end_to_end", FAMILY)
def check_whole(case):
    """Pictures of a batch one by one: frame, pairs, losses by level of the batch, detections in picture px."""
    recorded, config = case.recorded, case.config
    assert config["hyp_scaled"]["obj"] == pytest.approx((config["imgsz_for_gain"] / 640) ** 2)
    recipe, count = recipe_of(config), len(config["pictures"])
    spec = loss_spec(config)
    check_pairs_of(recorded, config)
    check_level_costs(recorded, config, spec, 1e-5)
    found = []
    for image, meta in enumerate(recorded["pictures_meta"]):
        mine, raw = recorded["gts"][:, 0] == image, [recorded[f"raw_{k}"][image] for k in range(len(config["strides"]))]
        gts = recorded["gts"][mine]
        sample = Sample("x", tuple(meta[:2].astype(int)), gt=gts[:, 2:6], gt_class=gts[:, 1].astype(np.int64))
        plain = inspect(sample, recipe)
        frame, size = plain.frame, np.float32([*plain.padded_size[::-1]] * 2)
        measures = (*frame.network_size, *frame.padded_size, *frame.offset, *frame.scale)
        np.testing.assert_allclose(measures, meta[2:], rtol=1e-12)
        edges = (plain.gt / size).astype(np.float32)
        centred = np.concatenate([(edges[:, :2] + edges[:, 2:]) / 2, edges[:, 2:] - edges[:, :2]], 1)
        np.testing.assert_allclose(centred, recorded["targets"][mine, 2:], rtol=0, atol=1e-6)
        rows = np.zeros((plain.grid.size, raw[0].shape[-1]), np.float32)
        order = in_library_order(plain.grid)
        rows[order] = np.concatenate([part.reshape(-1, part.shape[-1]) for part in raw])
        one = inspect(sample, recipe, Prediction(objectness=rows[:, 4:], deltas=rows[:, :4]))
        if count == 1:
            np.testing.assert_allclose(one.loss.total, recorded["total"][0], rtol=1e-5)
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        kept = one.proposals
        back = clip(frame.to_original(kept.boxes), sample.size)
        found.append((np.full(len(back), image), kept.boxes, kept.scores, kept.classes, place[kept.anchor], back))
    images, boxes, scores, kinds, anchors, back = (np.concatenate(part) for part in zip(*found, strict=True))
    np.testing.assert_array_equal(images, recorded["det_image"])
    np.testing.assert_array_equal(anchors, recorded["det_anchor_index"])
    np.testing.assert_array_equal(kinds, recorded["det_input"][:, 5])
    np.testing.assert_allclose(scores, recorded["det_input"][:, 4], rtol=0, atol=1e-6)
    np.testing.assert_allclose(boxes, recorded["det_input"][:, :4], rtol=0, atol=2e-4)
    np.testing.assert_allclose(back, recorded["det_original"], rtol=0, atol=1e-3)


def recipe_of(config):
    """Return the shipped recipe with a case's size, anchors, gains and thresholds."""
    box, side = config["letterbox_args"], config["letterbox_args"]["new_shape"]
    loss = loss_spec(config)
    tables = {
        "resize": {"size": [side, side], "rest": "stride" if box["auto"] else "size"},
        "anchors": {"strides": config["strides"], "shapes": [list(map(list, level)) for level in shapes_of(config)]},
        "matcher": {"limit": config["hyp_scaled"]["anchor_t"]},
        "loss": table_of(LOSS, loss),
        "proposals": table_of(PROPOSALS, spec_of(config["nms"], config["nc"])),
    }
    return load_recipe("yolov5s").with_tables(tables)
