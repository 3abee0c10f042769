"""YOLOv5's detections from decoded rows: which pairs enter NMS, and which survive it."""

import numpy as np
from golden_cases import checks
from golden_yolov5 import FAMILY

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.proposals import candidates, suppressed
from rpn_inspector.core.ranking import descending
from rpn_inspector.core.recipe import load_recipe


def spec_of(options, classes):
    """Return the proposals of a recipe for the library's arguments; with one class there is no second label."""
    each = options.get("multi_label", False) and classes > 1
    table = {
        "score_of": "product", "min_score_first": True, "min_score": options["conf_thres"],
        "min_confidence": options["conf_thres"], "classes": "each" if each else "best", "nms": options["iou_thres"],
        "nms_within": "all" if options.get("agnostic") else "class", "nms_offset": float(options.get("max_wh", 7680)),
        "pre_nms": options.get("max_nms", 30000), "offset_boxes_below": options.get("max_nms", 30000),
        "post_nms": options.get("max_det", 300), "top": "overall", "top_by": "score", "clip": False, "min_size": 0.0,
    }  # fmt: skip
    return load_recipe("yolov3-416").with_tables({"proposals": table}).proposals


@checks("proposals", FAMILY)
def check_detections(case):
    recorded, config = case.recorded, case.config
    pred, spec = recorded["pred"][0], spec_of(config, config["nc"])
    scores, confidence, allowed = candidates(pred[:, 5:], pred[:, 4], spec)
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
