"""What MMDetection's heads share: anchor generators, box coders and assigners."""

from __future__ import annotations

import math

from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import (
    Config,
    Given,
    Misfit,
    flag,
    items,
    lists,
    number,
    numbers,
    positives,
    whole,
    word,
)
from rpn_inspector.translate.level_names import level_names

FIRST_SIZES = {(300, 0.15): (7, 15), (300, 0.2): (10, 20), (512, 0.1): (4, 10), (512, 0.15): (7, 15)}  # per cent
ASSIGNERS = {"MaxIoUAssigner": "overlap", "ATSSAssigner": "adaptive", "GridAssigner": "cells"}
CODERS = ("DeltaXYWHBBoxCoder", "LegacyDeltaXYWHBBoxCoder")


def anchors(draft: Draft, generator: Config) -> None:
    """Translate an anchor generator. Raises `Misfit` for one of another class."""
    kind = generator.get("type", "AnchorGenerator")
    strides = generator.get("strides", None)
    across, down = zip(*(_pair(each) for each in items(strides)), strict=True) if items(strides) else ((), ())
    draft.put("anchors.names", level_names(down), strides)
    draft.put("anchors.strides", list(down), strides)
    draft.put("anchors.strides_x", [] if across == down else list(across), strides)
    makers = {
        "AnchorGenerator": _scaled, "LegacyAnchorGenerator": _scaled,
        "SSDAnchorGenerator": _ssd, "LegacySSDAnchorGenerator": _ssd,
    }  # fmt: skip
    if word(kind) == "YOLOAnchorGenerator":
        shapes = generator.get("base_sizes", None)
        draft.put("anchors.shapes", [lists(level) for level in items(shapes)], shapes)
    elif kind.value in makers:
        draft.put("anchors.rule", "rounded_legacy" if kind.value.startswith("Legacy") else "float32", kind)
        makers[kind.value](draft, generator, strides, [min(pair) for pair in zip(across, down, strict=True)])
    else:
        raise Misfit(kind, f"{', '.join(makers)} or YOLOAnchorGenerator")


def _pair(stride: Given) -> tuple[int, int]:
    """Return a stride (x, y)."""
    if isinstance(stride.value, list):
        sides = [whole(side) for side in items(stride)]
        if len(sides) != 2:
            raise Misfit(stride, "one stride or two")
        return sides[0], sides[1]
    return whole(stride), whole(stride)


def _scaled(draft: Draft, generator: Config, strides: Given, least: list[int]) -> None:
    bases = generator.find("base_sizes")
    bases = strides if bases is None or bases.value is None else bases
    sides = [float(side) for side in least] if bases is strides else numbers(bases, len(least))
    draft.put("anchors.base_sizes", sides, bases)
    scales = generator.find("scales")
    if scales is None or scales.value is None:
        base, count = generator.get("octave_base_scale", None), generator.get("scales_per_octave", None)
        if not 1 <= whole(count) <= 1000:
            raise Misfit(count, "1 to 1000")
        made = [2 ** (i / whole(count)) * number(base) for i in range(whole(count))]
        draft.put("anchors.sizes", [made] * len(sides), base, count)
    else:
        draft.put("anchors.sizes", [numbers(scales)] * len(sides), scales)
    ratios, major = generator.get("ratios", None), generator.get("scale_major", True)
    draft.put("anchors.ratios", [numbers(ratios)], ratios)
    draft.put("anchors.order", "ratio_size" if flag(major) else "size_ratio", major)
    draft.take("anchors.offset", generator.get("center_offset", 0.0))
    centres = generator.find("centers")
    if centres is not None and centres.value is not None:
        draft.put("anchors.centres", lists(centres), centres)


def _ssd(draft: Draft, generator: Config, strides: Given, least: list[int]) -> None:
    """Translate ``SSDAnchorGenerator``: whole sizes, given, or from a range of per cents of the input."""
    low, high = generator.find("min_sizes"), generator.find("max_sizes")
    if low is None or high is None:
        size, span = generator.get("input_size", 300), generator.get("basesize_ratio_range", (0.15, 0.9))
        bounds, given = _ssd_bounds(whole(size), numbers(span, 2), len(least), span), (size, span)
    else:
        bounds, given = list(zip(positives(low, len(least)), positives(high, len(least)), strict=True)), (low, high)
    ratios, major = generator.get("ratios", None), generator.get("scale_major", True)
    if major.value is True:
        raise Misfit(major, "False: an SSD generator orders squares first, then ratios")
    draft.put("anchors.base_sizes", [float(small) for small, _ in bounds], *given)
    draft.put("anchors.sizes", [[1.0, math.sqrt(large / small)] for small, large in bounds], *given)
    pairs = [[1.0, *(part for r in positives(level) for part in (1 / r, r))] for level in items(ratios)]
    draft.put("anchors.ratios", pairs, ratios)
    draft.put("anchors.order", "squares_first", major)
    less = int(draft.fields["anchors.rule"].value == "rounded_legacy")
    draft.put("anchors.centres", [[(x - less) / 2.0, (y - less) / 2.0] for x, y in map(_pair, items(strides))], strides)


def _ssd_bounds(size: int, span: list[float], levels: int, given: Given) -> list[tuple[float, float]]:
    if (size, span[0]) not in FIRST_SIZES or levels < 3 or not span[0] <= span[1] <= 10:
        raise Misfit(given, "a range that begins with 0.15 or 0.2 at 300 px, with 0.1 or 0.15 at 512 px")
    first, last = (int(bound * 100) for bound in span)
    step = int(math.floor(last - first) / (levels - 2))
    cents = [FIRST_SIZES[size, span[0]], *((cent, cent + step) for cent in range(first, last + 1, max(step, 1)))]
    if len(cents) != levels:
        raise Misfit(given, f"one size a level: {levels}")
    return [(int(size * small / 100), int(size * large / 100)) for small, large in cents]


def coder(draft: Draft, table: Config) -> None:
    """Translate a box coder. Raises `Misfit` for one of another class."""
    kind = table.get("type", "DeltaXYWHBBoxCoder")
    if kind.value not in CODERS:
        raise Misfit(kind, " or ".join(CODERS))
    draft.take("coder.means", table.get("target_means", (0.0, 0.0, 0.0, 0.0)))
    draft.take("coder.stds", table.get("target_stds", (1.0, 1.0, 1.0, 1.0)))
    draft.put("coder.inclusive", kind.value == CODERS[1], kind)
    limited = table.get("add_ctr_clamp", False)
    if flag(limited):
        draft.take("coder.max_shift", table.get("ctr_clamp", 32))
        draft.put("coder.min_log_scale", -math.inf, limited)


def assigner(draft: Draft, table: Config, kind: Given) -> None:
    """Translate an assigner by IoU, ATSS's, or YOLOv3's by cells. Raises `Misfit` for one of another class."""
    if word(kind) not in ASSIGNERS:
        raise Misfit(kind, ", ".join(ASSIGNERS))
    draft.put("matcher.rule", ASSIGNERS[kind.value], kind)
    if kind.value == "ATSSAssigner":
        _adaptive(draft, table)
        return
    draft.take("matcher.positive", table.get("pos_iou_thr", None))
    below = table.get("neg_iou_thr", None)
    bounds = numbers(below, 2) if isinstance(below.value, list) else [0.0, number(below)]
    draft.put("matcher.negative_from", bounds[0], below)
    draft.put("matcher.negative", bounds[1], below)
    every, least = table.get("gt_max_assign_all", True), table.get("min_pos_iou", 0.0)
    wanted = table.get("match_low_quality", True)
    if flag(wanted):
        draft.put("matcher.low_quality.rule", "all" if flag(every) else "first", wanted, every)
        draft.take("matcher.low_quality.least", least)
        if kind.value == "MaxIoUAssigner":
            draft.put("matcher.low_quality.owner", "claim", kind)
    else:
        draft.put("matcher.low_quality.rule", "off", wanted)
    _regions(draft, table, table.get("ignore_wrt_candidates", True))


def _adaptive(draft: Draft, table: Config) -> None:
    draft.take("matcher.topk", table.get("topk", 9))
    _regions(draft, table, table.default("ignore_wrt_candidates", True))
    alpha = table.find("alpha")
    if alpha is not None and alpha.value is not None:
        draft.leave(alpha, "no place for it: the cost of predictions is not in the assignment here")


def _regions(draft: Draft, table: Config, of: Given) -> None:
    share = table.get("ignore_iof_thr", -1)
    if number(share) > 0:
        if not draft.stage:
            draft.put("ground_truth.crowd", "ignore", share)
        draft.take("matcher.regions.overlap", share)
        draft.put("matcher.regions.of", "anchor" if flag(of) else "region", of)
