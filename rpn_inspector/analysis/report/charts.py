"""The charts of the report as SVG inside the page, drawn by leather; colours are the page's, light or dark.

leather: MIT, pure Python without dependencies, texts escaped by ElementTree, and no script, time or random id in what
it writes. pygal writes a script, the date and links into each chart and needs four packages; ziaplot reads texts as
LaTeX once ziamath is there, so that a level called "&" ends the program.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost_tables import found_by_side
from rpn_inspector.analysis.audit.tables import (
    IOU_BINS,
    LOOSE,
    best_iou_histogram,
    by_side,
    loosely_reached,
    positives_per_image,
    reached,
    threshold,
)
from rpn_inspector.analysis.audit.targets import REACH, WIDTH
from rpn_inspector.analysis.report.headlines import per_image_words
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.plain_text import for_xml, one_line

BARS, SERIES, ANCHOR, FOUND = "var(--bars)", "var(--series)", "var(--positive)", "var(--strong)"
NEAR = "var(--second)"  # of a thin line
SIZE, SMALL_SIZE = (380, 250), (270, 200)
TOP = 16  # px of a legend that is not drawn
MOST_SIDES = 40  # anchors' sides drawn in
TARGET_BINS = 40
TAIL = 0.005  # of the targets beyond each end of their chart
_LONG = re.compile(r"-?\d+\.\d{3,}(?:[eE][+-]?\d+)?")
Leather = Any
"""leather's module, chart or element, which has no types."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: title, SVG, and what is to be seen, in words."""

    title: str
    svg: str
    caption: str


def library() -> Leather:
    """Return leather. Raises `MissingExtra` where it is not installed."""
    try:
        import leather
    except ImportError as error:
        raise MissingExtra("leather, which draws the report's charts,", "report", error) from error
    return leather


def charts_of(audit: Audit, sides: Sequence[Sequence[float]]) -> list[Figure]:
    """Return recall over the side, the best IoUs, and the positives by level; ``sides`` of the anchors by level.

    Those that the rule knows nothing of without outputs are left out.
    """
    found = [_by_level(audit)] if audit.decided else []
    if not audit.decided and reached(audit, by_side(audit)) is not None and audit.used.any():
        found = [_recall(audit, sides)]
    if threshold(audit) is not None and audit.used.any():
        found[:0] = [_recall(audit, sides), _best_iou(audit)]
    return found


def _recall(audit: Audit, sides: Sequence[Sequence[float]]) -> Figure:
    groups = by_side(audit)
    at = [math.log2(float(name)) for name in groups.name]
    step = at[1] - at[0]
    filled = np.flatnonzero(groups.boxes > 0).tolist()
    known = sorted({math.log2(side) for level in sides for side in level if side >= 1})[:MOST_SIDES]
    low = math.floor(min([at[filled[0]], *known]))
    high = math.ceil(max([at[filled[-1]] + step, *known]))
    tallest = int(groups.boxes.max())
    chart = library().Chart()
    chart.add_x_scale(low, max(high, low + 1))
    chart.add_y_scale(0, 1)
    chart.add_x_axis(ticks=list(range(low, max(high, low + 1) + 1)), tick_formatter=lambda value, *_: f"{2**value:g}")
    chart.add_y_axis(ticks=[0, 0.25, 0.5, 0.75, 1], tick_formatter=lambda value, *_: f"{float(value):g}")
    _add(chart, [(at[place], float(groups.boxes[place] / tallest)) for place in filled], _Bars(step, BARS))
    _add(chart, [(side, 1.0) for side in known], _Rules(ANCHOR))
    loose = loosely_reached(audit)
    if loose is not None:
        near = [(at[place] + step / 2, float(loose[place])) for place in filled]
        chart.add_line(near, stroke_color=NEAR, width=1.5)
    share = reached(audit, groups)
    assert share is not None
    points = [(at[place] + step / 2, float(share[place])) for place in filled]
    chart.add_line(points, stroke_color=SERIES, width=2)
    chart.add_dots(points, fill_color=SERIES, radius=2.5)
    found = found_by_side(audit)
    if found is not None:
        shares = [(at[place] + step / 2, float(found[place])) for place in np.flatnonzero(~np.isnan(found)).tolist()]
        chart.add_line(shares, stroke_color=FOUND, width=2)
    least, low_words = threshold(audit), f"{2**low:g} to {2**high:g}"
    words = "Share of the ground truths with as many candidates as the rule may take, over √area in network px."
    if least is not None:
        words = f"Share of the ground truths whose best IoU is {least:g} or more, over √area in network px."
    listed = ", ".join(f"{2**side:.4g}" for side in known)
    words += f" Thin: {LOOSE:.2f} or more." if loose is not None else ""
    if found is not None and audit.predicted is not None:
        words += f" Black, or white: the share found, of the {audit.predicted.judged.sum():,} judged by the outputs."
    words += f" Grey: how many there are, at most {tallest:,} in a quarter of an octave."
    lines = "the strides" if audit.recipe.anchors.of_points else "the anchors' sides"
    words += f" Green: {lines}." if known else ""
    title = "Recall by size" if least is not None else "Enough candidates by size"
    alt = f"{title.replace(' by size', '')} over the side from {low_words} network px"
    alt += f"; {lines} are {listed} px." if known else "."
    return Figure(title, _svg(chart, alt, SIZE), words)


def _best_iou(audit: Audit) -> Figure:
    counts = best_iou_histogram(audit).tolist()
    least = threshold(audit)
    assert least is not None
    chart = library().Chart()
    chart.add_x_scale(0, 1)
    chart.add_x_axis(ticks=[0, 0.2, 0.4, 0.6, 0.8, 1], tick_formatter=lambda value, *_: f"{float(value):g}")
    _count_axis(chart, max(counts))
    _add(chart, [(place / IOU_BINS, float(count)) for place, count in enumerate(counts)], _Bars(1 / IOU_BINS, BARS))
    _add(chart, [(least, 1.0)], _Rules(ANCHOR))
    alt = f"Histogram of the best IoU of {sum(counts):,} ground truths in steps of {1 / IOU_BINS:g}; "
    alt += f"{counts[0]:,} in the first, {counts[-1]:,} in the last."
    words = f"Ground truths by the best IoU with any anchor. Green: {least:g}, from which an anchor is positive."
    return Figure("Best IoU", _svg(chart, alt, SIZE), words)


def _by_level(audit: Audit) -> Figure:
    names = [for_xml(one_line(str(name), 12)) for name in audit.recipe.anchors.names]
    counts = audit.by_level.sum(0).tolist()
    chart = library().Chart()
    # by number: two levels may have one name
    chart.add_x_axis(tick_formatter=lambda _, at, *__: names[at])
    _count_axis(chart, max(counts, default=0))
    chart.add_columns([(str(place), float(count)) for place, count in enumerate(counts)], fill_color=ANCHOR)
    alt = "Positive anchors by level: " + ", ".join(f"{name} {n:,}" for name, n in zip(names, counts, strict=True))
    each = positives_per_image(audit)
    words = f"{sum(counts):,} over all pictures."
    words += "" if each is None else f" An image has {per_image_words(asdict(each))}."
    return Figure("Positive anchors by level", _svg(chart, alt, SIZE), words)


def target_charts(audit: Audit) -> list[Figure]:
    """Return a histogram of each coordinate's targets t*, none without positive anchors."""
    targets, names = audit.targets, audit.recipe.coder.coordinate_names
    if not targets.count:
        return []
    return [
        _target(name, targets.histogram[place], float(targets.mean[place]), float(targets.std[place]), targets.count)
        for place, name in enumerate(names)
    ]


def _target(name: str, histogram: Any, mean: float, std: float, count: int) -> Figure:
    ends = histogram.cumsum() / max(1, int(histogram.sum()))
    inside = np.flatnonzero((ends >= TAIL) & (ends <= 1 - TAIL))
    low, high = (int(inside[0]), int(inside[-1]) + 1) if len(inside) else (0, len(histogram))
    reach = min(REACH, max(abs(low * WIDTH - REACH), abs(high * WIDTH - REACH), 5 * WIDTH))
    each = max(1, math.ceil(2 * reach / WIDTH / TARGET_BINS))  # bins in a bar
    bars = math.ceil(reach / WIDTH / each)  # on each side of 0
    middle = len(histogram) // 2
    starts = [middle + place * each for place in range(-bars, bars)]
    counts = [int(histogram[max(0, start) : max(0, start + each)].sum()) for start in starts]
    end = bars * each * WIDTH
    chart = library().Chart()
    chart.add_x_scale(-end, end)
    chart.add_x_axis(ticks=[-end, 0, end], tick_formatter=lambda value, *_: f"{float(value):+.2f}".replace("-", "−"))
    _count_axis(chart, max(counts))
    points = [((at - middle) * WIDTH, float(n)) for at, n in zip(starts, counts, strict=True)]
    _add(chart, points, _Bars(each * WIDTH, BARS))
    if abs(mean) < end:
        _add(chart, [(mean, 1.0)], _Rules(SERIES))
    words = f"mean {mean:+.4f}, deviation {std:.4f}".replace("-", "−")
    alt = f"Histogram of the target {name} of {count:,} positive anchors: {words}."
    return Figure(f"t* {name}", _svg(chart, alt, SMALL_SIZE), f"{words}; {1 - sum(counts) / count:.1%} are beyond.")


def _count_axis(chart: Leather, most: float) -> None:
    chart.add_y_scale(0, max(1.0, float(most)))
    ticks = [0, max(1.0, float(most))]
    chart.add_y_axis(ticks=ticks, tick_formatter=lambda value, *_: f"{float(value):,.0f}")


class _Mark:
    """What leather asks of a shape; a legend there is none of, for the caption says it."""

    def validate_series(self, series: Leather) -> None:
        """Take any points."""

    def legend_to_svg(self, series: Leather, palette: Leather) -> list[Leather]:
        """Return nothing."""
        return []


@dataclass(frozen=True, slots=True)
class _Bars(_Mark):
    """A bar from each x to ``width`` further, as high as y."""

    width: float
    colour: str

    def to_svg(
        self, width: float, height: float, x_scale: Leather, y_scale: Leather, series: Leather, palette: Leather
    ) -> ET.Element:
        """Return the bars."""
        group, bottom = ET.Element("g"), float(y_scale.project(0, height, 0))
        for point in series.data():
            left, right = (float(x_scale.project(x, 0, width)) for x in (point.x, point.x + self.width))
            top = float(y_scale.project(point.y, height, 0))
            sides = {"x": left, "y": top, "width": max(0.0, right - left - 0.5), "height": bottom - top}
            ET.SubElement(group, "rect", {name: str(value) for name, value in sides.items()}, fill=self.colour)
        return group


@dataclass(frozen=True, slots=True)
class _Rules(_Mark):
    """A dashed line at each x, as high as the chart."""

    colour: str

    def to_svg(
        self, width: float, height: float, x_scale: Leather, y_scale: Leather, series: Leather, palette: Leather
    ) -> ET.Element:
        """Return the lines."""
        group = ET.Element("g")
        for point in series.data():
            x = str(x_scale.project(point.x, 0, width))
            place = {"x1": x, "x2": x, "y1": "0", "y2": str(height), "stroke-dasharray": "4 3", "stroke-width": "1.2"}
            ET.SubElement(group, "line", place, stroke=self.colour)
        return group


def _add(chart: Leather, points: Sequence[tuple[float, float]], shape: _Mark) -> None:
    if points:
        chart.add_series(library().Series(list(points)), shape)


def _svg(chart: Leather, alt: str, size: tuple[int, int]) -> str:
    """Return a chart as an element of a page: texts and lines in the page's style, numbers of two decimals."""
    group = chart.to_svg_group(*size)
    ground, margin = list(group)
    group.remove(ground)
    margin[0].clear()  # the legend: the caption says it
    words = {"role": "img", "aria-label": for_xml(alt), "viewBox": f"0 {TOP} {size[0]} {size[1] - TOP}"}
    root = ET.Element("svg", words)
    root.append(group)
    for element in root.iter():
        if element.tag == "text":
            for name in ("fill", "font-family", "font-size"):
                element.attrib.pop(name, None)
        for name, value in element.attrib.items():
            if name not in ("aria-label", "viewBox"):
                element.set(name, _LONG.sub(lambda found: f"{float(found[0]):.2f}", value))
    return ET.tostring(root, encoding="unicode")
