"""detectron2's models: their attributes as the config that made them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.translate import detectron2_roi
from rpn_inspector.translate.attributes import attribute, class_names, plain, told
from rpn_inspector.translate.detectron2 import LIBRARY, Detectron2Config, translate
from rpn_inspector.translate.draft import Translation
from rpn_inspector.translate.given import Given, Misfit, Origin

RPN = {  # key of the config, attribute of the model's proposal generator
    "MODEL.RPN.IOU_LABELS": "anchor_matcher.labels",
    "MODEL.RPN.BATCH_SIZE_PER_IMAGE": "batch_size_per_image",
    "MODEL.RPN.POSITIVE_FRACTION": "positive_fraction",
    "MODEL.RPN.BBOX_REG_WEIGHTS": "box2box_transform.weights",
    "MODEL.RPN.BBOX_REG_LOSS_TYPE": "box_reg_loss_type",
    "MODEL.RPN.SMOOTH_L1_BETA": "smooth_l1_beta",
    "MODEL.RPN.NMS_THRESH": "nms_thresh",
    "MODEL.RPN.BOUNDARY_THRESH": "anchor_boundary_thresh",
    "MODEL.PROPOSAL_GENERATOR.MIN_SIZE": "min_box_size",
    "MODEL.RPN.IN_FEATURES": "in_features",
}
RETINANET = {  # attribute of the model
    "MODEL.RETINANET.IOU_LABELS": "anchor_matcher.labels",
    "MODEL.RETINANET.BBOX_REG_WEIGHTS": "box2box_transform.weights",
    "MODEL.RETINANET.BBOX_REG_LOSS_TYPE": "box_reg_loss_type",
    "MODEL.RETINANET.SMOOTH_L1_LOSS_BETA": "smooth_l1_beta",
    "MODEL.RETINANET.FOCAL_LOSS_ALPHA": "focal_loss_alpha",
    "MODEL.RETINANET.FOCAL_LOSS_GAMMA": "focal_loss_gamma",
    "MODEL.RETINANET.SCORE_THRESH_TEST": "test_score_thresh",
    "MODEL.RETINANET.TOPK_CANDIDATES_TEST": "test_topk_candidates",
    "MODEL.RETINANET.NMS_THRESH_TEST": "test_nms_thresh",
    "TEST.DETECTIONS_PER_IMAGE": "max_detections_per_image",
    "MODEL.RETINANET.IN_FEATURES": "head_in_features",
}
ROI_HEADS = {  # attribute of the model's roi_heads
    "MODEL.ROI_HEADS.IOU_LABELS": "proposal_matcher.labels",
    "MODEL.ROI_HEADS.BATCH_SIZE_PER_IMAGE": "batch_size_per_image",
    "MODEL.ROI_HEADS.POSITIVE_FRACTION": "positive_fraction",
    "MODEL.ROI_HEADS.PROPOSAL_APPEND_GT": "proposal_append_gt",
    "MODEL.ROI_HEADS.IN_FEATURES": "box_in_features",
    "MODEL.ROI_HEADS.SCORE_THRESH_TEST": "box_predictor.test_score_thresh",
    "MODEL.ROI_HEADS.NMS_THRESH_TEST": "box_predictor.test_nms_thresh",
    "TEST.DETECTIONS_PER_IMAGE": "box_predictor.test_topk_per_image",
    "MODEL.ROI_BOX_HEAD.BBOX_REG_WEIGHTS": "box_predictor.box2box_transform.weights",
    "MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_TYPE": "box_predictor.box_reg_loss_type",
    "MODEL.ROI_BOX_HEAD.SMOOTH_L1_BETA": "box_predictor.smooth_l1_beta",
}
DIGITS = range(2, 10)  # of sizes and ratios, told from a cell's anchors in float32
OCTAVES = (1, 2, 3, 4)


def knows(model: Any) -> bool:
    """Return whether a model is one of detectron2's with anchors."""
    rpn = getattr(model, "proposal_generator", None)
    return hasattr(rpn, "anchor_matcher") or (hasattr(model, "anchor_matcher") and hasattr(model, "head_in_features"))


def translate_model(model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False) -> Translation:
    """Return the recipe of a model, with its numbers of ``training`` where they differ; ``shapes`` are not needed.

    Raises `BadFile`, `BadRecipe`.
    """
    rpn = hasattr(model, "proposal_generator")
    prefix = "proposal_generator." if rpn else ""
    flat = {key: attribute(model, prefix + path) for key, path in (RPN if rpn else RETINANET).items()}
    table = "RPN" if rpn else "RETINANET"
    flat[f"MODEL.{table}.IOU_THRESHOLDS"] = _finite(model, f"{prefix}anchor_matcher.thresholds")
    flat["MODEL.META_ARCHITECTURE"] = told("GeneralizedRCNN" if rpn else "RetinaNet", type(model).__name__)
    if rpn:
        _two_numbers(model, flat)
        _second_stage(model, flat)
    generator = model.proposal_generator.anchor_generator if rpn else model.anchor_generator
    _anchors(generator, flat, f"{prefix}anchor_generator")
    divisible = told(int(getattr(model.backbone, "size_divisibility", 0) or 1), "backbone.size_divisibility")
    config = Detectron2Config(_nested(flat), LIBRARY)
    names = [str(name.value) for name in flat[f"MODEL.{table}.IN_FEATURES"].value]
    strides = [int(stride) for stride in plain(generator.strides)]
    kind = type(model).__name__
    return translate(config, kind, kind, dict(zip(names, strides, strict=True)), divisible, training)


def _finite(model: Any, path: str) -> Given:
    """Return a matcher's thresholds, which stand between -inf and inf."""
    return told([bound.value for bound in attribute(model, path).value if math.isfinite(bound.value)], path)


def _two_numbers(model: Any, flat: dict[str, Given]) -> None:
    """Put in what the RPN holds twice, of training and testing, and of both losses."""
    for key, name in (("PRE_NMS_TOPK", "pre_nms_topk"), ("POST_NMS_TOPK", "post_nms_topk")):
        both = getattr(model.proposal_generator, name)
        for which, training in (("TRAIN", True), ("TEST", False)):
            flat[f"MODEL.RPN.{key}_{which}"] = told(int(both[training]), f"proposal_generator.{name}[{training}]")
    weights = {name: float(value) for name, value in model.proposal_generator.loss_weight.items()}
    path = "proposal_generator.loss_weight"
    scores, box = weights.get("loss_rpn_cls", 1.0), weights.get("loss_rpn_loc", 1.0)
    flat["MODEL.RPN.LOSS_WEIGHT"] = told(scores, path)
    flat["MODEL.RPN.BBOX_REG_LOSS_WEIGHT"] = told(box / scores if scores else box, path)


def _second_stage(model: Any, flat: dict[str, Given]) -> None:
    heads = getattr(model, "roi_heads", None)
    if (
        heads is None
        or detectron2_roi.NAME not in class_names(heads)
        or not hasattr(heads.box_predictor, "test_score_thresh")
    ):
        return
    flat["MODEL.ROI_HEADS.NAME"] = told(detectron2_roi.NAME, "roi_heads")
    for key, path in ROI_HEADS.items():
        flat[key] = attribute(model, f"roi_heads.{path}")
    inside = [
        b.value for b in attribute(model, "roi_heads.proposal_matcher.thresholds").value if math.isfinite(b.value)
    ]
    flat["MODEL.ROI_HEADS.IOU_THRESHOLDS"] = told(inside, "roi_heads.proposal_matcher.thresholds")
    weight = heads.box_predictor.loss_weight
    path = "roi_heads.box_predictor"
    flat["MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_WEIGHT"] = told(
        float(weight.get("loss_box_reg", 1.0)), f"{path}.loss_weight"
    )
    agnostic = heads.box_predictor.bbox_pred.out_features == 4 and heads.num_classes != 1
    flat["MODEL.ROI_BOX_HEAD.CLS_AGNOSTIC_BBOX_REG"] = told(bool(agnostic), f"{path}.bbox_pred.out_features")


def _anchors(generator: Any, flat: dict[str, Given], path: str) -> None:
    if "DefaultAnchorGenerator" not in class_names(generator):
        raise Misfit(told(type(generator).__name__, path), "a DefaultAnchorGenerator")
    found = [sizes_and_ratios(np.array(plain(cell), np.float32)) for cell in generator.cell_anchors]
    flat["MODEL.ANCHOR_GENERATOR.SIZES"] = told([sizes for sizes, _ in found], f"{path}.cell_anchors")
    flat["MODEL.ANCHOR_GENERATOR.ASPECT_RATIOS"] = told([ratios for _, ratios in found], f"{path}.cell_anchors")
    flat["MODEL.ANCHOR_GENERATOR.OFFSET"] = told(float(generator.offset), f"{path}.offset")


def sizes_and_ratios(cell: Array) -> tuple[list[float], list[float]]:
    """Return the sizes and ratios (h / w) whose anchors in float32 are ``cell`` (A, 4), size by size.

    The shortest numbers that make the very anchors, also as octaves of the first size; else nine digits of each.
    """
    sides = cell[:, 2:].astype(np.float64) - cell[:, :2]
    sizes, ratios = np.sqrt(sides.prod(1)), sides[:, 1] / sides[:, 0]
    for digits in DIGITS:
        short = [_short(each, digits) for each in ratios]
        for made in (
            [_short(each, digits) for each in sizes],
            *([_octave(each, _short(sizes[0], digits), parts) for each in sizes] for parts in OCTAVES),
        ):
            own = list(dict.fromkeys(made)), list(dict.fromkeys(short))
            if len(own[0]) * len(own[1]) == len(cell) and np.array_equal(_made(*own), cell):
                return own
    nine = list(dict.fromkeys(_short(each, 9) for each in ratios))
    return [_short(each, 9) for each in sizes[:: max(len(nine), 1)]], nine


def _short(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def _octave(value: float, first: float, parts: int) -> float:
    """Return the size nearest to ``value`` that is ``first`` times a whole power of 2 ** (1 / parts)."""
    step = round(parts * math.log2(value / first)) if value > 0 and first > 0 else 0
    return float(first * 2 ** (step / parts))


def _made(sizes: list[float], ratios: list[float]) -> Array:
    """Return a cell's anchors (A, 4) float32 as ``DefaultAnchorGenerator.generate_cell_anchors``."""
    made = []
    for size in sizes:
        for ratio in ratios:
            width = math.sqrt(size**2.0 / ratio)
            height = ratio * width
            made.append([-width / 2.0, -height / 2.0, width / 2.0, height / 2.0])
    return np.array(made).astype(np.float32)


def _nested(flat: dict[str, Given]) -> Given:
    """Return ``{"A.B": given}`` as tables inside each other."""
    origin, tables = Origin("the model"), dict[str, Any]()
    for key, given in flat.items():
        *path, name = key.split(".")
        table = tables
        for part in path:
            table = table.setdefault(part, {})
        table[name] = given
    return _given(tables, origin)


def _given(table: dict[str, Any], origin: Origin) -> Given:
    inside = {name: _given(part, origin) if isinstance(part, dict) else part for name, part in table.items()}
    return Given(inside, origin)
