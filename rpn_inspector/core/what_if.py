"""What if this box, this t or this threshold were another: one anchor's facts under changed values, never the data's.

A `WhatIf` only says what is changed; `apply` makes an `Inspection` of its own from it, through the same functions that
made the first. t is the one source for the predicted box: whoever types a box changes t, so both always agree.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders import Coder
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.inspection import Inspection, inspect, with_outputs
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]
Four = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is changed for anchor ``index``; None is as in the data.

    ``gt`` is the box x1 y1 x2 y2, network px, that ground truth ``truth`` has instead; ``t`` the four predicted numbers
    in the recipe's order; ``score`` the objectness p, between 0 and 1; ``beta`` the knee of smooth L1; ``positive`` and
    ``negative`` the IoU thresholds.
    """

    index: int
    truth: int = -1
    gt: Four | None = None
    t: Four | None = None
    score: float | None = None
    beta: float | None = None
    positive: float | None = None
    negative: float | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the fields that differ from the data."""
        names = ("gt", "t", "score", "beta", "positive", "negative")
        return tuple(name for name in names if getattr(self, name) is not None)


def apply(inspection: Inspection, change: WhatIf) -> Inspection:
    """Return the inspection with ``change`` in it; without any change, ``inspection`` itself.

    A changed ground truth or threshold assigns every anchor anew; losses and proposals follow, NMS included. The
    mini-batch stays the one that was drawn as long as no label changes. Raises `InspectorError` for a box or a number
    that means nothing.
    """
    if not change.changed:
        return inspection
    recipe = _recipe(inspection.recipe, change)
    result = inspection
    if change.gt is not None or recipe.matcher != inspection.recipe.matcher:
        result = _assigned(inspection, recipe, change)
    logits, deltas = inspection.logits, inspection.deltas
    if deltas is not None and change.t is not None:
        deltas = _with_row(deltas, change.index, np.array(change.t, deltas.dtype))
    if logits is not None and change.score is not None:
        if logits.ndim > 1:
            raise InspectorError("score: these outputs have one score per class, so p alone cannot be changed")
        logits = _with_row(logits, change.index, logit(change.score))
    redraw = not np.array_equal(result.assignment.label, inspection.assignment.label)
    known = dataclasses.replace(result, recipe=recipe, prediction=inspection.prediction)
    return with_outputs(known, logits, deltas, redraw)


def facts(inspection: Inspection, change: WhatIf) -> AnchorFacts:
    """Return the facts of anchor ``change.index`` with ``change`` in them; raises as `apply`."""
    return apply(inspection, change).explain(change.index)


def with_gt(inspection: Inspection, change: WhatIf, box: npt.ArrayLike) -> WhatIf:
    """Return the change with another box (4,), network px, for the ground truth this anchor is compared with.

    That is, in the data, the one it belongs to, else the one it overlaps most; a change to another one is taken back.
    Raises `InspectorError` where the picture has none, or the box is none.
    """
    truth = compared_gt(inspection, change.index)
    if truth < 0:
        raise InspectorError("this picture has no ground truth that takes part, so there is none to change")
    return dataclasses.replace(change, truth=truth, gt=_checked(box))


def with_predicted(inspection: Inspection, change: WhatIf, box: npt.ArrayLike) -> WhatIf:
    """Return the change with the t that decodes to ``box`` (4,), network px."""
    _needs_prediction(inspection)
    return dataclasses.replace(change, t=t_of(inspection, change.index, _checked(box)))


def with_t(inspection: Inspection, change: WhatIf, coordinate: int, value: float) -> WhatIf:
    """Return the change with one of the four numbers of t, in the recipe's order, set to ``value``."""
    deltas = _needs_prediction(inspection)
    if not math.isfinite(value):
        raise InspectorError(f"t: found {value}, wanted a finite number")
    now = list(change.t if change.t is not None else map(float, deltas[change.index]))
    now[coordinate] = float(value)
    return dataclasses.replace(change, t=(now[0], now[1], now[2], now[3]))


def t_of(inspection: Inspection, index: int, box: npt.ArrayLike) -> Four:
    """Return the t, in the recipe's order, that decodes to ``box`` (4,), network px: the inverse of `decode`.

    It is `encode`, but for three things: where sides count pixels, encoding adds one to them and decoding does not take
    it off; what encoding adds against a logarithm of 0 decoding does not know; and YOLOv3 puts t_x and t_y behind a
    sigmoid, so a centre on the edge of its cell, or beyond, is as near as float32 gets.
    """
    spec = inspection.recipe.coder
    edges = np.array(box, np.float64)
    edges[2:] -= int(spec.inclusive)
    exact = dataclasses.replace(spec, encode_dtype="float64", epsilon=0.0)
    t_star = exact.encode(inspection.grid.boxes([index]), edges[None], inspection.grid.strides([index]))
    t = spec.raw_of(t_star.astype(np.float64))[0]
    return float(t[0]), float(t[1]), float(t[2]), float(t[3])


def moved_to(change: WhatIf, index: int) -> WhatIf:
    """Return the change for another anchor: its box and thresholds stay, t and p were the first one's own."""
    return change if change.index == index else dataclasses.replace(change, index=index, t=None, score=None)


def compared_gt(inspection: Inspection, index: int) -> int:
    """Return the ground truth anchor ``index`` belongs to, else the one it overlaps most, else -1."""
    owner = int(inspection.assignment.gt[index])
    return owner if owner >= 0 else int(inspection.assignment.best_gt[index])


def centre_form(box: npt.ArrayLike, spec: Coder, predicted: bool = False) -> Four:
    """Return x, y, w, h of ``box`` (4,) as the recipe's formulas use them, px; decoded boxes never count pixels."""
    x1, y1, x2, y2 = (float(edge) for edge in np.asarray(box, np.float64))
    extra = 0 if predicted else int(spec.inclusive)
    width, height = x2 - x1 + extra, y2 - y1 + extra
    if predicted or spec.centre == "between_corners":
        return (x1 + x2) / 2, (y1 + y2) / 2, width, height
    return x1 + width / 2, y1 + height / 2, width, height


def corner_form(centre: Four, spec: Coder, predicted: bool = False) -> Four:
    """Return x1 y1 x2 y2 of x, y, w, h: the inverse of `centre_form`."""
    x, y, width, height = centre
    extra = 0 if predicted else int(spec.inclusive)
    if predicted or spec.centre == "between_corners":
        half_w, half_h = (width - extra) / 2, (height - extra) / 2
        return x - half_w, y - half_h, x + half_w, y + half_h
    x1, y1 = x - width / 2, y - height / 2
    return x1, y1, x1 + width - extra, y1 + height - extra


def logit(score: float) -> float:
    """Return ln(p / (1 - p)); p is kept as far from 0 and 1 as float32 can tell."""
    if not 0 <= score <= 1:
        raise InspectorError(f"score: found {score}, wanted 0 to 1")
    p = min(max(score, 1e-7), 1 - 1e-7)
    return math.log(p / (1 - p))


def _recipe(recipe: Recipe, change: WhatIf) -> Recipe:
    loss, matcher = recipe.loss, recipe.matcher
    if change.beta is not None:
        if not 0 <= change.beta < math.inf:
            raise InspectorError(f"beta: found {change.beta}, wanted 0 or more")
        loss = dataclasses.replace(loss, beta=change.beta)
    low = matcher.negative if change.negative is None else change.negative
    high = matcher.positive if change.positive is None else change.positive
    if not 0 <= low <= high <= 1:
        raise InspectorError(f"thresholds: found {low:g} and {high:g}, wanted 0 ≤ negative ≤ positive ≤ 1")
    matcher = dataclasses.replace(matcher, positive=high, negative=low)
    return dataclasses.replace(recipe, loss=loss, matcher=matcher)


def _assigned(inspection: Inspection, recipe: Recipe, change: WhatIf) -> Inspection:
    """Return the inspection with labels anew; the outputs are only decoded where they alone tell the grid."""
    sample = inspection.sample
    if change.gt is not None:
        boxes = np.array(sample.gt)
        boxes[change.truth] = inspection.to_original(np.array([change.gt]))[0]
        sample = dataclasses.replace(sample, gt=boxes)
    drawn = (inspection.sampled_positive, inspection.sampled_negative)
    return inspect(sample, recipe, None if _plain_grid(inspection) else inspection.prediction, drawn)


def _plain_grid(inspection: Inspection) -> bool:
    """Return whether the recipe alone gives this inspection's frame and grid, without the outputs' own sizes."""
    recipe = inspection.recipe
    alone = recipe.resize.of(inspection.sample.size)
    return alone == inspection.frame and recipe.grid(alone.padded_size) is inspection.grid


def _with_row(values: Array, index: int, row: Any) -> Array:
    changed = values.copy()
    changed[index] = row
    changed.flags.writeable = False
    return changed


def _needs_prediction(inspection: Inspection) -> Array:
    if inspection.deltas is None:
        raise InspectorError("there are no raw outputs for this picture, so there is no t to change")
    return inspection.deltas


def _checked(box: npt.ArrayLike) -> Four:
    edges = np.asarray(box, np.float64).reshape(-1)
    if edges.shape != (4,) or not np.isfinite(edges).all():
        raise InspectorError(f"box: found {np.asarray(box).tolist()}, wanted four finite numbers x1 y1 x2 y2")
    x1, y1, x2, y2 = (float(edge) for edge in edges)
    if x2 <= x1 or y2 <= y1:
        raise InspectorError(f"box: found {x2 - x1:g} × {y2 - y1:g} px, wanted sides of more than 0")
    return x1, y1, x2, y2
