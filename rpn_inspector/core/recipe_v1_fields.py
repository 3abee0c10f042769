"""Format 1 of recipes, as release 0.1.0 wrote them: names, types, defaults and errors, frozen.

Nothing here may change: a text without a ``format`` key means what it meant then.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from rpn_inspector.core.spec import (
    ABOVE_ZERO,
    FINITE,
    FRACTION,
    NOT_NEGATIVE,
    POSITIVE,
    Bounds,
    RecipeProblem,
    Rules,
)

Precision = Literal["float32", "float64"]
Four = tuple[float, float, float, float]


def _is(default: Any, bounds: Bounds | None = None) -> Any:
    return field(default=default, metadata={"help": "", "bounds": bounds})


@dataclass(frozen=True, slots=True)
class Resize1:
    """``[resize]``."""

    rule: Literal["smaller_scale", "short_then_long", "rounded_long", "fit", "letterbox", "stretch"] = _is(
        "smaller_scale"
    )
    short: int = _is(800, POSITIVE)
    long: int = _is(1333, POSITIVE)
    size: tuple[int, int] = _is((800, 1333), POSITIVE)
    rounding: Literal["truncate", "half_up", "half_even"] = _is("truncate")
    pad_multiple: int = _is(32, POSITIVE)
    position: Literal["top_left", "centre"] = _is("top_left")
    box_scale: Literal["per_axis", "uniform"] = _is("per_axis")
    scale_dtype: Precision = _is("float32")
    box_dtype: Precision = _is("float32")
    clip_boxes: bool = _is(False)
    drop_empty: bool = _is(False)
    clip_back: bool = _is(False)


@dataclass(frozen=True, slots=True)
class Anchors1:
    """``[anchors]``."""

    names: tuple[str, ...] = _is(("P2", "P3", "P4", "P5", "P6"))
    strides: tuple[int, ...] = _is((4, 8, 16, 32, 64), POSITIVE)
    strides_x: tuple[int, ...] = _is((), POSITIVE)
    sizes: tuple[tuple[float, ...], ...] = _is(((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)), POSITIVE)
    base_sizes: tuple[float, ...] = _is((), POSITIVE)
    ratios: tuple[tuple[float, ...], ...] = _is(((0.5, 1.0, 2.0),), POSITIVE)
    shapes: tuple[tuple[tuple[float, float], ...], ...] = _is((), POSITIVE)
    base: Literal[
        "rounded_corners", "rounded_sides", "double", "float32", "rounded_legacy", "relative", "octaves", "explicit"
    ] = _is("rounded_corners")
    order: Literal["ratio_size", "size_ratio", "squares_first"] = _is("ratio_size")
    offset: float = _is(0.0, FINITE)
    centres: tuple[tuple[float, float], ...] = _is((), FINITE)
    clip: bool = _is(False)
    stride_rule: Literal["padded_over_feature", "exact", "given"] = _is("padded_over_feature")
    feature_rounding: Literal["ceil", "floor"] = _is("ceil")

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield lists that are not one per level, and lists without a number."""
        levels, explicit = len(self.strides), self.base == "explicit"
        if not levels:
            yield RecipeProblem(f"{place}.strides", "found none, wanted one per level")
        per_level = ("names", "shapes") if explicit else ("names", "sizes")
        optional = (name for name in ("strides_x", "base_sizes", "centres") if getattr(self, name))
        for name in (*per_level, *optional):
            if len(value := getattr(self, name)) != levels:
                text = f"found {len(value)}, wanted one per level, and {place}.strides has {levels}"
                yield RecipeProblem(f"{place}.{name}", text, (f"{place}.strides",))
        if len(self.ratios) not in (1, levels):
            text = f"found {len(self.ratios)} lists, wanted one, or one per level ({levels})"
            yield RecipeProblem(f"{place}.ratios", text)
        if self.base == "octaves" and len(self.shapes) != 1:
            text = f"found {len(self.shapes)} lists, wanted one list of (width, height) factors"
            yield RecipeProblem(f"{place}.shapes", text)
        if self.base in ("rounded_sides", "octaves", "rounded_legacy", "float32") and not self.base_sizes:
            yield RecipeProblem(f"{place}.base_sizes", f"found none, wanted one per level for {self.base}")
        if not explicit and any(not level for level in (*self.sizes, *self.ratios)):
            both = (f"{place}.sizes", f"{place}.ratios")
            yield RecipeProblem(", ".join(both), "found an empty list, wanted at least one number", both)
        if any(not level for level in self.shapes):
            yield RecipeProblem(f"{place}.shapes", "found an empty list, wanted at least one (width, height)")


@dataclass(frozen=True, slots=True)
class Matcher1:
    """``[matcher]``."""

    rule: Literal["overlap", "cell"] = _is("overlap")
    positive: float = _is(0.7, FRACTION)
    negative: float = _is(0.3, FRACTION)
    negative_from: float = _is(0.0, FRACTION)
    low_quality: bool = _is(True)
    low_quality_ties: Literal["all", "first"] = _is("all")
    low_quality_from: float = _is(0.0, FRACTION)
    low_quality_owner: Literal["overlap", "claim", "claim_first"] = _is("overlap")
    inclusive: bool = _is(False)
    outside: Literal["use", "ignore", "ignore_after"] = _is("use")
    border: int = _is(0)
    padding: Literal["use", "ignore"] = _is("use")
    no_truth: Literal["negative", "error"] = _is("negative")
    crowd: Literal["drop", "use", "ignore"] = _is("drop")
    difficult: Literal["drop", "use", "ignore"] = _is("use")
    ignore_overlap: float = _is(0.5, FRACTION)
    ignore_of: Literal["anchor", "region"] = _is("anchor")
    clobber_positives: bool = _is(False)

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield thresholds in the wrong order."""
        if self.negative > self.positive:
            text = f"found {self.negative}, wanted at most {place}.positive ({self.positive})"
            yield RecipeProblem(f"{place}.negative", text, (f"{place}.positive",))
        if self.negative_from > self.negative:
            yield RecipeProblem(f"{place}.negative_from", f"found {self.negative_from}, wanted at most {self.negative}")


@dataclass(frozen=True, slots=True)
class Sampler1:
    """``[sampler]``."""

    rule: Literal["random", "all", "hard_negatives"] = _is("random")
    batch: int = _is(256, POSITIVE)
    positive_fraction: float = _is(0.5, FRACTION)
    negatives_per_positive: int = _is(3, POSITIVE)


@dataclass(frozen=True, slots=True)
class Coder1:
    """``[coder]``."""

    rule: Literal["shift", "cell"] = _is("shift")
    coordinates: Literal["xywh", "yxhw"] = _is("xywh")
    weights: Four = _is((1.0, 1.0, 1.0, 1.0), POSITIVE)
    means: Four = _is((0.0, 0.0, 0.0, 0.0), FINITE)
    stds: Four = _is((1.0, 1.0, 1.0, 1.0), POSITIVE)
    max_log_scale: float = _is(math.log(1000.0 / 16))
    min_log_scale: float = _is(-math.inf)
    max_shift: float = _is(math.inf, ABOVE_ZERO)
    centre: Literal["from_corner", "between_corners"] = _is("from_corner")
    epsilon: float = _is(0.0, NOT_NEGATIVE)
    inclusive: bool = _is(False)
    encode_dtype: Precision = _is("float32")
    decode_dtype: Precision = _is("float32")

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield limits of the logarithm in the wrong order."""
        if not self.min_log_scale <= self.max_log_scale:
            text = f"found {self.min_log_scale}, wanted at most {self.max_log_scale}"
            yield RecipeProblem(f"{place}.min_log_scale", text)


@dataclass(frozen=True, slots=True)
class Loss1:
    """``[loss]``."""

    objectness: Literal["bce", "softmax", "focal", "cross_entropy", "yolo"] = _is("bce")
    focal_alpha: float = _is(0.25, FRACTION)
    focal_gamma: float = _is(2.0, NOT_NEGATIVE)
    label_smoothing: float = _is(0.0, FRACTION)
    box: Literal["smooth_l1", "huber", "yolo"] = _is("smooth_l1")
    beta: float = _is(1.0 / 9.0, NOT_NEGATIVE)
    normaliser: Literal[
        "sampled", "sampled_parts", "batch", "positives", "positives_plus_one", "moving_average", "none"
    ] = _is("sampled")
    average: float = _is(100.0, POSITIVE)
    objectness_weight: float = _is(1.0, NOT_NEGATIVE)
    box_weight: float = _is(1.0, NOT_NEGATIVE)
    side_weight: float = _is(1.0, NOT_NEGATIVE)
    class_weight: float = _is(1.0, NOT_NEGATIVE)
    positive_weight: float = _is(1.0, NOT_NEGATIVE)
    small_box_weight: bool = _is(False)
    skip_zero_targets: bool = _is(False)


@dataclass(frozen=True, slots=True)
class Proposals1:
    """``[proposals]``."""

    what: Literal["anchors", "pairs"] = _is("anchors")
    pre_nms: int = _is(1000, POSITIVE)
    post_nms: int = _is(1000, POSITIVE)
    top: Literal["per_level", "per_class", "overall"] = _is("per_level")
    top_by: Literal["logit", "score"] = _is("logit")
    nms_by: Literal["logit", "score"] = _is("score")
    nms: float = _is(0.7, FRACTION)
    nms_rule: Literal["greater", "greater_equal"] = _is("greater")
    nms_within: Literal["level", "class", "all"] = _is("level")
    min_size: float = _is(0.001, FINITE)
    min_size_rule: Literal["greater_equal", "greater"] = _is("greater_equal")
    min_size_frame: Literal["network", "original"] = _is("network")
    min_score: float = _is(0.0, FRACTION)
    min_score_first: bool = _is(False)
    min_confidence: float = _is(0.0, FRACTION)
    filter_first: bool = _is(False)
    clip: bool = _is(True)
    offset_boxes_below: int = _is(1000)


FIELDS_1: dict[str, Rules[Any]] = {
    "resize": Rules("", "", {"": Resize1}),
    "anchors": Rules("", "", {"": Anchors1}),
    "matcher": Rules("", "", {"": Matcher1}),
    "sampler": Rules("", "", {"": Sampler1}),
    "coder": Rules("", "", {"": Coder1}),
    "loss": Rules("", "", {"": Loss1}),
    "proposals": Rules("", "", {"": Proposals1}),
}
