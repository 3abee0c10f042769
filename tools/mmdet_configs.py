"""Configs of small MMDetection models with anchors, thresholds and sizes of their own, for `check_mmdet_recorder`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Table: TypeAlias = dict[str, Any]

DELTAS = {"type": "DeltaXYWHBBoxCoder", "target_means": [0.0] * 4}
SIZES = {"ssd": (300, 300)}  # h, w px
UNSAMPLED = {"allowed_border": -1, "pos_weight": -1, "debug": False}
WEIGHTED = UNSAMPLED | {"pos_weight": 1.6}


def _assigner(positive: float, negative: float, least: float, low_quality: bool) -> Table:
    return {
        "type": "MaxIoUAssigner", "pos_iou_thr": positive, "neg_iou_thr": negative, "min_pos_iou": least,
        "match_low_quality": low_quality, "ignore_iof_thr": -1,
    }  # fmt: skip


def _sampler(count: int, fraction: float, add_gt: bool) -> Table:
    return {
        "type": "RandomSampler", "num": count, "pos_fraction": fraction, "neg_pos_ub": -1, "add_gt_as_proposals": add_gt
    }  # fmt: skip


def _whole(kind: str, train: Table, test: Table, **parts: Table) -> Table:
    """Return a model over a ResNet-18 with a pyramid, or over the ``backbone`` and ``neck`` among ``parts``."""
    pyramid = {
        "backbone": {"type": "ResNet", "depth": 18, "norm_cfg": {"type": "BN"}, "norm_eval": True},
        "neck": {"type": "FPN", "in_channels": [64, 128, 256, 512], "out_channels": 32, "num_outs": 5},
    }  # fmt: skip
    prepared = {
        "type": "DetDataPreprocessor", "mean": [120.0] * 3, "std": [60.0] * 3, "pad_size_divisor": 32,
        "boxtype2tensor": False,
    }  # fmt: skip
    return {"type": kind, "data_preprocessor": prepared, "train_cfg": train, "test_cfg": test} | pyramid | parts


def _detected(keep: int = 100, **more: Any) -> Table:
    return {"nms_pre": 300, "min_bbox_size": 0, "score_thr": 0.02, "nms": _nms(0.45), "max_per_img": keep, **more}


def _nms(overlap: float) -> Table:
    return {"type": "nms", "iou_threshold": overlap}


def _rpn_head() -> Table:
    return {
        "type": "RPNHead", "in_channels": 32, "feat_channels": 32,
        "anchor_generator": {
            "type": "AnchorGenerator", "scales": [3], "ratios": [0.4, 1.0, 2.2], "strides": [4, 8, 16, 32, 64]
        },
        "bbox_coder": DELTAS | {"target_stds": [1.0] * 4},
        "loss_cls": {"type": "CrossEntropyLoss", "use_sigmoid": True, "loss_weight": 1.0},
        "loss_bbox": {"type": "SmoothL1Loss", "beta": 0.25, "loss_weight": 1.0},
    }  # fmt: skip


RPN_TRAINED = {"assigner": _assigner(0.6, 0.2, 0.2, True), "sampler": _sampler(96, 0.25, False)} | UNSAMPLED
PROPOSED = {"nms_pre": 400, "max_per_img": 200, "nms": _nms(0.6), "min_bbox_size": 0}
PROPOSED_AT_REST = {"nms_pre": 300, "max_per_img": 150, "nms": _nms(0.65), "min_bbox_size": 0}


def rpn(_: int) -> Table:
    """Return an RPN alone, whose head is the model's ``bbox_head``."""
    return _whole("RPN", {"rpn": RPN_TRAINED}, {"rpn": PROPOSED_AT_REST}, rpn_head=_rpn_head())


def _box_head(classes: int, stds: list[float], agnostic: bool) -> Table:
    return {
        "type": "Shared2FCBBoxHead", "in_channels": 32, "fc_out_channels": 64, "roi_feat_size": 7,
        "num_classes": classes, "bbox_coder": DELTAS | {"target_stds": stds}, "reg_class_agnostic": agnostic,
        "loss_cls": {"type": "CrossEntropyLoss", "use_sigmoid": False, "loss_weight": 1.0},
        "loss_bbox": {"type": "L1Loss", "loss_weight": 1.0},
    }  # fmt: skip


def _extractor() -> Table:
    return {
        "type": "SingleRoIExtractor", "out_channels": 32, "featmap_strides": [4, 8, 16, 32],
        "roi_layer": {"type": "RoIAlign", "output_size": 7, "sampling_ratio": 2, "use_torchvision": True},
    }  # fmt: skip


def _again(positive: float) -> Table:
    return {
        "assigner": _assigner(positive, positive, positive, False), "sampler": _sampler(64, 0.3, True),
        "pos_weight": -1, "debug": False,
    }  # fmt: skip


def _two_stages(kind: str, heads: Table, rcnn: Any) -> Table:
    train = {"rpn": RPN_TRAINED, "rpn_proposal": PROPOSED, "rcnn": rcnn}
    test = {"rpn": PROPOSED_AT_REST, "rcnn": {"score_thr": 0.05, "nms": _nms(0.5), "max_per_img": 100}}
    return _whole(kind, train, test, rpn_head=_rpn_head(), roi_head=heads)


def faster(classes: int) -> Table:
    """Return Faster R-CNN."""
    head = _box_head(classes, [0.2, 0.2, 0.3, 0.3], False)
    heads = {"type": "StandardRoIHead", "bbox_roi_extractor": _extractor(), "bbox_head": head}
    return _two_stages("FasterRCNN", heads, _again(0.55))


def weighted(classes: int) -> Table:
    """Return Faster R-CNN whose class losses weigh classes and positives, in both stages."""
    made = faster(classes)
    made["rpn_head"]["loss_cls"] |= {"class_weight": [1.7]}
    made["train_cfg"]["rpn"] = RPN_TRAINED | {"pos_weight": 1.3}
    head = made["roi_head"]["bbox_head"]
    head["loss_cls"] |= {"class_weight": [0.5 + 0.25 * kind for kind in range(classes)] + [0.4]}
    made["train_cfg"]["rcnn"] |= {"pos_weight": 2.5}
    return made


def cascade(classes: int, agnostic: bool = True) -> Table:
    """Return Cascade R-CNN."""
    stds = ([0.2, 0.2, 0.3, 0.3], [0.06, 0.06, 0.12, 0.12], [0.04, 0.04, 0.07, 0.07])
    heads = {
        "type": "CascadeRoIHead", "num_stages": 3, "stage_loss_weights": [1, 0.6, 0.3],
        "bbox_roi_extractor": _extractor(), "bbox_head": [_box_head(classes, each, agnostic) for each in stds],
    }  # fmt: skip
    return _two_stages("CascadeRCNN", heads, [_again(positive) for positive in (0.5, 0.55, 0.65)])


def cascade_by_class(classes: int) -> Table:
    """Return Cascade R-CNN with a box for each class, so that a class decides whose box goes on."""
    return cascade(classes, False)


def retinanet(classes: int) -> Table:
    """Return RetinaNet with two octaves."""
    head = {
        "type": "RetinaHead", "num_classes": classes, "in_channels": 32, "stacked_convs": 1, "feat_channels": 32,
        "anchor_generator": {
            "type": "AnchorGenerator", "octave_base_scale": 2, "scales_per_octave": 2, "ratios": [0.5, 1.0, 1.8],
            "strides": [4, 8, 16, 32, 64],
        },
        "bbox_coder": DELTAS | {"target_stds": [0.5, 0.5, 1.0, 1.0]},
        "loss_cls": {"type": "FocalLoss", "use_sigmoid": True, "gamma": 1.5, "alpha": 0.3, "loss_weight": 1.2},
        "loss_bbox": {"type": "L1Loss", "loss_weight": 0.8},
    }  # fmt: skip
    train = {"assigner": _assigner(0.45, 0.35, 0.1, True), "sampler": {"type": "PseudoSampler"}} | WEIGHTED
    return _whole("RetinaNet", train, _detected(), bbox_head=head)


def atss(classes: int) -> Table:
    """Return ATSS with a top-k of 5."""
    head = {
        "type": "ATSSHead", "num_classes": classes, "in_channels": 32, "stacked_convs": 1, "feat_channels": 32,
        "anchor_generator": {
            "type": "AnchorGenerator", "ratios": [1.0], "octave_base_scale": 6, "scales_per_octave": 1,
            "strides": [4, 8, 16, 32, 64],
        },
        "bbox_coder": DELTAS | {"target_stds": [0.1, 0.1, 0.2, 0.2]},
        "loss_cls": {"type": "FocalLoss", "use_sigmoid": True, "gamma": 2.0, "alpha": 0.25, "loss_weight": 1.0},
        "loss_bbox": {"type": "GIoULoss", "loss_weight": 1.5},
        "loss_centerness": {"type": "CrossEntropyLoss", "use_sigmoid": True, "loss_weight": 0.7},
    }  # fmt: skip
    train = {"assigner": {"type": "ATSSAssigner", "topk": 5}} | WEIGHTED
    return _whole("ATSS", train, _detected(), bbox_head=head)


def ssd(classes: int) -> Table:
    """Return SSD300 with sizes of its own."""
    head = {
        "type": "SSDHead", "in_channels": (512, 1024, 512, 256, 256, 256), "num_classes": classes,
        "anchor_generator": {
            "type": "SSDAnchorGenerator", "scale_major": False, "input_size": 300, "basesize_ratio_range": (0.15, 0.9),
            "strides": [8, 16, 32, 64, 100, 300], "ratios": [[2], [2, 3], [2, 3], [2, 3], [2], [2]],
        },
        "bbox_coder": DELTAS | {"target_stds": [0.1, 0.1, 0.2, 0.2]},
    }  # fmt: skip
    train = {
        "assigner": _assigner(0.45, 0.45, 0.0, True) | {"gt_max_assign_all": False},
        "sampler": {"type": "PseudoSampler"}, "smoothl1_beta": 0.8, "neg_pos_ratio": 2,
    } | WEIGHTED  # fmt: skip
    backbone = {
        "type": "SSDVGG", "depth": 16, "with_last_pool": False, "ceil_mode": True, "out_indices": (3, 4),
        "out_feature_indices": (22, 34),
    }  # fmt: skip
    neck = {
        "type": "SSDNeck", "in_channels": (512, 1024), "out_channels": (512, 1024, 512, 256, 256, 256),
        "level_strides": (2, 2, 1, 1), "level_paddings": (1, 1, 0, 0), "l2_norm_scale": 20,
    }  # fmt: skip
    made = _whole("SingleStageDetector", train, _detected(), bbox_head=head, backbone=backbone, neck=neck)
    made["data_preprocessor"] |= {"pad_size_divisor": 1}
    return made


def yolov3(classes: int) -> Table:
    """Return YOLOv3 with sides of its own."""
    sides = [[(96, 80), (130, 160), (300, 260)], [(30, 51), (52, 45), (59, 99)], [(8, 11), (14, 28), (31, 21)]]
    head = {
        "type": "YOLOV3Head", "num_classes": classes, "in_channels": [64, 48, 32], "out_channels": [64, 48, 32],
        "anchor_generator": {"type": "YOLOAnchorGenerator", "base_sizes": sides, "strides": [32, 16, 8]},
        "bbox_coder": {"type": "YOLOBBoxCoder"}, "featmap_strides": [32, 16, 8],
        "loss_cls": _entropy(1.0), "loss_conf": _entropy(0.9), "loss_xy": _entropy(2.0),
        "loss_wh": {"type": "MSELoss", "loss_weight": 1.7, "reduction": "sum"},
    }  # fmt: skip
    train = {"assigner": {"type": "GridAssigner", "pos_iou_thr": 0.45, "neg_iou_thr": 0.4, "min_pos_iou": 0}}
    test = {"nms_pre": 400, "min_bbox_size": 0, "score_thr": 0.05, "conf_thr": 0.005, "nms": _nms(0.4),
            "max_per_img": 80}  # fmt: skip
    parts = {
        "backbone": {"type": "Darknet", "depth": 53, "out_indices": (3, 4, 5), "norm_eval": True},
        "neck": {"type": "YOLOV3Neck", "num_scales": 3, "in_channels": [1024, 512, 256], "out_channels": [64, 48, 32]},
    }  # fmt: skip
    return _whole("YOLOV3", train, test, bbox_head=head, **parts)


def _entropy(weight: float) -> Table:
    return {"type": "CrossEntropyLoss", "use_sigmoid": True, "loss_weight": weight, "reduction": "sum"}


KINDS: dict[str, Callable[[int], Table]] = {
    "faster": faster,
    "weighted": weighted,
    "rpn": rpn,
    "cascade": cascade,
    "cascade_by_class": cascade_by_class,
    "retinanet": retinanet,
    "atss": atss,
    "ssd": ssd,
    "yolov3": yolov3,
}
