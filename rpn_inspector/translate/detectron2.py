"""detectron2's config: YAML on top of the library's defaults; RPN and RetinaNet."""

from __future__ import annotations

from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate import detectron2_roi
from rpn_inspector.translate.box_losses import take_box_loss
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import UNREAD, Draft, Translation
from rpn_inspector.translate.given import (
    Config,
    Given,
    Misfit,
    Origin,
    collapsed,
    items,
    listed,
    lists,
    number,
    numbers,
    whole,
    word,
)

LIBRARY = "detectron2 0.6"
DEFAULTS: dict[str, Any] = {  # detectron2/config/defaults.py
    "MODEL.META_ARCHITECTURE": "GeneralizedRCNN",
    "MODEL.BACKBONE.NAME": "build_resnet_backbone",
    "MODEL.RESNETS.RES5_DILATION": 1,
    "MODEL.FPN.IN_FEATURES": [],
    "MODEL.PROPOSAL_GENERATOR.NAME": "RPN",
    "MODEL.PROPOSAL_GENERATOR.MIN_SIZE": 0,
    "MODEL.ANCHOR_GENERATOR.NAME": "DefaultAnchorGenerator",
    "MODEL.ANCHOR_GENERATOR.SIZES": [[32, 64, 128, 256, 512]],
    "MODEL.ANCHOR_GENERATOR.ASPECT_RATIOS": [[0.5, 1.0, 2.0]],
    "MODEL.ANCHOR_GENERATOR.OFFSET": 0.0,
    "MODEL.RPN.IN_FEATURES": ["res4"],
    "MODEL.RPN.BOUNDARY_THRESH": -1,
    "MODEL.RPN.IOU_THRESHOLDS": [0.3, 0.7],
    "MODEL.RPN.IOU_LABELS": [0, -1, 1],
    "MODEL.RPN.BATCH_SIZE_PER_IMAGE": 256,
    "MODEL.RPN.POSITIVE_FRACTION": 0.5,
    "MODEL.RPN.BBOX_REG_LOSS_TYPE": "smooth_l1",
    "MODEL.RPN.BBOX_REG_LOSS_WEIGHT": 1.0,
    "MODEL.RPN.BBOX_REG_WEIGHTS": (1.0, 1.0, 1.0, 1.0),
    "MODEL.RPN.SMOOTH_L1_BETA": 0.0,
    "MODEL.RPN.LOSS_WEIGHT": 1.0,
    "MODEL.RPN.PRE_NMS_TOPK_TRAIN": 12000,
    "MODEL.RPN.PRE_NMS_TOPK_TEST": 6000,
    "MODEL.RPN.POST_NMS_TOPK_TRAIN": 2000,
    "MODEL.RPN.POST_NMS_TOPK_TEST": 1000,
    "MODEL.RPN.NMS_THRESH": 0.7,
    "MODEL.RETINANET.IN_FEATURES": ["p3", "p4", "p5", "p6", "p7"],
    "MODEL.RETINANET.IOU_THRESHOLDS": [0.4, 0.5],
    "MODEL.RETINANET.IOU_LABELS": [0, -1, 1],
    "MODEL.RETINANET.SCORE_THRESH_TEST": 0.05,
    "MODEL.RETINANET.TOPK_CANDIDATES_TEST": 1000,
    "MODEL.RETINANET.NMS_THRESH_TEST": 0.5,
    "MODEL.RETINANET.BBOX_REG_WEIGHTS": (1.0, 1.0, 1.0, 1.0),
    "MODEL.RETINANET.FOCAL_LOSS_GAMMA": 2.0,
    "MODEL.RETINANET.FOCAL_LOSS_ALPHA": 0.25,
    "MODEL.RETINANET.SMOOTH_L1_LOSS_BETA": 0.1,
    "MODEL.RETINANET.BBOX_REG_LOSS_TYPE": "smooth_l1",
    "INPUT.MIN_SIZE_TRAIN": (800,),
    "INPUT.MAX_SIZE_TRAIN": 1333,
    "INPUT.MIN_SIZE_TEST": 800,
    "INPUT.MAX_SIZE_TEST": 1333,
    "INPUT.CROP.ENABLED": False,
    "TEST.DETECTIONS_PER_IMAGE": 100,
    **detectron2_roi.DEFAULTS,
}
RESNET = {"stem": 4, "res2": 4, "res3": 8, "res4": 16, "res5": 32}
PYRAMID = {f"p{level}": 2**level for level in range(2, 8)}
HIGH_RESOLUTION = {f"p{level}": 2 ** (level + 1) for level in range(1, 6)}  # of DensePose's HRFPN
TWO_STAGES = ("GeneralizedRCNN", "PanopticFPN")
ANCHORED = ("GeneralizedRCNN", "ProposalNetwork", "PanopticFPN", "RetinaNet")
SECOND_STAGE = "of a second stage, known to no place of a recipe"
ELSEWHERE = "no part of a recipe: data, network, schedule and evaluation"
REASONS = {
    "MODEL.ANCHOR_GENERATOR": UNREAD,
    "MODEL.RPN": UNREAD,
    "MODEL.RPN.HEAD_NAME": ELSEWHERE,
    "MODEL.RPN.CONV_DIMS": ELSEWHERE,
    "MODEL.PROPOSAL_GENERATOR": UNREAD,
    "MODEL.RETINANET": UNREAD,
    "MODEL.RETINANET.NUM_CLASSES": ELSEWHERE,
    "MODEL.RETINANET.NUM_CONVS": ELSEWHERE,
    "MODEL.RETINANET.NORM": ELSEWHERE,
    "MODEL.RETINANET.PRIOR_PROB": ELSEWHERE,
    **dict.fromkeys(
        [f"MODEL.ROI_{name}" for name in ("HEADS", "BOX_HEAD", "BOX_CASCADE_HEAD", "MASK_HEAD", "KEYPOINT_HEAD")],
        SECOND_STAGE,
    ),
}


class Detectron2Config(Config):
    """A config of detectron2, filled in with the library's defaults."""

    def of(self, key: str) -> Given:
        """Return the value of a key that has a default."""
        return self.get(key, DEFAULTS[key])


def read_detectron2(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a detectron2 YAML and those it is built on. Raises `BadFile`, `BadRecipe`."""
    path = config.path
    return translate(Detectron2Config(_merged(config, files), LIBRARY), path.stem, path.name)


def _merged(config: ConfigText, files: ConfigFiles) -> Given:
    """Return a config on top of what ``_BASE_`` names, a file or several in their order."""
    from rpn_inspector.translate.yaml_config import read_yaml  # a live model is translated without PyYAML

    own = Given(dict(read_yaml(config, files).value), Origin(config.path.name))
    base = own.value.pop("_BASE_", None)
    if base is None:
        return own
    whole_: Given | None = None
    for name in items(base) if isinstance(base.value, list) else [base]:
        below = _merged(files.below(name.value, config, base.origin.source, name.origin.written), files)
        whole_ = below if whole_ is None else over(whole_, below)
    return own if whole_ is None else over(whole_, own)


def over(below: Given, above: Given) -> Given:
    """Return ``above`` on top of ``below``, table by table."""
    if not isinstance(below.value, dict) or not isinstance(above.value, dict):
        return above
    merged = dict(below.value)
    for name, part in above.value.items():
        merged[name] = over(merged[name], part) if name in merged else part
    return Given(merged, above.origin)


def translate(
    cfg: Detectron2Config,
    name: str,
    source: str,
    fixed: dict[str, int] | None = None,
    divisible: Given | None = None,
    training: bool = False,
) -> Translation:
    """Return the recipe of a whole config. Raises `BadRecipe` with every problem.

    Args:
        cfg: the config.
        name: of the recipe.
        source: the file or model, in words.
        fixed: the strides of a model's feature maps by name, where more than the config is known.
        divisible: what the sides of a model's input are padded to, likewise.
        training: whether numbers are those of training, where they differ from those of testing.
    """
    kind = word(cfg.of("MODEL.META_ARCHITECTURE"))
    if kind not in ANCHORED:
        raise BadFile(source, f"MODEL.META_ARCHITECTURE: found {listed(kind)}, wanted {', '.join(ANCHORED)}")
    retina = kind == "RetinaNet"
    fpn = "fpn" in word(cfg.of("MODEL.BACKBONE.NAME")).lower() if divisible is None else number(divisible) > 1
    two = fpn and kind in TWO_STAGES and cfg.of("MODEL.ROI_HEADS.NAME").value == detectron2_roi.NAME
    one = "retinanet-detectron2" if retina else "detectron2-fpn" if fpn else "detectron2-c4"
    draft = Draft(detectron2_roi.BASE if two else one, LIBRARY)
    with draft.part():
        _input(draft, cfg) if divisible is None else _no_input(draft, cfg, divisible)
    with draft.part():
        anchors(draft, cfg, "RETINANET" if retina else "RPN", fixed or {})
    with draft.part():
        _retina(draft, cfg) if retina else _rpn(draft, cfg, training)
    if two:
        with draft.part():
            epsilon = cfg.default("fvcore's eps", 1e-7)
            detectron2_roi.translate_second_stage(draft, cfg.of, fixed or RESNET | PYRAMID, epsilon)
    draft.leave_rest(cfg, REASONS, ELSEWHERE)
    return draft.finish(name, source, f"detectron2's {'RetinaNet' if retina else 'RPN'}")


def _input(draft: Draft, cfg: Detectron2Config) -> None:
    draft.take("resize.short", cfg.of("INPUT.MIN_SIZE_TEST"))
    draft.take("resize.long", cfg.of("INPUT.MAX_SIZE_TEST"))
    train = cfg.find("INPUT.MIN_SIZE_TRAIN"), cfg.find("INPUT.MAX_SIZE_TRAIN")
    for given, test in zip(train, ("INPUT.MIN_SIZE_TEST", "INPUT.MAX_SIZE_TEST"), strict=True):
        sizes = given and (given.value if isinstance(given.value, list) else [given])
        if given is not None and [size.value for size in sizes or ()] != [cfg.of(test).value]:
            draft.leave(given, f"a recipe has one input size, that of {test}")
    sampling = cfg.find("INPUT.MIN_SIZE_TRAIN_SAMPLING")
    if sampling is not None and train[0] is not None:
        draft.leave(sampling, "a recipe has one input size")
    crop = cfg.of("INPUT.CROP.ENABLED")
    if crop.value is True:
        draft.leave(crop, "training sees random crops; a recipe has the whole picture")
    with draft.part():
        fpn = "fpn" in word(cfg.of("MODEL.BACKBONE.NAME")).lower()
        coarsest = cfg.of("MODEL.FPN.IN_FEATURES")
        if fpn and coarsest.value:
            draft.put("resize.pad_multiple", _stride(items(coarsest)[-1], cfg, {}), coarsest)


def _no_input(draft: Draft, cfg: Detectron2Config, divisible: Given) -> None:
    """Say that a model does not hold the size its loader makes pictures."""
    draft.take("resize.pad_multiple", divisible)
    for key in ("INPUT.MIN_SIZE_TEST", "INPUT.MAX_SIZE_TEST"):
        draft.leave(cfg.of(key), "not in the model; the size is the loader's, here the library's default")


def anchors(draft: Draft, cfg: Detectron2Config, table: str, fixed: dict[str, int]) -> None:
    """Translate the anchor generator over the feature maps of a table, RPN or RETINANET. Raises `Misfit`.

    ``fixed`` are the strides of a model's feature maps by name, where more than the config is known.
    """
    kind = cfg.of("MODEL.ANCHOR_GENERATOR.NAME")
    if kind.value != "DefaultAnchorGenerator":
        raise Misfit(kind, "'DefaultAnchorGenerator': a recipe has upright boxes")
    draft.take("anchors.offset", cfg.of("MODEL.ANCHOR_GENERATOR.OFFSET"))
    features = cfg.of(f"MODEL.{table}.IN_FEATURES")
    names = [word(each) for each in items(features)]
    sizes, ratios = cfg.of("MODEL.ANCHOR_GENERATOR.SIZES"), cfg.of("MODEL.ANCHOR_GENERATOR.ASPECT_RATIOS")
    draft.put("anchors.names", [name.upper() if name in PYRAMID else name for name in names], features)
    draft.put("anchors.strides", [_stride(each, cfg, fixed) for each in items(features)], features)
    draft.put("anchors.sizes", broadcast(sizes, len(names)), sizes)
    draft.put("anchors.ratios", collapsed(broadcast(ratios, 1)), ratios)


def broadcast(given: Given, levels: int) -> list[list[float]]:
    """Return a list a level, as detectron2's ``_broadcast_params``: one list, or plain numbers, for all."""
    parts = items(given)
    found = lists(given) if parts and isinstance(parts[0].value, list) else [numbers(given)]
    return found * levels if len(found) == 1 else found


def _stride(feature: Given, cfg: Detectron2Config, fixed: dict[str, int]) -> int:
    name = word(feature)
    pyramid = HIGH_RESOLUTION if "hrfpn" in word(cfg.of("MODEL.BACKBONE.NAME")).lower() else PYRAMID
    known = fixed or RESNET | pyramid
    if name not in known:
        raise Misfit(feature, f"feature maps whose stride is known: {', '.join(known)}")
    return known[name] // (_dilation(cfg.of("MODEL.RESNETS.RES5_DILATION")) if name == "res5" else 1)


def _dilation(given: Given) -> int:
    if given.value not in (1, 2):
        raise Misfit(given, "1 or 2")
    return whole(given)


def matcher(draft: Draft, thresholds: Given, labels: Given) -> None:
    """Translate a ``Matcher``: labels of the ranges between thresholds. Raises `Misfit`."""
    bounds, kinds = numbers(thresholds), [whole(each) for each in items(labels)]
    known = {(0, 1): (1,), (0, -1, 1): (1, 2), (-1, 0, -1, 1): (0, 1, 2), (-1, 0, 1): (0, 1, 1)}
    places = known.get(tuple(kinds))
    if places is None or len(bounds) != len(kinds) - 1:
        raise Misfit(labels, "labels 0, 1; 0, -1, 1; or -1, 0, -1, 1, one more than thresholds")
    if places == (1,):
        values = {"negative": bounds[0], "positive": bounds[0]}
    else:
        values = dict(zip(("negative_from", "negative", "positive")[-len(bounds) :], bounds, strict=False))
        if len(kinds) == 3 and kinds[0] == -1:
            values = {"negative_from": bounds[0], "negative": bounds[1], "positive": bounds[1]}
    for name, value in values.items():
        draft.put(f"matcher.{name}", value, thresholds, labels)


def _rpn(draft: Draft, cfg: Detectron2Config, training: bool) -> None:
    kind = cfg.of("MODEL.PROPOSAL_GENERATOR.NAME")
    if kind.value != "RPN":
        raise Misfit(kind, "'RPN': another has no anchors, or turned ones")
    with draft.part():
        matcher(draft, cfg.of("MODEL.RPN.IOU_THRESHOLDS"), cfg.of("MODEL.RPN.IOU_LABELS"))
    with draft.part():
        border = cfg.of("MODEL.RPN.BOUNDARY_THRESH")
        if number(border) >= 0:
            draft.put("matcher.outside.rule", "after", border)
            draft.put("matcher.outside.border", whole(border), border)
        else:
            draft.put("matcher.outside.rule", "use", border)
    draft.take("sampler.batch", cfg.of("MODEL.RPN.BATCH_SIZE_PER_IMAGE"))
    draft.take("sampler.positive_fraction", cfg.of("MODEL.RPN.POSITIVE_FRACTION"))
    draft.take("coder.weights", cfg.of("MODEL.RPN.BBOX_REG_WEIGHTS"))
    epsilon = cfg.default("fvcore's eps", 1e-7)
    take_box_loss(draft, cfg.of("MODEL.RPN.BBOX_REG_LOSS_TYPE"), cfg.of("MODEL.RPN.SMOOTH_L1_BETA"), epsilon)
    with draft.part():
        both, box = cfg.of("MODEL.RPN.LOSS_WEIGHT"), cfg.of("MODEL.RPN.BBOX_REG_LOSS_WEIGHT")
        draft.put("loss.objectness_weight", number(both), both)
        draft.put("loss.box_weight", number(both) * number(box), both, box)
    for place, key in (("pre_nms", "PRE_NMS_TOPK"), ("post_nms", "POST_NMS_TOPK")):
        taken, left = ("TRAIN", "TEST") if training else ("TEST", "TRAIN")
        draft.take(f"proposals.{place}", cfg.of(f"MODEL.RPN.{key}_{taken}"))
        draft.leave(cfg.of(f"MODEL.RPN.{key}_{left}"), f"a recipe has one number, that of {key}_{taken}")
    draft.take("proposals.nms", cfg.of("MODEL.RPN.NMS_THRESH"))
    draft.take("proposals.min_size", cfg.of("MODEL.PROPOSAL_GENERATOR.MIN_SIZE"))


def _retina(draft: Draft, cfg: Detectron2Config) -> None:
    with draft.part():
        matcher(draft, cfg.of("MODEL.RETINANET.IOU_THRESHOLDS"), cfg.of("MODEL.RETINANET.IOU_LABELS"))
    draft.take("coder.weights", cfg.of("MODEL.RETINANET.BBOX_REG_WEIGHTS"))
    draft.take("loss.focal_alpha", cfg.of("MODEL.RETINANET.FOCAL_LOSS_ALPHA"))
    draft.take("loss.focal_gamma", cfg.of("MODEL.RETINANET.FOCAL_LOSS_GAMMA"))
    kind, beta = cfg.of("MODEL.RETINANET.BBOX_REG_LOSS_TYPE"), cfg.of("MODEL.RETINANET.SMOOTH_L1_LOSS_BETA")
    take_box_loss(draft, kind, beta, cfg.default("fvcore's eps", 1e-7))
    draft.take("proposals.pre_nms", cfg.of("MODEL.RETINANET.TOPK_CANDIDATES_TEST"))
    draft.take("proposals.min_score", cfg.of("MODEL.RETINANET.SCORE_THRESH_TEST"))
    draft.take("proposals.nms", cfg.of("MODEL.RETINANET.NMS_THRESH_TEST"))
    draft.take("proposals.post_nms", cfg.of("TEST.DETECTIONS_PER_IMAGE"))
