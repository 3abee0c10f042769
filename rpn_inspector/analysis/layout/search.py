"""Search for a layout on a few anchors: first the places of an anchor's numbers, then their meaning."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from rpn_inspector.analysis.layout.codings import OTHERS, Coding, recipe_factors
from rpn_inspector.analysis.layout.evidence import Candidate, Case, View, agreement, beyond_chance, pooled
from rpn_inspector.analysis.layout.factors import fit_factors
from rpn_inspector.analysis.layout.hypothesis import (
    OTHER_CELLS,
    Boxes,
    Cell,
    Hypothesis,
    Sizes,
    Stored,
    cell_order,
    orders_of,
    recipe_order,
    usual_scores,
)
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.values import Array
from rpn_inspector.core.warnings import maps_problem

RELATIVE_BOXES: tuple[Boxes, ...] = ("corners_padded", "centres_padded", "corners_network", "centres_network")
BEYOND = 20  # no delta is as large, whatever its factor; corners in px are
# By how much more of the variance, or to which part of what is left, another coding must explain than the recipe's.
BETTER_LINK, LESS_LEFT = 0.02, 0.75
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
            turned = replace(hypothesis, background_last=True)
            if given.recipe.loss.objectness in ONE_LOGIT:
                # Background and object exchanged turns every comparison round: no need to rank again.
                found.append(Candidate(1 - ranking, 0.0, turned))
            elif given.recipe.loss.objectness == "cross_entropy":
                found.append(Candidate(pooled(views, [view.under(turned).ranking() for view in views]), 0.0, turned))
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
    coarse = (False, True) if len(stored.per_cell) > 1 else (False,)
    ways = itertools.product(_sizes(cases, given), factors, coarse, orders, _cells(recipe))
    for sizes, strides, first, order, cell in ways:
        usual = "ayx" if by_level else "yxa"
        deltas = "" if order == usual else order.replace("a", "ac")
        yield replace(given, sizes=sizes, strides=strides, coarse_first=first, deltas=deltas, cell=cell)


def _cells(recipe: Recipe) -> list[Cell]:
    """Return the orders of the anchors in a cell with different results, the recipe's first."""
    levels = recipe.grid((64, 64)).levels
    found: dict[tuple[int, ...], Cell] = {}
    for cell in ("recipe", *OTHER_CELLS):
        found.setdefault(tuple(np.concatenate([cell_order(level, cell) for level in levels]).tolist()), cell)
    return list(found.values())


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
    """Yield ``shared`` with every place that several scores may have beside its axes."""
    order = _cell_order(shared, stored)
    if stored.logits == 1:
        yield replace(shared, objectness="" if not shared.deltas else order)
        return
    usual = usual_scores(stored, shared.recipe)
    for letters in _insertions(order, "k", stored, "ak" if "ak" in usual else "ka"):
        yield replace(shared, objectness="" if letters == usual else letters)


def _insertions(order: str, letter: str, stored: Stored, usual: str = "ac") -> list[str]:
    """Return ``order`` of a, y, x with ``letter`` at each place, among the channels only where channels come last."""
    places = range(2 if stored.channels_last else 0, 4)
    found = [order[:place] + letter + order[place:] for place in places]
    if set(stored.per_cell) != {1}:
        return found
    alike: dict[str, str] = {}  # where a cell has one anchor its place says nothing: of those alike the usual one
    for letters in sorted(found, key=lambda each: usual not in each):
        alike.setdefault(letters.replace("a", ""), letters)
    return list(alike.values())


def scores_elsewhere(cases: Sequence[Case], candidate: Candidate) -> Candidate | None:
    """Return ``candidate`` with the scores in another order than the deltas; None where none is better beyond chance.

    Compared is the lead of positives over negatives, object by object.
    """
    given, stored = candidate.hypothesis, cases[0].stored
    views = [case.view(given) for case in cases]
    own = np.concatenate([view.leads() for view in views])
    found: list[tuple[float, Candidate]] = []
    for other in _scores_apart(given, stored):
        turned = [view.under(other) for view in views]
        gain = np.concatenate([view.leads() for view in turned]) - own
        if not beyond_chance(gain):
            continue
        ranking = pooled(views, [view.ranking() for view in turned])
        if ranking > candidate.ranking:
            found.append((float(gain.mean()), candidate._replace(ranking=ranking, hypothesis=other)))
    return max(found, key=lambda each: each[0])[1] if found else None


def _scores_apart(given: Hypothesis, stored: Stored) -> Iterator[Hypothesis]:
    """Yield ``given`` with every other place of the scores: axes, anchors of a cell, order of the levels."""
    flat_orders = ["".join(order) for order in itertools.permutations("ayx")]
    orders = ["yxa", "xya"] if stored.channels_last else flat_orders
    usual = orders_of(stored, Hypothesis(given.recipe))[0]
    for order, cell in itertools.product(orders, _cells(given.recipe)):
        for letters in [order] if stored.logits == 1 else _insertions(order, "k", stored, usual.strip("yx")):
            for turned in (False, True) if len(stored.per_cell) > 1 else (False,):
                yield replace(
                    given,
                    objectness="" if letters == usual else letters,
                    scores_cell=None if cell == given.cell else cell,
                    scores_turned=turned,
                )


def best_meanings(cases: Sequence[Case], placed: Sequence[Hypothesis]) -> list[Candidate]:
    """Return every meaning of the numbers at each of the places, with its fit, best first."""
    found = []
    stored = cases[0].stored
    usual = "acyx" if stored.planes else "yxac"
    for place in placed:
        views = [case.view(place) for case in cases]
        ranking = pooled(views, [view.ranking() for view in views])
        padding = any(view.network != view.padded for view in views)
        for letters in _insertions(_cell_order(place, stored), "c", stored):
            lying = replace(place, deltas="" if letters == usual else letters)
            shifts = [view.under(lying).shifts() for view in views]
            for hypothesis in _meanings(lying, views, shifts, padding):
                found.append(Candidate(ranking, agreement(views, hypothesis, shifts), hypothesis))
    return sorted(found, key=lambda each: each.cost)


def _meanings(lying: Hypothesis, views: Sequence[View], shifts: Sequence[Array], padding: bool) -> Iterator[Hypothesis]:
    """Yield ``lying`` with every meaning of four stored numbers, as far as their range and a regression allow."""
    own = recipe_order(lying.recipe)
    for coordinates in COORDINATES if own in COORDINATES else (own,):  # corners are no order of centre and sides
        ordered = replace(lying, coordinates="" if coordinates == own else coordinates)
        yield ordered
        yield from _coded(ordered, views, shifts)
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
        if high > BEYOND:
            yield replace(lying, coordinates=coordinates, boxes="corners")


def _coded(ordered: Hypothesis, views: Sequence[View], shifts: Sequence[Array]) -> Iterator[Hypothesis]:
    """Yield ``ordered`` under each coding of boxes, with the factors that a regression on t* allows."""
    if ordered.recipe.coder.needs_stride:  # a centre behind a sigmoid is no multiple of anything
        return
    said = ordered.ordered(np.concatenate(shifts)).astype(np.float64)
    weight = np.concatenate([view.scene.weight for view in views])
    own = recipe_factors(ordered.recipe).tolist()
    codings: tuple[Coding, ...] = ("recipe", *OTHERS)
    link = 0.0
    for coding in codings:
        factors = fit_factors(said, np.concatenate([view.scene.coded(coding) for view in views]), weight)
        if factors is None:
            continue
        if coding == "recipe":
            link = factors.link
            # Noise makes larger factors look better: what the recipe says stands as long as it may be true.
            if factors.hold(own) is not None:
                continue
        elif factors.link < link + BETTER_LINK and 1 - factors.link > LESS_LEFT * (1 - link):
            continue
        for weights in factors.candidates():
            yield replace(ordered, coding=coding, weights=weights)
