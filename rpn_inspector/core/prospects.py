"""What another input or a finer level would give the objects of a rule that ranks candidates, by geometry alone."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import Recipe, tables_of
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import NOTHING, Text

FACTORS = (1.5, 2.0)
"""Of the input's sides."""
NOW = Text("now")
FINDINGS = {"no_candidate": Text("none"), "starved": Text("few"), "contested": Text("all shared")}
NO_SHAPES = Text("Points have no sizes or ratios to fit: only another input or a finer level gives more candidates.")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Prospect:
    """The recipe itself, or with another input or level.

    Args:
        name: of the change.
        recipe: with the change.
        same: whether nothing is changed.
    """

    name: Text
    recipe: Recipe
    same: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CandidatesThere:
    """The candidates of a picture's G ground truths under a `Prospect`.

    Args:
        prospect: the recipe counted under.
        candidates: (G,).
        contested: (G,) those that are another ground truth's too.
        kinds: (G,) by kind of finding, as the rule finds them.
    """

    prospect: Prospect
    candidates: npt.NDArray[np.int64]
    contested: npt.NDArray[np.int64]
    kinds: Mapping[str, npt.NDArray[np.bool_]]


def prospects_of(recipe: Recipe) -> tuple[Prospect, ...]:
    """Return the recipe itself, with larger inputs, and points with a level of half the finest stride.

    None for a rule that ranks no candidates.
    """
    if not recipe.matcher.ranks:
        return ()
    found = [Prospect(name=NOW, recipe=recipe, same=True)]
    size: tuple[int, ...] = getattr(recipe.resize, "size", ())
    coarsest = max(recipe.anchors.strides)
    for factor in FACTORS if size else ():
        larger = [coarsest * math.ceil(factor * side / coarsest) for side in size]
        said = Text.of("input {w} × {h}", w=f"{larger[1]:,}", h=f"{larger[0]:,}")
        found.append(Prospect(name=said, recipe=recipe.with_tables(tables_of({"resize.size": larger}))))
    rule, finest = recipe.anchors, min(recipe.anchors.strides)
    if rule.of_points and finest % 2 == 0 and not rule.strides_x:
        last = rule.names[rule.strides.index(finest)]
        name = f"P{int(last[1:]) - 1}" if last[:1] == "P" and last[1:].isdigit() else f"{last}/2"
        names, strides = (name, *rule.names), (finest // 2, *rule.strides)
        finer = dataclasses.replace(recipe, anchors=dataclasses.replace(rule, names=names, strides=strides))
        second = sorted(rule.strides)[min(1, len(rule.strides) - 1)]
        if getattr(recipe.matcher, "small_side", 0.0) == second:  # Ultralytics' follows the second stride
            finer = finer.with_tables(tables_of({"matcher.small_side": float(finest)}))
        said = Text.of("a level {name}, stride {stride}", name=name, stride=finest // 2)
        found.append(Prospect(name=said, recipe=finer))
    return tuple(found)


def candidates_elsewhere(sample: Sample, recipe: Recipe) -> tuple[CandidatesThere, ...]:
    """Return the candidates of a picture's ground truths under each of `prospects_of`, without any prediction."""
    found = []
    for prospect in prospects_of(recipe):
        per_gt = inspect(sample, prospect.recipe).assignment.per_gt
        many, shared = per_gt["candidates"], per_gt["contested"]
        kinds = prospect.recipe.matcher.findings_from(per_gt, np.full(len(many), -1))
        found.append(CandidatesThere(prospect=prospect, candidates=many, contested=shared, kinds=kinds))
    return tuple(found)


def elsewhere_table(found: tuple[CandidatesThere, ...], gt: int) -> Table:
    """Return a row for each prospect: the candidates of ground truth ``gt``, from 0, those shared, and the finding."""
    heads = (
        Head(Text("candidates"), digits=0, tip=Text("by geometry alone")),
        Head(Text("shared"), digits=0, tip=Text("candidates of another ground truth too")),
        Head(""),
    )
    rows = []
    for each in found:
        finding = next(
            (word for kind, word in FINDINGS.items() if kind in each.kinds and each.kinds[kind][gt]), NOTHING
        )
        rows.append(TableRow(each.prospect.name, (int(each.candidates[gt]), int(each.contested[gt]), finding)))
    return Table(heads, tuple(rows))
