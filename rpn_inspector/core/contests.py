"""What a dynamic rule compared: the candidates of a ground truth by rank, and who wants an anchor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.formulas.table import Head
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Plane:
    """The two numbers whose combination ranks, for a plot.

    Args:
        heads: of ``x`` and ``y``.
        x: (C,).
        y: (C,).
        level: returns the y (n,) at which x (n,) reaches a value of what ranks.
    """

    heads: tuple[Text | str, Text | str]
    x: Array
    y: Array
    level: Callable[[Array, float], Array]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ranking:
    """The C candidates of one ground truth, the best first; by anchor where no prediction ranks them.

    Args:
        anchor: (C,) flat.
        heads: of ``parts``, the last is what ranks; none without a prediction.
        parts: (C,) each, under ``heads``.
        chosen: (C,) whether the ground truth took it; those taken stand first.
        owner: (C,) the ground truth that got it, -1 none.
        decided: (C,) for its owner, the number by which a contest is decided; NaN without an owner.
        target: (C,) the soft target, 0 where it is no positive.
        wanted: (C,) how many ground truths took it.
        cut: where the cut is, in words.
        value: what ranks of the last one taken, NaN without.
        plane: None without a prediction.
    """

    anchor: Indices
    heads: tuple[Head, ...]
    parts: tuple[Array, ...]
    chosen: npt.NDArray[np.bool_]
    owner: npt.NDArray[np.int32]
    decided: Array
    target: Array
    wanted: Indices
    cut: Text
    value: float
    plane: Plane | None

    @property
    def above(self) -> int:
        """Return how many stand above the cut."""
        return int(np.count_nonzero(self.chosen))


def pairs_of(assignment: Assignment, anchor: int) -> Indices:
    """Return the rows of the ragged pairs of one anchor, by ground truth."""
    assert assignment.ragged is not None
    return np.flatnonzero(assignment.ragged.anchor == anchor)


def takers(assignment: Assignment, anchor: int) -> Indices:
    """Return the ground truths that took an anchor before contests, ascending; none without a prediction."""
    ragged = assignment.ragged
    if ragged is None or "chosen" not in ragged.measured:
        return np.empty(0, np.int64)
    return np.unique(ragged.gt[(ragged.anchor == anchor) & ragged.measured["chosen"]]).astype(np.int64)


def ranked_rows(assignment: Assignment, gt: int, name: str, highest_first: bool) -> Indices:
    """Return the rows of the ragged pairs of ``gt``, the best first: by the measured ``name``, then by anchor.

    Those taken stand first: of equal values only some may be.
    """
    ragged = assignment.ragged
    assert ragged is not None
    rows = np.flatnonzero(ragged.gt == gt)
    if name not in ragged.measured:
        return rows[np.argsort(ragged.anchor[rows], kind="stable")]
    values = ragged.measured[name][rows]
    values = -values if highest_first else values
    return rows[np.lexsort((ragged.anchor[rows], values, ~ragged.measured["chosen"][rows]))]


def wanted_by(assignment: Assignment) -> Indices:
    """Return how many ground truths took each anchor (N,), before contests."""
    ragged = assignment.ragged
    assert ragged is not None
    return np.bincount(ragged.anchor[ragged.measured["chosen"]], minlength=len(assignment.label)).astype(np.int64)


def owners_number(assignment: Assignment, anchors: Indices, name: str) -> Array:
    """Return the measured number ``name`` of each anchor (n,) for its owner, NaN without an owner."""
    ragged = assignment.ragged
    assert ragged is not None
    of = np.full(len(assignment.label), np.nan, np.float64)
    mine = ragged.gt == assignment.gt[ragged.anchor]
    of[ragged.anchor[mine]] = ragged.measured[name][mine]
    return np.asarray(of[anchors])


def measured_rows(measured: Mapping[str, Array], rows: Indices) -> dict[str, Array]:
    """Return the measured numbers of some pairs."""
    return {name: values[rows] for name, values in measured.items()}
