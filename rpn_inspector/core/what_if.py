"""One anchor's facts under a changed box, t, score or number of the recipe; the data never change.

A `WhatIf` only names the changes; `apply` makes an `Inspection` through the functions of `inspect`. t is the one source
of the predicted box: a typed box changes t, so box and t always agree.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.distance_losses import BINS
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.reassigning import reassigned, warnings_under, with_outputs
from rpn_inspector.core.recipe import Recipe, tables_of
from rpn_inspector.core.side_bins import tilted, with_probability
from rpn_inspector.core.spec import Convention

Array = npt.NDArray[Any]
Four = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changes for anchor ``index``; None means as in the data.

    Args:
        index: flat index.
        truth: the ground truth with the box ``gt``, from 0.
        gt: x1 y1 x2 y2, network px, in place of the ground truth's own box.
        t: the four predicted numbers in the recipe's order.
        score: the objectness p, or that of the class of the ground truth compared, 0 to 1.
        bins: the network's numbers (4 * bins,) in place of t, where it has several for each side.
        values: numbers of the recipe by place, of those that `live_numbers` lists.
    """

    index: int
    truth: int = -1
    gt: Four | None = None
    t: Four | None = None
    score: float | None = None
    bins: tuple[float, ...] | None = None
    values: Mapping[str, float] = field(default_factory=dict)

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the fields that differ from the data, and the places of the recipe."""
        return (*(name for name in ("gt", "t", "score", "bins") if getattr(self, name) is not None), *self.values)


def apply(inspection: Inspection, change: WhatIf) -> Inspection:
    """Return the inspection with ``change`` applied; without a change the same ``inspection``.

    A changed ground truth or threshold assigns every anchor anew; losses and proposals follow, NMS included. The
    mini-batch stays as drawn as long as no label changes. The stages over the proposals keep their proposals and
    outputs, for their network is not run again; labels, targets and losses follow a changed ground truth. Raises
    `InspectorError` for a meaningless box or number.
    """
    if not change.changed:
        return inspection
    recipe = _changed(inspection.recipe, change.values)
    result = inspection
    if change.gt is not None or recipe.matcher != inspection.recipe.matcher:
        result = reassigned(inspection, recipe, {} if change.gt is None else {change.truth: change.gt})
    logits, deltas = inspection.logits, inspection.deltas
    if deltas is not None and change.t is not None:
        deltas = _with_row(deltas, change.index, np.array(change.t, deltas.dtype))
    heads = inspection.heads
    if deltas is not None and change.bins is not None and BINS in heads:
        raw = np.array(change.bins, np.float32)
        deltas = _with_row(deltas, change.index, recipe.coder.means_of(raw[None])[0])
        heads = {**heads, BINS: _with_row(heads[BINS], change.index, raw)}
    if logits is not None and change.score is not None:
        if logits.ndim > 1:
            column = score_column(inspection, change.index)
            if column is None:
                raise InspectorError("score: these outputs have one score per class, so p alone cannot be changed")
            row = logits[change.index].copy()
            row[column] = logit(change.score)
            logits = _with_row(logits, change.index, row)
        else:
            logits = _with_row(logits, change.index, logit(change.score))
    # a mini-batch may only hold anchors of the right label; with equal labels the drawn anchors still fit
    redraw = not np.array_equal(result.assignment.label, inspection.assignment.label)
    # a changed loss assigns nothing anew, so `result` may still have the recipe of the data
    known = dataclasses.replace(result, recipe=recipe, prediction=inspection.prediction, heads=heads)
    result = with_outputs(known, logits, deltas, redraw)
    return dataclasses.replace(result, warnings=warnings_under(inspection, result))


def facts(inspection: Inspection, change: WhatIf) -> AnchorFacts:
    """Return the facts of anchor ``change.index`` with ``change`` applied; raises as `apply`."""
    return apply(inspection, change).explain(change.index)


def with_gt(inspection: Inspection, change: WhatIf, box: npt.ArrayLike, truth: int | None = None) -> WhatIf:
    """Return the change with another box (4,), network px, for a ground truth.

    The ground truth is ``truth``, from 0, None `compared_gt` in the data; a change of another ground truth is taken
    back. Raises `InspectorError` for a picture without ground truth in the assignment, or a box without sides.
    """
    truth = compared_gt(inspection, change.index) if truth is None else truth
    if truth < 0:
        raise InspectorError("this picture has no ground truth that takes part, so there is none to change")
    return dataclasses.replace(change, truth=truth, gt=_checked(box))


def with_predicted(inspection: Inspection, change: WhatIf, box: npt.ArrayLike) -> WhatIf:
    """Return the change with the t that decodes to ``box`` (4,), network px; raises as `apply`."""
    _needs_prediction(inspection, change.index)
    return _with_all_t(inspection, change, t_of(inspection, change.index, _checked(box)))


def with_t(inspection: Inspection, change: WhatIf, coordinate: int, value: float) -> WhatIf:
    """Return the change with ``value`` as one of the four numbers of t, in the recipe's order; raises as `apply`."""
    deltas = _needs_prediction(inspection, change.index)
    if not math.isfinite(value):
        raise InspectorError(f"t: found {value}, wanted a finite number")
    now = list(change.t if change.t is not None else map(float, deltas[change.index]))
    if change.bins is not None:
        now = inspection.recipe.coder.means_of(np.array([change.bins], np.float32))[0].astype(float).tolist()
    now[coordinate] = float(value)
    return _with_all_t(inspection, change, (now[0], now[1], now[2], now[3]))


def with_bin(inspection: Inspection, change: WhatIf, side: int, place: int, probability: float) -> WhatIf:
    """Return the change with another probability of one bin of a side, 0 to 3; raises `InspectorError` without bins."""
    raw = _bins(inspection, change)
    if raw is None:
        raise InspectorError("there are no bins for this picture: the outputs hold their means, or none")
    made = with_probability(raw, side, place, probability)
    return dataclasses.replace(change, t=None, bins=tuple(made.tolist()))


def _with_all_t(inspection: Inspection, change: WhatIf, t: Four) -> WhatIf:
    """Return the change with another t (4,): of a network with bins by tilting their distributions."""
    raw = _bins(inspection, change)
    if raw is None:
        return dataclasses.replace(change, t=t)
    return dataclasses.replace(change, t=None, bins=tuple(tilted(raw, t).tolist()))


def _bins(inspection: Inspection, change: WhatIf) -> Array | None:
    if BINS not in inspection.heads:
        return None
    return np.array(inspection.heads[BINS][change.index] if change.bins is None else change.bins)


def score_column(inspection: Inspection, index: int) -> int | None:
    """Return the column of the class of the ground truth compared with an anchor, where each class has a sigmoid.

    None for one score, for a softmax, beside a confidence, without a ground truth, and where the class has no column.
    """
    logits, gt = inspection.logits, compared_gt(inspection, index)
    if logits is None or logits.ndim < 2 or inspection.recipe.loss.objectness in ("cross_entropy", "yolo") or gt < 0:
        return None
    kind = int(inspection.sample.gt_class[gt])
    return kind if 0 <= kind < logits.shape[1] else None


def t_of(inspection: Inspection, index: int, box: npt.ArrayLike) -> Four:
    """Return the t, in the recipe's order, that decodes to ``box`` (4,), network px: the inverse of `decode`.

    t differs from `encode` in three points. With widths of x2 - x1 + 1, encoding adds a pixel and decoding does not
    take the pixel off. Encoding adds an epsilon against a logarithm of 0, decoding does not. YOLOv3 puts t_x and t_y
    behind a sigmoid, YOLOv5 all four, so a box at the end of reach, or beyond, is as near as float32 gets.
    """
    spec = inspection.recipe.coder
    # in double, so that decoding gives back the typed box and not a neighbour of it
    exact = spec.exact()
    edges = np.asarray(box, np.float64)[None]
    frame = inspection.coordinates
    anchor = inspection.grid.boxes([index])
    t = exact.raw_for(frame.of(anchor), frame.of(edges), inspection.grid.strides([index]))[0]
    return float(t[0]), float(t[1]), float(t[2]), float(t[3])


def moved_to(change: WhatIf, index: int) -> WhatIf:
    """Return the change for another anchor: box and recipe stay; t and p belong to the first anchor and go."""
    return change if change.index == index else dataclasses.replace(change, index=index, t=None, score=None, bins=None)


def compared_gt(inspection: Inspection, index: int) -> int:
    """Return the ground truth assigned to anchor ``index``, else of the best IoU, or asking for it; -1 none."""
    owner, ragged = int(inspection.assignment.gt[index]), inspection.assignment.ragged
    if owner < 0 and ragged is not None and inspection.recipe.matcher.needs_outputs:
        asking = ragged.gt[ragged.anchor == index]
        return int(asking[0]) if asking.size else -1
    return owner if owner >= 0 else int(inspection.overlap.best_gt[index])


def overlapped_gt(inspection: Inspection, index: int) -> int:
    """Return `compared_gt` where assigned to anchor ``index`` or overlapped by it, else -1."""
    if inspection.recipe.matcher.needs_outputs and inspection.assignment.ragged is not None:
        return compared_gt(inspection, index)
    # at IoU 0 all ground truths tie, and the first would be named for nothing
    known = inspection.assignment.gt[index] >= 0 or inspection.overlap.iou[index] > 0
    return compared_gt(inspection, index) if known else -1


def logit(score: float) -> float:
    """Return ln(p / (1 - p)), with p kept as far from 0 and 1 as float32 can express; raises `InspectorError`."""
    if not 0 <= score <= 1:
        raise InspectorError(f"score: found {score}, wanted 0 to 1")
    # p of 0 or 1 has no finite logit
    p = min(max(score, 1e-7), 1 - 1e-7)
    return math.log(p / (1 - p))


def live_numbers(recipe: Recipe) -> tuple[Convention, ...]:
    """Return the numbers of the first stage that count and that a what-if may change, those of the loss first."""
    first = dataclasses.replace(recipe, further=())  # a what-if asks about an anchor, which no further stage labels
    values = first.flat()
    found = (entry for entry in first.entries() if entry.live is not None and not entry.waits_for(values))
    return tuple(sorted(found, key=lambda entry: not entry.place.startswith("loss.")))


def with_number(inspection: Inspection, change: WhatIf, place: str, value: float) -> WhatIf:
    """Return the change with another number at a live ``place`` of the recipe; raises `InspectorError` elsewhere."""
    known = [entry.place for entry in live_numbers(inspection.recipe)]
    if place not in known:
        raise InspectorError(f"{place}: found no such number, wanted one of {', '.join(known)}")
    # in the order of the recipe's numbers, whatever was changed first
    values = dict(change.values) | {place: value}
    return dataclasses.replace(change, values={name: values[name] for name in known if name in values})


def _changed(recipe: Recipe, values: Mapping[str, float]) -> Recipe:
    if not values:
        return recipe
    wanted = {name: values.get(f"matcher.{name}", value) for name, value in recipe.matcher.thresholds.items()}
    if not all(low <= high for low, high in itertools.pairwise([0, *wanted.values(), 1])):
        found = " and ".join(f"{value:g}" for value in wanted.values())
        raise InspectorError(f"thresholds: found {found}, wanted {' ≤ '.join(['0', *wanted, '1'])}")
    # all at once: two numbers may fit together, and neither the other's number in the data
    return recipe.with_tables(tables_of(values))


def _with_row(values: Array, index: int, row: Any) -> Array:
    # never the data's own array: other inspections share the outputs
    changed = values.copy()
    changed[index] = row
    changed.flags.writeable = False
    return changed


def _needs_prediction(inspection: Inspection, index: int) -> Array:
    if inspection.deltas is None:
        raise InspectorError("there are no raw outputs for this picture, so there is no t to change")
    if not inspection.predicts(index):
        raise InspectorError(f"no decoded box belongs to anchor {index}, so there is no t to change")
    return inspection.deltas


def _checked(box: npt.ArrayLike) -> Four:
    edges = np.asarray(box, np.float64).reshape(-1)
    if edges.shape != (4,) or not np.isfinite(edges).all():
        raise InspectorError(f"box: found {np.asarray(box).tolist()}, wanted four finite numbers x1 y1 x2 y2")
    x1, y1, x2, y2 = (float(edge) for edge in edges)
    if x2 <= x1 or y2 <= y1:
        raise InspectorError(f"box: found {x2 - x1:g} × {y2 - y1:g} px, wanted sides of more than 0")
    return x1, y1, x2, y2
