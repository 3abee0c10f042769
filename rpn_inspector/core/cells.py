"""The anchors of one cell as each library computes them, and their edges along a whole level.

Which precision, where it rounds and in which order it multiplies decides ties, so every rule keeps its library's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.specs import AnchorSpec

Array = npt.NDArray[Any]
Edges = tuple[Array, Array, Array, Array]


class Cell(NamedTuple):
    """One cell's anchors: ``base`` (A, 4) px at the origin; sizes (A,) px and ratios (A,) h / w as asked for."""

    base: Array
    sizes: Array
    ratios: Array


def cell_anchors(
    spec: AnchorSpec, level: int, stride: tuple[float, float], padded: tuple[int, int], dtype: str
) -> Cell:
    """Return the anchors of level ``level``'s first cell, in the library's order, as ``dtype``.

    ``stride`` (y, x) and ``padded`` (h, w) are network px; only the rules that depend on them look at them.
    """
    shapes: dict[str, Callable[..., tuple[Array, Array, Array]]] = {
        "rounded_corners": _rounded_corners,
        "rounded_sides": _rounded_sides,
        "double": _double,
        "float32": _float32,
        "rounded_legacy": _float32,
        "octaves": _octaves,
        "explicit": _explicit,
        "relative": _relative,
    }
    base, sizes, ratios = shapes[spec.base](spec, level, stride, padded)
    return Cell(base.astype(dtype), np.asarray(sizes, np.float64), np.asarray(ratios, np.float64))


def edges_of(
    spec: AnchorSpec,
    level: int,
    cell: Cell,
    shape: tuple[int, int],
    stride: tuple[float, float],
    padded: tuple[int, int],
    dtype: str,
) -> Edges:
    """Return x0, x1 (A, W) and y0, y1 (A, H) of one level of ``shape`` (H, W) cells, network px, as ``dtype``."""
    if spec.base == "relative":
        return _relative_edges(spec, level, shape, stride, padded, dtype)
    if spec.base == "octaves":  # centres and sides in double, rounded once
        half = _octave_sides(spec, level, stride) / 2.0
        edges: list[Array] = []
        for axis, (cells, step) in enumerate(zip(shape[::-1], stride[::-1], strict=True)):
            first = spec.offset * step
            centre = first + np.arange(cells) * ((first + step) - first)  # as np.arange counts
            edges += [(centre - half[:, axis, None]).astype(dtype), (centre + half[:, axis, None]).astype(dtype)]
        return edges[0], edges[1], edges[2], edges[3]
    if spec.base == "double":
        shifts = [_torch_arange(spec.offset * step, step, cells) for step, cells in zip(stride, shape, strict=True)]
    else:  # the offset is in the base anchors
        shifts = [np.arange(cells) * step for step, cells in zip(stride, shape, strict=True)]
    base, rows, columns = cell.base, shifts[0].astype(dtype), shifts[1].astype(dtype)
    return base[:, 0, None] + columns, base[:, 2, None] + columns, base[:, 1, None] + rows, base[:, 3, None] + rows


def _torch_arange(first: float, step: float, count: int) -> Array:
    """Return ``torch.arange(first, first + count * step, step, dtype=torch.float32)``, (count,) float32, as on a CPU.

    It counts in double, but in each whole block of 16 from a start of every eight that is a float32 already
    (ATen ``RangeFactoriesKernel.cpp`` under ``cpu_serial_kernel_vec``); so ``first`` may be rounded twice.
    """
    index = np.arange(count)
    start = index - index % 8
    start[count - count % 16 :] = index[count - count % 16 :]
    return np.asarray(((first + step * start).astype(np.float32) + step * (index - start)).astype(np.float32))


def _ratios(spec: AnchorSpec, level: int) -> tuple[float, ...]:
    return spec.ratios[level if len(spec.ratios) > 1 else 0]


def _combined(spec: AnchorSpec, sizes: Array, ratios: Array) -> tuple[Array, Array]:
    """Return size and ratio of each anchor of a cell, in the recipe's order."""
    if spec.order == "size_ratio":
        return np.repeat(sizes, len(ratios)), np.tile(ratios, len(sizes))
    if spec.order == "squares_first":  # the first ratio at both sizes, then the others at the first size
        return (
            np.concatenate([sizes, np.repeat(sizes[:1], len(ratios) - 1)]),
            np.concatenate([np.repeat(ratios[:1], len(sizes)), ratios[1:]]),
        )
    return np.tile(sizes, len(ratios)), np.repeat(ratios, len(sizes))


def _around(x: Any, y: Any, half_w: Array, half_h: Array) -> Array:
    return np.stack([x - half_w, y - half_h, x + half_w, y + half_h], 1)


def _in_px(spec: AnchorSpec, level: int) -> Array:
    sizes = np.array(spec.sizes[level])
    return sizes * spec.base_sizes[level] if spec.base_sizes else sizes


def _rounded_corners(spec: AnchorSpec, level: int, *_: object) -> tuple[Array, Array, Array]:
    """As torchvision's ``AnchorGenerator.generate_anchors``: float32, corners rounded half to even."""
    sizes, ratios = _combined(spec, _in_px(spec, level), np.array(_ratios(spec, level)))
    root = np.sqrt(ratios.astype(np.float32))
    heights = root * sizes.astype(np.float32)
    widths = (np.float32(1) / root) * sizes.astype(np.float32)
    return np.round(np.stack([-widths, -heights, widths, heights], 1) / np.float32(2)), sizes, ratios


def _rounded_sides(spec: AnchorSpec, level: int, *_: object) -> tuple[Array, Array, Array]:
    """py-faster-rcnn ``generate_anchors.py``: double, sides rounded for each ratio, then scaled; inclusive pixels."""
    side = float(spec.base_sizes[level])
    scales, ratios = _combined(spec, np.array(spec.sizes[level]), np.array(_ratios(spec, level)))
    widths = np.round(np.sqrt(side * side / ratios))
    heights = np.round(widths * ratios)
    centre = 0.5 * (side - 1)
    return _around(centre, centre, 0.5 * (widths * scales - 1), 0.5 * (heights * scales - 1)), scales * side, ratios


def _double(spec: AnchorSpec, level: int, *_: object) -> tuple[Array, Array, Array]:
    """detectron2 ``DefaultAnchorGenerator``: w = sqrt(size^2 / ratio), h = ratio w, in double, not rounded."""
    sizes, ratios = _combined(spec, _in_px(spec, level), np.array(_ratios(spec, level)))
    widths = np.sqrt(sizes**2.0 / ratios)
    heights = ratios * widths
    return np.stack([-widths / 2.0, -heights / 2.0, widths / 2.0, heights / 2.0], 1), sizes, ratios


def _float32(spec: AnchorSpec, level: int, *_: object) -> tuple[Array, Array, Array]:
    """MMDetection ``AnchorGenerator`` and, rounded, its ``LegacyAnchorGenerator``: everything in float32."""
    side = spec.base_sizes[level]
    scales, ratios = _combined(spec, np.array(spec.sizes[level]), np.array(_ratios(spec, level)))
    root, scale, base = np.sqrt(ratios.astype(np.float32)), scales.astype(np.float32), np.float32(side)
    if spec.order == "ratio_size":
        widths, heights = base * (np.float32(1) / root) * scale, base * root * scale
    else:
        widths, heights = base * scale * (np.float32(1) / root), base * scale * root
    legacy = spec.base == "rounded_legacy"
    first = spec.offset * (side - 1 if legacy else side)
    x, y = (np.float32(c) for c in (spec.centres[level] if spec.centres else (first, first)))
    half, less = np.float32(0.5), np.float32(1 if legacy else 0)
    boxes = _around(x, y, half * (widths - less), half * (heights - less))
    return (np.round(boxes) if legacy else boxes), scales * side, ratios


def _octaves(
    spec: AnchorSpec, level: int, stride: tuple[float, float], padded: tuple[int, int]
) -> tuple[Array, Array, Array]:
    """As effdet's ``Anchors``: side = (base size per px of stride * stride) * octave * factor, per axis, in double.

    The stride is the exact one of this input, which may be fractional; where it is not the nominal one, sides follow.
    """
    widths, heights = _octave_sides(spec, level, stride).T
    base = _around(spec.offset * stride[1], spec.offset * stride[0], widths / 2.0, heights / 2.0)
    return base, np.sqrt(widths * heights), heights / widths


def _octave_sides(spec: AnchorSpec, level: int, stride: tuple[float, float]) -> Array:
    """Return (A, 2) widths and heights in px, double."""
    octaves, factors = np.array(spec.sizes[level]), np.array(spec.shapes[0])
    octave, factor = np.repeat(octaves, len(factors)), np.tile(factors, (len(octaves), 1))
    nominal = np.array([(spec.strides_x or spec.strides)[level], spec.strides[level]], np.float64)
    base = spec.base_sizes[level] / nominal * np.array(stride[::-1])  # x, y
    return np.asarray(base * octave[:, None] * factor)


def _explicit(
    spec: AnchorSpec, level: int, stride: tuple[float, float], padded: tuple[int, int]
) -> tuple[Array, Array, Array]:
    """MMDetection ``YOLOAnchorGenerator``: (width, height) px around the first cell's centre."""
    sides = np.array(spec.shapes[level], np.float64)
    first = (spec.offset * stride[1], spec.offset * stride[0])
    x, y = spec.centres[level] if spec.centres else first
    base = _around(x, y, 0.5 * sides[:, 0], 0.5 * sides[:, 1])
    return base, np.sqrt(sides[:, 0] * sides[:, 1]), sides[:, 1] / sides[:, 0]


def _relative_sides(spec: AnchorSpec, level: int) -> Array:
    """Return (A, 2) sides as fractions of the input: s, s', then per ratio r (s sqrt r, s / sqrt r) and its swap."""
    size = spec.sizes[level][0]
    pairs = [(s, s) for s in spec.sizes[level]]
    for ratio in _ratios(spec, level):
        root = np.sqrt(ratio)
        pairs += [(size * root, size / root), (size / root, size * root)]
    sides = np.array(pairs).astype(np.float32)
    return np.clip(sides, 0, 1) if spec.clip else sides


def _relative(
    spec: AnchorSpec, level: int, stride: tuple[float, float], padded: tuple[int, int]
) -> tuple[Array, Array, Array]:
    """As torchvision's ``DefaultBoxGenerator``: fractions of the input, of which the edges are made."""
    x0, x1, y0, y1 = _relative_edges(spec, level, (1, 1), stride, padded, "float32")
    base = np.concatenate([x0, y0, x1, y1], 1)
    widths, heights = (base[:, 2] - base[:, 0]).astype(np.float64), (base[:, 3] - base[:, 1]).astype(np.float64)
    return base, np.sqrt(widths * heights), heights / widths


def _relative_edges(
    spec: AnchorSpec,
    level: int,
    shape: tuple[int, int],
    stride: tuple[float, float],
    padded: tuple[int, int],
    dtype: str,
) -> Edges:
    sides, half = _relative_sides(spec, level), np.float32(0.5)
    edges: list[Array] = []
    for axis, (cells, step, side) in enumerate(zip(shape[::-1], stride[::-1], padded[::-1], strict=True)):
        centre = (np.arange(cells, dtype=np.float32) + np.float32(spec.offset)) / np.float32(side / step)
        reach = half * sides[:, axis, None]
        whole = np.float32(side)
        edges += [((centre - reach) * whole).astype(dtype), ((centre + reach) * whole).astype(dtype)]
    return edges[0], edges[1], edges[2], edges[3]
