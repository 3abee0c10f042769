"""MMDetection's config: RPN alone or of a two-stage model, RetinaNet, ATSS, SSD, YOLOv3, YOLOX, RTMDet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.box_losses import take_mmdet_box_loss
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import UNREAD, Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, flag, items, number, numbers, whole
from rpn_inspector.translate.mmdet_parts import anchors, assigner, coder
from rpn_inspector.translate.mmdet_points import HEADS as OF_POINTS
from rpn_inspector.translate.mmdet_points import points, points_assigner, points_losses
from rpn_inspector.translate.mmdet_roi import second_stage, translate_second_stage
from rpn_inspector.translate.mmdet_versions import as_version_3
from rpn_inspector.translate.mmengine_config import read_config

LIBRARY = "MMDetection 3.3"
HEADS = {
    "RPNHead": "mmdet-fpn",
    "RetinaHead": "retinanet-mmdet",
    "RetinaSepBNHead": "retinanet-mmdet",
    "SSDHead": "retinanet-mmdet",  # shares its code: only anchors, sampling and loss differ, all said by the config
    "ATSSHead": "atss-mmdet",
    "YOLOV3Head": "yolov3-416",
    **OF_POINTS,
}
ANCHORS = {"type": "AnchorGenerator", "scales": [8, 16, 32], "ratios": [0.5, 1.0, 2.0], "strides": [4, 8, 16, 32, 64]}
OCTAVES = {
    "type": "AnchorGenerator", "octave_base_scale": 4, "scales_per_octave": 3, "ratios": [0.5, 1.0, 2.0],
    "strides": [8, 16, 32, 64, 128],
}  # fmt: skip
SSD = {
    "type": "SSDAnchorGenerator", "scale_major": False, "input_size": 300, "strides": [8, 16, 32, 64, 100, 300],
    "ratios": [[2], [2, 3], [2, 3], [2, 3], [2], [2]], "basesize_ratio_range": (0.1, 0.9),
}  # fmt: skip
YOLO = {
    "type": "YOLOAnchorGenerator", "strides": [32, 16, 8],
    "base_sizes": [
        [(116, 90), (156, 198), (373, 326)], [(30, 61), (62, 45), (59, 119)], [(10, 13), (16, 30), (33, 23)],
    ],
}  # fmt: skip
GENERATORS: dict[str, dict[str, Any]] = {"RPNHead": ANCHORS, "ATSSHead": ANCHORS, "SSDHead": SSD, "YOLOV3Head": YOLO}
ELSEWHERE = "no part of a recipe: data, network, schedule and evaluation"
SECOND_STAGE = "of the second stage, known to no place of a recipe"
ONE_SIZE = "a recipe has one input size, that of testing"
SIZED = ("RandomResize", "RandomChoiceResize", "RandomCrop", "MinIoURandomCrop", "Expand", "Mosaic", "RandomAffine")


def read_mmdet(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a config of MMDetection. Raises `BadFile`, `BadRecipe`."""
    return translate(Config(read_config(config, files), LIBRARY), config.path.stem, config.path.name)


def translate(config: Config, name: str, source: str, training: bool = False) -> Translation:
    """Return the recipe of a whole config, with its numbers of ``training`` where they differ.

    Raises `BadFile` for a model without anchors, `BadRecipe`.
    """
    whole, old = as_version_3(config.root)
    config = Config(whole, config.library)
    model = config.table("model")
    if "detector" in model.root.value:  # of semi-supervised training and tracking
        model = model.table("detector")
    if not model.root.value:
        raise BadFile(source, "has no model, wanted a whole config of MMDetection")
    place, kind = _head_of(model, source)
    head = model.table(place)
    head.get("type", None)
    second = second_stage(model) if place == "rpn_head" else ""
    draft = Draft(second or HEADS[kind], LIBRARY)
    train, test = (_settings(model, one, place == "rpn_head") for one in ("train_cfg", "test_cfg"))
    with draft.part():
        _input(draft, config, model)
    if old is not None:
        draft.put("matcher.inclusive", True, old)
    if kind in OF_POINTS:
        _points(draft, head, train, test, kind)
        inside = {head.path(each): UNREAD for each in ("anchor_generator", "bbox_coder", "loss_cls", "loss_bbox")}
        unread = {head.path(each): ELSEWHERE for each in head.root.value}
        draft.leave_rest(config, {**unread, **inside, train.prefix: UNREAD, test.prefix: UNREAD}, ELSEWHERE)
        return draft.finish(name, source, f"MMDetection's {kind}")
    with draft.part():
        anchors(draft, head.table("anchor_generator", GENERATORS.get(kind, OCTAVES)))
    with draft.part():
        _yolo(draft, head) if kind == "YOLOV3Head" else _losses(draft, head, train, kind)
    with draft.part():
        _training(draft, train, kind)
    with draft.part():
        of_training = _proposals(model, test)
        taken, other = (of_training, test) if training else (test, of_training)
        _testing(draft, taken)
        if taken is not other:
            _said_twice(draft, taken, other)
    if second:
        with draft.part():
            translate_second_stage(draft, model, old)
    head_unread = {head.path(each): ELSEWHERE for each in head.root.value if each not in ("anchor_generator",)}
    inside = {head.path(each): UNREAD for each in ("anchor_generator", "bbox_coder", "loss_cls", "loss_bbox")}
    settings = {train.prefix: UNREAD, test.prefix: UNREAD}
    settings |= {train.path(each): ELSEWHERE for each in ("debug", "sampler.add_gt_as_proposals")}
    settings |= {head.path(f"loss_{each}.reduction"): ELSEWHERE for each in ("cls", "bbox", "conf", "xy", "wh")}
    after = ("roi_head", "train_cfg.rpn_proposal", "train_cfg.rcnn", "test_cfg.rcnn")
    later = {model.path(each): SECOND_STAGE for each in after}
    draft.leave_rest(config, {**head_unread, **settings, **later, **inside}, ELSEWHERE)
    return draft.finish(name, source, f"MMDetection's {kind}")


def _head_of(model: Config, source: str) -> tuple[str, str]:
    """Return the table of the head over anchors or points, and its class. Raises `BadFile` where there is none."""
    tables = {name: part for name, part in model.root.value.items() if isinstance(part.value, dict)}
    place = next((name for name in ("rpn_head", "bbox_head") if name in tables), "")
    if not place:
        found = ", ".join(name for name in tables if name.endswith("_head")) or "none"
        text = f"{model.prefix}: found {found}, wanted a head over anchors or points: rpn_head or bbox_head"
        if "roi_head" in tables:
            text += "; a roi_head alone has its proposals from elsewhere"
        raise BadFile(source, text)
    kind = tables[place].value.get("type", Given(None, tables[place].origin)).named(model.path(f"{place}.type"))
    if not isinstance(kind.value, str) or kind.value not in HEADS:
        written = kind.origin.written if kind.value is not None else "none"
        raise BadFile(kind.origin.source, f"{kind.origin.key}: found {written}, wanted {', '.join(HEADS)}")
    return place, kind.value


def _points(draft: Draft, head: Config, train: Config, test: Config, kind: str) -> None:
    with draft.part():
        points(draft, head, kind)
    with draft.part():
        points_assigner(draft, train)
    with draft.part():
        points_losses(draft, head, kind)
    with draft.part():
        _testing(draft, test)
    if kind == "YOLOXHead":  # which looks at no least size
        draft.fields.pop("proposals.min_size", None)


def _settings(model: Config, name: str, rpn: bool) -> Config:
    """Return ``train_cfg`` or ``test_cfg`` of the head."""
    table = model.table(name)
    return table.table("rpn") if rpn else table


def _proposals(model: Config, test: Config) -> Config:
    """Return the settings of the proposals in training, those of testing where there are none of their own."""
    own = model.table("train_cfg")
    return own.table("rpn_proposal") if "rpn_proposal" in own.root.value else test


def _said_twice(draft: Draft, taken: Config, other: Config) -> None:
    """Say which numbers of proposals are others in ``other``, that of training or of testing not ``taken``."""
    for keys in (("nms_pre",), ("max_per_img", "max_num"), ("nms.iou_threshold", "nms.iou_thr", "nms_thr"),
                 ("min_bbox_size",)):  # fmt: skip
        one, two = (next(filter(None, map(table.find, keys)), None) for table in (taken, other))
        if one is not None and two is not None and one.value != two.value:
            draft.leave(two, f"a recipe has one number, that of {one.origin.key}")


def _input(draft: Draft, config: Config, model: Config) -> None:
    found = [table.table("data_preprocessor").find("pad_size_divisor") for table in (model, config)]
    divisor = next((each for each in found if each is not None), None)
    scales: list[str] = []  # as written, of testing
    for step in _steps(config, "test"):
        said = step.find("scale") or step.find("img_scale")
        scales += [] if said is None else [said.origin.written]
        if step.root.value.get("type") is None:
            continue
        kind = step.get("type", "").value
        if kind in ("Resize", "MultiScaleFlipAug"):
            _resized(draft, step, kind)
        elif kind == "Pad" and step.find("size_divisor") is not None:
            divisor = step.find("size_divisor")
    if divisor is None:
        divisor = model.default("data_preprocessor.pad_size_divisor", 1)
    stretched = draft.fields.get("resize.rule")
    if hasattr(draft.base.resize, "size") and stretched is None:
        pass  # padded to the size, a multiple of every stride
    elif stretched is None or stretched.value != "stretch":
        draft.take("resize.pad_multiple", divisor)
    elif whole(divisor) > 1 and any(side % whole(divisor) for side in draft.fields["resize.size"].value):
        draft.leave(divisor, "a stretched picture is not padded here")
    if not {"resize.long", "resize.size"} & set(draft.fields) and stretched is None:
        words = "no Resize of a test pipeline found"
        draft.leave(config.default("test_pipeline", None), f"{words}; the input size is that of {draft.base.name}")
    for step in _steps(config, "train"):
        kind = step.root.value.get("type")
        if kind is not None and kind.value in SIZED:
            draft.leave(step.get("type", ""), ONE_SIZE)
            step.taken.add(step.prefix)
        elif kind is not None and kind.value == "Resize":
            scale = step.find("scale") or step.find("img_scale")
            if scale is not None and scale.origin.written not in scales:
                draft.leave(scale, ONE_SIZE)


def _resized(draft: Draft, step: Config, kind: str) -> None:
    scale = step.find("scale") or step.find("img_scale")
    if scale is None or (isinstance(scale.value, list) and any(isinstance(one.value, list) for one in items(scale))):
        if scale is not None:
            draft.leave(scale, "a recipe has one input size")
        return
    keeps = step.find("keep_ratio")
    if kind == "MultiScaleFlipAug":  # of version 2, where Resize keeps the ratio by itself
        inside = [_inside(step, index, one) for index, one in _tables(step)]
        keeps = next((found for one in inside if (found := one.find("keep_ratio")) is not None), None)
        keeps = keeps or step.default("keep_ratio", True)
    keeps = keeps or step.default("keep_ratio", False)
    sides = [whole(one) for one in items(scale)] if isinstance(scale.value, list) else [whole(scale)] * 2
    if len(sides) != 2:
        raise Misfit(scale, "two sides")
    if flag(keeps) and hasattr(draft.base.resize, "size"):  # as large as goes into both sides
        draft.put("resize.size", sides[::-1], scale, keeps)
    elif flag(keeps):
        draft.put("resize.long", max(sides), scale, keeps)
        draft.put("resize.short", min(sides), scale, keeps)
    else:
        draft.put("resize.rule", "stretch", keeps)
        draft.put("resize.size", sides[::-1], scale)


def _inside(step: Config, index: int, one: Given) -> Config:
    return Config(one, step.library, f"{step.prefix}.transforms[{index}]", step.taken)


def _tables(step: Config) -> Iterator[tuple[int, Given]]:
    inside = step.root.value.get("transforms")
    for index, one in enumerate(inside.value if inside is not None and isinstance(inside.value, list) else ()):
        if isinstance(one.value, dict):
            yield index, one


def _steps(config: Config, which: str) -> Iterator[Config]:
    """Yield the steps of a pipeline: the loader's own, or the one that only has a name."""
    for key in (f"{which}_dataloader", f"data.{which}", f"{which}_pipeline"):
        found = config.root
        for part in key.split("."):
            found = found.value.get(part, Given(None, found.origin)) if isinstance(found.value, dict) else found
        while isinstance(found.value, dict):  # datasets wrap each other
            key, found = next(
                ((f"{key}.{name}", found.value[name]) for name in ("pipeline", "dataset") if name in found.value),
                ("", Given(None, found.origin)),
            )
        if isinstance(found.value, list) and found.value:
            for index, step in enumerate(found.value):
                if isinstance(step.value, dict):
                    made = Config(step, config.library, f"{key}[{index}]", config.taken)
                    yield made
                    yield from (_inside(made, inner, one) for inner, one in _tables(made))
            return


def _training(draft: Draft, train: Config, head: str) -> None:
    rules = train.find("assigner")
    if rules is None:
        draft.leave(train.default("assigner", None), f"no assigner is said; the matcher is that of {draft.base.name}")
        return
    train.taken.discard(train.path("assigner"))
    if isinstance(rules.value, list):
        raise Misfit(rules, "one assigner")
    table = train.table("assigner")
    assigner(draft, table, table.get("type", "MaxIoUAssigner"))
    if head != "YOLOV3Head":
        border = train.get("allowed_border", 0 if head == "RPNHead" else -1)
        draft.put("matcher.outside.rule", "before" if number(border) >= 0 else "use", border)
        if number(border) >= 0:
            draft.put("matcher.outside.border", min(number(border), 1_000_000_000), border)
            draft.put("matcher.outside.padding", "ignore", border)
        weight = train.get("pos_weight", -1)
        if number(weight) > 0:
            told = draft.fields.get("loss.positive_weight")  # the class loss's own factor counts besides
            draft.put("loss.positive_weight", number(weight) * (told.value if told else 1), weight)
        _sampling(draft, train, head)


def _sampling(draft: Draft, train: Config, head: str) -> None:
    table = train.table("sampler", {"type": "PseudoSampler"})
    kind = table.get("type", "PseudoSampler")
    if head == "SSDHead":
        ratio = train.get("neg_pos_ratio", 3)
        draft.put("sampler.rule", "hard_negatives", ratio)
        draft.put("sampler.negatives_per_positive", whole(ratio), ratio)
    elif head == "ATSSHead":
        return  # every anchor, whatever is said
    elif kind.value == "PseudoSampler":
        draft.put("sampler.rule", "all", kind)
        draft.put("loss.normaliser", "positives", kind)
    else:
        draft.put("sampler.rule", "random", kind)
        draft.put("loss.normaliser", "sampled_parts", kind)
        draft.take("sampler.batch", table.get("num", None))
        draft.take("sampler.positive_fraction", table.get("pos_fraction", None))
        limit = table.get("neg_pos_ub", -1)
        if number(limit) >= 0:
            draft.leave(limit, "no place for it: missing positives are replaced by negatives without limit")
        if kind.value != "RandomSampler":
            draft.leave(kind, "no sampler of a recipe; the sample here is a random one")


def _losses(draft: Draft, head: Config, train: Config, kind: str) -> None:
    with draft.part():
        coder(draft, head.table("bbox_coder"))
        clip = head.table("bbox_coder").get("clip_border", True)
        draft.put("proposals.clip", flag(clip), clip)
    decoded = head.get("reg_decoded_bbox", kind == "ATSSHead")
    if kind == "SSDHead":
        draft.put("loss.objectness", "cross_entropy", head.get("type", kind))
        draft.put("loss.normaliser", "positives", head.get("type", kind))
        draft.take("loss.beta", train.get("smoothl1_beta", 1.0))
        if "matcher.inclusive" not in draft.fields:  # in version 1 too
            draft.leave(
                head.get("num_classes", 80), "the background is the last class there; cross_entropy has it first"
            )
        return
    classes = head.table("loss_cls", {"type": "CrossEntropyLoss", "use_sigmoid": True, "loss_weight": 1.0})
    _class_loss(draft, classes, kind)
    box = head.table("loss_bbox", {"type": "SmoothL1Loss", "beta": 1.0 / 9.0, "loss_weight": 1.0})
    take_mmdet_box_loss(draft, box, decoded)
    draft.take("loss.box_weight", box.get("loss_weight", 1.0))
    if kind == "ATSSHead":
        draft.take("loss.centreness_weight", head.table("loss_centerness").get("loss_weight", 1.0))


def _class_loss(draft: Draft, table: Config, kind: str) -> None:
    rule = table.get("type", "CrossEntropyLoss")
    draft.take("loss.objectness_weight", table.get("loss_weight", 1.0))
    if rule.value == "FocalLoss":
        draft.put("loss.objectness", "focal", rule, table.get("use_sigmoid", True))
        draft.take("loss.focal_alpha", table.get("alpha", 0.25))
        draft.take("loss.focal_gamma", table.get("gamma", 2.0))
    elif rule.value == "CrossEntropyLoss" and kind == "RPNHead":
        sigmoid = table.get("use_sigmoid", False)
        draft.put("loss.objectness", "bce", rule, sigmoid)
        if not flag(sigmoid):
            draft.leave(
                sigmoid, "two scores an anchor; a dump recorded here holds their difference, with the same loss"
            )
        # the background is class 0 in version 1; so it is in the first of version 2, which no config tells
        _class_factors(draft, table.get("class_weight", None), flag(sigmoid), "matcher.inclusive" in draft.fields)
    else:
        draft.leave(
            rule, f"no class loss of a recipe; the numbers of the class loss here are those of {draft.base.name}"
        )


def _class_factors(draft: Draft, factors: Given, sigmoid: bool, background_first: bool) -> None:
    """Translate the factor of the object's term, and of the background's, which two scores have alone."""
    if factors.value is None:
        return
    found = numbers(factors, 1 if sigmoid else 2)
    if not sigmoid and background_first:
        found = found[::-1]
    if not sigmoid and found[1] != 1:
        draft.leave(factors, "the background weighs 1 here, beside an object by loss.positive_weight")
        return
    draft.put("loss.positive_weight", found[0], factors)


def _yolo(draft: Draft, head: Config) -> None:
    table = head.table("bbox_coder", {"type": "YOLOBBoxCoder"})
    kind = table.get("type", "YOLOBBoxCoder")
    if kind.value != "YOLOBBoxCoder":
        raise Misfit(kind, "YOLOBBoxCoder")
    draft.take("coder.epsilon", table.get("eps", 1e-6))
    tables = {name: head.table(f"loss_{name}") for name in ("xy", "wh", "conf", "cls")}
    for name, one in tables.items():
        wanted = "MSELoss" if name == "wh" else "CrossEntropyLoss"
        kind, sigmoid = one.get("type", wanted), one.get("use_sigmoid", name != "wh")
        if (kind.value, sigmoid.value) != (wanted, name != "wh"):
            draft.leave(kind, f"no loss of a recipe of YOLO; {wanted} is computed here")
    weights = {name: one.get("loss_weight", 1.0) for name, one in tables.items()}
    xy, wh, conf, classes = (number(weights[name]) for name in ("xy", "wh", "conf", "cls"))
    draft.put("loss.box_weight", xy, weights["xy"])
    draft.put("loss.objectness_weight", conf, weights["conf"])
    if xy and conf:
        draft.put("loss.side_weight", wh / xy, weights["wh"], weights["xy"])
        draft.put("loss.class_weight", classes / conf, weights["cls"], weights["conf"])
    smooth = head.get("one_hot_smoother", 0.0)
    if number(smooth):
        draft.leave(smooth, "no place for it: class targets are 0 and 1 here")


def _testing(draft: Draft, test: Config) -> None:
    top, kept = test.find("nms_pre"), test.find("max_per_img") or test.find("max_num")
    if top is not None:
        count = whole(top)
        draft.put("proposals.pre_nms", count if count > 0 else 1_000_000_000, top)
    if kept is not None:
        draft.put("proposals.post_nms", whole(kept) if whole(kept) > 0 else 1_000_000_000, kept)
    nms = test.table("nms", {})
    overlap = nms.find("iou_threshold") or nms.find("iou_thr") or test.find("nms_thr")
    if overlap is not None:
        draft.take("proposals.nms", overlap)
    kind = nms.get("type", "nms")
    if kind.value != "nms":
        draft.leave(kind, "no NMS of a recipe; plain NMS is computed here")
    draft.take("proposals.min_size", test.get("min_bbox_size", -1))
    for key, place in (("score_thr", "min_score"), ("conf_thr", "min_confidence")):
        found = test.find(key)
        if found is not None:
            draft.take(f"proposals.{place}", found)
