"""The cases of a golden folder, and for each the shipped recipe with the conventions it was recorded with.

The manifests name a parameter as its library does; here is which recipe field that is.
"""

import dataclasses
import json
import math
import os
from pathlib import Path

import numpy as np

from rpn_inspector.core.anchors import grid_for
from rpn_inspector.core.recipe import load_recipe

FOLDER = Path(os.environ.get("RPN_INSPECTOR_GOLDEN", Path(__file__).parent))
CASES = {case["id"]: case for case in json.loads((FOLDER / "manifest.json").read_text())["cases"]}
LIBRARIES = ("torchvision", "detectron2", "mmdet", "effdet", "darknet", "py-faster-rcnn")
RECIPES = {
    "torchvision_rpn": {"torchvision": "torchvision-fpn"},
    "paper_faster_rcnn": {"py-faster-rcnn": "paper-vgg16"},
    "detectron2_rpn": {"detectron2": "detectron2-fpn"},
    "mmdet_rpn": {"mmdet": "mmdet-fpn"},
    "retinanet": {
        "torchvision": "retinanet-torchvision",
        "detectron2": "retinanet-detectron2",
        "mmdet": "retinanet-mmdet",
    },
    "ssd": {"torchvision": "ssd300-torchvision", "mmdet": "mmdet-fpn"},
    "efficientdet": {"effdet": "efficientdet-d0"},
    "yolov3": {"mmdet": "yolov3-416", "darknet": "yolov3-416-darknet"},
}


def library_of(case):
    """Return which library made the case; a case of an unknown one cannot be run and must fail."""
    known = RECIPES[case["family"]]
    if len(known) == 1:
        return next(iter(known))
    named = [name for name in known if case["library"].startswith(name)]
    assert len(named) == 1, f"{case['id']}: library {case['library']!r}, wanted one of {', '.join(known)}"
    return named[0]


def arrays(case):
    with np.load(FOLDER / case["file"], allow_pickle=False) as recorded:
        return {name: recorded[name] for name in recorded.files}


def config_of(case):
    """Return the case's own parameters over those of the anchors it refers to."""
    config = case["config"]
    if "anchors_case" in config:
        config = {**CASES[config["anchors_case"]]["config"], **config}
    return config


def recipe_of(case):
    config, library = config_of(case), library_of(case)
    recipe = load_recipe(RECIPES[case["family"]][library])
    stages = {
        "anchors": anchor_fields(case["family"], library, config),
        "matcher": matcher_fields(config),
        "coder": coder_fields(config),
        "loss": loss_fields(config, library),
        "proposals": proposal_fields(config, case["kind"]),
        "resize": resize_fields(config, case["kind"]),
    }
    changed = {stage: dataclasses.replace(getattr(recipe, stage), **found) for stage, found in stages.items()}
    return dataclasses.replace(recipe, **changed)


def anchor_fields(family, library, config):
    if not {"feature_hw", "sizes"} & set(config):
        return {}
    if family == "efficientdet":
        return efficientdet_anchors(config)
    if family == "ssd":
        return ssd_anchors(config) if library == "torchvision" else mmdet_ssd_anchors(config)
    if family == "yolov3":
        shapes = tuple(tuple((float(w), float(h)) for w, h in level) for level in config["base_sizes_wh"])
        return named(config["strides"]) | {"shapes": shapes}
    if library == "torchvision":
        strides = [stride[0] for stride in config["strides_hw_used"]]
        return named(strides) | {"sizes": floats(config["sizes"]), "ratios": floats(config["ratios_h_over_w"])}
    if library == "detectron2":
        found = named(config["strides"]) | {"sizes": floats(config["sizes"]), "offset": float(config["offset"])}
        return found | {"ratios": ratio_lists(config["ratios_h_over_w"])}
    if library == "mmdet":
        return mmdet_anchors(config)
    base = float(config.get("base_size", 16))
    found = named([config.get("stride", 16)]) | {"base_sizes": (base,)}
    if "scales" in config:
        found |= {"sizes": floats([config["scales"]]), "ratios": ratio_lists(config["ratios_h_over_w"])}
    return found


def mmdet_anchors(config):
    pairs = [stride if isinstance(stride, list) else [stride, stride] for stride in config["strides"]]
    scales = config.get("scales")
    if scales is None:
        octaves = config["scales_per_octave"]
        scales = [config["octave_base_scale"] * 2 ** (i / octaves) for i in range(octaves)]
    legacy = config.get("class", "AnchorGenerator") == "LegacyAnchorGenerator"
    return named([y for _, y in pairs]) | {
        "strides_x": tuple(x for x, _ in pairs),
        "base_sizes": tuple(map(float, config.get("base_sizes", [min(pair) for pair in pairs]))),
        "sizes": (tuple(map(float, scales)),) * len(pairs),
        "ratios": ratio_lists(config["ratios"]),
        "base": "rounded_legacy" if legacy else "float32",
        "order": "ratio_size" if config.get("scale_major", True) else "size_ratio",
        "offset": float(config.get("center_offset", 0.0)),
        "centres": tuple((float(x), float(y)) for x, y in config.get("centers", [])),
    }


def mmdet_ssd_anchors(config):
    """MMDetection's ``SSDAnchorGenerator``: whole-number sizes from a range of per cents of the input."""
    size, count = config["input_size"], len(config["strides"])
    first, last = (int(bound * 100) for bound in config["basesize_ratio_range"])
    step = int(math.floor(last - first) / (count - 2))
    bounds = [(int(size * p / 100), int(size * (p + step) / 100)) for p in range(first, last + 1, step)]
    ahead = {(300, 0.15): (7, 15), (300, 0.2): (10, 20), (512, 0.1): (4, 10), (512, 0.15): (7, 15)}
    bounds.insert(0, tuple(int(size * p / 100) for p in ahead[size, config["basesize_ratio_range"][0]]))
    ratios = [[1.0, *(part for r in level for part in (1 / r, float(r)))] for level in config["ratios"]]
    return named(config["strides"]) | {
        "base_sizes": tuple(float(low) for low, _ in bounds[:count]),
        "sizes": tuple((1.0, float(np.sqrt(high / low))) for low, high in bounds[:count]),
        "ratios": floats(ratios),
        "base": "float32",
        "order": "squares_first",
        "centres": tuple((stride / 2.0, stride / 2.0) for stride in config["strides"]),
    }


def ssd_anchors(config):
    scales, levels = config["scales_used"], range(len(config["feature_hw"]))
    found = {
        "sizes": tuple((scales[k], math.sqrt(scales[k] * scales[k + 1])) for k in levels),
        "ratios": floats(config["aspect_ratios"]),
        "clip": config["clip_wh"],
        "stride_rule": "given" if "steps" in config else "exact",
    }
    nominal = [config["image_tensor_hw"][0] // max(1, height) for height, _ in config["feature_hw"]]
    return named(config.get("steps", nominal)) | found


def efficientdet_anchors(config):
    octaves, levels = config["num_scales"], range(config["min_level"], config["max_level"] + 1)
    scales = tuple(config["anchor_scale"] * 2 ** (i / float(octaves)) for i in range(octaves))
    ratios = config["aspect_ratios"]
    roots = [ratio if isinstance(ratio, list) else (np.sqrt(ratio), 1 / np.sqrt(ratio)) for ratio in ratios]
    return named([2**level for level in levels]) | {
        "base_sizes": tuple(float(2**level) for level in levels),
        "sizes": (scales,) * len(levels),
        "shapes": (tuple((float(w), float(h)) for w, h in roots),),
    }


def named(strides):
    return {"names": tuple(f"L{i}" for i in range(len(strides))), "strides": tuple(strides)}


def floats(levels):
    return tuple(tuple(map(float, level)) for level in levels)


def ratio_lists(ratios):
    return floats(ratios if isinstance(ratios[0], list) else [ratios])


def renamed(config, names):
    return {field: config[key] for key, field in names.items() if key in config}


def matcher_fields(config):
    found = renamed(
        config,
        {
            "fg_iou": "positive",
            "fg_iou_thresh": "positive",
            "positive_overlap": "positive",
            "pos_iou_thr": "positive",
            "bg_iou": "negative",
            "bg_iou_thresh": "negative",
            "negative_overlap": "negative",
            "low_quality": "low_quality",
            "match_low_quality": "low_quality",
            "force_match": "low_quality",
            "clobber_positives": "clobber_positives",
            "min_pos_iou": "low_quality_from",
        },
    )
    for one in ("iou", "match_threshold"):
        if one in config:
            found |= {"positive": config[one], "negative": config[one]}
    if "thresholds" in config:
        found |= {"negative": config["thresholds"][0], "positive": config["thresholds"][1]}
    if "neg_iou_thr" in config:
        bounds = config["neg_iou_thr"] if isinstance(config["neg_iou_thr"], list) else [0.0, config["neg_iou_thr"]]
        found |= {"negative_from": bounds[0], "negative": bounds[1]}
    if "gt_max_assign_all" in config:
        found["low_quality_ties"] = "all" if config["gt_max_assign_all"] else "first"
    if config.get("ignore_iof_thr", -1) > 0:
        of = "anchor" if config.get("ignore_wrt_candidates", True) else "region"
        found |= {"crowd": "ignore", "ignore_overlap": config["ignore_iof_thr"], "ignore_of": of}
    if "boundary_thresh" in config and config["boundary_thresh"] >= 0:
        found |= {"outside": "ignore_after", "border": config["boundary_thresh"]}
    if "allowed_border" in config:
        border = float(config["allowed_border"])
        uses_all = border < 0 and "min_pos_iou" in config  # MMDetection's -1; the article's code counts px
        found |= {"outside": "use"} if uses_all else {"outside": "ignore"}
        found["border"] = int(border) if math.isfinite(border) else 10**9
    return found


def coder_fields(config):
    found = {name: tuple(map(float, config[name])) for name in ("means", "stds") if name in config}
    if isinstance(config.get("weights"), list):  # in end_to_end cases a text on how the model was initialised
        found["weights"] = tuple(map(float, config["weights"]))
    if config.get("ctr_clamp") is not None:
        found |= {"max_shift": float(config["ctr_clamp"]), "min_log_scale": -math.inf}
    if "wh_ratio_clip" in config:
        limit = abs(math.log(config["wh_ratio_clip"]))
        found |= {"max_log_scale": limit} | ({} if "max_shift" in found else {"min_log_scale": -limit})
    elif config.get("clamp_max") is not None:
        found["max_log_scale"] = config["clamp_max"]
    if config.get("plus_one"):
        found["inclusive"] = True
    if "eps" in config:
        found["epsilon"] = config["eps"]
    return found


def loss_fields(config, library):
    found = renamed(
        config,
        {
            "beta": "beta",
            "huber_delta": "beta",
            "alpha": "focal_alpha",
            "focal_alpha": "focal_alpha",
            "gamma": "focal_gamma",
            "focal_gamma": "focal_gamma",
            "box_loss_weight": "box_weight",
            "label_smoothing": "label_smoothing",
        },
    )
    if "loss_weight" in config:
        found |= {"objectness_weight": config["loss_weight"], "box_weight": config["loss_weight"]}
    if "loss_bbox" in config:
        box = config["loss_bbox"]
        found |= {"beta": box.get("beta", 0.0 if box["type"] == "L1Loss" else 1.0), "box_weight": box["loss_weight"]}
    if config.get("pos_weight", -1) > 0:
        found["positive_weight"] = config["pos_weight"]
    if isinstance(config.get("loss_weights"), dict):
        found["box_weight"] = float(config["loss_weights"]["xy"])
    return found


def proposal_fields(config, kind):
    names = {
        "pre_nms_top_n": "pre_nms",
        "pre_nms_topk": "pre_nms",
        "nms_pre": "pre_nms",
        "topk_candidates": "pre_nms",
        "post_nms_top_n": "post_nms",
        "post_nms_topk": "post_nms",
        "max_per_img": "post_nms",
        "detections_per_img": "post_nms",
        "max_det": "post_nms",
        "nms_thresh": "nms",
        "nms_iou": "nms",
        "score_thresh": "min_score",
        "min_size_box": "min_size",
        "min_box_size": "min_size",
        "min_bbox_size": "min_size",
    }
    found = renamed(config, names)
    if kind in ("proposals", "decode") and "min_size" in config:
        found["min_size"] = float(config["min_size"])
    return found


def resize_fields(config, kind):
    if kind not in ("resize", "end_to_end"):
        return {}
    if "scale" in config:  # (long, short) in either order
        found = {"long": max(config["scale"]), "short": min(config["scale"])}
    elif "fixed_size_wh" in config or "net_wh" in config:
        found = {"size": tuple(config.get("fixed_size_wh", config.get("net_wh"))[::-1])}
    elif "target_hw" in config:
        found = {"size": tuple(config["target_hw"])}
    else:
        short = next(config[name] for name in ("target_size", "short_edge", "min_size") if name in config)
        found = {"short": short[0] if isinstance(short, list) else short, "long": config["max_size"]}
    for name in ("size_divisible", "size_divisibility", "pad_size_divisor"):
        if name in config and "size" not in found:
            found["pad_multiple"] = config[name] or 1
    return found


def grid_of(case):
    config = config_of(case)
    features = config["feature_hw"]
    features = [features] if isinstance(features[0], int) else features
    size = config.get("image_tensor_hw", config.get("image_hw", (1, 1)))
    return grid_for(recipe_of(case), tuple(size), features)


def xyxy(case, boxes):
    """Return boxes as x1 y1 x2 y2; effdet's are y first."""
    return boxes[:, [1, 0, 3, 2]] if case["family"] == "efficientdet" else boxes
