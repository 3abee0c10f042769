"""For each case the shipped recipe, with the conventions the case was recorded with.

The manifests name a parameter as its library does; here is which recipe field that is.
"""

import dataclasses
import math
import re
from types import SimpleNamespace

import numpy as np
from golden_cases import RECIPES, library_of

from rpn_inspector.core import recipe_v1
from rpn_inspector.core.recipe import STAGES, load_recipe, tables_of
from rpn_inspector.core.spec import as_lists
from rpn_inspector.translate import detectron2, mmdet_parts, torchvision_model
from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Config, Origin, given_of


def recipe_of(case):
    config, library = case.config, library_of(case)
    recipe = load_recipe(RECIPES[case.family][library])
    if library == "darknet":
        # format 1 cannot say darknet's assignment, nor its factor of the squares: the cases ask for neither
        loss = dataclasses.replace(recipe.loss, side_weight=1.0)
        recipe = dataclasses.replace(recipe, matcher=load_recipe(RECIPES[case.family]["mmdet"]).matcher, loss=loss)
    stages = {
        "anchors": anchor_fields(case.family, library, config),
        "matcher": matcher_fields(config),
        "sampler": sampler_fields(config),
        "coder": coder_fields(config),
        "loss": loss_fields(config),
        "proposals": proposal_fields(config, case.kind),
        "resize": resize_fields(config, case.kind),
    }
    return changed(recipe, stages).with_tables(tables_of(translated(case.family, library, config)))


def changed(recipe, stages):
    """Return the recipe with fields of format 1, by stage, on top of its own."""
    tables, problems = recipe_v1.tables_1(recipe.stages, recipe.left_over), []
    whole = {stage: table | as_lists_of(stages.get(stage, {})) for stage, table in tables.items()}
    new = recipe_v1.tables_2(recipe_v1.build_1(whole, problems))
    made = {stage: STAGES[stage].build(stage, table, problems) for stage, table in new.items()}
    assert not problems, "; ".join(map(str, problems))
    return dataclasses.replace(recipe, **made)


def as_lists_of(fields):
    return {name: as_lists(value) for name, value in fields.items()}


def anchor_fields(family, library, config):
    if not {"feature_hw", "sizes"} & set(config):
        return {}
    if family == "efficientdet":
        return efficientdet_anchors(config)
    if library in ("detectron2", "mmdet", "torchvision"):
        return {}  # translated
    base = float(config.get("base_size", 16))
    found = named([config.get("stride", 16)]) | {"base_sizes": (base,)}
    if "scales" in config:
        found |= {"sizes": floats([config["scales"]]), "ratios": ratio_lists(config["ratios_h_over_w"])}
    return found


def translated(family, library, config):
    """Return {place: value} of what a library's own translator makes of a case's config."""
    draft = Draft(RECIPES[family][library], library)
    if library == "torchvision" and {"feature_hw", "sizes"} & set(config):
        torchvision_anchors(draft, family, config)
    if library == "torchvision" and "fg_iou" in config:
        table = {"high_threshold": "fg_iou", "low_threshold": "bg_iou", "allow_low_quality_matches": "low_quality"}
        parts = SimpleNamespace(**{name: config[key] for name, key in table.items()})
        torchvision_model.matcher(draft, SimpleNamespace(proposal_matcher=parts), "proposal_matcher")
    if library == "mmdet" and "strides" in config:
        mmdet_parts.anchors(draft, told({"type": generator_of(family, config), **native(config, GENERATOR)}, library))
    if library == "mmdet" and "pos_iou_thr" in config:
        kind = "GridAssigner" if family == "yolov3" else "MaxIoUAssigner"
        assigner = told(native(config, ASSIGNER), library)
        mmdet_parts.assigner(draft, assigner, assigner.default("type", kind))
    if library == "detectron2" and {"feature_hw", "sizes"} & set(config):
        names = [f"level{index}" for index in range(len(config["strides"]))]
        own = {"SIZES": config["sizes"], "ASPECT_RATIOS": config["ratios_h_over_w"], "OFFSET": config["offset"]}
        tables = {"MODEL": {"ANCHOR_GENERATOR": own, "RPN": {"IN_FEATURES": names}}}
        cfg = detectron2.Detectron2Config(given_of(tables, Origin("the case")), library)
        detectron2.anchors(draft, cfg, "RPN", dict(zip(names, config["strides"], strict=True)))
    if "thresholds" in config:
        given = [
            given_of(config.get(key, [0, -1, 1]), Origin("the case", key)) for key in ("thresholds", "match_labels")
        ]
        detectron2.matcher(draft, *given)
    return {
        place: field.value for place, field in draft.fields.items() if place != "anchors.rule" or library == "mmdet"
    }


GENERATOR = (
    "strides", "ratios", "scales", "base_sizes", "scale_major", "octave_base_scale", "scales_per_octave", "centers",
    "center_offset", "min_sizes", "max_sizes", "basesize_ratio_range", "input_size",
)  # fmt: skip
ASSIGNER = (
    "pos_iou_thr", "neg_iou_thr", "min_pos_iou", "gt_max_assign_all", "ignore_iof_thr", "ignore_wrt_candidates",
    "match_low_quality",
)  # fmt: skip


def generator_of(family, config):
    if family == "ssd":
        return "SSDAnchorGenerator"
    return "YOLOAnchorGenerator" if "base_sizes_wh" in config else config.get("class", "AnchorGenerator")


def native(config, names):
    """Return the parameters that a manifest names as the library does."""
    found = {name: config[name] for name in names if name in config}
    also = {"base_sizes_wh": "base_sizes", "low_quality": "match_low_quality"}
    return found | {own: config[name] for name, own in also.items() if name in config and own in names}


def told(values, library):
    if values.get("type") == "SSDAnchorGenerator":
        values = {"scale_major": False, **values}
    return Config(given_of(values, Origin("the case")), library)


class AnchorGenerator(SimpleNamespace):
    """As torchvision's, of sizes and ratios."""


class DefaultBoxGenerator(SimpleNamespace):
    """As torchvision's, of scales, ratios and steps."""


def torchvision_anchors(draft, family, config):
    """Have torchvision's translator read a generator of the case's numbers."""
    if family == "ssd":
        scales, count = config["scales_used"], len(config["feature_hw"])
        assert config.get("scales", scales) == scales
        assert config.get("clip", config["clip_wh"]) == config["clip_wh"]
        if "min_ratio" in config:
            least, most, steps = config["min_ratio"], config["max_ratio"], max(count - 1, 1)
            wanted = [least + (most - least) * k / steps for k in range(count)]
            np.testing.assert_allclose(scales, [*wanted, 1.0], rtol=1e-9)
        generator = DefaultBoxGenerator(
            scales=scales, aspect_ratios=config["aspect_ratios"], steps=config.get("steps"), clip=config["clip_wh"]
        )
        maps = [tuple(shape) for shape in config["feature_hw"]]
        model = SimpleNamespace(anchor_generator=generator)
        torchvision_model.default_boxes(draft, model, maps, config["image_tensor_hw"])
        return
    assert config.get("centre_offset", 0) == 0, "torchvision's anchors stand on the cell's corner"
    generator = AnchorGenerator(sizes=config["sizes"], aspect_ratios=config["ratios_h_over_w"])
    maps = [tuple(torchvision_model.PROBED // side for side in stride) for stride in config["strides_hw_used"]]
    torchvision_model.anchors(draft, SimpleNamespace(anchor_generator=generator), "", maps)


def efficientdet_anchors(config):
    octaves, levels = config["num_scales"], range(config["min_level"], config["max_level"] + 1)
    scales = tuple(2.0 ** (i / float(octaves)) for i in range(octaves))
    ratios = config["aspect_ratios"]
    sides = config["anchor_scale"]  # one for all levels, or a list
    sides = sides if isinstance(sides, list) else [sides] * len(levels)
    roots = [ratio if isinstance(ratio, list) else (np.sqrt(ratio), 1 / np.sqrt(ratio)) for ratio in ratios]
    return named([2**level for level in levels]) | {
        "base_sizes": tuple(float(side * 2**level) for side, level in zip(sides, levels, strict=True)),
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
            "bg_iou": "negative",
            "bg_iou_thresh": "negative",
            "negative_overlap": "negative",
            "low_quality": "low_quality",
            "force_match": "low_quality",
            "clobber_positives": "clobber_positives",
        },
    )
    for one in ("iou", "match_threshold"):
        if one in config:
            found |= {"positive": config[one], "negative": config[one]}
    if "boundary_thresh" in config and config["boundary_thresh"] >= 0:
        found |= {"outside": "ignore_after", "border": config["boundary_thresh"]}
    if "allowed_border" in config:
        border = float(config["allowed_border"])
        uses_all = border < 0 and "min_pos_iou" in config  # MMDetection's -1; the article's code counts px
        found |= {"outside": "use"} if uses_all else {"outside": "ignore"}
        found["border"] = int(border) if math.isfinite(border) else 10**9
    return found


def sampler_fields(config):
    names = {
        "batch_size_per_image": "batch",
        "positive_fraction": "positive_fraction",
        "neg_to_pos": "negatives_per_positive",
    }
    found = renamed(config, names)
    told = re.search(r"batch_size_per_image \((\d+)\)", str(config.get("normaliser", "")))
    return {"batch": int(told[1])} | found if told else found


def coder_fields(config):
    found = {name: tuple(map(float, config[name])) for name in ("means", "stds") if name in config}
    if config.get("scale_factors") is not None:
        found["weights"] = tuple(map(float, config["scale_factors"]))
    if isinstance(config.get("weights"), list):  # in end_to_end cases a text on how the model was initialised
        found["weights"] = tuple(map(float, config["weights"]))
    if config.get("ctr_clamp") is not None:
        found["max_shift"] = float(config["ctr_clamp"])
    if {"wh_ratio_clip", "clamp", "clamp_max", "clamp_min"} & set(config):
        limit = abs(math.log(config["wh_ratio_clip"])) if "wh_ratio_clip" in config else math.inf
        high, low = config.get("clamp_max", config.get("clamp")), config.get("clamp_min")
        if "clamp_min" not in config and "wh_ratio_clip" in config and "max_shift" not in found:
            low = -limit
        found |= {"max_log_scale": limit if high is None else high, "min_log_scale": -math.inf if low is None else low}
    if config.get("plus_one"):
        found["inclusive"] = True
    if "eps" in config:
        found["epsilon"] = config["eps"]
    return found


def loss_fields(config):
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
            "lambda_": "box_weight",
            "label_smoothing": "label_smoothing",
        },
    )
    if "loss_weight" in config:
        both = config["loss_weight"]
        both = both if isinstance(both, dict) else dict.fromkeys(("loss_rpn_cls", "loss_rpn_loc"), both)
        found |= {"objectness_weight": both["loss_rpn_cls"], "box_weight": both["loss_rpn_loc"]}
    if "sigma" in config:
        found["beta"] = 1 / config["sigma"] ** 2
    if config.get("legacy_focal"):  # effdet's older function has no label smoothing
        found["label_smoothing"] = 0.0
    if "loss_bbox" in config:
        box = config["loss_bbox"]
        found |= {"beta": box.get("beta", 0.0 if box["type"] == "L1Loss" else 1.0), "box_weight": box["loss_weight"]}
    if config.get("pos_weight", -1) > 0:
        found["positive_weight"] = config["pos_weight"]
    if isinstance(config.get("loss_weights"), dict):
        weights = config["loss_weights"]
        found |= {"box_weight": float(weights["xy"]), "side_weight": weights["wh"] / weights["xy"]}
        found |= {"objectness_weight": float(weights["conf"]), "class_weight": weights["cls"] / weights["conf"]}
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
    assert config.get("keep_ratio", True), "no recipe of MMDetection's stretches"
    assert "fixed_size_wh" not in config or config.get("size_divisible", 1) == 1, "a fixed size is not padded"
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
    config = case.config
    features = config["feature_hw"]
    features = [features] if isinstance(features[0], int) else features
    size = config.get("image_tensor_hw", config.get("image_hw", (1, 1)))
    return recipe_of(case).grid(tuple(size), features)
