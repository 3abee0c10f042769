"""MMDetection's second stage: the standard RoI head, and the three heads of Cascade R-CNN."""

from __future__ import annotations

from collections.abc import Sequence

from rpn_inspector.translate.box_losses import take_mmdet_box_loss
from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Config, Given, Misfit, flag, items, number, numbers, whole
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.mmdet_parts import assigner, coder

BASES = {
    "StandardRoIHead": "fasterrcnn-mmdet",
    "MaskScoringRoIHead": "fasterrcnn-mmdet",
    "CascadeRoIHead": "cascade-mmdet",
}
STAGES = ("stage.roi", "stage.cascade2", "stage.cascade3")
AGNOSTIC = {True: "one", False: "per_class"}


def second_stage(model: Config) -> str:
    """Return the shipped recipe with the second stage that a model has, "" for none or an unknown one."""
    head = model.root.value.get("roi_head")
    inside = head.value if head is not None and isinstance(head.value, dict) else {}
    kind = str(inside["type"].value) if "type" in inside else ""
    heads = inside["bbox_head"].value if "bbox_head" in inside else None
    wanted = list if kind == "CascadeRoIHead" else dict
    if kind not in BASES or not isinstance(heads, wanted) or (wanted is list and len(heads) != len(STAGES)):
        return ""
    return BASES[kind]


def translate_second_stage(draft: Draft, model: Config, old: Given | None = None) -> None:
    """Translate every head of the second stage; ``old`` is a key that tells version 1. Raises `Misfit`."""
    roi = model.table("roi_head")
    cascade = isinstance(roi.root.value["bbox_head"].value, list)
    heads = _each(roi, "bbox_head", cascade)
    settings = _each(model.table("train_cfg"), "rcnn", cascade)
    weights = roi.get("stage_loss_weights", [1, 0.5, 0.25])
    if cascade:
        numbers(weights, len(STAGES))
    for index, (stage, head) in enumerate(zip(STAGES, heads, strict=False)):
        own = draft.under(stage)
        with own.part():
            _head(own, head, items(weights)[index] if cascade else None, old is not None)
        with own.part():
            _level(own, roi, cascade)
        with own.part():
            _training(own, settings[index] if index < len(settings) else None)
        with own.part():
            _testing(own, model.table("test_cfg").table("rcnn"))
        if old is not None:
            _version_1(own, old)
    if old is not None:
        draft.leave(old, "the map to pool from is chosen by sides of x2 - x1 + 1 px there, here by x2 - x1")


def _each(table: Config, key: str, several: bool) -> list[Config]:
    """Return the tables of a list, or the one table."""
    found = table.root.value.get(key)
    if found is None or found.value is None:
        return []
    if not several:
        return [table.table(key)]
    parts = found.value if isinstance(found.value, list) else [found]
    return [Config(one, table.library, f"{table.path(key)}[{index}]", table.taken) for index, one in enumerate(parts)]


def _head(draft: Draft, head: Config, weight: Given | None, first: bool) -> None:
    """Translate a box head; ``first``: the background is the first class there, else the last."""
    coder(draft, head.table("bbox_coder", {"target_stds": [0.1, 0.1, 0.2, 0.2]}))
    agnostic = head.get("reg_class_agnostic", False)
    draft.put("deltas", AGNOSTIC[flag(agnostic)], agnostic)
    classes = head.table("loss_cls", {"type": "CrossEntropyLoss", "use_sigmoid": False, "loss_weight": 1.0})
    kind, sigmoid = classes.get("type", "CrossEntropyLoss"), classes.get("use_sigmoid", False)
    if (kind.value, sigmoid.value) != ("CrossEntropyLoss", False):
        draft.leave(kind, "no class loss of a second stage; cross entropy is computed here")
    factor = 1.0 if weight is None else number(weight)
    told: Sequence[Given] = () if weight is None else (weight,)
    scores = classes.get("loss_weight", 1.0)
    draft.put("loss.objectness_weight", factor * number(scores), scores, *told)
    box = head.table("loss_bbox", {"type": "SmoothL1Loss", "beta": 1.0, "loss_weight": 1.0})
    take_mmdet_box_loss(draft, box, head.get("reg_decoded_bbox", False))
    sides = box.get("loss_weight", 1.0)
    draft.put("loss.box_weight", factor * number(sides), sides, *told)
    by_class = classes.get("class_weight", None)
    if by_class.value is not None:
        found = numbers(by_class)
        draft.put("loss.class_factors", found if first else [*found[-1:], *found[:-1]], by_class)


def _version_1(draft: Draft, old: Given) -> None:
    """Put what version 1 has otherwise: a background before the classes, with a box of its own, and whole px."""
    draft.put("background", "first", old)
    if draft.fields[f"{draft.stage}deltas"].value != AGNOSTIC[True]:
        draft.put("deltas", "with_background", old)
    draft.put("matcher.inclusive", True, old)


def _level(draft: Draft, roi: Config, cascade: bool) -> None:
    found = roi.root.value.get("bbox_roi_extractor")
    several = found is not None and isinstance(found.value, list)
    if several and not found.value:
        raise Misfit(found.named(roi.path("bbox_roi_extractor")), "a table, or one for each head")
    extractor = _each(roi, "bbox_roi_extractor", True)[0] if several else roi.table("bbox_roi_extractor")
    kind = extractor.get("type", "SingleRoIExtractor")
    if kind.value != "SingleRoIExtractor":
        draft.leave(kind, "boxes are pooled from one map each here")
        return
    strides, finest = extractor.get("featmap_strides", [4, 8, 16, 32]), extractor.get("finest_scale", 56)
    sides = numbers(strides)
    if any(side < 1 for side in sides):
        raise Misfit(strides, "strides of 1 or more")
    own = draft.fields.get("anchors.strides"), draft.fields.get("anchors.names")
    known = dict(zip(own[0].value, own[1].value, strict=False)) if own[0] and own[1] else {}
    names = [known.get(side, "") for side in sides]
    draft.put("level.names", names if all(names) else level_names(sides), strides)
    draft.put("level.side", number(finest), finest)


def _training(draft: Draft, train: Config | None) -> None:
    if train is None:
        return
    rules = train.table("assigner")
    assigner(draft, rules, rules.get("type", "MaxIoUAssigner"))
    sampler = train.table("sampler")
    kind = sampler.get("type", "RandomSampler")
    if kind.value != "RandomSampler":
        draft.leave(kind, "no sampler of a recipe; the sample here is a random one")
    draft.put("sampler.batch", whole(sampler.get("num", 512)), sampler.get("num", 512))
    draft.take("sampler.positive_fraction", sampler.get("pos_fraction", 0.25))
    positive = train.get("pos_weight", -1)
    if number(positive) > 0:
        draft.take("loss.positive_weight", positive)
    added = sampler.get("add_gt_as_proposals", True)
    draft.put("add_gt", "first" if flag(added) else "off", added)


def _testing(draft: Draft, test: Config) -> None:
    draft.take("detections.min_score", test.get("score_thr", 0.05))
    nms = test.table("nms", {})
    draft.take("detections.nms", nms.find("iou_thr") or nms.get("iou_threshold", 0.5))
    kind = nms.get("type", "nms")
    if kind.value != "nms":
        draft.leave(kind, "no NMS of a recipe; plain NMS is computed here")
    draft.take("detections.keep", test.get("max_per_img", 100))
