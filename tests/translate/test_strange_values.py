"""Configs with one strange value anywhere: translated, or refused in lines, by every reader of a library's configs."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.translate import detectron2, mmdet, tensorflow, yolov5
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.given import Origin, Unknown, given_of
from rpn_inspector.translate.sources import recipe_from

LEVELS = [4, 8, 16, 32, 64]
RCNN = {
    "assigner": {"type": "MaxIoUAssigner", "pos_iou_thr": 0.5, "neg_iou_thr": 0.5, "min_pos_iou": 0.5},
    "sampler": {"type": "RandomSampler", "num": 512, "pos_fraction": 0.25},
}
ROI = {
    "type": "CascadeRoIHead", "stage_loss_weights": [1, 0.5, 0.25], "bbox_head": [{"type": "Shared2FCBBoxHead"}] * 3,
    "bbox_roi_extractor": {"type": "SingleRoIExtractor", "featmap_strides": LEVELS[:4]},
}  # fmt: skip
RPN_HEAD = {
    "type": "RPNHead", "bbox_coder": {"type": "DeltaXYWHBBoxCoder", "target_stds": [1.0, 1.0, 1.0, 1.0]},
    "anchor_generator": {"type": "AnchorGenerator", "scales": [8], "ratios": [0.5, 1.0], "strides": LEVELS},
    "loss_bbox": {"type": "L1Loss", "loss_weight": 1.0},
}  # fmt: skip
CASCADE = {
    "model": {
        "rpn_head": RPN_HEAD, "roi_head": ROI, "train_cfg": {"rpn": RCNN, "rcnn": [RCNN] * 3},
        "test_cfg": {"rpn": {"nms_pre": 1000}, "rcnn": {"score_thr": 0.05, "nms": {"type": "nms"}}},
    },
    "test_pipeline": [{"type": "Resize", "scale": [1333, 800], "keep_ratio": True}],
}  # fmt: skip
SSD = {
    "model": {"bbox_head": {"type": "SSDHead", "anchor_generator": {
        "type": "SSDAnchorGenerator", "scale_major": False, "strides": [8, 16, 32], "min_sizes": [30, 60, 90],
        "max_sizes": [60, 90, 120], "ratios": [[2], [2, 3], [2]], "input_size": 300,
    }}, "train_cfg": {"assigner": RCNN["assigner"], "neg_pos_ratio": 3}},
}  # fmt: skip
SPAN = {"type": "SSDAnchorGenerator", "scale_major": False, "strides": [8, 16, 32, 64], "input_size": 300,
        "basesize_ratio_range": [0.15, 0.9], "ratios": [[2], [2], [2], [2]]}  # fmt: skip
DETECTRON2 = {"MODEL": {
    "META_ARCHITECTURE": "GeneralizedRCNN", "BACKBONE": {"NAME": "build_resnet_fpn_backbone"},
    "RESNETS": {"RES5_DILATION": 1}, "FPN": {"IN_FEATURES": ["res2", "res5"]},
    "ANCHOR_GENERATOR": {"SIZES": [[32], [64]], "ASPECT_RATIOS": [[0.5, 1.0]], "OFFSET": 0.0},
    "RPN": {"IN_FEATURES": ["p2", "p3"], "IOU_LABELS": [0, -1, 1], "IOU_THRESHOLDS": [0.3, 0.7], "BOUNDARY_THRESH": 0},
    "ROI_HEADS": {"NAME": "StandardROIHeads", "IN_FEATURES": ["p2", "p3"]},
}}  # fmt: skip
DILATED = {"MODEL": {"RPN": {"IN_FEATURES": ["res5"]}, "RESNETS": {"RES5_DILATION": 2}}}
YOLO = {
    "anchors": [[10, 13], [30, 61]], "backbone": [[-1, 1, "Conv", [64, 3, 2]], [-1, 1, "Conv", [64, 3, 2]]],
    "head": [[[0, 1], 1, "Detect", ["nc", "anchors"]]],
}  # fmt: skip
TENSORFLOW = {"model": {"ssd": {
    "image_resizer": {"fixed_shape_resizer": {"height": 300, "width": 300}},
    "feature_extractor": {"type": "ssd_mobilenet_v2"}, "loss": {"localization_weight": 1.0},
    "anchor_generator": {"ssd_anchor_generator": {"num_layers": 3, "min_scale": 0.2, "max_scale": 0.9}},
}}}  # fmt: skip
OCTAVES = {"multiscale_anchor_generator": {"min_level": 3, "max_level": 4, "anchor_scale": 4.0, "aspect_ratios": [1.0]}}
TREES = {
    "mmdet cascade": (mmdet.read_mmdet, "mmdet.read_config", CASCADE),
    "mmdet ssd": (mmdet.read_mmdet, "mmdet.read_config", SSD),
    "mmdet span": (
        mmdet.read_mmdet,
        "mmdet.read_config",
        {"model": {"bbox_head": {"type": "SSDHead", "anchor_generator": SPAN}}},
    ),
    "detectron2": (detectron2.read_detectron2, "yaml_config.read_yaml", DETECTRON2),
    "detectron2 c5": (detectron2.read_detectron2, "yaml_config.read_yaml", DILATED),
    "yolov5": (yolov5.read_yolov5, "yaml_config.read_yaml", YOLO),
    "tensorflow": (tensorflow.read_tensorflow, "tensorflow.read_protobuf_text", TENSORFLOW),
    "tensorflow octaves": (
        tensorflow.read_tensorflow,
        "tensorflow.read_protobuf_text",
        {"model": {"ssd": {"anchor_generator": OCTAVES}}},
    ),
}
STRANGE = [
    [], {}, None, True, 0, -1, 0.9, 1.5, 1 << 70, float("nan"), float("inf"), -float("inf"), "a", [1], ["a"], [[]],
    {"a": 1}, [{"a": 1}], Unknown("code is not run"),
]  # fmt: skip


def problem_of(read, *arguments):
    """Return what a reader raised besides an `InspectorError`, or one in words of the program's own."""
    try:
        read(*arguments)
    except InspectorError as error:
        return error if "Given(" in str(error) else None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def places(value, path=()):
    """Yield the path of every value inside a tree."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inside:
        yield (*path, name)
        yield from places(part, (*path, name))


def changed(tree, path, value):
    """Return a tree with one other value."""
    if not path:
        return value
    made = dict(tree) if isinstance(tree, dict) else list(tree)
    made[path[0]] = changed(tree[path[0]], path[1:], value)
    return made


@pytest.mark.parametrize("name", TREES)
def test_one_strange_value_is_translated_or_refused_in_lines(name, monkeypatch):
    read, parse, tree = TREES[name]
    read(*texts(monkeypatch, parse, tree))  # the config itself is one
    chance, paths = random.Random(5), list(places(tree))
    for path in paths:
        for value in chance.sample(STRANGE, min(max(2, 150 // len(paths)), 9)):
            arguments = texts(monkeypatch, parse, changed(tree, path, value))
            told = problem_of(read, *arguments)
            assert told is None, f"{path} = {value!r}: {told}"


def texts(monkeypatch, parse, tree):
    """Return the arguments of a reader whose parser gives ``tree``."""
    monkeypatch.setattr(f"rpn_inspector.translate.{parse}", lambda *_: given_of(tree, Origin("config:1")))
    return ConfigText(Path("config"), ""), ConfigFiles()


LINES = {
    "config.ini": "[anchor_parameters]\nsizes = 32 64\nstrides = 8 16\nratios = 0.5 1\nscales = 1\n",
    "net.cfg": "[net]\nwidth=64\nheight=64\n[convolutional]\nsize=3\nstride=2\npad=1\n[yolo]\nmask=0\nanchors=10,13\n",
}


@pytest.mark.parametrize("name", LINES)
def test_one_strange_line_is_translated_or_refused_in_lines(name, tmp_path):
    lines = LINES[name].splitlines()
    for number, line in enumerate(lines):
        for value in ("", "0", "-1", "nan", "inf", "1e400", "a", "0.5", "1,2,3", "1 2 3", "9" * 30):
            other = [*lines[:number], f"{line.partition('=')[0]}={value}", *lines[number + 1 :]]
            (tmp_path / name).write_text("\n".join(other), encoding="utf-8")
            told = problem_of(recipe_from, tmp_path / name)
            assert told is None, f"{other[number]}: {told}"
