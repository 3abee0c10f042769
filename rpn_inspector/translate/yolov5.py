"""YOLOv5's and YOLOv7's model YAML: anchors, on the strides the modules before the head come to, and the gains."""

from __future__ import annotations

from rpn_inspector.core.anchor_rules.explicit import by_rising_stride
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.spec import as_lists
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, items, numbers
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.module_strides import strides_of
from rpn_inspector.translate.yolov5_hyp import BASE, LIBRARY, read_hyp

ELSEWHERE = "no part of a recipe: the network itself"
OWN = (  # models/common.py, models/yolo.py and torch
    "Bottleneck", "BottleneckCSP", "C3", "C3Ghost", "C3SPP", "C3TR", "C3x", "Concat", "Contract", "Conv",
    "CrossConv", "Detect", "DWConv", "Expand", "Focus", "GhostBottleneck", "GhostConv", "MixConv2d",
    "nn.BatchNorm2d", "nn.Conv2d", "nn.ConvTranspose2d", "nn.MaxPool2d", "nn.Upsample", "nn.ZeroPad2d", "Segment",
    "SPP", "SPPF",
)  # fmt: skip
NOT_YOLOV5 = "no module of YOLOv5: YOLOv7 and others train with an assignment of their own; labels here are YOLOv5's"
CLASSES = 80  # for which hyp.yaml's gain of the class loss is meant


def read_yolov5(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a model's YAML, or of hyperparameters. Raises `BadFile` for another file, `BadRecipe`."""
    from rpn_inspector.translate.yaml_config import read_yaml  # a live model is translated without PyYAML

    table = Config(read_yaml(config, files), LIBRARY)
    if "head" not in table.root.value and "anchor_t" in table.root.value:
        return read_hyp(table, config.path.stem, config.path.name)
    missing = [key for key in ("anchors", "head") if key not in table.root.value]
    if missing:
        why = ", whose modules tell the anchors' strides" if missing == ["head"] else ""
        text = f"has no {' and no '.join(missing)}{why}; wanted the YAML of a model, or its hyperparameters"
        raise BadFile(config.path, text)
    draft = Draft(BASE, LIBRARY)
    side = table.default("train.py --imgsz", 640)
    draft.put("resize.size", [640, 640], side)
    limit = table.default("hyp.yaml anchor_t", 4.0)
    draft.put("matcher.limit", limit.value, limit)
    with draft.part():
        anchors = table.get("anchors", None)
        if not isinstance(anchors.value, list):
            raise Misfit(anchors, "lists of sides: a number lets AutoAnchor choose them in training")
        shapes = [_pairs(each) for each in items(anchors)]
        if not shapes:
            raise Misfit(anchors, "a list of sides for each map")
        strides = strides_of(table, len(shapes))
        down = [each for each, _ in strides]
        pairs = tuple(tuple((width, height) for width, height in level) for level in shapes)
        draft.put("anchors.shapes", as_lists(by_rising_stride(pairs, tuple(down))), anchors)
        draft.put("anchors.strides", down, *(origin for _, origin in strides))
        draft.put("anchors.names", level_names(down), strides[0][1])
        _losses(draft, table, len(shapes))
    foreign = _foreign(table)
    if foreign is not None:
        draft.leave(foreign, NOT_YOLOV5)
    draft.leave_rest(table, {}, ELSEWHERE)
    return draft.finish(config.path.stem, config.path.name, "a model of YOLOv5")


def _foreign(table: Config) -> Given | None:
    """Return the first module that is not YOLOv5's own, None where there is none."""
    for key in ("backbone", "head"):
        listed = table.get(key, []).value
        modules: list[Given] = listed if isinstance(listed, list) else []
        for module in modules:
            parts = module.value if isinstance(module.value, list) and len(module.value) == 4 else None
            if parts is not None and parts[2].value not in OWN:
                return module.named(key)
    return None


def _losses(draft: Draft, table: Config, levels: int) -> None:
    """Put the gains that train.py scales by the levels and classes."""
    scale = 3 / levels
    classes, gain = table.get("nc", CLASSES), table.default("hyp.yaml obj", 1.0)
    box, kind = table.default("hyp.yaml box", 0.05), table.default("hyp.yaml cls", 0.5)
    count = classes.value
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= 1 << 16:
        raise Misfit(classes, "a number of classes")
    draft.put("loss.objectness_weight", gain.value * scale, gain)
    draft.put("loss.box_weight", box.value * scale, box)
    draft.put("loss.class_weight", kind.value * count / CLASSES, kind, classes)
    if levels != 3:
        balance = table.default("loss.py balance", [4.0, 1.0, 0.25, 0.06, 0.02])
        draft.put("loss.level_weights", [4.0, 1.0, 0.25, 0.06, 0.02][:levels], balance)


def _pairs(given: Given) -> list[list[float]]:
    sides = numbers(given)
    if not sides or len(sides) % 2:
        raise Misfit(given, "pairs of width and height")
    return [list(pair) for pair in zip(sides[::2], sides[1::2], strict=True)]
