"""One library's conventions, stage by stage: each field is one of them, with what it means beside it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Literal

MAX_LOG_SCALE = math.log(1000.0 / 16)
_FREE = ("smaller_scale", "short_then_long", "rounded_long")  # rules whose input follows the picture


def _field(default: Any, help_: str, **used: tuple[Any, ...]) -> Any:
    """Return a field; ``used`` names another field of the stage, and under which of its values this one counts."""
    return field(default=default, metadata={"help": help_, "used": used})


def counts_for(stage: type, name: str) -> dict[str, tuple[Any, ...]]:
    """Return the other fields a field of ``stage`` depends on, and under which of their values it counts at all."""
    found: dict[str, tuple[Any, ...]] = next(f.metadata["used"] for f in fields(stage) if f.name == name)
    return found


@dataclass(frozen=True, slots=True)
class ResizeSpec:
    """How a picture becomes the network's input."""

    rule: Literal["smaller_scale", "short_then_long", "rounded_long", "fit", "letterbox", "stretch"] = _field(
        "smaller_scale",
        "smaller_scale: the smaller of both scales; short_then_long: the short side exactly, then both by max / long; "
        "rounded_long: the long scale only where the rounded long side is over; fit: into `size`; "
        "letterbox: into `size` in whole numbers; stretch: to `size`",
    )
    short: int = _field(800, "wanted shorter side, px (the first three rules)", rule=_FREE)
    long: int = _field(1333, "most the longer side may have, px (the first three rules)", rule=_FREE)
    size: tuple[int, int] = _field(
        (800, 1333), "(h, w) px of fit, letterbox and stretch, and padded to it", rule=("fit", "letterbox", "stretch")
    )
    rounding: Literal["truncate", "half_up", "half_even"] = _field(
        "truncate", "side * scale to whole px", rule=(*_FREE, "fit")
    )
    pad_multiple: int = _field(
        32, "padded right and below to a multiple of this, 1: not (the first three rules)", rule=_FREE
    )
    position: Literal["top_left", "centre"] = _field("top_left", "where the picture stands in the padded input")
    box_scale: Literal["per_axis", "uniform"] = _field("per_axis", "new / old per axis, or the one scale for both")
    scale_dtype: Literal["float32", "float64"] = _field("float32", "precision in which the scale is computed")
    box_dtype: Literal["float32", "float64"] = _field("float32", "precision in which boxes are scaled")
    clip_boxes: bool = _field(False, "ground truths are clipped to the resized picture")
    drop_empty: bool = _field(False, "ground truths without any side left are dropped")
    clip_back: bool = _field(False, "boxes going back are clipped to the original picture")


@dataclass(frozen=True, slots=True)
class AnchorSpec:
    """The anchor grid, level by level."""

    names: tuple[str, ...] = _field(("P2", "P3", "P4", "P5", "P6"), "a name for each level")
    strides: tuple[int, ...] = _field((4, 8, 16, 32, 64), "nominal stride of each level, px")
    strides_x: tuple[int, ...] = _field((), "stride along x where it is not the one along y, px; empty: the same")
    sizes: tuple[tuple[float, ...], ...] = _field(
        ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)),
        "sizes of each level: the square root of the area in px, in multiples of base_sizes where those are given, or "
        "in fractions of the input for `relative`",
    )
    base_sizes: tuple[float, ...] = _field((), "side of each level's base box, px, which sizes multiply; empty: none")
    ratios: tuple[tuple[float, ...], ...] = _field(
        ((0.5, 1.0, 2.0),), "height over width, a list per level or one for all; width over height for `relative`"
    )
    shapes: tuple[tuple[tuple[float, float], ...], ...] = _field(
        (), "(width, height) px per level for `explicit`; factors of the size, one list for all, for `octaves`"
    )
    base: Literal[
        "rounded_corners", "rounded_sides", "double", "float32", "rounded_legacy", "relative", "octaves", "explicit"
    ] = _field(
        "rounded_corners",
        "rounded_corners: float32, corners rounded half to even (torchvision); rounded_sides: double, sides rounded "
        "before scaling (the article); double: no rounding (detectron2); float32: no rounding (MMDetection); "
        "rounded_legacy: sides less one pixel, corners rounded (MMDetection 1); relative: fractions of the input "
        "(SSD); octaves: double, factors in `shapes` (EfficientDet); explicit: `shapes` in px (YOLO)",
    )
    order: Literal["ratio_size", "size_ratio", "squares_first"] = _field(
        "ratio_size",
        "of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios",
    )
    offset: float = _field(0.0, "first centre, in strides, or for float32 and rounded_legacy in base boxes")
    centres: tuple[tuple[float, float], ...] = _field((), "first centre (x, y) px of each level, instead of offset")
    clip: bool = _field(False, "relative: width and height are cut to the input")
    stride_rule: Literal["padded_over_feature", "exact", "given"] = _field(
        "padded_over_feature", "floor(padded side / feature side) per axis, the exact quotient, or the nominal stride"
    )
    feature_rounding: Literal["ceil", "floor"] = _field("ceil", "feature side = side / nominal stride, rounded so")


@dataclass(frozen=True, slots=True)
class MatcherSpec:
    """Which anchors are positive, negative or ignored."""

    rule: Literal["overlap", "cell"] = _field(
        "overlap", "by IoU, or only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)"
    )
    positive: float = _field(0.7, "IoU from which an anchor is positive")
    negative: float = _field(0.3, "IoU below which an anchor is negative")
    negative_from: float = _field(0.0, "IoU from which it may be negative; below it is ignored")
    low_quality: bool = _field(True, "each ground truth's best anchor is positive too, whatever its IoU")
    low_quality_ties: Literal["all", "first"] = _field(
        "all", "every anchor that ties for the best, or the first", low_quality=(True,)
    )
    low_quality_from: float = _field(0.0, "only where that best IoU is at least this", low_quality=(True,))
    low_quality_owner: Literal["overlap", "claim", "claim_first"] = _field(
        "overlap",
        "such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to "
        "claim, or the first",
        low_quality=(True,),
    )
    inclusive: bool = _field(False, "widths are x2 - x1 + 1")
    outside: Literal["use", "ignore", "ignore_after"] = _field(
        "use", "anchors that leave the picture: matched; ignored beforehand; or matched and then ignored"
    )
    border: int = _field(0, "px an anchor may leave the picture before it counts as outside")
    padding: Literal["use", "ignore"] = _field("use", "cells beyond the picture's own padded size, in a batch")
    no_truth: Literal["negative", "error"] = _field("negative", "a picture without ground truth")
    crowd: Literal["drop", "use", "ignore"] = _field(
        "drop", "ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them"
    )
    difficult: Literal["drop", "use", "ignore"] = _field("use", "ground truths marked difficult, likewise")
    ignore_overlap: float = _field(0.5, "share of area in such a region above which an anchor is ignored")
    ignore_of: Literal["anchor", "region"] = _field("anchor", "the share is of the anchor's area, or of the region's")
    clobber_positives: bool = _field(False, "an IoU below `negative` wins over the low-quality rule")


@dataclass(frozen=True, slots=True)
class SamplerSpec:
    """Which anchors enter the loss."""

    rule: Literal["random", "all", "hard_negatives"] = _field(
        "random", "a random mini-batch, every anchor that is not ignored, or all positives and the costliest negatives"
    )
    batch: int = _field(256, "random: anchors per picture")
    positive_fraction: float = _field(
        0.5, "random: at most this share is positive; negatives fill the rest", rule=("random",)
    )
    negatives_per_positive: int = _field(3, "hard_negatives: so many for each positive", rule=("hard_negatives",))


@dataclass(frozen=True, slots=True)
class CoderSpec:
    """Between boxes and t: centre shift over the anchor's side, log of the side's ratio."""

    rule: Literal["shift", "cell"] = _field(
        "shift", "centre shift in anchor sides, or where in its cell the centre lies, behind a sigmoid (YOLO)"
    )
    coordinates: Literal["xywh", "yxhw"] = _field("xywh", "order of the four numbers in the network's output and in t")
    weights: tuple[float, float, float, float] = _field((1.0, 1.0, 1.0, 1.0), "factors of t, in that order")
    means: tuple[float, float, float, float] = _field((0.0, 0.0, 0.0, 0.0), "subtracted from t")
    stds: tuple[float, float, float, float] = _field((1.0, 1.0, 1.0, 1.0), "t is divided by them afterwards")
    max_log_scale: float = _field(MAX_LOG_SCALE, "log of the side's ratio is cut above this before exp; inf: never")
    min_log_scale: float = _field(-math.inf, "and below this; -inf: never")
    max_shift: float = _field(math.inf, "px the centre may move along an axis")
    centre: Literal["from_corner", "between_corners"] = _field("from_corner", "x1 + w / 2, or (x1 + x2) / 2")
    epsilon: float = _field(
        0.0, "added to sides before the logarithm; for `cell` how far t* stays from 0 and 1, 0: as it is"
    )
    inclusive: bool = _field(False, "widths are x2 - x1 + 1")
    encode_dtype: Literal["float32", "float64"] = _field("float32", "precision of t*; the result is float32")
    decode_dtype: Literal["float32", "float64"] = _field("float32", "precision of decoding; the result is float32")


@dataclass(frozen=True, slots=True)
class LossSpec:
    """Objectness or class loss and box loss with their normalisers."""

    objectness: Literal["bce", "softmax", "focal", "cross_entropy", "yolo"] = _field(
        "bce",
        "bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax "
        "over classes, background first; yolo: sigmoid of confidence and per class",
    )
    focal_alpha: float = _field(
        0.25, "focal: weight of the right class; the others have 1 - alpha", objectness=("focal",)
    )
    focal_gamma: float = _field(2.0, "focal: how much easy answers are damped", objectness=("focal",))
    label_smoothing: float = _field(0.0, "focal: targets are drawn so far towards one half", objectness=("focal",))
    box: Literal["smooth_l1", "huber", "yolo"] = _field(
        "smooth_l1", "smooth L1; Huber, which is beta times that; or squares and cross entropies of coordinates"
    )
    beta: float = _field(
        1.0 / 9.0,
        "knee of smooth L1; 0 is L1; sigma of the article's code is 1 / sqrt(beta)",
        box=("smooth_l1", "huber"),
    )
    normaliser: Literal[
        "sampled", "sampled_parts", "batch", "positives", "positives_plus_one", "moving_average", "none"
    ] = _field(
        "sampled",
        "sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal "
        "size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 "
        "positives; none: plain sums",
    )
    average: float = _field(100.0, "moving_average: its value before this picture", normaliser=("moving_average",))
    objectness_weight: float = _field(1.0, "factor of the objectness or class loss")
    box_weight: float = _field(1.0, "factor of the box loss (lambda)")
    side_weight: float = _field(1.0, "yolo: factor of t_w and t_h, beside box_weight", box=("yolo",))
    class_weight: float = _field(
        1.0, "yolo: factor of the class entropies, beside objectness_weight", objectness=("yolo",)
    )
    positive_weight: float = _field(1.0, "factor of the positives in the objectness loss")
    small_box_weight: bool = _field(False, "yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)")
    skip_zero_targets: bool = _field(False, "coordinates whose t* is exactly 0 are left out")


@dataclass(frozen=True, slots=True)
class ProposalSpec:
    """From decoded boxes to proposals or detections."""

    what: Literal["anchors", "pairs"] = _field("anchors", "a box per anchor, or one per anchor and class")
    pre_nms: int = _field(1000, "candidates that enter NMS: per level, per class, or overall")
    post_nms: int = _field(1000, "boxes kept in the end")
    top: Literal["per_level", "per_class", "overall"] = _field("per_level", "what pre_nms counts over")
    top_by: Literal["logit", "score"] = _field("logit", "what the first top-k compares")
    nms_by: Literal["logit", "score"] = _field("score", "what NMS and the final top-k compare")
    nms: float = _field(0.7, "IoU above which the lower score goes")
    nms_rule: Literal["greater", "greater_equal"] = _field("greater", "suppress when IoU > nms, or >= nms")
    nms_within: Literal["level", "class", "all"] = _field("level", "boxes of which group suppress each other")
    min_size: float = _field(1e-3, "smallest side, px")
    min_size_rule: Literal["greater_equal", "greater"] = _field("greater_equal", "keep sides >= or > min_size")
    min_size_frame: Literal["network", "original"] = _field("network", "px of which picture min_size counts")
    min_score: float = _field(0.0, "smallest score")
    min_score_first: bool = _field(False, "score > min_score comes before the first top-k; otherwise >=, after it")
    min_confidence: float = _field(0.0, "yolo: smallest confidence, before everything else")
    filter_first: bool = _field(False, "clip and size filter come before the top-k, not after")
    clip: bool = _field(True, "boxes are clipped to the picture")
    offset_boxes_below: int = _field(
        1000, "with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one"
    )


def contradictions(spec: object) -> list[str]:
    """Return what cannot be in one stage's values, each as ``stage.field: found ..., wanted ...``."""
    if isinstance(spec, ResizeSpec):
        return _positive("resize", spec, "short", "long", "size", "pad_multiple")
    if isinstance(spec, AnchorSpec):
        return _anchors(spec)
    if isinstance(spec, MatcherSpec):
        found = _fraction("matcher", spec, "positive", "negative", "negative_from", "low_quality_from")
        found += _fraction("matcher", spec, "ignore_overlap")
        if spec.negative > spec.positive:
            found.append(f"matcher.negative: found {spec.negative}, wanted at most matcher.positive ({spec.positive})")
        if spec.negative_from > spec.negative:
            found.append(f"matcher.negative_from: found {spec.negative_from}, wanted at most {spec.negative}")
        return found
    if isinstance(spec, SamplerSpec):
        wrong = _positive("sampler", spec, "batch", "negatives_per_positive")
        return wrong + _fraction("sampler", spec, "positive_fraction")
    if isinstance(spec, CoderSpec):
        wrong = _positive("coder", spec, "weights", "stds") + _finite("coder", spec, "means")
        wrong += _checked("coder", spec, ("max_shift",), lambda number: number > 0, "more than 0")
        if not spec.min_log_scale <= spec.max_log_scale:
            wrong.append(f"coder.min_log_scale: found {spec.min_log_scale}, wanted at most {spec.max_log_scale}")
        return wrong + _not_negative("coder", spec, "epsilon")
    if isinstance(spec, LossSpec):
        weights = ("objectness_weight", "box_weight", "side_weight", "class_weight", "positive_weight")
        wrong = _not_negative("loss", spec, "beta", "focal_gamma", *weights)
        wrong += _positive("loss", spec, "average")
        return wrong + _fraction("loss", spec, "focal_alpha", "label_smoothing")
    assert isinstance(spec, ProposalSpec)
    wrong = _positive("proposals", spec, "pre_nms", "post_nms") + _finite("proposals", spec, "min_size")
    return wrong + _fraction("proposals", spec, "nms", "min_score", "min_confidence")


def _anchors(spec: AnchorSpec) -> list[str]:
    levels = len(spec.strides)
    found = _positive("anchors", spec, "strides", "strides_x", "sizes", "base_sizes", "ratios", "shapes")
    found += _finite("anchors", spec, "offset", "centres")
    if not levels:
        found.append("anchors.strides: found none, wanted one per level")
    per_level: dict[str, tuple[Any, ...]] = {"names": spec.names, "sizes": spec.sizes}
    if spec.base == "explicit":
        per_level = {"names": spec.names, "shapes": spec.shapes}
    optional: dict[str, tuple[Any, ...]] = {
        "strides_x": spec.strides_x,
        "base_sizes": spec.base_sizes,
        "centres": spec.centres,
    }
    per_level |= {name: value for name, value in optional.items() if value}
    found += [
        f"anchors.{name}: found {len(value)}, wanted one per level, and anchors.strides has {levels}"
        for name, value in per_level.items()
        if len(value) != levels
    ]
    if len(spec.ratios) not in (1, levels):
        found.append(f"anchors.ratios: found {len(spec.ratios)} lists, wanted one, or one per level ({levels})")
    if spec.base == "octaves" and len(spec.shapes) != 1:
        found.append(f"anchors.shapes: found {len(spec.shapes)} lists, wanted one list of (width, height) factors")
    if spec.base in ("rounded_sides", "octaves", "rounded_legacy", "float32") and not spec.base_sizes:
        found.append(f"anchors.base_sizes: found none, wanted one per level for {spec.base}")
    if spec.base != "explicit" and any(not level for level in (*spec.sizes, *spec.ratios)):
        found.append("anchors.sizes, anchors.ratios: found an empty list, wanted at least one number")
    if any(not level for level in spec.shapes):
        found.append("anchors.shapes: found an empty list, wanted at least one (width, height)")
    return found


def _numbers(value: Any) -> list[float]:
    if isinstance(value, tuple):
        return [number for item in value for number in _numbers(item)]
    return [value]


def _listed(value: Any) -> str:
    """Return a field's value as it is written in TOML."""
    return f"[{', '.join(map(_listed, value))}]" if isinstance(value, tuple) else str(value)


def _positive(stage: str, spec: object, *names: str) -> list[str]:
    return _checked(stage, spec, names, lambda number: 0 < number < math.inf, "more than 0 and finite")


def _not_negative(stage: str, spec: object, *names: str) -> list[str]:
    return _checked(stage, spec, names, lambda number: 0 <= number < math.inf, "0 or more and finite")


def _finite(stage: str, spec: object, *names: str) -> list[str]:
    return _checked(stage, spec, names, math.isfinite, "a finite number")


def _fraction(stage: str, spec: object, *names: str) -> list[str]:
    return _checked(stage, spec, names, lambda number: 0 <= number <= 1, "0 to 1")


def _checked(stage: str, spec: object, names: tuple[str, ...], fine: Callable[[float], bool], wanted: str) -> list[str]:
    values = {name: getattr(spec, name) for name in names}
    return [
        f"{stage}.{name}: found {_listed(value)}, wanted {wanted}"
        for name, value in values.items()
        if not all(map(fine, _numbers(value)))
    ]
