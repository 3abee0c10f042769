"""MMDetection's heads of points: YOLOX with SimOTA, RTMDet with soft labels."""

from __future__ import annotations

from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Config, Misfit, flag, items, number, whole, word
from rpn_inspector.translate.level_names import level_names

HEADS = {"YOLOXHead": "yolox-s-mmdet", "RTMDetHead": "rtmdet", "RTMDetSepBNHead": "rtmdet"}
STRIDES = [8, 16, 32]
SIMOTA = {"center_radius": ("radius", 2.5), "candidate_topk": ("topk", 10), "iou_weight": ("iou_weight", 3.0),
          "cls_weight": ("class_weight", 1.0)}  # fmt: skip
SOFT = {"soft_center_radius": ("radius", 3.0), "topk": ("topk", 13), "iou_weight": ("iou_weight", 3.0)}
ASSIGNERS = {"SimOTAAssigner": ("simota", SIMOTA), "DynamicSoftLabelAssigner": ("soft_label", SOFT)}
GENERATOR = {"type": "MlvlPointGenerator", "offset": 0, "strides": STRIDES}


def points(draft: Draft, head: Config, kind: str) -> None:
    """Translate the places of points. Raises `Misfit` for other generators."""
    if kind == "YOLOXHead":  # its generator is made from the strides alone
        strides = head.get("strides", STRIDES)
    else:
        generator = head.table("anchor_generator", GENERATOR)
        maker = generator.get("type", "MlvlPointGenerator")
        if word(maker) != "MlvlPointGenerator":
            raise Misfit(maker, "MlvlPointGenerator")
        strides = generator.get("strides", STRIDES)
        draft.take("anchors.offset", generator.get("offset", 0.5))
    down = [whole(each) for each in items(strides)]
    draft.put("anchors.strides", down, strides)
    draft.put("anchors.names", level_names(down), strides)


def points_assigner(draft: Draft, train: Config) -> None:
    """Translate the assigner. Raises `Misfit` for one that is no assigner of points here."""
    if train.find("assigner") is None:
        draft.leave(train.default("assigner", None), f"no assigner is said; it is that of {draft.base.name}")
        return
    train.taken.discard(train.path("assigner"))
    table = train.table("assigner")
    kind = table.get("type", "nothing")
    if word(kind) not in ASSIGNERS:
        raise Misfit(kind, " or ".join(ASSIGNERS))
    rule, fields = ASSIGNERS[kind.value]
    draft.put("matcher.rule", rule, kind)
    for key, (place, default) in fields.items():
        draft.take(f"matcher.{place}", table.get(key, default))
    calculator = table.table("iou_calculator", {"type": "BboxOverlaps2D"}).get("type", "BboxOverlaps2D")
    if calculator.value != "BboxOverlaps2D":
        draft.leave(calculator, "no IoU of a recipe; plain IoU is compared here")


def points_losses(draft: Draft, head: Config, kind: str) -> None:
    """Translate the weights of the losses; other kinds of losses are left."""
    wanted = {"loss_cls": "CrossEntropyLoss", "loss_bbox": "IoULoss"}
    weights = {"loss_cls": 1.0, "loss_bbox": 5.0}
    if kind != "YOLOXHead":
        wanted, weights = {"loss_cls": "QualityFocalLoss", "loss_bbox": "GIoULoss"}, {"loss_cls": 1.0, "loss_bbox": 2.0}
    tables = {name: head.table(name, {"type": what}) for name, what in wanted.items()}
    for name, table in tables.items():
        found = table.get("type", wanted[name])
        if found.value != wanted[name]:
            draft.leave(found, f"no loss of a recipe of this head; {wanted[name]} is computed here")
    box, classes = (tables[name].get("loss_weight", weights[name]) for name in ("loss_bbox", "loss_cls"))
    draft.take("loss.box_weight", box)
    if kind == "YOLOXHead":
        score = head.table("loss_obj", {"type": "CrossEntropyLoss"}).get("loss_weight", 1.0)
        draft.take("loss.objectness_weight", score)
        if number(score):
            draft.put("loss.class_weight", number(classes) / number(score), classes, score)
        near = head.table("loss_l1", {"type": "L1Loss"}).get("loss_weight", 1.0)
        draft.take("loss.distance_weight", near)
        mode = tables["loss_bbox"].get("mode", "log")
        draft.put("loss.iou_mode", mode.value, mode)
        draft.take("loss.epsilon", tables["loss_bbox"].get("eps", 1e-6))
    else:
        draft.take("loss.objectness_weight", classes)
        draft.take("loss.focal_gamma", tables["loss_cls"].get("beta", 2.0))
        draft.take("loss.epsilon", tables["loss_bbox"].get("eps", 1e-6))
        coder = head.table("bbox_coder", {"type": "DistancePointBBoxCoder"})
        maker = coder.get("type", "DistancePointBBoxCoder")
        if maker.value != "DistancePointBBoxCoder":
            raise Misfit(maker, "DistancePointBBoxCoder")
        clip = coder.get("clip_border", True)
        draft.put("proposals.clip", flag(clip), clip)
