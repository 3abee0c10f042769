"""The two stages with a single table each, not yet parted into rules: the loss and the proposals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rpn_inspector.core.limits import COUNT, COUNT_OR_NONE, EXPONENT, FACTOR, SMALLEST_SIDE, WEIGHT
from rpn_inspector.core.spec import FRACTION, Live, RecipeProblem, Rules, number, option
from rpn_inspector.core.text import Text

ONE_LOGIT = ("bce", "softmax")
"""The losses of one score an anchor, whatever class."""
WITH_IOU = ("iou", "giou", "diou", "ciou")  # 1 - the loss is an IoU or less


@dataclass(frozen=True, slots=True)
class LossSpec:
    """Objectness or class loss and box loss with their normalisers."""

    objectness: Literal["bce", "softmax", "focal", "cross_entropy", "yolo", "bce_per_class", "quality_focal"] = option(
        "bce",
        "bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax "
        "over classes, background first; yolo: sigmoid of confidence and per class; bce_per_class: sigmoid per class "
        "against soft targets; quality_focal: the same, by the error to the power of focal_gamma",
    )
    focal_alpha: float = number(
        0.25, "focal: weight of the right class; the others have 1 - alpha", FRACTION, objectness=("focal",)
    )
    focal_gamma: float = number(
        2.0, "focal: how much easy answers are damped", EXPONENT, objectness=("focal", "quality_focal")
    )
    label_smoothing: float = number(
        0.0, "focal: targets are drawn so far towards one half", FRACTION, objectness=("focal",)
    )
    box: Literal[
        "smooth_l1", "huber", "yolo", "balanced_l1", "iou", "giou", "diou", "ciou", "eiou", "siou", "bounded_iou"
    ] = option(
        "smooth_l1",
        "smooth L1; Huber, which is beta times that; squares and cross entropies of coordinates; balanced L1; or, of "
        "decoded boxes, IoU and its kin",
    )
    beta: float = number(
        1.0 / 9.0,
        "knee of smooth L1, also of EIoU's, bounded IoU's and balanced L1's; 0 is L1; sigma of the article's code is "
        "1 / sqrt(beta)",
        WEIGHT,
        Live(Text("β"), "β", Text("beta, the knee of smooth L1"), most=99),
        box=("smooth_l1", "huber", "balanced_l1", "eiou", "bounded_iou"),
    )
    balanced_alpha: float = number(0.5, "balanced L1: weight of easy coordinates", FACTOR, box=("balanced_l1",))
    balanced_gamma: float = number(1.5, "balanced L1: slope of hard coordinates", FACTOR, box=("balanced_l1",))
    iou_mode: Literal["log", "linear", "square"] = option("log", "iou: -ln IoU, 1 - IoU or 1 - IoU^2", box=("iou",))
    iou_form: Literal["mmdetection", "torchvision"] = option(
        "mmdetection",
        "where epsilon enters, and when CIoU's aspect counts: as MMDetection, or torchvision and detectron2",
        box=("giou", "ciou"),
    )
    epsilon: float = number(
        1e-6,
        "IoU and its kin: keeps quotients finite",
        FRACTION,
        box=("iou", "giou", "diou", "ciou", "eiou", "siou", "bounded_iou"),
    )
    normaliser: Literal[
        "sampled",
        "sampled_parts",
        "batch",
        "positives",
        "positives_plus_one",
        "moving_average",
        "none",
        "sampled_and_positives",
        "level_mean",
        "targets",
    ] = option(
        "sampled",
        "sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal "
        "size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 "
        "positives; none: plain sums; sampled_and_positives: number sampled, for the box four times the positives; "
        "level_mean: by level the means of each pair's box and class and of each anchor's objectness, whose target is "
        "the last pair's IoU (YOLOv5); targets: the sum of the soft targets, at least 1",
    )
    average: float = number(
        100.0, "moving_average: its value before this picture", FACTOR, normaliser=("moving_average",)
    )
    objectness_weight: float = number(1.0, "factor of the objectness or class loss", WEIGHT)
    box_weight: float = number(1.0, "factor of the box loss (lambda)", WEIGHT)
    side_weight: float = number(1.0, "yolo: factor of t_w and t_h, beside box_weight", WEIGHT, box=("yolo",))
    class_weight: float = number(
        1.0, "yolo: factor of the class entropies, beside objectness_weight", WEIGHT, objectness=("yolo",)
    )
    positive_weight: float = number(1.0, "factor of the positives in the objectness loss", WEIGHT)
    class_factors: tuple[float, ...] = number(
        (),
        "factor of each class, of cross_entropy the background's first; none: 1 each",
        WEIGHT,
        objectness=("cross_entropy", "bce_per_class"),
    )
    level_weights: tuple[float, ...] = number(
        (4.0, 1.0, 0.4),
        "level_mean: factors of objectness by level; further levels have the last",
        WEIGHT,
        normaliser=("level_mean",),
    )
    class_positive_weight: float = number(
        1.0, "level_mean: factor of the right class in its entropy", WEIGHT, normaliser=("level_mean",)
    )
    class_smoothing: float = number(
        0.0, "level_mean: class targets are drawn so far towards one half", FRACTION, normaliser=("level_mean",)
    )
    pair_gamma: float = number(
        0.0, "level_mean: how much easy answers are damped; 0: not at all", EXPONENT, normaliser=("level_mean",)
    )
    box_rows: Literal["alike", "centreness", "target"] = option(
        "alike",
        "positives count alike in the box loss; by the centreness of the anchor in its ground truth, whose sum, at "
        "least 1, then divides the loss; or by the soft target of the class",
    )
    class_target: Literal["one_hot", "target"] = option(
        "one_hot", "yolo: what a positive's right class is trained towards: 1, or its soft target", objectness=("yolo",)
    )
    distances: Literal["none", "bins", "input", "raw"] = option(
        "none",
        "a further loss of t: bins: of the two whole distances beside t* (distribution focal loss); input: mean L1 of "
        "distances over the input's sides; raw: L1 of t; the first two by soft target and divided as the box loss",
    )
    distance_weight: float = number(1.5, "factor of that loss", WEIGHT, distances=("bins", "input", "raw"))
    centreness_weight: float = number(
        0.0, "factor of the cross entropy of an output `centreness`; 0: the network has no such output", WEIGHT
    )
    landmark_weight: float = number(
        0.0,
        "factor of the smooth L1 of an output `landmarks`, coded as centres are and divided by the positives whose "
        "face has some; 0: the network has no such output",
        WEIGHT,
    )
    small_box_weight: bool = option(False, "yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)")
    skip_zero_targets: bool = option(False, "coordinates whose t* is exactly 0 are left out")

    def called(self, name: str) -> str:
        """Return what users read for the loss ``name``; `objectness` names that of whatever scores there are."""
        if name != "objectness" or self.objectness in ONE_LOGIT or self.normaliser == "level_mean":
            return name
        return "objectness + class" if self.objectness == "yolo" else "class"

    @property
    def one_hot(self) -> bool:
        """Return whether a positive's right class is trained towards 1, whatever soft target it has."""
        return self.objectness == "yolo" and self.class_target == "one_hot"

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield what means by level need: a confidence, boxes compared whole, a weight."""
        if self.normaliser != "level_mean":
            return
        if self.objectness != "yolo":
            yield RecipeProblem(f"{place}.objectness", f"found {self.objectness!r}, wanted 'yolo' with level_mean")
        if self.box not in WITH_IOU or (self.box == "iou" and self.iou_mode != "linear"):
            text = f"found {self.box!r}, wanted one of {', '.join(WITH_IOU)} with level_mean, iou linear"
            yield RecipeProblem(f"{place}.box", text)
        if not self.level_weights:
            yield RecipeProblem(f"{place}.level_weights", "found none, wanted at least one")


@dataclass(frozen=True, slots=True)
class ProposalSpec:
    """From decoded boxes to proposals or detections."""

    what: Literal["anchors", "pairs"] = option("anchors", "a box per anchor, or one per anchor and class")
    pre_nms: int = number(1000, "candidates that enter NMS: per level, per class, or overall", COUNT)
    post_nms: int = number(1000, "boxes kept in the end", COUNT)
    top: Literal["per_level", "per_class", "overall", "points"] = option(
        "per_level",
        "what pre_nms counts over; points: so many points by their best class, then so many of their pairs",
    )
    top_by: Literal["logit", "score"] = option("logit", "what the first top-k compares")
    nms_by: Literal["logit", "score"] = option("score", "what NMS and the final top-k compare")
    nms: float = number(0.7, "IoU above which the lower score goes", FRACTION)
    nms_rule: Literal["greater", "greater_equal"] = option("greater", "suppress when IoU > nms, or >= nms")
    nms_dtype: Literal["float64", "float32"] = option(
        "float64", "precision of the threshold that a float32 IoU is compared with"
    )
    nms_inclusive: bool = option(False, "NMS counts widths as x2 - x1 + 1, whatever the coder does")
    nms_within: Literal["level", "class", "all"] = option("level", "boxes of which group suppress each other")
    min_size: float = number(1e-3, "smallest side, px; -1: no filter", SMALLEST_SIDE)
    min_size_rule: Literal["greater_equal", "greater"] = option("greater_equal", "keep sides >= or > min_size")
    min_size_frame: Literal["network", "original"] = option("network", "px of which picture min_size counts")
    min_score: float = number(0.0, "smallest score", FRACTION)
    min_score_first: bool = option(False, "score > min_score comes before the first top-k; otherwise >=, after it")
    min_confidence: float = number(0.0, "yolo: smallest confidence, before everything else", FRACTION)
    score_of: Literal["class", "product", "product_of_several"] = option(
        "class",
        "yolo: what min_score and the first top-k compare: the class's probability, or its product with the "
        "confidence, which then has to be above min_confidence too; the last: of one class the confidence alone",
    )
    classes: Literal["each", "best"] = option("each", "each class of an anchor, or the best one alone")
    filter_first: bool = option(False, "clip and size filter come before the top-k, not after")
    clip: bool = option(True, "boxes are clipped to the picture")
    decode_in: Literal["pixels", "fractions"] = option(
        "pixels",
        "boxes are decoded, clipped and compared by NMS in px; or as fractions of the padded input's sides less one "
        "px, far edges one px earlier, and clipped to all of it (Matterport)",
    )
    offset_boxes_below: int = number(
        1000,
        "with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one",
        COUNT_OR_NONE,
    )
    nms_offset: float = number(
        0.0, "px by which one group is shifted from the next; 0: as far as the largest coordinate, and one", WEIGHT
    )


LOSS: Rules[LossSpec] = Rules("Objectness or class loss and box loss with their normalisers.", "", {"": LossSpec})
PROPOSALS: Rules[ProposalSpec] = Rules("From decoded boxes to proposals or detections.", "", {"": ProposalSpec})
