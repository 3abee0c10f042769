"""Search for a layout on a few anchors: first the places of an anchor's numbers, then their meaning."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from rpn_inspector.analysis.layout.evidence import Candidate, Case, agreement, pooled
from rpn_inspector.analysis.layout.hypothesis import (
    Boxes,
    Cell,
    Hypothesis,
    Sizes,
    Stored,
    cell_order,
    recipe_factors,
    recipe_order,
)
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.values import Array
from rpn_inspector.core.warnings import maps_problem

WEIGHTS = ((1.0, 1.0, 1.0, 1.0), (10.0, 10.0, 5.0, 5.0))
RELATIVE_BOXES: tuple[Boxes, ...] = ("corners_padded", "centres_padded", "corners_network", "centres_network")
ROUNDING = 0.01  # of a side: half of an odd size, doubled
COORDINATES = ("xywh", "yxhw", "whxy", "hwyx")


def best_places(cases: Sequence[Case], given: Hypothesis) -> list[Hypothesis]:
    """Return hypotheses of the places of an anchor's numbers, first the places under which positives score highest."""
    found: list[Candidate] = []
    for shared in _places(cases, given):
        try:
            views = [case.view(shared) for case in cases]
        except BadPredictions:
            continue
        # Feature maps that contradict the strides rule an unusual reading out; the usual one is kept to say why it
        # fails.
        usual = shared.sizes == "stated" and shared.strides == 1 and not shared.coarse_first
        if not usual and any(maps_problem(view.reading.grid, shared.corrected.anchors, view.padded) for view in views):
            continue
        for hypothesis in _with_scores(shared, cases[0].stored):
            ranking = pooled(views, [view.under(hypothesis).ranking() for view in views])
            found.append(Candidate(ranking, 0.0, hypothesis))
            # Background and object exchanged turns every comparison round: no need to rank again.
            found.append(Candidate(1 - ranking, 0.0, replace(hypothesis, background_last=True)))
    return [candidate.hypothesis for candidate in sorted(found, key=lambda each: each.cost)]


def _places(cases: Sequence[Case], given: Hypothesis) -> Iterator[Hypothesis]:
    """Yield hypotheses of sizes, strides, order of levels, axes and anchors of a cell."""
    stored, recipe = cases[0].stored, given.recipe
    by_level = bool(stored.planes)
    # By level the maps' shapes say the strides, save where the recipe gives strides of its own.
    factors = (1.0, 2.0, 0.5) if not by_level or recipe.anchors.stride_rule == "given" else (1.0,)
    orders = ["yxa", "xya"] if stored.channels_last else ["".join(order) for order in itertools.permutations("ayx")]
    if set(stored.per_cell) == {1}:  # where a cell has one anchor its place in the order says nothing
        orders = ["yxa", "xya"] if stored.channels_last or not by_level else ["ayx", "axy"]
    cells: list[Cell] = ["recipe"]
    for cell in ("transposed", "ratios_reversed"):
        levels = recipe.grid((64, 64)).levels
        if any((cell_order(level, cell) != np.arange(len(level.base))).any() for level in levels):
            cells.append(cell)
    coarse = (False, True) if len(stored.per_cell) > 1 else (False,)
    for sizes, strides, first, order, cell in itertools.product(_sizes(cases, given), factors, coarse, orders, cells):
        usual = "ayx" if by_level else "yxa"
        deltas = "" if order == usual else order.replace("a", "ac")
        yield replace(given, sizes=sizes, strides=strides, coarse_first=first, deltas=deltas, cell=cell)


def _sizes(cases: Sequence[Case], given: Hypothesis) -> list[Sizes]:
    """Return the readings of the stated sizes with different results, by more than rounding explains."""
    found: list[tuple[Sizes, Array]] = []
    readings: tuple[Sizes, ...] = ("stated", "swapped", "doubled", "halved", "recipe")
    for sizes_read in readings:
        hypothesis = replace(given, sizes=sizes_read)
        sizes = np.array([hypothesis.sizes_of(case.prediction, case.sample.size) for case in cases], np.float64)
        # A reading with the same sizes as an earlier one would only double every hypothesis.
        if not any((np.abs(sizes - other) <= ROUNDING * other).all() for _, other in found):
            found.append((sizes_read, sizes))
    return [sizes_read for sizes_read, _ in found]


def _cell_order(hypothesis: Hypothesis, stored: Stored) -> str:
    """Return the order of a, y and x."""
    return hypothesis.deltas.replace("c", "") or ("ayx" if stored.planes else "yxa")


def _with_scores(shared: Hypothesis, stored: Stored) -> Iterator[Hypothesis]:
    """Yield ``shared`` with every place the two logits may have beside its axes."""
    order = _cell_order(shared, stored)
    if stored.logits == 1:
        yield replace(shared, objectness="" if not shared.deltas else order)
        return
    usual = "kayx" if stored.planes else "yxak"
    for letters in _insertions(order, "k", stored):
        yield replace(shared, objectness="" if letters == usual else letters)


def _insertions(order: str, letter: str, stored: Stored) -> list[str]:
    """Return ``order`` of a, y, x with ``letter`` at each place, among the channels only where channels come last."""
    places = range(2 if stored.channels_last else 0, 4)
    found = [order[:place] + letter + order[place:] for place in places]
    if set(stored.per_cell) != {1}:
        return found
    usual = "ac" if letter == "c" else "ka" if stored.planes else "ak"
    alike: dict[str, str] = {}  # where a cell has one anchor its place says nothing: of those alike the usual one
    for letters in sorted(found, key=lambda each: usual not in each):
        alike.setdefault(letters.replace("a", ""), letters)
    return list(alike.values())


def best_meanings(cases: Sequence[Case], placed: Sequence[Hypothesis]) -> list[Candidate]:
    """Return every meaning of the numbers at each of the places, with its fit, best first."""
    found = []
    stored = cases[0].stored
    usual = "acyx" if stored.planes else "yxac"
    for place in placed:
        views = [case.view(place) for case in cases]
        ranking = pooled(views, [view.ranking() for view in views])
        ranking = 1 - ranking if place.background_last else ranking
        padding = any(view.network != view.padded for view in views)
        for letters in _insertions(_cell_order(place, stored), "c", stored):
            lying = replace(place, deltas="" if letters == usual else letters)
            shifts = [view.under(lying).shifts() for view in views]
            for hypothesis in _meanings(lying, shifts, padding):
                found.append(Candidate(ranking, agreement(views, hypothesis, shifts), hypothesis))
    return sorted(found, key=lambda each: each.cost)


def _meanings(lying: Hypothesis, shifts: Sequence[Array], padding: bool) -> Iterator[Hypothesis]:
    """Yield ``lying`` with every meaning of four stored numbers, as far as their range allows."""
    own, factors = recipe_order(lying.recipe), recipe_factors(lying.recipe)
    scales = [None, *(weights for weights in WEIGHTS if not np.allclose(weights, factors))]
    for coordinates, weights in itertools.product(COORDINATES, scales):
        yield replace(lying, coordinates="" if coordinates == own else coordinates, weights=weights)
    numbers = np.concatenate(shifts)
    if not len(numbers):
        return
    # Deltas lie around 0, fractions of a picture within 0 and 1, corners in px go far beyond: what the range excludes
    # is not tried. Quantiles, since a few wild boxes prove nothing.
    low, high = np.quantile(numbers, (0.02, 0.98))
    for coordinates in ("", "yxhw" if own == "xywh" else "xywh"):
        if low > -0.5 and high < 1.5:
            for boxes in RELATIVE_BOXES if padding else RELATIVE_BOXES[:2]:
                yield replace(lying, coordinates=coordinates, boxes=boxes)
        if high > 20:
            yield replace(lying, coordinates=coordinates, boxes="corners")
